"""Fetching a page: real servers on the loopback, which is refused unless a test allows it."""

from __future__ import annotations

import gzip
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Final

import pytest

from summitry.model.problems import InputError
from summitry.sources.web import MEDIA_TYPES, MOST_REDIRECTS, Page, fetch_page, resolve

TEXT: Final = b"<p>They met.</p>"
MANY: Final = 50_000_000
LOOPBACK: Final = "127.0.0.1"


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


# What is at a path: a status, headers and a body.
Answer = tuple[int, dict[str, str], bytes]


def page(body: bytes = TEXT, type: str = "text/html", **headers: str) -> Answer:
    return 200, {"Content-Type": type, "Content-Length": str(len(body)), **headers}, body


def moved(where: str, status: int = 302) -> Answer:
    return status, {"Location": where, "Content-Length": "0"}, b""


def packed(body: bytes, packing: str) -> Answer:
    return page(body, **{"Content-Encoding": packing})


ANSWERS: Final[dict[str, Answer]] = {
    "/page": page(),
    "/charset": page("Señor".encode("latin-1"), "text/plain; charset=ISO-8859-1"),
    "/markdown": page(b"# A", "text/markdown"),
    "/pdf": page(b"%PDF-1.7", "application/pdf"),
    "/untyped": (200, {"Content-Length": str(len(TEXT))}, TEXT),
    "/octets": page(type="application/octet-stream"),
    "/endless-till-closed": (200, {"Content-Type": "text/html"}, TEXT),
    "/query?a=b&c=%20d": page(b"asked"),
    "/a%20b/caf%C3%A9": page(b"quoted"),
    "/gzip": packed(gzip.compress(TEXT), "gzip"),
    "/gzip-twice": packed(gzip.compress(TEXT) + b"trailing", "gzip"),
    "/deflate": packed(zlib.compress(TEXT), "deflate"),
    "/raw-deflate": packed(raw_deflate(TEXT), "deflate"),
    "/large": page(b"x" * 2000),
    "/bomb": packed(gzip.compress(b"x" * MANY), "gzip"),
    "/deflate-bomb": packed(raw_deflate(b"x" * MANY), "deflate"),
    "/not-gzip": packed(TEXT, "gzip"),
    "/half-gzip": packed(gzip.compress(TEXT * 9)[:-12], "gzip"),
    "/brotli": packed(TEXT, "br"),
    "/picture": page(type="image/png"),
    "/feed": page(type="application/rss+xml"),
    "/gone": (404, {"Content-Length": "0"}, b""),
    "/down": (503, {"Content-Length": "0"}, b""),
    "/nowhere": (302, {"Content-Length": "0"}, b""),
    "/cut": (200, {"Content-Type": "text/html", "Content-Length": "999"}, TEXT),
    "/moved": moved("/page"),
    "/moved-301": moved("/page", 301),
    "/moved-308": moved("/page", 308),
    "/moved-away": moved("http://other.example/page"),
    "/moved-inside": moved("http://inside.example/page"),
    "/moved-to-file": moved("file:///etc/passwd"),
    "/moved-to-nobody": moved("http://me@other.example/"),
    "/round": moved("/round"),
    **{f"/hop-{n}": moved(f"/hop-{n + 1}") for n in range(1, MOST_REDIRECTS)},
    f"/hop-{MOST_REDIRECTS}": moved("/page"),
    "/hop-0": moved("/hop-1"),
}


class _Site(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.server.asked.append((self.headers["Host"], self.path))  # type: ignore[attr-defined]
        if self.path == "/drip":
            self._drip(b"HTTP/1.1 200 OK\r\n" + b"X-A: b\r\n" * 1000)
            return
        status, headers, body = ANSWERS[self.path]
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Connection", "close")
        self.close_connection = True
        self.end_headers()
        self.wfile.write(body)

    def _drip(self, data: bytes) -> None:
        """Say a byte now and then: a server that is never silent, and never ends."""
        self.close_connection = True
        for n in range(len(data)):
            try:
                self.wfile.write(data[n : n + 1])
            except OSError:
                return
            time.sleep(0.02)

    def log_message(self, format: str, *args: object) -> None:
        pass


class Site:
    """A server, and the address of what is on it; ``asked`` has the hosts and paths asked for."""

    def __init__(self, server: ThreadingHTTPServer) -> None:
        self.port = server.server_address[1]
        self.asked: list[tuple[str, str]] = server.asked  # type: ignore[attr-defined]

    def at(self, path: str, host: str = "news.example") -> str:
        return f"http://{host}:{self.port}{path}"

    def fetch(self, path: str, *, most: int = 1000, seconds: float = 20) -> Page:
        return fetch_page(
            self.at(path), most=most, seconds=seconds, resolve=here, allow=lambda _: True
        )


def here(_host: str, _port: int) -> Sequence[str]:
    return [LOOPBACK]


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with ThreadingHTTPServer((LOOPBACK, 0), _Site) as server:
        server.daemon_threads = True
        server.asked = []  # type: ignore[attr-defined]
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Site(server)
        server.shutdown()


# --- what is given --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "data", "media_type", "charset"),
    [
        ("/page", TEXT, "text/html", ""),
        ("/charset", "Señor".encode("latin-1"), "text/plain", "iso-8859-1"),
        ("/markdown", b"# A", "text/markdown", ""),
        ("/pdf", b"%PDF-1.7", "application/pdf", ""),
        ("/untyped", TEXT, "", ""),
        ("/octets", TEXT, "", ""),
        ("/endless-till-closed", TEXT, "text/html", ""),
        ("/query?a=b&c=%20d", b"asked", "text/html", ""),
        ("/a%20b/café", b"quoted", "text/html", ""),
        ("/gzip", TEXT, "text/html", ""),
        ("/gzip-twice", TEXT, "text/html", ""),
        ("/deflate", TEXT, "text/html", ""),
        ("/raw-deflate", TEXT, "text/html", ""),
    ],
)
def test_a_page_is_given_with_what_its_server_says_of_it(
    site: Site, path: str, data: bytes, media_type: str, charset: str
) -> None:
    found = site.fetch(path)
    assert (found.data, found.media_type, found.charset) == (data, media_type, charset)
    assert found.url == site.at(path)


@pytest.mark.parametrize("path", ["/moved", "/moved-301", "/moved-308", "/hop-1"])
def test_a_page_that_has_moved_is_given_with_its_new_address(site: Site, path: str) -> None:
    found = site.fetch(path)
    assert (found.data, found.url) == (TEXT, site.at("/page"))


def test_so_many_redirects_are_followed_and_no_more(site: Site) -> None:
    assert site.fetch("/hop-1").data == TEXT
    with pytest.raises(InputError, match=rf"redirected more than {MOST_REDIRECTS} times"):
        site.fetch("/hop-0")


def test_the_largest_page_is_given_and_one_byte_more_is_not(site: Site) -> None:
    assert len(site.fetch("/large", most=2000).data) == 2000
    with pytest.raises(InputError, match="it is larger than 1999 bytes"):
        site.fetch("/large", most=1999)


# --- what is refused ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/large", "it is larger than 1000 bytes"),
        ("/bomb", "it is larger than 1000 bytes"),
        ("/deflate-bomb", "it is larger than 1000 bytes"),
        ("/not-gzip", "it isn't packed as gzip, as it says"),
        ("/half-gzip", "it isn't packed as gzip, as it says"),
        ("/brotli", 'it is packed as "br" (expected gzip or deflate)'),
        ("/picture", f'it is of type "image/png" (expected {", ".join(MEDIA_TYPES)})'),
        ("/feed", f'it is of type "application/rss+xml" (expected {", ".join(MEDIA_TYPES)})'),
        ("/gone", "its server answers 404 Not Found"),
        ("/down", "its server answers 503 Service Unavailable"),
        ("/nowhere", "its server answers 302 Found"),
        ("/cut", f"it breaks off {999 - len(TEXT)} bytes before its end"),
        ("/round", f"it is redirected more than {MOST_REDIRECTS} times"),
        (
            "/moved-to-file",
            'expected an address like https://example.org/page (redirected to "file:///etc/passwd")',
        ),
        (
            "/moved-to-nobody",
            'expected an address like https://example.org/page (redirected to "http://me@other.example/")',
        ),
    ],
)
def test_what_is_not_to_be_had_is_said_in_one_line(site: Site, path: str, message: str) -> None:
    with pytest.raises(InputError) as refused:
        site.fetch(path)
    assert str(refused.value) == f'can\'t fetch "{site.at(path)}": {message}'


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://example.org/x",
        "gopher://example.org/",
        "http://",
        "https:///page",
        "http://user:password@example.org/",
        "http://user@example.org/",
        "http://example.org:port/",
        "http://example.org:99999/",
        "http://[::1/",
        "http://exa mple.org/",
        "http://example.org/a\r\nHost: other",
        f"http://{'a' * 64}.org/",
        f"http://{'a.' * 200}org/",
        "page.html",
    ],
)
def test_what_is_no_address_of_the_web_is_refused_before_anything_is_asked(url: str) -> None:
    def never(host: str, port: int) -> Sequence[str]:
        raise AssertionError((host, port))

    with pytest.raises(InputError, match=r"expected an address like https://example\.org/page$"):
        fetch_page(url, resolve=never)


def test_no_more_of_a_bomb_is_unpacked_than_can_be_taken(site: Site) -> None:
    before = time.monotonic()
    with pytest.raises(InputError, match="larger"):
        site.fetch("/bomb", most=1_000_000)
    assert time.monotonic() - before < 5


# --- time -----------------------------------------------------------------------------------------


def test_a_server_that_is_never_silent_is_left_in_time(site: Site) -> None:
    assert_late(lambda: site.fetch("/drip", seconds=0.5))


def test_a_server_that_is_silent_is_left_in_time() -> None:
    with ThreadingHTTPServer((LOOPBACK, 0), _Site, bind_and_activate=False) as server:
        server.server_bind()
        server.server_activate()  # it takes calls, and nobody answers
        url = f"http://news.example:{server.server_address[1]}/"
        assert_late(lambda: fetch_page(url, seconds=0.5, resolve=here, allow=lambda _: True))


def test_a_resolver_that_does_not_answer_is_left_in_time() -> None:
    never = threading.Event()

    def waiting(_host: str, _port: int) -> Sequence[str]:
        never.wait(20)
        return []

    try:
        assert_late(lambda: fetch_page("http://news.example/", seconds=0.5, resolve=waiting))
    finally:
        never.set()


def assert_late(fetch: Callable[[], Page]) -> None:
    before = time.monotonic()
    with pytest.raises(InputError, match=r"it takes longer than 0\.5 seconds"):
        fetch()
    assert time.monotonic() - before < 5


# --- where ----------------------------------------------------------------------------------------


def test_the_loopback_is_refused_unless_it_is_allowed(site: Site) -> None:
    asked = len(site.asked)
    with pytest.raises(InputError, match=r'"127\.0\.0\.1" is at 127\.0\.0\.1, which is not public'):
        fetch_page(site.at("/page", LOOPBACK))
    assert len(site.asked) == asked, "nothing was sent there"


@pytest.mark.parametrize("host", ["localhost", "2130706433", "0x7f.1", "127.1", "[::1]", "0"])
def test_the_loopback_is_refused_however_it_is_written(site: Site, host: str) -> None:
    asked = len(site.asked)
    with pytest.raises(InputError, match=r"which is not public|no such host"):
        fetch_page(site.at("/page", host))
    assert len(site.asked) == asked


def test_a_host_of_which_one_address_is_not_public_is_refused() -> None:
    with pytest.raises(InputError, match=r'"two\.example" is at 10\.0\.0\.7'):
        fetch_page("http://two.example/", resolve=lambda *_: ["93.184.215.14", "10.0.0.7"])


def test_a_redirect_to_where_nobody_may_go_is_refused(site: Site) -> None:
    """The first host is allowed, the second is not, though the first sends there."""
    inside = "127.0.0.2"

    def by_name(host: str, _port: int) -> Sequence[str]:
        return [inside if host == "inside.example" else LOOPBACK]

    with pytest.raises(InputError, match=r'"inside\.example" is at 127\.0\.0\.2, which is not'):
        fetch_page(site.at("/moved-inside"), resolve=by_name, allow=lambda one: one != inside)


def test_the_address_that_was_checked_is_the_one_that_is_asked(site: Site) -> None:
    """A name that means another address the next time it is looked up gains nothing."""
    answers = iter([[LOOPBACK], ["10.0.0.7"]])
    found = fetch_page(
        site.at("/page", "rebinding.example"),
        resolve=lambda *_: next(answers),
        allow=lambda one: one == LOOPBACK,
    )
    assert found.data == TEXT
    assert site.asked[-1] == (f"rebinding.example:{site.port}", "/page")


def test_a_host_that_is_not_there_is_said_to_be_so() -> None:
    def unknown(_host: str, _port: int) -> Sequence[str]:
        raise OSError(-2, "Name or service not known")

    with pytest.raises(InputError, match=r'no such host: "nowhere\.example"'):
        fetch_page("http://nowhere.example/", resolve=unknown)


def test_a_server_that_is_not_there_is_said_to_be_so() -> None:
    with pytest.raises(InputError, match="connection refused"):
        fetch_page("http://news.example:9/", resolve=here, allow=lambda _: True)


def test_a_server_that_speaks_no_tls_is_not_trusted(site: Site) -> None:
    with pytest.raises(InputError, match="no safe connection"):
        fetch_page(site.at("/page").replace("http:", "https:"), resolve=here, allow=lambda _: True)


def test_names_beyond_ascii_are_asked_for_as_the_web_writes_them() -> None:
    asked: list[str] = []

    def noting(host: str, _port: int) -> Sequence[str]:
        asked.append(host)
        return ["10.0.0.7"]

    with pytest.raises(InputError, match="not public"):
        fetch_page("http://Bücher.example./", resolve=noting)
    assert asked == ["xn--bcher-kva.example"]


def test_the_system_knows_the_loopback() -> None:
    assert LOOPBACK in resolve("localhost", 80)
