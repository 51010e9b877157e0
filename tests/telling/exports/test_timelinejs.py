from __future__ import annotations

import json
import re
from datetime import date
from html.parser import HTMLParser
from typing import Any, Final

import jsonschema

from summitry.telling.exports.exported import Exported
from summitry.telling.exports.known import bounds
from summitry.telling.exports.timelinejs import timelinejs
from tests.telling.exports.selections import bundled, odd

# The documented format (https://timeline.knightlab.com/docs/json-format.html), as far as it is
# used; TimelineJS passes over what it doesn't know in silence, so nothing else is allowed here.
DATE: Final = {
    "type": "object",
    "properties": {
        "year": {"type": "integer"},
        "month": {"type": "integer", "minimum": 1, "maximum": 12},
        "day": {"type": "integer", "minimum": 1, "maximum": 31},
    },
    "required": ["year"],
    "dependentRequired": {"day": ["month"]},
    "additionalProperties": False,
}
TEXT: Final = {
    "type": "object",
    "properties": {"headline": {"type": "string", "minLength": 1}, "text": {"type": "string"}},
    "required": ["headline"],
    "additionalProperties": False,
}
COMMON: Final = {
    "unique_id": {"type": "string", "minLength": 1},
    "text": TEXT,
    "autolink": {"type": "boolean"},
}
SCHEMA: Final = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "properties": {
        "title": {"type": "object", "properties": COMMON, "additionalProperties": False},
        "events": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    **COMMON,
                    "start_date": DATE,
                    "end_date": DATE,
                    "display_date": {"type": "string", "minLength": 1},
                    "group": {"type": "string"},
                },
                "required": ["start_date", "text", "unique_id"],
                "additionalProperties": False,
            },
        },
    },
    "required": ["events"],
    "additionalProperties": False,
}


def slides(exported: Exported) -> dict[str, Any]:
    timeline = json.loads(timelinejs(exported).text)
    jsonschema.Draft202012Validator(SCHEMA).validate(timeline)
    found = {slide["unique_id"]: slide for slide in timeline["events"]}
    assert len(found) == len(timeline["events"])
    return found


def first_of(parts: dict[str, int]) -> date:
    """The day for which TimelineJS takes a date."""
    return date(parts["year"], parts.get("month", 1), parts.get("day", 1))


def test_every_event_with_bounds_is_a_slide() -> None:
    for exported in (bundled(), odd()):
        dated = [event for event in exported.events if bounds(event.when)]
        assert list(slides(exported)) == [f"{event.kind.value}-{event.id}" for event in dated]
    assert timelinejs(odd()).lacks == ("left out 1 event: no first or no last day is known",)


def test_no_date_is_finer_than_it_is_known() -> None:
    found = slides(odd())
    dates = {id: (slide["start_date"], slide.get("end_date")) for id, slide in found.items()}
    assert dates["encounter-on-a-day"] == ({"year": 2001, "month": 6, "day": 16}, None)
    assert dates["encounter-in-a-month"] == ({"year": 2001, "month": 6}, None)
    assert dates["encounter-in-a-year"] == ({"year": 2002}, None)
    assert dates["encounter-over-new-year"] == ({"year": 2002}, {"year": 2003})
    assert dates["encounter-end-not-sure"] == ({"year": 2003, "month": 3, "day": 9}, None)
    told = found["encounter-end-not-sure"]["display_date"]
    assert told == "From 9 March 2003 to a day between 10 and 11 March 2003"


def test_no_slide_ends_before_it_starts() -> None:
    for slide in (*slides(bundled()).values(), *slides(odd()).values()):
        if "end_date" in slide:
            assert first_of(slide["start_date"]) < first_of(slide["end_date"])


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.seen.add(tag)
        assert all(re.match("https?://", value or "") for name, value in attrs if name == "href")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def test_texts_are_whole_html_and_what_the_record_says_stays_text() -> None:
    for slide in (*slides(bundled()).values(), *slides(odd()).values()):
        tags = _Tags()
        tags.feed(slide["text"]["text"])
        tags.close()
        assert tags.open == []
        assert tags.seen <= {"p", "a"}
    tags = _Tags()
    tags.feed(slides(odd())["encounter-on-a-day"]["text"]["text"])
    assert "<b>&amp;</b>" in tags.text
