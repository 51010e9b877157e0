"""The pages of reference have every row of the tables that they speak of, and no other."""

from __future__ import annotations

import re
from typing import Final

from summitry.lexicon.tables import table
from summitry.model.claims import ClaimKind
from summitry.model.problems import problem_codes
from summitry.model.rules import counting_rules
from tests.docs.blocks import DOCS, PAGES

SOURCES: Final = sorted((DOCS.parent / "src" / "summitry").rglob("*.py"))
_ROW: Final = re.compile(r"^\| (`.+) \|$", re.MULTILINE)


def rows(page: str) -> list[list[str]]:
    """The rows of a page's tables whose first cell begins with a name."""
    return [row.split(" | ") for row in _ROW.findall(PAGES[page].read_text("utf-8"))]


def names(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def test_problem_codes() -> None:
    told = {names(code)[0]: says for code, says in rows("problems.md")}
    assert list(told.items()) == list(problem_codes().items())


def test_every_problem_code_is_one_that_something_gives() -> None:
    sources = "".join(path.read_text("utf-8") for path in SOURCES)
    assert [code for code in problem_codes() if f'"{code}"' not in sources] == []


def test_counting_rules() -> None:
    told = [row for row in rows("counting-rules.md") if len(row) == 3]
    known = [
        [f"`{rule.id}`", rule.says or "–", rule.says_of_visits or "–"]
        for rule in counting_rules().values()
    ]
    assert told == known


def test_the_rules_that_words_admit() -> None:
    told = [row for row in rows("counting-rules.md") if len(row) == 2]
    assert {names(words)[0]: names(rules) for words, rules in told} == table("admitted")


def test_kinds_of_claim() -> None:
    assert [names(row[0])[0] for row in rows("claims.md")] == list(ClaimKind)
