"""The routes of the pages: each page of a site by its address, and the forms."""

from __future__ import annotations

import json
from datetime import date
from importlib.resources import files
from typing import Annotated, Final

from fastapi import APIRouter, Request, Response
from fastapi import Query as QueryOf
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from summitry.desk.pages.choosing import chosen
from summitry.desk.pages.search import search_page
from summitry.faces import options
from summitry.faces.faults import shown
from summitry.faces.jobs import Check
from summitry.faces.web.bodies import read_body
from summitry.faces.web.pages.forms import File, read_form
from summitry.faces.web.pages.given import page, takes
from summitry.faces.web.pages.made import PageOf, PageOfAnswer, PageOfCheck, site_of
from summitry.faces.web.pages.packed import MOST_PACKED, unpacked
from summitry.faces.web.served import Ours, Served
from summitry.model.problems import InputError
from summitry.model.statements import DocumentType
from summitry.telling.addresses import HOME, Address, FormKind, PageKind
from summitry.telling.pages import asking, checking, choosing
from summitry.telling.pages import search as searching
from summitry.telling.pages.asking import AskingPage
from summitry.telling.pages.checking import CheckingPage
from summitry.telling.pages.leaf import FEED

ATOM: Final = "application/atom+xml; charset=utf-8"
SCRIPT: Final = "htmx-2.0.4.min.js"
MOST_ASKED: Final = 1000
"""Letters of a question."""
MOST_TYPED: Final = 200
"""Letters of a name that someone types."""

Typed = Annotated[str, QueryOf(max_length=MOST_TYPED)]

router = APIRouter(include_in_schema=False)


# --- the pages of a site ------------------------------------------------------------------------


@router.get("/", dependencies=[takes()])
def home(ours: Ours) -> Response:
    """The home page."""
    return page(site_of(ours.view, ours.today()).page(HOME))


@router.get(f"/{FEED}")
def feed(ours: Ours) -> Response:
    """The latest encounters, as a feed."""
    return Response(site_of(ours.view, ours.today()).feed(), media_type=ATOM)


# --- search -------------------------------------------------------------------------------------


@router.get(f"/{FormKind.SEARCH.path}", dependencies=[takes("q")])
def search(ours: Ours, q: Typed = "") -> Response:
    """The form, and what was found."""
    site = site_of(ours.view, ours.today())
    found = search_page(q, ours.lookup, site.register)
    return page(searching.as_html(found, site.leaf(FormKind.SEARCH)))


@router.get(f"/{SCRIPT}")
def script() -> Response:
    """What shows what is found while one types (https://htmx.org)."""
    text = files(__package__).joinpath("htmx", SCRIPT).read_bytes()
    return Response(text, media_type="text/javascript; charset=utf-8")


# --- the history of any two ---------------------------------------------------------------------


@router.get(f"/{FormKind.HISTORY.path}", dependencies=[takes("a", "b")])
def history(ours: Ours, a: Typed = "", b: Typed = "") -> Response:
    """The form; where both are named, the way to the page of the two."""
    site = site_of(ours.view, ours.today())
    leaf = site.leaf(FormKind.HISTORY)
    found = chosen(a, b, site.register)
    if isinstance(found, Address):
        return Response(status_code=303, headers={"location": found.seen_from(FormKind.HISTORY)})
    return page(choosing.as_html(found, leaf), 404 if found.problem else 200)


# --- a question ---------------------------------------------------------------------------------


@router.get(f"/{FormKind.ASK.path}", dependencies=[takes("question")])
async def ask(
    request: Request, ours: Ours, question: Annotated[str, QueryOf(max_length=MOST_ASKED)] = ""
) -> Response:
    """The box; where there is a question, its answer."""
    today = ours.today()
    if question.strip():
        ours.admit(request)
        made = await ours.answer(request, PageOfAnswer(question=question, today=today))
        return page(json.loads(made)["page"])
    site = site_of(ours.view, today)
    asked = AskingPage(ground=site.register.ground)
    return page(asking.as_html(asked, site.leaf(FormKind.ASK)))


# --- a text, checked ----------------------------------------------------------------------------


@router.get(f"/{FormKind.CHECK.path}", dependencies=[takes("text", "as_of")])
async def check(
    request: Request,
    ours: Ours,
    text: Annotated[str, QueryOf(max_length=MOST_PACKED)] = "",
    as_of: Typed = "",
) -> Response:
    """The form; where the address holds a text, the text with its statements marked."""
    if text:
        return page(await _checked(unpacked(text), as_of, request, ours))
    site = site_of(ours.view, ours.today())
    most = ours.settings.most_bytes // 1024
    asked = CheckingPage(ground=site.register.ground, most=most)
    return page(checking.as_html(asked, site.leaf(FormKind.CHECK)))


@router.post(f"/{FormKind.CHECK.path}")
async def check_given(request: Request, ours: Ours) -> Response:
    """The text that was pasted, or the file, with its statements marked; neither is kept."""
    settings = ours.settings
    body = await read_body(request, most=settings.most_bytes, seconds=settings.body_seconds)
    form = read_form(body, request.headers.get("content-type", ""))
    text, as_of = form.fields.get("text", ""), form.fields.get("as_of", "")
    file = form.files.get("file")
    if file is None:
        made = await _checked(text, as_of, request, ours)
    elif text.strip():
        raise InputError("there are a text and a file (expected one of them)")
    else:
        made = await _checked_file(file, as_of, request, ours)
    return page(made, headers={"cache-control": "no-store"})


async def _checked(text: str, as_of: str, request: Request, ours: Served) -> str:
    if not text.strip():
        raise InputError("there is no text and no file (expected some sentences)")
    data = text.replace("\r\n", "\n").encode()
    asked = Check(today=ours.today(), data=data, type=DocumentType.TEXT, as_of=_day(as_of))
    return await _made(asked, request, ours)


async def _checked_file(file: File, as_of: str, request: Request, ours: Served) -> str:
    asked = Check(
        today=ours.today(),
        data=file.data,
        name=shown(file.name) or "file",
        media_type=file.media_type,
        as_of=_day(as_of),
    )
    return await _made(asked, request, ours)


async def _made(asked: Check, request: Request, ours: Served) -> str:
    ours.admit(request)
    return str(json.loads(await ours.answer(request, PageOfCheck(check=asked)))["page"])


def _day(as_of: str) -> date | None:
    return options.day(as_of.strip()[:MOST_TYPED]) if as_of.strip() else None


@router.get("/{path:path}.html", dependencies=[takes()])
async def one(path: str, request: Request, ours: Ours) -> Response:
    """A page by its address: that of two is dear."""
    site = site_of(ours.view, ours.today())
    address = await run_in_threadpool(site.at, f"{path}.html")
    if address is None:
        raise HTTPException(404)
    if address.kind is not PageKind.PAIR:
        return page(await run_in_threadpool(site.page, address))
    ours.admit(request)
    made = await ours.answer(request, PageOf(address=address, today=ours.today()))
    return page(json.loads(made)["page"])
