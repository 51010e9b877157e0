"""Small records for tests, from compact values.

    record(
        tenures=[tenure("joe-biden", "us-president", "2021-01-20/2025-01-20")],
        places=[place("ch", kind="country"), place("geneva", within="ch")],
        encounters=[encounter("joe-biden vladimir-putin", "2021-06-16", place="geneva")],
        coverage=[covers("office:us-president", "person:vladimir-putin")],
    )

Dates are EDTF text. Whatever has an id may be given as the id alone (``people=["joe-biden"]``).
People, offices, series, topics and sources that are named but not given are made with names
drawn from their ids; places, occasions and landmarks never are.
"""

# ruff: noqa: ANN401 - further keywords go on to the model's own values, which say their types

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Any, TypeVar

from summitry.model import edtf
from summitry.model.changes import Signature
from summitry.model.citations import Citation, Source, SourceKind
from summitry.model.coverage import Coverage, Covered
from summitry.model.events import Encounter, Mode, Setting, Status, Visit, VisitKind
from summitry.model.judgements import Judgement
from summitry.model.occasions import Landmark, Occasion, Series, Topic
from summitry.model.people import Office, Person, Pronoun, Tenure
from summitry.model.places import Place, PlaceKind
from summitry.model.when import Stretch, When
from summitry.record.cells import MINUTES, PARTY
from summitry.record.content import Content
from summitry.record.memory import MemoryRecord
from summitry.record.tables import VALUES

T = TypeVar("T")

SIGNED = Signature(author="tester", made=datetime(2026, 11, 23, 12, 0, tzinfo=UTC), reason="a test")
"""Who changes a record in tests."""


def day(text: str) -> When:
    """A day, perhaps not exactly known."""
    moment = edtf.parse(text)
    assert isinstance(moment, When), text
    return moment


def stretch(text: str) -> Stretch:
    """A span of days."""
    moment = edtf.parse(text)
    assert isinstance(moment, Stretch), text
    return moment


def person(id: str, *, born: str = "", died: str = "", pronoun: str = "he", **more: Any) -> Person:
    """``joe-biden`` is Joe Biden, by family name Biden."""
    made: dict[str, Any] = {"name": _title(id), "family_name": _title(id).split()[-1]}
    return Person(
        id=id,
        pronoun=Pronoun(pronoun),
        born=_maybe(day, born),
        died=_maybe(day, died),
        **(made | more),
    )


def office(id: str, *, leads: bool = True, **more: Any) -> Office:
    """``us-vice-president`` is the Vice President of US, titled vice president."""
    land, _, title = id.rpartition("-") if "-" not in id else id.partition("-")
    made = {"name": f"{_title(title)} of {land.upper()}", "title": title.replace("-", " ")}
    return Office(id=id, leads=leads, **(made | more))


def tenure(
    who: str, what: str, when: str, *, id: str = "", acting: bool = False, elected: str = ""
) -> Tenure:
    """``elected`` are days joined by spaces."""
    return Tenure(
        id=id or f"{who}-{what}-{when[:4]}",
        person=who,
        office=what,
        when=stretch(when),
        acting=acting,
        elected=tuple(map(day, elected.split())),
    )


def series(id: str, **more: Any) -> Series:
    return Series(id=id, **({"name": id.upper()} | more))


def occasion(id: str, when: str = "", **more: Any) -> Occasion:
    return Occasion(id=id, when=_maybe(edtf.parse, when), **({"name": _title(id)} | more))


def place(id: str, *, kind: str = "city", **more: Any) -> Place:
    """A country's code is its id in capitals."""
    made: dict[str, Any] = {"name": _title(id)}
    if kind == "country":
        made["country"] = id.upper()
    return Place(id=id, kind=PlaceKind(kind), **(made | more))


def landmark(id: str, when: str, **more: Any) -> Landmark:
    return Landmark(id=id, when=edtf.parse(when), **({"name": _title(id)} | more))


def topic(id: str, **more: Any) -> Topic:
    return Topic(id=id, **({"name": _title(id)} | more))


def encounter(
    people: str,
    when: str,
    *,
    id: str = "",
    mode: str = "in-person",
    setting: str = "bilateral",
    status: str = "held",
    minutes: str = "",
    topics: str = "",
    **more: Any,
) -> Encounter:
    """``people`` and ``topics`` are ids joined by spaces, ``setting`` those possible by ``|``.

    The id is the day's, unless given: two encounters of one day need ids.
    """
    return Encounter(
        id=id or f"met-{when}",
        people=frozenset(people.split()),
        when=edtf.parse(when),
        mode=Mode(mode),
        settings=frozenset(map(Setting, setting.split("|"))) if setting else frozenset(),
        status=Status(status),
        minutes=_maybe(MINUTES.read, minutes),
        topics=frozenset(topics.split()),
        **more,
    )


def visit(
    who: str,
    country: str,
    when: str,
    *,
    id: str = "",
    kind: str = "official",
    status: str = "held",
    **more: Any,
) -> Visit:
    """``kind`` are the kinds that are possible, joined by ``|``; empty: not known."""
    return Visit(
        id=id or f"{who}-{country}-{when}",
        person=who,
        country=country,
        when=edtf.parse(when),
        kinds=frozenset(map(VisitKind, kind.split("|"))) if kind else frozenset(),
        status=Status(status),
        **more,
    )


def covers(
    who: str,
    whom: str = "",
    when: str = "0001-01-01/..",
    *,
    kind: str = "encounter",
    mode: str = "",
    id: str = "",
    **more: Any,
) -> Coverage:
    """Parties as in ``coverage.csv``: ``office:ID``, ``person:ID``, ``person:ID@office:ID``.

    Complete, unless said otherwise, and on all days.
    """
    made = f"{kind}-{who}-{whom}-{mode or 'any'}-{when}"
    return Coverage(
        id=id or "".join(letter if letter.isalnum() else "-" for letter in made),
        kind=Covered(kind),
        who=PARTY.read(who),
        whom=_maybe(PARTY.read, whom),
        when=stretch(when),
        mode=Mode(mode) if mode else None,
        **more,
    )


def judgement(
    row: str, other: str, *, table: str = "people", same: bool = True, **more: Any
) -> Judgement:
    made = {"id": f"{table}-{row}-{other}", "author": "tester", "reason": "for the test"}
    return Judgement(table=table, row=row, other=other, same=same, **(made | more))


def source(
    id: str, *, kind: str = "primary", published: str = "", seen: str = "", **more: Any
) -> Source:
    return Source(
        id=id,
        kind=SourceKind(kind),
        published=_maybe(edtf.parse, published),
        seen=_maybe(edtf.parse, seen),
        **({"title": _title(id)} | more),
    )


def cites(table: str, row: str, source: str = "test-source", **more: Any) -> Citation:
    return Citation(**({"id": f"c-{table}-{row}"} | more), table=table, row=row, source=source)


def content(
    *,
    name: str = "test",
    title: str = "A test record",
    version: str = "1",
    licence: str = "CC0-1.0",
    besides: str = "",
    **tables: Iterable[Any],
) -> Content:
    """A content: each table by its name, of values or of ids alone."""
    rows: dict[str, Any] = {
        table.name: [_row(table.name, row) for row in tables.pop(table.name, ())]
        for table in VALUES
    }
    assert not tables, f"no such table: {', '.join(tables)}"
    for table, name_of in _named(rows):
        if table in _FROM_ID and all(row.id != name_of for row in rows[table]):
            rows[table].append(_FROM_ID[table](name_of))
    rows |= {"name": name, "title": title, "version": version}
    return Content(**rows, licence=licence, besides=besides)


def record(**parts: Any) -> MemoryRecord:
    """A record in memory; the parts are those of :func:`content`."""
    return MemoryRecord(content(**parts))


_FROM_ID: dict[str, Callable[[str], Any]] = {
    "people": person,
    "offices": office,
    "series": series,
    "topics": topic,
    "sources": source,
}
_FROM_ID_WHERE_GIVEN: dict[str, Callable[[str], Any]] = {
    **_FROM_ID,
    "places": place,
    "occasions": occasion,
}


def _row(table: str, row: object) -> object:
    return _FROM_ID_WHERE_GIVEN[table](row) if isinstance(row, str) else row


def _named(rows: dict[str, list[Any]]) -> list[tuple[str, str]]:
    """Every table and id that some row names."""
    named: list[tuple[str, str]] = []
    for table in VALUES:
        for row in rows[table.name]:
            for column in table.columns:
                named += column.references(getattr(row, column.field))
            for link in table.links:
                members = sorted(getattr(row, link.attribute))
                named += [(link.columns[1].refers, member) for member in members]
    return named


def _maybe(read: Callable[[str], T], text: str) -> T | None:
    return read(text) if text else None


def _title(id: str) -> str:
    return id.replace("-", " ").title()
