"""Whether two claims say the same, for a reader who doesn't split hairs."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import fields, replace
from datetime import date
from typing import Final

from summitry.model.bounds import Bounds
from summitry.model.claims import (
    Anchor,
    Aspect,
    Claim,
    Detail,
    Elected,
    FirstSince,
    Held,
    HowMany,
    Lasted,
    NoneSince,
    NthOf,
    SinceDays,
    SinceEvent,
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
from summitry.model.events import Setting
from summitry.model.selection import Party, Selection, Someone
from summitry.model.when import ALWAYS, Window

HAIR: Final = 0.15
"""How far apart, of the longer, two lengths may lie that are said in the same words."""

_PARTS: Final[dict[type[Aspect], str]] = {
    WasAt: "place",
    WasHostedBy: "host",
    WasPartOf: "occasion",
    WasPartOfSeries: "series",
    WasAbout: "topic",
    WasSetting: "settings",
    WasWithin: "window",
}
"""The part of a selection that says the same as an aspect."""

_PARTIES: Final = frozenset({"kind", "who", "whom", "window"})
_SETTINGS: Final = (
    (frozenset({Setting.SIDELINES, Setting.PULL_ASIDE}), frozenset({Setting.SIDELINES})),
    (frozenset({Setting.SIDELINES, Setting.BILATERAL}), frozenset({Setting.BILATERAL})),
)
"""What "on the sidelines" and "bilateral" may mean, and the one that readers would take."""
_UNBOUNDED: Final = (None, None)
"""The outer days of a window that any day is within."""


def same(one: Claim, other: Claim, as_of: date) -> bool:
    """Whether the two are equal but for what no reader could tell from the words.

    That an event had an aspect (but its length) is that one with the aspect took place. The
    parties may stand in either order; a vague window is taken by its outer days or by its sure
    ones, and one that goes on to the day of the text or beyond has no end; the capacity of a party
    doesn't matter in a claim that counts nothing, for its date settles it; nor does a little in how
    long it lasted. The counting rules are left out.
    """
    keys = [{key(said(each), as_of) for said in _WAYS} for each in (one, other)]
    if keys[0].isdisjoint(keys[1]):
        return False
    match one, other:
        case Detail(aspect=Lasted(a)), Detail(aspect=Lasted(b)):
            return _is_near(a, b)
        case _:
            return True


def _surely(claim: Claim) -> Claim:
    """The claim with each vague time as its sure days: "the summer of 1974" as June to August."""
    told = {
        name: replace(selection, window=Window.of(selection.window.surely))
        for name in ("selection", "that")
        if (selection := getattr(claim, name, None)) is not None
        and not selection.window.surely.is_empty()
    }
    return replace(claim, **told)


def _counted(claim: Claim) -> Claim:
    """Of "the second pope to visit the White House": that two did, by the day of the text."""
    if not isinstance(claim, Who) or not isinstance(claim.roster, NthOf):
        return claim
    position = claim.roster.position
    return replace(claim, roster=SoMany(Bounds.exactly(position))) if position > 1 else claim


_WAYS: Final[tuple[Callable[[Claim], Claim], ...]] = (lambda claim: claim, _surely, _counted)
"""A claim as it is, and in other words that a reader takes for the same."""


def _is_near(one: Bounds, other: Bounds) -> bool:
    apart = abs(one.least - other.least)
    return one.within(other).possibly() and apart <= HAIR * max(one.least, other.least)


def key(claim: Claim, as_of: date) -> Hashable:
    """What claims that say the same have in common."""
    match claim:
        case TookPlace(selection=selection):
            return ("took place", _events(selection, as_of, plain=True))
        case Detail(selection=selection, aspect=Lasted()):
            return ("lasted", _events(selection, as_of, plain=True))
        case Detail(selection=selection, aspect=aspect):
            (slot,) = fields(aspect)
            said = getattr(aspect, slot.name)
            if (part := _PARTS[type(aspect)]) in _taken(selection):
                return ("detail", _events(selection, as_of, plain=True), part, _said(said, as_of))
            narrowed = replace(selection, **{part: said})
            return ("took place", _events(narrowed, as_of, plain=True))
        case HowMany(selection=selection, number=number):
            return ("how many", _events(selection, as_of), number)
        case WhichOne(selection=selection, that=that, position=position):
            events = _events(selection, as_of)
            return ("which one", events, position, _more(selection, that, as_of))
        case FirstSince(selection=selection, that=that, anchor=anchor):
            said = (_anchor(anchor, as_of), _more(selection, that, as_of))
            return ("first since", _events(selection, as_of), said)
        case NoneSince(selection=selection, anchor=anchor):
            return ("none since", _events(selection, as_of), _anchor(anchor, as_of))
        case Who(among=among, selection=selection, roster=roster):
            return ("who", among, _events(selection, as_of), roster)
        case Held(person=person, office=office, acting=acting, time=time):
            return ("held", person, office, acting, _time(time, as_of))


def _taken(selection: Selection) -> frozenset[str]:
    """The parts of a selection that narrow it."""
    parts = {field.name for field in fields(selection) if getattr(selection, field.name)}
    return frozenset(parts - ({"window"} if selection.window == ALWAYS else set()))


def _said(said: object, as_of: date) -> Hashable:
    return _days(said, as_of) if isinstance(said, Window) else said


def _plain(party: Party) -> Hashable:
    return party.person if isinstance(party, Someone) else party


def _parties(selection: Selection, *, plain: bool) -> Hashable:
    parties = [party for party in (selection.who, selection.whom) if party is not None]
    return (selection.kind, frozenset(map(_plain, parties) if plain else parties))


def _narrowing(selection: Selection, as_of: date) -> frozenset[Hashable]:
    slots = [field.name for field in fields(selection) if field.name not in _PARTIES]
    found: set[Hashable] = {(slot, getattr(selection, slot)) for slot in slots}
    found = {pair for pair in found if isinstance(pair, tuple) and pair[1]}
    for wide, narrow in _SETTINGS:
        if ("settings", wide) in found:
            found = {*(found - {("settings", wide)}), ("settings", narrow)}
    days = None if selection.window == ALWAYS else _days(selection.window, as_of)
    if days not in (None, _UNBOUNDED):
        found.add(("window", days))
    return frozenset(found)


def _events(selection: Selection, as_of: date, *, plain: bool = False) -> Hashable:
    return (_parties(selection, plain=plain), _narrowing(selection, as_of))


def _more(selection: Selection, that: Selection, as_of: date) -> Hashable:
    """What ``that`` says beside the selection, and its parties where they are others."""
    parties = _parties(that, plain=True)
    same_parties = parties == _parties(selection, plain=True)
    said = _narrowing(that, as_of) - _narrowing(selection, as_of)
    return (None if same_parties else parties, said)


def _days(window: Window | None, as_of: date) -> Hashable:
    if window is None or window.possibly.only is not None:
        return window and window.possibly.only
    days = window.possibly
    goes_on = days.latest is None or days.latest >= as_of
    if len(days.spans) > 1:
        return days
    return (days.earliest, None if goes_on else days.latest)


def _anchor(anchor: Anchor, as_of: date) -> Hashable:
    match anchor:
        case SinceDays(window):
            return _days(window, as_of)
        case SinceEvent(selection):
            return _events(selection, as_of, plain=True)
        case _:
            return anchor


def _time(time: TimeInOffice, as_of: date) -> Hashable:
    match time:
        case Spell(began, ended):
            return ("spell", _days(began, as_of), _days(ended, as_of))
        case SomeDay(window) | Throughout(window) | Elected(window):
            return (type(time), _days(window, as_of))
