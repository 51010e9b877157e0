"""Windows in English: the days that a sentence speaks of, vague ones by their words."""

from __future__ import annotations

import re
from typing import Final

from summitry.model.when import ALWAYS, Window
from summitry.telling import dates
from summitry.telling.dates import DateStyle
from summitry.telling.words import joined

# Words that already say how the window stands to the event.
_OPENINGS: Final = (
    "about", "after", "around", "at", "before", "between", "by", "during", "earlier", "from",
    "in", "last", "later", "on", "over", "recently", "since", "some", "that", "this",
    "throughout", "under", "until", "up", "when", "while", "within",
)  # fmt: skip
_BARE_DROPS: Final = ("in ", "on ", "during ", "at ")
_DECADE_WORDS: Final = re.compile(r"\b\d{4}s$")
_WORD: Final = re.compile(r"[a-z]{2}")


def _words(window: Window) -> str:
    """The words that a vague window was written in; empty where it is exact or has none.

    A window written as EDTF ("2001~") has no words.
    """
    written = " ".join(window.written.split()).strip(" ,.;:")
    return written if not window.is_exact and _WORD.search(written) else ""


def within(window: Window, style: DateStyle = DateStyle.PLAIN, *, one_day: bool = False) -> str:
    """The window as when something happened: "in June 2021", "in the early 2000s".

    ``one_day``: on one of its days, "between 4 and 5 June 2009". Empty for the window of all days.
    """
    words = _words(window)
    if words:
        if words.split()[0].lower() in _OPENINGS:
            return words
        return f"in {_with_the(words)}"
    if not window.is_exact:
        return f"around {bare(Window.of(window.possibly), style)}"
    told = dates.one_of if one_day else dates.within
    return joined((told(span, style) for span in window.surely.spans), "or")


def _with_the(words: str) -> str:
    needs = _DECADE_WORDS.search(words) and not words.lower().startswith("the ")
    return f"the {words}" if needs else words


def bare(window: Window, style: DateStyle = DateStyle.PLAIN) -> str:
    """The window as a noun: "June 2021", "the early 2000s", "the time from 2001 to 2009"."""
    words = _words(window)
    if words:
        lowered = words.lower()
        dropped = next((d for d in _BARE_DROPS if lowered.startswith(d)), "")
        return _with_the(words[len(dropped) :])
    if not window.is_exact:
        return f"about {bare(Window.of(window.possibly), style)}"
    return joined((dates.bare(span, style) for span in window.surely.spans), "or")


def at(window: Window, style: DateStyle = DateStyle.PLAIN) -> str:
    """The window as when one moment of it was: a span "at some time from 1999 to 2000"."""
    if window == ALWAYS:
        return "at some time"
    told = within(window, style)
    return f"at some time {told}" if told.startswith(("from ", "up to ")) else told


def is_one_day(window: Window) -> bool:
    """Whether the window is exactly one day."""
    return window.is_exact and window.surely.only is not None


A_FEW_DAYS: Final = 14
"""So long an event may be that is meant by its days."""


def is_a_few_days(window: Window) -> bool:
    """Whether the window is exactly one day, or a few days on end."""
    spans = window.surely.spans
    return window.is_exact and len(spans) == 1 and spans[0][1] - spans[0][0] < A_FEW_DAYS
