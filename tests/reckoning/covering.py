"""Which further events coverage forbids: the section "A history" of docs/meaning.md."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations, permutations
from typing import assert_never

from summitry.model.coverage import Coverage, Covered
from summitry.model.days import Days
from summitry.model.events import EventKind
from summitry.model.people import Office
from summitry.model.selection import Holder, Party, Someone
from tests.reckoning.history import Happening, Term, touches


def forbidden(event: Happening, statements: Iterable[Coverage], terms: Sequence[Term]) -> bool:
    """Whether coverage forbids a further event, given who held which office.

    An encounter is forbidden if it is so for some two of its people.
    """
    alone = event.kind is EventKind.VISIT
    return any(
        _is_known(people, event.first, statements, terms)
        for people in (((p,) for p in event.people) if alone else combinations(event.people, 2))
    )


def _is_known(
    people: Sequence[str], day: int, statements: Iterable[Coverage], terms: Sequence[Term]
) -> bool:
    """Whether each event of this person, or these two, on the day is on record."""
    known = False
    for one in statements:
        if any(_includes(one, order, day, terms) for order in permutations(people)):
            if not one.complete:
                return False
            known = True
    return known


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


def bearing(
    event: Happening,
    statements: Iterable[Coverage],
    offices: Mapping[str, Office],
    days_of: Callable[[str], Days],
) -> tuple[Coverage, ...]:
    """The statements that include the event but for its people, known gaps first.

    ``days_of`` gives the days of a state.
    """
    included = [one for one in statements if _speaks_of(one, event, offices, days_of)]
    return tuple(sorted(included, key=lambda one: one.complete))


def _speaks_of(
    one: Coverage,
    event: Happening,
    offices: Mapping[str, Office],
    days_of: Callable[[str], Days],
) -> bool:
    """A known gap is where the statement possibly is, completeness where it surely is."""
    days = one.when.core if one.complete else one.when.outer
    return (
        one.kind.value == event.kind.value
        and touches(event.first, event.first, days)
        and one.mode in (None, event.mode)
        and _speaks_of_where(one, event, offices, days_of)
        and (not one.visit_kinds or event.visit_kind in one.visit_kinds)
    )


def _speaks_of_where(
    one: Coverage,
    event: Happening,
    offices: Mapping[str, Office],
    days_of: Callable[[str], Days],
) -> bool:
    if one.country is not None:
        span = one.when.outer
        in_its_days = touches(span.first, span.last, days_of(one.country))
        return one.country in (event.states if one.complete and in_its_days else event.perhaps)
    if not one.complete or one.kind is not Covered.VISIT:
        return True
    held = {one.who.office} if isinstance(one.who, Holder) else one.who.capacity.offices
    return event.perhaps.isdisjoint(offices[office].country for office in held)


def _includes(one: Coverage, people: Sequence[str], day: int, terms: Sequence[Term]) -> bool:
    return all(
        party is None or _covers(party, person, day, terms)
        for party, person in zip((one.who, one.whom), people, strict=False)
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
