from __future__ import annotations

from dataclasses import asdict
from itertools import combinations

import pytest

from summitry.telling.pictures.look import PALETTES, Theme, in_dark

KINDS = ("bilateral", "sidelines", "pull_aside", "multilateral", "unknown")

# How a colour looks to those who lack one of the three kinds of cone, in linear light (Viénot,
# Brettel and Mollon, 1999).
BLIND = {
    "none": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "red": ((0.11238, 0.88762, 0), (0.11238, 0.88762, 0), (0.00401, -0.00401, 1)),
    "green": ((0.29275, 0.70725, 0), (0.29275, 0.70725, 0), (-0.02234, 0.02234, 1)),
}


def linear(colour: str) -> list[float]:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]


def luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(a: str, b: str) -> float:
    """As the Web Content Accessibility Guidelines reckon it."""
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


def lab(colour: list[float]) -> list[float]:
    """CIE L*a*b*, in which distances are as they are seen."""
    r, g, b = (max(0.0, part) for part in colour)
    xyz = (
        (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505,
        0.2126 * r + 0.7152 * g + 0.0722 * b,
        (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089,
    )
    x, y, z = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in xyz)
    return [116 * y - 16, 500 * (x - y), 200 * (y - z)]


def seen(colour: str, lacks: str) -> list[float]:
    light = linear(colour)
    return lab([sum(k * p for k, p in zip(row, light, strict=True)) for row in BLIND[lacks]])


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize("lacks", BLIND)
def test_settings_are_told_apart_by_every_eye(theme: Theme, lacks: str) -> None:
    palette = asdict(PALETTES[theme])
    for a, b in combinations(KINDS, 2):
        away = sum(
            (p - q) ** 2
            for p, q in zip(seen(palette[a], lacks), seen(palette[b], lacks), strict=True)
        )
        assert away**0.5 > 11, (a, b, away**0.5)


@pytest.mark.parametrize("theme", Theme)
def test_texts_and_symbols_stand_out_from_what_they_stand_on(theme: Theme) -> None:
    palette = PALETTES[theme]
    for ground in (palette.ground, palette.band, palette.sea, palette.land):
        assert contrast(palette.ink, ground) > 7
    for ground in (palette.ground, palette.band):
        assert contrast(palette.muted, ground) > 4.5
        for kind in (*KINDS, "contact", "guest"):
            assert contrast(getattr(palette, kind), ground) > 2, kind


@pytest.mark.parametrize("theme", Theme)
def test_no_two_colours_are_the_same_so_that_one_theme_becomes_the_other(theme: Theme) -> None:
    colours = list(asdict(PALETTES[theme]).values())
    assert len(colours) == len(set(colours)) == len(in_dark())
