"""Numbers in English: words to ten, digits above."""

from __future__ import annotations

from typing import Final

from summitry.model.bounds import Bounds, Tally

_CARDINALS: Final = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
)  # fmt: skip
_ORDINALS: Final = (
    "", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
    "tenth",
)  # fmt: skip
_TIMES: Final = {1: "once", 2: "twice"}


def number(n: int) -> str:
    """The number: "no", "one" ... "ten", "11", "1,200"."""
    return _CARDINALS[n] if n < len(_CARDINALS) else f"{n:,}"


def ordinal(position: int) -> str:
    """A position from 1, or backwards from -1: "seventh", "21st", "last", "third to last"."""
    if position == -1:
        return "last"
    if position < 0:
        return f"{ordinal(-position)} to last"
    if position < len(_ORDINALS):
        return _ORDINALS[position]
    teen = position % 100 in {11, 12, 13}
    return f"{position}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(position % 10, 'th')}"


def times(n: int) -> str:
    """How often: "once", "twice", "three times"."""
    return _TIMES.get(n, f"{number(n)} times")


def how_often(often: Bounds) -> str:
    """The bounds as an adverb of number: "only once", "at least three times".

    ``often`` is not exactly zero, which is said by "never".
    """
    least, most = often.least, often.most
    if most is None:
        return f"at least {times(least)}" if least else "any number of times"
    if least == most:
        return "only once" if least == 1 else f"exactly {times(least)}"
    if least == 0:
        return f"at most {times(most)}"
    if (least, most) == (1, 2):
        return "once or twice"
    return f"{_from_to(least, most)} times"


def how_many(many: Bounds) -> str:
    """The bounds before a noun: "exactly five", "at most three", "any number of"."""
    least, most = many.least, many.most
    if most is None:
        return f"at least {number(least)}" if least else "any number of"
    if least == most:
        return f"exactly {number(least)}" if least else "no"
    return f"at most {number(most)}" if least == 0 else _from_to(least, most)


def _from_to(least: int, most: int) -> str:
    if most == least + 1:
        return f"{number(least)} or {number(most)}"
    return f"between {number(least)} and {number(most)}"


def tallied(tally: Tally) -> str:
    """A tally before a noun: "no", "seven", "seven to nine", "at least seven"."""
    if tally.possibly is None:
        return f"at least {number(tally.surely)}" if tally.surely else "any number of"
    if tally.surely == tally.possibly:
        return number(tally.surely)
    if not tally.surely:
        return f"at most {number(tally.possibly)}"
    return f"{number(tally.surely)} to {number(tally.possibly)}"


def in_all(tally: Tally) -> str:
    """A tally without a noun: "none", "seven", "seven to nine", "at least seven"."""
    return tallied(tally).removesuffix(" of") if tally.possibly != 0 else "none"


def length(minutes: Bounds) -> str:
    """A length of time: "exactly 136 minutes", "more than two hours", "at most one hour".

    Bounds just past a round number of minutes are said as "more than" or "less than" it.
    """
    least, most = minutes.least, minutes.most
    if most is None:
        if least == 0:
            return "some time"
        if least > 1 and least % 5 == 1:
            return f"more than {_minutes(least - 1)}"
        return f"at least {_minutes(least)}"
    if least == most:
        return f"exactly {_minutes(least)}"
    if least == 0:
        return f"less than {_minutes(most + 1)}" if most % 5 == 4 else f"at most {_minutes(most)}"
    if least % 60 == most % 60 == 0:
        return f"between {number(least // 60)} and {_minutes(most)}"
    return f"between {number(least)} and {number(most)} minutes"


def _minutes(n: int) -> str:
    if n and n % 60 == 0:
        return f"{number(n // 60)} hour{'' if n == 60 else 's'}"
    return f"{number(n)} minute{'' if n == 1 else 's'}"


def plain_length(minutes: Bounds) -> str:
    """A length as a label: "175 minutes", "120 to 150 minutes", "at least 30 minutes"."""
    least, most = minutes.least, minutes.most
    if most is None:
        return f"at least {least} minutes"
    unit = "minute" if most == 1 else "minutes"
    return f"{least} {unit}" if least == most else f"{least} to {most} {unit}"
