"""Reading a document: its sentences, and the claims that they make."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from typing import Final

from summitry.model.days import Days
from summitry.model.events import EventKind
from summitry.model.names import Names
from summitry.model.selection import Someone
from summitry.model.statements import Document, Reading
from summitry.reading.candidate import UNREAD, Candidate, asks
from summitry.reading.clauses.activities import with_activities
from summitry.reading.clauses.clefts import without_frames
from summitry.reading.clauses.ellipsis import with_nouns
from summitry.reading.clauses.gaps import with_gaps
from summitry.reading.clauses.groups import with_groups
from summitry.reading.company import UNNAMED, may_tell, unknown
from summitry.reading.mentions.calendar import Calendar
from summitry.reading.mentions.compose import compose
from summitry.reading.mentions.exceptions import with_exceptions
from summitry.reading.mentions.gazetteer import gazetteer
from summitry.reading.mentions.items import (
    WordItem,
)
from summitry.reading.mentions.line import Line
from summitry.reading.mentions.scan import plain, scan
from summitry.reading.mentions.scene import Scene
from summitry.reading.mentions.toponyms import with_toponyms
from summitry.reading.mentions.uses import of_meeting
from summitry.reading.mentions.whens import with_whens
from summitry.reading.passage import Pass
from summitry.reading.pieces.outline import Outline
from summitry.reading.pieces.pieces import NOTHING
from summitry.reading.resolve import resolve
from summitry.reading.sieve import (
    MEETING,
    NAMED,
    OFFICE,
    PERSON,
    REFERENCE,
    SPEAKING,
    TELLING,
    Sieve,
)
from summitry.reading.text.labels import has_keys, is_label
from summitry.reading.text.sentences import Sentence, sentences
from summitry.reading.text.speakers import label
from summitry.reading.text.trimmings import trimmed
from summitry.reading.thread.answers import Asked, numbered
from summitry.reading.thread.entries import Entries, dated
from summitry.reading.thread.leaning import Leaning, may_lean
from summitry.reading.thread.nouns import Events, may_lack_noun
from summitry.reading.trees.parse import Parser, SpacyParser
from summitry.reading.trees.words import listing, segments
from summitry.reading.when.base import Base
from summitry.reading.when.clock import Clock
from summitry.reading.when.times import counts
from summitry.reading.where.dateline import city_named, dateline
from summitry.reading.where.destinations import Destinations, may_travel
from summitry.reading.where.pointers import pass_places
from summitry.reading.where.together import with_meetings
from summitry.reading.who.context import Context, names_somebody
from summitry.reading.who.leaders import Leaders
from summitry.reading.who.namesakes import told

_LONGEST: Final = 2_000
"""Characters: what is longer without a full stop is a table or a listing, not a sentence."""
_MOST_WORDS: Final = 300
"""Words and marks likewise: the work of reading a sentence grows faster than their number."""
_WORD: Final = re.compile(r"\w+|[^\w\s]")


_AT_ONCE: Final = 256
"""Stretches that are parsed together, or documents: more of them take no less time each."""


@dataclass(frozen=True, slots=True)
class _Around:
    """What a document has told so far: of whom, under what headings, of what time and place."""

    context: Context
    outline: Outline
    clock: Clock
    destinations: Destinations
    events: Events
    asked: Asked
    leaning: Leaning
    entries: Entries

    def may_complete(self, sentence: Sentence, text: str) -> bool:
        """Whether a sentence without signs may say something with what was told before."""
        expects = self.outline.expects(self.context)
        before = self.leaning.before(sentence)
        if before is not None and (expects or may_tell(before)) and may_lean(text):
            return True
        if not (expects or self.events.travelled):
            return False
        return (self.events.meant is not None and may_lack_noun(text)) or (
            self.destinations.known and may_travel(text)
        )

    def expects(self) -> bool:
        """Whether a sentence that has no sign of anything may make a claim."""
        open_ = (
            self.events.meant or self.asked.asked or self.leaning.line or self.destinations.known
        )
        return bool(open_) or self.outline.expects(self.context)


def read(document: Document, names: Names, *, parser: Parser | None = None) -> Reading:
    """The claims that a document makes about the people, offices and places of a record.

    Nothing is said of whether they are true. Sentences are parsed by ``parser``, by default a
    spaCy model that is loaded once. Of many documents a :class:`Reader` takes less time.
    """
    return Reader(names, parser=parser).read(document)


class Reader:
    """What reads documents by the names of one record, which it takes a while to learn.

    ``sieve`` chooses what is looked at, by default by the record's names. ``whole``: no words are
    left out of a clause, not even those that can't make its claim false, as fits a question: they
    may choose what it asks for.
    """

    def __init__(
        self,
        names: Names,
        *,
        parser: Parser | None = None,
        sieve: Sieve | None = None,
        whole: bool = False,
    ) -> None:
        self._calendar = Calendar(names)
        self._leaders = Leaders(self._calendar)
        self._names = gazetteer(names)
        self._sieve = Sieve(self._names) if sieve is None else sieve
        self._parser, self._whole = parser, whole

    def read(self, document: Document) -> Reading:
        """The claims that a document makes, and why other sentences make none."""
        return next(self.read_all((document,)))

    def read_all(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """The readings of documents in their order, of which many are parsed together."""
        parser = self._parser if self._parser is not None else _default_parser()
        found = ((document, tuple(self._candidates(document))) for document in documents)
        for batch in _batches(found):
            stretches = [w.words for _, row in batch for each in row for w in each.stretches]
            trees = iter(parser.parse(stretches))
            for document, candidates in batch:
                yield Pass(document, self._calendar, whole=self._whole).over(candidates, trees)

    def _candidates(self, document: Document) -> Iterator[Candidate]:
        """The sentences with a word of meeting, travelling or holding office, everyone resolved."""
        signs = self._sieve.over(document.text)
        titled = self._sieve.signs_of(document.title) & NAMED
        if not (titled or signs.may_have(TELLING)):
            return
        rows = [(s, signs.within(s.start, s.end)) for s in sentences(document.text)]
        if not (titled or any(has & NAMED for _, has in rows)):
            yield from _of_nobody(rows)
            return
        around = self._opened(document)
        last = max((n for n, (_, has) in enumerate(rows) if has & TELLING), default=-1)
        for n, (sentence, has) in enumerate(rows):
            if n > last and not around.expects():
                return
            if _is_listing(sentence):
                continue
            found = self._heard(sentence, has, around, numbered(document.text, sentence))
            if found is not None:
                yield found
            around.clock.hear(sentence, sentence.text)

    def _opened(self, document: Document) -> _Around:
        """What a document tells by its title and day."""
        around = _Around(
            Context(self._leaders, Days.on(document.published or document.as_of)),
            Outline(Scene(self._calendar, document.as_of)),
            Clock(document.published),
            Destinations(self._calendar),
            Events(),
            Asked(),
            Leaning(),
            Entries.of(document.text),
        )
        if document.title:
            title = plain(document.title)
            around.context.open(title)
            heading = Sentence(title, 0, len(title), block=-2, heading=True)
            line = resolve(self._scanned(title, 0, around.clock), heading, around.context)
            around.outline.entitle(compose(line, around.outline.scene))
            around.destinations.head(line)
            around.events.entitle(line)
        return around

    def _heard(
        self, sentence: Sentence, has: int, around: _Around, number: str
    ) -> Candidate | None:
        """The candidate that a sentence is, if it is one; note is taken of whom it speaks of.

        ``number`` is the one that stands before it, "" if none does.
        """
        context, outline = around.context, around.outline
        date = around.entries.take(sentence)
        text = plain(sentence.text)
        said = label(text)
        said += _dated(text[said:], context)
        told = around.asked.told(text[said:], sentence, number)
        if told:
            line = self._scanned(told, 0, around.clock).spread(sentence.start, sentence.end)
            found = self._told(sentence, has | MEETING, resolve(line, sentence, context), around)
            return None if around.asked.bare else found
        named = context.peopled and names_somebody(text)
        lacks = not sentence.heading and around.may_complete(sentence, text)
        if not (_matters(has, context) or named or lacks or outline.may_tell(sentence, context)):
            context.pass_over(sentence)
            around.leaning.pass_over()
            around.events.pass_over()
            pass_places(text, context)
            outline.pass_over(sentence)
            return _unread(sentence, has, UNNAMED, meets=bool(has & MEETING))
        text = trimmed(text)
        said += len(text[said:]) - len(text[said:].lstrip())
        line = self._scanned(text[said:], sentence.start + said, around.clock)
        if date:
            line = dated(self._scanned(date, 0, around.clock), line, sentence)
        found = self._told(sentence, has, resolve(line, sentence, context), around)
        return None if around.asked.asks else found

    def _told(self, sentence: Sentence, has: int, line: Line, around: _Around) -> Candidate | None:
        """What a sentence may claim, everyone in it resolved: as a piece, or when it is parsed."""
        context, outline = around.context, around.outline
        whole = around.events.heard(line, sentence, context, around.destinations)
        if not sentence.heading:
            whole = with_meetings(whole)
        joined = around.leaning.joined(whole, sentence)
        leans = joined is not None
        whole = whole if joined is None else joined
        around.leaning.hear(whole, sentence)
        if whole is not line:
            line, has = whole, has | MEETING
        elif not (
            self._sieve.may_tell(line) or outline.opens(sentence, line) or outline.expects(context)
        ):
            around.destinations.note(line, sentence)
            outline.pass_over(sentence)
            return _unread(sentence, has, unknown(line), meets=line.has(WordItem))
        if around.destinations.known and may_travel(sentence.text) and not sentence.heading:
            sort = around.events.meant
            visits = sort is not None and sort.kind is EventKind.VISIT
            went = around.destinations.placed(line, visits=visits)
            if went is not line:
                line, has = went, has | MEETING
                around.events.travel()
        if has & SPEAKING or outline.looks_at(sentence, line):
            whole = compose(line, outline.scene)
        keyed = has_keys(sentence.text)
        piece = NOTHING if keyed else outline.piece(sentence, whole, context)
        told = with_activities(line) if has & SPEAKING else line
        placed = listing(around.destinations.placed(told)) if has & SPEAKING else line
        around.destinations.note(placed, sentence)
        if piece.claims:
            return Candidate(sentence, bool(has & MEETING), line, told=piece)
        if not has & SPEAKING or is_label(sentence.text):
            return None
        bare = without_frames(placed, self._calendar)
        whole = with_exceptions(whole if bare is line else compose(bare, outline.scene))
        whole = with_gaps(with_groups(with_whens(with_nouns(whole))))
        found = self._candidate(sentence, whole, context)
        return replace(found, leans=leans)

    def _scanned(self, text: str, start: int, clock: Clock) -> Line:
        line = Line.of(text, start)
        base = clock.base() if counts(line.text, clock.written) else Base(clock.written)
        mentions = scan(line.text, self._names, base)
        mentions = with_toponyms(line.text, mentions, self._calendar)
        return line.with_mentions(of_meeting(line, mentions))

    def _candidate(self, sentence: Sentence, line: Line, context: Context) -> Candidate:
        pair = context.pair(told=told(line))
        people = (Someone(pair[0]), Someone(pair[1])) if pair is not None else None
        meets = line.has(WordItem)
        lacks = self._sieve.lacking(line, people)
        stretches = segments(line) if meets and not (lacks or asks(sentence)) else ()
        return Candidate(sentence, meets, line, lacks, people, stretches)


def _unread(sentence: Sentence, has: int, lacks: str, *, meets: bool) -> Candidate | None:
    """What stands for a sentence that makes no claim, if it has a word of those that do."""
    if not has & SPEAKING or is_label(sentence.text):
        return None
    return Candidate(sentence, meets, UNREAD, lacks)


def _dated(text: str, context: Context) -> int:
    """How many characters of a sentence are its dateline, of whose city note is taken."""
    length, city = dateline(text)
    if length:
        context.dateline = city_named(city, context.calendar)
    return length


def _is_listing(sentence: Sentence) -> bool:
    """Whether it is longer than a sentence that somebody could read."""
    length = sentence.end - sentence.start
    if not _MOST_WORDS < length <= _LONGEST:
        return length > _LONGEST
    return next(islice(_WORD.finditer(sentence.text), _MOST_WORDS, None), None) is not None


def _of_nobody(rows: Iterable[tuple[Sentence, int]]) -> Iterator[Candidate]:
    """The sentences with a word of meeting in a text that names nobody of the record."""
    for sentence, has in rows:
        if has & SPEAKING and not _is_listing(sentence):
            yield Candidate(sentence, bool(has & MEETING), UNREAD)


def _batches(
    found: Iterable[tuple[Document, tuple[Candidate, ...]]],
) -> Iterator[list[tuple[Document, tuple[Candidate, ...]]]]:
    batch: list[tuple[Document, tuple[Candidate, ...]]] = []
    stretches = 0
    for document, candidates in found:
        batch.append((document, candidates))
        stretches += sum(len(candidate.stretches) for candidate in candidates)
        if max(stretches, len(batch)) >= _AT_ONCE:
            yield batch
            batch, stretches = [], 0
    if batch:
        yield batch


def _matters(has: int, context: Context) -> bool:
    """Whether a sentence with these signs may speak of somebody, by itself or by what is before."""
    if has & PERSON:
        return True
    if not context.peopled:
        return bool(has & SPEAKING and has & OFFICE)
    if has & (OFFICE | REFERENCE):
        return True
    return bool(has & SPEAKING) and context.pair() is not None


@cache
def _default_parser() -> Parser:
    return SpacyParser()
