"""An encounter as somebody types it into a form, field by field, and its citation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, Final

from summitry.desk.adding import Cited, Lacking, NewEncounter, minutes, position
from summitry.desk.resolve import resolve_occasion, resolve_person, resolve_place, resolve_topic
from summitry.model.citations import SourceKind
from summitry.model.edtf import parse
from summitry.model.edtf import write as edtf
from summitry.model.events import Encounter, Mode, Setting, Status
from summitry.model.names import Names
from summitry.model.problems import InputError
from summitry.model.when import When
from summitry.record.cells import MINUTES

Values = Mapping[str, tuple[str, ...]]
"""What stands in each field: one text, or several where the field holds a list."""

SEVERAL: Final = frozenset(
    {
        "people",
        "setting",
        "topics",
        "new_people",
        "new_organisations",
        "new_countries",
        "new_topics",
    }
)
"""Fields that hold a list."""

TOLD: Final = (
    "people",
    "when",
    "mode",
    "setting",
    "status",
    "place",
    "occasion",
    "host",
    "minutes",
    "topics",
    "sequence",
    "note",
)
"""The fields of the encounter itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What was typed, read; ``faults`` are by field, and where there are any the rest is None."""

    event: NewEncounter | None = None
    cited: Cited | None = None
    faults: Mapping[str, str]


def read(values: Values, names: Names, *, today: date, id: str = "", citing: bool) -> Typed:
    """What was typed into a form; ``citing``: a source is needed."""
    reader = _Reader(values, names)
    event = reader.event(id)
    cited = reader.cited(today, needed=citing)
    if reader.faults:
        return Typed(faults=reader.faults)
    return Typed(event=event, cited=cited, faults={})


def values_of(event: Encounter, names: Names) -> dict[str, tuple[str, ...]]:
    """What stands in the form's fields for an encounter whose ids are those shown."""
    told = {
        "people": _called(names.people, sorted(event.people), names, resolve_person),
        "when": (edtf(event.when),),
        "mode": (event.mode.value,),
        "setting": tuple(one.value for one in Setting if one in event.settings),
        "status": (event.status.value,),
        "place": _called(names.places, (event.place,), names, resolve_place),
        "occasion": _called(names.occasions, (event.occasion,), names, resolve_occasion),
        "host": _called(names.people, (event.host,), names, resolve_person),
        "minutes": () if event.minutes is None else (MINUTES.write(event.minutes),),
        "topics": _called(names.topics, sorted(event.topics), names, resolve_topic),
        "sequence": () if event.sequence is None else (str(event.sequence),),
        "note": (event.note,) if event.note else (),
    }
    return {name: told[name] for name in TOLD}


def _called(
    rows: Mapping[str, Any],
    ids: Iterable[str | None],
    names: Names,
    resolve: Callable[[str, Names], Any],
) -> tuple[str, ...]:
    """What each row is called: by its name, or by its id where others have that name."""

    def called(id: str) -> str:
        name = str(rows[id].name)
        try:
            return name if resolve(name, names).id == id else id
        except InputError:
            return id

    return tuple(called(id) for id in ids if id is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """Two who changed one row: what each field is to hold, and what the other made of it.

    ``taken`` are the fields that only the other changed, ``clashing`` those that both did, with
    what the other put there.
    """

    values: dict[str, tuple[str, ...]]
    taken: tuple[str, ...]
    clashing: Mapping[str, tuple[str, ...]]


def merge(typed: Values, seen: Values, since: Values) -> Merged:
    """What was typed over what was ``seen``, beside what it is ``since``: nothing is lost."""
    values = dict(typed)
    taken, clashing = [], {}
    for field in TOLD:
        mine, before, theirs = (_said(one, field) for one in (typed, seen, since))
        if theirs in (before, mine):
            continue
        if mine == before:
            values[field] = since.get(field, ())
            taken.append(field)
        else:
            clashing[field] = since.get(field, ())
    return Merged(values=values, taken=tuple(taken), clashing=clashing)


def _said(values: Values, field: str) -> frozenset[str]:
    """What stands in a field, in whatever order and however spaced."""
    return frozenset(told for one in values.get(field, ()) if (told := " ".join(one.split())))


# --- reading ----------------------------------------------------------------------------------


class _Reader:
    def __init__(self, values: Values, names: Names) -> None:
        self._values = values
        self._names = names
        self.faults: dict[str, str] = {}

    def event(self, id: str) -> NewEncounter | None:
        self._known("people", resolve_person)
        self._known("place", resolve_place)
        self._known("occasion", resolve_occasion)
        self._known("host", resolve_person)
        self._known("topics", resolve_topic)
        when = self._read("when", parse, needed="a date, like 2021-06-16 or 2021-06")
        mode = self._read("mode", _choice(Mode)) or Mode.IN_PERSON
        settings = frozenset(self._each("setting", _choice(Setting)))
        status = self._read("status", _choice(Status)) or Status.HELD
        length = self._read("minutes", minutes)
        sequence = self._read("sequence", position)
        lacking = self._lacking()
        people = len({*self._all("people"), *lacking.people, *lacking.organisations})
        if people < 2:
            self.faults.setdefault("people", f"{people} people (expected two or more)")
        if self.faults:
            return None
        return NewEncounter(
            id=id,
            people=self._all("people"),
            when=when,
            lacking=lacking,
            mode=mode,
            settings=settings,
            status=status,
            place=self._one("place") or None,
            occasion=self._one("occasion") or None,
            host=self._one("host") or None,
            minutes=length,
            topics=self._all("topics"),
            sequence=sequence,
            note=self._one("note"),
        )

    def cited(self, today: date, *, needed: bool) -> Cited | None:
        published = self._read("published", parse)
        seen = self._read("seen_on", _day)
        kind = self._read("source_kind", _choice(SourceKind))
        source = self._one("source")
        if not source:
            said = [n for n in ("title", "publisher", "quote", "locator") if self._one(n)]
            if needed or said:
                self.faults["source"] = "no source (expected its address, or its id in the record)"
            return None
        return Cited(
            source=source,
            seen=seen or When.on(today),
            title=self._one("title"),
            publisher=self._one("publisher"),
            published=published,
            kind=kind,
            locator=self._one("locator"),
            quote=self._one("quote"),
        )

    def _lacking(self) -> Lacking:
        for known, new in (("place", "new_place"), ("occasion", "new_occasion")):
            if self._one(known) and self._one(new):
                self.faults[new] = f"the {known} is told already (expected one of the two)"
        return Lacking(
            people=self._all("new_people"),
            organisations=self._all("new_organisations"),
            countries=self._all("new_countries"),
            place=self._one("new_place") or None,
            occasion=self._one("new_occasion") or None,
            topics=self._all("new_topics"),
        )

    def _one(self, field: str) -> str:
        return " ".join(" ".join(self._values.get(field, ())).split())

    def _all(self, field: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(t for one in self._values.get(field, ()) if (t := one.strip())))

    def _known(self, field: str, resolve: Callable[[str, Names], Any]) -> None:
        for text in self._all(field) if field in SEVERAL else filter(None, (self._one(field),)):
            self._try(field, partial(resolve, text, self._names))

    def _read(self, field: str, read: Callable[[str], Any], *, needed: str = "") -> Any:  # noqa: ANN401
        text = self._one(field)
        if text:
            return self._try(field, partial(read, text))
        if needed:
            self.faults[field] = f"nothing (expected {needed})"
        return None

    def _each(self, field: str, read: Callable[[str], Any]) -> list[Any]:
        return [self._try(field, partial(read, text)) for text in self._all(field)]

    def _try(self, field: str, read: Callable[[], Any]) -> Any:  # noqa: ANN401 - what it gives
        try:
            return read()
        except InputError as error:
            self.faults.setdefault(field, str(error))
            return None


def _choice(choices: Any) -> Callable[[str], Any]:  # noqa: ANN401 - an enumeration of texts
    def read(text: str) -> Any:  # noqa: ANN401 - one of them
        try:
            return choices(text)
        except ValueError:
            known = ", ".join(choices)
            raise InputError(f'"{text}" is none of them (expected one of {known})') from None

    return read


def _day(text: str) -> When:
    moment = parse(text)
    if isinstance(moment, When):
        return moment
    raise InputError(f'not a day: "{text}" (expected one, like 2025-08-16)')
