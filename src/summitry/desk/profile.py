"""Profile: what a record knows of one person, event, or of itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from summitry.desk.find import Found, basis_of, citations_of
from summitry.desk.resolve import resolve_person
from summitry.model.citations import Citation, Source
from summitry.model.coverage import Coverage
from summitry.model.events import EventKind
from summitry.model.names import Names
from summitry.model.people import Person, Tenure
from summitry.model.problems import UnknownName
from summitry.model.rules import CountingRule, counting_rules
from summitry.record.view import About, View
from summitry.telling.basis import Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A person with the times in office; ``citations`` by the id of the person or the tenure."""

    person: Person
    tenures: tuple[Tenure, ...]
    citations: Mapping[str, tuple[Citation, ...]]
    basis: Basis
    names: Names
    sources: Mapping[str, Source]


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What a record is, what it is complete for and what not, and by which rules it is counted."""

    about: About
    names: Names
    coverage: tuple[Coverage, ...]
    rules: tuple[CountingRule, ...]


def profile(name: str, view: View) -> Profile:
    """What is known of the person named; UnknownName if there is none, or more than one."""
    names = view.names()
    person = resolve_person(name, names)
    tenures = view.tenures(person=person.id)
    return Profile(
        person=person,
        tenures=tenures,
        citations={person.id: view.citations("people", person.id)}
        | {tenure.id: view.citations("tenures", tenure.id) for tenure in tenures},
        basis=basis_of(view),
        names=names,
        sources=view.sources(),
    )


def one_event(id: str, view: View, kind: EventKind | None = None) -> Found:
    """The one event with the id, of the kind; UnknownName if there is none."""
    found = view.event(id)
    if found is None or kind not in {None, found.kind}:
        raise UnknownName(
            f'unknown {kind or "event"} "{id[:60]}" (expected the id of one of the record)'
        )
    return Found(
        events=(found,),
        citations={found.id: citations_of(found, view)},
        basis=basis_of(view),
        names=view.names(),
        sources=view.sources(),
    )


def describe(view: View) -> Description:
    """What the record says of itself."""
    return Description(
        about=view.about(),
        names=view.names(),
        coverage=view.coverage(),
        rules=tuple(counting_rules().values()),
    )
