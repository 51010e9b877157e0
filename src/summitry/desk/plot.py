"""Plot: what a picture of two parties is drawn from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from summitry.desk.find import Wanted, find
from summitry.desk.history import history
from summitry.desk.resolve import resolve_party
from summitry.model.days import Days
from summitry.model.selection import Holder, Someone
from summitry.record.view import View
from summitry.telling.pictures.shown import Shown, shown


def plot(a: str, b: str, view: View, *, wanted: Wanted, as_of: date | None, today: date) -> Shown:
    """What was held of two people or offices as of a day, of the events wanted.

    A row is a counterpart: of a person and an office the office's holders, whichever is named
    first. Raises what ``history`` and ``find`` raise.
    """
    names = view.names()
    one, other = resolve_party(a, names), resolve_party(b, names)
    if isinstance(one, Holder) and isinstance(other, Someone):
        a, b = b, a
    drawn = shown(history(a, b, view, as_of=as_of, today=today))
    if wanted == Wanted():
        return drawn
    # An office's holder may have met the other before or after the time in office.
    pairs = (replace(wanted, a=a, b=row.person) for row in drawn.rows)
    ids = {event.id for pair in pairs for event in find(pair, view).events}
    return drawn.kept(lambda event: event.id in ids, Days.between(wanted.since, wanted.until))
