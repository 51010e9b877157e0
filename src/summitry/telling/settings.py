"""The words for the setting of an encounter, after a verb, with a noun and as what it was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from summitry.model.events import Setting
from summitry.telling.words import joined

LARGER: Final = "a larger gathering"


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingWords:
    """How one set of settings is said.

    ``adjective`` stands before the noun; where it is empty, ``after`` follows it. ``verb`` follows
    a verb; where it is empty, the noun is what was held ("held a standalone meeting").
    ``{noun}`` is the noun of the mode, ``{gathering}`` what the sidelines were of.
    """

    verb: str = ""
    adjective: str = ""
    after: str = ""

    @property
    def predicate(self) -> str:
        """After "was"."""
        return self.adjective or self.after

    @property
    def adverb(self) -> str:
        """After a verb, whatever the row."""
        return self.verb or f"in a {self.adjective} {{noun}}"


_SIDELINES: Final = "on the sidelines of {gathering}"
_TALKS: Final = f"for talks {_SIDELINES}"
_GROUP: Final = "in a group session"
_OUTSIDE: Final = "outside group sessions"

_ROWS: Final[dict[frozenset[Setting], SettingWords]] = {
    frozenset({Setting.BILATERAL}): SettingWords(adjective="standalone"),
    frozenset({Setting.SIDELINES}): SettingWords(verb=_TALKS, after=_TALKS),
    frozenset({Setting.SIDELINES, Setting.PULL_ASIDE}): SettingWords(
        verb=_SIDELINES, after=_SIDELINES
    ),
    frozenset({Setting.PULL_ASIDE}): SettingWords(verb="in a pull-aside", adjective="brief"),
    frozenset({Setting.MULTILATERAL}): SettingWords(verb=_GROUP, after=_GROUP),
    frozenset({Setting.BILATERAL, Setting.SIDELINES}): SettingWords(adjective="bilateral"),
    frozenset({Setting.BILATERAL, Setting.SIDELINES, Setting.PULL_ASIDE}): SettingWords(
        verb=_OUTSIDE, after=_OUTSIDE
    ),
}


def words_for(settings: frozenset[Setting]) -> SettingWords:
    """The words for a set of settings; sets without a row of their own are joined by "or"."""
    if not settings:
        return SettingWords()
    if settings in _ROWS:
        return _ROWS[settings]
    parts = [_ROWS[frozenset({one})] for one in Setting if one in settings]
    return SettingWords(
        verb=joined((part.adverb for part in parts), "or"),
        after=f", {joined((part.predicate for part in parts), 'or')},",
    )
