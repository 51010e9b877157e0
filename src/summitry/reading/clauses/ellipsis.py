"""Nouns of meeting that are left out: "their seventh meeting and the first since June 2019"."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from summitry.reading.mentions.items import SkippedItem, WordItem
from summitry.reading.mentions.line import Line, form

_DASH: Final = "—"


@cache
def _second() -> re.Pattern[str]:
    """A second place in an order, of what the noun before it names."""
    return form(
        r"{Ordinal} (?:(?:{Mode|Setting|Place|Number}|[a-z-]+),? )*?(?P<word>{Word})"
        r"(?P<rest>(?:(?!{Ordinal|Word})[^;.:])*?)(?P<sign>[, ]) ?(?P<skip>and )?"
        r"(?:the|his|her|their|its) (?P<other>{Ordinal})(?P<end>)"
        r"(?!(?:,? (?:{Mode|Setting|Place|Time}|[a-z-]+)){0,3} {Word})"
        r"(?=,? (?:{Anchor|Time|Place|Capacity|Mode|Setting}|overall|in|on|at|of|between|with|to)"
        r"|[.;]|$)"
    )


def with_nouns(line: Line) -> Line:
    """The line with such a noun where it is left out, in a stretch of its own."""
    m = _second().search(line.text) if line.may_have(_second()) else None
    word = None if m is None else line.get(m, "word", WordItem)
    if m is None or word is None or word.noun is None:
        return line
    joined = m["skip"] is not None or m["sign"] == ","
    if not joined:
        return line
    singular = WordItem(word.word, noun=(word.noun[0], "singular"))
    line = line.with_inserted(m.end("end"), singular)
    if m["skip"] is not None:
        line = line.with_item(m.start("skip"), m.end("skip") - 1, SkippedItem())
    return line.with_sign(m.start("sign"), _DASH)
