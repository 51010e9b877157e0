from __future__ import annotations

from collections import Counter

import pytest

from summitry.model.edtf import parse
from summitry.telling.pictures.look import Look
from summitry.telling.pictures.topics import MOST_TOPICS, talks_of, topics, years_of
from tests.telling.pictures.drawn import PAIRS, bundled, marks, met, small, texts

ARMS = frozenset({"arms"})
BOTH = frozenset({"arms", "syria"})
SHOWN = small(
    met("a", "2012-06-01", topics=BOTH),
    met("b", "2012-07-01", topics=ARMS),
    met("c", "2012-08-01"),
    met("d", "2014-06-01"),
    met("e", parse("[2015-12-31,2016-01-01]"), topics=ARMS),
    contacts=(met("f", "2016-06-01", "", "phone", topics=ARMS),),
)


def test_a_topic_is_drawn_in_each_year_in_which_it_surely_was_talked_about() -> None:
    rows = [(r["topic"], r["year"], r["encounters"]) for r in marks(topics(SHOWN, Look()), "topic")]
    assert rows == [("arms control", 2012, 2), ("arms control", 2016, 1), ("Syria", 2012, 1)]


def test_bars_tell_encounters_of_which_no_topic_is_known_from_those_with_one() -> None:
    rows = marks(topics(SHOWN, Look()), "topic on record")
    found = {(row["year"], row["topic on record"]): row["encounters"] for row in rows}
    assert found == {(2012, True): 2, (2012, False): 1, (2014, False): 1, (2016, True): 1}


def test_what_is_not_drawn_is_said() -> None:
    said = texts(topics(SHOWN, Look()))
    assert "1 encounter of no certain year is not drawn." in said
    assert "The record has known topics alone: others may have been talked about." in said


@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
def test_every_topic_of_a_bundled_pair_is_drawn_or_named_below(pair: tuple[str, str]) -> None:
    shown = bundled(*pair)
    picture = topics(shown, Look())
    dated = [e for e in shown.encounters() if e.when.start.possible.only is not None]
    often = Counter(shown.names.topics[topic].name for e in dated for topic in e.topics)
    talks = {talk.name: talk.number for talk in talks_of(shown)}
    assert all(talks[name] >= number for name, number in often.items())
    drawn: Counter[str] = Counter()
    for row in marks(picture, "topic"):
        drawn[row["topic"]] += row["encounters"]
    assert len(drawn) == min(MOST_TOPICS, len(talks))
    below = " ".join(texts(picture))
    for name, number in talks.items():
        assert drawn.get(name) == number or f"{name} ({number})" in below


@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
def test_every_encounter_of_a_known_year_is_in_a_bar(pair: tuple[str, str]) -> None:
    shown = bundled(*pair)
    years = years_of(shown)
    assert sum(years.every.values()) + years.undated == len(shown.encounters())
    rows = marks(topics(shown, Look()), "topic on record")
    bars: Counter[int] = Counter()
    for row in rows:
        bars[row["year"]] += row["encounters"]
    assert bars == Counter(years.every)
