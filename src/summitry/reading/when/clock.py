"""The time that a text tells of as it goes on, from which "that month" or "a year later" count."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from summitry.model.when import Window
from summitry.reading.text.sentences import Sentence
from summitry.reading.when.base import Base
from summitry.reading.when.times import told_after

_KEPT: Final = 4
"""Sentences back: what was told of before them isn't meant by "then" any more."""


@dataclass(slots=True)
class Clock:
    """The time told of last, by the heading in force and by the sentences since.

    ``written`` is the day of the text. Sentences are kept until a time is asked for.
    """

    written: date | None
    _section: Window | None = None
    _since: list[str] = field(default_factory=list)

    def hear(self, sentence: Sentence, text: str) -> None:
        """Take note of a sentence, in the order of the text."""
        if sentence.heading:
            alone = told_after(text, Base(self.written)).told
            within = told_after(text, Base(self.written, self._section, near=True)).told
            if alone is not None and self._section is not None and _is_in(within, self._section):
                # An entry below a heading of its year: "16 July: Helsinki".
                self._since = [" ".join(text.split())]
            else:
                self._section, self._since = alone, []
        else:
            self._since = [*self._since[1 - _KEPT :], " ".join(text.split())]

    def base(self) -> Base:
        """What the times of the next sentence count from; what the heading above tells is near."""
        section = self._section
        base = Base(self.written, section, near=section is not None)
        for text in self._since:
            base = told_after(text, base)
            base = replace(base, near=_is_in(base.told, section))
        return base


def _is_in(told: Window | None, section: Window | None) -> bool:
    """Whether what was told of last is within the time that the heading tells."""
    return section is not None and told is not None and told.possibly <= section.possibly
