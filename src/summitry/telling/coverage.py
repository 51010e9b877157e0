"""Coverage statements as labels: for what, between whom and when the record is complete."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final, assert_never

from summitry.model.coverage import Coverage, Covered
from summitry.model.days import ANY_DAY, FIRST_DAY, Days
from summitry.model.events import VisitKind
from summitry.model.names import Names
from summitry.model.selection import IN_OFFICE, Holder, Party, Someone
from summitry.model.when import Stretch, When
from summitry.telling import dates, modes
from summitry.telling.dates import DateStyle
from summitry.telling.voice import Voice
from summitry.telling.words import joined, polished, spaced


def joined_up(statements: Iterable[Coverage], names: Names) -> tuple[Coverage, ...]:
    """The statements; those of the same events that touch are one, where the first of them stood.

    Before people were born and after they died there is nothing to be covered: a span that begins
    or ends with their lives is told without that end.
    """
    alike: defaultdict[Coverage, list[Stretch]] = defaultdict(list)
    for one in statements:
        when = _in_life(one.when, _lives(one, names))
        alike[replace(one, id="", note="", when=_ALWAYS)].append(when)
    return tuple(
        replace(same, when=when)
        for same, whens in alike.items()
        for when in _touching(sorted(whens, key=lambda when: when.outer.spans))
    )


_ALWAYS: Final = Stretch(When(Days((FIRST_DAY, FIRST_DAY))), None)


def _lives(coverage: Coverage, names: Names) -> Days:
    """The days on which everyone whom the statement names may have been alive."""
    days = ANY_DAY
    for party in (coverage.who, coverage.whom):
        if isinstance(party, Someone):
            days &= names.people[party.person].lifetime
    return days


def _in_life(when: Stretch, lives: Days) -> Stretch:
    start = _ALWAYS.start if when.start.possible.last <= lives.first else when.start
    over = when.end is not None and when.end.possible.first >= lives.last
    return Stretch(start, None if over else when.end)


def _touching(whens: Iterable[Stretch]) -> Iterator[Stretch]:
    """Spans as one where the next begins no later than on the day after the end of the last."""
    whole: Stretch | None = None
    for when in whens:
        if whole is None or when.outer.first > whole.core.last + 1:
            if whole is not None:
                yield whole
            whole = when
        elif whole.end is not None and when.outer.last > whole.outer.last:
            whole = Stretch(whole.start, when.end)
    if whole is not None:
        yield whole


def covered(coverage: Coverage, names: Names, *, style: DateStyle = DateStyle.PLAIN) -> str:
    """What a statement covers: "meetings between presidents of Russia and Joe Biden, from 2021 on".

    Whether it says that the record is complete there, or that it lacks some, is the reader's to
    say beside it.
    """
    voice = Voice(names, style)
    when = "" if coverage.when.outer == ANY_DAY else dates.moment(coverage.when, style)
    return polished(f"{_what(voice, coverage)}{f', {when}' if when else ''}").rstrip(",")


def _what(voice: Voice, coverage: Coverage) -> str:
    match coverage.kind:
        case Covered.ENCOUNTER:
            kinds = frozenset() if coverage.mode is None else frozenset({coverage.mode})
            nouns = modes.words_for(kinds).nouns if kinds else "encounters"
            if coverage.whom is None:
                return f"{nouns} of {_party(voice, coverage.who)}"
            parties = joined((_party(voice, coverage.who), _party(voice, coverage.whom)))
            return f"{nouns} between {parties}"
        case Covered.VISIT:
            to = f"to {voice.place(coverage.country)}" if coverage.country else "to any country"
            said = joined(kind.value for kind in VisitKind if kind in coverage.visit_kinds)
            return spaced(said, "visits", to, f"by {_party(voice, coverage.who)}")
        case Covered.TENURE:
            return _party(voice, coverage.who)
        case _:
            assert_never(coverage.kind)


def _party(voice: Voice, party: Party) -> str:
    match party:
        case Holder():
            return voice.offices(party.office)
        case Someone() if party.capacity == IN_OFFICE:
            return f"{voice.person(party.person)} in office"
        case Someone() if party.capacity.offices:
            offices = sorted(voice.office(office) for office in party.capacity.offices)
            return f"{voice.person(party.person)} as {joined(offices, 'or')}"
        case Someone():
            return voice.person(party.person)
        case _:
            assert_never(party)
