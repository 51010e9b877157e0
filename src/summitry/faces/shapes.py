"""The shapes of the wire format, as types: what the API and the tools for assistants promise.

``docs/formats.md`` says what each key means; the values are made by ``faces.wire``.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict

from summitry.desk.lookup import EntryKind
from summitry.model.claims import ClaimKind
from summitry.model.events import EventKind, Mode, Status
from summitry.model.findings import Verdict
from summitry.model.people import PersonKind
from summitry.model.statements import DocumentType
from summitry.telling.dates import DateStyle
from summitry.telling.facets import FacetKind


class Shape(BaseModel):
    """An object with these keys and no others."""

    model_config = ConfigDict(extra="forbid")


class Record(Shape):
    """The record that an answer rests on."""

    title: str
    version: str
    digest: str
    events: int


class AskedAgain(Shape):
    """What was asked, for an answer to be made again."""

    style: DateStyle


class AskedCheck(AskedAgain):
    """How a document was checked."""

    unread: bool


class AskedQuestion(AskedAgain):
    """What was asked."""

    question: str


class AskedHistory(AskedAgain):
    """Of whom a history was told, and of what."""

    a: str
    b: str
    since: date | None
    until: date | None
    modes: list[Mode] | None
    visits: bool
    rule: str | None
    words: int | None


class AskedPreview(AskedAgain):
    """What was supposed."""

    a: str
    b: str
    on: date
    place: str
    at: str | None


class Made(Shape):
    """What an answer was made with, besides the record."""

    reader: str
    rules: str
    telling: str


class MadeCheck(Made):
    """What a check was made with."""

    kind: Literal["check"]
    asked: AskedCheck


class MadeAnswer(Made):
    """What an answer was made with."""

    kind: Literal["ask"]
    asked: AskedQuestion


class MadeHistory(Made):
    """What a history was made with."""

    kind: Literal["history"]
    asked: AskedHistory


class MadePreview(Made):
    """What a preview was made with."""

    kind: Literal["preview"]
    asked: AskedPreview


class Citation(Shape):
    """What supports a row."""

    source: str
    publisher: str | None
    published: str | None
    url: str | None
    locator: str | None
    quote: str | None


class Evidence(Shape):
    """A row that something rests on."""

    event: str | None
    when: str
    what: str
    citations: list[Citation]


# --- checks and answers -----------------------------------------------------------------------


class Quote(Shape):
    """Words of the text that was checked."""

    text: str
    start: int
    end: int


class Claim(Shape):
    """What a sentence claims, with its verdict."""

    kind: ClaimKind
    quote: Quote | None
    says: str
    verdict: Verdict
    because: str
    evidence: list[Evidence]
    correction: str | None


class Statement(Shape):
    """A sentence in which a claim was found."""

    text: str
    start: int
    end: int
    verdict: Verdict
    claims: list[Claim]


class Document(Shape):
    """The text that was checked."""

    title: str | None
    published: str | None
    as_of: str
    type: DocumentType
    sha256: str
    text: str


class Summary(Shape):
    """How many statements there are of each verdict."""

    supported: int
    refuted: int
    not_enough_evidence: int
    conflicting_evidence: int


class Unread(Shape):
    """A sentence of which no claim was made, and why."""

    text: str
    start: int
    end: int
    because: str


class Check(Shape):
    """A checked document."""

    document: Document
    record: Record
    summary: Summary
    statements: list[Statement]
    made: MadeCheck


class ExplainedCheck(Check):
    """A checked document, with the sentences that were not read where these are asked for."""

    unread: list[Unread] = []


class Answer(Shape):
    """A question with its answer."""

    question: str
    answer: str | None
    says: str
    verdict: Verdict | None
    because: str
    evidence: list[Evidence]
    gaps: list[str]
    as_of: str
    record: Record
    made: MadeAnswer


# --- events -------------------------------------------------------------------------------------


class Person(Shape):
    """Who took part, and the office held on a day of the event."""

    name: str
    office: str | None


class EventRow(Shape):
    """An encounter or a visit."""

    id: str
    kind: EventKind
    when: str
    start: str | None
    end: str | None
    people: list[Person]
    mode: Mode | None
    setting: str | None
    visit_kind: str | None
    status: Status
    country: str | None
    city: str | None
    venue: str | None
    occasion: str | None
    duration_minutes: int | None
    duration_bounds: list[int | None] | None
    topics: list[str]


class Event(EventRow):
    """An encounter or a visit, with its citations."""

    citations: list[Citation]


class Events(Shape):
    """A list of events."""

    record: Record
    events: list[Event]


class OneEvent(Shape):
    """One event."""

    record: Record
    event: Event


# --- what a record holds ----------------------------------------------------------------------


class Entry(Shape):
    """A row that has names."""

    kind: EntryKind
    id: str
    name: str
    about: str | None
    events: int


class Entries(Shape):
    """A list of rows that have names."""

    record: Record
    entries: list[Entry]


class Search(Shape):
    """What a query found."""

    query: str
    record: Record
    entries: list[Entry]


class Tenure(Shape):
    """A time in office."""

    office: str
    when: str
    start: str | None
    end: str | None
    acting: bool
    citations: list[Citation]


class FacetValue(Shape):
    """A value that the facet's parameters take, and how many events it would leave."""

    value: str
    name: str
    events: int
    chosen: bool


class Facet(Shape):
    """What a list can be narrowed by: of ``total`` values those of most events, years in order."""

    facet: FacetKind
    parameters: list[str]
    total: int
    values: list[FacetValue]


class Facets(Shape):
    """By what a list of events can be narrowed, each counted under all filters but its own."""

    record: Record
    events: int
    facets: list[Facet]


class ProfiledPerson(Shape):
    """A person, with the times in office."""

    id: str
    kind: PersonKind
    name: str
    family_name: str
    aliases: list[str]
    born: str | None
    died: str | None
    tenures: list[Tenure]
    citations: list[Citation]


class Profile(Shape):
    """What a record knows of a person."""

    record: Record
    person: ProfiledPerson


class Rule(Shape):
    """A counting rule: its words finish "counting ..." of encounters, and of visits."""

    id: str
    says: str | None
    says_of_visits: str | None


class Description(Shape):
    """A record's description."""

    record: Record
    name: str
    digest: str
    people: int
    offices: int
    places: int
    occasions: int
    complete: list[str]
    lacking: list[str]
    rules: list[Rule]


# --- histories and previews -------------------------------------------------------------------


class Fact(Shape):
    """A sentence, with the numbers of its sources."""

    kind: ClaimKind
    says: str
    notes: list[int]


class ListedEvent(Shape):
    """An event of a list."""

    event: str
    kind: EventKind
    when: str
    facts: list[Fact]
    details: list[str]
    notes: list[int]


class EventList(Shape):
    """Meetings, calls and letters, or visits."""

    heading: str
    entries: list[ListedEvent]


class Section(Shape):
    """What is told of one person of the second side."""

    heading: str
    tenures: list[str]
    facts: list[Fact]
    lists: list[EventList]
    counts: list[Fact]


class Theme(Shape):
    """A topic, and at how many encounters it was talked about."""

    heading: str
    facts: list[Fact]


class Source(Shape):
    """A numbered source."""

    number: int
    label: str
    url: str


class History(Shape):
    """The history of two leaders or offices."""

    title: str
    as_of: str
    scope: str
    record: Record
    key_facts: list[Fact]
    counts: list[Fact]
    sections: list[Section]
    themes: list[Theme]
    not_held: list[ListedEvent]
    complete: list[str]
    lacking: list[str]
    sources: list[Source]
    made: MadeHistory


class Prospect(Shape):
    """What would be true of a meeting supposed."""

    kind: ClaimKind
    says: str
    rules: list[str]
    least: int | None
    most: int | None
    published_by: list[str]
    last: str | None
    after: str | None
    known_to: str | None
    evidence: list[Evidence]


class Unknown(Shape):
    """What a record can't know of a meeting supposed."""

    kind: ClaimKind
    whether: str
    gaps: list[str]


class Preview(Shape):
    """What would be true of a meeting that is supposed."""

    title: str
    on: str
    meeting: EventRow
    visits: list[EventRow]
    known_to: str | None
    condition: str | None
    firsts: list[Prospect]
    counts: list[Prospect]
    before: list[Prospect]
    last: list[Evidence]
    unknown: list[Unknown]
    record: Record
    made: MadePreview


# --- problems -----------------------------------------------------------------------------------


class Problem(Shape):
    """What went wrong (RFC 9457): ``detail`` is one line, with what would be accepted."""

    type: str
    title: str
    status: int
    detail: str
