from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from summitry.model.names import Names
from summitry.model.places import Place, PlaceKind
from summitry.telling.pictures.look import Look, Width
from summitry.telling.pictures.maps import map_of, places_of
from summitry.telling.pictures.projection import Point
from tests.telling.pictures.drawn import PAIRS, bundled, marks, met, small, texts
from tests.telling.small_names import NAMES


def city(id: str, at: Point | None, **more: Any) -> Place:  # noqa: ANN401 - Place's fields
    longitude, latitude = at or (None, None)
    said: dict[str, Any] = {"name": id.title(), "kind": PlaceKind.CITY} | more
    return Place(id=id, longitude=longitude, latitude=latitude, **said)


def names(*places: Place) -> Names:
    return replace(NAMES, places={place.id: place for place in places})


GENEVA = city("geneva", (6.14, 46.2))
VILLA = city("villa", (6.17, 46.21), kind=PlaceKind.VENUE, within="geneva")
HOUSE = city("house", (37.2, 55.7), kind=PlaceKind.VENUE, within="ru")
CASTLE = city("castle", (14.4, 46.3), kind=PlaceKind.VENUE, near="ljubljana")
LJUBLJANA = city("ljubljana", (14.5, 46.05))
RUSSIA = city("ru", (60.0, 60.0), kind=PlaceKind.COUNTRY)
NOWHERE = city("nowhere", None)
PLACES = names(GENEVA, VILLA, HOUSE, CASTLE, LJUBLJANA, RUSSIA, NOWHERE)


@pytest.mark.parametrize(
    ("place", "stands"),
    [
        ("geneva", "Geneva"),
        ("villa", "Geneva"),
        ("house", "House"),
        ("castle", "Ljubljana"),
        ("ru", None),
        ("nowhere", None),
        (None, None),
    ],
)
def test_an_encounter_stands_at_its_city_or_venue_and_at_nothing_larger(
    place: str | None, stands: str | None
) -> None:
    found, missing = places_of(small(met("a", "2013-06-01", place=place), names=PLACES))
    assert [one.name for one in found] == ([stands] if stands else [])
    assert missing == (0 if stands else 1)


@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
def test_each_meeting_is_counted_at_one_place_or_as_missing(pair: tuple[str, str]) -> None:
    shown = bundled(*pair)
    found, missing = places_of(shown)
    assert sum(one.number for one in found) + missing == len(shown.meetings())
    drawn = {row["place"]: row["encounters"] for row in marks(map_of(shown, Look()), "place")}
    assert drawn == {one.name: one.number for one in found}


def test_contacts_are_nowhere() -> None:
    found, missing = places_of(small(contacts=(met("a", "2013-06-01", "", "phone"),)))
    assert (found, missing) == ((), 0)


@pytest.mark.parametrize("width", Width)
@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
def test_every_place_is_named_on_the_map_or_below_it(pair: tuple[str, str], width: Width) -> None:
    picture = map_of(bundled(*pair), Look(width=width))
    said = texts(picture)
    below = " ".join(said[said.index(next(t for t in said if t.startswith("Where"))) :])
    for one in places_of(bundled(*pair))[0]:
        named = one.name if one.number == 1 else f"{one.name} {one.number}"
        assert named in said or one.name in below


def test_how_many_have_no_coordinates_is_said() -> None:
    picture = map_of(small(met("a", "2013-06-01"), met("b", "2013-06-02")), Look())
    told = "2 encounters in person are not on the map: the record has no coordinates of the place."
    assert told in texts(picture)
    assert picture.alt.endswith(told)


def test_places_of_one_region_are_drawn_on_a_map_of_it_and_of_several_on_the_world() -> None:
    def kinds(*at: tuple[float, float]) -> set[str]:
        places = [city(f"p{number}", one) for number, one in enumerate(at)]
        events = [met(p.id, "2013-06-01", place=p.id) for p in places]
        picture = map_of(small(*events, names=names(*places)), Look())
        return {
            layer["projection"]["type"] for layer in picture.spec["layer"] if "projection" in layer
        }

    europe = ((6.1, 46.2), (37.6, 55.7), (24.9, 60.2), (13.4, 52.5))
    assert kinds(europe[0]) == {"azimuthalEqualArea"}
    assert kinds(*europe) == {"azimuthalEqualArea"}
    assert kinds(europe[0], (-77.0, 38.9)) == {"equalEarth"}
    assert kinds(*europe, (-77.0, 38.9)) == {"equalEarth", "azimuthalEqualArea"}
