"""Fetching: real servers on the loopback, and one line where nothing is to be had."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from summitry.model.problems import InputError
from summitry.sources.fetch import fetch


class _Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", "/here")
            self.end_headers()
        elif self.path == "/here":
            self._answer(b"x" * 1000)
        else:
            self.send_error(404)

    def do_POST(self) -> None:
        self._answer(self.rfile.read(int(self.headers["Content-Length"])))

    def _answer(self, body: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def test_what_is_there_is_fetched_also_where_it_has_moved(site: str) -> None:
    assert fetch(f"{site}/here", most=1000) == fetch(f"{site}/moved", most=1000) == b"x" * 1000


def test_a_form_is_posted(site: str) -> None:
    assert fetch(site, most=1000, form={"query": "a b"}) == b"query=a+b"


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/here", "it is larger than 999 bytes"),
        ("/nowhere", "Not Found"),
    ],
)
def test_what_can_not_be_had_is_said_in_one_line(site: str, path: str, message: str) -> None:
    with pytest.raises(InputError) as refused:
        fetch(f"{site}{path}", most=999)
    assert str(refused.value) == f'can\'t fetch "{site}{path}": {message}'


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://example.org/x", "here"])
def test_only_the_web_is_fetched_from(url: str) -> None:
    with pytest.raises(InputError, match="expected an address that starts with https://"):
        fetch(url, most=1)


def test_a_server_that_is_not_there_is_said_to_be_so() -> None:
    with pytest.raises(InputError, match=r"Connection refused"):
        fetch("http://127.0.0.1:9/", most=1)
