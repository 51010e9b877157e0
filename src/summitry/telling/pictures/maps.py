"""A map: where two parties met, a disc a place, as large as they met there often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import pi, sqrt
from typing import Final

from summitry.model.events import Encounter
from summitry.model.names import Names
from summitry.model.places import Place, PlaceKind, around
from summitry.telling.pictures import alt, land
from summitry.telling.pictures.canvas import (
    Json,
    Line,
    Picture,
    Sheet,
    Text,
    as_given,
    begun,
    drawn,
    finished,
    layer,
)
from summitry.telling.pictures.labels import Spot, labelled
from summitry.telling.pictures.look import Look, Size
from summitry.telling.pictures.projection import LAMBERT, Fit, Panel, Point, Projection, fit
from summitry.telling.pictures.shown import Shown
from summitry.telling.words import joined

_UNIT: Final = 4.2
_LARGEST: Final = 15.0
_SMALLEST: Final = 3.2
_ON_A_PHONE: Final = 0.66
_EUROPE: Final = (-11.0, 34.0, 46.0, 66.0)
"""West, south, east, north: what is drawn a second time, larger, where many places crowd there."""

_CROWD: Final = 4
_SHAPES: Final = {False: (0.4, 0.56), True: (0.6, 0.95)}
"""The least and the most that a map is high for its width: wide, and on a phone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """A place on the map, and the encounters there."""

    name: str
    point: Point
    number: int


def places_of(shown: Shown) -> tuple[tuple[Met, ...], int]:
    """Where the encounters in person were, most often first, and how many have no point."""
    found = [spot_of(event, shown.names) for event in shown.meetings()]
    number = Counter(place for place in found if place is not None)
    met = (
        Met(name=place.name, point=(place.longitude, place.latitude), number=often)
        for place, often in number.items()
        if place.longitude is not None and place.latitude is not None
    )
    return tuple(sorted(met, key=lambda m: (-m.number, m.name))), found.count(None)


def spot_of(event: Encounter, names: Names) -> Place | None:
    """The city where it was, or its venue if no city's coordinates are known; None without any."""
    chain = list(around(names.places, event.place or ""))
    near = [names.places[place.near] for place in chain if place.near]
    known = [p for p in (*chain, *near) if p.latitude is not None and p.longitude is not None]
    for kind in (PlaceKind.CITY, PlaceKind.VENUE):
        for place in known:
            if place.kind is kind:
                return place
    return None


def map_of(shown: Shown, look: Look) -> Picture:
    """The map of where the encounters in person of a history were."""
    met, missing = places_of(shown)
    total = sum(one.number for one in met)
    sheet = begun(look, shown.title, f"Where they met: {alt.mapped(total, len(met))}")
    layers: list[Json] = []
    named: frozenset[Met] = frozenset()
    for heading, fitted, among in _panels(met):
        if heading:
            fill = look.palette.ink
            sheet = sheet.down(10).paragraph(heading, size=Size.LABEL, fill=fill, bold=True).down(3)
        drawing = _Drawing(sheet, fitted, met)
        sheet, drawn_there, named_there = drawing.drawn(among, but=named)
        layers += drawn_there
        named |= named_there
    return finished(
        sheet,
        name="map",
        title=shown.title,
        notes=[*_notes(met, named, missing), *alt.sources(shown)],
        layers=layers,
        alt=alt.on_map(shown, [(one.name, one.number) for one in met], missing),
    )


def _panels(met: Sequence[Met]) -> list[tuple[str, Fit, Sequence[Met]]]:
    """The maps to draw: Europe first where many of the places are there and others elsewhere."""
    if not met:
        return []
    every = fit([one.point for one in met])
    crowd = [one for one in met if _is_in_europe(one.point)]
    if every.projection.kind == LAMBERT or len(crowd) < _CROWD:
        return [("", every, met)]
    return [("Europe", fit([one.point for one in crowd]), crowd), ("The world", every, met)]


def _notes(met: Sequence[Met], named: frozenset[Met], missing: int) -> Iterator[str]:
    unnamed = [one.name for one in met if one not in named]
    if unnamed:
        yield f"Drawn, but without room for a name: {joined(unnamed)}."
    if missing:
        yield alt.unplaced(missing)


def _is_in_europe(point: Point) -> bool:
    west, south, east, north = _EUROPE
    return west <= point[0] <= east and south <= point[1] <= north


@dataclass(frozen=True, slots=True)
class _Drawing:
    """A map below what is on a sheet; a disc is as large on each map of the sheet."""

    sheet: Sheet
    fitted: Fit
    met: Sequence[Met]

    @property
    def panel(self) -> Panel:
        sheet, shape = self.sheet, self.fitted.shape
        wide = sheet.right - sheet.left
        if not self.fitted.is_world:
            least, most = _SHAPES[sheet.look.is_narrow]
            shape = max(least, min(shape, most))
        return Panel(sheet.left, round(sheet.bottom, 1), wide, round(wide * shape, 1))

    def drawn(
        self, among: Sequence[Met], *, but: frozenset[Met]
    ) -> tuple[Sheet, list[Json], frozenset[Met]]:
        """The sheet with names on it, the layers below them, and the places that are named."""
        panel = self.panel
        projection = self.fitted.projection.placed(self.fitted.span, panel)
        spots = {one: self.spot(one, projection) for one in among}
        labels = labelled(
            [spots[one] for one in among if one not in but],
            panel,
            around=[spots[one] for one in among if one in but],
        )
        palette = self.sheet.look.palette
        layers = [
            _shape({"sphere": True}, palette.sea, projection, panel),
            _shape({"values": _land(projection)}, palette.land, projection, panel),
            *_leaders([one.line for one in labels if one.line is not None], self.sheet),
            _discs(spots, projection, panel, self.sheet),
        ]
        texts = (
            Text(text=one.spot.text, x=one.left, y=one.base, size=Size.SMALL, fill=palette.ink)
            for one in labels
        )
        sheet = replace(self.sheet.put(*texts), bottom=panel.y + panel.high + 4)
        done = {label.spot for label in labels}
        return sheet, layers, frozenset(one for one, spot in spots.items() if spot in done)

    def spot(self, one: Met, projection: Projection) -> Spot:
        """A disc as large as they met there often, with its name."""
        x, y = projection.at(one.point)
        part = _ON_A_PHONE if self.sheet.look.is_narrow else 1.0
        unit = part * min(_UNIT, _LARGEST / sqrt(max(other.number for other in self.met)))
        text = one.name if one.number == 1 else f"{one.name} {one.number}"
        return Spot(text=text, x=x, y=y, radius=max(part * _SMALLEST, unit * sqrt(one.number)))


# --- as layers of Vega-Lite ---------------------------------------------------------------------


def _land(projection: Projection) -> Json:
    return land.region(projection.centre) if projection.kind == LAMBERT else land.world()


def _shape(data: Json, fill: str, projection: Projection, panel: Panel) -> Json:
    return {
        "data": data,
        "projection": projection.spec(panel),
        "mark": {"type": "geoshape", "fill": fill, "clip": False},
    }


def _discs(spots: Mapping[Met, Spot], projection: Projection, panel: Panel, sheet: Sheet) -> Json:
    palette = sheet.look.palette
    values = [
        {
            "place": one.name,
            "encounters": one.number,
            "longitude": one.point[0],
            "latitude": one.point[1],
            "area": round(pi * spot.radius**2, 1),
        }
        for one, spot in spots.items()
    ]
    encoding = {
        "longitude": {"field": "longitude", "type": "quantitative"},
        "latitude": {"field": "latitude", "type": "quantitative"},
        "size": as_given("area"),
    }
    mark = {
        "type": "circle",
        "fill": palette.dot,
        "fillOpacity": 0.85,
        "stroke": palette.ground,
        "strokeWidth": 0.8,
        "opacity": 1,
        "clip": False,
    }
    return {**layer(values, mark, encoding), "projection": projection.spec(panel)}


def _leaders(lines: Sequence[tuple[Point, Point]], sheet: Sheet) -> list[Json]:
    stroke = sheet.look.palette.muted
    return drawn(
        Line(x=x, y=y, x2=x2, y2=y2, stroke=stroke, thick=0.7) for (x, y), (x2, y2) in lines
    )
