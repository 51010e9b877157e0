"""What composing mentions may ask: the record's calendar and the day of the text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from summitry.model.people import PersonId
from summitry.model.selection import Someone
from summitry.reading.mentions.calendar import Calendar
from summitry.reading.mentions.items import PartyItem


@dataclass(frozen=True, slots=True)
class Scene:
    """The calendar of a record, and the day by which a text is judged."""

    calendar: Calendar
    as_of: date


def people(item: PartyItem | None) -> tuple[PersonId, ...]:
    """The people among the parties of a mention."""
    return () if item is None else tuple(p.person for p in item.parties if isinstance(p, Someone))
