from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from summitry.desk.facts import rules_of
from summitry.desk.history import history
from summitry.desk.records import open_record
from summitry.desk.scope import EVERYTHING, Scope
from summitry.model.claims import HowMany, NoneSince
from summitry.model.events import Encounter, Event, EventKind, Mode
from summitry.model.findings import Verdict
from summitry.model.problems import InputError
from summitry.model.rules import counting_rules
from summitry.reckoning import evaluate
from summitry.telling.history import Fact, History
from summitry.telling.layout import lay_out
from summitry.telling.tell import tell
from tests.records import covers

VIEW = open_record(None)
DAY = date(2025, 12, 31)
PHONE = frozenset({Mode.PHONE})
IN_PERSON = frozenset({Mode.IN_PERSON})

SCOPES = {
    "since": Scope(since=date(2018, 1, 1)),
    "until": Scope(until=date(2018, 12, 31)),
    "between": Scope(since=date(2018, 7, 1), until=date(2019, 6, 30)),
    "in person": Scope(modes=IN_PERSON, visits=False),
    "phone": Scope(modes=PHONE, visits=False),
    "visits": Scope(modes=frozenset()),
    "talks": Scope(rule="talks"),
    "phone and visits since": Scope(since=date(2020, 1, 1), modes=PHONE),
}
PAIRS = [("Vladimir Putin", "Donald Trump"), ("Vladimir Putin", "President of the United States")]


def told(pair: tuple[str, str], scope: Scope) -> History:
    return history(*pair, VIEW, as_of=DAY, today=DAY, scope=scope)


def facts(page: History) -> Iterator[Fact]:
    yield from (*page.key_facts, *page.counts)
    for section in page.sections:
        yield from (*section.facts, *section.counts)
        for entry in (*section.meetings, *section.contacts, *section.visits):
            yield from entry.facts
    for theme in page.themes:
        yield from theme.facts


def events(page: History) -> list[Event]:
    listed = [
        entry.event
        for section in page.sections
        for entries in (section.meetings, section.contacts, section.visits)
        for entry in entries
    ]
    return [*listed, *(entry.event for entry in page.not_held)]


@pytest.mark.parametrize("pair", PAIRS, ids=" and ".join)
@pytest.mark.parametrize("scope", SCOPES.values(), ids=SCOPES)
def test_what_is_told_is_in_scope_and_supported(pair: tuple[str, str], scope: Scope) -> None:
    page = told(pair, scope)
    assert events(page)
    for event in events(page):
        assert event.when.outer.meets(scope.window.possibly)
        if isinstance(event, Encounter):
            assert scope.modes is None or event.mode in scope.modes
        else:
            assert scope.visits
    for fact in facts(page):
        found = evaluate(fact.claim, VIEW, as_of=DAY, rules=rules_of(fact.claim))
        assert found.verdict is Verdict.SUPPORTED, tell(fact.claim, page.names)


@pytest.mark.parametrize("pair", PAIRS, ids=" and ".join)
def test_scopes_that_divide_the_events_list_each_once(pair: tuple[str, str]) -> None:
    whole = {event.id for event in events(told(pair, EVERYTHING))}
    modes = [told(pair, Scope(modes=frozenset({mode}), visits=False)) for mode in Mode]
    parts = [{e.id for e in events(page)} for page in (*modes, told(pair, SCOPES["visits"]))]
    assert set().union(*parts) == whole
    assert sum(map(len, parts)) == len(whole)


def test_numbers_are_by_the_rule_that_is_asked_for() -> None:
    for rule in ("talks", "one-a-day", "every-encounter"):
        page = told(PAIRS[0], Scope(rule=rule, visits=False))
        counts = [fact.claim for fact in facts(page) if isinstance(fact.claim, HowMany)]
        numbers = [one for one in counts if one.selection.topic is None]
        assert [one.rules for one in numbers] == [(rule,)]


def test_none_since_is_told_of_what_is_over_for_long() -> None:
    for scope, as_of, is_told in (
        (EVERYTHING, DAY, True),
        (Scope(since=date(2021, 1, 1)), DAY, True),
        (Scope(until=date(2025, 12, 1)), DAY, False),
        (EVERYTHING, date(2022, 6, 1), False),
    ):
        pair = ("Vladimir Putin", "Joe Biden")
        page = history(*pair, VIEW, as_of=as_of, today=DAY, scope=scope)
        claims = [f.claim for f in facts(page) if isinstance(f.claim, NoneSince)]
        assert bool(claims) == is_told


@pytest.mark.parametrize(
    ("scope", "label"),
    [
        (EVERYTHING, ""),
        (Scope(rule="talks"), ""),
        (SCOPES["since"], "From 2018 on"),
        (SCOPES["phone"], "Phone calls"),
        (SCOPES["visits"], "Visits"),
        (SCOPES["phone and visits since"], "Phone calls and visits, from 2020 on"),
    ],
)
def test_a_page_says_of_what_it_tells(scope: Scope, label: str) -> None:
    assert lay_out(told(PAIRS[0], scope)).scope == label


def test_days_that_cross_and_rules_that_are_none_are_refused() -> None:
    with pytest.raises(InputError, match='no day is both since "2020-01-01"'):
        Scope(since=date(2020, 1, 1), until=date(2019, 1, 1))
    with pytest.raises(InputError, match=r'unknown counting rule "talkz" \(did you mean "talks"'):
        Scope(rule="talkz")
    with pytest.raises(InputError, match="expected apart-from-group-sessions, "):
        Scope(rule="xyzzy")


def test_rules_are_those_meant_for_the_modes() -> None:
    usual = [rule.id for rule in EVERYTHING.rules(EventKind.ENCOUNTER)]
    assert set(counting_rules()) - set(usual) == {"every-encounter"}
    assert next(iter(SCOPES["phone"].rules(EventKind.ENCOUNTER))).id == "every-encounter"


def test_coverage_is_in_scope_by_its_days_mode_and_kind() -> None:
    met = covers("person:anna-a", "person:ben-b", "2001/2005", mode="in-person")
    came = covers("person:anna-a", kind="visit", when="2001/2005", country="aa")
    any_mode = covers("person:anna-a", "person:ben-b", "2001/2005", id="any")
    for scope, borne in (
        (EVERYTHING, [met, came, any_mode]),
        (Scope(since=date(2007, 1, 1)), []),
        (SCOPES["phone"], [any_mode]),
        (SCOPES["visits"], [came]),
    ):
        assert [one for one in (met, came, any_mode) if scope.bears(one)] == borne
