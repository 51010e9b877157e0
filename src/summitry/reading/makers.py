"""The claims of each kind of form, made of a frame's facts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from summitry.model.bounds import Bounds
from summitry.model.claims import (
    Aspect,
    Claim,
    Detail,
    FirstSince,
    HowMany,
    Lasted,
    NoneSince,
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
from summitry.model.selection import Selection
from summitry.reading.facts import Facts
from summitry.reading.items import (
    AboutItem,
    DurationItem,
    EachItem,
    GatheringItem,
    HostItem,
    Item,
    PlaceItem,
    RosterItem,
    SettingItem,
    TimeItem,
)
from summitry.reading.members import each, together
from summitry.reading.narrowing import SEVERAL, Unreadable


def _took_place(facts: Facts) -> tuple[Claim, ...]:
    found: list[Claim] = []
    several = each([*facts.tail, *facts.that], "and")
    if len(several) > 1 and len(facts.pairs()) > 1:
        raise Unreadable("it isn't clear who goes with what")
    for items in several:
        for selection in map(facts.titled, facts.selections(items)):
            found.append(TookPlace(selection=selection, quote=facts.around.quote))
            found.extend(facts.details(selection))
    return tuple(found)


def _how_many_since(facts: Facts) -> tuple[Claim, ...]:
    facts.since_as_time()
    return _how_many(facts)


def _how_many(facts: Facts) -> tuple[Claim, ...]:
    number, tails = facts.number(), each(facts.tail, "and")
    facts.tail = together(facts.tail)
    selection = facts.selection()
    claim = HowMany(
        selection=selection, number=number, rules=facts.rules(), quote=facts.around.quote
    )
    told: list[Selection] = []
    if len(tails) > 1:
        if number.least < len(tails):
            raise Unreadable("it isn't clear whether they are counted together")
        told += [one for tail in tails for one in facts.selections(tail)]
    if facts.that:
        told += [facts.told(selection, items) for items in each(facts.that, "and")]
    return claim, *(TookPlace(selection=one, quote=facts.around.quote) for one in told)


def _how_many_none(facts: Facts) -> tuple[Claim, ...]:
    return tuple(
        HowMany(
            selection=selection,
            number=Bounds.exactly(0),
            rules=facts.rules("negative"),
            quote=facts.around.quote,
        )
        for items in each(facts.tail, "or")
        for selection in facts.selections(items)
    )


def _which_one(facts: Facts) -> tuple[Claim, ...]:
    selection = facts.selection()
    if len(facts.frame.ordinals) != 1:
        raise Unreadable("more than one position is said of it")
    that = facts.told(selection)
    if that == selection:
        raise Unreadable("it isn't said which one it was")
    return (
        WhichOne(
            selection=selection,
            position=facts.frame.ordinals[0].position,
            that=that,
            rules=facts.rules(),
            quote=facts.around.quote,
        ),
        *facts.details(that),
    )


def _first_since(facts: Facts) -> tuple[Claim, ...]:
    selection = facts.selection()
    return (
        FirstSince(
            selection=selection,
            anchor=facts.anchor(),
            that=facts.told(selection),
            rules=facts.rules("negative"),
            quote=facts.around.quote,
        ),
    )


def _none_since(facts: Facts) -> tuple[Claim, ...]:
    return tuple(
        NoneSince(
            selection=selection,
            anchor=facts.anchor(),
            rules=facts.rules("negative"),
            quote=facts.around.quote,
        )
        for items in each(facts.tail, "or")
        for selection in facts.selections(items)
    )


def _who(facts: Facts) -> tuple[Claim, ...]:
    frame = facts.frame
    rosters = [w for w in (*frame.subjects, *frame.objects) if isinstance(w, RosterItem)]
    if len(rosters) != 1 or rosters[0].roster is None:
        raise Unreadable("more than one group is spoken of")
    among, roster = rosters[0].among, rosters[0].roster
    selection = facts.selection()
    if selection.whom == among:
        selection = replace(selection, who=among, whom=selection.who)
    return (
        Who(
            among=among,
            selection=selection,
            roster=roster,
            rules=facts.rules("who"),
            quote=facts.around.quote,
        ),
    )


def _who_since(facts: Facts) -> tuple[Claim, ...]:
    facts.since_as_time()
    return _who(facts)


def _detail(facts: Facts) -> tuple[Claim, ...]:
    selection = facts.selection()
    aspects = [aspect for item in facts.that for aspect in _aspects(item)]
    if not aspects:
        raise Unreadable("nothing is said of it")
    return tuple(
        Detail(selection=selection, aspect=aspect, quote=facts.around.quote) for aspect in aspects
    )


def _aspects(item: Item) -> list[Aspect]:
    match item:
        case DurationItem(minutes):
            return [Lasted(minutes)]
        case PlaceItem(place, False):
            return [WasAt(place)]
        case HostItem(host) if host is not None:
            return [WasHostedBy(host)]
        case GatheringItem(occasion, _, _, _) if occasion is not None:
            return [WasPartOf(occasion)]
        case GatheringItem(_, series, _, _) if series is not None:
            return [WasPartOfSeries(series)]
        case AboutItem(topic):
            return [WasAbout(topic)]
        case SettingItem(settings):
            return [WasSetting(settings)]
        case TimeItem(window, _) if window is not None:
            return [WasWithin(window)]
        case EachItem():
            raise Unreadable(SEVERAL)
        case _:
            return []


MAKERS: Final[Mapping[str, Callable[[Facts], tuple[Claim, ...]]]] = {
    "took_place": _took_place,
    "how_many": _how_many,
    "how_many_since": _how_many_since,
    "how_many_none": _how_many_none,
    "which_one": _which_one,
    "first_since": _first_since,
    "none_since": _none_since,
    "who": _who,
    "who_since": _who_since,
    "detail": _detail,
}
