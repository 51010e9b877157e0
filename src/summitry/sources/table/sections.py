"""A map's TOML, taken apart: every fault is kept, and says what would have been accepted."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any, Final, TypeVar

from summitry.model.problems import InputError, Problem
from summitry.record.cells import Cell
from summitry.sources.table.mapping import Template

T = TypeVar("T")

ACCEPTS_COLUMN: Final = 'a column\'s name, or text with names in braces, like "{First} {Last}"'

_LONGEST_SHOWN: Final = 60


@dataclass(frozen=True, slots=True)
class Section:
    """One table of the map, by its file and name; "" names the whole.

    Every key that is asked for counts as known.
    """

    file: str
    name: str
    entries: Mapping[str, Any]
    problems: list[Problem]
    asked: list[str] = field(default_factory=list)

    def fault(self, message: str, hint: str) -> None:
        """Keep a fault of this table."""
        where = f"{self.file}, {self.name}" if self.name else self.file
        self.problems.append(Problem("bad-map", where, message, hint))

    def bad(self, key: str, value: object, accepts: str, reason: str = "") -> None:
        """Keep a fault of what a key of this table is."""
        why = f": {reason}" if reason else ""
        self.fault(f"{key} = {_shown(value)} can't be read{why}", f"expected {accepts}")

    def text(self, key: str, default: str = "", *, required: bool = False) -> str:
        """A text; the default where there is none or it is faulty."""
        accepts = f'text, like {key} = "..."'
        value = self._value(key, str, accepts, required=required)
        if required and value == "":
            self.bad(key, value, accepts)
        return default if value is None else str(value)

    def flag(self, key: str, *, default: bool) -> bool:
        """True or false."""
        value = self._value(key, bool, "true or false")
        return default if value is None else value

    def number(self, key: str) -> int | None:
        """A whole number from 0."""
        accepts = "a whole number from 0"
        value = self._value(key, int, accepts)
        if value is not None and (isinstance(value, bool) or value < 0):
            self.bad(key, value, accepts)
            return None
        return value

    def texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """Texts, none of them empty: a list of them, or one alone."""
        accepts = f'texts, like {key} = ["..."]'
        value = self._value(key, (str, list), accepts, required=required)
        found = [value] if isinstance(value, str) else value or []
        if not all(isinstance(one, str) and one for one in found) or (required and value == []):
            self.bad(key, value, accepts)
            return ()
        return tuple(found)

    def read(
        self, key: str, read: Callable[[str], T], accepts: str, *, required: bool = False
    ) -> T | None:
        """A text read as something else; None where there is none or it can't be read."""
        text = self._value(key, str, accepts, required=required)
        return None if text is None else self.made(key, text, read, accepts)

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

    def template(self, key: str) -> Template | None:
        """A column, or text with columns in braces; None where there is none."""
        return self.read(key, template, ACCEPTS_COLUMN)

    def column(self, key: str) -> Template:
        """A column, or text with columns in braces, that has to be there."""
        return self.read(key, template, ACCEPTS_COLUMN, required=True) or Template("")

    def made(self, key: str, text: str, read: Callable[[str], T], accepts: str) -> T | None:
        """What a text of this table is read as; None, and a fault, where it can't be."""
        try:
            return read(text)
        except (ValueError, InputError, re.error) as error:
            is_said = str(error) in {"", text} or "expected" in str(error)
            self.bad(key, text, accepts, "" if is_said else str(error))
            return None

    def pattern(self, key: str) -> re.Pattern[str] | None:
        """A regular expression, which makes no difference between capitals and small letters."""
        return self.read(key, pattern, "a regular expression")

    def patterns(self, key: str) -> tuple[re.Pattern[str], ...]:
        """Regular expressions."""
        made = (self.made(key, one, pattern, "a regular expression") for one in self.texts(key))
        return tuple(one for one in made if one is not None)

    def section(self, key: str, accepts: str = "") -> Section | None:
        """A table within this one; None where there is none.

        ``accepts`` says what else the key may be.
        """
        full = re.sub(r" \d+", "", self._named(key))
        value = self._value(key, dict, f"{accepts}a table, like [{full}]")
        return None if value is None else self._within(key, value)

    def part(self, key: str) -> Section:
        """A table within this one; an empty one where there is none."""
        return self.section(key) or self._within(key, {})

    def sections(self, key: str) -> tuple[Section, ...]:
        """A list of tables."""
        accepts = f"tables, like [[{key}]]"
        value = self._value(key, list, accepts)
        if value and not all(isinstance(one, dict) for one in value):
            self.bad(key, value, accepts)
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

    def _named(self, key: str) -> str:
        return f"{self.name}.{key}" if self.name else key

    def _within(self, key: str, entries: Mapping[str, Any]) -> Section:
        return Section(self.file, self._named(key), entries, self.problems)

    def _value(
        self,
        key: str,
        kinds: type | tuple[type, ...],
        accepts: str,
        *,
        required: bool = False,
    ) -> Any:  # noqa: ANN401 - TOML has no better type
        self.asked.append(key)
        value = self.entries.get(key)
        if value is None:
            if required:
                self.fault(f"there is no {key}", f"expected {accepts}")
            return None
        if not isinstance(value, kinds):
            self.bad(key, value, f"{accepts}, in quotes" if kinds is str else accepts)
            return None
        return value


def _shown(value: object) -> str:
    """A value as TOML has it, or the start of it."""
    match value:
        case str():
            text = f'"{value}"'
        case bool():
            text = str(value).lower()
        case list():
            text = f"[{', '.join(map(_shown, value))}]"
        case dict():
            text = f"{{ {', '.join(f'{key} = {_shown(of)}' for key, of in value.items())} }}"
        case _:
            text = str(value)
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}..."


def pattern(text: str) -> re.Pattern[str]:
    """A regular expression, whatever the case."""
    return re.compile(text, re.IGNORECASE)


def template(text: str) -> Template:
    """A column's name, or text with some in braces; ValueError for another."""
    made = Template(text)
    braces = "".join(made.parts[::2])
    if not made.columns or not all(map(str.strip, made.columns)) or set(braces) & set("{}"):
        raise ValueError(text)
    return made
