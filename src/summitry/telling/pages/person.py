"""The page of a person: offices held, the histories with others, and every event."""

from __future__ import annotations

from dataclasses import dataclass

from summitry.model.events import Event
from summitry.model.people import OfficeId, PersonId, Tenure
from summitry.model.selection import Holder, Someone
from summitry.telling.history import Fact
from summitry.telling.pages.ground import Between, Ground
from summitry.telling.pages.leaf import Leaf, Link, render
from summitry.telling.pages.references import References
from summitry.telling.pages.rows import tenure_label
from summitry.telling.pages.setter import Setter, tally


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonPage:
    """A person; ``held`` tells of the times in office, or, if that won't do, ``tenures`` do."""

    ground: Ground
    person: PersonId
    offices: tuple[OfficeId, ...] = ()
    held: tuple[Fact, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    between: tuple[Between, ...] = ()
    events: tuple[Event, ...] = ()


def as_html(page: PersonPage, leaf: Leaf) -> str:
    """The page."""
    setter = _Setter(page.ground, leaf)
    person = page.ground.names.people[page.person]
    me = Someone(page.person)
    held = setter.facts(page.held)
    holds = ", ".join(tally(page.events))
    with_people = [b for b in page.between if not isinstance(b.other, Holder)]
    with_offices = [b for b in page.between if isinstance(b.other, Holder)]
    return render(
        "person.html.j2",
        leaf,
        title=person.name,
        description=held[0].says if held else f"{person.name}: {holds or 'on record'}",
        about=[part for part in (holds, page.ground.basis.label) if part],
        footer=f"{page.ground.basis.label}.",
        main="person",
        skip="the record",
        held=held,
        posts=tuple(setter.party(Holder(office)) for office in page.offices),
        tenures=tuple(setter.tenure(tenure) for tenure in page.tenures),
        aliases=person.aliases,
        people=tuple(setter.pair(one, me) for one in with_people),
        offices=tuple(setter.pair(one, me) for one in with_offices),
        events=tuple(setter.row(e, but=frozenset({page.person})) for e in reversed(page.events)),
        sources=setter.sources(),
        notes=References(),
        data="",
    )


class _Setter(Setter):
    def tenure(self, tenure: Tenure) -> tuple[Link, str]:
        """An office, and when it was held."""
        return self.party(Holder(tenure.office)), tenure_label(tenure, self.leaf.style)
