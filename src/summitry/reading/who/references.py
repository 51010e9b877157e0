"""Words that mean people named before: "the two", "the president", "his successor"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import Final

from summitry.lexicon.tables import table
from summitry.model.people import OfficeId, PersonId, Pronoun
from summitry.model.places import PlaceKind
from summitry.model.selection import Capacity, Holder, Party, Someone
from summitry.reading.mentions.items import (
    AnchorItem,
    Item,
    OfficeItem,
    OrdinalItem,
    PairItem,
    PartyItem,
    PlaceItem,
    PronounItem,
    TitleItem,
)
from summitry.reading.mentions.line import MARKS, Line, form
from summitry.reading.who.context import Context, people_of
from summitry.reading.who.holders import offices_named
from summitry.reading.who.namesakes import NOBODY, told
from summitry.reading.who.pronouns import CLAUSE, meant


def with_references(line: Line, context: Context) -> Line:
    """The line with everyone who is meant without a name as a party, from the left."""
    place = 0
    while (opens := _OPENS.search(line.text, place)) is not None:
        place = opens.start()
        found = _reference(line, place, context)
        if found is not None:
            start, end, item = found
            line = line.with_item(start, end, item)
        place += 1
    return line


_OPENS: Final = re.compile(rf"[{MARKS}]|[TtBb](?=he |oth )")
"""What words open with that mean somebody: a mention, "the" or "both"."""


def party(person: PersonId, context: Context, then: OfficeId | None = None) -> PartyItem:
    """The mention of a person, in the capacity that an aside gives."""
    row = context.calendar.names.people[person]
    word = row.family_name if row.family_name.isalpha() else "Smith"
    capacity = Capacity(frozenset((then,))) if then is not None else Capacity()
    return PartyItem((Someone(person, capacity),), word, then)


def _reference(line: Line, place: int, context: Context) -> tuple[int, int, PartyItem] | None:
    """What stands at a place and refers to somebody: from where to where, and who it is."""
    item = line.items[place]
    for pattern, make in _FORMS:
        if item is None and line.text[place] not in "TtBb":
            break
        match = pattern.match(line.text, place)
        found = None if match is None else make(line, match, context)
        if match is not None and found is not None:
            return place, _end(match, line, context), found
    if isinstance(item, PairItem):
        both = _OF_BOTH.match(line.text, place)
        before = tuple(p for _, p in people_of(line, place))
        end = place + 1 if both is None else both.end()
        return place, end, _pair(item, before, line, context)
    if isinstance(item, PronounItem):
        one = meant(item, line, place, context)
        who = Someone(one) if one is not None else None
        return place, place + 1, PartyItem((who,), "his" if item.possessive else "he")
    return None


def _end(match: re.Match[str], line: Line, context: Context) -> int:
    """Where a reference ends: of "his predecessor in Helsinki" before a city, where they met."""
    if match.groupdict().get("seat") is None or match["name"] is not None:
        return match.end()
    seats = [item.place for _, item in line.all(PlaceItem, match.start("seat"), match.end())]
    kinds = {context.calendar.names.places[seat].kind for seat in seats}
    return match.start("seat") if PlaceKind.CITY in kinds else match.end()


_OF_BOTH: Final = form(
    r"{Pair} of (?:the two|both) (?:countries|nations|states|superpowers|powers)\b"
)


def _pair(item: PairItem, before: tuple[PersonId, ...], line: Line, context: Context) -> PartyItem:
    pair = context.pair(before, told(line))
    parties = tuple(map(Someone, pair)) if pair else (None,)
    return PartyItem(parties, "their" if item.possessive else "they")


# --- offices and titles --------------------------------------------------------------------------


@cache
def _any(*names: str) -> str:
    words = [word for name in names for word in table("people")[name]]
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_SERVING: Final = rf"(?:(?:{_any('serving')}) )?"
_DEFINITE: Final = form(
    rf"the {_SERVING}(?P<what>{{Office}}|{{Place}} {{Title}}|{{Title}}|"
    rf"{{Place}} (?:{_any('chiefs')})\b)(?! of| since| until|,? {{Time}} ?[),])(?!\w)"
)
_NAMED: Final = form(
    r"\b(?:became|becomes?|become|was|were|is|as|then|be|being|been|elected|acting|named|"
    r"appointed|sworn in as|made) $"
)
"""Words before an office's name that tell what somebody is, not who is meant."""


def _plural(line: Line, m: re.Match[str]) -> bool:
    return any(
        isinstance(item, OfficeItem | TitleItem) and item.plural
        for item in line.items[m.start() : m.end()]
    )


def _definite(line: Line, m: re.Match[str], context: Context) -> PartyItem | None:
    """The person in the text before who has held the office, or who held it at the time told."""
    owner = line.text.startswith("'s", m.end())
    if (_NAMED.search(line.text[: m.start()]) and not owner) or _plural(line, m):
        return None
    offices, bare = offices_named(line, m, context), _is_bare(line, m)
    clause = max((found.start() for found in CLAUSE.finditer(line.text, 0, m.start())), default=-1)
    named = people_of(line, m.start())
    before = [p for _, p in named]
    own = {p for place, p in named if place > clause}
    after = {p for _, p in people_of(line) if p not in before} if bare else set()
    near = before[-1:] if line.text[: m.start()].endswith(", ") else []
    sets: list[Iterable[PersonId]] = [near, [p for p in before if p not in own]]
    sets += [heard.people for heard in context.reach()] + [context.section, context.title]
    for people in sets:
        found = {p for p in people if context.leaders.had(p, offices, context.written)}
        found = _of_sex(found, line, m, context)
        found = _then(found - after - (own - set(near)), offices, line, context)
        if bare and len(found) > 1:
            found = {p for p in found if context.home in context.leaders.countries(p)}
        if found:
            return party(found.pop(), context) if len(found) == 1 else NOBODY
    if bare:
        offices = _at_home(offices, line, context)
    return _by_time(offices, line, context, after | set(before))


def _of_sex(people: set[PersonId], line: Line, m: re.Match[str], context: Context) -> set[PersonId]:
    """Of the people those whom a title may mean that only women or only men bear."""
    title = line.get(m, "what", TitleItem)
    word = "" if title is None else title.title
    if word in table("people")["honorifics_she"]:
        return context.leaders.sure(people, Pronoun.SHE)
    if word in table("people")["honorifics_he"]:
        return people - context.leaders.sure(people, Pronoun.SHE)
    return people


def _first(offices: frozenset[OfficeId], context: Context) -> frozenset[OfficeId]:
    """Of the offices that lead a country those that the record itself calls its leader's."""
    rows, words = context.calendar.names.offices, table("phrases")["leaders"]
    return frozenset(
        office for office in offices
        if any(word in alias.lower().split() for alias in rows[office].aliases for word in words)
    )  # fmt: skip


def _at_home(offices: frozenset[OfficeId], line: Line, context: Context) -> frozenset[OfficeId]:
    """Of the offices of a title those of the text's own country, or else of the place told of."""
    rows, within = context.calendar.names.offices, context.calendar.within
    own = frozenset(office for office in offices if rows[office].country == context.home)
    places = [item.place for _, item in line.all(PlaceItem) if not item.belonging]
    if own or context.home is None:
        return own
    return frozenset(
        office for office in offices for place in places
        if (land := rows[office].country) is not None and within(place, land)
    )  # fmt: skip


def _then(
    people: set[PersonId], offices: frozenset[OfficeId], line: Line, context: Context
) -> set[PersonId]:
    """Of several people those who held an office at the time told, or when the text was written.

    All of them where none did. Of one none, if others than they surely held it at the time told.
    """
    if len(people) < 2:
        days = told(line)
        offices = offices & {o for p in people for o in context.calendar.offices(p)}
        then = context.leaders.holders(offices, days) if people and days is not None else None
        return people & then if then else people
    for days in (told(line), context.written):
        if days is not None:
            found = people & context.leaders.holders(offices, days)
            if found:
                return set(found)
    return people


def _by_time(
    offices: frozenset[OfficeId], line: Line, context: Context, here: set[PersonId]
) -> PartyItem:
    """Whoever held the office at the time told, where the record knows one who did."""
    days = told(line)
    days = context.written if days is None else days
    countries = {context.calendar.names.offices[office].country for office in offices}
    if days is None or len(countries) != 1:
        return NOBODY
    found = set(context.leaders.holders(offices, days) - here)
    if len(found) > 1:
        found = set(context.leaders.holders(_first(offices, context), days) - here)
    return party(found.pop(), context) if len(found) == 1 else NOBODY


def _is_bare(line: Line, m: re.Match[str]) -> bool:
    """Whether a title stands without a country."""
    return isinstance(line.items[m.start("what")], TitleItem)


_NATIVE: Final = form(r"the (?P<land>{Place})(?='s )")


def _native(line: Line, m: re.Match[str], context: Context) -> PartyItem | None:
    """Of "during the American's first term": whoever was told of who led that country."""
    land = line.get(m, "land", PlaceItem)
    if land is None or not land.belonging:
        return None
    offices, held = context.leaders.of_country(land.place), context.calendar.offices
    here = [p for _, p in people_of(line, m.start())]
    for people in (here, *(heard.people for heard in context.reach())):
        found = {p for p in people if held(p) & offices}
        if found:
            return party(found.pop(), context) if len(found) == 1 else None
    return None


# --- counterparts, successors --------------------------------------------------------------------

_WHOSE: Final = r"(?P<whose>{Pronoun}|{Pair}|{Party}'s?|the)"
_IN: Final = r"(?P<seat> (?:in (?:the )?{Place}|in office|as {Title}))?"
_RELATIONS: Final = _any("counterparts", "successors", "predecessors", "others", "descriptions")
_RELATED: Final = form(
    rf"{_WHOSE} (?:(?P<land>{{Place}}|{{Office}}) )?(?:(?:new|immediate|then|old|own) )?"
    rf"(?P<word>{_RELATIONS})(?P<many>s)?\b{_IN}"
    r"(?P<name>,? (?P<who>{Party}),?(?! and))?"
)


def _related(line: Line, m: re.Match[str], context: Context) -> PartyItem | None:
    """Of "his successor, Gerald Ford," and "his Russian counterpart"."""
    named = line.get(m, "who", PartyItem)
    word = m["word"].lower()
    if named is not None:
        return named
    if _NAMED.search(line.text[: m.start()]):
        return None
    if m["many"]:
        # Some who aren't spoken of, in whose place nobody else is meant after them.
        return PartyItem((None,), "guests")
    owner, land = _owner(line, m, context), line.get(m, "land", PlaceItem)
    words = table("people")
    if word in words["descriptions"]:
        return None
    if m["whose"].lower() == "the" and land is None:
        return None
    if word in words["successors"] or word in words["predecessors"]:
        one = None if owner is None else context.leaders.beside(
            owner, after=word in words["successors"]
        )  # fmt: skip
        said = _said_of(line, m)
        return said or (NOBODY if one is None else party(one, context))
    if land is None:
        return _other(owner, line, context)
    return _of_land(land, owner, line, m, context)


def _said_of(line: Line, m: re.Match[str]) -> PartyItem | None:
    """Of "Nixon, Kennedy's successor, came": who stands before what is said of them, if rightly."""
    before = line.items[max(0, m.start() - 3)]
    apart = line.text[: m.start()].endswith(", ") and _APART.match(line.text, m.end()) is not None
    return before if apart and isinstance(before, PartyItem) else None


_APART: Final = re.compile(r",(?! (?:and|or)\b)")


def _owner(line: Line, m: re.Match[str], context: Context) -> PersonId | None:
    item: Item | None = line.items[m.start()]
    if isinstance(item, PronounItem):
        # Not somebody whom the sentence names as well: "his successor met Brezhnev".
        return meant(replace(item, possessive=False), line, m.start(), context)
    if isinstance(item, PartyItem) and len(item.parties) == 1:
        one = item.parties[0]
        return one.person if isinstance(one, Someone) else None
    return None


def _other(owner: PersonId | None, line: Line, context: Context) -> PartyItem:
    """Of "his guest": the other of the two who were spoken of."""
    pair = context.pair((owner,) if owner is not None else (), told(line))
    if owner is None or pair is None or owner not in pair:
        return NOBODY
    return party(next(p for p in pair if p != owner), context)


def _of_land(
    land: PlaceItem, owner: PersonId | None, line: Line, m: re.Match[str], context: Context
) -> PartyItem:
    """Of "his U.S. counterpart": who leads the country, by the text or at the time told."""
    offices = context.leaders.of_country(land.place)
    held = context.calendar.offices
    here = [p for _, p in people_of(line, m.start())]
    for people in (here, *(h.people for h in context.reach()), context.section, context.title):
        found = {p for p in people if held(p) & offices and p != owner}
        found = _then(found, offices, line, context)
        if found:
            return party(found.pop(), context) if len(found) == 1 else NOBODY
    if m["word"].lower() in table("people")["counterparts"] and owner is not None:
        offices = _alike(offices, owner, context) or offices
        days = told(line)
        then = context.leaders.holders(offices, days) if days is not None else frozenset()
        if len(then) == 1 and owner not in then:
            return party(next(iter(then)), context)
    one: Party | None = Holder(next(iter(offices))) if len(offices) == 1 else None
    return PartyItem((one,), "Smith")


def _alike(offices: frozenset[OfficeId], owner: PersonId, context: Context) -> frozenset[OfficeId]:
    """Of a country's offices those with the title of one that somebody has held."""
    rows = context.calendar.names.offices
    titles = {rows[office].title.lower() for office in context.calendar.offices(owner)}
    return frozenset(office for office in offices if rows[office].title.lower() in titles)


# --- two offices together ------------------------------------------------------------------------

_TWO_OFFICES: Final = form(
    r"(?P<the>the )?(?P<one>{Place}) and (?P<other>{Office})|"
    r"(?P<the2>the )?(?P<of>{Office}) and (?:the |of (?:the )?)?(?P<land>{Place})"
)
_TWO: Final = form(
    r"the (?:two|both) (?:countries|nations|states|superpowers|powers)'s? (?P<title>{Title})|"
    r"the (?P<title2>{Title}) of (?:the two|both) (?:countries|nations|states|superpowers|powers)|"
    rf"(?:the two|both|the) (?:{_any('twos')})\b(?! (?:of|from) (?!them))"
)


def _two_offices(line: Line, m: re.Match[str], context: Context) -> PartyItem | None:
    """Of "the U.S. and Russian presidents": who held both, or whoever did."""
    item = line.get(m, "other", OfficeItem) or line.get(m, "of", OfficeItem)
    land = line.get(m, "one", PlaceItem) or line.get(m, "land", PlaceItem)
    if item is None or land is None or not item.plural:
        return None
    rows = context.calendar.names.offices
    titles = {rows[office].title.lower() for office in item.offices}
    own = frozenset(
        id for id, row in rows.items()
        if row.country == land.place and row.leads
        and (row.title.lower() in titles or len(context.leaders.of_country(land.place)) == 1)
    )  # fmt: skip
    other = frozenset(id for id in item.offices if rows[id].leads)
    if not own or not other or own & other:
        return None
    definite = m["the"] is not None or m["the2"] is not None
    sides = [_side(offices, line, context, named=definite) for offices in (own, other)]
    return NOBODY if None in sides else PartyItem(tuple(sides), "they")


def _side(
    offices: frozenset[OfficeId], line: Line, context: Context, *, named: bool
) -> Party | None:
    """Who of the text held one of the offices, or whoever did."""
    if named:
        held = context.calendar.offices
        for people in (*(h.people for h in context.reach()), context.section, context.title):
            found = {p for p in people if held(p) & offices}
            found = _then(found, offices, line, context)
            if found:
                return Someone(found.pop()) if len(found) == 1 else None
    return Holder(next(iter(offices))) if len(offices) == 1 else None


def _two(line: Line, m: re.Match[str], context: Context) -> PartyItem | None:
    """Of "the presidents of the two countries", "both statesmen"."""
    before = tuple(p for _, p in people_of(line, m.start()))
    titled = m["title"] is not None or m["title2"] is not None
    if titled and line.has(AnchorItem | OrdinalItem):
        # "The first meeting of the two countries' presidents since": whoever held the offices.
        return NOBODY
    return _pair(PairItem(), before, line, context)


_FORMS: Final = (
    (_TWO, _two),
    (_TWO_OFFICES, _two_offices),
    (_RELATED, _related),
    (_DEFINITE, _definite),
    (_NATIVE, _native),
)
