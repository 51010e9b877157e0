"""Values of the model, drawn by Hypothesis."""

from __future__ import annotations

from hypothesis import strategies as st

from summitry.model.days import FIRST_DAY, LAST_DAY, Days
from summitry.model.truth import Truth
from summitry.model.when import Stretch, When, Window

TRUTHS = st.sampled_from(Truth)

# A few days, so that sets of them often meet, touch and cover one another.
FEW = range(730_000, 730_012)


def spans(first: int, last: int) -> st.SearchStrategy[tuple[int, int]]:
    """Spans of days within two ordinals; some of them cross, and so are empty."""
    ordinals = st.integers(first, last)
    return st.tuples(ordinals, ordinals)


def days(first: int = FEW[0], last: int = FEW[-1]) -> st.SearchStrategy[Days]:
    """Sets of days within two ordinals."""
    return st.builds(lambda drawn: Days(*drawn), st.lists(spans(first, last), max_size=4))


def whens(first: int = FEW[0], last: int = FEW[-1]) -> st.SearchStrategy[When]:
    """Days not exactly known, within two ordinals."""
    return st.builds(When, days(first, last).filter(lambda drawn: not drawn.is_empty()))


def stretches(first: int = FEW[0], last: int = FEW[-1]) -> st.SearchStrategy[Stretch]:
    """Spans of days with and without an end."""
    ends = st.tuples(whens(first, last), st.none() | whens(first, last))
    return ends.filter(_may_be_in_order).map(lambda drawn: Stretch(*drawn))


def _may_be_in_order(ends: tuple[When, When | None]) -> bool:
    start, end = ends
    return end is None or start.possible.first <= end.possible.last


def windows() -> st.SearchStrategy[Window]:
    """Windows with vague edges."""
    return st.builds(
        lambda sure, more: Window(sure, sure | more),
        days(),
        days().filter(lambda drawn: not drawn.is_empty()),
    )


# Anywhere in the calendar, its ends most of all.
CALENDAR_SPANS = st.sampled_from(
    [(FIRST_DAY, FIRST_DAY + 800), (730_000, 733_000), (LAST_DAY - 800, LAST_DAY)]
)
MOMENTS = CALENDAR_SPANS.flatmap(lambda ends: whens(*ends) | stretches(*ends)) | (
    whens(FIRST_DAY, LAST_DAY) | stretches(FIRST_DAY, LAST_DAY)
)
