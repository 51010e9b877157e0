"""A map is read whole or refused, with every fault of it in a line that says what would do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from summitry.model.problems import InputError
from summitry.sources.table import read_map
from summitry.sources.table.mapping import MapError
from tests.sources.table.tables import BASE, a_map

WHEN = BASE["when"]
WHO = {"name": "Who"}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"id": "UK Return"}, "map.toml: id 'UK Return' can't be read"),
        ({"colour": "red"}, "map.toml: 'colour' is unknown (expected 'columns')"),
        ({"encoding": "utf-99"}, "like utf-8 or cp1252"),
        ({"delimiter": ":"}, "delimiter ':' can't be read (expected one of"),
        ({"source": {"id": "a"}}, "map.toml, source: there is no title"),
        ({"source": {"id": "a", "title": "A", "kind": "blog"}}, "primary, dataset, press"),
        (
            {"when": {"column": "Day"}},
            'when: there is no formats (expected texts, like formats = ["',
        ),
        ({"when": {**WHEN, "formats": ["%d/%q"]}}, "formats '%d/%q' can't be read: %q is unknown"),
        ({"when": {**WHEN, "within": "Q1"}}, "expected an EDTF interval"),
        ({"when": {**WHEN, "undated": True}}, "when: undated rows have no days"),
        (
            {"when": {**WHEN, "months": ["Ene"]}},
            "when: months are 1 (expected the names of the twelve",
        ),
        ({"participants": []}, "map.toml: there are no participants"),
        ({"participants": [{}]}, "participants 1: there is no name"),
        ({"participants": [WHO, {**WHO, "kind": "firm"}]}, "participants 2: kind 'firm'"),
        ({"participants": [{**WHO, "humans": "("}]}, "humans '(' can't be read: missing )"),
        ({"participants": [{**WHO, "split": 3}]}, "participants 1: split is 3"),
        (
            {"participants": [{**WHO, "required": "no"}]},
            "required is 'no' (expected true or false)",
        ),
        ({"participants": "Who"}, "participants is 'Who' (expected tables, like [[participants]])"),
        ({"participants": [{**WHO, "office": {"title": "T", "country": "xx"}}]}, "country 'xx'"),
        (
            {"participants": [{**WHO, "office": {"title": "T", "unbroken_days": -1}}]},
            "unbroken_days is -1 (expected a whole number from 0)",
        ),
        ({"skip": [{"column": "What"}]}, "skip 1: what the cell is like isn't said"),
        (
            {"keep": [{"column": "A", "matches": "x", "empty": True}]},
            "keep 1: what the cell is like",
        ),
        (
            {"event": {"mode": "in person"}},
            "event: mode 'in person' can't be read (expected one of",
        ),
        ({"event": {"mode": ""}}, "event: mode '' can't be read"),
        ({"event": {"mode": {"other": "phone"}}}, "event, mode: there is no column"),
        ({"event": {"setting": "bilateral|big"}}, "setting 'bilateral|big' can't be read"),
        (
            {"event": {"place": "london"}},
            "place 'london' can't be read (expected one of [[places]]",
        ),
        ({"event": {"new_places": {"kind": "town"}}}, "kind 'town' can't be read"),
        ({"known": [{"id": "x"}]}, "known 1: there is no name"),
        ({"places": [{"id": "x", "name": "X"}]}, "places 1: there is no kind"),
        (
            {"places": [{"id": "x", "name": "X", "kind": "city", "within": "y"}]},
            "map.toml: 'x' is within 'y' (expected one of [[places]]: x)",
        ),
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
        (b"id = ", "is not TOML: invalid value (at end of document)"),
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
