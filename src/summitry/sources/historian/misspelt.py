"""Names so misspelt that only the office and the days tell whose they are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from summitry.sources.historian.crowd import Crowd, Someone
from summitry.sources.historian.names import alike

NEAR: Final = 900
"""Days between two sightings of a holder of an office within which nobody else held it."""
_LIKE: Final = 0.7


def join_misspelt(crowd: Crowd, people: list[Someone]) -> None:
    """Take those who are seen only within another's time in an office, by a like name, for them."""
    for someone in sorted(people, key=lambda s: (s.count, s.canonical.name.spelled)):
        others = [other for other in people if _is(someone, other)]
        if len(others) == 1:
            crowd.join(someone, others[0])


def _is(someone: Someone, other: Someone) -> bool:
    """Whether somebody is seen within the other's time alone, and named almost as they are."""
    titles = [(slug, title) for title in someone.titles if (slug := title.slug) and not title.many]
    if other is someone or other.count < someone.count or not titles or someone.partial:
        return False
    return (
        len(titles) == len(someone.titles)
        and all(_within(someone.seen[slug], other.seen.get(slug, ())) for slug, _ in titles)
        and _almost(someone, other)
    )


def _within(days: Iterable[int], others: Iterable[int]) -> bool:
    known = sorted(others)
    for day in days:
        before = max((d for d in known if d <= day), default=None)
        after = min((d for d in known if d >= day), default=None)
        if before is None or after is None or after - before > NEAR:
            return False
    return True


def _almost(someone: Someone, other: Someone) -> bool:
    for spelling in someone.spellings.values():
        heard = spelling.name.heard
        for known in other.spellings.values():
            if known.name.numeral != spelling.name.numeral:
                continue
            if sorted(heard) == sorted(known.name.heard):
                return True
            if alike("".join(heard), "".join(known.name.heard)) >= _LIKE:
                return True
    return False
