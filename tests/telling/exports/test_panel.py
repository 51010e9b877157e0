from __future__ import annotations

import csv
import io
import json
import re
import sys
from pathlib import Path
from typing import Final
from unittest import mock

import frictionless
import pandas as pd
import pyarrow.parquet as pq
import pytest

from summitry.model.bounds import Tally
from summitry.model.problems import InputError
from summitry.telling.basis import Basis
from summitry.telling.exports.panel import (
    PairYear,
    Panel,
    Side,
    codebook,
    columns,
    measures,
    panel_csv,
    values,
)
from summitry.telling.exports.parquet import panel_parquet

LONGEST_NAME: Final = 32
"""Stata's limit for the name of a variable."""

US: Final = Side(id="us-president", name="President, United States", kind="office", country="US")
NOWHERE: Final = Side(id="someone", name='Some "One"', kind="person")


def panel(*tallies: Tally | None) -> Panel:
    """A row a tally, which all measures have."""
    return Panel(
        record="test",
        basis=Basis(title="A test", version="1", digest="0f", events=0),
        rows=tuple(
            PairYear(a=US, b=NOWHERE, year=year, tallies={m.name: tally for m in measures()})
            for year, tally in enumerate(tallies, 2000)
        ),
    )


SMALL: Final = panel(Tally(0, 0), Tally(0, None), Tally(2, 3), Tally(4, 4), None)


def test_names_of_columns_are_names_of_variables_everywhere() -> None:
    names = [column.name for column in columns()]
    assert len(set(names)) == len(names)
    assert [n for n in names if not re.fullmatch("[a-z][a-z0-9_]*", n)] == []
    assert [name for name in names if len(name) > LONGEST_NAME] == []
    assert all(column.says for column in columns())


def test_a_zero_is_told_from_what_is_not_known() -> None:
    rows = [values(row) for row in SMALL.rows]
    bounds = [tuple(row[f"{of}_in_person"] for of in ("n", "lo", "hi")) for row in rows]
    assert bounds == [(0, 0, 0), (None, 0, None), (None, 2, 3), (4, 4, 4), (None, None, None)]
    assert [row["complete_in_person"] for row in rows] == [1, 0, 1, 1, None]


def test_sides_have_the_codes_that_scholars_use() -> None:
    (row, *_) = map(values, SMALL.rows)
    assert (row["a_iso2"], row["a_iso3"], row["a_cow"]) == ("US", "USA", 2)
    assert (row["b_iso2"], row["b_iso3"], row["b_cow"]) == (None, None, None)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "panel.csv").write_text(panel_csv(SMALL), "utf-8")
    (tmp_path / "panel.datapackage.json").write_text(codebook(SMALL, "panel.csv"), "utf-8")
    (tmp_path / "panel.parquet").write_bytes(panel_parquet(SMALL))
    return tmp_path


def test_frictionless_finds_the_panel_as_its_codebook_says(folder: Path) -> None:
    report = frictionless.validate(str(folder / "panel.datapackage.json"))
    assert report.valid, report.flatten(["message"])
    described = json.loads((folder / "panel.datapackage.json").read_text("utf-8"))
    fields = described["resources"][0]["schema"]["fields"]
    assert {f["name"]: f["description"] for f in fields} == {c.name: c.says for c in columns()}


def test_pandas_reads_the_same_from_both_files(folder: Path) -> None:
    from_csv = pd.read_csv(folder / "panel.csv").convert_dtypes()
    from_parquet = pd.read_parquet(folder / "panel.parquet").convert_dtypes()
    pd.testing.assert_frame_equal(from_csv, from_parquet, check_dtype=False)
    assert from_csv["n_phone"].tolist() == [0, pd.NA, pd.NA, 4, pd.NA]
    assert from_csv["b_name"].unique().tolist() == ['Some "One"']


def test_a_panel_goes_to_stata_and_back(folder: Path) -> None:
    frame = pd.read_csv(folder / "panel.csv").drop(columns=["b_iso2", "b_iso3", "b_cow"])
    frame.to_stata(folder / "panel.dta", write_index=False, version=118)
    back = pd.read_stata(folder / "panel.dta")
    assert back.columns.tolist() == frame.columns.tolist()
    assert back["hi_in_person"].isna().tolist() == [False, True, False, False, True]


def test_parquet_says_what_each_column_means(folder: Path) -> None:
    schema = pq.read_schema(folder / "panel.parquet")
    assert {f.name: f.metadata[b"description"].decode() for f in schema} == {
        column.name: column.says for column in columns()
    }
    assert schema.metadata[b"version"] == b"1"


def test_without_the_parquet_library_the_refusal_says_how_to_get_it() -> None:
    with (
        mock.patch.dict(sys.modules, {"pyarrow": None}),
        pytest.raises(InputError, match=r"pip install 'summitry\[parquet\]'"),
    ):
        panel_parquet(SMALL)


def test_a_panel_without_rows_has_its_columns(folder: Path) -> None:
    reader = csv.DictReader(io.StringIO(panel_csv(panel())))
    assert list(reader.fieldnames or ()) == [column.name for column in columns()]
    (folder / "none.parquet").write_bytes(panel_parquet(panel()))
    assert pq.read_table(folder / "none.parquet").num_rows == 0
