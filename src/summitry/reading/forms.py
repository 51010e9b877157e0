"""From frames to claims, by the table of forms (``forms.toml``)."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Final

from summitry.lexicon.tables import admitted
from summitry.model.bounds import Bounds
from summitry.model.claims import (
    Anchor,
    Aspect,
    Claim,
    Detail,
    FirstSince,
    HowMany,
    Lasted,
    NoneSince,
    Quote,
    RuleId,
    SinceDays,
    SinceLandmark,
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
from summitry.model.days import after
from summitry.model.events import EventKind
from summitry.model.selection import Capacity, Party, Selection, Someone
from summitry.model.when import Window
from summitry.reading.calendar import Calendar
from summitry.reading.frames import Frame
from summitry.reading.items import (
    AboutItem,
    AnchorItem,
    CapacityItem,
    DurationItem,
    GatheringItem,
    HostItem,
    Item,
    ModeItem,
    PartyItem,
    PlaceItem,
    RosterItem,
    RulesItem,
    SeriesItem,
    SettingItem,
    TimeItem,
)


class Unreadable(Exception):
    """A frame that no claim can be made of; the message says why."""


@dataclass(frozen=True, slots=True)
class Form:
    """A row of the table: the features that a frame must and may not have, and what it makes."""

    name: str
    makes: str
    needs: frozenset[str]
    one_of: frozenset[str]
    without: frozenset[str]

    def fits(self, features: frozenset[str]) -> bool:
        """Whether a frame with these features has this form."""
        return (
            self.needs <= features
            and not (self.without & features)
            and (not self.one_of or bool(self.one_of & features))
        )


@cache
def forms() -> tuple[Form, ...]:
    """The table of forms, in its order."""
    rows = tomllib.loads(files(__package__).joinpath("forms.toml").read_text("utf-8"))["form"]
    return tuple(
        Form(
            row["name"],
            row["makes"],
            frozenset(row.get("needs", ())),
            frozenset(row.get("one_of", ())),
            frozenset(row.get("without", ())),
        )
        for row in rows
    )


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a frame may take from around it: the pair spoken of, and the event spoken of last."""

    calendar: Calendar
    pair: tuple[Party, Party] | None
    last: tuple[Item, ...]
    quote: Quote


def claims_of(frame: Frame, around: Surroundings) -> tuple[Claim, ...]:
    """The claims that a frame makes; :class:`Unreadable` if no form fits it."""
    if frame.refusal:
        raise Unreadable(frame.refusal)
    reader = _Reader(frame, around)
    features = reader.features()
    form = next((f for f in forms() if f.fits(features)), None)
    if form is None:
        raise Unreadable("no form of claim fits it")
    return reader.make(form.makes)


# --- selections ----------------------------------------------------------------------------------

_ITEMS_OF_THAT: Final = (TimeItem, PlaceItem, GatheringItem, SeriesItem, SettingItem, ModeItem)


class _Reader:
    """Makes the claims of one frame."""

    def __init__(self, frame: Frame, around: Surroundings) -> None:
        self.frame, self.around = frame, around
        self.tail, self.that = list(frame.tail), list(frame.that)
        if frame.swapped:
            self._swap()
        if frame.told_of is not None:
            self.that += [i for i in frame.told_of.tail if isinstance(i, _ITEMS_OF_THAT)]
            self.that += [i for i in frame.told_of.that if isinstance(i, _ITEMS_OF_THAT)]
        elif frame.this:
            # A meeting's city says too much of a visit, which may have gone on elsewhere.
            visit = frame.sense.kind is EventKind.VISIT
            kinds = (TimeItem,) if visit else _ITEMS_OF_THAT
            self.that += [i for i in around.last if isinstance(i, kinds)]
        elif frame.parent is not None:
            times = any(isinstance(i, TimeItem) for i in self.tail)
            places = any(isinstance(i, PlaceItem | GatheringItem) for i in self.tail)
            self.tail += [
                i for i in frame.parent.tail
                if (isinstance(i, TimeItem) and not times)
                or (isinstance(i, PlaceItem | GatheringItem) and not places)
            ]  # fmt: skip
        adverbial = frame.role == "verb" and frame.ordinals and not self.that
        if adverbial or (frame.role == "light" and frame.ordinals):
            self._tell_apart()
        if frame.role == "happened" and frame.counts:
            self.tail, self.that = [*self.tail, *self.that], []

    def _swap(self) -> None:
        """The noun's own mentions tell of the event; those after the copula restrict.

        Anchors, rules and capacities hold of both, and so does the place of a visit.
        """
        visit = self.frame.sense.kind is EventKind.VISIT
        kept = (AnchorItem, RulesItem, CapacityItem, *((PlaceItem,) if visit else ()))
        told = [i for i in self.tail if not isinstance(i, AnchorItem | RulesItem)]
        placed = any(isinstance(i, PlaceItem) for i in self.that)
        self.tail = [
            *self.that,
            *(
                i
                for i in self.tail
                if isinstance(i, kept) and not (placed and isinstance(i, PlaceItem))
            ),
        ]
        self.that = told

    def _tell_apart(self) -> None:
        """What is said with "first met" or "had their first meeting" tells of the one event."""
        visit = self.frame.sense.kind is EventKind.VISIT
        told = tuple(k for k in _ITEMS_OF_THAT if not (visit and k is PlaceItem))
        self.that = [*self.that, *(i for i in self.tail if isinstance(i, told))]
        self.tail = [i for i in self.tail if not isinstance(i, told)]

    def features(self) -> frozenset[str]:
        """What the table of forms may ask of a frame."""
        frame = self.frame
        rosters = [w for w in (*frame.subjects, *frame.objects) if isinstance(w, RosterItem)]
        anchors = self._all(AnchorItem)
        flags = {
            frame.role: True,
            "plural": frame.plural,
            "negated": frame.negated,
            "unread": frame.unread,
            "this": frame.this,
            "count": bool(frame.counts),
            "open-count": all(c.bounds.most is None for c in frame.counts),
            "position": bool(frame.ordinals),
            "first": [o.position for o in frame.ordinals] == [1],
            "since": bool(anchors),
            "that": bool(self.that),
            "tail": any(
                isinstance(i, TimeItem | PlaceItem | GatheringItem | SeriesItem) for i in self.tail
            ),
            "when": any(isinstance(i, TimeItem) for i in self.tail),
            "named": bool(frame.subjects or frame.objects),
            "roster": any(r.roster is not None for r in rosters),
            "roster-none": any(r.roster is None for r in rosters),
        }
        return frozenset(name for name, on in flags.items() if on)

    def _all(self, kind: type) -> list[Item]:
        return [i for i in self.tail if isinstance(i, kind)]

    def make(self, kind: str) -> tuple[Claim, ...]:
        """The claims of a form's kind."""
        return _MAKERS[kind](self)

    # --- parties ---

    def pairs(self) -> list[tuple[Party, Party | None]]:
        """Who met whom: each pair that the frame speaks of."""
        visit = self.frame.sense.kind is EventKind.VISIT
        subjects, objects = _flat(self.frame.subjects), _flat(self.frame.objects)
        if visit:
            return [(who, None) for who in (subjects or objects)]
        if self.frame.role != "verb":
            subjects, objects = _distinct([*objects, *subjects]), []
        subjects, objects = _distinct(subjects), _distinct(objects)
        if not objects:
            subjects = self._completed(subjects)
            return [(a, b) for n, a in enumerate(subjects) for b in subjects[n + 1 :]]
        return [
            (a, b) for a in (subjects or self._completed([])) for b in objects if not _same(a, b)
        ]

    def _completed(self, people: list[Party]) -> list[Party]:
        """One party or none, completed to the pair that the text speaks of."""
        if len(people) >= 2:
            return people
        pair = self.around.pair
        if (
            self.frame.role == "verb"
            or pair is None
            or (people and not any(_same(people[0], p) for p in pair))
        ):
            raise Unreadable("it isn't said who met whom")
        return list(pair)

    def capacity(self, party: Party, place: int) -> Party:
        """The party in the capacity that the frame's words give it."""
        if not isinstance(party, Someone) or not party.capacity.is_open:
            return party
        for item in self._all(CapacityItem):
            assert isinstance(item, CapacityItem)
            named = dict(item.each).get(party.person, item.both)
            if item.title and (place == 0 or item.plural):
                office = self.around.calendar.office_of(party.person, item.title)
                if office is None:
                    raise Unreadable("it isn't clear which office is meant")
                named = Capacity(frozenset((office,)))
            if named is not None:
                return Someone(party.person, named)
        return party

    def selections(self, items: Iterable[Item] | None = None) -> list[Selection]:
        """A selection for each pair, narrowed by the mentions."""
        tail = list(self.tail if items is None else items)
        pairs = self.pairs()
        if not pairs:
            raise Unreadable("it isn't said who met whom")
        narrowing = _Narrowing(tail, self.around.calendar, self.frame)
        return [
            narrowing.selection(self.capacity(a, 0), None if b is None else self.capacity(b, 1))
            for a, b in pairs
        ]

    def selection(self) -> Selection:
        """The one selection of a frame that speaks of one pair."""
        found = self.selections()
        if len(found) != 1:
            raise Unreadable("it isn't clear which two are meant")
        return found[0]

    def told(self, selection: Selection) -> Selection:
        """The selection narrowed by what tells of the one event."""
        return _Narrowing(self.that, self.around.calendar, self.frame).onto(selection)

    def rules(self, row: str | None = None) -> tuple[RuleId, ...]:
        """The counting rules that the frame's words admit, or those that they name."""
        for item in self._all(RulesItem):
            assert isinstance(item, RulesItem)
            return item.rules
        if self.frame.sense.kind is EventKind.VISIT:
            return admitted("visit")
        both = [
            i for i in self._all(CapacityItem) if isinstance(i, CapacityItem) and i.both is not None
        ]
        if both:
            return admitted("in-office")
        if row is not None:
            return admitted(row)
        if self.frame.sense.admits == "remote":
            return admitted("remote")
        if [o.position for o in self.frame.ordinals] == [1] and not self.frame.formal:
            return admitted("first")
        return admitted("formal" if self.frame.formal else self.frame.sense.admits)

    def anchor(self) -> Anchor:
        """What "since" counts from."""
        found = self._all(AnchorItem)
        if len(found) != 1 or not isinstance(found[0], AnchorItem) or found[0].anchor is None:
            raise Unreadable("it isn't clear since when")
        return found[0].anchor

    def since(self) -> Window:
        """The days since the anchor: surely after it, possibly from its first day on."""
        match self.anchor():
            case SinceDays(window):
                first, last = window.possibly.first, window.possibly.last
            case SinceLandmark(landmark):
                moment = self.around.calendar.names.landmarks[landmark].when
                first, last = moment.start.possible.first, moment.start.possible.last
            case _:
                raise Unreadable("it isn't clear since when")
        return Window(after(last), after(first - 1))

    def number(self) -> Bounds:
        """The bounds on the count."""
        if len(self.frame.counts) != 1:
            raise Unreadable("more than one number is said of it")
        return self.frame.counts[0].bounds

    def details(self, selection: Selection) -> list[Claim]:
        """A claim of its length, if one is said."""
        return [
            Detail(selection=selection, aspect=Lasted(i.minutes), quote=self.around.quote)
            for i in (*self.tail, *self.that)
            if isinstance(i, DurationItem)
        ]


def _flat(who: Iterable[PartyItem | RosterItem]) -> list[Party]:
    found: list[Party] = []
    for item in who:
        if isinstance(item, RosterItem):
            found.append(item.among)
            continue
        for party in item.parties:
            if party is None:
                raise Unreadable("somebody in it isn't in the record, or can't be told")
            found.append(party)
    return found


def _same(a: Party, b: Party) -> bool:
    if isinstance(a, Someone) and isinstance(b, Someone):
        return a.person == b.person
    return a == b


def _distinct(parties: list[Party]) -> list[Party]:
    found: list[Party] = []
    for party in parties:
        if not any(_same(party, other) for other in found):
            found.append(party)
    return found


class _Narrowing:
    """What mentions say of an event's place, time, occasion, mode and setting."""

    def __init__(self, items: list[Item], calendar: Calendar, frame: Frame) -> None:
        self.calendar, self.frame = calendar, frame
        self.fields: dict[str, object] = {}
        for item in items:
            self._add(item)

    def _add(self, item: Item) -> None:
        visit = self.frame.sense.kind is EventKind.VISIT
        match item:
            case PlaceItem(place, belonging):
                if belonging and not visit:
                    raise Unreadable("it isn't clear what belongs to the country")
                self._place(place)
            case TimeItem(window, _, _):
                if window is not None:
                    self._window(window)
            case GatheringItem(occasion, series, place, window):
                self._gathering(occasion, series)
                if place is not None:
                    self._place(place)
                if window is not None and "window" not in self.fields:
                    self.fields["window"] = window
            case SeriesItem(series):
                self._gathering(None, series)
            case ModeItem(modes) if not visit:
                self.fields["modes"] = modes
            case SettingItem(settings) if not visit:
                self.fields["settings"] = settings
            case AboutItem(topic) if not visit:
                self.fields["topic"] = topic
            case HostItem(host) if not visit:
                if host is None:
                    raise Unreadable("it isn't clear who the host was")
                self.fields["host"] = host
            case _:
                pass

    def _place(self, place: str) -> None:
        known = self.fields.get("place")
        if known is None or self.calendar.within(place, str(known)):
            self.fields["place"] = place
        elif not self.calendar.within(str(known), place):
            raise Unreadable("more than one place is said of it")

    def _window(self, window: Window) -> None:
        known = self.fields.get("window")
        if isinstance(known, Window):
            window = _narrower(known, window)
        self.fields["window"] = window

    def _gathering(self, occasion: str | None, series: str | None) -> None:
        if self.fields.get("occasion") or self.fields.get("series"):
            raise Unreadable("more than one gathering is said of it")
        if occasion is not None:
            self.fields["occasion"] = occasion
        elif series is not None:
            self.fields["series"] = series

    def selection(self, who: Party, whom: Party | None) -> Selection:
        """A selection of the frame's kind of events, so narrowed."""
        sense = self.frame.sense
        if sense.kind is EventKind.VISIT:
            if "place" not in self.fields:
                raise Unreadable("it isn't said where the visit went")
            base = Selection(kind=EventKind.VISIT, who=who, visit_kinds=sense.visit_kinds)
        else:
            settings = sense.settings
            base = Selection(who=who, whom=whom, modes=sense.modes, settings=settings)
        return self.onto(base)

    def onto(self, selection: Selection) -> Selection:
        """The selection with these fields on top of its own."""
        fields = dict(self.fields)
        if selection.kind is EventKind.VISIT:
            fields = {
                k: v for k, v in fields.items() if k in ("window", "place", "occasion", "series")
            }
            own = selection.place
            if own is not None and not self.calendar.within(str(fields.get("place", own)), own):
                raise Unreadable("the place of the event isn't where the visit went")
        if "occasion" in fields:
            fields["series"] = None
        return replace(selection, **fields)  # type: ignore[arg-type]


def _narrower(first: Window, second: Window) -> Window:
    for inner, outer in ((first, second), (second, first)):
        if inner.possibly <= outer.possibly:
            return inner
    raise Unreadable("more than one time is said of it")


# --- the makers ----------------------------------------------------------------------------------


def _took_place(reader: _Reader) -> tuple[Claim, ...]:
    found: list[Claim] = []
    tails = _split(reader.tail, reader.frame)
    for tail in tails:
        for selection in reader.selections([*tail, *reader.that]):
            found.append(TookPlace(selection=selection, quote=reader.around.quote))
            found.extend(reader.details(selection))
    return tuple(found)


def _split(tail: list[Item], frame: Frame) -> list[list[Item]]:
    """One list of mentions for each gathering or time, where several are told of in one breath."""
    for kind in (GatheringItem, TimeItem):
        several = [i for i in tail if isinstance(i, kind)]
        if len(several) > 1 and (kind is GatheringItem or not _nested(several)):
            rest = [i for i in tail if not isinstance(i, kind)]
            if kind is TimeItem and any(isinstance(i, PlaceItem) for i in rest):
                raise Unreadable("more than one time is said of it")
            return [[*rest, item] for item in several]
    lists = [i for i in tail if isinstance(i, TimeItem) and i.each]
    if len(lists) == 1 and not any(isinstance(i, PlaceItem | GatheringItem) for i in tail):
        rest = [i for i in tail if i is not lists[0]]
        return [[*rest, TimeItem(window)] for window in lists[0].each]
    return [tail]


def _nested(times: list[Item]) -> bool:
    windows = [i.window for i in times if isinstance(i, TimeItem) and i.window is not None]
    return any(all(a.possibly <= b.possibly for b in windows) for a in windows)


def _how_many_since(reader: _Reader) -> tuple[Claim, ...]:
    window = reader.since()
    reader.tail = [i for i in reader.tail if not isinstance(i, AnchorItem)] + [TimeItem(window)]
    return _how_many(reader)


def _how_many(reader: _Reader) -> tuple[Claim, ...]:
    selection, number = reader.selection(), reader.number()
    claim = HowMany(
        selection=selection, number=number, rules=reader.rules(), quote=reader.around.quote
    )
    if not reader.that:
        return (claim,)
    return claim, TookPlace(selection=reader.told(selection), quote=reader.around.quote)


def _how_many_none(reader: _Reader) -> tuple[Claim, ...]:
    return tuple(
        HowMany(
            selection=selection,
            number=Bounds.exactly(0),
            rules=reader.rules("negative"),
            quote=reader.around.quote,
        )
        for selection in reader.selections()
    )


def _which_one(reader: _Reader) -> tuple[Claim, ...]:
    selection = reader.selection()
    if len(reader.frame.ordinals) != 1:
        raise Unreadable("more than one position is said of it")
    that = reader.told(selection)
    if that == selection:
        raise Unreadable("it isn't said which one it was")
    return (
        WhichOne(
            selection=selection,
            position=reader.frame.ordinals[0].position,
            that=that,
            rules=reader.rules(),
            quote=reader.around.quote,
        ),
        *reader.details(that),
    )


def _first_since(reader: _Reader) -> tuple[Claim, ...]:
    selection = reader.selection()
    return (
        FirstSince(
            selection=selection,
            anchor=reader.anchor(),
            that=reader.told(selection),
            rules=reader.rules("negative"),
            quote=reader.around.quote,
        ),
    )


def _none_since(reader: _Reader) -> tuple[Claim, ...]:
    return tuple(
        NoneSince(
            selection=selection,
            anchor=reader.anchor(),
            rules=reader.rules("negative"),
            quote=reader.around.quote,
        )
        for selection in reader.selections()
    )


def _who(reader: _Reader) -> tuple[Claim, ...]:
    frame = reader.frame
    rosters = [w for w in (*frame.subjects, *frame.objects) if isinstance(w, RosterItem)]
    if len(rosters) != 1 or rosters[0].roster is None:
        raise Unreadable("more than one group is spoken of")
    roster = rosters[0]
    assert roster.roster is not None
    selection = reader.selection()
    if selection.whom == roster.among:
        selection = replace(selection, who=roster.among, whom=selection.who)
    return (
        Who(
            among=roster.among,
            selection=selection,
            roster=roster.roster,
            rules=reader.rules("negative"),
            quote=reader.around.quote,
        ),
    )


def _detail(reader: _Reader) -> tuple[Claim, ...]:
    selection = reader.selection()
    aspects = [aspect for item in reader.that for aspect in _aspects(item)]
    if not aspects:
        raise Unreadable("nothing is said of it")
    return tuple(
        Detail(selection=selection, aspect=aspect, quote=reader.around.quote) for aspect in aspects
    )


def _aspects(item: Item) -> list[Aspect]:
    match item:
        case DurationItem(minutes):
            return [Lasted(minutes)]
        case PlaceItem(place, False):
            return [WasAt(place)]
        case HostItem(host) if host is not None:
            return [WasHostedBy(host)]
        case GatheringItem(occasion, _, _, _) if occasion is not None:
            return [WasPartOf(occasion)]
        case GatheringItem(_, series, _, _) if series is not None:
            return [WasPartOfSeries(series)]
        case AboutItem(topic):
            return [WasAbout(topic)]
        case SettingItem(settings):
            return [WasSetting(settings)]
        case TimeItem(window, _, _) if window is not None:
            return [WasWithin(window)]
        case _:
            return []


_MAKERS: Final[Mapping[str, Callable[[_Reader], tuple[Claim, ...]]]] = {
    "took_place": _took_place,
    "how_many": _how_many,
    "how_many_since": _how_many_since,
    "how_many_none": _how_many_none,
    "which_one": _which_one,
    "first_since": _first_since,
    "none_since": _none_since,
    "who": _who,
    "detail": _detail,
}
