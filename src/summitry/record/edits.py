"""What is to be changed of a record: rows, and what becomes of a proposal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from summitry.model.events import EventId
from summitry.model.proposals import ProposalId, ProposalState


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A row of a table before and after; None where there is to be none, or was none.

    ``before`` is what whoever edits it has seen.
    """

    table: str
    before: Any
    after: Any

    @property
    def row(self) -> str:
        """The row's id."""
        return str((self.before or self.after).id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What becomes of a proposal with a change; ``event`` is what it is, or was, accepted as."""

    proposal: ProposalId
    was: ProposalState
    becomes: ProposalState
    event: EventId | None = None
