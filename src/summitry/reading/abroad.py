"""A visit leads abroad: nobody visits the country whose office they have held."""

from __future__ import annotations

from collections.abc import Iterable

from summitry.model.claims import Claim, Held
from summitry.model.events import EventKind
from summitry.model.places import PlaceId
from summitry.model.selection import Party, Someone
from summitry.reading.calendar import Calendar
from summitry.reading.narrowing import Unreadable


def leads_abroad(claims: Iterable[Claim], calendar: Calendar) -> None:
    """:class:`Unreadable` if a claim is of a visit within a visitor's own country.

    "Putin flew to Sochi" tells of no visit, so a record that has none doesn't tell against it.
    """
    for claim in claims:
        if isinstance(claim, Held):
            continue
        events = claim.selection
        if events.kind is EventKind.VISIT and events.place is not None:
            lands = _lands(events.who, calendar)
            if any(calendar.was_within(events.place, land) for land in lands):
                raise Unreadable("a trip within somebody's own country")


def _lands(party: Party, calendar: Calendar) -> frozenset[PlaceId]:
    """The countries of the offices that a party has held, or of the one that it holds."""
    offices = calendar.offices(party.person) if isinstance(party, Someone) else {party.office}
    rows = calendar.names.offices
    countries = (rows[office].country for office in offices)
    return frozenset(country for country in countries if country is not None)
