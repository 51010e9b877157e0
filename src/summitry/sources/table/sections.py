"""A map's TOML, taken apart: every fault is kept, and says what would have been accepted."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any, TypeVar

from summitry.model.problems import InputError, Problem
from summitry.record.cells import Cell

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Section:
    """One table of the map; ``where`` names it. Every key that is asked for counts as known."""

    where: str
    entries: Mapping[str, Any]
    problems: list[Problem]
    asked: list[str] = field(default_factory=list)

    def fault(self, message: str, hint: str) -> None:
        """Keep a fault of this table."""
        self.problems.append(Problem("bad-map", self.where, message, hint))

    def text(self, key: str, default: str = "", *, required: bool = False) -> str:
        """A text; the default where there is none or it is faulty."""
        value = self._value(key, str, f'text, like {key} = "..."', required=required)
        return default if value is None else value

    def flag(self, key: str, *, default: bool) -> bool:
        """True or false."""
        value = self._value(key, bool, "true or false")
        return default if value is None else value

    def number(self, key: str) -> int | None:
        """A whole number from 0."""
        value = self._value(key, int, "a whole number from 0")
        if value is not None and (isinstance(value, bool) or value < 0):
            self.fault(f"{key} is {value!r}", "expected a whole number from 0")
            return None
        return value

    def texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """Texts: a list of them, or one alone."""
        expected = f'texts, like {key} = ["..."]'
        value = self._value(key, (str, list), expected, required=required)
        if isinstance(value, str):
            return (value,)
        if value and not all(isinstance(one, str) for one in value):
            self.fault(f"{key} is {value!r}", f"expected {expected}")
            return ()
        return tuple(value or ())

    def read(
        self, key: str, read: Callable[[str], T], accepts: str, *, required: bool = False
    ) -> T | None:
        """A text read as something else; None where there is none or it can't be read."""
        text = self.text(key, required=required)
        return self.made(key, text, read, accepts) if self.is_text(key) else None

    def cell(self, key: str, cell: Cell, *, required: bool = False) -> Any:  # noqa: ANN401 - a cell's value has no better type
        """A text read as a cell of a record; an empty one is the cell's empty value."""
        if self.entries.get(key) == "" and cell.empty is not None:
            self.asked.append(key)
            return cell.empty

        def read(text: str) -> Any:  # noqa: ANN401 - as above
            try:
                return cell.read(text)
            except ValueError:  # what it says is said by what the cell accepts
                raise ValueError(text) from None

        return self.read(key, read, cell.accepts, required=required)

    def made(self, key: str, text: str, read: Callable[[str], T], accepts: str) -> T | None:
        """What a text of this table is read as; None, and a fault, where it can't be."""
        try:
            return read(text)
        except (ValueError, InputError, re.error) as error:
            reason = "" if str(error) in {"", text} or "expected" in str(error) else f": {error}"
            self.fault(f"{key} {text!r} can't be read{reason}", f"expected {accepts}")
            return None

    def pattern(self, key: str) -> re.Pattern[str] | None:
        """A regular expression, which makes no difference between capitals and small letters."""
        return self.read(key, pattern, "a regular expression")

    def patterns(self, key: str) -> tuple[re.Pattern[str], ...]:
        """Regular expressions."""
        made = (self.made(key, one, pattern, "a regular expression") for one in self.texts(key))
        return tuple(one for one in made if one is not None)

    def section(self, key: str) -> Section | None:
        """A table within this one; None where there is none."""
        value = self._value(key, dict, f"a table, like [{key}]")
        return None if value is None else self._within(key, value)

    def part(self, key: str) -> Section:
        """A table within this one; an empty one where there is none."""
        return self.section(key) or self._within(key, {})

    def sections(self, key: str) -> tuple[Section, ...]:
        """A list of tables."""
        expected = f"tables, like [[{key}]]"
        value = self._value(key, list, expected)
        if value and not all(isinstance(one, dict) for one in value):
            self.fault(f"{key} is {value!r}", f"expected {expected}")
            return ()
        return tuple(self._within(f"{key} {n}", one) for n, one in enumerate(value or (), 1))

    def holds(self, key: str) -> bool:
        """Whether there is such a key, of whatever value."""
        return key in self.entries

    def is_text(self, key: str) -> bool:
        """Whether the key's value is a text."""
        return isinstance(self.entries.get(key), str)

    def done(self) -> None:
        """Keep a fault for every key that was not asked for."""
        known = sorted(set(self.asked))
        for key in self.entries:
            if key not in known:
                close = get_close_matches(key, known, n=1)
                meant = f"{close[0]!r}" if close else f"one of {', '.join(known)}"
                self.fault(f"{key!r} is unknown", f"expected {meant}")

    def _within(self, key: str, entries: Mapping[str, Any]) -> Section:
        return Section(f"{self.where}, {key}", entries, self.problems)

    def _value(
        self,
        key: str,
        kinds: type | tuple[type, ...],
        expected: str,
        *,
        required: bool = False,
    ) -> Any:  # noqa: ANN401 - TOML has no better type
        self.asked.append(key)
        value = self.entries.get(key)
        if value is None:
            if required:
                self.fault(f"there is no {key}", f"expected {expected}")
            return None
        if not isinstance(value, kinds):
            self.fault(f"{key} is {value!r}", f"expected {expected}")
            return None
        return value


def pattern(text: str) -> re.Pattern[str]:
    """A regular expression, whatever the case."""
    return re.compile(text, re.IGNORECASE)
