"""The page of a list that can be narrowed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from math import ceil
from typing import Final

from summitry.desk.facets import facets
from summitry.desk.find import Wanted, finder_of, parties_of
from summitry.desk.pages.register import Register
from summitry.desk.paging import Order
from summitry.desk.resolve import resolve_occasion, resolve_place, resolve_topic
from summitry.model.names import Names
from summitry.model.problems import InputError, UnknownName
from summitry.model.selection import Holder
from summitry.telling.pages.browsing import Asked, BrowsingPage, Filter

ROWS: Final = 50
"""Events of a page."""


def browse_page(
    asked: Asked, wanted: Wanted, register: Register, *, order: Order, number: int
) -> BrowsingPage:
    """A page of the events wanted, with what narrows them; where they can't be had, why.

    ``asked`` is what the address says of them. Past the last page there is the last.
    """
    try:
        return _page(asked, wanted, register, order, number)
    except (InputError, UnknownName) as error:
        return BrowsingPage(ground=register.ground, asked=asked, problem=str(error))


def _page(
    asked: Asked, wanted: Wanted, register: Register, order: Order, number: int
) -> BrowsingPage:
    finder = finder_of(register.view)
    events = finder.events(wanted)
    pages = max(1, ceil(len(events) / ROWS))
    number = min(number, pages)
    first = (number - 1) * ROWS
    if order is Order.EARLIEST:
        part = events[first : first + ROWS]
    else:
        end = len(events) - first
        part = events[max(0, end - ROWS) : end][::-1]
    return BrowsingPage(
        ground=register.ground,
        asked=asked,
        events=part,
        total=len(events),
        number=number,
        pages=pages,
        first=first,
        filters=tuple(_filters(asked, wanted, register.names)),
        facets=facets(wanted, finder),
    )


def _filters(asked: Asked, wanted: Wanted, names: Names) -> Iterator[Filter]:
    """What is asked for, in words."""
    given = dict(asked)
    typed = [name for name in ("a", "b") if name in given]
    for parameter, party in zip(typed, parties_of(wanted, names), strict=True):
        row = (
            names.offices[party.office] if isinstance(party, Holder) else names.people[party.person]
        )
        yield Filter(parameters=(parameter,), value=given[parameter], says=row.name)
    if wanted.since is not None or wanted.until is not None:
        says = _span(wanted.since, wanted.until)
        yield Filter(parameters=("since", "until"), value="", says=says)
    if wanted.place is not None:
        says = resolve_place(wanted.place, names).name
        yield Filter(parameters=("place",), value=wanted.place, says=says)
    if wanted.occasion is not None:
        says = resolve_occasion(wanted.occasion, names).name
        yield Filter(parameters=("occasion",), value=wanted.occasion, says=says)
    if wanted.topic is not None:
        says = resolve_topic(wanted.topic, names).name
        yield Filter(parameters=("topic",), value=wanted.topic, says=f"On {says}")
    if wanted.kind is not None:
        kind = wanted.kind.value
        yield Filter(parameters=("kind",), value=kind, says=f"{kind}s".capitalize())
    several: dict[str, frozenset[StrEnum]] = {
        "mode": frozenset(wanted.modes),
        "setting": frozenset(wanted.settings),
        "status": frozenset(wanted.statuses if "status" in given else ()),
    }
    for name, values in several.items():
        for value in sorted(values):
            yield Filter(parameters=(name,), value=value, says=value.value.capitalize())


def _span(since: date | None, until: date | None) -> str:
    """Days from one to another, by years where they are whole ones."""
    first = _end(since, (1, 1))
    last = _end(until, (12, 31))
    if since is None:
        return f"Until {last}"
    if until is None:
        return f"Since {first}"
    if first == last:
        return first
    decade = first.isdigit() and last.isdigit() and int(last) - int(first) == 9
    return f"{first}s" if decade and first.endswith("0") else f"{first}–{last}"


def _end(day: date | None, whole: tuple[int, int]) -> str:
    if day is None:
        return ""
    return f"{day.year:04}" if (day.month, day.day) == whole else day.isoformat()
