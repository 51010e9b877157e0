"""Queries: the parameters of each route, and what they ask for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Annotated, Final

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from summitry.desk.facets import MOST_VALUES
from summitry.desk.find import Wanted
from summitry.desk.lookup import EntryKind
from summitry.desk.paging import Order
from summitry.desk.scope import Scope
from summitry.faces import options, selecting
from summitry.faces.jobs import Ask, Check, Facets, History, Preview
from summitry.faces.options import Only
from summitry.model.events import EventKind, Mode, Setting, Status
from summitry.model.statements import DocumentType
from summitry.telling.dates import DateStyle

MOST_ROWS: Final = 500
MOST_PAGES: Final = 1_000_000


def _sound(text: str) -> str:
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise ValueError("text that UTF-8 can't hold (expected whole characters)")
    return text


Text = Annotated[str, AfterValidator(_sound)]
Name = Annotated[Text, Field(min_length=1, max_length=200)]
Day = Annotated[
    Text,
    Field(min_length=1, max_length=100, description="One day, as EDTF.", examples=["2021-06-16"]),
]
Date = Annotated[
    Text,
    Field(
        min_length=1,
        max_length=100,
        description="A day, month or year, as EDTF.",
        examples=["2021-06"],
    ),
]
Style = Annotated[DateStyle, Field(description="How days are written in sentences.")]
AsOf = Annotated[Day | None, Field(description="What had happened by the end of this day.")]


class Query(BaseModel):
    """Parameters, and no others."""

    model_config = ConfigDict(extra="forbid")


class Paged(Query):
    """A part of a list."""

    limit: Annotated[int, Field(ge=1, le=MOST_ROWS, description="Rows of a page.")] = 100
    cursor: Annotated[
        Text | None, Field(max_length=1000, description="Where the page before ended.")
    ] = None


class VisitFilters(Query):
    """Of which visits."""

    a: Annotated[Name | None, Field(description="A person or an office.")] = None
    b: Annotated[Name | None, Field(description="The other one of two.")] = None
    since: Annotated[Date | None, Field(description="From this day, month or year on.")] = None
    until: Annotated[Date | None, Field(description="Up to this day, month or year.")] = None
    status: Annotated[
        list[Status], Field(description="Held and disputed unless given; may be given again.")
    ] = []
    place: Annotated[Name | None, Field(description="A country, city or venue.")] = None
    occasion: Annotated[Name | None, Field(description="A gathering, or a series.")] = None

    def wanted(self) -> Wanted:
        """What is asked of the desk; InputError for no date."""
        return selecting.wanted(
            self.a,
            self.b,
            since=self.since,
            until=self.until,
            kind=EventKind.VISIT,
            mode=None,
            setting=None,
            status=self.status,
            place=self.place,
            occasion=self.occasion,
            topic=None,
        )


class EncounterFilters(VisitFilters):
    """Of which encounters."""

    mode: Annotated[list[Mode], Field(description="May be given again.")] = []
    setting: Annotated[list[Setting], Field(description="May be given again.")] = []
    topic: Annotated[Name | None, Field(description="What was talked about.")] = None

    def wanted(self) -> Wanted:
        """What is asked of the desk; InputError for no date."""
        return replace(
            super().wanted(),
            kind=EventKind.ENCOUNTER,
            modes=frozenset(self.mode),
            settings=frozenset(self.setting),
            topic=self.topic,
        )


class EventFilters(EncounterFilters):
    """Of which encounters and visits."""

    kind: Annotated[EventKind | None, Field(description="Both unless given.")] = None

    def wanted(self) -> Wanted:
        """What is asked of the desk; InputError for no date."""
        return replace(super().wanted(), kind=self.kind)


class Listed(Paged):
    """A part of a list of events."""

    order: Annotated[Order, Field(description="Which day comes first.")] = Order.EARLIEST


class VisitsQuery(Listed, VisitFilters):
    """Which visits."""


class EncountersQuery(Listed, EncounterFilters):
    """Which encounters."""


class EventsQuery(Listed, EventFilters):
    """Which encounters and visits."""


class BrowseQuery(EventFilters):
    """A page of encounters and visits, as people turn them."""

    order: Annotated[Order, Field(description="Which day comes first.")] = Order.LATEST
    page: Annotated[int, Field(ge=1, le=MOST_PAGES, description="Which page.")] = 1


class FacetsQuery(EventFilters):
    """By what encounters and visits can be narrowed."""

    limit: Annotated[int, Field(ge=1, le=MOST_ROWS, description="Values of a facet.")] = MOST_VALUES

    def job(self) -> Facets:
        """What is asked for."""
        return Facets(wanted=self.wanted(), most=self.limit)


class SearchQuery(Query):
    """What someone begins to type."""

    q: Annotated[Text, Field(min_length=1, max_length=200, description="How a name's words begin.")]
    kind: Annotated[list[EntryKind], Field(description="May be given again.")] = []
    limit: Annotated[int, Field(ge=1, le=50, description="Rows at most.")] = 10


class HistoryQuery(Query):
    """A history."""

    a: Annotated[Name, Field(description="A person or an office.")]
    b: Annotated[Name, Field(description="The other one.")]
    since: Annotated[Date | None, Field(description="From this day, month or year on.")] = None
    until: Annotated[Date | None, Field(description="Up to this day, month or year.")] = None
    only: Annotated[list[Only], Field(description="What is told of; may be given again.")] = []
    rule: Annotated[Name | None, Field(description="Count by this counting rule alone.")] = None
    words: Annotated[
        int | None, Field(ge=0, le=100_000, description="A summary in at most so many words.")
    ] = None
    as_of: AsOf = None
    style: Style = DateStyle.PLAIN

    def scope(self) -> Scope:
        """Of what is told; InputError for no date, or no rule."""
        return selecting.scope(self.since, self.until, self.only, self.rule)

    def job(self, today: date) -> History:
        """What is asked for."""
        return History(
            a=self.a,
            b=self.b,
            today=today,
            as_of=_day(self.as_of),
            scope=self.scope(),
            words=self.words,
            style=self.style,
        )


class AskQuery(Query):
    """A question."""

    question: Annotated[Text, Field(min_length=1, max_length=1000, description="In English.")]
    as_of: AsOf = None
    style: Style = DateStyle.PLAIN

    def job(self, today: date) -> Ask:
        """What is asked for."""
        return Ask(question=self.question, today=today, as_of=_day(self.as_of), style=self.style)


class PreviewQuery(Query):
    """A meeting supposed."""

    a: Annotated[Name, Field(description="A person.")]
    b: Annotated[Name, Field(description="The other one.")]
    on: Annotated[Day, Field(description="The day of the meeting.")]
    in_: Annotated[Name, Field(alias="in", description="A place of the record.")]
    at: Annotated[Name | None, Field(description="At this gathering, or one of the series.")] = None
    style: Style = DateStyle.PLAIN

    def job(self) -> Preview:
        """What is asked for."""
        return Preview(
            a=self.a,
            b=self.b,
            on=options.day(self.on),
            place=self.in_,
            at=self.at,
            style=self.style,
        )


class CheckOptions(Query):
    """How a document is checked."""

    as_of: Annotated[
        Day | None, Field(description="Judged by this day; unless given, the text's own, or today.")
    ] = None
    published: Annotated[Day | None, Field(description="The day of its publication.")] = None
    title: Annotated[Text | None, Field(max_length=1000)] = None
    type: Annotated[
        DocumentType | None, Field(description="What it is written as; unless given, as it shows.")
    ] = None
    style: Style = DateStyle.PLAIN
    explain: Annotated[
        bool, Field(description="Tell also of the sentences that were not read.")
    ] = False

    def job(
        self,
        today: date,
        *,
        data: bytes = b"",
        url: str = "",
        media_type: str = "",
        charset: str = "",
    ) -> Check:
        """What is asked for."""
        return Check(
            today=today,
            data=data,
            url=url,
            type=self.type,
            media_type=media_type,
            charset=charset,
            title=self.title or "",
            published=_day(self.published),
            as_of=_day(self.as_of),
            style=self.style,
            unread=self.explain,
        )


class CheckBody(CheckOptions):
    """A document to be checked: its text or, where the server fetches pages, its address."""

    text: Annotated[Text | None, Field(description="The document.")] = None
    url: Annotated[
        Text | None, Field(max_length=2000, description="Its address on the public web.")
    ] = None


def _day(text: str | None) -> date | None:
    return None if text is None else options.day(text)
