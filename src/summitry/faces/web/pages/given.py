"""Given: pages as responses, and problems as pages."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection
from typing import Any, Final, cast
from urllib.parse import quote, urlencode

from fastapi import Depends, Request, Response

from summitry.faces.web.pages.made import site_of
from summitry.faces.web.problems import API
from summitry.faces.web.served import Served
from summitry.telling.pages import problem
from summitry.telling.pages.browsing import Asked
from summitry.telling.pages.problem import ProblemPage
from summitry.telling.policy import policy_of

HTML: Final = "text/html; charset=utf-8"


class ElsewhereError(Exception):
    """A page that is at another address: the same without what it isn't asked."""

    def __init__(self, request: Request, asked: Asked) -> None:
        # Quoted, and begun so, it is a way from this very page: no path leads to another site.
        *_, last = request.url.path.split("/")
        self.location = f"./{quote(last)}" + (f"?{urlencode(asked)}" if asked else "")
        super().__init__(self.location)


def elsewhere(_: Request, error: Exception) -> Response:
    """The way to another address."""
    location = cast("ElsewhereError", error).location
    return Response(status_code=303, headers={"location": location})


def asked_of(request: Request, names: Collection[str]) -> Asked:
    """What an address asks of a page; ElsewhereError if it has more than that.

    What isn't known, as those add who pass addresses on, and the empty fields of a form go.
    """
    given = request.query_params.multi_items()
    pairs = ((name, value.strip()) for name, value in given if name in names)
    asked = tuple((name, value) for name, value in pairs if value)
    if asked != tuple(given):
        raise ElsewhereError(request, asked)
    return asked


def takes(*names: str) -> Any:  # noqa: ANN401 - the library's own
    """What makes a page's address the same for all who ask the same of it."""

    async def refuse(request: Request) -> None:
        asked_of(request, names)

    return Depends(refuse)


Handler = Callable[[Request, Exception], Response]


def page(text: str, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """A page, held to its policy: its own styles, scripts of files alone, in no frame."""
    policy = f"{policy_of(text)}; frame-ancestors 'none'"
    told = {"content-security-policy": policy, **(headers or {})}
    return Response(text.encode("utf-8", "replace"), status, told, HTML)


def as_page(told: Handler) -> Handler:
    """A handler that tells of a problem by a page, where the API's own tells programs."""

    def handler(request: Request, error: Exception) -> Response:
        return told_at(request.url.path, told(request, error), request.app.state.served)

    return handler


def told_at(path: str, response: Response, ours: Served) -> Response:
    """The problem that a response tells, as who asked for the path takes it."""
    if path.startswith(API):
        return response
    said = json.loads(bytes(response.body))
    leaf = site_of(ours.view, ours.today()).leaf_within(max(0, path.count("/") - 1))
    text = problem.as_html(ProblemPage(title=said["title"], detail=said["detail"]), leaf)
    kept = {
        name: value
        for name, value in response.headers.items()
        if name not in {"content-length", "content-type"}
    }
    return page(text, response.status_code, kept)
