"""Claims as pages, answers and corrections tell them, of every kind and with every part.

They are drawn over the small names. What is told and not read again is not drawn:

- "someone" and "anyone", a visit to no place, an office held "at some time": texts that say so mean
  somebody, some place and some time that they have told before;
- "met or spoke by phone", and other modes so joined: it is read as a claim of each;
- "while Bush was in office": it is read as the office that he held;
- scattered windows ("on 1 May 2001 or on 3 June 2002"): it isn't clear whether each is meant;
- "A call between A and B was in 2001": it is read as that they spoke then, which is the same;
- "the first to meet him in 2001": it may say when the first of all was;
- an "official visit" of which a number, an order or a detail is told: any visit is called so;
- a capacity beside an event that others are reckoned from, and an event between people of whom
  neither held an office then: readers take them for others' namesakes.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, Final

from hypothesis import strategies as st

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
    SinceDays,
    SinceEvent,
    SinceLandmark,
    SinceTenure,
    SoMany,
    SomeDay,
    Spell,
    Throughout,
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
from summitry.model.days import Days
from summitry.model.events import EventKind, Mode, Setting, VisitKind
from summitry.model.rules import counting_rules
from summitry.model.selection import Capacity, Holder, Party, Selection, Someone
from summitry.model.when import ALWAYS, Window
from tests.telling.small_names import NAMES, days

_LEADERS: Final = {
    "clinton": ("us-president",),
    "obama": ("us-president",),
    "trump": ("us-president",),
    "biden": ("us-president",),
    "putin": ("ru-president", "ru-pm"),
    "medvedev": ("ru-president",),
}
_AMERICANS: Final = ("clinton", "obama", "trump", "biden")
_RUSSIANS: Final = ("putin", "medvedev")
_IN_PERSON: Final = frozenset({Mode.IN_PERSON})

_DATES = st.sampled_from([date(2000, 1, 1), date(2001, 6, 16), date(2013, 9, 5), date(2021, 6, 30)])
_DAYS = _DATES.map(Window.on)
_MONTHS = st.sampled_from([("2001-06-01", "2001-06-30"), ("2021-02-01", "2021-02-28")])
_YEARS = st.sampled_from([("2001-01-01", "2001-12-31"), ("2013-01-01", "2013-12-31")])
_UNITS = st.one_of(_DAYS, st.one_of(_MONTHS, _YEARS).map(lambda ends: Window.of(days(*ends))))
_EARLY: Final = Window(
    days("2000-01-01", "2002-12-31"), days("2000-01-01", "2004-12-31"), "early 2000s"
)
_VAGUE = st.just(_EARLY)


@st.composite
def _spans(draw: st.DrawFn) -> Window:
    first, last = sorted(draw(st.lists(_DATES, min_size=2, max_size=2, unique=True)))
    return Window.between(first, last)


_OPEN = st.one_of(
    _DATES.map(lambda day: Window.between(day, None)),
    _DATES.map(lambda day: Window.between(None, day)),
)
_WINDOWS = st.one_of(st.just(ALWAYS), _UNITS, _spans(), _OPEN, _VAGUE)
_TIMES = st.one_of(_DAYS, _spans())
"""When one event was."""

_CITIES = st.sampled_from(["geneva", "anchorage", "hamburg", "helsinki", "moscow", "singapore"])
_PLACES = st.one_of(_CITIES, st.sampled_from(["us", "ru", "ch", "sg", "villa", "kremlin"]))
_MODES = st.sampled_from(
    [
        _IN_PERSON,
        frozenset({Mode.PHONE}),
        frozenset({Mode.VIDEO}),
        frozenset({Mode.PHONE, Mode.VIDEO}),
        frozenset({Mode.LETTER}),
        frozenset[Mode](),
    ]
)
_SETTINGS = st.sampled_from(
    [
        frozenset[Setting](),
        frozenset({Setting.BILATERAL}),
        frozenset({Setting.SIDELINES}),
        frozenset({Setting.SIDELINES, Setting.PULL_ASIDE}),
        frozenset({Setting.PULL_ASIDE}),
        frozenset({Setting.MULTILATERAL}),
        frozenset({Setting.BILATERAL, Setting.SIDELINES}),
        frozenset({Setting.BILATERAL, Setting.SIDELINES, Setting.PULL_ASIDE}),
    ]
)
_GATHERINGS: st.SearchStrategy[dict[str, Any]] = st.sampled_from(
    [
        {},
        {"occasion": "g20-2017"},
        {"occasion": "helsinki-2018"},
        {"series": "g20"},
        {"series": "un"},
    ]
)


@st.composite
def _someone(draw: st.DrawFn, among: tuple[str, ...]) -> Someone:
    person = draw(st.sampled_from(among))
    held = _LEADERS[person]
    offices = draw(st.sampled_from([(), (), held[:1], held]))
    return Someone(person, Capacity(frozenset(offices)))


@st.composite
def _parties(draw: st.DrawFn, *, plain: bool) -> tuple[Party, Party]:
    """Two parties; ``plain``: one of them a person, and none in a capacity."""
    one = draw(_someone(_AMERICANS))
    other = draw(_someone(_RUSSIANS))
    if plain:
        one, other = Someone(one.person), Someone("putin")
    match draw(st.integers(0, 3)):
        case 0:
            return other, Holder("us-president")
        case 1 if not plain:
            return Holder("us-president"), Holder("ru-president")
        case _:
            return one, other


@st.composite
def _meant(draw: st.DrawFn, *, plain: bool = True) -> Selection:
    """What is counted: parties, modes, settings, kinds of visit."""
    if draw(st.integers(0, 3)) == 0:
        person = draw(_someone(_AMERICANS))
        guest = Someone(person.person) if plain else person
        either: list[Party] = [guest, Holder("us-president")]
        who = draw(st.sampled_from(either))
        loose = {VisitKind.OFFICIAL} if plain else set[VisitKind]()
        kinds = draw(st.frozensets(st.sampled_from(sorted({*VisitKind} - loose)), max_size=2))
        return Selection(kind=EventKind.VISIT, who=who, visit_kinds=kinds, place="ru")
    who, whom = draw(_parties(plain=plain))
    modes = draw(_MODES)
    settings = draw(_SETTINGS) if modes == _IN_PERSON else frozenset[Setting]()
    return Selection(who=who, whom=whom, modes=modes, settings=settings)


@st.composite
def _selections(draw: st.DrawFn) -> Selection:
    """What is counted, and where, when, at what and about what."""
    meant = draw(_meant(plain=False))
    window, gathering = draw(_WINDOWS), draw(_GATHERINGS)
    if meant.kind is EventKind.VISIT:
        place = draw(st.sampled_from(["ru", "moscow", "petersburg"]))
        return replace(meant, place=place, window=window, **gathering)
    remote = Mode.IN_PERSON not in meant.modes
    return replace(
        meant,
        window=window,
        place=None if remote else draw(st.none() | _PLACES),
        topic=draw(st.sampled_from([None, "syria", "arms"])),
        host=None if remote else draw(st.sampled_from([None, Someone("parmelin")])),
        **({} if remote else gathering),
    )


@st.composite
def _events(draw: st.DrawFn, of: Selection) -> Selection:
    """One event of those counted, told by its place and day."""
    who, whom = (_named(draw, of.who), None if of.whom is None else _named(draw, of.whom))
    place = of.place
    if Mode.IN_PERSON in of.modes:
        place = draw(_CITIES)
    elif of.kind is EventKind.VISIT:
        place = draw(st.sampled_from(["ru", "moscow"]))
    window = draw(_TIMES if place is not None else _DAYS)
    return replace(of, who=who, whom=whom, place=place, window=window)


def _named(draw: st.DrawFn, party: Party) -> Party:
    """Who held the office: of other parties the same."""
    match party:
        case Holder("us-president"):
            return Someone(draw(st.sampled_from(_AMERICANS)))
        case Holder():
            return Someone("medvedev")
        case Someone():
            return party


@st.composite
def _anchors(draw: st.DrawFn, of: Selection) -> Anchor:
    return draw(
        st.one_of(
            _UNITS.map(SinceDays),
            st.sampled_from(sorted(NAMES.landmarks)).map(SinceLandmark),
            _events(of).map(SinceEvent),
            st.sampled_from(
                [SinceTenure("putin", "ru-president"), SinceTenure("biden", "us-president")]
            ),
        )
    )


@st.composite
def _bounds(draw: st.DrawFn) -> Bounds:
    least = draw(st.integers(0, 25))
    return Bounds(least, draw(st.sampled_from([least, least, least + 1, least + 3, None])))


_MINUTES = st.builds(
    lambda least, more: Bounds(least, None if more is None else least + more),
    st.integers(20, 200),
    st.sampled_from([0, 30, None]),
)


def _rules(meant: Selection) -> st.SearchStrategy[tuple[str, ...]]:
    """The default, and each rule that is meant for such events."""
    table = counting_rules().values()
    alone = [(rule.id,) for rule in table if rule.is_meant_for(meant.kind)]
    row = "visit" if meant.kind is EventKind.VISIT else "meeting"
    return st.sampled_from([("every-encounter",), admitted(row), *alone])


def took_place() -> st.SearchStrategy[Claim]:
    return st.builds(TookPlace, selection=_selections())


@st.composite
def how_many(draw: st.DrawFn) -> Claim:
    chosen = draw(_selections())
    return HowMany(selection=chosen, number=draw(_bounds()), rules=draw(_rules(chosen)))


@st.composite
def which_one(draw: st.DrawFn) -> Claim:
    meant = draw(_meant())
    position = draw(st.integers(1, 25) | st.integers(-2, -1))
    that = draw(_events(meant))
    return WhichOne(selection=meant, position=position, that=that, rules=draw(_rules(meant)))


@st.composite
def first_since(draw: st.DrawFn) -> Claim:
    meant = draw(_meant())
    anchor, that = draw(_anchors(meant)), draw(_events(meant))
    return FirstSince(selection=meant, anchor=anchor, that=that, rules=draw(_rules(meant)))


@st.composite
def none_since(draw: st.DrawFn) -> Claim:
    meant = draw(_meant())
    return NoneSince(selection=meant, anchor=draw(_anchors(meant)), rules=draw(_rules(meant)))


@st.composite
def who(draw: st.DrawFn) -> Claim:
    among = Holder("us-president")
    roster = draw(
        st.one_of(
            st.builds(
                EachOf,
                st.sampled_from([None, "clinton", "obama"]),
                st.sampled_from([None, "biden"]),
                st.frozensets(st.sampled_from(["trump", "bush-43"]), max_size=2),
            ),
            st.builds(NoneBut, st.frozensets(st.sampled_from(_AMERICANS), max_size=3)),
            st.builds(NthOf, st.sampled_from(_AMERICANS)),
            st.builds(SoMany, _bounds()),
        )
    )
    window = ALWAYS if isinstance(roster, NthOf) else draw(_UNITS | st.just(ALWAYS))
    if draw(st.booleans()):
        selection = Selection(kind=EventKind.VISIT, who=among, place="ru", window=window)
    else:
        whom = draw(_someone(_RUSSIANS))
        selection = Selection(who=among, whom=whom, modes=draw(_MODES), window=window)
    return Who(among=among, selection=selection, roster=roster, rules=admitted("who"))


@st.composite
def held(draw: st.DrawFn) -> Claim:
    person = draw(st.sampled_from(sorted(_LEADERS)))
    office = draw(st.sampled_from(_LEADERS[person]))
    windows = st.one_of(_UNITS, _spans(), _VAGUE)
    time = draw(
        st.one_of(
            windows.map(SomeDay),
            st.one_of(_UNITS, _spans()).map(Throughout),
            _spans().map(lambda w: Spell(_edge(w.surely, 0), _edge(w.surely, -1))),
            windows.map(lambda w: Spell(began=w)),
            windows.map(lambda w: Spell(ended=w)),
            windows.map(Elected),
        )
    )
    acting = None if isinstance(time, Elected) else draw(st.sampled_from([None, True, False]))
    return Held(person=person, office=office, time=time, acting=acting)


def _edge(span: Days, end: int) -> Window:
    """The first day of a span, or the last."""
    return Window.on(date.fromordinal(span.first if end == 0 else span.last))


@st.composite
def detail(draw: st.DrawFn) -> Claim:
    meant = replace(draw(_meant()), settings=frozenset[Setting]())
    event = draw(_events(meant))
    aspects: list[st.SearchStrategy[Aspect]] = [
        _MINUTES.map(Lasted),
        st.sampled_from(["g20-2017", "helsinki-2018"]).map(WasPartOf),
        st.sampled_from(["g20", "un"]).map(WasPartOfSeries),
    ]
    if event.kind is EventKind.ENCOUNTER:
        aspects.append(st.sampled_from(["syria", "arms"]).map(WasAbout))
    if event.modes == _IN_PERSON:
        aspects += [
            _PLACES.map(WasAt),
            st.just(WasHostedBy(Someone("parmelin"))),
            _SETTINGS.filter(bool).map(WasSetting),
            _UNITS.map(WasWithin),
        ]
    aspect = draw(st.one_of(aspects))
    if isinstance(aspect, WasWithin):
        event = event.narrowed(ALWAYS)
    if isinstance(aspect, WasAt):
        event = replace(event, place=None)
    return Detail(selection=event, aspect=aspect)


KINDS: Final = {
    "took place": took_place(),
    "how many": how_many(),
    "which one": which_one(),
    "first since": first_since(),
    "none since": none_since(),
    "who": who(),
    "held": held(),
    "detail": detail(),
}
