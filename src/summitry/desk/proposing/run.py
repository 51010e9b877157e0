"""Proposing: what the claims that were read in an archive would have a record say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from summitry.desk.archive import manifest
from summitry.desk.archive.outputs import CLAIMS_IN, DOCUMENTS_IN
from summitry.desk.archive.sketch import Sketch
from summitry.desk.homes import own
from summitry.desk.proposing.copies import groups
from summitry.desk.proposing.gathering import Gathering
from summitry.desk.proposing.heard import Heard, heard
from summitry.desk.proposing.matching import Aside, Matcher
from summitry.model.events import Event
from summitry.model.names import Names
from summitry.model.problems import InputError
from summitry.model.proposals import Proposal, ProposalState, Relation, Report
from summitry.record.home import Home
from summitry.record.memory import table_of
from summitry.record.proposals import Saved
from summitry.record.proposed import SqlProposals
from summitry.record.sql_record import SqlRecord
from summitry.record.view import View
from summitry.sources.archive.parquet import rows_of

_CLAIMED: Final = (
    "document",
    "published",
    "as_of",
    "sentence",
    "start",
    "end",
    "claim",
    "kind",
    "event",
    "people",
    "offices",
    "modes",
    "settings",
    "visit_kinds",
    "place",
    "occasion",
    "series",
    "topic",
    "earliest",
    "latest",
    "least",
    "most",
)
_TOLD: Final = ("document", "title", "url", "digest", "sketch")


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """What was proposed: by relation, of so many reports; ``aside`` of how many nothing was."""

    proposals: tuple[Proposal, ...]
    reports: int
    aside: Mapping[Aside, int]
    saved: Saved

    @property
    def by_relation(self) -> Mapping[Relation, int]:
        """The number of proposals of each relation that there is any of."""
        return Counter(proposal.relation for proposal in self.proposals)


def propose(folder: Path, record: Home | None) -> Proposed:
    """Propose to a record what was read into a folder; nothing of it enters the record.

    Proposing the same again changes nothing, and what was decided stays so. InputError if nothing
    was read into the folder; RecordError if the record can't be written.
    """
    path = own(record)
    if manifest.begun(folder) is None:
        raise InputError(f'nothing was read into "{folder}" (expected a folder that read filled)')
    store = SqlProposals(path)
    with closing(SqlRecord(path)) as view:
        names = view.names()
        gathering = Gathering(
            Matcher(view.events(), names), names, store.listed(frozenset(ProposalState))
        )
        reports = reports_in(folder, names)
        gathering.gather(reports)
        cited = _Cited(view)
        proposals = tuple(gathering.proposals(cited))
    return Proposed(
        proposals=proposals,
        reports=len(reports),
        aside=dict(gathering.aside),
        saved=store.save(proposals),
    )


def reports_in(folder: Path, names: Names) -> tuple[Heard, ...]:
    """What the claims in a folder tell of single events, by documents of which copies are known."""
    found: list[Heard] = []
    sketches: dict[str, Sketch] = {}
    for part in sorted((folder / CLAIMS_IN).glob("*.parquet")):
        told = rows_of(folder / DOCUMENTS_IN / part.name, _TOLD)
        documents = {row["document"]: row for row in told if row["sketch"]}
        for claim in rows_of(part, _CLAIMED):
            document = documents.get(claim["document"], {})
            one = heard(claim, document, names)
            if one is not None:
                sketches[one.report.copies] = tuple(document.get("sketch") or ())
                found.append(one)
    copies = groups(sketches)
    return tuple(
        replace(one, report=replace(one.report, copies=copies[one.report.copies])) for one in found
    )


class _Cited:
    """Whether the record cites a report for an event."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._urls = {id: source.url for id, source in view.sources().items()}

    def __call__(self, event: Event, report: Report) -> bool:
        addresses = {report.url, f"urn:document:{report.document}"} - {""}
        return any(
            self._urls.get(citation.source) in addresses
            for citation in self._view.citations(table_of(event), event.id)
        )
