"""Cases and histories in a few lines, for whoever reads a failure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from typing import Final

from summitry.model.days import ANY_DAY, Days
from summitry.model.when import Stretch, When, Window
from tests.reckoning.history import World
from tests.reckoning.small_claims import Case

UNSAID: Final = ("written", "quote", "rules", "name", "family_name", "series")
DAYS: Final = ("first", "last")


def shown(value: object) -> str:
    """A claim, a row or a history, short."""
    match value:
        case Case():
            return _case(value)
        case World():
            events = "".join(f"\n  {shown(event)}" for event in (*value.happened, *value.terms))
            return f"{shown(value.claim)} where{events}"
        case Window():
            vague = "" if value.is_exact else f" surely {shown(value.surely)}"
            return shown(value.possibly) + vague
        case When() | Stretch():
            return value.written or shown(value.outer)
        case Days():
            return "|".join("..".join(dict.fromkeys(map(_day, span))) for span in value.spans)
        case tuple() if hasattr(value, "_asdict"):
            return _call(value, value._asdict().items())
        case tuple() | frozenset():
            return "{" + ", ".join(sorted(map(shown, value))) + "}"
        case _ if is_dataclass(value):
            said = [(f.name, getattr(value, f.name)) for f in fields(value) if f.repr]
            usual = {f.name: f.default for f in fields(value) if f.default is not MISSING}
            return _call(value, (s for s in said if s[0] not in usual or usual[s[0]] != s[1]))
        case _:
            return str(value)


def _case(case: Case) -> str:
    record = case.record
    mortal = (p for p in record.people if p.born or p.died)
    rows = (*record.rows, *record.terms, *record.statements, *mortal)
    dated = (*record.landmarks, *record.occasions)
    rules = ", ".join(rule.id for rule in case.rules) or "no rule"
    asked = f"{shown(case.claim)} as of {case.as_of} under {rules}"
    return "\n  ".join([asked, *map(shown, (*rows, *dated))])


def _call(value: object, parts: Iterable[tuple[str, object]]) -> str:
    told = [
        f"{name}={_day(part) if name in DAYS and isinstance(part, int) else shown(part)}"
        for name, part in parts
        if name not in UNSAID and part not in (None, frozenset(), (), "")
    ]
    return f"{type(value).__name__}({', '.join(told)})"


def _day(ordinal: int) -> str:
    return (
        ".." if ordinal in (ANY_DAY.first, ANY_DAY.last) else date.fromordinal(ordinal).isoformat()
    )
