"""What would be true of a meeting that is only supposed, as the values that it is told from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from summitry.model.citations import Source, SourceId
from summitry.model.claims import Claim, RuleId
from summitry.model.events import Encounter, Visit
from summitry.model.findings import Evidence, Finding
from summitry.model.names import Names
from summitry.model.occasions import SeriesId
from summitry.model.people import PersonId
from summitry.model.when import Moment
from summitry.telling.basis import Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class Prospect:
    """One claim that the record supports together with what is supposed.

    ``rules`` are, of a number, all that give it, the claim's own first. ``last`` is when it was so
    the last time, if it is the first since; of a first ever ``among`` is how many there were like
    it, elsewhere say. ``evidence`` are the events on record that it rests on.
    ``known_to`` is the last day to which the record is complete for it (None: it is so whatever the
    record lacks): of the days after it, that nothing happened is supposed.
    """

    claim: Claim
    rules: tuple[RuleId, ...] = ()
    last: Moment | None = None
    among: int = 0
    evidence: tuple[Evidence, ...] = ()
    known_to: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What would be true if two people met on a day in a place.

    ``firsts`` are ranked, what has not been so for longest first. ``before`` tells who met there
    before, ``last`` are the last meeting and the last contact of another kind, ``unknown`` what the
    record can't know. ``series``: the meeting is at any gathering of it, not at one on record.
    ``sources`` holds at least the sources that the citations name.
    """

    people: tuple[PersonId, PersonId]
    meeting: Encounter
    visits: tuple[Visit, ...]
    basis: Basis
    names: Names
    sources: Mapping[SourceId, Source]
    series: SeriesId | None = None
    firsts: tuple[Prospect, ...] = ()
    counts: tuple[Prospect, ...] = ()
    before: tuple[Prospect, ...] = ()
    last: tuple[Evidence, ...] = ()
    unknown: tuple[Finding, ...] = ()

    @property
    def on(self) -> date:
        """The day of the meeting."""
        return date.fromordinal(self.meeting.when.start.possible.first)

    @property
    def known_to(self) -> date | None:
        """The last day to which the record is complete for all that is told (None: for any day)."""
        told = (*self.firsts, *self.counts, *self.before)
        return min((one.known_to for one in told if one.known_to is not None), default=None)
