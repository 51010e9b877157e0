"""Small words of English: lists, articles, possessives, and the polish of a sentence."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Final

_DOUBLED_COMMA: Final = re.compile(r"\s*,(?:\s*,)+")
_SPACE_BEFORE: Final = re.compile(r"\s+([,;.])")
_BEFORE_BRACKET: Final = re.compile(r",\s*\(")
_LAST: Final = re.compile(r"[\s,;.]*$")


@cache
def articles() -> Mapping[str, tuple[str, ...]]:
    """The table of names that are said with "the" (``articles.toml``)."""
    text = files(__package__).joinpath("articles.toml").read_text("utf-8")
    return {key: tuple(words) for key, words in tomllib.loads(text).items()}


def joined(items: Iterable[str], word: str = "and") -> str:
    """The items as a list: "a", "a and b", "a, b and c"."""
    found = list(items)
    if len(found) < 2:
        return "".join(found)
    return f"{', '.join(found[:-1])} {word} {found[-1]}"


def spaced(*parts: str) -> str:
    """The parts that are not empty, with one space between."""
    return " ".join(part.strip() for part in parts if part.strip())


def a(noun: str) -> str:
    """The noun with its indefinite article."""
    table = articles()
    if noun.startswith(table["said_with_an"]):
        return f"an {noun}"
    if noun.startswith(table["said_with_a"]):
        return f"a {noun}"
    return f"an {noun}" if noun[:1].lower() in "aeiou" else f"a {noun}"


def the(name: str) -> str:
    """The name with its definite article, once."""
    bare = without_the(name)
    return f"the {bare}"


def without_the(name: str) -> str:
    """The name without a definite article."""
    return name[4:] if name[:4].lower() == "the " else name


def possessive(name: str) -> str:
    """The name as an owner."""
    return f"{name}’" if name.endswith(("s’", "’s")) else f"{name}'s"


def capitalised(text: str) -> str:
    """The text with its first letter in upper case."""
    return text[:1].upper() + text[1:]


def polished(text: str) -> str:
    """The text with single spaces, and no comma doubled or left before a bracket."""
    text = _SPACE_BEFORE.sub(r"\1", " ".join(text.split()))
    return _BEFORE_BRACKET.sub(" (", _DOUBLED_COMMA.sub(",", text))


def sentence(*parts: str) -> str:
    """The parts as one sentence: a capital first, a full stop last."""
    return capitalised(_LAST.sub("", polished(spaced(*parts)))) + "."
