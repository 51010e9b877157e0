"""Tenures: what sightings of a title prove of when it was held."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from summitry.model.days import FIRST_DAY, LAST_DAY, Days
from summitry.model.edtf import write
from summitry.model.people import OfficeId, PersonId, Tenure
from summitry.model.when import Stretch, When

SAME_SPELL: Final = timedelta(days=550)
"""The longest time between two sightings that is taken for one time in office."""
LONGEST_ROW: Final = timedelta(days=7)
"""A row that is longer proves a visitor's title for its first day only."""


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """That somebody held an office on these days, by a row of the lists."""

    start: date
    end: date
    person: PersonId
    row: str


@dataclass(frozen=True, slots=True)
class Proven:
    """A tenure, with the rows that prove it, in their order."""

    tenure: Tenure
    rows: tuple[str, ...]


def tenures(
    evidence: Mapping[OfficeId, Iterable[Evidence]], alone: Iterable[OfficeId]
) -> Iterator[Proven]:
    """The tenures that the evidence proves: each from its first day at the latest, to its last.

    ``alone``: offices that one person holds at a time, so that another's evidence bounds a tenure.
    """
    single = set(alone)
    for office in sorted(evidence):
        found = sorted(evidence[office])
        if office in single:
            found = _undisturbed(found)
        spells = _spells(found, bounded=office in single)
        numbers: defaultdict[PersonId, int] = defaultdict(int)
        for spell in spells:
            person = spell[0].person
            numbers[person] += 1
            after, before = _bounds(spell, spells) if office in single else (None, None)
            yield Proven(
                Tenure(
                    id=f"{office}-{person}-{numbers[person]}",
                    person=person,
                    office=office,
                    when=_stretch(spell, after, before),
                ),
                tuple(dict.fromkeys(one.row for one in spell)),
            )


def _undisturbed(evidence: list[Evidence]) -> list[Evidence]:
    """Evidence without a lone row that gives the office to one within another's time in it.

    Nobody gets an office back so soon: the row is in error, or is of a later office of theirs.
    """
    return [one for one in evidence if not _disturbs(one, evidence)]


def _disturbs(one: Evidence, evidence: list[Evidence]) -> bool:
    others = {e.person for e in evidence if e.person != one.person}
    for other in others:
        before = max(
            (e.end for e in evidence if e.person == other and e.end < one.start), default=None
        )
        after = min(
            (e.start for e in evidence if e.person == other and e.start > one.end), default=None
        )
        if before is None or after is None or after - before > SAME_SPELL:
            continue
        rows = {e.row for e in evidence if e.person == one.person and before <= e.start <= after}
        if len(rows) == 1:
            return True
    return False


def _spells(evidence: list[Evidence], *, bounded: bool) -> list[list[Evidence]]:
    """Evidence of one unbroken time each: near in time, with nobody else's between."""
    spells: list[list[Evidence]] = []
    last: dict[PersonId, list[Evidence]] = {}
    for one in evidence:
        spell = last.get(one.person)
        near = spell is not None and one.start - _end(spell) <= SAME_SPELL
        between = (
            spell is not None
            and bounded
            and any(
                other.person != one.person and _end(spell) <= other.end and other.start <= one.start
                for other in evidence
            )
        )
        if spell is not None and near and not between:
            spell.append(one)
        else:
            last[one.person] = [one]
            spells.append(last[one.person])
    return spells


def _end(spell: list[Evidence]) -> date:
    return max(one.end for one in spell)


def _bounds(spell: list[Evidence], spells: list[list[Evidence]]) -> tuple[date | None, date | None]:
    """The last day before, and the first day after, on which the office was held another time."""
    start, end = spell[0].start, _end(spell)
    others = [one for other in spells if other is not spell for one in other]
    before = [one.end for one in others if one.end <= start]
    after = [one.start for one in others if one.start >= end]
    return max(before, default=None), min(after, default=None)


def _stretch(spell: list[Evidence], after: date | None, before: date | None) -> Stretch:
    earliest = FIRST_DAY if after is None else after.toordinal()
    latest = LAST_DAY if before is None else before.toordinal()
    start = When(Days((earliest, spell[0].start.toordinal())))
    end = When(Days((_end(spell).toordinal(), latest)))
    stretch = Stretch(start, end)
    return Stretch(start, end, write(stretch))
