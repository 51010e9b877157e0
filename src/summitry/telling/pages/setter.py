"""Setting: what of a record stands on a page of a site, as words and links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from summitry.model.citations import Citation
from summitry.model.events import Encounter, Event, Mode, Status, Visit
from summitry.model.people import PersonId
from summitry.model.places import PlaceId
from summitry.model.selection import Holder, Party, Someone
from summitry.telling.addresses import (
    of_event,
    of_occasion,
    of_office,
    of_pair,
    of_person,
    of_place,
    of_series,
    of_topic,
)
from summitry.telling.exports.where import place_of
from summitry.telling.history import Entry, Fact, city_of
from summitry.telling.layout import ToldFact, ToldSource, details, told_fact, told_source
from summitry.telling.notes import Notes
from summitry.telling.pages.ground import Between, Ground
from summitry.telling.pages.leaf import Leaf, Link
from summitry.telling.pages.rows import kind_label, when_label
from summitry.telling.voice import Voice
from summitry.telling.words import capitalised, joined

MOST_NAMED: Final = 4
"""How many people a row names before it counts the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An event in a list: its day and kind as labels, and who, where and what it was.

    ``facts`` tell it where they do; else ``who`` does, or ``where`` on a page of the one who was.
    ``label`` says what they don't.
    """

    when: str
    href: str | None
    kind: str
    tone: str
    label: tuple[Link, ...]
    who: tuple[Link, ...] = ()
    where: Link | None = None
    facts: tuple[ToldFact, ...] = ()
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A page that one may go to, what it holds in a few words, and the pages within it."""

    link: Link
    holds: str = ""
    within: tuple[Way, ...] = ()


class Setter:
    """What sets a page: its voice, and its footnotes in the order in which they come."""

    def __init__(self, ground: Ground, leaf: Leaf) -> None:
        self.ground = ground
        self.leaf = leaf
        self.names = ground.names
        self.voice = Voice(ground.names, leaf.style)
        self._notes = Notes(ground.sources)

    # --- links ----------------------------------------------------------------------------------

    def person(self, person: PersonId) -> Link:
        """A person by name."""
        return self.leaf.link(self.voice.person(person), of_person(person))

    def party(self, party: Party) -> Link:
        """A person or an office by name."""
        if isinstance(party, Someone):
            return self.person(party.person)
        return self.leaf.link(self.names.offices[party.office].name, of_office(party.office))

    def place(self, place: PlaceId) -> Link:
        """A place by name."""
        return self.leaf.link(self.place_name(place), of_place(place))

    def place_name(self, place: PlaceId) -> str:
        """A place's name as it stands alone."""
        return capitalised(self.voice.place(place).rstrip(","))

    def around(self, place: PlaceId) -> Iterator[Link]:
        """The larger places that it is within or, failing that, near."""
        found = self.names.places[place]
        seen = {place}
        larger = found.within or found.near
        while larger is not None and larger not in seen and larger in self.names.places:
            seen.add(larger)
            yield self.leaf.link(self.names.places[larger].name, of_place(larger))
            larger = self.names.places[larger].within

    def occasion(self, occasion: str) -> Link:
        """A gathering by name."""
        return self.leaf.link(self.names.occasions[occasion].name, of_occasion(occasion))

    def series(self, series: str) -> Link:
        """A series by name."""
        return self.leaf.link(self.names.series[series].name, of_series(series))

    def topic(self, topic: str) -> Link:
        """A topic by name."""
        return self.leaf.link(capitalised(self.voice.topic(topic)), of_topic(topic))

    def pair(self, between: Between, but: Party | None = None) -> Way:
        """The page of two parties; on the page of one of them it is called by the other."""
        parties = [party for party in (between.one, between.other) if party != but]
        text = capitalised(joined(map(self.title, parties)))
        link = self.leaf.link(text, of_pair(between.one, between.other))
        return Way(link=link, holds=", ".join(tally(between.events)))

    def title(self, party: Party) -> str:
        """A person's name, or "the presidents of Russia"."""
        if isinstance(party, Holder):
            return f"the {self.voice.offices(party.office)}"
        return self.voice.person(party.person)

    # --- events ---------------------------------------------------------------------------------

    def row(self, event: Event, *, but: frozenset[PersonId] = frozenset()) -> Row:
        """An event told by labels, on a page of these people without naming them."""
        row = self.bare(event)
        spot = city_of(self.names, place_of(event))
        where = None if spot is None else self.place(spot)
        who = tuple(self.who(event.people - but))
        place = (where,) if where is not None and who else ()
        at = () if event.occasion is None else (self.occasion(event.occasion),)
        return replace(row, who=who, where=where, label=(*place, *at, *row.label))

    def entry(self, entry: Entry) -> Row:
        """An event told by its facts, if it has some: they say where it was, and at what."""
        row = self.bare(entry.event) if entry.facts else self.row(entry.event)
        facts, notes = self.facts(entry.facts), self.notes(entry.citations)
        return replace(row, facts=facts, notes=notes)

    def bare(self, event: Event) -> Row:
        """An event without who took part, and where."""
        kind, tone = kind_label(event)
        status = () if event.status is Status.HELD else (event.status.value,)
        told = (*status, *(one for one in details(self.voice, event) if one != kind))
        return Row(
            when=when_label(event, self.leaf.style),
            href=self.leaf.links(of_event(event)),
            kind=capitalised(f"{kind} visit".strip() if tone == "visit" else kind),
            tone=tone,
            label=tuple(Link(text=capitalised(one)) for one in told),
        )

    def who(self, people: Iterable[PersonId]) -> Iterator[Link]:
        """People by name; of many, the first and how many others there are."""
        named = sorted(people, key=self.voice.person)
        shown = named if len(named) <= MOST_NAMED else named[: MOST_NAMED - 1]
        yield from map(self.person, shown)
        if len(named) > len(shown):
            yield Link(text=f"{len(named) - len(shown)} others")

    # --- sentences and sources ------------------------------------------------------------------

    def facts(self, facts: Iterable[Fact]) -> tuple[ToldFact, ...]:
        """Sentences with their footnotes."""
        return tuple(told_fact(fact, self.names, self._notes, self.leaf.style) for fact in facts)

    def notes(self, citations: Iterable[Citation]) -> tuple[int, ...]:
        """The footnotes of citations."""
        return self._notes.cite(citations)

    def sources(self) -> tuple[ToldSource, ...]:
        """Every footnote so far."""
        return tuple(told_source(note, self.leaf.style) for note in self._notes.listed())


def tally(events: Iterable[Event]) -> Iterator[str]:
    """What a list holds, and of when: "26 in person", "2 visits", "2001–2018"."""
    found = [event for event in events if event.status in {Status.HELD, Status.DISPUTED}]
    yield from kinds(found)
    yield from years(found)


def kinds(events: Iterable[Event]) -> Iterator[str]:
    """How many there are of each kind: "26 in person", "1 call or letter", "2 visits"."""
    found = [event for event in events if event.status in {Status.HELD, Status.DISPUTED}]
    visits = sum(isinstance(event, Visit) for event in found)
    met = sum(isinstance(e, Encounter) and e.mode is Mode.IN_PERSON for e in found)
    calls = len(found) - visits - met
    if met:
        yield f"{met} in person"
    if calls:
        yield "1 call or letter" if calls == 1 else f"{calls} calls or letters"
    if visits:
        yield f"{visits} visit{'' if visits == 1 else 's'}"


def years(events: Iterable[Event]) -> Iterator[str]:
    """From which year to which: "2001–2018"; none where no day is known."""
    ends = [(e.when.start.possible.earliest, e.when.outer.latest) for e in events]
    first = min((start.year for start, _ in ends if start is not None), default=None)
    last = max((end.year for _, end in ends if end is not None), default=first)
    if first is not None and last is not None:
        yield str(first) if first == last else f"{first}–{last}"
