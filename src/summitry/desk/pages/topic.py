"""The page of a topic."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import Final

from summitry.desk.pages.register import Register
from summitry.model.events import Event
from summitry.model.names import Names
from summitry.model.occasions import TopicId
from summitry.model.people import PersonId
from summitry.model.places import PlaceId
from summitry.model.selection import Someone
from summitry.telling.addresses import in_order
from summitry.telling.event import tenures_on
from summitry.telling.pages.ground import Between
from summitry.telling.pages.topic import TopicPage

MOST_PAIRS: Final = 12
"""How many pairs of people a topic's page leads to."""

MOST_BESIDE: Final = 12
"""How many other topics."""


def topic_page(topic: TopicId, register: Register) -> TopicPage:
    """What is told of a topic: those who talked about it most often, and every time."""
    events = register.on_topic.get(topic, ())
    names = register.names
    pairs: defaultdict[tuple[PersonId, PersonId], list[Event]] = defaultdict(list)
    beside: defaultdict[TopicId, list[Event]] = defaultdict(list)
    for event in events:
        for one, other in combinations(sorted(event.people), 2):
            if _countries(one, event, names).isdisjoint(_countries(other, event, names)):
                pairs[one, other].append(event)
        for other in event.topics - {topic}:
            beside[other].append(event)
    most = sorted(pairs, key=lambda two: (-len(pairs[two]), two))[:MOST_PAIRS]
    others = sorted(beside, key=lambda one: (-len(beside[one]), one))[:MOST_BESIDE]
    return TopicPage(
        ground=register.ground,
        topic=topic,
        events=events,
        between=tuple(_between(two, tuple(pairs[two])) for two in most),
        beside=tuple((one, tuple(beside[one])) for one in others),
    )


def _countries(person: PersonId, event: Event, names: Names) -> set[PlaceId]:
    """The countries whose offices the person held then: compatriots did not meet each other."""
    offices = (names.offices[tenure.office] for tenure in tenures_on(names, person, event.when))
    return {office.country for office in offices if office.country is not None}


def _between(two: tuple[PersonId, PersonId], events: tuple[Event, ...]) -> Between:
    one, other = in_order(Someone(two[0]), Someone(two[1]))
    return Between(one=one, other=other, events=events)
