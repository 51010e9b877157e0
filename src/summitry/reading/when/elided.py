"""Lists of times that share a month or a year: "in June and November 2013"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from summitry.lexicon.tables import table
from summitry.reading.when.slots import month_names, slots

_JOINT: Final = r",?\s+(?:and|or)\s+(?:(?:in|on)\s+)?"
_TIME: Final = r"(?:<P>[\s-])?<M>(?:\s+<D>)?|<D>\s+<M>|(?:the\s+)?<S>|<P>"
_YEAR: Final = r"(?:,?\s+(?:of\s+)?|-)<Y>(?!\d|-[a-z])"

_FORMS: Final = (
    # What stands before the list, a member of it, and what stands after it.
    ("", _TIME, _YEAR),
    ("", "<D>", r"(?:\s+of)?\s+<M>(?:,?\s+<Y>)?"),
    (r"<M>\s+", "<D>", r"(?:,?\s+<Y>|(?=[.,;:)]|$))"),
)

_JOINTS: Final = re.compile(
    r"\s(?:and|or)\s+(?:in\s+|on\s+)?(?:the\s+)?(?=[\dA-Z]|[a-z]+[\s-]+(?:of\s+)?\d)"
)
"""Where such a list may be: it is cheap to tell, and most texts have few."""
_AROUND: Final = 90
"""Characters to either side of its "and" that such a list may have."""


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a list, from ``start`` to ``end`` of a text; ``alone``: with what it shares.

    The first and the last include what all of them share.
    """

    start: int
    end: int
    alone: str


@dataclass(frozen=True, slots=True)
class _Form:
    """A list with what its members share; ``member`` finds them in it."""

    list: re.Pattern[str]
    member: re.Pattern[str]


def listed(text: str) -> tuple[Member, ...]:
    """The members of such lists in a text, in its order, none within another."""
    lists = [
        (match, form)
        for joint in _JOINTS.finditer(text)
        for form in _forms()
        for match in form.list.finditer(
            text, max(0, joint.start() - _AROUND), joint.end() + _AROUND
        )
    ]
    found: list[Member] = []
    for match, form in sorted(lists, key=lambda found: found[0].start()):
        if not found or match.start() >= found[-1].end:
            found.extend(_members(form, match))
    return tuple(found)


def _members(form: _Form, match: re.Match[str]) -> Iterator[Member]:
    members = list(form.member.finditer(match["list"]))
    for number, member in enumerate(members):
        first, last = number == 0, number == len(members) - 1
        start = match.start() if first else match.start("list") + member.start()
        end = match.end() if last else match.start("list") + member.end()
        yield Member(start, end, f"{match['before']}{member.group()}{match['after']}")


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
    filled = {**slots(), "M": rf"(?-i:{month_names(table('calendar')['months'])})"}
    return re.compile(
        re.sub(r"<([A-Z])>", lambda slot: f"(?:{filled[slot[1]]})", pattern), re.IGNORECASE
    )
