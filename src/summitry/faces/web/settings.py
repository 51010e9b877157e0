"""Settings: what a server may be asked for, and what it bears."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from summitry.desk.homes import Home
from summitry.faces.workers import Limits

MIB: Final = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Editing:
    """Who may change which record: whoever has the token; the record is kept in SQL."""

    record: Home
    token: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How a server serves.

    ``most_bytes`` is the longest body of a request, ``body_seconds`` the time in which it has to
    come. ``rate``: how many dear requests one client may make in a minute; None: any number.
    ``fetch``: whether it fetches pages of the public web to be checked. ``remembered_bytes``: how
    much of what it answered it keeps, to answer alike. ``record``: what is
    followed as it changes. ``editing``: who may change it, if anybody.
    """

    limits: Limits = field(default_factory=Limits)
    most_bytes: int = MIB
    body_seconds: float = 10.0
    rate: int | None = None
    fetch: bool = False
    remembered_bytes: int = 64 * MIB
    record: Home | None = None
    editing: Editing | None = None
