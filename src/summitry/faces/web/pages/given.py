"""Given: pages as responses, and problems as pages."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Final

from fastapi import Request, Response

from summitry.faces.web.pages.made import site_of
from summitry.faces.web.problems import API
from summitry.faces.web.served import Served
from summitry.telling.pages import problem
from summitry.telling.pages.problem import ProblemPage

HTML: Final = "text/html; charset=utf-8"

POLICY: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
"""What a page may load and run: its own style, and scripts of files alone."""

Handler = Callable[[Request, Exception], Response]


def page(text: str, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """A page, held to the policy of pages."""
    told = {"content-security-policy": POLICY, **(headers or {})}
    return Response(text.encode("utf-8", "replace"), status, told, HTML)


def as_page(told: Handler) -> Handler:
    """A handler that tells of a problem by a page, where the API's own tells programs."""

    def handler(request: Request, error: Exception) -> Response:
        response = told(request, error)
        path = request.url.path
        if path.startswith(API):
            return response
        said = json.loads(bytes(response.body))
        ours: Served = request.app.state.served
        leaf = site_of(ours.view, ours.today()).leaf_within(max(0, path.count("/") - 1))
        text = problem.as_html(ProblemPage(title=said["title"], detail=said["detail"]), leaf)
        kept = {
            name: value
            for name, value in response.headers.items()
            if name not in {"content-length", "content-type"}
        }
        return page(text, response.status_code, kept)

    return handler
