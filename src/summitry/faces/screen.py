"""The screen, and files written in its stead."""

from __future__ import annotations

import csv
import io
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

from summitry.model.findings import Verdict
from summitry.model.problems import InputError
from summitry.telling.check import Line, Role

WIDEST: Final = 100
NARROWEST: Final = 40

_RESET: Final = "\x1b[0m"
_BOLD: Final = "\x1b[1m"
_DIM: Final = "\x1b[2m"
_COLOURS: Final = {
    Verdict.SUPPORTED: "\x1b[32m",
    Verdict.REFUTED: "\x1b[31m",
    Verdict.CONFLICTING_EVIDENCE: "\x1b[35m",
    Verdict.NOT_ENOUGH_EVIDENCE: "\x1b[33m",
}


def put(text: str) -> None:
    """Put text on the screen."""
    sys.stdout.write(text)
    sys.stdout.flush()


def put_lines(lines: Iterable[Line]) -> None:
    """Put a check's lines on the screen, in colour on a terminal."""
    colour = _is_colourful()
    put("".join(f"{_painted(line) if colour else line.text}\n" for line in lines))


def width() -> int:
    """The columns to fill: the terminal's, within what is good to read."""
    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size((88, 24)).columns))


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
        case Role.CITATION | Role.ABOUT:
            return f"{_DIM}{line.text}{_RESET}"
        case _:
            return line.text


def put_table(rows: Sequence[dict[str, Any]]) -> None:
    """Put events on the screen as a table, a line or more each, and their number under it."""
    from rich.console import Console  # noqa: PLC0415 - slow to import, and not always needed
    from rich.table import Table  # noqa: PLC0415

    table = Table(box=None, pad_edge=False, header_style="bold" if _is_colourful() else "")
    for heading in ("when", "who", "how", "where", "occasion"):
        table.add_column(heading, overflow="fold", no_wrap=heading == "when")
    for row in rows:
        table.add_row(row["when"], _who(row), _how(row), _where(row), row["occasion"] or "")
    columns = width() if sys.stdout.isatty() else 120
    console = Console(width=columns, highlight=False, no_color=not _is_colourful(), markup=False)
    console.print(table)
    put(f"{len(rows)} event{'' if len(rows) == 1 else 's'}\n")


def _who(row: dict[str, Any]) -> str:
    return ", ".join(person["name"] for person in row["people"])


def _how(row: dict[str, Any]) -> str:
    setting = (row["setting"] or "").replace("|", " or ")
    if row["kind"] == "visit":
        kind = (row["visit_kind"] or "").replace("|", " or ")
        how = f"{kind} visit".strip()
    elif row["mode"] == "in-person":
        how = setting or "in person"
    else:
        how = row["mode"]
    return how if row["status"] == "held" else f"{row['status']}: {how}"


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


def write(path: Path, text: str) -> None:
    """Write a file whole or not at all; InputError if it can't be written."""
    try:
        if path.is_dir():
            raise InputError(f'can\'t write "{path}": it is a folder (expected the name of a file)')
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", dir=path.parent, prefix=f".{path.name}.", delete=False
        ) as file:
            file.write(text)
        mask = os.umask(0)
        os.umask(mask)
        Path(file.name).chmod(0o666 & ~mask)
        Path(file.name).replace(path)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise InputError(f'can\'t write "{path}": {reason}') from None


def abandon() -> None:
    """Stop writing to a screen that is gone."""
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, sys.stdout.fileno())
