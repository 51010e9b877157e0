"""A table's header, and where in it the columns are that a map names."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from operator import itemgetter

from summitry.model.names import fold
from summitry.model.problems import Problem
from summitry.sources.table.mapping import Map, Template

Cells = Sequence[str]
Read = Callable[[Cells], str]
"""What a template says of a row's cells, with their blanks as they are."""


@dataclass(frozen=True, slots=True)
class Columns:
    """A header: ``at`` has the place of each of its names, and of the map's short names."""

    header: tuple[str, ...]
    at: Mapping[str, int]

    @classmethod
    def of(cls, header: Cells, map: Map) -> Columns:
        """The columns under a header; of those that share a name, the first."""
        at: dict[str, int] = {}
        for place, name in enumerate(header):
            at.setdefault(fold(name), place)
        short = {
            fold(name): at[fold(other)]
            for name, others in map.columns.items()
            for other in reversed(others)
            if fold(other) in at
        }
        return cls(tuple(header), at | short)

    def places(self, template: Template) -> tuple[int, ...]:
        """Where the template's columns are."""
        return tuple(self.at[fold(name)] for name in template.columns)

    def lacks(self, map: Map) -> tuple[str, ...]:
        """The map's names of columns that are not there, each once."""
        names = dict.fromkeys(name for one in templates(map) for name in one.columns)
        return tuple(name for name in names if fold(name) not in self.at)

    def problems(self, map: Map, where: str) -> Iterator[Problem]:
        """A fault for every column that the map names and that is not there."""
        for name in self.lacks(map):
            wanted = " or ".join(repr(other) for other in map.columns.get(name, (name,)))
            close = get_close_matches(fold(name), list(self.at), n=1)
            meant = self.header[self.at[close[0]]] if close else ", ".join(self.header)
            hint = f"expected {meant!r}" if close else f"expected one of {meant}"
            yield Problem("missing-column", where, f"there is no column {wanted}", hint)

    def reader(self, template: Template) -> Read:
        """What reads a row's cells as the template says."""
        places = self.places(template)
        first, *others = template.parts[::2]
        if len(places) == 1 and not first and not others[0]:
            return itemgetter(places[0])
        after = tuple(zip(places, others, strict=True))

        def read(cells: Cells) -> str:
            return first + "".join(cells[place] + text for place, text in after)

        return read


def templates(map: Map) -> Iterator[Template]:
    """Every template of a map."""
    yield from (test.column for test in (*map.skips, *map.keeps))
    yield map.when.column
    for cast in map.casts:
        if not cast.constant:
            yield cast.name
        yield from (one for one in (cast.key, cast.family) if one is not None)
        if cast.office is not None:
            yield cast.office.title
    for choice in (map.mode, map.settings, map.status, map.place):
        if choice.column is not None:
            yield choice.column
    optional = (map.when.until, map.event, map.note, map.locator)
    yield from (one for one in optional if one is not None)


def clean(text: str) -> str:
    """The text without blanks around it and runs of them."""
    return " ".join(text.split())
