"""iCalendar (RFC 5545): an all-day entry an event.

A calendar knows no uncertain day. An event whose days are not exactly known is shown over all the
days that it may have touched, as tentative, with the uncertainty in its title and description; one
without such bounds is left out.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from summitry.model.edtf import write
from summitry.model.events import Event, Status
from summitry.telling import dates
from summitry.telling.event import describe
from summitry.telling.exports import said, where
from summitry.telling.exports.exported import Exported, Written, left_out
from summitry.telling.exports.known import bounds, is_exact
from summitry.telling.voice import Voice

if TYPE_CHECKING:
    from icalendar import Event as Entry

_STATUS: Final = {
    Status.HELD: "CONFIRMED",
    Status.PLANNED: "TENTATIVE",
    Status.CANCELLED: "CANCELLED",
    Status.DENIED: "CANCELLED",
    Status.DISPUTED: "TENTATIVE",
}


def ics(exported: Exported) -> Written:
    """A calendar of the events. The same events give the same bytes, with the same UIDs."""
    # Only this format needs the library, which takes long to load.
    from icalendar import Calendar  # noqa: PLC0415

    calendar = Calendar()
    for name, value in (
        ("version", "2.0"),
        ("prodid", "-//summitry//summitry//EN"),
        ("calscale", "GREGORIAN"),
        ("name", exported.basis.title),
        ("x-wr-calname", exported.basis.title),
        ("description", exported.basis.label),
    ):
        calendar.add(name, value)
    for event in exported.events:
        if days := bounds(event.when):
            calendar.add_component(_entry(event, days, exported))
    undated = ["no first or no last day is known" for e in exported.events if not bounds(e.when)]
    text = calendar.to_ical(sorted=False).decode()
    return Written(text=text, lacks=left_out(undated))


def _entry(event: Event, days: tuple[date, date], exported: Exported) -> Entry:
    import icalendar  # noqa: PLC0415 - as above

    voice, names = Voice(exported.names), exported.names
    exact = is_exact(event.when)
    first, last = days
    title = said.headline(event, voice)
    entry = icalendar.Event()
    entry.add("uid", f"{event.kind.value}-{event.id}@{exported.record}.summitry")
    entry.add("dtstamp", datetime.combine(_stamp(event, first, exported), time(), UTC))
    entry.add("dtstart", first)
    entry.add("dtend", last + timedelta(days=1))
    entry.add("summary", title if exact else f"{title} ({dates.moment(event.when)})")
    entry.add("description", _description(event, exported))
    entry.add("status", _STATUS[event.status] if exact else _unsure(event.status))
    entry.add("transp", "TRANSPARENT")
    if address := where.address(event, names):
        entry.add("location", address)
    if point := where.point(event, names):
        entry.add("geo", (point.latitude, point.longitude))
    entry.add("categories", _categories(event, voice))
    if urls := said.addresses(event, exported):
        entry.add("url", urls[0])
    entry.add("x-edtf", write(event.when))
    return entry


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
