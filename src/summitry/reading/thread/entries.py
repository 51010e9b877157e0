"""Entries of a timeline beneath a date that stands alone: "February 1972:", and what was then."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from summitry.lexicon.tables import table
from summitry.reading.mentions.items import TimeItem
from summitry.reading.mentions.line import Line
from summitry.reading.text.sentences import Sentence

_LEAST: Final = 2
"""So many dates stand alone in a timeline; one alone may be the day of the text."""
_SIGNS: Final = "*_#[]() \t:.,–—-"


@dataclass(slots=True)
class Entries:
    """The date above the next sentence, if one stands there, in a text that has several such."""

    several: bool = False
    date: str = ""

    @classmethod
    def of(cls, text: str) -> Entries:
        """What a text's own dates make of it."""
        found = _alone().finditer(text)
        return cls(sum(1 for _, _ in zip(range(_LEAST), found, strict=False)) == _LEAST)

    def take(self, sentence: Sentence) -> str:
        """The date above a sentence, which is then gone; note is taken of one that is a date."""
        date, self.date = self.date, ""
        alone = _alone().fullmatch(sentence.text)
        if alone is not None and (self.several or sentence.text.rstrip(" *_").endswith(":")):
            self.date, date = alone["date"].strip(_SIGNS), ""
        return date


def dated(date: Line, line: Line, sentence: Sentence) -> Line:
    """The line of an entry after its date, as on one line: "June 1998: Clinton visits China".

    One that says itself when it was stays as it is.
    """
    if any(True for _ in line.all(TimeItem)) or not any(True for _ in date.all(TimeItem)):
        return line
    above = date.spread(sentence.start, sentence.start + 1)
    sign = ": "
    return Line(
        above.text + sign + line.text,
        (*above.items, *(None,) * len(sign), *line.items),
        (*above.starts, *(sentence.start,) * len(sign), *line.starts),
        (*above.ends, *(sentence.start + 1,) * len(sign), *line.ends),
    )


@cache
def _alone() -> re.Pattern[str]:
    """A date alone on its line, or that stands as a sentence at its beginning."""
    names = sorted(table("calendar")["months"], key=len, reverse=True)
    month = rf"(?:{'|'.join(map(re.escape, names))})\.?"
    day = r"\d{1,2}(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{1,2}(?:st|nd|rd|th)?)?"
    across = rf"{month} \d{{1,2}}\s?[-–]\s?{month} \d{{1,2}}"
    part = r"(?:(?:early|mid|late)[- ])?"
    return re.compile(
        rf"^[ \t*_#\[(•–—-]*(?:(?:date|year)s?:[ \t]*)?"
        rf"(?P<date>{part}(?:{month} {day},? |{across},? |{day} {month},? |{month},? )?"
        r"(?:19|20)\d\d)"
        rf"[ \t*_\])]*(?:[:–—-]?[ \t*_]*$|\.(?=\s+[A-Z]|$))",
        re.IGNORECASE | re.MULTILINE,
    )
