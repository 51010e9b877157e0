"""Places: venue < city < region < country."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from summitry.model.when import Stretch

PlaceId = str


class PlaceKind(StrEnum):
    """How large a place is."""

    VENUE = "venue"
    CITY = "city"
    REGION = "region"
    COUNTRY = "country"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place; ``within`` is the next larger one, ``near`` the city that prose names instead of it.

    ``country`` is an ISO 3166-1 alpha-2 code, or an ISO 3166-3 one for a state that is no more;
    latitude and longitude are WGS 84 degrees. ``when`` is the time in which a state existed (None:
    at any time that matters), ``formerly`` the former state that the place was part of.
    """

    id: PlaceId
    name: str
    kind: PlaceKind
    within: PlaceId | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    near: PlaceId | None = None
    aliases: tuple[str, ...] = ()
    when: Stretch | None = None
    formerly: PlaceId | None = None
