"""Reckoning over a record of many events: how long a claim takes, and the bare query beside it.

The record has 5,000 people, of whom a few meet often and most seldom (a power law), and as many
encounters as ``--events`` says, each with a source. It is complete for the hundred who meet most,
and for who held its one office. Each claim is asked once, in a process that is warm, mostly of two
who were not asked of before. Seconds are the process's own. Beside it stands what sqlite3 takes for
the number of a pair's encounters in the same file, by hand. Run with ``make bench-scale``;
``--record PATH`` keeps the record there, or asks the one that is there.
"""

from __future__ import annotations

import argparse
import random
import resource
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from itertools import accumulate
from multiprocessing import Process
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import Final

from summitry.desk.facts import rules_of
from summitry.model.bounds import Bounds
from summitry.model.citations import Citation
from summitry.model.claims import (
    Claim,
    EachOf,
    FirstSince,
    HowMany,
    NoneSince,
    SinceDays,
    WhichOne,
    Who,
)
from summitry.model.events import Encounter, Mode, Setting
from summitry.model.selection import Holder, Selection, Someone
from summitry.model.when import When, Window
from summitry.reckoning import Frame, evaluate_in
from summitry.record.content import Content
from summitry.record.open import open_record
from summitry.record.writer import merge
from tests.records import SIGNED, content, covers, office, person, place, tenure

EVENTS: Final = 1_000_000
PEOPLE: Final = 5_000
CITIES: Final = 200
KNOWN: Final = 100
"""So many of the people who meet most are those for whom the record is complete."""
STEEPNESS: Final = 0.8
"""How much more often the first of the people meet than the last."""
AT_ONCE: Final = 50_000
FIRST: Final = date(1900, 1, 1)
DAYS: Final = 44_000
TERMS: Final = 30
DAYS_OF_TERM: Final = 1_461
ASKED: Final = 300
WARM: Final = 20
"""Questions that are asked first, and not measured."""

WEIGHTS: Final = tuple(accumulate(1 / (number + 1) ** STEEPNESS for number in range(PEOPLE)))
SIXTIES: Final = Window.between(date(1960, 1, 1), date(1969, 12, 31))


def main() -> None:
    """Make the record, ask, and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--events", type=int, default=EVENTS)
    options.add_argument("--record", type=Path)
    given = options.parse_args()
    with TemporaryDirectory() as folder:
        path = given.record or Path(folder) / "record.sqlite"
        if not path.exists():
            # In a process of its own, so that the memory of asking is that of asking alone.
            making = Process(target=make, args=(path, given.events))
            making.start()
            making.join()
        measure(path)
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{used:,.0f} MB of memory at most")


def make(path: Path, events: int) -> None:
    """Put the record into a file."""
    start = process_time()
    merge(path, batches(events), new=content(), signed=SIGNED)
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"made in {process_time() - start:,.0f} s, with {used:,.0f} MB of memory at most")


def measure(path: Path) -> None:
    """Ask the record in a file, and print how long it takes."""
    view = open_record(path)
    size = path.stat().st_size / 1e6
    print(f"{view.about().events:,} encounters of {PEOPLE:,} people, {size:,.0f} MB")
    frame = Frame.of(view, FIRST + timedelta(DAYS))
    for seed, (name, made) in enumerate(CLAIMS.items()):
        report(name, timed(partial(reckoned, frame, made), seed=seed))
    with sqlite3.connect(path) as connection:
        report("sqlite3 by hand", timed(partial(by_hand, connection), seed=0))


def timed(ask: Callable[[str, str], object], *, seed: int) -> list[float]:
    """The milliseconds of each question, of pairs that are the same ones for the same seed."""
    dice = random.Random(seed)  # noqa: S311 - nothing here is secret
    taken = []
    for _ in range(WARM + ASKED):
        pair = two(dice)
        start = process_time()
        ask(*pair)
        taken.append((process_time() - start) * 1_000)
    return sorted(taken[WARM:])


def report(name: str, ordered: Sequence[float]) -> None:
    """The median, and what the slowest twentieth takes at least."""
    half, most = ordered[len(ordered) // 2], ordered[len(ordered) * 19 // 20]
    print(f"  {name:16} median {half:8.3f} ms   p95 {most:8.3f} ms")


# --- the record ---------------------------------------------------------------------------------


def batches(events: int) -> Iterator[Content]:
    """The people, places and terms, then the encounters, the same ones for the same number."""
    terms = [FIRST + timedelta(number * DAYS_OF_TERM) for number in range(TERMS + 1)]
    first = content(
        people=[person(named(number)) for number in range(PEOPLE)],
        places=[
            place("land", kind="country"),
            *(place(f"city-{number}", within="land") for number in range(CITIES)),
        ],
        offices=[office("chief")],
        tenures=[
            tenure(named(number), "chief", f"{terms[number]}/{terms[number + 1]}")
            for number in range(TERMS)
        ],
        coverage=[
            covers("office:chief", kind="tenure"),
            *(covers(f"person:{named(number)}") for number in range(KNOWN)),
        ],
        sources=["log"],
    )
    yield first
    dice = random.Random(1)  # noqa: S311 - as above
    days = [When.on(FIRST + timedelta(number)) for number in range(DAYS)]
    for start in range(0, events, AT_ONCE):
        numbers = range(start, min(events, start + AT_ONCE))
        yield replace(
            content(),
            encounters=tuple(encounter(number, days, dice) for number in numbers),
            citations=tuple(
                Citation(id=f"c{number}", table="encounters", row=f"e{number}", source="log")
                for number in numbers
            ),
        )


def encounter(number: int, days: Sequence[When], dice: random.Random) -> Encounter:
    """An encounter of two, on some day, in some city."""
    return Encounter(
        id=f"e{number}",
        when=dice.choice(days),
        people=frozenset(two(dice)),
        mode=Mode.IN_PERSON,
        settings=frozenset({Setting.BILATERAL}),
        place=f"city-{dice.randrange(CITIES)}",
    )


def two(dice: random.Random) -> tuple[str, str]:
    """Two people who meet, those who meet often more often."""
    one, other = dice.choices(range(PEOPLE), cum_weights=WEIGHTS, k=2)
    return (named(one), named(other)) if one != other else two(dice)


def named(number: int) -> str:
    """The id of one of the people, of whom the first meet most."""
    return f"given-family{number:04}"


# --- what is asked --------------------------------------------------------------------------------


def met(one: str, other: str) -> Selection:
    """The meetings of two."""
    return Selection(who=Someone(one), whom=Someone(other), modes=frozenset({Mode.IN_PERSON}))


def every_since(one: str, _: str) -> Claim:
    """Every chief since the fourth has met somebody."""
    chief = Holder("chief")
    selection = replace(met(one, named(0)), whom=chief)
    return Who(among=chief, selection=selection, roster=EachOf(since=named(3)))


CLAIMS: Final[Mapping[str, Callable[[str, str], Claim]]] = {
    "how many": lambda one, other: HowMany(selection=met(one, other), number=Bounds.exactly(3)),
    "which one": lambda one, other: WhichOne(
        selection=met(one, other), position=3, that=met(one, other).narrowed(SIXTIES)
    ),
    "first since": lambda one, other: FirstSince(
        selection=met(one, other),
        anchor=SinceDays(SIXTIES),
        that=met(one, other).narrowed(Window.between(date(1970, 1, 1), date(1979, 12, 31))),
    ),
    "none since": lambda one, other: NoneSince(
        selection=met(one, other), anchor=SinceDays(SIXTIES)
    ),
    "every since": every_since,
}


def reckoned(frame: Frame, made: Callable[[str, str], Claim], one: str, other: str) -> object:
    """What the record says to a claim of two, evidence and all."""
    claim = made(one, other)
    return evaluate_in(frame, claim, rules_of(claim))


BY_HAND: Final = """
SELECT count(*) FROM participants AS one JOIN participants AS other USING (encounter)
WHERE one.person = ? AND other.person = ?
"""


def by_hand(connection: sqlite3.Connection, one: str, other: str) -> object:
    """How many encounters of two there are in the file."""
    return connection.execute(BY_HAND, (one, other)).fetchone()


if __name__ == "__main__":
    main()
