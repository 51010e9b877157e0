"""The pages of a person and of an office."""

from __future__ import annotations

from collections.abc import Iterator

from summitry.desk.pages.register import Register
from summitry.desk.spells import spells
from summitry.model.claims import Held, SomeDay
from summitry.model.people import OfficeId, PersonId
from summitry.model.selection import Holder, Party, Someone
from summitry.model.when import ALWAYS
from summitry.telling.addresses import in_order
from summitry.telling.pages.ground import Between
from summitry.telling.pages.office import OfficePage
from summitry.telling.pages.person import PersonPage


def person_page(person: PersonId, register: Register) -> PersonPage:
    """What is told of a person."""
    tenures = register.names.tenures_of.get(person, ())
    claims = tuple(held(person, register))
    told = register.facts.supported(claims)
    whole = len(told) == len(claims)
    return PersonPage(
        ground=register.ground,
        person=person,
        offices=tuple(dict.fromkeys(tenure.office for tenure in tenures)),
        held=told if whole else (),
        tenures=() if whole else tuple(reversed(tenures)),
        between=tuple(between(Someone(person), register)),
        events=register.of_person.get(person, ()),
    )


def office_page(office: OfficeId, register: Register) -> OfficePage:
    """What is told of an office."""
    return OfficePage(
        ground=register.ground,
        office=office,
        tenures=tuple(reversed(register.names.tenures_in.get(office, ()))),
        between=tuple(between(Holder(office), register)),
    )


def held(person: PersonId, register: Register) -> Iterator[Held]:
    """The claims that the person held each office, time by time."""
    tenures = register.names.tenures_of.get(person, ())
    for office in dict.fromkeys(tenure.office for tenure in tenures):
        mine = [tenure for tenure in tenures if tenure.office == office]
        for acting in dict.fromkeys(tenure.acting for tenure in mine):
            for spell in spells(mine, SomeDay(ALWAYS), acting=acting):
                yield Held(person=person, office=office, time=spell, acting=acting or None)


def between(party: Party, register: Register) -> Iterator[Between]:
    """The party's histories with others, those with most events first."""
    for other, events in register.with_party.get(party, ()):
        one, second = in_order(party, other)
        yield Between(one=one, other=second, events=events)
