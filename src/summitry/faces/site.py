"""The command line's ``site``: a record as a folder of pages."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from summitry.faces import options, screen
from summitry.telling.dates import DateStyle


def site(
    out: Annotated[
        Path,
        typer.Argument(metavar="OUT", help="The folder: empty, or with a site, which is replaced."),
    ],
    *,
    base_url: options.BaseUrl = None,
    as_of: options.ToldAsOf = None,
    record: options.Record = None,
    style: options.Style = DateStyle.PLAIN,
) -> None:
    """Write a record as a web site: a page for each pair, person, place, topic and event."""
    day = None if as_of is None else options.day(as_of)
    address = "" if base_url is None else options.web(base_url)
    from summitry.desk.publish import publish  # noqa: PLC0415 - it takes long
    from summitry.desk.records import snapshot  # noqa: PLC0415

    view = snapshot(record)
    done = publish(view, out, as_of=day, today=options.day(None), style=style, base_url=address)
    screen.put(f"{out}: {done.pages:,} pages\n")
