"""How pictures look: colours for light and dark, sizes of type, widths."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Final

FONT: Final = "Liberation Sans, Arial, Helvetica, sans-serif"
"""The first is in the renderer, so that every machine sets alike; the next have its widths."""


class Theme(StrEnum):
    """On which ground a picture is drawn."""

    LIGHT = "light"
    DARK = "dark"


class Width(StrEnum):
    """For which width of page a picture is laid out: a page's column, or a phone."""

    WIDE = "wide"
    NARROW = "narrow"


PIXELS: Final = {Width.WIDE: 760, Width.NARROW: 360}
MARGIN: Final = {Width.WIDE: 20, Width.NARROW: 14}


class Size:
    """The type scale, in pixels."""

    TITLE: Final = 18
    LABEL: Final = 12
    SMALL: Final = 11


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """Colours by what they are for; no two of one palette are the same.

    The five for settings keep apart for readers who see no red or no green, and in grey.
    """

    ground: str
    ink: str
    muted: str
    line: str
    band: str
    fade: str
    sea: str
    land: str
    bilateral: str
    sidelines: str
    pull_aside: str
    multilateral: str
    unknown: str
    guest: str
    host: str
    contact: str
    dot: str
    strong: str
    faint: str


LIGHT: Final = Palette(
    ground="#ffffff",
    ink="#1d2329",
    muted="#5d6670",
    line="#d3d8dd",
    band="#e9eef3",
    fade="#f4f6f9",
    sea="#f1f5f8",
    land="#d9dcd6",
    bilateral="#1f4e79",
    sidelines="#2f8f83",
    pull_aside="#c1661c",
    multilateral="#94a0ad",
    unknown="#8a5a83",
    guest="#3d4a57",
    host="#a9b4be",
    contact="#6f5b9a",
    dot="#b5452f",
    strong="#2b5f8a",
    faint="#c9d6e2",
)
DARK: Final = Palette(
    ground="#14181c",
    ink="#e9ecef",
    muted="#a2abb4",
    line="#39414a",
    band="#262f38",
    fade="#1d242b",
    sea="#182027",
    land="#3a4147",
    bilateral="#7db3e6",
    sidelines="#4fc0b0",
    pull_aside="#eb9a52",
    multilateral="#6a7682",
    unknown="#b57bac",
    guest="#c8d1d9",
    host="#7b8793",
    contact="#ab97dc",
    dot="#ea8069",
    strong="#6ea6d8",
    faint="#33475a",
)
PALETTES: Final = {Theme.LIGHT: LIGHT, Theme.DARK: DARK}


@dataclass(frozen=True, slots=True)
class Look:
    """A theme and a width. Without a theme a picture follows its reader's, from light on."""

    theme: Theme | None = None
    width: Width = Width.WIDE

    @property
    def palette(self) -> Palette:
        """The colours to draw in."""
        return PALETTES[self.theme or Theme.LIGHT]

    @property
    def pixels(self) -> int:
        """The width of the picture."""
        return PIXELS[self.width]

    @property
    def margin(self) -> int:
        """What is left free on each side."""
        return MARGIN[self.width]

    @property
    def is_narrow(self) -> bool:
        """Whether the picture is for a phone."""
        return self.width is Width.NARROW


def in_dark() -> dict[str, str]:
    """Each colour of the light palette with its colour in the dark one."""
    names = [field.name for field in fields(Palette)]
    return {getattr(LIGHT, name): getattr(DARK, name) for name in names}
