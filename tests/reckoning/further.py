"""What a small record may lack: further tenures and events, wherever coverage leaves room.

Written from the section "A history" of docs/meaning.md, knowing nothing of ``summitry.reckoning``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final, TypeVar, assert_never

from summitry.model.claims import Held, SinceTenure, Who
from summitry.model.coverage import Coverage, Covered
from summitry.model.days import ANY_DAY, FIRST_DAY, LAST_DAY, NO_DAY, Days
from summitry.model.events import EventKind, Mode, Setting, VisitKind
from summitry.model.occasions import Occasion
from summitry.model.rules import Standing
from summitry.model.selection import Holder, Party, Selection, Someone
from summitry.model.when import Stretch, Window
from tests.reckoning.history import Happening, Term, touches
from tests.reckoning.left_open import LeftOpen, lives_of, parts

T = TypeVar("T")

STRANGER: Final = "somebody else"
"""A person whom the record does not name."""

MOST_TERMS: Final = 24
MOST_EVENTS: Final = 60
MOST_DAYS: Final = 14
ABOUT_AN_OCCASION: Final = 3
ALL_DAYS: Final = (FIRST_DAY, LAST_DAY)


# --- coverage -----------------------------------------------------------------------------------


def forbidden(event: Happening, statements: Iterable[Coverage], terms: Sequence[Term]) -> bool:
    """Whether coverage forbids a further event, given who held which office."""
    found = False
    for one in statements:
        if _includes(one, event, terms):
            if not one.complete:
                return False
            found = True
    return found


def always_forbidden(event: Happening, about: Iterable[Coverage]) -> bool:
    """Whether statements that bear on the event forbid it whoever held an office."""
    plain = [
        one
        for one in about
        if all(
            p is None or (isinstance(p, Someone) and p.capacity.is_open)
            for p in (one.who, one.whom)
        )
    ]
    return all(one.complete for one in about) and forbidden(event, plain, ())


def bearing(event: Happening, statements: Iterable[Coverage]) -> tuple[Coverage, ...]:
    """The statements that include the event but for its people, known gaps first."""
    included = [one for one in statements if _speaks_of(one, event)]
    return tuple(sorted(included, key=lambda one: one.complete))


def _speaks_of(one: Coverage, event: Happening) -> bool:
    """A known gap is where the statement possibly is, completeness where it surely is."""
    days = one.when.core if one.complete else one.when.outer
    return (
        one.kind.value == event.kind.value
        and touches(event.first, event.first, days)
        and one.mode in (None, event.mode)
        and (one.country is None or one.country == event.country)
    )


def _includes(one: Coverage, event: Happening, terms: Sequence[Term]) -> bool:
    if event.kind is EventKind.VISIT:
        return all(_covers(one.who, p, event.first, terms) for p in event.people)
    return any(
        _covers(one.who, p, event.first, terms)
        and (one.whom is None or _covers(one.whom, q, event.first, terms))
        for p in event.people
        for q in event.people
        if p != q
    )


def _covers(party: Party, person: str, day: int, terms: Sequence[Term]) -> bool:
    match party:
        case Holder(office):
            return any(
                t.person == person and t.office == office and t.first <= day <= t.last
                for t in terms
            )
        case Someone(name, capacity):
            return name == person and (
                capacity.is_open
                or any(_covers(Holder(office), person, day, terms) for office in capacity.offices)
            )
        case _:
            assert_never(party)


# --- further tenures ----------------------------------------------------------------------------


def further_terms(left: LeftOpen) -> list[Term]:
    """Times in office that the record may lack, if offices bear on the claim."""
    if not _asks_offices(left):
        return []
    people = [*left.names.people, STRANGER]
    asked = _asked_terms(left)
    pairs = [(p, o) for p in people for o in left.names.offices if (p, o) not in asked]
    found = [
        term
        for person, office in (*asked * 4, *pairs)
        for term in _further_terms(left, person, office)
    ]
    return list(left.sample(found, MOST_TERMS))


def _asks_offices(left: LeftOpen) -> bool:
    return (
        isinstance(left.claim, Held | Who)
        or any(rule.standing is not Standing.ANY for rule in left.rules)
        or bool(parts(left.claim, Holder) or parts(left.claim, SinceTenure))
        or any(not one.capacity.is_open for one in parts(left.claim, Someone))
    )


def _asked_terms(left: LeftOpen) -> list[tuple[str, str]]:
    """The people and offices that the claim itself names together."""
    if isinstance(left.claim, Held):
        return [(left.claim.person, left.claim.office)]
    return [(one.person, one.office) for one in parts(left.claim, SinceTenure)]


def _further_terms(left: LeftOpen, person: str, office: str) -> Iterator[Term]:
    """One time in office on days that no complete statement surely covers, if there are such."""
    covered = NO_DAY
    for one in left.record.coverage():
        names_it = one.who in (Holder(office), Someone(person))
        if one.kind is Covered.TENURE and one.complete and names_it:
            covered |= one.when.core
    rest = _surely_alive(left, person) - covered
    if rest.is_empty():
        return
    span = left.random.choice(rest.spans)
    days = sorted(left.random.choices(_days_within(left, span), k=2))
    first, last = left.random.choice([span, (days[0], days[1]), (days[0], span[1])])
    elected: tuple[int, ...] = ()
    if left.asks_elected and left.random.random() < 0.8:
        elected = (left.random.choice(_days_within(left, left.random.choice(rest.spans))),)
    yield Term(person, office, first, last, left.random.random() < 0.3, elected)


def _surely_alive(left: LeftOpen, person: str) -> Days:
    lives = lives_of(left.names.people[person]) if person in left.names.people else [ALL_DAYS]
    return Days((max(first for first, _ in lives), min(last for _, last in lives)))


def _days_within(left: LeftOpen, span: tuple[int, int]) -> list[int]:
    inside = [day for day in days_of_note(left) if span[0] <= day <= span[1]]
    return inside or [span[0], span[1]]


# --- further events -----------------------------------------------------------------------------


def days_of_note(left: LeftOpen) -> list[int]:
    """Days at which something in the record or the claim begins or ends, and their neighbours."""
    record = left.record
    moments = [
        *(e.when for e in record.events()),
        *(t.when for t in record.tenures()),
        *(c.when for c in record.coverage()),
        *(one.when for one in left.names.landmarks.values()),
    ]
    sets = [m.start.possible for m in moments]
    sets += [m.end.possible for m in moments if m.end is not None]
    for window in parts(left.claim, Window):
        sets += [window.surely, window.possibly]
    ends = {day for days in sets for span in days.spans for day in span} | {left.today}
    known = {day for day in ends if ANY_DAY.first + 1 < day < ANY_DAY.last - 1}
    return sorted({day + step for day in known for step in (-1, 0, 1)})


def further_events(left: LeftOpen) -> list[Happening]:
    """Events that the record may lack, most of them such as the claim asks about.

    Coverage is not asked here, for it depends on who held which office.
    """
    days = [day for day in days_of_note(left) if day <= left.today]
    found = [
        one
        for selection in _asked_about(left)
        for day in left.sample(days, MOST_DAYS)
        for loose in (0.0, 0.35)
        for one in _further_events(left, selection, day, loose)
    ]
    return list(left.sample(found, MOST_EVENTS))


def _asked_about(left: LeftOpen) -> list[Selection]:
    """The claim's selections; of a claim about holders, one for each who may be one."""
    if not isinstance(left.claim, Who):
        return left.selections
    chosen, among = left.claim.selection, left.claim.among
    holders = [Someone(person) for person in (*left.names.people, STRANGER)]
    if chosen.who == among:
        return [replace(chosen, who=one) for one in holders]
    return [replace(chosen, whom=one) for one in holders]


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
    yield Happening(
        row="",
        kind=asked.kind,
        first=day,
        last=day,
        people=frozenset(people),
        at=(at := left.random.choice(left.refined(where))),
        country=left.country_of(at),
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
