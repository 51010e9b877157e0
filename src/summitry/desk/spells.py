"""Spells: a person's unbroken times in an office, as what a claim may say of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import assert_never

from summitry.model.claims import Elected, SomeDay, Spell, Throughout, TimeInOffice
from summitry.model.days import Days
from summitry.model.people import Tenure
from summitry.model.when import Window


@dataclass(frozen=True, slots=True)
class _Unbroken:
    """Tenures that follow one another without a day between; ``ended`` None: not yet."""

    began: Days
    ended: Days | None


def spells(
    tenures: Iterable[Tenure], like: TimeInOffice, *, acting: bool | None
) -> Iterator[TimeInOffice]:
    """What is so of these tenures, of the kind that is asked about: when it began, or ended.

    ``acting`` chooses acting tenures, those in full (False), or either (None).
    """
    chosen = [t for t in tenures if acting is None or t.acting == acting]
    match like:
        case Elected():
            yield from (Elected(Window.of(day.possible)) for t in chosen for day in t.elected)
        case SomeDay() | Throughout():
            yield from (_spell(one.began, one.ended) for one in _unbroken(chosen))
        case Spell(began, _) if began is not None:
            yield from (_spell(one.began, None) for one in _unbroken(chosen))
        case Spell():
            ended = (one.ended for one in _unbroken(chosen))
            yield from (Spell(ended=Window.of(days)) for days in ended if days is not None)
        case _:
            assert_never(like)


def _spell(began: Days, ended: Days | None) -> Spell:
    return Spell(began=Window.of(began), ended=None if ended is None else Window.of(ended))


def _unbroken(tenures: Iterable[Tenure]) -> Iterator[_Unbroken]:
    """The tenures, by start, those joined that surely follow one another."""
    last: _Unbroken | None = None
    for tenure in sorted(tenures, key=lambda t: t.when.start.possible.first):
        start, end = tenure.when.start.possible, tenure.when.end
        one = _Unbroken(start, None if end is None else end.possible)
        if last is None:
            last = one
        elif last.ended is not None and start.last <= last.ended.first + 1:
            last = _Unbroken(last.began, one.ended)
        else:
            yield last
            last = one
    if last is not None:
        yield last
