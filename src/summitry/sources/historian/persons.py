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
from summitry.sources.historian.names import Name, family_of, plainly, slug
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
    names = _names(everybody)
    own = set(names.values())
    later = _in_another_state(everybody)
    earlier = {id for someone in later for id in someone.ids.values()}
    taken = Counter(name for id, name in names.items() if id not in earlier)
    for someone in everybody:
        canonical = someone.canonical
        for spelled, spelling in sorted(someone.spellings.items()):
            id = someone.ids[spelled]
            name = names[id]
            if taken[name] > 1 or (id in earlier and name in taken):
                name = f"{name} ({_year(spelling)})"
            aliases = tuple(a for a in _aliases(someone, spelling) if a != name and a not in own)
            yield Made(
                Person(
                    id=id,
                    name=name,
                    family_name=_family(someone),
                    aliases=aliases if spelling is canonical else (),
                    pronoun=_pronoun(someone),
                ),
                tuple(s.row for s in spelling.sightings),
                _judged(someone, spelling, later.get(someone)),
            )


def _in_another_state(everybody: list[Someone]) -> dict[Someone, Someone]:
    """Those known in a former state or an organisation, and who they are in a state of today."""
    known: defaultdict[tuple[str, ...], list[Someone]] = defaultdict(list)
    for someone in everybody:
        if not someone.partial and not someone.canonical.name.regnal:
            known[someone.canonical.name.heard].append(someone)
    found: dict[Someone, Someone] = {}
    for alike in known.values():
        states = [s for s in alike if _is_of_today(s.country)]
        others = [s for s in alike if not _is_of_today(s.country)]
        if len(states) == 1 and len(states[0].canonical.name.heard) > 1:
            found |= {s: states[0] for s in others if abs(s.first - states[0].first) < _CAREER_DAYS}
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
    known = table("names")["forms"].get(f"{someone.country} {plainly(name.family).lower()}")
    if known:
        return str(known[0])
    if someone.namesake:
        return someone.namesake
    if name.regnal and not name.numeral and len(name.heard) == 1:
        return f"{_headline(_title(someone).says)} {name.spelled}"
    if name.regnal or name.is_partial:
        return ""
    words = [w for w in name.spelled.split() if not w.startswith("(")]
    kept = [w for i, w in enumerate(words) if i in {0, len(words) - 1} or not _is_initial(w)]
    return " ".join(kept)


def _is_initial(word: str) -> bool:
    return word.endswith(".") and len(word.replace(".", "")) <= 3 and word[0].isupper()


def _aliases(someone: Someone, spelling: Spelling) -> tuple[str, ...]:
    """Other full names of somebody, by the canonical spelling."""
    name = spelling.name
    known = table("names")["forms"].get(f"{someone.country} {plainly(name.family).lower()}", ())
    found = [*known, someone.namesake, _whole(someone, spelling)]
    found.append(plainly(_whole(someone, spelling)))
    if someone.partial and " " in name.spelled:
        found.append(name.spelled)
    if name.regnal:
        found += [name.spelled] if name.numeral or len(name.heard) > 1 else []
        title = _headline(_title(someone).says)
        found += [f"{title} {name.spelled}{_of(someone)}", f"{title} {name.family}{_of(someone)}"]
    elif not name.is_partial:
        words = [w for w in name.spelled.split() if not w.startswith("(") and not _is_initial(w)]
        if len(words) > 2 and someone.country not in table("names")["family_first"]:
            found.append(f"{words[0]} {name.family}")
        nick = [w.strip("()") for w in name.spelled.split() if w.startswith("(")]
        found += [f"{n} {name.family}" for n in nick]
        if someone.country == "jp" and name.family == words[0] and len(words) == 2:
            found.append(f"{words[1]} {words[0]}")
    return tuple(dict.fromkeys(filter(None, found)))


def _family(someone: Someone) -> str:
    name = someone.canonical.name
    family = family_of(name.spelled, someone.country, regnal=name.regnal)
    return family.removeprefix("al-").removeprefix("El-").removeprefix("el-").removeprefix("Al-")


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
