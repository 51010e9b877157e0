"""Export: what a selection of a record needs to be told in the formats of others."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from summitry.desk.documents import read_text
from summitry.desk.find import Found, Wanted, find
from summitry.model.coverage import Coverage, Covered
from summitry.model.events import EventKind
from summitry.model.problems import InputError
from summitry.record.content import Content
from summitry.record.home import Home
from summitry.record.identities import resolved
from summitry.record.open import open_content, open_record
from summitry.record.package import write_package
from summitry.record.view import About, Narrowing, View
from summitry.telling.exports.exported import Exported

Items = Mapping[tuple[str, str], str]
"""The numbers of Wikidata's items by table and id."""

ENCOUNTERS: Final = Narrowing(kind=EventKind.ENCOUNTER)
ITEM_COLUMNS: Final = ("table", "row", "wikidata")
ITEM_TABLES: Final = ("people", "places", "occasions", "encounters")

_ITEM: Final = re.compile(r"Q[1-9][0-9]{0,11}")


def export(wanted: Wanted, view: View) -> Exported:
    """The events wanted, as ``find`` finds them, ready to be told; raises what ``find`` raises."""
    return exported(find(wanted, view), view)


def exported(found: Found, view: View) -> Exported:
    """Events that were found, ready to be told."""
    return Exported(
        record=view.about().name,
        basis=found.basis,
        names=found.names,
        events=found.events,
        citations=found.citations,
        sources=found.sources,
    )


# --- packages ---------------------------------------------------------------------------------


def export_package(record: Home | None, folder: Path, wanted: Wanted | None = None) -> About:
    """Write a record (None: the bundled one) as a package into a folder, or raise RecordError.

    With ``wanted`` the package holds the events wanted alone, with every name and time in office,
    and this raises what ``find`` raises; without, it holds all there is.
    """
    content = open_content(record)
    if wanted is not None:
        found = find(wanted, open_record(record))
        content = narrowed(content, frozenset(event.id for event in found.events))
    write_package(content, folder)
    return open_record(folder).about()


def narrowed(content: Content, events: frozenset[str]) -> Content:
    """The content, as it is shown, without the other events and what speaks of them alone.

    It is complete for no kind of event any more, so that its silence means nothing: of the
    coverage statements only those of tenures stay, and those of what is known to be lacking.
    """
    shown = resolved(content)
    encounters = tuple(one for one in shown.encounters if one.id in events)
    visits = tuple(one for one in shown.visits if one.id in events)
    coverage = tuple(filter(_still_holds, shown.coverage))
    kept = {
        "encounters": {one.id for one in encounters},
        "visits": {one.id for one in visits},
        "coverage": {one.id for one in coverage},
    }
    citations = tuple(c for c in shown.citations if c.row in kept.get(c.table, {c.row}))
    cited = {citation.source for citation in citations}
    return replace(
        shown,
        title=f"{shown.title} (a selection)",
        encounters=encounters,
        visits=visits,
        coverage=coverage,
        citations=citations,
        sources=tuple(source for source in shown.sources if source.id in cited),
        judgements=(),
    )


def _still_holds(statement: Coverage) -> bool:
    return statement.kind is Covered.TENURE or not statement.complete


# --- Wikidata's items -------------------------------------------------------------------------


def read_items(path: Path, view: View) -> Items:
    """The map of rows to Wikidata's items in a CSV file of the columns table, row and wikidata.

    InputError if it can't be read, or names a row that the record doesn't hold.
    """
    reader = csv.DictReader(read_text(str(path)).splitlines())
    if tuple(reader.fieldnames or ()) != ITEM_COLUMNS:
        raise InputError(f'can\'t read "{path}": expected the columns {", ".join(ITEM_COLUMNS)}')
    items: dict[tuple[str, str], str] = {}
    known: dict[str, frozenset[str]] = {}
    for line in reader:
        table, row, item = (line[column] or "" for column in ITEM_COLUMNS)
        where = f"{path}:{reader.line_num}"
        if table not in ITEM_TABLES:
            raise InputError(f'{where}: no table "{table}" (expected {_any_of(ITEM_TABLES)})')
        if not _ITEM.fullmatch(item):
            raise InputError(f'{where}: not an item: "{item}" (expected one like Q7747)')
        if table not in known:
            known[table] = _rows(table, view)
        if row not in known[table]:
            close = get_close_matches(row, known[table], n=1)
            hint = f'did you mean "{close[0]}"?' if close else "expected an id of the record"
            raise InputError(f'{where}: the record has no "{row}" among its {table} ({hint})')
        items[table, row] = item
    return items


def _rows(table: str, view: View) -> frozenset[str]:
    names = view.names()
    match table:
        case "people":
            return frozenset(names.people)
        case "places":
            return frozenset(names.places)
        case "occasions":
            return frozenset(names.occasions)
        case _:
            return frozenset(event.id for event in view.events(ENCOUNTERS))


def _any_of(names: tuple[str, ...]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}"
