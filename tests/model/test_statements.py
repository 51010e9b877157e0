"""A statement is a sentence in which a claim was found."""

from __future__ import annotations

import pytest

from summitry.model.claims import Quote, TookPlace
from summitry.model.selection import Selection, Someone
from summitry.model.statements import Statement


def test_a_statement_holds_at_least_one_claim() -> None:
    quote = Quote("They met.", 0, 9)
    claim = TookPlace(selection=Selection(who=Someone("joe-biden")))
    assert Statement(quote, (claim,)).claims == (claim,)
    with pytest.raises(ValueError, match=r"^a statement needs at least one claim$"):
        Statement(quote, ())
