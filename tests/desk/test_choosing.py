from __future__ import annotations

import pytest

from summitry.desk.choosing import best, is_overruled, widest
from summitry.model.bounds import Tally
from summitry.model.findings import Count, Verdict
from summitry.model.rules import counting_rules

RULES = counting_rules()


def counts(
    tallies: dict[str, tuple[int, int | None]], verdict: Verdict = Verdict.SUPPORTED
) -> list[Count]:
    """``{"talks": (3, 5)}``: the rule gives three to five; None is no upper bound."""
    return [Count(RULES[rule], Tally(*tally), verdict) for rule, tally in tallies.items()]


@pytest.mark.parametrize(
    ("tallies", "chosen"),
    [
        ({"talks": (3, 3), "every-encounter": (5, 5)}, "talks"),
        ({"talks": (3, None), "every-encounter": (5, 5)}, "every-encounter"),
        ({"talks": (3, 4), "every-encounter": (5, 5)}, "talks"),
        ({"talks": (3, None), "every-encounter": (5, None)}, "talks"),
        ({"talks": (0, 0), "every-encounter": (5, 5)}, "every-encounter"),
        ({"talks": (0, 2), "every-encounter": (5, None)}, "every-encounter"),
        ({"talks": (0, 0), "every-encounter": (0, 0)}, "every-encounter"),
        ({"talks": (0, 0), "every-encounter-as-leaders": (0, 0)}, "every-encounter-as-leaders"),
        ({"every-encounter-as-presidents": (0, 0), "every-encounter-in-office": (0, 0)},
         "every-encounter-in-office"),
        ({"every-encounter-as-leaders": (0, 0), "every-encounter": (0, None)},
         "every-encounter-as-leaders"),
        ({"talks": (0, None), "every-encounter": (0, None)}, None),
        ({}, None),
    ],
)  # fmt: skip
def test_some_that_is_bounded_is_best_and_none_is_said_by_the_widest(
    tallies: dict[str, tuple[int, int | None]], chosen: str | None
) -> None:
    found = best(counts(tallies))
    assert (None if found is None else found.rule.id) == chosen


def test_the_widest_lets_in_every_setting_before_every_standing() -> None:
    found = widest(
        counts({"apart-in-any-capacity": (0, 0), "every-encounter-as-presidents": (0, 0)})
    )
    assert found.rule.id == "every-encounter-as-presidents"


@pytest.mark.parametrize(
    ("rule", "refuting", "overruled"),
    [
        ("every-encounter-in-office", "every-encounter", True),
        ("stays-of-purpose-as-leaders", "every-encounter", True),
        ("every-encounter", "every-encounter-in-office", False),
        ("apart-in-any-capacity", "every-encounter", False),
    ],
)
def test_a_rule_of_wider_standing_overrules(rule: str, refuting: str, *, overruled: bool) -> None:
    refuted = counts({refuting: (1, 1)}, Verdict.REFUTED)
    assert is_overruled(RULES[rule], refuted) is overruled
    known = [Count(one.rule, one.tally, Verdict.SUPPORTED) for one in refuted]
    assert is_overruled(RULES[rule], known) is False
