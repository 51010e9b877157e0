"""Coverage carried on to a day to come, on the supposition that nothing has happened since."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Final

from summitry.model.coverage import Coverage, Covered
from summitry.model.days import LAST_DAY, Days
from summitry.model.when import Stretch, When

EDGE: Final = 365
"""Days before a record's edge, within which the end of a statement is taken to be the edge's."""


def continued(coverage: Iterable[Coverage], day: date) -> tuple[Coverage, ...]:
    """The statements, those that reach the record's edge as if they went on to the day.

    The edge of a kind of row is the last day for which some statement calls the record complete. A
    statement that ended long before it ended for a reason, so it is left as it is.
    """
    known = tuple(coverage)
    edges = edges_of(known)
    return tuple(
        _to(one, day) if one.kind in edges and _reaches(one, edges[one.kind], day) else one
        for one in known
    )


def edges_of(coverage: Iterable[Coverage]) -> dict[Covered, int]:
    """The last day for which the record is complete, by kind of row, as an ordinal."""
    edges: dict[Covered, int] = {}
    for one in coverage:
        core = one.when.core
        if one.complete and not core.is_empty() and core.last < LAST_DAY:
            edges[one.kind] = max(core.last, edges.get(one.kind, core.last))
    return edges


def _reaches(one: Coverage, edge: int, day: date) -> bool:
    core = one.when.core
    return not core.is_empty() and edge - EDGE <= core.last < day.toordinal()


def _to(one: Coverage, day: date) -> Coverage:
    return replace(one, when=Stretch(one.when.start, When(Days.on(day))))
