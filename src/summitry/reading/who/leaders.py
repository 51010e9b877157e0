"""Who led which country when: what telling people apart asks of a record's tenures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from summitry.lexicon.tables import table
from summitry.model.days import NO_DAY, Days
from summitry.model.people import OfficeId, PersonId, Pronoun, Tenure
from summitry.model.places import PlaceId
from summitry.reading.mentions.calendar import Calendar


@dataclass(frozen=True)
class Leaders:
    """A record's tenures, asked by person and by office."""

    calendar: Calendar
    _met: dict[tuple[PersonId, PersonId], bool] = field(default_factory=dict, compare=False)

    @cached_property
    def _days(self) -> Mapping[PersonId, Days]:
        found: defaultdict[PersonId, Days] = defaultdict(lambda: NO_DAY)
        for tenure in self.calendar.names.tenures:
            if self.calendar.names.offices[tenure.office].leads:
                found[tenure.person] |= likely(tenure)
        return found

    @cached_property
    def _tenures(self) -> Mapping[OfficeId, tuple[Tenure, ...]]:
        found: defaultdict[OfficeId, list[Tenure]] = defaultdict(list)
        for tenure in self.calendar.names.tenures:
            found[tenure.office].append(tenure)
        return {
            office: tuple(sorted(rows, key=lambda t: (t.when.outer.first, t.when.outer.last)))
            for office, rows in found.items()
        }

    def leading(self, person: PersonId) -> Days:
        """The days on which the person most likely led a country."""
        return self._days.get(person, NO_DAY)

    def together(self, one: PersonId, other: PersonId) -> bool:
        """Whether the two most likely led their countries at one time."""
        return self.leading(one).meets(self.leading(other))

    def countries(self, person: PersonId) -> frozenset[PlaceId]:
        """The countries that the person ever led."""
        offices = self.calendar.names.offices
        rows = (offices[office] for office in self.calendar.offices(person))
        return frozenset(row.country for row in rows if row.leads and row.country is not None)

    def may_meet(self, one: PersonId, other: PersonId) -> bool:
        """Whether the two may be two who met as leaders: at one time, of different countries.

        Of those who led none nothing is said.
        """
        known = self._met.get((one, other))
        if known is None:
            known = self._met[one, other] = self._may_meet(one, other)
        return known

    def _may_meet(self, one: PersonId, other: PersonId) -> bool:
        if self.leading(one).is_empty() or self.leading(other).is_empty():
            return one != other
        apart = self.countries(one).isdisjoint(self.countries(other))
        return apart and self.calendar.met_in_office(one, other)

    def had(self, person: PersonId, offices: Iterable[OfficeId], by: Days | None) -> bool:
        """Whether the person may have held one of the offices by some day, if one is said."""
        return any(
            tenure.office in offices and (by is None or tenure.when.outer.first <= by.last)
            for tenure in self.calendar.tenures(person)
        )

    def held(self, people: Iterable[PersonId], days: Days | None) -> bool:
        """Whether each of the people may have held some office on some of the days, if told."""
        tenures = self.calendar.tenures
        return days is None or all(
            any(tenure.when.outer.meets(days) for tenure in tenures(person)) for person in people
        )

    def holders(self, offices: Iterable[OfficeId], days: Days) -> frozenset[PersonId]:
        """Who surely held one of the offices on some of the days, or else who likely did."""
        rows = [tenure for office in offices for tenure in self._tenures.get(office, ())]
        sure = frozenset(tenure.person for tenure in rows if tenure.when.core.meets(days))
        return sure or frozenset(t.person for t in rows if likely(t).meets(days))

    def beside(self, person: PersonId, *, after: bool) -> PersonId | None:
        """Who held the highest office of a person right after them, or before; None if unclear."""
        found: set[PersonId] = set()
        for tenure in self.calendar.tenures(person):
            if not self.calendar.names.offices[tenure.office].leads:
                continue
            rows = self._tenures[tenure.office]
            if after:
                later = [t for t in rows if t.when.outer.first >= tenure.when.outer.last]
                others = [t.person for t in later if t.person != person][:1]
            else:
                earlier = [t for t in rows if t.when.outer.last <= tenure.when.outer.first]
                others = [t.person for t in earlier if t.person != person][-1:]
            found.update(others)
        return found.pop() if len(found) == 1 else None

    def of_country(self, country: PlaceId) -> frozenset[OfficeId]:
        """The offices that lead a country."""
        rows = self.calendar.names.offices.items()
        return frozenset(id for id, row in rows if row.leads and row.country == country)

    def of_title(self, title: str) -> frozenset[OfficeId]:
        """The offices whose holders a title may mean."""
        titled = self.calendar.titled
        return frozenset(id for id in self.calendar.names.offices if titled(id, title))

    def fitting(self, people: Iterable[PersonId], pronoun: Pronoun) -> set[PersonId]:
        """Those whom the pronoun may mean: of those of whom nothing is known, by given name."""
        rows = self.calendar.names.people
        people = [p for p in people if self.calendar.fits(p, pronoun)]
        she = {p for p in people if rows[p].name.split()[0].lower() in _female()}
        if pronoun is Pronoun.HE:
            return {p for p in people if rows[p].pronoun is pronoun or p not in she}
        return {p for p in people if rows[p].pronoun is pronoun} | she or set(people)

    def sure(self, people: Iterable[PersonId], pronoun: Pronoun) -> set[PersonId]:
        """Those of whom it is known that the pronoun fits them."""
        rows = self.calendar.names.people
        she = {p for p in people if rows[p].name.split()[0].lower() in _female()}
        known = {p for p in people if rows[p].pronoun is pronoun}
        return known | she if pronoun is Pronoun.SHE else known - she


_SLACK: Final = 2 * 366
"""Days by which a tenure of vague ends may be longer than is known."""
_TERM: Final = 8 * 366


def likely(tenure: Tenure) -> Days:
    """The days on which the office was most likely held, though its ends be vague."""
    core, outer = tenure.when.core, tenure.when.outer
    if core.is_empty():
        return outer if len(outer) <= _TERM else NO_DAY
    return outer & Days((core.first - _SLACK, core.last + _SLACK))


def _female() -> frozenset[str]:
    return frozenset(table("people")["female"])
