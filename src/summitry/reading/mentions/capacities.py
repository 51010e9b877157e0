"""In what capacity people took part: "while both were in office", "as president"."""

from __future__ import annotations

import re
from typing import Final

from summitry.lexicon.tables import table
from summitry.model.people import OfficeId, PersonId
from summitry.model.selection import IN_OFFICE, Capacity
from summitry.reading.mentions.items import (
    CapacityItem,
    Item,
    OfficeItem,
    PartyItem,
    TitleItem,
)
from summitry.reading.mentions.line import Line, form
from summitry.reading.mentions.scene import Scene, people


def both_in_office(line: Line, m: re.Match[str], _scene: Scene) -> Item | None:
    """Of "While both were in office"; of "the only presidents to, while they were" theirs alone."""
    they = any(item.word == "they" for _, item in line.all(PartyItem, m.start(), m.end()))
    if they and any(item.plural for _, item in line.all(OfficeItem, 0, m.start())):
        return CapacityItem()
    return CapacityItem(both=IN_OFFICE)


def one_in_office(line: Line, m: re.Match[str], scene: Scene) -> Item | None:
    """Of "While Biden was in office"."""
    who = people(line.get(m, "who", PartyItem))
    return (
        CapacityItem(each=((who[0], scene.calendar.in_office(who[0])),)) if len(who) == 1 else None
    )


def in_office(_l: Line, _m: re.Match[str], _scene: Scene) -> Item | None:
    """Of "While in office"."""
    return CapacityItem(first=True)


WAS: Final = r"{Party} was (?:the )?(?:{Office}|{Title})(?: or (?:the )?(?:{Office}|{Title}))*"


def in_offices(line: Line, m: re.Match[str], scene: Scene) -> Item | None:
    """Of "While Biden was president and Putin was prime minister"."""
    each: list[tuple[PersonId, Capacity]] = []
    for part in form(WAS).finditer(line.text, m.start(), m.end()):
        who = people(next((i for _, i in line.all(PartyItem, part.start(), part.end())), None))
        if len(who) != 1:
            return None
        offices: set[OfficeId] = set()
        for _place, item in line.all(OfficeItem, part.start(), part.end()):
            fit = (
                item.offices
                if len(item.offices) == 1
                else item.offices & scene.calendar.offices(who[0])
            )
            offices |= fit if len(fit) == 1 else frozenset()
        for _place, title in line.all(TitleItem, part.start(), part.end()):
            office = scene.calendar.office_of(who[0], title.title)
            offices |= {office} if office is not None else set()
        if not offices:
            return None
        each.append((who[0], Capacity(frozenset(offices))))
    return CapacityItem(each=tuple(each))


def both_holding(_line: Line, m: re.Match[str], _scene: Scene) -> Item | None:
    """Of "while holding the presidency", each of an office of its title."""
    title = table("phrases")["terms"].get(m["term"].lower(), "president")
    return CapacityItem(title=title, plural=True) if title else None


def both_titled(line: Line, m: re.Match[str], _scene: Scene) -> Item | None:
    """Of "While both were presidents", each of an office of this title."""
    title = line.get(m, "title", TitleItem)
    return None if title is None else CapacityItem(title=title.title, plural=True)


def as_office(line: Line, m: re.Match[str], scene: Scene) -> Item | None:
    """Of "as Russian president": of the one who took part and has held the office."""
    office = line.get(m, "office", OfficeItem)
    if office is None:
        return None
    named = dict.fromkeys(p for _, item in line.all(PartyItem) for p in people(item))
    fits = [(who, office.offices & scene.calendar.offices(who)) for who in named]
    held = [(who, offices) for who, offices in fits if len(offices) == 1]
    return CapacityItem(each=((held[0][0], Capacity(held[0][1])),)) if len(held) == 1 else None


def as_titled(line: Line, m: re.Match[str], _scene: Scene) -> Item | None:
    """Of "As president Clinton went to Russia": in that office, whose title seems his own."""
    item = next((one for _, one in line.all(PartyItem, m.end())), None)
    who = people(item)
    if item is None or item.titled is None or len(who) != 1:
        return None
    return CapacityItem(each=((who[0], Capacity(frozenset((item.titled,)))),))


def as_title(line: Line, m: re.Match[str], _scene: Scene) -> Item | None:
    """Of "As president", of whoever took part."""
    title = line.get(m, "title", TitleItem)
    return None if title is None else CapacityItem(title=title.title, plural=title.plural)
