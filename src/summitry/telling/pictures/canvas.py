"""The sheet that every picture is laid out on: a title, a key, the picture, a note.

All of it is a layered view of Vega-Lite in pixels from the upper left corner, so that what is laid
out here stays where it is put, at whatever width a letter is drawn.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from summitry.telling.pictures.letters import width, wrapped
from summitry.telling.pictures.look import FONT, Look, Size

Json = dict[str, Any]
"""A part of a specification: JSON has no better type."""

SCHEMA: Final = "https://vega.github.io/schema/vega-lite/v6.json"
LEADING: Final = 1.3
"""The distance of two lines, as a multiple of the size of type."""

_SYMBOL: Final = 16
_APART: Final = 18


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A line of text, its baseline's start, middle or end at a point."""

    text: str
    x: float
    y: float
    size: float = Size.LABEL
    fill: str
    align: str = "left"
    bold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A filled rectangle."""

    x: float
    y: float
    x2: float
    y2: float
    fill: str
    stroke: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A straight line."""

    x: float
    y: float
    x2: float
    y2: float
    stroke: str
    thick: float = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A symbol about a point; ``area`` in square pixels, ``shape`` as Vega names or draws it."""

    x: float
    y: float
    area: float
    fill: str
    shape: str = "circle"
    stroke: str | None = None


Item = Text | Box | Line | Dot


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture to be drawn: its specification, and what it shows told in words.

    ``width`` and ``height`` are pixels; ``alt`` is for those who don't see it.
    """

    name: str
    spec: Json
    look: Look
    title: str
    alt: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a picture while it is laid out: what stands on it, and how far down it is full."""

    look: Look
    items: tuple[Item, ...] = ()
    bottom: float = 0

    @property
    def left(self) -> float:
        """Where the sheet's column starts."""
        return self.look.margin

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.look.pixels - self.look.margin

    def down(self, pixels: float) -> Sheet:
        """The sheet, full so much farther down."""
        return replace(self, bottom=self.bottom + pixels)

    def put(self, *items: Item) -> Sheet:
        """The sheet with these things on it."""
        return replace(self, items=(*self.items, *items))

    def paragraph(self, text: str, *, size: float, fill: str, bold: bool = False) -> Sheet:
        """The sheet with a text below what is on it, over as many lines as it takes."""
        sheet = self
        for line in wrapped(text, size, self.right - self.left, bold=bold):
            sheet = sheet.down(size * LEADING)
            base = sheet.bottom - size * (LEADING - 1)
            sheet = sheet.put(Text(text=line, x=self.left, y=base, size=size, fill=fill, bold=bold))
        return sheet

    def key(self, entries: Sequence[tuple[Sequence[Item], str]]) -> Sheet:
        """The sheet with symbols explained, each drawn about (0, 0), over as many lines as needed.

        A symbol may take 8 pixels to each side.
        """
        if not entries:
            return self
        sheet, x = self.down(Size.SMALL * LEADING), self.left
        for symbols, text in entries:
            takes = _SYMBOL + 3 + width(text, Size.SMALL)
            if x > self.left and x + takes > self.right:
                sheet, x = sheet.down(Size.SMALL * LEADING + 4), self.left
            middle = sheet.bottom - Size.SMALL * 0.62
            sheet = sheet.put(
                *(moved(symbol, x + _SYMBOL / 2, middle) for symbol in symbols),
                Text(
                    text=text,
                    x=x + _SYMBOL + 3,
                    y=middle + Size.SMALL * 0.36,
                    size=Size.SMALL,
                    fill=self.look.palette.muted,
                ),
            )
            x += takes + _APART
        return sheet.down(4)


def begun(look: Look, title: str, told: str) -> Sheet:
    """A sheet with a title, and below it a line that tells what is shown."""
    palette = look.palette
    sheet = Sheet(look, bottom=look.margin - 4)
    sheet = sheet.paragraph(title, size=Size.TITLE, fill=palette.ink, bold=True)
    return sheet.down(3).paragraph(told, size=Size.LABEL, fill=palette.muted).down(8)


def finished(
    sheet: Sheet, *, name: str, title: str, notes: Iterable[str], layers: Sequence[Json], alt: str
) -> Picture:
    """The sheet with its notes, as a picture; ``layers`` lie over boxes and lines alone."""
    look = sheet.look
    sheet = sheet.down(6)
    for note in notes:
        sheet = sheet.paragraph(note, size=Size.SMALL, fill=look.palette.muted)
    height = round(sheet.bottom + look.margin)
    spec: Json = {
        "$schema": SCHEMA,
        "width": look.pixels,
        "height": height,
        "padding": 0,
        "autosize": "none",
        "background": look.palette.ground,
        "config": {"view": {"stroke": None}, "font": FONT, "aria": False},
        "layer": [
            *drawn(item for item in sheet.items if isinstance(item, Box | Line)),
            *layers,
            *drawn(item for item in sheet.items if isinstance(item, Dot | Text)),
        ],
    }
    return Picture(
        name=name, spec=spec, look=look, title=title, alt=alt, width=look.pixels, height=height
    )


def moved(item: Item, x: float, y: float) -> Item:
    """The thing, so much farther to the right and down."""
    if isinstance(item, Box | Line):
        return replace(item, x=item.x + x, y=item.y + y, x2=item.x2 + x, y2=item.y2 + y)
    return replace(item, x=item.x + x, y=item.y + y)


# --- as layers of Vega-Lite ---------------------------------------------------------------------


def drawn(items: Iterable[Item]) -> list[Json]:
    """The things as layers, those of a kind together: boxes under lines, dots and texts."""
    kinds: defaultdict[tuple[int, str, bool], list[Item]] = defaultdict(list)
    for item in items:
        match item:
            case Box():
                kinds[0, "", False].append(item)
            case Line():
                kinds[1, "", False].append(item)
            case Dot():
                kinds[2, "", False].append(item)
            case Text():
                kinds[3, item.align, item.bold].append(item)
    return [_LAYERS[key[0]](kinds[key], *key[1:]) for key in sorted(kinds)]


def pixels(field: str) -> Json:
    """A place on the sheet, as data say it."""
    return {"field": field, "type": "quantitative", "scale": None, "axis": None}


def as_given(field: str) -> Json:
    """A colour, size or shape, as data say it."""
    return {"field": field, "scale": None, "legend": None}


def layer(values: Sequence[Mapping[str, object]], mark: Json, encoding: Json) -> Json:
    """A layer of marks over data of its own."""
    return {"data": {"values": list(values)}, "mark": mark, "encoding": encoding}


def _boxes(items: Iterable[Item], _align: str, _bold: bool) -> Json:  # noqa: FBT001 - see _LAYERS
    return layer(
        [_values(item) for item in items],
        {"type": "rect"},
        {
            **{channel: pixels(channel) for channel in ("x", "y")},
            "x2": {"field": "x2"},
            "y2": {"field": "y2"},
            "fill": as_given("fill"),
            "stroke": as_given("stroke"),
        },
    )


def _lines(items: Iterable[Item], _align: str, _bold: bool) -> Json:  # noqa: FBT001 - likewise
    return layer(
        [_values(item) for item in items],
        {"type": "rule"},
        {
            **{channel: pixels(channel) for channel in ("x", "y")},
            "x2": {"field": "x2"},
            "y2": {"field": "y2"},
            "stroke": as_given("stroke"),
            "strokeWidth": as_given("thick"),
        },
    )


def _dots(items: Iterable[Item], _align: str, _bold: bool) -> Json:  # noqa: FBT001 - likewise
    return layer(
        [_values(item) for item in items],
        {"type": "point", "opacity": 1, "strokeWidth": 1.2},
        {
            **{channel: pixels(channel) for channel in ("x", "y")},
            "size": as_given("area"),
            "shape": as_given("shape"),
            "fill": as_given("fill"),
            "stroke": as_given("stroke"),
        },
    )


def _texts(items: Iterable[Item], align: str, bold: bool) -> Json:  # noqa: FBT001 - likewise
    weight = {"fontWeight": "bold"} if bold else {}
    return layer(
        [_values(item) for item in items],
        {"type": "text", "align": align, "baseline": "alphabetic", **weight},
        {
            **{channel: pixels(channel) for channel in ("x", "y")},
            "text": {"field": "text"},
            "size": as_given("size"),
            "fill": as_given("fill"),
        },
    )


_LAYERS: Final = (_boxes, _lines, _dots, _texts)


def _values(item: Item) -> Json:
    said = {name: getattr(item, name) for name in item.__dataclass_fields__}
    told = {key: round(v, 1) if isinstance(v, float) else v for key, v in said.items()}
    return {key: v for key, v in told.items() if v is not None and key not in {"align", "bold"}}
