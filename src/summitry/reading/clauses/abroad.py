"""Guests are abroad: nobody visits the country whose office they have held, nor calls there."""

from __future__ import annotations

from collections.abc import Iterable

from summitry.lexicon.tables import Sense
from summitry.model.claims import Claim, Held
from summitry.model.events import EventKind
from summitry.model.places import PlaceId
from summitry.model.selection import Party, Selection, Someone
from summitry.reading.mentions.calendar import Calendar
from summitry.reading.mentions.narrowing import Unreadable


def guests_abroad(claims: Iterable[Claim], sense: Sense, calendar: Calendar) -> None:
    """:class:`Unreadable` if a claim is of a guest within their own country, or may be.

    "Putin flew to Sochi" tells of no visit, so a record that has none doesn't tell against it.
    "Bush visited Putin in Sochi" says who was whose guest, which a claim that they met doesn't.
    """
    for claim in claims:
        if isinstance(claim, Held):
            continue
        events, guest = claim.selection, sense.roles == "guest"
        place = events.place or _of_occasion(events, calendar)
        if guest and place is None:
            raise Unreadable("it isn't said where the visit went")
        if place is not None and (guest or events.kind is EventKind.VISIT):
            lands = _lands(events.who, calendar)
            if any(calendar.was_within(place, land) for land in lands):
                raise Unreadable("a trip within somebody's own country")


def _of_occasion(events: Selection, calendar: Calendar) -> PlaceId | None:
    occasion = calendar.names.occasions.get(events.occasion or "")
    return None if occasion is None else occasion.place


def _lands(party: Party, calendar: Calendar) -> frozenset[PlaceId]:
    """The countries of the offices that a party has held, or of the one that it holds."""
    offices = calendar.offices(party.person) if isinstance(party, Someone) else {party.office}
    rows = calendar.names.offices
    countries = (rows[office].country for office in offices)
    return frozenset(country for country in countries if country is not None)
