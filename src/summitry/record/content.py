"""The content of a record: every row as a value, in normal order, and its digest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter
from typing import Any, Final

from summitry.model.citations import Citation, Source
from summitry.model.coverage import Coverage
from summitry.model.days import LAST_DAY
from summitry.model.events import Encounter, Visit
from summitry.model.judgements import Judgement
from summitry.model.occasions import Landmark, Occasion, Series, Topic
from summitry.model.people import Office, Person, Tenure
from summitry.model.places import Place
from summitry.record.columns import AnyTable, Link, Order, Row, Table
from summitry.record.digest import NOTHING, members, of_value, plus, total
from summitry.record.tables import VALUES

DESCRIPTION: Final = ("name", "title", "version", "licence", "besides")
"""The fields of a content that describe the record, each of them text."""

Dated = Tenure | Occasion | Landmark | Encounter | Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A whole record. Rows are put into normal order, so equal content is equal values.

    ``name`` is a short identifier, ``licence`` an SPDX identifier; ``besides`` is what else the
    record's descriptor says, as the text of a JSON object ("" for nothing). The other fields are
    named as the tables are.
    """

    name: str
    title: str
    version: str
    licence: str = ""
    besides: str = ""
    people: tuple[Person, ...] = ()
    offices: tuple[Office, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    series: tuple[Series, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    places: tuple[Place, ...] = ()
    landmarks: tuple[Landmark, ...] = ()
    topics: tuple[Topic, ...] = ()
    encounters: tuple[Encounter, ...] = ()
    visits: tuple[Visit, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    sources: tuple[Source, ...] = ()
    citations: tuple[Citation, ...] = ()
    judgements: tuple[Judgement, ...] = ()

    def __post_init__(self) -> None:
        for table in VALUES:
            values = sorted(getattr(self, table.name), key=_KEYS[table.order])
            object.__setattr__(self, table.name, tuple(values))

    def rows(self, table: AnyTable) -> Iterator[Row]:
        """The rows of a table, in normal order: of a link, in its owner's."""
        return rows_of(table, getattr(self, table.owner if isinstance(table, Link) else table.name))

    def digest(self) -> str:
        """The digest of the description and of every value, in normal form."""
        described = of_value("record", (getattr(self, name) for name in DESCRIPTION))
        values = (
            value_digest(table, value) for table in VALUES for value in getattr(self, table.name)
        )
        return plus(NOTHING, total(chain((described,), values)))


def value_digest(table: Table, value: Any) -> bytes:  # noqa: ANN401 - a row of any table
    """The digest of a value: the same for equal values, however they are written."""
    cells = (
        "" if held == column.cell.empty else (column.cell.normal or column.cell.write)(held)
        for column in table.columns
        for held in (getattr(value, column.field),)
    )
    sets = (members(getattr(value, link.attribute)) for link in table.links)
    return of_value(table.name, chain(cells, sets))


def content_of(description: Mapping[str, str], rows: Mapping[str, Iterable[Row]]) -> Content:
    """A record's content from its description and the rows of its tables, by the table's name.

    ValueError for a row that the model refuses, such as an encounter of one person.
    """
    fields: dict[str, Any] = {table.name: values_of(table, rows) for table in VALUES}
    return Content(**(fields | dict(description)))


def rows_of(table: AnyTable, values: Iterable[Any]) -> Iterator[Row]:
    """The rows of a table that hold these values; of a link, those of the values of its owner."""
    match table:
        case Table(columns=columns):
            yield from map(attrgetter(*(column.field for column in columns)), values)
        case Link(attribute=attribute):
            for value in values:
                for member in sorted(getattr(value, attribute)):
                    yield value.id, member


def values_of(table: Table, rows: Mapping[str, Iterable[Row]]) -> tuple[Any, ...]:
    """The values of one table, from its rows and those of its links."""
    fields = tuple(column.field for column in table.columns)
    linked = [(link.attribute, _members(rows[link.name])) for link in table.links]

    def made(row: Row) -> Any:  # noqa: ANN401 - a row of any table
        held = dict(zip(fields, row, strict=True))
        for field, of in linked:
            held[field] = frozenset(of.get(row[0], ()))
        return table.holds(**held)

    return tuple(map(made, rows[table.name]))


def _members(pairs: Iterable[Row]) -> dict[str, list[str]]:
    members: defaultdict[str, list[str]] = defaultdict(list)
    for owner, member in pairs:
        members[owner].append(member)
    return members


def earliest_first(value: Dated) -> tuple[int, str]:
    """The key that sorts by earliest day, then id; what has no day comes last."""
    return (LAST_DAY + 1 if value.when is None else value.when.start.possible.first, value.id)


_KEYS: Final[Mapping[Order, Callable[[Any], Any]]] = {
    Order.BY_ID: attrgetter("id"),
    Order.BY_DAY: earliest_first,
}
