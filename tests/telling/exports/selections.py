"""What the tests of exports write: the bundled record's events, and those of small records."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from summitry.desk.export import export
from summitry.desk.find import Wanted
from summitry.model.events import Status
from summitry.record.open import open_record
from summitry.telling.exports.exported import Exported
from tests.records import cites, encounter, place, record, source, tenure, visit

EVERY_STATUS: Final = frozenset(Status)


@cache
def bundled() -> Exported:
    """Every event of the bundled record, whatever became of it."""
    return export(Wanted(statuses=EVERY_STATUS), open_record())


def small(**parts: Any) -> Exported:  # noqa: ANN401 - as in the model's own values
    """Every event of a small record."""
    return export(Wanted(statuses=EVERY_STATUS), record(**parts))


PLACES: Final = (
    place("ch", kind="country", latitude=46.0, longitude=8.0),
    place("geneva", within="ch", latitude=46.2, longitude=6.1),
    place("nowhere", within="ch"),
)

TEXT: Final = 'Back\\slash; comma, "quotes" <b>&amp;</b>\nüber the line – 日本' + " long" * 40
"""Letters that formats give a meaning of their own."""


@cache
def odd() -> Exported:
    """Every kind of date, place and status, and texts that must be escaped."""
    return small(
        tenures=[
            tenure("a", "us-president", "2001-01-20/2009-01"),
            tenure("b", "ru-president", "2000/.."),
        ],
        places=PLACES,
        encounters=[
            encounter("a b", "2001-06-16", id="on-a-day", place="geneva", host="a", note=TEXT),
            encounter("a b", "2001-06", id="in-a-month", place="ch"),
            encounter("a b", "2002", id="in-a-year", place="nowhere"),
            encounter("a b", "[2002-12-31,2003-01-01]", id="over-new-year", setting=""),
            encounter("a b", "2003-02-01/2003-02-03", id="days", setting="bilateral|sidelines"),
            encounter("a b", "2003-03-09/[2003-03-10,2003-03-11]", id="end-not-sure"),
            encounter("a b", "[..2004-01-01]", id="without-a-first-day", mode="letter"),
            encounter("a b c d e f", "2004-05-06", id="many", minutes="30", topics="trade"),
            encounter("a b", "2005-05-06", id="planned", status="planned"),
            encounter("a b", "2005-05-07", id="cancelled", status="cancelled"),
            encounter("a b", "2005-05-08", id="denied", status="denied"),
            encounter("a b", "2005-05-09", id="disputed", status="disputed", mode="video"),
        ],
        visits=[visit("a", "ch", "2006-01-02/2006-01-04", id="a-visit", kind="state|official")],
        sources=[source("test-source", title=TEXT, published="2007-03")],
        citations=[
            cites(table, row)
            for table, rows in (("encounters", ("on-a-day", "many")), ("visits", ("a-visit",)))
            for row in rows
        ],
    )
