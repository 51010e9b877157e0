"""From a batch of documents to a batch of rows: a pure function of them, which knows no engine."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from summitry.desk.archive.settings import Settings
from summitry.desk.archive.sketch import sketch
from summitry.desk.documents import digest, given_document
from summitry.model.names import Names
from summitry.model.problems import InputError
from summitry.model.statements import Document, Reading
from summitry.reading import Reader
from summitry.sources.archive import Raw, Unusable
from summitry.telling.exports.claims import Cells, claim_cells, document_cells


@dataclass(frozen=True, slots=True)
class Batch:
    """The rows of some documents: their claims, and a row for each of them."""

    claims: tuple[Cells, ...]
    documents: tuple[Cells, ...]
    characters: int
    """Characters of the texts that were read."""


class BatchReader:
    """What reads batches of documents by the names of a record, which it takes a while to learn."""

    def __init__(self, names: Names, settings: Settings) -> None:
        self._names, self._settings = names, settings
        self._reader = Reader(names)

    def read(self, batch: Sequence[Raw | Unusable]) -> Batch:
        """The rows of the documents, in their order.

        One that can't be read is a row with the reason, and has no claims.
        """
        opened = [self._opened(one) for one in batch]
        readings = iter(self._readings([one for one in opened if isinstance(one, Document)]))
        claims: list[Cells] = []
        documents: list[Cells] = []
        for raw, found in zip(batch, opened, strict=True):
            reading = next(readings) if isinstance(found, Document) else found
            if isinstance(raw, Raw) and isinstance(reading, Reading):
                told = list(self._claims(raw.id, reading))
                claims += told
                documents.append(
                    document_cells(
                        raw.id,
                        url=raw.url,
                        document=reading.document,
                        digest=digest(reading.document),
                        sketch=sketch(reading.document.text) if told else (),
                        claims=len(told),
                    )
                )
            else:
                documents.append({"document": raw.id, "problem": str(reading)})
        characters = sum(len(one.text) for one in opened if isinstance(one, Document))
        return Batch(tuple(claims), tuple(documents), characters)

    def _opened(self, one: Raw | Unusable) -> Document | str:
        """The document, or why there is none."""
        if isinstance(one, Unusable):
            return one.reason
        try:
            return given_document(
                one.data,
                name=one.id,
                as_of=one.seen or self._settings.as_of,
                unless_dated=True,
                type=one.type or self._settings.type,
                media_type=one.media_type,
                charset=one.charset,
                title=one.title,
                published=one.published,
            )
        except InputError as error:
            return str(error)
        except Exception as error:  # noqa: BLE001 - as below
            return _failed(one.id, error)

    def _readings(self, documents: Sequence[Document]) -> Iterable[Reading | str]:
        """What reading makes of the documents, or why it could make nothing of one."""
        try:
            return list(self._reader.read_all(documents))
        except Exception:  # noqa: BLE001 - one document may be at fault: which is found below
            return [self._reading(document) for document in documents]

    def _reading(self, document: Document) -> Reading | str:
        try:
            return self._reader.read(document)
        except Exception as error:  # noqa: BLE001 - nothing in a document may stop the others
            return _failed(document.title, error)

    def _claims(self, id: str, reading: Reading) -> Iterator[Cells]:
        for statement in reading.statements:
            for claim in statement.claims:
                yield claim_cells(
                    claim,
                    statement.quote,
                    id=id,
                    document=reading.document,
                    names=self._names,
                    reader=self._settings.reader,
                )


def _failed(name: str, error: Exception) -> str:
    logging.getLogger(__name__).error("a document failed: %s", name, exc_info=error)
    return f"an internal error ({type(error).__name__})"
