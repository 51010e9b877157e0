"""Clauses that leave out what the clause before them says: "in 2021, and Trump in 2018"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import Final

from summitry.model.claims import SoMany
from summitry.model.events import EventKind
from summitry.model.people import OfficeId
from summitry.model.selection import Holder, Someone
from summitry.reading.clauses.frame import Frame
from summitry.reading.mentions.calendar import Calendar
from summitry.reading.mentions.items import (
    AnchorItem,
    CapacityItem,
    EachItem,
    Gap,
    GapItem,
    GatheringItem,
    Item,
    ModeItem,
    NumberItem,
    OrdinalItem,
    PartyItem,
    PlaceItem,
    RosterItem,
    SeriesItem,
    SettingItem,
    TimeItem,
)
from summitry.reading.mentions.line import Line, form
from summitry.reading.mentions.narrowing import Unreadable
from summitry.reading.trees.syntax import Who, phrases

_SPOTS: Final = (PlaceItem, TimeItem, GatheringItem, SeriesItem, ModeItem, SettingItem)
_WHERE: Final = (PlaceItem, GatheringItem, SeriesItem)
_JOINED: Final = re.compile(r"; |,? (?:and|but|then|while)\b")
_DENIED: Final = "it isn't clear what is denied of which"
_COUNTED: Final = "it isn't clear what is counted"
_WHOSE: Final = "it isn't clear whose place somebody takes"


_ECHOED: Final = (PlaceItem, CapacityItem, ModeItem, SettingItem)
"""What holds of a clause that only denies of somebody else what the one before says."""


# --- in a line ------------------------------------------------------------------------------------


def with_gaps(line: Line) -> Line:
    """The line with every row of clauses that leave out their verb as one mention."""
    return line.rewritten(_row(), _made, None).rewritten(_echo(), _echoed, None)


@cache
def _parts() -> str:
    """One clause of a row: who, in what place of an order, how often, where and when."""
    again = "|".join(sorted(map(re.escape, phrases("once_more")), reverse=True))
    joint = r"(?:; |, (?:and |but |then |while )?| and | but | then | while )"
    lead = r"(?:(?:in|at|to|on|during|of|near|for) )?(?:the )?"
    spot = rf"{lead}{{Place|Time|Gathering|Mode|Setting}}"
    nth = (
        r"(?:(?:(?:for )?(?:the|his|her|their) )?(?P<nth>{Ordinal})"
        r"(?: time| of (?:{Party}|them|these|those)| one)? "
        r"(?:being |was |came )?)?"
    )
    # What may be of this clause or open the next one is of this one, or a text of many takes ages.
    last = r"(?:,? (?P<after>{Number}))?"
    more = r"(?:(?:an? )?(?:further|another|additional) )?"
    said = (
        rf"(?:{more}(?P<number>{{Number}})(?: {spot})*+(?:,? {spot})*+|{spot}(?:,? {spot})*+{last})"
    )
    who = r"(?:(?P<who>{Party}(?:,? and {Party})?),? )?"
    return rf"{joint}{who}(?:(?:{again}) )*+{nth}(?:(?:{again}) )*+(?P<said>{said})"


@cache
def _clause() -> re.Pattern[str]:
    return form(_parts())


@cache
def _row() -> re.Pattern[str]:
    """Such clauses, one after another, right after a mention of a clause and up to its end."""
    unnamed = re.sub(r"\?P<\w+>", "?:", _parts())
    before = r"(?<={Place|Time|Gathering|Series|Number|Mode|Setting|Capacity|Skipped|Anchor})"
    after = "|".join(sorted(phrases("after_clauses")))
    apart = (
        r"(?:just|only|barely|shortly|(?:just |only |barely |some )?[\w-]+ \w+) (?:after|before)"
    )
    end = rf"(?=\s*(?:[.;:!?)–—]|$)|,? (?:{after})\b|, {apart}\b)"
    # Of "twice, in Geneva in 1985 and in Reykjavik in 1986", Geneva is of the clause before.
    counted = r"(?!(?<={Number}), (?:(?:in|at|near|on) )(?:the )?{Place|Time|Gathering})"
    return form(rf"{before}{counted}(?:{unnamed})+{end}")


@cache
def _echo() -> re.Pattern[str]:
    """A clause that has but an auxiliary: "but Carter never did", "and neither has Biden"."""
    helpers = r"(?:did|has|have|had)"
    joint = r"(?:; |, (?:and |but |while |whereas |though |although )?| and | but | while )"
    who = r"(?P<who>{Party}(?:,? and {Party})?)"
    alike = rf"(?:(?:neither|nor|so|as) {helpers}) (?P<alike>{{Party}}(?:,? and {{Party}})?)"
    never = rf"(?P<never>(?:has |have |had )?never(?: {helpers})?)"
    not_ = rf"(?P<not>{helpers}(?: not|n't))"
    did = r"(?P<did>did|has|have)"
    end = r"(?:,? (?:either|too|so|yet|likewise))?(?=\s*(?:[.;:!?)–—]|$)|, (?:and|but|who|which)\b)"
    return form(rf"{joint}(?:{alike}|{who} (?:{never}|{not_}|{did})){end}")


def _echoed(line: Line, m: re.Match[str], _: None) -> Item | None:
    alike = line.every(m, "alike", PartyItem)
    said = next((name for name in ("never", "not", "did") if m[name] is not None), "so")
    return GapItem((Gap(alike or line.every(m, "who", PartyItem), (), echo=said),))


def _made(line: Line, m: re.Match[str], _: None) -> Item | None:
    gaps: list[Gap] = []
    before: Item | None = line.items[m.start() - 1]
    joined = False
    for one in _clause().finditer(line.text, m.start(), m.end()):
        found = _gap(line, one)
        bare = bool(found.counts) and not (found.who or found.said)
        if bare and not _JOINED.match(one.group()):
            return None
        if one["after"] is not None and not found.who:
            return None  # "Germany and Finland twice" may be twice in all
        if not found.who and gaps and gaps[-1].who:
            found = replace(found, who=gaps[-1].who)
        own = found.who or found.counts or found.ordinals
        if not (_is_whole(found) and (own or _alike(before, found))):
            return None
        gaps.extend(_apart(found))
        before, joined = line.items[one.end() - 1], _JOINED.match(one.group()) is not None
    return GapItem(tuple(gaps)) if joined or all(_stands(gap) for gap in gaps) else None


def _gap(line: Line, m: re.Match[str]) -> Gap:
    said = line.items[m.start("said") : m.end("said")]
    return Gap(
        who=line.every(m, "who", PartyItem),
        said=tuple(item for item in said if isinstance(item, _SPOTS)),
        counts=line.every(m, "number" if m["number"] is not None else "after", NumberItem),
        ordinals=line.every(m, "nth", OrdinalItem),
        apart=m["number"] is not None and line.text.startswith(",", m.end("number")),
    )


def _apart(gap: Gap) -> list[Gap]:
    """Of "in Reykjavik in 1986, in Washington in 1987": a clause for each place with its time."""
    groups: list[list[Item]] = []
    for item in gap.said:
        kind = _WHERE if isinstance(item, _WHERE) else type(item)
        if not groups or any(isinstance(one, kind) for one in groups[-1]):
            groups.append([])
        groups[-1].append(item)
    parts = [replace(gap, said=tuple(group)) for group in groups]
    whole = all(_is_whole(replace(part, who=())) for part in parts)
    plain = not (gap.counts or gap.ordinals)
    return parts if len(parts) > 1 and plain and whole else [gap]


def _stands(gap: Gap) -> bool:
    """Whether it may stand without a word that joins it: "six times, most recently in 2016"."""
    return bool(gap.said or gap.counts) and bool(gap.who or gap.ordinals)


def _is_whole(gap: Gap) -> bool:
    """Whether it is a clause, not the next of a list of times or of places."""
    if gap.who or gap.ordinals:
        return bool(gap.said or gap.counts)
    placed = any(isinstance(item, _WHERE) for item in gap.said)
    timed = any(isinstance(item, TimeItem) for item in gap.said)
    if gap.counts:
        return placed or (timed and all(count.times for count in gap.counts))
    return placed and timed


def _alike(before: Item | None, gap: Gap) -> bool:
    """Whether a clause that names nobody ends in what the one before ends in."""
    last = gap.said[-1] if gap.said else None
    return any(isinstance(before, k) and isinstance(last, k) for k in (TimeItem, _WHERE))


# --- of a frame -----------------------------------------------------------------------------------


def completed(frame: Frame, calendar: Calendar) -> Iterator[Frame]:
    """The frames of the clauses after a frame's that leave out its verb."""
    if frame.negated and any(not gap.echo for gap in frame.gaps):
        frame.refusal = _DENIED
    plain = any(not (gap.who or gap.counts or gap.ordinals) for gap in frame.gaps)
    if frame.counts and not frame.that and plain:
        frame.refusal = _COUNTED
    for gap in frame.gaps:
        completing = _Echoed if gap.echo else _Completed
        yield completing(frame, gap, calendar).frame()


class _Completed:
    """A clause that leaves out its verb, with what it takes from the one before."""

    def __init__(self, before: Frame, gap: Gap, calendar: Calendar) -> None:
        self.before, self.gap, self.calendar = before, gap, calendar
        self.strict = bool(gap.counts or gap.ordinals)

    def frame(self) -> Frame:
        """The clause's frame; one that refuses to be read where it isn't clear what it means."""
        before, refusal, apart = self.before, "", bool(self.gap.ordinals) or self.gap.apart
        subjects: Iterable[Who] = before.subjects
        objects: Iterable[Who] = before.objects
        kept: list[Item] = []
        counts = list(self.gap.counts)
        try:
            self._check()
            kept = list(self._kept())
            if self.gap.who:
                subjects, objects = self._who()
            elif (roster := self._so_many()) is not None:
                subjects, counts = (roster,), []
        except Unreadable as problem:
            refusal = str(problem)
        return replace(
            before,
            subjects=list(subjects), objects=list(objects),
            tail=kept if apart else [*self.gap.said, *kept],
            that=list(self.gap.said) if apart else [],
            counts=counts, ordinals=list(self.gap.ordinals),
            negated=self._is_denied(), echoed=bool(self.gap.echo),
            gaps=[], told_of=None, follows=None, parent=None, this=False, refusal=refusal,
        )  # fmt: skip

    def _is_denied(self) -> bool:
        return False

    def _check(self) -> None:
        """:class:`Unreadable` if more than what is put in its place may hold of the clause too."""
        if self.before.negated:
            raise Unreadable(_DENIED)
        if not (self._are_counted_alike() or self._so_many()):
            raise Unreadable(_COUNTED)
        if not (self.strict or self.gap.who) and self.before.counts and not self.before.that:
            raise Unreadable(_COUNTED)
        if self.strict and not self._counts_anew():
            own = [kind for kind in (TimeItem, _WHERE, ModeItem, SettingItem) if self._has(kind)]
            left = [
                i for i in self.before.tail
                if not isinstance(i, CapacityItem) and not any(isinstance(i, k) for k in own)
            ]  # fmt: skip
            if len(left) != sum(not isinstance(i, CapacityItem) for i in self._kept()):
                raise Unreadable(_COUNTED)

    def _are_counted_alike(self) -> bool:
        """Of "three trips to Germany and six to Japan": whether both count the same noun."""
        nouns = any(not count.times for count in self.before.counts)
        return nouns or bool(self.gap.who) or all(count.times for count in self.gap.counts)

    def _so_many(self) -> RosterItem | None:
        """Of "Seven presidents have gone to China, five to Vietnam": so many of those counted."""
        who = self.before.subjects[0] if len(self.before.subjects) == 1 else None
        alone = self.strict and not (self.gap.who or self.gap.ordinals or self.before.counts)
        if not (alone and isinstance(who, RosterItem) and isinstance(who.roster, SoMany)):
            return None
        (count,) = self.gap.counts
        return None if count.times else replace(who, roster=SoMany(count.bounds))

    def _counts_anew(self) -> bool:
        """Of "Reagan went there in 1988, Clinton five times": the time is Reagan's alone."""
        kept = (PlaceItem, CapacityItem, TimeItem)
        visit = self.before.sense.kind is EventKind.VISIT
        plain = not (self.before.counts or self.before.ordinals)
        return bool(self.gap.who) and visit and plain and all(
            isinstance(item, kept) for item in self.before.tail
        )  # fmt: skip

    def _has(self, kinds: type | tuple[type, ...]) -> bool:
        return any(isinstance(item, kinds) for item in self.gap.said)

    def _kept(self) -> Iterator[Item]:
        """What the clause before says that holds of this one as well."""
        visit = self.before.sense.kind is EventKind.VISIT
        for item in self.before.tail:
            if isinstance(item, TimeItem) and item.term is not None and self._own_time():
                yield self._own_term(item.term)
                continue
            placed = visit and isinstance(item, PlaceItem) and not self._has(PlaceItem)
            since = isinstance(item, AnchorItem) and not self.gap.who
            if isinstance(item, CapacityItem):
                yield self._own_capacity(item) if self.gap.who else item
            elif placed or since:
                yield item

    def _own_capacity(self, item: CapacityItem) -> CapacityItem:
        """Of "As president Nixon went there twice, Ford once": Ford as president, too."""
        offices = {capacity for _, capacity in item.each}
        people = [p.person for w in self.gap.who for p in w.parties if isinstance(p, Someone)]
        if len(offices) != 1 or any(person in dict(item.each) for person in people):
            return item
        (held,) = offices
        if not all(held.offices <= self.calendar.offices(person) for person in people):
            return item
        return CapacityItem(tuple((person, held) for person in people))

    def _own_time(self) -> bool:
        """Whether a clause of somebody else has no time of its own."""
        return bool(self.gap.who) and not self._has(TimeItem)

    def _own_term(self, title: str) -> TimeItem:
        """Of "twice during his presidency, and Bush only once": his own time in office."""
        people = [p for item in self.gap.who for p in item.parties]
        one = people[0] if len(people) == 1 else None
        known = self.calendar.tenure(one.person, title, None) if isinstance(one, Someone) else None
        if known is None:
            raise Unreadable(_COUNTED)
        return TimeItem(known, term=title)

    def _who(self) -> tuple[Iterable[Who], Iterable[Who]]:
        """The clause's subjects and objects: whoever it names takes somebody's place."""
        before = self.before
        if before.sense.kind is EventKind.VISIT:
            return (self.gap.who, ()) if before.role == "verb" else ((), self.gap.who)
        subjects = self._alike(before.subjects)
        objects = self._alike(before.objects)
        if subjects == objects:
            raise Unreadable(_WHOSE)
        return (self.gap.who, before.objects) if subjects else (before.subjects, self.gap.who)

    def _alike(self, who: Iterable[Who]) -> bool:
        """Whether those named have all held an office that one of these has held."""
        held = self._offices(who)
        return bool(held) and all(held & self._offices([named]) for named in self.gap.who)

    def _offices(self, who: Iterable[Who]) -> frozenset[OfficeId]:
        parties = [p for item in who if isinstance(item, PartyItem) for p in item.parties]
        people = (self.calendar.offices(p.person) for p in parties if isinstance(p, Someone))
        return frozenset().union(*people, {p.office for p in parties if isinstance(p, Holder)})


class _Echoed(_Completed):
    """A clause of which but an auxiliary is said, and all else with the clause before."""

    def _is_denied(self) -> bool:
        return self.before.negated if self.gap.echo == "so" else self.gap.echo != "did"

    def _check(self) -> None:
        timed = any(isinstance(item, TimeItem) and item.term is None for item in self.before.tail)
        if self.before.role not in ("verb", "light"):
            raise Unreadable(_WHOSE)
        if timed and self.gap.echo in ("not", "did"):
            raise Unreadable("it isn't clear whether the time holds of both")
        visit = self.before.sense.kind is EventKind.VISIT
        placed = any(isinstance(item, _WHERE) for item in self.before.tail)
        if placed and not visit and self.gap.echo != "so":
            raise Unreadable("it isn't clear whether the place holds of both")
        if self.gap.echo == "so" and (self.before.counts or self.before.ordinals):
            raise Unreadable(_COUNTED)

    def _kept(self) -> Iterator[Item]:
        alike = self.gap.echo == "so"
        for item in self.before.tail:
            if isinstance(item, TimeItem) and item.term is not None:
                yield self._own_term(item.term)
            elif isinstance(item, AnchorItem | EachItem) and not alike:
                raise Unreadable("it isn't clear since when")
            elif alike or isinstance(item, _ECHOED):
                yield item

    def _who(self) -> tuple[Iterable[Who], Iterable[Who]]:
        if self.before.sense.kind is not EventKind.VISIT and not self.before.objects:
            raise Unreadable(_WHOSE)
        return self.gap.who, self.before.objects
