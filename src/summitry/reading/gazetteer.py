"""The names of a record, to be found in a text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from summitry.lexicon.nouns import plural
from summitry.lexicon.tables import demonyms, table
from summitry.model.names import Names
from summitry.model.people import Office
from summitry.model.places import Place, PlaceKind
from summitry.reading.items import (
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

_WORD: Final = re.compile(r"\w(?:[\w]|[’'.](?=\w))*")


@dataclass(slots=True)
class Gazetteer:
    """Names by their first word, longest first: ``proper`` in their own case, ``common`` in any."""

    proper: dict[str, list[tuple[str, Item]]] = field(default_factory=dict)
    common: dict[str, list[tuple[str, Item]]] = field(default_factory=dict)

    def find(self, text: str) -> Iterator[Mention]:
        """The names in a text, none within another."""
        end = 0
        lowered = text.lower()
        if len(lowered) != len(text):
            lowered = text
        for word in _WORD.finditer(text):
            start = word.start()
            if start < end:
                continue
            found = _longest(self.proper, text, start, word.group())
            other = _longest(self.common, lowered, start, word.group().lower())
            if other is not None and (found is None or len(other[0]) > len(found[0])):
                found = other
            if found is not None:
                end = start + len(found[0])
                yield Mention(start, end, found[1])


def _longest(
    names: dict[str, list[tuple[str, Item]]], text: str, start: int, word: str
) -> tuple[str, Item] | None:
    for name, item in (*names.get(_first(word), ()),):
        end = start + len(name)
        if text.startswith(name, start) and not (end < len(text) and text[end].isalnum()):
            return name, item
    return None


def _first(name: str) -> str:
    match = re.match(r"\w+", name)
    return match.group() if match else name


def gazetteer(names: Names) -> Gazetteer:
    """Every name of a record, with the words that come of them ("Russian president")."""
    proper: dict[str, Item] = {}
    common: dict[str, Item] = {}
    for topic in names.topics.values():
        common.update((n.lower(), TopicItem(topic.id)) for n in (topic.name, *topic.aliases))
    _add_places(names, proper)
    for series in names.series.values():
        proper.update((n, SeriesItem(series.id)) for n in (series.name, *series.aliases))
    for occasion in names.occasions.values():
        for name in (occasion.name, *occasion.aliases):
            proper.update((n, GatheringItem(occasion=occasion.id)) for n in _in_prose(name))
    _add_landmarks(names, common)
    _add_offices(names, common)
    _add_people(names, proper)
    return Gazetteer(_indexed(proper), _indexed(common))


def _in_prose(name: str) -> tuple[str, ...]:
    """A gathering's name, and as it stands after "the" where a common noun opens it."""
    first, _, rest = name.partition(" ")
    return (name, f"{first.lower()} {rest}") if first.istitle() and rest else (name,)


def _indexed(names: dict[str, Item]) -> dict[str, list[tuple[str, Item]]]:
    index: dict[str, list[tuple[str, Item]]] = defaultdict(list)
    for name in sorted(filter(None, names), key=len, reverse=True):
        index[_first(name)].append((name, names[name]))
    return dict(index)


def _add_people(names: Names, proper: dict[str, Item]) -> None:
    full: dict[str, set[str]] = defaultdict(set)
    family: dict[str, set[str]] = defaultdict(set)
    for person in names.people.values():
        for name in (person.name, *person.aliases):
            full[name].add(person.id)
        family[person.family_name].add(person.id)
    for name, people in family.items():
        proper[name] = PersonItem(frozenset(people), full=False)
    for name, people in full.items():
        proper[name] = PersonItem(
            frozenset(people | family.get(name, set())), full=name not in family
        )


def _add_places(names: Names, proper: dict[str, Item]) -> None:
    countries = {_code(p): p.id for p in names.places.values() if p.kind is PlaceKind.COUNTRY}
    for place in names.places.values():
        for name in (place.name, *place.aliases):
            kept = proper.get(name)
            if not isinstance(kept, PlaceItem) or _is_larger(place, names.places[kept.place]):
                proper[name] = PlaceItem(place.id)
            if place.kind is not PlaceKind.VENUE:
                proper[f"{place.kind.value} of {name}"] = PlaceItem(place.id)
    for word, code in demonyms().items():
        if code in countries and word not in proper:
            proper[word] = PlaceItem(countries[code], belonging=True)


def _code(country: Place) -> str:
    """The alpha-2 code, with which that of a former state (ISO 3166-3: "SUHH") begins."""
    return (country.country or "")[:2]


def _is_larger(place: Place, other: Place) -> bool:
    kinds = list(PlaceKind)
    return kinds.index(place.kind) > kinds.index(other.kind)


def _add_landmarks(names: Names, common: dict[str, Item]) -> None:
    found: dict[str, set[str]] = defaultdict(set)
    for landmark in names.landmarks.values():
        for name in (landmark.name, *landmark.aliases):
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
        lands = [n.lower() for n in (place.name, *place.aliases)] if place else []
        for title in _titles(office):
            for many, name in ((False, title), (True, plural(title))):
                for word in words:
                    found[f"{word} {name}", many].add(office.id)
                for land in lands:
                    found[f"{name} of {land}", many].add(office.id)
                    found[f"{name} of the {land}", many].add(office.id)
                common.setdefault(name, TitleItem(title, many))
        for name in (office.name, *office.aliases):
            for many, said in ((False, name.lower()), (True, plural(name.lower()))):
                if said not in common:
                    found[said, many].add(office.id)
    for (name, many), offices in found.items():
        common[name] = OfficeItem(frozenset(offices), many)


def _titles(office: Office) -> tuple[str, ...]:
    title = office.title.lower()
    same = next((row for row in table("phrases")["titles"] if title in row), [title])
    return (*same, *(table("phrases")["leaders"][:1] if office.leads else ()))
