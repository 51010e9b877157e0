"""Who is meant: people as they are spelled, gathered into those who are surely one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import cache
from typing import Final

from summitry.model.people import PersonId
from summitry.model.places import PlaceId
from summitry.sources.historian.names import LEADING, Name, likeness, part_of, same_words
from summitry.sources.historian.tables import table
from summitry.sources.historian.titles import Standing, Title

YEAR: Final = 366
SURE: Final = 0.6
"""The likeness from which two full names of a country are taken for one person's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """A person named in a row, on some of the row's days.

    ``given``: the text, or the list, gives the country; otherwise it is the row's (``default``),
    or that of the person named before (``carried``). None as default: the row suggests none.
    """

    row: str
    place: int
    title: Title
    standing: Standing
    name: str
    given: PlaceId | None
    default: PlaceId | None
    carried: PlaceId | None
    start: date
    end: date
    others: tuple[Title, ...] = ()

    @property
    def key(self) -> tuple[str, int]:
        """What tells the sighting from others: the row, and the place in it."""
        return self.row, self.place

    def named(self, country: PlaceId) -> Name:
        """The name, as one of a country."""
        return Name(self.name, country, self.title.regnal)


@dataclass(slots=True)
class Spelling:
    """One way in which a person is spelled, with all its sightings."""

    name: Name
    sightings: list[Sighting] = field(default_factory=list)
    likeness: float = 1.0


@dataclass(slots=True, eq=False)
class Someone:
    """A person: the spellings that are surely theirs."""

    country: PlaceId
    spellings: dict[str, Spelling] = field(default_factory=dict)
    partial: bool = False
    namesake: str = ""
    titles: Counter[Title] = field(default_factory=Counter)
    seen: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    ids: dict[str, PersonId] = field(default_factory=dict)

    def add(self, sighting: Sighting, name: Name, how: float) -> None:
        """Take a sighting as this person's, under a spelling."""
        spelling = self.spellings.setdefault(name.spelled, Spelling(name, [], how))
        spelling.sightings.append(sighting)
        self.titles[sighting.title] += 1
        self.seen[sighting.title.slug].append(sighting.start.toordinal())

    @property
    def first(self) -> int:
        """The day of the first sighting."""
        return min(day for days in self.seen.values() for day in days)

    def away(self, day: date, slug: str | None = None) -> int:
        """How many days the nearest sighting is away, by this title or by any."""
        at = day.toordinal()
        titles = self.seen.values() if slug is None else [self.seen.get(slug, [])]
        return min((abs(at - day) for days in titles for day in days), default=10**6)

    def hull(self, slug: str) -> tuple[int, int]:
        """The days of the first and the last sighting by a title."""
        known = self.seen.get(slug) or [0]
        return min(known), max(known)

    @property
    def canonical(self) -> Spelling:
        """The spelling that is seen most; of those the longest, then the first in the alphabet.

        One that lacks the given name of another is not taken.
        """
        spellings = list(self.spellings.values())
        whole = [s for s in spellings if not any(_lacks(s.name, t.name) for t in spellings)]
        return min(
            whole or spellings,
            key=lambda s: (-len(s.sightings), -len(s.name.spelled), s.name.spelled),
        )


def _lacks(name: Name, whole: Name) -> bool:
    """Whether a name is the end of a longer one."""
    a, b = name.heard, whole.heard
    return not name.regnal and len(a) < len(b) and all(map(same_words, a, b[len(b) - len(a) :]))


@dataclass(slots=True)
class Crowd:
    """Everybody known so far, by country, and who each sighting is of."""

    people: dict[PlaceId, list[Someone]] = field(default_factory=lambda: defaultdict(list))
    of: dict[tuple[str, int], tuple[Someone, str]] = field(default_factory=dict)
    bearers: dict[str, dict[Someone, None]] = field(default_factory=lambda: defaultdict(dict))

    def put(self, sighting: Sighting, someone: Someone, name: Name, how: float) -> None:
        """Take a sighting as somebody's."""
        someone.add(sighting, name, how)
        for word in name.heard:
            self.bearers[word][someone] = None
        self.of[sighting.key] = (someone, name.spelled)

    def new(self, sighting: Sighting, name: Name, *, partial: bool = False) -> None:
        """Somebody not known so far."""
        someone = Someone(
            name.country, partial=partial, namesake=_namesake(name, sighting.start) or ""
        )
        self.people[name.country].append(someone)
        self.put(sighting, someone, name, 1.0)


def identify(sightings: Iterable[Sighting]) -> Crowd:
    """Who each sighting is of; those that are in doubt are left out.

    What says most comes first: full names before family names, a country that the text gives before
    one that the row suggests.
    """
    crowd = Crowd()
    rows = sorted(sightings, key=lambda s: (s.start, s.row, s.place))
    rows = [s for s in rows if not (s.title.regnal and _is_house(s))]
    full = [s for s in rows if not s.named(s.given or s.default or "").is_partial]
    partial = [s for s in rows if s.named(s.given or s.default or "").is_partial]
    for s in full:
        if s.given:
            _place_full(crowd, s, s.given)
    for s in full:
        if not s.given:
            _place_suggested(crowd, s)
    left = _fit_all(crowd, [s for s in partial if not _is_house(s)])
    for s in left:
        _suggest_partial(crowd, s)
    return crowd


def _fit_all(crowd: Crowd, partial: list[Sighting]) -> list[Sighting]:
    """Family names alone, to those known by full names; whom one fits, more may fit then.

    What is left fits nobody so far; what is in doubt is dropped.
    """
    while True:
        left: list[Sighting] = []
        for sighting in partial:
            countries = (
                (sighting.given,) if sighting.given else (sighting.carried, sighting.default)
            )
            fits = (_place_partial(crowd, sighting, c) for c in dict.fromkeys(countries) if c)
            how = next((fit for fit in fits if fit is not Fit.NOBODY), Fit.NOBODY)
            if how is Fit.NOBODY:
                left.append(sighting)
        if len(left) == len(partial):
            return left
        partial = left


def _is_house(sighting: Sighting) -> bool:
    """Whether the name is that of a ruling house, which many bear ("Amir al-Sabah")."""
    name = sighting.named(sighting.given or sighting.default or "")
    return (
        name.spelled.lower().startswith(("al-", "al "))
        and len(name.heard) == 1
        and (name.country in table("names")["houses"]["countries"])
    )


# --- full names -------------------------------------------------------------------------------


def _place_full(crowd: Crowd, sighting: Sighting, country: PlaceId, *, make: bool = True) -> bool:
    name = sighting.named(country)
    scored = sorted(_like(crowd, sighting, name), key=lambda pair: -pair[0])
    if len(scored) > 1 and scored[0][0] == scored[1][0] and scored[0][0] < 1:
        nearest = sorted(scored[:2], key=lambda pair: pair[1].away(sighting.start))
        if nearest[1][1].away(sighting.start) < 10 * YEAR:
            return False
        scored = nearest
    if scored:
        crowd.put(sighting, scored[0][1], name, scored[0][0])
        return True
    if make:
        crowd.new(sighting, name)
    return make


def _like(crowd: Crowd, sighting: Sighting, name: Name) -> Iterator[tuple[float, Someone]]:
    """Those of the country whose name and days fit a full name, with how well."""
    namesake = _namesake(name, sighting.start)
    for someone in crowd.people[name.country]:
        if someone.partial or (namesake or someone.namesake) != someone.namesake:
            continue
        away = someone.away(sighting.start)
        if away > 40 * YEAR or _contradicts(name, sighting, someone):
            continue
        best = max(likeness(name, s.name) for s in someone.spellings.values())
        most = 12 if name.regnal else 30 if best == 1 else 4 if best == LEADING else 15
        if best < 1 and name.country in table("names")["houses"]["countries"]:
            most = min(most, 8)
        if best >= SURE and away <= most * YEAR:
            yield best, someone


def _contradicts(name: Name, sighting: Sighting, someone: Someone) -> bool:
    """Whether a name can't be somebody's of a ruling house, though a short form may fit both."""
    house = table("names")["houses"]
    if name.country not in house["countries"]:
        return False
    titles = {sighting.title.slug, *(t.slug for t in sighting.others)}
    rulers = set(house["rulers"])
    if not titles & set(someone.seen) and not (titles & rulers and rulers & set(someone.seen)):
        return True
    return any(
        len(s.name.heard) > 2 and len(name.heard) > 2 and likeness(name, s.name) == 0
        for s in someone.spellings.values()
    )


def _place_suggested(crowd: Crowd, sighting: Sighting) -> None:
    """A full name of which the text gives no country."""
    default, carried = sighting.default, sighting.carried
    for country in dict.fromkeys(c for c in (carried, default) if c):
        if _known_full(crowd, sighting, country):
            return
    elsewhere = [
        someone
        for someone in _elsewhere(crowd, sighting)
        if not someone.partial
        and someone.away(sighting.start) <= 8 * YEAR
        and any(
            s.name.heard == sighting.named(someone.country).heard
            for s in someone.spellings.values()
        )
        and (not sighting.title.regnal or sighting.named(someone.country).numeral)
    ]
    if len(elsewhere) == 1:
        someone = elsewhere[0]
        crowd.put(sighting, someone, sighting.named(someone.country), 1.0)
    elif not elsewhere and default and carried in {None, default}:
        if not _taken(crowd, sighting, default):
            _place_full(crowd, sighting, default)


def _elsewhere(crowd: Crowd, sighting: Sighting) -> list[Someone]:
    """Those of other countries than the row suggests in whose name the last word is."""
    words = sighting.named(sighting.default or "").heard
    known = crowd.bearers.get(words[-1], {}) if words else {}
    return [s for s in known if s.country not in {sighting.default, sighting.carried}]


def _known_full(crowd: Crowd, sighting: Sighting, country: PlaceId) -> bool:
    return _place_full(crowd, sighting, country, make=False)


def _taken(crowd: Crowd, sighting: Sighting, country: PlaceId) -> bool:
    """Whether somebody else of the country is seen with the title within two months."""
    if sighting.title.many or not sighting.title.slug:
        return False
    return any(
        someone.away(sighting.start, sighting.title.slug) <= 60 for someone in crowd.people[country]
    )


# --- family names alone -----------------------------------------------------------------------


class Fit(Enum):
    """Whether somebody bears a family name: one, nobody so far, or it can't be told who."""

    ONE = "one"
    NOBODY = "nobody"
    DOUBT = "doubt"


def _place_partial(crowd: Crowd, sighting: Sighting, country: PlaceId) -> Fit:
    """Take a family name alone as that of the one it fits, if there is one."""
    name = sighting.named(country)
    rows = _namesakes(country, name)
    if rows is not None and _is_asked(rows, sighting):
        return _place_namesake(crowd, sighting, country, rows)
    fitting = [
        (how, someone)
        for someone in crowd.people[country]
        if (how := _fits(crowd, sighting, name, someone)) > 0
    ]
    exact = [pair for pair in fitting if pair[0] == 1] or fitting
    if len(exact) > 1:
        exact.sort(key=lambda pair: pair[1].away(sighting.start, sighting.title.slug))
        if exact[1][1].away(sighting.start, sighting.title.slug) < 2 * YEAR:
            return Fit.DOUBT
    if not exact:
        return Fit.ONE if _place_by_other_title(crowd, sighting, name) else Fit.NOBODY
    how, someone = exact[0]
    if how == 1:
        crowd.put(sighting, someone, someone.canonical.name, 1.0)
    else:
        crowd.put(sighting, someone, name, how)
    return Fit.ONE


def _fits(crowd: Crowd, sighting: Sighting, name: Name, someone: Someone) -> float:
    """How well a family name alone fits somebody by their name, title and days; 0: not."""
    title = sighting.title.slug
    if title not in someone.seen:
        return 0.0
    how = max(_within(name, s.name) for s in someone.spellings.values())
    if how == 0:
        return 0.0
    if someone.away(sighting.start, title) <= 3 * YEAR:
        return how
    first, last = someone.hull(title)
    return (
        how
        if first <= sighting.start.toordinal() <= last
        and _alone(crowd, someone, title, sighting.start.toordinal())
        else 0.0
    )


def _within(part: Name, whole: Name) -> float:
    if part.heard == whole.heard:
        return 1.0
    if len(part.heard) == len(whole.heard) and len(part.heard) == 1:
        return 0.9 if same_words(part.heard[0], whole.heard[0]) else 0.0
    return part_of(part, whole)


def _alone(crowd: Crowd, someone: Someone, title: str, day: int) -> bool:
    """Whether nobody else has the title between the sightings around a day."""
    before = max(at for at in someone.seen[title] if at <= day)
    after = min(at for at in someone.seen[title] if at >= day)
    return not any(
        before <= at <= after
        for other in crowd.people[someone.country]
        if other is not someone
        for at in other.seen.get(title, ())
    )


def _place_by_other_title(crowd: Crowd, sighting: Sighting, name: Name) -> bool:
    """Take a family name as that of somebody who had another high title some years off."""
    if name.country in table("names")["crowded"]["countries"] or _namesakes(name.country, name):
        return False
    if not sighting.title.leads and sighting.title.slug != "foreign-minister":
        return False
    bearers = [
        someone
        for someone in crowd.people[name.country]
        if not someone.partial
        and someone.canonical.name.family.lower() == name.family.lower()
        and someone.away(sighting.start) <= 5 * YEAR
    ]
    if len(bearers) != 1:
        return False
    someone = bearers[0]
    other = min(
        (someone.away(sighting.start, t) for t in someone.seen if t != sighting.title.slug),
        default=0,
    )
    if other <= 45:
        return False
    crowd.put(sighting, someone, someone.canonical.name, 1.0)
    return True


def _suggest_partial(crowd: Crowd, sighting: Sighting) -> None:
    """A family name that fits nobody known by a full name."""
    if sighting.given:
        if _place_partial(crowd, sighting, sighting.given) is Fit.NOBODY:
            crowd.new(sighting, sighting.named(sighting.given), partial=True)
        return
    default, carried = sighting.default, sighting.carried
    for country in dict.fromkeys(c for c in (carried, default) if c):
        if _place_partial(crowd, sighting, country) is not Fit.NOBODY:
            return
    elsewhere = [
        someone
        for someone in _elsewhere(crowd, sighting)
        if someone.away(sighting.start, sighting.title.slug) <= 2 * YEAR
        and _fits(crowd, sighting, sighting.named(someone.country), someone) == 1
    ]
    if elsewhere:
        sure = default is None or _taken(crowd, sighting, default)
        if len(elsewhere) == 1 and sure and sighting.title.slug:
            someone = elsewhere[0]
            crowd.put(sighting, someone, someone.canonical.name, 1.0)
        return
    if default and carried in {None, default} and not _in_row(crowd, sighting, default):
        crowd.new(sighting, sighting.named(default), partial=True)


def _in_row(crowd: Crowd, sighting: Sighting, country: PlaceId) -> bool:
    """Whether the same row names somebody else of the country with the title."""
    return not sighting.title.many and any(
        key[0] == sighting.row
        and someone.country == country
        and sighting.title.slug in someone.seen
        and sighting.start.toordinal() in someone.seen[sighting.title.slug]
        for key, (someone, _) in crowd.of.items()
        if key[0] == sighting.row
    )


# --- namesakes --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Namesakes:
    says: tuple[str, ...]
    people: tuple[tuple[str, date, date], ...]


@cache
def _all_namesakes() -> dict[tuple[PlaceId, str], _Namesakes]:
    return {
        (row["country"], row["family"].lower()): _Namesakes(
            tuple(row.get("says", ())),
            tuple((n, date.fromisoformat(a), date.fromisoformat(b)) for n, a, b in row["people"]),
        )
        for row in table("names")["namesakes"]
    }


def _namesakes(country: PlaceId, name: Name) -> _Namesakes | None:
    known = _all_namesakes()
    words = name.spelled.lower().removeprefix("al-").split()
    return known.get((country, " ".join(words))) or known.get((country, words[-1] if words else ""))


def _is_asked(rows: _Namesakes, sighting: Sighting) -> bool:
    return sighting.title.says in rows.says if rows.says else sighting.title.leads


@cache
def _namesake(name: Name, day: date) -> str | None:
    """The namesake of the table that a full name is on a day, None where it is none of them."""
    found = (
        []
        if name.regnal
        else [
            (full, first, last)
            for (country, _), rows in _all_namesakes().items()
            for full, first, last in rows.people
            if country == name.country and likeness(name, Name(full, country)) >= SURE
        ]
    )
    then = [full for full, first, last in found if first <= day <= last]
    if len(then) == 1:
        return then[0]
    return found[0][0] if len(found) == 1 else None


def _place_namesake(crowd: Crowd, sighting: Sighting, country: PlaceId, rows: _Namesakes) -> Fit:
    """The namesake in office on the days; nobody else is taken, nor made."""
    for full, first, last in rows.people:
        if first <= sighting.start <= last:
            name = Name(full, country)
            for someone in crowd.people[country]:
                if someone.namesake == full:
                    crowd.put(sighting, someone, someone.canonical.name, 1.0)
                    return Fit.ONE
            someone = Someone(country, namesake=full)
            crowd.people[country].append(someone)
            crowd.put(sighting, someone, name, 1.0)
            return Fit.ONE
    return Fit.DOUBT
