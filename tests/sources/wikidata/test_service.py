from __future__ import annotations

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import ClassVar
from urllib.parse import parse_qs

import pytest

from summitry.model.problems import InputError
from summitry.sources.wikidata.query import query
from summitry.sources.wikidata.service import ask
from tests.sources.wikidata.answers import HOLDERS, imported

QUERY = query(offices=("Q11696",))


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


@pytest.fixture
def endpoint() -> Iterator[str]:
    Service.status, Service.body, Service.asked = 200, HOLDERS.read_bytes(), []
    with HTTPServer(("127.0.0.1", 0), Service) as server:
        thread = Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/sparql"
        server.shutdown()
        thread.join()


def test_the_answer_is_kept_as_it_came(endpoint: str, tmp_path: Path) -> None:
    ask(QUERY, tmp_path / "holders.json", endpoint=endpoint)
    assert (tmp_path / "holders.json").read_bytes() == HOLDERS.read_bytes()
    assert [path.name for path in tmp_path.iterdir()] == ["holders.json"]
    assert imported(tmp_path / "holders.json") == imported(HOLDERS)


def test_the_service_is_asked_as_it_wishes(endpoint: str, tmp_path: Path) -> None:
    ask(QUERY, tmp_path / "holders.json", endpoint=endpoint)
    ((headers, text),) = Service.asked
    assert text == QUERY
    assert headers["Accept"] == "application/sparql-results+json"
    assert headers["User-Agent"].startswith("summitry ")


@pytest.mark.parametrize(
    ("status", "body", "says"),
    [
        (429, b"", "Too Many Requests"),
        (500, b"java.util.concurrent.TimeoutException", "Internal Server Error"),
        (200, b"<html>maintenance</html>", "has no office holders"),
        (200, json.dumps({"head": {"vars": ["x"]}}).encode(), "has no office holders"),
        (200, b"", "has no office holders"),
    ],
)
def test_what_is_no_answer_is_refused_and_nothing_kept(
    endpoint: str, tmp_path: Path, status: int, body: bytes, says: str
) -> None:
    Service.status, Service.body = status, body
    (tmp_path / "holders.json").write_text("before")
    with pytest.raises(InputError) as refused:
        ask(QUERY, tmp_path / "holders.json", endpoint=endpoint)
    assert says in str(refused.value)
    assert endpoint in str(refused.value)
    assert (tmp_path / "holders.json").read_text() == "before"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_place_that_is_not_there_is_told(endpoint: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="can't write"):
        ask(QUERY, tmp_path / "nowhere" / "holders.json", endpoint=endpoint)
