"""iCalendar (RFC 5545): an all-day entry an event.

A calendar knows no uncertain day. An event whose days are not exactly known is shown over all the
days that it may have touched, as tentative, with the uncertainty in its title and description; one
without such bounds is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from summitry.model.edtf import write
from summitry.model.events import Event, Status
from summitry.telling import dates
from summitry.telling.event import describe
from summitry.telling.exports import said, where
from summitry.telling.exports.exported import Exported, Written, counted
from summitry.telling.exports.known import bounds, is_exact
from summitry.telling.voice import Voice

_MOST_OCTETS: Final = 75
_STATUS: Final = {
    Status.HELD: "CONFIRMED",
    Status.PLANNED: "TENTATIVE",
    Status.CANCELLED: "CANCELLED",
    Status.DENIED: "CANCELLED",
    Status.DISPUTED: "TENTATIVE",
}
_ESCAPED: Final = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


def ics(exported: Exported) -> Written:
    """A calendar of the events. The same events give the same bytes, with the same UIDs."""
    dated = [(event, days) for event in exported.events if (days := bounds(event.when))]
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//summitry//summitry//EN",
        "CALSCALE:GREGORIAN",
        f"NAME:{_text(exported.basis.title)}",
        f"X-WR-CALNAME:{_text(exported.basis.title)}",
        f"DESCRIPTION:{_text(exported.basis.label)}",
        *(line for event, days in dated for line in _entry(event, days, exported)),
        "END:VCALENDAR",
    ]
    undated = ["no first or no last day is known" for e in exported.events if not bounds(e.when)]
    text = "".join(f"{part}\r\n" for line in lines for part in _folded(line))
    return Written(text=text, left_out=counted(undated))


def _entry(event: Event, days: tuple[date, date], exported: Exported) -> Iterator[str]:
    voice, names = Voice(exported.names), exported.names
    exact = is_exact(event.when)
    first, last = days
    title = said.headline(event, voice)
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(f'{event.kind.value}-{event.id}@{exported.record}.summitry')}"
    yield f"DTSTAMP:{_stamp(event, first, exported):%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{first:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{last + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(title if exact else f'{title} ({dates.moment(event.when)})')}"
    yield f"DESCRIPTION:{_text(_description(event, exported))}"
    yield f"STATUS:{_STATUS[event.status] if exact else _unsure(event.status)}"
    yield "TRANSP:TRANSPARENT"
    if address := where.address(event, names):
        yield f"LOCATION:{_text(address)}"
    if point := where.point(event, names):
        yield f"GEO:{point.latitude};{point.longitude}"
    yield f"CATEGORIES:{','.join(_text(one) for one in _categories(event, voice))}"
    if urls := said.addresses(event, exported):
        yield f"URL:{urls[0]}"
    yield f"X-EDTF;VALUE=TEXT:{_text(write(event.when))}"
    yield "END:VEVENT"


def _unsure(status: Status) -> str:
    return "TENTATIVE" if status is Status.HELD else _STATUS[status]


def _stamp(event: Event, first: date, exported: Exported) -> date:
    """The day from which the entry is as it is: when its sources were last seen or published."""
    seen = [one.seen or one.published for one in exported.cited(event)]
    ends = [moment.outer.latest for moment in seen if moment is not None]
    return max((end for end in ends if end is not None), default=first)


def _description(event: Event, exported: Exported) -> str:
    told = [describe(event, exported.names), said.caveat(event), event.note]
    sources = [" ".join(filter(None, line)) for line in said.source_lines(event, exported)]
    listed = ["Sources:", *(f"- {line}" for line in sources)] if sources else []
    return "\n".join([*filter(None, told), *listed, exported.basis.label])


def _categories(event: Event, voice: Voice) -> list[str]:
    kinds = said.kinds(event)
    return [event.kind.value, *(kinds if len(kinds) == 1 else ()), *said.topics(event, voice)]


def _text(text: str) -> str:
    return text.translate(_ESCAPED)


def _folded(line: str) -> Iterator[str]:
    """The line in pieces of at most 75 octets, each after the first with a blank before it."""
    piece = ""
    for letter in line:
        if len((piece + letter).encode()) > _MOST_OCTETS:
            yield piece
            piece = " "
        piece += letter
    yield piece
