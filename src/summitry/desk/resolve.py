"""From what someone types to the person, office, place or gathering that it names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from typing import Protocol, TypeVar

from summitry.model.names import Names, fold
from summitry.model.occasions import Occasion, Series, Topic
from summitry.model.people import Office, Person
from summitry.model.places import Place
from summitry.model.problems import UnknownName
from summitry.model.selection import Holder, Party, Someone


class Named(Protocol):
    """What has an id, a name and other names."""

    @property
    def id(self) -> str:
        """The row's id."""
        ...

    @property
    def name(self) -> str:
        """Its name."""
        ...

    @property
    def aliases(self) -> tuple[str, ...]:
        """Its other names."""
        ...


N = TypeVar("N", bound=Named)

MOST_NAMED = 4
"""How many names an error offers at most."""

MOST_COMPARED = 10_000
"""Names up to which each is compared with an unknown one; of more, those that begin alike or share
a word with it."""


def resolve_party(text: str, names: Names) -> Party:
    """The person or office named; UnknownName if there is none, or more than one."""
    known: list[Person | Office] = [*names.people.values(), *names.offices.values()]
    found = _resolve(text, known, _party_keys, "leader", "a person or office of the record")
    return Someone(found.id) if isinstance(found, Person) else Holder(found.id)


def parties_like(text: str, names: Names) -> tuple[Party, ...]:
    """The people and offices of that name or, if there are none, of the names most like it."""
    known: list[Person | Office] = [*names.people.values(), *names.offices.values()]
    asked = fold(text)
    found = [row for row in known if asked in map(fold, _party_keys(row))]
    rows = (found or _close(asked, known, _party_keys))[:MOST_NAMED]
    return tuple(Someone(r.id) if isinstance(r, Person) else Holder(r.id) for r in rows)


def resolve_person(text: str, names: Names) -> Person:
    """The person named; UnknownName if there is none, or more than one."""
    return _resolve(text, names.people.values(), _party_keys, "person", "a person of the record")


def resolve_topic(text: str, names: Names) -> Topic:
    """The topic named; UnknownName if there is none, or more than one."""
    return _resolve(text, names.topics.values(), _keys, "topic", "a topic of the record")


def resolve_place(text: str, names: Names) -> Place:
    """The place named; UnknownName if there is none, or more than one."""
    return _resolve(text, names.places.values(), _keys, "place", "a place of the record")


def resolve_occasion(text: str, names: Names) -> Occasion | Series:
    """The gathering or series named; UnknownName if there is none, or more than one."""
    known: list[Occasion | Series] = [*names.occasions.values(), *names.series.values()]
    return _resolve(text, known, _keys, "occasion", "a gathering or series of the record")


def _resolve(
    text: str,
    known: Iterable[N],
    keys: Callable[[N], Iterator[str]],
    what: str,
    expected: str,
) -> N:
    asked, rows = fold(text), list(known)
    if by_id := [row for row in rows if row.id == text]:
        return by_id[0]
    by_any = [row for row in rows if asked in map(fold, keys(row))]
    by_name = [row for row in by_any if asked in (fold(row.id), fold(row.name))]
    for found in (by_name, by_any):
        if len(found) == 1:
            return found[0]
    if by_any:
        raise UnknownName(f"ambiguous {what} {_quoted(text)}: {_offer(by_any, ' or ')}")
    close = _close(asked, rows, keys)
    hint = f"did you mean {_offer(close, ' or ')}?" if close else f"expected {expected}"
    raise UnknownName(f"unknown {what} {_quoted(text)} ({hint})")


def _close(asked: str, rows: Iterable[N], keys: Callable[[N], Iterator[str]]) -> list[N]:
    """The rows with the names that are most like the one asked for."""
    folded: dict[str, list[N]] = {}
    for row in rows:
        for key in keys(row):
            folded.setdefault(fold(key), []).append(row)
    if len(folded) > MOST_COMPARED:
        words = set(asked.split())
        folded = {
            key: found
            for key, found in folded.items()
            if key[:3] == asked[:3] or not words.isdisjoint(key.split())
        }
    close = {row.id: row for key in get_close_matches(asked, folded) for row in folded[key]}
    return list(close.values())


def _keys(row: Named) -> Iterator[str]:
    yield row.id
    yield row.name
    yield from row.aliases


def _party_keys(row: Person | Office) -> Iterator[str]:
    yield from _keys(row)
    if isinstance(row, Person):
        yield row.family_name


def _quoted(text: str) -> str:
    shown = " ".join(text.split())
    return f'"{shown[:60]}…"' if len(shown) > 60 else f'"{shown}"'


def _offer(rows: Iterable[Named], joint: str) -> str:
    """The rows by name, or by id where another has the same name."""
    known = list(rows)
    named = Counter(row.name for row in known)
    offered = [f'"{row.name if named[row.name] == 1 else row.id}"' for row in known]
    more = len(offered) - MOST_NAMED
    shown = joint.join(offered[:MOST_NAMED])
    return f"{shown} and {more} more" if more > 0 else shown
