"""The numbers and days that readers of a history ask for first, each with what it is of.

What a claim of the history says is given as the claim says it; what none says is given as far as it
is on record, and is called so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from summitry.model.bounds import Bounds
from summitry.model.claims import Claim, FirstSince, HowMany, NoneSince, SinceEvent, WhichOne
from summitry.model.events import Encounter, EventKind, Mode
from summitry.model.places import PlaceId
from summitry.model.rules import counting_rules
from summitry.model.selection import Holder, Party, Selection, Someone
from summitry.telling import dates
from summitry.telling.dates import DateStyle
from summitry.telling.elapsed import elapsed
from summitry.telling.history import History, city_of
from summitry.telling.modes import words_for
from summitry.telling.voice import Voice
from summitry.telling.words import capitalised


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number or a day, what it is of, and what else one should know of it."""

    label: str
    value: str
    detail: str = ""


def figures(history: History, *, style: DateStyle = DateStyle.PLAIN) -> tuple[Figure, ...]:
    """How often they met, first, last, the longest time not, visits of each, calls."""
    return tuple(_Figures(history, Voice(history.names, style)).all())


def encounters(history: History) -> tuple[Encounter, ...]:
    """The encounters of a history, each once, in the order of time."""
    found = {
        entry.event.id: entry.event
        for section in history.sections
        for entry in (*section.meetings, *section.contacts)
        if isinstance(entry.event, Encounter)
    }
    return tuple(sorted(found.values(), key=lambda e: (e.when.start.possible.first, e.id)))


@dataclass(frozen=True, slots=True)
class _Figures:
    history: History
    voice: Voice

    @property
    def of_two(self) -> bool:
        """Whether the history is of two people."""
        return all(isinstance(party, Someone) for party in self.history.parties)

    def all(self) -> Iterator[Figure]:
        sections = self.history.sections
        alone = sections[0].facts if self.of_two and sections else ()
        claims = [fact.claim for fact in (*alone, *self.history.key_facts)]
        events = encounters(self.history)
        met = [event for event in events if event.mode is Mode.IN_PERSON]
        yield from self.how_often(claims, met)
        yield from self.ends(claims, met)
        yield from self.gap(claims)
        yield from self.stays(claims)
        calls = Counter(event.mode for event in events if event.mode is not Mode.IN_PERSON)
        for mode, often in calls.items():
            nouns = words_for(frozenset({mode})).nouns
            yield Figure(label=f"{capitalised(nouns)} on record", value=str(often))

    def how_often(self, claims: Iterable[Claim], met: list[Encounter]) -> Iterator[Figure]:
        for claim in claims:
            if isinstance(claim, HowMany) and claim.selection.kind is EventKind.ENCOUNTER:
                nouns = words_for(claim.selection.modes).nouns
                yield Figure(
                    label=f"{capitalised(nouns)} in person" if nouns == "meetings" else nouns,
                    value=capitalised(number_of(claim.number)),
                    detail=self.counting(claim),
                )
                return
        if met:
            yield Figure(label="Encounters in person on record", value=str(len(met)))

    def counting(self, claim: HowMany) -> str:
        """By which rule a number is counted."""
        says = (counting_rules()[rule].says_of(claim.selection.kind) for rule in claim.rules)
        return f"Counting {'; or '.join(says)}" if claim.rules else ""

    def ends(self, claims: Iterable[Claim], met: list[Encounter]) -> Iterator[Figure]:
        """The first and the last time."""
        known = {
            claim.position: claim.that
            for claim in claims
            if isinstance(claim, WhichOne) and claim.selection.kind is EventKind.ENCOUNTER
        }
        for claim in claims:
            if isinstance(claim, NoneSince) and isinstance(claim.anchor, SinceEvent):
                known[-1] = claim.anchor.selection
        for position, label in ((1, "First"), (-1, "Last")):
            that = known.get(position)
            if that is not None:
                yield self.end(label, that)
            elif met and (position == 1 or len(met) > 1):
                event = met[0] if position == 1 else met[-1]
                when = told_as_label(dates.moment(event.when, self.voice.style))
                place = city_of(self.history.names, event.place)
                yield Figure(label=f"{label} on record", value=when, detail=self.at(place))

    def end(self, label: str, that: Selection) -> Figure:
        when = told_as_label(self.voice.within(that.window))
        people = [p for p in (that.who, that.whom) if isinstance(p, Someone)]
        other = people[-1] if not self.of_two and len(people) > 1 else None
        whom = f"with {self.voice.person(other.person)}" if other else ""
        details = (whom, self.at(that.place))
        return Figure(label=label, value=when, detail=", ".join(filter(None, details)))

    def at(self, place: PlaceId | None) -> str:
        return "" if place is None else capitalised(self.voice.place(place).rstrip(","))

    def gap(self, claims: Iterable[Claim]) -> Iterator[Figure]:
        """The longest time without a meeting."""
        for claim in claims:
            if isinstance(claim, FirstSince) and isinstance(claim.anchor, SinceEvent):
                before, after = claim.anchor.selection.window, claim.that.window
                until = date.fromordinal(after.possibly.first)
                long = elapsed(before.possibly, until)
                if long:
                    ends = (self.voice.bare(one).rstrip(",") for one in (before, after))
                    detail = " to ".join(ends)
                    yield Figure(label="Longest gap", value=capitalised(long), detail=detail)
                return

    def stays(self, claims: Iterable[Claim]) -> Iterator[Figure]:
        """The visits of each to the other's country, each by the first rule that counts them."""
        told: set[Selection] = set()
        for claim in claims:
            if not isinstance(claim, HowMany) or claim.selection.kind is not EventKind.VISIT:
                continue
            if claim.selection in told or claim.selection.place is None:
                continue
            told.add(claim.selection)
            yield Figure(
                label=f"Visits to {self.voice.place(claim.selection.place).rstrip(',')} by "
                f"{self.party(claim.selection.who)}",
                value=capitalised(number_of(claim.number)),
                detail=self.counting(claim),
            )

    def party(self, party: Party) -> str:
        """A person's name, or the office's holders."""
        if isinstance(party, Holder):
            return self.voice.offices(party.office)
        return self.voice.person(party.person)


def number_of(bounds: Bounds) -> str:
    """Bounds in digits: "14", "13 or 14", "at least 14"."""
    if bounds.most is None:
        return f"at least {bounds.least}"
    if bounds.is_exact:
        return str(bounds.least)
    return f"{bounds.least}{' or ' if bounds.most == bounds.least + 1 else '–'}{bounds.most}"


def told_as_label(when: str) -> str:
    """When something was, as it stands alone: "18 June 2012", "Between 4 and 5 June 2009"."""
    bare = when.removeprefix("on ").removeprefix("in ")
    return capitalised(bare.removeprefix("from ") if " to " in bare else bare).rstrip(",")
