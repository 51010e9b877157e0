"""The page of an office: its holders, and their histories with others."""

from __future__ import annotations

from dataclasses import dataclass

from summitry.model.people import OfficeId, Tenure
from summitry.model.selection import Holder
from summitry.telling.pages.ground import Between, Ground
from summitry.telling.pages.leaf import Leaf, render
from summitry.telling.pages.rows import tenure_label
from summitry.telling.pages.setter import Setter


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficePage:
    """An office, and who held it."""

    ground: Ground
    office: OfficeId
    tenures: tuple[Tenure, ...] = ()
    between: tuple[Between, ...] = ()


def as_html(page: OfficePage, leaf: Leaf) -> str:
    """The page."""
    setter = Setter(page.ground, leaf)
    office = page.ground.names.offices[page.office]
    me = Holder(page.office)
    ours = [(one, one.one if one.other == me else one.other) for one in page.between]
    country = office.country
    return render(
        "office.html.j2",
        leaf,
        title=office.name,
        description=f"{office.name}: holders, and their histories with others",
        about=[page.ground.basis.label],
        footer=f"{page.ground.basis.label}.",
        main="office",
        skip="the record",
        holders=tuple(
            (setter.person(one.person), tenure_label(one, leaf.style)) for one in page.tenures
        ),
        aliases=office.aliases,
        country=None if country is None else setter.place(country),
        offices=tuple(setter.pair(b, me) for b, other in ours if isinstance(other, Holder)),
        people=tuple(setter.pair(b, me) for b, other in ours if not isinstance(other, Holder)),
        data="",
    )
