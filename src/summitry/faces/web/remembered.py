"""Remembered: answers to reads, kept as long as they are right, with their tags.

An answer hangs on the record, the code, the day and the address alone, so that these make its
entity tag, and whoever holds it needs no other answer.
"""

from __future__ import annotations

import gzip
import hashlib
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from http import HTTPStatus
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LEAST_ZIPPED: Final = 512
"""Bytes from which on a body is compressed."""
LEVEL: Final = 3
PLAIN_KINDS: Final = ("application/json", "application/problem+json", "text/")

Key = tuple[date, str, bytes]


@dataclass(slots=True)
class _Answer:
    """A response that was given, and can be given again."""

    headers: list[tuple[bytes, bytes]]
    body: bytes
    _zipped: bytes | None = field(default=None)

    @property
    def zipped(self) -> bytes:
        if self._zipped is None:
            self._zipped = gzip.compress(self.body, LEVEL, mtime=0)
        return self._zipped

    @property
    def weight(self) -> int:
        return 2 * len(self.body) + 1024


class Remembered:
    """An application whose answers to reads are tagged, compressed and kept.

    A response with ``cache-control: no-store`` is given as it is. ``version`` is of all that
    answers hang on besides the day and the address.
    """

    def __init__(
        self, app: ASGIApp, *, version: str, today: Callable[[], date], most_bytes: int
    ) -> None:
        self._app = app
        self._version = version
        self._today = today
        self._most = most_bytes
        self.weight = 0
        """Bytes that what is kept takes."""
        self._kept: OrderedDict[Key, _Answer] = OrderedDict()
        self._renewed = 0

    def renew(self, version: str) -> None:
        """Answer of another version from now on, and keep nothing of the one before."""
        self._version = version
        self._kept.clear()
        self.weight = 0
        self._renewed += 1

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, from what is kept if it is."""
        if scope["type"] != "http" or scope["method"] != "GET":
            await self._app(scope, receive, send)
            return
        key = (self._today(), scope["path"], scope["query_string"])
        answer = self._kept.get(key)
        if answer is None:
            given, before = _Given(), self._renewed
            await self._app(scope, receive, given.send)
            # What was asked of one version may have been answered of the next.
            if not given.is_for_keeps or self._renewed != before:
                await given.pass_on(send)
                return
            answer = self._keep(key, given)
        else:
            self._kept.move_to_end(key)
        await self._give(answer, self._tag(key), Headers(scope=scope), send)

    def _tag(self, key: Key) -> str:
        day, path, query = key
        told = f"{self._version}\n{day}\n{path}?".encode() + query
        return f'W/"{hashlib.sha256(told).hexdigest()[:32]}"'

    def _keep(self, key: Key, given: _Given) -> _Answer:
        answer = _Answer(given.headers, bytes(given.body))
        if answer.weight <= self._most:
            if key in self._kept:
                self.weight -= self._kept[key].weight
            self._kept[key] = answer
            self.weight += answer.weight
            while self.weight > self._most:
                _, oldest = self._kept.popitem(last=False)
                self.weight -= oldest.weight
        return answer

    async def _give(self, answer: _Answer, tag: str, asked: Headers, send: Send) -> None:
        headers = MutableHeaders(raw=list(answer.headers))
        headers["etag"] = tag
        headers.setdefault("cache-control", "no-cache")
        headers["vary"] = "Accept-Encoding"
        if _is_among(tag, asked.get("if-none-match", "")):
            for name in ("content-length", "content-type"):
                del headers[name]
            await _send(send, HTTPStatus.NOT_MODIFIED.value, headers, b"")
            return
        body = answer.body
        plain = headers.get("content-type", "").startswith(PLAIN_KINDS)
        if plain and len(body) >= LEAST_ZIPPED and _takes_gzip(asked.get("accept-encoding", "")):
            body = answer.zipped
            headers["content-encoding"] = "gzip"
        headers["content-length"] = str(len(body))
        await _send(send, HTTPStatus.OK.value, headers, body)


class _Given:
    """A response that is held back until it is whole."""

    def __init__(self) -> None:
        self.status = HTTPStatus.OK.value
        self.headers: list[tuple[bytes, bytes]] = []
        self.body = bytearray()

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status, self.headers = message["status"], list(message["headers"])
        elif message["type"] == "http.response.body":
            self.body += message.get("body", b"")

    @property
    def is_for_keeps(self) -> bool:
        control = MutableHeaders(raw=self.headers).get("cache-control", "")
        return self.status == HTTPStatus.OK and "no-store" not in control

    async def pass_on(self, send: Send) -> None:
        await _send(send, self.status, MutableHeaders(raw=self.headers), bytes(self.body))


async def _send(send: Send, status: int, headers: MutableHeaders, body: bytes) -> None:
    await send({"type": "http.response.start", "status": status, "headers": headers.raw})
    await send({"type": "http.response.body", "body": body})


def _is_among(tag: str, asked: str) -> bool:
    """Whether If-None-Match names the tag, compared weakly, or any."""
    tags = [one.strip().removeprefix("W/") for one in asked.split(",")]
    return "*" in tags or tag.removeprefix("W/") in tags


def _takes_gzip(asked: str) -> bool:
    for one in asked.split(","):
        coding, _, weight = one.partition(";")
        if coding.strip().lower() in {"gzip", "*"}:
            return weight.replace(" ", "").lower() not in {"q=0", "q=0.0", "q=0.00", "q=0.000"}
    return False
