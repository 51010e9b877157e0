"""The screen, and files written in its stead."""

from __future__ import annotations

import csv
import io
import os
import shutil
import sys
import tempfile
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from summitry.model.findings import Verdict
from summitry.model.problems import InputError
from summitry.telling.check import WIDTH, Line, Role

WIDEST: Final = 100
NARROWEST: Final = 40
PIPED_WIDTH: Final = 120
TABLE_WIDTH: Final = 80
"""Columns below which events are told one below the other: a table would break their words."""

LONGEST_WHEN: Final = 21
"""How many letters of days stand in one line of a table: two exact ones do."""

MOST_KINDS: Final = 2
"""How many kinds or settings that an event may have had are named in a table."""

_RESET: Final = "\x1b[0m"
_BOLD: Final = "\x1b[1m"
_DIM: Final = "\x1b[2m"
_COLOURS: Final = {
    Verdict.SUPPORTED: "\x1b[32m",
    Verdict.REFUTED: "\x1b[31m",
    Verdict.CONFLICTING_EVIDENCE: "\x1b[35m",
    Verdict.NOT_ENOUGH_EVIDENCE: "\x1b[33m",
}


def prepare() -> None:
    """Make the screen ready: in UTF-8 unless it is a terminal; InputError if it is closed."""
    if sys.stdout is None:
        raise InputError("can't write to the screen: it is closed")
    if isinstance(sys.stdout, io.TextIOWrapper):
        if sys.stdout.isatty():
            sys.stdout.reconfigure(errors="replace")
        else:
            sys.stdout.reconfigure(encoding="utf-8")


def put(text: str) -> None:
    """Put text on the screen, or nowhere if who read it is gone; InputError if it won't go."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        _abandon()
    except OSError as error:
        _abandon()
        raise InputError(f"can't write to the screen: {_reason(error)}") from None


def say(*lines: str) -> None:
    """Put lines on the screen, whose text moves no cursor, whoever wrote it."""
    for line in lines:
        put("".join(sign if sign.isprintable() else "\ufffd" for sign in line) + "\n")


def complain(message: str) -> None:
    """Say in one line what is wrong, beside what is shown."""
    print(f"summitry: {message}", file=sys.stderr)  # noqa: T201 - the face's own voice


def _abandon() -> None:
    """Let what is still to be written to a screen that won't take it go nowhere."""
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, sys.stdout.fileno())
    os.close(null)


def many(number: int, noun: str) -> str:
    """So many of a noun: "1 claim", "2,000 claims"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def put_lines(lines: Iterable[Line]) -> None:
    """Put a check's lines on the screen, in colour on a terminal."""
    colour = _is_colourful()
    put("".join(f"{_painted(line) if colour else line.text}\n" for line in lines))


def width() -> int:
    """The columns to fill: the terminal's, within what is good to read; without one, a file's."""
    if not sys.stdout.isatty():
        return WIDTH
    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size((WIDTH, 24)).columns))


def width_for(output: Path | None) -> int:
    """The columns of a page: the terminal's, or a file's where it is written to one."""
    return WIDTH if output is not None else width()


def give(text: str, output: Path | None) -> None:
    """Put text on the screen, or write it to a file in its stead."""
    if output is None:
        put(text)
    else:
        write(output, text)


def _is_colourful() -> bool:
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"


def _painted(line: Line) -> str:
    match line.role:
        case Role.VERDICT if line.verdict is not None:
            return f"{_BOLD}{_COLOURS[line.verdict]}{line.text}{_RESET}"
        case Role.TITLE | Role.QUOTE:
            return f"{_BOLD}{line.text}{_RESET}"
        case Role.CORRECTION if line.verdict is not None:
            return f"{_COLOURS[line.verdict]}{line.text}{_RESET}"
        case Role.CITATION | Role.ABOUT | Role.UNREAD:
            return f"{_DIM}{line.text}{_RESET}"
        case _:
            return line.text


def put_table(rows: Sequence[dict[str, Any]]) -> None:
    """Put events on the screen, and their number under them.

    They are a table, a line or more each, or on a narrow terminal one below the other.
    """
    columns = width() if sys.stdout.isatty() else PIPED_WIDTH
    if columns < TABLE_WIDTH:
        lines = [line for row in rows for line in _stacked(row, columns)]
    else:
        lines = _table(rows, columns)
    lines.append(many(len(rows), "event"))
    put("".join(f"{line}\n" for line in lines))


def _stacked(row: dict[str, Any], columns: int) -> Iterator[str]:
    """An event in lines: when and how, who, where, at what."""
    *first, last = _when(row).splitlines()
    yield from first
    told = (f"{last}  {_how(row)}", _who(row), _where(row), row["occasion"] or "")
    for indent, text in zip(("", "  ", "  ", "  "), told, strict=True):
        yield from textwrap.wrap(
            text,
            columns,
            initial_indent=indent,
            subsequent_indent="    ",
            break_on_hyphens=False,
        )


def _table(rows: Sequence[dict[str, Any]], columns: int) -> list[str]:
    from rich.console import Console  # noqa: PLC0415 - slow to import, and not always needed
    from rich.table import Table  # noqa: PLC0415

    table = Table(box=None, pad_edge=False, header_style="bold" if _is_colourful() else "")
    for heading in ("when", "who", "how", "where", "occasion"):
        table.add_column(heading, overflow="fold", no_wrap=heading == "when")
    for row in rows:
        when = _when(row) if columns < PIPED_WIDTH else row["when"]
        table.add_row(when, _who(row), _how(row), _where(row), row["occasion"] or "")
    colour = _is_colourful()
    drawn = io.StringIO()
    Console(
        file=drawn,
        width=columns,
        force_terminal=colour,
        no_color=not colour,
        highlight=False,
        markup=False,
    ).print(table)
    return [line.rstrip() for line in drawn.getvalue().splitlines()]


def _when(row: dict[str, Any]) -> str:
    """The days; of long bounds the last below the first."""
    when = str(row["when"])
    return when if len(when) <= LONGEST_WHEN else when.replace("/", "/\n", 1)


def _who(row: dict[str, Any]) -> str:
    return ", ".join(person["name"] for person in row["people"])


def _how(row: dict[str, Any]) -> str:
    if row["kind"] == "visit":
        how = f"{_either(row['visit_kind'])} visit".strip()
    elif row["mode"] == "in-person":
        how = _either(row["setting"]) or "in person"
    else:
        how = row["mode"]
    return how if row["status"] == "held" else f"{row['status']}: {how}"


def _either(kinds: str | None) -> str:
    """The kinds joined by "or"; of so many that little is known, none."""
    found = (kinds or "").split("|")
    return " or ".join(found) if len(found) <= MOST_KINDS else ""


def _where(row: dict[str, Any]) -> str:
    return ", ".join(part for part in (row["venue"], row["city"], row["country"]) if part)


def csv_of(rows: Sequence[dict[str, Any]]) -> str:
    """Events as CSV (RFC 4180), lists joined by ``; ``; a header even without rows."""
    text = io.StringIO()
    writer = csv.DictWriter(text, _CSV_COLUMNS, lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    for row in rows:
        people = row["people"]
        writer.writerow(
            row
            | {
                "people": "; ".join(person["name"] for person in people),
                "offices": "; ".join(person["office"] or "" for person in people),
                "topics": "; ".join(row["topics"]),
                "duration_bounds": "..".join(
                    "" if n is None else str(n) for n in row["duration_bounds"] or ()
                ),
                "sources": "; ".join(
                    dict.fromkeys(one["url"] or one["source"] for one in row["citations"])
                ),
            }
        )
    return text.getvalue()


_CSV_COLUMNS: Final = (
    "id",
    "kind",
    "when",
    "start",
    "end",
    "people",
    "offices",
    "mode",
    "setting",
    "visit_kind",
    "status",
    "country",
    "city",
    "venue",
    "occasion",
    "duration_minutes",
    "duration_bounds",
    "topics",
    "sources",
)


def write(path: Path, content: str | bytes) -> None:
    """Write a file, text in UTF-8, whole or not at all; InputError if it can't be written.

    What stands in its place and is no file, like a pipe, is written to as it is.
    """
    data = content.encode() if isinstance(content, str) else content
    try:
        if path.is_dir():
            raise InputError(f'can\'t write "{path}": it is a folder (expected the name of a file)')
        if not path.parent.is_dir():
            raise InputError(
                f'can\'t write "{path}": no folder "{path.parent}" (expected one that is there)'
            )
        if path.exists() and not path.is_file():
            path.write_bytes(data)
        else:
            _replace(path.resolve(), data)
    except OSError as error:
        raise InputError(
            f'can\'t write "{path}": {_reason(error)} (expected a place to write a file)'
        ) from None


def _replace(path: Path, data: bytes) -> None:
    with tempfile.TemporaryDirectory(prefix=".laying-", dir=path.parent) as folder:
        laying = Path(folder) / "page"
        laying.write_bytes(data)
        if path.exists():
            laying.chmod(path.stat().st_mode)
        laying.replace(path)


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
