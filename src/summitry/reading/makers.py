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
from summitry.reading.facts import Facts
from summitry.reading.items import (
    AboutItem,
    DurationItem,
    GatheringItem,
    HostItem,
    Item,
    PlaceItem,
    RosterItem,
    SettingItem,
    TimeItem,
)
from summitry.reading.narrowing import Unreadable


def _took_place(facts: Facts) -> tuple[Claim, ...]:
    found: list[Claim] = []
    for tail in _split(facts.tail):
        for selection in map(facts.titled, facts.selections([*tail, *facts.that])):
            found.append(TookPlace(selection=selection, quote=facts.around.quote))
            found.extend(facts.details(selection))
    return tuple(found)


def _split(tail: list[Item]) -> list[list[Item]]:
    """One list of mentions for each gathering or time, where several are told of in one breath."""
    gatherings = [i for i in tail if isinstance(i, GatheringItem)]
    if len(gatherings) > 1:
        rest: list[Item] = [i for i in tail if not isinstance(i, GatheringItem)]
        return [[*rest, item] for item in gatherings]
    lists = [i for i in tail if isinstance(i, TimeItem) and i.each]
    if len(lists) == 1 and not any(isinstance(i, PlaceItem | GatheringItem) for i in tail):
        rest = [i for i in tail if i is not lists[0]]
        return [[*rest, TimeItem(window)] for window in lists[0].each]
    return [tail]


def _how_many_since(facts: Facts) -> tuple[Claim, ...]:
    facts.since_as_time()
    return _how_many(facts)


def _how_many(facts: Facts) -> tuple[Claim, ...]:
    selection, number = facts.selection(), facts.number()
    claim = HowMany(
        selection=selection, number=number, rules=facts.rules(), quote=facts.around.quote
    )
    if not facts.that:
        return (claim,)
    return claim, TookPlace(selection=facts.told(selection), quote=facts.around.quote)


def _how_many_none(facts: Facts) -> tuple[Claim, ...]:
    return tuple(
        HowMany(
            selection=selection,
            number=Bounds.exactly(0),
            rules=facts.rules("negative"),
            quote=facts.around.quote,
        )
        for selection in facts.selections()
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
        for selection in facts.selections()
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
        case TimeItem(window, _, _) if window is not None:
            return [WasWithin(window)]
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
    "detail": _detail,
}
