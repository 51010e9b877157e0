"""People who were taken for two while their rows were read, and are one by all of them together."""

from __future__ import annotations

from summitry.sources.historian.crowd import Crowd, Someone
from summitry.sources.historian.names import same_words
from summitry.sources.historian.tables import table


def rejoin(crowd: Crowd, people: list[Someone]) -> None:
    """Join those of a country who are one: by the table of leaders, by their name, or as rulers."""
    for someone in sorted(people, key=lambda s: (s.count, s.first, s.canonical.name.spelled)):
        one = next((other for other in people if _are_one(someone, other, people)), None)
        if one is not None:
            crowd.join(someone, one)


def _are_one(one: Someone, other: Someone, people: list[Someone]) -> bool:
    if one is other:
        return False
    if one.leader and one.leader == other.leader:
        return True
    return _same_name(one, other) or _same_ruler(one, other, people)


def _same_name(one: Someone, other: Someone) -> bool:
    """Whether they are spelled the same, within the gap of the table."""
    if one.leader != other.leader or one.partial or other.partial:
        return False
    heard = {s.name.heard for s in one.spellings.values() if not s.name.regnal}
    shared = any(s.name.heard in heard and len(s.name.heard) > 1 for s in other.spellings.values())
    return shared and _apart(one, other) <= _days("same")


def _same_ruler(one: Someone, other: Someone, people: list[Someone]) -> bool:
    """Whether they rule by one first name, within the gap, and nobody else in between."""
    a, b = one.canonical.name, other.canonical.name
    reign = {t.slug for t in one.titles if t.leads} & {t.slug for t in other.titles if t.leads}
    if not (a.regnal and b.regnal and reign and same_words(a.heard[0], b.heard[0])):
        return False
    if (a.numeral and b.numeral and a.numeral != b.numeral) or _apart(one, other) > _days("reign"):
        return False
    first, last = sorted((one, other), key=lambda s: s.first)
    slug = min(reign)
    between = range(first.hull(slug)[1], last.hull(slug)[0])
    return not any(
        day in between
        for third in people
        if third not in (one, other)
        for day in third.seen.get(slug, ())
    )


def _apart(one: Someone, other: Someone) -> int:
    """The days between the nearest sightings of two."""
    days = [day for seen in other.seen.values() for day in seen]
    return min(abs(a - b) for seen in one.seen.values() for a in seen for b in days)


def _days(gap: str) -> int:
    return 366 * int(table("names")["gaps"][gap])
