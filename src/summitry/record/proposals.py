"""What may be asked of the proposals that are kept beside a record's content."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final, Protocol

from summitry.model.proposals import Proposal, ProposalId, ProposalState

UNDECIDED: Final = frozenset({ProposalState.OPEN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """How many proposals were added, were renewed, and stayed as they were."""

    added: int = 0
    renewed: int = 0
    kept: int = 0


class Proposals(Protocol):
    """The proposals of one record. They are decided by a change of it (``record.editing``)."""

    def save(self, proposals: Iterable[Proposal]) -> Saved:
        """Keep open proposals, all or none; an open one of the same id gives way.

        One that was decided stays as it is: what a person said is not asked again. Saving the same
        twice changes nothing. RecordError if they can't be written.
        """
        ...

    def listed(self, states: Collection[ProposalState] = UNDECIDED) -> tuple[Proposal, ...]:
        """The proposals in one of these states, by id."""
        ...

    def proposal(self, id: ProposalId) -> Proposal | None:
        """The proposal with this id."""
        ...
