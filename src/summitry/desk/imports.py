"""Imports: data sets and tables of others taken into a record."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from summitry.model.changes import Signature
from summitry.model.problems import Problem, RecordError
from summitry.model.when import When
from summitry.record.content import Content
from summitry.record.home import Home
from summitry.record.keeper import keeper_of
from summitry.record.sql_record import load
from summitry.record.writer import merge
from summitry.sources.batch import Batch
from summitry.sources.historian.download import download
from summitry.sources.historian.importer import HistorianImporter
from summitry.sources.identity import judge
from summitry.sources.importer import Importer
from summitry.sources.table.importer import TableImporter
from summitry.sources.table.map_file import read_map
from summitry.sources.wikidata.importer import WikidataImporter
from summitry.sources.wikidata.query import query
from summitry.sources.wikidata.service import ENDPOINT, ask


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import did, by table: rows added, and rows that the record had otherwise.

    The latter were kept as they were, or ``replaced``; ``differing`` names the first hundred.
    ``problems`` are what of the input could not be used.
    """

    title: str
    added: Mapping[str, int]
    kept: Mapping[str, int]
    problems: tuple[Problem, ...]
    differing: tuple[Problem, ...]
    replaced: bool


Watch = Callable[[Batch], None]
"""Told of each batch that is on its way into the record."""


def _unwatched(_: Batch) -> None:
    """Watch nothing."""


def import_historian(
    paths: Sequence[Path] | None, record: Home, *, signed: Signature, replacing: bool = False
) -> Imported:
    """Import the Office of the Historian's folders of trips and visits; None: fetch them."""
    with TemporaryDirectory() as folder:
        found = download(Path(folder)) if paths is None else paths
        return import_from(
            HistorianImporter(), found, record, judging=True, signed=signed, replacing=replacing
        )


def import_table(
    paths: Sequence[Path],
    record: Home,
    *,
    map: Path,
    signed: Signature,
    replacing: bool = False,
    watch: Watch = _unwatched,
) -> Imported:
    """Import tables by the map that a TOML file holds."""
    importer = TableImporter(read_map(map))
    return import_from(
        importer, paths, record, judging=False, signed=signed, replacing=replacing, watch=watch
    )


def import_wikidata(
    paths: Sequence[Path],
    record: Home,
    *,
    seen: date,
    signed: Signature,
    replacing: bool = False,
) -> Imported:
    """Import answers of the Wikidata Query Service that were retrieved on the day ``seen``."""
    importer = WikidataImporter(seen=When.on(seen))
    return import_from(importer, paths, record, judging=True, signed=signed, replacing=replacing)


def fetch_wikidata(
    record: Home,
    *,
    offices: Sequence[str],
    countries: Sequence[str],
    seen: date,
    signed: Signature,
    endpoint: str = ENDPOINT,
    replacing: bool = False,
) -> Imported:
    """Ask the Wikidata Query Service for the holders of offices, and import its answer.

    ``offices`` and ``countries`` are ids of items, like Q11696 or Q30.
    """
    asked = query(offices=offices, countries=countries)
    with TemporaryDirectory() as folder:
        file = Path(folder) / "answer.json"
        ask(asked, file, endpoint=endpoint)
        return import_wikidata([file], record, seen=seen, signed=signed, replacing=replacing)


def import_from(
    importer: Importer,
    paths: Sequence[Path],
    record: Home,
    *,
    judging: bool,
    signed: Signature,
    replacing: bool = False,
    watch: Watch = _unwatched,
) -> Imported:
    """Take what the importer makes of the paths into a record in SQL, all of it or nothing.

    Where there is none yet, one is made. ``judging``: rows about what the record has already
    are judged to be the same. The record's log has it, signed. InputError, which the importer
    words, if the paths are not what it reads; RecordError if the record can't be written.
    """
    if isinstance(record, Path) and record.is_dir():
        raise RecordError(
            f"can't import into the folder {str(record)!r}: expected a SQLite file or a database"
            " (make one with: summitry record build)"
        )
    held = load(record) if judging and keeper_of(record).is_there() else None
    problems: list[Problem] = []

    def contents() -> Iterator[Content]:
        for batch in importer.extract(paths):
            problems.extend(batch.problems)
            watch(batch)
            yield _judged(batch, held)

    new = Content(name=_name(record), title=importer.title, version="1")
    signed = replace(signed, reason=signed.reason or f"import of {importer.title}")
    merged = merge(record, contents(), new=new, signed=signed, replacing=replacing)
    return Imported(
        title=importer.title,
        added=merged.added,
        kept=merged.kept,
        problems=tuple(problems),
        differing=merged.problems,
        replaced=replacing,
    )


def _judged(batch: Batch, held: Content | None) -> Content:
    if held is None:
        return batch.content
    made = judge(held, batch.content)
    return replace(batch.content, judgements=(*batch.content.judgements, *made))


def _name(record: Home) -> str:
    """A short identifier from the name of the file or the database."""
    name = record.stem if isinstance(record, Path) else record.name
    letters = "".join(c if c.isalnum() else "-" for c in name.casefold())
    return "-".join(filter(None, letters.split("-"))) or "record"
