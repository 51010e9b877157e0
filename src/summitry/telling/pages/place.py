"""The page of a place: what is within it, and what happened there."""

from __future__ import annotations

from dataclasses import dataclass

from summitry.model.events import Event
from summitry.model.occasions import OccasionId
from summitry.model.places import PlaceId
from summitry.telling.pages.ground import Ground
from summitry.telling.pages.leaf import Leaf, render
from summitry.telling.pages.references import References
from summitry.telling.pages.setter import Setter, Way, tally


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacePage:
    """A place; ``parts`` are the next smaller places within it, each with its events."""

    ground: Ground
    place: PlaceId
    parts: tuple[tuple[PlaceId, tuple[Event, ...]], ...] = ()
    occasions: tuple[OccasionId, ...] = ()
    events: tuple[Event, ...] = ()


def as_html(page: PlacePage, leaf: Leaf) -> str:
    """The page."""
    setter = Setter(page.ground, leaf)
    place = page.ground.names.places[page.place]
    holds = ", ".join(tally(page.events))
    title = setter.place_name(page.place)
    return render(
        "place.html.j2",
        leaf,
        title=title,
        description=f"{title}: {holds or 'on record'}",
        about=[part for part in (place.kind.value.capitalize(), holds) if part],
        footer=f"{page.ground.basis.label}.",
        main="place",
        skip="the record",
        around=tuple(setter.around(page.place)),
        aliases=place.aliases,
        parts=tuple(
            Way(link=setter.place(one), holds=", ".join(tally(events)))
            for one, events in page.parts
        ),
        occasions=tuple(Way(link=setter.occasion(one)) for one in page.occasions),
        events=tuple(setter.row(event) for event in reversed(page.events)),
        notes=References(),
        data="",
    )
