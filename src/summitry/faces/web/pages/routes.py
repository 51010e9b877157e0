"""The routes of the pages: each page of a site by its address, and the forms."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Annotated, Final

from fastapi import APIRouter, Request, Response
from fastapi import Query as QueryOf
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from summitry.desk.pages.choosing import chosen
from summitry.desk.pages.search import search_page
from summitry.faces.web.pages.given import page
from summitry.faces.web.pages.made import PageOf, site_of
from summitry.faces.web.served import Ours
from summitry.telling.addresses import HOME, Address, FormKind, PageKind
from summitry.telling.pages import choosing
from summitry.telling.pages import search as searching
from summitry.telling.pages.leaf import FEED

ATOM: Final = "application/atom+xml; charset=utf-8"
SCRIPT: Final = "htmx-2.0.4.min.js"
MOST_TYPED: Final = 200
"""Letters of a name that someone types."""

Typed = Annotated[str, QueryOf(max_length=MOST_TYPED)]

router = APIRouter(include_in_schema=False)


# --- the pages of a site ------------------------------------------------------------------------


@router.get("/")
def home(ours: Ours) -> Response:
    """The home page."""
    return page(site_of(ours.view, ours.today()).page(HOME))


@router.get(f"/{FEED}")
def feed(ours: Ours) -> Response:
    """The latest encounters, as a feed."""
    return Response(site_of(ours.view, ours.today()).feed(), media_type=ATOM)


# --- search -------------------------------------------------------------------------------------


@router.get(f"/{FormKind.SEARCH.path}")
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


@router.get(f"/{FormKind.HISTORY.path}")
def history(ours: Ours, a: Typed = "", b: Typed = "") -> Response:
    """The form; where both are named, the way to the page of the two."""
    site = site_of(ours.view, ours.today())
    leaf = site.leaf(FormKind.HISTORY)
    found = chosen(a, b, site.register)
    if isinstance(found, Address):
        return Response(status_code=303, headers={"location": found.seen_from(FormKind.HISTORY)})
    return page(choosing.as_html(found, leaf), 404 if found.problem else 200)


@router.get("/{path:path}.html")
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
