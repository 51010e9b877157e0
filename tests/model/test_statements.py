"""A statement is a sentence in which a claim was found."""

from __future__ import annotations

from datetime import date

import pytest

from summitry.model.claims import Quote, TookPlace
from summitry.model.problems import InputError
from summitry.model.selection import Selection, Someone
from summitry.model.statements import Document, Statement


def test_a_statement_holds_at_least_one_claim() -> None:
    quote = Quote("They met.", 0, 9)
    claim = TookPlace(selection=Selection(who=Someone("joe-biden")))
    assert Statement(quote, (claim,)).claims == (claim,)
    with pytest.raises(ValueError, match=r"^a statement needs at least one claim$"):
        Statement(quote, ())


def test_a_document_of_half_characters_is_refused() -> None:
    with pytest.raises(InputError, match=r"^the text has half a character, U\+D800 \(expected "):
        Document(text="They met. \ud800", as_of=date(2025, 1, 1))
