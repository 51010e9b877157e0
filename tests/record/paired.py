"""Who met whom, as a record in SQL has it and as its encounters tell it."""

from __future__ import annotations

from contextlib import closing

import sqlalchemy as sql

from summitry.record.content import Content
from summitry.record.home import Home
from summitry.record.keeper import keeper_of
from summitry.record.schema import MANY, PAIRS

Pairs = set[tuple[str, str, int, str]]


def written(home: Home) -> Pairs:
    """The rows of pairs that are kept there."""
    with closing(keeper_of(home).reading()) as connection:
        return {(*row,) for row in connection.execute(sql.select(PAIRS))}


def told(content: Content) -> Pairs:
    """What they must be."""
    found: Pairs = set()
    for met in content.encounters:
        people = sorted(met.people)
        pairs = {(people[0], people[1])} if len(people) == 2 else {(MANY, one) for one in people}
        found |= {(one, other, met.when.outer.first, met.id) for one, other in pairs}
    return found
