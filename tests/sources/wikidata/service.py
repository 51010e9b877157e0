"""A query service on this machine, for the tests that ask one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import ClassVar
from urllib.parse import parse_qs

from tests.sources.wikidata.answers import HOLDERS


class Service(BaseHTTPRequestHandler):
    """A query service that answers with what it is told, and keeps what it was asked."""

    status: ClassVar[int] = 200
    body: ClassVar[bytes] = b""
    asked: ClassVar[list[tuple[dict[str, str], str]]] = []

    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        form = parse_qs(self.rfile.read(length).decode())
        self.asked.append((dict(self.headers.items()), form["query"][0]))
        self.send_response(self.status)
        self.send_header("Content-Type", "application/sparql-results+json;charset=utf-8")
        self.end_headers()
        self.wfile.write(self.body)

    def log_message(self, *_: object) -> None:
        """Keep the tests' screen clean."""


@contextmanager
def serving() -> Iterator[str]:
    """The address of a service that has the office holders for an answer."""
    Service.status, Service.body, Service.asked = 200, HOLDERS.read_bytes(), []
    with HTTPServer(("127.0.0.1", 0), Service) as server:
        thread = Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/sparql"
        server.shutdown()
        thread.join()
