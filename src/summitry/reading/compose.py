"""Mentions made of others: gatherings, anchors, capacities, rosters, terms of office.

Each form is a pattern over a line and what it makes; they apply in the order of the table.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Final

from summitry.lexicon.tables import table
from summitry.model.bounds import Bounds
from summitry.model.claims import (
    EachOf,
    FirstOf,
    NoneBut,
    SinceDays,
    SinceEvent,
    SinceLandmark,
    SinceTenure,
    SoMany,
)
from summitry.model.events import EventKind
from summitry.model.people import OfficeId, PersonId
from summitry.model.selection import IN_OFFICE, Capacity, Holder, Party, Selection, Someone
from summitry.model.when import ALWAYS, Window
from summitry.reading.calendar import Calendar
from summitry.reading.items import (
    AboutItem,
    AnchorItem,
    CapacityItem,
    GatheringItem,
    HostItem,
    Item,
    LandmarkItem,
    ModeItem,
    NumberItem,
    OfficeItem,
    OrdinalItem,
    PartyItem,
    PlaceItem,
    RosterItem,
    SeriesItem,
    SettingItem,
    TimeItem,
    TitleItem,
    TopicItem,
    WordItem,
)
from summitry.reading.line import Line, form

_Maker = Callable[[Line, re.Match[str], Calendar, date], Item | None]


def compose(line: Line, calendar: Calendar, as_of: date) -> Line:
    """The line with every composite mention as one."""
    for pattern, make in _table():
        line = line.rewritten(pattern, lambda ln, m, make=make: make(ln, m, calendar, as_of))  # type: ignore[misc]
    return line


def people(item: PartyItem | None) -> tuple[PersonId, ...]:
    """The people among the parties of a mention."""
    return () if item is None else tuple(p.person for p in item.parties if isinstance(p, Someone))


def _any(name: str) -> str:
    return "|".join(re.escape(w) for w in sorted(table("phrases")[name], key=len, reverse=True))


# --- times, gatherings, settings -----------------------------------------------------------------


def _part_of_term(line: Line, m: re.Match[str], calendar: Calendar, as_of: date) -> Item | None:
    who = people(line.get(m, "who", PartyItem))
    if len(who) != 1:
        return TimeItem(None)
    title = table("phrases")["terms"][m["term"].lower()]
    window = calendar.part_of_tenure(who[0], title, m["part"].lower(), as_of.toordinal())
    if window is None:
        return TimeItem(None)
    words = f"the {m['part']} {calendar.names.people[who[0]].name}'s {m['term']}"
    return TimeItem(Window(window.surely, window.possibly, words))


def _times(line: Line, m: re.Match[str], _c: Calendar, _d: date) -> Item | None:
    windows = [item.window for _, item in line.all(TimeItem, m.start(), m.end())]
    known = [window for window in windows if window is not None]
    if len(known) != len(windows):
        return TimeItem(None)
    whole = known[0]
    for window in known[1:]:
        whole = Window(whole.surely | window.surely, whole.possibly | window.possibly)
    words = ", ".join(window.written for window in known[:-1]) + f" and {known[-1].written}"
    return TimeItem(Window(whole.surely, whole.possibly, words), None, tuple(known))


def _whole_term(line: Line, m: re.Match[str], calendar: Calendar, _: date) -> Item | None:
    who = people(line.get(m, "who", PartyItem))
    nth = line.get(m, "nth", OrdinalItem)
    title = table("phrases")["terms"][m["term"].lower()]
    if len(who) != 1:
        return TimeItem(None)
    return TimeItem(calendar.tenure(who[0], title, nth.position if nth is not None else None))


def _for_the_nth_time(line: Line, m: re.Match[str], _c: Calendar, _d: date) -> Item | None:
    return line.get(m, "nth", OrdinalItem)


def _gathering(line: Line, m: re.Match[str], calendar: Calendar, _: date) -> Item | None:
    series, word = line.get(m, "series", SeriesItem), line.get(m, "word", WordItem)
    if series is None or (word is not None and word.word not in table("phrases")["gatherings"]):
        return None
    place, time = line.get(m, "place", PlaceItem), line.get(m, "time", TimeItem)
    if place is not None and place.belonging:
        return None
    window = time.window if time is not None else None
    where = place.place if place is not None else None
    occasion = calendar.occasion(series.series, where, window)
    if occasion is not None:
        return GatheringItem(occasion, None, where, window)
    return GatheringItem(None, series.series, where, window)


def _joined_settings(line: Line, m: re.Match[str], _c: Calendar, _d: date) -> Item | None:
    found = [item.settings for _, item in line.all(SettingItem, m.start(), m.end())]
    return SettingItem(frozenset().union(*found))


def _joined_modes(line: Line, m: re.Match[str], _c: Calendar, _d: date) -> Item | None:
    found = [item.modes for _, item in line.all(ModeItem, m.start(), m.end())]
    return ModeItem(frozenset().union(*found))


def _host(line: Line, m: re.Match[str], _c: Calendar, _d: date) -> Item | None:
    who, word = line.get(m, "who", PartyItem), line.get(m, "word", WordItem)
    if word is None or word.word != "hosted":
        return None
    return HostItem(who.parties[0] if who is not None and len(who.parties) == 1 else None)


def _about(line: Line, m: re.Match[str], calendar: Calendar, _: date) -> Item | None:
    topic, place = line.get(m, "topic", TopicItem), line.get(m, "topic", PlaceItem)
    named = topic.topic if topic is not None else calendar.topic_of(place.place) if place else None
    return None if named is None else AboutItem(named)


# --- holders of an office ------------------------------------------------------------------------


def _holder(item: OfficeItem | None) -> Holder | None:
    return Holder(next(iter(item.offices))) if item is not None and len(item.offices) == 1 else None


def _any_holder(line: Line, m: re.Match[str], _c: Calendar, _d: date) -> Item | None:
    item = line.get(m, "office", OfficeItem)
    holder = _holder(item)
    if item is None or holder is None or item.plural != (m["one"] is None):
        return None
    return PartyItem((holder,), "Smith")


def _each(line: Line, m: re.Match[str], _c: Calendar, _d: date) -> Item | None:
    among = _holder(line.get(m, "office", OfficeItem))
    first = "since" if m["since"] is not None else "from"
    ends = [people(line.get(m, end, PartyItem)) for end in (first, "until")]
    named = [m[first] is not None, m["until"] is not None]
    but = line.every(m, "but", PartyItem)
    if among is None or any(name and len(end) != 1 for name, end in zip(named, ends, strict=True)):
        return PartyItem((None,), "Smith")
    since, until = (end[0] if end else None for end in ends)
    return RosterItem(among, EachOf(since, until, frozenset(p for b in but for p in people(b))))


def _none_of(line: Line, m: re.Match[str], _c: Calendar, _d: date) -> Item | None:
    among = _holder(line.get(m, "office", OfficeItem))
    return PartyItem((None,), "Smith") if among is None else RosterItem(among, None)


def _first_of(line: Line, m: re.Match[str], _c: Calendar, _d: date) -> Item | None:
    among, who = _holder(line.get(m, "office", OfficeItem)), people(line.get(m, "who", PartyItem))
    ordinal = line.get(m, "nth", OrdinalItem)
    if among is None or len(who) != 1 or ordinal is None or ordinal.position != 1:
        return PartyItem((None,), "Smith")
    return RosterItem(among, FirstOf(who[0]))


def _only_of(line: Line, m: re.Match[str], _c: Calendar, _d: date) -> Item | None:
    among = _holder(line.get(m, "office", OfficeItem))
    who = [p for item in line.every(m, "who", PartyItem) for p in people(item)]
    if among is None or bool(who) != (m["who"] is not None):
        return PartyItem((None,), "Smith")
    return RosterItem(among, NoneBut(frozenset(who)))


def _not_one(line: Line, m: re.Match[str], _c: Calendar, _d: date) -> Item | None:
    among = _holder(line.get(m, "office", OfficeItem))
    return None if among is None else RosterItem(among, SoMany(Bounds.exactly(0)))


def _so_many(line: Line, m: re.Match[str], _c: Calendar, _d: date) -> Item | None:
    among = _holder(line.get(m, "office", OfficeItem))
    number = line.get(m, "number", NumberItem)
    if among is None or number is None or number.times:
        return None
    return RosterItem(among, SoMany(number.bounds))


# --- capacities ----------------------------------------------------------------------------------


def _both_in_office(_l: Line, _m: re.Match[str], _c: Calendar, _d: date) -> Item | None:
    return CapacityItem(both=IN_OFFICE)


def _one_in_office(line: Line, m: re.Match[str], _c: Calendar, _d: date) -> Item | None:
    who = people(line.get(m, "who", PartyItem))
    return CapacityItem(each=((who[0], IN_OFFICE),)) if len(who) == 1 else None


_WAS: Final = r"{Party} was (?:the )?(?:{Office}|{Title})(?: or (?:the )?(?:{Office}|{Title}))*"


def _in_offices(line: Line, m: re.Match[str], calendar: Calendar, _: date) -> Item | None:
    each: list[tuple[PersonId, Capacity]] = []
    for part in form(_WAS).finditer(line.text, m.start(), m.end()):
        who = people(next((i for _, i in line.all(PartyItem, part.start(), part.end())), None))
        if len(who) != 1:
            return None
        offices: set[OfficeId] = set()
        for _place, item in line.all(OfficeItem, part.start(), part.end()):
            fit = (
                item.offices if len(item.offices) == 1 else item.offices & calendar.offices(who[0])
            )
            offices |= fit if len(fit) == 1 else frozenset()
        for _place, title in line.all(TitleItem, part.start(), part.end()):
            office = calendar.office_of(who[0], title.title)
            offices |= {office} if office is not None else set()
        if not offices:
            return None
        each.append((who[0], Capacity(frozenset(offices))))
    return CapacityItem(each=tuple(each))


def _as_title(line: Line, m: re.Match[str], _c: Calendar, _d: date) -> Item | None:
    title = line.get(m, "title", TitleItem)
    return None if title is None else CapacityItem(title=title.title, plural=title.plural)


# --- anchors -------------------------------------------------------------------------------------


def _since_landmark(line: Line, m: re.Match[str], calendar: Calendar, _: date) -> Item | None:
    item, time = line.get(m, "landmark", LandmarkItem), line.get(m, "time", TimeItem)
    if item is None:
        return None
    landmark = calendar.landmark(item.landmarks, time.window if time is not None else None)
    return AnchorItem(None if landmark is None else SinceLandmark(landmark))


def _since_tenure(line: Line, m: re.Match[str], calendar: Calendar, _: date) -> Item | None:
    who = people(line.get(m, "who", PartyItem))
    office, title = line.get(m, "office", OfficeItem), line.get(m, "office", TitleItem)
    if len(who) != 1:
        return AnchorItem(None)
    if office is not None and len(office.offices) == 1:
        return AnchorItem(SinceTenure(who[0], next(iter(office.offices))))
    held = calendar.office_of(who[0], title.title) if title is not None else None
    return AnchorItem(None if held is None else SinceTenure(who[0], held))


def _since_event(line: Line, m: re.Match[str], calendar: Calendar, _: date) -> Item | None:
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
    for item in sorted(line.items[m.start() : m.end()], key=lambda i: isinstance(i, SeriesItem)):
        tail.add(item, calendar)
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


def _since_days(line: Line, m: re.Match[str], _c: Calendar, _d: date) -> Item | None:
    time = line.get(m, "time", TimeItem)
    return AnchorItem(
        SinceDays(time.window) if time is not None and time.window is not None else None
    )


def _since_unknown(_l: Line, _m: re.Match[str], _c: Calendar, _d: date) -> Item | None:
    return AnchorItem(None)


# --- the table -----------------------------------------------------------------------------------

_LIST: Final = r"{Party}(?:, {Party})*(?:,? and {Party})?"
_WHERE: Final = r"(?:,? (?:(?:in|at|to|on|during|of|near|for) (?:the |an? )?)?(?:{Place}|{Time}|{Gathering}|{Mode}|{Setting}))*"


@cache
def _table() -> tuple[tuple[re.Pattern[str], _Maker], ...]:
    gathering = rf"(?:(?:{_any('gatherings')})\b|(?P<word>{{Word}}))"
    terms, takes, parts = (
        _any("terms"),
        _any("takes"),
        "|".join(map(re.escape, table("calendar")["parts"])),
    )
    return (
        (
            form(rf"(?:the )?(?P<part>{parts}) (?P<who>{{Party}})(?:'s)? (?P<term>{terms})\b"),
            _part_of_term,
        ),
        (
            form(
                rf"(?:(?<=during )|(?<=in )|(?<=throughout ))(?P<who>{{Party}})(?:'s)? (?:(?P<nth>{{Ordinal}}) )?(?P<term>{terms})\b"
            ),
            _whole_term,
        ),
        (form(r"{Time}(?:, {Time})*,? and {Time}"), _times),
        (form(r"for (?:the|an?) (?:very )?(?P<nth>{Ordinal}) time"), _for_the_nth_time),
        (form(r"{Setting}(?:(?:,|,? or) {Setting})+"), _joined_settings),
        (form(r"{Mode}(?:(?:,|,? or) {Mode})+"), _joined_modes),
        (
            form(
                rf"(?:(?P<time>{{Time}}) )?(?P<series>{{Series}}) {gathering}(?: in (?P<place>{{Place}}))?"
            ),
            _gathering,
        ),
        (
            form(
                rf"(?:(?<=the )|(?<=an )|(?<=a ))(?P<place>{{Place}}) (?P<series>{{Series}})(?: {gathering})?"
            ),
            _gathering,
        ),
        (form(r"(?P<series>{Series})(?=,? (?:and|or) {Gathering})"), _gathering),
        (
            form(r"(?:(?<=at the )|(?<=during the )|(?<=of the ))(?P<series>{Series})(?! {Word})"),
            _gathering,
        ),
        (form(r",? (?P<word>{Word}) by (?P<who>{Party}),?"), _host),
        (form(r"(?:to {Word} about|to discuss|about) (?:the )?(?P<topic>{Topic|Place})"), _about),
        (form(r"(?<!office)(?<!office ),? as (?:sitting )?(?P<title>{Title})"), _as_title),
        (
            form(
                r",? (?:while|when) (?:they |the two )?(?:(?:were )?both (?:of them )?(?:men )?(?:were )?|{Party} (?:were )?(?:both )?(?:were )?)"
                r"(?:still )?in office"
            ),
            _both_in_office,
        ),
        (form(r",? while (?P<who>{Party}) was in office"), _one_in_office),
        (form(rf",? while {_WAS}(?: and {_WAS})*"), _in_offices),
        (
            form(
                r"(?P<quantifier>every|each|all)(?: of)?(?: the)? (?:(?:sitting|serving|single) )?(?P<office>{Office})"
                r"(?:,? (?:since (?P<since>{Party})|from (?P<from>{Party})))?"
                r"(?: (?:up to|until|through|to) (?P<until>{Party}))?"
                rf"(?:,? except(?: for)? (?P<but>{_LIST}))?"
            ),
            _each,
        ),
        (
            form(
                rf"since (?P<who>{{Party}}) (?:{takes}) (?:the |an? )?(?P<office>{{Office|Title}})"
            ),
            _since_tenure,
        ),
        (
            form(
                r"since (?:the )?(?:(?P<time>{Time}) )?(?:{Party|Place}(?:'s)? )?(?:full-scale )?(?P<landmark>{Landmark})"
            ),
            _since_landmark,
        ),
        (
            form(
                rf"since (?P<who>{{Party}})(?:'s)? (?:(?P<nth>{{Ordinal}}) )?(?:{{Time|Series|Gathering|Place|Setting|Mode}} )*(?P<word>{{Word}}){_WHERE}"
            ),
            _since_event,
        ),
        (
            form(
                rf"since the (?:(?P<nth>{{Ordinal}}) )?(?:{{Mode|Setting}} )*(?P<word>{{Word}})(?: to (?:the )?{{Place}})? "
                rf"(?:of|between|by) (?P<who>{{Party}}(?: and {{Party}})?){_WHERE}"
            ),
            _since_event,
        ),
        (form(r"no (?:(?:sitting|serving|other) )?(?P<office>{Office})"), _none_of),
        (
            form(
                r"(?P<who>{Party})(?:,? who)? (?:was|became|is) (?:also )?the (?P<nth>{Ordinal}) (?:(?:sitting|serving) )?"
                r"(?P<office>{Office}) (?:ever )?to(?= {Word})"
            ),
            _first_of,
        ),
        (form(rf"of the (?P<office>{{Office}}),? (?:only (?P<who>{_LIST})|none)"), _only_of),
        (form(r"not one (?P<office>{Office})"), _not_one),
        (form(r"(?P<number>{Number}) (?P<office>{Office})"), _so_many),
        (form(r"(?P<one>an?) (?:sitting )?(?P<office>{Office})"), _any_holder),
        (
            form(r"(?:^|(?<=and )|(?<=of )|(?<=with )|(?<=met ))(?P<office>{Office})(?P<one>x)?"),
            _any_holder,
        ),
        (form(r"since (?:the time )?(?P<time>{Time})"), _since_days),
        (form(r"since\b(?! (?:been|had|met))"), _since_unknown),
    )
