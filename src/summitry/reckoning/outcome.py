"""What a claim comes to under one counting rule."""

from __future__ import annotations

from dataclasses import dataclass

from summitry.model.bounds import Tally
from summitry.model.coverage import Coverage
from summitry.model.events import Event
from summitry.model.findings import Correction, Gap
from summitry.model.people import Tenure
from summitry.model.truth import Truth


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The claim's truth, the number it hangs on, and the rows that it rests on.

    ``counts`` surely count, ``maybe`` may, ``context`` sets the frame; ``gaps`` are why the truth
    is open, if it is; ``correction`` is what the record has instead, if the claim is false.
    """

    truth: Truth
    tally: Tally | None = None
    counts: tuple[Event, ...] = ()
    maybe: tuple[Event, ...] = ()
    context: tuple[Event | Tenure | Coverage, ...] = ()
    gaps: frozenset[Gap] = frozenset()
    correction: Correction | None = None
