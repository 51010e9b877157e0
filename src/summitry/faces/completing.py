"""What the shell completes: names of the record that the command is about, and counting rules.

Completed is what holds no blank, which not every shell takes: a family name that one person of the
record bears, or an id. What goes wrong completes nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

import typer

from summitry.model.names import Names
from summitry.model.people import Person
from summitry.model.problems import SummitryError
from summitry.model.rules import counting_rules

if TYPE_CHECKING:
    from summitry.desk.resolve import Named

Completed = list[tuple[str, str]]
"""What may be meant, each with a few words on what it is."""
Completing = Callable[[typer.Context, str], Completed]


def parties(context: typer.Context, incomplete: str) -> Completed:
    """People by family name, offices by id."""
    names = _names(context)
    if names is None:
        return []
    borne = Counter(person.family_name for person in names.people.values())
    people = ((_called(one, borne), one.name) for one in names.people.values())
    return _beginning([*people, *_by_id(names.offices.values())], incomplete)


def places(context: typer.Context, incomplete: str) -> Completed:
    """Places by id."""
    names = _names(context)
    return [] if names is None else _beginning(_by_id(names.places.values()), incomplete)


def occasions(context: typer.Context, incomplete: str) -> Completed:
    """Gatherings and series of them, by id."""
    names = _names(context)
    if names is None:
        return []
    return _beginning(_by_id([*names.series.values(), *names.occasions.values()]), incomplete)


def topics(context: typer.Context, incomplete: str) -> Completed:
    """Topics by id."""
    names = _names(context)
    return [] if names is None else _beginning(_by_id(names.topics.values()), incomplete)


def rules(incomplete: str) -> Completed:
    """Counting rules by id."""
    known = ((one.id, one.says or one.says_of_visits) for one in counting_rules().values())
    return _beginning(known, incomplete)


def _names(context: typer.Context) -> Names | None:
    # Opened here: whoever completes nothing needs no record.
    from summitry.desk.records import open_record  # noqa: PLC0415

    try:
        return open_record(context.params.get("record")).names()
    except SummitryError:
        return None


def _called(person: Person, borne: Counter[str]) -> str:
    """The family name, where it is one word that nobody else bears; else the id."""
    name = person.family_name
    return name if borne[name] == 1 and name.replace("-", "").isalpha() else person.id


def _by_id(rows: Iterable[Named]) -> Iterator[tuple[str, str]]:
    return ((row.id, row.name) for row in rows)


def _beginning(offered: Iterable[tuple[str, str]], incomplete: str) -> Completed:
    return sorted((word, about) for word, about in offered if word.startswith(incomplete))
