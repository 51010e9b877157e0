"""From articles to the record: read, proposed, and accepted by somebody who signs."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest

from summitry.desk.archive import Archive, read_archive
from summitry.desk.proposing import Aside, Proposed, propose
from summitry.desk.records import audit, build, open_record
from summitry.desk.review import accept, proposals, reject
from summitry.model.problems import InputError, RecordError
from summitry.model.proposals import ProposalState, Relation
from tests.desk.archive.here import Here
from tests.faces.command import BUNDLED
from tests.records import SIGNED

TODAY: Final = date(2025, 8, 16)
ARTICLES: Final[list[dict[str, Any]]] = [
    {
        "id": "wire",
        "url": "https://wire.example/1",
        "title": "They met",
        "date": "2021-06-17",
        "text": "Joe Biden and Vladimir Putin met in Geneva on 16 June 2021. The talks in the villa"
        " by the lake had been prepared for months. It was a warm day.",
    },
    {
        "id": "copy",
        "url": "https://paper.example/7",
        "title": "Leaders meet",
        "date": "2021-06-18",
        "text": "Joe Biden and Vladimir Putin met in Geneva on 16 June 2021. The talks in the villa"
        " by the lake had been prepared for months. It was a hot day.",
    },
    {
        "id": "own",
        "url": "https://other.example/3",
        "title": "A day by the lake",
        "date": "2021-06-20",
        "text": "Vladimir Putin met Joe Biden in Geneva on 16 June 2021. The town had not seen so"
        " many policemen since the war.",
    },
    {
        "id": "slip",
        "date": "2021-06-20",
        "text": "Joe Biden and Vladimir Putin met in Geneva on 15 June 2021.",
    },
    {
        "id": "lacking",
        "date": "2024-06-20",
        "text": "Joe Biden and Vladimir Putin met in Geneva on 3 May 2024.",
    },
    {
        "id": "vague",
        "date": "2024-06-20",
        "text": "Joe Biden and Vladimir Putin met in Geneva in 2023.",
    },
    {
        "id": "nothing",
        "date": "2024-06-20",
        "text": "Joe Biden has never met Vladimir Putin in Moscow. They may meet next year.",
    },
]


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "record.sqlite"
    build(BUNDLED, path)
    return path


def proposed(record: Path, articles: Sequence[Mapping[str, Any]], out: str = "out") -> Proposed:
    folder = record.parent
    news = folder / f"{out}.jsonl"
    news.write_text("".join(json.dumps(row) + "\n" for row in articles), "utf-8")
    archive = Archive(paths=(str(news),))
    read_archive(archive, open_record(record), folder / out, Here(), today=TODAY)
    return propose(folder / out, record)


def test_articles_are_held_against_the_record(record: Path) -> None:
    done = proposed(record, ARTICLES)
    by_document = {
        report.document: proposal for proposal in done.proposals for report in proposal.reports
    }
    assert {id: proposal.relation for id, proposal in by_document.items()} == {
        "wire": Relation.ADDS_SOURCE,
        "copy": Relation.ADDS_SOURCE,
        "own": Relation.ADDS_SOURCE,
        "slip": Relation.CONFLICTS,
        "lacking": Relation.NEW,
    }
    assert dict(done.aside) == {Aside.VAGUE: 1}
    met = by_document["wire"]
    assert met is by_document["own"]
    assert (len(met.reports), met.independent) == (3, 2)
    assert met.reports[0].publisher == "wire.example"
    assert "Geneva" in met.because


def test_nothing_enters_the_record_by_proposing(record: Path) -> None:
    before = open_record(record).about()
    proposed(record, ARTICLES)
    assert open_record(record).about() == before
    assert all(one.state is ProposalState.OPEN for one in proposals(record))


def test_proposing_again_changes_nothing(record: Path) -> None:
    first = proposed(record, ARTICLES)
    kept = proposals(record)
    again = proposed(record, ARTICLES)
    assert again.proposals == first.proposals
    assert (again.saved.added, again.saved.renewed) == (0, 0)
    assert proposals(record) == kept


def test_what_was_decided_is_not_asked_again(record: Path) -> None:
    for one in proposed(record, ARTICLES).proposals:
        if one.relation is Relation.CONFLICTS:
            reject(one.id, record, signed=SIGNED)
        else:
            accept(one.id, record, signed=SIGNED)
    assert proposals(record) == ()
    again = proposed(record, ARTICLES)
    assert (again.proposals, proposals(record)) == ((), ())
    assert dict(again.aside) == {Aside.DECIDED: 5, Aside.VAGUE: 1}
    assert audit(record) == ()


def test_what_is_accepted_is_on_record_with_its_sources(record: Path) -> None:
    events = open_record(record).about().events
    for one in proposed(record, ARTICLES).proposals:
        if one.relation is not Relation.CONFLICTS:
            accept(one.id, record, signed=SIGNED)
    view = open_record(record)
    assert view.about().events == events + 1
    addresses = {source.url for source in view.sources().values()}
    assert {"https://wire.example/1", "https://other.example/3"} <= addresses
    assert "https://paper.example/7" not in addresses


def test_later_articles_join_the_open_proposal_of_their_event(record: Path) -> None:
    [first] = proposed(record, [ARTICLES[4]]).proposals
    later = {
        "id": "later",
        "date": "2024-07-01",
        "text": "Vladimir Putin and Joe Biden met in Geneva in May 2024, said two officials.",
    }
    proposed(record, [later], out="later")
    [one] = proposals(record)
    assert (one.id, len(one.reports)) == (first.id, 2)


def test_what_cannot_be_proposed_to_is_refused(record: Path, tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="the bundled record"):
        propose(tmp_path, None)
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match="nothing was read into"):
        propose(tmp_path / "empty", record)
