"""On which days events that the record doesn't hold may match: where coverage leaves it open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import assert_never

from summitry.model.coverage import Coverage, Covered
from summitry.model.days import ANY_DAY, NO_DAY, Days
from summitry.model.events import EventKind, Mode, VisitKind
from summitry.model.names import Names
from summitry.model.people import PersonId
from summitry.model.places import PlaceId
from summitry.model.selection import Holder, Party, Someone
from summitry.reckoning.asked import Asked, Part
from summitry.reckoning.atlas import Ground
from summitry.reckoning.frame import Frame
from summitry.reckoning.terms import ALL_DAYS, NEVER, HeldDays

OCCASION_MARGIN = 3
"""Days before or after a gathering's own dates on which its encounters may still fall."""


def open_days(asked: Asked, frame: Frame) -> Days:
    """The days up to the as-of day on which an event not in the record may match."""
    if not _admits_any(asked):
        return NO_DAY
    of = asked.selection
    places = of.kind, of.window, of.occasion, of.place
    key = ("open", places, asked.who, asked.whom, asked.modes, asked.visit_kinds)
    return frame.once(key, lambda: _open_days(asked, frame))


def _open_days(asked: Asked, frame: Frame) -> Days:
    days = frame.past & asked.selection.window.possibly & _occasion_days(asked, frame)
    days &= potential(asked.who, frame)
    if asked.selection.place is not None:
        days &= frame.atlas.existence(asked.selection.place).possibly
    if asked.selection.kind is EventKind.ENCOUNTER:
        days &= potential(asked.whom, frame)
    if days.is_empty():
        return days
    if asked.selection.kind is EventKind.VISIT:
        return _visits_left(asked, days, frame)
    left = NO_DAY
    for mode in Mode if asked.modes is None else sorted(asked.modes):
        left |= days - _encounters_covered(asked, mode, frame)
    return left


def supports(asked: Asked, frame: Frame) -> tuple[Coverage, ...]:
    """The complete coverage statements that bear on what is asked, by id."""
    days = frame.past & asked.selection.window.possibly
    return tuple(
        statement
        for statement, spoken_of in _statements(asked, frame)
        if statement.complete and _bears_on(statement, asked, spoken_of & days, frame)
    )


def _bears_on(statement: Coverage, asked: Asked, days: Days, frame: Frame) -> bool:
    """Whether a complete statement is of a mode, or a country and kind, asked about on the days."""
    if asked.selection.kind is EventKind.ENCOUNTER:
        named = statement.mode is None or asked.modes is None or statement.mode in asked.modes
        return named and not days.is_empty()
    kinds = asked.visit_kinds
    if kinds and statement.visit_kinds and kinds.isdisjoint(statement.visit_kinds):
        return False
    return any(
        (days & there.possibly).meets(_days_on(ground, statement, frame))
        for there, ground in _grounds(asked, frame)
    )


def _admits_any(asked: Asked) -> bool:
    return frozenset() not in (asked.modes, asked.settings, asked.visit_kinds)


def _occasion_days(asked: Asked, frame: Frame) -> Days:
    occasion = frame.names.occasions.get(asked.selection.occasion or "")
    if occasion is None or occasion.when is None:
        return ANY_DAY
    outer = occasion.when.outer
    return Days((outer.first - OCCASION_MARGIN, outer.last + OCCASION_MARGIN))


def potential(part: Part, frame: Frame) -> Days:
    """Every day on which somebody may take the part."""
    match part.party:
        case None:
            return ANY_DAY
        case Holder(office):
            return frame.once(("occupied", office), lambda: frame.terms.occupied(office))
        case Someone(person, _):
            known = frame.names.people.get(person)
            days = ANY_DAY if known is None else known.lifetime
            if part.offices is None:
                return days
            return days & frame.terms.holding(person, part.offices).possibly
        case _:
            assert_never(part.party)


def _encounters_covered(asked: Asked, mode: Mode, frame: Frame) -> Days:
    covered, lacking = NO_DAY, NO_DAY
    for statement, days in _statements(asked, frame):
        if statement.mode not in (None, mode):
            continue
        if statement.complete:
            covered |= days
        else:
            lacking |= days
    return covered - lacking


def _visits_left(asked: Asked, days: Days, frame: Frame) -> Days:
    """Those of the days on which a visit of some kind, somewhere in what is asked, may lack."""
    statements = [(one, spoken) for one, spoken in _statements(asked, frame) if spoken.meets(days)]
    left = NO_DAY
    for there, ground in _grounds(asked, frame):
        for kind in VisitKind if asked.visit_kinds is None else sorted(asked.visit_kinds):
            covered, lacking = NO_DAY, NO_DAY
            for statement, spoken in statements:
                if statement.visit_kinds and kind not in statement.visit_kinds:
                    continue
                if statement.complete:
                    covered |= spoken & _days_on(ground, statement, frame)
                else:
                    lacking |= spoken & _days_on(ground, statement, frame)
            left |= (days & there.possibly) - (covered - lacking)
    return left


def _grounds(asked: Asked, frame: Frame) -> frozenset[tuple[HeldDays, Ground | None]]:
    """What a visit asked about may be on, with the days on which it is then in the place asked.

    None: anywhere, in a state of the record or not.
    """
    place = asked.selection.place
    if place is None:
        return frozenset({(ALL_DAYS, None)})
    return frame.once(("grounds", place), lambda: frame.atlas.grounds(place))


def _days_on(ground: Ground | None, statement: Coverage, frame: Frame) -> Days:
    """The days on which what is on the ground is in a country that the statement speaks of.

    Surely of a complete statement, and possibly of one that is not, or that is of days before the
    state was there. A complete one of every country doesn't speak of the visitor's own.
    """
    states = dict(ground or ())
    if statement.country is None:
        days = ANY_DAY
        if statement.complete and (own := own_countries(statement.who, frame.names)):
            days = ANY_DAY if ground else NO_DAY
            for country in own:
                days -= states.get(country, NEVER).possibly
        return days
    if not ground:
        return NO_DAY if statement.complete else ANY_DAY
    there = states.get(statement.country, NEVER)
    its_days = frame.atlas.days_of(statement.country)
    said = not (statement.complete and statement.when.outer.meets(its_days))
    return there.possibly if said else there.surely


def own_countries(party: Party, names: Names) -> frozenset[PlaceId]:
    """The countries of the offices that a party is said to hold."""
    offices = {party.office} if isinstance(party, Holder) else party.capacity.offices
    countries = (names.offices[office].country for office in offices if office in names.offices)
    return frozenset(country for country in countries if country is not None)


def _statements(asked: Asked, frame: Frame) -> tuple[tuple[Coverage, Days], ...]:
    """The statements on what is asked, with the days on which they speak of it, if any.

    A complete statement speaks of the days on which everyone who may take the parts is surely
    included; one that is not complete, of those on which someone possibly is.
    """
    key = ("statements", asked.selection.kind, asked.who.party, asked.whom.party)
    return frame.once(key, lambda: tuple(sorted(_spoken(asked, frame), key=_by_id)))


def _by_id(spoken: tuple[Coverage, Days]) -> str:
    return spoken[0].id


def _spoken(asked: Asked, frame: Frame) -> Iterator[tuple[Coverage, Days]]:
    visits = asked.selection.kind is EventKind.VISIT
    for statement in _that_may_speak(asked, frame):
        one, other = statement.who, statement.whom
        days = _speaks(statement, one, asked.who, frame)
        if not visits:
            days &= _speaks(statement, other, asked.whom, frame)
            days |= _speaks(statement, one, asked.whom, frame) & _speaks(
                statement, other, asked.who, frame
            )
        days &= statement.when.core if statement.complete else statement.when.outer
        if not days.is_empty():
            yield statement, days


def _that_may_speak(asked: Asked, frame: Frame) -> Iterable[Coverage]:
    """The statements on events of the kind: of people alone, those that name nobody else."""
    visits = asked.selection.kind is EventKind.VISIT
    covered = Covered.VISIT if visits else Covered.ENCOUNTER
    naming = frame.once(("naming", covered), lambda: _by_person(covered, frame))
    parties = (asked.who.party,) if visits else (asked.who.party, asked.whom.party)
    people = {party.person for party in parties if isinstance(party, Someone)}
    if len(people) < len(parties):
        return chain.from_iterable(naming.values())
    return chain.from_iterable(naming.get(person, ()) for person in (None, *people))


def _by_person(covered: Covered, frame: Frame) -> Mapping[PersonId | None, Sequence[Coverage]]:
    """The statements of a kind by the person that each names; None: offices alone."""
    naming: defaultdict[PersonId | None, list[Coverage]] = defaultdict(list)
    for statement in frame.coverage:
        if statement.kind is covered:
            parties = (statement.who, statement.whom)
            named = (party.person for party in parties if isinstance(party, Someone))
            naming[next(named, None)].append(statement)
    return naming


def _speaks(statement: Coverage, party: Party | None, part: Part, frame: Frame) -> Days:
    """The days on which the statement's party (None: anyone) includes whoever takes the part."""
    if party is None:
        return ANY_DAY
    if part.party is None:
        return NO_DAY if statement.complete else ANY_DAY
    speaks = _includes if statement.complete else _may_include
    return speaks(party, part.party, frame)


def _includes(party: Party, asked: Party, frame: Frame) -> Days:
    """The days on which whoever is asked about is surely included in the party."""
    match asked:
        case Someone(person, _):
            return _held(party, person, frame).surely
        case Holder(office) if isinstance(party, Someone):
            alone = frame.terms.alone(party.person, office)
            return alone & _held(party, party.person, frame).surely
        case Holder():
            return ANY_DAY if asked == party else NO_DAY
        case _:
            assert_never(asked)


def _may_include(party: Party, asked: Party, frame: Frame) -> Days:
    """The days on which whoever is asked about may be included in the party."""
    match asked:
        case Someone(person, _):
            return _held(party, person, frame).possibly
        case Holder(office) if isinstance(party, Someone):
            return frame.terms.holding(party.person, {office}).possibly
        case Holder():
            return ANY_DAY
        case _:
            assert_never(asked)


def _held(party: Party, person: PersonId, frame: Frame) -> HeldDays:
    """The days on which the statement's party is this person."""
    match party:
        case Holder(office):
            return frame.terms.holding(person, {office})
        case Someone(covered, _) if covered != person:
            return NEVER
        case Someone(_, capacity) if capacity.is_open:
            return ALL_DAYS
        case Someone(_, capacity):
            offices = frame.names.offices if capacity.in_office else capacity.offices
            return frame.terms.holding(person, offices)
        case _:
            assert_never(party)
