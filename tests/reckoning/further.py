"""What a small record may lack: further tenures and events, wherever coverage leaves room.

Written from the section "A history" of docs/meaning.md, knowing nothing of ``summitry.reckoning``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from typing import Final, NamedTuple, TypeVar

from summitry.model.claims import FirstSince, Held, SinceTenure, WhichOne, Who
from summitry.model.coverage import Coverage, Covered
from summitry.model.days import FIRST_DAY, LAST_DAY, Days
from summitry.model.events import EventKind, Mode, Setting, VisitKind
from summitry.model.occasions import Occasion
from summitry.model.rules import Standing
from summitry.model.selection import Holder, Party, Selection, Someone
from summitry.model.when import ALWAYS, Stretch
from tests.reckoning.covering import always_forbidden, bearing
from tests.reckoning.history import Happening, Term, touches
from tests.reckoning.left_open import LeftOpen, lives_of, parts

T = TypeVar("T")

STRANGER: Final = "somebody else"
"""A person whom the record does not name."""

MOST_TERMS: Final = 24
MOST_EVENTS: Final = 40
MOST_DAYS: Final = 14
TOGETHER: Final = 14
"""How many choices are made of several tenures, or of several events."""

LOOSE: Final = 0.35
"""How often, of a further event that is not just as the claim asks, a part is left to chance."""

ABOUT_AN_OCCASION: Final = 3
ALL_DAYS: Final = (FIRST_DAY, LAST_DAY)


# --- further tenures ----------------------------------------------------------------------------


def further_terms(left: LeftOpen) -> list[tuple[Term, ...]]:
    """Times in office that the record may lack, one or several, if offices bear on the claim."""
    if not _asks_offices(left):
        return []
    pairs = [(p, o) for p in _everyone(left) for o in left.names.offices]
    single = [
        term
        for person, office in (*_asked_terms(left), *pairs)
        for term in _further_terms(left, person, office)
    ]
    single = list(left.sample(single, MOST_TERMS))
    several = [
        left.random.sample(single, left.random.randint(2, min(4, len(single))))
        for _ in range(TOGETHER if len(single) > 1 else 0)
    ]
    return [*((term,) for term in single), *map(tuple, several)]


def _everyone(left: LeftOpen) -> list[str]:
    return [*left.names.people, STRANGER]


def _asks_offices(left: LeftOpen) -> bool:
    return (
        isinstance(left.claim, Held | Who)
        or any(rule.standing is not Standing.ANY for rule in left.rules)
        or bool(parts(left.claim, Holder) or parts(left.claim, SinceTenure))
        or any(not one.capacity.is_open for one in parts(left.claim, Someone))
    )


def _asked_terms(left: LeftOpen) -> list[tuple[str, str]]:
    """The people and offices that the claim itself speaks of, many times over."""
    if isinstance(left.claim, Held):
        return [(left.claim.person, left.claim.office)] * MOST_TERMS
    if isinstance(left.claim, Who):
        return [(person, left.claim.among.office) for person in _everyone(left)] * 3
    people = dict.fromkeys(one.person for one in parts(left.claim, Someone))
    since = [(one.person, one.office) for one in parts(left.claim, SinceTenure)]
    return since * 5 + [(person, office) for person in people for office in left.names.offices] * 3


def _further_terms(left: LeftOpen, person: str, office: str) -> Iterator[Term]:
    """One time in office on days that no complete statement surely covers, if there are such."""
    rest = _uncovered(left, person, office)
    if rest.is_empty():
        return
    span = left.random.choice(rest.spans)
    days = sorted(left.random.choices(_days_within(left, span), k=2))
    first, last = left.random.choice([span, (days[0], days[1]), (days[0], span[1])])
    elected: tuple[int, ...] = ()
    if left.asks_elected and left.random.random() < 0.8:
        elected = (left.random.choice(_days_within(left, left.random.choice(rest.spans))),)
    acting = left.random.random() < 0.3
    if isinstance(left.claim, Held) and left.claim.acting is not None:
        acting = left.claim.acting
    yield Term(person, office, first, last, acting, elected)


def _uncovered(left: LeftOpen, person: str, office: str) -> Days:
    """Days on which the person surely lives and may have held the office besides."""
    lives = lives_of(left.names.people[person]) if person in left.names.people else [ALL_DAYS]
    rest = Days((max(first for first, _ in lives), min(last for _, last in lives)))
    for one in left.record.coverage():
        names_it = one.who in (Holder(office), Someone(person))
        if one.kind is Covered.TENURE and one.complete and names_it:
            rest -= one.when.core
    return rest


def _days_within(left: LeftOpen, span: tuple[int, int]) -> list[int]:
    inside = [day for day in left.days_of_note if span[0] <= day <= span[1]]
    return inside or [span[0], span[1]]


# --- further events -----------------------------------------------------------------------------


class Further(NamedTuple):
    """Events that the record may lack, and the tenures in which its people take part.

    Each event comes with the statements that include it but for its people.
    """

    events: tuple[tuple[Happening, tuple[Coverage, ...]], ...]
    terms: tuple[Term, ...] = ()


def further_events(left: LeftOpen) -> list[Further]:
    """Events that the record may lack, one or several, mostly such as the claim asks about.

    What coverage forbids whoever held an office is left out; the rest is for the history to say.
    """
    asked = _asked_about(left)
    days = left.sample([day for day in left.days_of_note if day <= left.today], MOST_DAYS)
    found = [
        [one]
        for selection in asked
        for day in days
        for loose in ((0.0, LOOSE) if _is_in(day, selection) else (LOOSE,))
        for one in _further_events(left, selection, day, loose)
    ]
    found = list(left.sample(found, MOST_EVENTS)) + [
        [
            one
            for selection in left.random.choices(asked, k=left.random.randint(2, 4))
            for one in _further_events(left, selection, _day_in(left, selection, days), 0.0)
        ]
        for _ in range(TOGETHER if asked else 0)
    ]
    covering, offices = left.record.coverage(), left.names.offices
    about = [
        [(one, bearing(one, covering, offices, left.days_of)) for one in events] for events in found
    ]
    return [
        Further(tuple(events), terms)
        for events in about
        if events and not any(always_forbidden(*one) for one in events)
        for terms in {(), _terms_for(left, [one for one, _ in events])}
    ]


def _is_in(day: int, selection: Selection) -> bool:
    return touches(day, day, selection.window.possibly)


def _day_in(left: LeftOpen, selection: Selection, days: Iterable[int]) -> int:
    fitting = [day for day in days if _is_in(day, selection)]
    return left.random.choice(fitting or [left.today])


def _terms_for(left: LeftOpen, events: Iterable[Happening]) -> tuple[Term, ...]:
    """The events' people in each office that they may have held then, if offices are asked."""
    if not _asks_offices(left):
        return ()
    days = [(p, event.first) for event in events for p in sorted(event.people)]
    return tuple(
        Term(person, office, day, day)
        for person, day in days
        for office in left.names.offices
        if touches(day, day, _uncovered(left, person, office))
    )


def _asked_about(left: LeftOpen) -> list[Selection]:
    """The claim's selections, two of them in one, and of holders one for each who may be one."""
    if isinstance(left.claim, WhichOne | FirstSince):
        return [*left.selections, _both(left.claim.selection, left.claim.that)]
    if not isinstance(left.claim, Who):
        return left.selections
    chosen, among = left.claim.selection, left.claim.among
    holders = [Someone(person) for person in _everyone(left)]
    if chosen.who == among:
        return [replace(chosen, who=one) for one in holders]
    return [replace(chosen, whom=one) for one in holders]


def _both(selection: Selection, that: Selection) -> Selection:
    """What ``that`` says, and the rest as the other says."""
    said = {f.name: getattr(that, f.name) for f in fields(that)}
    open_ = {name for name, value in said.items() if not value or value == ALWAYS}
    if selection.occasion or selection.series:
        open_ -= {"occasion", "series"}
    rest = {name: getattr(selection, name) for name in open_}
    return replace(that, **rest)


def _further_events(
    left: LeftOpen, asked: Selection, day: int, loose: float
) -> Iterator[Happening]:
    """One event as asked, but for the parts that are left to chance as often as ``loose`` says."""
    visit = asked.kind is EventKind.VISIT
    people = {_anyone(left, asked.who, loose)}
    if not visit:
        people.add(_anyone(left, asked.whom, loose))
        if left.random.random() < 0.2:
            people.add(left.random.choice(list(left.names.people)))
        if len(people) < 2:
            return
    setting = None if visit else _setting(left, asked, loose)
    occasion = _occasion(left, asked, setting, loose)
    if not _in_season(left.names.occasions.get(occasion or ""), day):
        return
    where = None if left.random.random() < loose else asked.place
    further = Happening(
        row="",
        kind=asked.kind,
        first=day,
        last=day,
        people=frozenset(people),
        spot=left.random.choice(left.refined(where)),
        loosely=left.random.random() < LOOSE,
        mode=None if visit else _mode(left, asked, loose),
        setting=setting,
        visit_kind=_among(left, asked.visit_kinds, VisitKind, loose) if visit else None,
        occasion=occasion,
        series=left.series_of(occasion),
        topics=frozenset(left.names.topics)
        if not visit and left.random.random() < 0.7
        else frozenset(),
        host=None if visit else _host(left, asked, people, loose),
        minutes=None if visit else left.random.choice(left.lengths),
    )
    yield left.placed(further)


def _anyone(left: LeftOpen, party: Party | None, loose: float) -> str:
    match party:
        case Someone(person) if left.random.random() >= loose:
            return person
        case Holder(office) if left.random.random() >= loose:
            held = [t.person for t in left.record.tenures(office=office)]
            return left.random.choice(held or [STRANGER])
        case _:
            return left.random.choice([*left.names.people, STRANGER])


def _among(left: LeftOpen, named: Iterable[T], every: Iterable[T], loose: float) -> T:
    asked = list(named)
    if not asked or left.random.random() < loose:
        asked = list(every)
    return left.random.choice(sorted(asked, key=str))


def _mode(left: LeftOpen, asked: Selection, loose: float) -> Mode:
    return _among(left, asked.modes or left.random.choice(left.rules).modes, Mode, loose)


def _setting(left: LeftOpen, asked: Selection, loose: float) -> Setting:
    let_in = left.random.choice(left.rules).settings
    both = asked.settings & let_in if asked.settings and let_in else asked.settings | let_in
    return _among(left, both, Setting, loose)


def _occasion(
    left: LeftOpen, asked: Selection, setting: Setting | None, loose: float
) -> str | None:
    if setting is Setting.BILATERAL:
        return None
    named: list[str | None] = [asked.occasion] if asked.occasion is not None else []
    if asked.series is not None:
        of_it = [o for o in left.any_occasion() if left.series_of(o) == asked.series]
        named = [left.random.choice(of_it)]
    return _among(left, named, left.any_occasion(), loose)


def _in_season(occasion: Occasion | None, day: int) -> bool:
    """Whether a further event of this occasion may fall on the day, on whatever days it was."""
    if occasion is None or occasion.when is None:
        return True
    start, end = occasion.when.start.possible, (occasion.when.end or occasion.when.start).possible
    endless = isinstance(occasion.when, Stretch) and occasion.when.end is None
    return start.last - ABOUT_AN_OCCASION <= day and (
        endless or day <= end.first + ABOUT_AN_OCCASION
    )


def _host(left: LeftOpen, asked: Selection, people: Iterable[str], loose: float) -> str | None:
    tight = left.random.random() >= loose
    if tight and isinstance(asked.host, Someone) and asked.host.person in people:
        return asked.host.person
    return left.random.choice([None, *sorted(people)])
