"""From frames to claims, by the table of forms (``forms.toml``)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from summitry.model.claims import Claim
from summitry.reading.clauses.facts import Facts, Surroundings
from summitry.reading.clauses.frames import Frame
from summitry.reading.clauses.makers import MAKERS
from summitry.reading.mentions.narrowing import Unreadable


@dataclass(frozen=True, slots=True)
class Form:
    """A row of the table: the features that a frame must and may not have, and what it makes."""

    name: str
    makes: str
    needs: frozenset[str]
    one_of: frozenset[str]
    without: frozenset[str]

    def fits(self, features: frozenset[str]) -> bool:
        """Whether a frame with these features has this form."""
        return (
            self.needs <= features
            and not (self.without & features)
            and (not self.one_of or bool(self.one_of & features))
        )


@cache
def forms() -> tuple[Form, ...]:
    """The table of forms, in its order."""
    rows = tomllib.loads(files(__package__).joinpath("forms.toml").read_text("utf-8"))["form"]
    return tuple(
        Form(
            row["name"],
            row["makes"],
            frozenset(row.get("needs", ())),
            frozenset(row.get("one_of", ())),
            frozenset(row.get("without", ())),
        )
        for row in rows
    )


def claims_of(frame: Frame, around: Surroundings) -> tuple[Claim, ...]:
    """The claims that a frame makes; :class:`Unreadable` if no form fits it."""
    if frame.refusal:
        raise Unreadable(frame.refusal)
    facts = Facts(frame, around)
    features = facts.features()
    form = next((f for f in forms() if f.fits(features)), None)
    if form is None:
        raise Unreadable("no form of claim fits it")
    return MAKERS[form.makes](facts)
