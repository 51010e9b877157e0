"""Every regular expression of the project, and texts made for each to backtrack on.

``python -m tests.patterns`` prints those that take longer than they may, one a line.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import signal
import sys
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from itertools import product
from pathlib import Path
from random import Random
from typing import Any, Final

import summitry
from summitry.model.statements import Document

_compiler: Any = importlib.import_module("re._compiler")
_parser: Any = importlib.import_module("re._parser")
signs: Any = importlib.import_module("re._constants")

LENGTHS: Final = (100, 400, 1_600)
"""Characters: up to about those of the longest sentence that is read."""
WAYS: Final = 4
"""How often each repeat is tried, with other choices of what may stand before and in it."""
MOST: Final = 0.3
"""Seconds: what goes through such a text once takes a thousandth of it."""

_PAGE: Final = Path(__file__).parents[1] / "examples" / "history-of-interactions.txt"
_REPEATS: Final = (signs.MAX_REPEAT, signs.MIN_REPEAT, signs.POSSESSIVE_REPEAT)
_LETTERS: Final = "aA1 .,;:-–'’\"()\n_é/x\t"
_MANY: Final = 8
_END: Final = "\n\x00"

Compiled = dict[tuple[str, int], str]


# --- the patterns -----------------------------------------------------------------------------


def compiled() -> Compiled:
    """Each pattern with its flags, and the module that compiled it.

    They are noted as they are compiled: by importing all modules, by making all tables that are
    made once, and by reading a page.
    """
    found: Compiled = {}
    real = _compiler.compile

    def noted(pattern: Any, flags: int = 0) -> re.Pattern[Any]:  # noqa: ANN401 - re's own
        made: re.Pattern[Any] = real(pattern, flags)
        module = _asking()
        if module.startswith("summitry") and isinstance(pattern, str):
            found.setdefault((pattern, made.flags), module)
        return made

    _compiler.compile = noted
    for module in pkgutil.walk_packages(summitry.__path__, "summitry."):
        importlib.import_module(module.name)
    for name in [name for name in sys.modules if name.startswith("summitry.")]:
        for value in list(vars(sys.modules[name]).values()):
            if hasattr(value, "cache_info") and not inspect.signature(value).parameters:
                value()
    _read()
    return found


def _asking() -> str:
    """The module that asked for a pattern to be compiled."""
    frame = inspect.currentframe()
    own = (__name__, "__main__", "re", "functools")
    while frame is not None and frame.f_globals.get("__name__") in own:
        frame = frame.f_back
    return "" if frame is None else str(frame.f_globals.get("__name__", ""))


def _read() -> None:
    from summitry.desk.check import check  # noqa: PLC0415 - after the hook is in its place
    from summitry.desk.records import open_record  # noqa: PLC0415

    text = _PAGE.read_text("utf-8")
    check(Document(text=text, as_of=date(2025, 8, 16)), open_record(None))


# --- texts for them to backtrack on -----------------------------------------------------------


def pumps(pattern: str, flags: int) -> Iterator[Callable[[int], str]]:
    """For each part of a pattern that repeats: what makes a text in which it does so often.

    The text begins as the pattern wants it, and ends as it doesn't.
    """
    tree = _parser.parse(pattern, flags)
    for target, way in product(range(_repeats(tree)), range(WAYS)):
        few, more = (len(_Pump(target, times, way).text(tree)) for times in (10, 20))
        if more > few:
            yield partial(_pumped, tree, target, way, (more - few) / 10)


def _pumped(tree: Any, target: int, way: int, unit: float, length: int) -> str:  # noqa: ANN401
    return _Pump(target, int(length / unit), way).text(tree) + _END


def _repeats(nodes: Any) -> int:  # noqa: ANN401 - re's own trees
    number = 0
    for sign, value in nodes:
        if sign is signs.BRANCH:
            number += sum(map(_repeats, value[1]))
        elif sign is signs.SUBPATTERN:
            number += _repeats(value[3])
        elif sign is signs.ATOMIC_GROUP:
            number += _repeats(value)
        elif sign in _REPEATS:
            number += 1 + _repeats(value[2])
    return number


class _Pump:
    """Makes a text that a pattern matches up to one of its repeats, and that so many times."""

    def __init__(self, target: int, times: int, way: int) -> None:
        self._target, self._times = target, times
        self._random = Random(way)  # noqa: S311 - the same texts each time
        self._met, self._done = 0, False

    def text(self, nodes: Any) -> str:  # noqa: ANN401 - as above
        made = self._all(nodes)
        return made if self._done else ""

    def _all(self, nodes: Any) -> str:  # noqa: ANN401 - as above
        made = []
        for sign, value in nodes:
            made.append(self._one(sign, value))
            if self._done:
                break
        return "".join(made)

    def _one(self, sign: Any, value: Any) -> str:  # noqa: ANN401 - as above
        if sign is signs.LITERAL:
            return chr(value)
        if sign in (signs.ANY, signs.NOT_LITERAL):
            return "b" if value == ord("a") else "a"
        if sign is signs.IN:
            return _letter(value)
        if sign is signs.BRANCH:
            return self._all(self._random.choice(value[1]))
        if sign is signs.SUBPATTERN:
            return self._all(value[3])
        if sign is signs.ATOMIC_GROUP:
            return self._all(value)
        return self._repeated(*value) if sign in _REPEATS else ""

    def _repeated(self, least: int, most: int, body: Any) -> str:  # noqa: ANN401 - as above
        mine = self._met == self._target
        self._met += 1
        if mine and most > _MANY:
            once = self._all(body)
            self._done = True
            return once * self._times
        once = self._all(body)
        left_out = least == 0 and not self._done and self._random.random() < 1 / 2
        return "" if left_out else once * (1 if self._done else max(least, 1))


def _letter(choices: Any) -> str:  # noqa: ANN401 - as above
    """A character of a class."""
    negated = choices[0][0] is signs.NEGATE
    own = "".join(
        chr(value if sign is signs.LITERAL else value[0])
        for sign, value in choices
        if sign in (signs.LITERAL, signs.RANGE)
    )
    return next((one for one in own + _LETTERS if _is_in(one, choices) is not negated), "")


def _is_in(letter: str, choices: Any) -> bool:  # noqa: ANN401 - as above
    for sign, value in choices:
        if sign is signs.LITERAL and ord(letter) == value:
            return True
        if sign is signs.RANGE and value[0] <= ord(letter) <= value[1]:
            return True
        if sign is signs.CATEGORY and _CATEGORIES[value].fullmatch(letter):
            return True
    return False


_CATEGORIES: Final = {
    signs.CATEGORY_DIGIT: re.compile(r"\d"),
    signs.CATEGORY_NOT_DIGIT: re.compile(r"\D"),
    signs.CATEGORY_SPACE: re.compile(r"\s"),
    signs.CATEGORY_NOT_SPACE: re.compile(r"\S"),
    signs.CATEGORY_WORD: re.compile(r"\w"),
    signs.CATEGORY_NOT_WORD: re.compile(r"\W"),
}


# --- how long they take -----------------------------------------------------------------------

MATCHED: Final = {
    "summitry.reading.pieces.pieces": "",
    "summitry.reading.thread.answers": "",
    "summitry.reading.mentions.scan": r"\s+(?:",
    "summitry.reading.text.trimmings": r"\s*[*_]*(?:",
}
"""Patterns that are only asked what a text begins with, by their module and how they begin."""


class _TooLong(Exception):
    pass


def slow(found: Compiled) -> Iterator[str]:
    """The patterns that take longer than they may, each with the text that it takes long on."""

    def stop(*_: object) -> None:
        raise _TooLong

    signal.signal(signal.SIGVTALRM, stop)
    for (pattern, flags), module in found.items():
        made = re.compile(pattern, flags)
        matched = module in MATCHED and pattern.startswith(MATCHED[module])
        asked = made.match if matched else made.search
        text = next(filter(None, (_stops(asked, pump) for pump in pumps(pattern, flags))), "")
        if text:
            yield f"{module}: {pattern[:100]!r} on {len(text)} of {text[:40]!r}"


def _stops(asked: Callable[[str], object], pump: Callable[[int], str]) -> str:
    """The first text that takes too long; "" if none does."""
    for length in LENGTHS:
        text = pump(length)
        try:
            signal.setitimer(signal.ITIMER_VIRTUAL, MOST)
            asked(text)
        except _TooLong:
            return text
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return ""


if __name__ == "__main__":
    every = compiled()
    sys.stdout.write(f"{len(every)} patterns\n")
    sys.stdout.writelines(f"{line}\n" for line in slow(every))
