"""What the data sets are complete for, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from summitry.model.coverage import Coverage, Covered
from summitry.model.events import VisitKind
from summitry.model.people import Office, OfficeId
from summitry.model.selection import Holder
from summitry.model.when import Stretch, When
from summitry.sources.historian.entries import President, Stay, Trip
from summitry.sources.historian.meetings import is_presidents

PRESIDENT: OfficeId = "us-president"
_FORMAL = frozenset({VisitKind.STATE, VisitKind.OFFICIAL})


def coverage(
    trips: Iterable[Trip],
    stays: Iterable[Stay],
    presidents: Iterable[President],
    offices: Iterable[Office],
) -> Iterator[Coverage]:
    """The statements, each within the years of its list: the last row is the last day."""
    abroad = [trip for trip in trips if is_presidents(trip)]
    if abroad:
        yield Coverage(
            id="historian-us-president-visits",
            kind=Covered.VISIT,
            who=Holder(PRESIDENT),
            when=_from_to(min(t.start for t in abroad), max(t.end for t in abroad)),
            note="Every trip abroad of a president in office, by the Office of the Historian's "
            "list; stops for fuel that nobody counts as a visit may be missing.",
        )
    terms = list(presidents)
    if terms:
        yield Coverage(
            id="historian-us-presidents",
            kind=Covered.TENURE,
            who=Holder(PRESIDENT),
            when=_from_to(min(t.took for t in terms), max(t.took for t in terms)),
            note="Every president, with the days on which each took and left office.",
        )
    listed = list(stays)
    if listed:
        span = _from_to(min(s.start for s in listed), max(s.end for s in listed))
        for office in offices:
            if office.leads and office.country not in {None, "us"}:
                yield Coverage(
                    id=f"historian-visits-{office.id}",
                    kind=Covered.VISIT,
                    who=Holder(office.id),
                    country="us",
                    visit_kinds=_FORMAL,
                    when=span,
                    note="State and official visits to the United States of heads of state and of "
                    "government, by the Office of the Historian's list. Other stays, such as those "
                    "at the United Nations, are in it only if the president was met.",
                )


def _from_to(first: date, last: date) -> Stretch:
    return Stretch(When.on(first), When.on(last), f"{first}/{last}")
