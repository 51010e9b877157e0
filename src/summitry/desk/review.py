"""Review: what reading proposed, taken into a record or turned down by somebody who signs."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import Final

from summitry.desk.add import draft_event, refuse_faulty, refuse_known
from summitry.desk.adding import NOTHING_LACKING, Cited, Lacking
from summitry.desk.amend import TABLES, as_shown, as_stored
from summitry.desk.draft import Draft
from summitry.desk.homes import own
from summitry.desk.sourcing import cite, known_sources
from summitry.desk.told import to_add, upon
from summitry.model.changes import Act, Cells, ChangeId, Signature
from summitry.model.citations import SourceKind
from summitry.model.events import Event, EventId
from summitry.model.names import Names
from summitry.model.problems import InputError, Overtaken
from summitry.model.proposals import (
    Proposal,
    ProposalId,
    ProposalState,
    Relation,
    Report,
    ToldEvent,
)
from summitry.model.when import When
from summitry.record.check_grounds import LONGEST_QUOTE
from summitry.record.editing import change
from summitry.record.edits import Decision, Edit
from summitry.record.home import Home
from summitry.record.log import Log
from summitry.record.memory import table_of
from summitry.record.proposal_json import as_json
from summitry.record.proposals import UNDECIDED
from summitry.record.proposed import SqlProposals
from summitry.record.sql_record import SqlRecord
from summitry.record.written import BY_NAME, shown, written
from summitry.telling.event import describe

FOLDS: Final = "…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Taking:
    """What to take from a proposal: the event as it was edited, and what the record lacks for it.

    ``into`` is another event than the one matched; ``anyway`` adds a new one also if it may be on
    record already. ``seen`` is the mark of the effect that was shown, if one was.
    """

    event: ToldEvent | None = None
    lacking: Lacking = NOTHING_LACKING
    into: EventId | None = None
    anyway: bool = False
    seen: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What taking a proposal does: to which event, told in a sentence, with what of it otherwise.

    ``before`` is empty where the event is new. ``citations`` is how many are added. ``mark`` stands
    for the proposal and the event as they are.
    """

    id: EventId
    says: str
    before: Cells
    after: Cells
    citations: int
    mark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """What was taken, and the number of the change in the log."""

    change: ChangeId
    effect: Effect


NO_MORE: Final = Taking()


def proposals(
    record: Home | None, states: Collection[ProposalState] = UNDECIDED
) -> tuple[Proposal, ...]:
    """The proposals of a record in one of these states, by id."""
    return SqlProposals(own(record)).listed(states)


def names(record: Home | None) -> Names:
    """The names of a record, to tell of its proposals by."""
    with closing(SqlRecord(own(record))) as store:
        return store.names()


def proposal(record: Home | None, id: ProposalId) -> Proposal:
    """The proposal with this id; InputError if there is none."""
    found = SqlProposals(own(record)).proposal(id)
    if found is None:
        raise InputError(f'no proposal "{id}" (expected the id of one in the record)')
    return found


def effect(
    proposed: Proposal, record: Home | None, taking: Taking = NO_MORE, *, today: date
) -> Effect:
    """What accepting would do; raises what that would raise."""
    done, _ = _drafted(proposed, own(record), taking, today)
    return done


def accept(
    id: ProposalId, record: Home | None, taking: Taking = NO_MORE, *, signed: Signature
) -> Accepted:
    """Take what is proposed into the record: citations, details, or the new event.

    Of the reports that are copies of one text, one is cited. All of it is taken, or nothing.
    Raises UnknownName, InputError and RecordError as ``add`` does; Overtaken where somebody else
    decided meanwhile, or the proposal or its event is not as it was shown.
    """
    path, proposed = own(record), _open(id, record)
    _refuse_unsaid(signed)
    done, edits = _drafted(proposed, path, taking, signed.made.date())
    if taking.seen not in {"", done.mark}:
        raise Overtaken(
            f"proposal {id!r} or its event was changed meanwhile (expected another look)"
        )
    merged = taking.into not in {None, proposed.matched}
    decision = Decision(
        proposal=id,
        was=ProposalState.OPEN,
        becomes=ProposalState.MERGED if merged else ProposalState.ACCEPTED,
        event=done.id,
    )
    number = change(path, edits, act=Act.ACCEPT, signed=signed, decision=decision)
    return Accepted(change=number, effect=done)


def reject(id: ProposalId, record: Home | None, *, signed: Signature) -> ChangeId:
    """Turn a proposal down, and give the number of the change.

    InputError if there is no open proposal of that id, or no reason; Overtaken where somebody else
    decided meanwhile.
    """
    _open(id, record)
    _refuse_unsaid(signed)
    decision = Decision(proposal=id, was=ProposalState.OPEN, becomes=ProposalState.REJECTED)
    return change(own(record), [], act=Act.REJECT, signed=signed, decision=decision)


def _open(id: ProposalId, record: Home | None) -> Proposal:
    found = proposal(record, id)
    if found.decided is not None:
        raise InputError(
            f'proposal "{id}" was {found.state} by {found.decided.author} (expected an open one)'
        )
    return found


def _refuse_unsaid(signed: Signature) -> None:
    if not signed.reason:
        raise InputError('no reason "" (expected a few words on why)')


# --- what is drafted --------------------------------------------------------------------------


def _drafted(
    proposed: Proposal, path: Home, taking: Taking, today: date
) -> tuple[Effect, list[Edit]]:
    told = taking.event or proposed.event
    target = taking.into or proposed.matched
    with closing(SqlRecord(path)) as store:
        draft = Draft(store)
        if target is None:
            row, before = draft_event(to_add(told, taking.lacking), draft), None
            if not taking.anyway:
                refuse_known(row, draft)
        else:
            seen = _seen(Log(path), told, target)
            before = as_shown(seen, store)
            correcting = proposed.relation is Relation.CONFLICTS and target == proposed.matched
            row = upon(told, before, draft, lacking=taking.lacking, correcting=correcting)
            if row != before:
                draft.amend(table_of(row), row, seen, as_stored(row, seen, store))
        for cited in _cited(proposed.reports, draft, today):
            cite(draft, cited, (table_of(row), row.id))
        refuse_faulty(draft)
        edits = draft.edits()
        return _effect(row, before, draft, edits, proposed), edits


def _seen(log: Log, told: ToldEvent, id: EventId) -> Event:
    found: Event | None = log.stored(TABLES[told.kind], id)
    if found is None:
        raise InputError(f'no {told.kind} "{id}" (expected the id of one in the record)')
    return found


def _effect(
    row: Event, seen: Event | None, draft: Draft, edits: Iterable[Edit], proposed: Proposal
) -> Effect:
    table = BY_NAME[table_of(row)]
    after = shown(written(table, row)) or {}
    before = {} if seen is None else shown(written(table, seen)) or {}
    differing = [name for name in {**before, **after} if before.get(name) != after.get(name)]
    return Effect(
        id=row.id,
        says=describe(row, draft.names),
        before={name: before[name] for name in differing if name in before},
        after={name: after[name] for name in differing if name in after},
        citations=sum(edit.table == "citations" for edit in edits),
        mark=_mark(proposed, "" if seen is None else written(table, seen)),
    )


def _mark(proposed: Proposal, event: str) -> str:
    told = json.dumps(as_json(proposed), sort_keys=True)
    return sha256(f"{told}\n{event}".encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _cited(reports: Iterable[Report], draft: Draft, today: date) -> Iterator[Cited]:
    """What is cited: of each group of copies the first that was published."""
    groups: dict[str, Report] = {}
    for report in sorted(reports, key=lambda one: (one.published or date.max, one.document)):
        groups.setdefault(report.copies, report)
    for report in groups.values():
        words = report.sentence.split()
        quote = words if len(words) <= LONGEST_QUOTE else [*words[: LONGEST_QUOTE - 1], FOLDS]
        cited = Cited(
            source=_address(report),
            seen=When.on(today),
            locator=f"characters {report.start} to {report.end}",
            quote=" ".join(quote),
        )
        known = {name for one in known_sources(draft).values() for name in (one.id, one.url)}
        yield (
            cited
            if cited.source in known
            else replace(
                cited,
                title=report.title or report.document,
                publisher=report.publisher,
                published=None if report.published is None else When.on(report.published),
                kind=SourceKind.PRESS,
            )
        )


def _address(report: Report) -> str:
    return report.url or f"urn:document:{report.document}"
