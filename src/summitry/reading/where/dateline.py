"""Datelines: where a report was written ("GENEVA, June 16 (Reuters) –"), before what it says."""

from __future__ import annotations

import re
from typing import Final

from summitry.lexicon.letters import folded
from summitry.model.places import PlaceId, PlaceKind
from summitry.reading.mentions.calendar import Calendar

_DASH: Final = r"\s*(?:—|–|―|--|-)(?=\s|$)\s*"
_DATELINE: Final = re.compile(
    r"(?P<city>[A-Z][A-Z'’.-]+(?: [A-Z][A-Z'’.-]+){0,3})"
    r"(?:, (?:[A-Z][\w.]+)(?: [A-Z][\w.]+)?)?(?:, [A-Z][a-z]+\.? \d{1,2}(?:, \d{4})?)?"
    rf"(?: \([A-Z][\w ]*\))?{_DASH}(?:[A-Z]+\.? \d{{1,2}}(?:, \d{{4}})?:\s*)?"
    r"|(?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+){0,2})(?:, [A-Z][\w.]+)?(?:, [A-Z][a-z]+\.? \d{1,2})? "
    rf"\((?:AP|Reuters|AFP|UPI|TASS|dpa|Xinhua|Kyodo|ANSA)\){_DASH}"
)


def dateline(text: str) -> tuple[int, str]:
    """How many characters of a sentence are its dateline, and the city that it names; 0 and ""."""
    match = _DATELINE.match(text)
    return (0, "") if match is None else (match.end(), match["city"] or match["name"])


def city_named(name: str, calendar: Calendar) -> PlaceId | None:
    """The one city of the record of this name, in capitals or not."""
    said = folded(name).lower()
    found = {
        row.id
        for row in calendar.names.places.values()
        if row.kind is PlaceKind.CITY
        and said in {folded(word).lower() for word in (row.name, *row.aliases)}
    }
    return found.pop() if len(found) == 1 else None
