"""The names of a record, to be found in a text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from types import UnionType
from typing import Final, Protocol

from summitry.lexicon.letters import folded, spelled, spellings
from summitry.lexicon.nouns import plural
from summitry.lexicon.tables import demonyms, table
from summitry.model.names import Names
from summitry.model.people import Office
from summitry.model.places import Place, PlaceKind, around
from summitry.reading.mentions.items import (
    GatheringItem,
    Item,
    LandmarkItem,
    Mention,
    OfficeItem,
    PersonItem,
    PlaceItem,
    SeriesItem,
    TitleItem,
    TopicItem,
)
from summitry.reading.text.wordlist import lowered

_Index = dict[str, list[tuple[str, Item]]]

_WORD: Final = re.compile(r"(\w+)(?:[’'.]\w+)*")
"""A word, which opens with the letters that names are known by."""


@dataclass(slots=True)
class Gazetteer:
    """Names by their first word, longest first: ``proper`` in their own case, ``common`` in any.

    All are in plain letters, as texts are searched.
    """

    proper: _Index = field(default_factory=dict)
    common: _Index = field(default_factory=dict)

    def people(self) -> Iterator[str]:
        """The names of people, in their own case."""
        return _of(self.proper, PersonItem)

    def offices(self) -> Iterator[str]:
        """The names and titles of offices, in lower case."""
        return _of(self.common, OfficeItem | TitleItem)

    def find(self, text: str) -> Iterator[Mention]:
        """The names in a text, whether written with accents or without.

        None is within another, but where a text may be spelled in two ways each gives its own.
        """
        for plain, at in spelled(text):
            for mention in self._find(plain):
                yield Mention(at[mention.start], at[mention.end], mention.item)

    def _find(self, text: str) -> Iterator[Mention]:
        """The names in a text of plain letters."""
        end = 0
        low = lowered(text)
        for word in _WORD.finditer(text):
            start = word.start()
            if start < end:
                continue
            proper = self.proper.get(word[1])
            common = self.common.get(low[start : word.end(1)])
            found = None if proper is None else _longest(proper, text, start)
            other = None if common is None else _longest(common, low, start)
            if other is not None and (found is None or len(other[0]) > len(found[0])):
                found = other
            if found is not None:
                end = start + len(found[0])
                yield Mention(start, end, found[1])


def _of(names: _Index, kind: type | UnionType) -> Iterator[str]:
    return (name for rows in names.values() for name, item in rows if isinstance(item, kind))


def _longest(names: Iterable[tuple[str, Item]], text: str, start: int) -> tuple[str, Item] | None:
    """The first of some names that stands in a text at a place."""
    for name, item in names:
        end = start + len(name)
        if text.startswith(name, start) and not (end < len(text) and text[end].isalnum()):
            return name, item
    return None


def _first(name: str) -> str:
    match = re.match(r"\w+", name)
    return match.group() if match else name


class _Named(Protocol):
    @property
    def name(self) -> str: ...

    @property
    def aliases(self) -> tuple[str, ...]: ...


def _names(row: _Named) -> tuple[str, ...]:
    """The names of a row, each once, in plain letters."""
    return tuple(
        dict.fromkeys(plain for name in (row.name, *row.aliases) for plain in spellings(name))
    )


def gazetteer(names: Names) -> Gazetteer:
    """Every name of a record, with the words that come of them ("Russian president")."""
    proper: dict[str, Item] = {}
    common: dict[str, Item] = {}
    for topic in names.topics.values():
        common.update((n.lower(), TopicItem(topic.id)) for n in _names(topic))
    _add_places(names, proper)
    for series in names.series.values():
        proper.update((n, SeriesItem(series.id)) for n in _names(series))
    for occasion in names.occasions.values():
        for name in _names(occasion):
            proper.update((n, GatheringItem(occasion=occasion.id)) for n in _in_prose(name))
    _add_landmarks(names, common)
    _add_offices(names, common)
    _add_people(names, proper)
    return Gazetteer(_indexed(proper), _indexed(common))


def _in_prose(name: str) -> tuple[str, ...]:
    """A gathering's name, and as it stands after "the" where a common noun opens it."""
    first, _, rest = name.partition(" ")
    return (name, f"{first.lower()} {rest}") if first.istitle() and rest else (name,)


def _indexed(names: dict[str, Item]) -> _Index:
    index: defaultdict[str, list[tuple[str, Item]]] = defaultdict(list)
    for name in sorted(filter(None, names), key=len, reverse=True):
        index[_first(name)].append((name, names[name]))
    return dict(index)


def _add_people(names: Names, proper: dict[str, Item]) -> None:
    full: dict[str, set[str]] = defaultdict(set)
    family: dict[str, set[str]] = defaultdict(set)
    called: dict[str, list[str]] = defaultdict(list)
    titles = {title for office in names.offices.values() for title in _titles(office)}
    for nickname, name in table("people")["nicknames"].items():
        called[name].append(nickname)
    for person in names.people.values():
        known = tuple(dict.fromkeys(n for name in _names(person) for n in _with_initials(name)))
        for name in (*known, *(nickname for said in known for nickname in called[said])):
            full[name].add(person.id)
        for name in spellings(person.family_name):
            for said in _opening(name):
                family[said].add(person.id)
    for name, people in family.items():
        same = proper.get(name)
        place = same.place if isinstance(same, PlaceItem) and not same.belonging else None
        proper[name] = PersonItem(frozenset(people), full=False, place=place)
    for name, people in full.items():
        alone = name in family or name.lower() in titles
        proper[name] = PersonItem(frozenset(people | family.get(name, set())), full=not alone)


def _opening(name: str) -> Iterable[str]:
    """A name, and as it opens a sentence: "van den Broek", "Van den Broek"."""
    return dict.fromkeys((name, f"{name[:1].upper()}{name[1:]}"))


def _with_initials(name: str) -> tuple[str, str]:
    """A name, and as it stands without stops after its initials: "John F Kennedy"."""
    return name, re.sub(r"\b([A-Z])\.(?= )", r"\1", name)


def _add_places(names: Names, proper: dict[str, Item]) -> None:
    countries = {_code(p): p.id for p in names.places.values() if p.kind is PlaceKind.COUNTRY}
    named: dict[str, list[Place]] = defaultdict(list)
    for place in names.places.values():
        venue = place.kind is PlaceKind.VENUE
        for name in (n for said in _names(place) for n in _in_small_letters(said, venue=venue)):
            named[name].append(place)
            if place.kind is not PlaceKind.VENUE:
                named[f"{place.kind.value} of {name}"].append(place)
    for name, rows in named.items():
        largest = max(map(_size, rows))
        meant = [place for place in rows if _size(place) == largest]
        if len(meant) == 1:
            proper[name] = PlaceItem(meant[0].id)
        else:
            _add_namesakes(name, meant, names, proper)
    for word, code in demonyms().items():
        if code in countries and word not in proper:
            proper[word] = PlaceItem(countries[code], belonging=True)


def _in_small_letters(name: str, *, venue: bool) -> tuple[str, ...]:
    """A place's name, and a venue's with what it is in small letters: "Vnukovo airport"."""
    first, _, last = name.rpartition(" ")
    small = last.lower()
    common = venue and first and last != small and small in table("phrases")["venues"]
    return (name, f"{first} {small}") if common else (name,)


def _code(country: Place) -> str:
    """The alpha-2 code, with which that of a former state (ISO 3166-3: "SUHH") begins."""
    return (country.country or "")[:2]


def _size(place: Place) -> int:
    return list(PlaceKind).index(place.kind)


def _add_namesakes(
    name: str, namesakes: list[Place], names: Names, proper: dict[str, Item]
) -> None:
    """Of places of one name and kind each with what it lies in: "Kingston, Jamaica"."""
    for place in namesakes:
        for outer in around(names.places, place.id):
            if outer.id != place.id:
                for said in _names(outer):
                    proper[f"{name}, {said}"] = PlaceItem(place.id)


def _add_landmarks(names: Names, common: dict[str, Item]) -> None:
    found: dict[str, set[str]] = defaultdict(set)
    for landmark in names.landmarks.values():
        for name in _names(landmark):
            found[re.sub(r"^the ", "", name.lower())].add(landmark.id)
    common.update((name, LandmarkItem(frozenset(ids))) for name, ids in found.items())


def _add_offices(names: Names, common: dict[str, Item]) -> None:
    countries = {_code(p): p for p in names.places.values() if p.kind is PlaceKind.COUNTRY}
    found: dict[tuple[str, bool], set[str]] = defaultdict(set)
    for office in names.offices.values():
        place = names.places.get(office.country or "") or countries.get(
            (office.country or "").upper()
        )
        words = [w.lower() for w, code in demonyms().items() if place and code == _code(place)]
        lands = [n.lower() for n in _names(place)] if place else []
        for title in _titles(office):
            for many, name in ((False, folded(title)), (True, folded(plural(title)))):
                for word in words:
                    found[f"{word} {name}", many].add(office.id)
                for land in lands:
                    found[f"{name} of {land}", many].add(office.id)
                    found[f"{name} of the {land}", many].add(office.id)
                common.setdefault(name, TitleItem(title, many))
        for name in _names(office):
            for many, said in ((False, name.lower()), (True, plural(name.lower()))):
                if said not in common:
                    found[said, many].add(office.id)
    for (name, many), offices in found.items():
        common[name] = OfficeItem(frozenset(offices), many)


def _titles(office: Office) -> tuple[str, ...]:
    title = office.title.lower()
    same = next((row for row in table("phrases")["titles"] if title in row), [title])
    return (*same, *(table("phrases")["leaders"][:1] if office.leads else ()))
