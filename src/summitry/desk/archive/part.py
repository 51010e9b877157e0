"""Reading one part of an archive, and writing what was found in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from summitry.desk.archive.batch import Batch, BatchReader
from summitry.desk.archive.outputs import Output, told_of
from summitry.desk.archive.settings import Settings
from summitry.desk.documents import MOST_BYTES
from summitry.sources.archive import Part, Raw, Unusable, documents_of

MOST_DOCUMENTS: Final = 256
MOST_HELD: Final = 8 * 1024 * 1024
"""Documents and bytes of them that are held at a time, save that one alone may be larger."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """A part that was read: how much there was in it.

    ``problem`` says why it was not, where what read it ended.
    """

    key: str
    documents: int = 0
    unread: int = 0
    claims: int = 0
    characters: int = 0
    problem: str = ""

    def as_json(self) -> dict[str, int]:
        """The numbers by their names."""
        return {
            "documents": self.documents,
            "unread": self.unread,
            "claims": self.claims,
            "characters": self.characters,
        }


def read_part(part: Part, reader: BatchReader, settings: Settings, folder: Path) -> Done:
    """Read a part and write its two tables into a folder, whole or not at all.

    Reading it again writes the same bytes. RecordError if they can't be written.
    """
    done = Done(key=part.key)
    with Output(folder, part.key, settings) as output:
        documents = documents_of(part, settings.columns, most=MOST_BYTES)
        for batch in batches(documents):
            found = reader.read(batch)
            output.add(found)
            done = _after(done, found)
        output.close(done.as_json())
    return done


def done_before(part: Part, folder: Path) -> Done | None:
    """What was done when a part was read into a folder before; None if it wasn't."""
    told = told_of(folder, part.key)
    if told is None:
        return None
    return Done(
        key=part.key,
        documents=told["documents"],
        unread=told["unread"],
        claims=told["claims"],
        characters=told["characters"],
    )


def batches(documents: Iterable[Raw | Unusable]) -> Iterator[list[Raw | Unusable]]:
    """The documents, some at a time, in their order."""
    batch: list[Raw | Unusable] = []
    held = 0
    for document in documents:
        batch.append(document)
        held += len(document.data) if isinstance(document, Raw) else 0
        if len(batch) == MOST_DOCUMENTS or held >= MOST_HELD:
            yield batch
            batch, held = [], 0
    if batch:
        yield batch


def _after(done: Done, found: Batch) -> Done:
    """What was done with one batch more."""
    return Done(
        key=done.key,
        documents=done.documents + len(found.documents),
        unread=done.unread + sum("problem" in row for row in found.documents),
        claims=done.claims + len(found.claims),
        characters=done.characters + found.characters,
    )
