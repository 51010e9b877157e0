"""A small record with something on every kind of page, and its site."""

# ruff: noqa: ANN401 - parts go on to the record, which says their types

from __future__ import annotations

from datetime import date
from typing import Any, Final

from summitry.desk.pages.register import Register
from summitry.desk.pages.site import Site
from summitry.record.memory import MemoryRecord
from tests.records import (
    cites,
    covers,
    encounter,
    occasion,
    office,
    person,
    place,
    record,
    series,
    source,
    tenure,
    visit,
)

TODAY: Final = date(2026, 1, 1)

PARTS: Final[dict[str, Any]] = {
    "people": [person("ann-a", aliases=("Annie A",)), person("ben-b"), person("cleo-c")],
    "offices": [
        office("aa-president", country="aa", aliases=("Leader of AA",)),
        office("bb-president", country="bb"),
        office("bb-envoy", country="bb", leads=False),
    ],
    "tenures": [
        tenure("ann-a", "aa-president", "2000-01-01/2010-01-01"),
        tenure("ben-b", "bb-president", "2000-01-01/2008-01-01"),
        tenure("cleo-c", "bb-envoy", "2000-01-01/2008-01-01", acting=True),
        tenure("cleo-c", "bb-president", "2008-01-02/2012-01-01"),
    ],
    "places": [
        place("aa", kind="country", name="Aland"),
        place("bb", kind="country", name="Beland", aliases=("Old Beland",)),
        place("aville", within="aa", country="AA"),
        place("hall", kind="venue", within="aville", country="AA"),
        place("lodge", kind="venue", within="bb", near="beton", country="BB"),
        place("beton", within="bb", country="BB"),
    ],
    "series": [series("g9"), series("empty")],
    "occasions": [
        occasion("g9-2003", "2003-05-01/2003-05-03", series="g9", place="aville"),
        occasion("g9-2004", "2004-05-01/2004-05-03", series="g9", aliases=("The Nine",)),
        occasion("party", series="g9"),
        occasion("fair"),
    ],
    "encounters": [
        encounter("ann-a ben-b", "2001-03-01", id="first", place="hall", minutes="90"),
        encounter(
            "ann-a ben-b cleo-c", "2003-05-02", id="three", setting="multilateral",
            place="aville", occasion="g9-2003",
        ),
        encounter(
            "ann-a ben-b", "2003-05-02", id="aside", setting="pull-aside|sidelines",
            place="aville", occasion="g9-2003", topics="trade",
        ),
        encounter("ann-a ben-b", "2005-07", id="lodge", place="lodge", host="ben-b"),
        encounter("ann-a cleo-c", "2009-01-05", id="call", mode="phone", setting=""),
        encounter("ann-a cleo-c", "2009-03-01/2009-03-03", id="odd-ID_/%", place="beton"),
        encounter("ben-b cleo-c", "2009-04-01", id="off", status="cancelled", place="beton"),
        encounter("ann-a ben-b", "[2006-01-01,2006-02-01]", id="said", status="disputed"),
    ],
    "visits": [
        visit("ann-a", "bb", "2005-07-01/2005-07-09", id="stay", place="beton"),
        visit("ann-a", "bb", "2009-03-01/2009-03-03", id="again", kind="state|working"),
    ],
    "topics": [],
    "sources": [
        source("book", title="A <b>book</b> & more", url="https://example.org/book?a=1&b=2"),
        source("paper", title="A paper", publisher="A press", url="javascript:alert(1)"),
    ],
    "coverage": [
        covers("person:ann-a", "person:ben-b"),
        covers("person:ann-a", kind="visit", country="bb"),
    ],
}  # fmt: skip


def small_record(**parts: Any) -> MemoryRecord:
    """The record, or one with other parts."""
    found = PARTS | parts
    rows = [("encounters", one.id) for one in found["encounters"]]
    rows += [("visits", one.id) for one in found["visits"]]
    given = [
        cites(table, row, source=name, id=f"c-{table}-{row}-{name}", locator=f"p. {n}")
        for n, (table, row) in enumerate(rows)
        for name in ("book", "paper")
    ]
    return record(**{"citations": given} | found)


def small_site(**parts: Any) -> Site:
    """The site of the record."""
    return Site(Register(small_record(**parts), None, TODAY))
