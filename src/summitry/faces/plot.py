"""``summitry plot``: a picture of two leaders or offices."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summitry.faces import options, screen
from summitry.faces.selecting import wanted as wanted_by
from summitry.model.problems import InputError
from summitry.telling.pictures.look import Look, Theme, Width

if TYPE_CHECKING:
    from summitry.telling.pictures.canvas import Picture
    from summitry.telling.pictures.shown import Shown


class PictureKind(StrEnum):
    """What is drawn."""

    TIMELINE = "timeline"
    MAP = "map"
    TOPICS = "topics"


class Suffix(StrEnum):
    """What a picture is written as, by the end of its file's name."""

    SVG = ".svg"
    PNG = ".png"


Kind = Annotated[PictureKind, typer.Argument(metavar="PICTURE", help=options.any_of(PictureKind))]
Output = Annotated[
    Path,
    typer.Option(
        "-o", "--output", metavar="FILE", help="The picture's file: NAME.svg or NAME.png."
    ),
]
ThemeOption = Annotated[
    Theme | None,
    typer.Option(
        "--theme",
        metavar="THEME",
        help=f"{options.any_of(Theme)}. Default: of SVG the reader's own, of PNG light.",
    ),
]
WidthOption = Annotated[
    Width,
    typer.Option("--width", metavar="WIDTH", help=f"{options.any_of(Width)}. Default: wide."),
]


def plot(
    picture: Kind,
    a: options.Party,
    b: options.Party,
    *,
    output: Output,
    theme: ThemeOption = None,
    width: WidthOption = Width.WIDE,
    since: options.Since = None,
    until: options.Until = None,
    kind: options.Kind = None,
    mode: options.Modes = None,
    setting: options.Settings = None,
    place: options.Place = None,
    occasion: options.Occasion = None,
    topic: options.Topic = None,
    as_of: options.ToldAsOf = None,
    record: options.Record = None,
) -> None:
    """Draw when and where two leaders or offices met, or what they talked about."""
    suffix = _suffix(output)
    from summitry.desk.plot import plot as gather  # noqa: PLC0415 - a command loads what it needs
    from summitry.desk.records import open_record  # noqa: PLC0415

    wanted = wanted_by(
        None,
        None,
        since=since,
        until=until,
        kind=kind,
        mode=mode,
        setting=setting,
        status=None,
        place=place,
        occasion=occasion,
        topic=topic,
    )
    day = None if as_of is None else options.day(as_of)
    shown = gather(a, b, open_record(record), wanted=wanted, as_of=day, today=options.day(None))
    drawn = _maker(picture)(shown, Look(theme, width))
    # The library for it is large, and loaded only once there is something to draw.
    from summitry.telling.pictures import render  # noqa: PLC0415

    made = render.as_svg(drawn) if suffix is Suffix.SVG else render.as_png(drawn)
    screen.write(output, made)


def _suffix(output: Path) -> Suffix:
    try:
        return Suffix(output.suffix.lower())
    except ValueError:
        expected = options.any_of(Suffix)
        raise InputError(
            f'can\'t draw "{output}" (expected a file whose name ends in {expected})'
        ) from None


def _maker(picture: PictureKind) -> Callable[[Shown, Look], Picture]:
    match picture:
        case PictureKind.TIMELINE:
            from summitry.telling.pictures.timeline import timeline  # noqa: PLC0415 - as above

            return timeline
        case PictureKind.MAP:
            from summitry.telling.pictures.maps import map_of  # noqa: PLC0415

            return map_of
        case PictureKind.TOPICS:
            from summitry.telling.pictures.topics import topics  # noqa: PLC0415

            return topics
