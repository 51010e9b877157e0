"""A map is read whole or refused, with every fault of it in a line that says what would do."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from summitry.model.problems import InputError
from summitry.sources.table import read_map
from summitry.sources.table.mapping import MapError
from tests.sources.table.tables import BASE, a_map

WHEN = BASE["when"]
WHO = {"name": "Who"}
PLACE = {"id": "x", "name": "X", "kind": "region"}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"id": "UK Return"}, 'map.toml: id = "UK Return" can\'t be read'),
        ({"colour": "red"}, "map.toml: 'colour' is unknown (expected 'columns')"),
        ({"encoding": "utf-99"}, "like utf-8 or cp1252"),
        ({"delimiter": ":"}, "delimiter = \":\" can't be read (expected one of ',' ';'"),
        ({"source": {"id": "a"}}, "map.toml, source: there is no title"),
        ({"source": {"id": "a", "title": "{datei}"}}, "text with no braces in it but {file}"),
        ({"source": {"id": "a", "title": "A", "seen": date(2023, 3, 14)}}, "seen = 2023-03-14"),
        ({"source": {"id": "a", "title": "A", "kind": "blog"}}, "primary, dataset, press"),
        (
            {"when": {"column": "Day"}},
            'when: there is no formats (expected texts, like formats = ["',
        ),
        (
            {"when": {**WHEN, "formats": ["%d/%q"]}},
            'formats = "%d/%q" can\'t be read: %q is unknown',
        ),
        ({"when": {**WHEN, "formats": []}}, "formats = [] can't be read"),
        ({"when": {**WHEN, "within": 2023}}, "within = 2023 can't be read (expected an EDTF"),
        ({"when": {**WHEN, "within": "Q1", "undated": True}}, 'when: within = "Q1"'),
        ({"when": {**WHEN, "within": "Q1"}}, "expected an EDTF interval"),
        ({"when": {**WHEN, "undated": True}}, "when: undated rows have no days"),
        (
            {"when": {**WHEN, "months": ["Ene"]}},
            "when: months are 1 (expected the names of the twelve",
        ),
        ({"participants": []}, "map.toml: there are no participants"),
        ({"participants": [{}]}, "participants 1: there is no name"),
        ({"participants": [WHO, {**WHO, "kind": "firm"}]}, 'participants 2: kind = "firm"'),
        ({"participants": [{**WHO, "humans": "("}]}, 'humans = "(" can\'t be read: missing )'),
        ({"participants": [{**WHO, "split": [",", ""]}]}, 'split = [",", ""] can\'t be read'),
        (
            {"participants": [{**WHO, "split": ["x" * 99, 3]}]},
            f'split = ["{"x" * 58}... can\'t be read (expected texts, like split = ["..."])',
        ),
        ({"participants": [{**WHO, "split": 3}]}, "participants 1: split = 3 can't be read"),
        (
            {"participants": [{**WHO, "required": "no"}]},
            'required = "no" can\'t be read (expected true or false)',
        ),
        (
            {"participants": "Who"},
            'participants = "Who" can\'t be read (expected tables, like [[participants]])',
        ),
        (
            {"participants": [{**WHO, "office": {"title": "T", "country": "xx"}}]},
            '1.office: country = "xx"',
        ),
        (
            {"participants": [{**WHO, "office": {"title": "T", "unbroken_days": -1}}]},
            "unbroken_days = -1 can't be read (expected a whole number from 0)",
        ),
        ({"skip": [{"column": "What"}]}, "skip 1: what the cell is like isn't said"),
        (
            {"keep": [{"column": "A", "matches": "x", "empty": True}]},
            "keep 1: what the cell is like",
        ),
        (
            {"event": {"mode": "in person"}},
            'event: mode = "in person" can\'t be read (expected one of',
        ),
        ({"event": {"mode": ""}}, 'event: mode = "" can\'t be read'),
        ({"event": {"mode": {"other": "phone"}}}, "event.mode: there is no column"),
        (
            {"event": {"setting": ["bilateral"]}},
            'event: setting = ["bilateral"] can\'t be read (expected one or more of bilateral',
        ),
        (
            {"event": {"mode": {"column": "What", "words": ["call"]}}},
            'words = ["call"] can\'t be read (expected a table, like [event.mode.words])',
        ),
        ({"event": {"note": "{What"}}, 'event: note = "{What" can\'t be read (expected a column'),
        ({"event": {"note": "{}"}}, 'text with names in braces, like "{First} {Last}"'),
        ({"event": {"setting": "bilateral|big"}}, 'setting = "bilateral|big" can\'t be read'),
        (
            {"event": {"place": "london"}},
            'place = "london" can\'t be read (expected one of [[places]]',
        ),
        (
            {"event": {"new_places": {"kind": "town"}}},
            'event.new_places: kind = "town" can\'t be read',
        ),
        ({"known": [{"id": "x"}]}, "known 1: there is no name"),
        (
            {"places": [{"id": "x", "name": "X"}]},
            "places 1: there is no kind (expected one of",
        ),
        (
            {"places": [{"id": "x", "name": "X", "kind": "city", "within": "y"}]},
            "map.toml: 'x' is within 'y' (expected one of [[places]]: x)",
        ),
        (
            {"places": [{"id": "x", "name": "X", "kind": "city", "within": "x"}]},
            "map.toml: 'x' is within 'x', which leads round in a circle",
        ),
        ({"places": [PLACE, PLACE]}, "map.toml: id 'x' stands 2 times in places"),
        ({"known": [{"id": "x", "name": "X"}] * 2}, "map.toml: id 'x' stands 2 times in known"),
    ],
)
def test_a_fault_is_told_in_one_line(changes: dict[str, Any], said: str) -> None:
    with pytest.raises(MapError) as refused:
        a_map(**changes)
    (line,) = map(str, refused.value.problems)
    assert said in line
    assert "\n" not in line
    assert "(expected" in line
    assert str(refused.value) == line


def test_every_fault_is_told() -> None:
    with pytest.raises(MapError) as refused:
        a_map(id="A", colour="red", participants=[], event={"mode": "post", "moode": "phone"})
    assert len(refused.value.problems) == 5


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"id = ", "is not TOML: invalid value (at end of document) (expected texts in quotes"),
        (b"\xff", "is not UTF-8"),
        (None, "no such file or directory (expected a map)"),
    ],
)
def test_what_is_no_map_is_refused(tmp_path: Path, text: bytes | None, said: str) -> None:
    path = tmp_path / "map.toml"
    if text is not None:
        path.write_bytes(text)
    with pytest.raises(InputError) as refused:
        read_map(path)
    assert said in str(refused.value)
