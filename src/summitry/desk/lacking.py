"""What an event names and the record lacks, as rows of a draft."""

from __future__ import annotations

from dataclasses import dataclass

from summitry.desk.adding import Lacking
from summitry.desk.draft import Draft
from summitry.desk.resolve import resolve_place
from summitry.model.occasions import Occasion, OccasionId, Topic, TopicId
from summitry.model.people import Person, PersonId, PersonKind, Pronoun
from summitry.model.places import Place, PlaceId, PlaceKind
from summitry.model.problems import InputError
from summitry.record.cells import COUNTRY_CODE


@dataclass(frozen=True, slots=True, kw_only=True)
class Supplied:
    """The ids of the rows that were drafted; ``place`` is the event's, drafted or known."""

    people: tuple[PersonId, ...]
    place: PlaceId | None
    occasion: OccasionId | None
    topics: tuple[TopicId, ...]


def supply(draft: Draft, lacking: Lacking, at: PlaceId | None) -> Supplied:
    """Draft what is lacking, for an event ``at`` a known place if it isn't at a new one.

    A new occasion is held where the event is.

    InputError for what the record has already, or can't be read.
    """
    lacked = (*map(_person, lacking.people), *map(_organisation, lacking.organisations))
    people = tuple(draft.name("people", one) for one in lacked)
    for text in lacking.countries:
        draft.name("places", _country(text, draft))
    place, occasion = at, None
    if lacking.place is not None:
        place = draft.name("places", _place(lacking.place, draft))
    if lacking.occasion is not None:
        gathering = Occasion(id="", name=_name(lacking.occasion), place=place)
        occasion = draft.name("occasions", gathering)
    topics = (Topic(id="", name=_name(text)) for text in lacking.topics)
    return Supplied(
        people=people,
        place=place,
        occasion=occasion,
        topics=tuple(draft.name("topics", topic) for topic in topics),
    )


def _name(text: str) -> str:
    name = " ".join(text.split())
    if not name:
        raise InputError(f'no name: "{text}" (expected one)')
    return name


def _parts(text: str, mark: str) -> tuple[str, str]:
    name, _, rest = text.rpartition(mark)
    return (_name(name), rest.strip()) if rest.strip() and name else (_name(text), "")


def _person(text: str) -> Person:
    name, family = _parts(text, "=")
    return Person(id="", name=name, family_name=family or name.rpartition(" ")[2])


def _organisation(text: str) -> Person:
    name, kind = _name(text), PersonKind.ORGANISATION
    return Person(id="", name=name, family_name=name, pronoun=Pronoun.IT, kind=kind)


def _country(text: str, draft: Draft) -> Place:
    name, code = _parts(text, "=")
    try:
        COUNTRY_CODE.read(code)
    except ValueError:
        raise InputError(f'no country\'s code: "{text}" (expected like Germany=DE)') from None
    for place in draft.names.places.values():
        if place.kind is PlaceKind.COUNTRY and place.country == code:
            raise InputError(
                f'"{code}" is the code of "{place.name}" (expected that of a country that'
                " the record lacks)"
            )
    return Place(id=code.lower(), name=name, kind=PlaceKind.COUNTRY, country=code)


def _place(text: str, draft: Draft) -> Place:
    """A city in a country or region, or a venue in a city."""
    name, larger = _parts(text, ",")
    if not larger:
        raise InputError(f'a place in nothing: "{text}" (expected like Elmau, Germany)')
    within = resolve_place(larger, draft.names)
    if within.kind is PlaceKind.VENUE:
        raise InputError(f'"{larger}" is a venue (expected a city, region or country)')
    kind = PlaceKind.VENUE if within.kind is PlaceKind.CITY else PlaceKind.CITY
    return Place(id="", name=name, kind=kind, within=within.id)
