"""Times: how fast they are found in a text, as ratios to other tools on the same text.

Each number is the median of several runs on the same machine in the same run. The other tools
are those that the project's dependencies bring along: spaCy's tokenizer, which only cuts a text
into words, and dateparser, which searches a text for dates. Run with ``make bench``.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median
from time import process_time

from dateparser.search import search_dates  # type: ignore[import-untyped]
from spacy.lang.en import English

from summitry.reading.when.times import times

ROOT = Path(__file__).resolve().parents[1]
WRITTEN = date(2025, 8, 16)
RUNS = 7
OFTEN = 8
"""The seed page that often makes a text; one page is enough for the slow search."""


def seconds(run: Callable[[], object]) -> float:
    """The median of seconds of the processor that a call takes, once warm."""
    run()
    taken: list[float] = []
    for _ in range(RUNS):
        start = process_time()
        run()
        taken.append(process_time() - start)
    return median(taken)


def main() -> None:
    """Measure and print."""
    page = (ROOT / "examples" / "history-of-interactions.txt").read_text("utf-8")
    texts = iter([f"{page}\n{number}" for number in range(OFTEN * (RUNS + 2))])
    tokenizer = English().tokenizer
    words = len(page.split())

    def ours() -> None:
        # Texts that differ, so that none is remembered.
        for _ in range(OFTEN):
            times(next(texts), written=WRITTEN)

    own = seconds(ours) / OFTEN
    cut = seconds(lambda: tokenizer(page))
    searched = seconds(lambda: search_dates(page, languages=["en"]))
    print(f"times: {len(times(page, written=WRITTEN))} in {words} words of the seed page")
    print(f"times                {words / own:12,.0f} words/s")
    row("spaCy's tokenizer", words / cut, own / cut)
    row("dateparser's search", words / searched, own / searched)


def row(what: str, speed: float, ratio: float) -> None:
    """Print one measurement and what times take of its time."""
    print(f"{what:<20} {speed:12,.0f} words/s; times take {ratio:5.2f} of its time")


if __name__ == "__main__":
    main()
