"""A small history made by hand, and a small check."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from summitry.model.bounds import Bounds
from summitry.model.claims import Held, HowMany, Quote, SomeDay, TookPlace, WhichOne
from summitry.model.events import Event
from summitry.model.findings import Bearing, Correction, Fault, Finding, Gap, Lack
from summitry.model.people import Tenure
from summitry.model.rules import counting_rules
from summitry.model.statements import Document, Statement
from summitry.telling.basis import Basis
from summitry.telling.check import Checked, Judged
from summitry.telling.history import Entry, Fact, History, Section, Theme, event_claim
from tests.telling.short import PHONE, PUTIN, TRUMP, US_PRESIDENT, met, visited
from tests.telling.small_events import (
    ANCHORAGE,
    COVERS,
    DINNER,
    DISPUTED,
    GENEVA,
    HAMBURG,
    LACKS,
    MOSCOW,
    SOURCES,
    VIDEO,
    cite,
    evidence,
    found,
)
from tests.telling.small_names import NAMES, days, one_day

BASIS: Final = Basis(title="A test record", version="1.2", digest="0f", events=12)


def _entry(event: Event, who: str, whom: str | None = None) -> Entry:
    citations = (cite("travels", "Russia"), cite("kremlin"))
    fact = Fact(claim=event_claim(event, NAMES, who, whom))
    return Entry(event=event, facts=(fact,), citations=citations)


def _tenures(person: str) -> tuple[Tenure, ...]:
    return tuple(tenure for tenure in NAMES.tenures if tenure.person == person)


HISTORY: Final = History(
    title="Vladimir Putin and the presidents of the United States",
    as_of=date(2025, 9, 1),
    basis=BASIS,
    names=NAMES,
    sources=SOURCES,
    key_facts=(
        Fact(
            claim=HowMany(selection=met(PUTIN, US_PRESIDENT), number=Bounds.exactly(5)),
            citations=(cite("kremlin"),),
        ),
        Fact(
            claim=WhichOne(
                selection=met(PUTIN, US_PRESIDENT),
                position=-1,
                that=met(PUTIN, TRUMP, place="anchorage", window=one_day("2025-08-15")),
            )
        ),
    ),
    sections=(
        Section(
            person="obama",
            tenures=_tenures("obama"),
            visits=(_entry(MOSCOW, "obama"),),
        ),
        Section(
            person="trump",
            tenures=_tenures("trump"),
            facts=(Fact(claim=HowMany(selection=visited(PUTIN, "us"), number=Bounds(1, None))),),
            meetings=tuple(
                _entry(event, "putin", "trump") for event in (HAMBURG, DINNER, ANCHORAGE)
            ),
        ),
        Section(
            person="biden",
            tenures=_tenures("biden"),
            meetings=(_entry(GENEVA, "putin", "biden"),),
            contacts=(_entry(VIDEO, "putin", "biden"),),
        ),
    ),
    themes=(
        Theme(
            topic="arms",
            facts=(
                Fact(
                    claim=HowMany(
                        selection=met(PUTIN, US_PRESIDENT, topic="arms"), number=Bounds(1, None)
                    )
                ),
            ),
        ),
    ),
    not_held=(Entry(event=DISPUTED, citations=(cite("kremlin"),)),),
    coverage=(COVERS, LACKS),
)

BARE_HISTORY: Final = replace(
    HISTORY, key_facts=(), sections=(), themes=(), not_held=(), coverage=()
)

TEXT: Final = (
    "Putin met Biden only once while both were in office, in Geneva. They met in Helsinki on\n"
    "16 June 2021. They spoke by phone in 2022."
)


def _statement(words: str, *findings: Finding) -> Judged:
    start = TEXT.index(words)
    end = TEXT.index(".", start) + 1
    claims = tuple(finding.claim for finding in findings)
    return Judged(Statement(Quote(TEXT[start:end], start, end), claims), findings)


CHECKED: Final = Checked(
    document=Document(text=TEXT, as_of=date(2025, 8, 16), title="A page"),
    basis=BASIS,
    names=NAMES,
    sources=SOURCES,
    statements=(
        _statement(
            "Putin met",
            found(
                HowMany(selection=met(), number=Bounds.exactly(1)),
                "supported",
                tally=1,
                rule=counting_rules()["every-encounter"],
                evidence=evidence(GENEVA) + evidence(COVERS, bearing=Bearing.CONTEXT),
            ),
            found(
                Held(person="putin", office="ru-president", time=SomeDay(one_day("2021-06-16"))),
                "supported",
                evidence=evidence(*_tenures("putin")[-1:], bearing=Bearing.CONTEXT),
            ),
        ),
        _statement(
            "They met",
            found(
                TookPlace(selection=met(place="helsinki", window=one_day("2021-06-16"))),
                "refuted",
                evidence=evidence(GENEVA, bearing=Bearing.INSTEAD),
                correction=Correction(Fault.PLACE, events=(GENEVA,)),
            ),
        ),
        _statement(
            "They spoke",
            found(
                TookPlace(selection=met(modes=PHONE)),
                "not_enough_evidence",
                gaps=(Gap(Lack.COVERAGE, None, days("2022-01-01", "2022-12-31")),),
                evidence=evidence(VIDEO, bearing=Bearing.MAY_COUNT),
            ),
        ),
    ),
)
