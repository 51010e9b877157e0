"""One file of a table, told in batches: events, whom and what they name, and citations of all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from summitry.model.citations import Citation, Source
from summitry.model.problems import Problem
from summitry.record.content import Content
from summitry.sources.batch import Batch
from summitry.sources.table.choices import RowError
from summitry.sources.table.columns import Cells, clean
from summitry.sources.table.events import Teller
from summitry.sources.table.gathering import Gathering, Once, Together, Told
from summitry.sources.table.mapping import FILE_MARK, Map
from summitry.sources.table.rows import Rows, open_rows
from summitry.sources.table.words import digest, slug

BATCH_ROWS: Final = 10_000
MOST_TOLD: Final = 1_000
"""How many faults of one file are told; of more, only how many there are."""


def batches(path: Path, map: Map) -> Iterator[Batch]:
    """What a file tells; InputError if it can't be read or lacks a column of the map."""
    gathering = Once() if map.event is None else Together(_named(path, map))
    with open_rows(path, map) as rows:
        telling = _Telling(rows, map, gathering)
        for read, row in enumerate(rows, 1):
            telling.hear(row)
            if not read % BATCH_ROWS:
                yield telling.batch(rows.position)
        telling.finish()
        yield telling.batch(rows.position)


def _named(path: Path, map: Map) -> Iterator[str]:
    """The ids of the events that rows name, row by row."""
    with open_rows(path, map) as rows:
        teller = Teller(map, rows.columns)
        for row in rows:
            if not isinstance(row, Problem) and teller.wants(row[1]):
                yield teller.event_id(row[1])


class _Telling:
    """A file under way: what is to go into the next batch."""

    def __init__(self, rows: Rows, map: Map, gathering: Gathering) -> None:
        self._map = map
        self._where = str(rows.path)
        self._source = _source(map.source, rows.path)
        self._tag = digest(self._source.id, 3)
        self._teller = Teller(map, rows.columns)
        self._gathering = gathering
        self._locate = _locating(map, rows)
        self._problems: list[Problem] = []
        self._faults: Counter[str] = Counter()
        self._position = 0
        self._rows: defaultdict[str, list[Any]] = defaultdict(list)
        self._rows["sources"].append(self._source)
        for place in map.places:
            self._put("places", place, "")

    def hear(self, row: tuple[int, Cells] | Problem) -> None:
        """Take a row in, or its fault."""
        if isinstance(row, Problem):
            self._fault(row)
            return
        line, cells = row
        if not self._teller.wants(cells):
            return
        try:
            event = self._teller.tell(cells, line)
            told = self._gathering.add(event, line, self._locate(cells, line))
            if place := self._teller.lost_place(event, cells):
                message = f"the place {place!r} of an encounter by {event.mode} is left out"
                self._fault_of(line, RowError("place-of-a-call", message, "expected no place"))
        except RowError as error:
            self._fault_of(line, error)
            told = None
        if self._teller.roll.fresh:
            for table, made in self._teller.roll.take():
                self._put(table, made, f"line {line}")
        if told is not None:
            self._event(told)

    def finish(self) -> None:
        """Take in what only the end of the file shows."""
        for told in self._gathering.rest():
            self._event(told)
        for cast, terms in zip(self._map.casts, self._teller.terms, strict=True):
            unbroken = 0 if cast.office is None else cast.office.unbroken
            for tenure, line in terms.tenures(unbroken):
                self._put("tenures", tenure, f"line {line}")
        hidden = self._faults.total() - MOST_TOLD
        if hidden > 0:
            kinds = ", ".join(f"{code} {n}" for code, n in self._faults.most_common())
            message = f"{hidden} more rows have faults; in all: {kinds}"
            self._problems.append(Problem("more-faults", self._where, message))

    def batch(self, position: int) -> Batch:
        """What was taken in since this was last asked; the file has been read up to a position."""
        rows, self._rows = self._rows, defaultdict(list)
        problems, self._problems = tuple(self._problems), []
        fields: dict[str, Any] = {table: tuple(values) for table, values in rows.items()}
        content = Content(name=self._map.id, title=self._source.title, version="1", **fields)
        size, self._position = position - self._position, position
        return Batch(content=content, problems=problems, size=size)

    def _fault_of(self, line: int, error: RowError) -> None:
        self._fault(Problem(error.code, f"{self._where}:{line}", str(error), error.hint))

    def _fault(self, problem: Problem) -> None:
        self._faults[problem.code] += 1
        if self._faults.total() <= MOST_TOLD:
            self._problems.append(problem)

    def _event(self, told: Told) -> None:
        id = told.event.id
        self._rows["encounters"].append(told.event)
        for n, locator in enumerate(told.locators, 1):
            again = f"-{n}" if n > 1 else ""
            self._cite(f"{id}-{self._tag}{again}", "encounters", id, locator)

    def _put(self, table: str, made: Any, locator: str) -> None:  # noqa: ANN401 - a row of any table
        self._rows[table].append(made)
        self._cite(f"{table[:3]}-{made.id}-{self._tag}", table, made.id, locator)

    def _cite(self, id: str, table: str, row: str, locator: str) -> None:
        self._rows["citations"].append(
            Citation(id=id, table=table, row=row, source=self._source.id, locator=locator)
        )


def _source(source: Source, path: Path) -> Source:
    """The source, with the file's name where the map puts it."""
    return replace(
        source,
        id=source.id.replace(FILE_MARK, slug(path.stem)),
        title=source.title.replace(FILE_MARK, path.stem),
        url=source.url.replace(FILE_MARK, path.stem),
    )


def _locating(map: Map, rows: Rows) -> Callable[[Cells, int], str]:
    if map.locator is None:
        return lambda _, line: f"line {line}"
    read = rows.columns.reader(map.locator)
    return lambda cells, line: clean(read(cells)) or f"line {line}"
