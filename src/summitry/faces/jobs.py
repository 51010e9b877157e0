"""Jobs: what may take long, as values that a server can hand to a worker.

A job is what was asked, parsed; ``answer`` calls the desk and writes the wire format. Jobs that
are equal have the same answer of the same record.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Protocol

from summitry.desk.scope import EVERYTHING, Scope
from summitry.faces.wire import (
    Json,
    answer_json,
    check_json,
    facets_json,
    iso,
    made,
    preview_json,
)
from summitry.model.problems import InputError
from summitry.model.statements import DocumentType
from summitry.telling.dates import DateStyle

if TYPE_CHECKING:
    from summitry.desk.find import Wanted
    from summitry.desk.records import View
    from summitry.telling.check import Checked


class Job(Protocol):
    """Something asked of a record."""

    def answer(self, view: View) -> Json:
        """What the record answers; SummitryError where it can't."""
        ...


# What a job needs is imported by it: the reader takes longer to load than a server to start.


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A document to be checked: its bytes, or the address to fetch it from.

    Without ``as_of`` it is judged by the day that it tells, or else by today.
    """

    today: date
    data: bytes = b""
    name: str = "text"
    url: str = ""
    type: DocumentType | None = None
    media_type: str = ""
    charset: str = ""
    title: str = ""
    published: date | None = None
    as_of: date | None = None
    style: DateStyle = DateStyle.PLAIN
    unread: bool = False

    def answer(self, view: View) -> Json:
        """The document's statements with their verdicts."""
        return check_json(self.checked(view), self.style, unread=self.unread)

    def checked(self, view: View) -> Checked:
        """The same, as the desk has it."""
        from summitry.desk.check import check  # noqa: PLC0415
        from summitry.desk.documents import given_document, open_document  # noqa: PLC0415

        judged_by, undated = self.as_of or self.today, self.as_of is None
        if self.url:
            document = open_document(
                self.url, as_of=judged_by, unless_dated=undated, type=self.type
            )
        else:
            document = given_document(
                self.data,
                name=self.name,
                as_of=judged_by,
                unless_dated=undated,
                type=self.type,
                media_type=self.media_type,
                charset=self.charset,
                title=self.title,
                published=self.published,
            )
        return check(document, view)

    def __post_init__(self) -> None:
        if self.published is not None and self.published > self.today + timedelta(days=1):
            raise InputError(
                f'published in days to come: "{self.published}" (expected {self.today} or before)'
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A question."""

    question: str
    today: date
    as_of: date | None = None
    style: DateStyle = DateStyle.PLAIN

    def answer(self, view: View) -> Json:
        """The question with its answer."""
        from summitry.desk.ask import ask  # noqa: PLC0415

        answered = ask(self.question, view, as_of=self.as_of, today=self.today)
        return answer_json(replace(answered, style=self.style))


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """The history of two leaders or offices; ``words``: a summary in at most so many."""

    a: str
    b: str
    today: date
    as_of: date | None = None
    scope: Scope = EVERYTHING
    words: int | None = None
    style: DateStyle = DateStyle.PLAIN

    def answer(self, view: View) -> Json:
        """The page, as data."""
        from summitry.desk.history import history  # noqa: PLC0415
        from summitry.telling import page  # noqa: PLC0415
        from summitry.telling.summary import shortened  # noqa: PLC0415

        told = history(self.a, self.b, view, as_of=self.as_of, today=self.today, scope=self.scope)
        if self.words is not None:
            told = shortened(told, self.words, style=self.style)
        scope = self.scope
        asked = {
            "a": self.a,
            "b": self.b,
            "since": iso(scope.since),
            "until": iso(scope.until),
            "modes": None if scope.modes is None else sorted(mode.value for mode in scope.modes),
            "visits": scope.visits,
            "rule": scope.rule,
            "words": self.words,
            "style": self.style.value,
        }
        return {**page.as_json(told, style=self.style), "made": made("history", asked)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """By what a list of events can be narrowed, in at most so many values of a facet."""

    wanted: Wanted
    most: int

    def answer(self, view: View) -> Json:
        """The facets with their counts."""
        from summitry.desk.facets import facets  # noqa: PLC0415
        from summitry.desk.find import basis_of, finder_of  # noqa: PLC0415

        finder = finder_of(view)
        events = len(finder.events(self.wanted))
        return facets_json(facets(self.wanted, finder, most=self.most), events, basis_of(view))


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """A meeting supposed."""

    a: str
    b: str
    on: date
    place: str
    at: str | None = None
    style: DateStyle = DateStyle.PLAIN

    def answer(self, view: View) -> Json:
        """What would be true of it."""
        from summitry.desk.preview import preview  # noqa: PLC0415

        told = preview(self.a, self.b, view, on=self.on, place=self.place, at=self.at)
        asked = {
            "a": self.a,
            "b": self.b,
            "on": self.on.isoformat(),
            "place": self.place,
            "at": self.at,
            "style": self.style.value,
        }
        return {**preview_json(told, self.style), "made": made("preview", asked)}
