"""Pictures drawn: the one file that knows the library for it.

It is given everything that it draws and fetches nothing. What it makes hangs on the picture alone:
the letters are those of a font that is part of the library.
"""

from __future__ import annotations

from typing import Final

import vl_convert

from summitry.telling.pictures.canvas import Json, Picture
from summitry.telling.pictures.svg import finished

SCALE: Final = 2
"""How many pixels of a PNG a pixel of the picture takes: screens and print are finer."""

_NOTHING: Final[Json] = {"mark": "rect", "data": {"values": []}}
"""What stands for no marks at all, of which the library would make no picture."""


def as_svg(picture: Picture) -> str:
    """The picture as SVG that stands alone: with title and description, nothing from outside."""
    # The library takes longer to measure a text than to draw a hundred marks, and every text has
    # its place already: they are set afterwards.
    layers: list[Json] = picture.spec["layer"]
    texts = [layer for layer in layers if layer["mark"]["type"] == "text"]
    marks = [layer for layer in layers if layer["mark"]["type"] != "text"]
    spec = {**picture.spec, "layer": marks or [_NOTHING]}
    drawn = vl_convert.vegalite_to_svg(spec, allowed_base_urls=[])
    return finished(drawn, picture, texts)


def as_png(picture: Picture) -> bytes:
    """The picture as PNG, :data:`SCALE` times as wide and high."""
    return vl_convert.svg_to_png(as_svg(picture), scale=SCALE)
