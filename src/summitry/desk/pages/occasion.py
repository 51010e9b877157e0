"""The pages of a gathering and of a series."""

from __future__ import annotations

from summitry.desk.pages.event import entry
from summitry.desk.pages.register import Register
from summitry.model.occasions import OccasionId, SeriesId
from summitry.telling.pages.occasion import OccasionPage, SeriesPage


def occasion_page(occasion: OccasionId, register: Register) -> OccasionPage:
    """What is told of a gathering."""
    series = register.names.occasions[occasion].series
    alike = (occasion,) if series is None else register.occasions_of[series]
    at = alike.index(occasion)
    return OccasionPage(
        ground=register.ground,
        occasion=occasion,
        entries=tuple(entry(event, register) for event in register.at_occasion.get(occasion, ())),
        before=alike[at - 1] if at else None,
        after=alike[at + 1] if at + 1 < len(alike) else None,
    )


def series_page(series: SeriesId, register: Register) -> SeriesPage:
    """What is told of a series of gatherings."""
    occasions = register.occasions_of.get(series, ())
    return SeriesPage(
        ground=register.ground,
        series=series,
        occasions=tuple((one, register.at_occasion.get(one, ())) for one in occasions),
    )
