"""Reading every sentence of a document, whatever words it has."""

from __future__ import annotations

from summitry.model.names import Names
from summitry.model.selection import Party
from summitry.reading.mentions.gazetteer import gazetteer
from summitry.reading.mentions.line import Line
from summitry.reading.read import Reader
from summitry.reading.sieve import Sieve, Signs


class _AllSigns(Signs):
    """Every sign everywhere."""

    def within(self, _start: int, _end: int) -> int:
        return -1

    def may_have(self, _signs: int) -> bool:
        return True


class _OpenSieve(Sieve):
    """A sieve that lets everything pass."""

    def over(self, text: str) -> Signs:
        return _AllSigns(text, (), (), (), (), self)

    def may_tell(self, _line: Line) -> bool:
        return True

    def lacking(self, _line: Line, _pair: tuple[Party, Party] | None) -> str:
        return ""


def unsieved(names: Names) -> Reader:
    """A reader that takes every sentence for one that may hold a claim."""
    return Reader(names, sieve=_OpenSieve(gazetteer(names)))
