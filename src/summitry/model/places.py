"""Places: venue < city < region < country."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

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

    ``country`` is an ISO 3166-1 alpha-2 code; latitude and longitude are WGS 84 degrees.
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
