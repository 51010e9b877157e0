"""A panel: how often two people or offices met in each year, as far as the record can know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import combinations, permutations

from summitry.desk.find import COUNTED, Wanted, basis_of, countries_of, parties_of
from summitry.model.bounds import Bounds, Tally
from summitry.model.claims import HowMany
from summitry.model.coverage import Covered
from summitry.model.days import Days
from summitry.model.events import Event, EventKind, Visit
from summitry.model.names import Names
from summitry.model.people import Tenure
from summitry.model.problems import InputError
from summitry.model.rules import counting_rules
from summitry.model.selection import Holder, Party, Selection, Someone
from summitry.model.when import Window
from summitry.reckoning import Frame, evaluate_in
from summitry.record.view import View
from summitry.telling.event import tenures_on
from summitry.telling.exports.panel import Measure, PairYear, Panel, Side, measures


class Pairs(StrEnum):
    """What a panel pairs where it isn't said: the people, or the offices, of the record."""

    OFFICES = "offices"
    PEOPLE = "people"


Pair = tuple[Party, Party]


def panel(view: View, wanted: Wanted, kind: Pairs = Pairs.OFFICES) -> Panel:
    """The panel of the pair named, of one party with every other, or of all pairs of a kind.

    A pair has a row for each year in which both held an office as far as the record knows, and for
    each in which they met or one visited the other's country; from the year of ``since`` to that
    of ``until`` or, without it, to the last that the record reaches. Not named, a pair is of two
    that met, or of whom one visited the other's country, and of different countries.

    Raises UnknownName for a name that the record doesn't hold or holds more than once, and
    InputError where both mean the same, where the days are not whole years, or where more is
    wanted than names and years: a panel has columns for the rest.
    """
    if wanted != Wanted(a=wanted.a, b=wanted.b, since=wanted.since, until=wanted.until):
        raise InputError(
            "a panel counts every kind, mode, setting and place"
            " (expected names, since and until alone)"
        )
    first, last = _years(wanted.since, wanted.until)
    names = view.names()
    named = parties_of(wanted, names)
    making = _Making(view, names, Frame.of(view, date.max), first, last)
    found = [(named[0], named[1])] if len(named) == 2 else making.pairs(set(named), kind)
    return Panel(
        record=view.about().name,
        basis=basis_of(view),
        rows=tuple(row for pair in found for row in making.rows(pair)),
    )


def _years(since: date | None, until: date | None) -> tuple[int, int | None]:
    """The first and the last year; InputError where a year is cut."""
    if since is not None and (since.month, since.day) != (1, 1):
        raise InputError(f'a panel counts whole years: since "{since}" (expected a year)')
    if until is not None and (until.month, until.day) != (12, 31):
        raise InputError(f'a panel counts whole years: until "{until}" (expected a year)')
    if since is not None and until is not None and until < since:
        raise InputError(
            f'no year is both since "{since.year}" and until "{until.year}" '
            "(expected the first to be the earlier)"
        )
    return since.year if since else date.min.year, until.year if until else None


@dataclass(frozen=True)
class _Making:
    view: View
    names: Names
    frame: Frame
    first: int
    last: int | None

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """What is counted."""
        return tuple(event for event in self.view.events() if event.status in COUNTED)

    # --- pairs ---------------------------------------------------------------------------------

    def pairs(self, named: set[Party], kind: Pairs) -> list[Pair]:
        """The pairs of the record, or those of the party that is named, by id."""
        found = {
            (a, b)
            for event in self.events
            for ours, theirs in self.sides[event.id]
            for a in (ours & named if named else _of(kind, ours))
            for b in _of(kind, theirs)
            if (named or _id(a) < _id(b)) and not self.are_compatriots(a, b)
        }
        return sorted(found, key=lambda pair: (_id(pair[0]), _id(pair[1])))

    @cached_property
    def sides(self) -> Mapping[str, list[tuple[set[Party], set[Party]]]]:
        """What any two were who took part in an event, in both orders, by the event's id."""
        return {
            event.id: [
                (self.was(one, event), self.was(other, event))
                for pair in self.together(event)
                for one, other in permutations(pair)
            ]
            for event in self.events
        }

    def together(self, event: Event) -> Iterator[tuple[str, str]]:
        """Two people of an encounter; of a visit the visitor and who led the country."""
        if not isinstance(event, Visit):
            yield from combinations(sorted(event.people), 2)
            return
        for tenure in self.names.tenures:
            office = self.names.offices[tenure.office]
            leads = office.leads and office.country == event.country
            if leads and event.when.touches(tenure.when.outer).possibly():
                yield event.person, tenure.person

    def was(self, person: str, event: Event) -> set[Party]:
        """The person, and the offices that the person may have held at the event."""
        held = tenures_on(self.names, person, event.when)
        return {Someone(person), *(Holder(tenure.office) for tenure in held)}

    def are_compatriots(self, one: Party, other: Party) -> bool:
        """Whether both are one, or of the same countries."""
        countries = countries_of(one, self.names)
        alike = bool(countries) and countries == countries_of(other, self.names)
        return one == other or alike

    # --- rows ----------------------------------------------------------------------------------

    def rows(self, pair: Pair) -> Iterator[PairYear]:
        """The pair's years, each with every tally."""
        a, b = (self.side(party) for party in pair)
        for year in self.years(pair):
            days = Days.between(date(year, 1, 1), date(year, 12, 31))
            tallies = {m.name: self.tally(m, pair, Window.of(days)) for m in measures()}
            yield PairYear(a=a, b=b, year=year, tallies=tallies)

    def side(self, party: Party) -> Side:
        """A party as the panel names it."""
        places = countries_of(party, self.names)
        country = self.names.places[places[0]].country if len(places) == 1 else None
        match party:
            case Someone(person):
                name, kind = self.names.people[person].name, "person"
            case Holder(office):
                name, kind = self.names.offices[office].name, "office"
        return Side(id=_id(party), name=name, kind=kind, country=country)

    def years(self, pair: Pair) -> list[int]:
        """The years of the pair's rows."""
        last = self.reach if self.last is None else self.last
        in_office = _years_of(self.tenures(pair[0]), last) & _years_of(self.tenures(pair[1]), last)
        met = {
            year
            for event in self.events
            if any(pair[0] in ours and pair[1] in theirs for ours, theirs in self.sides[event.id])
            for year in _touched(event.when.outer, last)
        }
        return sorted(year for year in in_office | met if self.first <= year <= last)

    def tenures(self, party: Party) -> tuple[Tenure, ...]:
        """The times in office of a person, or of an office's holders."""
        if isinstance(party, Holder):
            return self.view.tenures(office=party.office)
        return self.view.tenures(person=party.person)

    @cached_property
    def reach(self) -> int:
        """The last year of an event or of a complete coverage statement that has an end."""
        spans = [event.when.outer for event in self.events]
        spans += [
            one.when.core
            for one in self.frame.coverage
            if one.complete and one.kind is not Covered.TENURE
        ]
        ends = [days.latest for days in spans]
        return max((end.year for end in ends if end is not None), default=date.min.year)

    # --- tallies -------------------------------------------------------------------------------

    def tally(self, measure: Measure, pair: Pair, window: Window) -> Tally | None:
        """How many events of the measure there were; None where no country could be visited."""
        a, b = pair
        if not measure.visitor:
            selection = Selection(
                who=a, whom=b, modes=measure.modes, settings=measure.settings, window=window
            )
            return self.count(selection, measure)
        guest, host = (a, b) if measure.visitor == "a" else (b, a)
        tallies = [
            self.count(
                Selection(kind=EventKind.VISIT, who=guest, place=country, window=window), measure
            )
            for country in countries_of(host, self.names)
        ]
        return _sum(tallies) if tallies else None

    def count(self, selection: Selection, measure: Measure) -> Tally:
        """The number of events of the selection by the measure's rule."""
        claim = HowMany(selection=selection, number=Bounds(0, None), rules=(measure.rule,))
        tally = evaluate_in(self.frame, claim, (counting_rules()[measure.rule],)).tally
        if tally is None:
            raise AssertionError(f"a count without a tally: {claim}")
        return tally


def _of(kind: Pairs, parties: set[Party]) -> Iterator[Party]:
    """Those of the parties that are people, or offices."""
    wanted = Someone if kind is Pairs.PEOPLE else Holder
    return (party for party in parties if isinstance(party, wanted))


def _id(party: Party) -> str:
    return party.office if isinstance(party, Holder) else party.person


def _years_of(tenures: Iterable[Tenure], last: int) -> set[int]:
    return {year for tenure in tenures for year in _touched(tenure.when.outer, last)}


def _touched(days: Days, last: int) -> range:
    """The years from the first day to the last, as far as the year ``last``."""
    first = date.fromordinal(days.first).year
    return range(first, min(date.fromordinal(days.last).year, last) + 1)


def _sum(tallies: Iterable[Tally]) -> Tally:
    surely, possibly = 0, 0
    is_open = False
    for tally in tallies:
        surely += tally.surely
        is_open = is_open or tally.possibly is None
        possibly += tally.possibly or 0
    return Tally(surely, None if is_open else possibly)
