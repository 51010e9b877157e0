from __future__ import annotations

from dataclasses import fields, replace
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.record.content import DESCRIPTION, Content, content_of
from summitry.record.tables import TABLES, VALUES
from tests.record.full import FULL
from tests.record.generated import FEW, contents
from tests.records import content, encounter, occasion


def _description(of: Content) -> dict[str, str]:
    return {name: getattr(of, name) for name in DESCRIPTION}


@FEW
@given(contents())
def test_rows_make_the_content_that_they_are_of(of: Content) -> None:
    assert content_of(_description(of), {t.name: list(of.rows(t)) for t in TABLES}) == of


@FEW
@given(contents(), st.randoms(use_true_random=False))
def test_equal_content_has_one_digest_however_it_was_ordered(of: Content, random: Random) -> None:
    parts: dict[str, Any] = {t.name: _shuffled(getattr(of, t.name), random) for t in VALUES}
    shuffled = replace(of, **parts)

    assert shuffled == of
    assert shuffled.digest() == of.digest()


def _shuffled(rows: tuple[Any, ...], random: Random) -> tuple[Any, ...]:
    return tuple(random.sample(rows, len(rows)))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("2021-06", "[2021-06-01..2021-06-30]"),
        ("2021-06-16/2021-06-18", "2021-06-16T10:00:00/2021-06-18"),
    ],
)
def test_equal_content_has_one_digest_however_its_days_were_written(a: str, b: str) -> None:
    first = content(encounters=[encounter("joe-biden vladimir-putin", a, id="met")])
    other = content(encounters=[encounter("joe-biden vladimir-putin", b, id="met")])

    assert first == other
    assert first.digest() == other.digest()


@pytest.mark.parametrize("field", [f.name for f in fields(Content)])
def test_the_digest_hangs_on_every_part(field: str) -> None:
    part = getattr(FULL, field)
    changed: dict[str, Any] = {field: part + "x" if isinstance(part, str) else part[1:]}

    assert replace(FULL, **changed).digest() != FULL.digest()


def test_dated_rows_come_by_earliest_day_then_id_and_undated_ones_last() -> None:
    made = content(
        occasions=[
            occasion("c"),
            occasion("b", "2001"),
            occasion("a", "2001"),
            occasion("z", "1999"),
        ]
    )

    assert [row.id for row in made.occasions] == ["z", "a", "b", "c"]
