"""Moments and windows, held to an enumeration of the histories that they leave open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import product

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from summitry.model.days import LAST_DAY, NO_DAY, Days
from summitry.model.truth import Truth
from summitry.model.when import ALWAYS, Moment, Stretch, When, Window, before, same_day
from tests.model.drawn import FEW, days, stretches, whens, windows

MOMENTS = whens() | stretches()


def ordinals(held: Days) -> list[int]:
    return [n for n in FEW if date.fromordinal(n) in held]


def histories(moment: Moment) -> Iterator[tuple[int, int]]:
    """Every first and last day that the moment may have; no end is an end after the few."""
    if isinstance(moment, When):
        yield from ((n, n) for n in ordinals(moment.possible))
        return
    ends = [FEW[-1] + 1] if moment.end is None else ordinals(moment.end.possible)
    yield from (
        (first, last)
        for first, last in product(ordinals(moment.start.possible), ends)
        if first <= last
    )


def of_answers(answers: list[bool]) -> Truth:
    return Truth.between(surely=all(answers), possibly=any(answers))


def touching(moment: Moment, held: Days) -> Truth:
    """Whether the moment touches the days, history by history."""
    inside = set(ordinals(held))
    return of_answers(
        [not inside.isdisjoint(range(first, last + 1)) for first, last in histories(moment)]
    )


def is_sound(answer: Truth, exact: Truth) -> bool:
    return answer in (exact, Truth.UNKNOWN)


def is_plain(stretch: Stretch) -> bool:
    """Whether both ends are spans that do not cross."""
    start, end = stretch.start.possible, stretch.end
    return len(start.spans) == 1 and (
        end is None or (len(end.possible.spans) == 1 and start.last <= end.possible.first)
    )


@given(whens(), days())
def test_a_day_touches_exactly_where_it_must(when: When, held: Days) -> None:
    assert when.touches(held) is touching(when, held)


@given(stretches(), days())
def test_a_stretch_touches_soundly_and_possibly_exactly(stretch: Stretch, held: Days) -> None:
    exact = touching(stretch, held)
    assert is_sound(stretch.touches(held), exact)
    assert stretch.touches(held).possibly() is exact.possibly()


@given(stretches().filter(is_plain), days())
def test_a_stretch_between_plain_ends_touches_exactly(stretch: Stretch, held: Days) -> None:
    assert stretch.touches(held) is touching(stretch, held)


@given(stretches(), days())
def test_a_stretch_surely_touches_days_that_hold_all_of_an_end(
    stretch: Stretch, held: Days
) -> None:
    assert stretch.touches(held | stretch.start.possible) is Truth.TRUE
    if stretch.end is not None:
        assert stretch.touches(held | stretch.end.possible) is Truth.TRUE


@given(stretches())
def test_a_stretch_surely_touches_its_core_and_nothing_beyond_its_outer_days(
    stretch: Stretch,
) -> None:
    every = [set(range(first, last + 1)) for first, last in histories(stretch)]
    assert ordinals(stretch.outer) == sorted(set.union(*every) & set(FEW))
    assert set(ordinals(stretch.core)) <= set.intersection(*every)


@given(whens(), whens())
def test_before_and_same_day_are_exact_for_days(a: When, b: When) -> None:
    pairs = list(product(ordinals(a.possible), ordinals(b.possible)))
    assert before(a, b) is of_answers([x < y for x, y in pairs])
    assert same_day(a, b) is of_answers([x == y for x, y in pairs])


@given(MOMENTS, MOMENTS)
def test_before_and_same_day_are_sound_for_every_moment(a: Moment, b: Moment) -> None:
    pairs = [(x, y) for (x, _), (y, _) in product(histories(a), histories(b))]
    assert is_sound(before(a, b), of_answers([x < y for x, y in pairs]))
    assert is_sound(same_day(a, b), of_answers([x == y for x, y in pairs]))


@given(MOMENTS, MOMENTS)
def test_one_day_is_before_at_the_same_time_or_after(a: Moment, b: Moment) -> None:
    assert (before(a, b) | same_day(a, b) | before(b, a)) is not Truth.FALSE
    assert (before(a, b) & before(b, a)) is not Truth.TRUE
    assert (before(a, b) & same_day(a, b)) is not Truth.TRUE


@given(st.dates())
def test_a_known_day_is_its_own_start_end_and_outer_days(day: date) -> None:
    when = When.on(day)
    assert when.start is when.end is when
    assert when.outer.only == day
    assert when.written == day.isoformat()


def test_a_stretch_without_an_end_goes_on() -> None:
    stretch = Stretch(When(Days((FEW[2], FEW[4]))), None)
    assert stretch.outer == Days((FEW[2], LAST_DAY))
    assert stretch.core == Days((FEW[4], LAST_DAY))


@given(whens(), whens())
@example(When(Days((FEW[1], FEW[1]))), When(Days((FEW[0], FEW[0]))))
def test_a_stretch_can_be_made_unless_its_ends_surely_cross(start: When, end: When) -> None:
    if any(
        first <= last for first, last in product(*map(ordinals, (start.possible, end.possible)))
    ):
        assert Stretch(start, end).outer == Days((start.possible.first, end.possible.last))
    else:
        with pytest.raises(ValueError, match=r"^a stretch can't end before it starts$"):
            Stretch(start, end)


def test_no_day_is_no_moment_and_no_window() -> None:
    with pytest.raises(ValueError, match=r"^a When needs at least one possible day$"):
        When(NO_DAY)
    with pytest.raises(ValueError, match=r"^a window needs at least one possible day$"):
        Window.of(NO_DAY)


@given(MOMENTS, st.text())
def test_what_was_written_takes_no_part_in_equality(moment: Moment, words: str) -> None:
    renamed = (
        When(moment.possible, words)
        if isinstance(moment, When)
        else Stretch(moment.start, moment.end, words)
    )
    assert renamed == moment
    assert hash(renamed) == hash(moment)


@given(windows(), whens(), st.data())
def test_a_window_holds_a_day_as_all_the_days_that_it_may_mean_do(
    window: Window, when: When, data: st.DataObject
) -> None:
    vague = window.possibly - window.surely
    meant = window.surely | (vague & data.draw(days()))
    assert is_sound(window.holds(when), touching(when, meant))
    assert window.holds(when).surely() is touching(when, window.surely).surely()
    assert window.holds(when).possibly() is touching(when, window.possibly).possibly()


@given(windows(), days())
def test_a_narrowed_window_is_the_window_within_the_days(window: Window, held: Days) -> None:
    narrowed = window.narrowed(held)
    if narrowed is None:
        assert not window.possibly.meets(held)
    else:
        assert narrowed.surely == window.surely & held
        assert narrowed.possibly == window.possibly & held
        assert narrowed.written == window.written


@given(days(), days())
def test_sure_days_must_be_possible_ones(surely: Days, possibly: Days) -> None:
    assume(not possibly.is_empty())
    if set(ordinals(surely)) <= set(ordinals(possibly)):
        assert Window(surely, possibly).is_exact is (surely == possibly)
    else:
        with pytest.raises(
            ValueError, match=r"^the sure days of a window must be among its possible days$"
        ):
            Window(surely, possibly)


@given(st.dates())
def test_exact_windows_hold_their_days(day: date) -> None:
    assert Window.on(day) == Window.between(day, day)
    assert Window.on(day).written == day.isoformat()
    assert Window.on(day).holds(When.on(day)) is Truth.TRUE
    assert Window.between(None, None) == ALWAYS
    assert ALWAYS.is_exact
