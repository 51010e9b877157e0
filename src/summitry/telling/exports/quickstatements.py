"""QuickStatements, version 1 (https://www.wikidata.org/wiki/Help:QuickStatements).

Wikidata knows people and places by their items' numbers, which a record doesn't hold: a map gives
them. Only held meetings in person are told, and only those all of whose people have an item;
what else there is, is left out and said to be. A date is as fine as it is known, with the earliest
and latest day as qualifiers where they say more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from summitry.model.citations import SourceKind
from summitry.model.events import Encounter, Event, Mode, Status
from summitry.model.names import Names
from summitry.model.when import Stretch, When
from summitry.telling import dates
from summitry.telling.event import tenures_on
from summitry.telling.exports import said, where
from summitry.telling.exports.exported import Exported, Written, left_out
from summitry.telling.exports.known import Known, known
from summitry.telling.voice import Voice
from summitry.telling.words import spaced

Items = Mapping[tuple[str, str], str]
"""The numbers of Wikidata's items ("Q7747") by table and id ("people", "vladimir-putin")."""

_SUMMIT: Final = "Q1072326"
_MEETING: Final = "Q2761147"

_INSTANCE_OF: Final = "P31"
_POINT_IN_TIME: Final = "P585"
_START: Final = "P580"
_END: Final = "P582"
_EARLIEST: Final = "P1319"
_LATEST: Final = "P1326"
_LOCATION: Final = "P276"
_COUNTRY: Final = "P17"
_PARTICIPANT: Final = "P710"
_PART_OF: Final = "P361"
_SOURCE_URL: Final = "S854"

_DAY, _MONTH, _YEAR = 11, 10, 9
_LONGEST_LABEL: Final = 250


def quickstatements(exported: Exported, items: Items) -> Written:
    """Commands that make an item a meeting, or add to the item that the map has for it."""
    reasons = [(event, _why_not(event, items)) for event in exported.events]
    told = [event for event, reason in reasons if isinstance(event, Encounter) and not reason]
    lines = [line for event in told for line in _commands(event, exported, items)]
    return Written(
        text="".join(f"{line}\n" for line in lines),
        lacks=left_out(reason for _, reason in reasons if reason),
    )


def _why_not(event: Event, items: Items) -> str:
    if not isinstance(event, Encounter) or event.mode is not Mode.IN_PERSON:
        return "no meeting in person"
    if event.status is not Status.HELD:
        return event.status.value
    lacking = sorted(person for person in event.people if ("people", person) not in items)
    return f"no Wikidata item given for {', '.join(lacking)}" if lacking else ""


def _commands(event: Encounter, exported: Exported, items: Items) -> Iterator[str]:
    subject = items.get(("encounters", event.id), "LAST")
    # A data set's address leads to all of it: what leads to the one event goes before.
    sources = sorted(exported.cited(event), key=lambda one: one.kind is SourceKind.DATASET)
    urls = [one.url for one in sources if one.url]
    source = (_SOURCE_URL, _quoted(urls[0])) if urls else ()
    if subject == "LAST":
        yield "CREATE"
        yield _line("LAST", "Len", _quoted(_label(event, exported.names)))
    for statement in _statements(event, exported.names, items):
        yield _line(subject, *statement, *source)


def _label(event: Encounter, names: Names) -> str:
    """The item's name; as other meetings of the same people differ by their day, with it."""
    label = spaced(said.headline(event, Voice(names)), dates.moment(event.when))
    return label if len(label) <= _LONGEST_LABEL else f"{label[: _LONGEST_LABEL - 1]}…"


def _statements(event: Encounter, names: Names, items: Items) -> Iterator[tuple[str, ...]]:
    yield _INSTANCE_OF, _SUMMIT if _is_summit(event, names) else _MEETING
    yield from _times(event)
    yield from _places(event, names, items)
    for person in sorted(event.people):
        yield _PARTICIPANT, items["people", person]
    if event.occasion is not None and ("occasions", event.occasion) in items:
        yield _PART_OF, items["occasions", event.occasion]


def _is_summit(event: Encounter, names: Names) -> bool:
    """Whether all who met surely led their states or governments."""
    return all(
        any(
            names.offices[tenure.office].leads and event.when.touches(tenure.when.core).surely()
            for tenure in tenures_on(names, person, event.when)
        )
        for person in event.people
    )


def _places(event: Event, names: Names, items: Items) -> Iterator[tuple[str, str]]:
    """The smallest place that has an item, and the country."""
    around = list(where.chain(where.place_of(event), names))
    with_item = [place for place in around if ("places", place.id) in items]
    if not with_item:
        return
    if with_item[0].within is not None:
        yield _LOCATION, items["places", with_item[0].id]
    if with_item[-1].within is None:
        yield _COUNTRY, items["places", with_item[-1].id]


def _times(event: Event) -> Iterator[tuple[str, ...]]:
    match event.when:
        case When():
            yield (_POINT_IN_TIME, *_time(event.when))
        case Stretch(start, end):
            yield (_START, *_time(start))
            if end is not None:
                yield (_END, *_time(end))


def _time(when: When) -> Iterator[str]:
    """The time as fine as it is known, then the bounds of it where they are finer."""
    found = known(when)
    yield "somevalue" if found is None else _written(found)
    first, last = when.possible.earliest, when.possible.latest
    if found is not None and (first, last) == (found.first, found.last):
        return
    if first is not None:
        yield from (_EARLIEST, _written(_whole(first)))
    if last is not None:
        yield from (_LATEST, _written(_whole(last)))


def _whole(day: date) -> Known:
    return Known(day.year, day.month, day.day)


def _written(known: Known) -> str:
    precision = _DAY if known.day else _MONTH if known.month else _YEAR
    stated = f"+{known.year:04}-{known.month or 0:02}-{known.day or 0:02}"
    return f"{stated}T00:00:00Z/{precision}"


def _line(*parts: str) -> str:
    return "\t".join(parts)


def _quoted(text: str) -> str:
    """A string; QuickStatements knows no escape for a quotation mark, tab or line end within."""
    return f'"{" ".join(text.split()).replace(chr(34), chr(39))}"'
