"""Rows of the lists that tell of parts of one stay, made one visit."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import Final

from summitry.model.edtf import write
from summitry.model.events import Visit, VisitKind
from summitry.model.people import PersonId
from summitry.model.when import Moment, Stretch
from summitry.sources.historian.making import Making

MOST_APART: Final = 1
"""Days between two rows of a trip to one country, with none to another between, that are one."""
MOST_APART_IN_US: Final = 6
"""The same of foreign leaders, of whose stays the list has the days in Washington or at a talk.

Were they two stays, the record would have one too few, which it may; it may not have one too many.
"""

_FIRST_KINDS: Final = (VisitKind.STATE, VisitKind.OFFICIAL, VisitKind.WORKING)


def join_stays(making: Making) -> None:
    """Make one visit of those that are parts of one stay, with the citations of all."""
    canonical = {j.row: j.other for j in making.judgements if j.table == "people"}
    stays: defaultdict[PersonId, list[Visit]] = defaultdict(list)
    for visit in making.visits:
        stays[canonical.get(visit.person, visit.person)].append(visit)
    joined: list[Visit] = []
    for visits in stays.values():
        last: Visit | None = None
        for visit in sorted(visits, key=lambda visit: (_first(visit), _last(visit), visit.id)):
            if last is not None and _is_one_stay(last, visit):
                making.citations["visits", last.id] += making.citations.pop(("visits", visit.id))
                last = joined[-1] = _join(last, visit)
            else:
                last = visit
                joined.append(visit)
    making.visits = joined


def _first(visit: Visit) -> int:
    return visit.when.start.possible.last


def _last(visit: Visit) -> int:
    end = visit.when.end
    return _first(visit) if end is None else end.possible.first


def _is_one_stay(one: Visit, other: Visit) -> bool:
    most = MOST_APART_IN_US if one.country == "us" else MOST_APART
    return (one.country, one.status) == (other.country, other.status) and _first(other) - _last(
        one
    ) <= most


def _join(one: Visit, other: Visit) -> Visit:
    same_occasion = len({one.occasion, other.occasion} - {None}) < 2
    return replace(
        one,
        when=_whole(one, other),
        kinds=_kinds(one.kinds, other.kinds),
        place=one.place or other.place,
        elsewhere=one.elsewhere or other.elsewhere or one.place != other.place,
        occasion=(one.occasion or other.occasion) if same_occasion else None,
        note=" ".join(dict.fromkeys((one.note, other.note))),
    )


def _whole(one: Visit, other: Visit) -> Moment:
    later = max(one, other, key=_last)
    start, end = one.when.start, later.when.end
    if start == end and start.possible.only is not None:
        return start
    whole = Stretch(start, end)
    return Stretch(start, end, write(whole))


def _kinds(one: frozenset[VisitKind], other: frozenset[VisitKind]) -> frozenset[VisitKind]:
    """What the whole stay was: a state visit, if a part of it was one."""
    for kind in _FIRST_KINDS:
        if frozenset({kind}) in (one, other):
            return frozenset({kind})
    return one | other if one and other else frozenset()
