"""Mentions: what the words of a sentence speak of, before it is known what they say of it."""

from __future__ import annotations

from dataclasses import dataclass

from summitry.lexicon.tables import Sense
from summitry.model.bounds import Bounds
from summitry.model.claims import Anchor, Roster, RuleId
from summitry.model.events import Mode, Setting
from summitry.model.occasions import LandmarkId, OccasionId, SeriesId, TopicId
from summitry.model.people import OfficeId, PersonId, Pronoun
from summitry.model.places import PlaceId
from summitry.model.selection import Capacity, Holder, Party
from summitry.model.when import Window


@dataclass(frozen=True, slots=True)
class PersonItem:
    """A person's name; more than one where people share it. ``full``: not a family name alone.

    ``place``: the place that has the same name.
    """

    people: frozenset[PersonId]
    full: bool
    place: PlaceId | None = None


@dataclass(frozen=True, slots=True)
class PartyItem:
    """Who is meant. None stands for somebody who isn't in the record or can't be told.

    ``word`` stands for it in the parse; ``then`` is the office that an aside gives to the party,
    ``titled`` the one whose title stands before the name ("President Biden").
    """

    parties: tuple[Party | None, ...]
    word: str
    then: OfficeId | None = None
    titled: OfficeId | None = None


@dataclass(frozen=True, slots=True)
class OfficeItem:
    """An office ("U.S. president"), or all that the words may mean ("Russian leader")."""

    offices: frozenset[OfficeId]
    plural: bool = False


@dataclass(frozen=True, slots=True)
class TitleItem:
    """A bare title ("president")."""

    title: str
    plural: bool = False


@dataclass(frozen=True, slots=True)
class RosterItem:
    """Holders of an office spoken of together; ``roster`` None: none of them.

    ``ranked``: of them, somebody who was the last to do something (-1), or the first since another
    did or since something else. ``serving``: the words say that they did it while in office.
    """

    among: Holder
    roster: Roster | None
    ranked: Ranked | None = None
    serving: bool = False


@dataclass(frozen=True, slots=True)
class Ranked:
    """Who had the last of what holders of an office had (-1), or the first since ``since``."""

    person: PersonId
    position: int
    since: PersonId | None = None


@dataclass(frozen=True, slots=True)
class PlaceItem:
    """A place; ``belonging``: a word for what belongs to the country ("Russian").

    ``whole``: the preposition before it is of the mention ("on Russian soil").
    """

    place: PlaceId
    belonging: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class SeriesItem:
    """A series of gatherings."""

    series: SeriesId


@dataclass(frozen=True, slots=True)
class GatheringItem:
    """A gathering: an occasion, or any of a series that the place and window narrow."""

    occasion: OccasionId | None = None
    series: SeriesId | None = None
    place: PlaceId | None = None
    window: Window | None = None


@dataclass(frozen=True, slots=True)
class LandmarkItem:
    """A landmark, or all that the words may mean."""

    landmarks: frozenset[LandmarkId]


@dataclass(frozen=True, slots=True)
class TopicItem:
    """A topic."""

    topic: TopicId


@dataclass(frozen=True, slots=True)
class TimeItem:
    """A time; None: it can't be told. ``ends``: the two ends of one written with both.

    ``term``: the title of the office whose whole time it is ("during his presidency");
    ``adverb``: it stands by itself ("met last July"), not after a preposition; ``side``: it is all
    that came before or after something, which tells of no one event when it was; ``counted``: it
    counts from the day of the text, or from the time told of before.
    """

    window: Window | None
    ends: tuple[Window | None, Window | None] | None = None
    term: str | None = None
    adverb: bool = False
    side: bool = False
    counted: bool = False


@dataclass(frozen=True, slots=True)
class WordItem:
    """A word of meeting or travelling: the senses that it has as a verb and as a noun.

    ``verb`` and ``noun`` give the word's form: base, third, past, participle or gerund; singular
    or plural.
    """

    word: str
    verb: tuple[Sense, str] | None = None
    noun: tuple[Sense, str] | None = None


@dataclass(frozen=True, slots=True)
class NumberItem:
    """A count. ``times``: an adverb ("twice", "several times"); else it counts the next noun.

    ``of_all``: it is said that there are no others ("only twice"); ``sole``: of the one that there
    is ("their only meeting").
    """

    bounds: Bounds
    times: bool
    of_all: bool = False
    sole: bool = False


@dataclass(frozen=True, slots=True)
class OrdinalItem:
    """A position in an order, from the end if negative.

    ``parties``: who met in what is so ordered, where the words name them ("his first with Biden").
    """

    position: int
    parties: tuple[PartyItem, ...] = ()


@dataclass(frozen=True, slots=True)
class ModeItem:
    """Words for a mode, beside the word of meeting."""

    modes: frozenset[Mode]


@dataclass(frozen=True, slots=True)
class SettingItem:
    """Words for a setting, beside the word of meeting."""

    settings: frozenset[Setting]


@dataclass(frozen=True, slots=True)
class PairItem:
    """Words for two people known from the text before ("the two", "they")."""

    possessive: bool = False


@dataclass(frozen=True, slots=True)
class PronounItem:
    """A word for one person known from the text before.

    ``other``: somebody else than the subject ("him").
    """

    pronoun: Pronoun
    possessive: bool
    other: bool = False


@dataclass(frozen=True, slots=True)
class DurationItem:
    """A length of time, in minutes."""

    minutes: Bounds


@dataclass(frozen=True, slots=True)
class AnchorItem:
    """What a "since" counts from; None: it can't be told.

    ``one``: since one of the events that the sentence speaks of. ``last``: since the one that was
    told of last ("They have not met since"). ``ago``: so long ago ("the first in two years").
    """

    anchor: Anchor | None
    one: TheOneItem | None = None
    last: bool = False
    ago: bool = False


@dataclass(frozen=True, slots=True)
class TheOneItem:
    """One of the events spoken of ("the one with Biden in Geneva"), and what is said of it."""

    whom: PartyItem | None
    said: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class CapacityItem:
    """In what capacity people took part; ``both`` of everyone that it doesn't name.

    ``first``: in office, of whoever the clause is about. ``title``: those who took part held an
    office of this title; of the first of them only, unless ``plural``.
    """

    each: tuple[tuple[PersonId, Capacity], ...] = ()
    both: Capacity | None = None
    first: bool = False
    title: str = ""
    plural: bool = False


@dataclass(frozen=True, slots=True)
class EachItem:
    """Times, places or gatherings in one list ("2001, 2002 and 2003"); never one itself in a line.

    ``joint`` is the word that joins them, "and" or "or"; "" where it isn't clear how they are
    joined. ``both``: "both" or the like stands before them.
    """

    items: tuple[Item, ...]
    joint: str
    both: bool = False


@dataclass(frozen=True, slots=True)
class RulesItem:
    """The counting rules that a text names itself."""

    rules: tuple[RuleId, ...]


@dataclass(frozen=True, slots=True)
class HostItem:
    """Who received the others."""

    host: Party | None


@dataclass(frozen=True, slots=True)
class AboutItem:
    """What was talked about: a topic, and the ``others`` of a list of them."""

    topic: TopicId
    others: tuple[TopicId, ...] = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """A clause that leaves out its verb: what it says itself ("and Trump twice in 2018").

    ``echo``: it has but an auxiliary ("but Carter never did"): "never" or "not", which deny what
    the clause before says, "did", which says it, or "so", which says or denies it alike.
    ``apart``: a comma parts its count from the rest ("Truman once, in Potsdam").
    """

    who: tuple[PartyItem, ...]
    said: tuple[Item, ...]
    counts: tuple[NumberItem, ...] = ()
    ordinals: tuple[OrdinalItem, ...] = ()
    echo: str = ""
    apart: bool = False


@dataclass(frozen=True, slots=True)
class GapItem:
    """A row of clauses that leave out the verb of the one before them."""

    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class TimesItem:
    """A clause told as one of several: "It was the second time that", "The last time that".

    ``this``: of the event spoken of last; ``now``: of one that is going on.
    """

    position: int
    this: bool = False
    now: bool = False


@dataclass(frozen=True, slots=True)
class SkippedItem:
    """Words of a construction that its clause is read without: "It was ... that"."""


@dataclass(frozen=True, slots=True)
class PauseItem:
    """Such words that part what comes before the clause from it."""


Item = (
    PersonItem
    | PartyItem
    | OfficeItem
    | TitleItem
    | RosterItem
    | PlaceItem
    | SeriesItem
    | GatheringItem
    | LandmarkItem
    | TopicItem
    | TimeItem
    | WordItem
    | NumberItem
    | OrdinalItem
    | ModeItem
    | SettingItem
    | PairItem
    | PronounItem
    | DurationItem
    | AnchorItem
    | TheOneItem
    | CapacityItem
    | RulesItem
    | HostItem
    | AboutItem
    | EachItem
    | GapItem
    | TimesItem
    | SkippedItem
    | PauseItem
)


@dataclass(frozen=True, slots=True)
class Mention:
    """An item and its place in the text."""

    start: int
    end: int
    item: Item
