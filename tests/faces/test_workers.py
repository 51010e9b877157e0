from __future__ import annotations

import asyncio
import json
import os
import threading
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any, Final

import pytest

from summitry.desk.records import snapshot
from summitry.faces.workers import (
    MOST_MEMORY,
    Broken,
    Busy,
    Limits,
    TooSlow,
    Workers,
    encoded,
)
from summitry.model.problems import InputError, RecordError, UnknownName
from tests.faces.chores import Die, Events, Raise, Sleep, Take
from tests.records import encounter, record

BUNDLED: Final = snapshot(None)
SHORT: Final = 2.0
LONG: Final = 60.0


@asynccontextmanager
async def working(**limits: Any) -> AsyncIterator[Workers]:  # noqa: ANN401 - the limits' own types
    workers = Workers(BUNDLED, Limits(**{"workers": 1, "seconds": LONG, **limits}))
    await workers.start()
    try:
        yield workers
    finally:
        await workers.stop()


def process(told: bytes) -> int:
    """The process that a job was done in."""
    return int(json.loads(told)["process"])


def tried(test: Callable[[], Awaitable[None]]) -> None:
    async def within() -> None:
        await test()

    asyncio.run(within())


def test_a_job_is_answered_by_another_process_in_the_wire_format() -> None:
    async def test() -> None:
        async with working(workers=2) as workers:
            told = await workers.run(Events())
            assert process(told) != os.getpid()
            events = BUNDLED.about().events
            assert told == encoded({"events": events, "process": process(told), "number": 0})

    tried(test)


@pytest.mark.parametrize("error", [InputError, UnknownName, RecordError])
def test_what_a_job_refuses_is_raised(error: type[Exception]) -> None:
    async def test() -> None:
        async with working() as workers:
            with pytest.raises(error, match="us-russia") as raised:
                await workers.run(Raise(error))
            assert type(raised.value) is error

    tried(test)


def test_a_job_that_fails_is_broken_and_the_next_is_done() -> None:
    async def test() -> None:
        async with working() as workers:
            for job in (Raise(ZeroDivisionError), Die(), Take(2 * MOST_MEMORY)):
                with pytest.raises(Broken):
                    await workers.run(job)
                assert b'"number": 7' in await workers.run(Events(7))

    tried(test)


def test_a_job_that_takes_too_long_is_ended_and_the_next_is_done() -> None:
    async def test() -> None:
        async with working(seconds=SHORT) as workers:
            first = await workers.run(Sleep(0))
            started = time.monotonic()
            with pytest.raises(TooSlow):
                await workers.run(Sleep(60))
            assert time.monotonic() - started < 20 * SHORT
            assert process(await workers.run(Sleep(0))) != process(first)

    tried(test)


def test_no_more_wait_than_may() -> None:
    async def test() -> None:
        async with working(waiting=2) as workers:
            await workers.run(Events())
            begun = [asyncio.create_task(workers.run(Sleep(0.5, n))) for n in range(3)]
            await asyncio.sleep(0.1)
            with pytest.raises(Busy):
                await workers.run(Sleep(0.5, 3))
            told = await asyncio.gather(*begun)
            assert [b'"number": %d' % n in one for n, one in enumerate(told)] == [True] * 3
            assert await workers.run(Events(1))

    tried(test)


def test_who_waits_too_long_is_told_to_come_again() -> None:
    async def test() -> None:
        async with working(seconds=SHORT) as workers:
            await workers.run(Events())
            slow = asyncio.create_task(workers.run(Sleep(0.9 * SHORT, 1)))
            slower = asyncio.create_task(workers.run(Sleep(0.9 * SHORT, 2)))
            late = asyncio.create_task(workers.run(Sleep(0, 3)))
            ended = await asyncio.gather(slow, slower, late, return_exceptions=True)
            assert isinstance(ended[2], Busy)

    tried(test)


def test_one_of_several_equal_jobs_does_for_all() -> None:
    async def test() -> None:
        async with working(waiting=1) as workers:
            told = await asyncio.gather(*(workers.run(Sleep(0.2)) for _ in range(50)))
            assert len(set(told)) == 1

    tried(test)


def test_a_waiting_job_that_nobody_wants_any_more_is_not_done() -> None:
    async def test() -> None:
        async with working(waiting=1) as workers:
            await workers.run(Events())
            running = asyncio.create_task(workers.run(Sleep(0.5)))
            await asyncio.sleep(0.1)
            for number in range(5):
                left = asyncio.create_task(workers.run(Sleep(30, number)))
                await asyncio.sleep(0.02)
                left.cancel()
                await asyncio.sleep(0.02)
            assert await running
            started = time.monotonic()
            assert await workers.run(Events(1))
            assert time.monotonic() - started < 15

    tried(test)


def test_to_stop_ends_what_runs_and_leaves_no_thread() -> None:
    async def test() -> None:
        before = threading.active_count()
        started = time.monotonic()
        async with working() as workers:
            told = await workers.run(Sleep(0))
            running = asyncio.create_task(workers.run(Sleep(50)))
            await asyncio.sleep(0.1)
        assert time.monotonic() - started < 45
        (ended,) = await asyncio.gather(running, return_exceptions=True)
        assert isinstance(ended, BaseException)
        with pytest.raises(ProcessLookupError):
            os.kill(process(told), 0)
        assert threading.active_count() <= before + 1

    tried(test)


def test_jobs_are_done_on_the_record_as_it_is_since() -> None:
    async def test() -> None:
        async with working() as workers:
            before = json.loads(await workers.run(Events()))
            begun = asyncio.create_task(workers.run(Sleep(0.3)))
            await asyncio.sleep(0.1)
            workers.renew(record(encounters=[encounter("a b", "2001")]))
            since = json.loads(await workers.run(Events()))
            assert (before["events"], since["events"]) == (BUNDLED.about().events, 1)
            assert since["process"] != before["process"]
            assert process(await begun) == before["process"]
            assert json.loads(await workers.run(Events()))["process"] == since["process"]

    tried(test)
