"""Who met whom is kept as the encounters tell it, by whatever wrote them."""

from __future__ import annotations

from hypothesis import given, settings

from summitry.model.changes import Act
from summitry.record.content import Content
from summitry.record.editing import change
from summitry.record.edits import Edit
from summitry.record.home import Home
from summitry.record.log import Log
from summitry.record.sql_record import build, load
from summitry.record.writer import merge
from tests.record.generated import FEW, WITHOUT_NUL
from tests.record.homes import NewHome
from tests.record.paired import told, written
from tests.records import SIGNED, content, encounter


@settings(FEW, max_examples=8)
@given(made=WITHOUT_NUL)
def test_a_record_that_was_built_or_merged_has_its_pairs(new_home: NewHome, made: Content) -> None:
    with new_home() as built, new_home() as merged:
        build(made, built)
        merge(merged, [made], new=content(), signed=SIGNED)
        assert written(built) == written(merged) == told(made)


def test_a_change_and_its_reversal_move_them(home: Home) -> None:
    met = encounter("a b", "2021-06-16", id="met")
    build(content(encounters=[met], people=["c"]), home)
    for after in (
        encounter("a b c", "2021-06-16", id="met"),
        encounter("c b", "2021-06-17", id="met"),
        None,
    ):
        edit = Edit(table="encounters", before=met, after=after)
        number = change(home, [edit], act=Act.AMEND, signed=SIGNED)
        assert written(home) == told(load(home))
        Log(home).undo(number, SIGNED)
        assert written(home) == told(load(home)) == {("a", "b", 737_957, "met")}
