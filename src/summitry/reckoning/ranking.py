"""Which one: whether the n-th unit of a selection is the one meant."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from summitry.model.bounds import Tally
from summitry.model.claims import WhichOne
from summitry.model.days import FIRST_DAY, LAST_DAY, Days, Span
from summitry.model.events import Event
from summitry.model.findings import Correction, Fault, Gap, Lack
from summitry.model.rules import CountingRule, Unit
from summitry.model.selection import Selection
from summitry.model.truth import Truth, some
from summitry.reckoning.asked import ask
from summitry.reckoning.extent import supports
from summitry.reckoning.frame import Frame
from summitry.reckoning.gather import Gathered, gather
from summitry.reckoning.groups import Group, comes_before, group
from summitry.reckoning.nearest import near_miss
from summitry.reckoning.outcome import Outcome


def which_one(claim: WhichOne, rule: CountingRule, frame: Frame) -> Outcome:
    """Whether the unit at the claim's position holds an event that is the one meant."""
    gathered = gather(ask(claim.selection, rule, frame.names), frame)
    meant = gather(ask(claim.that, rule, frame.names), frame)
    ranking = Ranking(gathered, meant, group(gathered, frame))
    truth = ranking.truth(claim.position)
    number = ranking.positions(claim.position) if truth is not Truth.TRUE else _exactly(claim)
    return Outcome(
        truth=truth,
        tally=number,
        counts=gathered.sure,
        maybe=gathered.maybe,
        context=supports(gathered.asked, frame),
        gaps=gathered.gaps | meant.gaps | ranking.ties(claim.position)
        if truth is Truth.UNKNOWN
        else frozenset(),
        correction=_correct(claim, ranking, number, rule, frame) if truth is Truth.FALSE else None,
    )


def at_position(
    selection: Selection, position: int, rule: CountingRule, frame: Frame
) -> tuple[Event, ...]:
    """The events of the units that may be at a position in the order of a selection."""
    gathered = gather(ask(selection, rule, frame.names), frame)
    return _at(position, Ranking(gathered, gathered, group(gathered, frame)))


@dataclass(frozen=True)
class Ranking:
    """The units of a selection in order, and which of them hold an event that is meant."""

    gathered: Gathered
    meant: Gathered
    groups: tuple[Group, ...]

    def truth(self, position: int) -> Truth:
        """Whether the unit at the position is meant: by everything that may be there."""
        there = self.at(position)
        unrecorded = self._may_be_at_unrecorded(position, self.gathered.open)
        enough = len({g.kin for g in self.groups if g.sure}) >= abs(position)
        surely = enough and not unrecorded and all(self.is_meant(g).surely() for g in there)
        possibly = any(self.is_meant(g).possibly() for g in there) or self._may_be_at_unrecorded(
            position, self.gathered.open & self.meant.open
        )
        return Truth.between(surely=surely, possibly=possibly)

    def at(self, position: int) -> list[Group]:
        """The units that may be at the position."""
        earliest, latest = self._about(position)
        near = (g for g in self.groups if g.last >= earliest and g.first <= latest)
        return [g for g in near if self.may_be_at(g, position)]

    def _about(self, position: int) -> Span:
        """Two days: whatever may be at the position may start between them.

        Before what starts later surely come too many; before what starts earlier, on record and off
        it, too few possibly do.
        """
        beside, unrecorded = abs(position), self.gathered.open
        if position > 0:
            earliest = _at_place(self._all_firsts, beside - 1, LAST_DAY)
            if not unrecorded.is_empty():
                earliest = min(earliest, unrecorded.first)
            return earliest, _at_place(self._lasts, beside - 1, LAST_DAY)
        latest = _at_place(self._all_lasts, -beside, FIRST_DAY)
        if not unrecorded.is_empty():
            latest = max(latest, unrecorded.last)
        return _at_place(self._firsts, -beside, FIRST_DAY), latest

    def is_meant(self, one: Group) -> Truth:
        """Whether the unit, if it is one, holds an event that is meant."""
        found = some(self.meant.truth_of(event) for event in one.events)
        if found is Truth.TRUE:
            return found
        relatives = [e for k in one.kin for e in self.groups[k].events]
        joined = self.gathered.asked.unit is not Unit.EVENT and not self.meant.open.is_empty()
        possibly = joined or some(map(self.meant.truth_of, relatives)).possibly()
        return Truth.between(surely=False, possibly=possibly)

    def positions(self, position: int) -> Tally | None:
        """The places in the order of the units that are meant; None where none surely is.

        They are counted from the start, or from the end where ``position`` is negative.
        """
        meant = [g for g in self.groups if self.is_meant(g).surely()]
        beside = [self._beside(g, forward=position > 0) for g in meant]
        if not beside:
            return None
        most = [n for _, n in beside if n is not None]
        least = min(n for n, _ in beside)
        return Tally(least + 1, max(most) + 1 if len(most) == len(beside) else None)

    def ties(self, position: int) -> frozenset[Gap]:
        """The units that may be at the position and of which the order is open."""
        return frozenset(
            Gap(Lack.ORDER, one.events[0].id)
            for one in self.at(position)
            if any(
                comes_before(one, other) is Truth.UNKNOWN
                for other in self.groups
                if other.first <= one.last and other.last >= one.first and other.kin != one.kin
            )
        )

    def may_be_at(self, one: Group, position: int) -> bool:
        """Whether the unit may be at the position."""
        least, most = self._beside(one, forward=position > 0)
        beside = abs(position) - 1
        return least <= beside and (most is None or most >= beside)

    def _beside(self, one: Group, *, forward: bool) -> tuple[int, int | None]:
        """How many units come before it (after it, if not forward): at least, at most."""
        least = self._surely_before(one) if forward else self._surely_after(one)
        days = self.gathered.open
        beyond = not days.is_empty() and (
            days.first <= one.last if forward else days.last >= one.first
        )
        if beyond:
            return least, None
        return least, self._perhaps_before(one) if forward else self._perhaps_after(one)

    # Days tell which of two units comes first unless one may start on the very day that bounds the
    # other, where their sequence may: only units that start or end on that day are looked at.

    def _surely_before(self, one: Group) -> int:
        earlier = {
            g.kin
            for g in self._by_last.get(one.first, ())
            if g.sure
            and g.kin != one.kin
            and self._last_of[g.kin] == one.first
            and comes_before(g, one) is Truth.TRUE
        }
        return bisect_left(self._lasts, one.first) + len(earlier)

    def _surely_after(self, one: Group) -> int:
        later = {
            g.kin
            for g in self._by_first.get(one.last, ())
            if g.sure and g.kin != one.kin and comes_before(one, g) is Truth.TRUE
        }
        return len(self._firsts) - bisect_right(self._firsts, one.last) + len(later)

    def _perhaps_before(self, one: Group) -> int:
        beside = (g for g in self._by_first.get(one.last, ()) if g.number != one.number)
        ties = sum(comes_before(g, one).possibly() for g in beside)
        return bisect_left(self._all_firsts, one.last) - (one.first < one.last) + ties

    def _perhaps_after(self, one: Group) -> int:
        beside = (g for g in self._by_last.get(one.first, ()) if g.number != one.number)
        ties = sum(comes_before(one, g).possibly() for g in beside)
        later = len(self._all_lasts) - bisect_right(self._all_lasts, one.first)
        return later - (one.last > one.first) + ties

    @cached_property
    def _last_of(self) -> dict[frozenset[int], int]:
        """The latest day by which each unit that surely is one starts, of those that may be one."""
        lasts: dict[frozenset[int], int] = {}
        for g in self.groups:
            if g.sure:
                lasts[g.kin] = min(g.last, lasts.get(g.kin, g.last))
        return lasts

    @cached_property
    def _lasts(self) -> list[int]:
        return sorted(self._last_of.values())

    @cached_property
    def _firsts(self) -> list[int]:
        """The earliest day on which each unit that surely is one may start, in order."""
        return sorted({g.kin: g.first for g in self.groups if g.sure}.values())

    @cached_property
    def _all_lasts(self) -> list[int]:
        return sorted(g.last for g in self.groups)

    @cached_property
    def _all_firsts(self) -> list[int]:
        return sorted(g.first for g in self.groups)

    @cached_property
    def _by_last(self) -> dict[int, list[Group]]:
        return _by(self.groups, lambda g: g.last)

    @cached_property
    def _by_first(self) -> dict[int, list[Group]]:
        return _by(self.groups, lambda g: g.first)

    def _may_be_at_unrecorded(self, position: int, days: Days) -> bool:
        """Whether an event not in the record, on one of the days, may be at the position."""
        if days.is_empty():
            return False
        if position > 0:
            ahead = {g.kin for g in self.groups if g.sure and g.last < days.first}
        else:
            ahead = {g.kin for g in self.groups if g.sure and g.first > days.last}
        return len(ahead) <= abs(position) - 1


def _at_place(days: Sequence[int], place: int, otherwise: int) -> int:
    return days[place] if -len(days) <= place < len(days) else otherwise


def _by(groups: Iterable[Group], day: Callable[[Group], int]) -> dict[int, list[Group]]:
    found: dict[int, list[Group]] = {}
    for one in groups:
        found.setdefault(day(one), []).append(one)
    return found


def _exactly(claim: WhichOne) -> Tally:
    return Tally(abs(claim.position), abs(claim.position))


def _correct(
    claim: WhichOne, ranking: Ranking, number: Tally | None, rule: CountingRule, frame: Frame
) -> Correction | None:
    if number is not None:
        return Correction(Fault.POSITION, events=_at(claim.position, ranking), number=number)
    nearest = None if ranking.meant.sure else near_miss(claim.that, rule, frame)
    return nearest or Correction(Fault.POSITION, events=_at(claim.position, ranking))


def _at(position: int, ranking: Ranking) -> tuple[Event, ...]:
    """The events of the units that may be at the position."""
    return tuple(event for one in ranking.at(position) for event in one.events)
