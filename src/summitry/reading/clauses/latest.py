"""What the day of a text says of its news: the last before it, and what has ended by then.

Of "they last met in Geneva", in a report of a meeting held since; of "The summit has now ended".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from summitry.model.claims import Claim, TookPlace, WhichOne
from summitry.model.days import Days, until
from summitry.model.selection import Party, Selection, Someone
from summitry.model.when import ALWAYS, Window
from summitry.reading.clauses.frame import Frame
from summitry.reading.clauses.tense import helpers
from summitry.reading.mentions.narrowing import Unreadable
from summitry.reading.trees.syntax import Syntax

_NEWS: Final = 31
"""Days before a text within which what it tells of is its news."""


def before_the_news(claim: Claim, told: Iterable[Selection], day: int, *, dated: bool) -> Claim:
    """Of the last of some events: the last before the news, if the text told of one that is later.

    ``told`` are the events that the text told of before, ``day`` is that by which it is judged, as
    an ordinal; ``dated``: it is the text's own. Of a last one that is not said to be of the days of
    a dated text's news it isn't clear whether the news counts.
    """
    if not isinstance(claim, WhichOne) or claim.position != -1:
        return claim
    if claim.selection.window != ALWAYS:
        return claim
    window = claim.that.window
    if window != ALWAYS:
        window = _latest(window, day)
        claim = replace(claim, that=replace(claim.that, window=window))
    last = window.possibly.last
    since = [
        first
        for one in told
        if day - _NEWS <= (first := one.window.possibly.first) <= day
        and first > last
        and _is_like(one, claim.selection)
    ]
    if since:
        before = Window.of(until(min(since) - 1))
    elif dated and not day - _NEWS <= last <= day:
        before = Window(until(day - _NEWS - 1), until(day), "before the news")
    else:
        return claim
    return replace(claim, selection=replace(claim.selection, window=before))


def _latest(window: Window, day: int) -> Window:
    """Of "last met on Sept. 21", where more than one year may be meant: the last of them."""
    past = [span for span in window.possibly.spans if span[1] <= day]
    if len(window.possibly.spans) < 2 or not window.surely.is_empty() or not past:
        return window
    return Window(Days(past[-1]), Days(past[-1]), window.written)


def just_over(
    syntax: Syntax, frame: Frame, claims: Iterable[Claim], day: int, *, dated: bool
) -> None:
    """:class:`Unreadable` of "The summit has now concluded" where that was told of another day.

    A page may quote what was news months before, and its own day is then not the one that is meant.
    """
    carrier = syntax.conjunct(syntax.tree.nodes[frame.index]).head
    over = frame.definite and frame.role == "happened" and not (frame.subjects or frame.objects)
    if not (over and dated and helpers(syntax, carrier) & {"has", "have"}):
        return
    for one in held(claims):
        if not day - 1 <= one.window.possibly.last <= day and one.window != ALWAYS:
            raise Unreadable("it isn't clear which one is meant")


def held(claims: Iterable[Claim]) -> list[Selection]:
    """The events that claims tell of as one that took place."""
    return [
        claim.selection if isinstance(claim, TookPlace) else claim.that
        for claim in claims
        if isinstance(claim, TookPlace | WhichOne)
    ]


def _is_like(one: Selection, of: Selection) -> bool:
    """Whether an event may be one of those of which the last is told."""
    same = one.kind is of.kind and _people(one) == _people(of)
    return same and (not of.modes or not one.modes or not one.modes.isdisjoint(of.modes))


def _people(selection: Selection) -> frozenset[Party | str | None]:
    parties = (selection.who, selection.whom)
    return frozenset(p.person if isinstance(p, Someone) else p for p in parties)
