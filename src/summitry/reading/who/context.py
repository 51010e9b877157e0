"""Who a text has spoken of: what pronouns, "the two" and "the president" may mean."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from summitry.lexicon.letters import CAPITAL
from summitry.lexicon.tables import table
from summitry.model.days import Days
from summitry.model.people import PersonId
from summitry.model.places import PlaceId, PlaceKind
from summitry.model.selection import Someone
from summitry.reading.mentions.calendar import Calendar
from summitry.reading.mentions.items import PartyItem, WordItem
from summitry.reading.mentions.line import MARKS, Line, form
from summitry.reading.text.sentences import Sentence
from summitry.reading.who.leaders import Leaders
from summitry.reading.who.namesakes import is_opener

_OFTEN: Final = 2
_REACH: Final = 4
"""How many sentences back a word may mean somebody in another paragraph."""


@dataclass(frozen=True, slots=True)
class Heard:
    """Who a sentence spoke of, in the order of its words, and in which block.

    ``subject``: whom it was about, if that is clear. ``strange``: it has somebody who isn't known.
    """

    people: tuple[PersonId, ...]
    subject: PersonId | None
    block: int
    strange: bool


@dataclass
class Context:
    """Who the text has spoken of: by its title, by the heading in force, and so far.

    ``home`` is the country that it speaks from, ``dateline`` the city, ``spot`` the one place that
    it led to ``since_spot`` sentences ago.
    ``shadowed``: those of whose family name it has spoken of somebody else, and not of them.
    """

    leaders: Leaders
    written: Days | None = None
    title: tuple[PersonId, ...] = ()
    section: tuple[PersonId, ...] = ()
    block: int = -1
    said: list[Heard] = field(default_factory=list)
    known: list[PersonId] = field(default_factory=list)
    lead: PersonId | None = None
    dyads: Counter[frozenset[PersonId]] = field(default_factory=Counter)
    home: PlaceId | None = None
    shadowed: set[PersonId] = field(default_factory=set)
    dateline: PlaceId | None = None
    spot: PlaceId | None = None
    since_spot: int = 0

    @property
    def calendar(self) -> Calendar:
        """Who held which office when."""
        return self.leaders.calendar

    @property
    def peopled(self) -> bool:
        """Whether anybody of the record has been named."""
        return bool(self.known)

    @property
    def topic(self) -> PersonId | None:
        """The one whom the heading in force is about, or the text, or its first sentence."""
        for people in (self.section, self.title):
            if people:
                return people[0] if len(people) == 1 else None
        return self.lead

    def open(self, text: str) -> None:
        """Take note of whose text it is, by its title or first words."""
        rows = self.calendar.names.places
        for code, pattern in letterheads():
            if self.home is None and pattern.search(text):
                self.home = next((p.id for p in rows.values() if p.country == code
                                  and p.kind is PlaceKind.COUNTRY), None)  # fmt: skip

    def pass_over(self, sentence: Sentence) -> None:
        """Take note of a sentence that speaks of nobody."""
        begin(self, sentence)
        self.hear(sentence, None, roster=False)

    def reach(self) -> Iterator[Heard]:
        """What has been said, the last first: this block's, then a few sentences before it."""
        for back, heard in enumerate(reversed(self.said)):
            if heard.block != self.block and back >= _REACH:
                return
            yield heard

    def pair(
        self, before: Sequence[PersonId] = (), told: Days | None = None
    ) -> tuple[PersonId, PersonId] | None:
        """The two people meant by "the two", after ``before`` in the same sentence.

        ``told`` are the days that the sentence tells of, if it says so.
        """
        people = dict.fromkeys(before)
        for earlier in self.reach():
            if len(people) >= 2 or earlier.strange or earlier.block != self.block:
                break
            people |= dict.fromkeys(earlier.people)
        if len(people) == 2:
            first, second = people
            if self.leaders.may_meet(first, second):
                return first, second
        near = frozenset(people), frozenset(before)
        found = self._by_heading(*near) or self._last(near[1]) or self._only(near[1])
        return found if found is None or self.leaders.held(found, told) else None

    def _by_heading(
        self, people: frozenset[PersonId], before: frozenset[PersonId]
    ) -> tuple[PersonId, PersonId] | None:
        """The pair of the heading and the title, where it agrees with who has been spoken of."""
        pair = tuple(
            dict.fromkeys(self.section if len(self.section) > 1 else (*self.section, *self.title))
        )
        if len(pair) == len(people) == 1 and self.leaders.may_meet(*pair, *people):
            # An entry of a page on one person, which names another.
            return next(iter(people)), pair[0]
        if len(pair) != 2 or not before <= set(pair):
            return None
        if not (people <= set(pair) or set(pair) <= people):
            return None
        return pair[0], pair[1]

    def _last(self, before: frozenset[PersonId]) -> tuple[PersonId, PersonId] | None:
        """The last two who were spoken of together, if nobody else has taken their place."""
        near = set(before)
        for earlier in self.reach():
            two = near | set(earlier.people)
            if earlier.strange or (len(two) > 2 and not (near and near < set(earlier.people))):
                return None
            if len(two) == 2:
                first, second = dict.fromkeys((*before, *earlier.people, *near))
                return (first, second) if self.leaders.may_meet(first, second) else None
            near = near if len(two) > 2 else two
        return None

    def _only(self, before: frozenset[PersonId]) -> tuple[PersonId, PersonId] | None:
        """The two of whom the text has spoken together by far most often, and more than once."""
        pairs = [pair for pair, _ in self.dyads.most_common() if self.leaders.may_meet(*pair)]
        if not pairs or self.dyads[pairs[0]] < _OFTEN or not before <= pairs[0]:
            return None
        if len(pairs) > 1 and self.dyads[pairs[0]] < _OFTEN * self.dyads[pairs[1]]:
            return None
        strange = any(heard.strange for heard in self.said if heard.block == self.block)
        first, second = sorted(pairs[0], key=self.known.index)
        return None if strange else (first, second)

    def hear(self, sentence: Sentence, line: Line | None, *, roster: bool) -> None:
        """Take note of who a sentence speaks of."""
        people = () if line is None else tuple(dict.fromkeys(p for _, p in people_of(line)))
        self.known.extend(people)
        self.shadowed.difference_update(people)
        if len(people) == 2:
            self.dyads[frozenset(people)] += 1
        strange = line is not None and _is_strange(line)
        if sentence.heading and not (line is not None and _ENTRY.match(line.text)):
            if not self.title and not self.section and not roster and 0 < len(people) < 3:
                self.title = people
            elif people != self.title:
                self.section = people
            self.said = []
        elif people or strange:
            subject = None if line is None else subject_of(line)
            if self.lead is None and not self.known[: -len(people) or None]:
                self.lead = subject
            self.said.append(Heard(people, subject, sentence.block, strange))


@cache
def letterheads() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The words by which a text shows what country it speaks from, by the country's code."""
    return tuple(
        (code, re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE))
        for code, words in table("people")["letterheads"].items()
    )


def begin(context: Context, sentence: Sentence) -> None:
    """Take note of the block that a sentence is in."""
    context.block = sentence.block


def people_of(line: Line, end: int | None = None) -> list[tuple[int, PersonId]]:
    """The people named in a line up to a place, in order."""
    return [
        (place, party.person)
        for place, item in line.all(PartyItem, 0, end)
        for party in item.parties
        if isinstance(party, Someone)
    ]


_OBLIQUE: Final = form(
    r"(?:\b(?:with|to|by|of|for|from|after|before|between|under|since|like|unlike|than|on|over|about|"
    r"against|without|alongside|seeing)|{Word}) (?:the )?$"
)
_JOINED: Final = form(r"(?:'s?\b|,? (?:and|or) {Party}|[-–/]{Party}|, {Party})")


def subject_of(line: Line) -> PersonId | None:
    """The person whom a sentence is about: its first party that nothing governs."""
    for place, item in line.all(PartyItem):
        if _OBLIQUE.search(line.text[:place]):
            continue
        one = item.parties[0] if len(item.parties) == 1 else None
        # Of "he and Stalin met" it goes on about him, of "Roosevelt and Stalin met" about both.
        joined = item.word != "he" and _JOINED.match(line.text, place + 1) is not None
        return one.person if isinstance(one, Someone) and not joined else None
    return None


_NAME: Final = rf"{CAPITAL}[a-z]+"
_TITLES: Final = (
    r"(?:President|Prime Minister|Premier|Chancellor|Secretary|Minister|M(?:rs?|s)\.?|King|Queen|"
    r"Emperor|Pope|Prince)"
)
_STRANGER: Final = re.compile(
    rf"(?:^|\b(?:met|with|and|by|between|from|but) )(?:{_NAME} )*(?:{_TITLES}|{_NAME}) {_NAME}"
    r"(?= (?:has|had|was|is|met|said|told|also|who|came|went|and|arrived|flew|took|became|did|"
    r"visited|travell?ed|hosted|welcomed|received|spoke|talked|greeted)\b"
    r"|,|\.|$)"
)


_ENTRY: Final = form(r"\W*{Time}\W* ?(?:[-–—:]|to\b)(?: \S+){3}")
"""An entry of a timeline, which is no heading of what follows it."""
_ALONE: Final = re.compile(
    rf"({CAPITAL}[a-z]+[^s\W]) "
    r"(?:(?:[a-z]+ed|has|had|was|met|said|told|came|went|flew|took|became|did|sat|spoke|left|held|"
    rf"made|paid|shook|got|saw)\b|(?P<word>[{MARKS}]))"
)


def names_somebody(text: str) -> bool:
    """Whether a text may name somebody, known or not."""
    alone = _ALONE.match(text)
    if alone is not None and alone["word"] is None and not is_opener(alone[1]):
        return True
    return _STRANGER.search(text) is not None


def _is_strange(line: Line) -> bool:
    """Whether a line names somebody who isn't known."""
    unknown = any(None in item.parties for _, item in line.all(PartyItem) if item.word == "Smith")
    alone = _ALONE.match(line.text)
    verb = alone is not None and alone["word"] is not None and line.items[alone.start("word")]
    acts = isinstance(verb, WordItem) and verb.verb is not None and verb.noun is None
    opens = alone is not None and is_opener(alone[1])
    return unknown or (acts and not opens) or names_somebody(line.text)
