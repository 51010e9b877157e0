"""Who is meant: names, pronouns, "the two", "the Russian leader", from the text before."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from summitry.lexicon.letters import CAPITAL
from summitry.lexicon.tables import table
from summitry.model.people import OfficeId, PersonId
from summitry.model.selection import Capacity, Holder, Party, Someone
from summitry.reading.calendar import Calendar
from summitry.reading.items import (
    OfficeItem,
    PairItem,
    PartyItem,
    PersonItem,
    PlaceItem,
    PronounItem,
    TitleItem,
)
from summitry.reading.line import Line, form
from summitry.reading.sentences import Sentence

NOBODY = PartyItem((None,), "Smith")
"""Somebody who is not in the record, or who can't be told."""


@dataclass(slots=True)
class Context:
    """Who the text has spoken of: by its title, by the heading in force, and in this block."""

    calendar: Calendar
    title: tuple[PersonId, ...] = ()
    section: tuple[PersonId, ...] = ()
    block: int = -1
    said: list[tuple[PersonId, ...]] = field(default_factory=list)
    known: list[PersonId] = field(default_factory=list)

    @property
    def peopled(self) -> bool:
        """Whether anybody of the record has been named."""
        return bool(self.known)

    def pass_over(self, sentence: Sentence) -> None:
        """Take note of a sentence that speaks of nobody."""
        begin(self, sentence)
        self.hear(sentence, (), roster=False)

    def pair(self, before: tuple[PersonId, ...] = ()) -> tuple[PersonId, PersonId] | None:
        """The two people meant by "the two", after ``before`` in the same sentence."""
        people = dict.fromkeys(before)
        for earlier in reversed(self.said):
            if len(people) >= 2:
                break
            people |= dict.fromkeys(earlier)
        if len(people) == 2:
            first, second = people
            return first, second
        return self._by_heading(frozenset(people), frozenset(before))

    def _by_heading(
        self, people: frozenset[PersonId], before: frozenset[PersonId]
    ) -> tuple[PersonId, PersonId] | None:
        """The pair of the heading and the title, where it agrees with who has been spoken of."""
        pair = tuple(
            dict.fromkeys(self.section if len(self.section) > 1 else (*self.section, *self.title))
        )
        if len(pair) != 2 or not before <= set(pair):
            return None
        if not (people <= set(pair) or set(pair) <= people):
            return None
        return pair[0], pair[1]

    def hear(self, sentence: Sentence, people: tuple[PersonId, ...], *, roster: bool) -> None:
        """Take note of who a sentence speaks of, in the order of its words."""
        self.known.extend(people)
        if sentence.heading:
            named = tuple(dict.fromkeys(people))
            if not self.title and not self.section and not roster and 0 < len(named) < 3:
                self.title = named
            elif named != self.title:
                self.section = named
            self.said = []
        elif people:
            self.said.append(tuple(dict.fromkeys(people)))


def begin(context: Context, sentence: Sentence) -> None:
    """Forget the block before, if the sentence begins another."""
    if sentence.block != context.block:
        context.block, context.said = sentence.block, []


_ROSTER = form(r"{Person|Party} ?\(.*\)$")


def resolve(line: Line, sentence: Sentence, context: Context) -> Line:
    """The line with everyone named in it as a party."""
    begin(context, sentence)
    roster = _ROSTER.search(line.text) is not None
    line = _with_titles(_without_strangers(line), context)
    line = _with_asides(line, context)
    line = _with_references(line, context)
    context.hear(sentence, tuple(p for _, p in people_of(line)), roster=roster)
    return line


def people_of(line: Line, end: int | None = None) -> list[tuple[int, PersonId]]:
    """The people named in a line up to a place, in order."""
    return [
        (place, party.person)
        for place, item in line.all(PartyItem, 0, end)
        for party in item.parties
        if isinstance(party, Someone)
    ]


# --- names ---------------------------------------------------------------------------------------

_BEFORE = re.compile(r"([\w.'-]+)\s$")
_AFTER = re.compile(rf"\s({CAPITAL}\w+)")


def _without_strangers(line: Line) -> Line:
    """Family names within a longer name ("Hunter Biden", "Trump Tower") mean somebody else."""
    for place, item in line.all(PersonItem):
        if item.full:
            continue
        before = _BEFORE.search(line.text[:place])
        after = _AFTER.match(line.text, place + 1)
        named = before is not None and before[1][0].isupper()
        if (named and before is not None and before[1].lower() not in _set("openers")) or after:
            line = line.with_item(place, place + 1, NOBODY)
    return line


def _set(name: str) -> frozenset[str]:
    return frozenset(table("phrases")[name])


_TITLED = form(
    r"(?P<then>then[ -])?(?P<title>(?:{Place} )?{Title}|{Office}|{Place}(?= {Person}))s? "
    r"(?P<who>{Person})"
)


def _with_titles(line: Line, context: Context) -> Line:
    def make(line: Line, m: re.Match[str], context: Context) -> PartyItem | None:
        person = line.get(m, "who", PersonItem)
        if person is not None and not person.full:
            # A title that nobody of that family name had is somebody else's.
            entitled = (p for p in person.people if _may_have(line, m, "title", p, context))
            person = replace(person, people=frozenset(entitled))
        one = None if person is None else _one(person, context, line)
        if one is None:
            return NOBODY
        office = _office(line, m, "title", one, context)
        if m["then"] is not None:
            return _party(one, context, office)
        return replace(_party(one, context), titled=office)

    line = line.rewritten(_TITLED, make, context)
    for place, item in line.all(PersonItem):
        one = _one(item, context, line)
        line = line.with_item(place, place + 1, NOBODY if one is None else _party(one, context))
    return line


def _one(item: PersonItem, context: Context, line: Line) -> PersonId | None:
    """The person whom a name means: the one of that name, else the one named last.

    Where none was, the one who was in office with somebody else in the sentence.
    """
    if len(item.people) == 1:
        return next(iter(item.people))
    for person in (*reversed(context.known), *context.title, *context.section):
        if person in item.people:
            return person
    others = {
        *(p for _, p in people_of(line)),
        *(p for _, i in line.all(PersonItem) if len(i.people) == 1 for p in i.people),
    }
    found = {p for p in item.people if any(context.calendar.met_in_office(p, o) for o in others)}
    return found.pop() if len(found) == 1 else None


def _party(person: PersonId, context: Context, then: OfficeId | None = None) -> PartyItem:
    row = context.calendar.names.people[person]
    word = row.family_name if row.family_name.isalpha() else "Smith"
    capacity = Capacity(frozenset((then,))) if then is not None else Capacity()
    return PartyItem((Someone(person, capacity),), word, then)


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


def _with_asides(line: Line, context: Context) -> Line:
    def make(line: Line, m: re.Match[str], context: Context) -> PartyItem | None:
        party = line.get(m, "who", PartyItem)
        if party is None or not isinstance(party.parties[0], Someone):
            return None
        person = party.parties[0].person
        group = "office" if m["office"] is not None else "office2"
        office = _office(line, m, group, person, context)
        return None if office is None else _party(person, context, office)

    return line.rewritten(_ASIDE, make, context)


# --- references ----------------------------------------------------------------------------------

_DEFINITE = form(r"the (?:{Office}|{Place} {Title})(?! of| since| until)")
_NAMED = form(r"\b(?:became|becomes?|was|were|is|as|then|be|being|been|elected|acting) $")
"""Words before an office's name that tell what somebody is, not who is meant."""
_COUNTERPART = form(
    r"(?P<whose>{Pronoun}|{Party}'s) (?P<land>{Place}) "
    rf"(?P<word>{'|'.join(sorted(table('phrases')['counterparts'], reverse=True))})"
)


def _with_references(line: Line, context: Context) -> Line:
    """The line with pronouns, "the two" and "the Russian president" as parties, from the left."""
    place = 0
    while place < len(line.text):
        found = _reference(line, place, context)
        if found is not None:
            start, end, item = found
            line = line.with_item(start, end, item)
        place += 1
    return line


def _reference(line: Line, place: int, context: Context) -> tuple[int, int, PartyItem] | None:
    """What stands at a place and refers to somebody: from where to where, and who it is."""
    item = line.items[place]
    if isinstance(item, PairItem):
        before = tuple(p for _, p in people_of(line, place))
        return place, place + 1, _pair(item, before, context)
    if isinstance(item, PronounItem | PartyItem):
        counterpart = _COUNTERPART.match(line.text, place)
        if counterpart is not None:
            start = place if isinstance(item, PronounItem) else counterpart.start("land")
            return start, counterpart.end(), _counterpart(line, counterpart, context)
    if isinstance(item, PronounItem):
        one = _meant(item, line, place, context)
        party = Someone(one) if one is not None else None
        return place, place + 1, PartyItem((party,), "his" if item.possessive else "he")
    if item is None and line.text[place] in "Tt":
        definite = _DEFINITE.match(line.text, place)
        named = _NAMED.search(line.text[:place]) is not None
        if definite is not None and not named and not _plural(line, definite):
            return place, definite.end(), _definite(line, definite, context)
    return None


def _pair(item: PairItem, before: tuple[PersonId, ...], context: Context) -> PartyItem:
    pair = context.pair(before)
    parties = tuple(map(Someone, pair)) if pair else (None,)
    return PartyItem(parties, "their" if item.possessive else "they")


def _meant(item: PronounItem, line: Line, place: int, context: Context) -> PersonId | None:
    """The person whom "he" means: the one in the clause, else the one in the sentence before."""
    fits = context.calendar.fits
    clause = max(line.text.rfind(sign, 0, place) for sign in ",;:—–(")
    for start in () if item.other else (clause, 0):
        people = {
            p for where, p in people_of(line, place) if where > start and fits(p, item.pronoun)
        }
        if people:
            people -= _counterparts(line, place, context.calendar)
            return people.pop() if len(people) == 1 else None
    here = {p for _, p in people_of(line)} if not item.possessive else set()
    for earlier in (*reversed(context.said), context.section, context.title):
        people = {p for p in earlier if fits(p, item.pronoun)} - here
        if people:
            return people.pop() if len(people) == 1 else None
    return None


_WITH_A_HOLDER = form(
    r"{Pronoun} (?:{Ordinal|Mode|Setting|Word} )+with an? (?:sitting )?(?P<office>{Office})"
)


def _counterparts(line: Line, place: int, calendar: Calendar) -> set[PersonId]:
    """Who can't be meant in "his first meeting with a U.S. president": those who were one."""
    match = _WITH_A_HOLDER.match(line.text, place)
    office = None if match is None else line.get(match, "office", OfficeItem)
    if office is None:
        return set()
    return {p for _, p in people_of(line, place) if calendar.offices(p) & office.offices}


def _plural(line: Line, m: re.Match[str]) -> bool:
    return any(
        isinstance(item, OfficeItem | TitleItem) and item.plural
        for item in line.items[m.start() : m.end()]
    )


def _definite(line: Line, m: re.Match[str], context: Context) -> PartyItem:
    """The person in the text before who has held the office."""
    offices = _offices(line, m, context.calendar)
    held = context.calendar.offices
    here = [p for _, p in people_of(line, m.start())]
    for people in (here, *reversed(context.said), context.section, context.title):
        found = {p for p in people if held(p) & offices}
        if found:
            return _party(found.pop(), context) if len(found) == 1 else NOBODY
    return NOBODY


def _offices(line: Line, m: re.Match[str], calendar: Calendar) -> frozenset[OfficeId]:
    offices = next((i.offices for _, i in line.all(OfficeItem, m.start(), m.end())), None)
    if offices is not None:
        return offices
    place = next((i.place for _, i in line.all(PlaceItem, m.start(), m.end())), None)
    title = next((i.title for _, i in line.all(TitleItem, m.start(), m.end())), "")
    return frozenset(
        id for id, row in calendar.names.offices.items()
        if row.country == place and calendar.titled(id, title)
    )  # fmt: skip


def _counterpart(line: Line, m: re.Match[str], context: Context) -> PartyItem:
    """His U.S. counterpart: whoever held the office of the like title, or the one known."""
    place = line.get(m, "land", PlaceItem)
    if place is None or m["word"].endswith("s"):
        return NOBODY
    rows = context.calendar.names.offices
    offices = frozenset(id for id, row in rows.items() if row.country == place.place and row.leads)
    known = {p for p in (*context.section, *context.title) if context.calendar.offices(p) & offices}
    if len(known) == 1:
        return _party(known.pop(), context)
    party: Party | None = Holder(next(iter(offices))) if len(offices) == 1 else None
    return PartyItem((party,), "Smith")
