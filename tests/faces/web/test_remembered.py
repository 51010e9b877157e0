"""What is kept of answers: what is right, for as long as it is, and no more than there is room."""

from __future__ import annotations

import asyncio
import gzip
from datetime import date
from typing import Any, Final

from hypothesis import given
from hypothesis import strategies as st
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from summitry.faces.web.remembered import Remembered

DAY: Final = date(2025, 8, 16)


class Counting:
    """An application that tells how often it was asked."""

    def __init__(self, *, status: int = 200, size: int = 2000, control: str = "") -> None:
        self.asked = 0
        self._status, self._size = status, size
        self._headers = {"cache-control": control} if control else {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.asked += 1
        text = f"{scope['path']} {scope['query_string'].decode()} {self.asked} {'x' * self._size}"
        response = Response(text, self._status, self._headers, "text/plain")
        await response(scope, receive, send)


def kept(app: Counting, *, most: int = 10**6, version: str = "1", day: date = DAY) -> Remembered:
    return Remembered(app, version=version, today=lambda: day, most_bytes=most)


def get(
    app: Remembered, path: str = "/", *, query: bytes = b"", method: str = "GET", **headers: str
) -> tuple[int, dict[str, str], bytes]:
    """The status, headers and body of a response."""
    told: list[Any] = []

    async def receive() -> Any:  # noqa: ANN401 - ASGI's message
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:  # noqa: ANN401 - ASGI's message
        told.append(message)

    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "query_string": query,
        "headers": [(k.replace("_", "-").encode(), v.encode()) for k, v in headers.items()],
    }
    asyncio.run(app(scope, receive, send))
    head = {k.decode(): v.decode() for k, v in told[0]["headers"]}
    return told[0]["status"], head, b"".join(one.get("body", b"") for one in told[1:])


def test_what_was_answered_is_not_asked_again() -> None:
    app = Counting()
    remembered = kept(app)
    first = get(remembered, query=b"a=1")
    assert get(remembered, query=b"a=1") == first
    zipped = get(remembered, query=b"a=1", accept_encoding="gzip")
    assert gzip.decompress(zipped[2]) == first[2]
    assert app.asked == 1
    assert get(remembered, query=b"a=2")[2] != first[2]
    assert get(remembered, "/other", query=b"a=1")[2] != first[2]
    assert app.asked == 3


def test_whoever_has_an_answer_is_told_so_before_it_is_kept_and_after() -> None:
    tag = get(kept(Counting()))[1]["etag"]
    assert get(kept(Counting()), if_none_match=tag)[0] == 304
    assert get(kept(Counting(status=404)), if_none_match=tag)[0] == 404


def test_a_tag_is_of_the_version_the_day_and_the_address() -> None:
    tags = [
        get(kept(Counting()))[1]["etag"],
        get(kept(Counting(), version="2"))[1]["etag"],
        get(kept(Counting(), day=date(2025, 8, 17)))[1]["etag"],
        get(kept(Counting()), "/a")[1]["etag"],
        get(kept(Counting()), query=b"a")[1]["etag"],
    ]
    assert len(set(tags)) == len(tags)
    assert get(kept(Counting()))[1]["etag"] == tags[0]


def test_the_next_day_is_answered_anew() -> None:
    days = [DAY]
    app = Counting()
    remembered = Remembered(app, version="1", today=lambda: days[-1], most_bytes=10**6)
    first = get(remembered)
    days.append(date(2025, 8, 17))
    assert get(remembered, if_none_match=first[1]["etag"])[0] == 200
    assert app.asked == 2


def test_what_is_not_for_keeps_is_asked_each_time() -> None:
    for app, method in (
        (Counting(status=404), "GET"),
        (Counting(control="no-store"), "GET"),
        (Counting(control="private, no-store"), "GET"),
        (Counting(), "POST"),
    ):
        remembered = kept(app)
        for _ in range(3):
            assert "etag" not in get(remembered, method=method)[1]
        assert app.asked == 3


@given(st.lists(st.integers(0, 30), max_size=40))
def test_no_more_is_kept_than_there_is_room_and_every_answer_is_right(
    asked: list[int],
) -> None:
    app = Counting(size=3000)
    remembered = kept(app, most=30_000)
    for number in asked:
        _, _, body = get(remembered, query=b"%d" % number)
        assert body.startswith(b"/ %d " % number)
        assert remembered.weight <= 30_000


def test_what_is_larger_than_all_the_room_is_given_and_not_kept() -> None:
    app = Counting(size=5000)
    remembered = kept(app, most=1000)
    assert len(get(remembered)[2]) > 5000
    assert len(get(remembered)[2]) > 5000
    assert app.asked == 2
    assert remembered.weight == 0


def test_what_was_answered_of_a_version_before_is_not_given_again() -> None:
    app = Counting()
    answers = kept(app)
    _, before, _ = get(answers)
    answers.renew("2")
    status, since, body = get(answers, if_none_match=before["etag"])
    assert (status, app.asked) == (200, 2)
    assert since["etag"] != before["etag"]
    assert answers.weight == 2 * len(body) + 1024
    answers.renew("1")
    assert get(answers)[1]["etag"] == before["etag"]
    assert app.asked == 3


def test_what_is_renewed_while_it_is_answered_is_not_kept() -> None:
    class Renewing(Counting):
        async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
            answers.renew(str(self.asked))
            await super().__call__(scope, receive, send)

    app = Renewing()
    answers = kept(app)
    _, headers, _ = get(answers)
    assert "etag" not in headers
    get(answers)
    assert app.asked == 2
