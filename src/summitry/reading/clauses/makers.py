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
    NthOf,
    SinceEvent,
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
from summitry.model.selection import Selection, Someone
from summitry.model.when import ALWAYS
from summitry.reading.clauses.facts import Facts
from summitry.reading.clauses.members import each, together
from summitry.reading.mentions.items import (
    AboutItem,
    AnchorItem,
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
from summitry.reading.mentions.narrowing import SEVERAL, Unreadable


def _took_place(facts: Facts) -> tuple[Claim, ...]:
    if facts.frame.respective:
        return _respectively(facts)
    found: list[Claim] = []
    several = each([*facts.tail, *facts.that], "and")
    if len(several) > 1 and len(facts.pairs()) > 1:
        raise Unreadable("it isn't clear who goes with what")
    for items in several:
        for selection in map(facts.titled, facts.selections(items)):
            found.append(TookPlace(selection=selection, quote=facts.around.quote))
            found.extend(facts.details(selection))
    return tuple(found)


def _respectively(facts: Facts) -> tuple[Claim, ...]:
    """Of "Nixon and Ford met Brezhnev in 1972 and 1974 respectively": each then."""
    said = [*facts.tail, *facts.that]
    lists = [item for item in said if isinstance(item, EachItem)]
    rest = [item for item in said if not isinstance(item, EachItem)]
    apart = [[*rest, *members] for members in zip(*(one.items for one in lists), strict=False)]
    found = [facts.selections(items) for items in apart]
    if not lists or len({len(one.items) for one in lists}) > 1 or not found:
        raise Unreadable("it isn't clear who goes with what")
    if len(found[0]) == 1:
        chosen = [row[0] for row in found]
    elif len(found[0]) == len(found):
        chosen = [row[n] for n, row in enumerate(found)]
    else:
        raise Unreadable("it isn't clear who goes with what")
    return tuple(TookPlace(selection=one, quote=facts.around.quote) for one in chosen)


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
    if facts.that and not facts.frame.this:
        told += [facts.told(selection, items) for items in each(facts.that, "and")]
    if facts.frame.counts[0].sole and told and told[0].window == ALWAYS:
        # Of no time in particular it may be of another capacity than the one that is counted.
        (that,) = told
        return claim, _first_of_all(claim, that)
    return claim, *(TookPlace(selection=one, quote=facts.around.quote) for one in told)


def _first_of_all(counted: HowMany, that: Selection) -> WhichOne:
    """That the first of what is counted was this one."""
    return WhichOne(
        selection=counted.selection, position=1, that=that, rules=counted.rules,
        quote=counted.quote,
    )  # fmt: skip


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


def _which_one_since(facts: Facts) -> tuple[Claim, ...]:
    """Of "the second since Trump returned to office": of what has been since."""
    if facts.frame.ordinals[0].position < 0:
        raise Unreadable("it isn't clear which one is meant")
    facts.since_as_time()
    return _which_one(facts)


def _first_since(facts: Facts) -> tuple[Claim, ...]:
    selection = facts.selection()
    return (
        FirstSince(
            selection=selection,
            anchor=facts.anchor(),
            that=facts.told(selection),
            rules=facts.rules("formal" if facts.frame.formal else "negative"),
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


def _none_again(facts: Facts) -> tuple[Claim, ...]:
    """Of "They never met again": none since the one that was told of last."""
    return (
        NoneSince(
            selection=facts.selection(), anchor=facts.anchor_told(),
            rules=facts.rules("negative"), quote=facts.around.quote,
        ),
    )  # fmt: skip


def _who(facts: Facts) -> tuple[Claim, ...]:
    frame = facts.frame
    rosters = [w for w in (*frame.subjects, *frame.objects) if isinstance(w, RosterItem)]
    if len(rosters) != 1 or rosters[0].roster is None:
        raise Unreadable("more than one group is spoken of")
    among, roster = rosters[0].among, rosters[0].roster
    selection = facts.selection()
    if selection.whom == among:
        selection = replace(selection, who=among, whom=selection.who)
    if isinstance(roster, NthOf) and selection.whom == Someone(roster.person):
        raise Unreadable("it isn't clear whom they met")
    return (
        Who(
            among=among,
            selection=selection,
            roster=roster,
            rules=facts.rules("who"),
            quote=facts.around.quote,
        ),
    )


def _first_of(facts: Facts) -> tuple[Claim, ...]:
    """Who was the first, and the event that made them so: what tells when restricts nobody else."""
    told = [item for item in facts.tail if isinstance(item, TimeItem | GatheringItem)]
    facts.tail = [item for item in facts.tail if not any(item is one for one in told)]
    claims = _who(facts)
    (claim,) = claims
    if not isinstance(claim, Who) or not isinstance(claim.roster, NthOf):
        raise Unreadable("more than one group is spoken of")
    said = [*told, *facts.that]
    if not any(isinstance(item, TimeItem | GatheringItem | PlaceItem) for item in said):
        return claims
    one = facts.of_one(claim.selection, claim.among, claim.roster.person, said)
    return claim, TookPlace(selection=one, quote=facts.around.quote)


def _ranked(facts: Facts) -> tuple[Claim, ...]:
    """Of "The last U.S. president to visit Moscow was Bush", "the first since Ford to"."""
    frame = facts.frame
    rosters = [w for w in (*frame.subjects, *frame.objects) if isinstance(w, RosterItem)]
    found = rosters[0].ranked
    if len(rosters) != 1 or found is None:
        raise Unreadable("more than one group is spoken of")
    among, quote = rosters[0].among, facts.around.quote
    told = [item for item in facts.tail if isinstance(item, TimeItem | GatheringItem)]
    facts.tail = [item for item in facts.tail if not any(item is one for one in told)]
    selection = facts.selection()
    that = facts.of_one(selection, among, found.person, [*told, *facts.that])
    rules = facts.rules("negative")
    if found.since is None:
        position = found.position
        return (
            WhichOne(selection=selection, position=position, that=that, rules=rules, quote=quote),
        )
    before = SinceEvent(facts.of_one(selection, among, found.since, []))
    return (FirstSince(selection=selection, anchor=before, that=that, rules=rules, quote=quote),)


def _now(facts: Facts) -> tuple[Claim, ...]:
    """Of "This is the seventh time that they have met": so many times by now."""
    if any(isinstance(item, AnchorItem) for item in facts.tail):
        facts.since_as_time()
    number = Bounds.exactly(facts.frame.ordinals[0].position)
    return (
        HowMany(
            selection=facts.selection(), number=number, rules=facts.rules(),
            quote=facts.around.quote,
        ),
    )  # fmt: skip


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
        case AboutItem(topic, others):
            return [WasAbout(topic), *map(WasAbout, others)]
        case SettingItem(settings):
            return [WasSetting(settings)]
        case TimeItem(window) if window is not None:
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
    "which_one_since": _which_one_since,
    "first_since": _first_since,
    "none_since": _none_since,
    "none_again": _none_again,
    "who": _who,
    "who_since": _who_since,
    "detail": _detail,
    "first_of": _first_of,
    "ranked": _ranked,
    "now": _now,
}
