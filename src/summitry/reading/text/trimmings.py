"""What stands around a sentence and tells nothing ("Fun fact: ...", "..., look it up")."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from summitry.lexicon.tables import table
from summitry.reading.text.wordlist import WordList, lowered

_SIGN: Final = r"(?:\s*[:–—…]|,|\s-(?=\s)|[.!](?=\s))"
_OPTION: Final = r"\(?[a-e]\)(?=\s)"
"""The letter of an answer: "b) They met in Vienna"."""
_PICTURES: Final = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d]+")
_TAGS: Final = re.compile(r"(?:\s+[#@]\w+)+\s*$")


def trimmed(text: str) -> str:
    """The text with blanks for such words, character for character."""
    if not text.isascii():
        text = _PICTURES.sub(_blanks, text)
    said = next(_words().find(lowered(text)), None) is not None
    if said:
        text = _captions().sub(_blanks, text)
    if "-" in text:
        text = _EVER.sub(_blanks, text)
    if "#" in text or "@" in text:
        text = _TAGS.sub(_blanks, text)
    for _ in range(_MOST):
        match = _before().match(text)
        if match is None or not text[match.end() :].strip():
            break
        text = _blanks(match) + text[match.end() :]
    text = _after().sub(_blanks, text) if said else text
    text = _QUOTE.sub(_blanks, text) if text.rstrip().endswith(_QUOTES) else text
    if not said:
        return text
    text = _groups().sub(_blanks, _between().sub(_blanks, text))
    text = _affiliations().sub(_blanks, text)
    return text if _DENIED.search(text) else _loose().sub(_blanks, text)


@cache
def _words() -> WordList:
    """The words that end a sentence or stand within it, without which nothing is left out there."""
    rows = table("trimmings")
    kinds = ("after", "comparisons", "between", "groups", "loose", "affiliations", "captions")
    return WordList(word.lower() for kind in kinds for word in rows[kind])


_DENIED: Final = re.compile(
    r"\b(?:not|never|no|none|neither|nor|hardly|cannot)\b|n['’]t\b", re.IGNORECASE
)
_EVER: Final = re.compile(r"(?<=\bfirst)-ever\b", re.IGNORECASE)
"""Of "the first-ever visit": the first of all, as "the first" is."""
_MOST: Final = 3
"""So many of them may stand before a sentence, one after another."""
_QUOTES: Final = ('"', "”")
_QUOTE: Final = re.compile(r"(?<=[\w)])(?:,| [–—-]) [\"“][^\"“”]*[\"”]\s*$")
"""Somebody's words after a clause, and nothing after them."""


def _blanks(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _before() -> re.Pattern[str]:
    rows = table("trimmings")
    free = _any(set(rows["before"]) - set(rows["apart"]))
    apart = _any(rows["apart"])
    return re.compile(
        rf"\s*[*_]*(?:{_OPTION}|(?:{free})(?:[*_]*{_SIGN}[*_]*)?(?: that)?(?=\s)"
        rf"|(?:{apart})(?:[*_]*{_SIGN}[*_]*(?: that)?| that)(?=\s))",
        re.IGNORECASE,
    )


@cache
def _between() -> re.Pattern[str]:
    words = _any(table("trimmings")["between"])
    return re.compile(rf",\s+(?:{words})(?=,)|,\s+(?:{words})(?=\s*[.;]|$)", re.IGNORECASE)


@cache
def _captions() -> re.Pattern[str]:
    """Where in a picture somebody is: "Heath, left, and Nixon (R)"."""
    words = _any(table("trimmings")["captions"])
    return re.compile(
        rf"(?<=\w)\s\((?:{words})\)|^\s*\((?:{words})\)(?=\s)"
        rf"|,\s+(?:{words}),(?=\s(?-i:[a-z]))|,\s+(?:{words})(?=,|\s*[.;:]|$)",
        re.IGNORECASE,
    )


@cache
def _groups() -> re.Pattern[str]:
    return re.compile(rf"\b(?i:{_any(table('trimmings')['groups'])})\s+(?=(?:the )?[A-Z])")


@cache
def _affiliations() -> re.Pattern[str]:
    words = _any(table("trimmings")["affiliations"])
    return re.compile(rf"(?<=[a-z])(?<!s)(?<!ing)(?<!um)\s(?:{words})\b(?=[ ,.;)])")


@cache
def _loose() -> re.Pattern[str]:
    words = _any(table("trimmings")["loose"])
    return re.compile(rf"(?:,\s+|(?<=\s))(?:{words})(?![\w-]| of\b)", re.IGNORECASE)


@cache
def _after() -> re.Pattern[str]:
    rows = table("trimmings")
    sign = r"(?:,|\s*[–—(]|\s-)\s*"
    return re.compile(
        rf"{sign}(?:(?:{_any(rows['comparisons'])})\b[^.,;:!?–—()]*\)?(?=\s*(?:[.,;:!?–—]|$))"
        rf"|(?:{_any(rows['after'])})\)?(?=\s*(?:[.:;!]|$)))",
        re.IGNORECASE,
    )
