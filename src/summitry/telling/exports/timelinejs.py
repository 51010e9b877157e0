"""TimelineJS 3's JSON (https://timeline.knightlab.com/docs/json-format.html): a slide an event."""

from __future__ import annotations

import json
from html import escape
from typing import Any, Final

from summitry.model.events import Event, Mode, Visit
from summitry.model.when import Stretch, When
from summitry.telling.event import describe
from summitry.telling.exports import said
from summitry.telling.exports.exported import Exported, Written, left_out
from summitry.telling.exports.known import Known, bounds, known
from summitry.telling.voice import Voice

Json = dict[str, Any]

_CALLS: Final = "Calls and letters"
_GROUPS: Final = {
    Mode.IN_PERSON: "Meetings",
    Mode.PHONE: _CALLS,
    Mode.VIDEO: _CALLS,
    Mode.LETTER: _CALLS,
}


def timelinejs(exported: Exported) -> Written:
    """A timeline; dates are as fine as they are known, and always told in words.

    A slide must have a year, so an event without a first or a last day is left out.
    """
    slides = [slide for event in exported.events if (slide := _slide(event, exported))]
    undated = ["no first or no last day is known"] * (len(exported.events) - len(slides))
    timeline = {
        "title": {
            "unique_id": "record",
            "text": {
                "headline": escape(exported.basis.title),
                "text": f"<p>{escape(exported.basis.label)}</p>",
            },
            "autolink": False,
        },
        "events": slides,
    }
    text = json.dumps(timeline, ensure_ascii=False, indent=1) + "\n"
    return Written(text=text, lacks=left_out(undated))


def _slide(event: Event, exported: Exported) -> Json | None:
    ends = _ends(event)
    if ends is None:
        return None
    start, end = ends
    return {
        "unique_id": f"{event.kind.value}-{event.id}",
        "start_date": _date(start),
        **({} if end is None else {"end_date": _date(end)}),
        "display_date": said.days(event),
        "group": "Visits" if isinstance(event, Visit) else _GROUPS[event.mode],
        "text": {
            "headline": escape(said.headline(event, Voice(exported.names))),
            "text": _text(event, exported),
        },
        "autolink": False,
    }


def _ends(event: Event) -> tuple[Known, Known | None] | None:
    """The start, and the end of what is longer than a day or has an uncertain year."""
    outer = bounds(event.when)
    if outer is None:
        return None
    first, last = outer
    match event.when:
        case When():
            start = known(event.when)
            return (Known(first.year), Known(last.year)) if start is None else (start, None)
        case Stretch(begun, ended):
            start = known(begun) or Known(first.year)
            end = (ended and known(ended)) or Known(last.year)
            # TimelineJS takes a month for its first day: an end must not come before the start.
            return start, end if end.first > start.first else None


def _date(known: Known) -> Json:
    parts = {"year": known.year, "month": known.month, "day": known.day}
    return {name: part for name, part in parts.items() if part is not None}


def _text(event: Event, exported: Exported) -> str:
    told = [describe(event, exported.names), said.caveat(event), event.note]
    paragraphs = [f"<p>{escape(one)}</p>" for one in told if one]
    sources = [_link(label, url) for label, url in said.source_lines(event, exported)]
    if sources:
        paragraphs.append(f"<p>Sources: {'; '.join(sources)}</p>")
    return "".join(paragraphs)


def _link(label: str, url: str) -> str:
    if not url.startswith(("https://", "http://")):
        return escape(label)
    return f'<a href="{escape(url)}">{escape(label)}</a>'
