"""A page that summitry wrote is read back whole, and every sentence of it is Supported."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import combinations
from typing import Final

import pytest

from summitry.desk.check import check
from summitry.desk.facts import rules_of
from summitry.desk.history import history
from summitry.desk.records import View, open_record
from summitry.desk.scope import EVERYTHING, Scope
from summitry.model.claims import Claim
from summitry.model.events import Encounter, Mode
from summitry.model.findings import Verdict
from summitry.model.statements import Document, Reading
from summitry.reading import SpacyParser, read
from summitry.reading.trees.parse import Tree
from summitry.reckoning import Frame, evaluate_in
from summitry.telling.history import Fact, History
from summitry.telling.page import as_markdown, as_text
from summitry.telling.tell import tell
from tests.reading.said_again import is_again

SUMMIT: Final = date(2025, 8, 16)
LATER: Final = date(2025, 12, 31)
EARLIER: Final = date(2014, 1, 1)
FORMATS: Final = {"markdown": as_markdown, "text": as_text}


@cache
def record() -> View:
    return open_record(None)


@cache
def pairs() -> tuple[tuple[str, str], ...]:
    """People who took part in an encounter together, by name."""
    people = record().names().people
    met = {
        pair
        for event in record().events()
        if isinstance(event, Encounter)
        for pair in combinations(sorted(event.people), 2)
    }
    return tuple((people[a].name, people[b].name) for a, b in sorted(met))


@cache
def held() -> Mapping[str, frozenset[str]]:
    """The offices that each person ever held, by name."""
    names = record().names()
    return {
        person.name: frozenset(
            names.offices[tenure.office].name
            for tenure in names.tenures
            if tenure.person == person.id
        )
        for person in names.people.values()
    }


@cache
def with_offices() -> tuple[tuple[str, str], ...]:
    """People and offices, either first, where the person met one who ever held the office."""
    each = [(a, office) for pair in pairs() for a, b in both(pair) for office in held()[b]]
    return tuple(dict.fromkeys(either for pair in sorted(each) for either in both(pair)))


@cache
def between_offices() -> tuple[tuple[str, str], ...]:
    """Offices, either first, of which two people who ever held them met."""
    each = [(c, d) for a, b in pairs() for c in held()[a] for d in held()[b] if c != d]
    return tuple(dict.fromkeys(either for pair in sorted(each) for either in both(pair)))


def both(pair: tuple[str, str]) -> tuple[tuple[str, str], tuple[str, str]]:
    """The pair, either first."""
    return pair, pair[::-1]


@cache
def written(a: str, b: str, day: date, scope: Scope = EVERYTHING) -> History:
    return history(a, b, record(), as_of=day, today=day, scope=scope)


@cache
def frame(day: date) -> Frame:
    return _frame_of(record(), day)


_frame_of: Final = Frame.of


@pytest.fixture(autouse=True)
def _one_frame_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have every history and check of a day reckon in one frame, so that none reckons twice."""
    monkeypatch.setattr(Frame, "of", lambda _view, day: frame(day))


@dataclass(frozen=True, slots=True)
class _Remembering:
    """The default parser, which parses no sentence twice."""

    parser: SpacyParser = field(default_factory=SpacyParser)
    known: dict[tuple[str, ...], Tree] = field(default_factory=dict)

    def parse(self, sentences: Sequence[Sequence[str]]) -> tuple[Tree, ...]:
        wanted = list(dict.fromkeys(tuple(s) for s in sentences if tuple(s) not in self.known))
        self.known.update(zip(wanted, self.parser.parse(wanted), strict=True))
        return tuple(self.known[tuple(sentence)] for sentence in sentences)


PARSER: Final = _Remembering()


@cache
def verdict(claim: Claim, day: date) -> Verdict:
    return evaluate_in(frame(day), claim, rules_of(claim)).verdict


def facts(page: History) -> Iterator[Fact]:
    """Every fact of a page, in any order."""
    yield from (*page.key_facts, *page.counts)
    for section in page.sections:
        yield from (*section.facts, *section.counts)
        for entry in (*section.meetings, *section.contacts, *section.visits):
            yield from entry.facts
    for theme in page.themes:
        yield from theme.facts


def plain(text: str) -> str:
    """Without line breaks and marks of Markdown."""
    return " ".join(re.sub(r"\\([\\`*_\[\]<>])", r"\1", text).split())


def faults(pair: tuple[str, str], day: date, form: str, scope: Scope = EVERYTHING) -> list[str]:
    """What a page says that isn't read as it was told, or isn't Supported."""
    page = written(*pair, day, scope)
    found = read(Document(text=FORMATS[form](page), as_of=day), page.names, parser=PARSER)
    return [*_unsupported(found, day), *_lost(found, page)]


def _unsupported(found: Reading, day: date) -> Iterator[str]:
    for statement in found.statements:
        for claim in statement.claims:
            if verdict(claim, day) is not Verdict.SUPPORTED:
                yield f"{verdict(claim, day)}: {plain(statement.quote.text)}"


def _lost(found: Reading, page: History) -> Iterator[str]:
    statements: dict[str, list[Claim]] = {}
    for statement in found.statements:
        statements.setdefault(plain(statement.quote.text), []).extend(statement.claims)
    told = list(facts(page))
    for claim, says in ((f.claim, tell(f.claim, page.names, one_day=f.one_day)) for f in told):
        if says not in statements:
            yield f"silent: {says}"
        elif not any(is_again(again, claim) for again in statements[says]):
            yield f"read as something else: {says}"
    if len(found.statements) < len(told):
        yield f"{len(told)} facts make {len(found.statements)} statements"


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("day", [SUMMIT, LATER, EARLIER], ids=str)
def test_a_page_of_two_people_is_read_back_and_supported(day: date, form: str) -> None:
    assert len(pairs()) > 5
    assert [fault for pair in pairs() for fault in faults(pair, day, form)] == []


@pytest.mark.parametrize("form", FORMATS)
def test_a_page_of_a_person_and_an_office_is_read_back_and_supported(form: str) -> None:
    assert len(with_offices()) > 20
    assert [fault for pair in with_offices() for fault in faults(pair, SUMMIT, form)] == []


@pytest.mark.parametrize("form", FORMATS)
def test_a_page_of_two_offices_is_read_back_and_supported(form: str) -> None:
    assert len(between_offices()) > 20
    assert [fault for pair in between_offices() for fault in faults(pair, SUMMIT, form)] == []


PUTIN = ("Vladimir Putin", "President of the United States")


@pytest.mark.parametrize("day", [LATER, EARLIER], ids=str)
@pytest.mark.parametrize("pair", both(PUTIN), ids=" and ".join)
def test_so_it_is_on_other_days(pair: tuple[str, str], day: date) -> None:
    assert [fault for form in FORMATS for fault in faults(pair, day, form)] == []


SCOPES: Final = {
    "since": Scope(since=date(2018, 1, 1)),
    "until": Scope(until=date(2011, 3, 31)),
    "between": Scope(since=date(2001, 6, 16), until=date(2018, 7, 16)),
    "calls": Scope(modes=frozenset({Mode.PHONE}), visits=False),
    "talks": Scope(modes=frozenset({Mode.IN_PERSON}), visits=False, rule="talks"),
}


@pytest.mark.parametrize("scope", SCOPES.values(), ids=SCOPES)
@pytest.mark.parametrize("pair", [PUTIN, ("Vladimir Putin", "Donald Trump")], ids=" and ".join)
def test_so_it_is_of_a_page_of_some_events(pair: tuple[str, str], scope: Scope) -> None:
    assert faults(pair, SUMMIT, "text", scope) == []


@pytest.mark.parametrize("form", FORMATS)
def test_a_check_of_a_page_refutes_nothing(form: str) -> None:
    document = Document(text=FORMATS[form](written(*PUTIN, SUMMIT)), as_of=SUMMIT)
    checked = check(document, record())
    assert {judged.verdict for judged in checked.statements} == {Verdict.SUPPORTED}
