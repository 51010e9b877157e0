from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from summitry.model.citations import SourceKind
from summitry.model.edtf import write
from summitry.model.people import Pronoun
from summitry.model.problems import InputError
from summitry.record.checks import audit
from summitry.record.content import Content
from summitry.record.integrity import check
from summitry.sources.wikidata.importer import WikidataImporter
from tests.records import day
from tests.sources.wikidata.answers import (
    HOLDERS,
    SEEN,
    STATEMENT,
    Bindings,
    answer,
    imported,
    item,
    office,
    person,
    place,
    statement,
    text,
    time,
    true,
)

OTHER = "Q2$ABCDEF02-1111-4B0A-9D6C-0A1B2C3D4E5F"


@pytest.fixture(scope="module")
def holders() -> Content:
    content, problems = imported(HOLDERS)
    assert problems == ()
    return content


# --- the whole answer -------------------------------------------------------------------------


def test_who_held_which_office_when(holders: Content) -> None:
    held = {(t.person, t.office): write(t.when) for t in holders.tenures}
    emperor, governor = "roman-emperor-q842606", "governor-of-california-q887010"
    assert held == {
        ("augustus-q1405", emperor): "../0014-08-19",
        ("joseph-stalin-q855", "su-general-secretary"): ("1922-04-03/[1922-04-03..1953-03-05]"),
        ("walter-scheel-q2499", "de-chancellor"): "1974-05-07/1974-05-16",
        ("arnold-schwarzenegger-q2685", governor): "2003-11-17/..",
        ("angela-merkel-q567", "de-chancellor"): "2005-11/2021",
        ("barack-obama-q76", "us-president"): "2009-01-20/2017-01-20",
        ("donald-trump-q22686", "us-president"): "2025-01-20/..",
    }
    assert {t.person for t in holders.tenures if t.acting} == {"walter-scheel-q2499"}
    elected = {t.person: [write(d) for d in t.elected] for t in holders.tenures if t.elected}
    assert elected == {"barack-obama-q76": ["2008-11-04", "2012-11-06"]}


def test_people(holders: Content) -> None:
    people = {one.id: one for one in holders.people}
    obama = people["barack-obama-q76"]
    assert (obama.name, obama.family_name) == ("Barack Obama", "Obama")
    assert obama.aliases == ("Barack Hussein Obama II",)
    assert (obama.born, obama.died) == (day("1961-08-04"), None)
    assert people["angela-merkel-q567"].born == day("1954-07")
    assert people["joseph-stalin-q855"].born == day("[1878-12-18,1879-12-21]")
    assert people["augustus-q1405"].born is None
    assert {id: one.pronoun for id, one in people.items() if one.pronoun is not Pronoun.HE} == {
        "angela-merkel-q567": Pronoun.SHE,
        "walter-scheel-q2499": Pronoun.THEY,
    }


def test_offices_and_their_countries(holders: Content) -> None:
    assert {(o.id, o.title, o.country, o.leads) for o in holders.offices} == {
        ("de-chancellor", "chancellor", "de", True),
        ("governor-of-california-q887010", "governor of California", "us", False),
        ("roman-emperor-q842606", "roman emperor", None, True),
        ("su-general-secretary", "general secretary", "su", False),
        ("us-president", "president", "us", True),
    }
    aliases = {o.id: o.aliases for o in holders.offices if o.aliases}
    assert aliases == {
        "de-chancellor": ("German Chancellor",),
        "us-president": ("American President", "POTUS", "US President"),
    }
    assert {(p.id, p.country) for p in holders.places} == {("de", "DE"), ("su", "SU"), ("us", "US")}


def test_each_row_cites_its_item_or_statement(holders: Content) -> None:
    cited = {(c.table, c.row): c.locator for c in holders.citations}
    assert cited["people", "barack-obama-q76"] == "Q76"
    assert cited["offices", "us-president"] == "Q11696"
    assert cited["places", "us"] == "Q30"
    assert cited["tenures", "us-president-q76-3ee53000"] == (
        "Q76$3EE53000-1111-4B0A-9D6C-0A1B2C3D4E5F"
    )
    (source,) = holders.sources
    assert (source.id, source.kind, source.seen) == ("wikidata", SourceKind.DATASET, SEEN)
    assert holders.licence == "CC0-1.0"


def test_the_rows_are_a_sound_record_that_claims_no_coverage(holders: Content) -> None:
    check(holders)
    assert audit(holders) == ()
    assert holders.coverage == ()


def test_the_order_of_the_rows_makes_no_difference(holders: Content, tmp_path: Path) -> None:
    found = json.loads(HOLDERS.read_text("utf-8"))
    for seed in range(5):
        random.Random(seed).shuffle(found["results"]["bindings"])  # noqa: S311 - any order will do
        (tmp_path / "shuffled.json").write_text(json.dumps(found))
        assert imported(tmp_path / "shuffled.json") == (holders, ())


def test_only_the_source_hangs_on_the_day_of_retrieval(holders: Content) -> None:
    (later,) = WikidataImporter(seen=day("2027-01")).extract([HOLDERS])
    (source,) = holders.sources
    seen = replace(source, seen=day("2027-01"))
    assert later.content == replace(holders, version="2027-01", sources=(seen,))


# --- offices ----------------------------------------------------------------------------------

UTOPIA = place("Q100", "Utopia", "UT")


@pytest.mark.parametrize(
    ("label", "id", "title"),
    [
        ("President of Utopia", "ut-president", "president"),
        ("Prime Minister of the Republic of Utopia", "ut-prime-minister", "prime minister"),
        ("Utopia Secretary of State", "ut-secretary-of-state", "secretary of state"),
        ("Federal Chancellor of Utopia", "ut-chancellor", "chancellor"),
        ("Taoiseach", "taoiseach-q10", "taoiseach"),
        ("Mayor of Amaurot", "mayor-of-amaurot-q10", "mayor of Amaurot"),
        ("主席", "q10", "主席"),
    ],
)
def test_an_office_has_the_shared_id_where_its_name_is_a_title_and_a_country(
    tmp_path: Path, label: str, id: str, title: str
) -> None:
    named = {"place": item("Q100"), "placeAlias": text("Republic of Utopia")}
    rows = (
        office(name=label, country=item("Q100")),
        UTOPIA,
        named,
        person(),
        statement(**time("start", "2009")),
    )
    content, problems = imported(answer(tmp_path / "a", *rows))
    assert problems == ()
    (made,) = content.offices
    assert (made.id, made.title, made.country) == (id, title, "ut")


def test_two_positions_of_one_title_are_two_offices(tmp_path: Path) -> None:
    rows = (
        office("Q10", "President of Utopia", country=item("Q100")),
        office("Q9", "Utopia President", country=item("Q100")),
        UTOPIA,
        person(),
        statement(STATEMENT, office="Q10", **time("start", "2009")),
        statement(OTHER, office="Q9", **time("start", "2001")),
        person("Q2", "Bo Berg"),
    )
    content, _ = imported(answer(tmp_path / "a", *rows))
    names = {office.id: office.name for office in content.offices}
    assert names == {"ut-president": "Utopia President", "ut-president-q10": "President of Utopia"}


@pytest.mark.parametrize(
    ("where", "country", "leads"),
    [
        ({"country": "Q100"}, "ut", True),
        ({"jurisdiction": "Q100"}, "ut", True),
        ({"jurisdiction": "Q100", "country": "Q101"}, "ut", True),
        ({"jurisdiction": "Q102", "country": "Q100"}, "ut", False),
        ({"country": "Q102"}, None, True),
        ({}, None, True),
    ],
)
def test_where_an_office_applies_counts_before_where_it_is(
    tmp_path: Path, where: dict[str, str], country: str | None, *, leads: bool
) -> None:
    applies: dict[str, Any] = {name: item(id) for name, id in where.items()}
    rows = (
        office(heads=true(), **applies),
        UTOPIA,
        place("Q101", "Erewhon", "ER"),
        person(),
        statement(**time("start", "2009")),
    )
    content, _ = imported(answer(tmp_path / "a", *rows))
    (made,) = content.offices
    assert (made.country, made.leads) == (country, leads)
    assert [one.id for one in content.places] == ([country] if country else [])


@pytest.mark.parametrize(
    ("codes", "id", "code"),
    [
        (("SU", "SUHH"), "su", "SU"),
        (("CS", "CSHH"), "cs", "CSHH"),
        (("CS", "CSXX"), "csxx", "CSXX"),
        (("DD", "DDDE"), "dd", "DD"),
        (("YUCS",), "yu", "YU"),
        (("GB",), "gb", "GB"),
        (("GB", "gb-eng"), "gb", "GB"),
    ],
)
def test_states_that_are_no_more_have_ids_of_their_own(
    tmp_path: Path, codes: tuple[str, ...], id: str, code: str
) -> None:
    rows = (
        office(country=item("Q100")),
        *(place("Q100", "Utopia", one) for one in codes),
        person(),
        statement(**time("start", "1950")),
    )
    content, _ = imported(answer(tmp_path / "a", *rows))
    (made,) = content.places
    assert (made.id, made.country) == (id, code)


def test_a_country_keeps_names_that_are_no_other_words(tmp_path: Path) -> None:
    aliases = ("United States of America", "US", "U.S.", "the States", "IN", "USA; States")
    rows = (
        office(country=item("Q30")),
        place("Q30", "United States", "US"),
        *({"place": item("Q30"), "placeAlias": text(alias)} for alias in aliases),
        person(),
        statement(**time("start", "1950")),
    )
    content, _ = imported(answer(tmp_path / "a", *rows))
    (made,) = content.places
    assert made.aliases == ("U.S.", "US", "United States of America")


# --- what is wrong ----------------------------------------------------------------------------


def test_a_statement_on_something_without_a_name_is_left_out(tmp_path: Path) -> None:
    rows = (office(), {"person": item("Q1")}, statement(**time("start", "2009")))
    content, (problem,) = imported(answer(tmp_path / "a", *rows))
    assert content.tenures == ()
    assert (problem.code, problem.where) == ("no-name", STATEMENT)
    assert "'Q1'" in problem.message


def test_an_answer_is_recognised(tmp_path: Path) -> None:
    importer = WikidataImporter(seen=SEEN)
    other = tmp_path / "other.json"
    other.write_text('{"head": {"vars": ["item"]}, "results": {"bindings": []}}')
    assert importer.recognise([HOLDERS])
    assert not importer.recognise([])
    assert not importer.recognise([HOLDERS, other])
    assert not importer.recognise([tmp_path / "missing.json"])
    assert importer.recognise([answer(tmp_path / "empty.json")])


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("", "not SPARQL results in JSON: "),
        ("[" * 100_000, "not SPARQL results in JSON: "),
        ("[]", "not SPARQL results in JSON: "),
        ('{"head": {}, "results": {}}', "not SPARQL results in JSON: "),
        (
            '{"head": {"vars": ["person", "officeLabel"]}, "results": {"bindings": []}}',
            "answers another query: it has no office, personLabel, statement among head.vars",
        ),
        (None, "no such file or directory"),
    ],
)
def test_another_file_is_refused(tmp_path: Path, body: str | None, says: str) -> None:
    if body is not None:
        (tmp_path / "a.json").write_text(body)
    with pytest.raises(InputError) as refused:
        imported(tmp_path / "a.json")
    assert says in str(refused.value)
    assert f'"{tmp_path / "a.json"}"' in str(refused.value)
    assert str(refused.value).endswith(
        "(expected the Wikidata Query Service's answer to holders.sparql, as JSON)"
    )


def test_rows_that_make_no_sense_do_no_harm(tmp_path: Path) -> None:
    odd: list[Bindings] = [
        {},
        {"person": "Q1"},
        {"person": {"type": "uri", "value": "http://example.org/Q1"}},
        {"statement": {"type": "uri", "value": "http://example.org/s"}},
        {"born": {"type": "literal"}},
        person("Q1", "Ann Lee", personAlias=text("Half \ud83d Name")),
    ]
    rows = (person(), office(), statement(**time("start", "2009")), *odd)
    content, problems = imported(answer(tmp_path / "a", *rows))
    assert (len(content.tenures), problems) == (1, ())
