"""A record as a web site: how many pages are made in a minute of one processor.

Usage: python benchmarks/site.py [RECORD [PAGES]]

Every page of the bundled record is made, or so many of another record, chosen at random; none is
written. Run with ``make bench``.
"""

from __future__ import annotations

import random
import sys
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from time import process_time

from summitry.desk.pages.register import Register
from summitry.desk.pages.site import Site
from summitry.desk.records import snapshot

TODAY = date(2026, 1, 1)


def main(record: Path | None, most: int | None) -> None:
    """Measure and print."""
    start = process_time()
    site = Site(Register(snapshot(record), None, TODAY))
    addresses = list(site.addresses())
    ready = process_time() - start
    chosen = addresses if most is None else random.Random(1).sample(addresses, most)  # noqa: S311
    seconds: defaultdict[str, float] = defaultdict(float)
    letters: Counter[str] = Counter()
    pages = Counter(address.kind.value for address in chosen)
    for address in chosen:
        begin = process_time()
        letters[address.kind.value] += len(site.page(address))
        seconds[address.kind.value] += process_time() - begin
    print(f"a site of {len(addresses):,} pages; its addresses known after {ready:.2f} s")
    for kind, number in pages.most_common():
        each, long = 1000 * seconds[kind] / number, letters[kind] / number / 1000
        print(f"  {kind:<12} {number:>8,} pages {each:>8.1f} ms {long:>8.1f} kB each")
    rate = 60 * len(chosen) / sum(seconds.values())
    print(f"  in all       {len(chosen):>8,} pages {rate:>8,.0f} a minute")
    print(f"  peak memory  {getrusage(RUSAGE_SELF).ru_maxrss / 1024:>8,.0f} MB")


if __name__ == "__main__":
    given = sys.argv[1:]
    main(Path(given[0]) if given else None, int(given[1]) if len(given) > 1 else None)
