"""Which rows of a batch are about what a record has already: judgements, each with its reason.

A visit or encounter that may be one that the record has is taken for it. Were it another, the
record would count one too few, and that only where its coverage doesn't say that it has them all.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from typing import Any, Final, TypeVar

from summitry.model.days import NO_DAY, Days
from summitry.model.events import Encounter, Event, Setting, Visit
from summitry.model.judgements import Judgement
from summitry.model.occasions import Occasion, Series
from summitry.model.people import Person, Tenure
from summitry.model.places import Place, PlaceKind
from summitry.record.content import Content
from summitry.record.identities import Identities, resolved
from summitry.record.tables import VALUES

AUTHOR: Final = "summitry"

Same = Iterator[tuple[str, str, str]]
"""Ids of a row of the batch and of the record's row that it is the same as, and why."""

_Dated = TypeVar("_Dated", Tenure, Visit, Encounter)

_ADDITIONS: Final = re.compile(r"\b(?:jr|sr|\w)\b")
"""What full names are written with or without: initials, Jr."""

_TABLES: Final = {table.name: table for table in VALUES}


def judge(record: Content, batch: Content) -> tuple[Judgement, ...]:
    """Judgements that rows of the batch are the same as rows of the record.

    A row whose id the record has is the same row, and needs none.
    """
    known, made = resolved(record), list[Judgement]()

    def offered(table: str) -> tuple[Any, ...]:
        """The batch's rows, with what was judged so far led to the record's rows."""
        identities = Identities((*batch.judgements, *made))
        return identities.join(_TABLES[table], getattr(batch, table))

    for table, same in _JUDGES:
        there = {row.id for row in getattr(record, table)}
        for row, other, reason in list(same(offered, known)):
            if row not in there:
                made.append(
                    Judgement(
                        id=f"{table}-{row}-is-{other}",
                        table=table,
                        row=row,
                        other=other,
                        same=True,
                        author=AUTHOR,
                        reason=reason,
                    )
                )
    return tuple(made)


Offered = Callable[[str], tuple[Any, ...]]


# --- names ------------------------------------------------------------------------------------


def folded(name: str) -> str:
    """The name without accents, capitals, punctuation, initials and additions."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    letters = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join(_ADDITIONS.sub(" ", letters).split() or letters.split())


def _by_name(rows: Iterable[Any], key: Callable[[Any], Hashable]) -> dict[Hashable, set[str]]:
    """The ids of the rows by key and by each of their names."""
    ids: defaultdict[Hashable, set[str]] = defaultdict(set)
    for row in rows:
        for name in (row.name, *row.aliases):
            ids[key(row), folded(name)].add(row.id)
    return ids


def _like(row: Any, key: Hashable, ids: dict[Hashable, set[str]]) -> set[str]:  # noqa: ANN401
    """The ids of the rows that share the key and a name with this one."""
    return set[str]().union(
        *(ids.get((key, folded(name)), ()) for name in (row.name, *row.aliases))
    )


# --- the world --------------------------------------------------------------------------------


def _same_places(offered: Offered, known: Content) -> Same:
    ours, theirs = {row.id: row for row in known.places}, offered("places")
    country = _countries({row.id: row for row in theirs} | ours)
    ids = _by_name(known.places, lambda place: (place.kind, country(place)))
    for place in theirs:
        like = _like(place, (place.kind, country(place)), ids)
        if len(like) == 1:
            yield place.id, like.pop(), "the same name, in the same country"


def _countries(places: dict[str, Place]) -> Callable[[Place], str | None]:
    def country(place: Place) -> str | None:
        if place.kind is PlaceKind.COUNTRY:
            return place.country or place.id
        larger = places.get(place.within or "")
        return None if larger is None else country(larger)

    return country


def _same_series(offered: Offered, known: Content) -> Same:
    ids = _by_name(known.series, lambda _: None)
    row: Series
    for row in offered("series"):
        if len(like := _like(row, None, ids)) == 1:
            yield row.id, like.pop(), "the same name"


def _same_occasions(offered: Offered, known: Content) -> Same:
    ids = _by_name(known.occasions, lambda _: None)
    row: Occasion
    for row in offered("occasions"):
        if len(named := _like(row, None, ids)) == 1:
            yield row.id, named.pop(), "the same name"
            continue
        like = [
            other.id
            for other in known.occasions
            if row.series is not None and row.series == other.series
            if row.when is not None and other.when is not None
            if row.when.outer.meets(other.when.outer)
        ]
        if len(like) == 1:
            yield row.id, like[0], "of the same series, on the same days"


# --- people -----------------------------------------------------------------------------------


def _same_people(offered: Offered, known: Content) -> Same:
    ids = _by_name(known.people, lambda person: person.kind)
    alone = _by_family(known.people)
    held, theirs = _by_person(known.tenures), _by_person(offered("tenures"))
    seen = _days_of(held, known.visits, known.encounters)
    theirs_seen = _days_of(theirs, offered("visits"), offered("encounters"))
    row: Person
    for row in offered("people"):
        like = _like(row, row.kind, ids)
        in_office = {
            other
            for other in like
            if any(_may_be_one(a, b) for a in theirs[row.id] for b in held[other])
        }
        at_the_time = {other for other in like if seen[other].meets(theirs_seen[row.id])}
        by_family = {
            other
            for other in alone.get(folded(row.family_name), ())
            if any(_is_one(a, b) for a in theirs[row.id] for b in held[other])
        }
        if len(in_office) == 1:
            yield row.id, in_office.pop(), "the same name, in the same office at the time"
        elif in_office:
            continue
        elif len(at_the_time) == 1 and " " in folded(row.name):
            yield row.id, at_the_time.pop(), "the same full name, at the same time"
        elif not at_the_time and len(by_family) == 1:
            yield row.id, by_family.pop(), "the same family name, in the same office on a day"
        elif not at_the_time and len(like) == 1 and " " in folded(row.name):
            (other,) = like
            if held[other] and _near(seen[other], theirs_seen[row.id]):
                yield row.id, other, f"the same full name, {NEAR_YEARS} years apart at most"


NEAR_YEARS: Final = 5
"""Within so many years a full name that the record has once, of who held an office, is theirs."""


def _near(one: Days, other: Days) -> bool:
    """Whether days lie no further from other days than a full name stands for one person."""
    if one.is_empty() or other.is_empty():
        return False
    gap = 366 * NEAR_YEARS
    return one.first - gap <= other.last and other.first <= one.last + gap


def _by_family(people: Iterable[Person]) -> dict[str, set[str]]:
    """The ids of the people by family name."""
    ids: defaultdict[str, set[str]] = defaultdict(set)
    for person in people:
        ids[folded(person.family_name)].add(person.id)
    return ids


def _days_of(
    tenures: Mapping[str, Iterable[Tenure]], visits: Iterable[Visit], met: Iterable[Encounter]
) -> defaultdict[str, Days]:
    """The days on which each person may have been in office, met somebody or travelled."""
    days: defaultdict[str, Days] = defaultdict(lambda: NO_DAY)
    for person, held in tenures.items():
        for tenure in held:
            days[person] |= tenure.when.outer
    events: Iterable[Event] = (*visits, *met)
    for event in events:
        for person in event.people:
            days[person] |= event.when.outer
    return days


def _by_person(tenures: Iterable[Tenure]) -> defaultdict[str, list[Tenure]]:
    by_person: defaultdict[str, list[Tenure]] = defaultdict(list)
    for tenure in tenures:
        by_person[tenure.person].append(tenure)
    return by_person


def _may_be_one(a: Tenure, b: Tenure) -> bool:
    return a.office == b.office and a.when.outer.meets(b.when.outer)


def _is_one(a: Tenure, b: Tenure) -> bool:
    """Whether they are of one office, and surely share a day."""
    return a.office == b.office and a.when.core.meets(b.when.core)


def _same_tenures(offered: Offered, known: Content) -> Same:
    held = _by_person(known.tenures)
    row: Tenure
    for row in offered("tenures"):
        like = [other for other in held[row.person] if _may_be_one(row, other)]
        if like:
            reason = "the same person in the same office at the time"
            yield row.id, _nearest(row, like).id, reason


# --- events -----------------------------------------------------------------------------------


def _same_visits(offered: Offered, known: Content) -> Same:
    stays: defaultdict[tuple[str, str], list[Visit]] = defaultdict(list)
    for visit in known.visits:
        stays[visit.person, visit.country].append(visit)
    row: Visit
    for row in offered("visits"):
        # Two data sets may count the day of arrival or departure differently.
        days = Days((row.when.outer.first - 1, row.when.outer.last + 1))
        like = [other for other in stays[row.person, row.country] if other.when.outer.meets(days)]
        if like:
            yield row.id, _nearest(row, like).id, "a stay of the same person there on those days"


def _same_encounters(offered: Offered, known: Content) -> Same:
    of_person: defaultdict[str, list[Encounter]] = defaultdict(list)
    for encounter in known.encounters:
        for person in encounter.people:
            of_person[person].append(encounter)
    row: Encounter
    for row in offered("encounters"):
        like = [
            other
            for other in of_person[min(row.people)]
            if row.people <= other.people
            if row.mode is other.mode and row.status is other.status
            if row.when.outer.meets(other.when.outer)
        ]
        apart = [other for other in like if other.settings != {Setting.MULTILATERAL}]
        if like:
            reason = "an encounter of the same people that may have been on the same day"
            yield row.id, _nearest(row, apart or like).id, reason


def _nearest(row: _Dated, others: Iterable[_Dated]) -> _Dated:
    """The one that shares most days with the row; of several, the first by id."""
    return min(others, key=lambda other: (-len(row.when.outer & other.when.outer), other.id))


_JUDGES: Final[tuple[tuple[str, Callable[[Offered, Content], Same]], ...]] = (
    ("places", _same_places),
    ("series", _same_series),
    ("occasions", _same_occasions),
    ("people", _same_people),
    ("tenures", _same_tenures),
    ("visits", _same_visits),
    ("encounters", _same_encounters),
)
"""In this order: people are told by their offices, and events by their people and places."""
