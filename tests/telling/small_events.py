"""A few events over the small names, and findings about them made by hand."""

from __future__ import annotations

from typing import Any, Final

from summitry.model.bounds import Bounds, Tally
from summitry.model.citations import Citation, Source
from summitry.model.claims import Claim
from summitry.model.coverage import Coverage, Covered
from summitry.model.events import Encounter, Event, Mode, Status, Visit
from summitry.model.findings import Bearing, Count, Evidence, Finding, Verdict
from summitry.model.people import Tenure
from summitry.model.rules import counting_rules
from summitry.model.when import When
from tests.telling.short import PUTIN, US_PRESIDENT, of_kind, set_in
from tests.telling.small_names import days, on, span

GENEVA: Final = Encounter(
    id="geneva-2021", when=on("2021-06-16"), people=frozenset({"biden", "putin"}),
    mode=Mode.IN_PERSON, settings=set_in("bilateral"), place="villa", host="parmelin",
    minutes=Bounds.exactly(175), topics=frozenset({"arms"}),
)  # fmt: skip
HAMBURG: Final = Encounter(
    id="hamburg-2017", when=on("2017-07-07"), people=frozenset({"trump", "putin"}),
    mode=Mode.IN_PERSON, settings=set_in("sidelines"), place="hamburg", occasion="g20-2017",
    minutes=Bounds.exactly(136), topics=frozenset({"syria"}),
)  # fmt: skip
DINNER: Final = Encounter(
    id="hamburg-dinner", when=on("2017-07-07"), people=frozenset({"trump", "putin"}),
    mode=Mode.IN_PERSON, settings=set_in("pull-aside"), place="hamburg", occasion="g20-2017",
)  # fmt: skip
HELSINKI: Final = Encounter(
    id="helsinki-2018", when=on("2018-07-16"), people=frozenset({"trump", "putin"}),
    mode=Mode.IN_PERSON, settings=set_in("bilateral"), place="helsinki",
)  # fmt: skip
ANCHORAGE: Final = Encounter(
    id="anchorage-2025", when=on("2025-08-15"), people=frozenset({"trump", "putin"}),
    mode=Mode.IN_PERSON, settings=set_in("bilateral"), place="anchorage", host="trump",
)  # fmt: skip
VIDEO: Final = Encounter(
    id="video-2021", when=on("2021-12-07"), people=frozenset({"biden", "putin"}), mode=Mode.VIDEO
)
DISPUTED: Final = Encounter(
    id="disputed-2018", when=When(days("2018-11-01", "2018-11-30")),
    people=frozenset({"trump", "putin"}), mode=Mode.IN_PERSON, place="geneva",
    status=Status.DISPUTED,
)  # fmt: skip
MOSCOW: Final = Visit(
    id="moscow-2009", when=span("2009-07-06", "2009-07-08"), person="obama", country="ru",
    place="moscow", kinds=of_kind("official"),
)  # fmt: skip
PETERSBURG: Final = Visit(
    id="petersburg-2013", when=span("2013-09-05", "2013-09-06"), person="obama", country="ru"
)

COVERS: Final = Coverage(
    id="c-meetings", kind=Covered.ENCOUNTER, who=US_PRESIDENT, whom=PUTIN, mode=Mode.IN_PERSON,
    when=span("2000-01-01", "2025-12-31"),
)  # fmt: skip
LACKS: Final = Coverage(
    id="c-calls", kind=Covered.ENCOUNTER, who=US_PRESIDENT, whom=PUTIN, mode=Mode.PHONE,
    when=span("2022-01-01", None), complete=False,
)  # fmt: skip

SOURCES: Final = {
    "travels": Source(
        id="travels", title="Travels Abroad of the President", publisher="Office of the Historian",
        url="https://history.state.gov/departmenthistory/travels/president",
    ),
    "kremlin": Source(
        id="kremlin", title="Talks with *Joe Biden*", publisher="Kremlin",
        published=on("2021-06-16"),
    ),
}  # fmt: skip


def cite(source: str, locator: str = "") -> Citation:
    """A citation of a source, of no row in particular."""
    return Citation(id=source, table="encounters", row="any", source=source, locator=locator)


def evidence(
    *rows: Event | Tenure | Coverage, bearing: Bearing = Bearing.COUNTS
) -> tuple[Evidence, ...]:
    """Rows as evidence, each with both sources."""
    return tuple(
        Evidence(row, bearing, (cite("travels", "Russia"), cite("kremlin"))) for row in rows
    )


def found(claim: Claim, verdict: str, **more: Any) -> Finding:  # noqa: ANN401 - Finding's fields
    """A finding; ``tally`` may be a number."""
    tally = more.pop("tally", None)
    known = Tally(tally, tally) if isinstance(tally, int) else tally
    return Finding(claim=claim, verdict=Verdict(verdict), tally=known, **more)


def count(rule: str, number: int | Tally, verdict: str = "refuted") -> Count:
    """The number under a rule."""
    tally = Tally(number, number) if isinstance(number, int) else number
    return Count(counting_rules()[rule], tally, Verdict(verdict))
