"""A history in so many words: the sentences that say most of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from summitry.model.claims import FirstSince, Held, HowMany, NoneSince, WhichOne
from summitry.model.events import EventKind
from summitry.model.people import PersonId
from summitry.model.problems import InputError
from summitry.model.selection import Selection
from summitry.telling.dates import DateStyle
from summitry.telling.history import Fact, History
from summitry.telling.tell import tell


def shortened(history: History, words: int, *, style: DateStyle = DateStyle.PLAIN) -> History:
    """The history with nothing but key facts: as many sentences as so many words hold.

    A sentence that doesn't fit is passed over for a shorter one that says less. InputError if none
    fits; a history that has none to tell stays without.
    """
    kept, least = _that_fit(_by_weight(history), history, words, style)
    if least and not kept:
        raise InputError(f"no sentence has {words} words or fewer (expected {least} or more)")
    return replace(
        history,
        key_facts=tuple(kept),
        counts=(),
        sections=(),
        themes=(),
        not_held=(),
        coverage=(),
    )


def weightiest(
    history: History, words: int, *, style: DateStyle = DateStyle.PLAIN
) -> tuple[Fact, ...]:
    """The facts that say most, in at most so many words; none where none fits.

    A number is told by one rule.
    """
    counted: set[Selection] = set()
    facts: list[Fact] = []
    for fact in _by_weight(history):
        if isinstance(fact.claim, HowMany):
            if fact.claim.selection in counted:
                continue
            counted.add(fact.claim.selection)
        facts.append(fact)
    return tuple(_that_fit(facts, history, words, style)[0])


def sentences(history: History, *, style: DateStyle = DateStyle.PLAIN) -> str:
    """The key facts as running text, in which only the first sentence names the two in full."""
    named = frozenset[PersonId]()
    told: list[str] = []
    for fact in history.key_facts:
        one_day = fact.one_day
        told.append(tell(fact.claim, history.names, style=style, one_day=one_day, named=named))
        named = history.named
    return " ".join(told)


def _is_on_visits(fact: Fact) -> bool:
    return not isinstance(fact.claim, Held) and fact.claim.selection.kind is EventKind.VISIT


def _that_fit(
    facts: Iterable[Fact], history: History, words: int, style: DateStyle
) -> tuple[list[Fact], int]:
    """The facts that fit, and how many words the shortest of all has."""
    kept: list[Fact] = []
    left, least = words, 0
    for fact in facts:
        says = tell(fact.claim, history.names, style=style, one_day=fact.one_day)
        length = len(says.split())
        least = min(least or length, length)
        if length <= left:
            kept.append(fact)
            left -= length
    return kept, least


def _by_weight(history: History) -> Iterator[Fact]:
    """The facts that say most first: those on meetings, then on visits.

    What is told of one of many counterparts alone is none of them, unless nothing else is told.
    """
    alone = len(history.sections) == 1
    facts = (*(history.sections[0].facts if alone else ()), *history.key_facts)
    every = facts or tuple(fact for section in history.sections for fact in section.facts)
    yield from dict.fromkeys(sorted(every, key=_weight))


def _weight(fact: Fact) -> tuple[bool, int]:
    """How often first, then the last time, how long before there was none, and whether since."""
    match fact.claim:
        case HowMany():
            weight = 0
        case WhichOne(position=-1):
            weight = 1
        case FirstSince():
            weight = 2
        case NoneSince():
            weight = 3
        case _:
            weight = 4
    return _is_on_visits(fact), weight
