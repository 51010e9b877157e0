from __future__ import annotations

from dataclasses import replace
from typing import Any

import geojson as reader

from summitry.model.edtf import write
from summitry.model.places import PlaceKind
from summitry.telling.exports.exported import Exported
from summitry.telling.exports.geojson import geojson
from tests.telling.exports.selections import bundled, odd


def features(exported: Exported) -> dict[str, Any]:
    collection = reader.loads(geojson(exported).text)
    assert collection.is_valid, collection.errors()
    return {feature["id"]: feature for feature in collection["features"]}


def test_every_event_is_a_feature_with_its_days() -> None:
    found = features(bundled())
    assert list(found) == [event.id for event in bundled().events]
    for event in bundled().events:
        told = found[event.id]["properties"]
        assert told["when"] == write(event.when)
        assert told["status"] == event.status.value
        assert told["sources"]


def test_a_point_is_the_city_s_or_the_venue_s_and_never_a_country_s() -> None:
    found = features(odd())
    assert found["on-a-day"]["geometry"] == {"type": "Point", "coordinates": [6.1, 46.2]}
    assert found["on-a-day"]["properties"]["located"] == "city"
    assert [found[id]["geometry"] for id in ("in-a-month", "in-a-year", "days")] == [None] * 3
    assert found["in-a-month"]["properties"]["country"] == "CH"
    assert found["in-a-year"]["properties"]["city"] == "Nowhere"
    places = {
        (place.longitude, place.latitude)
        for place in bundled().names.places.values()
        if place.kind in {PlaceKind.CITY, PlaceKind.VENUE}
    }
    points = [f["geometry"]["coordinates"] for f in features(bundled()).values() if f["geometry"]]
    assert len(points) > 100
    assert {tuple(point) for point in points} <= places


def test_how_many_events_have_no_point_is_said() -> None:
    for exported in (odd(), bundled()):
        found = features(exported)
        bare = [
            id
            for id, one in found.items()
            if one["geometry"] is None and one["properties"]["mode"] in {None, "in-person"}
        ]
        (said,) = geojson(exported).lacks
        assert said.startswith(f"{len(bare)} events without a point: ")
        located = tuple(one for one in exported.events if one.id not in bare)
        assert geojson(replace(exported, events=located)).lacks == ()


def test_the_properties_are_plain_and_the_same_of_every_feature() -> None:
    found = features(odd())
    keys = {tuple(feature["properties"]) for feature in found.values()}
    assert len(keys) == 1
    values = [value for feature in found.values() for value in feature["properties"].values()]
    assert {type(value) for value in values} == {str, type(None)}


def test_days_without_a_bound_have_none() -> None:
    told = features(odd())["without-a-first-day"]["properties"]
    assert (told["start"], told["end"]) == (None, None)
