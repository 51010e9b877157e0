"""Who takes part: split, cleaned, and one for each name or key."""

from __future__ import annotations

from typing import Any

import pytest

from summitry.model.people import PersonKind, Pronoun
from tests.sources.table.tables import Told, told

WHOM = {"name": "Whom", "kind": "organisation"}


def met(*rows: str, **who: Any) -> Told:  # noqa: ANN401 - what TOML holds
    """Rows of ``Who`` alone, each with somebody on 14 March 2023."""
    full = [f"{row},2023-03-14,Somebody,{n}" for n, row in enumerate(rows)]
    return told(*full, participants=[{"name": "Who", **who}, WHOM])


def everyone(of: Told) -> set[str]:
    return {person.name for person in of.content.people} - {"Somebody"}


@pytest.mark.parametrize(
    ("cell", "entries", "names"),
    [
        ("Ann", {}, {"Ann"}),
        ("  Ann   B. ", {}, {"Ann B."}),
        ("Ann; Bob;;", {"split": ";"}, {"Ann", "Bob"}),
        ("Ann / Bob & Cid", {"split": ["/", " & "]}, {"Ann", "Bob", "Cid"}),
        ('"A, B and C Ltd"', {"split": ",", "unsplit": r"\bLtd$"}, {"A, B and C Ltd"}),
        ("The Rt Hon Ann MP", {"remove": [r"^The\b", r"\bRt Hon\b", r"\bMP$"]}, {"Ann"}),
        ("Ann; various; Bob", {"split": ";", "ignore": "^various"}, {"Ann", "Bob"}),
        ("ANN O'BRIEN", {"capitals": True}, {"Ann O'Brien"}),
        ("Ann McKay", {"capitals": True}, {"Ann McKay"}),
    ],
)
def test_a_cell_names_people(cell: str, entries: dict[str, Any], names: set[str]) -> None:
    assert everyone(met(cell, **entries)) == names


def test_one_name_is_one_person_whatever_the_case_and_the_marks() -> None:
    of = met("José Ñandú", "JOSE NANDU", "José  Ñandú", "Jose Nando")
    assert everyone(of) == {"José Ñandú", "Jose Nando"}
    assert len(of.content.encounters) == 4


def test_the_same_name_of_a_human_and_of_an_organisation_is_two() -> None:
    of = told("Acme,2023-03-14,Acme,x")
    assert {(p.id, p.kind) for p in of.content.people} == {
        ("t-acme", PersonKind.HUMAN),
        ("t-org-acme", PersonKind.ORGANISATION),
    }


def test_kinds_are_told_apart_by_the_name() -> None:
    of = met("Dame Ann B", "Acme", kind="organisation", humans="^(Sir|Dame)")
    known = {p.name: (p.kind, p.pronoun, p.family_name) for p in of.content.people}
    assert known["Dame Ann B"] == (PersonKind.HUMAN, Pronoun.THEY, "B")
    assert known["Acme"] == (PersonKind.ORGANISATION, Pronoun.IT, "Acme")
    assert {p.kind for p in met("Acme Ltd", organisations="Ltd$").content.people} == {
        PersonKind.ORGANISATION
    }


HEADER = "Who,Key,Title,Last,Day,Whom,What"


def keyed(*rows: str, **who: Any) -> Told:  # noqa: ANN401 - what TOML holds
    full = [f"{row},2023-03-14,Somebody,{n}" for n, row in enumerate(rows)]
    casts = [{"name": "Who", "key": "Key", "split": ",", **who}, WHOM]
    return told(*full, header=HEADER, participants=casts)


def test_a_key_says_who_it_is() -> None:
    of = keyed('"Example, Inc",01-1,,', "EXI,01-1,,", '"Ann, Bob","02, 03",,', "Ann,04,,")
    assert {(p.id, p.name) for p in of.content.people if p.name != "Somebody"} == {
        ("t-01-1", "Example, Inc"),
        ("t-02", "Ann"),
        ("t-03", "Bob"),
        ("t-04", "Ann"),
    }


def test_keys_that_do_not_fit_the_names_are_a_fault() -> None:
    of = keyed('"Ann, Bob, Cid","02, 03",,')
    assert of.codes == [("uneven-names", "table.csv:2")]
    assert "Who has 3 names and 2 keys" in str(of.problems[0])


def test_a_column_may_have_the_family_name() -> None:
    of = keyed("Ann van Dam,1,,van Dam", family="Last")
    assert "van Dam" in {person.family_name for person in of.content.people}


def test_titles_are_offices_held_on_the_day() -> None:
    office = {"title": "Title", "leads": ["prime minister"]}
    of = keyed('"Ann, Bob","1, 2","Prime Minister, Aide",', "Cid,3,Aide,", office=office)
    assert {(o.id, o.name, o.leads) for o in of.content.offices} == {
        ("t-prime-minister", "Prime Minister", True),
        ("t-aide", "Aide", False),
    }
    assert {(t.person, t.office, t.when.written) for t in of.content.tenures} == {
        ("t-1", "t-prime-minister", "[..2023-03-14]/[2023-03-14..]"),
        ("t-2", "t-aide", "[..2023-03-14]/[2023-03-14..]"),
        ("t-3", "t-aide", "[..2023-03-14]/[2023-03-14..]"),
    }


@pytest.mark.parametrize(
    ("unbroken", "held"),
    [
        (0, ["[..2023-03-01]/[2023-03-01..]", "[..2023-03-20]/[2023-03-20..]",
             "[..2023-09-30]/[2023-09-01..]"]),
        (30, ["[..2023-03-01]/[2023-03-20..]", "[..2023-09-30]/[2023-09-01..]"]),
        (365, ["[..2023-03-01]/[2023-09-01..]"]),
    ],
)  # fmt: skip
def test_what_lies_close_enough_is_one_tenure(unbroken: int, held: list[str]) -> None:
    office = {"title": "What", "unbroken_days": unbroken}
    rows = [f"Ann,{day},Somebody,Aide" for day in ("2023-03-20", "2023-03-01", "September 2023")]
    of = told(*rows, participants=[{"name": "Who", "office": office}, WHOM])
    assert [tenure.when.written for tenure in of.content.tenures] == held


def test_an_empty_cell_may_repeat_the_one_above() -> None:
    of = met("Ann", "", "Bob", "", fill_down=True)
    names = [of.names(event) - {"Somebody"} for event in of.content.encounters]
    assert sorted(map(sorted, names)) == [["Ann"], ["Ann"], ["Bob"], ["Bob"]]


def test_those_whom_the_map_knows_have_the_ids_that_it_gives() -> None:
    known = [{"id": "joe-biden", "name": "Joe Biden", "written": ["POTUS", "President B."]}]
    of = told("POTUS,2023-03-14,Acme,1", "joe biden,2023-03-14,Acme,2", known=known)
    assert {p.id for p in of.content.people} == {"joe-biden", "t-org-acme"}
    assert of.problems == []


def test_a_constant_takes_part_in_every_row() -> None:
    casts = [{"constant": "The Mayor"}, {"name": "Whom"}, {"name": "Who", "required": False}]
    of = told(",2023-03-14,Acme,1", "Ann,2023-03-14,Acme,2", participants=casts)
    assert [of.names(event) for event in sorted(of.content.encounters, key=lambda e: e.note)] == [
        {"The Mayor", "Acme"},
        {"The Mayor", "Acme", "Ann"},
    ]


def test_nobody_meets_alone() -> None:
    of = told(
        "Ann,2023-03-14,,x", participants=[{"name": "Who"}, {"name": "Whom", "required": False}]
    )
    assert of.codes == [("one-alone", "table.csv:2")]
    assert of.content.encounters == ()
