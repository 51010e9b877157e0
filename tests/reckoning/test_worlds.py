"""The oracle itself, held to small records whose verdicts a reader of docs/meaning.md can see."""

from __future__ import annotations

from datetime import date
from itertools import islice
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summitry.model.bounds import Bounds
from summitry.model.claims import (
    Anchor,
    Aspect,
    Claim,
    ClaimKind,
    Detail,
    EachOf,
    Elected,
    FirstSince,
    Held,
    HowMany,
    Lasted,
    NoneBut,
    NoneSince,
    NthOf,
    Roster,
    SinceDays,
    SinceEvent,
    SinceLandmark,
    SinceTenure,
    SoMany,
    SomeDay,
    Spell,
    Throughout,
    TimeInOffice,
    TookPlace,
    WasAbout,
    WasAt,
    WasHostedBy,
    WasPartOf,
    WasPartOfSeries,
    WasSetting,
    WasWithin,
    WhichOne,
    Who,
)
from summitry.model.coverage import Coverage, Covered
from summitry.model.days import Days
from summitry.model.events import EventKind, Mode, Setting, Status, VisitKind
from summitry.model.findings import Verdict
from summitry.model.people import Person, Tenure
from summitry.model.rules import counting_rules
from summitry.model.selection import IN_OFFICE, Capacity, Holder, Selection, Someone
from summitry.model.when import Window
from summitry.reckoning import evaluate
from tests.reckoning.history import Happening
from tests.reckoning.shorthand import (
    Parts,
    covers,
    days,
    from_to,
    meetings,
    met,
    on,
    record,
    term,
    visits,
    went,
    window,
)
from tests.reckoning.small_claims import KINDS, cases
from tests.reckoning.small_records import SmallRecord, a_when
from tests.reckoning.worlds import ORDERS, in_order, verdict_by_worlds, worlds

AS_OF: Final = date(2001, 1, 10)

SUPPORTED: Final = Verdict.SUPPORTED
REFUTED: Final = Verdict.REFUTED
CONFLICTING: Final = Verdict.CONFLICTING_EVIDENCE
UNKNOWN: Final = Verdict.NOT_ENOUGH_EVIDENCE


def took_place(**parts: Parts) -> Claim:
    return TookPlace(selection=meetings(**parts))


def so_many(number: int, chosen: Selection | None = None, *rules: str) -> Claim:
    return HowMany(
        selection=chosen or meetings(),
        number=Bounds.exactly(number),
        rules=rules or ("every-encounter",),
    )


def had(aspect: Aspect) -> Claim:
    return Detail(selection=meetings(), aspect=aspect)


def was(time: TimeInOffice, person: str = "ann", *, acting: bool | None = None) -> Claim:
    return Held(person=person, office="president", time=time, acting=acting)


def presidents(roster: Roster, *rules: str) -> Claim:
    """Which presidents visited country xx."""
    among = Holder("president")
    return Who(
        among=among,
        selection=visits(who=among, place="xx"),
        roster=roster,
        rules=rules or ("every-encounter-as-presidents",),
    )


ANN: Final = Someone("ann")
PRESIDENT: Final = Holder("president")
ENCOUNTERS: Final = covers(Covered.ENCOUNTER, ANN)
VISITS: Final = covers(Covered.VISIT, ANN)
TENURES: Final = covers(Covered.TENURE, PRESIDENT)
CALLS: Final = covers(Covered.ENCOUNTER, ANN, mode=Mode.PHONE)
GAP: Final = covers(
    Covered.ENCOUNTER, Someone("bob"), when=from_to(days(3), days(4)), complete=False
)
EVERY: Final = (ENCOUNTERS, VISITS, TENURES)
IN_PERSON: Final = frozenset({Mode.IN_PERSON})
BOTH_LEAD: Final = (term("ann", "president", 1, 9), term("bob", "president", 1, 9))
DEAD_BY_5: Final = (Person(id="ann", name="ann", family_name="ann", died=a_when(days(5))),)
AS_PRESIDENT: Final = Someone("ann", Capacity(frozenset({"president"})))
WITH_BOB_IN_OFFICE: Final = Someone("bob", IN_OFFICE)

EXISTENCE: Final = [
    ("nothing, and covered", record(ENCOUNTERS), took_place(), REFUTED),
    ("nothing, and not covered", record(), took_place(), UNKNOWN),
    ("nothing, and only calls covered", record(CALLS), took_place(modes=IN_PERSON), UNKNOWN),
    ("no call, and calls covered", record(CALLS), took_place(modes=frozenset({Mode.PHONE})),
     REFUTED),
    ("no visit, and encounters covered", record(ENCOUNTERS), TookPlace(selection=visits()),
     UNKNOWN),
    ("a known gap", record(ENCOUNTERS, GAP), took_place(), UNKNOWN),
    ("a known gap elsewhere", record(ENCOUNTERS, GAP), took_place(window=window(5, 9)), REFUTED),
    ("held", record(met(on(3))), took_place(), SUPPORTED),
    ("planned", record(met(on(3), status=Status.PLANNED), *EVERY), took_place(), REFUTED),
    ("disputed", record(met(on(3), status=Status.DISPUTED), *EVERY), took_place(), CONFLICTING),
    ("disputed, one of two", record(met(on(3), status=Status.DISPUTED), met(on(4))), took_place(),
     SUPPORTED),
    ("after the as-of day", record(met(on(11)), *EVERY), took_place(), REFUTED),
    ("within the window", record(met(on(3, 5))), took_place(window=window(3, 5)), SUPPORTED),
    ("partly in the window", record(met(on(3, 5)), *EVERY), took_place(window=window(4)), UNKNOWN),
    ("through the window", record(met(from_to(days(3), days(5)))), took_place(window=window(4)),
     SUPPORTED),
    ("through the window's days", record(met(from_to(days(1, 3), days(5, 7)))),
     took_place(window=window(4)), SUPPORTED),
    ("perhaps to the window's day", record(met(from_to(days(1, 3), days(5, 7))), *EVERY),
     took_place(window=window(6)), UNKNOWN),
    ("goes on after the as-of day", record(met(from_to(days(9), days(12))), *EVERY),
     took_place(window=window(11, 12)), REFUTED),
    ("a vague window", record(met(on(3)), *EVERY),
     took_place(window=Window(days(4, 5), days(3, 6))), UNKNOWN),
    ("a vague window, and its sure days", record(met(on(4))),
     took_place(window=Window(days(4, 5), days(3, 6))), SUPPORTED),
    ("no other person", record(met(on(3)), *EVERY), took_place(whom=Someone("cat")), REFUTED),
    ("any other person", record(met(on(3)), *EVERY), took_place(whom=None), SUPPORTED),
    ("an open setting", record(met(on(3), settings=frozenset()), *EVERY),
     took_place(settings=frozenset({Setting.BILATERAL})), UNKNOWN),
    ("one of the settings named", record(met(on(3), settings=frozenset(Setting))),
     took_place(settings=frozenset(Setting)), SUPPORTED),
    ("a bilateral of no occasion", record(met(on(3)), *EVERY), took_place(occasion="o1"), REFUTED),
    ("an open occasion", record(met(on(3), settings=frozenset()), *EVERY),
     took_place(occasion="o1"), UNKNOWN),
    ("an occasion of the series", record(met(on(3), occasion="o1")), took_place(series="g2"),
     SUPPORTED),
    ("an occasion of no series", record(met(on(3), occasion="o2"), *EVERY), took_place(series="g2"),
     REFUTED),
    ("a smaller place", record(met(on(3), place="hall")), took_place(place="xx"), SUPPORTED),
    ("a larger place", record(met(on(3), place="xx"), *EVERY), took_place(place="hall"), UNKNOWN),
    ("a place near by", record(met(on(3), place="hut")), took_place(place="city"), SUPPORTED),
    ("another place", record(met(on(3), place="yy"), *EVERY), took_place(place="xx"), REFUTED),
    ("no place", record(met(on(3)), *EVERY), took_place(place="xx"), UNKNOWN),
    ("a known topic", record(met(on(3), topics=frozenset({"arms"}))), took_place(topic="arms"),
     SUPPORTED),
    ("another topic", record(met(on(3), topics=frozenset({"arms"})), *EVERY),
     took_place(topic="trade"), UNKNOWN),
    ("a host unknown", record(met(on(3)), *EVERY), took_place(host=ANN), UNKNOWN),
    ("another host", record(met(on(3), host="bob"), *EVERY), took_place(host=ANN), REFUTED),
    ("no participant a host", record(met(on(3)), *EVERY), took_place(host=Someone("cat")), REFUTED),
    ("before death", record(met(on(3, 7)), *EVERY, people=DEAD_BY_5),
     took_place(window=window(6, 7)), REFUTED),
    ("a visit in the country", record(went(on(3))), TookPlace(selection=visits(place="xx")),
     SUPPORTED),
    ("a visit to a city, perhaps", record(went(on(3)), *EVERY),
     TookPlace(selection=visits(place="city")), UNKNOWN),
]  # fmt: skip


def visited(place: str, **parts: Parts) -> Claim:
    return TookPlace(selection=visits(place=place, **parts))


def visits_to(country: str) -> Coverage:
    return covers(Covered.VISIT, ANN, country=country)


def visits_of(*kinds: VisitKind) -> Coverage:
    return covers(Covered.VISIT, ANN, visit_kinds=frozenset(kinds))


# Of small_records: Old Zembla (oo) was there up to the fourth or fifth day, Zembla (zz) with its
# port from the fifth day on, and the town of Ys (yy) was a part of Old Zembla.
STATES: Final = [
    ("in the state of the time", record(met(on(3), place="port")), took_place(place="oo"),
     SUPPORTED),
    ("before it was a state", record(met(on(3), place="port"), *EVERY), took_place(place="zz"),
     UNKNOWN),
    ("in the city, whatever the state", record(met(on(3), place="port")), took_place(place="port"),
     SUPPORTED),
    ("in a state that was no more", record(met(on(6), place="port"), *EVERY),
     took_place(place="oo"), REFUTED),
    ("perhaps on its last day", record(met(on(5), place="port"), *EVERY), took_place(place="oo"),
     UNKNOWN),
    ("on the first day of a state", record(met(on(5), place="port")), took_place(place="zz"),
     SUPPORTED),
    ("over the end of one", record(met(from_to(days(4), days(6)), place="port")),
     took_place(place="oo"), SUPPORTED),
    ("over the start of one", record(met(from_to(days(4), days(6)), place="port")),
     took_place(place="zz"), SUPPORTED),
    ("on one side or the other", record(met(on(4, 6), place="port"), *EVERY),
     took_place(place="oo"), UNKNOWN),
    ("nowhere known, and no such state", record(met(on(6)), *EVERY), took_place(place="oo"),
     REFUTED),
    ("nowhere known", record(met(on(3)), *EVERY), took_place(place="oo"), UNKNOWN),
    ("a town in the state of the time", record(met(on(3), place="town")), took_place(place="oo"),
     SUPPORTED),
    ("a town in the state that it fell to", record(met(on(3), place="town"), *EVERY),
     took_place(place="yy"), UNKNOWN),
    ("a town that had fallen to it", record(met(on(6), place="town")), took_place(place="yy"),
     SUPPORTED),
    ("a visit to the former state", record(went(on(3), "oo")), visited("oo"), SUPPORTED),
    ("a visit to the former state, at its port", record(went(on(3), "oo", place="port")),
     visited("port"), SUPPORTED),
    ("a visit to it, perhaps to a part", record(went(on(3), "oo"), *EVERY), visited("zz"), UNKNOWN),
    ("a visit to it, not to another state", record(went(on(3), "oo"), *EVERY), visited("xx"),
     REFUTED),
    ("a visit to it, whatever the days say", record(went(on(4, 6), "oo")), visited("oo"),
     SUPPORTED),
    ("one stay in a former state",
     record(met(on(2), place="port"), met(on(3), place="town"), *BOTH_LEAD, ENCOUNTERS),
     so_many(1, None, "one-a-stay"), SUPPORTED),
    ("two in what was one",
     record(met(on(6), place="port"), met(on(7), place="town"), *BOTH_LEAD, ENCOUNTERS),
     so_many(2, None, "one-a-stay"), SUPPORTED),
    ("visits to the former state covered", record(visits_to("oo")),
     visited("oo", window=window(1, 4)), REFUTED),
    ("covered, and its port asked", record(visits_to("oo")),
     visited("port", window=window(1, 4)), REFUTED),
    ("covered, and its port asked of later", record(visits_to("oo")),
     visited("port", window=window(1, 6)), UNKNOWN),
    ("visits to the later state covered", record(visits_to("zz")),
     visited("port", window=window(5, 9)), REFUTED),
    ("covered, and its port asked of before", record(visits_to("zz")),
     visited("port", window=window(4, 9)), UNKNOWN),
    ("both covered, but for a day between", record(visits_to("oo"), visits_to("zz")),
     visited("port", window=window(1, 9)), REFUTED),
    ("the former covered, the later asked of before", record(visits_to("oo")),
     visited("zz", window=window(1, 4)), REFUTED),
    ("covered, and what is recorded may count", record(went(on(3), "oo"), visits_to("oo")),
     visited("zz", window=window(1, 4)), UNKNOWN),
    ("the later covered, the former asked", record(visits_to("zz")), visited("oo"), UNKNOWN),
]  # fmt: skip

STATE: Final = VisitKind.STATE
PRIVATE: Final = VisitKind.PRIVATE

VISIT_KINDS: Final = [
    ("covered for the kind", record(visits_of(STATE)),
     visited("xx", visit_kinds=frozenset({STATE})), REFUTED),
    ("covered for one of two kinds", record(visits_of(STATE)),
     visited("xx", visit_kinds=frozenset({STATE, PRIVATE})), UNKNOWN),
    ("covered for each of two kinds", record(visits_of(STATE), visits_of(PRIVATE)),
     visited("xx", visit_kinds=frozenset({STATE, PRIVATE})), REFUTED),
    ("covered for a kind, any asked", record(visits_of(STATE)), visited("xx"), UNKNOWN),
    ("a known gap of another kind",
     record(VISITS, covers(Covered.VISIT, ANN, complete=False,
                           visit_kinds=frozenset({PRIVATE}))),
     visited("xx", visit_kinds=frozenset({STATE})), REFUTED),
    ("a known gap of the kind",
     record(VISITS, covers(Covered.VISIT, ANN, complete=False,
                           visit_kinds=frozenset({PRIVATE}))), visited("xx"), UNKNOWN),
]  # fmt: skip

CAPACITY: Final = [
    ("in the capacity", record(met(on(3)), *BOTH_LEAD), took_place(who=AS_PRESIDENT), SUPPORTED),
    ("out of it by then", record(met(on(10)), *BOTH_LEAD, *EVERY), took_place(who=AS_PRESIDENT),
     REFUTED),
    ("on its last day", record(met(from_to(days(9), days(10))), *BOTH_LEAD),
     took_place(who=AS_PRESIDENT), SUPPORTED),
    ("tenures not covered", record(met(on(10)), *BOTH_LEAD, ENCOUNTERS),
     took_place(who=AS_PRESIDENT), UNKNOWN),
    ("her tenures covered", record(met(on(10)), ENCOUNTERS, covers(Covered.TENURE, ANN)),
     took_place(who=AS_PRESIDENT), REFUTED),
    ("whoever held it", record(met(on(3)), *BOTH_LEAD), took_place(who=PRESIDENT, whom=ANN),
     SUPPORTED),
    ("nobody meets themselves", record(met(on(3)), BOTH_LEAD[0], *EVERY),
     took_place(who=PRESIDENT, whom=ANN), REFUTED),
    ("covered while in office", record(*BOTH_LEAD, TENURES, covers(Covered.ENCOUNTER, PRESIDENT)),
     took_place(window=window(3, 5)), REFUTED),
    ("not covered once out of it",
     record(*BOTH_LEAD, TENURES, covers(Covered.ENCOUNTER, PRESIDENT)),
     took_place(window=window(9, 10)), UNKNOWN),
]  # fmt: skip

COUNTS: Final = [
    ("all covered", record(met(on(3)), met(on(5)), ENCOUNTERS), so_many(2), SUPPORTED),
    ("too few", record(met(on(3)), met(on(5)), ENCOUNTERS), so_many(3), REFUTED),
    ("too many already", record(met(on(3)), met(on(5))), so_many(1), REFUTED),
    ("perhaps more", record(met(on(3)), met(on(5))), so_many(2), UNKNOWN),
    ("one disputed", record(met(on(3)), met(on(5), status=Status.DISPUTED), ENCOUNTERS), so_many(2),
     CONFLICTING),
    ("two on one day", record(met(on(3)), met(on(3), sequence=2), *BOTH_LEAD, ENCOUNTERS),
     so_many(1, None, "one-a-day"), SUPPORTED),
    ("two on one day, each", record(met(on(3)), met(on(3), sequence=2), ENCOUNTERS), so_many(2),
     SUPPORTED),
    ("one stay", record(met(on(3), place="xx"), met(on(5), place="city"), *BOTH_LEAD, ENCOUNTERS),
     so_many(1, None, "one-a-stay"), SUPPORTED),
    ("two stays", record(met(on(3), place="xx"), met(on(6), place="city"), *BOTH_LEAD, ENCOUNTERS),
     so_many(2, None, "one-a-stay"), SUPPORTED),
    ("a stay linked by others",
     record(*(met(on(n), place="xx") for n in (3, 5, 7)), *BOTH_LEAD, ENCOUNTERS),
     so_many(1, None, "one-a-stay"), SUPPORTED),
    ("two countries",
     record(met(on(3), place="xx"), met(on(4), place="yy"), *BOTH_LEAD, ENCOUNTERS),
     so_many(2, None, "one-a-stay"), SUPPORTED),
    ("one occasion",
     record(met(on(3), occasion="o1"), met(on(7), occasion="o1"), *BOTH_LEAD, ENCOUNTERS),
     so_many(1, None, "one-an-occasion"), SUPPORTED),
    ("no occasion, twice", record(met(on(3)), met(on(7)), *BOTH_LEAD, ENCOUNTERS),
     so_many(2, None, "one-an-occasion"), SUPPORTED),
    ("settings let in",
     record(met(on(3)), met(on(4), settings=frozenset({Setting.MULTILATERAL})), *BOTH_LEAD,
        ENCOUNTERS), so_many(1, None, "talks"), SUPPORTED),
    ("one of two rules",
     record(met(on(3)), met(on(4), settings=frozenset({Setting.MULTILATERAL})), *BOTH_LEAD,
        ENCOUNTERS), so_many(2, None, "talks", "every-encounter"), SUPPORTED),
    ("neither of two rules", record(met(on(3)), *BOTH_LEAD, ENCOUNTERS),
     so_many(2, None, "talks", "every-encounter"), REFUTED),
    ("standing of one party only",
     record(met(on(3)), BOTH_LEAD[0], *EVERY, covers(Covered.TENURE, Someone("bob"))),
     so_many(1, None, "every-encounter-as-leaders"), REFUTED),
    ("in office under a standing",
     record(met(on(3)), term("bob", "deputy", 1), *EVERY, covers(Covered.TENURE, Someone("bob"))),
     so_many(1, meetings(whom=WITH_BOB_IN_OFFICE), "every-encounter-as-leaders"), REFUTED),
    ("in office under any", record(met(on(3)), term("bob", "deputy", 1), ENCOUNTERS),
     so_many(1, meetings(whom=WITH_BOB_IN_OFFICE)), SUPPORTED),
]  # fmt: skip


def nth(position: int, that: Selection, *rules: str) -> Claim:
    return WhichOne(
        selection=meetings(), position=position, that=that, rules=rules or ("every-encounter",)
    )


def first(anchor: Anchor, that: Selection) -> Claim:
    rules = ("every-encounter",)
    return FirstSince(selection=meetings(), anchor=anchor, that=that, rules=rules)


def none(anchor: Anchor) -> Claim:
    return NoneSince(selection=meetings(), anchor=anchor)


TWO_ON_3: Final = (met(on(3), sequence=2, place="xx"), met(on(3), sequence=1, place="yy"))
UNORDERED: Final = (met(on(3), sequence=2, place="xx"), met(on(3), place="yy"))
SINCE_3: Final = SinceDays(window(1, 3))
SINCE_IN_OFFICE: Final = SinceTenure("ann", "president")
SINCE_VISIT: Final = SinceEvent(visits())

ORDER: Final = [
    ("the second", record(met(on(3)), met(on(5)), ENCOUNTERS), nth(2, meetings(window=window(5))),
     SUPPORTED),
    ("the last", record(met(on(3)), met(on(5)), ENCOUNTERS), nth(-1, meetings(window=window(3))),
     REFUTED),
    ("fewer than that", record(met(on(3)), ENCOUNTERS), nth(2, meetings()), REFUTED),
    ("perhaps others before", record(met(on(3))), nth(1, meetings(window=window(3))), UNKNOWN),
    ("by sequence", record(*TWO_ON_3, ENCOUNTERS), nth(1, meetings(place="yy")), SUPPORTED),
    ("without sequence", record(*UNORDERED, ENCOUNTERS), nth(1, meetings(place="yy")), UNKNOWN),
    ("days that cross", record(met(on(3, 5)), met(on(4), place="yy"), ENCOUNTERS),
     nth(1, meetings(window=window(4), place="yy")), UNKNOWN),
    ("first since days", record(met(on(3)), met(on(5)), ENCOUNTERS),
     first(SINCE_3, meetings(window=window(5))), SUPPORTED),
    ("second since days", record(met(on(4)), met(on(5)), ENCOUNTERS),
     first(SINCE_3, meetings(window=window(5))), REFUTED),
    ("on the anchor's day", record(met(on(3)), ENCOUNTERS), first(SINCE_3, meetings()), REFUTED),
    ("first since a landmark", record(met(on(4)), met(on(5)), ENCOUNTERS),
     first(SinceLandmark("flood"), meetings(window=window(5))), SUPPORTED),
    ("first since an event", record(met(on(3)), went(on(4)), met(on(5)), *EVERY),
     first(SINCE_VISIT, meetings(window=window(5))), SUPPORTED),
    ("first since no event", record(met(on(3)), went(on(4)), *EVERY),
     first(SINCE_VISIT, meetings()), REFUTED),
    ("on the day of taking office",
     record(met(on(1)), met(on(2)), term("ann", "president", 2), *EVERY),
     first(SINCE_IN_OFFICE, meetings(window=window(2))), SUPPORTED),
    ("none since", record(met(on(3)), ENCOUNTERS), none(SINCE_3), SUPPORTED),
    ("one since", record(met(on(4)), ENCOUNTERS), none(SINCE_3), REFUTED),
    ("perhaps one since", record(), none(SINCE_3), UNKNOWN),
    ("none since the last of two", record(went(on(2)), met(on(3)), went(on(4)), *EVERY),
     none(SINCE_VISIT), SUPPORTED),
    ("none since no event", record(*EVERY), none(SINCE_VISIT), REFUTED),
    ("none since the latest tenure",
     record(met(on(5)), term("ann", "president", 2, 4), term("ann", "president", 6), *EVERY),
     none(SINCE_IN_OFFICE), SUPPORTED),
    ("none since a tenure to come", record(term("ann", "president", 11), *EVERY),
     none(SINCE_IN_OFFICE), REFUTED),
    ("a vague anchor", record(met(on(4)), ENCOUNTERS),
     none(SinceDays(Window(days(2, 3), days(2, 5)))), UNKNOWN),
]  # fmt: skip

GROUP: Final = frozenset({Setting.MULTILATERAL})
ONE_TALK_OF_3: Final = (
    met(on(3)), met(on(5), settings=GROUP), met(on(7), settings=GROUP), *BOTH_LEAD, ENCOUNTERS,
)  # fmt: skip
OUT_OF_OFFICE: Final = (met(on(3)), *EVERY, covers(Covered.TENURE, Someone("bob")))
BEFORE_AND_IN_OFFICE: Final = (
    met(on(3)), met(on(5)), term("ann", "president", 4), term("bob", "president", 4), *EVERY,
)  # fmt: skip

RULES: Final = [
    ("a number between two rules", record(*ONE_TALK_OF_3),
     so_many(2, None, "talks", "every-encounter"), UNKNOWN),
    ("a number beyond two rules", record(*ONE_TALK_OF_3),
     so_many(4, None, "talks", "every-encounter"), REFUTED),
    ("a number of one rule", record(*ONE_TALK_OF_3),
     so_many(3, None, "talks", "every-encounter"), SUPPORTED),
    ("never, by one standing", record(*OUT_OF_OFFICE),
     so_many(0, None, "every-encounter-as-leaders"), SUPPORTED),
    ("never, by a narrower standing only", record(*OUT_OF_OFFICE),
     so_many(0, None, "every-encounter-as-leaders", "every-encounter"), REFUTED),
    ("never, by other settings", record(*ONE_TALK_OF_3[1:]),
     so_many(0, None, "talks", "every-encounter"), SUPPORTED),
    ("the first, by one standing", record(*BEFORE_AND_IN_OFFICE),
     nth(1, meetings(window=window(5)), "every-encounter-as-leaders"), SUPPORTED),
    ("the first, by a narrower standing only", record(*BEFORE_AND_IN_OFFICE),
     nth(1, meetings(window=window(5)), "every-encounter-as-leaders", "every-encounter"), REFUTED),
    ("none since, by a narrower standing only", record(*OUT_OF_OFFICE),
     NoneSince(selection=meetings(), anchor=SinceDays(window(1)),
               rules=("every-encounter", "every-encounter-in-office")), REFUTED),
]  # fmt: skip


THREE: Final = (
    term("ann", "president", 1, 3),
    term("bob", "president", 4, 6),
    term("cat", "president", 7),
    TENURES,
    covers(Covered.VISIT, PRESIDENT),
)
BOB_AND_CAT: Final = (went(on(5), person="bob"), went(on(8), person="cat"))

HOLDERS: Final = [
    ("each since Bob", record(*THREE, *BOB_AND_CAT), presidents(EachOf(since="bob")), SUPPORTED),
    ("each of all", record(*THREE, *BOB_AND_CAT), presidents(EachOf()), REFUTED),
    ("each but Ann", record(*THREE, *BOB_AND_CAT), presidents(EachOf(but=frozenset({"ann"}))),
     SUPPORTED),
    ("each but one who had", record(*THREE, *BOB_AND_CAT),
     presidents(EachOf(since="bob", but=frozenset({"cat"}))), REFUTED),
    ("each up to Bob", record(*THREE, *BOB_AND_CAT), presidents(EachOf(since="bob", until="bob")),
     SUPPORTED),
    ("one not in the range", record(*THREE, *BOB_AND_CAT),
     presidents(EachOf(since="bob", but=frozenset({"ann"}))), REFUTED),
    ("since one who never held it", record(*THREE, *BOB_AND_CAT), presidents(EachOf(since="dan")),
     REFUTED),
    ("perhaps another holder", record(*THREE[:3], *BOB_AND_CAT), presidents(EachOf(since="bob")),
     UNKNOWN),
    ("none but these", record(*THREE, *BOB_AND_CAT), presidents(NoneBut(frozenset({"bob", "cat"}))),
     SUPPORTED),
    ("none but one", record(*THREE, *BOB_AND_CAT), presidents(NoneBut(frozenset({"cat"}))),
     REFUTED),
    ("out of office", record(*THREE, went(on(5)), *BOB_AND_CAT),
     presidents(NoneBut(frozenset({"bob", "cat"}))), SUPPORTED),
    ("in any capacity", record(*THREE, went(on(5)), *BOB_AND_CAT, VISITS),
     presidents(NoneBut(frozenset({"bob", "cat"})), "every-encounter"), REFUTED),
    ("the first", record(*THREE, *BOB_AND_CAT), presidents(NthOf("bob")), SUPPORTED),
    ("not the first", record(*THREE, *BOB_AND_CAT), presidents(NthOf("cat")), REFUTED),
    ("so many", record(*THREE, *BOB_AND_CAT), presidents(SoMany(Bounds.exactly(2))), SUPPORTED),
    ("perhaps more", record(*THREE[:4], *BOB_AND_CAT), presidents(SoMany(Bounds.exactly(2))),
     UNKNOWN),
]  # fmt: skip

TWICE: Final = (
    term("ann", "president", 2, 4),
    term("ann", "president", 5, 7, acting=True),
    TENURES,
)
ELECTED: Final = term("ann", "president", 5, elected=(a_when(days(2, 3)),))
VAGUE_START: Final = Tenure(
    id="t", person="ann", office="president", when=from_to(days(2, 4), days(7))
)

OFFICE: Final = [
    ("on a day", record(*TWICE), was(SomeDay(window(4))), SUPPORTED),
    ("on another day", record(*TWICE), was(SomeDay(window(8, 9))), REFUTED),
    ("on a day not covered", record(*TWICE[:2]), was(SomeDay(window(8, 9))), UNKNOWN),
    ("after the as-of day", record(term("ann", "president", 12), TENURES), was(SomeDay(window(12))),
     SUPPORTED),
    ("throughout two tenures", record(*TWICE), was(Throughout(window(3, 6))), SUPPORTED),
    ("throughout, in full", record(*TWICE), was(Throughout(window(3, 6)), acting=False), REFUTED),
    ("acting", record(*TWICE), was(SomeDay(window(5)), acting=True), SUPPORTED),
    ("an unbroken spell", record(*TWICE), was(Spell(window(2), window(7))), SUPPORTED),
    ("a spell that did not end", record(*TWICE), was(Spell(None, window(4))), REFUTED),
    ("a spell in full", record(*TWICE), was(Spell(window(2), window(4)), acting=False), SUPPORTED),
    ("a spell without an end", record(term("ann", "president", 2), TENURES),
     was(Spell(None, window(2, 20))), REFUTED),
    ("perhaps begun then", record(VAGUE_START, TENURES), was(Spell(window(3), None)), UNKNOWN),
    ("surely held then", record(VAGUE_START, TENURES), was(SomeDay(window(4))), SUPPORTED),
    ("elected", record(ELECTED, TENURES), was(Elected(window(2, 3))), SUPPORTED),
    ("elected, perhaps", record(ELECTED, TENURES), was(Elected(window(3))), UNKNOWN),
    ("not elected", record(ELECTED, TENURES), was(Elected(window(4))), REFUTED),
]  # fmt: skip

LONG: Final = met(
    on(3),
    minutes=Bounds(60, 90),
    place="hall",
    host="ann",
    occasion="o1",
    topics=frozenset({"arms"}),
)

DETAILS: Final = [
    ("longer", record(LONG), had(Lasted(Bounds(60, None))), SUPPORTED),
    ("perhaps longer", record(LONG, ENCOUNTERS), had(Lasted(Bounds(61, None))), UNKNOWN),
    ("too long", record(LONG, ENCOUNTERS), had(Lasted(Bounds(91, None))), REFUTED),
    ("length unknown", record(met(on(3)), ENCOUNTERS), had(Lasted(Bounds(5, None))), UNKNOWN),
    ("at", record(LONG), had(WasAt("city")), SUPPORTED),
    ("hosted", record(LONG), had(WasHostedBy(ANN)), SUPPORTED),
    ("hosted by a holder", record(LONG, ENCOUNTERS, *THREE[1:]), had(WasHostedBy(PRESIDENT)),
     REFUTED),
    ("part of", record(LONG), had(WasPartOf("o1")), SUPPORTED),
    ("part of a series", record(LONG), had(WasPartOfSeries("g2")), SUPPORTED),
    ("about", record(LONG, ENCOUNTERS), had(WasAbout("trade")), UNKNOWN),
    ("setting", record(LONG, ENCOUNTERS), had(WasSetting(frozenset({Setting.SIDELINES}))), REFUTED),
    ("within", record(LONG), had(WasWithin(window(2, 3))), SUPPORTED),
]  # fmt: skip


TABLES: Final = {
    "existence": EXISTENCE,
    "states": STATES,
    "kinds of visit": VISIT_KINDS,
    "capacity": CAPACITY,
    "counts": COUNTS,
    "rules": RULES,
    "order": ORDER,
    "holders": HOLDERS,
    "office": OFFICE,
    "details": DETAILS,
}
BY_HAND: Final = [
    pytest.param(*case, id=f"{table}: {name}")
    for table, rows in TABLES.items()
    for name, *case in rows
]


@pytest.mark.parametrize(("view", "claim", "verdict"), BY_HAND)
def test_the_histories_give_the_verdict_that_the_page_gives(
    view: SmallRecord, claim: Claim, verdict: Verdict
) -> None:
    rules = [counting_rules()[name] for name in claim.rules]
    assert verdict_by_worlds(view, claim, rules, AS_OF, cap=3000) is verdict


@pytest.mark.parametrize(("view", "claim", "verdict"), BY_HAND)
def test_reckoning_gives_the_verdict_that_the_page_gives(
    view: SmallRecord, claim: Claim, verdict: Verdict
) -> None:
    rules = [counting_rules()[name] for name in claim.rules]
    assert evaluate(claim, view, as_of=AS_OF, rules=rules).verdict is verdict


def test_a_record_that_contradicts_itself_has_no_history() -> None:
    view = record(met(on(7)), people=DEAD_BY_5)
    assert verdict_by_worlds(view, took_place(), [], AS_OF) is None


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=10)
@given(data=st.data())
def test_every_history_fits_the_record(kind: ClaimKind, data: st.DataObject) -> None:
    case = data.draw(cases(kind))
    for world in islice(worlds(case.record, case.claim, case.as_of, case.rules), 40):
        rows = [happening for happening in world.happened if happening.row]
        held = {event.id for event in case.record.rows if event.status is Status.HELD}
        assert held <= {happening.row for happening in rows}
        for happening in rows:
            event = case.record.event(happening.row)
            assert event is not None
            assert event.status in (Status.HELD, Status.DISPUTED)
            assert Days((happening.first, happening.first)) <= event.when.start.possible
            assert Days((happening.first, happening.last)) <= event.when.outer


def test_the_histories_are_the_same_each_time() -> None:
    view = record(*UNORDERED, met(on(2, 9)), ENCOUNTERS)
    told = [list(worlds(view, took_place(), AS_OF)) for _ in range(2)]
    assert told[0] == told[1]


def _happening(row: str, day: int, sequence: int | None) -> Happening:
    nobody: frozenset[str] = frozenset()
    return Happening(row, EventKind.ENCOUNTER, day, day, nobody, sequence=sequence)


@given(
    st.lists(st.tuples(st.integers(1, 3), st.none() | st.integers(1, 3)), max_size=6),
    st.sampled_from(ORDERS),
)
def test_events_stand_by_day_and_then_by_sequence(
    given_: list[tuple[int, int | None]], order: int
) -> None:
    happened = [_happening(str(n), day, sequence) for n, (day, sequence) in enumerate(given_)]
    ordered = in_order(happened, order)
    assert sorted(ordered) == sorted(happened)
    assert [e.first for e in ordered] == sorted(e.first for e in happened)
    for day in {e.first for e in happened}:
        told = [e.sequence for e in ordered if e.first == day and e.sequence is not None]
        assert told == sorted(told)


def test_events_of_one_day_come_in_each_order() -> None:
    happened = [_happening(str(n), 1, None) for n in range(2)]
    orders = {tuple(e.row for e in in_order(happened, order)) for order in ORDERS}
    assert orders == {("0", "1"), ("1", "0")}
