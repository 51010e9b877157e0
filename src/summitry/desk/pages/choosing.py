"""The form that asks for two parties: to their page, or to what is wrong with their names."""

from __future__ import annotations

from summitry.desk.pages.register import Register
from summitry.desk.resolve import parties_like, resolve_party
from summitry.model.names import Names
from summitry.model.problems import UnknownName
from summitry.model.selection import Party
from summitry.telling.addresses import Address, of_pair
from summitry.telling.pages.choosing import ChoosingPage


def chosen(a: str, b: str, register: Register) -> Address | ChoosingPage:
    """The page of the two that were named; the form again where that won't do."""
    names = register.names
    if not a.strip() or not b.strip():
        return ChoosingPage(ground=register.ground, a=a, b=b)
    one, wrong_with_one = _resolved(a, names)
    other, wrong_with_other = _resolved(b, names)
    if one is not None and other is not None and one != other:
        return of_pair(one, other)
    same = f'"{a}" and "{b}" are the same (expected two leaders or offices)'
    return ChoosingPage(
        ground=register.ground,
        a=a,
        b=b,
        problem="; ".join(filter(None, (wrong_with_one, wrong_with_other))) or same,
        like_a=() if one is not None else parties_like(a, names),
        like_b=() if other is not None else parties_like(b, names),
    )


def _resolved(text: str, names: Names) -> tuple[Party | None, str]:
    """Whom a name means, or what is wrong with it."""
    try:
        return resolve_party(text, names), ""
    except UnknownName as error:
        return None, str(error)
