"""Pages of real pairs as an editor has read and kept them.

A change of wording shows here as it will be read. To renew the pages, and read what has become of
them before they are kept::

    .venv/bin/python -m tests.desk.test_golden_pages && git diff tests/desk/golden
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

import pytest

from summitry.desk.history import history
from summitry.desk.records import open_record
from summitry.telling.page import as_markdown

GOLDEN: Final = Path(__file__).parent / "golden"
DAY: Final = date(2025, 8, 16)
PAIRS: Final = {
    "reagan-gorbachev.md": ("Ronald Reagan", "Mikhail Gorbachev"),
    "ford-brezhnev.md": ("Gerald Ford", "Leonid Brezhnev"),
    "putin-us-vice-presidents.md": ("Vladimir Putin", "Vice President of the United States"),
}


def page(name: str) -> str:
    """The page of a pair as it is told."""
    return as_markdown(history(*PAIRS[name], open_record(None), as_of=DAY, today=DAY))


@pytest.mark.parametrize("name", PAIRS)
def test_a_page_reads_as_it_was_kept(name: str) -> None:
    assert page(name) == (GOLDEN / name).read_text("utf-8")


def test_no_other_page_is_kept() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == set(PAIRS)


if __name__ == "__main__":
    for kept in PAIRS:
        (GOLDEN / kept).write_text(page(kept), "utf-8")
