"""The page of one encounter or visit: what is known of it, which one it was, and its sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from markupsafe import Markup

from summitry.model.events import Encounter, Event, Mode, Status, Visit
from summitry.model.people import PersonId
from summitry.telling.addresses import of_event, of_topic
from summitry.telling.dates import DateStyle
from summitry.telling.event import capacity, settings_label
from summitry.telling.exports.exported import Exported
from summitry.telling.exports.jsonld import embedded, graph_of
from summitry.telling.exports.where import place_of
from summitry.telling.history import Entry, Fact, city_of
from summitry.telling.numbers import plain_length
from summitry.telling.pages.ground import Between, Ground
from summitry.telling.pages.leaf import Leaf, Link, render
from summitry.telling.pages.references import References
from summitry.telling.pages.rows import kind_label, when_label
from summitry.telling.pages.setter import Setter
from summitry.telling.voice import Voice
from summitry.telling.words import capitalised, joined

MOST_NAMED: Final = 3
"""How many people a title names before it counts the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPage:
    """An event with what is told of it.

    ``ordinals``: which one it was of the two's, or of the visitor's there. ``before`` and ``after``
    are the next ones of the same. ``between`` are the histories that it belongs to.
    """

    ground: Ground
    entry: Entry
    ordinals: tuple[Fact, ...] = ()
    before: Event | None = None
    after: Event | None = None
    between: tuple[Between, ...] = ()


def title_of(event: Event, ground: Ground, style: DateStyle = DateStyle.PLAIN) -> str:
    """What the page of an event is called: "Joe Biden and Vladimir Putin, Geneva, 16 June 2021"."""
    return ", ".join((who(event, ground), rest(event, ground, style)))


def who(event: Event, ground: Ground) -> str:
    """Who took part: "Joe Biden and Vladimir Putin"; of many, the first and a number."""
    named = sorted(map(Voice(ground.names).person, event.people))
    if len(named) > MOST_NAMED:
        named = [*named[: MOST_NAMED - 1], f"{len(named) - MOST_NAMED + 1} others"]
    return joined(named)


def rest(event: Event, ground: Ground, style: DateStyle) -> str:
    """Where or how, and when: "Geneva, 16 June 2021"."""
    place = city_of(ground.names, place_of(event))
    where = "" if place is None else ground.names.places[place].name
    apart = isinstance(event, Encounter) and event.mode is not Mode.IN_PERSON
    how = kind_label(event)[0] if apart else ""
    parts = (where, how, when_label(event, style))
    return ", ".join(part for part in parts if part)


def as_html(page: EventPage, leaf: Leaf) -> str:
    """The page."""
    setter = _Setter(page, leaf)
    event = page.entry.event
    title = title_of(event, page.ground, leaf.style)
    told = setter.facts(page.entry.facts)
    return render(
        "event.html.j2",
        leaf,
        title=title,
        who=who(event, page.ground),
        rest=capitalised(rest(event, page.ground, leaf.style)),
        description=told[0].says if told else f"{title}: {event.status.value}",
        about=[page.ground.basis.label],
        footer=f"{page.ground.basis.label}.",
        main="event",
        skip="what is known",
        told=told,
        cited=setter.notes(page.entry.citations),
        details=tuple(setter.labels()),
        ordinals=setter.facts(page.ordinals),
        neighbours=tuple(setter.neighbours()),
        between=tuple(map(setter.pair, page.between)),
        sources=setter.sources(),
        notes=References(),
        data=setter.data(),
    )


class _Setter(Setter):
    def __init__(self, page: EventPage, leaf: Leaf) -> None:
        super().__init__(page.ground, leaf)
        self.page = page
        self.event = page.entry.event

    def labels(self) -> Iterator[tuple[str, tuple[tuple[Link, str], ...]]]:
        """What is known of it, label by label: links, each with words that follow it."""
        yield "When", self.plain(when_label(self.event, self.leaf.style))
        yield "Who", tuple(map(self.capacity, sorted(self.event.people, key=self.voice.person)))
        yield from self.places()
        if self.event.occasion is not None:
            series = self.names.occasions[self.event.occasion].series
            at = [self.occasion(self.event.occasion)]
            at += [self.series(series)] if series is not None else []
            yield "Gathering", tuple((link, "") for link in at)
        if self.event.status is not Status.HELD:
            yield "Status", self.plain(self.event.status.value)
        yield from self.kinds()
        if isinstance(self.event, Encounter):
            yield from self.talks(self.event)

    def plain(self, text: str) -> tuple[tuple[Link, str], ...]:
        """Words that lead nowhere."""
        return ((Link(text=capitalised(text)), ""),)

    def capacity(self, person: PersonId) -> tuple[Link, str]:
        """Who took part, and as what."""
        was = capacity(self.names, person, self.event.when)
        return self.person(person), f", {was}" if was else ""

    def places(self) -> Iterator[tuple[str, tuple[tuple[Link, str], ...]]]:
        spot = place_of(self.event)
        if spot is not None:
            yield "Where", tuple((link, "") for link in (self.place(spot), *self.around(spot)))

    def kinds(self) -> Iterator[tuple[str, tuple[tuple[Link, str], ...]]]:
        """What kind of encounter or visit it was."""
        if isinstance(self.event, Visit):
            yield "Kind", self.plain(f"{kind_label(self.event)[0]} visit".strip())
            return
        if self.event.mode is Mode.IN_PERSON:
            setting = settings_label(self.event) or "setting not known"
            yield "How", self.plain(f"in person, {setting}")
        else:
            yield "How", self.plain(kind_label(self.event)[0])

    def talks(self, event: Encounter) -> Iterator[tuple[str, tuple[tuple[Link, str], ...]]]:
        """How long it was, whose guest the others were, and on what they spoke."""
        if event.minutes is not None:
            yield "Length", self.plain(plain_length(event.minutes))
        if event.host is not None:
            yield "Host", ((self.person(event.host), ""),)
        if event.topics:
            named = sorted((self.voice.topic(one), one) for one in event.topics)
            first, *others = (self.leaf.link(name, of_topic(one)) for name, one in named)
            links = (replace(first, text=capitalised(first.text)), *others)
            yield "Topics", tuple((link, "") for link in links)

    def neighbours(self) -> Iterator[tuple[str, Link]]:
        """The one before and the one after, by day and place."""
        for label, event in (("Before", self.page.before), ("After", self.page.after)):
            if event is not None:
                place = city_of(self.names, place_of(event))
                where = "" if place is None else f", {self.names.places[place].name}"
                text = f"{when_label(event, self.leaf.style)}{where}"
                yield label, self.leaf.link(text, of_event(event))

    def data(self) -> Markup:
        """The event as schema.org has it."""
        exported = Exported(
            record=self.ground.record,
            basis=self.ground.basis,
            names=self.names,
            events=(self.event,),
            citations={self.event.id: self.page.entry.citations},
            sources=self.ground.sources,
        )
        return Markup(embedded(graph_of(exported)))  # noqa: S704 - nothing in it opens a tag
