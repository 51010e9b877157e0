"""Who is meant: names with their titles and asides, and whoever is meant without a name."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from summitry.model.days import Days
from summitry.model.people import OfficeId, PersonId
from summitry.model.selection import Someone
from summitry.reading.mentions.items import (
    OfficeItem,
    PartyItem,
    PersonItem,
    PlaceItem,
    TitleItem,
)
from summitry.reading.mentions.line import Line, form
from summitry.reading.text.sentences import Sentence
from summitry.reading.where.pointers import note_places, with_pointers
from summitry.reading.who.companions import with_couples, without_companions
from summitry.reading.who.context import Context, begin, people_of
from summitry.reading.who.holders import with_offices
from summitry.reading.who.namesakes import NOBODY, told, whom, with_names
from summitry.reading.who.references import party, with_references

_ROSTER = form(r"{Person|Party} ?\(.*\)$")


def resolve(line: Line, sentence: Sentence, context: Context) -> Line:
    """The line with everyone named in it as a party."""
    begin(context, sentence)
    roster = _ROSTER.search(line.text) is not None
    strangers: set[PersonId] = set()
    line = with_names(with_couples(line, context.leaders), context.leaders, strangers)
    line = without_companions(line, context.leaders)
    context.shadowed |= strangers.difference(context.known, context.title, context.section)
    line = _with_titles(line, context)
    line = _with_asides(line, context).rewritten(_OF_LAND, _of_own_land, context)
    line = with_offices(line, context)
    line = with_pointers(with_references(line, context), context)
    context.hear(sentence, line, roster=roster)
    note_places(line, context)
    return line


_TITLED = form(
    r"(?:(?P<then>then[ -])|(?P<former>former ))?"
    r"(?P<title>(?:{Ordinal} )?(?:{Place} )?{Title}|(?:{Ordinal} )?{Office}|"
    r"{Place}(?= {Person}))s? (?P<who>{Person})(?P<of> of (?:the )?{Place}(?!'))?"
)


_ENTITLED: Final = form(
    r"(?:\b(?:the|its|their)|(?P<land>{Place})'s) (?:{Ordinal} )?"
    r"(?P<title>(?:{Place} )?{Title}|{Office}|{Place} (?:leader|premier)),? "
    r"(?P<who>{Person})(?=,)(?:,(?= (?!and\b|or\b|who\b|with\b|whose\b)))?"
)
"""Of "The Soviet premier, Alexei Kosygin, had come": a title, and whose it is."""


def _with_titles(line: Line, context: Context) -> Line:
    def entitled(line: Line, m: re.Match[str], context: Context) -> PartyItem | None:
        person = line.get(m, "who", PersonItem)
        one = None if person is None else _one(person, context, line)
        if one is None or not _may_have(line, m, "title", one, context):
            return None
        land = line.get(m, "land", PlaceItem)
        if land is not None and land.place not in context.leaders.countries(one):
            return None
        return party(one, context)

    line = line.rewritten(_ENTITLED, entitled, context)

    def make(line: Line, m: re.Match[str], context: Context) -> PartyItem | None:
        if _is_of_several(line, m):
            return None
        person = line.get(m, "who", PersonItem)
        if person is not None and (not person.full or len(person.people) > 1):
            # A title that nobody of that family name had is somebody else's.
            entitled = (p for p in person.people if _may_have(line, m, "title", p, context))
            person = replace(person, people=frozenset(entitled))
        one = None if person is None else _one(person, context, line)
        if one is None:
            return NOBODY
        if m["of"] is not None and not _leads(one, line, m, context):
            return None
        office = _office(line, m, "title", one, context)
        if m["former"] is not None:
            return party(one, context) if _has_left(one, office, context) else None
        if m["then"] is not None:
            return party(one, context, office)
        return replace(party(one, context), titled=office)

    line = line.rewritten(_TITLED, make, context)
    for place, item in line.all(PersonItem):
        shadowed = not item.full and item.people <= context.shadowed
        one = None if shadowed else _one(item, context, line)
        line = line.with_item(place, place + 1, NOBODY if one is None else party(one, context))
    return line


def _has_left(person: PersonId, office: OfficeId | None, context: Context) -> bool:
    """Of "former President Clinton": whether he is that on the text's day."""
    written = context.written
    ends = [
        tenure.when.outer.last for tenure in context.calendar.tenures(person)
        if tenure.office == office
    ]  # fmt: skip
    return written is not None and bool(ends) and max(ends) < written.first


_OF_LAND: Final = form(r"(?P<land>{Place})'s (?P<who>{Party})(?!')")


def _of_own_land(line: Line, m: re.Match[str], context: Context) -> PartyItem | None:
    """Of "India's prime minister Jawaharlal Nehru": somebody of the country that they led."""
    who, land = line.get(m, "who", PartyItem), line.get(m, "land", PlaceItem)
    one = None if who is None or len(who.parties) != 1 else who.parties[0]
    if land is None or not isinstance(one, Someone):
        return None
    return who if land.place in context.leaders.countries(one.person) else None


def _is_of_several(line: Line, m: re.Match[str]) -> bool:
    """Of "three American presidents Brezhnev would meet": whether the title isn't of one named."""
    title = line.get(m, "title", TitleItem) or line.get(m, "title", OfficeItem)
    joined = line.text[m.end() :].lstrip().startswith(("and ", ", ", "& "))
    return title is not None and title.plural and not joined


def _leads(person: PersonId, line: Line, m: re.Match[str], context: Context) -> bool:
    """Whether the person led the country that "of" names after them."""
    of = m.start("of")
    places = [item.place for _, item in line.all(PlaceItem, of, m.end())]
    countries = context.leaders.countries(person)
    return any(context.calendar.within(place, c) for place in places for c in countries)


def _one(item: PersonItem, context: Context, line: Line) -> PersonId | None:
    """The person whom a name means in a sentence of the text."""
    others = {
        *(p for _, p in people_of(line)),
        *(p for _, i in line.all(PersonItem) if len(i.people) == 1 for p in i.people),
    }
    days: list[Days] = [d for d in (told(line), context.written) if d is not None]
    known = (*reversed(context.known), *context.title, *context.section)
    return whom(item, context.leaders, known, others, days)


def _may_have(line: Line, m: re.Match[str], group: str, person: PersonId, context: Context) -> bool:
    """Whether the person ever held an office of the title, or one of those named."""
    calendar, held = context.calendar, context.calendar.offices(person)
    office, title = line.get(m, group, OfficeItem), line.get(m, group, TitleItem)
    if office is not None:
        return not office.offices.isdisjoint(held)
    return title is None or any(calendar.titled(o, title.title) for o in held)


def _office(
    line: Line, m: re.Match[str], group: str, person: PersonId, context: Context
) -> OfficeId | None:
    """The office that a title or an office's name gives to a person."""
    office, title = line.get(m, group, OfficeItem), line.get(m, group, TitleItem)
    held = context.calendar.offices(person)
    if office is not None:
        fit = office.offices & held
        return next(iter(fit)) if len(fit) == 1 else None
    return None if title is None else context.calendar.office_of(person, title.title)


_ASIDE = form(
    r"(?P<who>{Party}) ?(?:"
    r"\((?:then|who was then|at the time) (?:the )?(?P<office>{Office}|{Title})\)"
    r"|, (?:then|who was then) (?:the )?(?P<office2>{Office}|{Title})(?=[,.;)]|$),?)"
)
_APPOSED = form(
    r"(?P<who>{Party})(?:"
    r", (?:the )?(?P<office>{Office}|{Title})"
    r"(?: of (?:the )?(?:{Place} ?)?(?:republic|union|state)?)?(?:,(?= )|(?=[.;)]|$))|"
    r" \((?:the )?(?P<office2>{Office}|{Title})\))"
)


def _with_asides(line: Line, context: Context) -> Line:
    def make(line: Line, m: re.Match[str], context: Context) -> PartyItem | None:
        named = line.get(m, "who", PartyItem)
        if named is None or not isinstance(named.parties[0], Someone):
            return None
        person = named.parties[0].person
        group = "office" if m["office"] is not None else "office2"
        office = _office(line, m, group, person, context)
        return None if office is None else party(person, context, office)

    def apposed(line: Line, m: re.Match[str], context: Context) -> PartyItem | None:
        """Of "Alexei Kosygin, the premier,": the aside only says again who it is."""
        named = line.get(m, "who", PartyItem)
        if named is None or len(named.parties) != 1 or not isinstance(named.parties[0], Someone):
            return None
        person, group = named.parties[0].person, "office" if m["office"] else "office2"
        office, days = _office(line, m, group, person, context), told(line)
        if office is None or not context.leaders.held((person,), days):
            return None
        then = days is None or person in context.leaders.holders((office,), days)
        return named if then else None

    return line.rewritten(_ASIDE, make, context).rewritten(_APPOSED, apposed, context)
