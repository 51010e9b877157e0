"""Who surely or possibly held an office on which days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter
from typing import TypeVar

from summitry.model.coverage import Coverage, Covered
from summitry.model.days import ANY_DAY, NO_DAY, Days
from summitry.model.names import Names
from summitry.model.people import OfficeId, PersonId, Tenure
from summitry.model.selection import Holder, Party, Someone
from summitry.model.truth import Truth
from summitry.model.when import Moment

_K = TypeVar("_K")
_V = TypeVar("_V")


@dataclass(frozen=True, slots=True)
class HeldDays:
    """The days on which something surely held, and those on which it may have held."""

    surely: Days
    possibly: Days

    def on(self, when: Moment) -> Truth:
        """Whether it held on some day of the time."""
        return Truth.between(
            surely=when.touches(self.surely).surely(),
            possibly=when.touches(self.possibly).possibly(),
        )


ALL_DAYS = HeldDays(ANY_DAY, ANY_DAY)
NEVER = HeldDays(NO_DAY, NO_DAY)


@dataclass(frozen=True)
class Terms:
    """The record's tenures as sets of days, with what tenure coverage leaves open."""

    names: Names
    coverage: tuple[Coverage, ...]
    _alone: dict[tuple[PersonId, OfficeId], Days] = field(
        default_factory=dict, compare=False, repr=False
    )
    _known: dict[tuple[PersonId, frozenset[OfficeId]], HeldDays] = field(
        default_factory=dict, compare=False, repr=False
    )

    def tenures(self, person: PersonId, office: OfficeId) -> tuple[Tenure, ...]:
        """The person's tenures of the office, by earliest day."""
        return tuple(
            sorted(
                (t for t in self._of_office.get(office, ()) if t.person == person),
                key=lambda t: (t.when.start.possible.first, t.id),
            )
        )

    def lifetime(self, people: Iterable[PersonId]) -> Days:
        """The days on which all of these people may have been alive."""
        days = ANY_DAY
        for person in people:
            known = self.names.people.get(person)
            if known is not None and (known.born is not None or known.died is not None):
                days &= known.lifetime
        return days

    def unrecorded(self, person: PersonId | None, office: OfficeId) -> Days:
        """The days on which a tenure of the office may be missing (None: anyone's)."""
        complete, lacking = NO_DAY, NO_DAY
        for statement in self._statements(person, office):
            if statement.complete:
                complete |= statement.when.core
            else:
                lacking |= statement.when.outer
        open_days = ~complete | lacking
        known = self.names.people.get(person) if person is not None else None
        return open_days if known is None else open_days & known.lifetime

    def complete(self, person: PersonId | None, office: OfficeId) -> tuple[Coverage, ...]:
        """The statements that the office's tenures (None: anyone's) are fully recorded."""
        return tuple(s for s in self._statements(person, office) if s.complete)

    def holding(self, person: PersonId, offices: Iterable[OfficeId]) -> HeldDays:
        """When the person held at least one of the offices."""
        key = (person, frozenset(offices))
        if key not in self._known:
            surely, possibly = NO_DAY, NO_DAY
            for office in key[1]:
                possibly |= self.unrecorded(person, office)
                for tenure in self.tenures(person, office):
                    surely |= tenure.when.core
                    possibly |= tenure.when.outer
            self._known[key] = HeldDays(surely, possibly)
        return self._known[key]

    def occupied(self, office: OfficeId) -> Days:
        """The days on which somebody may have held the office."""
        days = self.unrecorded(None, office)
        for tenure in self._of_office.get(office, ()):
            days |= tenure.when.outer
        return days

    def alone(self, person: PersonId, office: OfficeId) -> Days:
        """The days on which whoever held the office was surely this person."""
        key = (person, office)
        if key not in self._alone:
            others = self.unrecorded(None, office)
            for tenure in self._of_office.get(office, ()):
                if tenure.person != person:
                    others |= tenure.when.outer
            self._alone[key] = ANY_DAY - others
        return self._alone[key]

    def _statements(self, person: PersonId | None, office: OfficeId) -> tuple[Coverage, ...]:
        """The statements on the tenures of the office, or of the person, by id."""
        of_office = self._on_tenures.get(Holder(office), ())
        of_person = () if person is None else self._on_tenures.get(Someone(person), ())
        return tuple(sorted((*of_office, *of_person), key=attrgetter("id")))

    @cached_property
    def _on_tenures(self) -> Mapping[Party, tuple[Coverage, ...]]:
        return _grouped((s.who, s) for s in self.coverage if s.kind is Covered.TENURE)

    @cached_property
    def _of_office(self) -> Mapping[OfficeId, tuple[Tenure, ...]]:
        return _grouped((tenure.office, tenure) for tenure in self.names.tenures)


def _grouped(pairs: Iterable[tuple[_K, _V]]) -> Mapping[_K, tuple[_V, ...]]:
    groups: defaultdict[_K, list[_V]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}
