"""A page that summitry wrote, read as a stranger's: what of it is lost, unread or unfounded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from summitry.desk.facts import rules_of
from summitry.model.claims import Claim
from summitry.model.findings import Verdict
from summitry.model.names import Names
from summitry.model.people import PersonId
from summitry.model.statements import Document, Reading
from summitry.reading import Reader, SpacyParser
from summitry.reading.documents import extract
from summitry.reading.trees.parse import Tree
from summitry.reckoning import Frame, evaluate_in
from summitry.telling.history import Fact, History
from summitry.telling.page import as_markdown, as_text
from summitry.telling.tell import tell
from tests.reading.said_again import is_again

FORMATS: Final = {"page.md": as_markdown, "page.txt": as_text}


@dataclass(frozen=True, slots=True)
class _Remembering:
    """The default parser, which parses no sentence twice."""

    parser: SpacyParser = field(default_factory=SpacyParser)
    known: dict[tuple[str, ...], Tree] = field(default_factory=dict)

    def parse(self, sentences: Sequence[Sequence[str]]) -> tuple[Tree, ...]:
        wanted = list(dict.fromkeys(tuple(s) for s in sentences if tuple(s) not in self.known))
        self.known.update(zip(wanted, self.parser.parse(wanted), strict=True))
        return tuple(self.known[tuple(sentence)] for sentence in sentences)


PARSER: Final = _Remembering()
_readers: Final[dict[int, tuple[Names, Reader]]] = {}


def reader(names: Names) -> Reader:
    """A reader by these names, one for all pages of a record."""
    _, found = _readers.setdefault(id(names), (names, Reader(names, parser=PARSER)))
    return found


def read_back(text: str, name: str, page: History) -> Reading:
    """The reading of a page, taken from a file of this name as a check takes it."""
    found = extract(text.encode(), name=name)
    document = Document(text=found.text, title=found.title, as_of=page.as_of, type=found.type)
    return reader(page.names).read(document)


def plain(text: str) -> str:
    """Without line breaks."""
    return " ".join(text.split())


def facts(page: History, *, counts: bool = True) -> Iterator[Fact]:
    """Every fact of a page, in any order; ``counts``: also those of other ways of counting."""
    yield from page.key_facts
    yield from page.counts if counts else ()
    for section in page.sections:
        yield from section.facts
        yield from section.counts if counts else ()
        for entry in (*section.meetings, *section.contacts, *section.visits):
            yield from entry.facts
    for theme in page.themes:
        yield from theme.facts


def faults(page: History, text: str, name: str, frame: Frame) -> list[str]:
    """What a page says that isn't read as it was told, or isn't Supported."""
    found = read_back(text, name, page)
    return [*unsound(found, frame), *lost(found, page, tuple(facts(page)))]


def unsound(found: Reading, frame: Frame) -> Iterator[str]:
    """The statements that aren't Supported, and the sentences of meetings that weren't read."""
    for statement in found.statements:
        for claim in statement.claims:
            verdict = _verdict(claim, frame)
            if verdict is not Verdict.SUPPORTED:
                yield f"{verdict}: {plain(statement.quote.text)}"
    for silence in found.silences:
        yield f"unread, {silence.reason}: {plain(silence.quote.text)}"


def lost(found: Reading, page: History, told: Sequence[Fact]) -> Iterator[str]:
    """The facts that no statement says in the words in which they were told."""
    statements: dict[str, list[Claim]] = {}
    for statement in found.statements:
        statements.setdefault(plain(statement.quote.text), []).extend(statement.claims)
    for fact in told:
        said = [
            tell(fact.claim, page.names, one_day=fact.one_day, named=known)
            for known in _named(page)
        ]
        again = [claim for says in said for claim in statements.get(says, ())]
        if statements.keys().isdisjoint(said):
            yield f"silent: {said[0]}"
        elif not any(is_again(one, fact.claim) for one in again):
            yield f"read as something else: {said[0]}"


def _named(page: History) -> Iterator[frozenset[PersonId]]:
    """Whom a page may have named in full before a sentence."""
    yield from (frozenset(), page.named)
    yield from (page.named | {section.person} for section in page.sections)


def _verdict(claim: Claim, frame: Frame) -> Verdict:
    return frame.once(
        ("verdict", claim), lambda: evaluate_in(frame, claim, rules_of(claim))
    ).verdict
