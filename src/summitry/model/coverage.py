"""Coverage: where the record is complete, so that its silence means something."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from summitry.model.events import Mode, VisitKind
from summitry.model.places import PlaceId
from summitry.model.selection import Party
from summitry.model.when import Stretch


class Covered(StrEnum):
    """What kind of row a coverage statement speaks of."""

    ENCOUNTER = "encounter"
    VISIT = "visit"
    TENURE = "tenure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """The statement that the record is complete for a kind of event between parties in a span.

    ``complete`` False: the record is known to lack some there. Encounters name ``who`` and
    ``whom`` (None: anyone) and a ``mode`` (None: every mode); visits name the visitor, the
    ``country`` (None: every country; of a complete statement on holders of offices, but their own)
    and the ``visit_kinds`` (empty: every kind); tenures name as ``who`` the office, a ``Holder``,
    or the person.
    """

    id: str
    kind: Covered
    who: Party
    when: Stretch
    whom: Party | None = None
    country: PlaceId | None = None
    mode: Mode | None = None
    visit_kinds: frozenset[VisitKind] = frozenset()
    complete: bool = True
    note: str = ""
