"""Patterns asked all at once find what each finds by itself."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from summitry.model.statements import Document
from summitry.reading.clauses.activities import activities
from summitry.reading.clauses.clefts import clefts
from summitry.reading.mentions.compose import composites
from summitry.reading.mentions.gazetteer import gazetteer
from summitry.reading.mentions.items import PlaceItem, TimeItem
from summitry.reading.mentions.line import Line, form
from summitry.reading.mentions.patterns import Patterns
from summitry.reading.mentions.scan import plain, scan
from summitry.reading.text.sentences import sentences
from summitry.reading.when.base import Base
from tests.reading.gold.labels import corpus
from tests.reading.some_names import some_names

NAMES = gazetteer(some_names())
TEXTS: list[Document] = [text.document for text in corpus() if not text.held_out]


def scanned(text: str) -> Line:
    return Line.of(text, 0).with_mentions(scan(text, NAMES, Base(date(2025, 8, 16))))


@pytest.mark.parametrize("table", [composites, clefts, activities])
def test_no_row_that_is_found_in_a_line_is_left_out(table: Callable[[], Patterns[Any]]) -> None:
    rows = table()
    for text in TEXTS[::4]:
        for sentence in sentences(text.text):
            line = scanned(" ".join(plain(sentence.text).split()))
            found = [row for row in rows.rows if row.pattern.search(line.text)]
            fitting = list(rows.fitting(line))
            assert [row for row in fitting if row in found] == found


@dataclass(frozen=True)
class Row:
    pattern: re.Pattern[str]


def test_rows_see_the_mentions_that_those_before_them_made() -> None:
    first, second = Row(form("in {Time}")), Row(form("{Place} {Place}"))

    def step(line: Line, row: Row) -> Line:
        return line.rewritten(row.pattern, lambda *_: PlaceItem("moscow"), None)

    line = scanned("Geneva in 1985")
    assert len(list(line.all(TimeItem))) == 1
    for rows, places in (((first, second), 1), ((second, first), 2)):
        made = Patterns(rows).over(line, step)
        assert len(list(made.all(PlaceItem))) == places
