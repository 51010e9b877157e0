"""The command line's ``preview``: what would be true if two people met on a day in a place."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from summitry.faces import completing, options, screen
from summitry.faces.options import PageFormat
from summitry.telling.dates import DateStyle


def preview(
    a: options.Party,
    b: options.Party,
    *,
    on: Annotated[
        str,
        typer.Option("--on", metavar="DAY", help="The day of the meeting.", show_default=False),
    ],
    place: Annotated[
        str,
        typer.Option(
            "--in",
            metavar="NAME",
            help="Where: a place of the record.",
            show_default=False,
            autocompletion=completing.places,
        ),
    ],
    at: Annotated[
        str | None,
        typer.Option(
            "--at",
            metavar="NAME",
            help="At this gathering, or one of this series.",
            autocompletion=completing.occasions,
        ),
    ] = None,
    record: options.Record = None,
    format: Annotated[PageFormat, typer.Option("--format")] = PageFormat.TEXT,
    style: options.Style = DateStyle.PLAIN,
    output: options.Output = None,
) -> None:
    """Tell what would be true if two leaders met: which one it would be, the first since when."""
    day = options.day(on)
    from summitry.desk.preview import preview as preview_meeting  # noqa: PLC0415 - it takes long
    from summitry.desk.records import open_record  # noqa: PLC0415
    from summitry.faces import jobs  # noqa: PLC0415
    from summitry.telling import preview_page  # noqa: PLC0415

    if format is PageFormat.JSON:
        asked = jobs.Preview(a=a, b=b, on=day, place=place, at=at, style=style)
        data = asked.answer(open_record(record))
        screen.give(json.dumps(data, ensure_ascii=False, indent=2) + "\n", output)
        return
    told = preview_meeting(a, b, open_record(record), on=day, place=place, at=at)
    match format:
        case PageFormat.TEXT:
            text = preview_page.as_text(told, style=style, width=screen.width_for(output))
        case PageFormat.MARKDOWN:
            text = preview_page.as_markdown(told, style=style)
    screen.give(text, output)
