"""The application: the API and the pages, with what stands around it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import date
from importlib.metadata import version as installed_version
from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp

from summitry.desk.records import View
from summitry.faces.options import day
from summitry.faces.queries import CheckBody
from summitry.faces.shapes import Problem
from summitry.faces.web import problems
from summitry.faces.web.editor import routes as editor
from summitry.faces.web.editor.editor import Editor
from summitry.faces.web.editor.guard import NotSignedIn
from summitry.faces.web.editor.pages import to_sign_in
from summitry.faces.web.following import Following
from summitry.faces.web.frame import Frame
from summitry.faces.web.pages import lists, reference
from summitry.faces.web.pages import routes as pages
from summitry.faces.web.pages.given import ElsewhereError, as_page, elsewhere, told_at
from summitry.faces.web.problems import ProblemError
from summitry.faces.web.remembered import Remembered
from summitry.faces.web.routes import router
from summitry.faces.web.served import Served
from summitry.faces.web.settings import Settings
from summitry.model.problems import SummitryError

DESCRIPTION = """\
A sourced record of who met whom. The objects are those of the command line's JSON, key for key.
Every answer names the record and its version. Names are names, other names or ids of the record;
days and dates are EDTF (ISO 8601-2). Reads carry an entity tag, and may come from any origin."""


def make_app(view: View, settings: Settings, today: Callable[[], date] | None = None) -> ASGIApp:
    """The application that serves a record; ``today`` tells the day."""
    clock = today or _today
    ours = Served.of(view, settings, clock)
    api = _api(ours)
    remembered = Remembered(
        api, version=ours.version, today=clock, most_bytes=settings.remembered_bytes
    )
    record = settings.editing.record if settings.editing is not None else settings.record
    if record is not None:
        api.state.following = Following(record, lambda view: _renew(api, remembered, view))
    if settings.editing is not None:
        api.state.editor = Editor(settings.editing, api.state.following.now)
        api.include_router(editor.router)
        api.add_exception_handler(NotSignedIn, to_sign_in)
    return Frame(remembered, lambda path: told_at(path, problems.of_failure(), api.state.served))


async def _renew(api: FastAPI, remembered: Remembered, view: View) -> None:
    """Serve the record as it is since, from one moment to the next."""
    ours: Served = api.state.served
    renewed = await run_in_threadpool(ours.renewed, view)
    version = await run_in_threadpool(lambda: renewed.version)
    ours.workers.renew(view)
    api.state.served = renewed
    remembered.renew(version)


def described_api(view: View) -> dict[str, Any]:
    """The OpenAPI description of the application that serves the record."""
    return _described(_api(Served.of(view, Settings(), _today)))


def _api(ours: Served) -> FastAPI:
    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        following: Following | None = getattr(app.state, "following", None)
        async with ours.working(), asyncio.TaskGroup() as tasks:
            watching = None if following is None else tasks.create_task(following.on())
            yield
            if watching is not None:
                watching.cancel()

    app = FastAPI(
        title="summitry",
        version=installed_version("summitry"),
        summary="Who met whom: told, asked and checked, with sources.",
        description=DESCRIPTION,
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        lifespan=lifespan,
    )
    app.state.served = ours
    app.include_router(router)
    app.include_router(reference.router)
    app.include_router(lists.router)
    app.include_router(pages.router)
    app.add_exception_handler(ElsewhereError, elsewhere)
    app.add_exception_handler(SummitryError, as_page(problems.of_summitry))
    app.add_exception_handler(ProblemError, as_page(problems.of_problem))
    app.add_exception_handler(HTTPException, as_page(problems.of_http))
    app.add_exception_handler(RequestValidationError, as_page(problems.of_validation))
    app.openapi = lambda: _described(app)  # type: ignore[method-assign]
    return app


def _described(app: FastAPI) -> dict[str, Any]:
    """The OpenAPI description, made once."""
    if app.openapi_schema is None:
        described = FastAPI.openapi(app)
        schemas = described["components"]["schemas"]
        for shape in (Problem, CheckBody):
            own = shape.model_json_schema(ref_template="#/components/schemas/{model}")
            schemas.update(own.pop("$defs", {}))
            schemas[shape.__name__] = own
        for name in ("HTTPValidationError", "ValidationError"):
            schemas.pop(name, None)
        for path in described["paths"].values():
            for operation in path.values():
                operation["responses"].pop("422", None)
        app.openapi_schema = described
    return app.openapi_schema


def _today() -> date:
    return day(None)
