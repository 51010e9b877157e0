"""Writers killed in the middle of what they do: nothing is lost, and nothing is half there."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Final

import pytest

from summitry.model.changes import Act
from summitry.model.problems import RecordError
from summitry.record import editing
from summitry.record.editing import change
from summitry.record.edits import Edit
from summitry.record.home import Home
from summitry.record.log import Log
from summitry.record.sql_record import build, description, load
from tests.postgresql import MISSING, programs, running
from tests.record.full import FULL
from tests.record.homes import address, held
from tests.records import SIGNED, content, person

TIMES: Final = 100
MOST_STATEMENTS: Final = 120
"""A change makes some thirty, a merge twice as many; a step is before or after one of them."""

RECORD: Final = content(people=["ann"])

_START: Final = f"""
import os, signal, sys
sys.path[:] = {sys.path!r}
from itertools import count
from time import sleep
import sqlalchemy as sql
from summitry.model.changes import Act
from summitry.record.editing import change
from summitry.record.edits import Edit
from summitry.record.home import home_of
from summitry.record.writer import merge
from tests.records import SIGNED, cites, content, encounter, person, topic

home = home_of(sys.argv[1])
"""

_KILLED: Final = """
def die():
    os.kill(os.getpid(), signal.SIGKILL)

def act_and_die(number, steps):
    def step(*_):
        nonlocal steps
        steps -= 1
        if steps == 0:
            die()
    for moment in ("before_cursor_execute", "after_cursor_execute"):
        sql.event.listen(sql.Engine, moment, step)
    act(number)
    print("did", number, flush=True)
    die()

def act(number):
    someone = person(f"p{number}")
    met = encounter(f"ann p{number}", "2021-06-16", id=f"e{number}")
    cited = cites("encounters", met.id, id=f"c{number}", source="killed")
    offered = content(people=["ann", someone], encounters=[met], citations=[cited])
    if number % 2:
        merge(home, [offered], new=content(), signed=SIGNED)
    else:
        rows = [("people", someone), ("encounters", met), ("citations", cited)]
        edits = [Edit(table=table, before=None, after=row) for table, row in rows]
        change(home, edits, act=Act.ADD, signed=SIGNED)

# What was done once is done sooner again, by whoever is born of this process.
act(0)
act(-1)
for line in sys.stdin:
    number, steps = map(int, line.split())
    child = os.fork()
    if child == 0:
        act_and_die(number, steps)
    os.waitpid(child, 0)
    print("dead", number, flush=True)
"""

_FOR_EVER: Final = """
for number in count():
    edit = Edit(table="topics", before=None, after=topic(f"t{number}"))
    change(home, [edit], act=Act.ADD, signed=SIGNED)
    print(number, flush=True)
    sleep(0.1)
"""


@contextmanager
def writing(script: str, home: Home) -> Iterator[tuple[IO[str], IO[str]]]:
    """Another process that writes to a record; what it is told by, and what it says."""
    command = [sys.executable, "-c", _START + script, address(home)]
    with subprocess.Popen(  # noqa: S603 - this interpreter
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            yield process.stdin, process.stdout
        finally:
            process.kill()


def test_of_two_who_write_one_is_killed_a_hundred_times(home: Home) -> None:
    build(content(people=["ann"], sources=["killed"]), home)
    draw = random.Random(7)  # noqa: S311 - no secret
    did: set[int] = set()
    with writing(_FOR_EVER, home) as (_, other), writing(_KILLED, home) as (tell, told):
        for number in range(1, TIMES + 1):
            tell.write(f"{number} {draw.randint(1, MOST_STATEMENTS)}\n")
            tell.flush()
            for line in iter(told.readline, f"dead {number}\n"):
                assert line == f"did {number}\n"
                did.add(number)
            holds_together(home)
        other_did = 0
        for line in other:
            other_did = int(line)
            if other_did >= TIMES // 4:
                break
    found = load(home)
    made = {int(one.id.removeprefix("e")) for one in found.encounters}
    assert did <= made
    assert 2 < len(made) < TIMES
    topics = {one.id for one in found.topics}
    assert {f"t{number}" for number in range(other_did + 1)} <= topics
    assert len(Log(home).changes(most=10_000, rows=0)) == len(made) + len(topics)
    holds_together(home)


def holds_together(home: Home) -> None:
    """That of each act all is there, or nothing, and that the digest is that of the rows."""
    found, said = load(home), description(home)
    while description(home) != said or load(home) != found:  # the other writer came between
        found, said = load(home), description(home)
    assert found.digest() == said["digest"]
    people = {one.id.removeprefix("p") for one in found.people} - {"ann"}
    encounters = {one.id.removeprefix("e") for one in found.encounters}
    citations = {one.id.removeprefix("c") for one in found.citations}
    assert people == encounters == citations


def test_a_server_that_crashes_in_the_middle_leaves_what_was(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if (bin := programs()) is None:
        pytest.skip(MISSING)
    with running(bin) as server:
        home = server.database()
        build(FULL, home)
        before = held(home)
        sign = editing.sign

        def crash(*given: object, **named: object) -> object:
            number = sign(*given, **named)  # type: ignore[arg-type]
            found = "SELECT pid FROM pg_stat_activity WHERE state = 'idle in transaction'"
            ((backend,),) = server.run(found, database="postgres")
            os.kill(backend, signal.SIGKILL)
            return number

        monkeypatch.setattr(editing, "sign", crash)
        edit = Edit(table="people", before=None, after=person("x"))
        with pytest.raises(RecordError, match="can't write") as refused:
            change(home, [edit], act=Act.ADD, signed=SIGNED)
        assert "\n" not in str(refused.value)
        monkeypatch.undo()
        server.wait()
        assert held(home) == before
        change(home, [edit], act=Act.ADD, signed=SIGNED)
