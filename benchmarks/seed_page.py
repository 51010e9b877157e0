"""The seed page: how long it takes to check it and to write the history page, as ratios.

Each number is the median of several runs on the same machine in the same run, so that machines of
different speed give the same ratios. Run with ``make bench``.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter

from summitry.desk.check import check
from summitry.desk.documents import open_document
from summitry.desk.records import open_record
from summitry.reading import DEFAULT_MODEL, read

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "examples" / "history-of-interactions.txt"
AS_OF = date(2025, 8, 16)
COMMAND = Path(sys.executable).with_name("summitry")
COLD_RUNS = 5
WARM_RUNS = 9


def timed(run: Callable[[], object]) -> float:
    """Seconds that one run takes."""
    start = perf_counter()
    run()
    return perf_counter() - start


def cold(*command: str) -> float:
    """The median of seconds that a command takes in a process of its own."""

    def once() -> None:
        subprocess.run([*command], check=False, capture_output=True, cwd=ROOT)  # noqa: S603

    once()
    return median(timed(once) for _ in range(COLD_RUNS))


def warm(run: Callable[[], object]) -> float:
    """The median of seconds that a call takes in this process, once warm."""
    run()
    return median(timed(run) for _ in range(WARM_RUNS))


def main() -> None:
    """Measure and print."""
    import spacy  # noqa: PLC0415 - its own import is one of the things measured

    document = open_document(str(PAGE), as_of=AS_OF)
    view = open_record()
    names = view.names()
    whole = spacy.load(DEFAULT_MODEL) if spacy.util.is_package(DEFAULT_MODEL) else None
    parse = spacy.util.load_model(DEFAULT_MODEL) if whole is None else whole

    spacy_import = cold(sys.executable, "-c", "import spacy")
    cold_check = cold(str(COMMAND), "check", str(PAGE), "--as-of", AS_OF.isoformat())
    cold_history = cold(
        str(COMMAND),
        "history",
        "Vladimir Putin",
        "President of the United States",
        "--as-of",
        AS_OF.isoformat(),
    )
    spacy_parse = warm(lambda: parse(document.text))
    warm_read = warm(lambda: read(document, names))
    warm_check = warm(lambda: check(document, view))

    print(f"python -c 'import spacy'              {spacy_import:7.3f} s")
    print(f"spaCy's full pipeline, the whole text {spacy_parse:7.3f} s")
    row("summitry history, cold", cold_history, "import spacy", spacy_import)
    row("summitry check, cold", cold_check, "import spacy", spacy_import)
    row("reading, warm", warm_read, "spaCy's parse", spacy_parse)
    row("check, warm", warm_check, "spaCy's parse", spacy_parse)


def row(what: str, seconds: float, of: str, unit: float) -> None:
    """Print one measurement and its ratio."""
    print(f"{what:<37} {seconds:7.3f} s = {seconds / unit:5.2f} x {of}")


if __name__ == "__main__":
    main()
