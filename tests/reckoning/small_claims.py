"""Claims of every kind about small records, drawn so that most of them come near to an event."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any, Final, TypeVar

from hypothesis.strategies import SearchStrategy

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
from summitry.model.days import FIRST_DAY, LAST_DAY, Days
from summitry.model.events import Event, EventKind, Mode, Setting, Visit, VisitKind
from summitry.model.rules import CountingRule, counting_rules
from summitry.model.selection import (
    ANY_CAPACITY,
    IN_OFFICE,
    Capacity,
    Holder,
    Party,
    Selection,
    Someone,
)
from summitry.model.when import ALWAYS, Window
from tests.reckoning.history import true_in
from tests.reckoning.small_records import (
    CHANGED,
    FIRST,
    LANDMARK,
    LAST,
    PEOPLE,
    PLACES,
    TOPICS,
    Dice,
    SmallRecord,
    Weighted,
    dice,
    draw_record,
    land,
    people_of,
)
from tests.reckoning.worlds import NEUTRAL, plain_world, wider

T = TypeVar("T")

TRIES: Final = {ClaimKind.WHICH_ONE: 16, ClaimKind.FIRST_SINCE: 16}
USUAL_TRIES: Final = 5
OCCASIONS: Final = ("o1", "o2")


@dataclass(frozen=True)
class Case:
    """A small record, a claim about it, the rules that its words admit, and the as-of day."""

    record: SmallRecord
    claim: Claim
    rules: tuple[CountingRule, ...]
    as_of: date


class _Asker:
    """Draws claims about one record, most of them with an event of it in mind."""

    def __init__(self, dice: Dice, record: SmallRecord) -> None:
        self.dice, self.record, self.offices = dice, record, record.offices
        self.aim: Event | None = None
        if record.rows and not dice.chance(15):
            self.aim = dice.one(record.rows)
        visits = dice.chance(30) if self.aim is None else isinstance(self.aim, Visit)
        self.kind = EventKind.VISIT if visits else EventKind.ENCOUNTER

    # --- windows

    def window(self) -> Window:
        """Any time, a span, or a vague span; often one that has the event in mind in it."""
        window: Window = self.dice.weighted(
            (50, lambda: ALWAYS), (35, lambda: Window.of(self.days())), (15, self.vague)
        )
        if self.aim is None or window is ALWAYS or not self.dice.chance(75):
            return window
        days = self.aim.when.start.possible
        return Window(window.surely | days, window.possibly | days)

    def near_window(self) -> Window:
        """The days of the event in mind, more often than not."""
        if self.aim is None or self.dice.chance(20):
            return self.window()
        when = self.aim.when
        return Window.of(when.start.possible if not self.dice.chance(30) else when.outer)

    def days(self) -> Days:
        """A span of days, some without a first or a last."""
        first, last = self.dice.span()
        return self.dice.weighted(
            (6, lambda: Days((first, last))),
            (1, lambda: Days((FIRST_DAY, last))),
            (1, lambda: Days((first, LAST_DAY))),
        )

    def vague(self) -> Window:
        """A span with a part of it that is sure, or none."""
        first, last = self.dice.span()
        if self.dice.chance(25):
            return Window(Days(), Days((first, last)))
        return Window(Days(self.dice.span(least=first, most=last)), Days((first, last)))

    # --- selections

    def party(self, person: str, *, holder: int = 25) -> Party:
        """A person, or the holder of an office so often in a hundred."""
        if self.dice.chance(holder):
            return Holder(self.dice.one(self.offices))
        return Someone(person, self.capacity())

    def capacity(self) -> Capacity:
        """In any capacity more often than not."""
        return self.dice.weighted(
            (74, lambda: ANY_CAPACITY),
            (13, lambda: Capacity(self.dice.some(self.offices))),
            (13, lambda: IN_OFFICE),
        )

    def selection(self, kind: EventKind | None = None) -> Selection:
        """A choice of encounters, or of visits."""
        dice, kind = self.dice, kind or self.kind
        people = list(PEOPLE[:2])
        if self.aim is not None and not dice.chance(20):
            people = sorted(people_of(self.aim)) * 2
        chosen = Selection(kind=kind, who=self.party(people[0]), window=self.window())
        if kind is EventKind.ENCOUNTER and not dice.chance(25):
            chosen = replace(chosen, whom=self.party(people[1]))
        return self.narrowed(chosen, percent=9)

    def narrowed(self, chosen: Selection, *, percent: int) -> Selection:
        """The selection with each further restriction so often in a hundred."""
        for name, make in _OF_ENCOUNTERS if chosen.kind is EventKind.ENCOUNTER else _OF_VISITS:
            taken = chosen.occasion or chosen.series
            often = 60 if name == "place" and self._aims_at_changed() else percent
            if self.dice.chance(often) and not (taken and name in ("occasion", "series")):
                restriction: dict[str, Any] = {name: make(self)}
                chosen = replace(chosen, **restriction)
        return chosen

    def _aims_at_changed(self) -> bool:
        """Whether the event in mind was where states have changed."""
        places = (getattr(self.aim, "place", None), getattr(self.aim, "country", None))
        return not set(CHANGED).isdisjoint(places)

    def that(self, selection: Selection) -> Selection:
        """One event of the selection, told by its day and more; or another selection."""
        if self.dice.chance(12):
            return self.selection(selection.kind)
        return self.narrowed(replace(selection, window=self.near_window()), percent=8)

    # --- restrictions: what the event in mind has, more often than not

    def _aimed(self, name: str, others: Sequence[T]) -> T:
        given: T | None = getattr(self.aim, name, None)
        return self.dice.one(others) if given is None or self.dice.chance(25) else given

    def place(self) -> str:
        """A place, one around it, or a state that it was or is a part of."""
        if self._aims_at_changed() and self.dice.chance(50):
            return self.dice.one(CHANGED)
        return self.dice.one(land(self._aimed("place", tuple(PLACES))))

    def occasion(self) -> str:
        """An occasion."""
        return self._aimed("occasion", OCCASIONS)

    def modes(self) -> frozenset[Mode]:
        """One mode, and perhaps others."""
        return frozenset({self._aimed("mode", tuple(Mode))}) | self.dice.some(tuple(Mode), least=0)

    def settings(self) -> frozenset[Setting]:
        """Some settings."""
        given = self._aimed("settings", (frozenset[Setting](),))
        return given or self.dice.some(tuple(Setting))

    def host(self) -> Party:
        """A host."""
        return self.party(self._aimed("host", PEOPLE[:2]))

    # --- what claims are made of

    def number(self) -> Bounds:
        """A number, at least one, or at most one."""
        least = self.dice.number(0, 3)
        return self.dice.weighted(
            (4, lambda: Bounds.exactly(least)),
            (2, lambda: Bounds(least, None)),
            (1, lambda: Bounds(0, least)),
            (1, lambda: Bounds(least, least + 1)),
        )

    def anchor(self) -> Anchor:
        """What "since" counts from: days before the event in mind, more often than not."""
        choices: tuple[Weighted[Anchor], ...] = (
            (3, lambda: SinceDays(self._before())),
            (2, lambda: SinceLandmark(LANDMARK)),
            (3, lambda: SinceEvent(self.selection(self.dice.one(tuple(EventKind))))),
            (2, lambda: SinceTenure(self.dice.one(PEOPLE[:3]), self.dice.one(self.offices))),
        )
        return self.dice.weighted(*choices)

    def _before(self) -> Window:
        if self.aim is None or self.dice.chance(25):
            return self.vague()
        last = self.aim.when.start.possible.first - self.dice.number(1, 4)
        return Window.of(Days((last - self.dice.number(0, 3), last)))

    def roster(self) -> Roster:
        """Which holders."""
        dice = self.dice
        choices: tuple[Weighted[Roster], ...] = (
            (
                4,
                lambda: EachOf(
                    dice.one(PEOPLE) if dice.chance(40) else None,
                    dice.one(PEOPLE) if dice.chance(25) else None,
                    dice.some(PEOPLE) if dice.chance(30) else frozenset(),
                ),
            ),
            (3, lambda: NoneBut(dice.some(PEOPLE[:3]) if not dice.chance(10) else frozenset())),
            (3, lambda: NthOf(dice.one(PEOPLE[:3]), dice.one((1, 1, 2, 3)))),
            (3, lambda: SoMany(self.number())),
        )
        return dice.weighted(*choices)

    def time_in_office(self) -> TimeInOffice:
        """What is said of a tenure: near one of the record, more often than not."""
        dice = self.dice
        choices: tuple[Weighted[TimeInOffice], ...] = (
            (3, lambda: SomeDay(self._of_a_tenure())),
            (3, lambda: Throughout(self._of_a_tenure())),
            (2, lambda: Spell(self._of_a_tenure(), None)),
            (1, lambda: Spell(None, self._of_a_tenure())),
            (2, lambda: Spell(self._of_a_tenure(), self._of_a_tenure())),
            (2, lambda: Elected(self._of_a_tenure())),
        )
        return dice.weighted(*choices)

    def _of_a_tenure(self) -> Window:
        if not self.record.terms or self.dice.chance(25):
            return self.window()
        tenure = self.dice.one(self.record.terms)
        moments = [tenure.when.start, tenure.when.end or tenure.when, *tenure.elected]
        days = self.dice.one([m.start.possible for m in moments] + [tenure.when.core])
        return Window.of(days) if not days.is_empty() else self.vague()

    def aspect(self) -> Aspect:
        """What is said of an event."""
        dice = self.dice
        choices: tuple[Weighted[Aspect], ...] = (
            (3, lambda: Lasted(Bounds(least := dice.number(0, 90), _most(dice, least)))),
            (3, lambda: WasAt(self.place())),
            (2, lambda: WasHostedBy(self.host())),
            (1, lambda: WasPartOf(self.occasion())),
            (1, lambda: WasPartOfSeries("g2")),
            (2, lambda: WasAbout(dice.one(tuple(TOPICS)))),
            (2, lambda: WasSetting(self.settings())),
            (2, lambda: WasWithin(self.near_window())),
        )
        return dice.weighted(*choices)

    # --- claims

    def claim(self, kind: ClaimKind, rules: tuple[str, ...]) -> Claim:
        """A claim of this kind."""
        dice = self.dice
        match kind:
            case ClaimKind.TOOK_PLACE:
                return TookPlace(selection=self.selection(), rules=rules)
            case ClaimKind.HOW_MANY:
                return HowMany(selection=self.selection(), number=self.number(), rules=rules)
            case ClaimKind.WHICH_ONE:
                chosen = self.selection()
                position = dice.one((1, -1, 2, -2, 1, -1, 3))
                that = self.that(chosen)
                return WhichOne(selection=chosen, position=position, that=that, rules=rules)
            case ClaimKind.FIRST_SINCE:
                chosen = self.selection()
                anchor, that = self.anchor(), self.that(chosen)
                return FirstSince(selection=chosen, anchor=anchor, that=that, rules=rules)
            case ClaimKind.NONE_SINCE:
                return NoneSince(selection=self.selection(), anchor=self.anchor(), rules=rules)
            case ClaimKind.WHO:
                return self.who(rules)
            case ClaimKind.HELD:
                person, office = self._somebody_in_office()
                acting = dice.one((None, None, False, True))
                return Held(person=person, office=office, time=self.time_in_office(), acting=acting)
            case ClaimKind.DETAIL:
                return Detail(selection=self.selection(), aspect=self.aspect(), rules=rules)

    def who(self, rules: tuple[str, ...]) -> Who:
        """About the holders of an office and Ann, mostly, or their visits."""
        chosen, among = self.selection(), Holder(self.dice.one(self.offices))
        if chosen.kind is EventKind.VISIT:
            chosen = replace(chosen, who=among)
        else:
            other = Someone("ann", self.capacity())
            sides = (among, other) if not self.dice.chance(30) else (other, among)
            chosen = replace(chosen, who=sides[0], whom=sides[1])
        return Who(among=among, selection=chosen, roster=self.roster(), rules=rules)

    def _somebody_in_office(self) -> tuple[str, str]:
        if not self.record.terms or self.dice.chance(15):
            return self.dice.one(PEOPLE), self.dice.one(self.offices)
        tenure = self.dice.one(self.record.terms)
        return tenure.person, tenure.office


def _most(dice: Dice, least: int) -> int | None:
    return None if dice.chance(60) else least + dice.number(0, 30)


_Restrictions = tuple[tuple[str, Callable[[_Asker], object]], ...]

_OF_BOTH: Final[_Restrictions] = (
    ("place", _Asker.place),
    ("occasion", _Asker.occasion),
    ("series", lambda _: "g2"),
)
_OF_ENCOUNTERS: Final[_Restrictions] = (
    ("modes", _Asker.modes),
    ("settings", _Asker.settings),
    ("topic", lambda ask: ask.dice.one(tuple(TOPICS))),
    ("host", _Asker.host),
    *_OF_BOTH,
)
_OF_VISITS: Final[_Restrictions] = (
    ("visit_kinds", lambda ask: ask.dice.some(tuple(VisitKind)[:3])),
    *_OF_BOTH,
)


def _rules(dice: Dice, kind: ClaimKind) -> tuple[CountingRule, ...]:
    """Rules of the table, often one in several standings; of what needn't count, often none."""
    table = tuple(counting_rules().values())
    countless = (ClaimKind.TOOK_PLACE, ClaimKind.DETAIL)
    if kind is ClaimKind.HELD or (kind in countless and not dice.chance(50)):
        return ()
    if dice.chance(20):
        rule = dice.one(table)
        return (*wider(rule, table), rule)
    chosen = [table[0] if not dice.chance(45) else dice.one(table)]
    chosen += [dice.one(table) for _ in range(dice.one((0, 0, 1, 2)))]
    return tuple(dict.fromkeys(chosen))


def cases(kind: ClaimKind) -> SearchStrategy[Case]:
    """Small records, each with a claim of this kind."""
    return dice().map(partial(draw_case, kind))


def draw_case(kind: ClaimKind, dice: Dice) -> Case:
    """A small record with a claim of this kind, often one that is true at first sight."""
    record = draw_record(dice)
    as_of = date.fromordinal(LAST + 2 if not dice.chance(40) else dice.number(FIRST + 3, LAST + 1))
    for _ in range(TRIES.get(kind, USUAL_TRIES) if dice.chance(50) else 1):
        rules = _rules(dice, kind)
        claim = _Asker(dice, record).claim(kind, tuple(rule.id for rule in rules))
        world = plain_world(record, claim, as_of, rules)
        if world is None or any(true_in(world, rule, as_of) for rule in rules or (NEUTRAL,)):
            break
    return Case(record, claim, rules, as_of)


KINDS: Final[Sequence[ClaimKind]] = tuple(ClaimKind)
