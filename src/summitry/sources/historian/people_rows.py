"""The rows of people, and of the offices that Americans held."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

from summitry.model.days import Days
from summitry.model.edtf import write
from summitry.model.people import Office, PersonId, Pronoun, Tenure
from summitry.model.when import Stretch, When
from summitry.sources.historian.entries import Role
from summitry.sources.historian.making import (
    Making,
    american_of,
)
from summitry.sources.historian.meetings import row_id
from summitry.sources.historian.persons import persons_of


def add_people(making: Making) -> None:
    """Everybody's rows, and the judgements on their spellings."""
    for made in persons_of(making.crowd):
        making.people[made.person.id] = made.person
        making.cite("people", made.person.id, made.rows[0], made.person.name)
        if made.judgement:
            making.judgements.append(made.judgement)


def add_americans(making: Making) -> None:
    """Presidents with their days in office, and secretaries as far as their trips prove them."""
    office_of_president = Office(
        id="us-president",
        name="President of the United States",
        title="president",
        country=making.where.country("us", "historian-president-1"),
        leads=True,
        aliases=("U.S. president", "US president", "American president"),
    )
    making.offices[office_of_president.id] = office_of_president
    making.cite("offices", office_of_president.id, "historian-president-1")
    numbers: Counter[PersonId] = Counter()
    for term in making.lists.presidents:
        person = american_of(
            making, making.us.people[term.who], f"historian-president-{term.number}"
        )
        born = (
            When(Days.between(date(term.born, 1, 1), date(term.born, 12, 31)))
            if term.born
            else None
        )
        died = (
            When(Days.between(date(term.died, 1, 1), date(term.died, 12, 31)))
            if term.died
            else None
        )
        making.people[person] = replace(
            making.people[person], born=born, died=died, pronoun=Pronoun.HE
        )
        numbers[person] += 1
        end = When.on(term.left) if term.left else None
        when = Stretch(When.on(term.took), end, f"{term.took}/{term.left or '..'}")
        id = f"us-president-{person}-{numbers[person]}"
        making.tenures.append(Tenure(id=id, person=person, office="us-president", when=when))
        making.cite("tenures", id, f"historian-president-{term.number}", term.name)
    for who, (first, last) in making.us.travelled.items():
        person = making.us.people[who].id
        for trip in making.lists.trips:
            if trip.who == who and trip.role is Role.SECRETARY and trip.start in {first, last}:
                american_of(making, making.us.people[who], row_id(trip))
        making.tenures.append(_secretary(making, who, person, first, last))


def _secretary(making: Making, who: str, person: PersonId, first: date, last: date) -> Tenure:
    """The tenure that a secretary's trips prove: each of them was secretary once."""
    id = f"us-secretary-of-state-{person}-1"
    making.offices["us-secretary-of-state"] = Office(
        id="us-secretary-of-state",
        name="Secretary of State of the United States",
        title="secretary of state",
        country="us",
        aliases=("U.S. Secretary of State", "US Secretary of State"),
    )
    trips = [t for t in making.lists.trips if t.who == who and t.role is Role.SECRETARY]
    for trip in (min(trips, key=lambda t: t.start), max(trips, key=lambda t: t.end)):
        making.cite("tenures", id, row_id(trip), trip.name)
        making.cite("offices", "us-secretary-of-state", row_id(trip))
    start = When(Days.between(None, first))
    end = When(Days.between(last, None))
    return Tenure(
        id=id,
        person=person,
        office="us-secretary-of-state",
        when=Stretch(start, end, write(Stretch(start, end))),
    )
