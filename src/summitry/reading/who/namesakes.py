"""Names as texts write them: given names and initials, "Mr.", "Jr.", "the elder Bush"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from summitry.lexicon.letters import CAPITAL, folded
from summitry.lexicon.tables import table
from summitry.model.days import NO_DAY, Days
from summitry.model.people import Person, PersonId, Pronoun
from summitry.reading.mentions.items import (
    Item,
    PartyItem,
    PersonItem,
    TimeItem,
    TitleItem,
)
from summitry.reading.mentions.line import Line, form
from summitry.reading.who.leaders import Leaders

NOBODY: Final = PartyItem((None,), "Smith")
"""Somebody who is not in the record, or who can't be told."""


def with_names(line: Line, leaders: Leaders, strangers: set[PersonId]) -> Line:
    """The line with each name whole; family names within other people's names mean nobody.

    ``strangers`` gets those whose family name somebody else bears here: "Hillary Clinton".
    """
    line = _with_given_names(line, leaders, strangers)
    line = line.rewritten(_honorific(), _addressed, leaders)
    for pattern, chosen in _generations():
        line = line.rewritten(pattern, chosen, leaders)
    return line


def is_opener(word: str) -> bool:
    """Whether a capitalised word may stand before a name without being part of it."""
    word = word.lower()
    adverb = word.endswith("ly") and len(word) > 4 and word not in _words("names_in_ly")
    return adverb or word in _words("openers") or word in frozenset(table("phrases")["openers"])


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("people")[name])


# --- given names ---------------------------------------------------------------------------------

_GIVEN: Final = re.compile(rf"(?:{CAPITAL}[\w'-]*\.?[ ]|(?:{CAPITAL}\.){{2,}}[ ])+$")
_BEFORE: Final = re.compile(r"([\w.'-]+)\s$")
_AFTER: Final = re.compile(rf"\s({CAPITAL}\w+)")


def _with_given_names(line: Line, leaders: Leaders, strangers: set[PersonId]) -> Line:
    for place, item in reversed(list(line.all(PersonItem))):
        if item.full:
            continue
        title = _title(line, place, item, leaders)
        if title:
            line = line.with_item(place, place + 1, TitleItem(title))
            continue
        given = _GIVEN.search(line.text[:place])
        words = given.group().split() if given is not None else []
        while words and is_opener(words[0]):
            words = words[1:]
        fit = frozenset(p for p in item.people if _bears(leaders.calendar.names.people[p], words))
        if words and fit:
            start = place - len(" ".join(words)) - 1
            line = line.with_item(start, place + 1, replace(item, people=fit, full=True))
        elif words or _goes_on(line, place):
            if words:
                strangers.update(item.people)
            line = line.with_item(place, place + 1, NOBODY)
    return line


_LEADS: Final = form(r" {Person|Party}")
"""What follows a title: "King Salman"."""


def _title(line: Line, place: int, item: PersonItem, leaders: Leaders) -> str:
    """Of "the King met Roosevelt": the title that it is, though somebody is named so as well."""
    if not line.text[:place].lower().endswith(("the ", "a ")) and not _LEADS.match(
        line.text, place + 1
    ):
        return ""
    rows = (leaders.calendar.names.people[person] for person in item.people)
    names = (name.lower() for row in rows for name in (row.family_name, *row.aliases))
    return next((name for name in names if leaders.of_title(name)), "")


def _goes_on(line: Line, place: int) -> bool:
    """Whether a longer name surrounds the one at a place: "Trump Tower", "von Trump"."""
    after = _AFTER.match(line.text, place + 1)
    suffixes = _words("first_after") | _words("last_after")
    if after is not None and not (is_opener(after[1]) or after[1].lower() in suffixes):
        return True
    before = _BEFORE.search(line.text[:place])
    return (
        before is not None
        and before[1][0].isupper()
        and not is_opener(before[1])
        and before[1].lower().rstrip(".") not in _titles_of_address()
    )


def _bears(person: Person, words: Sequence[str]) -> bool:
    """Whether these words may be the person's given names: some of them, in order, or initials."""
    return any(
        _agree([w.rstrip(".,") for w in words], _given(name, person.family_name))
        for name in (person.name, *person.aliases)
    )


def _given(name: str, family: str) -> list[str]:
    return [w.rstrip(".,").lower() for w in folded(name.removesuffix(family)).split()]


def _agree(words: Sequence[str], given: Sequence[str]) -> bool:
    """Whether words are among given names in their order, at least one of them in full."""
    left, whole = list(given), False
    for word in (part for w in words for part in _apart(w)):
        said = folded(word).lower()
        full = next((n for n, name in enumerate(left) if _alike(said, name)), None)
        if full is not None:
            left, whole = left[full + 1 :], whole or len(said) > 1
        elif len(said) > 1:
            return False
        else:
            known = next((n for n, name in enumerate(left) if name[:1] == said), None)
            # An initial that the record's name lacks is no contradiction where it has no other.
            if known is not None:
                left = left[known + 1 :]
            elif left:
                return False
    return whole


def _apart(word: str) -> list[str]:
    """The initials of "H.W" one by one; any other word as it is."""
    return word.split(".") if "." in word else [word]


def _alike(said: str, name: str) -> bool:
    short = table("people")["short"]
    return said == name or name in short.get(said, ()) or said in short.get(name, ())


# --- words around a name -------------------------------------------------------------------------


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _titles_of_address() -> frozenset[str]:
    return _words("honorifics") | _words("honorifics_he") | _words("honorifics_she")


@cache
def _honorific() -> re.Pattern[str]:
    return form(rf"\b(?P<title>{_either(_titles_of_address())})\.? (?P<who>{{Person}})")


def _addressed(line: Line, m: re.Match[str], leaders: Leaders) -> Item | None:
    """Of "Mr. Obama": whom the name means, unless it is a spouse's."""
    person = line.get(m, "who", PersonItem)
    if person is None:
        return None
    title = m["title"].lower()
    other = (
        Pronoun.SHE if title in _words("honorifics_he")
        else Pronoun.HE if title in _words("honorifics_she") else None
    )  # fmt: skip
    rows = leaders.calendar.names.people
    people = frozenset(p for p in person.people if rows[p].pronoun is not other)
    return replace(person, people=people) if people else NOBODY


_Chosen = Callable[[Line, re.Match[str], Leaders], Item | None]


@cache
def _generations() -> tuple[tuple[re.Pattern[str], _Chosen], ...]:
    def chosen(at: int) -> _Chosen:
        def make(line: Line, m: re.Match[str], leaders: Leaders) -> Item | None:
            person = line.get(m, "who", PersonItem)
            if person is None:
                return None
            if len(person.people) == 1:
                return _of_age(person, m.group("mark").lower(), at, leaders)
            ranked = _by_age(person.people, leaders)
            if len(ranked) != 2:
                return None
            return replace(person, people=frozenset((ranked[at],)), full=True)

        return make

    name, words = r"(?P<who>{Person})", table("people")
    after = rf"{name},? (?P<mark>%s)(?![\w])(?:,(?= [a-z]))?"
    return (
        (form(after % _either(words["first_after"])), chosen(0)),
        (form(after % _either(words["last_after"])), chosen(-1)),
        (form(rf"\b(?P<mark>{_either(words['first_before'])}) {name}"), chosen(0)),
        (form(rf"\b(?P<mark>{_either(words['last_before'])}) {name}"), chosen(-1)),
    )


def _of_age(person: PersonItem, mark: str, at: int, leaders: Leaders) -> Item | None:
    """Of "George W. Bush Sr.": nobody, where somebody else of the family is the elder."""
    if not mark.startswith(("jr", "sr")):
        return None
    rows = leaders.calendar.names.people
    (one,) = person.people
    family = _by_age((p for p in rows if rows[p].family_name == rows[one].family_name), leaders)
    known = len(family) > 1 and one in family and one != family[at]
    return NOBODY if known else person


def _by_age(people: Iterable[PersonId], leaders: Leaders) -> list[PersonId]:
    """Those of the people who ever led a country, by when they first did."""
    first = {p: leaders.leading(p) for p in people}
    return sorted((p for p, days in first.items() if not days.is_empty()),
                  key=lambda p: first[p].first)  # fmt: skip


_RECENT: Final = 3 * 366
"""Days: a longer time tells nothing of who led a country in it."""


def told(line: Line) -> Days | None:
    """The days that a sentence tells of, if they are few enough to tell people apart."""
    windows = (item.window for _, item in line.all(TimeItem))
    days = NO_DAY
    for window in windows:
        if window is not None and 0 < len(window.possibly) <= _RECENT:
            days |= window.possibly
    return None if days.is_empty() else days


def whom(
    item: PersonItem,
    leaders: Leaders,
    known: Iterable[PersonId],
    others: set[PersonId],
    days: Sequence[Days],
) -> PersonId | None:
    """The person whom a name means: the one of that name, else the one ``known`` first.

    Where none is, or who is led no country when the others did: who did on the first of ``days``,
    then with somebody else in the sentence, then on the last of ``days``, then who ever led one.
    """
    people = item.people
    led = leaders.leading
    named = next((person for person in known if person in people), None)
    if named is not None:
        rivals = {p for p in people - {named} if any(leaders.together(p, o) for o in others)}
        if not rivals or any(leaders.together(named, o) for o in others):
            return named
    tests: list[Callable[[PersonId], bool]] = [
        *(lambda p, told=told: led(p).meets(told) for told in days[:-1]),
        lambda p: any(leaders.together(p, o) for o in others),
        *(lambda p, told=told: led(p).meets(told) for told in days[-1:]),
        lambda p: not led(p).is_empty(),
    ]
    for test in tests:
        people = frozenset(filter(test, people)) or people
    return next(iter(people)) if len(people) == 1 else None
