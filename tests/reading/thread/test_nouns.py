"""A subject that leaves out its noun speaks of what the sentences before it spoke of; where it
isn't clear what those were, or whose, of nothing."""

from __future__ import annotations

from datetime import date

import pytest

from summitry.model.statements import Document
from summitry.reading import read
from tests.reading.notation import short
from tests.reading.some_names import some_names

NAMES = some_names()


def lines(text: str) -> list[str]:
    """The claims of the last line of a text."""
    reading = read(Document(text=text, as_of=date(2025, 8, 16)), NAMES)
    last = text.rfind("\n") + 1
    claims = [c for s in reading.statements if s.quote.start >= last for c in s.claims]
    return [short(claim) for claim in claims]


MERKEL = "barack-obama+angela-merkel in-person"
YEARS = "{0}-01-01..{0}-12-31".format
MET = "Obama and Merkel have met seven times.\n"
WENT = "Obama went to Germany six times.\n"

READ = [
    (f"{MET}The first was in Hamburg in 2009.", [f"#1 of {MERKEL} is hamburg {YEARS(2009)}"]),
    (f"{MET}The last one was in Geneva, in 2016.", [f"#-1 of {MERKEL} is geneva {YEARS(2016)}"]),
    (f"{MET}Their second came in Helsinki in 2010.",
     [f"#2 of {MERKEL} is helsinki {YEARS(2010)}"]),
    (f"{MET}A third followed in Geneva in 2011.", [f"took place {MERKEL} geneva {YEARS(2011)}"]),
    (f"{MET}Another took place in Helsinki in 2012.",
     [f"took place {MERKEL} helsinki {YEARS(2012)}"]),
    (f"{MET}The next was in Hamburg, in 2013.", [f"took place {MERKEL} hamburg {YEARS(2013)}"]),
    (f"{MET}The third (Geneva, 2011) was the shortest.",
     [f"#3 of {MERKEL} is geneva {YEARS(2011)}"]),
    (f"{MET}Hamburg was the first.", [f"#1 of {MERKEL} is hamburg"]),
    (f"{MET}Three of the seven took place in Germany.", [f"3 of {MERKEL} de"]),
    (f"{MET}Only one of them was in Geneva.", [f"1 of {MERKEL} geneva"]),
    (f"{MET}None was in Helsinki.", [f"0 of {MERKEL} helsinki"]),
    ("Obama phoned Merkel twice in 2013.\nThe first was on 3 May 2013.",
     ["#1 of barack-obama+angela-merkel phone is 2013-05-03"]),
    (f"{WENT}The first was in 2009.", [f"#1 of visit barack-obama de is {YEARS(2009)}"]),
    (f"{WENT}His last came in 2016.", [f"#-1 of visit barack-obama de is {YEARS(2016)}"]),
    (f"{WENT}Two were in 2009.", [f"2 of visit barack-obama de {YEARS(2009)}"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), READ)
def test_a_noun_is_taken_from_the_sentence_before(text: str, claims: list[str]) -> None:
    assert lines(text) == claims


SILENT = [
    # no events are spoken of, or of several sorts
    "Obama wrote two books.\nThe first was in Hamburg in 2009.",
    "Obama visited Geneva and called Merkel.\nThe second was in 2009.",
    f"{MET}The first two were in Hamburg in 2009.",
    # people
    f"{WENT}The first was Merkel, in 2009.",
    f"{MET}The last, Obama, was in Geneva in 2016.",
    # not of what was held
    f"{MET}The third (Geneva, 2011) was called off.",
    f"{MET}The next will be in Hamburg.",
    f"{MET}The first would have been in Geneva in 2008.",
    # long ago in the text
    f"{MET}It rained.\nThere were flags.\nA band played.\nThe first was in Hamburg in 2009.",
]


@pytest.mark.parametrize("text", SILENT)
def test_no_noun_is_taken_from_elsewhere(text: str) -> None:
    assert lines(text) == []
