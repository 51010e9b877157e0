"""People's rows: one for each spelling, and the judgements that join them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from summitry.model.judgements import Judgement
from summitry.model.people import Person, PersonId, Pronoun
from summitry.sources.historian.countries import atlas
from summitry.sources.historian.crowd import Crowd, Someone, Spelling
from summitry.sources.historian.leaders import countries_of, families_of_leader, family_of_leader
from summitry.sources.historian.names import (
    Name,
    alike,
    family_of,
    is_initial,
    plainly,
    slug,
)
from summitry.sources.historian.tables import table
from summitry.sources.historian.titles import Title, with_article

AUTHOR: Final = "historian importer"


@dataclass(frozen=True, slots=True)
class Made:
    """A person's row, the rows of the lists that name them, and the judgement on the spelling."""

    person: Person
    rows: tuple[str, ...]
    judgement: Judgement | None


def persons_of(crowd: Crowd) -> Iterator[Made]:
    """Everybody's rows; the ids of each one's spellings are set."""
    everybody = [someone for country in sorted(crowd.people) for someone in crowd.people[country]]
    _number(everybody)
    families = Counter(_family(someone) for someone in everybody)
    later = _in_another_state(everybody)
    names, shared = _told_apart(everybody, _names(everybody), set(later))
    own = set(names.values())
    for someone in everybody:
        canonical = someone.canonical
        for spelled, spelling in sorted(someone.spellings.items()):
            id = someone.ids[spelled]
            aliases = tuple(
                alias
                for alias in (*_aliases(someone, spelling), *_also_alone(someone, families))
                if alias != names[id] and alias not in own
            )
            yield Made(
                Person(
                    id=id,
                    name=names[id],
                    family_name=_family(someone),
                    aliases=aliases if spelling is canonical else shared.get(id, ()),
                    pronoun=_pronoun(someone),
                ),
                tuple(s.row for s in spelling.sightings),
                _judged(someone, spelling, later.get(someone)),
            )


def _told_apart(
    everybody: list[Someone], names: dict[PersonId, str], hidden: set[Someone]
) -> tuple[dict[PersonId, str], dict[PersonId, tuple[str, ...]]]:
    """The names with a year where two people go by one, and by id the names that are so shared.

    Those who are ``hidden``, for they are shown as in another state, only need names of their own.
    """
    goes_by: Counter[str] = Counter()
    for someone in everybody:
        if someone not in hidden:
            of_rows = {names[id] for id in someone.ids.values()}
            goes_by.update(of_rows | {_whole(someone, s) for s in someone.spellings.values()})
    apart: dict[PersonId, str] = {}
    shared: dict[PersonId, tuple[str, ...]] = {}
    for someone in everybody:
        for spelled, id in someone.ids.items():
            name = names[id]
            if goes_by[name] > 1 or (someone in hidden and name in goes_by):
                apart[id] = f"{name} ({_year(someone.spellings[spelled])})"
                shared |= {id: (name,)} if goes_by[name] > 1 else {}
            else:
                apart[id] = name
    return apart, shared


def _in_another_state(everybody: list[Someone]) -> dict[Someone, Someone]:
    """Those known in a former state or an organisation, and who they are in a state of today.

    A leader whom the table has in several states is shown as in the one where most rows are.
    """
    known: defaultdict[tuple[str, ...], list[Someone]] = defaultdict(list)
    for someone in everybody:
        if not someone.partial and not someone.canonical.name.regnal:
            known[someone.canonical.name.heard].append(someone)
    found: dict[Someone, Someone] = {}
    for named in known.values():
        states = [s for s in named if _is_of_today(s.country)]
        others = [s for s in named if not _is_of_today(s.country)]
        if len(states) == 1 and len(states[0].canonical.name.heard) > 1:
            found |= {s: states[0] for s in others if abs(s.first - states[0].first) < _CAREER_DAYS}
    leading: defaultdict[str, list[Someone]] = defaultdict(list)
    for someone in everybody:
        if len(countries_of(someone.leader)) > 1:
            leading[someone.leader].append(someone)
    for one in leading.values():
        most = max(one, key=lambda s: (_is_of_today(s.country), s.count))
        found |= dict.fromkeys((s for s in one if s is not most), most)
    return found


_CAREER_DAYS: Final = 15 * 366


def _is_of_today(country: str) -> bool:
    place = atlas().places.get(country)
    return place is not None and place.when is None


def _judged(someone: Someone, spelling: Spelling, later: Someone | None) -> Judgement | None:
    """The judgement on a spelling; None on the canonical one of somebody known in one state."""
    if spelling is not someone.canonical:
        return _judgement(someone, spelling)
    return None if later is None else _judgement(later, spelling, of=someone)


def _number(everybody: list[Someone]) -> None:
    """Set the ids of everybody's spellings: of two by one name, the later has its first year."""
    used: set[PersonId] = set()
    for someone in sorted(everybody, key=lambda s: (s.first, s.canonical.name.spelled)):
        for spelled, spelling in sorted(someone.spellings.items()):
            base = slug(spelled)
            if someone.partial or spelling.name.regnal:
                base = f"{slug(_title(someone).says)}-{base}"
            id = f"{base}-{someone.country}"
            if id in used:
                id = f"{id}-{_year(spelling)}"
            while id in used:
                id = f"{id}-b"
            used.add(id)
            someone.ids[spelled] = id


def _year(spelling: Spelling) -> int:
    return min(s.start for s in spelling.sightings).year


def _title(someone: Someone) -> Title:
    """The title that is seen most; of those the first in the alphabet."""
    return min(someone.titles, key=lambda t: (-someone.titles[t], t.says))


def _names(everybody: list[Someone]) -> dict[PersonId, str]:
    """The name of each row: what prose uses, where it is nobody else's."""
    names: dict[PersonId, str] = {}
    for someone in everybody:
        for spelled, spelling in someone.spellings.items():
            names[someone.ids[spelled]] = _whole(someone, spelling)
    shorter = {
        someone.ids[someone.canonical.name.spelled]: short
        for someone in everybody
        if (short := _prose(someone))
    }
    known = Counter([*names.values(), *shorter.values()])
    return names | {id: short for id, short in shorter.items() if known[short] == 1}


def _whole(someone: Someone, spelling: Spelling) -> str:
    """A spelling as a full name: kings with their title, family names with title and country."""
    name = spelling.name
    says = _headline(_title(someone).says)
    if name.regnal:
        return f"{says} {name.spelled}" + (
            "" if name.numeral or len(name.heard) > 1 or says == "Pope" else _of(someone)
        )
    if name.is_partial or len(name.heard) < 2:
        return f"{says} {name.spelled}{_of(someone)}"
    return name.spelled


def _of(someone: Someone) -> str:
    place = atlas().places.get(someone.country)
    return f" of {with_article(place.name)}" if place else ""


def _headline(words: str) -> str:
    return " ".join(w if w == "of" else w.capitalize() for w in words.split())


def _prose(someone: Someone) -> str:
    """The name that prose uses: a well-known form, or the canonical one without initials."""
    name = someone.canonical.name
    if someone.leader:
        return someone.leader
    if name.regnal and not name.numeral and len(name.heard) == 1:
        return f"{_headline(_title(someone).says)} {name.spelled}"
    if name.regnal or name.is_partial:
        return ""
    words = [w for w in name.spelled.split() if not w.startswith("(")]
    if is_initial(words[0]):
        return " ".join(words)
    kept = [w for i, w in enumerate(words) if i in {0, len(words) - 1} or not is_initial(w)]
    return " ".join(kept)


def _aliases(someone: Someone, spelling: Spelling) -> tuple[str, ...]:
    """Other full names of somebody, by the canonical spelling."""
    name = spelling.name
    found = [someone.leader, _whole(someone, spelling), plainly(_whole(someone, spelling))]
    found.append(plainly(someone.leader))
    if someone.partial and " " in name.spelled:
        found.append(name.spelled)
    if name.regnal:
        found += [name.spelled] if name.numeral or len(name.heard) > 1 else []
        title = _headline(_title(someone).says)
        found += [f"{title} {name.spelled}{_of(someone)}", f"{title} {name.family}{_of(someone)}"]
    elif not name.is_partial:
        found += _shorter(someone, name)
        if someone.country in table("names")["family_first"]:
            found += _hyphened(name.spelled)
    return tuple(dict.fromkeys(filter(None, found)))


def _hyphened(spelled: str) -> list[str]:
    """A Chinese or Korean name in the ways in which its given names are joined."""
    words = [word[:1].upper() + word[1:] for word in spelled.replace("-", " ").split()]
    if len(words) != 3 or "." in spelled:
        return []
    family, one, other = words
    return [f"{family} {one} {other}", f"{family} {one}-{other.lower()}", f"{family} {one}-{other}"]


def _shorter(someone: Someone, name: Name) -> list[str]:
    """Full names that leave something out: a first one with the family's, or a nickname."""
    known, family = table("names"), _family(someone)
    words = [w for w in name.spelled.split() if not w.startswith("(") and not is_initial(w)]
    found: list[str] = []
    if someone.country == "jp" and family == words[0] and len(words) == 2:
        found.append(f"{words[1]} {words[0]}")
    whole = {*known["family_first"], *known["first_alone"], *known["not_kept"]}
    if len(words) > 2 and someone.country not in whole and words[0] != family:
        found.append(f"{words[0]} {family}")
    nick = [w.strip("()") for w in name.spelled.split() if w.startswith("(")]
    return found + [f"{n} {family}" for n in nick]


def _family(someone: Someone) -> str:
    """What prose uses alone: what is in the name that is shown, and the rows use so, if they do."""
    if leading := family_of_leader(someone.country, someone.leader):
        return leading
    name = someone.canonical.name
    shown = name.spelled if name.regnal else _prose(someone) or name.spelled
    family = family_of(shown, someone.country, regnal=name.regnal)
    used = [alone for alone in someone.alone if f" {alone} " in f" {shown} "]
    if used and family not in used and shown not in table("names")["family"]:
        family = max(used, key=lambda alone: (someone.alone[alone], len(alone), alone))
    return family.removeprefix("al-").removeprefix("El-").removeprefix("el-").removeprefix("Al-")


_RESPELT: Final = 0.6
"""The likeness of family names from which one is taken for another spelling of the other."""


def _also_alone(someone: Someone, families: Counter[str]) -> list[str]:
    """Family names that rows and other spellings use of somebody, which are nobody else's."""
    if someone.canonical.name.regnal or someone.country in table("names")["houses"]["countries"]:
        return []
    own = _family(someone)
    used = list(families_of_leader(someone.country, someone.leader)) or [
        family
        for spelling in someone.spellings.values()
        if alike(family := family_of(spelling.name.spelled, someone.country), own) >= _RESPELT
    ]
    return [family for family in (*used, *someone.alone) if family != own and not families[family]]


def _pronoun(someone: Someone) -> Pronoun:
    for title in someone.titles:
        if title.pronoun is not None and title.regnal:
            return title.pronoun
    heard = {w for s in someone.spellings.values() for w in s.name.heard}
    if any(words <= heard for words in _women().get(someone.country, ())):
        return Pronoun.SHE
    return Pronoun.THEY


@cache
def _women() -> dict[str, list[set[str]]]:
    found: dict[str, list[set[str]]] = {}
    for row in table("names")["women"]["families"]:
        country, _, name = row.partition(" ")
        found.setdefault(country, []).append(set(Name(name, country).heard))
    return found


def _judgement(someone: Someone, spelling: Spelling, *, of: Someone | None = None) -> Judgement:
    canonical = someone.canonical
    row = (of or someone).ids[spelling.name.spelled]
    other = someone.ids[canonical.name.spelled]
    where = "one in both states" if of else "of one country"
    return Judgement(
        id=f"people-{row}-is-{other}",
        table="people",
        row=row,
        other=other,
        same=True,
        author=AUTHOR,
        reason=(
            f"{spelling.name.spelled!r} and {canonical.name.spelled!r} are alike, {where}, "
            f"and near in time ({_year(spelling)}, {_year(canonical)})"
        ),
    )
