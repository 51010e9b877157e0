"""Preview: what would be true if two people met on a day in a place.

Each claim that is told is one that the record supports as of the day together with the meeting
supposed, and the visits that it implies. Of the days after those for which the record is complete
it is supposed that nothing happened; how far that is, each claim says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import islice
from typing import Final

from summitry.desk.facts import Facts, is_apart, rules_of
from summitry.desk.find import basis_of
from summitry.desk.scene import Scene, scene
from summitry.desk.standing import may_stand
from summitry.lexicon.tables import admitted, told
from summitry.model.bounds import Bounds, Tally
from summitry.model.claims import (
    EVERY_ENCOUNTER,
    Anchor,
    Claim,
    FirstSince,
    Held,
    HowMany,
    NoneBut,
    Roster,
    SinceEvent,
    SoMany,
    WhichOne,
    Who,
)
from summitry.model.days import FIRST_DAY, after
from summitry.model.events import Encounter, Event, EventKind, Mode, Visit
from summitry.model.findings import Bearing, Evidence, Finding, Gap, Lack, Verdict
from summitry.model.people import PersonId
from summitry.model.rules import CountingRule, Standing, counting_rules
from summitry.model.selection import Holder, Party, Selection, Someone
from summitry.reckoning import Frame, evaluate_in
from summitry.reckoning.asked import NO_RULE, ask
from summitry.reckoning.gather import gather
from summitry.reckoning.roster import who_had
from summitry.record.view import View
from summitry.telling.preview import Preview, Prospect

IN_PERSON: Final = frozenset({Mode.IN_PERSON})
ANY_NUMBER: Final = Bounds(0, None)


def preview(a: str, b: str, view: View, *, on: date, place: str, at: str | None = None) -> Preview:
    """What would be true if the two met there and then, at a gathering or on their own.

    Nothing is written. Raises what :func:`summitry.desk.scene.scene` raises.
    """
    previewing = _Previewing(scene(a, b, view, on=on, place=place, at=at))
    return previewing.preview()


@dataclass(frozen=True, slots=True)
class _Ranked:
    """What would be a first, and for how many days it has not been so."""

    prospect: Prospect
    days: int


@dataclass(frozen=True)
class _Previewing:
    scene: Scene

    @cached_property
    def then(self) -> Facts:
        """The record with what is supposed, nothing having happened since."""
        return Facts(self.scene.frame())

    @cached_property
    def as_known(self) -> Facts:
        """The record with what is supposed, whatever may have happened since."""
        return Facts(self.scene.frame(carried_on=False))

    @cached_property
    def before(self) -> Facts:
        """The record without what is supposed, nothing having happened since."""
        return Facts(self.scene.frame(with_meeting=False))

    @property
    def supposed(self) -> frozenset[str]:
        return frozenset({self.scene.meeting.id, *(v.id for v in self.scene.visits)})

    def preview(self) -> Preview:
        names = self.scene.names if self.scene.gathering is None else self.then.frame.names
        firsts, unknown = self.firsts()
        return Preview(
            people=self.scene.people,
            meeting=self.scene.meeting,
            visits=self.scene.visits,
            basis=basis_of(self.scene.view),
            names=names,
            sources=self.scene.view.sources(),
            series=self.scene.series,
            firsts=firsts,
            counts=tuple(self.counts()),
            before=tuple(self.who_met_there()),
            last=tuple(self.last()),
            unknown=unknown,
        )

    # --- the selections of which it would be one ------------------------------------------------

    @property
    def pair(self) -> Selection:
        one, other = self.scene.people
        return Selection(who=Someone(one), whom=Someone(other), modes=IN_PERSON)

    @property
    def of_offices(self) -> Selection | None:
        one, other = self.scene.offices
        if one is None or other is None or one == other:
            return None
        return Selection(who=Holder(one), whom=Holder(other), modes=IN_PERSON)

    def chains(self) -> Iterator[tuple[Selection, ...]]:
        """Selections that hold the meeting or a visit; in a chain each holds the next one's events.

        Where a wider one tells a first, a narrower one goes without saying.
        """
        yield (self.pair,)
        both = self.of_offices
        if both is not None:
            yield (both,)
        wide = [one for one in (both, self.pair) if one is not None]
        # The first of all goes without saying to be the first in its place.
        for one in filter(self.held, wide):
            yield tuple(self.placed(one))
        gathering = self.scene.gathering
        if gathering is not None and gathering.series is not None:
            yield tuple(replace(one, series=gathering.series) for one in filter(self.held, wide))
        elif gathering is not None and self.held(self.pair):
            yield (replace(self.pair, occasion=gathering.id),)
        yield from self.visited()

    def placed(self, selection: Selection) -> Iterator[Selection]:
        """The selection in the country, and in the place itself."""
        country, place = self.scene.country, self.scene.place.id
        if country is not None:
            yield replace(selection, place=country)
        if place != country:
            yield replace(selection, place=place)

    def visited(self) -> Iterator[tuple[Selection, ...]]:
        """The visits to the country, by a holder of the visitor's office and by the visitor."""
        offices = dict(zip(self.scene.people, self.scene.offices, strict=True))
        for visit in self.scene.visits:
            office = offices[visit.person]
            own = Selection(
                kind=EventKind.VISIT, who=Someone(visit.person), place=self.scene.country
            )
            yield (own,) if office is None else (replace(own, who=Holder(office)), own)

    def event_of(self, selection: Selection) -> Event:
        """The event supposed that the selection holds."""
        if selection.kind is EventKind.ENCOUNTER:
            return self.scene.meeting
        who = selection.who
        return next(
            visit
            for visit in self.scene.visits
            if (isinstance(who, Someone) and who.person == visit.person)
            or (isinstance(who, Holder) and who.office in self._offices_of(visit.person))
        )

    def _offices_of(self, person: PersonId) -> tuple[str | None, ...]:
        pairs = zip(self.scene.people, self.scene.offices, strict=True)
        return tuple(office for one, office in pairs if one == person)

    def held(self, selection: Selection) -> tuple[Event, ...]:
        """What is surely on record of it before, by earliest day.

        Group sessions are left aside, unless there was nothing else.
        """
        frame = self.before.frame
        sure = gather(ask(selection, NO_RULE, frame.names), frame).sure
        return tuple(filter(is_apart, sure)) or sure

    # --- firsts -----------------------------------------------------------------------------------

    def firsts(self) -> tuple[tuple[Prospect, ...], tuple[Finding, ...]]:
        """What it would be the first of, what has not been so for longest first; what is open."""
        ranked: list[_Ranked] = []
        unknown: list[Finding] = []
        told: set[object] = set()
        for chain in filter(None, self.chains()):
            found, openly = self.along(chain)
            # That none was since the last of all says it of those in one place, too.
            elsewhere = chain[0].place is None and chain[0].series is None
            ranked += [one for one in found if elsewhere or _news(one.prospect) not in told]
            told |= {_news(one.prospect) for one in found}
            # What is open of someone is asked sooner than what is open of all who held the office.
            of_people = chain[0].kind is EventKind.VISIT
            unknown += [] if found else openly[-1:] if of_people else openly[:1]
        ordered = sorted(ranked, key=lambda one: -one.days)
        return tuple(one.prospect for one in ordered), tuple(_each_once(unknown))

    def along(self, chain: tuple[Selection, ...]) -> tuple[list[_Ranked], list[Finding]]:
        """What is known and what is open of each selection, until one tells of a first ever."""
        known: dict[object, _Ranked] = {}
        openly: list[Finding] = []
        for selection in chain:
            found, lacking = self.first(selection)
            for one in found:
                known.setdefault(_news(one.prospect), one)
            openly += lacking
            if any(isinstance(one.prospect.claim, WhichOne) for one in found):
                break
        return list(known.values()), openly

    def first(self, selection: Selection) -> tuple[list[_Ranked], list[Finding]]:
        """That it would be the first ever, or since the last one; or what keeps it open."""
        that = self.then.meant(selection, self.event_of(selection))
        rules = told("visit" if selection.kind is EventKind.VISIT else "first")
        ever = WhichOne(selection=selection, position=1, that=that, rules=rules)
        held = self.held(selection)
        claims: list[tuple[Claim, Event | None]] = [(ever, None)]
        if held:
            placed = replace(selection, series=None, occasion=None)
            anchor = SinceEvent(self.before.meant(placed, held[-1]))
            since = FirstSince(selection=selection, anchor=anchor, that=that, rules=rules)
            claims.append((since, held[-1]))
        among = len(self.held(_anywhere(selection)))
        found = [
            _Ranked(
                replace(prospect, among=0 if held or last is not None else among),
                self.days_since(selection, last),
            )
            for claim, last in claims
            if (prospect := self.prospect(claim, last)) is not None
        ]
        return found, [] if found else list(islice(self.lacking(reversed(claims)), 1))

    def lacking(self, claims: Iterable[tuple[Claim, Event | None]]) -> Iterator[Finding]:
        """What keeps the claims open, each by each of its rules: of the days since the last one."""
        for claim, last in claims:
            for rule in claim.rules:
                finding = self.then.find(replace(claim, rules=(rule,)))
                if finding.verdict is Verdict.NOT_ENOUGH_EVIDENCE:
                    first = FIRST_DAY if last is None else last.when.start.possible.first
                    yield replace(finding, gaps=_since(first, finding.gaps))

    def days_since(self, selection: Selection, last: Event | None) -> int:
        """For how long nothing like it has been: since the last, or since there could be one.

        That is the first event like it elsewhere or, without one, when both had come into office.
        """
        if last is not None:
            return self.scene.on.toordinal() - last.when.outer.last
        if earlier := self.held(_anywhere(selection)):
            return self.scene.on.toordinal() - earlier[0].when.start.possible.first
        tenures = self.scene.names.tenures_of
        starts = [
            tenures[p][0].when.start.possible.first for p in self.scene.people if p in tenures
        ]
        return self.scene.on.toordinal() - max(starts, default=self.scene.on.toordinal())

    def prospect(self, claim: Claim, last: Event | None = None) -> Prospect | None:
        """The claim by the first of its rules that supports it, with what it rests on."""
        finding = self.then.support(claim)
        if finding is None:
            return None
        taken = () if finding.rule is None else (finding.rule.id,)
        return Prospect(
            claim=replace(claim, rules=taken),
            last=None if last is None else last.when,
            evidence=self.on_record(finding) if last is None else self.rests_on(last),
            known_to=self.known_to(replace(claim, rules=taken)),
        )

    def on_record(self, finding: Finding) -> tuple[Evidence, ...]:
        """The events that a finding counts, or may count, without what is supposed."""
        return tuple(
            one
            for one in finding.evidence
            if isinstance(one.row, Encounter | Visit)
            and one.row.id not in self.supposed
            and one.bearing in {Bearing.COUNTS, Bearing.MAY_COUNT}
        )

    def rests_on(self, event: Event) -> tuple[Evidence, ...]:
        """One event of the record, whole, with its citations."""
        table = "visits" if isinstance(event, Visit) else "encounters"
        whole = self.scene.view.event(event.id) or event
        return (Evidence(whole, Bearing.COUNTS, self.scene.view.citations(table, event.id)),)

    def known_to(self, claim: Claim) -> date | None:
        """The last day before those of which the claim needs that nothing happened."""
        return self._known_to(claim, self.as_known.frame)

    def _known_to(self, claim: Claim, as_known: Frame) -> date | None:
        finding = evaluate_in(as_known, claim, rules_of(claim))
        added = self.scene.carried_on
        left = [] if finding.verdict is Verdict.SUPPORTED else [gap.days for gap in finding.gaps]
        days = [(one & added).first for one in left if one is not None and one.meets(added)]
        ends = [day - 1 for day in days]
        if self.scene.offices_known_to is not None and _names_offices(claim):
            ends.append(self.scene.offices_known_to)
        return date.fromordinal(min(ends)) if ends else None

    # --- numbers ----------------------------------------------------------------------------------

    def counts(self) -> Iterator[Prospect]:
        """Which one it would be, of their meetings, of those there, and of each one's visits."""
        yield from self.numbered(self.pair)
        gathering = self.scene.gathering
        narrower = list(self.placed(self.pair))
        if gathering is not None and gathering.series is not None:
            narrower.append(replace(self.pair, series=gathering.series))
        narrower += [chain[-1] for chain in self.visited()]
        for selection in narrower:
            if len(self.held(selection)) > 1:
                yield from self.numbered(selection)[:1]

    def numbered(self, selection: Selection) -> tuple[Prospect, ...]:
        """The number by each rule that counts it and gives another; a least one if all are open."""
        by_number: dict[Tally, list[CountingRule]] = {}
        openly: list[tuple[int, CountingRule]] = []
        for rule, tally in self.tallies(selection):
            if tally.possibly is not None:
                by_number.setdefault(tally, []).append(rule)
            else:
                openly.append((tally.surely, rule))
        if not by_number and openly:
            least, rule = max(openly, key=lambda one: (one[0], (one[1].id,) == EVERY_ENCOUNTER))
            by_number = {Tally(least, None): [rule]} if least > 1 else {}
        found = (self.number(selection, t, _named(rules)) for t, rules in by_number.items())
        return tuple(one for one in found if one is not None)

    def tallies(self, selection: Selection) -> Iterator[tuple[CountingRule, Tally]]:
        """The number, the one supposed included, by each rule that surely counts that."""
        frame, event = self.then.frame, self.event_of(selection)
        for rule in counting_rules().values():
            if not rule.is_meant_for(selection.kind):
                continue
            if not may_stand(selection, rule.standing, frame.names):
                continue
            if not gather(ask(selection, rule, frame.names), frame).truth_of(event).surely():
                continue
            tally = self.then.find(_counting(selection, ANY_NUMBER, rule)).tally
            if tally is not None:
                yield rule, tally

    def number(
        self, selection: Selection, tally: Tally, rules: list[CountingRule]
    ) -> Prospect | None:
        """The claim that it is the one of this number, by the first of the rules that give it."""
        that = self.then.meant(selection, self.event_of(selection))
        claim: Claim = _counting(selection, tally.bounds, rules[0])
        if tally.surely == tally.possibly:
            claim = WhichOne(
                selection=selection, position=tally.surely, that=that, rules=claim.rules
            )
        found = self.prospect(claim)
        if found is None:
            return None
        evidence = found.evidence
        if tally.possibly is not None and tally.possibly > tally.surely:
            most = _counting(selection, Bounds.exactly(tally.possibly), rules[0])
            evidence = self.on_record(self.then.find(most))
        return replace(found, rules=tuple(rule.id for rule in rules), evidence=evidence)

    # --- what there was ---------------------------------------------------------------------------

    def who_met_there(self) -> Iterator[Prospect]:
        """Which holders of each office met a holder of the other there, or in the country."""
        both = self.of_offices
        if both is None:
            return
        places = [one for one in reversed(list(self.placed(both))) if self.held(one)]
        told: set[str] = set()
        for selection in places[:1]:
            for among in (selection.who, selection.whom):
                for prospect in self.roster(selection, among):
                    rows = {one.row.id for one in prospect.evidence}
                    yield from () if rows <= told else (prospect,)
                    told |= rows

    def roster(self, selection: Selection, among: Party | None) -> Iterator[Prospect]:
        """That these holders of the office, and no others, met a holder of the other."""
        if not isinstance(among, Holder):
            return
        asked = Who(
            among=among,
            selection=selection,
            roster=NoneBut(frozenset()),
            rules=admitted("in-office"),
        )
        for rule in rules_of(asked):
            had = frozenset(who_had(asked, rule, self.before.frame))
            rosters: tuple[Roster, ...] = (NoneBut(had), SoMany(Bounds(len(had), None)))
            for roster in rosters if had else ():
                claim = replace(asked, roster=roster, rules=(rule.id,))
                finding = self.before.find(claim)
                if finding.verdict is Verdict.SUPPORTED:
                    known_to = self._known_to(claim, self._base)
                    rows = self.on_record(finding)
                    yield Prospect(claim=claim, rules=claim.rules, evidence=rows, known_to=known_to)
                    return

    @cached_property
    def _base(self) -> Frame:
        return self.scene.frame(carried_on=False, with_meeting=False)

    def last(self) -> Iterator[Evidence]:
        """The last meeting on record, and a contact of another kind if one came after it."""
        met = self.held(self.pair)
        yield from self.rests_on(met[-1]) if met else ()
        contacts = self.held(replace(self.pair, modes=frozenset(Mode) - IN_PERSON))
        met_to = met[-1].when.outer.last if met else FIRST_DAY
        if contacts and contacts[-1].when.start.possible.first > met_to:
            yield from self.rests_on(contacts[-1])


def _anywhere(selection: Selection) -> Selection:
    """The selection, wherever and at whatever gathering."""
    return replace(selection, place=None, series=None, occasion=None)


def _counting(selection: Selection, number: Bounds, rule: CountingRule) -> HowMany:
    return HowMany(selection=selection, number=number, rules=(rule.id,))


def _named(rules: list[CountingRule]) -> list[CountingRule]:
    """The rules, last the one that goes without saying."""
    return sorted(rules, key=lambda rule: (rule.id,) == EVERY_ENCOUNTER)


def _names_offices(claim: Claim) -> bool:
    """Whether it matters to the claim who holds which office."""
    if isinstance(claim, Held):
        return True
    parties = (claim.selection.who, claim.selection.whom)
    stand = any(rule.standing is not Standing.ANY for rule in rules_of(claim))
    return stand or any(isinstance(party, Holder) for party in parties)


def _since(first: int, gaps: tuple[Gap, ...]) -> tuple[Gap, ...]:
    """What of the gaps matters from a day on: that the record isn't complete, where it isn't."""
    days = after(first)
    lacking = [
        replace(gap, days=gap.days & days)
        for gap in gaps
        if gap.lack is Lack.COVERAGE and gap.days is not None and gap.days.meets(days)
    ]
    return tuple(lacking) or gaps


def _news(prospect: Prospect) -> object:
    """What makes two firsts the same news: the event that it was so at last, if any."""
    return prospect.evidence[0].row.id if prospect.last is not None else prospect.claim


def _each_once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, of those that count from one event the first."""
    seen: set[Claim | Anchor] = set()
    for finding in findings:
        claim = finding.claim
        what = claim.anchor if isinstance(claim, FirstSince) else claim
        if what not in seen:
            seen.add(what)
            yield finding
