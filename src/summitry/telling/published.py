"""Who has published numbers that are counted as a page counts them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

from summitry.lexicon.tables import publishers
from summitry.model.claims import RuleId
from summitry.model.names import Names
from summitry.model.people import OfficeId
from summitry.model.places import PlaceId, around
from summitry.model.selection import Holder, Party, Selection


def published_by(selection: Selection, rules: Iterable[RuleId], names: Names) -> tuple[str, ...]:
    """Who has published numbers of such events by one of the counting rules, each once.

    Numbers are published of the holders of two offices: of two people who have held them, or of
    the visits of one to the country of the other.
    """
    who = _offices(selection.who, names)
    if selection.whom is not None:
        whom = _offices(selection.whom, names)
    else:
        whom = frozenset() if selection.place is None else _offices_of(selection.place, names)
    tables = [publishers(selection.kind, frozenset(pair)) for pair in sorted(product(who, whom))]
    found = (name for rule in rules for by_rule in tables for name in by_rule.get(rule, ()))
    return tuple(dict.fromkeys(found))


def _offices(party: Party, names: Names) -> frozenset[OfficeId]:
    """The offices that a party has held, or the one by which it is meant."""
    if isinstance(party, Holder):
        return frozenset({party.office})
    return frozenset(tenure.office for tenure in names.tenures_of.get(party.person, ()))


def _offices_of(place: PlaceId, names: Names) -> frozenset[OfficeId]:
    """The offices of the country that a place is, or lies in."""
    countries = {larger.id for larger in around(names.places, place)}
    return frozenset(one.id for one in names.offices.values() if one.country in countries)
