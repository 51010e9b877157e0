"""The symbols of a timeline, for settings, visits and contacts, and the layers of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from summitry.model.events import Setting
from summitry.telling.pictures.axis import Axis
from summitry.telling.pictures.canvas import Dot, Json, layer, pixels
from summitry.telling.pictures.look import Palette

UNKNOWN: Final = "unknown"
"""A meeting of which several settings are possible, or none is known."""

CONTACT: Final = "contact"
VISIT: Final = "visit"
RETURN: Final = "return"
"""A visit by the first party, and one by a counterpart."""


@dataclass(frozen=True, slots=True)
class Symbol:
    """A shape as Vega names it, or draws it in a square from -1 to 1.

    ``area`` is that of a circle that looks as large, as a multiple; ``colour`` names one of the
    palette.
    """

    shape: str
    area: float
    colour: str


_PLUS: Final = "M-.24,-1h.48v.76h.76v.48h-.76v.76h-.48v-.76h-.76v-.48h.76Z"
_TICK: Final = "M-.22,-1h.44v2h-.44Z"
_BAR: Final = "M-.45,-.8h.9v1.6h-.9Z"

SYMBOLS: Final = {
    Setting.BILATERAL.value: Symbol("circle", 1, "bilateral"),
    Setting.SIDELINES.value: Symbol("diamond", 1.3, "sidelines"),
    Setting.PULL_ASIDE.value: Symbol("triangle-up", 1.2, "pull_aside"),
    Setting.MULTILATERAL.value: Symbol("square", 0.75, "multilateral"),
    UNKNOWN: Symbol(_PLUS, 1.3, "unknown"),
    CONTACT: Symbol(_TICK, 0.9, "contact"),
    VISIT: Symbol(_BAR, 1.1, "guest"),
    RETURN: Symbol(_BAR, 1.1, "host"),
}
_KEYS: Final = list(SYMBOLS)


def in_key(kind: str, area: float, palette: Palette, *, hollow: bool = False) -> Dot:
    """A symbol for the key, about (0, 0)."""
    symbol = SYMBOLS[kind]
    colour = getattr(palette, symbol.colour)
    return Dot(
        x=0,
        y=0,
        area=round(symbol.area * area, 1),
        shape=symbol.shape,
        fill=palette.ground if hollow else colour,
        stroke=colour,
    )


def layers(
    events: Sequence[Json], sure: Sequence[Json], axis: Axis, area: float, palette: Palette
) -> Iterator[Json]:
    """The events, each as a symbol in the middle of its days, and a line over them if that shows.

    ``events`` have the keys event, drawn, start, end, from, at, to, y, long and vague; ``sure``
    are the days that a stretch surely had.
    """
    colour = _by_kind([getattr(palette, one.colour) for one in SYMBOLS.values()])
    along = {
        "x": _moment("from", axis),
        "x2": {"field": "to"},
        "y": pixels("y"),
        "stroke": colour,
    }
    spans = [event for event in events if event["long"]]
    if spans:
        yield layer(spans, {"type": "rule", "strokeWidth": 1.4}, along)
        yield from _open_ends(spans, axis, colour)
    if sure:
        yield layer(sure, {"type": "rule", "strokeWidth": 4}, along)
    if events:
        yield layer(
            events,
            {"type": "point", "opacity": 1, "strokeWidth": 1.2},
            {
                "x": _moment("at", axis),
                "y": pixels("y"),
                "shape": _by_kind([one.shape for one in SYMBOLS.values()]),
                "size": _by_kind([round(one.area * area, 1) for one in SYMBOLS.values()]),
                "stroke": colour,
                "fill": {"condition": {"test": "datum.vague", "value": palette.ground}, **colour},
            },
        )


def _open_ends(spans: Sequence[Json], axis: Axis, colour: Json) -> Iterator[Json]:
    """Arrows where a line goes on, for the first or the last day is without a bound."""
    for bound, at, shape in (("start", "from", "M1,-1L-1,0L1,1"), ("end", "to", "M-1,-1L1,0L-1,1")):
        values = [span for span in spans if span[bound] is None]
        if values:
            yield layer(
                values,
                {"type": "point", "shape": shape, "size": 40, "opacity": 1, "strokeWidth": 1.4},
                {"x": _moment(at, axis), "y": pixels("y"), "stroke": colour},
            )


def _moment(field: str, axis: Axis) -> Json:
    return {"field": field, "type": "temporal", "scale": axis.scale(), "axis": None}


def _by_kind(values: Sequence[object]) -> Json:
    scale = {"type": "ordinal", "domain": _KEYS, "range": list(values)}
    return {"field": "drawn", "type": "nominal", "legend": None, "scale": scale}
