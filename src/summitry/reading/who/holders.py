"""The offices that titles mean: of "the first president to", "every pope", "the Russian leader"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from summitry.model.people import OfficeId, PersonId
from summitry.reading.mentions.items import Item, OfficeItem, PlaceItem, TitleItem
from summitry.reading.mentions.line import Line, form
from summitry.reading.who.context import Context, people_of

_AMONG: Final = form(
    r"(?P<as>\b(?:as|was|were|is|became|become|being|been) )?"
    r"(?P<one>\b(?:every|each|all(?: the)?|no|not one|only|an?|another|one|any|of the|next)|"
    r"{Number}|{Ordinal})"
    r"(?P<more>(?: (?:sitting|serving|single|other|different|previous))*) (?P<title>{Title})"
)
_RANGE: Final = form(
    r"\b(?:since|before|after|but|except(?: for)?|from|until|to|like|was|were) (?:only )?$"
)


def with_offices(line: Line, context: Context) -> Line:
    """The line with titles that speak of any holder as the offices that are meant, where clear."""
    for m in reversed(list(_AMONG.finditer(line.text))):
        item = _office(line, m, context)
        if item is not None:
            line = line.with_item(m.start("title"), m.end("title"), item)
    return line


def _office(line: Line, m: re.Match[str], context: Context) -> Item | None:
    title = line.get(m, "title", TitleItem)
    if title is None or (m["as"] is not None and m["one"].lower() in ("a", "an")):
        return None
    offices = context.leaders.of_title(title.title)
    if len(offices) > 1:
        offices = _meant(offices, line, m, context)
    return OfficeItem(offices, title.plural) if len(offices) == 1 else None


def _meant(
    offices: frozenset[OfficeId], line: Line, m: re.Match[str], context: Context
) -> frozenset[OfficeId]:
    """The office that somebody spoken of beside the title held, or that the text's own do."""
    people = people_of(line)
    before = [p for place, p in people if place < m.start()]
    ends = [p for place, p in people if place > m.start() and _RANGE.search(line.text[:place])]
    groups: tuple[Iterable[PersonId], ...] = (before[-1:], ends, before)
    for group in groups:
        held = [context.calendar.offices(person) & offices for person in group]
        found = frozenset(office for one in held for office in one)
        if found:
            return found
    rows = context.calendar.names.offices
    return frozenset(office for office in offices if rows[office].country == context.home)


def offices_named(line: Line, m: re.Match[str], context: Context) -> frozenset[OfficeId]:
    """The offices that a form's words name: by their name, by a country and title, or a title."""
    calendar = context.calendar
    offices = next((i.offices for _, i in line.all(OfficeItem, m.start(), m.end())), None)
    if offices is not None:
        return offices
    place = next((i.place for _, i in line.all(PlaceItem, m.start(), m.end())), None)
    title = next((i.title for _, i in line.all(TitleItem, m.start(), m.end())), None)
    if place is None:
        return context.leaders.of_title(title or "")
    rows = calendar.names.offices.items()
    return frozenset(
        id for id, row in rows
        if row.country is not None and calendar.within(place, row.country)
        and (calendar.titled(id, title) if title is not None else row.leads)
    )  # fmt: skip
