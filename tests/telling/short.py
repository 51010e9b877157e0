"""Short ways to write claims over the small names."""

from __future__ import annotations

from typing import Any, Final

from summitry.model.events import EventKind, Mode, Setting, VisitKind
from summitry.model.selection import Capacity, Holder, Party, Selection, Someone

IN_PERSON: Final = frozenset({Mode.IN_PERSON})
PHONE: Final = frozenset({Mode.PHONE})
REMOTE: Final = frozenset({Mode.PHONE, Mode.VIDEO})
ANY_MODE: Final[frozenset[Mode]] = frozenset()

BIDEN: Final = Someone("biden")
MERKEL: Final = Someone("merkel")
OBAMA: Final = Someone("obama")
PUTIN: Final = Someone("putin")
TRUMP: Final = Someone("trump")
US_PRESIDENT: Final = Holder("us-president")
RU_PRESIDENT: Final = Holder("ru-president")


def met(
    who: Party = BIDEN,
    whom: Party | None = PUTIN,
    *,
    modes: frozenset[Mode] = IN_PERSON,
    **more: Any,  # noqa: ANN401 - further fields are Selection's own
) -> Selection:
    """Encounters of two parties, in person unless other modes are named."""
    return Selection(who=who, whom=whom, modes=modes, **more)


def visited(who: Party, place: str | None = None, **more: Any) -> Selection:  # noqa: ANN401
    """Visits of a party to a place."""
    return Selection(kind=EventKind.VISIT, who=who, place=place, **more)


def set_in(*settings: str) -> frozenset[Setting]:
    """Settings by name."""
    return frozenset(map(Setting, settings))


def of_kind(*kinds: str) -> frozenset[VisitKind]:
    """Kinds of visit by name."""
    return frozenset(map(VisitKind, kinds))


def as_(person: str, *offices: str) -> Someone:
    """A person in the capacity of one of these offices."""
    return Someone(person, Capacity(frozenset(offices)))


def in_office(person: str) -> Someone:
    """A person in office, whichever."""
    return Someone(person, Capacity(in_office=True))
