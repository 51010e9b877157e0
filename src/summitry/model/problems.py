"""Faults in data, which are values, and misuse, which is raised.

SummitryError
├── InputError      a document, date, option or name that can't be used
│   └── UnknownName a name that the record does not hold, or that it holds more than once
└── RecordError     a record that can't be opened, read or written
    └── Overtaken   a change of what somebody else has changed meanwhile
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@cache
def problem_codes() -> Mapping[str, str]:
    """What each code says of a row or a file (``problems.toml``), in the table's order."""
    table = tomllib.loads(files(__package__).joinpath("problems.toml").read_text("utf-8"))
    return {code: says for group in table.values() for code, says in group.items()}


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault found in data: a code to search for, where it is, what is wrong, what would help.

    The code is one of :func:`problem_codes`.
    """

    code: str
    where: str
    message: str
    hint: str = ""

    def __post_init__(self) -> None:
        if self.code not in problem_codes():
            raise ValueError(f"no problem has the code {self.code!r}")

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
