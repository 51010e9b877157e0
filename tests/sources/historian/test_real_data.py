"""What the importer makes of the real lists, where they are at hand."""

import re
from functools import cache
from pathlib import Path

import pytest

from summitry.model.edtf import parse
from summitry.model.events import Encounter
from summitry.record.checks import audit
from summitry.record.content import Content
from summitry.record.identities import resolved
from summitry.sources.historian.content import content_of
from summitry.sources.historian.entries import Lists, read_lists
from summitry.sources.historian.remarks import read, tells_of_meeting

DATA = Path(__file__).parents[4] / "shared" / "historian"

pytestmark = pytest.mark.skipif(
    not DATA.is_dir(), reason="the Office of the Historian's data are not beside the repository"
)


@cache
def lists() -> Lists:
    return read_lists(DATA / "travels", DATA / "visits")


@cache
def record() -> Content:
    content, _ = content_of(lists())
    return resolved(content)


def between(one: str, other: str) -> list[Encounter]:
    ids = {p.name: p.id for p in record().people}
    return [e for e in record().encounters if e.people == {ids[one], ids[other]}]


def test_every_row_goes_in_but_those_of_visitors_who_can_t_be_read() -> None:
    _, problems = content_of(lists())
    assert {problem.code for problem in problems} <= {"unread-visitor"}
    assert len(problems) < 10


def test_the_audit_finds_nothing() -> None:
    assert audit(record()) == ()


def test_aso_saw_obama_before_brown_did() -> None:
    (aso,) = between("Barack Obama", "Taro Aso")
    brown = min(between("Barack Obama", "Gordon Brown"), key=lambda e: e.when.outer.first)
    assert aso.when == parse("2009-02-24")
    assert brown.when == parse("2009-03-03")


def test_putin_was_prime_minister_in_july_2009() -> None:
    (moscow,) = (e for e in between("Barack Obama", "Vladimir Putin") if "2973" in e.id)
    days = moscow.when.outer
    held = {t.office for t in record().tenures if "putin" in t.person and days <= t.when.core}
    assert held == {"ru-prime-minister"}


@pytest.mark.parametrize(
    ("one", "other", "least"),
    [
        ("Barack Obama", "Angela Merkel", 9),
        ("Bill Clinton", "Tony Blair", 5),
        ("George W. Bush", "Tony Blair", 15),
        ("Ronald Reagan", "Mikhail Gorbachev", 5),
        ("Barack Obama", "Dmitry Medvedev", 3),
        ("Franklin D. Roosevelt", "Winston Churchill", 9),
        ("Richard Nixon", "Leonid Brezhnev", 2),
    ],
)
def test_leaders_met_at_least_as_often_as_the_rows_say(one: str, other: str, least: int) -> None:
    assert len(between(one, other)) >= least


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("George H. W. Bush", "George W. Bush"),
        ("Hafez al-Assad", "Bashar al-Assad"),
        ("Heydar Aliyev", "Ilham Aliyev"),
        ("Kim Young-sam", "Kim Dae-jung"),
        ("King Hassan II", "King Mohammed VI"),
        ("Konstantinos Karamanlis (1956)", "Kostas Karamanlis"),
    ],
)
def test_namesakes_never_appear_in_one_another_s_years(first: str, second: str) -> None:
    ids = {p.name: p.id for p in record().people}
    one = [e.when.outer for e in record().encounters if ids[first] in e.people]
    other = [e.when.outer for e in record().encounters if ids[second] in e.people]
    assert max(days.last for days in one) < min(days.first for days in other)


def test_every_visitor_but_an_earl_has_a_visit_and_few_go_by_a_title_alone() -> None:
    shown = {c.locator for c in record().citations if c.table == "visits"}
    listed = {f"visit {stay.number}" for stay in lists().stays}
    assert listed - shown == {"visit 2183", "visit 2235"}
    assert len([p for p in record().people if _TITLED.match(p.name)]) < 130


_TITLED = re.compile(r"(?:President|Prime Minister|Chancellor|Foreign Minister) .* of ")


def test_no_row_of_a_meeting_word_with_a_title_and_a_name_is_lost_by_the_dozen() -> None:
    rows = [r for r in (*lists().trips, *lists().stays) if tells_of_meeting(r.remarks)]
    named = [r for r in rows if _NAMED.search(r.remarks)]
    unread = [r for r in named if not read(r.remarks, r.start, r.end)]
    assert len(named) > 1500
    assert len(unread) < 0.02 * len(named)


_NAMED = re.compile(
    r"^(?:[A-Z][a-z]+ [a-z]+; )?[Mm]et with "
    r"(?:President|Prime Minister|King|Chancellor) [A-Z][a-z]+"
)
