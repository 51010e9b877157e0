"""What is read in the Historian's remarks agrees with what the importer makes of them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import parse

from summitry.desk.archive import Archive, read_archive
from summitry.desk.imports import import_historian
from summitry.desk.proposing import propose
from summitry.desk.proposing.sight import Sight, differences, of_event
from summitry.model.proposals import Relation
from summitry.record.open import open_content, open_record
from summitry.record.sql_record import build
from tests.desk.archive.here import Here
from tests.reading.gold.records import HAS_LISTS, TRAVELS, VISITS
from tests.records import SIGNED

pytestmark = pytest.mark.skipif(
    not HAS_LISTS, reason="needs the Office of the Historian's lists in ../shared/historian"
)

PUBLISHED: Final = "2025-01-20"
EVENTS: Final = frozenset({"encounters", "visits"})
_MET: Final = re.compile(r"(?:Informal m|M)et with ([^;]*?[^.;A-Z])\.(?:\s|$)")


def sentences() -> Iterator[str]:
    """The remarks that begin with whom a president met, as a sentence with its place and days."""
    for file in sorted((TRAVELS / "president-travels").glob("*.xml")):
        for trip in parse(file).iterfind("trip"):
            met = _MET.match(_text(trip, "remarks"))
            city = _text(trip, "locale").split(",")[0]
            if met and city:
                days = _days(_text(trip, "start-date"), _text(trip, "end-date"))
                yield f"{_text(trip, 'name')} met with {met[1]} in {city} {days}."


def _text(trip: Element, tag: str) -> str:
    return " ".join((trip.findtext(tag) or "").split())


def _days(first: str, last: str) -> str:
    start, end = (f"{date.fromisoformat(day):%B %d, %Y}" for day in (first, last))
    return f"on {start}" if start == end else f"between {start} and {end}"


def test_what_remarks_propose_is_what_the_importer_makes_of_them(tmp_path: Path) -> None:
    whole, bare = tmp_path / "whole.sqlite", tmp_path / "bare.sqlite"
    import_historian([TRAVELS, VISITS], whole, signed=SIGNED)
    content = open_content(whole)
    build(
        replace(
            content,
            encounters=(),
            visits=(),
            coverage=(),
            judgements=tuple(one for one in content.judgements if one.table not in EVENTS),
            citations=tuple(
                one for one in content.citations if one.table not in EVENTS | {"coverage"}
            ),
        ),
        bare,
    )
    remarks = tmp_path / "remarks.jsonl"
    articles = [{"text": sentence, "date": PUBLISHED} for sentence in sentences()]
    remarks.write_text("".join(json.dumps(row) + "\n" for row in articles), "utf-8")
    out = tmp_path / "out"
    archive = Archive(paths=(str(remarks),))
    read_archive(archive, open_record(bare), out, Here(), today=date.fromisoformat(PUBLISHED))
    proposals = propose(out, bare).proposals
    view = open_record(whole)
    places = view.names().places
    held = [of_event(event, view.names()) for event in view.events()]
    strange = []
    for proposal in proposals:
        event = proposal.event
        assert event.when is not None
        told = Sight(
            kind=event.kind,
            people=frozenset(one.name for one in event.people),
            days=event.when.outer,
            place=event.place or None,
            country=event.country or None,
        )
        if all(differences(told, one, places) for one in held):
            strange.append((proposal.reports[0].sentence, proposal.reports[0].says))
    assert strange == []
    assert {proposal.relation for proposal in proposals} == {Relation.NEW}
    assert len(proposals) >= len(articles) * 3 / 4
