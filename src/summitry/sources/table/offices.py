"""What titles in a table say of tenures: that an office was held on the day of the row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from summitry.model import edtf
from summitry.model.days import FIRST_DAY, LAST_DAY, Days
from summitry.model.people import OfficeId, PersonId, Tenure
from summitry.model.when import Moment, Stretch, When
from summitry.sources.table.words import digest

Held = tuple[PersonId, OfficeId]
Span = tuple[int, int]


class Terms:
    """The days on which people were called by their offices, each with the line that says so."""

    def __init__(self) -> None:
        self._heard: defaultdict[Held, dict[Span, int]] = defaultdict(dict)

    def hear(self, held: Iterable[Held], when: Moment, line: int) -> None:
        """Each person held the office when the event began."""
        days = when.start.possible
        for pair in held:
            self._heard[pair].setdefault((days.first, days.last), line)

    def tenures(self, unbroken: int) -> Iterator[tuple[Tenure, int]]:
        """The tenures, each with the line that first speaks of it.

        What is said on days up to ``unbroken`` apart is one; when one began and ended isn't known.
        """
        for (person, office), heard in self._heard.items():
            for first, last in _runs(sorted(heard), unbroken):
                made = Tenure(
                    id=f"{person}-{digest(f'{office} {first} {last}', 4)}",
                    person=person,
                    office=office,
                    when=_at_least(first[1], last[0]),
                )
                yield made, heard[first]


def _runs(spans: list[Span], unbroken: int) -> Iterator[tuple[Span, Span]]:
    """The first and the last of each run of spans that lie close enough."""
    first = spans[0]
    for before, after in pairwise(spans):
        if after[0] - before[0] > unbroken:
            yield first, before
            first = after
    yield first, spans[-1]


def _at_least(first: int, last: int) -> Stretch:
    """From some day up to the first, to some day from the last on."""
    start, end = When(Days((FIRST_DAY, first))), When(Days((last, LAST_DAY)))
    return Stretch(start, end, edtf.write(Stretch(start, end)))
