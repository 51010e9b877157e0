"""The Office of the Historian's lists: how fast they become a record, and what of them is read.

Usage: python benchmarks/historian.py [TRAVELS VISITS]

Without the folders the lists are looked for beside the checkout, in ``shared/historian``; where
they are not, nothing is measured. Run with ``make bench``.
"""

from __future__ import annotations

import sys
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from tempfile import TemporaryDirectory
from time import perf_counter

from summitry.desk.imports import import_historian
from summitry.sources.historian.content import content_of
from summitry.sources.historian.entries import read_lists
from summitry.sources.historian.remarks import read, tells_of_meeting
from tests.records import SIGNED

LISTS = Path(__file__).resolve().parents[2] / "shared" / "historian"


def main(travels: Path, visits: Path) -> None:
    """Measure reading, making and the whole import; count the remarks that tell who met."""
    start = perf_counter()
    lists = read_lists(travels, visits)
    content, _ = content_of(lists)
    made = perf_counter()
    with TemporaryDirectory() as folder:
        record = Path(folder) / "record.sqlite"
        done = import_historian([travels, visits], record, signed=SIGNED)
        imported = perf_counter()
        size = record.stat().st_size / 1e6
        again = perf_counter()
        import_historian([travels, visits], record, signed=SIGNED)
        seen = perf_counter()
    rows = (*lists.trips, *lists.stays)
    telling = [row for row in rows if tells_of_meeting(row.remarks)]
    told = [row for row in telling if read(row.remarks, row.start, row.end)]
    print("The Office of the Historian's trips and visits")
    print(f"  rows of the lists        {len(rows):>10,}")
    print(f"  rows of the record       {sum(done.added.values()):>10,}  ({size:.1f} MB)")
    print(f"  encounters               {len(content.encounters):>10,}")
    print(f"  left out                 {len(done.problems):>10,}")
    print(f"  remarks of a meeting     {len(telling):>10,}  ({len(told):,} of them read)")
    print(f"  read and made            {len(rows) / (made - start):>10,.0f}  rows/s")
    print(f"  imported                 {len(rows) / (imported - made):>10,.0f}  rows/s")
    print(f"  imported again           {len(rows) / (seen - again):>10,.0f}  rows/s")
    print(f"  peak memory              {getrusage(RUSAGE_SELF).ru_maxrss / 1024:>10,.0f}  MB")


if __name__ == "__main__":
    match sys.argv[1:]:
        case []:
            folders = LISTS / "travels", LISTS / "visits"
        case [travels, visits]:
            folders = Path(travels), Path(visits)
        case _:
            sys.exit(__doc__)
    if all(folder.is_dir() for folder in folders):
        main(*folders)
    else:
        print(f"skipped: there are no lists in {LISTS}")
