"""Small tables told by small maps."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from summitry.model.events import Encounter
from summitry.model.problems import Problem
from summitry.record.content import Content
from summitry.record.tables import VALUES
from summitry.sources.table import Map, TableImporter
from summitry.sources.table.map_file import map_of

HEADER: Final = "Who,Day,Whom,What"

BASE: Final[Mapping[str, Any]] = {
    "id": "t",
    "source": {"id": "a-table", "title": "A table"},
    "when": {"column": "Day", "formats": ["%Y-%m-%d", "%B %Y"]},
    "event": {"note": "What"},
    "participants": [{"name": "Who"}, {"name": "Whom", "kind": "organisation"}],
}


def a_map(**changes: Any) -> Map:  # noqa: ANN401 - what TOML holds
    """The base map with other entries, each whole."""
    return map_of({**BASE, **changes}, "map.toml")


@dataclass(frozen=True, slots=True)
class Told:
    """What a table told, its batches as one."""

    content: Content
    problems: list[Problem]

    @property
    def codes(self) -> list[tuple[str, str]]:
        return [(problem.code, problem.where) for problem in self.problems]

    @property
    def event(self) -> Encounter:
        (event,) = self.content.encounters
        return event

    def names(self, event: Encounter | None = None) -> set[str]:
        """The names of those who took part."""
        named = {person.id: person.name for person in self.content.people}
        return {named[id] for id in (event or self.event).people}


def told(*rows: str, header: str = HEADER, encoding: str = "utf-8", **changes: Any) -> Told:  # noqa: ANN401 - as above
    """What the rows below the header tell by the base map with these changes."""
    with TemporaryDirectory() as folder, chdir(folder):
        path = Path("table.csv")
        path.write_bytes("\n".join([header, *rows, ""]).encode(encoding))
        return told_by(a_map(**changes), path)


def told_by(map: Map, *paths: Path) -> Told:
    batches = list(TableImporter(map).extract(paths))
    rows: dict[str, Any] = {
        table.name: tuple(row for b in batches for row in getattr(b.content, table.name))
        for table in VALUES
    }
    problems = [problem for batch in batches for problem in batch.problems]
    return Told(Content(name="t", title="A table", version="1", **rows), problems)
