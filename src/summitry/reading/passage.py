"""The claims of a document's candidates, in the order of its text, when they are parsed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from summitry.model.claims import Claim, Held, Quote, SomeDay, TookPlace, WhichOne
from summitry.model.events import EventKind, Mode
from summitry.model.selection import Party, Selection, Someone
from summitry.model.statements import Document, Reading, Silence, Statement
from summitry.model.when import ALWAYS
from summitry.reading.candidate import UNREAD, Candidate, asks
from summitry.reading.clauses.abroad import guests_abroad
from summitry.reading.clauses.asides import nothing_apart, restricted
from summitry.reading.clauses.doubts import refusal
from summitry.reading.clauses.earlier import date_earlier
from summitry.reading.clauses.forms import claims_of
from summitry.reading.clauses.frame import Frame
from summitry.reading.clauses.frames import frames
from summitry.reading.clauses.gaps import completed
from summitry.reading.clauses.latest import before_the_news, held, just_over
from summitry.reading.clauses.offices import read_offices
from summitry.reading.clauses.pairs import pair_of
from summitry.reading.clauses.surroundings import Surroundings
from summitry.reading.clauses.tense import tells_of_past
from summitry.reading.clauses.unread import Beside, all_read
from summitry.reading.company import QUOTED, UNNAMED, is_quoted
from summitry.reading.mentions.calendar import Calendar
from summitry.reading.mentions.items import (
    EachItem,
    Item,
    PartyItem,
    PlaceItem,
    TimeItem,
)
from summitry.reading.mentions.narrowing import Unreadable
from summitry.reading.text.sentences import Sentence
from summitry.reading.trees.parse import Tree
from summitry.reading.trees.syntax import Syntax
from summitry.reading.trees.words import Words


class Pass:
    """One pass over the candidates, in the order of the text."""

    def __init__(self, document: Document, calendar: Calendar, *, whole: bool) -> None:
        self.document, self.calendar, self.whole = document, calendar, whole
        self.block = -1
        self.last: tuple[Item, ...] = ()
        self.modes: frozenset[Mode] = frozenset()
        self.one: Selection | None = None
        self.one_end = 0
        self.latest: dict[frozenset[Party | None], Selection] = {}
        self.held: list[Selection] = []
        self.before: list[Claim] = []
        self.day = (document.published or document.as_of).toordinal()
        self.statements: list[Statement] = []
        self.silences: list[Silence] = []

    def over(self, candidates: Sequence[Candidate], trees: Iterator[Tree]) -> Reading:
        """The reading made of all candidates."""
        for candidate in candidates:
            if candidate.line is UNREAD:
                self._unread(candidate)
            else:
                self._sentence(candidate, [(words, next(trees)) for words in candidate.stretches])
        return Reading(self.document, tuple(self.statements), tuple(self.silences))

    def _unread(self, candidate: Candidate) -> None:
        """Take note of a sentence that speaks of nobody, as most do that have a word of meeting."""
        self._begin(candidate.sentence)
        asked = asks(candidate.sentence)
        if asked or candidate.meets:
            self._pass_over(candidate.sentence, "a question" if asked else candidate.lacks)

    def _pass_over(self, sentence: Sentence, reason: str) -> None:
        """Tell why a sentence makes no claim; a heading over what follows needs to name nobody."""
        if not (sentence.heading and reason == UNNAMED):
            self.silences.append(Silence(sentence.quote, reason))

    def _begin(self, sentence: Sentence) -> None:
        if sentence.block != self.block:
            self.block, self.last = sentence.block, ()

    def _sentence(self, candidate: Candidate, parsed: list[tuple[Words, Tree]]) -> None:
        sentence, text = candidate.sentence, self.document.text
        self._begin(sentence)
        quote = sentence.quote
        claims: list[Claim] = [*candidate.told.claims]
        reasons: list[str] = []
        if claims:
            self.last = candidate.told.items
        elif asks(sentence):
            reasons.append("a question")
        else:
            claims.extend(read_offices(candidate.line, self.calendar, text))
            self._frames(candidate, parsed, claims, reasons)
            if candidate.leans:
                claims = [claim for claim in claims if _unquoted(claim) not in self.before]
        self.before = [*(self.before if candidate.leans else ()), *map(_unquoted, claims)]
        if claims:
            dated = self.document.published is not None
            claims = [before_the_news(one, self.held, self.day, dated=dated) for one in claims]
            self.statements.append(Statement(quote, _once(claims)))
        elif reasons:
            self._pass_over(sentence, reasons[0])

    def _frames(
        self,
        candidate: Candidate,
        parsed: list[tuple[Words, Tree]],
        claims: list[Claim],
        reasons: list[str],
    ) -> None:
        """Add the claims of a sentence's frames, or the reasons why they make none."""
        if candidate.meets and candidate.lacks:
            reasons.append(candidate.lacks)
        earlier: list[Frame] = []
        syntaxes = (Syntax(candidate.line, words, tree) for words, tree in parsed)
        stretches = [(syntax, frames(syntax)) for syntax in syntaxes]
        apart = tuple(restricted(stretches))
        for syntax, found in stretches:
            beside = Beside(
                syntax, tuple(found), self.calendar, self.document.text, whole=self.whole
            )
            for frame in [each for one in found for each in (one, *completed(one, self.calendar))]:
                try:
                    made = self._frame(frame, syntax, candidate, earlier)
                    # What is told in words that restrict it is the news none the less.
                    self.held += held(made)
                    all_read(frame, made, beside)
                    nothing_apart(frame, apart)
                    guests_abroad(made, frame.sense, self.calendar)
                    if not (candidate.leans and frame.gaps):
                        claims.extend(made)
                except Unreadable as problem:
                    reasons.append(str(problem))
                earlier.append(frame)
            if any(frame.gaps for frame in found):
                self.last = ()

    def _frame(
        self, frame: Frame, syntax: Syntax, candidate: Candidate, earlier: list[Frame]
    ) -> list[Claim]:
        line = candidate.line
        frame.told = tells_of_past(line, self.day, heading=candidate.sentence.heading)
        date_earlier(syntax, frame, self.held, self.calendar)
        frame.refusal = frame.refusal or refusal(syntax, frame)
        if is_quoted(line, frame.place):
            raise Unreadable(QUOTED)
        if frame.role == "apposed" and frame.told_of is None and earlier:
            frame.this = earlier[-1].this
            frame.told_of = None if frame.this else earlier[-1]
        if not frame.subjects and not frame.objects:
            named = [f for f in earlier if f.subjects or f.objects]
            if named and frame.sense.kind is named[-1].sense.kind:
                frame.subjects, frame.objects = list(named[-1].subjects), list(named[-1].objects)
        subject = frame.told_of
        if subject is not None and subject.ordinals and not frame.ordinals:
            subject.told_of, frame.told_of, frame = frame, None, subject
        start, end = line.place(syntax.words.places[0], syntax.words.places[-1] + 1)
        quote = Quote(self.document.text[start:end], start, end)
        around = Surroundings(
            self.calendar, self.document.as_of, candidate.pair, self.last, quote, self.modes,
            self.one if self._is_next(candidate.sentence) else None, self.latest,
        )  # fmt: skip
        claims = list(claims_of(frame, around))
        just_over(syntax, frame, claims, self.day, dated=self.document.published is not None)
        said = (*frame.tail, *frame.that)
        told = tuple(i for i in said if isinstance(i, TimeItem | PlaceItem | EachItem))
        if told and any(isinstance(claim, TookPlace | WhichOne) for claim in claims):
            one = next(c for c in claims if isinstance(c, TookPlace | WhichOne))
            self.last, self.modes = told, one.selection.modes
        self._note(claims, candidate.sentence)
        return [*claims, *self._asides(frame, claims, quote)]

    def _is_next(self, sentence: Sentence) -> bool:
        """Whether nothing stands between a sentence and what was told of last."""
        between = self.document.text[self.one_end : max(self.one_end, sentence.start)]
        return self.one_end > 0 and not between.strip()

    def _note(self, claims: list[Claim], sentence: Sentence) -> None:
        """Keep the encounter that claims tell of, if it is one."""
        told = [c.selection for c in claims if isinstance(c, TookPlace)]
        told += [c.that for c in claims if isinstance(c, WhichOne)]
        if told and told[0].kind is EventKind.ENCOUNTER:
            self.one = told[0] if len(told) == 1 else None
            self.one_end = sentence.end
        for one in told:
            earlier = self.latest.get(pair_of(one))
            if earlier is None or earlier.window.possibly.first <= one.window.possibly.first:
                self.latest[pair_of(one)] = one

    def _asides(self, frame: Frame, claims: list[Claim], quote: Quote) -> list[Claim]:
        """That people held the offices that brackets after their names give them, at the time."""
        windows = [
            c.selection.window for c in claims
            if isinstance(c, TookPlace) and c.selection.window != ALWAYS
        ]  # fmt: skip
        return [
            Held(person=party.person, office=item.then, time=SomeDay(windows[0]), quote=quote)
            for item in (*frame.subjects, *frame.objects)
            if isinstance(item, PartyItem) and item.then is not None and windows
            for party in item.parties
            if isinstance(party, Someone)
        ]


_NOWHERE: Final = Quote("", 0, 0)


def _unquoted(claim: Claim) -> Claim:
    """The claim as it is, wherever it is said."""
    return replace(claim, quote=_NOWHERE)


def _once(claims: list[Claim]) -> tuple[Claim, ...]:
    """The claims without repetition, in order: who met whom is the same the other way round."""
    found: list[Claim] = []
    for claim in claims:
        if claim not in found and _turned(claim) not in found:
            found.append(claim)
    return tuple(found)


def _turned(claim: Claim) -> Claim:
    """An encounter with its two parties in the other order."""
    if not isinstance(claim, TookPlace) or (whom := claim.selection.whom) is None:
        return claim
    return replace(claim, selection=replace(claim.selection, who=whom, whom=claim.selection.who))
