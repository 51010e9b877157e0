"""The page of a year."""

from __future__ import annotations

from summitry.desk.pages.register import Register
from summitry.telling.pages.year import YearPage


def year_page(year: int, register: Register) -> YearPage:
    """What began in a year."""
    years = sorted(register.in_year)
    at = years.index(year)
    return YearPage(
        ground=register.ground,
        year=year,
        events=register.in_year[year],
        before=years[at - 1] if at else None,
        after=years[at + 1] if at + 1 < len(years) else None,
    )
