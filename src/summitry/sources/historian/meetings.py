"""Who met whom by the lists: people seen in the rows, and what their remarks say of meetings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from summitry.model.days import Days
from summitry.model.places import PlaceId
from summitry.sources.historian.americans import American, Americans
from summitry.sources.historian.countries import atlas
from summitry.sources.historian.crowd import Sighting
from summitry.sources.historian.entries import Role, Row, Stay, Trip
from summitry.sources.historian.mentions import Mention, listed, names_in, without_ranks
from summitry.sources.historian.remarks import Met, read
from summitry.sources.historian.stays import is_formal
from summitry.sources.historian.titles import Standing, titles


@dataclass(frozen=True, slots=True)
class Meeting:
    """That the person of a row met somebody: an American, or the one of a sighting.

    ``met`` is what the remarks say; None where it follows from the kind of visit.
    """

    row: Row
    american: American | None
    sighting: Sighting | None
    met: Met | None

    @property
    def days(self) -> Days:
        """The days on one of which they met."""
        if self.met is not None and self.met.days is not None:
            return self.met.days
        return Days.between(self.row.start, self.row.end)


@dataclass(frozen=True, slots=True)
class Seen:
    """What one row shows: its visitors (of a leader's visit), and the meetings of the first."""

    row: Row
    visitors: tuple[Sighting, ...]
    meetings: tuple[Meeting, ...]


def row_id(row: Row) -> str:
    """How a row is named in ids: its data set's word and number."""
    return f"historian-{'trip' if isinstance(row, Trip) else 'visit'}-{row.number}"


def seen_in(rows: Iterable[Row], us: Americans) -> Iterator[Seen]:
    """What each row shows."""
    for row in rows:
        if isinstance(row, Stay):
            visitors = tuple(_visitors(row))
            alone = len(visitors) == 1
            yield Seen(row, visitors, tuple(_of_stay(row, visitors[0], us)) if alone else ())
        elif isinstance(row, Trip):
            yield Seen(row, (), tuple(_of_trip(row, us)))


def _of_trip(trip: Trip, us: Americans) -> Iterator[Meeting]:
    country = atlas().country(trip.country, trip.country_name, trip.start)
    for place, met in enumerate(read(trip.remarks, trip.start, trip.end), 1):
        if met.mention.country == "us" or us.meant(met.mention, trip.start, trip.end):
            continue
        yield Meeting(trip, None, _sighting(trip, place, met.mention, country), met)


def _of_stay(stay: Stay, visitor: Sighting, us: Americans) -> Iterator[Meeting]:
    found = False
    for place, met in enumerate(read(stay.remarks, stay.start, stay.end), 1):
        if american := us.meant(met.mention, stay.start, stay.end):
            found = True
            yield Meeting(stay, american, None, met)
        elif met.mention.country != "us" and not _is_american(met.mention):
            yield Meeting(stay, None, _sighting(stay, place, met.mention, None), met)
    president = us.president_during(stay.start, stay.end)
    leads = visitor.title.leads and visitor.standing is Standing.HOLDS
    if president and leads and not found and is_formal(stay):
        yield Meeting(stay, president, None, None)


def _is_american(mention: Mention) -> bool:
    """Whether the title alone, in a visit to the United States, suggests one of theirs."""
    return mention.country is None and mention.title.slug in {
        "president",
        "vice-president",
        "secretary-of-state",
        "defense-minister",
    }


def _sighting(row: Row, place: int, mention: Mention, default: PlaceId | None) -> Sighting:
    return Sighting(
        row=row_id(row),
        place=place,
        title=mention.title,
        standing=mention.standing,
        name=mention.name,
        given=mention.title.country or mention.country,
        default=default,
        carried=mention.carried,
        start=row.start,
        end=row.end,
        others=mention.others,
    )


def _visitors(stay: Stay) -> Iterator[Sighting]:
    """The visitors of a row; none where the names can't be taken apart."""
    text = stay.visitor.replace("- ", "-").replace("MinisterH", "Minister H").rstrip(" .")
    country = atlas().country(stay.country, stay.country_name, stay.start)
    found = list(listed(text, 0))
    if not found or found[-1].end < len(text):
        untitled = _untitled(text)
        found = [untitled] if untitled else []
    for place, mention in enumerate(found if country else ()):
        yield _sighting(stay, -place, replace(mention, country=country), country)


def _untitled(text: str) -> Mention | None:
    """A visitor without a title, or with one that is not known: the name alone."""
    found = titles().pattern.match(text)
    name, end = names_in(text, found.end() if found else 0)
    name = without_ranks(name)
    if not name or end < len(text.rstrip(" .")) - 2:
        return None
    known = titles().by_word.get(found.group("title")) if found else None
    return Mention(
        title=known or titles().by_word["leader"],
        name=name,
        standing=Standing.HOLDS if known else Standing.OTHER,
        country=None,
        carried=None,
        end=end,
    )


def is_presidents(row: Row) -> bool:
    """Whether the row is of a president's trip."""
    return isinstance(row, Trip) and row.role is Role.PRESIDENT
