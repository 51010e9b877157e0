"""What reading and telling know of a record: its names and its calendar, never its events."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from summitry.model.occasions import Landmark, Occasion, Series, Topic
from summitry.model.people import Office, Person, Tenure
from summitry.model.places import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The people, offices, tenures, places, occasions, landmarks and topics of a record, by id."""

    people: Mapping[str, Person]
    offices: Mapping[str, Office]
    tenures: tuple[Tenure, ...]
    places: Mapping[str, Place]
    series: Mapping[str, Series]
    occasions: Mapping[str, Occasion]
    landmarks: Mapping[str, Landmark]
    topics: Mapping[str, Topic]


def fold(text: str) -> str:
    """The text without case, accents and runs of space: ``  José  Ñ`` is ``jose n``."""
    if not text.isascii():
        plain = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(text.casefold().split())
