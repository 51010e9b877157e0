"""The server under attack: each of these tries to do harm, over a real connection."""

from __future__ import annotations

import json
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

import httpx
import pytest

from summitry.faces.web.following import SECONDS as FOLLOWED
from summitry.faces.web.frame import SECURITY
from summitry.faces.web.patience import MOST_OF_HEAD, SECONDS_OF_BODY, SECONDS_OF_HEAD
from tests.faces.command import BUNDLED, SEED, answered
from tests.faces.web.serving import Running, detail, serving

SECONDS: Final = 4
MOST: Final = 4 * 1024 * 1024
PROMPT: Final = 1.5
"""Seconds in which what is not dear is answered, whatever else the server does."""


def slow(number: int) -> str:
    """A document that no machine reads in the time that there is."""
    return f"{number}\n\n" + SEED.read_text("utf-8") * 600


@pytest.fixture(scope="module")
def tight() -> Iterator[Running]:
    """A server that bears little."""
    limits = ("--workers", "1", "--waiting", "1", "--seconds", str(SECONDS))
    with serving(*limits, "--most", str(MOST // 1024)) as running:
        with running.client() as client:
            client.get("ask", params={"question": "When did Putin first meet Biden?"})
        yield running


# --- how much, and how long ---------------------------------------------------------------------


def test_a_body_that_says_to_be_too_long_is_refused_unread(server: Running) -> None:
    with server.connection() as connection:
        connection.sendall(
            b"POST /api/v1/check HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\n"
            b"Content-Length: 99999999999999999999\r\n\r\n"
        )
        assert connection.recv(4096).startswith((b"HTTP/1.1 413 ", b"HTTP/1.1 400 "))


def test_a_body_that_is_too_long_is_refused_as_it_comes(server: Running) -> None:
    sent = 0

    def body() -> Iterator[bytes]:
        nonlocal sent
        for _ in range(1024):
            sent += 65536
            yield b"a" * 65536

    with server.client() as client:
        try:
            response = client.post("check", content=body(), headers={"content-type": "text/plain"})
        except (httpx.WriteError, httpx.ReadError):
            pass  # the server closed the connection before all was sent
        else:
            assert "too long (expected at most 1048576 bytes)" in detail(response, "too-long")
        assert sent < 16 * 1024 * 1024
        assert client.get("record").is_success


def test_a_body_of_a_bomb_is_not_unpacked(server: Running) -> None:
    with server.client() as client:
        headers = {"content-type": "text/plain", "content-encoding": "gzip"}
        response = client.post("check", content=b"\x1f\x8b", headers=headers)
        assert 'the body is coded as "gzip"' in detail(response, "unknown-type")


def test_who_asks_slowly_is_dropped(server: Running) -> None:
    """Nothing, half a head, a head that never ends, and a body that never ends."""
    starts = [
        b"",
        b"GET /api/v1/record HTTP/1.1\r\nHost",
        b"GET /api/v1/record HTTP/1.1\r\nContent-Length: 100000\r\n\r\n",
        b"POST /api/v1/check HTTP/1.1\r\nContent-Type: text/plain\r\nContent-Length: 9999\r\n\r\n",
    ]
    connections = [server.connection() for _ in starts]
    for connection, start in zip(connections, starts, strict=True):
        connection.sendall(start)
    began = time.monotonic()
    left = set(connections)
    answers: dict[socket.socket, bytes] = dict.fromkeys(connections, b"")
    while left and time.monotonic() - began < SECONDS_OF_HEAD + SECONDS_OF_BODY + 10:
        for connection in list(left):
            if _is_dropped(connection, answers):
                left.discard(connection)
        time.sleep(0.2)
    assert not left
    assert answers[connections[3]].startswith(b"HTTP/1.1 408 ")


def _is_dropped(connection: socket.socket, answers: dict[socket.socket, bytes]) -> bool:
    """Send one more byte, and see whether the server has had enough."""
    connection.settimeout(0.01)
    try:
        connection.send(b"a")
        got = connection.recv(65536)
    except TimeoutError:
        return False
    except OSError:
        connection.close()
        return True
    answers[connection] += got
    if not got:
        connection.close()
    return not got


def test_a_head_without_end_is_refused(server: Running) -> None:
    with server.connection() as connection:
        got = b""
        try:
            connection.sendall(b"GET / HTTP/1.1\r\nX: " + b"a" * (2 * MOST_OF_HEAD))
            got = connection.recv(4096)
        except OSError:
            got = got or b"HTTP/1.1 431 "  # closed before all was sent
        assert got.startswith(b"HTTP/1.1 431 ")


def test_a_check_that_takes_too_long_starves_nobody(tight: Running) -> None:
    with tight.client() as client, ThreadPoolExecutor(1) as threads:
        check = threads.submit(client.post, "check", json={"text": slow(1)})
        waits = []
        while not check.done():
            began = time.monotonic()
            assert client.get("events", params={"limit": 5}).is_success
            waits.append(time.monotonic() - began)
            time.sleep(0.05)
        assert f"at most {SECONDS} seconds" in detail(check.result(), "too-slow")
        assert max(waits) < PROMPT
        short = client.post("check", json={"text": "Putin and Biden met in Geneva in June 2021."})
        assert short.json()["summary"]["supported"] == 1


def test_what_is_too_much_is_told_to_come_again(tight: Running) -> None:
    with tight.client() as client, ThreadPoolExecutor(6) as threads:
        sent = [threads.submit(client.post, "check", json={"text": slow(n)}) for n in range(6)]
        answers = [one.result() for one in sent]
        assert {one.status_code for one in answers} == {503, 504}
        refused = [one for one in answers if one.status_code == 503]
        assert all("expected you to come again" in detail(one, "busy") for one in refused)
        assert all(int(one.headers["retry-after"]) > 0 for one in refused)
        assert client.get("record").is_success


def test_who_hangs_up_holds_no_place(tight: Running) -> None:
    body = json.dumps({"text": slow(9)}).encode()
    head = (
        "POST /api/v1/check HTTP/1.1\r\nContent-Type: application/json\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    ).encode()
    for _ in range(5):
        with tight.connection() as connection:
            connection.sendall(head + body)
    time.sleep(2 * SECONDS + 1)
    with tight.client() as client:
        answer = client.get("ask", params={"question": "When did Putin last meet Biden?"})
        assert answer.is_success


def asked(client: httpx.Client, **headers: str) -> httpx.Response:
    """What a dear request gets that, once let in, is refused at once."""
    question = {"question": "When did Putin meet Biden?", "as_of": "soon"}
    return client.get("ask", params=question, headers=headers)


def test_a_client_may_ask_so_often_and_others_still_may() -> None:
    with (
        serving("--workers", "1", "--rate", "3", "--proxy", "127.0.0.1") as running,
        running.client() as client,
    ):
        one, other = {"x-forwarded-for": "192.0.2.1"}, {"x-forwarded-for": "192.0.2.2"}
        answers = [asked(client, **one) for _ in range(5)]
        assert [answer.status_code for answer in answers] == [400, 400, 400, 429, 429]
        assert "expected at most 3 in a minute" in detail(answers[3], "too-often")
        assert 0 < int(answers[3].headers["retry-after"]) <= 20
        assert asked(client, **other).status_code == 400
        # What is not dear may be asked for.
        assert client.get("record", headers=one).is_success


def test_nobody_is_believed_to_be_someone_else() -> None:
    with serving("--workers", "1", "--rate", "1") as running, running.client() as client:
        told = [
            asked(client, **{"x-forwarded-for": who, "forwarded": f"for={who}", "x-real-ip": who})
            for who in ("192.0.2.1", "192.0.2.2", "192.0.2.3")
        ]
        assert [one.status_code for one in told] == [400, 429, 429]


def test_no_page_is_fetched_but_from_the_public_web(server: Running) -> None:
    with serving("--fetch", "--workers", "1") as running, running.client() as client:
        for url in (
            f"{server.url}api/v1/docs",
            f"http://localhost:{server.port}/api/v1/docs",
            f"http://[::1]:{server.port}/",
            f"http://0x7f000001:{server.port}/",
            "http://169.254.169.254/latest/meta-data/",
            "http://[::ffff:127.0.0.1]/",
            "file:///etc/passwd",
            "gopher://127.0.0.1/",
            "/etc/passwd",
            "-",
        ):
            refused = client.post("check", json={"url": url})
            assert "expected" in detail(refused, "bad-input")
            assert "root:" not in refused.text
        titled = client.post("check", json={"url": "https://example.org/", "title": "Mine"})
        assert "a page tells its own title" in detail(titled, "bad-input")


# --- what is said -------------------------------------------------------------------------------

MARKUP: Final = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
SQL: Final = "x' OR 1=1; DROP TABLE people; --"
PATHS: Final = [
    "../../../../etc/passwd",
    "..%2f..%2fetc%2fpasswd",
    "%00",
    "%ff",
    "a\\b",
    "//",
    "%2e",
]
TEXTS: Final = [MARKUP, SQL, "%s%n", "{0}", "\x00", "\u202eabc", "(a+)+$", "a" * 200, "Ω" * 100]


def test_every_response_says_how_it_is_to_be_taken(server: Running) -> None:
    with server.client() as client:
        for path in ("record", "events?x=1", "nothing", "docs.css", "openapi.json"):
            headers = client.get(path).headers
            assert {name: headers[name] for name in SECURITY} == SECURITY
        policy = client.get("docs").headers["content-security-policy"]
        assert "default-src 'none'; style-src 'self';" in policy
        assert "unsafe" not in policy
        assert "script-src" not in policy


FILTERS: Final = (
    *("a", "b", "since", "until", "place", "occasion", "topic"),
    *("kind", "mode", "setting", "status"),
)


@pytest.mark.parametrize("text", TEXTS)
def test_nothing_that_is_sent_is_taken_for_more_than_text(server: Running, text: str) -> None:
    before = answered("find", "Putin", "--format", "json").json["record"]
    with server.client() as client:
        for path, names in {
            "events": [*FILTERS, "cursor", "limit", "order", text],
            "encounters": ["topic"],
            "facets": [*FILTERS, "limit"],
            "search": ["q", "kind"],
            "history": ["a", "b", "rule", "only", "as_of", "words"],
            "ask": ["question", "as_of"],
            "preview": ["a", "b", "on", "in", "at"],
        }.items():
            for name in names:
                response = client.get(path, params={name: text})
                assert response.status_code in {200, 400, 404}
                assert response.headers["content-type"] in {
                    "application/json",
                    "application/problem+json",
                }
                assert response.headers["x-content-type-options"] == "nosniff"
        assert client.get("record").json()["record"] == before


@pytest.mark.parametrize("path", PATHS)
def test_no_path_leads_out(server: Running, path: str) -> None:
    for start in ("/api/v1/people/", "/api/v1/docs", "/api/v1/", "/", "/person/", "/events."):
        with server.connection() as connection:
            target = f"{start}{path}".encode()
            connection.sendall(b"GET " + target + b" HTTP/1.1\r\nConnection: close\r\n\r\n")
            got = b"".join(iter(lambda: connection.recv(65536), b""))
            assert got.startswith((b"HTTP/1.1 404 ", b"HTTP/1.1 400 ")), got[:200]
            assert b"root:" not in got


# --- the record and the end ---------------------------------------------------------------------


def test_what_happens_to_the_file_changes_no_answer(tmp_path: Path) -> None:
    file = tmp_path / "record.sqlite"
    answered("record", "build", str(BUNDLED), str(file))
    kept = file.read_bytes()
    with serving("--record", str(file), "--workers", "1") as running, running.client() as client:
        before = client.get("events", params={"a": "Putin"})
        assert file.read_bytes() == kept
        assert [one.name for one in tmp_path.iterdir()] == [file.name]
        file.write_bytes(b"nonsense")
        shutil.rmtree(tmp_path)
        after = client.get("events", params={"a": "Putin", "limit": 100})
        assert after.content == before.content
        told = client.get("history", params={"a": "Putin", "b": "Obama"})
        assert told.json()["record"] == before.json()["record"]


def test_a_record_that_is_changed_is_read_again(tmp_path: Path) -> None:
    package = tmp_path / "package"
    shutil.copytree(BUNDLED, package)
    people = package / "people.csv"
    with serving("--record", str(package), "--workers", "1") as running, running.client() as client:
        before = client.get("people/vladimir-putin")
        people.write_text("nonsense", "utf-8")
        time.sleep(3 * FOLLOWED)
        assert client.get("people/vladimir-putin").text == before.text
        told = (BUNDLED / "people.csv").read_text("utf-8")
        people.write_text(told.replace("Vladimir Putin", "Vladimir Vladimirovich Putin"), "utf-8")
        until = time.monotonic() + 15 * FOLLOWED
        name = "Vladimir Putin"
        while name == "Vladimir Putin" and time.monotonic() < until:
            time.sleep(FOLLOWED / 2)
            name = client.get("people/vladimir-putin").json()["person"]["name"]
        assert name == "Vladimir Vladimirovich Putin"
        told = client.get("history", params={"a": "vladimir-putin", "b": "Obama"}).text
        assert name in told
        tag = {"if-none-match": before.headers["etag"]}
        assert client.get("people/vladimir-putin", headers=tag).status_code == 200


def test_what_was_begun_is_finished_before_the_end() -> None:
    with serving("--workers", "1") as running, running.client() as client:
        client.get("ask", params={"question": "When did Putin first meet Biden?"})
        text = SEED.read_text("utf-8") * 3
        with ThreadPoolExecutor(1) as threads:
            check = threads.submit(client.post, "check", json={"text": text})
            time.sleep(0.5)
            assert running.stop() == 0
            assert check.result().is_success


def test_after_the_end_nothing_is_left() -> None:
    with serving("--workers", "2") as running, running.client() as client:
        assert client.get("ask", params={"question": "When did Putin meet Biden?"}).is_success
        children = _family(running.process.pid)
        assert len(children) > 2
        # Who takes a long answer byte by byte keeps it from nothing.
        with running.connection() as slow:
            slow.sendall(b"GET /api/v1/encounters?limit=500 HTTP/1.1\r\nHost: x\r\n\r\n")
            assert slow.recv(1) == b"H"
            assert running.stop() == 0
        socket.create_server(("127.0.0.1", running.port)).close()
        until = time.monotonic() + 10
        while any(map(_runs, children)) and time.monotonic() < until:
            time.sleep(0.1)
        assert not [one for one in children if _runs(one)]


def _family(process: int) -> list[int]:
    """The processes that a process and those that it started have started; none elsewhere."""
    found = []
    for tasks in Path(f"/proc/{process}/task").glob("*/children"):
        for child in map(int, tasks.read_text("ascii").split()):
            found += [child, *_family(child)]
    return found


def _runs(process: int) -> bool:
    try:
        told = Path(f"/proc/{process}/stat").read_text("ascii")
    except OSError:
        return False
    return told.rpartition(")")[2].split()[0] != "Z"


def test_a_slow_client_does_not_keep_the_server_from_ending() -> None:
    with serving("--workers", "1") as running, running.connection() as connection:
        connection.sendall(b"GET /api/v1/rec")
        began = time.monotonic()
        assert running.stop() == 0
        assert time.monotonic() - began < 15


def test_slow_clients_keep_nobody_out(server: Running) -> None:
    slow = [server.connection() for _ in range(700)]
    try:
        for connection in slow:
            connection.sendall(b"GET /api/v1/record HTTP/1.1\r\nX")
        with server.client() as client:
            began = time.monotonic()
            for _ in range(20):
                assert client.get("events", params={"limit": 3}).is_success
            assert time.monotonic() - began < 20 * PROMPT
    finally:
        for connection in slow:
            connection.close()


def test_many_at_once_are_answered(server: Running) -> None:
    failed: list[int] = []

    def ask() -> None:
        with server.client() as client:
            for number in range(5):
                status = client.get("events", params={"limit": 1 + number}).status_code
                if status != 200:
                    failed.append(status)

    threads = [threading.Thread(target=ask) for _ in range(32)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
