"""Whom "he" and "she" mean: somebody in the clause, else somebody spoken of before."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final

from summitry.model.people import PersonId, Pronoun
from summitry.model.selection import Someone
from summitry.reading.mentions.items import OfficeItem, PartyItem, PronounItem
from summitry.reading.mentions.line import Line, form
from summitry.reading.who.context import Context, people_of
from summitry.reading.who.holders import offices_named

CLAUSE: Final = re.compile(r"[,;:—–(]| (?:and|but|or|where|when|while|after|before) ")


def meant(item: PronounItem, line: Line, place: int, context: Context) -> PersonId | None:
    """The person whom "he" means: the one in the clause, else the one spoken of before.

    Of "she" the women of whom the record says so, before people of whom it says nothing.
    """
    ahead = _ahead(item, line, place, context)
    if ahead is not None:
        return ahead
    office = _HELD.match(line.text, place)
    ways: list[_Fitting] = [context.leaders.fitting]
    if office is not None:
        offices = offices_named(line, office, context)
        ways = [
            lambda people, pronoun: {
                p for p in context.leaders.fitting(people, pronoun)
                if context.leaders.had(p, offices, context.written)
            }
        ]  # fmt: skip
    elif item.pronoun is Pronoun.SHE:
        ways.insert(0, context.leaders.sure)
    return next(filter(None, (_search(item, line, place, context, way) for way in ways)), None)


_OPENING: Final = form(
    r"^(?:during|on|in|at|for|as part of|throughout|amid|while|when) (?:all of )?{Pronoun}"
    r"[^,;:.—–()]*, (?P<who>{Party})(?!'|,| and\b)"
)


def _ahead(item: PronounItem, line: Line, place: int, context: Context) -> PersonId | None:
    """Of "During his visit to London, Obama met the queen": him of whom the clause after tells."""
    match = _OPENING.match(line.text)
    if match is None or line.text.find(line.text[place]) != place or item.other:
        return None
    others = any(True for _, one in line.all(PartyItem, 0, match.start("who")) if any(one.parties))
    who = line.get(match, "who", PartyItem)
    one = None if who is None or len(who.parties) != 1 else who.parties[0]
    if others or not isinstance(one, Someone):
        return None
    return one.person if context.leaders.fitting({one.person}, item.pronoun) else None


_HELD: Final = form(
    r"{Pronoun} (?:was|became|is|had been|took office as|served as) "
    r"(?:then |still |the |a |only |sitting |{Ordinal} )*"
    r"(?P<what>{Place} {Title}|{Office}|{Title})"
)
_Fitting = Callable[[Iterable[PersonId], Pronoun], set[PersonId]]


def _search(
    item: PronounItem, line: Line, place: int, context: Context, fitting: _Fitting
) -> PersonId | None:
    """The person whom a pronoun means, of those whom it fits."""
    clause = max((m.start() for m in CLAUSE.finditer(line.text, 0, place)), default=-1)
    named = [(where, p) for where, p in people_of(line, place)]
    unknown = any(
        None in i.parties and not _FRONTED.search(line.text[:at])
        for at, i in line.all(PartyItem, 0, place)
        if i.word == "Smith"
    )
    if item.other:
        here = {p for where, p in named if where > clause}
        found = fitting({p for where, p in named if where < clause} - here, item.pronoun)
        if found or unknown:
            return found.pop() if len(found) == 1 and not unknown else None
    else:
        signs = max(line.text.rfind(sign, 0, place) for sign in ",;:—–(")
        fronted = set() if item.possessive else _fronted(line, place)
        for start in (signs, -1):
            people = fitting({p for at, p in named if at > start} - fronted, item.pronoun)
            if people:
                people -= _counterparts(line, place, context)
                return people.pop() if len(people) == 1 else None
    here = {p for _, p in people_of(line)} if not item.possessive else set()
    return _before(item.pronoun, here, context, fitting) if not unknown else None


_FRONTED: Final = form(r"(?:\b(?:with|to|by|after|before|of|like|unlike)|{Word}) (?:the )?$")


def _fronted(line: Line, place: int) -> set[PersonId]:
    """Who stands in a phrase before the subject of its clause: "After meeting Putin he"."""
    people: set[PersonId] = set()
    for where, person in people_of(line, place):
        owner = line.text.startswith("'", where + 1)
        if _FRONTED.search(line.text[:where]) and not owner:
            people.add(person)
        else:
            return set()
    return people


def _before(
    pronoun: Pronoun, here: set[PersonId], context: Context, fitting: _Fitting
) -> PersonId | None:
    """The person spoken of before, other than who is in the sentence."""
    topic = context.topic
    about = topic if topic is not None and topic not in here else None
    about = about if about is not None and fitting((about,), pronoun) else None
    if about is not None and all(context.leaders.may_meet(about, other) for other in here):
        opens = not any(heard.block == context.block for heard in context.said)
        if opens and context.title + context.section:
            return about
    for back, heard in enumerate(context.reach()):
        if heard.strange and heard.subject is None:
            return None
        people = fitting(set(heard.people) - here, pronoun)
        likely = {p for p in people if all(context.leaders.may_meet(p, o) for o in here)} or people
        if not likely or (likely == people and here and not _likely(people, here, context)):
            continue
        if len(likely) == 1:
            return likely.pop()
        if back == 0 and heard.subject in likely:
            return heard.subject
        return about if about in likely else _going_on(likely, context)
    for named in (context.section, context.title):
        found = fitting(set(named) - here, pronoun)
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def _going_on(likely: set[PersonId], context: Context) -> PersonId | None:
    """Of several whom a pronoun may mean the one whom the sentences before were about."""
    about = (heard.subject for heard in context.reach() if heard.block == context.block)
    return next((subject for subject in about if subject in likely), None)


def _likely(people: set[PersonId], here: set[PersonId], context: Context) -> bool:
    return any(all(context.leaders.may_meet(p, o) for o in here) for p in people)


_WITH_A_HOLDER = form(
    r"{Pronoun} (?:{Ordinal|Mode|Setting|Word} )+with an? (?:sitting )?(?P<office>{Office})"
)


def _counterparts(line: Line, place: int, context: Context) -> set[PersonId]:
    """Who can't be meant in "his first meeting with a U.S. president": those who were one."""
    match = _WITH_A_HOLDER.match(line.text, place)
    office = None if match is None else line.get(match, "office", OfficeItem)
    if office is None:
        return set()
    offices = context.calendar.offices
    return {p for _, p in people_of(line, place) if offices(p) & office.offices}
