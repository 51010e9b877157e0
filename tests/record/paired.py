"""Who met whom, as a record's file has it and as its encounters tell it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from summitry.record.content import Content
from summitry.record.schema import MANY

Pairs = set[tuple[str, str, int, str]]


def written(path: Path) -> Pairs:
    """The rows of the file's pairs."""
    with closing(sqlite3.connect(path)) as opened:
        return set(opened.execute("SELECT one, other, earliest, encounter FROM pairs"))


def told(content: Content) -> Pairs:
    """What they must be."""
    found: Pairs = set()
    for met in content.encounters:
        people = sorted(met.people)
        pairs = {(people[0], people[1])} if len(people) == 2 else {(MANY, one) for one in people}
        found |= {(one, other, met.when.outer.first, met.id) for one, other in pairs}
    return found
