"""An archive: reading 2,000 documents of which 2 % speak of leaders' encounters.

As a ratio to the spaCy pipeline alone on the same documents in the same run, so that machines of
different speed give the same ratios. Run with ``make bench``.
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import Final

from summitry.desk.documents import open_document
from summitry.desk.records import open_record
from summitry.model.statements import Document
from summitry.reading import DEFAULT_MODEL, Reader

HERE: Final = Path(__file__).resolve().parent
PAGE: Final = HERE.parent / "examples" / "history-of-interactions.txt"
DOCUMENTS: Final = 2_000
SPEAKING: Final = 0.02
AS_OF: Final = date(2025, 8, 16)


def archive(seed: int = 7) -> Iterator[Document]:
    """The documents, the same ones for the same seed."""
    dice = random.Random(seed)  # noqa: S311 - nothing here is secret
    table = tomllib.loads((HERE / "archive.toml").read_text("utf-8"))
    page = open_document(str(PAGE), as_of=AS_OF).text
    told = [line for line in page.splitlines() if len(line) > 80]
    speaking = set(dice.sample(range(DOCUMENTS), int(DOCUMENTS * SPEAKING)))
    for number in range(DOCUMENTS):
        beats = dice.sample(sorted(table["beats"]), 2)
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


def main() -> None:
    """Measure and print."""
    import spacy  # noqa: PLC0415 - its load is not measured, its import would be

    documents = list(archive())
    words = sum(len(document.text.split()) for document in documents)
    names = open_record().names()
    whole = spacy.load(DEFAULT_MODEL) if spacy.util.is_package(DEFAULT_MODEL) else None
    if whole is None:
        raise SystemExit(f"no language model {DEFAULT_MODEL!r} is installed")
    reader = Reader(names)
    reader.read(documents[0])
    start = perf_counter()
    told = [reader.read(document) for document in documents if reader.may_claim(document)]
    ours = perf_counter() - start
    found = sum(len(reading.statements) for reading in told)
    some = documents[:: len(documents) // 100]
    some_words = sum(len(document.text.split()) for document in some)
    start = perf_counter()
    for _ in whole.pipe(document.text for document in some):
        pass
    theirs = (perf_counter() - start) * words / some_words
    print(f"{len(documents):,} documents, {words:,} words, {found} statements found")
    print(f"reading: {words / ours:,.0f} words/s; spaCy's pipeline alone: {words / theirs:,.0f}")
    print(f"reading is {theirs / ours:.0f} x as fast (expected: 40 or more)")


if __name__ == "__main__":
    main()
