"""Ask: a question, answered from a record by claims that the record supports."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, assert_never

from summitry.desk.choosing import best, is_overruled, widest
from summitry.desk.facts import Facts, rules_of
from summitry.desk.find import basis_of
from summitry.desk.spells import spells
from summitry.lexicon.tables import told as told_by
from summitry.model.bounds import Bounds, Tally
from summitry.model.claims import (
    Claim,
    Detail,
    FirstSince,
    Held,
    HowMany,
    Lasted,
    NoneBut,
    NoneSince,
    NthOf,
    SinceEvent,
    SoMany,
    TookPlace,
    WhichOne,
    Who,
)
from summitry.model.coverage import Covered
from summitry.model.days import LAST_DAY
from summitry.model.events import Encounter, Event, EventKind, Visit
from summitry.model.findings import Bearing, Finding, Verdict, weakest
from summitry.model.people import PersonId
from summitry.model.questions import ANY_NUMBER, SOMEBODY, Answer, Hole, Question
from summitry.model.rules import CountingRule
from summitry.model.selection import Holder, Selection, Someone
from summitry.reading import Parser
from summitry.reading.questions import read_question
from summitry.reckoning import Frame, evaluate_in
from summitry.reckoning.ranking import at_position
from summitry.reckoning.roster import who_had
from summitry.record.view import Narrowing, View
from summitry.telling.answers import Answered
from summitry.telling.event import holders

_NONE: Final = Tally(0, 0)


def ask(
    text: str, view: View, *, as_of: date | None, today: date, parser: Parser | None = None
) -> Answered:
    """Answer a question from a record as of a day; InputError if it can't be read.

    Without one it is as of today, or of the last day up to which the record is complete: of the
    days after it, silence would say nothing.
    """
    frame = Frame.of(view, as_of or min(today, reach(view)))
    question = read_question(text, frame.names, as_of=frame.as_of, parser=parser)
    return Answered(
        answer=answer(question, frame),
        as_of=frame.as_of,
        basis=basis_of(view),
        names=frame.names,
        sources=view.sources(),
    )


def reach(view: View) -> date:
    """The last day on which the record is complete for some events, and for who held office."""
    ends: dict[Covered, int] = {}
    for coverage in view.coverage():
        if coverage.complete and not coverage.when.core.is_empty():
            last = coverage.when.core.last
            ends[coverage.kind] = max(last, ends.get(coverage.kind, last))
    return date.fromordinal(min(ends.values(), default=LAST_DAY))


def answer(question: Question, frame: Frame) -> Answer:
    """What the record of a frame answers."""
    asked, claim = _Asked(question, Facts(frame)), question.claim
    if question.hole is Hole.TRUTH:
        return asked.truth()
    match claim:
        case HowMany():
            return asked.counted(lambda number: replace(claim, number=number))
        case Who():
            return asked.roster(claim)
        case TookPlace() if question.hole is Hole.PERSON:
            return asked.people(claim.selection)
        case TookPlace():
            return asked.events(claim.selection)
        case WhichOne():
            return asked.which_one(claim)
        case FirstSince():
            return asked.first_since(claim)
        case NoneSince():
            return asked.none_since(claim)
        case Detail():
            return asked.lengths(claim.selection)
        case Held():
            return asked.held(claim)
        case _:
            assert_never(claim)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question that is being answered."""

    question: Question
    facts: Facts

    @property
    def frame(self) -> Frame:
        return self.facts.frame

    def answer(self, found: Iterable[Finding], ground: Finding | None = None) -> Answer:
        return Answer(question=self.question, found=tuple(found), ground=ground)

    def known(self, finding: Finding) -> Answer:
        """The answer that one finding gives."""
        return self.answer([finding], finding)

    def truth(self) -> Answer:
        """The findings of the claims; what they rest on is that of the weakest."""
        found = tuple(map(self.facts.find, self.question.claims))
        verdict = weakest(tuple(finding.verdict for finding in found))
        return self.answer(found, next(one for one in found if one.verdict is verdict))

    def supported(self, claims: Iterable[Claim]) -> tuple[Finding, ...]:
        """The findings of those claims that are Supported, each claim once."""
        found = map(self.facts.find, dict.fromkeys(claims))
        return tuple(finding for finding in found if finding.verdict is Verdict.SUPPORTED)

    # --- how many ----------------------------------------------------------------------------

    def counted(self, filled: Callable[[Bounds], Claim]) -> Answer:
        """The number by the best rule, with what the others give.

        Where it is not exact, what is lacking is what keeps the least number from being all.
        """
        whole = filled(ANY_NUMBER)
        alone = (self.facts.find(replace(whole, rules=(rule,))) for rule in whole.rules)
        counts = tuple(count for finding in alone for count in finding.counts)
        count = best(counts)
        if count is None:
            return self.answer((), self.facts.find(filled(Bounds.exactly(0))))
        tally = count.tally
        claim = replace(filled(tally.bounds), rules=(count.rule.id,))
        known = replace(self.facts.find(claim), counts=counts)
        rule = widest(counts).rule if tally == _NONE else count.rule
        least = replace(filled(Bounds.exactly(tally.surely)), rules=(rule.id,))
        return self.answer([known], replace(self.facts.find(least), counts=counts))

    # --- holders of an office ----------------------------------------------------------------

    def roster(self, claim: Who) -> Answer:
        """How many holders of the office, which ones, or who first."""
        match claim.roster:
            case SoMany():
                return self.counted(lambda number: replace(claim, roster=SoMany(number)))
            case NthOf():
                return self._holders(claim, self._nth_of)
            case _:
                return self._holders(claim, self._none_but)

    def _holders(self, claim: Who, filled: Callable[[Who, CountingRule], Iterator[Who]]) -> Answer:
        """The claim filled so that one of the rules supports it, the first that does."""
        lacking: list[Finding] = []
        for rule in rules_of(claim):
            for one in filled(claim, rule):
                finding = self.facts.find(replace(one, rules=(rule.id,)))
                if finding.verdict is Verdict.SUPPORTED:
                    return self.known(finding)
                lacking += [finding] if finding.gaps else []
        nearest = min(lacking, key=lambda finding: len(finding.gaps), default=None)
        return self.answer((), nearest or self.facts.find(claim))

    def _none_but(self, claim: Who, rule: CountingRule) -> Iterator[Who]:
        had = frozenset(who_had(claim, rule, self.frame))
        yield replace(claim, roster=NoneBut(had))

    def _nth_of(self, claim: Who, rule: CountingRule) -> Iterator[Who]:
        position = claim.roster.position if isinstance(claim.roster, NthOf) else 1
        for person in who_had(claim, rule, self.frame):
            yield replace(claim, roster=NthOf(person, position))

    # --- events ------------------------------------------------------------------------------

    def sure(self, selection: Selection) -> tuple[tuple[Event, ...], Finding]:
        """The events that surely match, and the finding on whether they are all."""
        least = evaluate_in(self.frame, HowMany(selection=selection, number=ANY_NUMBER)).tally
        known = 0 if least is None else least.surely
        finding = evaluate_in(
            self.frame, HowMany(selection=selection, number=Bounds.exactly(known))
        )
        events = tuple(
            one.row
            for one in finding.evidence
            if one.bearing is Bearing.COUNTS and isinstance(one.row, Encounter | Visit)
        )
        return events, finding

    def events(self, selection: Selection) -> Answer:
        """That the events of a selection took place, each when and where it did."""
        sure, ground = self.sure(selection)
        if not sure:
            return self._none(selection)
        told = (TookPlace(selection=self.facts.meant(selection, event)) for event in sure)
        return self.answer(self.supported(told), ground)

    def _none(self, selection: Selection) -> Answer:
        """That there was no such event, or that it isn't known."""
        never = HowMany(selection=selection, number=Bounds.exactly(0))
        return self.answer(self.supported([never]), self.facts.find(TookPlace(selection=selection)))

    def people(self, selection: Selection) -> Answer:
        """Who took part in the events of a selection."""
        if selection.kind is EventKind.VISIT:
            return self._visitors(selection)
        sure, ground = self.sure(selection)
        if not sure:
            return self._none(selection)
        told = (
            TookPlace(selection=self.facts.meant(replace(selection, whom=Someone(person)), event))
            for event in sure
            for person in sorted(event.people - self._own(selection, event))
        )
        return self.answer(self.supported(told), ground)

    def _own(self, selection: Selection, event: Event) -> frozenset[PersonId]:
        """Who took part as the party that the question names."""
        match selection.who:
            case Someone(person):
                return frozenset({person})
            case Holder(office):
                return frozenset(holders(self.frame.names, office, event.when))
            case _:
                assert_never(selection.who)

    def _visitors(self, selection: Selection) -> Answer:
        """Who of the people on record made a visit of a selection."""
        days = selection.window.possibly & self.frame.past
        visits = self.frame.view.events(Narrowing(kind=EventKind.VISIT, days=days))
        visitors = dict.fromkeys(person for visit in visits for person in sorted(visit.people))
        asked = [self._by(selection, person) for person in visitors]
        told = (
            TookPlace(selection=self.facts.meant(one, event))
            for one in asked
            for event in self.sure(one)[0]
        )
        found = self.supported(told)
        nobody = TookPlace(selection=asked[0] if asked else selection)
        return self.answer(found, found[0] if found else self.facts.find(nobody))

    def _by(self, selection: Selection, person: PersonId) -> Selection:
        """The selection with the person as the one who is asked for."""
        who = selection.who
        if isinstance(who, Someone) and who.person == SOMEBODY:
            return replace(selection, who=replace(who, person=person))
        return selection

    def lengths(self, selection: Selection) -> Answer:
        """How long each of the events of a selection lasted, where that is known."""
        sure, ground = self.sure(selection)
        if not sure:
            return self._none(selection)
        told = (
            Detail(selection=self.facts.meant(selection, event), aspect=Lasted(event.minutes))
            for event in sure
            if isinstance(event, Encounter) and event.minutes is not None
        )
        found = self.supported(told)
        some = Detail(selection=selection, aspect=Lasted(Bounds.exactly(1)))
        return self.answer(found, ground if found else self.facts.find(some))

    # --- orders ------------------------------------------------------------------------------

    def which_one(self, claim: WhichOne) -> Answer:
        """The one at the position, of those that have all that the question says of it.

        Whether "first met in Geneva" says that the first meeting was there, or asks for the first
        there: if the first of all was there, it is the first there too.
        """
        selection = claim.that
        rules, of_all = claim.rules, abs(claim.position) == 1
        if of_all:
            row = "visit" if selection.kind is EventKind.VISIT else "first"
            rules = tuple(dict.fromkeys((*rules, *told_by(row))))
        lacking: Finding | None = None
        nearest: Event | None = None
        for rule in rules_of(replace(claim, rules=rules)):
            there = at_position(selection, claim.position, rule, self.frame)
            for event in there if claim.position > 0 else reversed(there):
                that = self.facts.meant(selection, event)
                one = replace(claim, selection=selection, that=that, rules=(rule.id,))
                finding = self.facts.find(one)
                counts = self.facts.find(replace(one, rules=rules)).counts
                overruled = of_all and is_overruled(rule, counts)
                if finding.verdict is Verdict.SUPPORTED and not overruled:
                    return self.known(replace(finding, counts=counts))
                if lacking is None:
                    lacking, nearest = finding, event
        if nearest is None or lacking is None:
            return self._none(selection)
        return self.answer(self._took_place(selection, nearest), lacking)

    def _took_place(self, selection: Selection, event: Event) -> tuple[Finding, ...]:
        return self.supported([TookPlace(selection=self.facts.meant(selection, event))])

    def first_since(self, claim: FirstSince) -> Answer:
        """The first event after the anchor."""
        sure, _ = self.sure(claim.that)
        lacking: Finding | None = None
        for event in sure:
            one = replace(claim, that=self.facts.meant(claim.that, event))
            finding = self.facts.find(one)
            if finding.verdict is Verdict.SUPPORTED:
                return self.known(finding)
            if finding.verdict is not Verdict.REFUTED:
                lacking = lacking or finding
        return self.answer((), lacking or self.facts.find(claim))

    def none_since(self, claim: NoneSince) -> Answer:
        """The last event, after which there was none."""
        sure, _ = self.sure(claim.selection)
        if not sure:
            return self._none(claim.selection)
        rules = tuple(dict.fromkeys((*claim.rules, *told_by("negative"))))
        anchor = SinceEvent(self.facts.meant(claim.selection, sure[-1]))
        finding = self.facts.find(replace(claim, anchor=anchor, rules=rules))
        if finding.verdict is Verdict.SUPPORTED and finding.rule is not None:
            told = replace(claim, anchor=anchor, rules=(finding.rule.id,))
            return self.known(self.facts.find(told))
        return self.answer(self._took_place(claim.selection, sure[-1]), finding)

    # --- times in office ---------------------------------------------------------------------

    def held(self, claim: Held) -> Answer:
        """Who held the office then, or when the person did."""
        if claim.person != SOMEBODY:
            tenures = self.frame.terms.tenures(claim.person, claim.office)
            times = spells(tenures, claim.time, acting=claim.acting)
            told = (replace(claim, time=time) for time in times)
        else:
            people = (t.person for t in self.frame.names.tenures_in.get(claim.office, ()))
            told = (replace(claim, person=person) for person in dict.fromkeys(people))
        findings = [self.facts.find(one) for one in told]
        found = [one for one in findings if one.verdict is Verdict.SUPPORTED]
        openly = (one for one in findings if one.verdict is not Verdict.REFUTED)
        return self.answer(found, found[0] if found else next(openly, None))
