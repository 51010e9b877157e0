"""Which rows are one, by the record's judgements, and rows joined accordingly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, reduce
from typing import Any

from summitry.model.judgements import Judgement
from summitry.model.problems import RecordError
from summitry.model.when import Moment, Stretch, When
from summitry.record.cells import BOOLEAN, LIST, Stored
from summitry.record.columns import Table
from summitry.record.content import Content
from summitry.record.tables import VALUES

RowKey = tuple[str, str]
"""A table's name and the id of one of its rows."""


class Identities:
    """What the judgements say; where two contradict each other on a pair of rows, it is two."""

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        self._judgements = tuple(judgements)

    def __bool__(self) -> bool:
        return bool(self._clusters)

    def shown(self, table: str, row: str) -> str:
        """The id of the row that a row is shown as: its own, if it was never judged."""
        return self._shown.get((table, row), row)

    def alike(self, table: str, row: str) -> tuple[str, ...]:
        """The ids of the rows that are one with this row, itself among them."""
        return self._clusters.get((table, self.shown(table, row)), (row,))

    def judged(self, table: str) -> Iterator[str]:
        """The ids of the rows of a table that are one with others."""
        return (row for of, row in self._shown if of == table)

    def hidden(self, table: str) -> Iterator[str]:
        """The ids of the rows of a table that are shown as another."""
        return (row for row in self.judged(table) if self.shown(table, row) != row)

    def join(self, table: Table, values: Iterable[Any]) -> tuple[Any, ...]:
        """The values with those that are one made one, and each reference led to what is shown.

        A joined value has what is known of the row that it is shown as; what that leaves empty
        comes from the others, whose names become aliases. RecordError if an encounter is left
        with one person.
        """
        groups: defaultdict[str, list[Any]] = defaultdict(list)
        for value in values:
            groups[self.shown(table.name, value.id)].append(self._led(table, value))
        return tuple(
            _joined(table, sorted(group, key=lambda value: (value.id != shown, value.id)))
            for shown, group in groups.items()
        )

    def _led(self, table: Table, value: Any) -> Any:  # noqa: ANN401 - a row of any table
        """The value with its references led to the rows that are shown."""
        changes: dict[str, Any] = {}
        for column in table.columns:
            held = getattr(value, column.field)
            if column.cell.led is not None:
                changes[column.field] = column.cell.led(held, self.shown)
            elif column.refers and held is not None:
                changes[column.field] = self.shown(column.refers, held)
        for link in table.links:
            refers = link.columns[1].refers
            members = getattr(value, link.attribute)
            changes[link.attribute] = frozenset(self.shown(refers, member) for member in members)
        if table.name == "citations":
            changes["row"] = self.shown(value.table, value.row)
        if all(getattr(value, field) == led for field, led in changes.items()):
            return value
        try:
            return replace(value, **changes)
        except ValueError as error:
            raise RecordError(f"judgements: {error}, and they make them one") from None

    @cached_property
    def _clusters(self) -> Mapping[RowKey, tuple[str, ...]]:
        """The ids of the rows that are one, by the one that is shown."""
        linked: defaultdict[RowKey, set[str]] = defaultdict(set)
        for table, row, other in _pairs(self._judgements):
            linked[table, row].add(other)
            linked[table, other].add(row)
        judged = {(table, row) for table, row, _ in _pairs(self._judgements)}
        clusters: dict[RowKey, tuple[str, ...]] = {}
        seen: set[RowKey] = set()
        for table, start in linked:
            if (table, start) in seen:
                continue
            cluster = _reached(table, start, linked)
            seen |= {(table, row) for row in cluster}
            ends = [row for row in cluster if (table, row) not in judged]
            clusters[table, min(ends or cluster)] = tuple(sorted(cluster))
        return clusters

    @cached_property
    def _shown(self) -> Mapping[RowKey, str]:
        return {
            (table, row): shown
            for (table, shown), cluster in self._clusters.items()
            for row in cluster
        }


def resolved(content: Content) -> Content:
    """The content as it is shown: rows that are one, as one; its judgements as they are."""
    identities = Identities(content.judgements)
    if not identities:
        return content
    joined: dict[str, Any] = {
        table.name: identities.join(table, getattr(content, table.name)) for table in VALUES
    }
    return replace(content, **joined)


def _pairs(judgements: Sequence[Judgement]) -> Iterator[tuple[str, str, str]]:
    """The table, row and other of those judged one and never two."""
    apart = {(j.table, *sorted((j.row, j.other))) for j in judgements if not j.same}
    for judgement in judgements:
        pair = (judgement.table, *sorted((judgement.row, judgement.other)))
        if judgement.same and pair not in apart:
            yield judgement.table, judgement.row, judgement.other


def _reached(table: str, start: str, linked: Mapping[RowKey, set[str]]) -> set[str]:
    reached, waiting = {start}, [start]
    while waiting:
        further = linked[table, waiting.pop()] - reached
        reached |= further
        waiting += further
    return reached


def _joined(table: Table, values: Sequence[Any]) -> Any:  # noqa: ANN401 - a row of any table
    """One value of several: what the first leaves empty is taken from the next that has it.

    Dates are as exact as the values know them together, where they agree; what one says to be so
    (held as acting, elsewhere besides) is so.
    """
    first, *others = values
    if not others:
        return first
    changes: dict[str, Any] = {
        link.attribute: frozenset[str]().union(*(getattr(v, link.attribute) for v in values))
        for link in table.links
    }
    for column in table.columns:
        if column.field == "aliases" and column.cell is LIST:
            changes["aliases"] = _names(values)
            continue
        held = (getattr(value, column.field) for value in values)
        known = [value for value in held if value != column.cell.empty]
        if column.cell is BOOLEAN:
            changes[column.field] = any(known)
        elif known and column.cell.stored is Stored.DATE:
            changes[column.field] = reduce(_together, known)
        elif known:
            changes[column.field] = known[0]
    return replace(first, **changes)


def _together(one: Moment, other: Moment) -> Moment:
    """The moment that both are, as far as both say; the first where they contradict each other."""
    match one, other:
        case When(), When():
            return _both(one, other) or one
        case Stretch(start, When() as end), Stretch(other_start, When() as other_end):
            first, last = _both(start, other_start), _both(end, other_end)
            if first is None or last is None or (first, last) == (start, end):
                return one
            crossed = last.possible.last < first.possible.first
            return one if crossed else Stretch(first, last)
        case _:
            return one


def _both(one: When, other: When) -> When | None:
    """The day that both are; None where they share none."""
    days = one.possible & other.possible
    if days.is_empty():
        return None
    return next((when for when in (one, other) if when.possible == days), None) or When(days)


def _names(values: Sequence[Any]) -> tuple[str, ...]:
    """Every name but the first's own, each once."""
    names = dict.fromkeys(name for value in values for name in (value.name, *value.aliases))
    return tuple(name for name in names if name != values[0].name)
