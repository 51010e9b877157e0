"""Lists: events on pages that can be narrowed, and the whole list to be taken away."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, TypeVar, get_origin

from fastapi import APIRouter, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError

from summitry.desk.export import exported
from summitry.desk.find import Wanted, finder_of
from summitry.desk.pages.browse import browse_page
from summitry.desk.paging import Order
from summitry.desk.records import View
from summitry.faces.faults import told
from summitry.faces.queries import BrowseQuery, EventFilters
from summitry.faces.screen import csv_of
from summitry.faces.web.pages.given import asked_of, page
from summitry.faces.web.pages.made import site_of
from summitry.faces.web.served import Ours
from summitry.faces.wire import Json, events_json
from summitry.faces.workers import encoded
from summitry.model.problems import InputError
from summitry.telling.addresses import FormKind
from summitry.telling.exports.texts import TEXTS
from summitry.telling.pages import browsing
from summitry.telling.pages.browsing import Asked, BrowsingPage

router = APIRouter(include_in_schema=False)


class Taken(StrEnum):
    """As what a list can be taken away."""

    JSON = "json"
    CSV = "csv"
    ICS = "ics"
    GEOJSON = "geojson"
    JSONLD = "jsonld"
    TIMELINEJS = "timelinejs"
    FTM = "ftm"


MEDIA_TYPES: Final = {
    Taken.JSON: "application/json",
    Taken.CSV: "text/csv; charset=utf-8",
    Taken.ICS: "text/calendar; charset=utf-8",
    Taken.GEOJSON: "application/geo+json",
    Taken.JSONLD: "application/ld+json",
    Taken.TIMELINEJS: "application/json",
    Taken.FTM: "application/x-ndjson",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PageOfList:
    """A page of a list of events; ``asked`` is what its address says of them."""

    asked: Asked
    wanted: Wanted
    order: Order
    number: int
    today: date

    def answer(self, view: View) -> Json:
        """The page, as text, and whether there is what was asked for."""
        site = site_of(view, self.today)
        made = browse_page(
            self.asked, self.wanted, site.register, order=self.order, number=self.number
        )
        text = browsing.as_html(made, site.leaf(FormKind.BROWSE))
        return {"page": text, "found": not made.problem}


@dataclass(frozen=True, slots=True, kw_only=True)
class ListOf:
    """A whole list of events, to be taken away."""

    wanted: Wanted
    format: Taken

    def answer(self, view: View) -> Json:
        """The list, as text."""
        found = finder_of(view).find(self.wanted)
        match self.format:
            case Taken.JSON:
                return {"text": encoded(events_json(found)).decode()}
            case Taken.CSV:
                return {"text": csv_of(events_json(found)["events"])}
            case _:
                return {"text": TEXTS[self.format.value](exported(found, view)).text}


@router.get(f"/{FormKind.BROWSE.path}")
async def browse(request: Request, ours: Ours) -> Response:
    """A page of the list with what narrows it; where there is none, the form as it came."""
    asked = asked_of(request, BrowseQuery.model_fields)
    try:
        known = _parsed(BrowseQuery, asked)
        wanted = known.wanted()
    except (InputError, RequestValidationError) as error:
        site = site_of(ours.view, ours.today())
        refused = BrowsingPage(ground=site.register.ground, asked=asked, problem=_said(error))
        return page(browsing.as_html(refused, site.leaf(FormKind.BROWSE)), 400)
    job = PageOfList(
        asked=asked, wanted=wanted, order=known.order, number=known.page, today=ours.today()
    )
    ours.admit(request)
    made = json.loads(await ours.answer(request, job))
    return page(made["page"], 200 if made["found"] else 404)


@router.get("/events.{end}")
async def take(end: Taken, request: Request, ours: Ours) -> Response:
    """The whole list, as ``summitry find`` and ``summitry export`` write it."""
    wanted = _parsed(EventFilters, asked_of(request, EventFilters.model_fields)).wanted()
    ours.admit(request)
    made = json.loads(await ours.answer(request, ListOf(wanted=wanted, format=end)))
    headers = {"content-disposition": f'attachment; filename="events.{end.value}"'}
    return Response(made["text"], media_type=MEDIA_TYPES[end], headers=headers)


def _said(error: InputError | RequestValidationError) -> str:
    if isinstance(error, InputError):
        return str(error)
    return told(error.errors()[0], BrowseQuery.model_fields)


Q = TypeVar("Q", bound=EventFilters)


def _parsed(query: type[Q], asked: Asked) -> Q:
    """What is asked for; RequestValidationError where that can't be."""
    values: defaultdict[str, list[str]] = defaultdict(list)
    for name, value in asked:
        values[name].append(value)
    fields = query.model_fields
    several = {name for name in values if get_origin(fields[name].annotation) is list}
    given = {name: all if name in several else all[-1] for name, all in values.items()}
    try:
        return query.model_validate(given)
    except ValidationError as error:
        raise RequestValidationError(error.errors()) from None
