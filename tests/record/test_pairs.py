"""Who met whom is kept as the encounters tell it, by whatever wrote them."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings

from summitry.model.changes import Act
from summitry.record.content import Content
from summitry.record.editing import change
from summitry.record.edits import Edit
from summitry.record.log import Log
from summitry.record.sql_record import build, load
from summitry.record.writer import merge
from tests.record.generated import FEW, contents
from tests.record.paired import told, written
from tests.records import SIGNED, content, encounter


@settings(FEW, max_examples=8)
@given(contents())
def test_a_record_that_was_built_or_merged_has_its_pairs(made: Content) -> None:
    with TemporaryDirectory() as name:
        built, merged = Path(name) / "built.sqlite", Path(name) / "merged.sqlite"
        build(made, built)
        merge(merged, [made], new=content(), signed=SIGNED)
        assert written(built) == written(merged) == told(made)


def test_a_change_and_its_reversal_move_them(tmp_path: Path) -> None:
    path = tmp_path / "record.sqlite"
    met = encounter("a b", "2021-06-16", id="met")
    build(content(encounters=[met], people=["c"]), path)
    for after in (
        encounter("a b c", "2021-06-16", id="met"),
        encounter("c b", "2021-06-17", id="met"),
        None,
    ):
        edit = Edit(table="encounters", before=met, after=after)
        number = change(path, [edit], act=Act.AMEND, signed=SIGNED)
        assert written(path) == told(load(path))
        Log(path).undo(number, SIGNED)
        assert written(path) == told(load(path)) == {("a", "b", 737_957, "met")}
