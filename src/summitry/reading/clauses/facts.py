"""What a frame says, with what it takes from around it: parties, selections, rules, anchors."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from summitry.lexicon.tables import admitted
from summitry.model.bounds import Bounds
from summitry.model.claims import (
    Anchor,
    Claim,
    Detail,
    Lasted,
    NthOf,
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
from summitry.model.selection import Capacity, Holder, Party, Selection, Someone
from summitry.model.when import ALWAYS, Window
from summitry.reading.clauses.pairs import Paired, flat, pair_of, same
from summitry.reading.clauses.said import days_after
from summitry.reading.mentions.items import (
    AboutItem,
    AnchorItem,
    CapacityItem,
    DurationItem,
    EachItem,
    GatheringItem,
    Item,
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


class Facts(Paired):
    """One frame, ready for the makers of claims."""

    def features(self) -> frozenset[str]:
        """What the table of forms may ask of a frame."""
        frame = self.frame
        rosters = [w for w in (*frame.subjects, *frame.objects) if isinstance(w, RosterItem)]
        anchors = self.all_of(AnchorItem)
        flags = {
            frame.role: True,
            "plural": frame.plural,
            "negated": frame.negated,
            "unread": frame.unread or any(i.window is None for i in self.all_of(TimeItem)),
            "this": frame.this,
            "presumed": frame.presumed,
            "within": frame.within,
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

    def capacity(self, party: Party, place: int) -> Party:
        """The party in the capacity that the frame's words give it."""
        if not isinstance(party, Someone) or not party.capacity.is_open:
            return party
        for item in self.all_of(CapacityItem):
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
            if not same(who, selection.who) or (whom and not same(whom, selection.whom)):
                selection = replace(selection, who=who, whom=whom)
            selection = replace(selection, modes=modes or selection.modes)
        if self.ordered() is not None:
            own = self.own_pairs()
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
        for item in self.all_of(RulesItem):
            return item.rules
        firsts = {abs(o.position) for o in self.frame.ordinals} == {1}
        serving = row == "who" and self._serving()
        if self.frame.sense.kind is EventKind.VISIT:
            if serving:
                return admitted("visit-in-office")
            only = any(count.of_all for count in self.frame.counts)
            return admitted("visit-of-all" if firsts or only or row == "negative" else "visit")
        if serving or any(i.both is not None or i.first for i in self.all_of(CapacityItem)):
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
        return any(one.serving for one in holders) or bool(holders and self.all_of(CapacityItem))

    def anchor(self) -> Anchor:
        """What "since" counts from."""
        found = self.all_of(AnchorItem)
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
                return days_after(window)
            case SinceLandmark(landmark):
                moment = self.around.calendar.names.landmarks[landmark].when
                return days_after(Window.of(moment.start.possible))
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


def _with_party(selection: Selection, one: TheOneItem) -> Selection:
    """The selection with the party that "the one with Biden" or "the one by Biden" names."""
    if one.whom is None:
        return selection
    (party,) = flat([one.whom])
    if selection.kind is EventKind.VISIT:
        return replace(selection, who=party)
    return replace(selection, whom=party)
