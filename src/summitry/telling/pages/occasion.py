"""The pages of a gathering, and of a series of them."""

from __future__ import annotations

from dataclasses import dataclass

from summitry.model.events import Event
from summitry.model.occasions import OccasionId, SeriesId
from summitry.telling import dates
from summitry.telling.figures import told_as_label
from summitry.telling.history import Entry
from summitry.telling.pages.ground import Ground
from summitry.telling.pages.leaf import Leaf, render
from summitry.telling.pages.references import References
from summitry.telling.pages.setter import Setter, Way, tally


@dataclass(frozen=True, slots=True, kw_only=True)
class OccasionPage:
    """A gathering; ``before`` and ``after`` are the next ones of its series."""

    ground: Ground
    occasion: OccasionId
    entries: tuple[Entry, ...] = ()
    before: OccasionId | None = None
    after: OccasionId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesPage:
    """A series; its gatherings in the order of time, each with its events."""

    ground: Ground
    series: SeriesId
    occasions: tuple[tuple[OccasionId, tuple[Event, ...]], ...] = ()


def as_html(page: OccasionPage, leaf: Leaf) -> str:
    """The page of a gathering."""
    setter = Setter(page.ground, leaf)
    occasion = page.ground.names.occasions[page.occasion]
    when = "" if occasion.when is None else told_as_label(dates.moment(occasion.when, leaf.style))
    place = occasion.place
    siblings = (("Before", page.before), ("After", page.after))
    return render(
        "occasion.html.j2",
        leaf,
        title=occasion.name,
        description=", ".join(part for part in (occasion.name, when) if part),
        about=[page.ground.basis.label],
        footer=f"{page.ground.basis.label}.",
        main="gathering",
        skip="what is known",
        when=when,
        where=() if place is None else (setter.place(place), *setter.around(place)),
        series=None if occasion.series is None else setter.series(occasion.series),
        aliases=occasion.aliases,
        events=tuple(map(setter.entry, page.entries)),
        neighbours=tuple((label, setter.occasion(one)) for label, one in siblings if one),
        sources=setter.sources(),
        notes=References(),
        data="",
    )


def series_as_html(page: SeriesPage, leaf: Leaf) -> str:
    """The page of a series."""
    setter = Setter(page.ground, leaf)
    series = page.ground.names.series[page.series]
    return render(
        "series.html.j2",
        leaf,
        title=series.name,
        description=f"{series.name}: gatherings on record",
        about=[page.ground.basis.label],
        footer=f"{page.ground.basis.label}.",
        main="series",
        skip="the gatherings",
        aliases=series.aliases,
        occasions=tuple(
            Way(link=setter.occasion(one), holds=", ".join(tally(events)))
            for one, events in page.occasions
        ),
        data="",
    )
