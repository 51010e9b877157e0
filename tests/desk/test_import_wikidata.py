from __future__ import annotations

from datetime import date
from pathlib import Path

from summitry.desk.difference import compare
from summitry.desk.imports import fetch_wikidata, import_wikidata
from summitry.desk.records import audit, open_record
from summitry.record.open import open_content
from summitry.record.sql_record import build
from tests.records import SIGNED, content, office, person, place, tenure
from tests.sources.wikidata.answers import HOLDERS, imported
from tests.sources.wikidata.service import Service, serving

SEEN = date(2026, 11, 20)


def test_the_holders_of_an_answer_are_in_the_record(tmp_path: Path) -> None:
    done = import_wikidata([HOLDERS], tmp_path / "own.sqlite", seen=SEEN, signed=SIGNED)
    told, _ = imported(HOLDERS)
    own = open_content(tmp_path / "own.sqlite")
    assert done.problems == ()
    assert (own.people, own.offices, own.tenures) == (told.people, told.offices, told.tenures)
    assert (own.sources, own.citations) == (told.sources, told.citations)
    assert audit(tmp_path / "own.sqlite") == ()


def test_importing_twice_changes_nothing(tmp_path: Path) -> None:
    one, other = tmp_path / "one.sqlite", tmp_path / "other.sqlite"
    import_wikidata([HOLDERS], one, seen=SEEN, signed=SIGNED)
    other.write_bytes(one.read_bytes())
    done = import_wikidata([HOLDERS], other, seen=SEEN, signed=SIGNED)
    assert (sum(done.added.values()), sum(done.kept.values())) == (0, 0)
    assert compare(one, other).difference.is_empty


def test_who_is_on_record_already_is_shown_as_one(tmp_path: Path) -> None:
    known = content(
        people=[person("barack-obama")],
        offices=[office("us-president", country="us")],
        places=[place("us", kind="country")],
        tenures=[tenure("barack-obama", "us-president", "2009-01-20/2017-01-20")],
    )
    build(known, tmp_path / "own.sqlite")
    import_wikidata([HOLDERS], tmp_path / "own.sqlite", seen=SEEN, signed=SIGNED)
    names = open_record(tmp_path / "own.sqlite").names()
    assert [id for id in names.people if "obama" in id] == ["barack-obama"]
    assert [t.id for t in names.tenures if t.person == "barack-obama"] == [known.tenures[0].id]


def test_an_answer_is_fetched_and_imported(tmp_path: Path) -> None:
    with serving() as endpoint:
        fetch_wikidata(
            tmp_path / "own.sqlite",
            offices=("Q11696",),
            countries=("Q183",),
            seen=SEEN,
            signed=SIGNED,
            endpoint=endpoint,
        )
        ((_, asked),) = Service.asked
    assert "wd:Q11696" in asked
    assert "wd:Q183" in asked
    told, _ = imported(HOLDERS)
    assert open_content(tmp_path / "own.sqlite").tenures == told.tenures
