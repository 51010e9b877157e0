"""The last before the news: "they last met in Geneva", in a report of a meeting held since."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from summitry.model.claims import Claim, TookPlace, WhichOne
from summitry.model.days import Days, until
from summitry.model.selection import Party, Selection, Someone
from summitry.model.when import ALWAYS, Window

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
