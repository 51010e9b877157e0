"""Rows and the events that they tell of: one each, or several rows of one event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final, Protocol

from summitry.model.events import Encounter
from summitry.sources.table.choices import RowError

_SHARED: Final = ("when", "mode", "settings", "status", "place", "host")
"""What rows of one event must agree in."""


@dataclass(slots=True)
class Told:
    """An event, and where in the table each of its rows is; ``line`` is that of the first."""

    event: Encounter
    line: int
    locators: list[str]


class Gathering(Protocol):
    """What brings the rows of an event together."""

    def add(self, event: Encounter, line: int, locator: str) -> Told | None:
        """The row's event, if all of its rows have been seen; RowError for a row of no use."""
        ...

    def rest(self) -> Iterable[Told]:
        """The events of which rows were expected that never came."""
        ...


class Once:
    """Each row tells of an event of its own, and one that says the same again is a fault."""

    def __init__(self) -> None:
        # Of an id only its hash is kept: a million of them must fit beside everything else.
        self._lines: dict[int, int] = {}

    def add(self, event: Encounter, line: int, locator: str) -> Told:
        """The row's event."""
        first = self._lines.setdefault(hash(event.id), line)
        if first != line:
            message = f"it says the same as line {first}"
            raise RowError("repeated-row", message, "expected each event once")
        return Told(event, line, [locator])

    def rest(self) -> Iterable[Told]:
        """None."""
        return ()


class Together:
    """Rows that name one event tell of one; ``names`` are the ids of every row's event.

    An event is held until its last row has come.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._rows = Counter(map(hash, names))
        self._held: dict[str, Told] = {}

    def add(self, event: Encounter, line: int, locator: str) -> Told | None:
        """The event, with everyone whom its rows name, if this was the last of them."""
        told = self._held.get(event.id)
        if told is None:
            told = self._held[event.id] = Told(event, line, [locator])
        else:
            for name in _SHARED:
                value = getattr(event, name)
                if value != getattr(told.event, name):
                    message = f"it tells of the event of line {told.line}, but its {name} differs"
                    raise RowError("uneven-event", message, "expected rows of one event to agree")
            told.event = replace(told.event, people=told.event.people | event.people)
            told.locators.append(locator)
        if len(told.locators) < self._rows[hash(event.id)]:
            return None
        return self._held.pop(event.id)

    def rest(self) -> Iterator[Told]:
        """The events of which a row was faulty."""
        yield from self._held.values()
        self._held.clear()
