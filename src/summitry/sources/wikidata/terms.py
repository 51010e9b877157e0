"""Statements as tenures: from when to when, as far as Wikidata knows."""

from __future__ import annotations

from collections.abc import Iterable

from summitry.model.days import LAST_DAY, Days, until
from summitry.model.edtf import write
from summitry.model.people import OfficeId, Person, Tenure
from summitry.model.when import Stretch, When
from summitry.sources.wikidata.gathered import Holding
from summitry.sources.wikidata.times import Time, Unknown, agreed


class LeftOut(Exception):
    """Why a statement gives no tenure, and what would have."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint


def tenure_of(id: str, holding: Holding, person: Person, office: OfficeId, *, gone: bool) -> Tenure:
    """The tenure that a statement says; LeftOut where it can't be told from when to when.

    A start that is missing is not known. A tenure whose end is missing goes on, save where the
    person is ``gone`` (died, or had somebody after them) or the statement names who replaced them:
    then the end is not known either.
    """
    start, end = _agreed("start", holding.starts), _agreed("end", holding.ends)
    return Tenure(
        id=id,
        person=person.id,
        office=office,
        when=_stretch(start, end, person, ended=gone or holding.replaced or bool(holding.ends)),
        acting=holding.acting,
        elected=_elections(holding.elected, end),
    )


def _agreed(which: str, times: Iterable[Time]) -> When | None:
    days = agreed(frozenset(times))
    known = sorted(write(time) for time in times if isinstance(time, When))
    if days is None and known:
        message = f"its {which} is {' and '.join(known)}"
        raise LeftOut("several-dates", message, f"expected one {which}, or a statement for each")
    if which == "end" and not known and Unknown.OUTSIDE in times:
        message = f"its {which} is {Unknown.OUTSIDE.value}"
        raise LeftOut("date-outside", message, "expected a date that a record can hold")
    return days


def _stretch(start: When | None, end: When | None, person: Person, *, ended: bool) -> Stretch:
    if start is None:
        if end is None:
            message = "it has no start and no end"
            raise LeftOut("undated-statement", message, "expected one of them, as a date")
        return Stretch(When(_alive(until(end.possible.last), person)), end)
    if end is None:
        after = When(_alive(Days((start.possible.first, LAST_DAY)), person))
        return Stretch(start, after if ended else None)
    if end.possible.last < start.possible.first:
        message = f"it ends in {write(end)}, before its start in {write(start)}"
        raise LeftOut("crossing-dates", message, "expected an end after the start")
    return Stretch(start, end)


def _alive(days: Days, person: Person) -> Days:
    """Those of the days on which the person may have lived; all, if that is none of them."""
    lived = days & person.lifetime
    return days if lived.is_empty() else lived


def _elections(times: Iterable[Time], end: When | None) -> tuple[When, ...]:
    """The days of the elections, in order, without one after the end: it gave another tenure."""
    last = LAST_DAY if end is None else end.possible.last
    days = {time for time in times if isinstance(time, When) and time.possible.first <= last}
    return tuple(sorted(days, key=lambda day: (day.possible.first, day.possible.last)))
