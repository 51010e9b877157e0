"""A sentence that leans on the one before says of its own people and times what that says; it says
nothing where it isn't clear what it leaves out."""

from __future__ import annotations

from datetime import date

import pytest

from summitry.model.statements import Document
from summitry.reading import read
from tests.reading.notation import short
from tests.reading.some_names import some_names

NAMES = some_names()


def lines(before: str, text: str) -> list[str]:
    """The claims of a sentence after another."""
    reading = read(Document(text=f"{before} {text}", as_of=date(2025, 8, 16)), NAMES)
    claims = [c for s in reading.statements if s.quote.start > len(before) for c in s.claims]
    return [short(claim) for claim in claims]


YEARS = "{0}-01-01..{0}-12-31".format
VISIT = "visit {}".format
NEVER = "Obama never visited Germany."
WENT = "Obama visited Germany in 2013."

READ = [
    (NEVER, "Nor did Trump.", [f"0 of {VISIT('donald-trump')} de"]),
    (NEVER, "Neither did Clinton or Trump.",
     [f"0 of {VISIT('bill-clinton')} de", f"0 of {VISIT('donald-trump')} de"]),
    ("Obama visited Germany.", "Clinton never did.", [f"0 of {VISIT('bill-clinton')} de"]),
    (WENT, "Clinton in 1994.", [f"took place {VISIT('bill-clinton')} de {YEARS(1994)}"]),
    (WENT, "Clinton did so in 1994.", [f"took place {VISIT('bill-clinton')} de {YEARS(1994)}"]),
    (WENT, "Clinton twice.", [f"2 of {VISIT('bill-clinton')} de"]),
    (WENT, "Clinton did so twice.", [f"2 of {VISIT('bill-clinton')} de"]),
    ("Obama and Merkel met in Hamburg in 2009.", "And again in Geneva in 2010.",
     [f"took place barack-obama+angela-merkel in-person geneva {YEARS(2010)}"]),
    ("Obama visited Germany twice.", "In 2013 and 2016.",
     [f"took place {VISIT('barack-obama')} de {YEARS(2013)}",
      f"took place {VISIT('barack-obama')} de {YEARS(2016)}"]),
]  # fmt: skip


@pytest.mark.parametrize(("before", "text", "claims"), READ)
def test_it_is_read_with_the_sentence_before(before: str, text: str, claims: list[str]) -> None:
    assert lines(before, text) == claims


SILENT = [
    (WENT, "So did Trump."),
    (WENT, "Clinton might in 2014."),
    (WENT, "Clinton wrote two books."),
    (WENT, "It rained. Clinton in 1994."),
    ("Obama wrote a book in 2013.", "Clinton in 1994."),
    ("Obama visited Germany in 2013?", "Clinton did."),
    ("Obama will visit Germany.", "In 2013."),
    (f"{WENT}\n\n", "Clinton in 1994."),
]


@pytest.mark.parametrize(("before", "text"), SILENT)
def test_it_leans_on_nothing_else(before: str, text: str) -> None:
    assert lines(before, text) == []
