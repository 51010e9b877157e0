"""Claims: statements about a selection that are true or false of a record as of a day.

A closed union of the kinds in the design, taken apart with ``match`` and ``assert_never``.
``rules`` are ids of the counting rules that the claim's words admit; a claim that counts nothing
admits none. ``quote`` is the claim's place in a text, and takes no part in equality.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from summitry.model.bounds import Bounds
from summitry.model.events import Setting
from summitry.model.occasions import LandmarkId, OccasionId, SeriesId, TopicId
from summitry.model.people import OfficeId, PersonId
from summitry.model.places import PlaceId
from summitry.model.selection import Holder, Party, Selection
from summitry.model.when import Window

RuleId = str

EVERY_ENCOUNTER: Final[tuple[RuleId, ...]] = ("every-encounter",)


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a text, with their place in it: offsets in characters, ``end`` excluded."""

    text: str
    start: int
    end: int


# --- anchors: what "since" counts from -------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SinceDays:
    """Since a day, month or year: counting starts when its last day is over."""

    window: Window


@dataclass(frozen=True, slots=True)
class SinceLandmark:
    """Since a dated event of the world: counting starts when its first day is over."""

    landmark: LandmarkId


@dataclass(frozen=True, slots=True)
class SinceEvent:
    """Since the last event of a selection: counting starts when its first day is over."""

    selection: Selection


@dataclass(frozen=True, slots=True)
class SinceTenure:
    """Since a person took an office, the latest time: counting starts with that day."""

    person: PersonId
    office: OfficeId


Anchor = SinceDays | SinceLandmark | SinceEvent | SinceTenure


# --- aspects: what a detail claim says of an event -------------------------------------------


@dataclass(frozen=True, slots=True)
class Lasted:
    """It lasted so many minutes."""

    minutes: Bounds


@dataclass(frozen=True, slots=True)
class WasAt:
    """It was at this place, or within it."""

    place: PlaceId


@dataclass(frozen=True, slots=True)
class WasHostedBy:
    """This party received the others."""

    host: Party


@dataclass(frozen=True, slots=True)
class WasPartOf:
    """It belonged to this occasion."""

    occasion: OccasionId


@dataclass(frozen=True, slots=True)
class WasPartOfSeries:
    """It belonged to an occasion of this series."""

    series: SeriesId


@dataclass(frozen=True, slots=True)
class WasAbout:
    """This topic was talked about."""

    topic: TopicId


@dataclass(frozen=True, slots=True)
class WasSetting:
    """It had one of these settings."""

    settings: frozenset[Setting]


@dataclass(frozen=True, slots=True)
class WasWithin:
    """It fell within these days."""

    window: Window


Aspect = (
    Lasted | WasAt | WasHostedBy | WasPartOf | WasPartOfSeries | WasAbout | WasSetting | WasWithin
)


# --- rosters: which holders of an office ------------------------------------------------------


@dataclass(frozen=True, slots=True)
class EachOf:
    """Every holder from ``since``'s first tenure to ``until``'s last had one; ``but`` had none."""

    since: PersonId | None = None
    until: PersonId | None = None
    but: frozenset[PersonId] = frozenset()


@dataclass(frozen=True, slots=True)
class NoneBut:
    """These holders had an event, and no other."""

    people: frozenset[PersonId]


@dataclass(frozen=True, slots=True)
class NthOf:
    """Of the holders who had an event, this one was the ``position``-th to have one."""

    person: PersonId
    position: int = 1

    def __post_init__(self) -> None:
        if self.position < 1:
            raise ValueError(f"a position counts from 1, got {self.position}")


@dataclass(frozen=True, slots=True)
class SoMany:
    """So many holders had an event."""

    number: Bounds


Roster = EachOf | NoneBut | NthOf | SoMany


# --- spells: what a claim says of a tenure ----------------------------------------------------


@dataclass(frozen=True, slots=True)
class SomeDay:
    """The person held the office on some day of the window."""

    window: Window


@dataclass(frozen=True, slots=True)
class Throughout:
    """The person held the office on every day of the window."""

    window: Window


@dataclass(frozen=True, slots=True)
class Spell:
    """One unbroken time in the office began within one window and ended within the other.

    A window of None says nothing of that end.
    """

    began: Window | None = None
    ended: Window | None = None

    def __post_init__(self) -> None:
        if self.began is None and self.ended is None:
            raise ValueError("a spell names when it began, when it ended, or both")


@dataclass(frozen=True, slots=True)
class Elected:
    """The person was elected to the office on some day of the window."""

    window: Window


TimeInOffice = SomeDay | Throughout | Spell | Elected


# --- the kinds --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class TookPlace:
    """There is an event in the selection."""

    selection: Selection
    rules: tuple[RuleId, ...] = ()
    quote: Quote | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class HowMany:
    """The number of events in the selection is within ``number``."""

    selection: Selection
    number: Bounds
    rules: tuple[RuleId, ...] = EVERY_ENCOUNTER
    quote: Quote | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class WhichOne:
    """The ``position``-th event of the selection (-1: the last) is in ``that``."""

    selection: Selection
    position: int
    that: Selection
    rules: tuple[RuleId, ...] = EVERY_ENCOUNTER
    quote: Quote | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        if self.position == 0:
            raise ValueError("a position counts from 1, or from -1 backwards, got 0")


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstSince:
    """An event of ``selection`` and ``that`` follows the anchor, none of ``selection`` between."""

    selection: Selection
    anchor: Anchor
    that: Selection
    rules: tuple[RuleId, ...] = EVERY_ENCOUNTER
    quote: Quote | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoneSince:
    """No event of the selection comes after the anchor."""

    selection: Selection
    anchor: Anchor
    rules: tuple[RuleId, ...] = EVERY_ENCOUNTER
    quote: Quote | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """Which holders of an office had an event; ``among`` stands in the selection for each."""

    among: Holder
    selection: Selection
    roster: Roster
    rules: tuple[RuleId, ...] = EVERY_ENCOUNTER
    quote: Quote | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        if (self.selection.who == self.among) == (self.selection.whom == self.among):
            raise ValueError(
                "one party of the selection, and one only, must be the office asked about"
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A person held an office; ``acting``: as acting holder, in full (False), or either (None)."""

    person: PersonId
    office: OfficeId
    time: TimeInOffice
    acting: bool | None = None
    rules: tuple[RuleId, ...] = ()
    quote: Quote | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """An event of the selection has this aspect."""

    selection: Selection
    aspect: Aspect
    rules: tuple[RuleId, ...] = ()
    quote: Quote | None = field(default=None, compare=False)


Claim = TookPlace | HowMany | WhichOne | FirstSince | NoneSince | Who | Held | Detail


class ClaimKind(StrEnum):
    """The names of the kinds, as they stand in JSON."""

    TOOK_PLACE = "took_place"
    HOW_MANY = "how_many"
    WHICH_ONE = "which_one"
    FIRST_SINCE = "first_since"
    NONE_SINCE = "none_since"
    WHO = "who"
    HELD = "held"
    DETAIL = "detail"


_KINDS: Final[dict[type[Claim], ClaimKind]] = {
    TookPlace: ClaimKind.TOOK_PLACE,
    HowMany: ClaimKind.HOW_MANY,
    WhichOne: ClaimKind.WHICH_ONE,
    FirstSince: ClaimKind.FIRST_SINCE,
    NoneSince: ClaimKind.NONE_SINCE,
    Who: ClaimKind.WHO,
    Held: ClaimKind.HELD,
    Detail: ClaimKind.DETAIL,
}


def kind_of(claim: Claim) -> ClaimKind:
    """The name of the claim's kind."""
    return _KINDS[type(claim)]
