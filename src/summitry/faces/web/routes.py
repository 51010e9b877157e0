"""The routes of the API: each parses what was asked, and gives what the desk answers."""

from __future__ import annotations

import json
from email.message import Message
from typing import Annotated, Any, Final, TypeVar
from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response
from fastapi import Query as QueryOf
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError

from summitry.desk.find import Wanted
from summitry.desk.lookup import EntryKind
from summitry.desk.paging import Page, Place, page_of_entries, page_of_events
from summitry.desk.profile import describe, one_event, profile
from summitry.faces import cursors, shapes
from summitry.faces.faults import shown
from summitry.faces.jobs import Check
from summitry.faces.queries import (
    AskQuery,
    CheckBody,
    CheckOptions,
    EncountersQuery,
    EventsQuery,
    FacetsQuery,
    HistoryQuery,
    Listed,
    Name,
    Paged,
    PreviewQuery,
    Query,
    SearchQuery,
    VisitsQuery,
)
from summitry.faces.web.bodies import read_body
from summitry.faces.web.problems import CODES, MEDIA_TYPE, ProblemError
from summitry.faces.web.served import Admitted, Ours, Served
from summitry.faces.web.strict import only
from summitry.faces.wire import (
    Json,
    description_json,
    entries_json,
    event_json,
    profile_json,
)
from summitry.faces.workers import encoded
from summitry.model.events import EventKind
from summitry.model.problems import InputError

JSON: Final = "application/json"
DOCUMENTS: Final = ("text/plain", "text/markdown", "text/html", "application/pdf")
"""What a document may be sent as, but JSON."""

T = TypeVar("T")

_COMMON: Final = ("bad-input", "method-not-allowed", "internal-error")
_DEAR: Final = (*_COMMON, "unknown-name", "too-often", "busy", "too-slow")
_TAGGED: Final = {
    "ETag": {"description": "Names the answer.", "schema": {"type": "string"}},
}
_PAGED: Final = _TAGGED | {
    "Link": {"description": 'The next page: `<...>; rel="next"`.', "schema": {"type": "string"}},
    "Total-Count": {"description": "Rows of all pages.", "schema": {"type": "integer"}},
}

_NAMED: Final = (*_COMMON, "unknown-name")
_CHECKED: Final = (*_DEAR, "fetching-is-off", "too-late", "too-long", "unknown-type")
_OF_A_PAGE: Final = frozenset({"cursor", "limit"})

router = APIRouter(prefix="/api/v1")


def _responses(
    shape: type[shapes.Shape],
    codes: tuple[str, ...] = _COMMON,
    headers: Json | None = None,
) -> dict[int | str, dict[str, Any]]:
    """What a route answers: the shape, and the problems with these codes."""
    refused: dict[int | str, dict[str, Any]] = {}
    schema = {"$ref": "#/components/schemas/Problem"}
    for code in codes:
        status, means = CODES[code]
        said = refused.get(status.value, {}).get("description")
        refused[status.value] = {
            "description": means if said is None else f"{said} {means}",
            "content": {MEDIA_TYPE: {"schema": schema}},
        }
    given = {"model": shape, "headers": headers or {}}
    return {200: given, **dict(sorted(refused.items(), key=lambda one: str(one[0])))}


# --- what a record holds ------------------------------------------------------------------------


@router.get("/record", responses=_responses(shapes.Description, headers=_TAGGED), **only(Query))
def record(ours: Ours) -> Response:
    """The record: its version, what it is complete for and what not, and the counting rules."""
    return _json(description_json(describe(ours.view)))


@router.get("/search", responses=_responses(shapes.Search, headers=_TAGGED), **only(SearchQuery))
def search(ours: Ours, asked: Annotated[SearchQuery, QueryOf()]) -> Response:
    """People, offices, places, occasions and series by how the words of their names begin."""
    found = ours.lookup.find(asked.q, kinds=frozenset(asked.kind), most=asked.limit)
    return _json(entries_json(asked.q, found, ours.basis))


@router.get("/people", responses=_responses(shapes.Entries, headers=_PAGED), **only(Paged))
def people(request: Request, ours: Ours, asked: Annotated[Paged, QueryOf()]) -> Response:
    """Everyone in the record, by id."""
    entries = ours.lookup.of_kind(EntryKind.PERSON)
    page = page_of_entries(entries, after=_after(request, asked), most=asked.limit)
    return _page(request, page, encoded(entries_json(None, page.part, ours.basis)))


@router.get(
    "/people/{person}",
    responses=_responses(shapes.Profile, _NAMED, _TAGGED),
    **only(Query),
)
def one_person(person: Name, ours: Ours) -> Response:
    """A person, by id or name, with the times in office and their citations."""
    return _json(profile_json(profile(person, ours.view)))


# --- events -------------------------------------------------------------------------------------


@router.get("/events", responses=_responses(shapes.Events, _NAMED, _PAGED), **only(EventsQuery))
def events(request: Request, ours: Ours, asked: Annotated[EventsQuery, QueryOf()]) -> Response:
    """Encounters and visits, by earliest day: those that the filters let through together."""
    return _events(request, ours, asked.wanted(), asked)


@router.get(
    "/encounters", responses=_responses(shapes.Events, _NAMED, _PAGED), **only(EncountersQuery)
)
def encounters(
    request: Request, ours: Ours, asked: Annotated[EncountersQuery, QueryOf()]
) -> Response:
    """Encounters alone."""
    return _events(request, ours, asked.wanted(), asked)


@router.get("/visits", responses=_responses(shapes.Events, _NAMED, _PAGED), **only(VisitsQuery))
def visits(request: Request, ours: Ours, asked: Annotated[VisitsQuery, QueryOf()]) -> Response:
    """Visits alone."""
    return _events(request, ours, asked.wanted(), asked)


@router.get(
    "/events/{event}", responses=_responses(shapes.OneEvent, _NAMED, _TAGGED), **only(Query)
)
def one(event: Name, ours: Ours) -> Response:
    """An encounter or a visit, by id, with its citations."""
    return _json(event_json(one_event(event, ours.view)))


@router.get(
    "/encounters/{event}", responses=_responses(shapes.OneEvent, _NAMED, _TAGGED), **only(Query)
)
def one_encounter(event: Name, ours: Ours) -> Response:
    """An encounter, by id, with its citations."""
    return _json(event_json(one_event(event, ours.view, EventKind.ENCOUNTER)))


@router.get(
    "/visits/{event}", responses=_responses(shapes.OneEvent, _NAMED, _TAGGED), **only(Query)
)
def one_visit(event: Name, ours: Ours) -> Response:
    """A visit, by id, with its citations."""
    return _json(event_json(one_event(event, ours.view, EventKind.VISIT)))


def _events(request: Request, ours: Served, wanted: Wanted, asked: Listed) -> Response:
    after, events = _after(request, asked), ours.finder.events(wanted)
    page = page_of_events(events, ours.view, after=after, most=asked.limit, order=asked.order)
    return _page(request, page, ours.texts.listed(page.part))


def _after(request: Request, asked: Paged) -> Place | None:
    return None if asked.cursor is None else cursors.read(asked.cursor, _list_of(request))


def _page(request: Request, page: Page[T], body: bytes) -> Response:
    """A page of a list; the headers tell how many rows there are, and where the next page is."""
    headers = {"total-count": str(page.total)}
    if page.next is not None:
        kept = [pair for pair in request.query_params.multi_items() if pair[0] != "cursor"]
        query = urlencode([*kept, ("cursor", cursors.written(page.next, _list_of(request)))])
        headers["link"] = f'<{request.url.path}?{query}>; rel="next"'
    return _told(body, headers)


def _list_of(request: Request) -> str:
    """The list that a page is of: the address, whatever the page's length."""
    chosen = (pair for pair in request.query_params.multi_items() if pair[0] not in _OF_A_PAGE)
    return f"{request.url.path}?{urlencode(sorted(chosen))}"


# --- what takes long ----------------------------------------------------------------------------


@router.get("/history", responses=_responses(shapes.History, _DEAR, _TAGGED), **only(HistoryQuery))
async def history(
    request: Request, ours: Admitted, asked: Annotated[HistoryQuery, QueryOf()]
) -> Response:
    """The history of two people or offices: every sentence rests on cited events."""
    return _told(await ours.answer(request, asked.job(ours.today())))


@router.get("/facets", responses=_responses(shapes.Facets, _DEAR, _TAGGED), **only(FacetsQuery))
async def facets(
    request: Request, ours: Admitted, asked: Annotated[FacetsQuery, QueryOf()]
) -> Response:
    """By what `/events` can be narrowed: values of its parameters, and how many each would leave.

    Each facet is counted under all filters but its own.
    """
    return _told(await ours.answer(request, asked.job()))


@router.get("/ask", responses=_responses(shapes.Answer, _DEAR, _TAGGED), **only(AskQuery))
async def ask(request: Request, ours: Admitted, asked: Annotated[AskQuery, QueryOf()]) -> Response:
    """One question, answered by a claim that the record supports."""
    return _told(await ours.answer(request, asked.job(ours.today())))


@router.get("/preview", responses=_responses(shapes.Preview, _DEAR, _TAGGED), **only(PreviewQuery))
async def preview(
    request: Request, ours: Admitted, asked: Annotated[PreviewQuery, QueryOf()]
) -> Response:
    """What would be true if two people met on a day in a place."""
    return _told(await ours.answer(request, asked.job()))


@router.post(
    "/check",
    responses=_responses(shapes.ExplainedCheck, _CHECKED),
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {
                JSON: {"schema": {"$ref": "#/components/schemas/CheckBody"}},
                **{kind: {} for kind in DOCUMENTS},
            },
        }
    },
    **only(CheckOptions),
)
async def check(
    request: Request, ours: Admitted, asked: Annotated[CheckOptions, QueryOf()]
) -> Response:
    """Check a document: as JSON, or as it is, with what is to be known of it as parameters.

    What both say, the body says. A document is plain text, Markdown, HTML or PDF.
    """
    settings = ours.settings
    body = await read_body(request, most=settings.most_bytes, seconds=settings.body_seconds)
    job = _document(request, asked, body, ours)
    return _told(await ours.answer(request, job), {"cache-control": "no-store"})


def _document(request: Request, asked: CheckOptions, body: bytes, ours: Served) -> Check:
    told = Message()
    told["content-type"] = request.headers.get("content-type", "")
    sent_as = told["content-type"].partition(";")[0].strip().lower()
    if sent_as in DOCUMENTS:
        charset = told.get_content_charset("")
        return asked.job(ours.today(), data=body, media_type=sent_as, charset=charset)
    if sent_as != JSON:
        expected = f"expected {JSON}, {', '.join(DOCUMENTS[:-1])} or {DOCUMENTS[-1]}"
        raise ProblemError("unknown-type", f'the body is "{shown(sent_as)}" ({expected})')
    given = _parsed(body, asked)
    if (given.text is None) == (given.url is None):
        raise InputError('the body has no document (expected either "text" or "url")')
    if given.url is not None and not ours.settings.fetch:
        detail = 'the server fetches no pages (expected the document as "text")'
        raise ProblemError("fetching-is-off", detail)
    if given.url is not None and not given.url.startswith(("https://", "http://")):
        raise InputError(f'not an address of the web: "{shown(given.url)}" (expected https://...)')
    if given.url is not None and (given.title or given.published):
        raise InputError('a page tells its own title and day (expected "text" with yours)')
    data = (given.text or "").encode()
    return given.job(ours.today(), data=data, url=given.url or "")


def _parsed(body: bytes, asked: CheckOptions) -> CheckBody:
    try:
        data = json.loads(body)
    except (ValueError, RecursionError):
        raise InputError("the body can't be read (expected JSON in UTF-8)") from None
    if not isinstance(data, dict):
        raise InputError('the body is no object (expected one with "text")')
    try:
        return CheckBody.model_validate({**asked.model_dump(exclude_unset=True), **data})
    except ValidationError as error:
        raise RequestValidationError(error.errors()) from None


def _json(data: Json) -> Response:
    return _told(encoded(data))


def _told(body: bytes, headers: dict[str, str] | None = None) -> Response:
    return Response(body, media_type=JSON, headers=headers)
