"""The words for the setting of an encounter, after a verb, with a noun and as what it was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from summitry.model.events import Setting
from summitry.telling.words import joined

LARGER: Final = "a larger gathering"


@dataclass(frozen=True, slots=True)
class SettingWords:
    """How one set of settings is said.

    ``verb`` follows a verb; ``adjective`` stands before a noun or, where it is empty, ``after``
    follows it. ``{noun}`` is the noun of the mode, ``{gathering}`` what the sidelines were of.
    """

    verb: str
    adjective: str = ""
    after: str = ""

    @property
    def predicate(self) -> str:
        """After "was"."""
        return self.adjective or self.after


_SIDELINES: Final = "on the sidelines of {gathering}"
_GROUP: Final = "in a group session"

_ROWS: Final[dict[frozenset[Setting], SettingWords]] = {
    frozenset({Setting.BILATERAL}): SettingWords("in a standalone {noun}", adjective="standalone"),
    frozenset({Setting.SIDELINES}): SettingWords(_SIDELINES, after=_SIDELINES),
    frozenset({Setting.PULL_ASIDE}): SettingWords("briefly", adjective="brief"),
    frozenset({Setting.MULTILATERAL}): SettingWords(_GROUP, after=_GROUP),
    frozenset({Setting.BILATERAL, Setting.SIDELINES}): SettingWords(
        "bilaterally", adjective="bilateral"
    ),
    frozenset({Setting.BILATERAL, Setting.SIDELINES, Setting.PULL_ASIDE}): SettingWords(
        "outside group sessions", after="outside group sessions"
    ),
}


def words_for(settings: frozenset[Setting]) -> SettingWords:
    """The words for a set of settings; sets without a row of their own are joined by "or"."""
    if not settings:
        return SettingWords("")
    if settings in _ROWS:
        return _ROWS[settings]
    parts = [_ROWS[frozenset({one})] for one in Setting if one in settings]
    return SettingWords(
        joined((part.verb for part in parts), "or"),
        after=f", {joined((part.predicate for part in parts), 'or')},",
    )
