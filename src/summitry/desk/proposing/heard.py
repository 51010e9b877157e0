"""What a sentence that was read tells of one event: from a row of the claims' table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from urllib.parse import urlsplit

from summitry.desk.proposing.sight import Sight
from summitry.model.bounds import Bounds
from summitry.model.claims import ClaimKind
from summitry.model.days import Days
from summitry.model.events import EventKind, Mode, Setting, VisitKind
from summitry.model.names import Names
from summitry.model.places import PlaceId, PlaceKind, around
from summitry.model.proposals import Report

Row = Mapping[str, Any]

_OF_ONE_EVENT: Final = frozenset(
    {ClaimKind.TOOK_PLACE, ClaimKind.WHICH_ONE, ClaimKind.FIRST_SINCE, ClaimKind.DETAIL}
)
"""The kinds of claim that say that an event took place; others count events, or say of none."""

_LEAST: Final = {EventKind.ENCOUNTER: 2, EventKind.VISIT: 1}


@dataclass(frozen=True, slots=True)
class Heard:
    """An event as one sentence tells it."""

    sight: Sight
    report: Report


def heard(claim: Row, document: Row, names: Names) -> Heard | None:
    """What a claim tells of one event, with its document's row; None if it is of none.

    The publisher is the host of its address. What happened was over when the text was published,
    whatever its words may mean besides.
    """
    sight = _sight(claim, names)
    if sight is None or sight.days.is_empty():
        return None
    url = document.get("url") or ""
    report = Report(
        document=claim["document"],
        sentence=claim["sentence"],
        start=claim["start"],
        end=claim["end"],
        says=claim["claim"],
        copies=document.get("digest") or claim["document"],
        title=document.get("title") or "",
        url=url,
        publisher=urlsplit(url).hostname or "",
        published=claim["published"],
    )
    return Heard(sight, report)


def _sight(claim: Row, names: Names) -> Sight | None:
    if claim["kind"] not in _OF_ONE_EVENT or claim["offices"]:
        return None
    kind = EventKind(claim["event"])
    people = frozenset(claim["people"])
    if len(people) < _LEAST[kind] or not people <= names.people.keys():
        return None
    place = claim["place"] if claim["place"] in names.places else None
    country = _country(place, names) if kind is EventKind.VISIT else None
    occasion = claim["occasion"] if claim["occasion"] in names.occasions else None
    series = claim["series"] if claim["series"] in names.series else None
    topic = claim["topic"] if claim["topic"] in names.topics else None
    return Sight(
        kind=kind,
        people=people,
        days=_days(claim),
        modes=frozenset(map(Mode, claim["modes"] or ())),
        settings=frozenset(map(Setting, claim["settings"] or ())),
        kinds=frozenset(map(VisitKind, claim["visit_kinds"] or ())),
        place=None if place == country else place,
        country=country,
        occasion=occasion,
        series=names.occasions[occasion].series if occasion is not None else series,
        topics=frozenset() if topic is None else frozenset({topic}),
        minutes=_minutes(claim),
    )


def _days(claim: Row) -> Days:
    written: date = claim["published"] or claim["as_of"]
    return Days.between(claim["earliest"], claim["latest"]) & Days.between(None, written)


def _minutes(claim: Row) -> Bounds | None:
    if claim["kind"] != ClaimKind.DETAIL or claim["least"] is None:
        return None
    return Bounds(claim["least"], claim["most"])


def _country(place: PlaceId | None, names: Names) -> PlaceId | None:
    if place is None:
        return None
    found = (one.id for one in around(names.places, place) if one.kind is PlaceKind.COUNTRY)
    return next(found, None)
