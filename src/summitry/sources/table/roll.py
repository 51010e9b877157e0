"""The people, places and offices of a table, each made when it is first named."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from summitry.model.people import Office, Person
from summitry.model.places import Place

TABLES: Final = ("people", "offices", "places")

Named = Person | Office | Place


class Roll:
    """Who and what has been named; ``fresh`` are those not yet taken, with their tables."""

    def __init__(self) -> None:
        self.fresh: list[tuple[str, Named]] = []
        self._met: dict[str, set[str]] = {table: set() for table in TABLES}

    def meet(self, table: str, id: str, make: Callable[[], Named]) -> str:
        """The id; what it is of is made if it wasn't met before."""
        met = self._met[table]
        if id not in met:
            met.add(id)
            self.fresh.append((table, make()))
        return id

    def take(self) -> list[tuple[str, Named]]:
        """What was made since this was last asked."""
        taken, self.fresh = self.fresh, []
        return taken
