"""An archive: reading 2,000 documents of which 2 % speak of leaders' encounters.

Measured against the spaCy pipeline alone, on the same documents in the same run, so that machines
of different speed give the same ratios. Seconds are the process's own, so that it matters little
what else a machine does. Every sentence is then read without the sieve, which must find the same.
Run with ``make bench``; ``archive.toml`` says what the documents are made of.
"""

from __future__ import annotations

import random
import sys
import tomllib
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import islice
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING, Final, TypeVar

from summitry.desk.documents import open_document
from summitry.desk.records import open_record
from summitry.model.names import Names
from summitry.model.statements import Document, Reading
from summitry.reading import DEFAULT_MODEL, Reader, SpacyParser
from summitry.reading.mentions.gazetteer import gazetteer
from summitry.reading.sieve import PERSON, SPEAKING, Sieve, Signs
from summitry.reading.text.sentences import sentences
from summitry.reading.trees.parse import Tree
from tests.reading.unsieved import unsieved

if TYPE_CHECKING:
    from spacy.language import Language

HERE: Final = Path(__file__).resolve().parent
PAGE: Final = HERE.parent / "examples" / "history-of-interactions.txt"
DOCUMENTS: Final = 2_000
SPEAKING_SHARE: Final = 0.02
MIXED: Final = 0.2
"""So many pages mix two beats."""
AS_OF: Final = date(2025, 8, 16)
RUNS: Final = 3
SAMPLE: Final = 100
"""Documents that the pipeline is run on: its time is that of so many words."""
EXPECTED: Final = 40
POLITICS: Final = 300
"""Pages of politics that are measured by themselves."""

T = TypeVar("T")


# --- the documents ------------------------------------------------------------------------------


def archive(beat: str = "", *, seed: int = 7) -> Iterator[Document]:
    """The documents, the same ones for the same seed; of one beat alone if it is named."""
    dice = random.Random(seed)  # noqa: S311 - nothing here is secret
    table = tomllib.loads((HERE / "archive.toml").read_text("utf-8"))
    page = open_document(str(PAGE), as_of=AS_OF).text
    told = [line for line in page.splitlines() if len(line) > 80]
    speaking = set(dice.sample(range(DOCUMENTS), int(DOCUMENTS * SPEAKING_SHARE)))
    every, weights = list(table["pages"]), list(table["pages"].values())
    for number in range(DOCUMENTS):
        beats = dice.choices(every, weights, k=2 if dice.random() < MIXED else 1)
        beats = [beat] if beat else beats
        prose = [_sentence(dice, table, dice.choice(beats)) for _ in range(dice.randint(12, 36))]
        if number in speaking:
            at = dice.randrange(len(prose))
            prose[at:at] = ["\n", *dice.sample(told, min(3, len(told))), "\n"]
        yield Document(text=_paragraphs(prose), as_of=AS_OF)


def _sentence(dice: random.Random, table: dict[str, dict[str, list[str]]], beat: str) -> str:
    text = dice.choice(table["beats"][beat])
    for slot, words in table["slots"].items():
        while f"{{{slot}}}" in text:
            text = text.replace(f"{{{slot}}}", dice.choice(words), 1)
    return text


def _paragraphs(prose: list[str]) -> str:
    return "\n\n".join(" ".join(prose[n : n + 4]) for n in range(0, len(prose), 4))


# --- what they hold -----------------------------------------------------------------------------


def held(documents: Sequence[Document], signs: Sequence[Signs]) -> Iterator[tuple[str, int, int]]:
    """How many of the sentences, and in how many documents, name leaders or speak of meeting."""
    kinds: dict[str, Callable[[int], bool]] = {
        "in all": lambda _: True,
        "that name a leader": lambda has: bool(has & PERSON),
        "with a word of meeting": lambda has: bool(has & SPEAKING),
        "with both": lambda has: bool(has & PERSON and has & SPEAKING),
    }
    rows = [
        [found.within(s.start, s.end) for s in sentences(document.text)]
        for document, found in zip(documents, signs, strict=True)
    ]
    for kind, is_of in kinds.items():
        counts = [sum(map(is_of, row)) for row in rows]
        yield kind, sum(counts), sum(map(bool, counts))


# --- how long they take -------------------------------------------------------------------------


class TimedParser:
    """A parser that tells how many stretches it was given, and how long they took."""

    def __init__(self) -> None:
        self.parser, self.stretches, self.seconds = SpacyParser(), 0, 0.0

    def parse(self, sentences: Sequence[Sequence[str]]) -> tuple[Tree, ...]:
        """A tree for each sentence."""
        trees, seconds = timed(lambda: self.parser.parse(sentences))
        self.stretches += len(sentences)
        self.seconds += seconds
        return trees


def timed(run: Callable[[], T]) -> tuple[T, float]:
    """What a run gives, and the seconds that it took."""
    start = process_time()
    return run(), process_time() - start


def best(run: Callable[[], T]) -> tuple[T, float]:
    """What the fastest of several runs gives, and the seconds that it took."""
    return min((timed(run) for _ in range(RUNS)), key=lambda found: found[1])


def measure(documents: Sequence[Document], names: Names, whole: Language) -> list[Reading]:
    """Print what the documents hold and how long they take; what was read in them."""
    words = sum(len(document.text.split()) for document in documents)

    def read() -> tuple[list[Reading], TimedParser]:
        parser = TimedParser()
        return list(Reader(names, parser=parser).read_all(documents)), parser

    (readings, parser), ours = best(read)
    some = documents[:: len(documents) // SAMPLE]
    _, theirs = best(lambda: [len(doc) for doc in whole.pipe(page.text for page in some)])
    theirs *= words / sum(len(document.text.split()) for document in some)
    sieve = Sieve(gazetteer(names))
    signs, sieving = best(lambda: [sieve.over(document.text) for document in documents])
    _, cutting = best(lambda: [len(sentences(document.text)) for document in documents])

    print(f"{len(documents):,} documents, {words:,} words")
    for kind, count, among in held(documents, signs):
        print(f"  {count:>6,} sentences {kind:<23} in {among:>5,} documents")
    found = sum(len(reading.statements) for reading in readings)
    print(f"  {found:>6,} of them make claims that were found")
    print(f"reading               {ours:7.2f} s  {words / ours:>9,.0f} words/s, of which")
    print(f"  words by the sieve  {sieving:7.2f} s")
    print(f"  cutting sentences   {cutting:7.2f} s")
    print(f"  parsing             {parser.seconds:7.2f} s  {parser.stretches:,} stretches")
    print(f"  names and claims    {ours - sieving - cutting - parser.seconds:7.2f} s")
    print(f"spaCy's pipeline      {theirs:7.2f} s  {words / theirs:>9,.0f} words/s")
    print(f"reading is {theirs / ours:.0f} x as fast")
    return readings


def main() -> None:
    """Measure and print."""
    import spacy  # noqa: PLC0415 - its load is not measured, its import would be

    if not spacy.util.is_package(DEFAULT_MODEL):
        sys.exit(f"no language model {DEFAULT_MODEL!r} is installed")
    whole = spacy.load(DEFAULT_MODEL)
    documents, names = list(archive()), open_record().names()
    Reader(names).read(documents[0])
    readings = measure(documents, names, whole)
    print(f"expected: {EXPECTED} x as fast or more\n\npages of politics alone:")
    measure(list(islice(archive("politics"), POLITICS)), names, whole)
    for sieved, all_read in zip(readings, unsieved(names).read_all(documents), strict=True):
        if sieved.statements != all_read.statements:
            sys.exit(f"the sieve lost or made a claim in:\n{sieved.document.text}")
    print("\nreading every sentence of the archive finds the same claims")


if __name__ == "__main__":
    main()
