"""Gatherings, landmarks of the world's history, and topics of talk."""

from __future__ import annotations

from dataclasses import dataclass

from summitry.model.places import PlaceId
from summitry.model.when import Moment

SeriesId = str
OccasionId = str
LandmarkId = str
TopicId = str


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A series of gatherings ("G20")."""

    id: SeriesId
    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """A gathering that encounters and visits belong to ("G20 Hamburg 2017")."""

    id: OccasionId
    name: str
    series: SeriesId | None = None
    when: Moment | None = None
    place: PlaceId | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Landmark:
    """A dated event of the world that sentences count from ("the invasion of Ukraine")."""

    id: LandmarkId
    name: str
    when: Moment
    place: PlaceId | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """What was talked about."""

    id: TopicId
    name: str
    aliases: tuple[str, ...] = ()
