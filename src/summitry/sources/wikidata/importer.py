"""The importer: an answer of the Wikidata Query Service as a batch of rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Final

from summitry.model.citations import Citation, Source, SourceKind
from summitry.model.edtf import write
from summitry.model.when import When
from summitry.record.content import Content
from summitry.sources.batch import Batch
from summitry.sources.wikidata.gathered import gather
from summitry.sources.wikidata.results import is_answer, read_rows
from summitry.sources.wikidata.rows import Rows, rows_of

SOURCE: Final = "wikidata"
LICENCE: Final = "CC0-1.0"


@dataclass(frozen=True, slots=True, kw_only=True)
class WikidataImporter:
    """Office holders from answers to ``holders.sparql``, retrieved on the day ``seen``.

    No coverage is declared, for Wikidata is not known to be complete for any office.
    """

    seen: When
    name: str = "wikidata"
    title: str = "Office holders and their terms, from Wikidata"

    def recognise(self, paths: Sequence[Path]) -> bool:
        """Whether every file is an answer to the query."""
        return bool(paths) and all(map(is_answer, paths))

    def extract(self, paths: Sequence[Path]) -> Iterator[Batch]:
        """One batch of all the files; InputError if one can't be read."""
        rows = rows_of(gather(chain.from_iterable(map(read_rows, paths))))
        content = Content(
            name=self.name,
            title=self.title,
            version=write(self.seen),
            licence=LICENCE,
            people=tuple(rows.people.values()),
            offices=tuple(rows.offices.values()),
            tenures=tuple(rows.tenures.values()),
            places=tuple({place.id: place for place in rows.countries.values()}.values()),
            sources=(self._source(),),
            citations=tuple(_citations(rows)),
        )
        yield Batch(content=content, problems=tuple(rows.problems))

    def _source(self) -> Source:
        return Source(
            id=SOURCE,
            title="Wikidata",
            publisher="Wikimedia Foundation",
            url="https://www.wikidata.org/",
            kind=SourceKind.DATASET,
            seen=self.seen,
        )


def _citations(rows: Rows) -> Iterator[Citation]:
    """One for each row: the item, or the statement, that it rests on."""
    countries = {place.id: item for item, place in reversed(rows.countries.items())}
    cited = (
        ("people", ((item, row.id) for item, row in rows.people.items())),
        ("offices", ((item, row.id) for item, row in rows.offices.items())),
        ("tenures", ((item, row.id) for item, row in rows.tenures.items())),
        ("places", ((item, row) for row, item in countries.items())),
    )
    for table, locators in cited:
        for locator, row in locators:
            yield Citation(
                id=f"{SOURCE}-{table}-{row}", table=table, row=row, source=SOURCE, locator=locator
            )
