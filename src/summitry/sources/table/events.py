"""From a row to the encounter that it tells of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from summitry.model.events import Encounter, Mode
from summitry.model.people import PersonId
from summitry.sources.table.choices import RowError, chooser
from summitry.sources.table.columns import Cells, Columns, clean
from summitry.sources.table.dating import Calendar
from summitry.sources.table.mapping import Filter, Map
from summitry.sources.table.offices import Terms
from summitry.sources.table.people import Group, Meeting, casting
from summitry.sources.table.places import called_at, placing
from summitry.sources.table.roll import Roll
from summitry.sources.table.words import digest, slug

ID_BYTES: Final = 6
"""How much of a digest ends an event's id, after its day: enough for any number on one day."""

_PLACELESS: Final = frozenset({Mode.PHONE, Mode.VIDEO})
"""Modes of those who are in different places."""


class Teller:
    """What tells a table's rows, made for one map and one header.

    ``roll`` and ``terms`` gather whom and what the rows name.
    """

    def __init__(self, map: Map, columns: Columns) -> None:
        self.roll = Roll()
        self.terms = [Terms() for _ in map.casts]
        meeting = Meeting.of(map.id, map.known, self.roll)
        self._map = map
        self._skips = tuple(_test(one, columns) for one in map.skips)
        self._keeps = tuple(_test(one, columns) for one in map.keeps)
        self._when = Calendar(map.when, columns).read
        self._casts = tuple(casting(one, columns, meeting) for one in map.casts)
        self._hosts = tuple(n for n, one in enumerate(map.casts) if one.host)
        self._mode = chooser("mode", map.mode, columns)
        self._settings = chooser("setting", map.settings, columns)
        self._status = chooser("status", map.status, columns)
        self._place = placing(map, columns, self.roll)
        self._called_at = called_at(map, columns)
        self._note = None if map.note is None else columns.reader(map.note)
        self._event = None if map.event is None else columns.reader(map.event)

    def wants(self, cells: Cells) -> bool:
        """Whether the map's tests let the row in."""
        for test in self._skips:
            if test(cells):
                return False
        for test in self._keeps:  # noqa: SIM110 - once a row: a generator takes longer than the tests
            if not test(cells):
                return False
        return True

    def event_id(self, cells: Cells) -> str:
        """The id of the event that the row itself names; empty where it names none."""
        name = "" if self._event is None else clean(self._event(cells))
        return f"{self._map.id}-{slug(name)}" if name else ""

    def tell(self, cells: Cells, line: int) -> Encounter:
        """The row's encounter; RowError if it tells of none."""
        when, stem = self._when(cells)
        groups = [cast(cells) for cast in self._casts]
        people = frozenset().union(*[group.people for group in groups])
        if len(people) < 2:
            message = f"the row names {', '.join(people) or 'nobody'} alone"
            raise RowError("one-alone", message, "expected two participants or more")
        mode, settings, status = self._mode(cells), self._settings(cells), self._status(cells)
        place = "" if mode in _PLACELESS else self._place(cells)
        note = "" if self._note is None else clean(self._note(cells))
        id = self.event_id(cells)
        if not id:
            told = (when.written, *sorted(people), mode, *sorted(settings), status, place, note)
            id = f"{self._map.id}-{stem}-{digest(chr(0).join(told), ID_BYTES)}"
        for group, terms in zip(groups, self.terms, strict=True):
            if group.held:
                terms.hear(group.held, when, line)
        return Encounter(
            id=id,
            when=when,
            people=people,
            mode=mode,
            settings=settings,
            status=status,
            place=place or None,
            host=self._host(groups) if self._hosts else None,
            note=note,
        )

    def lost_place(self, event: Encounter, cells: Cells) -> str:
        """The place that the row gives to a call, which has none; empty where it gives none."""
        return self._called_at(cells) if event.mode in _PLACELESS else ""

    def _host(self, groups: Sequence[Group]) -> PersonId | None:
        """Who received the others, if the map says so and it is one."""
        hosts = {person for n in self._hosts for person in groups[n].people}
        return hosts.pop() if len(hosts) == 1 else None


def _test(test: Filter, columns: Columns) -> Callable[[Cells], bool]:
    read, matches = columns.reader(test.column), test.matches
    if matches is None:
        return lambda cells: not read(cells).strip()
    return lambda cells: matches.search(read(cells)) is not None
