"""Reading the pieces of a text: captions, entries of timelines, items of lists, rows of tables."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final

from summitry.lexicon.tables import Sense, senses
from summitry.model.claims import Claim, Quote
from summitry.model.events import EventKind, Mode
from summitry.model.occasions import TopicId
from summitry.model.places import PlaceId, PlaceKind, around
from summitry.model.selection import Party, Someone
from summitry.reading.clauses.forms import claims_of
from summitry.reading.clauses.frame import Frame
from summitry.reading.clauses.surroundings import Surroundings
from summitry.reading.mentions.items import (
    AboutItem,
    AnchorItem,
    CapacityItem,
    DurationItem,
    EachItem,
    GatheringItem,
    Item,
    ModeItem,
    OrdinalItem,
    PartyItem,
    PlaceItem,
    SeriesItem,
    SettingItem,
    TimeItem,
    WordItem,
)
from summitry.reading.mentions.line import Line
from summitry.reading.mentions.line import form as line_form
from summitry.reading.mentions.narrowing import Unreadable
from summitry.reading.mentions.scene import Scene
from summitry.reading.pieces.matched import Above, Matched, are_nested
from summitry.reading.pieces.piece import Piece, Token, is_past, pieces_table
from summitry.reading.trees.syntax import phrases


@dataclass(frozen=True, slots=True)
class Told:
    """The claims of a piece, and the mentions that say when and where."""

    claims: tuple[Claim, ...] = ()
    items: tuple[Item, ...] = ()


NOTHING: Final = Told()


def told(piece: Piece, above: Above, quote: Quote) -> Told:
    """What a piece claims; nothing if it is none, or not all of it that restricts was read."""
    introduction = above.introduction
    if (introduction is not None and not introduction.real) or _is_refused(piece):
        return NOTHING
    row = piece.kinds
    for form in _forms():
        match = form.pattern.match(row)
        if match is None or not form.fits(above):
            continue
        if _leaves_ordinal(piece, match):
            return NOTHING
        try:
            frames = _MAKERS[form.makes](Matched(piece, match, above))
            return claimed(frames, above, quote)
        except Unreadable:
            return NOTHING
    return NOTHING


def may_tell_apart(line: Line) -> bool:
    """Whether a line has a mention that may tell an event, and no word that can't be of a piece."""
    told = _TELLING.search(line.text) is not None
    return told and not any(is_past(item) for _, item in line.all(WordItem))


_TELLING: Final = line_form("{Time|Place|Gathering|Series|Each}")


def claimed(frames: Iterable[Frame], above: Above, quote: Quote) -> Told:
    """The claims of frames, which share their time and place."""
    scene = above.scene
    around_them = Surroundings(scene.calendar, scene.as_of, None, (), quote)
    claims: list[Claim] = []
    items: tuple[Item, ...] = ()
    for frame in frames:
        items = items or tuple(
            i for i in (*frame.tail, *frame.that) if isinstance(i, TimeItem | PlaceItem)
        )
        claims.extend(claims_of(frame, around_them))
    return Told(tuple(claims), items)


def _is_refused(piece: Piece) -> bool:
    """Whether a word says that nothing took place, but in a part on something before it."""
    for token, after in zip(piece.tokens, (*piece.tokens[1:], None), strict=True):
        if token.word == "no" and after is not None and after.kind == "loose":
            # "no aides", "no interpreters"
            continue
        if token.kind in ("unreal", "refusing"):
            words = [t.word for t in piece.tokens if t.part == token.part]
            if not any(a == "had" and b != "been" for a, b in pairwise(words)):
                return True
    return any(token.kind in ("past", "remote") for token in piece.tokens)


def _leaves_ordinal(piece: Piece, match: re.Match[str]) -> bool:
    """Whether a position that stands by itself ("for the second time") is none the form reads."""
    read = piece.within(match, "nth")
    row = (*piece.tokens, None)
    return any(
        token is not None
        and token.kind == "ordinal"
        and (after is None or after.kind in _APART)
        and (before is None or before.kind != "plain")
        and all(token is not one for one in read)
        for before, token, after in zip((None, *row), row, row[1:], strict=False)
    )


_APART: Final = {"comma", "cut", "locating", "leading", "time"}
"""What follows a position that belongs to no noun."""


# --- the table of forms -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Form:
    """A row of the table: a pattern over kinds, what must be known, and what makes claims of it."""

    name: str
    pattern: re.Pattern[str]
    makes: str
    needs: str

    def fits(self, above: Above) -> bool:
        """Whether the text around a piece supplies what the form needs."""
        said = above.introduction is not None
        return not self.needs or said or (self.needs == "two" and len(above.people) == 2)


@cache
def _forms() -> tuple[Form, ...]:
    table = pieces_table()
    parts = dict(table["parts"])
    return tuple(
        Form(
            row["name"],
            re.compile(_filled(row["pattern"], parts)),
            row["makes"],
            row.get("needs", ""),
        )
        for row in table["form"]
    )


def _filled(pattern: str, parts: Mapping[str, str]) -> str:
    """The pattern on one line, with ``<name>`` (but not a group's name) filled in."""
    pattern = pattern.replace("\n", "")
    while slot := re.search(r"(?<!\?P)<([a-z]+)>", pattern):
        pattern = pattern[: slot.start()] + parts[slot[1]] + pattern[slot.end() :]
    return pattern


# --- what a form makes --------------------------------------------------------------------------


def _frame(
    sense: Sense, subjects: Iterable[PartyItem], objects: Iterable[PartyItem], tail: Sequence[Item]
) -> Frame:
    if not any(map(_tells_apart, tail)):
        raise Unreadable("it isn't said when or where")
    return Frame(
        sense, 0, 0, "verb", subjects=list(subjects), objects=list(objects), tail=list(tail)
    )


def _tells_apart(item: Item) -> bool:
    """Whether a mention tells an event: a place, a gathering, a time of a month or less.

    Years beside names are often those of which a text speaks: "Bush and Putin (2001–2009)".
    """
    if isinstance(item, TimeItem):
        return item.window is not None and len(item.window.possibly) <= _MONTH
    return isinstance(item, PlaceItem | GatheringItem | SeriesItem | EachItem)


_MONTH: Final = 31


_VERBS: Final = {"direct", "shared", "beside", "going"}
_IN_PERSON: Final = frozenset({Mode.IN_PERSON})


def _as_mention(*parties: Party) -> PartyItem:
    return PartyItem(parties, "Smith")


def _flat(items: Iterable[PartyItem]) -> list[Party]:
    """Who is meant, each once."""
    found: list[Party] = []
    for item in items:
        for party in item.parties:
            if party is not None and not any(same_party(party, other) for other in found):
                found.append(party)
    return found


def same_party(one: Party, other: Party) -> bool:
    """Whether two parties are one, in whatever capacity."""
    if isinstance(one, Someone) and isinstance(other, Someone):
        return one.person == other.person
    return one == other


def _together(match: Matched) -> list[Frame]:
    """Two in one picture, or at one entry."""
    tokens = match.piece.tokens
    nouns = [t.sense.modes for t in tokens if t.kind == "meeting" and t.sense is not None]
    said = any(isinstance(t.item, ModeItem) and t.item.modes != _IN_PERSON for t in tokens)
    if said or any(modes and Mode.IN_PERSON not in modes for modes in nouns):
        raise Unreadable("it isn't said that they were in one place")
    who, whom = match.parties("who"), match.parties("whom")
    if not _flat(who):
        who = [_as_mention(*_pair(match, []))]
    core = match.group("who")
    if any(token.kind in _VERBS for token in match.piece.tokens) and not match.is_told():
        raise Unreadable("not said of the past")
    items = match.items(*core)
    going = next((t for t in match.piece.tokens if t.kind == "going" and t.sense), None)
    visits: list[Frame] = []
    if whom and going is not None and going.sense and going.sense.kind is EventKind.VISIT:
        visits = [_frame(going.sense, who, [], items)]
    sense = next(
        (t.sense for t in match.piece.tokens if t.kind == "direct" and t.sense is not None),
        senses()["meet"],
    )
    return [*visits, _frame(sense, who, whom, items)]


def _meeting(match: Matched) -> list[Frame]:
    """A noun of meeting: "Third private talk of the two", "Talks with Putin in Moscow"."""
    (word,) = match.group("word")
    sense = word.sense or senses()["meet"]
    tokens = [token for token in match.piece.tokens if token.part == word.part]
    named = _flat(token.item for token in tokens if isinstance(token.item, PartyItem))
    others = [token for token in match.piece.tokens if token not in tokens]
    if any(token.kind in ("party", "stranger") for token in others):
        raise Unreadable("it isn't said who met whom")
    items = match.items(word)
    if sense.modes and Mode.IN_PERSON not in sense.modes:
        return _contact(sense, _as_mention(*_pair(match, named)), items, match.above.scene)
    nth = match.group("nth") if isinstance(word.item, WordItem) else ()
    if sense.kind is EventKind.VISIT:
        frame = _visit(match, sense, named, items)
    else:
        frame = _frame(sense, [_as_mention(*_pair(match, named))], [], items)
    if not nth:
        return [frame]
    lists = match.introduction is not None and match.introduction.lists
    return [*([frame] if lists else []), _ordered(frame, nth[0], word, match)]


def _contact(sense: Sense, who: PartyItem, items: list[Item], scene: Scene) -> list[Frame]:
    """Of "Call – 30 Dec 2021 – 75 min – NATO": what is named is what they spoke of."""
    topics: list[TopicId] = []
    rest: list[Item] = []
    for item in items:
        match item:
            case PlaceItem(place):
                topic = scene.calendar.topic_of(place)
            case GatheringItem(_, str() as series, _, _) | SeriesItem(series):
                topic = scene.calendar.topic_of_series(series)
            case SettingItem():
                raise Unreadable("it isn't clear how they were in contact")
            case _:
                rest.append(item)
                continue
        if topic is None:
            raise Unreadable("it isn't clear what is named there")
        topics.append(topic)
    times = [item for item in rest if not isinstance(item, DurationItem)]
    about = [
        Frame(sense, 0, 0, "was", subjects=[who], tail=[*times], that=[AboutItem(topic)])
        for topic in topics
    ]
    return [_frame(sense, [who], [], rest), *about]


def _ordered(frame: Frame, nth: Token, word: Token, match: Matched) -> Frame:
    """That the event of a frame was the n-th of those like it: "Their last bilateral meeting"."""
    tokens = match.piece.tokens
    first, last = tokens.index(nth), tokens.index(word)
    own = [t for t in tokens if t.part == word.part]
    dress: list[Item] = [
        *(t.item for t in tokens[first:last] if isinstance(t.item, SettingItem | ModeItem)),
        *(t.item for t in own if isinstance(t.item, AnchorItem | CapacityItem)),
    ]
    that = [i for i in frame.tail if all(i is not one for one in dress)]
    sense = word.sense or frame.sense
    return Frame(
        sense, 0, 0, "was", subjects=frame.subjects, tail=dress, that=that,
        ordinals=[nth.item] if isinstance(nth.item, OrdinalItem) else [],
        formal=any(t.word in phrases("formal") for t in tokens[first:last]),
    )  # fmt: skip


def _pair(match: Matched, named: list[Party]) -> list[Party]:
    """The two who met: those named, completed by those whom the text speaks of."""
    introduction, above = match.introduction, match.above
    known = list(introduction.parties if introduction and introduction.parties else above.people)
    if not named and any(t.kind in ("pair", "theirs") for t in match.piece.tokens):
        known = known if len(known) == 2 else list(above.last)
    if len(named) == 2:
        return named
    if len(named) == 1 and len(known) == 1 and not same_party(named[0], known[0]):
        return [*known, *named]
    within = all(any(same_party(one, other) for other in known) for one in named)
    if len(known) == 2 and within:
        return known
    raise Unreadable("it isn't said who met whom")


def _visit(match: Matched, sense: Sense, named: list[Party], items: list[Item]) -> Frame:
    introduction = match.introduction
    known = list(introduction.parties) if introduction else []
    visitors = named or known
    if len(visitors) != 1 or (known and not same_party(visitors[0], known[0])):
        raise Unreadable("it isn't clear who the visitor was")
    places = [item for item in items if isinstance(item, PlaceItem)]
    if introduction is not None and introduction.place is not None:
        country = PlaceItem(introduction.place)
        items = [i for i in items if not isinstance(i, PlaceItem)]
        several = len(places) > 1 or any(t.kind == "name" for t in match.piece.tokens)
        items += [country] if several else [country, *places]
        if not all(match.above.scene.calendar.was_within(p.place, country.place) for p in places):
            raise Unreadable("more than one place is said of it")
    elif len(places) > 1 and not are_nested(places, match.above.scene):
        items = [i for i in items if not isinstance(i, PlaceItem)]
        items.append(EachItem(tuple(places), "and"))
    return _frame(sense, [_as_mention(*visitors)], [], items)


def _somewhere(match: Matched) -> list[Frame]:
    """Of "Obama in Berlin": a visit, if it is abroad."""
    (who,) = match.group("who")
    if not isinstance(who.item, PartyItem):
        return []
    items = match.items(who)
    timed = any(isinstance(item, TimeItem | EachItem) for item in items)
    if not timed and any(token.kind == "ordinal" for token in match.piece.tokens):
        raise Unreadable("it isn't said when")
    visitor = who.item.parties[0]
    places = [item.place for item in items if isinstance(item, PlaceItem)]
    if not isinstance(visitor, Someone) or not places:
        raise Unreadable("it isn't said who went where")
    calendar = match.above.scene.calendar
    home = {calendar.names.offices[office].country for office in calendar.offices(visitor.person)}
    if not home or any(
        calendar.was_within(place, land) for place in places for land in home if land is not None
    ):
        raise Unreadable("it isn't said of a visit")
    plain = [
        PlaceItem(_town(item.place, match.above.scene)) if isinstance(item, PlaceItem) else item
        for item in items
        if not isinstance(item, SettingItem | DurationItem)
    ]
    return [_frame(senses()["visit"], [who.item], [], plain)]


def _town(place: PlaceId, scene: Scene) -> PlaceId:
    """The city that a venue is in: a visit is one to a city, not to a house."""
    rows = around(scene.calendar.names.places, place)
    return next((row.id for row in rows if row.kind is not PlaceKind.VENUE), place)


def _item(match: Matched) -> list[Frame]:
    """Of "Geneva (June 2021)", "Hu Jintao of China – January 2011"."""
    introduction = match.introduction
    lead = match.group("lead") or match.piece.tokens[:1]
    items = match.items(*lead)
    named = _flat(match.parties("who", "whom"))
    _is_an_item(match, items, named)
    sense = introduction.sense if introduction is not None else senses()["meet"]
    if introduction is not None:
        timed = any(isinstance(i, TimeItem | EachItem) for i in items)
        items += [i for i in introduction.items if not (timed and isinstance(i, TimeItem))]
    if sense.kind is EventKind.VISIT and len(named) < 2:
        return [_visit(match, sense, named, items)]
    frame = _frame(sense, [_as_mention(*_pair(match, named))], [], items)
    return [frame, *_ordered_also(frame, match)]


def _is_an_item(match: Matched, items: list[Item], named: list[Party]) -> None:
    """:class:`Unreadable` if nothing says that a piece speaks of those who met or went.

    In a list that is introduced as one of meetings or visits every item does, but what has no more
    than a time and a note; elsewhere what else the piece says must show it.
    """
    introduction = match.introduction
    noted = match.match.end() < len(match.match.string)
    times = [item for item in items if isinstance(item, TimeItem | EachItem)]
    if introduction is not None and introduction.lists:
        shown = bool(named) or not noted or len(times) < len(items)
    else:
        of_meetings = DurationItem | GatheringItem | SeriesItem | SettingItem
        met = any(isinstance(item, of_meetings) for item in items)
        dated_below = introduction is not None and bool(times)
        # Below a heading of meetings what says where and when is one, whatever it notes.
        placed = any(isinstance(item, PlaceItem) for item in items)
        shown = bool(named) or ((met or dated_below) and (placed or not noted))
    if not shown:
        raise Unreadable("nothing is said of a meeting")


_ALSO: Final = re.compile(
    r"(?:theirs |plain )(?P<nth>ordinal )(?:(?:plain|setting|mode) )*(?P<word>meeting )"
)


def _ordered_also(frame: Frame, match: Matched) -> Iterator[Frame]:
    """What order a note gives to the event: "their first formal meeting since 2013"."""
    found = _ALSO.search(match.match.string, match.match.end("lead"))
    if found is not None:
        (nth,), (word,) = (match.piece.within(found, name) for name in ("nth", "word"))
        if isinstance(word.item, WordItem):
            yield _ordered(frame, nth, word, match)


_MAKERS: Final[Mapping[str, Callable[[Matched], list[Frame]]]] = {
    "together": _together,
    "meeting": _meeting,
    "visit": _somewhere,
    "item": _item,
}
