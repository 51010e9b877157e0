"""What a frame may take from around it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from summitry.model.claims import (
    Quote,
)
from summitry.model.events import Mode
from summitry.model.selection import Party, Selection
from summitry.reading.mentions.calendar import Calendar
from summitry.reading.mentions.items import (
    Item,
)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a frame may take from around it: the pair spoken of, and the event spoken of last.

    ``as_of`` is the day by which the text is judged, ``modes`` are that event's. ``one`` is the
    encounter told of right before; ``latest`` is of each two the latest one told of so far.
    """

    calendar: Calendar
    as_of: date
    pair: tuple[Party, Party] | None
    last: tuple[Item, ...]
    quote: Quote
    modes: frozenset[Mode] = frozenset()
    one: Selection | None = None
    latest: Mapping[frozenset[Party | None], Selection] = field(default_factory=dict)
