"""How a counting rule narrows what is asked."""

from __future__ import annotations

from typing import Final

from summitry.model.bounds import Bounds
from summitry.model.claims import HowMany
from summitry.model.events import Mode, Setting, VisitKind
from summitry.model.rules import CountingRule, Standing
from summitry.model.selection import Selection
from tests.reckoning.cases import OPEN, REFUTED, SUPPORTED, Case, Parts, check, each, met, went
from tests.records import covers, encounter, office, record, tenure, visit

MET: Final = (
    encounter("ann bob", "2003-05-01", id="apart", setting="pull-aside"),
    encounter("ann bob", "2006-05-01", id="talk", setting="sidelines"),
    encounter("ann bob", "2010-05-01", id="call", mode="phone"),
    encounter("ann bob", "2014-05-01", id="group", setting="multilateral"),
)
RECORD: Final = record(
    offices=[
        office("us-president"),
        office("ru-prime-minister"),
        office("us-senator", leads=False),
    ],
    tenures=[
        tenure("ann", "us-senator", "2001-01-01/2004-12-31"),
        tenure("ann", "us-president", "2005-01-01/2012-12-31"),
        tenure("bob", "ru-prime-minister", "2001-01-01/2008-12-31"),
        tenure("bob", "ru-president", "2009-01-01/2012-12-31"),
    ],
    encounters=MET,
    visits=[
        visit("ann", "ru", "2003-05-01", id="as-senator"),
        visit("ann", "ru", "2010-05-01", id="as-president"),
    ],
    coverage=[
        covers("person:ann"),
        covers("person:ann", kind="visit"),
        covers("person:ann", kind="tenure"),
        covers("person:bob", kind="tenure"),
        covers("person:cat", kind="tenure"),
    ],
)


def counted(chosen: Selection, found: str, **rule: Parts) -> Case:
    """These events are counted by a rule."""
    ids = found.split()
    return Case(
        record=RECORD,
        claim=HowMany(selection=chosen, number=Bounds.exactly(len(ids))),
        rules=(CountingRule(id="rule", says="", **rule),),
        verdict=SUPPORTED,
        counts=f"rule {len(ids)} supported",
        evidence=", ".join(
            [f"counts {id}" for id in ids] + [f"context {c}" for c in _covers(chosen)]
        ),
    )


def _covers(chosen: Selection) -> list[str]:
    return [c.id for c in RECORD.coverage() if c.kind.value == chosen.kind.value]


TALKS: Final = {"settings": frozenset({Setting.SIDELINES, Setting.BILATERAL})}
FORMAL: Final = frozenset({VisitKind.OFFICIAL, VisitKind.STATE})
CALLS: Final = {"modes": frozenset({Mode.PHONE})}
RULES: Final = {
    "nothing narrows": counted(met(), "apart talk call group"),
    "settings": counted(met(), "talk call", **TALKS),
    "settings, and other settings asked": counted(met(settings="multilateral"), "", **TALKS),
    "settings, and some asked": counted(met(settings="multilateral|sidelines"), "talk", **TALKS),
    "modes": counted(met(), "call", **CALLS),
    "modes, and others asked": counted(met(modes="in-person"), "", **CALLS),
    "visits know no settings and modes": counted(
        went(), "as-senator as-president", **TALKS, **CALLS
    ),
    "kinds of visit": counted(went(), "as-senator as-president", visit_kinds=FORMAL),
    "kinds of visit, and some asked": counted(
        went(visit_kinds="official|private"), "as-senator as-president", visit_kinds=FORMAL
    ),
    "kinds of visit, and others asked": counted(
        went(visit_kinds="private"), "", visit_kinds=FORMAL
    ),
    "other kinds of visit": counted(went(), "", visit_kinds=frozenset({VisitKind.TRANSIT})),
    "encounters know no kinds of visit": counted(
        met(), "apart talk call group", visit_kinds=frozenset({VisitKind.TRANSIT})
    ),
    "any standing": counted(met(), "apart talk call group", standing=Standing.ANY),
    "in some office": counted(met(), "apart talk call", standing=Standing.IN_OFFICE),
    "leading": counted(met(), "talk call", standing=Standing.LEADING),
    "titled president": counted(met(), "call", standing=Standing.PRESIDENT),
    "the visitor in standing": counted(went(), "as-president", standing=Standing.LEADING),
    "one who is not named, in standing": counted(
        met("ann", ""), "call", standing=Standing.PRESIDENT
    ),
    "a capacity of one's own": counted(
        met("ann", "bob@ru-prime-minister"), "talk", standing=Standing.PRESIDENT
    ),
    "a holder has a capacity": counted(
        met("ann@us-senator", "@ru-prime-minister"), "apart", standing=Standing.PRESIDENT
    ),
    "in office takes the standing": counted(
        met("ann@", "bob@"), "call", standing=Standing.PRESIDENT
    ),
    "in office under any standing": counted(met("ann@", "bob@"), "apart talk call"),
    "in office of one": counted(met("ann@", "bob"), "apart talk call"),
}

HOSTED: Final = Case(
    record=record(
        encounters=[encounter("ann bob", "2003-05-01", id="m", host="ann")],
        tenures=[tenure("bob", "ru-president", "2001-01-01/2009-01-01")],
        coverage=[covers("person:ann", kind="tenure"), covers("office:ru-president")],
    ),
    claim=HowMany(selection=met("@ru-president", "", host="ann"), number=Bounds.exactly(1)),
    rules=(CountingRule(id="rule", says="", standing=Standing.PRESIDENT),),
    verdict=REFUTED,
    correction="count 0",
)
HOSTS: Final = {
    "the other party is not in standing": HOSTED,
    "the host need not be": Case(
        record=record(
            encounters=[encounter("ann bob cat", "2003-05-01", id="m", host="ann")],
            tenures=[
                tenure("bob", "ru-president", "2001-01-01/2009-01-01"),
                tenure("cat", "us-president", "2001-01-01/2009-01-01"),
            ],
            coverage=[covers("person:ann", kind="tenure")],
        ),
        claim=HowMany(selection=met("bob", "cat", host="ann"), number=Bounds(1, None)),
        rules=(CountingRule(id="rule", says="", standing=Standing.PRESIDENT),),
        verdict=SUPPORTED,
        evidence="counts m",
    ),
    "standing not known": Case(
        record=record(
            encounters=[encounter("ann bob", "2003-05-01", id="m")], offices=["us-president"]
        ),
        claim=HowMany(selection=met(), number=Bounds(1, None)),
        rules=(CountingRule(id="rule", says="", standing=Standing.PRESIDENT),),
        verdict=OPEN,
        evidence="may-count m",
        gaps="capacity m, coverage",
    ),
}


@each(RULES)
def test_a_rule_narrows_what_is_counted(case: Case) -> None:
    check(case)


@each(HOSTS)
def test_standing_binds_the_parties_and_not_the_host(case: Case) -> None:
    check(case)
