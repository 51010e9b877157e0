"""Why no claim was made of a sentence, in plain English."""

from __future__ import annotations

from typing import Final

from summitry.lexicon.tables import table
from summitry.model.statements import Silence
from summitry.telling.words import sentence

LABEL: Final = "not read"
"""What stands where a statement has its verdict."""
_LEFT: Final = "a phrase that restricts it was not read: "


def why(silence: Silence) -> str:
    """The reason of a silence as a sentence: "It asks something and claims nothing."."""
    reason = silence.reason
    told: str | None = table("reasons").get(reason)
    if told is not None:
        return told
    if reason.startswith(_LEFT):
        words = reason.removeprefix(_LEFT)
        return f"These words may change what it claims, and could not be read: {words}."
    return sentence(reason)
