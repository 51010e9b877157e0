"""Times, gatherings, settings, hosts and topics made of several mentions."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from datetime import date

from summitry.lexicon.tables import table
from summitry.model.bounds import Bounds
from summitry.model.days import Days
from summitry.model.events import EventKind
from summitry.model.occasions import TopicId
from summitry.model.people import PersonId
from summitry.model.when import Window
from summitry.reading.mentions.items import (
    AboutItem,
    GatheringItem,
    HostItem,
    Item,
    ModeItem,
    NumberItem,
    OrdinalItem,
    PartyItem,
    PlaceItem,
    SeriesItem,
    SettingItem,
    SkippedItem,
    TimeItem,
    TopicItem,
    WordItem,
)
from summitry.reading.mentions.line import Line, form
from summitry.reading.mentions.scene import Scene, people


def stressed(line: Line, m: re.Match[str], _scene: Scene) -> Item | None:
    """Of "Obama himself"."""
    return line.get(m, "who", PartyItem)


def named(line: Line, m: re.Match[str], _scene: Scene) -> Item | None:
    """Of "the leaders Clinton and Yeltsin": those who are named."""
    they, who = line.get(m, "they", PartyItem), line.every(m, "who", PartyItem)
    parties = tuple(party for one in who for party in one.parties)
    same = they is not None and they.word == "they" and set(they.parties) in ({None}, set(parties))
    return PartyItem(parties, who[0].word) if same else None


def within(line: Line, m: re.Match[str], scene: Scene) -> Item | None:
    """Of "Warsaw, Poland": the place, as what it lies in tells no more."""
    inner = line.get(m, "inner", PlaceItem)
    outer = line.get(m, "outer", PlaceItem) or line.get(m, "aside", PlaceItem)
    if inner is None or outer is None or inner.belonging or outer.belonging:
        return None
    return inner if scene.calendar.within(inner.place, outer.place) else None


def within_owner(line: Line, m: re.Match[str], scene: Scene) -> Item | None:
    """Of "Germany's Hamburg": the place, as what it lies in tells no more."""
    inner, outer = line.get(m, "inner", PlaceItem), line.get(m, "outer", PlaceItem)
    if inner is None or outer is None or inner.belonging:
        return None
    return inner if scene.calendar.within(inner.place, outer.place) else None


def label(line: Line, m: re.Match[str], _scene: Scene) -> Item | None:
    """Of "Nixon: Nixon made two visits": of whom the entry of a list is."""
    who, same = line.get(m, "who", PartyItem), line.get(m, "same", PartyItem)
    alike = who is not None and same is not None and who.parties == same.parties
    return SkippedItem() if alike else None


def at_its_start(line: Line, m: re.Match[str], _scene: Scene) -> Item | None:
    """Of "shook hands at the start of their summit": when in the course of the same meeting."""
    met = any(item.verb is not None for _, item in line.all(WordItem, 0, m.start()))
    chooses = any(isinstance(item, NumberItem) for item in line.items)
    denied = _DENIES.search(line.text) is not None
    return SkippedItem() if met and not (chooses or denied) else None


def skipped(_line: Line, _m: re.Match[str], _scene: Scene) -> Item:
    """Of "two days of talks": words that a clause is read without."""
    return SkippedItem()


def of_land(line: Line, m: re.Match[str], scene: Scene) -> Item | None:
    """Of "Obama (USA)": him, as his country says no more of him."""
    who, place = line.get(m, "who", PartyItem), line.get(m, "place", PlaceItem)
    one = people(who)
    if who is None or place is None or len(one) != 1:
        return None
    offices = (scene.calendar.names.offices[id] for id in scene.calendar.offices(one[0]))
    return who if any(office.country == place.place for office in offices) else None


def outcome(line: Line, m: re.Match[str], _scene: Scene) -> Item | None:
    """Of "without a breakthrough": what came of it, where it isn't denied."""
    return None if _DENIES.search(line.text, 0, m.start()) else SkippedItem()


def part_of_place(line: Line, m: re.Match[str], _scene: Scene) -> Item | None:
    """Of "in the park of Brdo Castle": there."""
    item = line.get(m, "place", PlaceItem)
    return None if item is None or item.belonging else PlaceItem(item.place)


def soil(line: Line, m: re.Match[str], scene: Scene) -> Item | None:
    """Of "On Russian soil": in the country."""
    item = line.get(m, "place", PlaceItem)
    country = item is not None and scene.calendar.is_state(item.place)
    whole = m.group().startswith("on ")
    return PlaceItem(item.place, whole=whole) if item is not None and country else None


def island(line: Line, m: re.Match[str], scene: Scene) -> Item | None:
    """Of "on Governors Island": there, as nothing is about an island that is no state."""
    item = line.get(m, "place", PlaceItem)
    if item is None or item.belonging or scene.calendar.is_state(item.place):
        return None
    name = scene.calendar.names.places[item.place].name
    return PlaceItem(item.place, whole=True) if _ISLAND.search(name) else None


_ISLAND = re.compile(r"\b(?:Isle|Islands?)\b")


def life(line: Line, _m: re.Match[str], _scene: Scene) -> Item | None:
    """Of "Putin, who was again prime minister,": what somebody was, which chooses no event.

    It may where events are counted, put in order or denied.
    """
    chooses = line.has(NumberItem | OrdinalItem)
    return None if chooses or _DENIES.search(line.text) else SkippedItem()


def onlookers(line: Line, _m: re.Match[str], _scene: Scene) -> Item | None:
    """Of ", with Gromyko looking on": who was there besides, where that chooses no event."""
    chooses = line.has(NumberItem)
    settings = line.has(SettingItem)
    alone = settings or _ALONE.search(line.text) is not None
    return None if chooses or alone or _DENIES.search(line.text) else SkippedItem()


_ALONE = re.compile(
    r"\b(?:one[- ]on[- ]one|alone|privately|private|in private|t[eê]te-[aà]-t[eê]te|"
    r"just the two|closed doors)\b",
    re.IGNORECASE,
)
"""Words for a meeting at which nobody else was."""


def one_of_them(line: Line, m: re.Match[str], _scene: Scene) -> Item | None:
    """Of "met eleven times, one of them in Prague", "once in Prague": where one of so many was.

    None if what is counted before is of a place itself, beside which "once" counts anew.
    """
    before = [(place, item) for place, item in line.all(NumberItem, 0, m.start()) if item.times]
    one = next((item for _, item in line.all(NumberItem, m.start(), m.end())), None)
    if not before or (one is not None and one.bounds != Bounds.exactly(1)):
        return None
    place, counted = before[-1]
    if any(item.word != "they" for _, item in line.all(PartyItem, m.start(), m.end())):
        return None
    if counted.bounds.least < _SEVERAL or _SITED.search(line.text, place, m.start()) is not None:
        return None
    return SkippedItem()


def some_of_them(line: Line, m: re.Match[str], _scene: Scene) -> Item | None:
    """Of "spoke eight times, four of them in April": how some of so many were."""
    counted = [item for _, item in line.all(NumberItem, 0, m.start()) if item.times]
    some = line.get(m, "some", NumberItem)
    several = bool(counted) and some is not None and some.bounds != Bounds.exactly(1)
    return SkippedItem() if several else None


def broken_down(line: Line, m: re.Match[str], _scene: Scene) -> Item | None:
    """Of "met three times, once in Rome and twice at the G20": how so many of them were."""
    counted = [item for _, item in line.all(NumberItem, 0, m.start()) if item.times]
    parts = [item for _, item in line.all(NumberItem, m.start(), m.end())]
    if len(counted) != 1 or not all(part.times for part in parts):
        return None
    whole = sum(part.bounds.least for part in parts)
    exact = all(part.bounds.least == part.bounds.most for part in (*parts, counted[0]))
    return SkippedItem() if exact and whole == counted[0].bounds.least else None


def at_least(line: Line, m: re.Match[str], _scene: Scene) -> Item | None:
    """Of "met four times in three years": that they met so often at least."""
    number = line.get(m, "number", NumberItem)
    if number is None or not number.times or number.of_all or number.sole:
        return None
    return replace(number, bounds=Bounds(number.bounds.least, None))


_SEVERAL = 2
_SITED = form("{Place|Gathering|Series|Word}")
_DENIES = re.compile(r"\b(?:not|never|no|nor|neither)\b|n't\b", re.IGNORECASE)


def zone(_line: Line, _m: re.Match[str], _scene: Scene) -> Item | None:
    """Of "16 August, Moscow time": by whose clock, which no claim holds."""
    return TimeItem(None)


def part_of_term(line: Line, m: re.Match[str], scene: Scene) -> Item | None:
    """Of "The early years of his presidency"."""
    who = people(line.get(m, "who", PartyItem))
    if len(who) != 1:
        return TimeItem(None)
    title = table("phrases")["terms"][m["term"].lower()]
    window = scene.calendar.part_of_tenure(
        who[0], title, m["part"].lower(), scene.as_of.toordinal()
    )
    if window is None:
        return TimeItem(None)
    words = f"the {m['part']} {scene.calendar.names.people[who[0]].name}'s {m['term']}"
    return TimeItem(Window(window.surely, window.possibly, words))


def whole_term(line: Line, m: re.Match[str], scene: Scene) -> Item | None:
    """Of "His presidency", "Trump's first term"."""
    who = _ahead(line, m) or people(line.get(m, "who", PartyItem)) or _subject(line, m)
    nth = line.get(m, "nth", OrdinalItem)
    title = table("phrases")["terms"][m["term"].lower()]
    seat = line.get(m, "seat", PlaceItem)
    if seat is not None and scene.calendar.names.places[seat.place].name not in _seats():
        return None
    if len(who) != 1:
        return TimeItem(None)
    number = nth.position if nth is not None else None
    window = scene.calendar.tenure(who[0], title, number)
    years = line.get(m, "years", TimeItem)
    if years is not None and (window is None or not _alike(window, years)):
        return TimeItem(None)
    return TimeItem(window, term=title if number is None else None)


def _seats() -> Collection[str]:
    """The names of the houses that go with an office."""
    seats: dict[str, str] = table("phrases")["seats"]
    return seats.keys()


def _ahead(line: Line, m: re.Match[str]) -> tuple[PersonId, ...]:
    """Of "In his first term George W. Bush saw Putin": whom the clause after it is about."""
    item = line.get(m, "who", PartyItem)
    opens = len(line.text[: m.start()].split()) == 1 and item is not None and item.word == "his"
    following = re.match(r",? (?=.)", line.text[m.end() :]) if opens else None
    after = None if following is None else line.items[m.end() + following.end()]
    return people(after) if isinstance(after, PartyItem) and after.word not in ("he", "she") else ()


def _subject(line: Line, m: re.Match[str]) -> tuple[PersonId, ...]:
    """Of "Trump met Putin in his first term": whom the clause is about."""
    item = line.get(m, "who", PartyItem)
    first = next(((place, people(one)) for place, one in line.all(PartyItem, 0, m.start())), None)
    if item is None or item.word != "his" or first is None:
        return ()
    return first[1] if _JOINED.match(line.text, first[0]) is None else ()


_JOINED = form(r"{Party} and {Party}")
"""Of "Trump and Putin met in his first term" it isn't clear whose it was."""


def local_time(line: Line, m: re.Match[str], _: Scene) -> Item | None:
    """Of "on 16 August, Moscow time": elsewhere it may have been the day before or after."""
    time = line.get(m, "time", TimeItem)
    if time is None or time.window is None or time.window.possibly.only is None:
        return None
    day = time.window.possibly.first
    return replace(time, window=Window(time.window.surely, Days((day - 1, day + 1))))


def term_with_years(line: Line, m: re.Match[str], scene: Scene) -> Item | None:
    """Of "during his presidency (2009–2017)": the time in office of whoever held it in these years.

    Of those named before, where it isn't clear whose it is.
    """
    years = line.get(m, "years", TimeItem)
    title = table("phrases")["terms"][m["term"].lower()]
    who = people(line.get(m, "who", PartyItem)) or tuple(
        dict.fromkeys(p for _, item in line.all(PartyItem, 0, m.start()) for p in people(item))
    )
    held = [scene.calendar.tenure(person, title, None) for person in who]
    fits = [one for one in held if one is not None and years is not None and _alike(one, years)]
    return TimeItem(fits[0], term=title) if len(fits) == 1 else None


def _alike(one: Window, said: TimeItem) -> bool:
    """Whether a time runs from the first to the last of the years that another is told with."""
    if said.window is None:
        return False
    ends = ((days.possibly.first, days.possibly.last) for days in (one, said.window))
    first, last = zip(*ends, strict=True)
    return all(len({date.fromordinal(day).year for day in days}) == 1 for days in (first, last))


def for_the_nth_time(line: Line, m: re.Match[str], _scene: Scene) -> Item | None:
    """Of "For the first time"."""
    return line.get(m, "nth", OrdinalItem)


def sole(_l: Line, _m: re.Match[str], _scene: Scene) -> Item | None:
    """Of "Their only meeting": one, and no more."""
    return NumberItem(Bounds.exactly(1), times=False, of_all=True, sole=True)


def nth_by(line: Line, m: re.Match[str], _scene: Scene) -> Item | None:
    """Of "The visit was the first by a U.S. president": whose visits are put in order."""
    nth, who = line.get(m, "nth", OrdinalItem), line.get(m, "who", PartyItem)
    word = line.get(m, "word", WordItem)
    visits = word is None or (word.noun is not None and word.noun[0].kind is EventKind.VISIT)
    return None if nth is None or who is None or not visits else OrdinalItem(nth.position, (who,))


def nth_with(line: Line, m: re.Match[str], _scene: Scene) -> Item | None:
    """Of "His first with a U.S. president": the order of his meetings with them."""
    own, nth = line.get(m, "own", PartyItem), line.get(m, "nth", OrdinalItem)
    whom = line.get(m, "whom", PartyItem)
    if own is None or nth is None or whom is None:
        return None
    return OrdinalItem(nth.position, (own, whom))


def gathering(line: Line, m: re.Match[str], scene: Scene) -> Item | None:
    """Of "The 2013 G20 summit in St. Petersburg": the occasion, or any of the series."""
    series, word = line.get(m, "series", SeriesItem), line.get(m, "word", WordItem)
    if series is None or (word is not None and word.word not in table("phrases")["gatherings"]):
        return None
    place, time = line.get(m, "place", PlaceItem), line.get(m, "time", TimeItem)
    if place is not None and place.belonging:
        return None
    window = time.window if time is not None else None
    where = place.place if place is not None else None
    occasion = scene.calendar.occasion(series.series, where, window)
    if occasion is not None:
        return GatheringItem(occasion, None, where, window)
    return GatheringItem(None, series.series, where, window)


def gathering_in(line: Line, m: re.Match[str], scene: Scene) -> Item | None:
    """Of "the G20 summit in Osaka, Japan": the gathering, if it was held there."""
    gathering, place = line.get(m, "gathering", GatheringItem), line.get(m, "place", PlaceItem)
    if gathering is None or place is None or place.belonging:
        return None
    if line.text[: m.start()].endswith((" of ", " of the ")):
        # Beside a gathering, the place may be where they met.
        return None
    occasion = scene.calendar.names.occasions.get(gathering.occasion or "")
    held = occasion is not None and occasion.place is not None
    within = held and scene.calendar.within(occasion.place, place.place)  # type: ignore[union-attr]
    return gathering if within else None


def joined_settings(line: Line, m: re.Match[str], _scene: Scene) -> Item | None:
    """Of "Briefly or in a group session"."""
    found = [item.settings for _, item in line.all(SettingItem, m.start(), m.end())]
    return SettingItem(frozenset().union(*found))


def joined_modes(line: Line, m: re.Match[str], _scene: Scene) -> Item | None:
    """Modes joined by "or"."""
    found = [item.modes for _, item in line.all(ModeItem, m.start(), m.end())]
    return ModeItem(frozenset().union(*found))


def host(line: Line, m: re.Match[str], _scene: Scene) -> Item | None:
    """Of "Hosted by Macron"."""
    who, word = line.get(m, "who", PartyItem), line.get(m, "word", WordItem)
    if word is None or word.word != "hosted":
        return None
    if _RECEIVED.search(line.text[: m.start()]) and not _OF_MEETING.search(line.text[: m.start()]):
        return None
    return HostItem(who.parties[0] if who is not None and len(who.parties) == 1 else None)


_RECEIVED = re.compile(r"\b(?:was|were|been|was again)$")
_OF_MEETING = form(
    r"^(?:(?:the|an?) (?:{Setting} )?|{Party}(?:'s)? )(?:[a-z-]+ )?{Word} (?:(?!{Word}).)*was$"
)
"""What opens "The meeting between Biden and Putin was hosted by Parmelin": nobody was received."""


def about(line: Line, m: re.Match[str], scene: Scene) -> Item | None:
    """Of "To talk about Syria, Iran and trade"; a country that is a topic too counts as one."""
    topics = [
        _topic(item, scene) for item in line.items[m.start("topic") : m.end("more")]
        if isinstance(item, TopicItem | PlaceItem)
    ]  # fmt: skip
    first, *others = topics
    return None if first is None else AboutItem(first, tuple(o for o in others if o is not None))


def raised(line: Line, m: re.Match[str], scene: Scene) -> Item | None:
    """Of "discussed trade, the climate and Syria": the topics that are on record."""
    word = line.items[m.start() - 2]
    if not isinstance(word, WordItem) or word.verb is None or word.verb[0].only != "topic":
        return None
    topics = [
        _topic(item, scene) for item in line.items[m.start() : m.end()]
        if isinstance(item, TopicItem | PlaceItem)
    ]  # fmt: skip
    known = [topic for topic in topics if topic is not None]
    return AboutItem(known[0], tuple(known[1:])) if known else None


def _topic(item: TopicItem | PlaceItem, scene: Scene) -> TopicId | None:
    return item.topic if isinstance(item, TopicItem) else scene.calendar.topic_of(item.place)
