from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from summitry.desk.add import Added, add
from summitry.desk.adding import Cited, Lacking, NewEncounter, NewEvent, NewVisit, minutes, position
from summitry.model.bounds import Bounds
from summitry.model.citations import SourceKind
from summitry.model.edtf import parse
from summitry.model.events import Encounter, Mode, Setting, Status, Visit, VisitKind
from summitry.model.occasions import Series
from summitry.model.people import Person, PersonKind, Pronoun
from summitry.model.places import PlaceKind
from summitry.model.problems import InputError, Problem, RecordError, UnknownName
from summitry.record.checks import audit
from summitry.record.content import Content
from summitry.record.difference import ChangeKind, difference
from summitry.record.open import BUNDLED, open_content
from summitry.record.package import write_package
from summitry.record.sql_record import build
from tests.records import (
    SIGNED,
    cites,
    content,
    day,
    encounter,
    judgement,
    occasion,
    person,
    place,
    source,
)

ELMAU = "g7-elmau-2015"
OWN = content(
    people=[
        person("barack-obama", born="1961-08-04"),
        person("angela-merkel", pronoun="she"),
        person("a-merkel", name="A. Merkel", family_name="Merkel"),
        person("david-cameron"),
    ],
    judgements=[judgement("a-merkel", "angela-merkel")],
    series=[Series(id="g7", name="G7")],
    occasions=[occasion(ELMAU, "2015-06-07/2015-06-08", series="g7", place="elmau")],
    places=[
        place("de", kind="country", name="Germany"),
        place("gb", kind="country", name="United Kingdom"),
        place("elmau", within="de"),
        place("schloss-elmau", kind="venue", within="elmau"),
        place("london", within="gb"),
    ],
    topics=["trade"],
    encounters=[
        encounter("barack-obama david-cameron", "2015-06-07", id="elmau-2015", place="elmau")
    ],
    sources=[source("pool-report", title="Pool report", url="https://example.org/pool")],
    citations=[cites("encounters", "elmau-2015", "pool-report")],
)
CITED = Cited(source="pool-report", seen=day("2026-11-20"), quote="They met")
MET = NewEncounter(
    people=("Barack Obama", "Angela Merkel"), when=parse("2015-06-08"), place="Elmau"
)
STAYED = NewVisit(people=("Barack Obama",), country="Germany", when=parse("2015-06-07/2015-06-08"))

Store = Callable[[Content], Path]


@pytest.fixture(params=["package", "file"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    def made(of: Content) -> Path:
        path = tmp_path / "own"
        (write_package if request.param == "package" else build)(of, path)
        return path

    return made


def added(path: Path, event: NewEvent, cited: Cited = CITED, **more: Any) -> tuple[Added, Content]:  # noqa: ANN401
    return add(event, cited, path, signed=SIGNED, **more), open_content(path)


def rows_added(before: Content, after: Content) -> dict[str, list[str]]:
    """The ids of the rows added, by table; nothing else has changed."""
    found = difference(before, after)
    assert found.description == ()
    assert {row.kind for row in found.rows} <= {ChangeKind.ADDED}
    rows: dict[str, list[str]] = {}
    for row in found.rows:
        rows.setdefault(row.table, []).append(row.row)
    return rows


def test_of_two_who_add_at_once_one_is_refused(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other's row, of the same id, goes in between the look at the record and the writing."""
    path = store(OWN)
    other = replace(MET, people=("Barack Obama", "David Cameron"), id="same")

    def audited(of: Content) -> tuple[Problem, ...]:
        monkeypatch.setattr("summitry.desk.add.audit", audit)
        add(other, CITED, path, signed=SIGNED, anyway=True)
        return audit(of)

    monkeypatch.setattr("summitry.desk.add.audit", audited)
    with pytest.raises(RecordError, match="same"):
        add(replace(MET, id="same"), CITED, path, signed=SIGNED)
    own = open_content(path)
    assert rows_added(OWN, own)["encounters"] == ["same"]
    assert len([c for c in own.citations if c.row == "same"]) == 1


# --- what is added ----------------------------------------------------------------------------


def test_an_encounter_is_added_with_its_citation_and_nothing_else(store: Store) -> None:
    event = replace(
        MET,
        settings=frozenset({Setting.SIDELINES}),
        place="Schloss Elmau",
        occasion="G7 Elmau 2015",
        host="Merkel",
        minutes=Bounds.exactly(60),
        topics=("Trade",),
        sequence=2,
        note="On the terrace.",
    )
    done, own = added(store(OWN), event)
    assert rows_added(OWN, own) == {
        "encounters": ["elmau-2015-06"],
        "citations": ["encounters-elmau-2015-06-pool-report"],
    }
    (row,) = set(own.encounters) - set(OWN.encounters)
    assert row == Encounter(
        id="elmau-2015-06",
        when=parse("2015-06-08"),
        people=frozenset({"barack-obama", "angela-merkel"}),
        mode=Mode.IN_PERSON,
        settings=frozenset({Setting.SIDELINES}),
        place="schloss-elmau",
        occasion=ELMAU,
        host="angela-merkel",
        minutes=Bounds.exactly(60),
        topics=frozenset({"trade"}),
        sequence=2,
        note="On the terrace.",
    )
    (citation,) = set(own.citations) - set(OWN.citations)
    assert (citation.table, citation.row, citation.source) == (
        "encounters",
        row.id,
        "pool-report",
    )
    assert (citation.locator, citation.quote) == ("", "They met")
    assert (done.id, done.rows) == (row.id, ())
    assert done.says.startswith("Angela Merkel and Barack Obama met ")


def test_a_visit_is_added_with_its_citation_and_nothing_else(store: Store) -> None:
    kinds = frozenset({VisitKind.OFFICIAL})
    event = replace(STAYED, kinds=kinds, place="Elmau", occasion=ELMAU, note="By helicopter.")
    _, own = added(store(OWN), event)
    assert rows_added(OWN, own) == {
        "visits": ["obama-de-2015-06"],
        "citations": ["visits-obama-de-2015-06-pool-report"],
    }
    assert own.visits == (
        Visit(
            id="obama-de-2015-06",
            when=parse("2015-06-07/2015-06-08"),
            person="barack-obama",
            country="de",
            kinds=kinds,
            place="elmau",
            occasion=ELMAU,
            note="By helicopter.",
        ),
    )


def test_an_organisation_may_take_part(store: Store) -> None:
    lacking = Lacking(organisations=("Example Trade Union",))
    event = replace(MET, people=("David Cameron",), lacking=lacking)
    _, own = added(store(OWN), event)
    (made,) = (one for one in own.people if one.id == "example-trade-union")
    assert made == Person(
        id="example-trade-union",
        name="Example Trade Union",
        family_name="Example Trade Union",
        pronoun=Pronoun.IT,
        kind=PersonKind.ORGANISATION,
    )
    assert audit(own) == audit(OWN)
    assert {one.people for one in own.encounters if one not in OWN.encounters} == {
        frozenset({"david-cameron", "example-trade-union"})
    }


def test_what_the_record_lacks_is_added_and_cited_with_it(store: Store) -> None:
    lacking = Lacking(
        people=("Xi Jinping=Xi", "Narendra Modi"),
        countries=("France=FR",),
        place="Biarritz, France",
        occasion="G7 Biarritz 2019",
        topics=("the Amazon",),
    )
    event = replace(MET, people=("David Cameron",), when=parse("2019-08"), place=None)
    cited = replace(
        CITED,
        source="https://www.example.org/2019/08",
        title="The summit",
        publisher="Example Press",
        published=parse("2019-08-26"),
        kind=SourceKind.PRESS,
    )
    done, own = added(store(OWN), replace(event, lacking=lacking), cited)
    rows = rows_added(OWN, own)
    citations = rows.pop("citations")
    assert rows == {
        "people": ["narendra-modi", "xi-jinping"],
        "places": ["biarritz", "fr"],
        "occasions": ["g7-biarritz-2019"],
        "topics": ["the-amazon"],
        "encounters": ["biarritz-2019"],
        "sources": ["example-press-2019-08-26"],
    }
    assert len(citations) == 6
    assert {(table, id) for table, ids in rows.items() for id in ids} - set(done.rows) == {
        ("encounters", "biarritz-2019")
    }
    people = {one.id: one for one in own.people}
    assert people["xi-jinping"].family_name == "Xi"
    assert (people["narendra-modi"].family_name, people["narendra-modi"].pronoun) == (
        "Modi",
        Pronoun.THEY,
    )
    places = {one.id: one for one in own.places}
    assert (places["fr"].kind, places["fr"].country) == (PlaceKind.COUNTRY, "FR")
    assert (places["biarritz"].kind, places["biarritz"].within) == (PlaceKind.CITY, "fr")
    gathering = next(one for one in own.occasions if one.id == "g7-biarritz-2019")
    assert gathering.place == "biarritz"
    made = next(one for one in own.sources if one.id == "example-press-2019-08-26")
    assert (made.title, made.kind, made.seen) == ("The summit", SourceKind.PRESS, CITED.seen)
    drafted = {f"{table} {id!r}" for table, ids in rows.items() for id in ids}
    assert [problem for problem in audit(own) if problem.where in drafted] == []


def test_a_place_in_a_city_is_a_venue(store: Store) -> None:
    lacking = Lacking(place="Lancaster House, London")
    _, own = added(store(OWN), replace(MET, place=None, lacking=lacking))
    venue = next(one for one in own.places if one.id == "lancaster-house")
    assert (venue.kind, venue.within) == (PlaceKind.VENUE, "london")
    assert "london-2015" in {one.id for one in own.encounters}


@pytest.mark.parametrize(
    ("event", "id"),
    [
        (replace(MET, when=parse("2015-06-08")), "elmau-2015-06"),
        (replace(MET, when=parse("2016")), "elmau-2016"),
        (replace(MET, when=parse("2015")), "elmau-2015-2"),
        (replace(MET, place="London"), "london-2015"),
        (replace(MET, place=None), "merkel-obama-2015-06-08"),
        (replace(MET, place=None, mode=Mode.PHONE), "merkel-obama-phone-2015-06-08"),
        (replace(MET, place=None, mode=Mode.PHONE, when=parse("XXXX")), "merkel-obama-phone"),
        (replace(MET, id="terrace"), "terrace"),
        (STAYED, "obama-de-2015-06"),
        (replace(STAYED, when=parse("2015")), "obama-de-2015"),
    ],
)
def test_the_id_is_of_place_and_year(tmp_path: Path, event: NewEvent, id: str) -> None:
    write_package(OWN, tmp_path / "own")
    assert add(event, CITED, tmp_path / "own", signed=SIGNED).id == id


def test_a_known_source_is_found_by_its_address(tmp_path: Path) -> None:
    write_package(OWN, tmp_path / "own")
    cited = replace(CITED, source="https://example.org/pool", title="Pool report")
    _, own = added(tmp_path / "own", MET, cited)
    assert own.sources == OWN.sources


# --- what is refused --------------------------------------------------------------------------


def lacks(**what: Any) -> NewEncounter:  # noqa: ANN401
    return replace(MET, place=None, lacking=Lacking(**what))


BAD: list[tuple[NewEvent, str]] = [
    (replace(MET, people=("Barack Obama", "Angela Merkle")), 'did you mean "Angela Merkel"?'),
    (replace(MET, people=("Barack Obama", "Bo Xilai")), 'unknown person "Bo Xilai"'),
    (replace(MET, place="Elmo"), 'unknown place "Elmo" (did you mean "Elmau"'),
    (replace(MET, occasion="G7"), "is a series of gatherings (expected one gathering, like "),
    (replace(MET, topics=("tirade",)), 'did you mean "Trade"?'),
    (replace(MET, people=("Barack Obama",)), "(expected two people or more)"),
    (replace(MET, people=("Barack Obama", "barack-obama")), "(expected two people or more)"),
    (replace(MET, people=()), "an encounter of nobody"),
    (replace(MET, host="David Cameron"), "took no part"),
    (replace(MET, mode=Mode.PHONE), "an encounter by phone has the place 'elmau'"),
    (replace(MET, settings=frozenset({Setting.SIDELINES})), "belongs to no occasion"),
    (replace(MET, when=parse("1956")), "Barack Obama wasn't alive then"),
    (replace(MET, id="elmau-2015"), 'id "elmau-2015" is taken'),
    (replace(STAYED, id="elmau-2015"), 'id "elmau-2015" is taken'),
    (replace(MET, id="Elmau 2015"), "the id is not in the usual style"),
    (replace(STAYED, people=()), "a visit of 0 people (expected one)"),
    (replace(STAYED, people=("Obama", "Cameron")), "a visit of 2 people (expected one)"),
    (replace(STAYED, country="Elmau"), '"Elmau" is a city (expected a country)'),
    (replace(STAYED, place="London"), "place 'london' is not in 'de'"),
    (lacks(people=("Angela Merkel",)), '"Angela Merkel" is in the record'),
    (lacks(people=("a. merkel",)), '"a. merkel" is in the record'),
    (lacks(people=("习近平",)), 'no id can be made of "习近平"'),
    (lacks(people=(" ",)), 'no name: " "'),
    (lacks(countries=("France",)), "(expected like Germany=DE)"),
    (lacks(countries=("France=france",)), "(expected like Germany=DE)"),
    (lacks(countries=("Deutschland=DE",)), '"DE" is the code of "Germany"'),
    (lacks(place=""), 'no name: ""'),
    (lacks(occasion=" "), 'no name: " "'),
    (lacks(place="Paris"), "(expected like Elmau, Germany)"),
    (lacks(place="Paris, France"), 'unknown place "France"'),
    (lacks(place="Terrace, Schloss Elmau"), '"Schloss Elmau" is a venue'),
    (lacks(occasion="G7 Elmau 2015"), '"G7 Elmau 2015" is in the record'),
    (replace(lacks(place="Bonn, Germany"), place="Elmau"), "(expected one of them)"),
]


@pytest.mark.parametrize(("event", "says"), BAD, ids=[says for _, says in BAD])
def test_what_can_not_be_is_refused_and_nothing_written(
    tmp_path: Path, event: NewEvent, says: str
) -> None:
    write_package(OWN, tmp_path / "own")
    before = {path.name: path.read_bytes() for path in (tmp_path / "own").iterdir()}
    with pytest.raises(InputError) as refused:
        add(event, CITED, tmp_path / "own", signed=SIGNED)
    assert says in str(refused.value)
    assert "\n" not in str(refused.value)
    assert {path.name: path.read_bytes() for path in (tmp_path / "own").iterdir()} == before


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"source": "pool-reprt"}, 'did you mean "pool-report"?'),
        ({"source": ""}, 'unknown source ""'),
        ({"source": "https://example.org/other"}, "(expected its --title)"),
        ({"title": "Another"}, 'with another title (expected "Pool report", or nothing'),
        ({"published": parse("2015")}, "with another published"),
        ({"kind": SourceKind.PRESS}, 'with another kind (expected "primary"'),
        ({"quote": "word " * 16}, "the quote has 16 words"),
    ],
)
def test_a_citation_that_does_not_hold_is_refused(
    tmp_path: Path, changes: dict[str, Any], says: str
) -> None:
    write_package(OWN, tmp_path / "own")
    with pytest.raises(InputError) as refused:
        add(MET, replace(CITED, **changes), tmp_path / "own", signed=SIGNED)
    assert says in str(refused.value)
    assert open_content(tmp_path / "own") == OWN


AGAIN = replace(MET, people=("Barack Obama", "David Cameron"))


@pytest.mark.parametrize(
    ("event", "is_known"),
    [
        (replace(AGAIN, when=parse("2015-06-07")), True),
        (replace(AGAIN, when=parse("2015-06")), True),
        (replace(AGAIN, when=parse("2015-06-07"), status=Status.PLANNED), True),
        (replace(AGAIN, when=parse("2015-06-07"), place="London"), True),
        (replace(AGAIN, when=parse("2015-06-07"), people=(*MET.people, "Cameron")), True),
        (replace(AGAIN, when=parse("2015-06-08")), False),
        (replace(AGAIN, when=parse("2015-06-07"), mode=Mode.PHONE, place=None), False),
        (replace(AGAIN, when=parse("2015-06-07"), people=MET.people), False),
    ],
)
def test_what_may_be_on_record_is_refused_unless_it_is_to_be_added_anyway(
    tmp_path: Path, event: NewEncounter, *, is_known: bool
) -> None:
    write_package(OWN, tmp_path / "own")
    if is_known:
        with pytest.raises(InputError) as refused:
            add(event, CITED, tmp_path / "own", signed=SIGNED)
        assert str(refused.value).startswith('it may be "elmau-2015": ')
        assert "--anyway" in str(refused.value)
        assert open_content(tmp_path / "own") == OWN
    _, own = added(tmp_path / "own", event, anyway=is_known)
    assert len(own.encounters) == 2


def test_a_visit_may_be_on_record_too(tmp_path: Path) -> None:
    write_package(OWN, tmp_path / "own")
    add(STAYED, CITED, tmp_path / "own", signed=SIGNED)
    with pytest.raises(InputError, match='it may be "obama-de-2015-06"'):
        add(replace(STAYED, when=parse("2015-06")), CITED, tmp_path / "own", signed=SIGNED)
    add(replace(STAYED, country="United Kingdom"), CITED, tmp_path / "own", signed=SIGNED)
    assert len(open_content(tmp_path / "own").visits) == 2


def test_the_bundled_record_stays_as_it_is() -> None:
    packages = Path(__file__).parents[2] / "src" / "summitry" / "record" / "packages"
    for record in (None, packages / BUNDLED, packages / BUNDLED / ".." / BUNDLED):
        with pytest.raises(RecordError) as refused:
            add(MET, CITED, record, signed=SIGNED)
        assert "summitry export --format package -o FOLDER" in str(refused.value)


def test_a_record_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="no record at"):
        add(MET, CITED, tmp_path / "nowhere", signed=SIGNED)
    assert list(tmp_path.iterdir()) == []


def test_an_id_of_a_row_that_is_shown_as_another_is_taken(tmp_path: Path) -> None:
    write_package(OWN, tmp_path / "own")
    event = lacks(people=("A Merkel=Merkel",))
    _, own = added(tmp_path / "own", replace(event, people=("Barack Obama",)))
    assert {one.id for one in own.people} - {one.id for one in OWN.people} == {"a-merkel-2"}


def test_a_name_of_several_is_unknown(tmp_path: Path) -> None:
    write_package(replace(OWN, judgements=()), tmp_path / "own")
    with pytest.raises(UnknownName, match="ambiguous person"):
        add(replace(MET, people=("Barack Obama", "Merkel")), CITED, tmp_path / "own", signed=SIGNED)


# --- numbers ----------------------------------------------------------------------------------


def test_minutes_and_positions_are_read_as_a_package_has_them() -> None:
    assert minutes("60") == Bounds.exactly(60)
    assert minutes("45..60") == Bounds(45, 60)
    assert minutes("45..") == Bounds(45, None)
    assert position("2") == 2


@pytest.mark.parametrize("text", ["", "an hour", "-5", "60..45", "1.5"])
def test_other_minutes_are_refused(text: str) -> None:
    with pytest.raises(InputError, match="expected whole minutes"):
        minutes(text)


@pytest.mark.parametrize("text", ["", "0", "first", "-1"])
def test_other_positions_are_refused(text: str) -> None:
    with pytest.raises(InputError, match="expected a whole number from 1"):
        position(text)
