from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from summitry.reading.documents.days import day_of

DAY: Final = date(2025, 8, 16)

SAID: Final = (
    "2025-08-16",
    " 2025-08-16 ",
    "2025-08-16T06:30:00Z",
    "2025-08-16T23:59:00-07:00",
    "2025-08-16 06:30",
    "20250816",
    "20250816T063000",
    "2025/08/16",
    "2025.08.16",
    "Sat, 16 Aug 2025 06:30:00 GMT",
    "Sat, 16 Aug 2025 23:30:00 -0700",
    "16 August 2025",
    "August 16, 2025",
    "Saturday, August 16, 2025, 6:30 a.m. ET",
    "Published on August 16, 2025",
)
UNSAID: Final = (
    "",
    "yesterday",
    "2025",
    "2025-08",
    "August 2025",
    "2025-08-32",
    "2025-13-01",
    "2025-08/16",
    "16/08/2025",
    "08/16/2025",
    "1755325800",
    "0001-01-01T00:00:00Z",
    "1899-12-30",
    "from August 16, 2025 to August 18, 2025",
    "August 16, 2025, updated August 18, 2025",
    "Mon, 99 Foo 2025 99:99:99",
)


@pytest.mark.parametrize("written", SAID)
def test_a_day_is_read_as_it_is_where_it_was_written(written: str) -> None:
    assert day_of(written) == DAY


@pytest.mark.parametrize("written", UNSAID)
def test_what_is_no_whole_day_is_none(written: str) -> None:
    assert day_of(written) is None
