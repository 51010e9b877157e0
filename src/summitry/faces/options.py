"""What the commands' options mean, each said once."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from summitry.model.days import Days
from summitry.model.edtf import parse
from summitry.model.events import Mode, Setting, Status
from summitry.model.problems import InputError


class CheckFormat(StrEnum):
    """How a check is shown."""

    TEXT = "text"
    JSON = "json"


class FindFormat(StrEnum):
    """How a list of events is shown."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


class PageFormat(StrEnum):
    """How a history is shown."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


Record = Annotated[
    Path | None,
    typer.Option(
        "--record",
        metavar="PATH",
        help="A record: a package's folder or a SQLite file. Default: the bundled record.",
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DAY", help="Judge by what had happened then. Default: today."),
]
Since = Annotated[
    str | None, typer.Option("--since", metavar="DATE", help="From this day, month or year on.")
]
Until = Annotated[
    str | None, typer.Option("--until", metavar="DATE", help="Up to this day, month or year.")
]
Modes = Annotated[list[Mode] | None, typer.Option("--mode", help="How; may be given again.")]
Settings = Annotated[
    list[Setting] | None, typer.Option("--setting", help="In what setting; may be given again.")
]
Statuses = Annotated[
    list[Status] | None,
    typer.Option("--status", help="Default: held and disputed; may be given again."),
]
Output = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="FILE", help="Default: the screen.")
]


def day(text: str | None) -> date:
    """The day named; today where none is. InputError if it isn't one day."""
    if text is None:
        return datetime.now().astimezone().date()
    only = _days(text).only
    if only is None:
        raise InputError(f'not one day: "{text}" (expected for example 2025-08-16)')
    return only


def first_day(text: str | None) -> date | None:
    """The first day of the day, month or year named."""
    return None if text is None else _days(text).earliest


def last_day(text: str | None) -> date | None:
    """The last day of the day, month or year named."""
    return None if text is None else _days(text).latest


def _days(text: str) -> Days:
    return parse(text).outer
