"""Claims as short lines, for tables of cases: kind, parties, then what narrows and what is said.

A window is ``first..last``, with ``~`` and its sure days where it is vague; a party's capacity
stands in brackets, an office asked about after ``@``. Rules are left out: they have tests of
their own.
"""

from __future__ import annotations

from summitry.model.bounds import Bounds
from summitry.model.claims import (
    Anchor,
    Aspect,
    Claim,
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
    WasAt,
    WasHostedBy,
    WasPartOf,
    WasPartOfSeries,
    WasSetting,
    WasWithin,
    WhichOne,
    Who,
)
from summitry.model.days import Days
from summitry.model.events import EventKind
from summitry.model.selection import Party, Selection, Someone
from summitry.model.when import ALWAYS, Window


def short(claim: Claim) -> str:
    """The claim as a short line."""
    match claim:
        case TookPlace():
            return f"took place {_events(claim.selection)}"
        case HowMany():
            return f"{_number(claim.number)} of {_events(claim.selection)}"
        case WhichOne():
            said = f"#{claim.position} of {_events(claim.selection)}"
            return f"{said} is {_more(claim.selection, claim.that)}"
        case FirstSince():
            said = f"{_more(claim.selection, claim.that)} first of {_events(claim.selection)}"
            return f"{said} since {_anchor(claim.anchor)}"
        case NoneSince():
            return f"none of {_events(claim.selection)} since {_anchor(claim.anchor)}"
        case Who():
            return f"{_roster(claim.roster)} @{claim.among.office}: {_events(claim.selection)}"
        case Held():
            acting = {True: "acting ", False: "full ", None: ""}[claim.acting]
            return f"{claim.person} {acting}{claim.office} {_time(claim.time)}"
        case Detail():
            return f"{_events(claim.selection)} {_aspect(claim.aspect)}"


def _days(days: Days) -> str:
    return ",".join(
        f"{Days(span).earliest or ''}..{Days(span).latest or ''}" for span in days.spans
    )


def window(said: Window | None) -> str:
    """A window in short."""
    if said is None:
        return "?"
    if said.possibly.only is not None:
        return str(said.possibly.only)
    return _days(said.possibly) + ("" if said.is_exact else f"~{_days(said.surely)}")


def _number(number: Bounds) -> str:
    if number.is_exact:
        return str(number.least)
    return f"{number.least}-{'' if number.most is None else number.most}"


def _party(party: Party) -> str:
    if not isinstance(party, Someone):
        return f"@{party.office}"
    capacity = party.capacity
    offices = "in office" if capacity.in_office else "/".join(sorted(capacity.offices))
    return party.person + (f"[{offices}]" if offices else "")


def _narrowing(selection: Selection) -> list[str]:
    sets = (selection.modes, selection.settings, selection.visit_kinds)
    named = (selection.place, selection.occasion, selection.series, selection.topic)
    found = ["/".join(sorted(chosen)) for chosen in sets if chosen]
    found += [name for name in named if name is not None]
    found += [f"hosted by {_party(selection.host)}"] if selection.host is not None else []
    return found + ([window(selection.window)] if selection.window != ALWAYS else [])


def _events(selection: Selection) -> str:
    parties = [_party(party) for party in (selection.who, selection.whom) if party is not None]
    kind = ["visit"] if selection.kind is EventKind.VISIT else []
    return " ".join([*kind, "+".join(parties), *_narrowing(selection)])


def _more(selection: Selection, that: Selection) -> str:
    """What the one event's selection says beside the other's."""
    known = _narrowing(selection)
    return " ".join(part for part in _narrowing(that) if part not in known)


def _anchor(anchor: Anchor) -> str:
    match anchor:
        case SinceDays(said):
            return window(said)
        case SinceLandmark(landmark):
            return landmark
        case SinceEvent(selection):
            return f"({_events(selection)})"
        case SinceTenure(person, office):
            return f"{person} {office}"


def _roster(roster: Roster) -> str:
    match roster:
        case EachOf(since, until, but):
            ends = f"{since or ''}..{until or ''}"
            return f"each {ends}" + (f" but {', '.join(sorted(but))}" if but else "")
        case NoneBut(people):
            return f"only {', '.join(sorted(people))}"
        case NthOf(person, position):
            return f"first {person}" if position == 1 else f"no. {position} {person}"
        case SoMany(number):
            return _number(number)


def _time(time: TimeInOffice) -> str:
    match time:
        case SomeDay(said):
            return f"in {window(said)}"
        case Throughout(said):
            return f"throughout {window(said)}"
        case Elected(said):
            return f"elected {window(said)}"
        case Spell(began, ended):
            return f"from {window(began)} to {window(ended)}"


def _aspect(aspect: Aspect) -> str:
    match aspect:
        case Lasted(minutes):
            return f"lasted {_number(minutes)}"
        case WasAt(name) | WasPartOf(name) | WasPartOfSeries(name):
            return f"was {name}"
        case WasHostedBy(host):
            return f"hosted by {_party(host)}"
        case WasSetting(settings):
            return f"was {'/'.join(sorted(settings))}"
        case WasWithin(said):
            return f"was {window(said)}"
        case _:
            return f"about {aspect.topic}"
