"""When the parties of a page lived and held office, and when both stood as a rule wants them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from summitry.model.days import NO_DAY, Days
from summitry.model.names import Names
from summitry.model.people import OfficeId, Tenure
from summitry.model.places import PlaceId
from summitry.model.rules import Standing
from summitry.model.selection import Holder, Party, Selection, Someone
from summitry.reckoning.asked import part_of


def may_stand(selection: Selection, standing: Standing, names: Names) -> bool:
    """Whether on some day both parties may have stood so, by the lives and tenures of the record.

    If not, it goes without saying that nothing is counted of them; nor is it said of the holders
    of an office that they stood as none of them do.
    """
    days = selection.window.possibly
    for party in (selection.who, selection.whom):
        if party is not None:
            days &= _standing(party, standing, names)
    return not days.is_empty()


def _standing(party: Party, standing: Standing, names: Names) -> Days:
    if isinstance(party, Someone):
        offices = part_of(party, standing, names).offices
        alive = names.people[party.person].lifetime
        return alive if offices is None else days_of(party, offices, names)
    anyone = part_of(None, standing, names).offices
    held = anyone is None or party.office in anyone
    return days_of(party, {party.office} if held else (), names)


def days_of(party: Party, offices: Iterable[OfficeId], names: Names) -> Days:
    """The days on which the party may have held one of these offices.

    Of an office, those on which somebody may have held it, if it is one of them.
    """
    among, days = set(offices), NO_DAY
    for tenure in tenures_of(party, names):
        if tenure.office in among:
            days |= tenure.when.outer
    return days


def tenures_of(party: Party, names: Names) -> tuple[Tenure, ...]:
    """The times in office of a person, or of an office's holders."""
    if isinstance(party, Holder):
        return names.tenures_in.get(party.office, ())
    return names.tenures_of.get(party.person, ())


def governing(party: Party, country: PlaceId, names: Names) -> Days:
    """The days on which the party may have led the country."""
    every = names.offices.values()
    own = (office.id for office in every if office.country == country and office.leads)
    return days_of(party, own, names)


def may_act(party: Party, day: date, names: Names) -> bool:
    """Whether the person may be alive on the day; of an office, whether there may be a holder."""
    if isinstance(party, Someone):
        days = names.people[party.person].lifetime
    else:
        days = days_of(party, {party.office}, names)
    return Days.between(day, day).meets(days)
