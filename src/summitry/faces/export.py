"""``summitry export``: the record, or a selection of it, in the formats of others."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summitry.desk.homes import Home
from summitry.faces import options, screen
from summitry.faces.selecting import wanted as wanted_by
from summitry.model.problems import InputError

if TYPE_CHECKING:
    from summitry.desk.find import Wanted


class ExportFormat(StrEnum):
    """What is written."""

    PACKAGE = "package"
    CSV = "csv"
    PARQUET = "parquet"
    JSONLD = "jsonld"
    ICS = "ics"
    TIMELINEJS = "timelinejs"
    GEOJSON = "geojson"
    QUICKSTATEMENTS = "quickstatements"
    FTM = "ftm"


class PairsOf(StrEnum):
    """What a panel pairs."""

    OFFICES = "offices"
    PEOPLE = "people"


_PANELS = frozenset({ExportFormat.CSV, ExportFormat.PARQUET})

Format = Annotated[
    ExportFormat,
    typer.Option("--format", metavar="FORMAT", help=options.any_of(ExportFormat)),
]
Pairs = Annotated[
    PairsOf | None,
    typer.Option(
        "--pairs",
        metavar="PAIRS",
        help="Of csv and parquet: what is paired, offices or people. Default: offices.",
    ),
]
Wikidata = Annotated[
    Path | None,
    typer.Option(
        "--wikidata",
        metavar="FILE",
        help="Of quickstatements: a CSV file of table, row and wikidata, an item (Q7747) a row.",
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "-o", "--output", metavar="PATH", help="A file, or a package's folder. Default: the screen."
    ),
]


def export(
    a: options.MaybeParty = None,
    b: options.MaybeParty = None,
    *,
    format: Format,
    since: options.Since = None,
    until: options.Until = None,
    kind: options.Kind = None,
    mode: options.Modes = None,
    setting: options.Settings = None,
    status: options.Statuses = None,
    place: options.Place = None,
    occasion: options.Occasion = None,
    topic: options.Topic = None,
    pairs: Pairs = None,
    wikidata: Wikidata = None,
    record: options.Record = None,
    output: Output = None,
) -> None:
    """Write a record, or some of its events, in a format that other programs read."""
    wanted = wanted_by(
        a,
        b,
        since=since,
        until=until,
        kind=kind,
        mode=mode,
        setting=setting,
        status=status,
        place=place,
        occasion=occasion,
        topic=topic,
    )
    if pairs is not None and format not in _PANELS:
        raise InputError(f'"--pairs" is of csv and parquet (got --format {format.value})')
    if (wikidata is None) is (format is ExportFormat.QUICKSTATEMENTS):
        raise InputError(
            '"--wikidata" is of quickstatements, which needs it'
            f" (got --format {format.value} with{'out' if wikidata is None else ''} it)"
        )
    chosen = any((a, b, since, until, kind, mode, setting, status, place, occasion, topic))
    match format:
        case ExportFormat.PACKAGE:
            _package(record, output, wanted if chosen else None)
        case ExportFormat.CSV | ExportFormat.PARQUET:
            _panel(format, wanted, pairs or PairsOf.OFFICES, record, output)
        case _:
            _events(format, wanted, wikidata, record, output)


def _package(record: Home | None, output: Path | None, wanted: Wanted | None) -> None:
    from summitry.desk.export import export_package  # noqa: PLC0415 - a command loads what it needs

    folder = _needed(output, ExportFormat.PACKAGE, "a folder")
    about = export_package(record, folder, wanted)
    screen.put(f"{folder}: {about.title}, version {about.version}, {about.events} events\n")


def _panel(
    format: ExportFormat, wanted: Wanted, pairs: PairsOf, record: Home | None, output: Path | None
) -> None:
    from summitry.desk import panel  # noqa: PLC0415 - as above
    from summitry.desk.records import open_record  # noqa: PLC0415

    if format is ExportFormat.PARQUET:
        _needed(output, format, "a file")
    made = panel.panel(open_record(record), wanted, panel.Pairs(pairs))
    if format is ExportFormat.PARQUET:
        from summitry.telling.exports.parquet import panel_parquet  # noqa: PLC0415

        _put(panel_parquet(made), output)
        return
    from summitry.telling.exports.panel import codebook, panel_csv  # noqa: PLC0415

    if output is not None and (output.is_file() or not output.exists()):
        screen.write(output.with_suffix(".datapackage.json"), codebook(made, output.name))
    _put(panel_csv(made), output)


def _events(
    format: ExportFormat,
    wanted: Wanted,
    wikidata: Path | None,
    record: Home | None,
    output: Path | None,
) -> None:
    from summitry.desk import export as desk  # noqa: PLC0415 - as above
    from summitry.desk.records import open_record  # noqa: PLC0415
    from summitry.telling.exports.texts import TEXTS, quickstatements  # noqa: PLC0415

    view = open_record(record)
    exported = desk.export(wanted, view)
    if wikidata is not None:
        written = quickstatements(exported, desk.read_items(wikidata, view))
    else:
        written = TEXTS[format.value](exported)
    _put(written.text, output)
    for line in written.lacks:
        screen.complain(line)


def _needed(output: Path | None, format: ExportFormat, what: str) -> Path:
    if output is None:
        raise InputError(f'"{format.value}" can\'t go to the screen (expected {what} after -o)')
    return output


def _put(content: str | bytes, output: Path | None) -> None:
    if output is not None:
        screen.write(output, content)
    elif isinstance(content, str):
        screen.put(content)
