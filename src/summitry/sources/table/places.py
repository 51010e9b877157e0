"""Where rows say that their events were: at places of the map, and at those that cells name."""

from __future__ import annotations

from collections.abc import Callable

from summitry.model.places import Place, PlaceId
from summitry.sources.table.choices import chosen, remember, unchosen
from summitry.sources.table.columns import Cells, Columns, clean
from summitry.sources.table.mapping import Map
from summitry.sources.table.roll import Roll
from summitry.sources.table.words import slug


def placing(map: Map, columns: Columns, roll: Roll) -> Callable[[Cells], PlaceId]:
    """What gives the place of a row's event, empty where it isn't known, or raises RowError."""
    if map.place.column is None:
        constant = map.place.other or ""
        return lambda _: constant
    name = columns.reader(map.place.column)
    kept: dict[str, PlaceId] = {}

    def place(cells: Cells) -> PlaceId:
        text = name(cells)
        id = kept.get(text)
        if id is None:
            id = _place(clean(text), map, roll)
            remember(kept, text, id)
        return id

    return place


def called_at(map: Map, columns: Columns) -> Callable[[Cells], str]:
    """What gives the cell by which a row puts a call somewhere; empty where it doesn't.

    A place that the map gives to all rows speaks of those alone that tell of no call.
    """
    if map.place.column is None:
        return lambda _: ""
    read = columns.reader(map.place.column)

    def place(cells: Cells) -> str:
        text = clean(read(cells))
        return "" if chosen(text, map.place) == "" else text

    return place


def _place(text: str, map: Map, roll: Roll) -> PlaceId:
    known = chosen(text, map.place)
    if known is not None or not text:
        return known or ""
    new = map.new_places
    if new is None:
        raise unchosen("place", text, map.place)
    id = f"{map.id}-{slug(text)}"
    return roll.meet(
        "places", id, lambda: Place(id=id, name=text, kind=new.kind, within=new.within or None)
    )
