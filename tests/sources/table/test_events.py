"""What a row tells of its event, and that the same row tells the same."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.model.citations import Citation
from summitry.model.events import Mode, Setting, Status
from summitry.record.checks import audit
from summitry.sources.table import TableImporter
from summitry.sources.table.file import batches
from tests.sources.table.tables import HEADER, Told, a_map, told

ROW = "Ann,2023-03-14,Acme,Talks"
TEAMS = "Ann,2023-03-14,Acme,Microsoft Teams"


def of_event(row: str = ROW, **event: Any) -> Told:  # noqa: ANN401 - what TOML holds
    return told(row, event=event)


@pytest.mark.parametrize(
    ("mode", "row", "expected"),
    [
        ("phone", ROW, Mode.PHONE),
        ({"column": "What", "words": {"talks": "letter"}}, ROW, Mode.LETTER),
        ({"column": "What", "patterns": {"teams": "video"}}, TEAMS, Mode.VIDEO),
        ({"column": "What", "patterns": {"x": "video"}, "other": "phone"}, ROW, Mode.PHONE),
        ({"column": "What", "words": {}, "empty": "letter"}, "Ann,2023,Acme,", Mode.LETTER),
    ],
)
def test_a_cell_chooses_the_mode(mode: object, row: str, expected: Mode) -> None:
    of = told(row, event={"mode": mode}, when={"column": "Day", "formats": ["edtf"]})
    assert of.event.mode is expected


def test_settings_and_status_are_chosen_alike() -> None:
    event = of_event(setting="bilateral|pull-aside", status={"column": "What", "other": "planned"})
    assert event.event.settings == {Setting.BILATERAL, Setting.PULL_ASIDE}
    assert event.event.status is Status.PLANNED


def test_a_cell_that_chooses_nothing_is_a_fault() -> None:
    of = of_event(
        mode={"column": "What", "words": {"visit": "in-person"}, "patterns": {"z": "video"}}
    )
    assert [str(problem) for problem in of.problems] == [
        "table.csv:2: What 'Talks' is no mode (expected one of visit, z)"
    ]


def test_the_mode_the_setting_and_the_status_need_not_be_said() -> None:
    event = told(ROW).event
    assert (event.mode, event.settings, event.status) == (Mode.IN_PERSON, frozenset(), Status.HELD)


PLACES = [
    {"id": "gb", "name": "the United Kingdom", "kind": "country", "country": "GB"},
    {"id": "london", "name": "London", "kind": "city", "within": "gb"},
]


@pytest.mark.parametrize(
    ("event", "place"),
    [
        ({"place": "london"}, "london"),
        ({"place": {"column": "What", "words": {"talks": "london"}}}, "london"),
        ({"place": {"column": "What", "patterns": {"talks": ""}}}, None),
        (
            {"place": {"column": "What"}, "new_places": {"kind": "venue", "within": "london"}},
            "t-talks",
        ),
    ],
)
def test_a_place_is_the_maps_or_a_cells(event: dict[str, Any], place: str | None) -> None:
    of = told(ROW, event=event, places=PLACES)
    assert of.event.place == place
    assert {p.id for p in of.content.places} == {"gb", "london", *([place] if place else [])}


AT_WHAT = {"column": "What", "patterns": {"abroad": ""}, "other": "london"}


@pytest.mark.parametrize(
    ("row", "at"),
    [
        ("Ann,2023-03-14,Acme,phone call", "phone call"),
        ("Ann,2023-03-14,Acme,phone call from abroad", ""),
        ("Ann,2023-03-14,Acme,", ""),
    ],
)
def test_a_call_goes_in_without_the_place_that_its_row_gives_it(row: str, at: str) -> None:
    of = told(row, event={"mode": "phone", "place": AT_WHAT}, places=PLACES)
    assert of.event.place is None
    assert [str(problem) for problem in of.problems] == [
        f"table.csv:2: the place {cell!r} of an encounter by phone is left out (expected no place)"
        for cell in [at]
        if cell
    ]


@pytest.mark.parametrize("mode", list(Mode))
def test_an_audit_finds_nothing_in_a_place_that_goes_in(mode: Mode) -> None:
    of = told(ROW, event={"mode": mode.value, "place": "london"}, places=PLACES)
    assert (audit(of.content), of.problems) == ((), [])
    assert (of.event.place is None) is (mode in {Mode.PHONE, Mode.VIDEO})


def test_a_place_that_a_call_alone_names_is_not_made() -> None:
    event = {"mode": "video", "place": {"column": "What"}, "new_places": {"kind": "city"}}
    assert told(ROW, event=event).content.places == ()


def test_a_host_is_one_of_those_who_took_part() -> None:
    casts = [{"name": "Who", "host": True, "split": ";"}, {"name": "Whom"}]
    assert told(ROW, participants=casts).event.host == "t-ann"
    assert told("Ann; Bob,2023-03-14,Acme,x", participants=casts).event.host is None


def test_a_note_is_made_of_cells() -> None:
    assert of_event(note="{What} at {Whom}").event.note == "Talks at Acme"


def test_rows_that_tell_of_nothing_are_skipped() -> None:
    nil, cancelled = "Bob,Nil,nil return,", "Cid,2023-03-14,Acme,Cancelled"
    skip = [{"column": "Whom", "matches": "^nil return$"}, {"column": "What", "matches": "cancel"}]
    of = told(ROW, nil, cancelled, skip=skip)
    assert (of.names(), of.problems) == ({"Ann", "Acme"}, [])
    assert told(ROW, cancelled, keep=[{"column": "What", "matches": "talk"}]).event.note == "Talks"
    assert told(ROW, "Bob,2023-03-14,Acme,", skip=[{"column": "What", "empty": True}]).names()


def test_an_undated_row_is_of_some_day_of_the_table() -> None:
    when = {"column": "Day", "formats": ["%B"], "within": "2016-07/2016-09", "undated": True}
    assert told("Ann,,Acme,x", when=when).event.when.written == "[2016-07-01..2016-09-30]"
    assert told("Ann,August,Acme,x", when=when).event.when.written == "2016-08"


def test_a_second_column_may_have_the_last_day() -> None:
    when = {"column": "Day", "until": "What", "formats": ["%Y-%m-%d"]}
    of = told("Ann,2023-03-14,Acme,2023-03-16", when=when)
    assert of.event.when.written == "2023-03-14/2023-03-16"


# --- ids and citations ------------------------------------------------------------------------


def test_everything_that_a_row_makes_is_cited_by_its_line() -> None:
    of = told(ROW, "Bob,2023-03-15,Acme,x", places=PLACES, event={"place": "london"})
    cited = {(c.table, c.row): c.locator for c in of.content.citations}
    first, second = of.content.encounters
    assert cited == {
        ("places", "gb"): "",
        ("places", "london"): "",
        ("people", "t-ann"): "line 2",
        ("people", "t-org-acme"): "line 2",
        ("people", "t-bob"): "line 3",
        ("encounters", first.id): "line 2",
        ("encounters", second.id): "line 3",
    }
    assert {c.source for c in of.content.citations} == {"a-table"}


def test_a_column_may_be_the_locator() -> None:
    located = of_event(locator="{Whom} {What}")
    assert [c.locator for c in located.content.citations if c.table == "encounters"] == [
        "Acme Talks"
    ]


def test_a_source_may_be_named_after_the_file() -> None:
    of = told(ROW, source={"id": "s-{file}", "title": "The {file} file", "url": "https://x/{file}"})
    (source,) = of.content.sources
    assert (source.id, source.title, source.url) == ("s-table", "The table file", "https://x/table")


@pytest.mark.parametrize(
    ("title", "of_all"),
    [
        ("Returns", "Returns"),
        ("Returns {file}", "Returns"),
        ("Returns: {file}, as published", "Returns, as published"),
        ("Returns ({file})", "Returns"),
        ("Returns (of {file})", "Returns (of)"),
        ("{file}: returns", "returns"),
        ("Register of {file} meetings", "Register of meetings"),
        ("{file}", "t"),
    ],
)
def test_the_title_of_all_files_is_that_of_none(title: str, of_all: str) -> None:
    assert TableImporter(a_map(source={"id": "s", "title": title})).title == of_all


CELLS = st.sampled_from(["Ann", "Bob", "Cid"])
ROWS = st.lists(
    st.tuples(CELLS, st.sampled_from(["2023-03-14", "March 2023"]), CELLS, st.sampled_from("xyz")),
    unique=True,
    min_size=1,
)


@given(ROWS, st.randoms())
def test_ids_hang_on_what_the_rows_say_and_not_on_their_order(
    rows: list[tuple[str, ...]],
    random: Any,  # noqa: ANN401 - Hypothesis has no type for it
) -> None:
    shuffled = random.sample(rows, len(rows))
    first, other = (told(*map(",".join, some)) for some in (rows, shuffled))
    assert first.content.encounters == other.content.encounters
    assert len(first.content.encounters) == len(rows)
    assert {p.id for p in first.content.people} == {p.id for p in other.content.people}


# --- rows of one event ------------------------------------------------------------------------

NAMED = {"id": "What"}


def test_rows_that_name_one_event_are_one() -> None:
    of = told(
        "Ann,2023-03-14,Acme,U1",
        "Bob,2023-03-15,Acme,U2",
        "Cid,2023-03-14,Acme,U1",
        "Dan,2023-03-16,Acme,",
        event=NAMED,
    )
    assert [of.names(event) for event in of.content.encounters] == [
        {"Ann", "Cid", "Acme"},
        {"Bob", "Acme"},
        {"Dan", "Acme"},
    ]
    lines = [c.locator for c in of.content.citations if c.row == "t-u1"]
    assert lines == ["line 2", "line 4"]
    assert of.problems == []


def test_rows_of_one_event_must_agree() -> None:
    of = told("Ann,2023-03-14,Acme,U1", "Bob,2023-03-15,Acme,U1", event=NAMED)
    (problem,) = map(str, of.problems)
    assert problem.startswith("table.csv:3: it tells of the event of line 2, but its when differs")
    assert of.names() == {"Ann", "Acme"}


def test_a_row_is_in_one_batch_and_no_other(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:  # noqa: ANN401 - pytest's path
    monkeypatch.setattr("summitry.sources.table.file.BATCH_ROWS", 2)
    path = tmp_path / "table.csv"
    rows = [f"Ann,2023-03-{day:02},Acme,U{day % 3}" for day in range(1, 8)]
    path.write_text("\n".join([HEADER, *rows]))
    made = list(batches(path, a_map()))
    assert [len(batch.content.encounters) for batch in made] == [2, 2, 2, 1]
    assert [len(batch.content.people) for batch in made] == [2, 0, 0, 0]
    assert sum(batch.size for batch in made) == path.stat().st_size
    cited = [c for batch in made for c in batch.content.citations]
    assert len(cited) == len({citation.id for citation in cited}) == 9
    assert all(isinstance(citation, Citation) for citation in cited)
