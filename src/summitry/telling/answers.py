"""An answer in English: a word or two, the sentence that says it, why, and what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from summitry.model.bounds import Bounds
from summitry.model.citations import Source, SourceId
from summitry.model.claims import (
    Claim,
    Detail,
    Elected,
    FirstSince,
    Held,
    HowMany,
    Lasted,
    NoneBut,
    NoneSince,
    NthOf,
    SinceEvent,
    SoMany,
    SomeDay,
    Spell,
    Throughout,
    TookPlace,
    WhichOne,
    Who,
)
from summitry.model.days import Days
from summitry.model.events import Encounter, Visit
from summitry.model.findings import Evidence, Finding, Verdict
from summitry.model.names import Names
from summitry.model.people import PersonId
from summitry.model.places import state_at
from summitry.model.questions import Answer, Hole
from summitry.model.selection import Selection, Someone
from summitry.model.when import When, Window
from summitry.telling import dates
from summitry.telling.basis import Basis
from summitry.telling.check import MOST_EVIDENCE, WIDTH, Line, Role, evidence_lines, wrapped
from summitry.telling.corrections import correct
from summitry.telling.dates import DateStyle
from summitry.telling.explain import explain
from summitry.telling.gaps import each_gap
from summitry.telling.numbers import plain_length
from summitry.telling.rosters import in_order
from summitry.telling.tell import tell
from summitry.telling.voice import Voice
from summitry.telling.windows import within
from summitry.telling.words import joined, sentence, spaced

MOST_TOLD: Final = 3
"""How many claims one answer tells one by one before it counts the others."""

_NEVER: Final = Bounds(0, 0)
_NOTHING: Final = {
    Hole.TIME: "never",
    Hole.YEAR: "never",
    Hole.PLACE: "nowhere",
    Hole.COUNTRY: "nowhere",
    Hole.PERSON: "nobody",
    Hole.LENGTH: "never",
}
"""The answer where there was no such event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """An answer with all that its text needs.

    ``sources`` holds at least the sources that the findings' citations name; ``style`` is how days
    are written.
    """

    answer: Answer
    as_of: date
    basis: Basis
    names: Names
    sources: Mapping[SourceId, Source]
    style: DateStyle = DateStyle.PLAIN

    @property
    def voice(self) -> Voice:
        """The names of the record, as the answer says them."""
        return Voice(self.names, self.style)


# --- the answer in a word or two ------------------------------------------------------------------


def value(answered: Answered) -> str | None:
    """The answer alone, in digits where it is a number or a day; None where it isn't known.

    What is open is told as such: "at least 7", "15 August 2025 or later".
    """
    answer, voice = answered.answer, answered.voice
    if answer.question.hole is Hole.TRUTH:
        return _YES_OR_NO.get(_verdict(answer))
    claims = [finding.claim for finding in answer.found]
    never = any(isinstance(claim, HowMany) and claim.number == _NEVER for claim in claims)
    if never and answer.question.hole is not Hole.NUMBER:
        return _NOTHING.get(answer.question.hole)
    values = [_value(voice, answer, finding).rstrip(",") for finding in answer.found]
    told = "; ".join(dict.fromkeys(filter(None, values)))
    return f"{told}, perhaps among others" if _is_partial(answer) else told or None


def _is_partial(answer: Answer) -> bool:
    """Whether there may be others than those found."""
    of_events = isinstance(answer.question.claim, TookPlace) and bool(answer.found)
    return of_events and answer.question.hole in _OF_EACH and not answer.is_whole


_OF_EACH: Final = frozenset({Hole.TIME, Hole.YEAR, Hole.PLACE, Hole.COUNTRY, Hole.PERSON})


_SPAN: Final = "the time from "
_YES_OR_NO: Final = {Verdict.SUPPORTED: "yes", Verdict.REFUTED: "no"}


def _verdict(answer: Answer) -> Verdict:
    return answer.verdict or Verdict.NOT_ENOUGH_EVIDENCE


def _value(voice: Voice, answer: Answer, finding: Finding) -> str:
    claim = finding.claim
    match answer.question.hole:
        case Hole.NUMBER:
            return _number(claim)
        case Hole.TIME | Hole.SINCE:
            return spaced(_when(voice, finding), _edge(answer))
        case Hole.YEAR:
            years = [_years(window.possibly) for window in _windows(claim)]
            return spaced(joined(years, "to"), _edge(answer))
        case Hole.PLACE:
            place = None if _edge(answer) else _place(claim)
            return "" if place is None else voice.place(place)
        case Hole.COUNTRY:
            return "" if _edge(answer) else _country(voice, claim)
        case Hole.PERSON | Hole.PEOPLE:
            people = frozenset(_people(claim))
            return joined(map(voice.person, in_order(voice, people))) or "none"
        case Hole.LENGTH if isinstance(claim, Detail) and isinstance(claim.aspect, Lasted):
            return plain_length(claim.aspect.minutes)
        case _:
            return ""


def _when(voice: Voice, finding: Finding) -> str:
    """The time without the word before it: "16 June 2021", "between 5 and 6 June 2021"."""
    windows = _windows(finding.claim)
    if len(windows) == 1 and _is_of_one_day(finding):
        told = within(windows[0], voice.style, one_day=True)
        return told.removeprefix("on ").removeprefix("in ")
    return joined((voice.bare(window).removeprefix(_SPAN) for window in windows), "to")


def _is_of_one_day(finding: Finding) -> bool:
    """Whether all that it rests on was on one day each, though it may not be known which."""
    rows = [evidence.row for evidence in finding.evidence]
    events = [row for row in rows if isinstance(row, Encounter | Visit)]
    return isinstance(finding.claim, TookPlace | Detail) and all(
        isinstance(event.when, When) for event in events
    )


def _number(claim: Claim) -> str:
    match claim:
        case HowMany(number=number) | Who(roster=SoMany(number)):
            least, most = number.least, number.most
        case _:
            return ""
    if most is None:
        return f"at least {least}"
    if least == most:
        return f"{least}"
    if not least:
        return f"at most {most}"
    return f"{least} {'or' if most == least + 1 else 'to'} {most}"


def _edge(answer: Answer) -> str:
    """What is added to a day that is only the earliest or the last on record."""
    if answer.ground is None or answer.is_whole:
        return ""
    match answer.ground.claim:
        case WhichOne(position=position):
            return "or earlier" if position > 0 else "or later"
        case NoneSince():
            return "or later"
        case _:
            return ""


def _windows(claim: Claim) -> tuple[Window, ...]:
    """When what a claim tells of was: one window, or the two ends of a time in office."""
    match claim:
        case TookPlace() | Detail():
            return (claim.selection.window,)
        case WhichOne() | FirstSince():
            return (claim.that.window,)
        case NoneSince(anchor=SinceEvent(selection)):
            return (selection.window,)
        case Held(time=Spell(began, ended)):
            return tuple(window for window in (began, ended) if window is not None)
        case Held(time=SomeDay(window) | Throughout(window) | Elected(window)):
            return (window,)
        case _:
            return ()


def _years(days: Days) -> str:
    first, last = date.fromordinal(days.first).year, date.fromordinal(days.last).year
    return f"{first}" if first == last else f"{first} to {last}"


def _selection(claim: Claim) -> Selection | None:
    match claim:
        case TookPlace() | Detail():
            return claim.selection
        case WhichOne() | FirstSince():
            return claim.that
        case _:
            return None


def _place(claim: Claim) -> str | None:
    selection = _selection(claim)
    return None if selection is None else selection.place


def _country(voice: Voice, claim: Claim) -> str:
    selection = _selection(claim)
    if selection is None or selection.place is None:
        return ""
    state = state_at(voice.names.places, selection.place, When(selection.window.possibly))
    return "" if state is None else voice.place(state.id)


def _people(claim: Claim) -> Iterator[PersonId]:
    match claim:
        case Who(roster=NoneBut(people)):
            yield from people
        case Who(roster=NthOf(person)):
            yield person
        case Held():
            yield claim.person
        case TookPlace():
            party = claim.selection.whom or claim.selection.who
            if isinstance(party, Someone):
                yield party.person
        case _:
            return


# --- sentences ------------------------------------------------------------------------------------


def says(answered: Answered) -> str:
    """One sentence that answers, with its rule; where the record can't, what it has."""
    answer, names = answered.answer, answered.names
    if answer.question.hole is Hole.TRUTH:
        return _truth(answered)
    ground = answer.ground
    if ground is not None and _edge(answer):
        return explain(ground, names, style=answered.style)
    if not answer.found:
        return because(answered)
    told = [_tell(finding, answered.voice) for finding in answer.found]
    said = _in_one(told)
    if answer.question.hole in _OF_EVENTS and len(told) > 1:
        said = _each(answered)
    elif len(told) > MOST_TOLD and answer.question.hole is Hole.PERSON:
        people = frozenset(person for one in answer.found for person in _people(one.claim))
        named = map(answered.voice.person, in_order(answered.voice, people))
        said = sentence(f"on record are {joined(named)}")
    missing = each_gap(answered.voice, ground)[:1] if ground and _is_partial(answer) else ()
    return sentence(", but ".join((said.removesuffix("."), *missing)))


_OF_EVENTS: Final = frozenset({Hole.TIME, Hole.YEAR, Hole.PLACE, Hole.COUNTRY})


def _in_one(told: Iterable[str]) -> str:
    return "; ".join(one.removesuffix(".") for one in told) + "."


def _tell(finding: Finding, voice: Voice) -> str:
    one_day = _is_of_one_day(finding)
    return tell(finding.claim, voice.names, style=voice.style, one_day=one_day)


def _each(answered: Answered) -> str:
    """The claim that was asked about, with each place and day that it was true of."""
    answer, voice = answered.answer, answered.voice
    selections = [(_selection(one.claim), _is_of_one_day(one)) for one in answer.found]
    asked = _selection(answer.question.claim)
    if asked is None or any(selection is None for selection, _ in selections):
        return _in_one(_tell(finding, voice) for finding in answer.found)
    told = [
        spaced(
            voice.in_place(one.place) if one.place else "",
            within(one.window, voice.style, one_day=one_day),
        )
        for one, one_day in selections
        if one is not None
    ]
    whole = tell(TookPlace(selection=asked), answered.names, style=answered.style)
    return sentence(f"{whole.removesuffix('.')}: {joined(dict.fromkeys(told))}")


_SAYS: Final[Mapping[Verdict, str]] = {
    Verdict.SUPPORTED: "Yes",
    Verdict.REFUTED: "No",
    Verdict.NOT_ENOUGH_EVIDENCE: "That is not known",
    Verdict.CONFLICTING_EVIDENCE: "Sources disagree",
}


def _truth(answered: Answered) -> str:
    answer, names = answered.answer, answered.names
    verdict = _verdict(answer)
    if verdict is Verdict.SUPPORTED:
        told = (tell(_by_its_rule(one), names, style=answered.style) for one in answer.found)
        said = _in_one(told)
        return f"{_SAYS[verdict]}: {said}"
    missing = gaps(answered) if verdict is not Verdict.REFUTED else ()
    return f"{_SAYS[verdict]}: {_lowered((*missing, because(answered))[0])}"


def _by_its_rule(finding: Finding) -> Claim:
    """The claim under the one rule by which it is so."""
    claim = finding.claim
    if finding.rule is None or isinstance(claim, Held):
        return claim
    return replace(claim, rules=(finding.rule.id,))


def _lowered(said: str) -> str:
    """A sentence as it stands after a colon."""
    common = said.split(" ", 1)[0] in _COMMON
    return f"{said[:1].lower()}{said[1:]}" if common else said


_COMMON: Final = frozenset({"The", "On", "A", "An"})


def because(answered: Answered) -> str:
    """Why, in one sentence: what the record holds, by which rule, and what is missing."""
    ground = answered.answer.ground
    if ground is None:
        return _UNKNOWN
    return explain(ground, answered.names, style=answered.style)


_UNKNOWN: Final = "The record holds nothing that answers this."


def instead(answered: Answered) -> str | None:
    """What the record has in the place of what was asked about, if that did not happen."""
    ground = answered.answer.ground
    return None if ground is None else correct(ground, answered.names, style=answered.style)


def gaps(answered: Answered) -> tuple[str, ...]:
    """What the record would need to know for a whole answer, each as a sentence."""
    ground = answered.answer.ground
    if ground is None:
        return ()
    return tuple(map(sentence, each_gap(answered.voice, ground)))


def evidence(answer: Answer) -> tuple[Evidence, ...]:
    """The rows that the answer rests on, each once: those that it tells of first."""
    grounds = [] if answer.ground is None else [answer.ground]
    rows = {
        (type(one.row).__name__, one.row.id): one
        for finding in (*answer.found, *grounds)
        for one in finding.evidence
    }
    told = [window for finding in answer.found for window in _windows(finding.claim)]
    return tuple(sorted(rows.values(), key=lambda one: not _is_told(one, told)))


def _is_told(one: Evidence, told: list[Window]) -> bool:
    row = one.row
    return isinstance(row, Encounter | Visit) and any(row.when.outer == w.possibly for w in told)


# --- lines ----------------------------------------------------------------------------------------


def lines(
    answered: Answered, *, width: int = WIDTH, most_evidence: int = MOST_EVIDENCE
) -> tuple[Line, ...]:
    """The answer as lines of text: the question, the sentence, why, and at most so many rows."""
    return wrapped(_lines(answered, most_evidence), width)


def _lines(answered: Answered, most: int) -> Iterator[Line]:
    answer = answered.answer
    verdict = answer.verdict
    said, why = says(answered), because(answered)
    as_of = dates.day(answered.as_of, answered.style).rstrip(",")
    yield Line(f"“{' '.join(answer.question.text.split())}”", Role.QUOTE)
    yield Line(f"As of {as_of}, by {answered.basis.label}.", Role.ABOUT)
    yield Line("", Role.BLANK)
    yield Line(said, Role.VERDICT, verdict)
    if answer.ground is not None and _lowered(why) not in said and why != said:
        yield Line(why, Role.BECAUSE)
    other = instead(answered)
    if other is not None:
        yield Line(f"Instead: {other}", Role.CORRECTION, Verdict.REFUTED)
    yield from evidence_lines(
        evidence(answer), answered.names, answered.sources, style=answered.style, most=most
    )
