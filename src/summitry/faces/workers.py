"""Workers: processes that do long jobs, a few at once, each within a deadline.

Reading holds the interpreter's lock for seconds on end. In a process of its own it delays nobody
else, and can be ended when its time is up.
"""

from __future__ import annotations

import asyncio
import json
import logging
import multiprocessing
import pickle
import signal
import threading
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext
from multiprocessing.process import BaseProcess
from typing import Any, Final

from summitry.desk.records import View
from summitry.faces.jobs import Job
from summitry.model.problems import InputError, RecordError, SummitryError, UnknownName

JOBS_OF_A_WORKER: Final = 500
"""Jobs after which a worker is replaced: what reading remembers of texts doesn't add up."""
MOST_MEMORY: Final = 4 * 1024**3
"""Bytes that a worker may write to, where the system can limit them.

Addresses alone aren't limited: what draws pictures reserves far more of them than it uses.
"""
SECONDS_TO_START: Final = 60.0
SECONDS_TO_END: Final = 2.0

_RAISED: Final = {kind.__name__: kind for kind in (InputError, UnknownName, RecordError)}


class Busy(Exception):
    """All workers have work, and as many jobs as may wait are waiting."""


class TooSlow(Exception):
    """A job took longer than it may; its worker is gone."""


class Broken(Exception):
    """A job failed, or ended its worker."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How many jobs are done at once, how many may wait, and for how many seconds one may go on."""

    workers: int = 2
    waiting: int = 32
    seconds: float = 30.0


class Workers:
    """Processes that do jobs on one record.

    ``run`` raises what a job raises of summitry's own, Busy, TooSlow or Broken.
    """

    def __init__(self, view: View, limits: Limits) -> None:
        self._limits = limits
        self._record = _Record(0, pickle.dumps(view))
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload(["summitry.faces.warmed"])
        # A thread a worker: it waits while the worker works.
        self._threads = ThreadPoolExecutor(limits.workers, thread_name_prefix="worker")
        self._idle: asyncio.LifoQueue[_Worker] = asyncio.LifoQueue()
        self._all: list[_Worker] = []
        self._waiting = 0
        self._tasks: dict[_Asked, asyncio.Task[bytes]] = {}
        self._wanted: Counter[_Asked] = Counter()
        self._begun: set[_Asked] = set()

    async def start(self) -> None:
        """Let the workers come; jobs may be given at once."""
        self._all = [
            _Worker(self._start_process, self._number) for _ in range(self._limits.workers)
        ]
        for worker in self._all:
            self._idle.put_nowait(worker)
        loop = asyncio.get_running_loop()
        for worker in self._all:
            loop.run_in_executor(self._threads, worker.ready)

    def renew(self, view: View) -> None:
        """Have jobs that are given from now on done on another record; those begun go on."""
        self._record = _Record(self._record.number + 1, pickle.dumps(view))

    async def stop(self) -> None:
        """End every worker, whatever it does."""
        for task in list(self._tasks.values()):
            task.cancel()
        for worker in self._all:
            worker.end()
        await asyncio.to_thread(self._threads.shutdown, wait=True, cancel_futures=True)
        for worker in self._all:
            worker.end()

    async def run(self, job: Job) -> bytes:
        """The job's answer in JSON, in UTF-8; one of several equal jobs does for all.

        Cancelled by all who asked, a job that still waits isn't done.
        """
        asked = (self._number(), job)
        task = self._tasks.get(asked)
        if task is None:
            if self._waiting >= self._limits.waiting + self._idle.qsize():
                raise Busy
            self._waiting += 1
            task = asyncio.create_task(self._do(asked))
            self._tasks[asked] = task
            task.add_done_callback(lambda ended: self._forget(asked, ended))
        self._wanted[asked] += 1
        try:
            return await asyncio.shield(task)
        finally:
            self._wanted[asked] -= 1
            if not self._wanted[asked] and asked not in self._begun:
                task.cancel()

    def _forget(self, asked: _Asked, task: asyncio.Task[bytes]) -> None:
        del self._tasks[asked], self._wanted[asked]
        self._begun.discard(asked)
        # Take note of how it ended, also if who asked is gone.
        if not task.cancelled():
            task.exception()

    async def _do(self, asked: _Asked) -> bytes:
        _, job = asked
        try:
            async with asyncio.timeout(self._limits.seconds):
                worker = await self._idle.get()
        except TimeoutError:
            raise Busy from None
        finally:
            self._waiting -= 1
        self._begun.add(asked)
        try:
            loop = asyncio.get_running_loop()
            return await loop.run_in_executor(self._threads, worker.do, job, self._limits.seconds)
        finally:
            self._idle.put_nowait(worker)

    def _number(self) -> int:
        return self._record.number

    def _start_process(self) -> tuple[int, BaseProcess, Connection]:
        record = self._record
        return record.number, *_start(self._context, record.data)


_Asked = tuple[int, Job]
"""A job, and the number of the record that it is asked of."""


@dataclass(frozen=True, slots=True)
class _Record:
    """A record as it is sent to processes, which of those that were served one after another."""

    number: int
    data: bytes


class _Worker:
    """A process that does one job at a time, and the next process when that is gone."""

    def __init__(
        self, start: Callable[[], tuple[int, BaseProcess, Connection]], number: Callable[[], int]
    ) -> None:
        self._start = start
        self._wanted = number
        self._number = 0
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None
        self._done = 0
        self._ended = False
        self._turn = threading.Lock()

    def ready(self) -> Connection:
        """The way to the process, which is started if there is none."""
        with self._turn:
            return self._ready()

    def _ready(self) -> Connection:
        if self._number != self._wanted():
            self._end_process()
        if self._connection is None:
            if self._ended:
                raise Broken("the server is stopping")
            self._number, self._process, self._connection = self._start()
            self._done = 0
            if not self._connection.poll(SECONDS_TO_START):
                self._end_process()
                raise Broken("a worker didn't start")
            self._connection.recv_bytes()
        return self._connection

    def do(self, job: Job, seconds: float) -> bytes:
        """The job's answer; the process is ended if it takes too long, or has done enough."""
        try:
            connection = self.ready()
            connection.send(job)
            if not connection.poll(seconds):
                self._end_process()
                raise TooSlow
            kind, data = connection.recv()
        except (EOFError, OSError):
            self._end_process()
            raise Broken("a worker ended") from None
        self._done += 1
        if self._done >= JOBS_OF_A_WORKER:
            self._end_process()
        if kind == "answer":
            return bytes(data)
        if kind in _RAISED:
            raise _RAISED[kind](data)
        raise Broken(data)

    def end(self) -> None:
        """End the process for good."""
        self._ended = True
        self._end_process()

    def _end_process(self) -> None:
        process, connection = self._process, self._connection
        self._process = self._connection = None
        if process is not None:
            process.kill()
            process.join(SECONDS_TO_END)
        if connection is not None:
            connection.close()


# --- in the worker ------------------------------------------------------------------------------


def _start(context: ForkServerContext, record: bytes) -> tuple[BaseProcess, Connection]:
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(theirs, record), daemon=True)
    process.start()
    theirs.close()
    return process, ours


def _work(connection: Connection, record: bytes) -> None:
    """Do jobs until nobody gives any more."""
    # The server ends its workers itself when someone interrupts it at the keyboard.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory()
    view: View = pickle.loads(record)  # noqa: S301 - the server's own
    connection.send_bytes(b"ready")
    while True:
        try:
            job: Job = connection.recv()
            connection.send(_answered(job, view))
        except (EOFError, OSError):
            return


def _limit_memory() -> None:
    try:
        import resource  # noqa: PLC0415 - not every system has it
    except ImportError:
        return
    _, most = resource.getrlimit(resource.RLIMIT_DATA)
    wanted = MOST_MEMORY if most == resource.RLIM_INFINITY else min(MOST_MEMORY, most)
    resource.setrlimit(resource.RLIMIT_DATA, (wanted, most))


def _answered(job: Job, view: View) -> tuple[str, Any]:
    try:
        return "answer", encoded(job.answer(view))
    except SummitryError as error:
        return type(error).__name__, str(error)
    except Exception:
        logging.getLogger(__name__).exception("a job failed: %s", type(job).__name__)
        return "failed", "an internal error"


def encoded(data: Any) -> bytes:  # noqa: ANN401 - JSON has no better type
    """JSON as the command line writes it, in UTF-8."""
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()
