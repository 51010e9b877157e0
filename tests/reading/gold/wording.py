"""The notation of the labels, read: short lines into claims (README.md tells the notation)."""

from __future__ import annotations

import calendar
import itertools
import re
from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from summitry.lexicon.tables import admitted
from summitry.model.bounds import Bounds
from summitry.model.claims import (
    Anchor,
    Aspect,
    Claim,
    Detail,
    EachOf,
    Elected,
    FirstSince,
    Held,
    HowMany,
    Lasted,
    NoneBut,
    NoneSince,
    NthOf,
    Roster,
    SinceDays,
    SinceEvent,
    SinceLandmark,
    SinceTenure,
    SoMany,
    SomeDay,
    Spell,
    Throughout,
    TimeInOffice,
    TookPlace,
    WasAbout,
    WasAt,
    WasHostedBy,
    WasPartOf,
    WasPartOfSeries,
    WasSetting,
    WasWithin,
    WhichOne,
    Who,
)
from summitry.model.events import EventKind, Mode, Setting, VisitKind
from summitry.model.names import Names
from summitry.model.selection import IN_OFFICE, Capacity, Holder, Party, Selection, Someone
from summitry.model.when import Window
from tests.reading.gold.labels import LabelError

SHORT: Final = {"bush41": "george-h-w-bush", "bush43": "george-w-bush"}
"""Names for those whom no part of a name tells apart."""

_DAY: Final = r"\d{4}(?:-\d\d){0,2}"
_WINDOW: Final = re.compile(rf"(?:{_DAY}(?:\.\.(?:{_DAY})?)?|\.\.{_DAY})$")
_ROW: Final = re.compile(r"(?:\((\S+)\) )?(.+)")
_CHOICE: Final = re.compile(r"(\{[^}]*\})")


def claims(wording: str, names: Names) -> tuple[Claim, ...]:
    """The claims that a wording stands for, the fullest first: what is in ``{}`` may be there.

    Those left out that can't be, such as of a gathering and its series at once. LabelError where
    none is left.
    """
    parts = _CHOICE.split(wording)
    choices = [(part[1:-1], "") if part.startswith("{") else (part,) for part in parts]
    found: list[Claim] = []
    problem: ValueError | None = None
    for choice in itertools.product(*choices):
        try:
            found.append(Reader(names).claim(" ".join("".join(choice).split())))
        except ValueError as unfit:
            problem = unfit
    if not found:
        raise LabelError(f"{wording!r}: {problem}")
    return tuple(found)


def window(text: str) -> Window:
    """``2021``, ``2021-06``, ``2021-06-16``, ``2001..2009``, ``2013..``, ``..2013``."""
    if _WINDOW.match(text) is None:
        raise LabelError(f"{text!r} is no window: 2021, 2021-06, 2001..2009, 2013.., ..2013")
    first, dots, last = text.partition("..")
    return Window.between(_first(first), _last(last if dots else first))


def _first(text: str) -> date | None:
    return date.fromisoformat((text + "-01-01")[:10]) if text else None


def _last(text: str) -> date | None:
    if not text:
        return None
    year, month, *_ = [*map(int, text.split("-")), 12]
    if text.count("-") == 2:
        return date.fromisoformat(text)
    return date(year, month, calendar.monthrange(year, month)[1])


def number(text: str) -> Bounds:
    """``3``, ``3-5``, ``3-``."""
    match = re.fullmatch(r"(\d+)(-?)(\d*)", text)
    if match is None or (match[3] and not match[2]):
        raise LabelError(f"{text!r} is no number: 3, 3-5, 3-")
    least = int(match[1])
    return Bounds(least, least if not match[2] else int(match[3]) if match[3] else None)


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the notation with the names of one record."""

    names: Names

    def claim(self, text: str) -> Claim:
        """One claim; its counting rules are those of the row named before it, if one is."""
        row, text = _ROW.sub(r"\1", text), _ROW.sub(r"\2", text)
        for pattern, made in _KINDS:
            if (match := re.fullmatch(pattern, text)) is not None:
                return replace(made(self, *match.groups()), rules=admitted(row) if row else ())
        raise LabelError(f"{text!r} is no claim")

    # --- kinds -----------------------------------------------------------------------------------

    def took_place(self, events: str) -> Claim:
        return TookPlace(selection=self.selection(events))

    def which_one(self, position: str, events: str, more: str) -> Claim:
        selection = self.selection(events)
        that = self.that(selection, more)
        return WhichOne(selection=selection, position=int(position), that=that)

    def none_since(self, events: str, anchor: str) -> Claim:
        return NoneSince(selection=self.selection(events), anchor=self.anchor(anchor))

    def first_since(self, more: str | None, events: str, anchor: str) -> Claim:
        selection = self.selection(events)
        that = self.that(selection, more or "")
        return FirstSince(selection=selection, that=that, anchor=self.anchor(anchor))

    def who(self, roster: str, office: str, events: str) -> Claim:
        among = Holder(self.office(office))
        return Who(among=among, selection=self.selection(events), roster=self.roster(roster))

    def how_many(self, said: str, events: str) -> Claim:
        return HowMany(selection=self.selection(events), number=number(said))

    def detail(self, events: str, verb: str, said: str) -> Claim:
        return Detail(selection=self.selection(events), aspect=self.aspect(verb, said))

    def held(self, person: str, acting: str | None, office: str, time: str) -> Claim:
        return Held(
            person=self.person(person),
            office=self.office(office),
            acting={"acting ": True, "full ": False, None: None}[acting],
            time=_time(time),
        )

    # --- parts -----------------------------------------------------------------------------------

    def person(self, word: str) -> str:
        """The id of which the word is a part; one that it starts, if there are several."""
        return _one_of(SHORT.get(word, word), self.names.people, "person")

    def office(self, word: str) -> str:
        if word not in self.names.offices:
            raise LabelError(f"{word!r} is no office")
        return word

    def party(self, word: str) -> Party:
        if word.startswith("@"):
            return Holder(self.office(word[1:]))
        match = re.fullmatch(r"([^\[]+)(?:\[(.+)\])?", word)
        if match is None:
            raise LabelError(f"{word!r} is no party: biden, biden[us-president], @us-president")
        if match[2] == "in-office":
            return Someone(self.person(match[1]), IN_OFFICE)
        offices = frozenset(map(self.office, match[2].split("/"))) if match[2] else frozenset()
        return Someone(self.person(match[1]), Capacity(offices=offices))

    def selection(self, text: str) -> Selection:
        first, *words = text.split()
        if first == "visit":
            guest, *words = words
            return self.narrow(Selection(kind=EventKind.VISIT, who=self.party(guest)), words)
        who, _, whom = first.partition("+")
        parties = Selection(who=self.party(who), whom=self.party(whom) if whom else None)
        return self.narrow(parties, words)

    def that(self, selection: Selection, more: str) -> Selection:
        """The selection narrowed by more words, or another that they name."""
        words = more.split()
        if words and ("+" in words[0] or words[0] == "visit"):
            return self.selection(more)
        return self.narrow(selection, words)

    def narrow(self, selection: Selection, words: Iterable[str]) -> Selection:
        return replace(selection, **dict(self.slot(word, selection.kind) for word in words))

    def slot(self, word: str, kind: EventKind) -> tuple[str, Any]:
        """Which part of a selection a word narrows, and to what."""
        if word.startswith("by:"):
            return "host", self.party(word[3:])
        pieces = word.split("/")
        for slot, values in _VALUES[kind].items():
            if set(pieces) <= set(values):
                return slot, frozenset(map(values, pieces))
        if _WINDOW.match(word) is not None:
            return "window", window(word)
        return self.named(word)

    def named(self, word: str) -> tuple[str, str]:
        """A gathering, series, place or topic, by its id or by a part that only one has."""
        names = self.names
        tables: dict[str, Container[str]] = {
            "occasion": names.occasions,
            "series": names.series,
            "place": names.places,
            "topic": names.topics,
        }
        for slot, table in tables.items():
            if word in table:
                return slot, word
        for slot, ids in (("place", names.places), ("occasion", names.occasions)):
            if (found := _parts(word, ids)) is not None:
                return slot, found
        raise LabelError(f"{word!r} is no place, gathering, series, topic, mode, setting or window")

    def anchor(self, text: str) -> Anchor:
        if text.startswith("("):
            return SinceEvent(self.selection(text.strip("()")))
        if _WINDOW.match(text) is not None:
            return SinceDays(window(text))
        if text in self.names.landmarks:
            return SinceLandmark(text)
        person, _, office = text.partition(" ")
        return SinceTenure(self.person(person), self.office(office))

    def aspect(self, verb: str, text: str) -> Aspect:
        if verb == "lasted":
            return Lasted(number(text))
        if verb == "about" and text in self.names.topics:
            return WasAbout(text)
        slot, value = self.slot(text, EventKind.ENCOUNTER)
        return _ASPECTS[slot](value)

    def roster(self, text: str) -> Roster:
        kind, _, rest = text.partition(" ")
        match kind:
            case "each":
                ends, _, but = rest.partition(" but ")
                since, _, until = ends.partition("..")
                left = frozenset(map(self.person, but.split()))
                return EachOf(
                    self.person(since) if since else None,
                    self.person(until) if until else None,
                    left,
                )
            case "only":
                return NoneBut(frozenset(map(self.person, rest.split())))
            case "first":
                return NthOf(self.person(rest))
            case "no.":
                position, _, person = rest.partition(" ")
                return NthOf(self.person(person), int(position))
            case _:
                return SoMany(number(text))


_NUMBER: Final = r"\d+(?:-\d*)?"
_KINDS: Final[tuple[tuple[str, Callable[..., Claim]], ...]] = (
    (r"took place (.+)", Reader.took_place),
    (r"#(-?\d+) of (.+?) is (.+)", Reader.which_one),
    (r"none of (.+?) since (.+)", Reader.none_since),
    (r"(?:(.+) )?first of (.+?) since (.+)", Reader.first_since),
    (rf"(each|each .+?|only .+?|first .+?|no\. \d+ .+?|{_NUMBER}) @(\S+): (.+)", Reader.who),
    (rf"({_NUMBER}) of (.+)", Reader.how_many),
    (r"(.+?) (lasted|was|about) (.+)", Reader.detail),
    (r"(\S+) (acting |full )?(\S+) ((?:in|throughout|elected|from) .+)", Reader.held),
)
_VALUES: Final[dict[EventKind, dict[str, Any]]] = {
    EventKind.ENCOUNTER: {"modes": Mode, "settings": Setting},
    EventKind.VISIT: {"visit_kinds": VisitKind},
}
_ASPECTS: Final[dict[str, Callable[[Any], Aspect]]] = {
    "place": WasAt,
    "host": WasHostedBy,
    "occasion": WasPartOf,
    "series": WasPartOfSeries,
    "topic": WasAbout,
    "settings": WasSetting,
    "window": WasWithin,
}


def _time(text: str) -> TimeInOffice:
    word, _, said = text.partition(" ")
    match word:
        case "from":
            began, _, ended = said.partition(" to ")
            return Spell(_known(began), _known(ended or "?"))
        case "in":
            return SomeDay(window(said))
        case "throughout":
            return Throughout(window(said))
        case _:
            return Elected(window(said))


def _known(text: str) -> Window | None:
    return None if text == "?" else window(text)


def _parts(word: str, ids: Iterable[str]) -> str | None:
    """The one id of which the word is a run of parts; among several the one that it starts."""
    found = [id for id in ids if f"-{word}-" in f"-{id}-"]
    if len(found) > 1:
        found = [id for id in found if id.startswith(word)]
    return found[0] if len(found) == 1 else None


def _one_of(word: str, ids: Iterable[str], what: str) -> str:
    found = word if word in set(ids) else _parts(word, ids)
    if found is None:
        raise LabelError(f"{word!r} is no {what}, or several")
    return found
