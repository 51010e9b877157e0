"""Imports: data sets and tables of others taken into a record."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from summitry.model.problems import InputError, Problem, RecordError
from summitry.record.content import Content
from summitry.record.sqlite import load
from summitry.record.writer import merge
from summitry.sources.batch import Batch
from summitry.sources.identity import judge
from summitry.sources.importer import Importer


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import did, by table: rows added, and rows that the record had otherwise.

    ``problems`` are what of the input could not be used; ``differing`` names rows that the record
    has otherwise, the first hundred.
    """

    title: str
    added: Mapping[str, int]
    kept: Mapping[str, int]
    problems: tuple[Problem, ...]
    differing: tuple[Problem, ...]


Watch = Callable[[Content], None]
"""Told of each batch that is on its way into the record."""


def import_from(
    importer: Importer,
    paths: Sequence[Path],
    record: Path,
    *,
    judging: bool,
    replacing: bool = False,
    watch: Watch = lambda _: None,
) -> Imported:
    """Take what the importer makes of the paths into the record's file, all of it or nothing.

    Where there is no file yet, one is made. ``judging``: rows about what the record has already
    are judged to be the same. InputError if the paths are not what the importer reads, RecordError
    if the record can't be written.
    """
    if record.is_dir():
        raise RecordError(
            f"can't import into the folder {str(record)!r}: expected a SQLite file"
            " (make one with: summitry record build)"
        )
    if not importer.recognise(paths):
        named = ", ".join(f'"{path}"' for path in paths)
        raise InputError(f"not what {importer.name} reads: {named} (expected {importer.title})")
    held = load(record) if judging and record.exists() else None
    problems: list[Problem] = []

    def contents() -> Iterator[Content]:
        for batch in importer.extract(paths):
            problems.extend(batch.problems)
            watch(batch.content)
            yield _judged(batch, held)

    new = Content(name=_name(record), title=importer.title, version="1")
    merged = merge(record, contents(), new=new, replacing=replacing)
    return Imported(
        title=importer.title,
        added=merged.added,
        kept=merged.kept,
        problems=tuple(problems),
        differing=merged.problems,
    )


def _judged(batch: Batch, held: Content | None) -> Content:
    if held is None:
        return batch.content
    made = judge(held, batch.content)
    return replace(batch.content, judgements=(*batch.content.judgements, *made))


def _name(record: Path) -> str:
    """A short identifier from the file's name."""
    letters = "".join(c if c.isalnum() else "-" for c in record.stem.casefold())
    return "-".join(filter(None, letters.split("-"))) or "record"
