"""Imports on the command line: data sets and tables of others, taken into a record."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from summitry.desk.homes import Home, home_of
from summitry.faces import options, screen
from summitry.faces.signing import By, Why, signature
from summitry.model.problems import InputError, Problem

if TYPE_CHECKING:
    from summitry.desk.imports import Imported

FAULTY: Final = 1
MOST_SAID: Final = 100

KEPT: Final = (
    "(--replace takes the import's; tried on a copy, summitry record diff shows what it changes)"
)
"""What to do about rows that were kept."""

ROWS: Final[Mapping[str, tuple[str, str]]] = {
    "people": ("person", "people"),
    "offices": ("office", "offices"),
    "tenures": ("tenure", "tenures"),
    "series": ("series", "series"),
    "occasions": ("occasion", "occasions"),
    "places": ("place", "places"),
    "landmarks": ("landmark", "landmarks"),
    "topics": ("topic", "topics"),
    "encounters": ("encounter", "encounters"),
    "visits": ("visit", "visits"),
    "coverage": ("coverage statement", "coverage statements"),
    "sources": ("source", "sources"),
    "citations": ("citation", "citations"),
    "judgements": ("judgement", "judgements"),
}
"""What one row of a table is called, and what several are."""

import_app = typer.Typer(help="Take data sets and tables of others into a record of your own.")

Into = Annotated[
    options.AnyHome,
    typer.Option(
        "--record",
        metavar="RECORD",
        parser=home_of,
        help="The record: a SQLite file or a database of PostgreSQL; made if there is none.",
        show_default=False,
    ),
]
Replace = Annotated[
    bool,
    typer.Option("--replace", help="Take what is offered where the record has a row otherwise."),
]
Fetch = Annotated[bool, typer.Option("--fetch", help="Download the data first.")]


@import_app.command("historian")
def historian(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="TRAVELS VISITS", help="The folders of the two data sets."),
    ] = None,
    *,
    record: Into,
    fetch: Fetch = False,
    replace: Replace = False,
    by: By = None,
    why: Why = "",
) -> None:
    """Import trips of American presidents and secretaries of state, and visits to them."""
    from summitry.desk.imports import import_historian  # noqa: PLC0415 - takes long to load

    if fetch == bool(paths):
        raise InputError(
            "import historian: expected either the folders of the trips and of the visits,"
            " or --fetch"
        )
    signed = signature(by, why)
    _tell(import_historian(paths or None, record, signed=signed, replacing=replace), record)


@import_app.command("csv")
def table(
    paths: Annotated[list[Path], typer.Argument(metavar="FILE", help="A table; or several.")],
    *,
    map: Annotated[Path, typer.Option("--map", metavar="MAP.toml", help="What the columns mean.")],
    record: Into,
    replace: Replace = False,
    by: By = None,
    why: Why = "",
) -> None:
    """Import anyone's table by a map of its columns: a register of meetings, a visitor log."""
    from summitry.desk.imports import import_table  # noqa: PLC0415 - as above

    signed = signature(by, why)
    with _progress(paths) as watch:
        done = import_table(paths, record, map=map, signed=signed, replacing=replace, watch=watch)
    _tell(done, record)


@import_app.command("wikidata")
def wikidata(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FILE", help="An answer of the query service, as JSON."),
    ] = None,
    *,
    record: Into,
    fetch: Fetch = False,
    office: Annotated[
        list[str] | None,
        typer.Option(metavar="ITEM", help="Fetch its holders: Q11696; may be given again."),
    ] = None,
    country: Annotated[
        list[str] | None,
        typer.Option(metavar="ITEM", help="Fetch who led it: Q30; may be given again."),
    ] = None,
    seen: Annotated[
        str | None,
        typer.Option(metavar="DAY", help="The day of the answer. Default: today."),
    ] = None,
    replace: Replace = False,
    by: By = None,
    why: Why = "",
) -> None:
    """Import holders of offices and their terms from Wikidata."""
    from summitry.desk.imports import fetch_wikidata, import_wikidata  # noqa: PLC0415 - as above

    if fetch == bool(paths):
        raise InputError(
            "import wikidata: expected either files, or --fetch with --office or --country"
        )
    day, signed = options.day(seen), signature(by, why)
    if paths:
        _tell(import_wikidata(paths, record, seen=day, signed=signed, replacing=replace), record)
        return
    done = fetch_wikidata(
        record,
        offices=office or (),
        countries=country or (),
        seen=day,
        signed=signed,
        replacing=replace,
    )
    _tell(done, record)


def _tell(done: Imported, record: Home) -> None:
    """Say what was done; exit with 1 if some of the input could not be used."""
    for problem in _some(done.problems):
        screen.complain(problem)
    screen.put(f"{record}: added {_counted(done.added) or 'nothing'}\n")
    differing = _counted(done.kept)
    if differing and done.replaced:
        screen.put(f"{record}: replaced, for the import differs: {differing}\n")
    elif differing:
        screen.put(f"{record}: kept as on record, though the import differs: {differing}\n{KEPT}\n")
    if done.problems:
        raise typer.Exit(FAULTY)


def _counted(rows: Mapping[str, int]) -> str:
    """The numbers of rows by table, in words: 2 people, 1 source."""
    return ", ".join(
        f"{number:,} {ROWS[table][number != 1]}" for table, number in rows.items() if number
    )


def _some(problems: Sequence[Problem]) -> Iterator[str]:
    yield from map(str, problems[:MOST_SAID])
    if len(problems) > MOST_SAID:
        yield f"and {len(problems) - MOST_SAID:,} more"


@contextmanager
def _progress(paths: Sequence[Path]) -> Iterator[Callable[[Any], None]]:
    """A bar of how much of the files is read, on a terminal."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console  # noqa: PLC0415 - as above
    from rich.progress import Progress  # noqa: PLC0415 - as above

    size = sum(path.stat().st_size for path in paths if path.is_file())
    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("reading", total=size)
        yield lambda batch: progress.advance(task, batch.size)
