"""Claims about who held which office when: forms over lines."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from summitry.lexicon.tables import table
from summitry.model.claims import (
    Claim,
    Elected,
    Held,
    Quote,
    SomeDay,
    Spell,
    Throughout,
    TimeInOffice,
)
from summitry.model.people import OfficeId, PersonId
from summitry.model.when import Window
from summitry.reading.mentions.calendar import Calendar
from summitry.reading.mentions.items import (
    OfficeItem,
    PartyItem,
    PlaceItem,
    TimeItem,
    TitleItem,
)
from summitry.reading.mentions.line import Line, form
from summitry.reading.mentions.scene import people

_NEXT: Final = r"(?:, |,? and (?:again )?)(?:(?:in|on) )?{Time}"
_OTHER: Final = (
    r"(?:,|,? and|,? or|,? but) (?:(?:again|also|later|not|then) )?(?:(?:in|on) )?{Time}"
)
_TIMES: Final = (
    rf"(?P<time>{{Time}}(?:(?:{_NEXT})+(?=[.,;:)]|$| (?:and|as|by|for|over|to|with)\b))?)"
    rf"(?!{_OTHER})"
)
"""A time, or a list of times of each of which the same is said."""
_OFFICE: Final = (
    r"(?:the |an? )?(?:(?P<acting>acting) |(?P<full>full) )?(?:(?P<land>{Place})(?:'s)? )?"
    r"(?P<office>{Office|Title})"
)
_WAS: Final = r"(?:was|served as|ruled as|was in office as)"


@cache
def _forms() -> tuple[tuple[re.Pattern[str], str], ...]:
    takes = "|".join(map(re.escape, table("phrases")["takes"]))
    leaves = "|".join(map(re.escape, table("phrases")["leaves"]))
    enters = "|".join(map(re.escape, table("phrases")["enters_on"]))
    quits = "|".join(map(re.escape, table("phrases")["leaves_on"]))
    who = r"(?P<who>{Party})(?:,? who)?"
    at = rf"(?:at some time )?(?:(?:in|on) )?{_TIMES}"
    return (
        (form(rf"{who} (?:{takes}) {_OFFICE} {at}"), "began"),
        (form(rf"{who} (?:{leaves}) {_OFFICE} {at}"), "ended"),
        (form(rf"{who} was (?:re-)?elected {_OFFICE} {at}"), "elected"),
        (form(rf"{who} was (?P<enters>(?:re-?)?elected) (?:on |in ){_TIMES}"), "elected"),
        (form(rf"{who} was {_OFFICE} throughout (?:the time )?{_TIMES}"), "throughout"),
        (form(rf"{who} was {_OFFICE} at some time (?:in )?{_TIMES}"), "some day"),
        (form(rf"{who} {_WAS} {_OFFICE} (?:(?:in|on) )?{_TIMES}"), "was"),
        (
            form(rf"^(?:In|On|By) {_TIMES},? (?P<who>{{Party}}) {_WAS} (?:still )?{_OFFICE}"),
            "some day",
        ),
        (
            form(
                r"^(?P<who>{Party}) ?\((?P<office>{Office|Title}),? (?:from )?(?P<time>{Time})"
                r"(?:[,;] (?P<again>re-elected(?: in)? (?P<later>{Time})))?\)"
            ),
            "spell",
        ),
        (form(rf"{who},? {_OFFICE} (?P<time>{{Time}})"), "spell"),
        (form(rf"{who},?(?: was)? (?P<enters>{enters}) {at}"), "began"),
        (form(rf"{who},?(?: then| finally| formally)? (?P<quits>{quits}) {at}"), "ended"),
    )


def held(line: Line) -> bool:
    """Whether some form speaks of holding an office in the line."""
    return any(pattern.search(line.text) for pattern, _ in _forms())


def read_offices(line: Line, calendar: Calendar, text: str) -> tuple[Claim, ...]:
    """The claims of holding an office that a line makes; ``text`` is the document's."""
    found: list[Claim] = []
    taken: list[tuple[int, int]] = []
    for pattern, kind in _forms():
        for m in pattern.finditer(line.text):
            if any(m.start() < end and start < m.end() for start, end in taken):
                continue
            claims = _claims(line, m, kind, calendar, text)
            if claims:
                taken.append(m.span())
                found.extend(claims)
    return tuple(found)


def _claims(line: Line, m: re.Match[str], kind: str, calendar: Calendar, text: str) -> list[Claim]:
    who = people(line.get(m, "who", PartyItem))
    if len(who) != 1 or _unreal(line, m):
        return []
    office = _office(line, m, who[0], calendar)
    times = _times(line, m, "time", kind)
    if m.groupdict().get("again"):
        times += _times(line, m, "later", "elected")
    start, end = line.place(m.start(), m.end())
    if office is None:
        return []
    acting = True if m.groupdict().get("acting") else False if m.groupdict().get("full") else None
    return [
        Held(
            person=who[0],
            office=office,
            time=time,
            acting=acting,
            quote=Quote(text[start:end], start, end),
        )
        for time in times
    ]


_DOUBT: Final = re.compile(r"\b(?:if|not|never|would|will|until|before)\s+$", re.IGNORECASE)


def _unreal(line: Line, m: re.Match[str]) -> bool:
    return _DOUBT.search(line.text[: m.start()]) is not None


def _office(line: Line, m: re.Match[str], person: PersonId, calendar: Calendar) -> OfficeId | None:
    if "office" not in m.groupdict():
        turn = "quits" if "quits" in m.groupdict() else "enters"
        table_of = table("phrases")["leaves_on" if turn == "quits" else "enters_on"]
        title_of = table_of[m[turn].lower().replace("re-", "").replace("reel", "el")]
        return calendar.office_of(person, title_of) if title_of else calendar.office_led(person)
    office, title = line.get(m, "office", OfficeItem), line.get(m, "office", TitleItem)
    if title is not None:
        land = line.get(m, "land", PlaceItem)
        held = calendar.office_of(person, title.title)
        own = land is None or held in calendar.offices_of(land.place, title.title)
        return held if own else None
    if office is None:
        return None
    if m.groupdict().get("land") is not None:
        return None
    if len(office.offices) == 1:
        return next(iter(office.offices))
    fit = office.offices & calendar.offices(person)
    return next(iter(fit)) if len(fit) == 1 else None


def _times(line: Line, m: re.Match[str], group: str, kind: str) -> list[TimeInOffice]:
    """What is said of each time; nothing where one of them can't be told."""
    found = [
        _of_kind(kind, item.window, item.ends) if item.window is not None else None
        for item in line.every(m, group, TimeItem)
    ]
    known = [time for time in found if time is not None]
    return known if len(known) == len(found) else []


def _of_kind(
    kind: str, window: Window, ends: tuple[Window | None, Window | None] | None
) -> TimeInOffice | None:
    match kind:
        case "began":
            return Spell(began=window)
        case "ended":
            return Spell(ended=window)
        case "elected":
            return Elected(window)
        case "throughout":
            return Throughout(window)
        case "some day":
            return SomeDay(window)
        case "was" if ends is None:
            return SomeDay(window)
        case "was" | "spell" if ends is not None and ends != (None, None):
            return Spell(*ends)
        case _:
            return None
