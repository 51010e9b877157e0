"""Visits, from the lists' structured fields: how long, of what kind, whether they took place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Final

from summitry.model.days import Days
from summitry.model.edtf import write
from summitry.model.events import Status, VisitKind
from summitry.model.when import Moment, Stretch, When
from summitry.sources.historian.entries import Row, Stay
from summitry.sources.historian.occasions import gathering_of
from summitry.sources.historian.remarks import read
from summitry.sources.historian.tables import table

AROUND: Final = timedelta(days=3)
AROUND_UN: Final = timedelta(days=10)
"""How long before and after the days of the list a leader may have been in the country already.

The lists give the days of the visit to Washington, and tell in the remarks of longer stays; they
are silent on the days at the United Nations.
"""

_MONTHS: Final = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
)
_IN_US: Final = re.compile(
    rf"[Ii]n (?:the )?U\.S\. (?P<m1>{_MONTHS}) (?P<d1>\d+)(?:, (?P<y1>\d{{4}}))?"
    rf"[–\-](?:(?P<m2>{_MONTHS}) )?(?P<d2>\d+)(?:, (?P<y2>\d{{4}}))?"
)
_ARRIVED: Final = re.compile(
    rf"Arrived in (?:the )?U\.S\. (?P<m>{_MONTHS}) (?P<d>\d+)(?:, (?P<y>\d{{4}}))?"
)
_DEPARTED: Final = re.compile(
    rf"(?:Departed|departed|Left|left) (?:the )?U\.S\. "
    rf"(?P<m>{_MONTHS}) (?P<d>\d+)(?:, (?P<y>\d{{4}}))?"
)


def days_of(row: Row) -> Moment:
    """The days of a trip, as the list gives them."""
    if row.start == row.end:
        return When.on(row.start)
    return Stretch(When.on(row.start), When.on(row.end), f"{row.start}/{row.end}")


def days_in_country(stay: Stay, before: date | None, after: date | None) -> Moment:
    """The days of a leader's stay: at least the list's, at most so many around them.

    ``before`` is the end and ``after`` the start of the person's rows next to this one: two rows
    are two stays.
    """
    first, last = told_bounds(stay)
    around = AROUND_UN if re.search(r"\bU\.?N\b|United Nations", stay.remarks) else AROUND
    start = first or max(stay.start - around, before or date.min)
    end = last or min(stay.end + around, after or date.max)
    start, end = min(start, stay.start), max(end, stay.end)
    starts = Days.on(start) if first else Days.between(start, stay.start)
    ends = Days.on(end) if last else Days.between(stay.end, end)
    stretch = Stretch(When(starts), When(ends))
    return Stretch(stretch.start, stretch.end, write(stretch))


def told_bounds(stay: Stay) -> tuple[date | None, date | None]:
    """The first and the last day in the country that the remarks tell; None where they don't."""
    if found := _IN_US.search(stay.remarks):
        first = _day(found["m1"], found["d1"], found["y1"], stay.start)
        last = _day(found["m2"] or found["m1"], found["d2"], found["y2"], stay.end)
        if first and last and first <= stay.start and stay.end <= last:
            return first, last
    arrived, departed = _ARRIVED.search(stay.remarks), _DEPARTED.search(stay.remarks)
    first = _day(arrived["m"], arrived["d"], arrived["y"], stay.start) if arrived else None
    last = _day(departed["m"], departed["d"], departed["y"], stay.end) if departed else None
    return (
        first if first and first <= stay.start else None,
        last if last and last >= stay.end else None,
    )


def _day(month: str, day: str, year: str | None, near: date) -> date | None:
    """The day nearest to another that a month and day, and perhaps a year, name."""
    number = _MONTHS.split("|").index(month) + 1
    years = [int(year)] if year else [near.year - 1, near.year, near.year + 1]
    found = []
    for one in years:
        try:
            found.append(date(one, number, int(day)))
        except ValueError:
            continue
    return min(found, key=lambda d: abs(d - near), default=None)


_OF_PURPOSE: Final = frozenset(VisitKind) - {VisitKind.TRANSIT}


def kinds_of(row: Row) -> frozenset[VisitKind]:
    """The kinds that the visit may have been, by the words at the head of its remarks."""
    found = formal_words(row.remarks)
    if found:
        kinds: Mapping[str, list[str]] = table("occasions")["kinds"]
        return frozenset(map(VisitKind, kinds[found]))
    if re.match(r"(?:Refuel|Overnight stop|Stopped|Stopover|Disembarked)", row.remarks):
        return frozenset({VisitKind.TRANSIT})
    if gathering_of(row) and re.fullmatch(r"(?:Attended|Participated in) [^.;]*\.?", row.remarks):
        return frozenset({VisitKind.MULTILATERAL, VisitKind.OFFICIAL, VisitKind.WORKING})
    stopped = re.search(r"[Ss]topp|[Ss]top\b|[Rr]efuel|[Ee]n route|[Tt]ransit|embark", row.remarks)
    of_purpose = gathering_of(row) or read(row.remarks, row.start, row.end)
    return _OF_PURPOSE if of_purpose and not stopped else frozenset()


def formal_words(remarks: str) -> str:
    """The kind of visit as the remarks write it ("official working"), "" for none.

    Remarks that tell of two kinds ("working visit, followed by State visit") tell of neither.
    """
    kinds = "|".join(sorted(table("occasions")["kinds"], key=len, reverse=True))
    found = re.findall(rf"\b({kinds}) visits?\b", remarks.lower())
    return (
        found[0]
        if found
        and len({*found} - {"private"}) <= 1
        and remarks.lower().find(f"{found[0]} visit") < _HEAD
        else ""
    )


_HEAD: Final = 12
"""How far into the remarks the kind of the visit may stand; later ones are of a part of it."""


def status_of(row: Row) -> Status:
    """Held: the lists hold visits that took place; a meeting that was cancelled is told apart."""
    whole = re.match(r"(?:Visit|Trip) (?:was )?(?:cancelled|canceled|postponed)", row.remarks)
    return Status.CANCELLED if whole else Status.HELD


def is_formal(row: Row) -> bool:
    """Whether the visit is one that by protocol has a meeting with the president."""
    formal = table("occasions")["formal"]
    since = date.fromisoformat(formal["since"])
    cancelled = "cancelled" in row.remarks or "canceled" in row.remarks
    return (
        row.start >= since
        and not cancelled
        and any(row.remarks.lower().startswith(words) for words in formal["kinds"])
    )


def next_to(rows: Iterable[Stay]) -> dict[str, tuple[date | None, date | None]]:
    """For each row of one person: the end of the row before, and the start of the one after."""
    order = sorted(rows, key=lambda r: (r.start, r.end, r.number))
    found: dict[str, tuple[date | None, date | None]] = {}
    for index, row in enumerate(order):
        ends = [r.end for r in order[:index] if r.end < row.start]
        starts = [r.start for r in order[index + 1 :] if r.start > row.end]
        found[row.number] = (max(ends, default=None), min(starts, default=None))
    return found
