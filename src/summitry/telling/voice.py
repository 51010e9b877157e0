"""The names of a record as sentences say them, in one style."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from summitry.lexicon.nouns import plural
from summitry.lexicon.tables import table
from summitry.model.names import Names
from summitry.model.occasions import LandmarkId, OccasionId, SeriesId, TopicId
from summitry.model.people import Office, OfficeId, PersonId, Pronoun
from summitry.model.places import Place, PlaceId, PlaceKind
from summitry.model.when import Window
from summitry.telling import windows
from summitry.telling.dates import DateStyle
from summitry.telling.words import a, articles, the, without_the

_POSSESSIVES: Final = {
    Pronoun.HE: "his",
    Pronoun.SHE: "her",
    Pronoun.THEY: "their",
    Pronoun.IT: "its",
}


@dataclass(frozen=True, slots=True)
class Voice:
    """The names of a record, and the style in which days are written.

    ``one_day``: what is told of was on one day, so that a span is of days on which it may have
    been. ``named``: people who were named before in full, and need be no more. Every method takes
    an id of the record; an id that it does not hold raises KeyError.
    """

    names: Names
    style: DateStyle = DateStyle.PLAIN
    one_day: bool = False
    named: frozenset[PersonId] = frozenset()

    # --- people and offices

    def person(self, person: PersonId) -> str:
        """The full name; the shorter one of a person named before."""
        return self.again(person) if person in self.named else self.names.people[person].name

    def again(self, person: PersonId) -> str:
        """The name of a person named before: the family name where no one else bears it."""
        found = self.names.people[person]
        alone = len(self.names.family[found.family_name]) == 1
        return found.family_name if alone else found.name

    def own(self, person: PersonId) -> str:
        """The person's possessive pronoun."""
        return _POSSESSIVES[self.names.people[person].pronoun]

    def office(self, office: OfficeId) -> str:
        """The office as its holder is called: "president of the United States"."""
        return self._titled(office, self.names.offices[office].title)

    def offices(self, office: OfficeId) -> str:
        """Holders of the office: "presidents of the United States"."""
        return self._titled(office, plural(self.names.offices[office].title))

    def _titled(self, office: OfficeId, title: str) -> str:
        found = self.names.offices[office]
        before, title_found, after = _around(found)
        return f"{before}{title if title_found else found.name}{after}"

    def a_holder(self, office: OfficeId) -> str:
        """One holder of the office: "a president of the United States"."""
        return a(self.office(office))

    # --- places

    def place(self, place: PlaceId) -> str:
        """The place's name with its article, told apart from others of that name."""
        found = self.names.places[place]
        alike = [other for other in self.names.places_named[found.name] if other.id != place]
        said = _with_article(found)
        known_elsewhere = found.name in table("phrases")["namesakes"]
        if found.kind is PlaceKind.COUNTRY and known_elsewhere:
            return f"the country of {said}"
        if found.kind is PlaceKind.COUNTRY or not (alike or known_elsewhere):
            return said
        kinds = {other.kind for other in alike}
        if found.kind not in kinds and found.kind is not PlaceKind.VENUE:
            return f"the {found.kind.value} of {said}"
        larger = self._larger(found)
        return f"{said}, {_with_article(larger)}," if larger else said

    def _larger(self, place: Place) -> Place | None:
        if place.within is not None:
            return self.names.places[place.within]
        return next(
            (
                other
                for other in self.names.places.values()
                if other.kind is PlaceKind.COUNTRY and other.country == place.country
            ),
            None,
        )

    def in_place(self, place: PlaceId) -> str:
        """Where something happened: "in Geneva", "at Villa La Grange"."""
        at = self.names.places[place].kind is PlaceKind.VENUE
        return f"{'at' if at else 'in'} {self.place(place)}"

    # --- gatherings, landmarks and topics

    def occasion(self, occasion: OccasionId) -> str:
        """The gathering's name, with "the" where its words ask for it."""
        name = self.names.occasions[occasion].name
        return _event_name(name) if _has_word(name, "gatherings") else name

    def gathering(self, series: SeriesId) -> str:
        """Any gathering of a series: "a G20 gathering"."""
        return a(f"{without_the(self.names.series[series].name)} gathering")

    def landmark(self, landmark: LandmarkId) -> str:
        """The landmark's name, as a noun: "the invasion of Ukraine", "Brexit"."""
        name = self.names.landmarks[landmark].name
        return _event_name(name) if " " in name.strip() else name

    def topic(self, topic: TopicId) -> str:
        """The topic as it stands after "about"."""
        return self.names.topics[topic].name

    # --- days

    def within(self, window: Window) -> str:
        """A window as when something happened."""
        return windows.within(window, self.style, one_day=self.one_day)

    def at(self, window: Window) -> str:
        """A window as when one moment of it was."""
        return windows.at(window, self.style)

    def bare(self, window: Window) -> str:
        """A window as a noun."""
        return windows.bare(window, self.style)


def _around(office: Office) -> tuple[str, str, str]:
    """The office's name before, at and after its title; all but the middle empty if it has none."""
    start = office.name.lower().find(office.title.lower())
    if start < 0 or not office.title:
        return "", "", ""
    end = start + len(office.title)
    return office.name[:start], office.name[start:end], office.name[end:]


def _with_article(place: Place) -> str:
    name, rows = without_the(place.name), articles()
    if name != place.name and place.kind is PlaceKind.CITY:
        return place.name
    if name != place.name or name in rows["places"]:
        return the(name)
    ending = place.kind is PlaceKind.VENUE and name.rpartition(" ")[2] in rows["venue_endings"]
    return the(name) if ending and not _has_owner(name) else name


def _has_word(name: str, row: str) -> bool:
    words = {word.strip(",.'’") for word in name.lower().split()}
    return not words.isdisjoint(articles()[row])


def _has_owner(name: str) -> bool:
    return "'s " in name or "’s " in name or "s' " in name or "s’ " in name


def _event_name(name: str) -> str:
    """The name of an event with "the" in front, a common noun that opens it in lower case."""
    bare = without_the(name)
    if _has_owner(bare):
        return bare
    first, _, rest = bare.partition(" ")
    common = first.lower() in {*articles()["gatherings"], *articles()["landmarks"]}
    opens = common and rest.startswith(("of ", "in ", "on ", "between ", "for "))
    return the(f"{first.lower()} {rest}" if opens else bare)
