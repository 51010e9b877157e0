"""What "since" counts from."""

from __future__ import annotations

import re
from collections.abc import Iterable

from summitry.lexicon.tables import senses
from summitry.model.claims import NthOf, SinceDays, SinceEvent, SinceLandmark, SinceTenure
from summitry.model.days import Days
from summitry.model.events import EventKind
from summitry.model.when import Window
from summitry.reading.mentions.calendar import Calendar
from summitry.reading.mentions.items import (
    AnchorItem,
    GatheringItem,
    Item,
    LandmarkItem,
    ModeItem,
    OfficeItem,
    OrdinalItem,
    PartyItem,
    PlaceItem,
    RosterItem,
    SeriesItem,
    SettingItem,
    TheOneItem,
    TimeItem,
    TitleItem,
    WordItem,
)
from summitry.reading.mentions.line import Line
from summitry.reading.mentions.narrowing import Narrowing, Unreadable
from summitry.reading.mentions.scene import Scene, people


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
    who, whom = (line.every(m, group, PartyItem) for group in ("who", "whom"))
    parties = [party for item in (*who, *whom) for party in item.parties]
    nth = line.get(m, "nth", OrdinalItem)
    if word is None or word.noun is None or (nth is not None and nth.position != -1):
        return AnchorItem(None)
    owned = "'s" in m.group() or who[0].word in ("his", "their")
    if not owned and not m.group().lower().startswith("since the "):
        return None
    sense = word.noun[0]
    if len(parties) != (1 if sense.kind is EventKind.VISIT else 2):
        return AnchorItem(None)
    first, *others = parties
    if first is None or None in others:
        return AnchorItem(None)
    said = _said(line.items[m.start() : m.end()], scene.calendar)
    try:
        narrowing = Narrowing(said, scene.calendar, sense)
        selection = narrowing.selection(first, others[0] if others else None)
    except Unreadable:
        return AnchorItem(None)
    return AnchorItem(SinceEvent(selection))


def since_the_one(line: Line, m: re.Match[str], scene: Scene) -> Item | None:
    """Since "the one with Biden in Geneva", of the events that the sentence speaks of."""
    whom = line.get(m, "whom", PartyItem)
    if whom is not None and len(whom.parties) != 1:
        return AnchorItem(None)
    said = _said(line.items[m.start() : m.end()], scene.calendar)
    return AnchorItem(None, TheOneItem(whom, said))


def since_like(line: Line, m: re.Match[str], scene: Scene) -> Item | None:
    """Since an event like the one told of, by its place or by who had it: "since Nixon in 1974"."""
    whom = line.get(m, "whom", PartyItem) if "whom" in m.groupdict() else None
    if whom is not None and len(whom.parties) != 1:
        return AnchorItem(None)
    said = _said(line.items[m.start() : m.end()], scene.calendar)
    if whom is None and not any(isinstance(item, PlaceItem | GatheringItem) for item in said):
        return None
    if any(isinstance(item, PlaceItem) and item.belonging for item in said):
        return None
    return AnchorItem(None, TheOneItem(whom, said))


def since_clause(line: Line, m: re.Match[str], scene: Scene) -> Item | None:
    """Since "Obama attended the summit there in 2013", "Biden met Putin in Geneva"."""
    word = line.get(m, "word", WordItem)
    who, whom = line.every(m, "who", PartyItem), line.every(m, "whom", PartyItem)
    parties = [party for item in (*who, *whom) for party in item.parties]
    if who[0].word in ("his", "her", "their") or (word is not None and word.verb is None):
        return None
    said = _said(line.items[m.end("word") : m.end()], scene.calendar)
    if None in parties or not said:
        return AnchorItem(None) if word is not None else None
    sense = senses()["visit"] if word is None or word.verb is None else word.verb[0]
    visit = sense.kind is EventKind.VISIT
    if visit and len(parties) == 1:
        return AnchorItem(None, TheOneItem(who[0], said))
    if visit or len(parties) != _TWO:
        return AnchorItem(None)
    try:
        first, other = parties
        selection = Narrowing(said, scene.calendar, sense).selection(first, other)  # type: ignore[arg-type]
    except Unreadable:
        return AnchorItem(None)
    return AnchorItem(SinceEvent(selection))


_TWO = 2


def since_office(line: Line, m: re.Match[str], scene: Scene) -> Item | None:
    """Since somebody took the office in which they lead their country, when the words say."""
    who = people(line.get(m, "who", PartyItem))
    leads = scene.calendar.office_led(who[0]) if len(who) == 1 else None
    time = line.get(m, "time", TimeItem)
    if leads is None or time is None:
        return AnchorItem(None if leads is None else SinceTenure(who[0], leads))
    window = time.window
    began = any(
        window is not None and row.when.start.possible.meets(window.possibly)
        for row in scene.calendar.tenures(who[0])
        if row.office == leads
    )
    return AnchorItem(SinceDays(window) if began and window is not None else None)


def the_one(line: Line, m: re.Match[str], scene: Scene) -> Item | None:
    """Of "The one with Biden in Geneva"."""
    said = _said(line.items[m.start() : m.end()], scene.calendar)
    return TheOneItem(line.get(m, "whom", PartyItem), said)


def _said(items: Iterable[Item | None], calendar: Calendar) -> tuple[Item, ...]:
    """What the words of an event say of its place, time and occasion.

    Which occasion of a series is meant hangs on the place and time.
    """
    kinds = (PlaceItem, TimeItem, GatheringItem, SeriesItem, ModeItem, SettingItem)
    said = [item for item in items if isinstance(item, kinds)]
    place = next((i.place for i in said if isinstance(i, PlaceItem)), None)
    window = next((i.window for i in said if isinstance(i, TimeItem)), None)

    def meant(item: Item) -> Item:
        if not isinstance(item, SeriesItem):
            return item
        occasion = calendar.occasion(item.series, place, window)
        return item if occasion is None else GatheringItem(occasion=occasion)

    return tuple(map(meant, said))


def since_days(line: Line, m: re.Match[str], scene: Scene) -> Item | None:
    """Since a day, month or year; of several years that may be meant the last."""
    time = line.get(m, "time", TimeItem)
    window = None if time is None else time.window
    if window is None:
        return AnchorItem(None)
    past = [span for span in window.possibly.spans if span[1] <= scene.as_of.toordinal()]
    if len(window.possibly.spans) > 1 and window.surely.is_empty() and past:
        window = Window.of(Days(past[-1]))
    return AnchorItem(SinceDays(window))


def since_last(_l: Line, _m: re.Match[str], _scene: Scene) -> Item | None:
    """Of "They have not met since": since what was told of last."""
    return AnchorItem(None, last=True)


def since_long_ago(line: Line, m: re.Match[str], _scene: Scene) -> Item | None:
    """Of "the first meeting in two years": of what is put in order, since some day long ago."""
    ordered = any(item.position == 1 for _, item in line.all(OrdinalItem, 0, m.start()))
    ranked = any(isinstance(item.roster, NthOf) for _, item in line.all(RosterItem, 0, m.start()))
    return AnchorItem(None, ago=True) if ordered or ranked else None


def since_unknown(_l: Line, _m: re.Match[str], _scene: Scene) -> Item | None:
    """Since something that reading doesn't know."""
    return AnchorItem(None)
