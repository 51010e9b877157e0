"""Problems: what went wrong with a request, as ``application/problem+json`` (RFC 9457)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Final, cast

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from summitry.faces.faults import shown, told
from summitry.faces.queries import CheckBody
from summitry.model.problems import SummitryError, UnknownName

API: Final = "/api/"
"""How the paths of the API begin."""
MEDIA_TYPE: Final = "application/problem+json"
TYPES: Final = "/api/v1/docs#"
"""Before a problem's code: where it is described."""

CODES: Final[Mapping[str, tuple[HTTPStatus, str]]] = {
    "bad-input": (HTTPStatus.BAD_REQUEST, "A parameter or the body can't be used."),
    "fetching-is-off": (HTTPStatus.FORBIDDEN, "The server fetches no pages."),
    "not-allowed": (HTTPStatus.FORBIDDEN, "Only who is signed in as an editor may do that."),
    "unknown-name": (
        HTTPStatus.NOT_FOUND,
        "The record has no such name or id, or more than one of the name.",
    ),
    "not-found": (HTTPStatus.NOT_FOUND, "There is nothing at the address."),
    "method-not-allowed": (HTTPStatus.METHOD_NOT_ALLOWED, "The address has no such method."),
    "too-late": (HTTPStatus.REQUEST_TIMEOUT, "The body didn't come in time."),
    "too-long": (HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "The body is longer than the server takes."),
    "unknown-type": (HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "The body is of no type that is read."),
    "too-often": (HTTPStatus.TOO_MANY_REQUESTS, "The client asked more than it may in a minute."),
    "internal-error": (HTTPStatus.INTERNAL_SERVER_ERROR, "The server failed."),
    "busy": (HTTPStatus.SERVICE_UNAVAILABLE, "Too many requests are waiting already."),
    "too-slow": (HTTPStatus.GATEWAY_TIMEOUT, "The answer took longer than the server waits."),
}
"""Each problem's code, with its status and what it means."""

_ALLOWED: Final = {"GET": "GET, HEAD, OPTIONS", "POST": "OPTIONS, POST"}
"""What an address takes, by what its route does."""


class ProblemError(Exception):
    """A request that can't be answered: a code of the table, and one line that says why."""

    def __init__(self, code: str, detail: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(detail)
        self.code = code
        self.headers = headers or {}


def problem(code: str, detail: str, headers: Mapping[str, str] | None = None) -> Response:
    """The response that tells of a problem."""
    status, _ = CODES[code]
    data = {
        "type": f"{TYPES}{code}",
        "title": status.phrase,
        "status": status.value,
        "detail": _whole(detail),
    }
    kept = {"cache-control": "no-store", **(headers or {})}
    text = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    return Response(text, status.value, kept, MEDIA_TYPE)


def of_summitry(_: Request, error: Exception) -> Response:
    """What summitry itself refuses."""
    code = "unknown-name" if isinstance(error, UnknownName) else "bad-input"
    return problem(code, str(cast("SummitryError", error)))


def of_problem(_: Request, error: Exception) -> Response:
    """What a route refuses."""
    known = cast("ProblemError", error)
    return problem(known.code, str(known), known.headers)


def of_http(request: Request, error: Exception) -> Response:
    """What no route takes."""
    known = cast("HTTPException", error)
    if known.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        allowed = _ALLOWED.get((known.headers or {}).get("Allow", ""), "")
        detail = f'{request.url.path} has no method "{request.method}" (expected {allowed})'
        return problem("method-not-allowed", detail, {"allow": allowed})
    if known.status_code == HTTPStatus.NOT_FOUND:
        path = request.url.path
        expected = TYPES[:-1] if path.startswith(API) else "a page that another leads to"
        return problem("not-found", f'nothing at "{shown(path)}" (expected {expected})')
    return problem("bad-input", str(known.detail).lower())


def of_failure() -> Response:
    """What nobody foresaw."""
    return problem("internal-error", "the server failed (try again, or tell who runs it)")


def of_validation(_: Request, error: Exception) -> Response:
    """A parameter or a part of the body that isn't as it should be."""
    first, *_rest = cast("RequestValidationError", error).errors()
    return problem("bad-input", told(first, CheckBody.model_fields))


def _whole(text: str) -> str:
    """Text without what UTF-8 can't hold."""
    return text.encode("utf-8", "replace").decode()
