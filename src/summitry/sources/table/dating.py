"""When a row's event was, from its cells."""

from __future__ import annotations

from datetime import date

from summitry.model import edtf
from summitry.model.days import Days
from summitry.model.when import Moment, When
from summitry.sources.table.choices import RowError, remember
from summitry.sources.table.columns import Cells, Columns, clean
from summitry.sources.table.mapping import Dating


class Calendar:
    """The dates of a table, one value for each, and each way to write one read once."""

    def __init__(self, dating: Dating, columns: Columns) -> None:
        self._dates = dating.dates
        self._name = dating.column.text
        self._from = columns.reader(dating.column)
        self._until = None if dating.until is None else columns.reader(dating.until)
        within = dating.dates.within if dating.undated else None
        self._undated = None if within is None else _stemmed(_some_day_of(within))
        self._kept: dict[str, tuple[Moment, str]] = {}
        self._moments: dict[str, tuple[Moment, str]] = {}

    def read(self, cells: Cells) -> tuple[Moment, str]:
        """The row's moment, and its earliest day as a part of ids; RowError if there is none."""
        text = self._from(cells)
        until = "" if self._until is None else self._until(cells)
        both = f"{text}\0{until}" if until else text
        found = self._kept.get(both)
        if found is None:
            found = self._read(clean(text), clean(until))
            remember(self._kept, both, found)
        return found

    def _read(self, text: str, until: str) -> tuple[Moment, str]:
        hint = "expected " + " or ".join(form.example for form in self._dates.formats)
        if not text and self._undated is not None:
            return self._undated
        if not text:
            raise RowError("bad-date", f"{self._name} is empty", hint)
        try:
            moment = self._dates.read(text, until)
        except ValueError as error:
            raise RowError("bad-date", f"{self._name}: {error}", hint) from None
        # Times of day make many texts of one day, and whoever writes the record writes it once.
        known = self._moments.get(moment.written)
        if known is None:
            known = _stemmed(moment)
            remember(self._moments, moment.written, known)
        return known


def _some_day_of(days: Days) -> When:
    return When(days, edtf.write(When(days)))


def _stemmed(moment: Moment) -> tuple[Moment, str]:
    first = date.fromordinal(moment.start.possible.first)
    return moment, f"{first:%Y%m%d}" if moment.start.possible.only else f"{first:%Y%m}"
