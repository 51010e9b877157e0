"""How well the gold corpus of sentences is read and judged; see tests/reading/gold/README.md.

Usage: python -m benchmarks.reading_gold [open | held-out | labels]

``open`` gives the totals of the open texts, by kind of claim and by style, and lists what went
wrong; ``held-out`` gives the totals of the texts held out and nothing of them besides; ``labels``
lists the labels whose sign is another than the verdict on the claim as labelled. Run with
``make reading`` and ``make reading-blind``. Of the sentences wrongly claimed those are counted that
are refuted though none of their labels is of anything false.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from summitry.model.claims import ClaimKind
from summitry.record.view import View
from tests.reading.gold.floors import Floors
from tests.reading.gold.labels import Text, Which, corpus
from tests.reading.gold.reckoned import doubts, unreadable
from tests.reading.gold.records import views
from tests.reading.gold.score import Scored, Tally, by_kind, by_style, misses, score, total


def main(what: str) -> None:
    """Score what is asked for."""
    texts = corpus()
    held_out = [text for text in texts if text.held_out]
    opened = [text for text in texts if not text.held_out]
    with TemporaryDirectory() as folder:
        records = views(Path(folder))
        for which in Which:
            if which not in records:
                print(f"no {which} record: its texts are left out")
        if what == "labels":
            show_doubts(texts, records)
        elif what == "held-out":
            show(score(held_out, records))
        else:
            scores = score(opened, records)
            show_misses(scores)
            show(scores)
            show_parts("by kind of claim", by_kind(scores))
            show_parts("by style", by_style(scores))


def show_doubts(texts: Sequence[Text], records: Mapping[Which, View]) -> None:
    """The labels that can't be read, and those whose sign isn't the verdict on them."""
    for which, view in records.items():
        held = [text for text in texts if text.record is which]
        for line in unreadable(held, view.names()):
            print(line)
        for doubt in doubts(held, view):
            line = f"{doubt.text.name}:{doubt.label.line}: {doubt.wording.sign}"
            print(f"{line} but {doubt.verdict}: {doubt.claim}")


def show_misses(scores: Sequence[Scored]) -> None:
    """What went wrong, with its sentence."""
    for text, line, what, sentence in misses(scores):
        print(f"{text.name}:{line}: {what}\n    {sentence.text}")


def show(scores: Sequence[Scored]) -> None:
    """The totals."""
    print(f"\n{len(scores)} texts")
    together = total(scores)
    print_tally("together", together)
    print("  " + ("; ".join(Floors.load().missed(together)) or "no floor missed"))


def show_parts(of: str, parts: Mapping[ClaimKind, Tally] | Mapping[str, Tally]) -> None:
    """The totals of parts."""
    print(f"\n{of}")
    for name, tally in parts.items():
        print_tally(name, tally)


def print_tally(name: str, tally: Tally) -> None:
    """One line of numbers and shares."""
    wrong = f"{tally.wrong:>4}" + (
        f" of {tally.sentences:>4} {tally.wrong / tally.sentences:>7.1%}" if tally.sentences else ""
    )
    print(
        f"  {name:<22} found {_share(tally.found, tally.claims)}"
        f"   right {_share(tally.right, tally.judged)}"
        f"   swapped {tally.swapped:>3}   wrongly claimed {wrong}"
        f"   of them refuted though nothing is false {tally.refuted:>3}"
    )


def _share(part: int, whole: int) -> str:
    return f"{part:>4} of {whole:>4} " + (f"{part / whole:>7.1%}" if whole else f"{'–':>7}")


if __name__ == "__main__":
    if len(sys.argv) > 2 or not set(sys.argv[1:]) <= {"open", "held-out", "labels"}:
        sys.exit(__doc__)
    main(sys.argv[1] if sys.argv[1:] else "open")
