"""The table of counting rules: each says something, and something of its own."""

from __future__ import annotations

import tomllib
from dataclasses import fields, replace
from importlib.resources import files

import pytest

from summitry.model.claims import EVERY_ENCOUNTER
from summitry.model.events import EventKind, Mode, Setting, VisitKind
from summitry.model.rules import CountingRule, Standing, Unit, counting_rules

TABLE = tomllib.loads(files("summitry.model").joinpath("rules.toml").read_text("utf-8"))
RULES = tuple(counting_rules().values())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_is_its_row(rule: CountingRule) -> None:
    row = TABLE[rule.id]
    assert row.keys() <= {field.name for field in fields(CountingRule)} - {"id"}
    assert rule.says == row.get("says", "")
    assert any(rule.is_meant_for(kind) for kind in EventKind)
    assert rule.says_of_visits == row.get("says_of_visits", "")
    assert rule.unit is Unit(row.get("unit", Unit.EVENT))
    assert rule.standing is Standing(row.get("standing", Standing.ANY))
    assert rule.settings == {Setting(setting) for setting in row.get("settings", [])}
    assert rule.modes == {Mode(mode) for mode in row.get("modes", [])}
    assert rule.visit_kinds == {VisitKind(kind) for kind in row.get("visit_kinds", [])}


def test_the_rules_stand_in_the_order_of_the_table() -> None:
    assert list(counting_rules()) == list(TABLE)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_says_finishes_a_sentence(rule: CountingRule) -> None:
    for kind in EventKind:
        words = rule.says_of(kind)
        assert words == words.strip()
        assert words[0].islower()
        assert not words.endswith((".", ",", ";", ":"))
        assert ";" not in words  # joins the rules that a claim admits


def test_no_two_rules_count_alike() -> None:
    assert len({replace(rule, id="", says="", says_of_visits="") for rule in RULES}) == len(RULES)
    says = [words for rule in RULES for words in (rule.says, rule.says_of_visits) if words]
    assert len(set(says)) == len(says)


def test_the_rule_that_claims_admit_by_themselves_lets_everything_in() -> None:
    assert [counting_rules()[name] for name in EVERY_ENCOUNTER] == [
        CountingRule(
            id="every-encounter",
            says="every encounter, group sessions included",
            says_of_visits="every visit",
        )
    ]
