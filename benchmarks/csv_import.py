"""A million rows of CSV: importing them, against ``sqlite-utils insert`` of the same file.

Both run in processes of their own, one after the other on the same machine, so that the ratio is
that of the machine at the time. Two tables are tried: a narrow return of meetings, of four columns,
and a wide visitor log, of twenty-eight. Run with ``make bench``; ``--rows`` sets another number.
"""

from __future__ import annotations

import argparse
import csv
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

ROWS: Final = 1_000_000
MOST_MB: Final = 500
BIN: Final = Path(sys.executable).parent

MEASURE: Final = """
import resource, subprocess, sys, time
start = time.perf_counter()
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
"""

RETURN_HEADER: Final = "Minister,Date,Name of organisation or individual,Purpose of meeting"
RETURN_MAP: Final = """
id = "bench"
source = { id = "bench-return", title = "A return" }
when = { column = "Date", formats = ["%d/%m/%Y"] }
event = { note = "Purpose of meeting" }
[[participants]]
name = "Minister"
[[participants]]
name = "Name of organisation or individual"
kind = "organisation"
"""

LOG_HEADER: Final = (
    "NAMELAST,NAMEFIRST,NAMEMID,UIN,BDGNBR,ACCESS_TYPE,TOA,POA,TOD,POD,APPT_MADE_DATE,"
    "APPT_START_DATE,APPT_END_DATE,APPT_CANCEL_DATE,Total_People,LAST_UPDATEDBY,POST,LastEntryDate,"
    "TERMINAL_SUFFIX,visitee_namelast,visitee_namefirst,MEETING_LOC,MEETING_ROOM,CALLER_NAME_LAST,"
    "CALLER_NAME_FIRST,CALLER_ROOM,description,RELEASE_DATE"
)
LOG_MAP: Final = """
id = "bench"
source = { id = "bench-log", title = "A log" }
when = { column = "APPT_START_DATE", formats = ["%m/%d/%Y %H:%M"] }
event = { note = "description" }
[[participants]]
name = "{NAMEFIRST} {NAMEMID} {NAMELAST}"
family = "NAMELAST"
capitals = true
[[participants]]
name = "{visitee_namefirst} {visitee_namelast}"
capitals = true
host = true
"""

Rows = Callable[[random.Random, int], Iterator[list[str]]]


def main() -> None:
    """Make the tables, measure, and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rows", type=int, default=ROWS)
    rows = options.parse_args().rows
    tables = (("return", RETURN_HEADER, RETURN_MAP, returned), ("log", LOG_HEADER, LOG_MAP, logged))
    for name, header, map, made in tables:
        with TemporaryDirectory() as folder:
            table, mapped = Path(folder) / "table.csv", Path(folder) / "map.toml"
            mapped.write_text(map, "utf-8")
            write(table, header, made, rows)
            report(name, rows, table, mapped)


def report(name: str, rows: int, table: Path, map: Path) -> None:
    """Measure both on one table, and print how they compare."""
    into = table.with_name("theirs.db")
    theirs, their_work, _ = measured("sqlite-utils", "insert", into, "rows", table, "--csv")
    into.unlink()
    record = table.with_name("ours.sqlite")
    ours, our_work, megabytes = measured(
        "summitry", "import", "csv", table, "--map", map, "--record", record
    )
    sizes = [path.stat().st_size / 1e6 for path in (table, record)]
    print(f"{name}: {rows:,} rows, {sizes[0]:.0f} MB of CSV, a record of {sizes[1]:.0f} MB")
    told("sqlite-utils insert", rows, theirs, their_work)
    told("summitry import csv", rows, ours, our_work)
    print(f"  ratio of the times {ours / theirs:5.2f}, of the work {our_work / their_work:5.2f}")
    print(f"  at most {megabytes:.0f} MB of memory ({MOST_MB} allowed)")


def told(what: str, rows: int, seconds: float, work: float) -> None:
    """Print one measurement."""
    rate = f"{rows / seconds:9,.0f} rows/s"
    print(f"  {what:<22} {seconds:7.1f} s ({work:6.1f} s of work) = {rate}")


def measured(command: str, *arguments: object) -> tuple[float, float, float]:
    """Seconds that a command takes, seconds that it works, and the most memory it held, in MB."""
    line = [sys.executable, "-c", MEASURE, str(BIN / command), *map(str, arguments)]
    done = subprocess.run(line, check=True, capture_output=True, text=True)  # noqa: S603
    seconds, work, megabytes = map(float, done.stdout.split())
    return seconds, work, megabytes


def write(path: Path, header: str, made: Rows, rows: int) -> None:
    """A table of so many rows, the same each time."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(f"{header}\n")
        csv.writer(file).writerows(made(random.Random(rows), rows))  # noqa: S311 - not for secrets


def returned(chance: random.Random, rows: int) -> Iterator[list[str]]:
    """Meetings of 400 ministers with 60,000 organisations."""
    for number in range(rows):
        day = date(2010, 1, 1) + timedelta(days=chance.randrange(5_500))
        yield [
            f"Minister {chance.randrange(400)}",
            f"{day:%d/%m/%Y}",
            f"Organisation {chance.randrange(60_000)} of Trade",
            f"To discuss item {number}, and the sector's work on it",
        ]


def logged(chance: random.Random, rows: int) -> Iterator[list[str]]:
    """Appointments of 100,000 visitors with 800 hosts."""
    for number in range(rows):
        at = datetime(2009, 9, 16, 9) + timedelta(minutes=30 * chance.randrange(100_000))  # noqa: DTZ001 - local, as in the log
        visitor, host = chance.randrange(100_000), chance.randrange(800)
        start = f"{at.month}/{at.day}/{at.year} {at.hour}:{at.minute:02}"
        yield [
            *(f"VISITOR{visitor // 100}", f"FIRST{visitor % 100}", "A"),
            *(f"U{number % 90_000}", str(number % 99_999), "VA", start, "A0401", start, "B0401"),
            *(start, start, start, "", str(1 + number % 30), "KM", "WIN", start, "KM"),
            *(f"HOST{host // 20}", f"FIRST{host % 20}", "WH", "WEST WING", "CALLER", "ANY", ""),
            *(f"MEETING {number}", "12/30/2009"),
        ]


if __name__ == "__main__":
    main()
