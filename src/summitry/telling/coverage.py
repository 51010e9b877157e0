"""Coverage statements as labels: for what, between whom and when the record is complete."""

from __future__ import annotations

from typing import assert_never

from summitry.model.coverage import Coverage, Covered
from summitry.model.days import ANY_DAY
from summitry.model.events import VisitKind
from summitry.model.names import Names
from summitry.model.selection import IN_OFFICE, Holder, Party, Someone
from summitry.telling import dates, modes
from summitry.telling.dates import DateStyle
from summitry.telling.voice import Voice
from summitry.telling.words import joined, polished, spaced


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
