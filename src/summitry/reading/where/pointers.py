"""Words that point to a place without its name: "there", "here", "the city", "the Finnish capital".

"Here" is where the text's dateline says that it was written. "There" is the one place that the
sentence has led to, or else the one before; where there are several, none is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from summitry.lexicon.tables import senses, table
from summitry.model.places import PlaceId, PlaceKind
from summitry.reading.mentions.calendar import Calendar
from summitry.reading.mentions.items import PlaceItem, WordItem
from summitry.reading.mentions.line import Line, form
from summitry.reading.who.context import Context

_REACH: Final = 2
"""How many sentences back a place may be meant by "there"."""
_AFTER: Final = (
    r"(?=\s*(?:[.,;:)–—]|$)| (?:in|on|and|but|during|after|before|for|with|again|when|without|as|"
    r"late|early|just)\b| {Time|Number|Ordinal|Word|Mode|Setting|Duration|About})"
)
_BEFORE: Final = (
    r"(?<!from )(?<!over )(?<!out )(?<!near )(?<!been )(?<!around )(?<!up )(?<!down )(?<!that )"
    r"(?<=[^\W\d] |{Word|Party|Time|Number|Duration} )"
)
_CAPITAL: Final = form(r"(?:the|its|his|her) (?P<land>{Place}) capital\b(?! of|,? {Place})")
_WAS_THERE: Final = form(
    r"(?<={Party} )"
    r"(?P<was>was|were|had been|has been|went|had gone|travelled|traveled|flew|returned)"
    r"(?: (?:also|last|again|back))? (?P<at>there)"
    r"(?= (?:in|on|for|twice|as|again)\b|,? {Time|Number}|[.,;]|$)"
)
_THERE: Final = form(rf"{_BEFORE}there\b{_AFTER}")
_OPENING: Final = form(r"^there,? (?={Party})")
_CITY: Final = form(r"(?<=\bin )(?:the|that|the same) (?:city|town)\b(?! of| hall|,? {Place})")
_HERE: Final = form(rf"{_BEFORE}here\b{_AFTER}")
_LED: Final = form(r"(?:\b(?:in|at|to|near|into|visit(?:ed|ing)?|left) (?:the )?|{Word} |^)$")
"""What stands before a place that a sentence leads to."""


def with_pointers(line: Line, context: Context) -> Line:
    """The line with such words as the places that they point to, where these can be told."""
    line = line.rewritten(_CAPITAL, _capital, context.calendar)
    line = _with_stays(line, context)
    for pattern in (_THERE, _OPENING, _CITY):
        line = line.rewritten(pattern, _there, context)
    return line.rewritten(_HERE, _here, context)


def note_places(line: Line, context: Context) -> None:
    """Take note of the place that a sentence leads to, if it is one."""
    spots = led_to(line, len(line.text), context.calendar)
    if spots:
        context.spot, context.since_spot = (spots[0] if len(spots) == 1 else None), 0
    else:
        pass_places(line.text, context)


def pass_places(text: str, context: Context) -> None:
    """Take note of a sentence without a place that is known: a name in it may be of another."""
    context.since_spot += 1
    if context.since_spot >= _REACH or _UNKNOWN.search(text):
        context.spot = None


_UNKNOWN: Final = re.compile(r"\b(?:in|at|to|near) (?:the )?[A-Z]\w")


def led_to(line: Line, end: int, calendar: Calendar) -> list[PlaceId]:
    """The places to which a line leads up to a place in it, the innermost of nested ones."""
    found = [
        item.place
        for place, item in line.all(PlaceItem, 0, end)
        if not item.belonging and (item.whole or _LED.search(line.text[:place]))
    ]
    return _innermost(found, calendar)


def _innermost(places: Iterable[PlaceId], calendar: Calendar) -> list[PlaceId]:
    kept: list[PlaceId] = []
    for place in dict.fromkeys(places):
        if any(calendar.was_within(inner, place) for inner in kept):
            continue
        kept = [one for one in kept if not calendar.was_within(place, one)]
        kept.append(place)
    return kept


def capital(country: PlaceId, calendar: Calendar) -> PlaceId | None:
    """The capital of a country, where it is a place of the record."""
    rows = calendar.names.places
    named = table("capitals").get(rows[country].country or "", ())
    found = [
        row.id
        for row in rows.values()
        if row.kind is PlaceKind.CITY
        and not {row.name, *row.aliases}.isdisjoint(named)
        and calendar.was_within(row.id, country)
    ]
    return found[0] if len(found) == 1 else None


def _capital(line: Line, m: re.Match[str], calendar: Calendar) -> PlaceItem | None:
    land = line.get(m, "land", PlaceItem)
    city = None if land is None else capital(land.place, calendar)
    return None if city is None else PlaceItem(city)


def _meant(line: Line, place: int, context: Context) -> PlaceId | None:
    """The place that "there" means at a place in the line."""
    here = led_to(line, place, context.calendar)
    if here:
        return here[0] if len(here) == 1 else None
    return context.spot


def _there(line: Line, m: re.Match[str], context: Context) -> PlaceItem | None:
    spot = _meant(line, m.start(), context)
    word = m.group().strip(" ,").lower()
    if spot is None:
        return None
    city = context.calendar.names.places[spot].kind is PlaceKind.CITY
    return PlaceItem(spot, whole=word == "there") if word == "there" or city else None


def _here(_line: Line, _: re.Match[str], context: Context) -> PlaceItem | None:
    return None if context.dateline is None else PlaceItem(context.dateline, whole=True)


def _with_stays(line: Line, context: Context) -> Line:
    """Of "Bush was there in 1990", "went there": that he was in the place meant."""
    for m in reversed(list(_WAS_THERE.finditer(line.text))):
        spot = _meant(line, m.start("at"), context)
        if spot is not None:
            line = line.with_item(m.start("at"), m.end("at"), PlaceItem(spot))
            stay = WordItem("was in", verb=(senses()["stay"], "past"))
            line = line.with_item(m.start("was"), m.end("was"), stay)
    return line
