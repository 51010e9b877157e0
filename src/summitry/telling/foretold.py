"""A preview laid out: its sentences told and its footnotes numbered, whatever the format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from summitry.model.claims import FirstSince, Held, HowMany, WhichOne
from summitry.model.events import Encounter, Event, Mode, Visit
from summitry.model.findings import Bearing, Evidence, Finding
from summitry.model.names import Names
from summitry.model.rules import counting_rules
from summitry.model.selection import Selection
from summitry.model.when import When
from summitry.telling import dates
from summitry.telling.basis import source_label
from summitry.telling.dates import DateStyle
from summitry.telling.elapsed import elapsed
from summitry.telling.event import as_noun, describe
from summitry.telling.gaps import each_gap
from summitry.telling.history import city_of, event_claim
from summitry.telling.layout import ToldSource, details
from summitry.telling.notes import Notes
from summitry.telling.numbers import number
from summitry.telling.preview import Preview, Prospect
from summitry.telling.published import published_by
from summitry.telling.supposing import suppose, whether
from summitry.telling.tell import counted_kind, tell
from summitry.telling.voice import Voice
from summitry.telling.words import capitalised, joined, sentence, spaced

CONDITION: Final = (
    "The record goes to {day}. What is told here is so if nothing has happened since that it "
    "lacks: no such meeting or visit, and nobody taking or leaving office."
)
ANYHOW: Final = "So it is, whatever has happened since."


@dataclass(frozen=True, slots=True, kw_only=True)
class Foretold:
    """A sentence with its footnotes, and what is said beside it."""

    says: str
    notes: tuple[int, ...] = ()
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Sentences under a heading."""

    heading: str
    told: tuple[Foretold, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldPreview:
    """The page of a preview; ``condition`` is empty where nothing hangs on it."""

    title: str
    record: str
    condition: str
    parts: tuple[Part, ...]
    sources: tuple[ToldSource, ...]


def lay_out(preview: Preview, *, style: DateStyle = DateStyle.PLAIN) -> ToldPreview:
    """Tell every sentence of a preview and number its footnotes, in the order of the page."""
    setter = _Setter(preview, style, Notes(preview.sources))
    parts = (
        ("What it would be", setter.firsts),
        ("Which one it would be", setter.counts),
        ("Who met there before", setter.before),
        ("The last time", setter.last),
        ("What the record can't know", setter.unknown),
        ("What the numbers count", setter.counted),
    )
    told = tuple(Part(heading=heading, told=tuple(tells())) for heading, tells in parts)
    return ToldPreview(
        title=title(preview, style=style),
        record=preview.basis.label,
        condition=condition(preview, style=style),
        parts=tuple(part for part in told if part.told),
        sources=tuple(
            ToldSource(
                number=note.number,
                label=source_label(note.source, locator=note.locator, style=style),
                url=note.source.url,
            )
            for note in setter.notes.listed()
        ),
    )


def title(preview: Preview, *, style: DateStyle = DateStyle.PLAIN) -> str:
    """What is supposed: "If A and B met in Budapest on 1 December 2026"."""
    voice = Voice(preview.names, style)
    meeting = preview.meeting
    people = joined(map(voice.person, preview.people))
    place = city_of(preview.names, meeting.place)
    where = "" if place is None else voice.in_place(place)
    on = dates.moment(meeting.when, style)
    return spaced("If", people, "met", where, on, gathering(preview)).rstrip(",")


def gathering(preview: Preview) -> str:
    """The gathering that the meeting is supposed to be part of: "at a G20 gathering"."""
    voice = Voice(preview.names)
    if preview.series is not None:
        return f"at {voice.gathering(preview.series)}"
    occasion = preview.meeting.occasion
    return "" if occasion is None else f"at {voice.occasion(occasion)}"


def condition(preview: Preview, *, style: DateStyle = DateStyle.PLAIN) -> str:
    """What is supposed of the days that the record doesn't know; empty where it doesn't matter."""
    if preview.known_to is None:
        return ""
    return CONDITION.format(day=dates.day(preview.known_to, style).rstrip(","))


def says(prospect: Prospect, names: Names, *, style: DateStyle = DateStyle.PLAIN) -> str:
    """The sentence: in the conditional, if it is of what is supposed, else in the past."""
    if isinstance(prospect.claim, WhichOne | HowMany | FirstSince):
        return suppose(prospect.claim, names, style=style)
    return tell(prospect.claim, names, style=style)


def after(preview: Preview, prospect: Prospect) -> str:
    """How long it has not been so: "one year, three months and 16 days"; empty if not known."""
    last = prospect.last
    if last is None:
        return ""
    return elapsed(last.outer if last.end is None else last.end.possible, preview.on)


def position(prospect: Prospect) -> tuple[int | None, int | None]:
    """Which one it would be, at least and at most (None: not known); None twice if not told."""
    match prospect.claim:
        case WhichOne(position=position):
            return position, position
        case HowMany(number=many):
            return many.least, many.most
        case _:
            return None, None


def publishers_of(prospect: Prospect, names: Names) -> tuple[str, ...]:
    """Who has published numbers counted by one of the rules that give this one, each once."""
    return published_by(_selection(prospect), prospect.rules, names)


def open_because(finding: Finding, names: Names, *, style: DateStyle) -> tuple[str, ...]:
    """Why the record can't know, each as a clause."""
    return each_gap(Voice(names, style), finding)


@dataclass(frozen=True, slots=True)
class _Setter:
    preview: Preview
    style: DateStyle
    notes: Notes

    @property
    def voice(self) -> Voice:
        return Voice(self.preview.names, self.style)

    def says(self, prospect: Prospect) -> str:
        return says(prospect, self.preview.names, style=self.style)

    def cite(self, evidence: Iterable[Evidence]) -> tuple[int, ...]:
        return self.notes.cite(one for row in evidence for one in row.citations)

    def anyhow(self, prospect: Prospect) -> Iterator[str]:
        if self.preview.known_to is not None and prospect.known_to is None:
            yield ANYHOW

    def firsts(self) -> Iterator[Foretold]:
        for prospect in self.preview.firsts:
            yield Foretold(
                says=self.says(prospect),
                notes=self.cite(prospect.evidence),
                details=(*self.beside(prospect), *self.anyhow(prospect)),
            )

    def beside(self, prospect: Prospect) -> Iterator[str]:
        """After how long, or how many there were that were not so."""
        if gone := after(self.preview, prospect):
            yield f"After {gone}."
        if prospect.among:
            many = prospect.among > 1
            which = f"None of the {number(prospect.among)}" if many else "The one"
            was = "was" if many else "was not"
            yield spaced(which, "on record", was, self.there(prospect)).rstrip() + "."

    def there(self, prospect: Prospect) -> str:
        """Where the others were not."""
        asked = _selection(prospect)
        if asked.place is not None:
            return "there"
        return "" if asked.series is None else f"at {self.voice.gathering(asked.series)}"

    def counts(self) -> Iterator[Foretold]:
        for prospect in self.preview.counts:
            yield Foretold(
                says=self.says(prospect),
                details=(
                    *self.perhaps(prospect),
                    *self.same(prospect),
                    *self.published(prospect),
                    *self.anyhow(prospect),
                ),
            )

    def perhaps(self, prospect: Prospect) -> Iterator[str]:
        """The events of which it is open whether they count."""
        for one in prospect.evidence:
            if one.bearing is Bearing.MAY_COUNT and isinstance(one.row, Encounter | Visit):
                yield f"Whether the {as_noun(self.voice, one.row)} counts is open."

    def same(self, prospect: Prospect) -> Iterator[str]:
        """The other rules that give the number, in whatever standing."""
        kind = counted_kind(prospect.claim)
        rules = [counting_rules()[rule] for rule in prospect.rules]
        others = [rule for rule in rules if rule.lets_in != rules[0].lets_in]
        told = "; or ".join(rule.says_of(kind) for rule in others)
        if told:
            yield sentence(f"The same counting {told}")

    def published(self, prospect: Prospect) -> Iterator[str]:
        who = publishers_of(prospect, self.preview.names)
        if who:
            yield f"Numbers counted so were published by {joined(who)}."

    def before(self) -> Iterator[Foretold]:
        for prospect in self.preview.before:
            events = [one.row for one in prospect.evidence]
            yield Foretold(
                says=self.says(prospect),
                notes=self.cite(prospect.evidence),
                details=tuple(
                    self.describe(one) for one in events if isinstance(one, Encounter | Visit)
                ),
            )

    def describe(self, event: Event) -> str:
        people = self.preview.people
        return describe(event, self.preview.names, style=self.style, focus=people)

    def last(self) -> Iterator[Foretold]:
        rows = [one.row for one in self.preview.last]
        if not any(isinstance(one, Encounter) and one.mode is Mode.IN_PERSON for one in rows):
            people = joined(map(self.voice.person, self.preview.people))
            yield Foretold(says=f"The record holds no meeting between {people}.")
        for evidence in self.preview.last:
            if isinstance(evidence.row, Encounter):
                one, other = self.preview.people
                claim = event_claim(evidence.row, self.preview.names, one, other)
                one_day = isinstance(evidence.row.when, When)
                yield Foretold(
                    says=tell(claim, self.preview.names, style=self.style, one_day=one_day),
                    notes=self.notes.cite(evidence.citations),
                    details=tuple(filter(None, (self.labels(evidence.row),))),
                )

    def labels(self, event: Encounter) -> str:
        return capitalised("; ".join(details(self.voice, event)))

    def unknown(self) -> Iterator[Foretold]:
        for finding in self.preview.unknown:
            open_question = whether(finding.claim, self.preview.names, style=self.style)
            why = open_because(finding, self.preview.names, style=self.style)
            yield Foretold(says=sentence(f"{open_question}: {', and '.join(why)}"))

    def counted(self) -> Iterator[Foretold]:
        """Each event that a number counts or may count, once, in the order of time."""
        rows = {
            one.row.id: one
            for prospect in self.preview.counts
            for one in prospect.evidence
            if isinstance(one.row, Encounter | Visit)
        }
        for evidence in sorted(rows.values(), key=_by_day):
            row = evidence.row
            if isinstance(row, Encounter | Visit):
                yield Foretold(
                    says=self.describe(row),
                    notes=self.notes.cite(evidence.citations),
                )


def _selection(prospect: Prospect) -> Selection:
    claim = prospect.claim
    if isinstance(claim, Held):
        raise TypeError("a time in office is not told of what is supposed")
    return claim.selection


def _by_day(evidence: Evidence) -> tuple[int, str]:
    return evidence.row.when.start.possible.first, evidence.row.id
