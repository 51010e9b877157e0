"""Rows that are judged one are shown as one, and what is stored stays."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from summitry.model.edtf import parse
from summitry.model.problems import RecordError
from summitry.record.content import Content
from summitry.record.identities import Identities, resolved
from summitry.record.tables import VALUES
from tests.record.generated import FEW, contents
from tests.records import cites, content, covers, encounter, judgement, person, tenure

SPELLED = content(
    people=[
        person("dmitry-medvedev", aliases=("D. Medvedev",)),
        person("dimitry-a-medvedev", name="Dimitry A. Medvedev", born="1965-09-14"),
        person("dmitri-medvedev", name="Dmitri Medvedev"),
    ],
    offices=["ru-president"],
    tenures=[tenure("dimitry-a-medvedev", "ru-president", "2008-05-07/2012-05-07")],
    encounters=[
        encounter("barack-obama dmitri-medvedev", "2009-04-01", id="london"),
        encounter("barack-obama dimitry-a-medvedev", "2009-04", id="in-april", minutes="70"),
    ],
    coverage=[covers("person:dmitri-medvedev@office:ru-president", "person:barack-obama")],
    citations=[cites("encounters", "in-april"), cites("people", "dmitri-medvedev")],
    judgements=[
        judgement("dmitri-medvedev", "dimitry-a-medvedev"),
        judgement("dimitry-a-medvedev", "dmitry-medvedev"),
        judgement("in-april", "london", table="encounters"),
    ],
)


def test_rows_that_are_one_are_shown_as_the_last_of_the_chain() -> None:
    shown = resolved(SPELLED)

    medvedev = next(row for row in shown.people if row.id == "dmitry-medvedev")
    assert {row.id for row in shown.people} == {"dmitry-medvedev", "barack-obama"}
    assert medvedev.name == "Dmitry Medvedev"
    assert set(medvedev.aliases) == {"D. Medvedev", "Dimitry A. Medvedev", "Dmitri Medvedev"}
    assert medvedev.born is not None
    assert [row.person for row in shown.tenures] == ["dmitry-medvedev"]
    assert "dmitry-medvedev" in repr(shown.coverage[0].who)


def test_an_encounter_reported_twice_is_counted_once_with_the_citations_of_both() -> None:
    shown = resolved(SPELLED)

    (met,) = shown.encounters
    assert (met.id, met.when.written) == ("london", "2009-04-01")
    assert met.people == {"barack-obama", "dmitry-medvedev"}
    assert met.minutes is not None
    assert {(row.table, row.row) for row in shown.citations} == {
        ("encounters", "london"),
        ("people", "dmitry-medvedev"),
    }


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("2009-07-06", "2009-07", "2009-07-06"),
        ("2009-07", "2009-07-06", "2009-07-06"),
        ("[2009-07-06..2009-07-08]", "[2009-07-08..2009-07-10]", "2009-07-08"),
        ("2009-07-06", "2009-07-07", "2009-07-06"),
        ("2009-07-06/2009-07-08", "2009-07-06", "2009-07-06/2009-07-08"),
        ("[..2005-01-02]/[2010-01-01..]", "[..2006-01-02]/[2009-01-01..]", "as the first"),
        ("[..2006]/[2010..2014]", "[2004..2007]/[2008..2012]", "[2004..2006]/[2010..2012]"),
        ("2005/..", "2004/2006", "as the first"),
    ],
)
def test_dates_are_as_exact_as_both_rows_know_them(one: str, other: str, together: str) -> None:
    rows = [encounter("a b", one, id="one"), encounter("a b", other, id="other")]
    judged = judgement("other", "one", table="encounters")
    (met,) = resolved(content(encounters=rows, judgements=[judged])).encounters

    assert met.when == parse(one if together == "as the first" else together)


def test_a_judgement_that_they_are_two_outweighs_the_others() -> None:
    two = judgement("london", "in-april", table="encounters", same=False, id="no")
    reversed_ = replace(SPELLED, judgements=(*SPELLED.judgements, two))

    assert [row.id for row in resolved(reversed_).encounters] == ["in-april", "london"]


def test_a_circle_of_judgements_is_shown_as_its_first_id() -> None:
    judged = Identities([judgement("b", "c"), judgement("c", "b"), judgement("a", "b")])

    assert [judged.shown("people", id) for id in "abcd"] == ["a", "a", "a", "d"]
    assert judged.alike("people", "c") == ("a", "b", "c")
    assert set(judged.hidden("people")) == {"b", "c"}
    assert list(judged.judged("places")) == []


def test_nobody_meets_themselves() -> None:
    wrong = replace(SPELLED, judgements=(judgement("barack-obama", "dmitri-medvedev"),))
    with pytest.raises(RecordError, match="needs two people or more, and they make them one"):
        resolved(wrong)


@FEW
@given(contents())
def test_what_is_shown_is_shown_alike_again_and_names_no_hidden_row(any_: Content) -> None:
    shown, identities = resolved(any_), Identities(any_.judgements)

    assert resolved(shown) == shown
    for table in VALUES:
        ids = {row.id for row in getattr(shown, table.name)}
        assert ids.isdisjoint(identities.hidden(table.name)) or table.name == "judgements"
        for row in getattr(shown, table.name):
            for column in table.columns:
                for named, id in column.references(getattr(row, column.field)):
                    assert identities.shown(named, id) == id
