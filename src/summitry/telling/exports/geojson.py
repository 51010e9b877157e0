"""GeoJSON (RFC 7946): a feature an event, at the venue or city where it was."""

from __future__ import annotations

import json
from typing import Any

from summitry.model.edtf import write
from summitry.model.events import Encounter, Event, Mode
from summitry.model.places import PlaceKind
from summitry.telling.exports import said, where
from summitry.telling.exports.exported import Exported, Written, events
from summitry.telling.exports.known import bounds
from summitry.telling.voice import Voice


def geojson(exported: Exported) -> Written:
    """A FeatureCollection; the geometry of an event of which no venue or city is known is null."""
    features = [_feature(event, exported) for event in exported.events]
    collection = {
        "type": "FeatureCollection",
        "name": exported.basis.label,
        "features": features,
    }
    text = json.dumps(collection, ensure_ascii=False, indent=1) + "\n"
    bare = sum(
        _was_somewhere(event) and feature["geometry"] is None
        for event, feature in zip(exported.events, features, strict=True)
    )
    told = f"{events(bare)} without a point: the record has no coordinates of a venue or city"
    return Written(text=text, lacks=(told,) if bare else ())


def _was_somewhere(event: Event) -> bool:
    """Whether there is a place to be known: those who speak by phone are in several."""
    return not isinstance(event, Encounter) or event.mode is Mode.IN_PERSON


def _feature(event: Event, exported: Exported) -> dict[str, Any]:
    point = where.point(event, exported.names)
    geometry = None
    if point is not None:
        geometry = {"type": "Point", "coordinates": [point.longitude, point.latitude]}
    return {
        "type": "Feature",
        "id": event.id,
        "geometry": geometry,
        "properties": {
            **_properties(event, exported),
            "located": None if point is None else point.kind.value,
        },
    }


def _properties(event: Event, exported: Exported) -> dict[str, Any]:
    """Plain values, for map programs make columns of them; lists are joined by "; "."""
    names, voice = exported.names, Voice(exported.names)
    encounter = event if isinstance(event, Encounter) else None
    outer = bounds(event.when)
    kinds = "|".join(said.kinds(event)) or None
    return {
        "name": said.headline(event, voice),
        "kind": event.kind.value,
        "when": write(event.when),
        "start": None if outer is None else outer[0].isoformat(),
        "end": None if outer is None else outer[1].isoformat(),
        "people": "; ".join(sorted(map(voice.person, event.people))),
        "mode": None if encounter is None else encounter.mode.value,
        "setting": None if encounter is None else kinds,
        "visit_kind": kinds if encounter is None else None,
        "status": event.status.value,
        "venue": where.named(event, PlaceKind.VENUE, names),
        "city": where.named(event, PlaceKind.CITY, names),
        "country": where.country(where.place_of(event), names),
        "occasion": None if event.occasion is None else names.occasions[event.occasion].name,
        "topics": "; ".join(said.topics(event, voice)) or None,
        "sources": "; ".join(url or label for label, url in said.source_lines(event, exported)),
    }
