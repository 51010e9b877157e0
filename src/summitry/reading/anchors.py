"""What "since" counts from."""

from __future__ import annotations

import re

from summitry.model.claims import SinceDays, SinceEvent, SinceLandmark, SinceTenure
from summitry.model.events import EventKind
from summitry.model.selection import Party, Selection
from summitry.model.when import ALWAYS, Window
from summitry.reading.calendar import Calendar
from summitry.reading.items import (
    AnchorItem,
    GatheringItem,
    Item,
    LandmarkItem,
    ModeItem,
    OfficeItem,
    OrdinalItem,
    PartyItem,
    PlaceItem,
    SeriesItem,
    SettingItem,
    TimeItem,
    TitleItem,
    WordItem,
)
from summitry.reading.line import Line
from summitry.reading.scene import Scene, people


def since_landmark(line: Line, m: re.Match[str], scene: Scene) -> Item | None:
    """Since the one landmark that the words and their year mean."""
    item, time = line.get(m, "landmark", LandmarkItem), line.get(m, "time", TimeItem)
    if item is None:
        return None
    landmark = scene.calendar.landmark(item.landmarks, time.window if time is not None else None)
    return AnchorItem(None if landmark is None else SinceLandmark(landmark))


def since_tenure(line: Line, m: re.Match[str], scene: Scene) -> Item | None:
    """Since somebody took an office."""
    who = people(line.get(m, "who", PartyItem))
    office, title = line.get(m, "office", OfficeItem), line.get(m, "office", TitleItem)
    if len(who) != 1:
        return AnchorItem(None)
    if office is not None and len(office.offices) == 1:
        return AnchorItem(SinceTenure(who[0], next(iter(office.offices))))
    held = scene.calendar.office_of(who[0], title.title) if title is not None else None
    return AnchorItem(None if held is None else SinceTenure(who[0], held))


def since_event(line: Line, m: re.Match[str], scene: Scene) -> Item | None:
    """Since the event that a noun of meeting with parties, place and time speaks of."""
    word = line.get(m, "word", WordItem)
    parties: list[Party] = []
    for item in line.every(m, "who", PartyItem):
        for party in item.parties:
            if party is None:
                return AnchorItem(None)
            parties.append(party)
    nth = line.get(m, "nth", OrdinalItem)
    if word is None or word.noun is None or not parties or (nth is not None and nth.position != -1):
        return AnchorItem(None)
    owned = "'s" in m.group() or line.every(m, "who", PartyItem)[0].word in ("his", "their")
    if not owned and not m.group().lower().startswith("since the "):
        return None
    sense = word.noun[0]
    visit = sense.kind is EventKind.VISIT
    if len(parties) != (1 if visit else 2):
        return AnchorItem(None)
    tail = _Tail()
    # The series last: which occasion of it is meant hangs on place and time.
    for said in sorted(line.items[m.start() : m.end()], key=lambda i: isinstance(i, SeriesItem)):
        tail.add(said, scene.calendar)
    selection = Selection(
        kind=sense.kind,
        who=parties[0],
        whom=None if visit else parties[1],
        modes=tail.modes or sense.modes,
        settings=frozenset() if visit else (tail.settings or sense.settings),
        visit_kinds=sense.visit_kinds,
        place=tail.place,
        occasion=tail.occasion,
        series=tail.series if tail.occasion is None else None,
        window=tail.window or ALWAYS,
    )
    return AnchorItem(SinceEvent(selection))


class _Tail:
    """What an event's words say of place, time and occasion, gathered."""

    def __init__(self) -> None:
        self.place: str | None = None
        self.window: Window | None = None
        self.occasion: str | None = None
        self.series: str | None = None
        self.modes: frozenset = frozenset()  # type: ignore[type-arg]
        self.settings: frozenset = frozenset()  # type: ignore[type-arg]

    def add(self, item: Item | None, calendar: Calendar) -> None:
        match item:
            case PlaceItem(place, _):
                if self.place is None or calendar.within(place, self.place):
                    self.place = place
            case TimeItem(window, _, _):
                self.window = window
            case GatheringItem(occasion, series, place, window):
                self.occasion, self.series = occasion, series
                self.place, self.window = self.place or place, self.window or window
            case SeriesItem(series):
                self.series = series
                self.occasion = calendar.occasion(series, self.place, self.window)
            case ModeItem(modes):
                self.modes = modes
            case SettingItem(settings):
                self.settings = settings
            case _:
                pass


def since_days(line: Line, m: re.Match[str], _scene: Scene) -> Item | None:
    """Since a day, month or year."""
    time = line.get(m, "time", TimeItem)
    return AnchorItem(
        SinceDays(time.window) if time is not None and time.window is not None else None
    )


def since_unknown(_l: Line, _m: re.Match[str], _scene: Scene) -> Item | None:
    """Since something that reading doesn't know."""
    return AnchorItem(None)
