"""Clauses with "when" after a time: "since 2015, when he met Obama in New York".

Set apart by a comma, such a clause chooses no event; it tells what happened at that time. So it is
read on its own, its time in the place of "when". One that puts events in order may choose one.
"""

from __future__ import annotations

import re
from typing import Final

from summitry.model.claims import SinceDays
from summitry.model.when import Window
from summitry.reading.mentions.items import AnchorItem, TimeItem
from summitry.reading.mentions.line import Line, form

_WHEN: Final = form(
    r"(?<={Time|Anchor}),(?P<when> when) "
    r"(?=(?:the |both )?(?:{Party}|they|he|she|{Title}|{Roster}|{Office})[^.;]*{Word})"
    r"(?![^.;]*{Ordinal})"
)


def with_whens(line: Line) -> Line:
    """The line with such clauses as stretches of their own."""
    for m in reversed(list(_WHEN.finditer(line.text))):
        window = _window(line, m)
        if window is not None:
            when = m.start("when") + 1
            line = line.with_item(when, m.end("when"), TimeItem(window, adverb=True))
            line = line.with_sign(m.start(), ";")
    return line


def _window(line: Line, m: re.Match[str]) -> Window | None:
    item = line.items[m.start() - 1]
    if isinstance(item, TimeItem) and not item.side:
        return item.window
    if isinstance(item, AnchorItem) and isinstance(item.anchor, SinceDays):
        return item.anchor.window
    return None
