"""What is typed into a form is read as it is meant, and two who type at once lose nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summitry.desk.adding import NewEncounter
from summitry.desk.typed import TOLD, merge, read, values_of
from summitry.record.memory import MemoryRecord
from tests.desk.proposed import RECORD
from tests.records import SIGNED, day

NAMES = MemoryRecord(RECORD).names()
TODAY = SIGNED.made.date()
texts = st.lists(st.sampled_from(["a", "b", "c", " a ", ""]), max_size=2).map(tuple)
forms = st.fixed_dictionaries(dict.fromkeys(TOLD, texts))


def said(values: tuple[str, ...]) -> set[str]:
    return {text.strip() for text in values} - {""}


def test_a_form_as_it_is_shown_tells_the_encounter() -> None:
    (met,) = MemoryRecord(RECORD).content.encounters
    values = values_of(met, NAMES)
    assert values["people"] == ("Angela Merkel", "Barack Obama")
    told = read(values, NAMES, today=TODAY, id="met", citing=False)
    assert told.faults == {}
    assert told.cited is None
    assert told.event == NewEncounter(
        id="met", people=("Angela Merkel", "Barack Obama"), when=met.when, place="Elmau"
    )


def test_a_source_is_read_with_the_day_on_which_it_was_seen() -> None:
    typed = {"source": ("pool-report",), "seen_on": ("2026-11-01",), "quote": ("They", "met")}
    told = read({**_met(), **typed}, NAMES, today=TODAY, citing=True)
    assert told.cited is not None
    assert (told.cited.seen, told.cited.quote) == (day("2026-11-01"), "They met")
    assert set(read({**_met(), "quote": ("x",)}, NAMES, today=TODAY, citing=False).faults) == {
        "source"
    }


def test_every_fault_is_said_of_its_field() -> None:
    wrong = dict.fromkeys((*TOLD, "published", "seen_on", "source_kind"), ("?",))
    told = read(wrong | {"new_place": ("x",)}, NAMES, today=TODAY, citing=True)
    assert told.event is None
    assert set(told.faults) == {*wrong, "new_place", "source"} - {"note"}
    assert all("expected" in fault or "mean" in fault for fault in told.faults.values())


def _met() -> dict[str, tuple[str, ...]]:
    return {"people": ("Barack Obama", "David Cameron"), "when": ("2015-06-08",)}


@given(forms, forms, forms)
def test_nothing_that_either_typed_is_lost(
    typed: dict[str, tuple[str, ...]],
    seen: dict[str, tuple[str, ...]],
    since: dict[str, tuple[str, ...]],
) -> None:
    merged = merge(typed, seen, since)
    for field in TOLD:
        mine, before, theirs = (said(one[field]) for one in (typed, seen, since))
        held = said(merged.values[field])
        if mine != before:
            assert held == mine
        else:
            assert held == theirs
        told = field in merged.taken or field in merged.clashing
        assert told is (theirs not in (before, mine))
        if theirs not in (before, mine) and mine != before:
            assert said(merged.clashing[field]) == theirs
