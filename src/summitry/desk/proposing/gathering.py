"""Reports gathered to proposals: those of one event of the record, or of one that it lacks."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from summitry.desk.proposing.heard import Heard
from summitry.desk.proposing.matching import Aside, Match, Matcher
from summitry.desk.proposing.sight import Difference, Sight, differences, is_within, together
from summitry.desk.proposing.spans import LONGER, span_of
from summitry.model.days import ANY_DAY
from summitry.model.events import Encounter, Event, EventKind, Visit
from summitry.model.names import Names
from summitry.model.people import PersonId
from summitry.model.proposals import (
    Attendee,
    Proposal,
    ProposalId,
    ProposalState,
    Relation,
    Report,
    ToldEvent,
)
from summitry.model.when import Stretch, When

_NO_EVENT: Final = Match(None, frozenset(), "")

Cited = Callable[[Event, Report], bool]
"""Whether the record cites a report for an event."""


@dataclass(slots=True)
class Group:
    """Reports of one event; ``id`` is that of the open proposal that it goes on from."""

    match: Match
    sight: Sight
    reports: list[Report] = field(default_factory=list)
    id: ProposalId = ""


class Gathering:
    """What gathers reports to proposals, from the most exact to the vaguest.

    ``kept`` are the proposals of the record: what is told of the events of open ones goes to them,
    and what was decided is not asked again.
    """

    def __init__(self, matcher: Matcher, names: Names, kept: Iterable[Proposal] = ()) -> None:
        self._matcher, self._names = matcher, names
        self._groups: defaultdict[tuple[EventKind, frozenset[PersonId]], list[Group]]
        self._groups = defaultdict(list)
        self._decided: set[tuple[str, int, str]] = set()
        self.aside: Counter[Aside] = Counter()
        for proposal in kept:
            if proposal.state is ProposalState.OPEN:
                self._open(proposal)
            else:
                self._decided.update(map(_saying, proposal.reports))

    def gather(self, reports: Iterable[Heard]) -> None:
        """Put each report to the group of its event, or aside."""
        for one in sorted(reports, key=_exactness):
            if _saying(one.report) in self._decided:
                self.aside[Aside.DECIDED] += 1
                continue
            found = self._matcher.match(one.sight)
            if isinstance(found, Aside) and found is not Aside.VAGUE:
                self.aside[found] += 1
                continue
            self._put(one, found)

    def proposals(self, cited: Cited) -> Iterator[Proposal]:
        """A proposal of each group that has reports, by its id."""
        groups = [group for groups in self._groups.values() for group in groups if group.reports]
        made = (self._proposal(group, cited) for group in groups)
        return iter(sorted(made, key=lambda proposal: proposal.id))

    def _open(self, proposal: Proposal) -> None:
        people = frozenset(one.name for one in proposal.event.people)
        if not people <= self._names.people.keys():
            return
        sight = _of_told(proposal.event, self._names)
        found = self._matcher.match(sight)
        if isinstance(found, Match) and (found.event and found.event.id) == proposal.matched:
            group = Group(found, sight, list(proposal.reports), proposal.id)
            self._groups[sight.kind, people].append(group)

    def _put(self, one: Heard, found: Match | Aside) -> None:
        groups = self._groups[one.sight.kind, one.sight.people]
        of = found if isinstance(found, Match) else _NO_EVENT
        event, places = of.event, self._names.places
        same = [
            group
            for group in groups
            if (group.match.event, group.match.differs) == (event, of.differs)
            and differences(one.sight, group.sight, places) <= _may_differ(event)
        ]
        if len(same) > 1:
            self.aside[Aside.SEVERAL] += 1
        elif same:
            same[0].sight = together((same[0].sight, one.sight), places)
            if one.report not in same[0].reports:
                same[0].reports.append(one.report)
        elif isinstance(found, Match):
            groups.append(Group(found, one.sight, [one.report]))
        else:
            self.aside[found] += 1

    def _proposal(self, group: Group, cited: Cited) -> Proposal:
        event = group.match.event
        # Why it is that event is told by all that is known of it, not by what was told first.
        whole = self._matcher.match(group.sight)
        matched = whole if isinstance(whole, Match) and whole.event == event else group.match
        reports = sorted(group.reports, key=lambda one: (str(one.published), *_place(one)))
        return Proposal(
            id=group.id or _id(group),
            relation=self._relation(group, cited),
            event=_told(group.sight),
            because=matched.because,
            reports=tuple(reports),
            matched=None if event is None else event.id,
        )

    def _relation(self, group: Group, cited: Cited) -> Relation:
        event = group.match.event
        if event is None:
            return Relation.NEW
        if group.match.differs or _is_longer(group.sight, event):
            return Relation.CONFLICTS
        if any(_details(group.sight, event, self._names)):
            return Relation.ADDS_DETAIL
        known = all(cited(event, report) for report in group.reports)
        return Relation.CONFIRMS if known else Relation.ADDS_SOURCE


def _may_differ(event: Event | None) -> frozenset[Difference]:
    """In what tellings of an event may differ, all of them true: an event of days has many."""
    if event is not None and isinstance(event.when, Stretch):
        return frozenset({Difference.DAYS, Difference.PLACE})
    return frozenset()


def _exactness(one: Heard) -> tuple[int, int, str, int, str, str]:
    days = one.sight.days
    return (days.last - days.first, days.first, *_place(one.report))


def _saying(report: Report) -> tuple[str, int, str]:
    """What a document says where, whatever it is a copy of."""
    return report.document, report.start, report.says


def _place(report: Report) -> tuple[str, int, str, str]:
    return (report.document, report.start, report.says, report.copies)


def _is_longer(sight: Sight, event: Event) -> bool:
    """Whether the length that is told can't be the one on record."""
    held = event.minutes if isinstance(event, Encounter) else None
    if sight.minutes is None or held is None:
        return False
    told = sight.minutes
    above = held.most is not None and told.least > held.most
    return above or (told.most is not None and told.most < held.least)


def _details(sight: Sight, event: Event, names: Names) -> Iterator[bool]:
    """What a sight says more exactly than the record has it."""
    if isinstance(event.when, When):
        yield sight.days <= event.when.outer and sight.days != event.when.outer
    if sight.place is not None:
        yield event.place is None or (
            sight.place != event.place and is_within(sight.place, event.place, names.places)
        )
    yield sight.occasion is not None and event.occasion is None
    if isinstance(event, Visit):
        yield bool(sight.kinds) and (not event.kinds or sight.kinds < event.kinds)
        return
    yield bool(sight.settings) and (not event.settings or sight.settings < event.settings)
    yield not sight.topics <= event.topics
    yield sight.minutes is not None and event.minutes is None


def _told(sight: Sight) -> ToldEvent:
    return ToldEvent(
        kind=sight.kind,
        people=tuple(Attendee(name=person) for person in sorted(sight.people)),
        when=None if span_of(sight.days) is LONGER else When(sight.days),
        mode=next(iter(sight.modes)) if len(sight.modes) == 1 else None,
        settings=sight.settings,
        kinds=sight.kinds,
        place=sight.place or "",
        country=sight.country or "",
        occasion=sight.occasion or "",
        minutes=sight.minutes,
        topics=tuple(sorted(sight.topics)),
    )


def _of_told(told: ToldEvent, names: Names) -> Sight:
    """What a proposal tells, as far as the record has its names."""
    occasion = told.occasion if told.occasion in names.occasions else None
    return Sight(
        kind=told.kind,
        people=frozenset(one.name for one in told.people),
        days=ANY_DAY if told.when is None else told.when.outer,
        modes=frozenset() if told.mode is None else frozenset({told.mode}),
        settings=told.settings,
        kinds=told.kinds,
        place=told.place if told.place in names.places else None,
        country=told.country if told.country in names.places else None,
        occasion=occasion,
        series=None if occasion is None else names.occasions[occasion].series,
        topics=frozenset(told.topics) & names.topics.keys(),
        minutes=told.minutes,
    )


def _id(group: Group) -> ProposalId:
    """An id that hangs on the event and its reports alone: the same ones are the same proposal."""
    event, sight = group.match.event, group.sight
    first = sight.days.earliest
    named = event.id if event is not None else "-".join((*sorted(sight.people), str(first)))
    told = sorted(f"{one.document} {one.start}" for one in group.reports)
    mark = hashlib.sha256("\n".join((named, *told)).encode()).hexdigest()[:_DIGITS]
    return f"{named}-{mark}"


_DIGITS: Final = 6
