"""Titles: what stands before a name, and the office that it gives."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from summitry.model.people import Office, OfficeId, Pronoun
from summitry.model.places import PlaceId
from summitry.sources.historian.countries import atlas
from summitry.sources.historian.tables import table


class Standing(StrEnum):
    """Whether the bearer of a title holds its office that day."""

    HOLDS = "holds"
    ACTING = "acting"
    FORMER = "former"
    ELECT = "elect"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A title. ``slug`` ends the ids of its offices ("" for none); ``says`` is it in small letters.

    ``regnal``: a first name follows it; ``many``: several hold the office at a time; ``abroad``: it
    is one only after a word of its country; ``known``: without its country a
    family name after it is only that of somebody known otherwise; ``army``: a full name too;
    ``country``: of which its bearer is, whatever a row says.
    """

    slug: str
    says: str
    leads: bool = False
    regnal: bool = False
    many: bool = False
    abroad: bool = False
    known: bool = False
    army: bool = False
    pronoun: Pronoun | None = None
    country: PlaceId | None = None


@dataclass(frozen=True, slots=True)
class Titles:
    """The table: titles by the words that write them, singular and plural."""

    by_word: Mapping[str, Title]
    plural: Mapping[str, Title]
    pattern: re.Pattern[str]


@cache
def titles() -> Titles:
    """The table, as one."""
    by_word: dict[str, Title] = {}
    for row in table("titles")["title"]:
        title = Title(
            slug=row["slug"],
            says=row["says"],
            leads=row.get("leads", False),
            regnal=row.get("regnal", False),
            many=row.get("many", False),
            abroad=row.get("abroad", False),
            known=row.get("known", False),
            army=row.get("army", False),
            pronoun=Pronoun(row["pronoun"]) if "pronoun" in row else None,
            country=row.get("country"),
        )
        by_word |= dict.fromkeys(row["words"], title)
    plural = {_plural(word): title for word, title in by_word.items()}
    words = sorted((*by_word, *plural), key=len, reverse=True)
    pattern = re.compile(
        rf"(?P<title>{'|'.join(map(re.escape, words))})"
        r"(?P<elect>[- ]{1,2}(?:[Ee]lect|designate))?"
        r"(?=[\s/,.;]|$)"
    )
    return Titles(by_word, plural, pattern)


def _plural(word: str) -> str:
    head, of, rest = word.partition(" of ")
    return f"{head}s{of}{rest}"


def office_of(title: Title, country: PlaceId, day: date, name: str = "") -> OfficeId | None:
    """The id of the office that the title is in a country on a day; None for none.

    ``name`` is whose title it is: a king's wife holds no office.
    """
    rows = table("titles")
    if not title.slug:
        return None
    if title.says == "queen" and not any(
        f"{country} {name}".startswith(reigned) for reigned in rows["queens"]["reigned"]
    ):
        return None
    if country in {"nato", "un"} and title.slug != "secretary-general":
        return None
    slug = rows["offices"].get(f"{country} {title.slug}", title.slug)
    office = f"{country}-{slug}"
    for before in rows["before"]:
        if before["office"] == office and day < date.fromisoformat(before["until"]):
            return str(before["means"])
    return office


def office(id: OfficeId, country: PlaceId, title: Title) -> Office:
    """The row of an office that :func:`office_of` gives."""
    rows = table("titles")
    place = atlas().places.get(country)
    special = {row["means"]: [row["name"], row["title"]] for row in rows["before"]}
    says = id.removeprefix(f"{country}-").replace("-", " ")
    if id in (known := rows["names"] | special):
        name, says = known[id]
    else:
        name = f"{_headline(says)} of {with_article(place.name if place else country)}"
    word = atlas().words.get(country)
    return Office(
        id=id,
        name=name,
        title=says,
        country=country if place else None,
        leads=title.leads,
        aliases=(f"{word} {says}",) if word else (),
    )


_ARTICLES = ("United ", "Netherlands", "Soviet ", "Philippines", "Czech R", "Dominican R")


def with_article(country: str) -> str:
    """A country's name as it stands within a sentence."""
    needs = country.startswith(_ARTICLES) or country.endswith((" Islands", "Republic"))
    return f"the {country}" if needs else country.replace("The ", "the ")


def _headline(words: str) -> str:
    return " ".join(w if w == "of" else w.capitalize() for w in words.split())
