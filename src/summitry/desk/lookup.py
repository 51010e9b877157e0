"""Lookup: what a record holds by the names that someone begins to type."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Final

from summitry.desk.resolve import Named
from summitry.model.edtf import write
from summitry.model.events import Event, Status, Visit
from summitry.model.names import Names, fold
from summitry.model.occasions import Occasion
from summitry.model.people import Office, Person
from summitry.model.places import Place, around
from summitry.record.view import View
from summitry.telling.event import tenures_on

MOST_WORDS: Final = 12
"""Words of a query that are looked for; a name has fewer."""

_BETWEEN: Final = str.maketrans(dict.fromkeys("-\u2010–—/(),;:\"“”’'", " "))


class EntryKind(StrEnum):
    """What can be looked up."""

    PERSON = "person"
    OFFICE = "office"
    PLACE = "place"
    OCCASION = "occasion"
    SERIES = "series"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A row that has names; ``about`` tells it from another of its name, in a few words.

    ``events``: the encounters and visits that were held and that it may have part in.
    """

    kind: EntryKind
    id: str
    name: str
    about: str
    events: int


@dataclass(frozen=True)
class Lookup:
    """The names of a record, each word of them findable by how it begins."""

    entries: tuple[Entry, ...]
    keys: tuple[tuple[str, int], ...]
    """Every name, folded, with the entry that it is of."""

    @classmethod
    def of(cls, view: View) -> Lookup:
        """The names of a record's people, offices, places, occasions and series."""
        names = view.names()
        events = _events_of(view, names)
        rows = list(_rows(names))
        return cls(
            entries=tuple(
                Entry(
                    kind=kind,
                    id=row.id,
                    name=row.name,
                    about=_about(row, names),
                    events=events[kind, row.id],
                )
                for kind, row in rows
            ),
            keys=tuple(
                (key, number)
                for number, (_, row) in enumerate(rows)
                for key in dict.fromkeys(" ".join(_words(name)) for name in _names_of(row))
            ),
        )

    def find(
        self, text: str, *, kinds: frozenset[EntryKind] = frozenset(), most: int
    ) -> tuple[Entry, ...]:
        """The entries that have a name with a word that begins as each word of the text does.

        First those of the very name, then whose name begins so, then those whose words stand in
        this order, and of each the one with more events. An empty set of kinds wants any.
        """
        asked = _words(text)[:MOST_WORDS]
        if not asked:
            return ()
        ranks: dict[int, int] = {}
        for key, number in self._beginning(max(asked, key=len)):
            rank = _rank(asked, key)
            if rank is not None and (not kinds or self.entries[number].kind in kinds):
                ranks[number] = min(rank, ranks.get(number, rank))
        found = sorted(ranks, key=lambda number: (ranks[number], *_weight(self.entries[number])))
        return tuple(self.entries[number] for number in found[:most])

    def of_kind(self, kind: EntryKind) -> tuple[Entry, ...]:
        """Every entry of a kind, by id."""
        return self._by_kind[kind]

    @cached_property
    def _by_kind(self) -> dict[EntryKind, tuple[Entry, ...]]:
        return {
            kind: tuple(
                sorted((one for one in self.entries if one.kind is kind), key=lambda one: one.id)
            )
            for kind in EntryKind
        }

    def _beginning(self, start: str) -> Iterator[tuple[str, int]]:
        """Every name with a word that begins so."""
        words = self._by_word
        seen: set[int] = set()
        for at in range(bisect_left(words, (start, -1)), len(words)):
            word, key = words[at]
            if not word.startswith(start):
                return
            if key not in seen:
                seen.add(key)
                yield self.keys[key]

    @cached_property
    def _by_word(self) -> list[tuple[str, int]]:
        """Each word of each name, in order, with the number of the name."""
        return sorted(
            {(word, number) for number, (key, _) in enumerate(self.keys) for word in key.split()}
        )


def _words(text: str) -> list[str]:
    return fold(text).translate(_BETWEEN).split()


def _rank(asked: list[str], key: str) -> int | None:
    """How well a name fits, from 0 on; None if a word of the text begins none of its own."""
    words, whole = key.split(), " ".join(asked)
    if key == whole:
        return 0
    if key.startswith(whole):
        return 1
    if not all(any(word.startswith(one) for word in words) for one in asked):
        return None
    rest = iter(words)
    in_order = all(any(word.startswith(one) for word in rest) for one in asked)
    return 2 if in_order else 3


def _weight(entry: Entry) -> tuple[int, str, str]:
    return -entry.events, entry.name, entry.id


def _rows(names: Names) -> Iterator[tuple[EntryKind, Named]]:
    by_kind: list[tuple[EntryKind, Iterable[Named]]] = [
        (EntryKind.PERSON, names.people.values()),
        (EntryKind.OFFICE, names.offices.values()),
        (EntryKind.PLACE, names.places.values()),
        (EntryKind.OCCASION, names.occasions.values()),
        (EntryKind.SERIES, names.series.values()),
    ]
    return ((kind, row) for kind, rows in by_kind for row in rows)


def _names_of(row: Named) -> Iterator[str]:
    yield row.name
    yield from row.aliases
    if isinstance(row, Person):
        yield row.family_name


def _about(row: Named, names: Names) -> str:
    match row:
        case Person():
            offices = (names.offices[t.office].name for t in names.tenures_of.get(row.id, ()))
            return ", ".join(dict.fromkeys(offices))
        case Office():
            country = names.places.get(row.country or "")
            return "" if country is None else country.name
        case Place():
            _, *larger = around(names.places, row.id)
            return ", ".join((row.kind.value, *(place.name for place in larger)))
        case Occasion():
            return "" if row.when is None else write(row.when)
        case _:
            return ""


def _events_of(view: View, names: Names) -> Counter[tuple[EntryKind, str]]:
    """How many events were held that a row may have part in."""
    found: Counter[tuple[EntryKind, str]] = Counter()
    for event in view.events():
        if event.status is Status.HELD:
            found.update(set(_parts(event, names)))
    return found


def _parts(event: Event, names: Names) -> Iterator[tuple[EntryKind, str]]:
    for person in event.people:
        yield EntryKind.PERSON, person
        for tenure in tenures_on(names, person, event.when):
            yield EntryKind.OFFICE, tenure.office
    places = [event.place] if event.place is not None else []
    if isinstance(event, Visit):
        places.append(event.country)
    for place in places:
        for larger in around(names.places, place):
            yield EntryKind.PLACE, larger.id
    if event.occasion is not None:
        yield EntryKind.OCCASION, event.occasion
        series = names.occasions[event.occasion].series
        if series is not None:
            yield EntryKind.SERIES, series
