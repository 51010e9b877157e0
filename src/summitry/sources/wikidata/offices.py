"""Positions as offices: in which country, under which id and title, and by which names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from summitry.lexicon.tables import demonyms
from summitry.model.people import Office
from summitry.model.places import Place, PlaceKind
from summitry.record.ids import slug
from summitry.sources.wikidata.gathered import Land, Position
from summitry.sources.wikidata.naming import usable
from summitry.sources.wikidata.tables import tables

_CODE: Final = re.compile("[A-Z]{2}(?:[A-Z]{2})?")
_FORMER: Final = 4
"""Letters of a code of ISO 3166-3; of ISO 3166-1 it has two."""


def country_of(land: Land) -> Place | None:
    """The country with its code; None where the item has no name, no code or several."""
    known = set(filter(_CODE.fullmatch, land.codes))
    codes = {code for code in known if len(code) == _FORMER} or known
    if not land.labels or len(codes) != 1:
        return None
    (code,) = codes
    id, code = tables()["former"].get(code, (code.lower(), code))
    name = min(land.labels)
    aliases = tuple(sorted(_country_names(land, code) - {name}))
    return Place(id=id, name=name, kind=PlaceKind.COUNTRY, country=code, aliases=aliases)


def _country_names(land: Land, code: str) -> set[str]:
    """The names that can't be taken for other words, as "IN" and "the States" can."""
    known = {word for word, of in demonyms().items() if of == code}
    return {
        name
        for name in usable(land.labels | land.aliases)
        if name in known or (len(name) > len(code) and name[:1].isupper() and not name.isupper())
    }


def countries_of(position: Position, countries: Mapping[str, Place]) -> list[str]:
    """The items of the countries that a position is one of; ``countries`` are known ones by item.

    What it applies to counts before the country that it is in.
    """
    applies = sorted(position.jurisdictions & countries.keys())
    lies = sorted(position.countries & countries.keys())
    return applies if len(applies) == 1 or not lies else lies


def is_national(position: Position, countries: Mapping[str, Place]) -> bool:
    """Whether it is a position of a whole country, and not of a part of one."""
    return not position.jurisdictions or bool(position.jurisdictions & countries.keys())


def office_of(
    item: str, position: Position, country: Place | None, *, national: bool
) -> Office | None:
    """The office; None where the position has no name.

    Where its name is made of a title and the country's name ("Prime Minister of the United
    Kingdom"), the id is the one that every data set gives (gb-prime-minister), else the item's.
    """
    if not position.labels:
        return None
    label = min(position.labels)
    title = _title(label, country)
    id = f"{slug(label)}-{item.lower()}".lstrip("-")
    if country is not None and national and slug(title):
        id = f"{country.id}-{slug(title)}"
    return Office(
        id=id,
        name=label,
        title=title or label[:1].lower() + label[1:],
        country=None if country is None else country.id,
        leads=position.heads and national,
        aliases=tuple(sorted(_aliases(position, label, country))),
    )


def _title(label: str, country: Place | None) -> str:
    """The label without the country in it; "" where it isn't a title and a country."""
    names = () if country is None else (country.name, *country.aliases)
    for name in sorted(names, key=len, reverse=True):
        bare = re.escape(re.sub(r"(?i)^the ", "", name))
        for form in (rf"(.+) of (?:the )?{bare}", rf"{bare} (.+)"):
            if found := re.fullmatch(form, label, flags=re.IGNORECASE):
                title = found.group(1).lower()
                return str(tables()["titles"].get(title, title))
    return ""


def _aliases(position: Position, label: str, country: Place | None) -> Iterator[str]:
    """The other names that say of which country they are, and initials ("POTUS").

    A title alone ("the president") is whoever's the text is about.
    """
    words = set(_words_for(country))
    for alias in usable(position.aliases, but={label}):
        folded = f" {alias.casefold()} "
        if alias.isupper() or any(f" {word.casefold()} " in folded for word in words):
            yield alias


def _words_for(country: Place | None) -> Iterable[str]:
    if country is not None:
        yield from (country.name, *country.aliases)
        yield from (word for word, code in demonyms().items() if code == country.country)
