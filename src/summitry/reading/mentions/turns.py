"""Times before and after somebody took or left an office, or something else happened.

Of "after Obama left office", "before leaving office", "two years before the invasion". Whether the
day itself is meant is left open; so is a beginning in an acting capacity.
"""

from __future__ import annotations

import re
from functools import cache

from summitry.lexicon.tables import table
from summitry.model.claims import SinceDays
from summitry.model.days import NO_DAY, Days
from summitry.model.days import after as days_after
from summitry.model.days import until as days_until
from summitry.model.people import PersonId
from summitry.model.selection import Someone
from summitry.model.when import Window
from summitry.reading.mentions.items import (
    AnchorItem,
    GatheringItem,
    Item,
    LandmarkItem,
    OfficeItem,
    OrdinalItem,
    PartyItem,
    PlaceItem,
    SeriesItem,
    TimeItem,
    TitleItem,
    WordItem,
)
from summitry.reading.mentions.line import Line
from summitry.reading.mentions.scene import Scene, people
from summitry.reading.when.base import count_of
from summitry.reading.when.spans import is_bounded, shifted_by_days, shifted_by_months, within

_BEFORE = frozenset(("before", "until", "till", "by", "prior", "up"))


def by_turn(line: Line, m: re.Match[str], scene: Scene) -> Item | None:
    """Of "after Obama left office", "before he returned to office in January"."""
    named = people(line.get(m, "who", PartyItem))
    who = named or _subject(line, m)
    if len(who) != 1:
        return None
    office, title = line.get(m, "office", OfficeItem), line.get(m, "office", TitleItem)
    offices = office.offices if office is not None else None
    said = title.title if title is not None else ""
    day = scene.calendar.turn(who[0], _kind(m["turn"] or ""), said, offices, scene.as_of)
    if not named and day is not None and len(day.possibly.spans) > 1:
        return None
    return _aside(line, m, scene, _dated(day, line.get(m, "time", TimeItem)))


def _subject(line: Line, m: re.Match[str]) -> tuple[PersonId, ...]:
    """Of "Trump met Putin before he took office": whom the clause before is about, or after."""
    item = line.get(m, "who", PartyItem)
    if item is None or item.word not in ("he", "she", "his", "her"):
        return ()
    first = _first(line, m)
    return first if len(first) == 1 else ()


def since_turn(line: Line, m: re.Match[str], scene: Scene) -> Item | None:
    """Of "since he left office", "since Putin's return to the presidency"."""
    groups = m.groupdict()
    who = people(line.get(m, "who", PartyItem)) if groups.get("who") else ()
    who = who or (_subject(line, m) if groups.get("who") else _first(line, m))
    if len(who) != 1:
        return None
    office, title = line.get(m, "office", OfficeItem), line.get(m, "office", TitleItem)
    offices = office.offices if office is not None else None
    said = title.title if title is not None else ""
    day = scene.calendar.turn(who[0], _kind(m["turn"] or ""), said, offices, scene.as_of)
    window = _dated(day, line.get(m, "time", TimeItem))
    return None if window is None else AnchorItem(SinceDays(window))


def _first(line: Line, m: re.Match[str]) -> tuple[PersonId, ...]:
    """Of "Biden has met Putin once since becoming president": the subject, or the one after it."""
    before = next((people(one) for _, one in line.all(PartyItem, 0, m.start())), ())
    opens = m.start() == 0 and line.text[m.end() : m.end() + 2] == ", "
    after = line.items[m.end() + 2] if opens and len(line.text) > m.end() + 2 else None
    return before or (people(after) if isinstance(after, PartyItem) else ())


def since_seat(line: Line, m: re.Match[str], scene: Scene) -> Item | None:
    """Of "since Trump returned to the White House", "since entering the Kremlin": that office."""
    seat, word = line.get(m, "seat", PlaceItem), line.get(m, "turn", WordItem)
    title = None if seat is None else table("phrases")["seats"].get(_name(seat, scene))
    said = word.word if word is not None else m["turn"]
    if title is None or seat is None or seat.belonging:
        return None
    words = table("phrases")["turned"]
    kind = next((k for k, ws in words.items() if said.lower().startswith(tuple(ws))), "begin")
    named = people(line.get(m, "who", PartyItem)) if m["who"] else _first(line, m)
    who = named or _subject(line, m)
    if len(who) != 1:
        return None
    day = scene.calendar.turn(who[0], kind, title, None, scene.as_of)
    window = _dated(day, line.get(m, "time", TimeItem))
    return None if window is None else AnchorItem(SinceDays(window))


def _name(place: PlaceItem, scene: Scene) -> str:
    return scene.calendar.names.places[place.place].name


def into_term(line: Line, m: re.Match[str], scene: Scene) -> Item | None:
    """Of "three months into his presidency", "less than a year into Obama's second term"."""
    who = people(line.get(m, "who", PartyItem)) or _subject(line, m)
    if not m["unit"] or len(who) != 1:
        return None
    title, nth = table("phrases")["terms"][m["term"].lower()], line.get(m, "nth", OrdinalItem)
    if nth is None:
        day = scene.calendar.turn(who[0], "begin", title, None, scene.as_of)
        ends = () if day is None else [end for span in day.possibly.spans for end in span]
    else:
        term = scene.calendar.tenure(who[0], title, nth.position)
        ends = () if term is None else [term.possibly.first]
    begun = [_offset(m, "after", Window.of(Days((end, end)))) for end in dict.fromkeys(ends)]
    windows = [one.window for one in begun if isinstance(one, TimeItem) and one.window is not None]
    if len(windows) < 2:
        return next(iter(begun), None)
    days = Days(*(span for window in windows for span in window.possibly.spans))
    return TimeItem(Window(NO_DAY, days), adverb=True)


def _dated(day: Window | None, time: TimeItem | None) -> Window | None:
    """The day, if it lies in the time that is said of it."""
    if day is None or time is None or time.window is None:
        return day
    possibly = day.possibly & time.window.possibly
    if possibly.is_empty():
        return None
    return Window.of(possibly) if possibly.only is not None else Window(NO_DAY, possibly)


def by_own_turn(line: Line, m: re.Match[str], scene: Scene) -> Item | None:
    """Of "before leaving office", said of the one person near it that took office or left it."""
    after = [p for _, item in line.all(PartyItem, m.end()) for p in people(item)][:1]
    before = [p for _, item in line.all(PartyItem, 0, m.start()) for p in people(item)]
    who = people(line.get(m, "who", PartyItem)) or tuple(before[:1] or after)
    if len(who) != 1:
        return None
    office, title = line.get(m, "office", OfficeItem), line.get(m, "office", TitleItem)
    offices = office.offices if office is not None else None
    said = title.title if title is not None else ""
    day = scene.calendar.turn(who[0], _kind(m["turn"] or ""), said, offices, scene.as_of)
    return _aside(line, m, scene, _dated(day, line.get(m, "time", TimeItem)))


def by_landmark(line: Line, m: re.Match[str], scene: Scene) -> Item | None:
    """Of "before the invasion of Ukraine", "four days after Iraq's invasion of Kuwait"."""
    item, time = line.get(m, "landmark", LandmarkItem), line.get(m, "time", TimeItem)
    if item is None:
        return None
    landmark = scene.calendar.landmark(item.landmarks, time.window if time is not None else None)
    if landmark is None:
        return None
    when = scene.calendar.names.landmarks[landmark].when
    start, end = when.start.possible, when.end.possible if when.end is not None else None
    if m["side"] == "after" and end is not None:
        return _aside(line, m, scene, Window.of(Days((start.first, end.last))))
    return _aside(line, m, scene, Window.of(start))


def by_time(line: Line, m: re.Match[str], _: Scene) -> Item | None:
    """Of "before last Friday's welcome", "before June 2021"."""
    time = line.get(m, "time", TimeItem)
    if time is None or time.window is None or not is_bounded(time.window):
        return None
    possibly = time.window.possibly
    until = m["side"].lower().split()[0] in _BEFORE
    if m["side"].lower() == "up to":
        ends = time.window.written.lower().startswith("the end of")
        first = possibly.last if ends else possibly.first - 1
        window = Window(days_until(first), days_until(possibly.last))
        return TimeItem(window, adverb=True, side=True)
    days = days_until(possibly.first - 1) if until else days_after(possibly.last)
    return TimeItem(Window.of(days), adverb=True, side=True)


def by_then(line: Line, m: re.Match[str], _: Scene) -> Item | None:
    """Of "by July 2018", of what had been so often by then."""
    time = line.get(m, "time", TimeItem)
    if time is None or time.window is None or not is_bounded(time.window):
        return None
    if not _HAD.search(line.text):
        return None
    days = time.window.possibly
    if time.window.written.lower().startswith("the end of"):
        return TimeItem(Window.of(days_until(days.last)), adverb=True, side=True)
    return TimeItem(
        Window(days_until(days.first - 1), days_until(days.last)), adverb=True, side=True
    )


_HAD = re.compile(r"\bhad\b|'d\b")


def said_again(line: Line, m: re.Match[str], _: Scene) -> Item | None:
    """Of "in February 2022, twelve days before the invasion": the time that is written itself."""
    time, other = line.get(m, "time", TimeItem), line.get(m, "other", TimeItem)
    if time is None or other is None or time.window is None or other.window is None:
        return None
    if not other.adverb:
        return None
    return time if time.window.possibly.meets(other.window.possibly) else None


def on_the_eve(line: Line, m: re.Match[str], scene: Scene) -> Item | None:
    """Of "on 1 April 2009, on the eve of a G20 summit": the time, if there was one then."""
    time, said = line.get(m, "time", TimeItem), line.get(m, "said", GatheringItem)
    alone = line.get(m, "said", SeriesItem)
    series = alone.series if alone is not None else said.series if said is not None else None
    occasion = said.occasion if said is not None else None
    if time is None or time.window is None or not is_bounded(time.window):
        return None
    days = time.window.possibly
    around = Days((days.first, days.last + _EVE))
    began = [
        row.when.start.possible
        for row in scene.calendar.names.occasions.values()
        if row.when is not None
        and (row.id == occasion or (series is not None and row.series == series))
    ]
    return time if any(day.meets(around) for day in began) else None


_EVE = 2
"""Days that an eve may come before a gathering."""


@cache
def _kinds() -> dict[str, str]:
    return {word: kind for kind, words in table("phrases")["turns"].items() for word in words}


def _kind(turn: str) -> str:
    """What the words for a turn speak of; any others ("became") of a beginning."""
    return _kinds().get(turn.lower(), "begin")


def _aside(line: Line, m: re.Match[str], scene: Scene, day: Window | None) -> Item | None:
    """The time to one side of a day, or so many weeks or months to that side of it."""
    side, groups = m["side"].lower().split()[0], m.groupdict()
    if day is None:
        return None
    if groups.get("unit"):
        return _offset(m, side, day)
    window = within(None, day) if side in _BEFORE else within(day, None)
    apart = day.possibly
    surely = window.surely - apart
    words = f"{m['side'].lower()} {_plain(line, m, scene)}"
    return TimeItem(Window(surely, window.possibly, words), adverb=True, side=True)


def _plain(line: Line, m: re.Match[str], scene: Scene) -> str:
    """What stands after "before" or "after", with names for mentions."""
    names = scene.calendar.names
    start = m.end("side") + 1
    said: list[str] = []
    for char, item in zip(line.text[start : m.end()], line.items[start : m.end()], strict=True):
        match item:
            case None:
                said.append(char)
            case PartyItem(parties=(Someone(person=person),)):
                said.append(names.people[person].name)
            case LandmarkItem(landmarks):
                (landmark, *_) = sorted(landmarks)
                said.append(names.landmarks[landmark].name.removeprefix("the "))
            case OfficeItem(offices):
                said.append(names.offices[min(offices)].name)
            case TitleItem(title):
                said.append(title)
            case PlaceItem(place):
                said.append(names.places[place].name)
            case TimeItem(window) if window is not None:
                said.append(window.written)
            case _:
                pass
    return " ".join("".join(said).split())


def _offset(m: re.Match[str], side: str, day: Window) -> Item | None:
    steps = -1 if side in _BEFORE else 1
    vague = (m["hedge"] or "").lower() in table("calendar")["hedged"]["vague"]
    unit = m["unit"].lower()
    row = table("calendar")["units"].get(unit) or table("calendar")["units"][unit.rstrip("s")]
    try:
        least, most = sorted(n * steps for n in count_of((m["n"] or "").lower()))
    except KeyError:
        return None
    if "months" in row:
        window = shifted_by_months(
            day.possibly, least * row["months"], most * row["months"], vague=vague
        )
    else:
        window = shifted_by_days(day.possibly, row["days"], least, most, vague=vague)
    if window is None:
        return None
    hedge = (m["hedge"] or "").lower()
    if hedge in table("calendar")["hedged"]["within"]:
        window = _up_to(day.possibly, window, before=steps < 0)
    return TimeItem(window, adverb=True)


def _up_to(day: Days, far: Window, *, before: bool) -> Window:
    """Of "less than a year after" a day: at any time from it to the year's end."""
    sure = far.surely if not far.surely.is_empty() else far.possibly
    if before:
        first, last, outer = sure.first, day.first, Days((far.possibly.first, day.last))
    else:
        first, last, outer = day.last, sure.last, Days((day.first, far.possibly.last))
    return Window(Days((first, last)) if first <= last else NO_DAY, outer)
