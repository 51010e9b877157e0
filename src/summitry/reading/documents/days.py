"""A day as a document's metadata write it."""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate
from typing import Final

from summitry.reading.when.times import times

_ISO: Final = re.compile(r"(\d{4})([-/.]?)(\d{2})\2(\d{2})(?!\d)")
_EARLIEST: Final = 1900
"""Years before it are those of a program that had no day to write."""


def day_of(written: str) -> date | None:
    """The day that is written, in the place where it was written; None if it is no whole day.

    As ISO 8601, with a time or without; as in a letter's head (RFC 5322); or in English words.
    """
    text = written.strip()
    day = _iso(text) or _lettered(text) or _worded(text)
    return day if day is not None and day.year >= _EARLIEST else None


def _iso(text: str) -> date | None:
    found = _ISO.match(text)
    return None if found is None else _day(int(found[1]), int(found[3]), int(found[4]))


def _lettered(text: str) -> date | None:
    try:
        parts = parsedate(text)
    except (ValueError, TypeError, IndexError):
        return None
    return None if parts is None else _day(*parts[:3])


def _worded(text: str) -> date | None:
    if not any(char.isalpha() for char in text):
        return None
    days = [time.window.surely.only for time in times(text) if time.window is not None]
    return days[0] if len(days) == 1 else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
