"""Frame: what is true of every response, whoever gives it.

Security headers, HEAD as GET without the body, OPTIONS, reads from other origins, and a problem
where everything else failed.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from summitry.faces.web.problems import API, of_failure

SECURITY: Final[Mapping[str, str]] = {
    "content-security-policy": (
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}
"""What a response says of itself unless the one who gave it says otherwise."""

READS: Final = "GET, HEAD"
READABLE: Final = "ETag, Link, Retry-After, Total-Count"
"""Headers that pages of other origins may read."""
SECONDS_TO_ASK_AGAIN: Final = "86400"


class Frame:
    """What stands around an application."""

    def __init__(
        self, app: ASGIApp, failed: Callable[[str], Response] = lambda _: of_failure()
    ) -> None:
        """``failed`` tells who asked for a path that it can't be had."""
        self._app = app
        self._failed = failed

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        response = _Framed(scope, send)
        inner = {**scope, "method": "GET"} if scope["method"] == "HEAD" else scope
        try:
            await self._app(inner, receive, response.send)
        except Exception:
            logging.getLogger(__name__).exception("%s failed", scope["path"])
            if response.started:
                raise
            await self._failed(scope["path"])(inner, receive, response.send)


class _Framed:
    """The sending of one response."""

    def __init__(self, scope: Scope, send: Send) -> None:
        self._scope = scope
        self._send = send
        self._bodiless = scope["method"] == "HEAD"
        self.started = False

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.started = True
            message = self._start(message)
        elif self._bodiless:
            message = {**message, "body": b""}
        await self._send(message)

    def _start(self, message: Message) -> Message:
        headers = MutableHeaders(raw=list(message["headers"]))
        for name, value in SECURITY.items():
            headers.setdefault(name, value)
        if self._scope["path"].startswith(API):
            self._open_to_reads(headers)
        status = message["status"]
        if self._scope["method"] == "OPTIONS" and status == HTTPStatus.METHOD_NOT_ALLOWED:
            self._bodiless = True
            status = HTTPStatus.NO_CONTENT.value
            self._tell_options(headers)
        return {**message, "status": status, "headers": headers.raw}

    def _open_to_reads(self, headers: MutableHeaders) -> None:
        if self._scope["method"] in {"GET", "HEAD"}:
            headers["access-control-allow-origin"] = "*"
            headers["access-control-expose-headers"] = READABLE

    def _tell_options(self, headers: MutableHeaders) -> None:
        """Say what may be done at an address, and to a browser what other origins may."""
        for name in ("content-type", "content-length"):
            del headers[name]
        asked = Headers(scope=self._scope)
        readable = "GET" in headers.get("allow", "")
        if readable and "origin" in asked and self._scope["path"].startswith(API):
            headers["access-control-allow-origin"] = "*"
            headers["access-control-allow-methods"] = READS
            headers["access-control-allow-headers"] = "If-None-Match"
            headers["access-control-max-age"] = SECONDS_TO_ASK_AGAIN
