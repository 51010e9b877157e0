"""Who takes part: from the names in a row to people, and the offices that their titles name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from summitry.model.names import fold
from summitry.model.people import Office, OfficeId, Person, PersonId, PersonKind, Pronoun
from summitry.sources.table.choices import RowError, remember
from summitry.sources.table.columns import Cells, Columns, clean
from summitry.sources.table.mapping import Cast, Known, OfficeOf, all_of
from summitry.sources.table.roll import Roll
from summitry.sources.table.words import slug

_PRONOUNS: Final = {PersonKind.HUMAN: Pronoun.THEY, PersonKind.ORGANISATION: Pronoun.IT}


@dataclass(frozen=True, slots=True)
class Group:
    """The participants whom one part of the map names in a row, and the offices they hold in it."""

    people: tuple[PersonId, ...] = ()
    held: tuple[tuple[PersonId, OfficeId], ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    """What makes people of names: ``known`` are those whom the map names, by folded name."""

    prefix: str
    known: Mapping[str, Known]
    roll: Roll

    @classmethod
    def of(cls, prefix: str, known: tuple[Known, ...], roll: Roll) -> Meeting:
        """The map's own people are known by each way that it says they are written."""
        written = {fold(text): one for one in known for text in (one.name, *one.written)}
        return cls(prefix, written, roll)

    def person(self, name: str, kind: PersonKind, *, key: str = "", family: str = "") -> PersonId:
        """The id of whoever has this name, or this key where there is one."""
        known = self.known.get(fold(name))
        if known is not None:
            id, name, kind, family = known.id, known.name, known.kind, ""
        else:
            group = "org-" if kind is PersonKind.ORGANISATION else ""
            id = f"{self.prefix}-{group}{slug(key or name)}"
        return self.roll.meet(
            "people",
            id,
            lambda: Person(
                id=id,
                name=name,
                family_name=family or _family(name, kind),
                pronoun=_PRONOUNS[kind],
                kind=kind,
            ),
        )

    def office(self, title: str, of: OfficeOf) -> OfficeId:
        """The id of the office that a title names, shared by all tables of a country."""
        id = f"{of.country or self.prefix}-{slug(title)}"
        return self.roll.meet(
            "offices",
            id,
            lambda: Office(
                id=id,
                name=title,
                title=title,
                country=of.country or None,
                leads=fold(title) in of.leads,
            ),
        )


def _family(name: str, kind: PersonKind) -> str:
    return name if kind is PersonKind.ORGANISATION else name.rsplit(" ", 1)[-1]


def casting(cast: Cast, columns: Columns, meeting: Meeting) -> Callable[[Cells], Group]:
    """What gives the participants whom one part of the map names, or raises RowError."""
    if cast.constant:
        constant = Group((meeting.person(cast.name.text, cast.kind),))
        return lambda _: constant
    return _Casting(cast, columns, meeting).group


class _Casting:
    """One part of the map's participants, read from a header's columns."""

    def __init__(self, cast: Cast, columns: Columns, meeting: Meeting) -> None:
        self._cast = cast
        self._meeting = meeting
        title = None if cast.office is None else cast.office.title
        asked = (cast.name, cast.key, cast.family, title)
        self._read = [None if one is None else columns.reader(one) for one in asked]
        self._said = columns.reader(all_of(one for one in asked if one is not None))
        self._kept: dict[str, Group] = {}

    def group(self, cells: Cells) -> Group:
        """The participants in a row. What the same cells mean is read once."""
        said = self._said(cells)
        group = self._kept.get(said)
        if group is None:
            texts = ["" if read is None else clean(read(cells)) for read in self._read]
            group = self._group(*texts)
            if not group.people and self._cast.required:
                message = f"{self._cast.name.text} {texts[0]!r} names nobody"
                raise RowError("no-name", message, "expected at least one name")
            remember(self._kept, said, group)
        return group

    def _group(self, text: str, key: str, family: str, title: str) -> Group:
        people: list[PersonId] = []
        held: list[tuple[PersonId, OfficeId]] = []
        names = self._parted(text)
        keys = self._parted(key)
        if len(keys) == 1 and len(names) > 1:
            # Commas stand within names as well as between them: one key says that it is one name.
            names = [text]
        titles = self._parted(title)
        for n, written in enumerate(names):
            name = self._plain(written)
            if not name:
                continue
            own, called = self._nth("keys", keys, n, names), self._nth("titles", titles, n, names)
            kind, family = self._kind(name), self._cased(family)
            people.append(self._meeting.person(name, kind, key=own, family=family))
            if called and self._cast.office is not None:
                held.append((people[-1], self._meeting.office(called, self._cast.office)))
        return Group(tuple(dict.fromkeys(people)), tuple(dict.fromkeys(held)))

    def _nth(self, what: str, parts: list[str], n: int, names: list[str]) -> str:
        """The part for the n-th name: its own, or the one that there is for all."""
        if len(parts) == len(names):
            return parts[n]
        if len(parts) <= 1:
            return parts[0] if parts else ""
        message = f"{self._cast.name.text} has {len(names)} names and {len(parts)} {what}"
        raise RowError("uneven-names", message, "expected one for each name, or one for all")

    def _parted(self, text: str) -> list[str]:
        cast = self._cast
        if cast.splits is None or (cast.unsplit is not None and cast.unsplit.search(text)):
            return [text] if text else []
        return [part for one in cast.splits.split(text) if (part := clean(one))]

    def _plain(self, written: str) -> str:
        """The name without what the map removes; empty where it is nobody's."""
        cast = self._cast
        if cast.ignores is not None and cast.ignores.search(written):
            return ""
        for removed in cast.removes:
            written = removed.sub(" ", written)
        return self._cased(clean(written).strip(" ,;"))

    def _cased(self, name: str) -> str:
        """A name all in capitals, or in none, with one at the start of each of its words."""
        alike = name.isupper() or name.islower()
        return name.title() if self._cast.capitals and alike else name

    def _kind(self, name: str) -> PersonKind:
        cast = self._cast
        if cast.humans is not None and cast.humans.search(name):
            return PersonKind.HUMAN
        if cast.organisations is not None and cast.organisations.search(name):
            return PersonKind.ORGANISATION
        return cast.kind
