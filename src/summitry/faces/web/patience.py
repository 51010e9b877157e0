"""Patience: for how long a connection may keep the server waiting, and how long a head may be."""

from __future__ import annotations

import asyncio
from typing import Any, Final

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

SECONDS_OF_HEAD: Final = 10.0
SECONDS_OF_BODY: Final = 15.0
SECONDS_OF_ANSWER: Final = 180.0
MOST_OF_HEAD: Final = 64 * 1024
"""Bytes of a request's line and headers."""

_TOO_LONG: Final = (
    b"HTTP/1.1 431 Request Header Fields Too Large\r\n"
    b"content-length: 0\r\nconnection: close\r\n\r\n"
)


class PatientProtocol(HttpToolsProtocol):
    """A connection that is closed when its client takes too long to ask, or to take the answer.

    The server's own patience ends only between one request and the next.
    """

    def __init__(self, *arguments: Any, **named: Any) -> None:  # noqa: ANN401 - passed on
        super().__init__(*arguments, **named)
        self._watch: asyncio.TimerHandle | None = None
        self._came = 0
        self._head: int | None = None
        """Bytes of a head that isn't whole yet."""
        self._is_answering = False

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait."""
        super().connection_made(transport)
        self._wait(SECONDS_OF_HEAD)

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no more."""
        self._stop_waiting()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Take what came, unless a head gets too long."""
        self._came = len(data)
        if self._head is not None:
            self._head += self._came
        super().data_received(data)
        if self._head is not None and self._head > MOST_OF_HEAD and not self.transport.is_closing():
            self.transport.write(_TOO_LONG)
            self.transport.close()

    def on_message_begin(self) -> None:
        """Wait for the head."""
        super().on_message_begin()
        self._is_answering = False
        self._head = self._came
        self._wait(SECONDS_OF_HEAD)

    def on_headers_complete(self) -> None:
        """Wait for the body."""
        self._head = None
        self._wait(SECONDS_OF_BODY)
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        """Wait for the answer to be taken."""
        super().on_message_complete()
        self._is_answering = True
        if self.cycle.response_complete:
            self._stop_waiting()
        else:
            self._wait(SECONDS_OF_ANSWER)

    def on_response_complete(self) -> None:
        """Leave it to the server how long the client may be silent."""
        super().on_response_complete()
        if self._is_answering and not self.pipeline:
            self._stop_waiting()

    def _wait(self, seconds: float) -> None:
        self._stop_waiting()
        self._watch = self.loop.call_later(seconds, self._give_up)

    def _stop_waiting(self) -> None:
        if self._watch is not None:
            self._watch.cancel()
            self._watch = None

    def _give_up(self) -> None:
        # What waits to be sent to a client that takes nothing goes nowhere.
        self.transport.abort()
