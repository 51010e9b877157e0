"""The same record and claim with other ids, with rows in another order, or with more around it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, Final, TypeVar

from summitry.model.coverage import Covered
from summitry.model.days import Days
from summitry.model.events import Encounter, Mode, Visit
from summitry.model.people import Person
from summitry.model.selection import Someone
from tests.reckoning.shorthand import covers
from tests.reckoning.small_records import COUNTRIES, PEOPLE, PLACES, Dice, SmallRecord, always

T = TypeVar("T")

OTHERS: Final = dict(zip(PEOPLE, ("zoë", "yan", "Xi'an", "a.*b"), strict=True))
"""Other names, which sort the other way round."""


def renamed(value: T, names: Mapping[str, str]) -> T:
    """The value with each text that is one of these names replaced, however deep it lies."""
    changed: Any = _renamed(value, names)
    return changed  # type: ignore[no-any-return]


def _renamed(value: Any, names: Mapping[str, str]) -> Any:  # noqa: ANN401
    match value:
        case str():
            return names.get(value, value) if type(value) is str else value
        case Days():
            return value
        case tuple() | frozenset():
            return type(value)(_renamed(one, names) for one in value)
        case _ if is_dataclass(value) and not isinstance(value, type):
            parts: dict[str, Any] = {
                part.name: _renamed(getattr(value, part.name), names)
                for part in fields(value)
                if part.init
            }
            return replace(value, **parts)
        case _:
            return value


def other_ids(record: SmallRecord) -> dict[str, str]:
    """Other ids for all rows that have no name, which sort the other way round."""
    rows = [row.id for row in (*record.rows, *record.terms, *record.statements)]
    return {id: f"r{len(rows) - n:03}" for n, id in enumerate(sorted(rows))}


def shuffled(record: SmallRecord, dice: Dice) -> SmallRecord:
    """The same rows in another order."""
    return replace(
        record,
        people=_mixed(record.people, dice),
        rows=_mixed(record.rows, dice),
        statements=_mixed(record.statements, dice),
        terms=_mixed(record.terms, dice),
        occasions=_mixed(record.occasions, dice),
    )


def _mixed(rows: tuple[T, ...], dice: Dice) -> tuple[T, ...]:
    left = list(rows)
    return tuple(left.pop(dice.number(0, len(left) - 1)) for _ in rows)


def with_strangers(record: SmallRecord, dice: Dice) -> SmallRecord:
    """The record with two more people, who never held an office, and what they did."""
    strangers = ("eve", "fay")
    rows = (
        Encounter(
            id="s1",
            when=dice.moment(),
            people=frozenset(strangers),
            mode=dice.one(tuple(Mode)),
            place=dice.one((None, *PLACES)),
            host=dice.one((None, "eve")),
        ),
        Visit(id="s2", when=dice.moment(), person="eve", country=dice.one(COUNTRIES)),
    )
    return replace(
        record,
        people=(*record.people, *(Person(id=p, name=p, family_name=p) for p in strangers)),
        rows=(*record.rows, *rows),
        statements=(
            *record.statements,
            *(covers(Covered.TENURE, Someone(one), when=always()) for one in strangers),
        ),
    )
