"""Who speaks in a transcript ("MR. GIBBS:"): what stands before what is said."""

from __future__ import annotations

import re
from functools import cache

from summitry.lexicon.tables import table


def label(text: str) -> int:
    """How many characters of a sentence only say who speaks."""
    match = _label().match(text)
    return 0 if match is None else match.end()


@cache
def _label() -> re.Pattern[str]:
    words = sorted(table("people")["speakers"], key=len, reverse=True)
    who = "|".join(re.escape(word.upper()) for word in words)
    answer = r"[*_]*(?:Answer|Solution|A)[*_]*[.:][*_]*\s+(?:\(?[A-Ea-e][.)]\s+)?"
    return re.compile(
        rf"{answer}|[*_]*(?:(?:{who})\b\.?(?: [A-Z][A-Z.'-]+)*[*_]*:[*_]*|Q(?= [A-Z]))\s+"
    )
