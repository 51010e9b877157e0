"""A selection as a counting rule reads it: what is asked of each event."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar, assert_never

from summitry.model.events import EventKind, Mode, Setting, VisitKind
from summitry.model.names import Names
from summitry.model.people import OfficeId
from summitry.model.rules import CountingRule, Standing, Unit
from summitry.model.selection import ANY_CAPACITY, Capacity, Holder, Party, Selection, Someone

_T = TypeVar("_T")

NO_RULE = CountingRule(id="", says="")
"""The rule of claims that count nothing: it narrows nothing, and each event is one."""


@dataclass(frozen=True, slots=True)
class Part:
    """Someone who takes part, as asked: a person, the holder of an office, or anyone at all (None).

    ``offices``: one of these must be held on the day; None: in any capacity.
    """

    party: Party | None
    offices: frozenset[OfficeId] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A selection under a rule. A set of None lets everything in, an empty one nothing."""

    selection: Selection
    who: Part
    whom: Part
    host: Part | None
    modes: frozenset[Mode] | None
    settings: frozenset[Setting] | None
    visit_kinds: frozenset[VisitKind] | None
    unit: Unit


def ask(selection: Selection, rule: CountingRule, names: Names) -> Asked:
    """The selection as the rule reads it.

    A rule's settings and modes narrow encounters only, its kinds of visit visits only; its standing
    binds each party that has no capacity of its own, but not the host.
    """
    encounters = selection.kind is EventKind.ENCOUNTER
    return Asked(
        selection=selection,
        who=part_of(selection.who, rule.standing, names),
        whom=part_of(selection.whom, rule.standing, names),
        host=None if selection.host is None else part_of(selection.host, Standing.ANY, names),
        modes=_both(selection.modes, rule.modes) if encounters else None,
        settings=_both(selection.settings, rule.settings) if encounters else None,
        visit_kinds=None if encounters else _both(selection.visit_kinds, rule.visit_kinds),
        unit=rule.unit,
    )


def part_of(party: Party | None, standing: Standing, names: Names) -> Part:
    """The party as asked, under the standing."""
    match party:
        case Holder(office):
            return Part(party, frozenset({office}))
        case Someone(_, capacity):
            return Part(party, _offices(capacity, standing, names))
        case None:
            return Part(None, _offices(ANY_CAPACITY, standing, names))
        case _:
            assert_never(party)


def _offices(capacity: Capacity, standing: Standing, names: Names) -> frozenset[OfficeId] | None:
    if capacity.offices:
        return capacity.offices
    match standing:
        case Standing.ANY if not capacity.in_office:
            return None
        case Standing.ANY | Standing.IN_OFFICE:
            return frozenset(names.offices)
        case Standing.LEADING:
            return frozenset(o.id for o in names.offices.values() if o.leads)
        case Standing.PRESIDENT:
            return frozenset(o.id for o in names.offices.values() if o.title == "president")
        case _:
            assert_never(standing)


def _both(asked: frozenset[_T], ruled: frozenset[_T]) -> frozenset[_T] | None:
    """What both let in, an empty set letting everything in; None if neither narrows."""
    if not asked:
        return ruled or None
    return asked & ruled if ruled else asked
