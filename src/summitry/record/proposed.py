"""The proposals that are kept with a record, apart from its content."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import datetime

import sqlalchemy as sql

from summitry.model.changes import Signature
from summitry.model.problems import RecordError
from summitry.model.proposals import Proposal, ProposalId, ProposalState
from summitry.record.editing import transaction, writing
from summitry.record.home import Home
from summitry.record.keeper import UNREAD, keeper_of
from summitry.record.proposal_json import as_json, from_json
from summitry.record.proposals import UNDECIDED, Saved
from summitry.record.schema import PROPOSALS


class SqlProposals:
    """The proposals of a record kept in SQL; RecordError where there is none, or it is damaged."""

    def __init__(self, home: Home) -> None:
        self._keeper = keeper_of(home)

    def save(self, proposals: Iterable[Proposal]) -> Saved:
        """Keep open proposals, all or none; an open one of the same id gives way."""
        done: Counter[str] = Counter()
        with writing(self._keeper) as connection, transaction(self._keeper, connection):
            for proposal in proposals:
                done[_save(connection, proposal)] += 1
        return Saved(**done)

    def listed(self, states: Collection[ProposalState] = UNDECIDED) -> tuple[Proposal, ...]:
        """The proposals in one of these states, by id."""
        asked = sql.select(PROPOSALS).where(PROPOSALS.c.state.in_(sorted(states)))
        with self._reading() as connection:
            found = connection.execute(asked.order_by(PROPOSALS.c.id)).mappings().all()
            return tuple(map(_proposal, found))

    def proposal(self, id: ProposalId) -> Proposal | None:
        """The proposal with this id."""
        asked = sql.select(PROPOSALS).where(PROPOSALS.c.id == id)
        with self._reading() as connection:
            found = connection.execute(asked).mappings().first()
            return None if found is None else _proposal(found)

    @contextmanager
    def _reading(self) -> Iterator[sql.Connection]:
        try:
            with closing(self._keeper.reading()) as connection:
                yield connection
        except UNREAD as error:
            raise self._keeper.unreadable(error) from None


def _save(connection: sql.Connection, proposal: Proposal) -> str:
    """What was done with a proposal: added, renewed or kept."""
    told = json.dumps(as_json(proposal), ensure_ascii=False, separators=(",", ":"))
    this = PROPOSALS.c.id == proposal.id
    known = connection.execute(sql.select(PROPOSALS.c.state, PROPOSALS.c.told).where(this)).first()
    if known is None:
        row = {"id": proposal.id, "state": ProposalState.OPEN, "told": told}
        connection.execute(PROPOSALS.insert(), row)
        return "added"
    if known.state != ProposalState.OPEN or known.told == told:
        return "kept"
    connection.execute(PROPOSALS.update().where(this).values(told=told))
    return "renewed"


def _proposal(row: sql.RowMapping) -> Proposal:
    try:
        proposal = from_json(json.loads(row["told"]))
    except (ValueError, KeyError, TypeError) as error:
        raise RecordError(f"proposal {row['id']!r} is damaged: {error}") from None
    state = ProposalState(row["state"])
    if state is ProposalState.OPEN:
        return proposal
    made = datetime.fromisoformat(row["made"])
    signed = Signature(author=row["author"], made=made, reason=row["reason"])
    return replace(proposal, state=state, decided=signed, became=row["became"])
