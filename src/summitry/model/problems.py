"""Faults in data, which are values, and misuse, which is raised.

SummitryError
├── InputError      a document, date, option or name that can't be used
│   └── UnknownName a name that the record does not hold, or that it holds more than once
└── RecordError     a record that can't be opened, read or written
    └── Overtaken   a change of what somebody else has changed meanwhile
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault found in data: a code to search for, where it is, what is wrong, what would help."""

    code: str
    where: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        return f"{self.where}: {self.message}" + (f" ({self.hint})" if self.hint else "")


class SummitryError(Exception):
    """What summitry raises: one line, lower case, with the value and what would be accepted.

    ``problems`` has every fault found, where it may be several; the line is of the first.
    """

    def __init__(self, message: str, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(message)
        self.problems = problems


class InputError(SummitryError):
    """A document, date, option or name that can't be used."""


class UnknownName(InputError):
    """A name that the record does not hold, or that it holds more than once."""


class RecordError(SummitryError):
    """A record that can't be opened, read or written."""


class Overtaken(RecordError):
    """A change of what somebody else has changed meanwhile."""
