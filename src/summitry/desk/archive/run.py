"""Reading an archive: cut into parts, each of which is read once, whatever happens in between."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from summitry.desk.archive import manifest, outputs
from summitry.desk.archive.job import Engine, Job
from summitry.desk.archive.part import Done, done_before
from summitry.desk.archive.settings import Settings
from summitry.desk.versions import reader_version
from summitry.model.statements import DocumentType
from summitry.record.names import digest_of
from summitry.record.view import View
from summitry.sources.archive import Columns, parts_of

AS_USUAL: Final = Columns()


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """The documents to be read: files and folders, and how tables of documents are laid out."""

    paths: tuple[str, ...]
    type: DocumentType | None = None
    columns: Columns = AS_USUAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far it is: bytes that are read, of all; ``found`` is what there was in them."""

    size: int
    of: int
    found: Totals


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """What there was: parts, documents (``unread``: those of them that could not be read), claims.

    ``before``: parts that had been read before. ``lost``: parts that could not be read at all.
    ``aside``: files of a folder that are of no kind that is read.
    """

    parts: int = 0
    before: int = 0
    documents: int = 0
    unread: int = 0
    claims: int = 0
    characters: int = 0
    lost: tuple[str, ...] = ()
    aside: int = 0

    def after(self, done: Done, path: str, *, before: bool = False) -> Totals:
        """The totals with one part more."""
        return Totals(
            parts=self.parts + 1,
            before=self.before + before,
            documents=self.documents + done.documents,
            unread=self.unread + done.unread,
            claims=self.claims + done.claims,
            characters=self.characters + done.characters,
            lost=(*self.lost, f"{path}: {done.problem}") if done.problem else self.lost,
            aside=self.aside,
        )


def read_archive(
    archive: Archive,
    view: View,
    folder: Path,
    engine: Engine,
    *,
    today: date,
    as_of: date | None = None,
    tell: Callable[[Progress], None] = lambda _: None,
) -> Totals:
    """Read the documents into tables in a folder, and tell how far it is after each part.

    What was read before into the folder is not read again, and what isn't in the archive any more
    is taken out. Documents without a day are judged by ``as_of``; unless given, by the day on
    which the folder was begun, ``today`` at first. InputError if there is nothing to read, or the
    folder was begun otherwise; RecordError if it can't be written.
    """
    parts = parts_of(archive.paths, archive.columns, besides=folder)
    before = manifest.begun(folder)
    begun = None if before is None else date.fromisoformat(before["as_of"])
    names = view.names()
    settings = Settings(
        record=view.about().name,
        names=digest_of(names),
        reader=reader_version(),
        as_of=as_of or begun or today,
        type=archive.type,
        columns=archive.columns,
    )
    if before is not None:
        manifest.agree(folder, settings, before)
    outputs.prepare(folder)
    done = {part.key: done_before(part, folder) for part in parts.parts}
    manifest.write(folder, settings, ((part, done[part.key]) for part in parts.parts))
    outputs.clear(folder, frozenset(done))
    left = {part.key: part for part in parts.parts if done[part.key] is None}
    size = of = sum(part.size for part in parts.parts)
    size -= sum(part.size for part in left.values())
    totals = Totals(aside=parts.aside)
    for part in parts.parts:
        was = done[part.key]
        if was is not None:
            totals = totals.after(was, part.paths[0], before=True)
    tell(Progress(size=size, of=of, found=totals))
    job = Job(names=names, settings=settings, folder=folder.resolve())
    # Large parts first: at the end no worker is left alone with one.
    queue = sorted(left.values(), key=lambda part: -part.size)
    for one in engine.run(job, queue):
        part = left[one.key]
        done[one.key] = one
        size += part.size
        totals = totals.after(one, part.paths[0])
        tell(Progress(size=size, of=of, found=totals))
    outputs.clear(folder, frozenset(done))
    manifest.write(folder, settings, ((part, done[part.key]) for part in parts.parts))
    return totals
