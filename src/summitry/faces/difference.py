"""``summitry record diff``: what differs between two records."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Annotated, Final

import typer

from summitry.desk.homes import home_of
from summitry.faces import options, screen

DIFFERENT: Final = 1


class DiffFormat(StrEnum):
    """How a difference is shown."""

    TEXT = "text"
    JSON = "json"


def diff(
    a: Annotated[
        options.AnyHome,
        typer.Argument(
            metavar="A",
            parser=home_of,
            help="A record: a package's folder, a SQLite file or a database of PostgreSQL.",
        ),
    ],
    b: Annotated[
        options.AnyHome,
        typer.Argument(metavar="B", parser=home_of, help="The record to compare it with."),
    ],
    *,
    format: Annotated[DiffFormat, typer.Option("--format")] = DiffFormat.TEXT,
) -> None:
    """Show what was added, removed and changed from one record to another."""
    from summitry.desk.difference import compare  # noqa: PLC0415 - a command loads what it needs
    from summitry.faces import compared  # noqa: PLC0415

    found = compare(a, b)
    if format is DiffFormat.JSON:
        screen.put(json.dumps(compared.as_json(found), ensure_ascii=False, indent=2) + "\n")
    else:
        screen.put("".join(f"{line}\n" for line in compared.lines(found)))
    if not found.difference.is_empty:
        raise typer.Exit(DIFFERENT)
