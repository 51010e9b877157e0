"""A graph of schema.org's terms, held to what schema.org defines of them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final

_DEFINED: Final = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
TYPES: Final[dict[str, list[str]]] = _DEFINED["types"]
PROPERTIES: Final[dict[str, dict[str, list[str]]]] = _DEFINED["properties"]


def faults(node: dict[str, Any], at: str = "") -> Iterator[str]:
    """What of a node, and of those within it, schema.org doesn't define so."""
    type = node.get("@type")
    if type not in TYPES:
        yield f"{at}: no type {type!r}"
        return
    for key, value in node.items():
        if key == "@type":
            continue
        if key not in PROPERTIES:
            yield f"{at}/{key}: no such property"
            continue
        if not set(PROPERTIES[key]["of"]) & set(_kinds(type)):
            yield f"{at}/{key}: no property of {type}"
        for one in value if isinstance(value, list) else [value]:
            yield from _value_faults(one, PROPERTIES[key]["values"], f"{at}/{key}")


def _value_faults(value: object, expected: list[str], at: str) -> Iterator[str]:
    if isinstance(value, dict):
        yield from faults(value, at)
        kinds = set(_kinds(value.get("@type", "")))
    else:
        kinds = set(_data_types(value))
    if not kinds & set(expected):
        yield f"{at}: {value!r} is none of {expected}"


def _kinds(type: str) -> Iterator[str]:
    yield type
    for larger in TYPES.get(type, ()):
        yield from _kinds(larger)


def _data_types(value: object) -> Iterator[str]:
    match value:
        case bool():
            yield "Boolean"
        case int() | float():
            yield "Number"
        case str():
            yield "Text"
            if value.startswith(("https://", "http://")):
                yield "URL"
            if _is_date(value):
                yield "Date"
        case _:
            pass


def _is_date(text: str) -> bool:
    """Whether it is a year, month or day of ISO 8601."""
    try:
        date.fromisoformat(text + "0001-01-01"[len(text) :])
    except ValueError:
        return False
    return len(text) in {4, 7, 10}
