"""Rows that a record is to get, or to have otherwise: drafted, checked, then put in together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from summitry.model.names import Names, fold
from summitry.model.problems import InputError
from summitry.record.content import Content
from summitry.record.edits import Edit
from summitry.record.ids import free, slug
from summitry.record.tables import VALUES
from summitry.record.view import Store

_EVENTS = frozenset({"encounters", "visits"})


class Draft:
    """Rows by table, and the names of the record with theirs."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.names: Names = store.names()
        self._rows: dict[str, list[Any]] = {table.name: [] for table in VALUES}
        self._amended: dict[tuple[str, str], tuple[Any, Any]] = {}
        self._dropped: list[tuple[str, Any]] = []

    def add(self, table: str, row: Any) -> None:  # noqa: ANN401 - a row of any table
        """Add a row as it is."""
        self._rows[table].append(row)

    def amend(self, table: str, row: Any, seen: Any, after: Any) -> None:  # noqa: ANN401 - rows
        """Have a row otherwise, which names the ids that are shown.

        ``seen`` is what it was, and ``after`` what it is to be, as they are stored.
        """
        self._amended[table, row.id] = (seen, after)
        self.add(table, row)

    def drop(self, table: str, seen: Any) -> None:  # noqa: ANN401 - a row of any table
        """Have a row no longer."""
        self._dropped.append((table, seen))

    def name(self, table: str, row: Any) -> str:  # noqa: ANN401 - a row with a name
        """Add a row that has a name and no id yet; its id, made of the name.

        InputError where the record has the name already, or no id can be made of it.
        """
        named = getattr(self.names, table)
        for other in named.values():
            if fold(row.name) in {fold(other.id), *map(fold, (other.name, *other.aliases))}:
                raise InputError(
                    f'"{row.name}" is in the record: "{other.name}", {table} "{other.id}"'
                    " (expected a name that it lacks)"
                )
        wished = row.id or slug(row.name)
        if not wished:
            raise InputError(f'no id can be made of "{row.name}" (expected Latin letters)')
        given = replace(row, id=self.free(table, wished))
        self.add(table, given)
        wider: dict[str, Any] = {table: {**named, given.id: given}}
        self.names = replace(self.names, **wider)
        return str(given.id)

    def free(self, table: str, *wishes: str) -> str:
        """The first of the wishes that is no row's id, else the last with a number.

        Rows that are shown as others keep their ids.
        """
        tables = _EVENTS if table in _EVENTS else {table}
        drafted = {row.id for name in tables for row in self._rows[name]}

        def is_taken(id: str) -> bool:
            return id in drafted or any(self.store.stores(name, id) for name in tables)

        return free(wishes, is_taken)

    def content(self) -> Content:
        """The rows alone."""
        return self.added_to(Content(name="draft", title="A draft", version="1"))

    def added_to(self, content: Content) -> Content:
        """The content with the rows."""
        wider: dict[str, Any] = {
            name: (*getattr(content, name), *rows) for name, rows in self._rows.items()
        }
        return replace(content, **wider)

    def rows(self) -> Iterator[tuple[str, Any]]:
        """Every row with its table."""
        for name, rows in self._rows.items():
            yield from ((name, row) for row in rows)

    def edits(self) -> list[Edit]:
        """What is to be changed of the record: nothing where a row is as it was seen."""
        made = []
        for table, row in self.rows():
            before, after = self._amended.get((table, row.id), (None, row))
            made.append(Edit(table=table, before=before, after=after))
        dropped = [Edit(table=table, before=row, after=None) for table, row in self._dropped]
        return [edit for edit in (*made, *dropped) if edit.before != edit.after]

    def stays(self, table: str, id: str) -> bool:
        """Whether a row of the record is neither to be dropped nor amended."""
        dropped = any((table, id) == (of, row.id) for of, row in self._dropped)
        return not dropped and (table, id) not in self._amended
