"""Who met whom: the pairs that a frame speaks of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from summitry.model.events import EventKind
from summitry.model.places import around
from summitry.model.selection import Holder, Party, Selection, Someone
from summitry.reading.clauses.said import Said
from summitry.reading.mentions.items import (
    PartyItem,
    PlaceItem,
    RosterItem,
    TimeItem,
)
from summitry.reading.mentions.narrowing import Unreadable

UNKNOWN: Final = "somebody in it isn't in the record, or can't be told"


class Paired(Said):
    """What a frame says, with whoever took part."""

    def pairs(self) -> list[tuple[Party, Party | None]]:
        """Who met whom: each pair that the frame speaks of."""
        named = self.ordered()
        return [named] if named is not None else self.own_pairs()

    def ordered(self) -> tuple[Party, Party | None] | None:
        """Who met whom in the order that "his first with Biden" speaks of."""
        named = [o.parties for o in self.frame.ordinals if o.parties]
        if not named:
            return None
        parties = flat(named[0])
        visit = self.frame.sense.kind is EventKind.VISIT
        if visit and self.frame.swapped and len(named) == len(parties) == 1:
            return parties[0], None
        if visit or not self.frame.swapped or len(named) > 1 or len(parties) != 2:
            raise Unreadable("it isn't said who met whom")
        return parties[0], parties[1]

    def own_pairs(self) -> list[tuple[Party, Party | None]]:
        """Who met whom by the frame's own words."""
        visit = self.frame.sense.kind is EventKind.VISIT
        subjects, objects = flat(self.frame.subjects), flat(self.frame.objects)
        if not visit:
            self._check_pronouns()
        if visit:
            if subjects and not all(any(same(o, s) for s in subjects) for o in objects):
                raise Unreadable("somebody else than the visitor is named")
            return [(who, None) for who in (subjects or objects)]
        others = [o for o in objects if not any(same(o, s) for s in subjects)]
        if self.frame.role == "light" and subjects:
            # Of "held talks with Mao and Zhou": with each, and not these two with one another.
            objects = others
        elif self.frame.role != "verb":
            subjects, objects = [*subjects, *objects], []
        subjects, objects = _distinct(subjects), _distinct(objects)
        if self.frame.sense.roles == "host" and not subjects and len(objects) == 1:
            subjects = self._hosts()
        if not objects:
            subjects = self._completed(subjects)
            return [(a, b) for n, a in enumerate(subjects) for b in subjects[n + 1 :]]
        return [
            (a, b) for a in (subjects or self._completed([])) for b in objects if not same(a, b)
        ]

    def _check_pronouns(self) -> None:
        """:class:`Unreadable` of "his talks with Obama" where he is said to be a compatriot."""
        calendar = self.around.calendar
        items = [w for w in (*self.frame.subjects, *self.frame.objects) if isinstance(w, PartyItem)]
        told = [(i.word, p.person) for i in items for p in i.parties if isinstance(p, Someone)]
        for word, person in told:
            others = [other for _, other in told if other != person]
            alike = any(calendar.are_compatriots(person, other) for other in others)
            if word in ("he", "his") and alike:
                raise Unreadable(UNKNOWN)

    def _hosts(self) -> list[Party]:
        """Of "was received at the White House in 2009": whoever led the country of the place."""
        calendar = self.around.calendar
        if not self.all_of(TimeItem):
            return []
        for item in self.all_of(PlaceItem):
            for place in around(calendar.names.places, item.place):
                offices = calendar.offices_of(place.id, "leader")
                if len(offices) == 1:
                    return [Holder(next(iter(offices)))]
        return []

    def _completed(self, people: list[Party]) -> list[Party]:
        """One party or none, completed to the pair that the text speaks of."""
        if len(people) >= 2:
            return people
        pair = self.around.pair
        alone = self.frame.role == "light" and bool(self.frame.counts)
        if (
            self.frame.role == "verb"
            or (people and alone and self.frame.plural)
            or pair is None
            or (people and not any(same(people[0], p) for p in pair))
        ):
            raise Unreadable("it isn't said who met whom")
        return list(pair)


def pair_of(selection: Selection) -> frozenset[Party | None]:
    """The two of whose encounters a selection speaks, in whatever capacity."""
    return frozenset(
        Someone(party.person) if isinstance(party, Someone) else party
        for party in (selection.who, selection.whom)
    )


def flat(who: Iterable[PartyItem | RosterItem]) -> list[Party]:
    """The parties of mentions; :class:`Unreadable` if one can't be told."""
    found: list[Party] = []
    for item in who:
        if isinstance(item, RosterItem):
            found.append(item.among)
            continue
        for party in item.parties:
            if party is None:
                raise Unreadable(UNKNOWN)
            found.append(party)
    return found


def same(a: Party, b: Party | None) -> bool:
    """Whether two are the same person, in whatever capacity, or the same holder."""
    if isinstance(a, Someone) and isinstance(b, Someone):
        return a.person == b.person
    return a == b


def _distinct(parties: list[Party]) -> list[Party]:
    found: list[Party] = []
    for party in parties:
        if not any(same(party, other) for other in found):
            found.append(party)
    return found
