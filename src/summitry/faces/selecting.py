"""The events that someone asks for: from options to what the desk is asked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from summitry.faces import options
from summitry.faces.options import Only
from summitry.model.events import EventKind, Mode, Setting, Status

if TYPE_CHECKING:
    from summitry.desk.find import Wanted
    from summitry.desk.scope import Scope


def wanted(
    a: str | None,
    b: str | None,
    *,
    since: str | None,
    until: str | None,
    kind: EventKind | None,
    mode: Iterable[Mode] | None,
    setting: Iterable[Setting] | None,
    status: Iterable[Status] | None,
    place: str | None,
    occasion: str | None,
    topic: str | None,
) -> Wanted:
    """What the options that ``find`` and ``export`` share ask for; InputError for no date."""
    from summitry.desk.find import COUNTED, Wanted  # noqa: PLC0415 - slow, and not always needed

    return Wanted(
        a=a,
        b=b,
        kind=kind,
        since=options.first_day(since),
        until=options.last_day(until),
        modes=frozenset(mode or ()),
        settings=frozenset(setting or ()),
        statuses=frozenset(status) if status else COUNTED,
        place=place,
        occasion=occasion,
        topic=topic,
    )


def scope(since: str | None, until: str | None, only: Iterable[Only], rule: str | None) -> Scope:
    """What the options of a history choose; InputError for no date, or no rule."""
    from summitry.desk.scope import Scope  # noqa: PLC0415 - as above

    kinds = set(only)
    return Scope(
        since=options.first_day(since),
        until=options.last_day(until),
        modes=frozenset(Mode(one.value) for one in kinds - {Only.VISIT}) if kinds else None,
        visits=not kinds or Only.VISIT in kinds,
        rule=rule,
    )
