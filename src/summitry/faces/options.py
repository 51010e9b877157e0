"""What the commands' options mean, each said once."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from summitry.desk.homes import Home, home_of
from summitry.faces import completing
from summitry.model.days import Days
from summitry.model.edtf import parse
from summitry.model.events import EventKind, Mode, Setting, Status
from summitry.model.problems import InputError
from summitry.model.statements import DocumentType
from summitry.telling.dates import DateStyle

if TYPE_CHECKING:
    AnyHome = Home
else:
    # Typer takes options of one type alone; what one becomes is for its parser to say.
    AnyHome = Path

MOST_DIGITS: Final = 9

_WEB: Final = ("https://", "http://")


class CheckFormat(StrEnum):
    """How a check is shown."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"
    CLAIMREVIEW = "claimreview"


class FindFormat(StrEnum):
    """How a list of events is shown."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


class PageFormat(StrEnum):
    """How a preview is shown."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


class HistoryFormat(StrEnum):
    """How a history is shown."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"


class Only(StrEnum):
    """What a history tells of, of encounters by their mode."""

    IN_PERSON = "in-person"
    PHONE = "phone"
    VIDEO = "video"
    LETTER = "letter"
    VISIT = "visit"


def any_of(values: type[StrEnum]) -> str:
    """The values as a list: "text, markdown or json"."""
    *rest, last = (value.value for value in values)
    return f"{', '.join(rest)} or {last}"


Party = Annotated[
    str,
    typer.Argument(
        metavar="NAME", help="A person or an office.", autocompletion=completing.parties
    ),
]
MaybeParty = Annotated[
    str | None,
    typer.Argument(
        metavar="NAME", help="A person or an office.", autocompletion=completing.parties
    ),
]
Record = Annotated[
    AnyHome | None,
    typer.Option(
        "--record",
        metavar="RECORD",
        parser=home_of,
        help="A record: a package's folder, a SQLite file or a database of PostgreSQL, like"
        " postgresql://user@host/database. Default: the bundled record.",
    ),
]
Own = Annotated[
    AnyHome | None,
    typer.Option(
        "--record",
        metavar="RECORD",
        parser=home_of,
        help="The record: a SQLite file or a database of PostgreSQL.",
        show_default=False,
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DAY",
        help="Judge by what had happened then. Default: the document's own day, or today.",
    ),
]
Type = Annotated[
    DocumentType | None,
    typer.Option(
        "--type",
        metavar="TYPE",
        help=f"What it is written as: {any_of(DocumentType)}. Default: as it shows.",
    ),
]
ToldAsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DAY",
        help="Tell what had happened then. Default: as far as the record is complete, or today.",
    ),
]
Since = Annotated[
    str | None, typer.Option("--since", metavar="DATE", help="From this day, month or year on.")
]
Until = Annotated[
    str | None, typer.Option("--until", metavar="DATE", help="Up to this day, month or year.")
]
Kind = Annotated[
    EventKind | None,
    typer.Option("--kind", metavar="KIND", help=f"{any_of(EventKind)}. Default: both."),
]
Modes = Annotated[
    list[Mode] | None,
    typer.Option("--mode", metavar="MODE", help=f"{any_of(Mode)}; may be given again."),
]
Settings = Annotated[
    list[Setting] | None,
    typer.Option("--setting", metavar="SETTING", help=f"{any_of(Setting)}; may be given again."),
]
Statuses = Annotated[
    list[Status] | None,
    typer.Option(
        "--status",
        metavar="STATUS",
        help=f"{any_of(Status)}; may be given again. Default: held and disputed.",
    ),
]
Place = Annotated[
    str | None,
    typer.Option(
        "--place",
        metavar="NAME",
        help="In this country, city or venue of the record.",
        autocompletion=completing.places,
    ),
]
Occasion = Annotated[
    str | None,
    typer.Option(
        "--occasion",
        metavar="NAME",
        help="At this gathering, or one of this series.",
        autocompletion=completing.occasions,
    ),
]
Topic = Annotated[
    str | None,
    typer.Option(
        "--topic",
        metavar="NAME",
        help="Where this topic was talked about.",
        autocompletion=completing.topics,
    ),
]
Evidence = Annotated[
    str, typer.Option("--evidence", metavar="N", help="Rows of evidence that a claim shows.")
]
Explain = Annotated[
    bool, typer.Option("--explain", help="Tell of the sentences that were not read, and why.")
]
Author = Annotated[
    str | None, typer.Option("--author", metavar="NAME", help="Who publishes the reviews.")
]
Url = Annotated[
    str | None,
    typer.Option("--url", metavar="ADDRESS", help="Where the page that --format html makes is."),
]
BaseUrl = Annotated[
    str | None,
    typer.Option("--base-url", metavar="ADDRESS", help="Where the site will be, for a site map."),
]
Onlys = Annotated[
    list[Only] | None,
    typer.Option("--only", metavar="KIND", help=f"{any_of(Only)}; may be given again."),
]
Rule = Annotated[
    str | None,
    typer.Option(
        "--rule",
        metavar="NAME",
        help="Count by this counting rule alone.",
        autocompletion=completing.rules,
    ),
]
Words = Annotated[
    str | None,
    typer.Option("--words", metavar="N", help="A summary in at most so many words instead."),
]
Style = Annotated[
    DateStyle,
    typer.Option("--style", metavar="STYLE", help=f"How days are written: {any_of(DateStyle)}."),
]
Output = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="FILE", help="Default: the screen.")
]


def day(text: str | None) -> date:
    """The day named; today where none is. InputError if it isn't one day."""
    if text is None:
        return datetime.now().astimezone().date()
    try:
        only = _days(text).only
    except InputError:
        only = None
    if only is None:
        raise InputError(f'not a day: "{text}" (expected a day that there is, like 2025-08-16)')
    return only


def first_day(text: str | None) -> date | None:
    """The first day of the day, month or year named; InputError if it has none."""
    return None if text is None else _end(text, _days(text).earliest)


def last_day(text: str | None) -> date | None:
    """The last day of the day, month or year named; InputError if it has none."""
    return None if text is None else _end(text, _days(text).latest)


def web(text: str) -> str:
    """An address of the web; InputError if it isn't one."""
    if not is_web(text) or any(sign.isspace() for sign in text):
        raise InputError(f'not an address of the web: "{text}" (expected like https://...)')
    return text


def is_web(text: str) -> bool:
    """Whether it begins as an address of the web."""
    return text.startswith(_WEB)


def number(text: str) -> int:
    """The whole number from 0 on; InputError if it isn't one."""
    if not (text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS):
        raise InputError(f'not a number: "{text}" (expected 0 or more, like 3)')
    return int(text)


def _end(text: str, day: date | None) -> date:
    if day is None:
        raise InputError(f'it is open: "{text}" (expected a day, month or year, like 2021-06)')
    return day


def _days(text: str) -> Days:
    return parse(text).outer
