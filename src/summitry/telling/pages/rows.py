"""Rows: events in lists, each with its day and kind as labels."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from summitry.model.days import NO_DAY
from summitry.model.events import Event, Mode, Visit
from summitry.model.people import Tenure
from summitry.model.when import Stretch
from summitry.telling import dates
from summitry.telling.dates import DateStyle
from summitry.telling.figures import told_as_label
from summitry.telling.modes import words_for
from summitry.telling.words import joined

MOST_KINDS: Final = 2
"""How many kinds a row names of which its event had one."""


def kind_label(event: Event) -> tuple[str, str]:
    """What an event was, as a label, and as the style of pages knows it."""
    if isinstance(event, Visit):
        return _or(event.kinds), "visit"
    if event.mode is not Mode.IN_PERSON:
        return words_for(frozenset({event.mode})).noun, "contact"
    tone = next(iter(event.settings)).value if len(event.settings) == 1 else "unknown"
    return _or(event.settings) or "setting not known", tone


def when_label(event: Event, style: DateStyle) -> str:
    """Its days; where it may have been longer, those that it surely had."""
    core = event.when.core if isinstance(event.when, Stretch) else NO_DAY
    if core.is_empty():
        return told_as_label(dates.moment(event.when, style))
    return told_as_label(dates.within((core.first, core.last), style))


def tenure_label(tenure: Tenure, style: DateStyle) -> str:
    """When an office was held: "From 20 January 2021 to 20 January 2025", "Acting, in 1999"."""
    when = dates.moment(tenure.when, style).rstrip(",")
    return f"Acting, {when}" if tenure.acting else told_as_label(when)


def _or(kinds: Iterable[StrEnum]) -> str:
    """One kind, or one of two; empty of more, which is as good as none."""
    named = sorted(kind.value for kind in kinds)
    return joined(named, "or") if len(named) <= MOST_KINDS else ""
