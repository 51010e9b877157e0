"""The JSON of the Wikidata Query Service: SPARQL 1.1 Query Results."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from summitry.model.problems import InputError

ENTITY: Final = "http://www.wikidata.org/entity/"
STATEMENT: Final = "http://www.wikidata.org/entity/statement/"
_UNKNOWN: Final = "/.well-known/genid/"
"""Stands in the address that the service gives to a blank node."""

ACCEPTED: Final = "the Wikidata Query Service's answer to holders.sparql, as JSON"
"""What is read, as an error says it."""

NEEDED: Final = frozenset({"statement", "person", "personLabel", "office", "officeLabel"})
"""The variables without which an answer isn't one to ``holders.sparql``."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of an answer: the variables that it binds, as the service writes them."""

    bindings: dict[str, Any]

    def text(self, variable: str) -> str:
        """The value as text; "" where it isn't bound."""
        bound = self.bindings.get(variable)
        text = str(bound.get("value", "")) if isinstance(bound, dict) else ""
        # JSON can hold half of a character, which nothing else can.
        return text if text.isascii() else text.encode("utf-8", "ignore").decode()

    def item(self, variable: str) -> str:
        """The id of the item (Q76); "" where it isn't bound, or to a value that isn't known."""
        value = self.text(variable)
        is_item = value.startswith(f"{ENTITY}Q") and value.removeprefix(f"{ENTITY}Q").isdigit()
        return value.removeprefix(ENTITY) if is_item else ""

    def statement(self) -> str:
        """The statement's id (Q76$3EE5...); "" where the row isn't about one."""
        value = self.text("statement")
        item, dash, rest = value.removeprefix(STATEMENT).partition("-")
        return f"{item.upper()}${rest}" if value.startswith(STATEMENT) and dash else ""

    def is_true(self, variable: str) -> bool:
        """Whether it is bound to true."""
        return self.text(variable) in {"true", "1"}

    def is_unknown(self, variable: str) -> bool:
        """Whether it is bound to a value that isn't known."""
        bound = self.bindings.get(variable)
        blank = isinstance(bound, dict) and bound.get("type") == "bnode"
        return blank or _UNKNOWN in self.text(variable)


def is_answer(path: Path) -> bool:
    """Whether the file holds an answer to ``holders.sparql``."""
    try:
        return _variables(_load(path)) >= NEEDED
    except InputError:
        return False


def read_rows(path: Path) -> Iterator[Row]:
    """The rows of an answer; InputError if the file can't be read or holds something else."""
    found = _load(path)
    missing = sorted(NEEDED - _variables(found))
    if missing:
        raise InputError(
            f'"{path}" answers another query: it has no {", ".join(missing)} among head.vars'
            f" (expected {ACCEPTED})"
        )
    rows = found["results"]["bindings"]
    return (Row(row) for row in rows if isinstance(row, dict))


def _load(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_bytes())
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise InputError(f'can\'t read "{path}": {reason} (expected {ACCEPTED})') from None
    except (ValueError, RecursionError):
        found = None
    if _is_answer(found):
        return dict(found)
    raise InputError(f'not SPARQL results in JSON: "{path}" (expected {ACCEPTED})')


def _is_answer(found: Any) -> bool:  # noqa: ANN401 - JSON has no better type
    match found:
        case {"head": {"vars": [*_]}, "results": {"bindings": [*_]}}:
            return True
        case _:
            return False


def _variables(found: dict[str, Any]) -> frozenset[str]:
    return frozenset(filter(lambda name: isinstance(name, str), found["head"]["vars"]))
