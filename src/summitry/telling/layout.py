"""A history laid out: its sentences told and its footnotes numbered, whatever the format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from summitry.model.claims import ClaimKind, kind_of
from summitry.model.events import Encounter, Event, EventKind, Mode, Visit
from summitry.model.names import Names
from summitry.model.people import PersonId, Tenure
from summitry.model.when import Stretch
from summitry.telling import dates
from summitry.telling.basis import source_label
from summitry.telling.coverage import covered, joined_up
from summitry.telling.dates import DateStyle
from summitry.telling.event import capacity, label, settings_label
from summitry.telling.history import Entry, Fact, History, Section, city_of, is_of_its_own
from summitry.telling.modes import words_for
from summitry.telling.notes import Note, Notes
from summitry.telling.numbers import plain_length
from summitry.telling.spells import terms
from summitry.telling.tell import tell
from summitry.telling.voice import Voice
from summitry.telling.words import capitalised, joined, polished


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldFact:
    """A sentence, the kind of the claim that it tells, and its footnotes."""

    kind: ClaimKind
    says: str
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldEntry:
    """An event: its day as a label, its sentences, and its details as labels."""

    event: str
    kind: EventKind
    when: str
    facts: tuple[ToldFact, ...]
    details: tuple[str, ...]
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldList:
    """A list of events under a heading."""

    heading: str
    entries: tuple[ToldEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldSection:
    """What happened with one counterpart; ``tenures`` are labels."""

    heading: str
    tenures: tuple[str, ...]
    facts: tuple[ToldFact, ...]
    lists: tuple[ToldList, ...]
    counts: tuple[ToldFact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldTheme:
    """A topic and what is told of it."""

    heading: str
    facts: tuple[ToldFact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldSource:
    """A footnote: a source with the place in it, and its address ("" if it has none)."""

    number: int
    label: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The page: every sentence in it is told from a claim; the other strings are labels.

    ``scope`` is of which events it tells; empty where of all.
    """

    title: str
    as_of: str
    scope: str
    record: str
    key_facts: tuple[ToldFact, ...]
    counts: tuple[ToldFact, ...]
    sections: tuple[ToldSection, ...]
    themes: tuple[ToldTheme, ...]
    not_held: tuple[ToldEntry, ...]
    complete: tuple[str, ...]
    lacking: tuple[str, ...]
    sources: tuple[ToldSource, ...]


def lay_out(history: History, *, style: DateStyle = DateStyle.PLAIN) -> Layout:
    """Tell every sentence of a history and number its footnotes, in the order of the page."""
    setter = _Setter(history, style, Notes(history.sources))
    return Layout(
        title=history.title,
        as_of=dates.day(history.as_of, style).rstrip(","),
        scope=capitalised(_scope(history, setter.voice)),
        record=history.basis.label,
        key_facts=setter.opening(history.key_facts),
        counts=setter.facts(history.counts),
        sections=tuple(setter.section(section) for section in history.sections),
        themes=tuple(
            ToldTheme(
                heading=capitalised(setter.voice.topic(theme.topic)),
                facts=setter.facts(theme.facts),
            )
            for theme in history.themes
        ),
        not_held=tuple(map(setter.not_held, history.not_held)),
        complete=setter.coverage(complete=True),
        lacking=setter.coverage(complete=False),
        sources=tuple(told_source(note, style) for note in setter.notes.listed()),
    )


def _scope(history: History, voice: Voice) -> str:
    """Of which events a history is: "meetings and phone calls, from 2020 on"."""
    modes = frozenset(Mode) if history.only is None else history.only
    kinds = [words_for(frozenset({mode})).nouns for mode in Mode if mode in modes]
    whole = history.only is None and history.visits
    told = "" if whole else joined([*kinds, *(["visits"] if history.visits else [])])
    return ", ".join(part for part in (told, voice.within(history.window).rstrip(",")) if part)


@dataclass(frozen=True, slots=True)
class _Setter:
    history: History
    style: DateStyle
    notes: Notes

    @property
    def voice(self) -> Voice:
        return Voice(self.history.names, self.style)

    def opening(self, facts: tuple[Fact, ...]) -> tuple[ToldFact, ...]:
        """The first sentences, of which the very first names people in full."""
        first = told_fact(facts[0], self.history.names, self.notes, self.style) if facts else None
        return () if first is None else (first, *self.facts(facts[1:]))

    def facts(
        self, facts: tuple[Fact, ...], named: frozenset[PersonId] = frozenset()
    ) -> tuple[ToldFact, ...]:
        """Sentences below the title and, of a section, a heading that names somebody."""
        known = self.history.named | named
        return tuple(
            told_fact(fact, self.history.names, self.notes, self.style, named=known)
            for fact in facts
        )

    def section(self, section: Section) -> ToldSection:
        lists = (
            ("Meetings", section.meetings),
            ("Calls and letters", section.contacts),
            ("Visits", section.visits),
        )
        # Where neither party is one person, a sentence would have one name in full and one not.
        named = frozenset({section.person} if self.history.named else ())
        return ToldSection(
            heading=self.voice.person(section.person),
            tenures=tuple(self.tenures(section.tenures)),
            facts=self.facts(section.facts, named),
            lists=tuple(
                ToldList(heading=heading, entries=tuple(self.entries(entries, named)))
                for heading, entries in lists
                if entries
            ),
            counts=self.facts(section.counts, named),
        )

    def tenures(self, tenures: tuple[Tenure, ...]) -> Iterator[str]:
        """Each time in office; those that may follow on each other as one, perhaps broken."""
        spells: list[list[Tenure]] = []
        for tenure in tenures:
            if spells and _may_follow(spells[-1][-1], tenure):
                spells[-1].append(tenure)
            else:
                spells.append([tenure])
        for spell in spells:
            whole = replace(spell[0], when=Stretch(spell[0].when.start, spell[-1].when.end))
            told = polished(terms(self.voice, (whole,))).rstrip(",")
            yield capitalised(told + (", perhaps with a break" if len(spell) > 1 else ""))

    def entries(
        self, entries: tuple[Entry, ...], named: frozenset[PersonId]
    ) -> Iterator[ToldEntry]:
        """Each entry; in what capacity people took part is told where it changes."""
        before: tuple[str, ...] = ()
        voice = replace(self.voice, named=self.history.named | named)
        for entry in entries:
            capacities = tuple(self.capacities(entry.event))
            changed = capacities if capacities != before else ()
            yield ToldEntry(
                event=entry.event.id,
                kind=_kind(entry.event),
                when=_day_label(entry.event, self.style),
                facts=self.facts(entry.facts, named),
                details=(*details(voice, entry.event), *changed),
                notes=self.notes.cite(entry.citations),
            )
            before = capacities

    def not_held(self, entry: Entry) -> ToldEntry:
        """An event that is not counted: its status and what it was, as a label."""
        told = f"{entry.event.status.value}: {label(self.voice, entry.event)}"
        return ToldEntry(
            event=entry.event.id,
            kind=_kind(entry.event),
            when=_day_label(entry.event, self.style),
            facts=(),
            details=(capitalised(polished(told)).rstrip(","),),
            notes=self.notes.cite(entry.citations),
        )

    def capacities(self, event: Event) -> Iterator[str]:
        """What each of two people was on the day: "Putin: prime minister of Russia"."""
        people = event.people if isinstance(event, Encounter) else frozenset[PersonId]()
        for person in sorted(people, key=self.voice.person) if len(people) == 2 else ():
            was = capacity(self.history.names, person, event.when)
            if was:
                yield f"{self.voice.again(person)}: {was}"

    def coverage(self, *, complete: bool) -> tuple[str, ...]:
        found = (one for one in self.history.coverage if one.complete is complete)
        names = self.history.names
        told = (covered(one, names, style=self.style) for one in joined_up(found, names))
        return tuple(dict.fromkeys(map(capitalised, told)))


def told_fact(
    fact: Fact,
    names: Names,
    notes: Notes,
    style: DateStyle,
    *,
    named: frozenset[PersonId] = frozenset(),
) -> ToldFact:
    """A fact as a sentence, with its footnotes; ``named``: people named before in full."""
    return ToldFact(
        kind=kind_of(fact.claim),
        says=tell(fact.claim, names, style=style, one_day=fact.one_day, named=named),
        notes=notes.cite(fact.citations),
    )


def told_source(note: Note, style: DateStyle) -> ToldSource:
    """A footnote as it is listed."""
    label = source_label(note.source, locator=note.locator, style=style)
    return ToldSource(number=note.number, label=label, url=note.source.url)


def details(voice: Voice, event: Event) -> Iterator[str]:
    """Labels beside the sentence: what it doesn't say of the event."""
    if event.place is not None and city_of(voice.names, event.place) != event.place:
        yield voice.place(event.place)
    outer = event.when.outer
    if isinstance(event.when, Stretch) and outer != event.when.core:
        yield f"perhaps {dates.within((outer.first, outer.last), voice.style)}".rstrip(",")
    if isinstance(event, Visit):
        return
    if is_of_its_own(event) and event.mode is Mode.IN_PERSON:
        yield settings_label(event)
    if event.minutes is not None:
        yield plain_length(event.minutes)
    if event.host is not None:
        yield f"host: {voice.person(event.host)}"
    if event.topics:
        yield f"topics: {', '.join(sorted(map(voice.topic, event.topics)))}"


def _may_follow(one: Tenure, other: Tenure) -> bool:
    """Whether it isn't known if a time in office went on in another, or was broken off."""
    end, start = one.when.end, other.when.start
    return (
        (one.office, one.acting) == (other.office, other.acting)
        and end is not None
        and end.possible.only is None
        and end.possible.meets(start.possible)
    )


def _kind(event: Event) -> EventKind:
    return EventKind.ENCOUNTER if isinstance(event, Encounter) else EventKind.VISIT


def _day_label(event: Event, style: DateStyle) -> str:
    told = dates.moment(event.when, style).removeprefix("on ").removeprefix("in ")
    return capitalised(told).rstrip(",")
