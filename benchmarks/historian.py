"""How fast the Office of the Historian's lists become rows of a record.

Usage: python benchmarks/historian.py TRAVELS VISITS
"""

from __future__ import annotations

import sys
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from time import perf_counter

from summitry.sources.historian.content import content_of
from summitry.sources.historian.entries import read_lists
from summitry.sources.historian.remarks import read, tells_of_meeting


def main(travels: Path, visits: Path) -> None:
    """Measure reading, then making; and how many remarks tell whom somebody met."""
    start = perf_counter()
    lists = read_lists(travels, visits)
    at_hand = perf_counter()
    content, problems = content_of(lists)
    made = perf_counter()
    rows = (*lists.trips, *lists.stays)
    telling = [row for row in rows if tells_of_meeting(row.remarks)]
    told = [row for row in telling if read(row.remarks, row.start, row.end)]
    print(f"rows in        {len(rows):>8,} in {at_hand - start:.1f} s")
    print(f"rows out       {_size(content):>8,} in {made - at_hand:.1f} s")
    print(f"rows/s         {len(rows) / (made - start):>8,.0f}")
    print(f"encounters     {len(content.encounters):>8,}")
    print(f"problems       {len(problems):>8,}")
    print(f"remarks        {len(telling):>8,} with a word of meeting, {len(told):,} of them read")
    print(f"peak memory    {getrusage(RUSAGE_SELF).ru_maxrss / 1024:>8,.0f} MB")


def _size(content: object) -> int:
    tables = ("people", "offices", "tenures", "places", "encounters", "visits", "citations")
    return sum(len(getattr(content, name)) for name in tables)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
