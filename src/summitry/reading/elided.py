"""Lists of times that share a month or a year: "in June and November 2013"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from summitry.reading.times import Time, slots, times

_JOINT: Final = r",?\s+(?:and|or)\s+(?:(?:in|on)\s+)?"
_TIME: Final = r"(?:<P>[\s-])?<M>(?:\s+<D>)?|<D>\s+<M>|(?:the\s+)?<S>|<P>"
_YEAR: Final = r"(?:,?\s+(?:of\s+)?|-)<Y>(?!\d|-[a-z])"

_FORMS: Final = (
    # What stands before the list, a member of it, and what stands after it.
    ("", _TIME, _YEAR),
    ("", "<D>", r"(?:\s+of)?\s+<M>(?:,?\s+<Y>)?"),
    (r"<M>\s+", "<D>", r"(?:,?\s+<Y>|(?=[.,;:)]|$))"),
)


@dataclass(frozen=True, slots=True)
class _Form:
    """A list with what its members share; ``member`` finds them in it."""

    list: re.Pattern[str]
    member: re.Pattern[str]


def elided(text: str, *, written: date | None = None) -> tuple[Time, ...]:
    """The members of such lists in a text, in its order, none within another.

    The first and the last include what all of them share. ``written`` is the day from which a day
    without a year counts.
    """
    lists = [(match, form) for form in _forms() for match in form.list.finditer(text)]
    found: list[Time] = []
    for match, form in sorted(lists, key=lambda found: found[0].start()):
        if not found or match.start() >= found[-1].end:
            found.extend(_members(form, match, written))
    return tuple(found)


def _members(form: _Form, match: re.Match[str], written: date | None) -> Iterator[Time]:
    members = list(form.member.finditer(match["list"]))
    for number, member in enumerate(members):
        alone = f"{match['before']}{member.group()}{match['after']}"
        first, last = number == 0, number == len(members) - 1
        start = match.start() if first else match.start("list") + member.start()
        end = match.end() if last else match.start("list") + member.end()
        known = times(alone, written=written)
        whole = len(known) == 1 and len(alone) == known[0].end
        yield Time(start, end, known[0].window if whole else None)


@cache
def _forms() -> tuple[_Form, ...]:
    return tuple(
        _Form(
            _pattern(
                rf"(?<![\w$€£.,'-])(?P<before>{before})"
                rf"(?P<list>(?:{member})(?:,\s+(?:{member}))*{_JOINT}(?:{member}))"
                rf"(?P<after>{after})(?!\w)"
            ),
            _pattern(rf"\b(?:{member})"),
        )
        for before, member, after in _FORMS
    )


def _pattern(pattern: str) -> re.Pattern[str]:
    """The pattern with its slots filled, which may stand in it more than once."""
    return re.compile(
        re.sub(r"<([A-Z])>", lambda slot: f"(?:{slots()[slot[1]]})", pattern), re.IGNORECASE
    )
