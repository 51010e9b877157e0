"""Claims of every kind and option, drawn over the small names."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from summitry.model.bounds import Bounds
from summitry.model.claims import (
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
from tests.telling.small_names import NAMES

people = st.sampled_from(sorted(NAMES.people))
offices = st.sampled_from(sorted(NAMES.offices))
places = st.sampled_from(sorted(NAMES.places))

_DATES = st.sampled_from(
    [
        date(1999, 12, 31),
        date(2000, 1, 1),
        date(2001, 6, 30),
        date(2013, 9, 1),
        date(2013, 9, 5),
        date(2021, 6, 16),
        date(2021, 12, 31),
    ]
)


@st.composite
def _exact(draw: st.DrawFn) -> Window:
    first, last = sorted((draw(_DATES), draw(_DATES)))
    return Window.between(draw(st.sampled_from([first, None])), draw(st.sampled_from([last, None])))


@st.composite
def _vague(draw: st.DrawFn) -> Window:
    first, last = sorted((draw(_DATES), draw(_DATES)))
    words = draw(
        st.sampled_from(["early 2000s", "late 1999", "in the autumn of 2013", "", "2001~"])
    )
    return Window(Days.on(first), Days.between(first, last) | Days.on(date(2022, 1, 1)), words)


@st.composite
def _scattered(draw: st.DrawFn) -> Window:
    return Window.of(Days.on(draw(_DATES)) | Days.on(draw(_DATES)))


windows = st.one_of(st.just(ALWAYS), _exact(), _vague(), _scattered())

_capacities = st.one_of(
    st.just(Capacity()),
    st.just(Capacity(in_office=True)),
    st.frozensets(offices, max_size=2).map(Capacity),
)
parties: st.SearchStrategy[Party] = st.one_of(
    st.builds(Someone, people, _capacities), st.builds(Holder, offices)
)


@st.composite
def selections(draw: st.DrawFn, /, **fixed: Any) -> Selection:  # noqa: ANN401 - Selection's fields
    """A selection of either kind; ``fixed`` fields are as given."""
    kind = draw(st.sampled_from(EventKind)) if fixed.get("whom") is None else EventKind.ENCOUNTER
    gathering = draw(st.sampled_from([{}, {"occasion": "helsinki-2018"}, {"series": "apec"}]))
    common: dict[str, Any] = {
        "kind": kind,
        "who": draw(parties),
        "place": draw(st.none() | places),
        "window": draw(windows),
        **gathering,
    }
    own: dict[str, Any]
    if kind is EventKind.VISIT:
        own = {"visit_kinds": draw(st.frozensets(st.sampled_from(VisitKind), max_size=2))}
    else:
        own = {
            "whom": draw(st.one_of(st.none(), parties)),
            "modes": draw(st.frozensets(st.sampled_from(Mode))),
            "settings": draw(st.frozensets(st.sampled_from(Setting))),
            "topic": draw(st.sampled_from([None, *sorted(NAMES.topics)])),
            "host": draw(st.one_of(st.none(), parties)),
        }
    return Selection(**{**common, **own, **fixed})


@st.composite
def _bounds(draw: st.DrawFn) -> Bounds:
    least = draw(st.integers(0, 130))
    most = draw(st.none() | st.integers(0, 3).map(lambda more: least + more))
    return Bounds(least, most)


_rules = st.lists(st.sampled_from(sorted(counting_rules())), max_size=3, unique=True).map(tuple)
_positions = st.integers(-130, 130).filter(lambda n: n != 0)

_anchors = st.one_of(
    st.builds(SinceDays, windows),
    st.builds(SinceLandmark, st.sampled_from(sorted(NAMES.landmarks))),
    st.builds(SinceEvent, selections()),
    st.builds(SinceTenure, people, offices),
)
_aspects = st.one_of(
    st.builds(Lasted, _bounds()),
    st.builds(WasAt, places),
    st.builds(WasHostedBy, parties),
    st.builds(WasPartOf, st.sampled_from(sorted(NAMES.occasions))),
    st.builds(WasPartOfSeries, st.sampled_from(sorted(NAMES.series))),
    st.builds(WasAbout, st.sampled_from(sorted(NAMES.topics))),
    st.builds(WasSetting, st.frozensets(st.sampled_from(Setting))),
    st.builds(WasWithin, windows),
)
_rosters = st.one_of(
    st.builds(EachOf, st.none() | people, st.none() | people, st.frozensets(people, max_size=2)),
    st.builds(NoneBut, st.frozensets(people, max_size=3)),
    st.builds(NthOf, people, st.integers(1, 4)),
    st.builds(SoMany, _bounds()),
)
_times = st.one_of(
    st.builds(SomeDay, windows),
    st.builds(Throughout, windows),
    st.builds(Spell, windows, st.none() | windows),
    st.builds(Spell, st.none(), windows),
    st.builds(Elected, windows),
)


@st.composite
def _whos(draw: st.DrawFn) -> Who:
    among = Holder(draw(offices))
    other = draw(st.none() | st.builds(Someone, people, _capacities))
    swapped = other is not None and draw(st.booleans())
    sides = {"who": other, "whom": among} if swapped else {"who": among, "whom": other}
    selection = draw(selections(**sides))
    return Who(among=among, selection=selection, roster=draw(_rosters), rules=draw(_rules))


def claims() -> st.SearchStrategy[Claim]:
    """Claims of every kind."""
    return st.one_of(
        st.builds(TookPlace, selection=selections(), rules=_rules),
        st.builds(HowMany, selection=selections(), number=_bounds(), rules=_rules),
        st.builds(
            WhichOne, selection=selections(), position=_positions, that=selections(), rules=_rules
        ),
        st.builds(
            FirstSince, selection=selections(), anchor=_anchors, that=selections(), rules=_rules
        ),
        st.builds(NoneSince, selection=selections(), anchor=_anchors, rules=_rules),
        _whos(),
        st.builds(
            Held,
            person=people,
            office=offices,
            time=_times,
            acting=st.sampled_from([None, True, False]),
        ),
        st.builds(Detail, selection=selections(), aspect=_aspects),
    )
