"""What a frame says, with what it takes from around it: parties, selections, rules, anchors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final, TypeVar

from summitry.lexicon.tables import admitted
from summitry.model.bounds import Bounds
from summitry.model.claims import (
    Anchor,
    Claim,
    Detail,
    Lasted,
    NthOf,
    Quote,
    RuleId,
    SinceDays,
    SinceEvent,
    SinceLandmark,
    SinceTenure,
    WasAbout,
)
from summitry.model.days import after
from summitry.model.events import EventKind, Mode
from summitry.model.people import OfficeId, PersonId
from summitry.model.places import around
from summitry.model.selection import Capacity, Holder, Party, Selection, Someone
from summitry.model.when import ALWAYS, Window
from summitry.reading.clauses.frame import Frame
from summitry.reading.clauses.members import as_stretch
from summitry.reading.mentions.calendar import Calendar
from summitry.reading.mentions.items import (
    AboutItem,
    AnchorItem,
    CapacityItem,
    DurationItem,
    EachItem,
    GatheringItem,
    Item,
    ModeItem,
    PartyItem,
    PlaceItem,
    RosterItem,
    RulesItem,
    SeriesItem,
    SettingItem,
    TheOneItem,
    TimeItem,
)
from summitry.reading.mentions.narrowing import Narrowing, Unreadable

REMOTE: Final = frozenset((Mode.PHONE, Mode.VIDEO))

UNKNOWN: Final = "somebody in it isn't in the record, or can't be told"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a frame may take from around it: the pair spoken of, and the event spoken of last.

    ``as_of`` is the day by which the text is judged, ``modes`` are that event's. ``one`` is the
    encounter told of right before; ``latest`` is of each two the latest one told of so far.
    """

    calendar: Calendar
    as_of: date
    pair: tuple[Party, Party] | None
    last: tuple[Item, ...]
    quote: Quote
    modes: frozenset[Mode] = frozenset()
    one: Selection | None = None
    latest: Mapping[frozenset[Party | None], Selection] = field(default_factory=dict)


T = TypeVar("T")

_ITEMS_OF_THAT: Final = (
    TimeItem, PlaceItem, GatheringItem, SeriesItem, SettingItem, ModeItem, EachItem,
)  # fmt: skip


class Facts:
    """One frame, ready for the makers of claims.

    ``tail`` restricts the events spoken of, ``that`` tells of the one event.
    """

    def __init__(self, frame: Frame, around: Surroundings) -> None:
        self.frame, self.around = frame, around
        self.tail, self.that = list(frame.tail), list(frame.that)
        self._check_order()
        if frame.swapped:
            self._swap()
        if frame.equated and not (frame.ordinals or frame.counts):
            self._equate()
        elif frame.told_of is not None:
            self.that += [i for i in frame.told_of.tail if isinstance(i, _ITEMS_OF_THAT)]
            self.that += [i for i in frame.told_of.that if isinstance(i, _ITEMS_OF_THAT)]
            self.tail += [i for i in frame.told_of.tail if isinstance(i, RulesItem)]
        elif frame.this:
            # A meeting's city says too much of a visit, which may have gone on elsewhere.
            visit = frame.sense.kind is EventKind.VISIT
            kinds = (TimeItem,) if visit else _ITEMS_OF_THAT
            self.that += [i for i in around.last if isinstance(i, kinds)]
        elif self._is_last() and not frame.ordinals:
            self._take_last()
        elif self._goes_on():
            self.frame = replace(frame, sense=replace(frame.sense, modes=around.modes))
            self.tail += around.last
        elif frame.parent is not None:
            self._take_from(frame.parent)
        if frame.follows is not None and not any(isinstance(i, TimeItem) for i in self.tail):
            self.tail.append(TimeItem(self._later_than(frame.follows)))
        adverbial = frame.role == "verb" and frame.ordinals and not self.that
        if adverbial or (frame.role == "light" and frame.ordinals):
            self._tell_apart()
        if frame.role == "happened" and frame.counts and not frame.counts[0].sole:
            self.tail, self.that = [*self.tail, *self.that], []
        single = not frame.plural and frame.role != "verb"
        self.tail = [as_stretch(item) if single else item for item in self.tail]
        self.that = [as_stretch(item) if single else item for item in self.that]
        self.one = self._the_one()

    def _take_from(self, parent: Frame) -> None:
        """The time and the place of a frame that this one depends on, where it has none."""
        if any(isinstance(i, EachItem) for i in parent.tail):
            raise Unreadable("it isn't clear which one is meant")
        times = any(isinstance(i, TimeItem) for i in self.tail)
        places = any(isinstance(i, PlaceItem | GatheringItem) for i in self.tail)
        self.tail += [
            i for i in parent.tail
            if (isinstance(i, TimeItem) and not times)
            or (isinstance(i, PlaceItem | GatheringItem) and not places)
        ]  # fmt: skip

    def _equate(self) -> None:
        """All that is said of "a meeting held in Vienna", and of what is said to be one."""
        of = self.frame.told_of
        said = [] if of is None else [*of.tail, *of.that]
        self.tail, self.that = [*self.tail, *self.that, *said], []

    def _take_last(self) -> None:
        """Have the frame speak of the event spoken of last: "the call" also of one by video."""
        last, sense = self.around, self.frame.sense
        if not last.last:
            raise Unreadable("it isn't clear which one is meant")
        self.tail += last.last
        if last.modes and last.modes <= REMOTE and sense.modes <= REMOTE:
            self.frame = replace(self.frame, sense=replace(sense, modes=last.modes))

    def _later_than(self, frame: Frame) -> Window:
        """The days after what another frame speaks of: possibly from its first day on."""
        windows = [i.window for i in (*frame.tail, *frame.that) if isinstance(i, TimeItem)]
        if len(windows) != 1 or windows[0] is None:
            raise Unreadable("it isn't clear later than what")
        return _after(windows[0])

    def _the_one(self) -> TheOneItem | None:
        """Of "the one with Biden in Geneva": its place and time tell of the one event."""
        found = [i for i in (*self.tail, *self.that) if isinstance(i, TheOneItem)]
        if not found:
            return None
        if len(found) > 1 or self.frame.role != "was" or found[0] not in self.that:
            raise Unreadable("it isn't clear which one is meant")
        self.that = [i for i in self.that if i is not found[0]] + list(found[0].said)
        return found[0]

    def _is_last(self) -> bool:
        """Whether the frame is "the meeting" and says nothing of which one it was."""
        frame = self.frame
        bare = not (frame.tail or frame.subjects or frame.objects or frame.plural)
        return frame.definite and frame.role in ("was", "happened") and bare

    def _goes_on(self) -> bool:
        """Whether "they talked about Syria" tells of the meeting that was spoken of last."""
        frame, said = self.frame, [*self.tail, *self.that]
        they = [w.word for w in (*frame.subjects, *frame.objects) if isinstance(w, PartyItem)]
        told = any(isinstance(item, AboutItem | DurationItem) for item in said)
        placed = any(isinstance(item, TimeItem | PlaceItem | GatheringItem) for item in said)
        plain = not (frame.negated or frame.counts or frame.ordinals or frame.sense.modes)
        return (
            bool(self.around.last) and frame.role == "verb" and plain and they == ["they"]
            and told and not placed and not any(isinstance(i, AnchorItem | ModeItem) for i in said)
        )  # fmt: skip

    def _check_order(self) -> None:
        """:class:`Unreadable` of events or people in order with a time on one side of something.

        It may tell which are put in order, or when the one spoken of was.
        """
        sided = any(isinstance(i, TimeItem) and i.side for i in (*self.tail, *self.that))
        if sided and self._is_ordered():
            raise Unreadable("it isn't clear what is put in order, before or after which time")

    def _is_ordered(self) -> bool:
        """Whether the frame puts events or people in order."""
        who = (*self.frame.subjects, *self.frame.objects)
        ranked = (
            isinstance(w, RosterItem) and (w.ranked is not None or isinstance(w.roster, NthOf))
            for w in who
        )
        return bool(self.frame.ordinals) or any(ranked)

    def _swap(self) -> None:
        """The noun's own mentions tell of the event; those after the copula restrict.

        Anchors, rules and capacities hold of both, and so does the place of a visit.
        """
        visit = self.frame.sense.kind is EventKind.VISIT
        kept = (AnchorItem, RulesItem, CapacityItem, *((PlaceItem,) if visit else ()))
        told: list[Item] = [i for i in self.tail if not isinstance(i, AnchorItem | RulesItem)]
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
            "unread": frame.unread or any(i.window is None for i in self._all(TimeItem)),
            "this": frame.this,
            "presumed": frame.presumed,
            "count": bool(frame.counts),
            "open-count": all(c.bounds.most is None for c in frame.counts),
            "position": bool(frame.ordinals),
            "first": [o.position for o in frame.ordinals] == [1],
            "since": bool(anchors),
            "that": bool(self.that) or (self.one is not None and self.one.whom is not None),
            "tail": any(
                isinstance(i, TimeItem | PlaceItem | GatheringItem | SeriesItem | EachItem)
                for i in self.tail
            ),
            "length": all(isinstance(i, DurationItem | SettingItem) for i in self.that),
            "when": any(isinstance(i, TimeItem | EachItem) for i in self.tail),
            "named": bool(frame.subjects or frame.objects),
            "first-of": any(isinstance(r.roster, NthOf) for r in rosters),
            "roster": any(r.roster is not None for r in rosters),
            "roster-none": any(r.roster is None and r.ranked is None for r in rosters),
            "ranked": any(r.ranked is not None for r in rosters),
            "now": frame.now,
            "equated": frame.equated,
            "again": bool(frame.again),
            "sole": any(count.sole for count in frame.counts),
        }
        return frozenset(name for name, on in flags.items() if on)

    def _all(self, kind: type[T]) -> list[T]:
        return [i for i in self.tail if isinstance(i, kind)]

    # --- parties ---

    def pairs(self) -> list[tuple[Party, Party | None]]:
        """Who met whom: each pair that the frame speaks of."""
        named = self._ordered()
        return [named] if named is not None else self._own_pairs()

    def _ordered(self) -> tuple[Party, Party | None] | None:
        """Who met whom in the order that "his first with Biden" speaks of."""
        named = [o.parties for o in self.frame.ordinals if o.parties]
        if not named:
            return None
        parties = flat(named[0])
        visit = self.frame.sense.kind is EventKind.VISIT
        if visit and self.frame.swapped and len(named) == len(parties) == 1:
            return parties[0], None
        if visit or not self.frame.swapped or len(named) > 1 or len(parties) != 2:
            raise Unreadable("it isn't said who met whom")
        return parties[0], parties[1]

    def _own_pairs(self) -> list[tuple[Party, Party | None]]:
        """Who met whom by the frame's own words."""
        visit = self.frame.sense.kind is EventKind.VISIT
        subjects, objects = flat(self.frame.subjects), flat(self.frame.objects)
        if not visit:
            self._check_pronouns()
        if visit:
            if subjects and not all(any(_same(o, s) for s in subjects) for o in objects):
                raise Unreadable("somebody else than the visitor is named")
            return [(who, None) for who in (subjects or objects)]
        others = [o for o in objects if not any(_same(o, s) for s in subjects)]
        if self.frame.role == "light" and subjects:
            # Of "held talks with Mao and Zhou": with each, and not these two with one another.
            objects = others
        elif self.frame.role != "verb":
            subjects, objects = [*subjects, *objects], []
        subjects, objects = _distinct(subjects), _distinct(objects)
        if self.frame.sense.roles == "host" and not subjects and len(objects) == 1:
            subjects = self._hosts()
        if not objects:
            subjects = self._completed(subjects)
            return [(a, b) for n, a in enumerate(subjects) for b in subjects[n + 1 :]]
        return [
            (a, b) for a in (subjects or self._completed([])) for b in objects if not _same(a, b)
        ]

    def _check_pronouns(self) -> None:
        """:class:`Unreadable` of "his talks with Obama" where he is said to be a compatriot."""
        calendar = self.around.calendar
        items = [w for w in (*self.frame.subjects, *self.frame.objects) if isinstance(w, PartyItem)]
        told = [(i.word, p.person) for i in items for p in i.parties if isinstance(p, Someone)]
        for word, person in told:
            others = [other for _, other in told if other != person]
            alike = any(calendar.are_compatriots(person, other) for other in others)
            if word in ("he", "his") and alike:
                raise Unreadable(UNKNOWN)

    def _hosts(self) -> list[Party]:
        """Of "was received at the White House in 2009": whoever led the country of the place."""
        calendar = self.around.calendar
        if not self._all(TimeItem):
            return []
        for item in self._all(PlaceItem):
            for place in around(calendar.names.places, item.place):
                offices = calendar.offices_of(place.id, "leader")
                if len(offices) == 1:
                    return [Holder(next(iter(offices)))]
        return []

    def _completed(self, people: list[Party]) -> list[Party]:
        """One party or none, completed to the pair that the text speaks of."""
        if len(people) >= 2:
            return people
        pair = self.around.pair
        alone = self.frame.role == "light" and bool(self.frame.counts)
        if (
            self.frame.role == "verb"
            or (people and alone and self.frame.plural)
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
            named = dict(item.each).get(party.person, item.both)
            if item.first and (place == 0 or not self.frame.objects):
                named = self.around.calendar.in_office(party.person)
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
        narrowing = Narrowing(tail, self.around.calendar, self.frame.sense)
        return [
            self._received(
                narrowing.selection(self.capacity(a, 0), None if b is None else self.capacity(b, 1))
            )
            for a, b in pairs
        ]

    def _received(self, selection: Selection) -> Selection:
        """Of "Bush hosted Putin": the selection of what the subject hosted."""
        who = selection.who
        if self.frame.sense.roles != "host" or self.frame.role != "verb":
            return selection
        return replace(selection, host=Someone(who.person) if isinstance(who, Someone) else who)

    def titled(self, selection: Selection) -> Selection:
        """The selection of one time with people in the offices whose titles they are given.

        Of no time in particular a title only says what somebody is known as; of a time at which
        it wasn't theirs it may say that too, so what is meant isn't clear.
        """
        window = selection.window
        if window == ALWAYS:
            return selection
        who, whom = self._titled(selection.who, window), selection.whom
        whom = None if whom is None else self._titled(whom, window)
        return replace(selection, who=who, whom=whom)

    def _titled(self, party: Party, window: Window) -> Party:
        for item in (*self.frame.subjects, *self.frame.objects):
            if not isinstance(item, PartyItem) or item.titled is None:
                continue
            if isinstance(party, Someone) and item.parties == (party,):
                held = [
                    tenure.when.touches(window.possibly).possibly()
                    for tenure in self.around.calendar.names.tenures
                    if (tenure.person, tenure.office) == (party.person, item.titled)
                ]
                if not any(held):
                    raise Unreadable("somebody is given a title that wasn't theirs at the time")
                return replace(party, capacity=Capacity(frozenset((item.titled,))))
        return party

    def selection(self) -> Selection:
        """The one selection of a frame that speaks of one pair."""
        found = self.selections()
        if len(found) != 1:
            raise Unreadable("it isn't clear which two are meant")
        return found[0]

    def told(self, selection: Selection, items: Iterable[Item] | None = None) -> Selection:
        """The selection narrowed by what tells of the one event."""
        other = self.frame.told_of
        if other is not None and (other.subjects or other.objects):
            pairs = Facts(other, self.around).pairs()
            alike = other.sense.kind is self.frame.sense.kind and len(pairs) == 1
            if not alike:
                raise Unreadable("it isn't clear which one is meant")
            who, whom = pairs[0]
            modes = other.sense.modes if whom is not None else frozenset[Mode]()
            if not _same(who, selection.who) or (whom and not _same(whom, selection.whom)):
                selection = replace(selection, who=who, whom=whom)
            selection = replace(selection, modes=modes or selection.modes)
        if self._ordered() is not None:
            own = self._own_pairs()
            if len(own) != 1:
                raise Unreadable("it isn't clear which two are meant")
            ((who, whom),) = own
            selection = replace(selection, who=who, whom=whom)
        if self.one is not None:
            selection = _with_party(selection, self.one)
        that = self.that if items is None else items
        return Narrowing(that, self.around.calendar, self.frame.sense).onto(selection)

    def of_one(
        self, selection: Selection, among: Holder, person: PersonId, said: Iterable[Item]
    ) -> Selection:
        """Of what holders of an office had: what one of them had, as ``said`` tells of it."""
        who = selection.who if selection.who != among else Someone(person)
        whom = selection.whom if selection.whom != among else Someone(person)
        one = replace(selection, who=who, whom=whom)
        return Narrowing(said, self.around.calendar, self.frame.sense).onto(one)

    def rules(self, row: str | None = None) -> tuple[RuleId, ...]:
        """The counting rules that the frame's words admit, or those that they name."""
        for item in self._all(RulesItem):
            return item.rules
        firsts = {abs(o.position) for o in self.frame.ordinals} == {1}
        serving = row == "who" and self._serving()
        if self.frame.sense.kind is EventKind.VISIT:
            if serving:
                return admitted("visit-in-office")
            only = any(count.of_all for count in self.frame.counts)
            return admitted("visit-of-all" if firsts or only or row == "negative" else "visit")
        if serving or any(i.both is not None or i.first for i in self._all(CapacityItem)):
            return admitted("in-office")
        if row is not None:
            return admitted(row)
        if self.frame.sense.admits == "remote":
            return admitted("negative" if firsts else "remote")
        if firsts and not self.frame.formal:
            return admitted("first")
        return admitted("formal" if self.frame.formal else self.frame.sense.admits)

    def _serving(self) -> bool:
        """Whether holders of an office are said to have done it while they held it."""
        parties = (*self.frame.subjects, *self.frame.objects)
        holders = [party for party in parties if isinstance(party, RosterItem)]
        return any(one.serving for one in holders) or bool(holders and self._all(CapacityItem))

    def anchor(self) -> Anchor:
        """What "since" counts from."""
        found = self._all(AnchorItem)
        if len(found) == 1 and found[0].last and self.around.one is not None:
            return self.anchor_told(self.around.one)
        if len(found) == 1 and found[0].one is not None:
            return SinceEvent(self._one_before(found[0].one))
        if len(found) != 1 or found[0].anchor is None:
            raise Unreadable("it isn't clear since when")
        return found[0].anchor

    def anchor_told(self, one: Selection | None = None) -> Anchor:
        """An encounter told of before, by default the latest of the two who are spoken of."""
        two = pair_of(self.selection())
        one = self.around.latest.get(two) if one is None else one
        if one is None or pair_of(one) != two or one.window == ALWAYS:
            raise Unreadable("it isn't clear since when")
        return SinceEvent(one)

    def _one_before(self, one: TheOneItem) -> Selection:
        """Of "since the one with Biden": an event like those that the sentence speaks of."""
        of = self.selection()
        like = Selection(
            kind=of.kind, who=of.who, whom=of.whom, modes=of.modes, settings=of.settings,
            visit_kinds=of.visit_kinds, place=of.place if of.kind is EventKind.VISIT else None,
        )  # fmt: skip
        narrowing = Narrowing(one.said, self.around.calendar, self.frame.sense)
        return narrowing.onto(_with_party(like, one))

    def since(self) -> Window:
        """The days since the anchor: surely after it, possibly from its first day on."""
        match self.anchor():
            case SinceDays(window):
                return _after(window)
            case SinceLandmark(landmark):
                moment = self.around.calendar.names.landmarks[landmark].when
                return _after(Window.of(moment.start.possible))
            case SinceTenure(person, office):
                return self._since_tenure(person, office)
            case _:
                raise Unreadable("it isn't clear since when")

    def _since_tenure(self, person: PersonId, office: OfficeId) -> Window:
        """The days since somebody took an office, the latest time before the day of the text."""
        starts = [
            tenure.when.start.possible
            for tenure in self.around.calendar.tenures(person)
            if tenure.office == office
            and tenure.when.start.possible.first <= self.around.as_of.toordinal()
        ]
        if not starts:
            raise Unreadable("it isn't clear since when")
        first, last = starts[-1].first, starts[-1].last
        return Window(after(last - 1), after(first - 1))

    def since_as_time(self) -> None:
        """Have the anchor narrow the events that are counted."""
        window = self.since()
        self.tail = [TimeItem(window) if isinstance(i, AnchorItem) else i for i in self.tail]

    def number(self) -> Bounds:
        """The bounds on the count."""
        if len(self.frame.counts) != 1:
            raise Unreadable("more than one number is said of it")
        return self.frame.counts[0].bounds

    def details(self, selection: Selection) -> list[Claim]:
        """Claims of its length and of other topics than its first, if they are said."""
        said = (*self.tail, *self.that)
        lengths = [Lasted(i.minutes) for i in said if isinstance(i, DurationItem)]
        topics = [WasAbout(t) for i in said if isinstance(i, AboutItem) for t in i.others]
        plain = replace(selection, topic=None)
        return [
            *(Detail(selection=selection, aspect=a, quote=self.around.quote) for a in lengths),
            *(Detail(selection=plain, aspect=a, quote=self.around.quote) for a in topics),
        ]


def pair_of(selection: Selection) -> frozenset[Party | None]:
    """The two of whose encounters a selection speaks, in whatever capacity."""
    return frozenset(
        Someone(party.person) if isinstance(party, Someone) else party
        for party in (selection.who, selection.whom)
    )


def _after(window: Window) -> Window:
    """The days after some in a window: possibly from its first day on."""
    return Window(after(window.possibly.last), after(window.possibly.first - 1))


def flat(who: Iterable[PartyItem | RosterItem]) -> list[Party]:
    """The parties of mentions; :class:`Unreadable` if one can't be told."""
    found: list[Party] = []
    for item in who:
        if isinstance(item, RosterItem):
            found.append(item.among)
            continue
        for party in item.parties:
            if party is None:
                raise Unreadable(UNKNOWN)
            found.append(party)
    return found


def _with_party(selection: Selection, one: TheOneItem) -> Selection:
    """The selection with the party that "the one with Biden" or "the one by Biden" names."""
    if one.whom is None:
        return selection
    (party,) = flat([one.whom])
    if selection.kind is EventKind.VISIT:
        return replace(selection, who=party)
    return replace(selection, whom=party)


def _same(a: Party, b: Party | None) -> bool:
    if isinstance(a, Someone) and isinstance(b, Someone):
        return a.person == b.person
    return a == b


def _distinct(parties: list[Party]) -> list[Party]:
    found: list[Party] = []
    for party in parties:
        if not any(_same(party, other) for other in found):
            found.append(party)
    return found
