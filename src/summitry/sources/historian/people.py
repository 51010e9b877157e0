"""Who is meant: people as they are spelled, gathered into those who are surely one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Final

from summitry.model.places import PlaceId
from summitry.sources.historian.crowd import Crowd, Sighting, Someone
from summitry.sources.historian.leaders import SURE, Leader, leader_of, meant, named_alone
from summitry.sources.historian.misspelt import join_misspelt
from summitry.sources.historian.names import LEADING, Name, likeness, part_of, same_family
from summitry.sources.historian.rejoined import rejoin
from summitry.sources.historian.tables import table
from summitry.sources.historian.titles import Standing

YEAR: Final = 366


def _years(gap: str) -> int:
    """The days of a gap of the table."""
    return YEAR * int(table("names")["gaps"][gap])


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
    for people in crowd.people.values():
        rejoin(crowd, people)
    for s in full:
        if s.given and s.key not in crowd.of:
            _place_full(crowd, s, s.given)
    for people in crowd.people.values():
        join_misspelt(crowd, people)
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
        if nearest[1][1].away(sighting.start) < _years("elsewhere"):
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
    leader = leader_of(name, sighting.start)
    for someone in crowd.people[name.country]:
        if someone.partial or (leader or someone.leader) != someone.leader:
            continue
        if _contradicts(name, sighting, someone):
            continue
        best = max(likeness(name, s.name) for s in someone.spellings.values())
        if leader:
            yield max(best, SURE), someone
        elif best >= SURE and someone.away(sighting.start) <= _longest(name, best):
            yield best, someone


def _longest(name: Name, best: float) -> int:
    """How many days may lie between sightings of names so like each other."""
    if name.regnal:
        whole = best == 1 and (len(name.heard) > 1 or name.numeral)
        longest = _years("numbered" if whole else "reign")
    else:
        longest = _years("same" if best == 1 else "leading" if best == LEADING else "alike")
    if best < 1 and name.country in table("names")["houses"]["countries"]:
        return min(longest, _years("house"))
    return longest


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
        and someone.away(sighting.start) <= _years("elsewhere")
        and any(
            s.name.heard == sighting.named(someone.country).heard
            for s in someone.spellings.values()
        )
        and (not sighting.title.regnal or sighting.named(someone.country).numeral)
    ]
    if len(elsewhere) == 1:
        someone = elsewhere[0]
        crowd.put(sighting, someone, sighting.named(someone.country), 1.0)
        return
    suggested = default is not None and carried in {None, default} and not sighting.title.army
    if suggested and not elsewhere and not _taken(crowd, sighting, default or ""):
        _place_full(crowd, sighting, default or "")


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
    if any(leader.bears(sighting.title) for leader in named_alone(name)):
        leader = meant(name, sighting.title, sighting.standing, sighting.start)
        return Fit.DOUBT if leader is None else _place_leader(crowd, sighting, leader)
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
        crowd.put(sighting, someone, someone.canonical.name, 1.0, name.spelled)
    else:
        crowd.put(sighting, someone, name, how)
    return Fit.ONE


def _fits(crowd: Crowd, sighting: Sighting, name: Name, someone: Someone) -> float:
    """How well a family name alone fits somebody by their name, title and days; 0: not."""
    title = sighting.title.slug
    if title not in someone.seen:
        return 0.0
    former, away = sighting.standing is Standing.FORMER, someone.away(sighting.start, title)
    if former and away > _years("former"):
        return 0.0
    how = max(_within(name, s.name) for s in someone.spellings.values())
    if how == 0:
        return 0.0
    if former or away <= _years("alone"):
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
    if len(part.heard) == len(whole.heard):
        return same_family(part.heard, whole.heard, whole.country)
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
    if named_alone(name):
        return False
    if not sighting.title.known:
        crowded = name.country in table("names")["crowded"]["countries"]
        if crowded or not (sighting.title.leads or sighting.title.slug == "foreign-minister"):
            return False
    bearers = [
        someone
        for someone in crowd.people[name.country]
        if not someone.partial
        and someone.canonical.name.family.lower() == name.family.lower()
        and (
            someone.away(sighting.start) <= 5 * YEAR
            or someone.away(sighting.start, sighting.title.slug) <= 10 * YEAR
        )
    ]
    if len(bearers) != 1:
        return False
    someone = bearers[0]
    other = min(
        (someone.away(sighting.start, t) for t in someone.seen if t != sighting.title.slug),
        default=YEAR,
    )
    if other <= 45:
        return False
    crowd.put(sighting, someone, someone.canonical.name, 1.0, name.spelled)
    return True


def _suggest_partial(crowd: Crowd, sighting: Sighting) -> None:
    """A family name that fits nobody known by a full name."""
    may_be_new = sighting.standing is not Standing.FORMER
    if sighting.given:
        if _place_partial(crowd, sighting, sighting.given) is Fit.NOBODY and may_be_new:
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
            crowd.put(sighting, someone, someone.canonical.name, 1.0, sighting.name)
        return
    if default is None or carried not in {None, default} or sighting.title.known:
        return
    if may_be_new and not _in_row(crowd, sighting, default):
        crowd.new(sighting, sighting.named(default), partial=True)


def _in_row(crowd: Crowd, sighting: Sighting, country: PlaceId) -> bool:
    """Whether the same row names somebody else of the country with the title."""
    return not sighting.title.many and any(
        slug == sighting.title.slug and someone.country == country
        for slug, someone in crowd.in_row[sighting.row]
    )


def _place_leader(crowd: Crowd, sighting: Sighting, leader: Leader) -> Fit:
    """Take a family name as that of a leader of the table, who is made when first named."""
    alone = sighting.named(leader.country).spelled
    for someone in crowd.people[leader.country]:
        if someone.leader == leader.name:
            crowd.put(sighting, someone, someone.canonical.name, 1.0, alone)
            return Fit.ONE
    someone = Someone(leader.country, leader=leader.name)
    crowd.people[leader.country].append(someone)
    crowd.put(sighting, someone, Name(leader.name, leader.country), 1.0, alone)
    return Fit.ONE
