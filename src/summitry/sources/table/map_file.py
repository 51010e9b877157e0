"""From a map's TOML to what it says, with every fault in it."""

from __future__ import annotations

import codecs
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, TypeVar

from summitry.model import edtf
from summitry.model.citations import Source, SourceKind
from summitry.model.days import Days
from summitry.model.events import Mode, Setting, Status
from summitry.model.names import fold
from summitry.model.people import PersonKind
from summitry.model.places import Place, PlaceKind, around
from summitry.model.problems import InputError
from summitry.record.cells import COUNTRY_CODE, MOMENT, Cell, one_of, some_of, word_of
from summitry.sources.table.dates import FORMATS, MONTHS, Dates, date_format
from summitry.sources.table.mapping import (
    DELIMITERS,
    FILE_MARK,
    Cast,
    Choice,
    Dating,
    Filter,
    Known,
    Map,
    MapError,
    NewPlaces,
    OfficeOf,
    Template,
)
from summitry.sources.table.sections import Section, pattern

T = TypeVar("T")

UTF_8: Final = "utf-8"
ACCEPTS_ID: Final = "small letters and digits in parts joined by '-'"

_TOML: Final = "texts in quotes, each key and [table] once, and [[participants]] for several"
"""What is amiss where TOML itself is, more often than anything else."""

_BRACES: Final = re.compile(r"\{[^{}]*\}")
_ID: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_DELIMITER: Final = replace(
    word_of(DELIMITERS), accepts=f"one of {' '.join(map(repr, DELIMITERS))}"
)


def read_map(path: Path) -> Map:
    """What the map in a file says; InputError if it can't be read, MapError if it has faults."""
    try:
        text = path.read_bytes().decode()
        entries = tomllib.loads(text)
    except OSError as error:
        raise InputError(f"can't read {str(path)!r}: {_reason(error)} (expected a map)") from None
    except UnicodeDecodeError as error:
        raise InputError(f"{str(path)!r} is not UTF-8: {error.reason} (expected TOML)") from None
    except tomllib.TOMLDecodeError as error:
        reason = str(error)[:1].lower() + str(error)[1:]
        raise InputError(f"{str(path)!r} is not TOML: {reason} (expected {_TOML})") from None
    return map_of(entries, str(path))


def map_of(entries: Mapping[str, Any], where: str) -> Map:
    """What the entries of a map say, from a file at this path; MapError if they have faults."""
    section = Section(where, "", entries, [])
    made = _map(section)
    section.done()
    if section.problems:
        raise MapError(tuple(section.problems))
    return made


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


# --- the parts of a map -----------------------------------------------------------------------
#
# Each part is made also where it is faulty: a map with any fault in it is never used.


def _map(section: Section) -> Map:
    places = tuple(map(_place, section.sections("places")))
    known = tuple(map(_known, section.sections("known")))
    _is_each_once(section, "known", (one.id for one in known))
    if _is_each_once(section, "places", (one.id for one in places)):
        _refer(section, places)
    event = section.part("event")
    place = _place_cell(place.id for place in places)
    made = Map(
        id=section.read("id", _id, ACCEPTS_ID, required=True) or "",
        source=_source(section.part("source")),
        encoding=section.read("encoding", _encoding, "an encoding, like utf-8 or cp1252") or UTF_8,
        delimiter=section.cell("delimiter", _DELIMITER) or ",",
        columns=_columns(section.part("columns")),
        skips=tuple(map(_filter, section.sections("skip"))),
        keeps=tuple(map(_filter, section.sections("keep"))),
        when=_dating(section.part("when")),
        casts=tuple(map(_cast(place), section.sections("participants"))),
        known=known,
        places=places,
        event=event.template("id"),
        mode=_choice(event, "mode", one_of(Mode), Mode.IN_PERSON),
        settings=_choice(event, "setting", some_of(Setting), frozenset()),
        status=_choice(event, "status", one_of(Status), Status.HELD),
        place=_choice(event, "place", place, ""),
        new_places=_new_places(event, place),
        note=event.template("note"),
        locator=event.template("locator"),
    )
    event.done()
    if not section.entries.get("participants"):
        section.fault("there are no participants", "expected [[participants]]")
    return made


def _source(section: Section) -> Source:
    made = Source(
        id=section.read("id", _id_of_source, f"{ACCEPTS_ID}, or {FILE_MARK}", required=True) or "",
        title=_marked(section, "title", required=True),
        publisher=section.text("publisher"),
        published=section.cell("published", MOMENT),
        url=_marked(section, "url"),
        kind=section.cell("kind", one_of(SourceKind)) or SourceKind.PRIMARY,
        seen=section.cell("seen", MOMENT),
    )
    section.done()
    return made


def _marked(section: Section, key: str, *, required: bool = False) -> str:
    """A text in which the file's name may stand, and nothing else in braces."""
    text = section.text(key, required=required)
    if not set(_BRACES.findall(text)) <= {FILE_MARK}:
        section.bad(key, text, f"text with no braces in it but {FILE_MARK}")
    return text


def _columns(section: Section) -> dict[str, tuple[str, ...]]:
    return {name: section.texts(name) for name in section.entries}


def _filter(section: Section) -> Filter:
    made = Filter(
        column=section.column("column"),
        matches=section.pattern("matches"),
        empty=section.flag("empty", default=False),
    )
    if (made.matches is None) is not made.empty:
        section.fault(
            "what the cell is like isn't said", 'expected matches = "..." or empty = true'
        )
    section.done()
    return made


def _dating(section: Section) -> Dating:
    months = section.texts("months") or MONTHS
    if len(months) != len(MONTHS):
        section.fault(f"months are {len(months)}", "expected the names of the twelve, in order")
        months = MONTHS
    formats = [
        section.made("formats", written, lambda text: date_format(text, months), FORMATS)
        for written in section.texts("formats", required=True)
    ]
    made = Dating(
        column=section.column("column"),
        until=section.template("until"),
        dates=Dates(
            formats=tuple(form for form in formats if form is not None),
            within=section.read("within", _days, "an EDTF interval, like 2023-01/2023-03"),
        ),
        undated=section.flag("undated", default=False),
    )
    if made.undated and not section.holds("within"):
        section.fault(
            "undated rows have no days", 'expected within, like within = "2023-01/2023-03"'
        )
    section.done()
    return made


def _cast(place: Cell) -> Callable[[Section], Cast]:
    def cast(section: Section) -> Cast:
        constant = section.text("constant")
        splits = section.texts("split")
        made = Cast(
            name=Template(constant) if constant else section.column("name"),
            constant=bool(constant),
            kind=section.cell("kind", one_of(PersonKind)) or PersonKind.HUMAN,
            humans=section.pattern("humans"),
            organisations=section.pattern("organisations"),
            key=section.template("key"),
            family=section.template("family"),
            splits=re.compile("|".join(map(re.escape, splits))) if splits else None,
            unsplit=section.pattern("unsplit"),
            removes=section.patterns("remove"),
            ignores=section.pattern("ignore"),
            capitals=section.flag("capitals", default=False),
            fill_down=section.flag("fill_down", default=False),
            required=section.flag("required", default=True),
            host=section.flag("host", default=False),
            office=_office(section, place),
        )
        section.done()
        return made

    return cast


def _office(section: Section, place: Cell) -> OfficeOf | None:
    office = section.section("office")
    if office is None:
        return None
    made = OfficeOf(
        title=office.column("title"),
        country=office.cell("country", place),
        leads=frozenset(map(fold, office.texts("leads"))),
        unbroken=office.number("unbroken_days") or 0,
    )
    office.done()
    return made


def _known(section: Section) -> Known:
    made = Known(
        id=section.read("id", _id, ACCEPTS_ID, required=True) or "",
        name=section.text("name", required=True),
        written=section.texts("written"),
        kind=section.cell("kind", one_of(PersonKind)) or PersonKind.HUMAN,
    )
    section.done()
    return made


def _place(section: Section) -> Place:
    made = Place(
        id=section.read("id", _id, ACCEPTS_ID, required=True) or "",
        name=section.text("name", required=True),
        kind=section.cell("kind", one_of(PlaceKind), required=True) or PlaceKind.VENUE,
        within=section.text("within") or None,
        country=section.cell("country", COUNTRY_CODE),
    )
    section.done()
    return made


def _refer(section: Section, places: Sequence[Place]) -> None:
    """Keep a fault for every place that is within one of which the map says nothing, or itself."""
    known = {place.id: place for place in places}
    for place in places:
        *_, largest = around(known, place.id)
        if place.within is not None and place.within not in known:
            hint = f"expected {_of_places(sorted(known))}"
            section.fault(f"{place.id!r} is within {place.within!r}", hint)
        elif largest.within in known:
            message = f"{place.id!r} is within {place.within!r}, which leads round in a circle"
            section.fault(message, "expected a larger place")


def _is_each_once(section: Section, key: str, ids: Iterable[str]) -> bool:
    """Whether no id stands twice; a fault is kept for each that does."""
    twice = [(id, times) for id, times in Counter(ids).items() if times > 1]
    for id, times in twice:
        section.fault(f"id {id!r} stands {times} times in {key}", "expected each once")
    return not twice


def _new_places(section: Section, place: Cell) -> NewPlaces | None:
    found = section.section("new_places")
    if found is None:
        return None
    made = NewPlaces(
        kind=found.cell("kind", one_of(PlaceKind), required=True) or PlaceKind.VENUE,
        within=found.cell("within", place),
    )
    found.done()
    return made


def _choice(section: Section, key: str, cell: Cell, default: T) -> Choice[T]:
    if not section.holds(key):
        return Choice(words={}, other=default)
    if section.is_text(key):
        return Choice(words={}, other=section.cell(key, cell))
    chosen = section.section(key, f"{cell.accepts}; or ")
    if chosen is None:
        return Choice(words={}, other=default)
    words, patterns = chosen.part("words"), chosen.part("patterns")
    choice: Choice[T] = Choice(
        column=chosen.column("column"),
        words={fold(word): words.cell(word, cell) for word in words.entries},
        patterns=tuple(
            (made, patterns.cell(text, cell))
            for text in patterns.entries
            if (made := patterns.made("pattern", text, pattern, "a regular expression"))
        ),
        empty=chosen.cell("empty", cell),
        other=chosen.cell("other", cell),
    )
    chosen.done()
    return choice


# --- single values ----------------------------------------------------------------------------


def _id(text: str) -> str:
    if _ID.fullmatch(text):
        return text
    raise ValueError(text)


def _id_of_source(text: str) -> str:
    _id(text.replace(FILE_MARK, "x"))
    return text


def _encoding(text: str) -> str:
    try:
        return codecs.lookup(text).name
    except LookupError:
        raise ValueError(text) from None


def _days(text: str) -> Days:
    return edtf.parse(text).outer


def _place_cell(ids: Iterable[str]) -> Cell:
    """A place of the map, or nothing where the place isn't known."""
    known = sorted(set(ids))
    return replace(word_of(known), empty="", accepts=_of_places(known))


def _of_places(known: Sequence[str]) -> str:
    return f"one of [[places]]: {', '.join(known) or 'there is none'}"
