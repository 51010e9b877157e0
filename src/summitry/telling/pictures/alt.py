"""What a picture shows, told in words: for those who don't see it, and above and below it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from summitry.model.events import Encounter, Event, Mode, Setting, Status
from summitry.model.rules import counting_rules
from summitry.telling import dates, modes
from summitry.telling.pictures.shown import Row, Shown
from summitry.telling.words import joined

_RULE: Final = "every-encounter"
"""The counting rule of pictures: each encounter is drawn."""

MOST_NAMED: Final = 6
"""How many counterparts, places or topics are told by name."""


def timeline(shown: Shown) -> str:
    """A timeline in a sentence or three."""
    meetings = shown.meetings()
    if not meetings:
        return f"{_timeline_of(shown)}, with no encounter in person. {_besides(shown)}"
    parts = [f"{_timeline_of(shown)}, with {in_person(len(meetings))}: {_settings(meetings)}"]
    parts.append(_first_and_last(meetings))
    if len(shown.rows) > 1:
        rows = [(shown.names.people[row.person].name, len(row.meetings)) for row in shown.rows]
        parts.append(f"By counterpart: {_listed(rows)}")
    return " ".join(f"{part}." for part in parts) + f" {_besides(shown)}"


def _timeline_of(shown: Shown) -> str:
    return f"Timeline of {_in_a_sentence(shown.title)}"


def on_map(shown: Shown, places: Sequence[tuple[str, int]], missing: int) -> str:
    """A map in a sentence or two; ``places`` by number, most first."""
    title = f"Map of where {_in_a_sentence(shown.title)} met"
    total = sum(number for _, number in places)
    told = f": {_listed(places)}" if places else ""
    return f"{title}, with {mapped(total, len(places))}{told}. {unplaced(missing)}".rstrip()


def mapped(total: int, places: int) -> str:
    """What is on a map: "26 encounters in person in 12 places"."""
    return f"{in_person(total)} in {count(places, 'place')}" if places else "nothing to be drawn"


def unplaced(missing: int) -> str:
    """How many encounters a map leaves out; empty where none."""
    if not missing:
        return ""
    left_out = f"{in_person(missing)} {'is' if missing == 1 else 'are'} not on the map"
    return f"{left_out}: the record has no coordinates of the place."


def topics(shown: Shown, often: Sequence[tuple[str, int]], silent: int, of: int) -> str:
    """Topics over time in a sentence or two; ``often`` by number, most first."""
    title = f"What {_in_a_sentence(shown.title)} talked about, by year"
    if not of:
        return f"{title}: no encounter is on record."
    if not often:
        return f"{title}: the record has no topic of {_encounters(of)}."
    return f"{title}: {_listed(often)}. {untold(silent, of)}".rstrip()


def untold(silent: int, of: int) -> str:
    """Of how many encounters no topic is on record; empty where of none."""
    return f"Of {silent} of {_encounters(of)} no topic is on record." if silent else ""


def counted(row: Row) -> str:
    """What was held with one counterpart: "26 in person, 1 phone call, 3 visits"."""
    return ", ".join(_counts(row.meetings, row.contacts, len(row.visits)))


def span_of(shown: Shown) -> str:
    """What is shown, and of which years: "26 encounters in person, 3 visits, 2009–2016"."""
    meetings, every = shown.meetings(), shown.encounters()
    contacts = [event for event in every if event.mode is not Mode.IN_PERSON]
    visits = {visit.id for row in shown.rows for visit in row.visits}
    counts = list(_counts(meetings, contacts, len(visits), told="encounter"))
    return ", ".join([*(counts or ["nothing held on record"]), *years(_events(shown))])


def _events(shown: Shown) -> list[Event]:
    return [event for row in shown.rows for event in row.events]


def years(events: Iterable[Event]) -> Iterator[str]:
    """The years from the first event to the last: "2009–2016"; nothing of no event."""
    outer = [event.when.outer for event in events]
    ends = [day for days in outer for day in (days.earliest, days.latest) if day is not None]
    if ends:
        first, last = min(ends).year, max(ends).year
        yield str(first) if first == last else f"{first}–{last}"


def in_person(number: int) -> str:
    """A number of encounters in person."""
    return f"{_encounters(number)} in person"


def left_out(shown: Shown) -> Iterator[str]:
    """What is known of and not drawn, for it was not held, or that is disputed."""
    said = [f"{shown.not_held[one]} {one.value}" for one in Status if shown.not_held.get(one)]
    if said:
        yield f"Not drawn: {joined(said)}."


def sources(shown: Shown) -> Iterator[str]:
    """By what rule the encounters of a picture are counted, and what it rests on."""
    if shown.encounters():
        yield f"Counting {counting_rules()[_RULE].says}."
    yield f"Source: {shown.basis.label}. As of {dates.day(shown.as_of)}."


# --- parts of sentences -------------------------------------------------------------------------


def _counts(
    meetings: Sequence[Event], contacts: Sequence[Encounter], visits: int, told: str = ""
) -> Iterator[str]:
    if meetings:
        yield in_person(len(meetings)) if told else f"{len(meetings)} in person"
    for mode, number in Counter(event.mode for event in contacts).items():
        words = modes.words_for(frozenset({mode}))
        yield f"{number} {words.noun if number == 1 else words.nouns}"
    if visits:
        yield count(visits, "visit")


def _settings(meetings: Iterable[Encounter]) -> str:
    sure = Counter(next(iter(m.settings)) for m in meetings if len(m.settings) == 1)
    said = [f"{sure[one]} {one.value}" for one in Setting if sure[one]]
    open_ = sum(len(m.settings) != 1 for m in meetings)
    return joined([*said, *([f"{open_} of a setting not known for certain"] if open_ else [])])


def _first_and_last(meetings: Sequence[Encounter]) -> str:
    first = dates.moment(meetings[0].when)
    if len(meetings) == 1:
        return f"It was {first}"
    return f"The first was {first}, the last {dates.moment(meetings[-1].when)}"


def _besides(shown: Shown) -> str:
    contacts = [e for e in shown.encounters() if e.mode is not Mode.IN_PERSON]
    visits = {visit.id for row in shown.rows for visit in row.visits}
    said = list(_counts((), contacts, len(visits)))
    return f"Besides: {joined(said)}." if said else "No calls, letters or visits are on record."


def _listed(counts: Sequence[tuple[str, int]]) -> str:
    named = [f"{name} ({number})" for name, number in counts[:MOST_NAMED]]
    more = len(counts) - MOST_NAMED
    return joined([*named, *([f"{more} more"] if more > 0 else [])])


def count(number: int, noun: str) -> str:
    """A number of things: "1 place", "12 places"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _encounters(number: int) -> str:
    return count(number, "encounter")


def _in_a_sentence(title: str) -> str:
    return f"the{title[3:]}" if title.startswith("The ") else title
