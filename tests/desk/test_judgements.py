"""Judgements are listed, made, and reversed without anything being lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import pytest

from summitry.desk.judgements import judge, judgements
from summitry.desk.records import open_record
from summitry.model.changes import Signature
from summitry.model.problems import InputError, RecordError
from summitry.record.sql_record import build
from tests.records import content, encounter, judgement, person

TWO_SPELLINGS = content(
    people=[person("dmitry-medvedev"), person("dimitri-medvedev", name="Dimitri Medvedev")],
    encounters=[
        encounter("barack-obama dmitry-medvedev", "2009-04-01"),
        encounter("barack-obama dimitri-medvedev", "2009-07-06"),
    ],
    judgements=[judgement("dimitri-medvedev", "dmitry-medvedev")],
)


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "record.sqlite"
    build(TWO_SPELLINGS, path)
    return path


MADE: Final = datetime(2026, 1, 2, 12, tzinfo=UTC)
SAID: Final[dict[str, Any]] = {
    "same": False,
    "signed": Signature(author="editor", made=MADE, reason="born in other years"),
}


def _judge(record: Path) -> None:
    judge(record, "people", "dmitry-medvedev", "dimitri-medvedev", **SAID)


def test_a_reversal_takes_the_place_of_the_judgement_and_parts_the_two(record: Path) -> None:
    assert set(open_record(record).names().people) == {"barack-obama", "dmitry-medvedev"}
    _judge(record)

    (judged,) = judgements(record)
    assert judged.id == "people-dimitri-medvedev-dmitry-medvedev"
    assert (judged.same, judged.author, judged.reason) == (False, "editor", "born in other years")
    assert len(open_record(record).names().people) == 3


def test_a_reversal_can_be_reversed(record: Path) -> None:
    before = open_record(record).names()
    _judge(record)
    judge(
        record,
        "people",
        "dimitri-medvedev",
        "dmitry-medvedev",
        same=True,
        signed=replace(SAID["signed"], reason="one man after all"),
    )
    assert open_record(record).names() == before


def test_judgements_are_listed_by_table(record: Path) -> None:
    assert [j.row for j in judgements(record, table="people")] == ["dimitri-medvedev"]
    assert judgements(record, table="visits") == ()


@pytest.mark.parametrize(
    ("pair", "changed", "error", "message"),
    [
        (("people", "a", "a"), {}, InputError, '"a" is itself: expected the ids of two rows'),
        (("persons", "a", "b"), {}, InputError, 'no table "persons" (expected one of people, '),
        (
            ("people", "dmitri", "dmitry-medvedev"),
            {},
            RecordError,
            "judgements 'people-dmitri-is-dmitry-medvedev': 'dmitri' is not in people",
        ),
        (
            ("people", "dmitry-medvedev", "barack-obama"),
            {"same": True},
            RecordError,
            "encounters 'met-2009-04-01': the judgements make all who took part 'barack-obama'",
        ),
        (
            ("people", "dmitry-medvedev", "barack-obama"),
            {"signed": Signature(author="editor", made=MADE, reason=" ")},
            InputError,
            'no reason "" (expected a few words on why)',
        ),
    ],
)
def test_what_can_not_be_judged_is_refused_and_changes_nothing(
    record: Path,
    pair: tuple[str, str, str],
    changed: dict[str, Any],
    error: type[Exception],
    message: str,
) -> None:
    before = record.read_bytes()
    with pytest.raises(error) as refused:
        judge(record, *pair, **(SAID | changed))

    assert str(refused.value).startswith(message)
    assert record.read_bytes() == before


def test_the_bundled_record_and_packages_are_not_judged_in_place(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="expected a SQLite file"):
        _judge(tmp_path)
