"""The page of a place."""

from __future__ import annotations

from summitry.desk.pages.register import Register
from summitry.model.names import fold
from summitry.model.places import PlaceId
from summitry.telling.pages.place import PlacePage


def place_page(place: PlaceId, register: Register) -> PlacePage:
    """What is told of a place."""
    names = register.names
    parts = sorted(
        register.within.get(place, ()), key=lambda one: (fold(names.places[one].name), one)
    )
    return PlacePage(
        ground=register.ground,
        place=place,
        parts=tuple((one, register.in_place.get(one, ())) for one in parts),
        occasions=register.occasions_in.get(place, ()),
        events=register.in_place.get(place, ()),
    )
