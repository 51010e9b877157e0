"""Faults: what is wrong with what someone sent, in one line as summitry says it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

MOST_SHOWN: Final = 60


def told(fault: Mapping[str, Any], known: Iterable[str]) -> str:
    """One fault that the library found, in one line as summitry says it.

    ``known`` are the parameters that there are.
    """
    *_, name = fault["loc"] or ("body",)
    where = next((part for part in reversed(fault["loc"]) if isinstance(part, str)), "body")
    given, context = fault.get("input"), fault.get("ctx", {})
    match fault["type"]:
        case "extra_forbidden":
            return f'unknown parameter "{shown(name)}" ({any_of_names(known)})'
        case "missing":
            return f'"{shown(where)}" is missing (expected it to be given)'
        case "enum" | "literal_error":
            expected = str(context.get("expected", "")).replace("'", "")
            return f'not a {where}: "{shown(given)}" (expected {expected})'
        case "value_error":
            return str(context.get("error", fault["msg"]))
        case "json_invalid":
            return "the body can't be read (expected JSON)"
        case _:
            expected = str(fault["msg"]).lower().replace("input should be ", "")
            return f'not a {where}: "{shown(given)}" (expected {expected})'


def any_of_names(names: Iterable[str]) -> str:
    """What an unknown parameter's refusal offers."""
    *rest, last = names
    return f"expected {', '.join(rest)} or {last}" if rest else f"expected {last}"


def shown(value: object) -> str:
    """A value that someone sent, short and in one line."""
    text = " ".join(str(value).split())
    return f"{text[:MOST_SHOWN]}…" if len(text) > MOST_SHOWN else text
