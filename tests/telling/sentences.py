"""The sentences that a page of a history is of, as it tells them."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.model.people import PersonId
from summitry.telling.dates import DateStyle
from summitry.telling.history import Fact, History
from summitry.telling.tell import tell


def sentences(history: History, style: DateStyle = DateStyle.PLAIN) -> Iterator[str]:
    """Each fact told in the order of the page: people in full once, and again by family name."""
    for fact, named in _facts(history):
        yield tell(fact.claim, history.names, style=style, one_day=fact.one_day, named=named)


def _facts(history: History) -> Iterator[tuple[Fact, frozenset[PersonId]]]:
    """Each fact, with those whom the page has named before it."""
    known = history.named
    for number, fact in enumerate(history.key_facts):
        yield fact, known if number else frozenset()
    for section in history.sections:
        entries = (*section.meetings, *section.contacts, *section.visits)
        for fact in (*section.facts, *(fact for entry in entries for fact in entry.facts)):
            yield fact, known | {section.person} if known else known
    for theme in history.themes:
        for fact in theme.facts:
            yield fact, known
