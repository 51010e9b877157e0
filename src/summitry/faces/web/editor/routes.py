"""The routes of the editor's pages."""

from __future__ import annotations

from typing import Annotated, Final

from fastapi import APIRouter, Request, Response
from fastapi import Query as QueryOf
from starlette.concurrency import run_in_threadpool

from summitry.desk import log as logs
from summitry.desk.find import Wanted
from summitry.faces import options
from summitry.faces.web.editor import decide, encounters
from summitry.faces.web.editor.guard import Asked, Fields, Signed, Visitor, remember
from summitry.faces.web.editor.pages import desk_of, go, seen
from summitry.faces.web.problems import ProblemError
from summitry.faces.web.served import Ours
from summitry.model.events import Event, EventKind, Status
from summitry.model.problems import SummitryError
from summitry.model.proposals import ProposalState
from summitry.telling.pages import editing

MOST_TYPED: Final = 500
CHANGES: Final = 30
"""Changes on one page of the log."""

Typed = Annotated[str, QueryOf(max_length=MOST_TYPED)]

router = APIRouter(prefix="/edit", include_in_schema=False)


# --- signing in and out -------------------------------------------------------------------------


@router.get("")
def desk(_: Signed) -> Response:
    """The way to the first page."""
    return go("edit/proposals")


@router.get("/sign-in")
def sign_in(request: Request, ours: Ours, asked: Visitor) -> Response:
    """The form to sign in by."""
    page = seen(editing.sign_in(desk_of(ours, asked)))
    return remember(page, asked, asked.session, request)


@router.post("/sign-in")
def signed_in(request: Request, ours: Ours, asked: Visitor, fields: Fields) -> Response:
    """A session, for who has the token and says a name."""
    wait = asked.editor.tries.wait("" if request.client is None else request.client.host)
    if wait:
        detail = "too many tries to sign in (expected some in a minute)"
        raise ProblemError("too-often", detail, {"retry-after": str(wait)})
    name = " ".join(fields.get("name", [""])[0].split())
    known = asked.editor.sessions.admits(fields.get("token", [""])[0])
    if not (known and name):
        wrong = "no name (expected yours)" if known else "that is not the token (expected it)"
        form = editing.Form(values={"name": (name,)})
        return seen(editing.sign_in(desk_of(ours, asked, problem=wrong), form), 403)
    asked.editor.sessions.end(asked.session)
    return remember(go("proposals"), asked, asked.editor.sessions.begin(name), request)


@router.post("/sign-out")
def signed_out(request: Request, asked: Signed, _: Fields) -> Response:
    """The end of the session."""
    asked.editor.sessions.end(asked.session)
    return remember(go("sign-in"), asked, asked.editor.sessions.visit(), request)


# --- encounters ---------------------------------------------------------------------------------


@router.get("/find")
def find(
    ours: Ours,
    asked: Signed,
    *,
    a: Typed = "",
    b: Typed = "",
    since: Typed = "",
    until: Typed = "",
) -> Response:
    """The form to find an encounter by, and what was found."""
    typed = {"a": a, "b": b, "since": since, "until": until}
    desk, status = desk_of(ours, asked), 200
    found: tuple[Event, ...] = ()
    try:
        wanted = Wanted(
            a=a.strip() or None,
            b=b.strip() or None,
            kind=EventKind.ENCOUNTER,
            since=options.first_day(since.strip() or None),
            until=options.last_day(until.strip() or None),
            statuses=frozenset(Status),
        )
        found = ours.finder.find(wanted).events
    except SummitryError as error:
        desk, status = desk_of(ours, asked, problem=str(error)), 400
    return seen(editing.finding(desk, typed, found, ours.view.names()), status)


@router.get("/add")
def add(ours: Ours, asked: Signed) -> Response:
    """The form to add an encounter."""
    return seen(editing.adding(desk_of(ours, asked), encounters.EMPTY))


@router.post("/add")
async def added(ours: Ours, asked: Signed, fields: Fields) -> Response:
    """The encounter, added, or the form with what is wrong beside its fields."""
    done = await run_in_threadpool(encounters.add, ours, asked, fields)
    return await _after(asked, done)


@router.get("/amend")
async def amend(ours: Ours, asked: Signed, *, id: Typed = "", done: Typed = "") -> Response:
    """The form to amend an encounter."""
    return seen(await run_in_threadpool(encounters.show, ours, asked, id, done))


@router.post("/amend")
async def amended(ours: Ours, asked: Signed, fields: Fields) -> Response:
    """The encounter, amended, or the form with what is wrong, and what another changed since."""
    done = await run_in_threadpool(encounters.amend, ours, asked, fields)
    return await _after(asked, done)


# --- proposals ----------------------------------------------------------------------------------


@router.get("/proposals")
async def proposals(
    ours: Ours,
    asked: Signed,
    *,
    state: ProposalState = ProposalState.OPEN,
    done: Typed = "",
) -> Response:
    """The proposals in one state."""
    return seen(await run_in_threadpool(decide.listed, ours, asked, state, done))


@router.get("/proposal")
async def proposal(ours: Ours, asked: Signed, id: Typed = "") -> Response:
    """One proposal, with what accepting it does."""
    return seen(await run_in_threadpool(decide.show, ours, asked, id))


@router.post("/proposal")
async def decided(ours: Ours, asked: Signed, fields: Fields) -> Response:
    """The proposal, decided, or the form with what is wrong."""
    done = await run_in_threadpool(decide.decide, ours, asked, fields)
    return await _after(asked, done)


# --- the log ------------------------------------------------------------------------------------


@router.get("/log")
async def log(
    ours: Ours, asked: Signed, before: Annotated[int | None, QueryOf(ge=1, le=2**62)] = None
) -> Response:
    """The changes of the record, the last first."""
    return seen(await run_in_threadpool(_log, ours, asked, before))


@router.post("/undo")
async def undone(ours: Ours, asked: Signed, fields: Fields) -> Response:
    """A change, taken back, or the log with the reason why it can't be."""

    def undo() -> Response:
        signed = asked.editor.signed(asked.session, fields.get("why", [""])[0])
        try:
            number = options.number(fields.get("id", [""])[0])
            done = logs.undo(asked.editor.record, number, signed)
        except SummitryError as error:
            return seen(_log(ours, asked, None, problem=str(error)), 409)
        return go(f"log#change-{done.id}")

    return await _after(asked, await run_in_threadpool(undo))


def _log(ours: Ours, asked: Asked, before: int | None, problem: str = "") -> str:
    found = logs.changes(asked.editor.record, most=CHANGES, before=before)
    desk = desk_of(ours, asked, problem=problem)
    return editing.log(desk, found, older=len(found) == CHANGES)


async def _after(asked: Asked, response: Response) -> Response:
    """The response to a form: where it led on, something changed."""
    if response.status_code == 303:
        await asked.editor.changed()
    return response
