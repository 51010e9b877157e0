"""Nouns that reading and telling must make alike."""

from __future__ import annotations

import re

from summitry.lexicon.tables import table


def plural(noun: str) -> str:
    """The plural of a title or an office: "chairmen of the board", "secretaries-general".

    Its head takes the plural: the words of ``nouns.toml`` show where that is.
    """
    rows = table("nouns")
    at = min((n for n in map(noun.find, rows["joints"]) if n > 0), default=len(noun))
    phrase, rest = noun[:at], noun[at:]
    after = re.search(rf"[ -](?:{'|'.join(rows['postpositive'])})$", phrase, re.IGNORECASE)
    if after is not None:
        phrase, rest = phrase[: after.start()], phrase[after.start() :] + rest
    ending, endings = next(row for row in rows["endings"] if phrase.lower().endswith(row[0]))
    return f"{phrase[: len(phrase) - len(ending)]}{endings}{rest}"
