"""What the tests of pictures draw: the bundled record's pairs, and a few events made by hand."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any, Final

from summitry.desk.find import Wanted
from summitry.desk.plot import plot
from summitry.model.events import Encounter, Mode, Visit
from summitry.model.selection import Someone
from summitry.model.when import Moment
from summitry.record.open import open_record
from summitry.telling.pictures.canvas import Picture
from summitry.telling.pictures.look import Look
from summitry.telling.pictures.maps import map_of
from summitry.telling.pictures.shown import Row, Shown
from summitry.telling.pictures.timeline import timeline
from summitry.telling.pictures.topics import topics
from tests.telling.short import set_in
from tests.telling.small_history import BASIS
from tests.telling.small_names import NAMES, on

MAKERS: Final = {"timeline": timeline, "map": map_of, "topics": topics}
PAIRS: Final = (
    ("Putin", "Obama"),
    ("Putin", "President of the United States"),
    ("Reagan", "Gorbachev"),
    ("Truman", "Stalin"),
    ("Nixon", "Putin"),
)
TODAY: Final = date(2026, 1, 1)


@cache
def bundled(a: str, b: str) -> Shown:
    """Two parties of the bundled record."""
    return plot(a, b, open_record(), wanted=Wanted(), as_of=None, today=TODAY)


def met(
    id: str,
    when: str | Moment,
    setting: str = "bilateral",
    mode: str = "in-person",
    **more: Any,  # noqa: ANN401 - Encounter's fields
) -> Encounter:
    """An encounter of Obama and Putin."""
    return Encounter(
        id=id,
        when=on(when) if isinstance(when, str) else when,
        people=frozenset({"obama", "putin"}),
        mode=Mode(mode),
        settings=set_in(*setting.split("|")) if setting else frozenset(),
        **more,
    )


def small(
    *meetings: Encounter,
    contacts: tuple[Encounter, ...] = (),
    visits: tuple[Visit, ...] = (),
    **more: Any,  # noqa: ANN401 - Shown's fields
) -> Shown:
    """Putin and Obama, with these events."""
    row = Row(
        person="obama",
        tenures=NAMES.tenures_of["obama"],
        meetings=meetings,
        contacts=contacts,
        visits=visits,
    )
    said: dict[str, Any] = {
        "title": "Vladimir Putin and Barack Obama",
        "one": Someone("putin"),
        "other": Someone("obama"),
        "basis": BASIS,
        "as_of": date(2025, 8, 16),
        "names": NAMES,
        "rows": (row,),
        "not_held": {},
    }
    return Shown(**(said | more))


def marks(picture: Picture, key: str) -> list[dict[str, Any]]:
    """The data of the layers whose rows have a key, those of every layer in one list."""
    rows = (
        row for layer in picture.spec["layer"] for row in layer.get("data", {}).get("values", ())
    )
    return [row for row in rows if key in row]


def symbols(shown: Shown, look: Look | None = None) -> list[dict[str, Any]]:
    """The data of a timeline's symbols, one for each that is drawn."""
    layers = timeline(shown, look or Look()).spec["layer"]
    return [
        row
        for layer in layers
        if "shape" in layer["encoding"] and layer["encoding"]["x"]["field"] == "at"
        for row in layer["data"]["values"]
    ]


def texts(picture: Picture) -> list[str]:
    """Every text of a picture."""
    return [row["text"] for row in marks(picture, "text")]
