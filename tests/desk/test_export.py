from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Final

import frictionless
import pytest

from summitry.desk.export import export, export_package, narrowed, read_items
from summitry.desk.find import Wanted, find
from summitry.model.coverage import Covered
from summitry.model.events import EventKind, Status
from summitry.model.problems import InputError, UnknownName
from summitry.record.checks import audit
from summitry.record.open import open_content, open_record
from tests.records import cites, content, covers, encounter, judgement, place, record, visit

SELECTIONS: Final = (
    Wanted(a="Putin", b="Obama"),
    Wanted(statuses=frozenset({Status.CANCELLED})),
    Wanted(kind=EventKind.VISIT),
    Wanted(a="Putin", place="Finland"),
)


def shown(wanted: Wanted | None) -> str:
    """What is wanted, in the same words in every process."""
    if wanted is None:
        return "the record"
    changed = [
        f.name for f in fields(Wanted) if getattr(wanted, f.name) != getattr(Wanted(), f.name)
    ]
    return " ".join(changed) or "all"


@pytest.mark.parametrize("wanted", [Wanted(), *SELECTIONS], ids=shown)
def test_what_is_found_is_exported(wanted: Wanted) -> None:
    view = open_record()
    found, exported = find(wanted, view), export(wanted, view)
    assert exported.events == found.events
    assert exported.record == view.about().name
    for event in exported.events:
        cited = [source.id for source in exported.cited(event)]
        assert cited == list(dict.fromkeys(c.source for c in found.citations[event.id]))


def test_a_name_that_the_record_lacks_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnknownName):
        export(Wanted(a="Nobody"), open_record())
    with pytest.raises(UnknownName):
        export_package(None, tmp_path / "made", Wanted(a="Nobody"))
    assert not (tmp_path / "made").exists()


# --- packages -----------------------------------------------------------------------------------


@pytest.mark.parametrize("wanted", [None, Wanted(), *SELECTIONS], ids=shown)
def test_a_package_is_valid_to_its_own_tool_and_a_record_without_fault(
    tmp_path: Path, wanted: Wanted | None
) -> None:
    about = export_package(None, tmp_path / "made", wanted)
    report = frictionless.validate(str(tmp_path / "made" / "datapackage.json"))
    assert report.valid, report.flatten(["title", "message"])[:5]
    assert audit(open_content(tmp_path / "made")) == ()
    if wanted is None:
        assert about == open_record().about()
    else:
        assert about.events == len(find(wanted, open_record()).events)


@pytest.mark.parametrize("wanted", SELECTIONS, ids=shown)
def test_a_selection_holds_the_events_wanted_as_they_were(tmp_path: Path, wanted: Wanted) -> None:
    found = find(wanted, open_record())
    export_package(None, tmp_path / "made", wanted)
    again = export(Wanted(statuses=frozenset(Status)), open_record(tmp_path / "made"))
    assert again.events == found.events
    assert again.citations == found.citations
    assert again.names == found.names


def test_a_selection_claims_to_be_complete_for_no_event() -> None:
    whole = open_content()
    kept = narrowed(whole, frozenset({"geneva-2021"}))
    assert [one.id for one in kept.encounters] == ["geneva-2021"]
    assert kept.visits == ()
    assert all(one.kind is Covered.TENURE or not one.complete for one in kept.coverage)
    assert {one for one in whole.coverage if not one.complete} <= set(kept.coverage)
    assert {one for one in whole.coverage if one.kind is Covered.TENURE} <= set(kept.coverage)
    assert {citation.row for citation in kept.citations if citation.table == "encounters"} == {
        "geneva-2021"
    }
    assert {source.id for source in kept.sources} == {one.source for one in kept.citations}
    assert kept.title == f"{whole.title} (a selection)"


def test_rows_that_were_judged_one_stay_one() -> None:
    whole = content(
        encounters=[
            encounter("a b", "2021-06-16", id="one"),
            encounter("a b", "2021-06-16", id="other"),
            encounter("a b", "2022-06-16", id="another"),
        ],
        visits=[visit("a", "a-land", "2021-06-16", id="stay")],
        places=[],
        judgements=[judgement("one", "other", table="encounters")],
        citations=[cites("encounters", "one"), cites("encounters", "another")],
        coverage=[covers("person:a", "person:b")],
    )
    kept = narrowed(whole, frozenset({"other"}))
    assert [one.id for one in kept.encounters] == ["other"]
    assert [citation.row for citation in kept.citations] == ["other"]
    assert (kept.visits, kept.coverage, kept.judgements) == ((), (), ())


# --- Wikidata's items ---------------------------------------------------------------------------

VIEW: Final = record(
    encounters=[encounter("a b", "2021-06-16", id="it")],
    visits=[visit("a", "ch", "2021-06-16", id="stay")],
    places=[place("ch", kind="country")],
)


def test_a_map_of_items_is_read_by_table_and_row(tmp_path: Path) -> None:
    file = tmp_path / "map.csv"
    file.write_bytes(b"\xef\xbb\xbftable,row,wikidata\r\npeople,a,Q1\r\nencounters,it,Q23\r\n")
    assert read_items(file, VIEW) == {("people", "a"): "Q1", ("encounters", "it"): "Q23"}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("row,wikidata\na,Q1\n", "expected the columns table, row, wikidata"),
        ("table,row,wikidata\nperson,a,Q1\n", ':2: no table "person" .*expected people, places'),
        ("table,row,wikidata\npeople,a,Q1\npeople,b,7\n", ':3: not an item: "7".*like Q7747'),
        ("table,row,wikidata\npeople,a\n", ':2: not an item: ""'),
        ("table,row,wikidata\npeople,c,Q1\n", ':2: the record has no "c" among its people .exp'),
        ("table,row,wikidata\nencounters,stay,Q1\n", 'has no "stay" among its encounters'),
        ("table,row,wikidata\nplaces,a,Q1\n", ':2: the record has no "a" among its places'),
    ],
)
def test_a_map_of_no_use_is_refused_by_its_line(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "map.csv").write_text(text, "utf-8")
    with pytest.raises(InputError, match=says):
        read_items(tmp_path / "map.csv", VIEW)
