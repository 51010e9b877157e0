"""From frames to claims, by the table of forms (``forms.toml``)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from summitry.model.claims import Claim
from summitry.reading.clauses.facts import Facts
from summitry.reading.clauses.frame import Frame
from summitry.reading.clauses.makers import MAKERS
from summitry.reading.clauses.surroundings import Surroundings
from summitry.reading.mentions.items import AnchorItem, Item, RosterItem, TimeItem
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
    try:
        return _formed(frame, around)
    except Unreadable:
        plain = without_order(frame)
        if plain is None:
            raise
        return _formed(plain, around)


def _formed(frame: Frame, around: Surroundings) -> tuple[Claim, ...]:
    facts = Facts(frame, around)
    features = facts.features()
    form = next((f for f in forms() if f.fits(features)), None)
    if form is None:
        raise Unreadable("no form of claim fits it")
    return MAKERS[form.makes](facts)


def without_order(frame: Frame) -> Frame | None:
    """Of "met in Paris in 2014 for the first time since the row": that they met there then.

    None of a frame that denies or counts, or that says nothing of a time and a place.
    """
    said = [*frame.tail, *frame.that]
    unknown = any(isinstance(item, AnchorItem) and item.anchor is None for item in said)
    ordered = unknown and [one.position for one in frame.ordinals] == [1]
    told = frame.role in ("verb", "light") and not (frame.negated or frame.counts or frame.this)
    if not (ordered and told) or frame.now or frame.told_of is not None or frame.gaps:
        return None
    if any(isinstance(who, RosterItem) for who in (*frame.subjects, *frame.objects)):
        return None
    timed = any(isinstance(item, TimeItem) and item.window is not None for item in said)
    if not timed or any(isinstance(item, TimeItem) and item.side for item in said):
        return None
    tail: list[Item] = [item for item in said if not isinstance(item, AnchorItem)]
    return replace(frame, ordinals=[], tail=tail, that=[], passed=[*frame.passed, *frame.ordinals])
