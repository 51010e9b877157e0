"""The page of a topic: when it was talked about, and by whom."""

from __future__ import annotations

from dataclasses import dataclass

from summitry.model.events import Encounter, Event
from summitry.model.occasions import TopicId
from summitry.telling.pages.ground import Between, Ground
from summitry.telling.pages.leaf import Leaf, render
from summitry.telling.pages.references import References
from summitry.telling.pages.setter import Setter, Way, tally
from summitry.telling.words import capitalised


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicPage:
    """A topic; ``beside`` are others that were talked about at the same events, which each has."""

    ground: Ground
    topic: TopicId
    events: tuple[Encounter, ...] = ()
    between: tuple[Between, ...] = ()
    beside: tuple[tuple[TopicId, tuple[Event, ...]], ...] = ()


def as_html(page: TopicPage, leaf: Leaf) -> str:
    """The page."""
    setter = Setter(page.ground, leaf)
    topic = page.ground.names.topics[page.topic]
    title = capitalised(setter.voice.topic(page.topic))
    held = ", ".join(tally(page.events))
    return render(
        "topic.html.j2",
        leaf,
        title=title,
        description=f"{title}: {held or 'no talks on record'}",
        about=[part for part in (held, page.ground.basis.label) if part],
        footer=f"{page.ground.basis.label}.",
        main="topic",
        skip="the talks",
        aliases=topic.aliases,
        between=tuple(map(setter.pair, page.between)),
        events=tuple(setter.row(event) for event in reversed(page.events)),
        beside=tuple(
            Way(link=setter.topic(one), holds=", ".join(tally(events)))
            for one, events in page.beside
        ),
        notes=References(),
        data="",
    )
