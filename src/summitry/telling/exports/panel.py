"""A panel: a row a pair of people or offices and year, for R, Stata and pandas.

A count is given as bounds: ``lo_`` what surely took place, ``hi_`` what may have at most, and
``n_`` the number where the two agree. Where the record is not complete ``hi_`` and ``n_`` are
empty: a missing value, which is not a zero. A column's name has at most 32 letters, Stata's limit.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from summitry.model.bounds import Tally
from summitry.model.claims import EVERY_ENCOUNTER
from summitry.model.events import EventKind, Mode, Setting
from summitry.model.rules import counting_rules
from summitry.telling.basis import Basis
from summitry.telling.exports.columns import Column
from summitry.telling.exports.states import State, state

_EVERY: Final = EVERY_ENCOUNTER[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What is counted: encounters of the two by a rule, or visits of one side (``visitor``)."""

    name: str
    says: str
    modes: frozenset[Mode] = frozenset()
    settings: frozenset[Setting] = frozenset()
    rule: str = _EVERY
    visitor: str = ""


@cache
def measures() -> tuple[Measure, ...]:
    """Every measure, in the order of the columns: modes, settings, counting rules, visits."""
    in_person = frozenset({Mode.IN_PERSON})
    modes = (
        Measure(name=_name(mode), says=f"encounters, {_HOW[mode]}", modes=frozenset({mode}))
        for mode in Mode
    )
    settings = (
        Measure(
            name=_name(setting),
            says=f"encounters in person, setting {setting.value}",
            modes=in_person,
            settings=frozenset({setting}),
        )
        for setting in Setting
    )
    rules = (
        Measure(name=_name(rule.id), says=f"in person, {rule.says}", modes=in_person, rule=rule.id)
        for rule in counting_rules().values()
        if rule.id != _EVERY and rule.is_meant_for(EventKind.ENCOUNTER)
    )
    visits = (
        Measure(
            name=f"visits_{one}_to_{other}",
            says=f"visits of {one} to the country of {other}",
            visitor=one,
        )
        for one, other in (("a", "b"), ("b", "a"))
    )
    return (*modes, *settings, *rules, *visits)


_HOW: Final = {
    Mode.IN_PERSON: "in person, group sessions included",
    Mode.PHONE: "by phone",
    Mode.VIDEO: "by video link",
    Mode.LETTER: "by letter",
}


def _name(words: str) -> str:
    return words.replace("-", "_")


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a pair; ``country`` is an ISO 3166-1 alpha-2 code, None where there is no one."""

    id: str
    name: str
    kind: str
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PairYear:
    """A pair in a year, with the tally of each measure (None: there is nothing to be counted)."""

    a: Side
    b: Side
    year: int
    tallies: Mapping[str, Tally | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """The rows, by pair and year; ``record`` is the record's short name."""

    record: str
    basis: Basis
    rows: tuple[PairYear, ...]


_COMPLETE: Final = tuple(m for m in measures() if m.rule == _EVERY and not m.settings)
"""The measures of which the record says whether it is complete: every mode, and visits."""

_BOUNDS: Final = {
    "n": "how many; empty where the record can't know",
    "lo": "at least so many, which are on record",
    "hi": "at most so many; empty where the record is not complete",
}


@cache
def columns() -> tuple[Column, ...]:
    """Every column, in order."""
    return (
        Column(name="dyad", type="string", says="the pair: the ids of a and b, joined by a colon"),
        *(column for side in ("a", "b") for column in _columns_of(side)),
        Column(name="year", type="integer", says="the calendar year"),
        *(
            Column(
                name=f"complete_{measure.name}",
                type="integer",
                says=f"1 where the record is complete all year for {measure.says}; 0 where not",
            )
            for measure in _COMPLETE
        ),
        *(
            Column(name=f"{bound}_{measure.name}", type="integer", says=f"{measure.says}: {says}")
            for bound, says in _BOUNDS.items()
            for measure in measures()
        ),
    )


def _columns_of(side: str) -> Iterator[Column]:
    yield Column(name=side, type="string", says=f"{side}: the record's id")
    yield Column(name=f"{side}_name", type="string", says=f"{side}: the name")
    yield Column(name=f"{side}_kind", type="string", says=f"{side}: person or office")
    country = f"{side}: the country of the office, or of the person's offices"
    yield Column(name=f"{side}_iso2", type="string", says=f"{country}, ISO 3166-1 alpha-2")
    yield Column(name=f"{side}_iso3", type="string", says=f"{country}, ISO 3166-1 alpha-3")
    yield Column(name=f"{side}_cow", type="integer", says=f"{country}, Correlates of War number")


Value = str | int | None


def values(row: PairYear) -> dict[str, Value]:
    """A row by the names of the columns."""
    cells: dict[str, Value] = {"dyad": f"{row.a.id}:{row.b.id}", "year": row.year}
    for name, side in (("a", row.a), ("b", row.b)):
        cells |= _side(name, side)
    for measure in _COMPLETE:
        tally = row.tallies[measure.name]
        cells[f"complete_{measure.name}"] = None if tally is None else int(_is_closed(tally))
    for measure in measures():
        cells |= _bounds(measure.name, row.tallies[measure.name])
    return {column.name: cells[column.name] for column in columns()}


def _side(name: str, side: Side) -> dict[str, Value]:
    codes = state(side.country) or State(iso2="")
    return {
        name: side.id,
        f"{name}_name": side.name,
        f"{name}_kind": side.kind,
        f"{name}_iso2": side.country,
        f"{name}_iso3": codes.iso3 or None,
        f"{name}_cow": codes.cow,
    }


def _is_closed(tally: Tally) -> bool:
    return tally.possibly is not None


def _bounds(name: str, tally: Tally | None) -> dict[str, Value]:
    low, high = (None, None) if tally is None else (tally.surely, tally.possibly)
    return {
        f"n_{name}": low if low == high else None,
        f"lo_{name}": low,
        f"hi_{name}": high,
    }


def panel_csv(panel: Panel) -> str:
    """The panel as CSV (RFC 4180, but with plain line ends), what is missing empty."""
    text = io.StringIO()
    writer = csv.DictWriter(text, [column.name for column in columns()], lineterminator="\n")
    writer.writeheader()
    writer.writerows(values(row) for row in panel.rows)
    return text.getvalue()


def codebook(panel: Panel, path: str) -> str:
    """The Data Package descriptor of a panel in the CSV file ``path``: what each column means."""
    fields = [
        {"name": column.name, "type": column.type, "description": column.says}
        for column in columns()
    ]
    descriptor: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": f"{panel.record}-panel",
        "title": f"Panel of pairs and years: {panel.basis.title}",
        "version": panel.basis.version,
        "resources": [
            {
                "profile": "tabular-data-resource",
                "name": "panel",
                "path": path,
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "schema": {
                    "fields": fields,
                    "missingValues": [""],
                    "primaryKey": ["a", "b", "year"],
                },
            }
        ],
    }
    return json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n"
