"""What a map says: which columns of a table hold what, in the record's words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from summitry.model.citations import Source
from summitry.model.events import Mode, Setting, Status
from summitry.model.people import PersonKind
from summitry.model.places import Place, PlaceId, PlaceKind
from summitry.model.problems import InputError, Problem
from summitry.sources.table.dates import Dates

T = TypeVar("T")

DELIMITERS: Final = (",", ";", "\t", "|")
"""What may stand between cells."""

FILE_MARK: Final = "{file}"
"""Stands in a source's id, title and address for the file's name without its ending."""

_COLUMN: Final = re.compile(r"\{([^{}]*)\}")
_FILE_IN_TITLE: Final = re.compile(r"[\s,;:–—-]*(?:\(\{file\}\)|\[\{file\}\]|\{file\})")


class MapError(InputError):
    """A map that can't be used, or not with a table; ``problems`` has every fault found."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(str(problems[0]), problems)


@dataclass(frozen=True, slots=True)
class Template:
    """A text with columns' names in braces, ``{NAMEFIRST} {NAMELAST}``: the cells take their place.

    Without braces, the text is the name of one column.
    """

    text: str

    @property
    def parts(self) -> tuple[str, ...]:
        """Text and names of columns, in turn; text comes first and last."""
        return tuple(_COLUMN.split(self.text)) if "{" in self.text else ("", self.text, "")

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that it names."""
        return self.parts[1::2]


def all_of(templates: Iterable[Template]) -> Template:
    """What all of the templates say, kept apart."""
    texts = (one.text if "{" in one.text else f"{{{one.text}}}" for one in templates)
    return Template("\0".join(texts))


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Whether a cell is empty (``empty``) or holds what the pattern fits, anywhere in it."""

    column: Template
    matches: re.Pattern[str] | None
    empty: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Generic[T]):
    """A value that a cell chooses: by its whole text, by a pattern in it, or else ``other``.

    Without a column it is always ``other``. ``words`` are folded. A cell that chooses nothing is a
    fault of its row.
    """

    column: Template | None = None
    words: Mapping[str, T]
    patterns: tuple[tuple[re.Pattern[str], T], ...] = ()
    empty: T | None = None
    other: T | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPlaces:
    """Places that cells name: each makes one of this kind, within a place of the map."""

    kind: PlaceKind
    within: PlaceId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeOf:
    """The offices that a column's titles name, as of the day of the row.

    ``country`` is a place of the map; holders of ``leads`` lead a state or government. What one
    person is called on days up to ``unbroken`` apart is one tenure.
    """

    title: Template
    country: PlaceId | None = None
    leads: frozenset[str] = frozenset()
    unbroken: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Participants, as one or more columns name them.

    ``constant``: the name is the same in every row. ``splits`` parts a cell of several names, save
    where ``unsplit`` fits it; ``key``, parted alike, says who each is. ``removes`` are taken out of
    a name, ``ignores`` fits names that are nobody's. ``capitals``: names all in capitals are shown
    in the usual way. ``fill_down``: an empty cell repeats the one above. ``kind`` is what they are,
    save names that fit ``humans`` or ``organisations``. ``host``: they received the others.
    """

    name: Template
    constant: bool = False
    kind: PersonKind = PersonKind.HUMAN
    humans: re.Pattern[str] | None = None
    organisations: re.Pattern[str] | None = None
    key: Template | None = None
    family: Template | None = None
    splits: re.Pattern[str] | None = None
    unsplit: re.Pattern[str] | None = None
    removes: tuple[re.Pattern[str], ...] = ()
    ignores: re.Pattern[str] | None = None
    capitals: bool = False
    fill_down: bool = False
    required: bool = True
    host: bool = False
    office: OfficeOf | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Somebody whom the map names: under this id, in whichever way the table writes the name."""

    id: str
    name: str
    written: tuple[str, ...]
    kind: PersonKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """The column with the date, and one with the last day, if any.

    ``undated``: a row without a date happened on some day of those that the table is about.
    """

    column: Template
    until: Template | None
    dates: Dates
    undated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """What a table's columns mean. ``id`` begins the id of every row that is made.

    ``columns`` gives short names to columns that go by one of several; ``event`` names an event by
    its cells, so that rows which agree in them tell of one (None: by what the row says).
    """

    id: str
    source: Source
    encoding: str
    delimiter: str
    columns: Mapping[str, tuple[str, ...]]
    skips: tuple[Filter, ...]
    keeps: tuple[Filter, ...]
    when: Dating
    casts: tuple[Cast, ...]
    known: tuple[Known, ...]
    places: tuple[Place, ...]
    event: Template | None
    mode: Choice[Mode]
    settings: Choice[frozenset[Setting]]
    status: Choice[Status]
    place: Choice[PlaceId]
    new_places: NewPlaces | None
    note: Template | None
    locator: Template | None

    @property
    def title(self) -> str:
        """The title of all that the map serves: the source's without the name of any one file."""
        words = _FILE_IN_TITLE.sub("", self.source.title).split()
        return " ".join(words).lstrip(" ,;:–—-") or self.id
