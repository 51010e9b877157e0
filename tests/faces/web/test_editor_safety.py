"""The editor's pages under attack: nobody writes without the token, or by another's browser."""

from __future__ import annotations

import re
import secrets
from dataclasses import replace
from pathlib import Path
from typing import Final

import httpx
import pytest
from starlette.routing import Route
from starlette.testclient import TestClient
from starlette.types import ASGIApp

from summitry.faces.web.editor.routes import router
from summitry.faces.web.editor.sessions import MOST_SESSIONS, SECONDS, Sessions
from summitry.faces.web.settings import Editing
from summitry.record.proposed import SqlProposals
from summitry.record.sql_record import load
from tests.desk.proposed import NEW, RECORD, report
from tests.faces.command import call
from tests.faces.web.editing import (
    TOKEN,
    Browser,
    Sent,
    app_of,
    browser,
    edited,
    fields,
    problem,
)
from tests.faces.web.serving import serving

POSTS: Final = sorted(
    route.path.removeprefix("/edit/")
    for route in router.routes
    if isinstance(route, Route) and "POST" in (route.methods or ())
)
READS: Final = sorted(
    route.path.removeprefix("/edit").removeprefix("/")
    for route in router.routes
    if isinstance(route, Route) and "GET" in (route.methods or ())
)
MARKUP: Final = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{ 7*7 }}"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "record.sqlite"
    edited(path)
    return path


@pytest.fixture
def app(path: Path) -> ASGIApp:
    return app_of(path)


@pytest.fixture
def ann(app: ASGIApp) -> Browser:
    return browser(app)


def test_the_routes_that_write_are_these() -> None:
    assert POSTS == ["add", "amend", "proposal", "sign-in", "sign-out", "undo"]


# --- without the token --------------------------------------------------------------------------


@pytest.mark.parametrize("page", POSTS)
def test_nobody_writes_who_is_not_signed_in(
    path: Path, app: ASGIApp, ann: Browser, page: str
) -> None:
    before = path.read_bytes()
    stranger = Browser(TestClient(app))
    proof = stranger.form("sign-in")["proof"]
    forms: tuple[Sent, ...] = (
        {"proof": proof},
        {"proof": ann.form("add")["proof"]},
        {},
        {"proof": ""},
    )
    for sent in forms:
        full = {**sent, "id": "p-new", "do": "accept", "why": "x", "name": "Eve", "token": "x"}
        refused = stranger.post(page, full)
        assert refused.status_code == 403
    assert path.read_bytes() == before
    assert stranger.get("log").headers["location"] == "sign-in"


@pytest.mark.parametrize("page", [one for one in READS if one != "sign-in"])
def test_nobody_reads_who_is_not_signed_in(app: ASGIApp, page: str) -> None:
    shown = TestClient(app).get(f"/edit/{page}".rstrip("/"), follow_redirects=False)
    assert shown.status_code == 303
    assert shown.headers["location"].endswith("sign-in")
    assert not shown.text


def test_without_a_token_file_there_is_no_editor(path: Path) -> None:
    with serving("--record", str(path), "--workers", "1") as running:
        for page in ("edit", "edit/sign-in", "edit/add"):
            assert httpx.get(f"{running.url}{page}").status_code == 404
            assert httpx.post(f"{running.url}{page}", data={"a": "b"}).status_code == 404


@pytest.mark.parametrize("guess", ["", "x", TOKEN[:-1], TOKEN + "x", TOKEN.upper(), "\udcff", "ß"])
def test_another_token_admits_nobody(app: ASGIApp, guess: str) -> None:
    eve = Browser(TestClient(app))
    sent = eve.form("sign-in") | {"name": "Eve"}
    if guess != "\udcff":
        assert eve.post("sign-in", sent | {"token": guess}).status_code == 403
    assert not Sessions(TOKEN).admits(guess)
    assert eve.get("add").status_code == 303


def test_tokens_are_not_tried_for_long(app: ASGIApp) -> None:
    eve = Browser(TestClient(app))
    sent = eve.form("sign-in") | {"name": "Eve", "token": "guess"}
    told = [eve.post("sign-in", sent).status_code for _ in range(12)]
    assert told == [403] * 10 + [429] * 2
    assert eve.sign_in("Eve").status_code == 429


def test_an_editor_has_a_name(app: ASGIApp) -> None:
    assert "No name" in problem(Browser(TestClient(app)).sign_in("  "))


# --- cookies ------------------------------------------------------------------------------------


def test_the_cookie_is_for_the_browser_alone(app: ASGIApp) -> None:
    told = Browser(TestClient(app)).sign_in().headers["set-cookie"]
    assert {"HttpOnly", "Path=/edit", "SameSite=strict"} <= set(told.split("; "))
    assert TOKEN not in told
    assert "Ann" not in told
    secure = Browser(TestClient(app, base_url="https://example.org")).sign_in()
    assert "Secure" in secure.headers["set-cookie"].split("; ")


def test_a_forged_cookie_is_nobodys(app: ASGIApp, ann: Browser) -> None:
    own = ann.client.cookies["summitry_editor"]
    id, _, signed = own.rpartition(".")
    other = Sessions(TOKEN)
    forged = [
        "",
        ".",
        id,
        f"{id}.",
        f"{id}.{'0' * len(signed)}",
        f"{id}x.{signed}",
        f"{secrets.token_urlsafe(24)}.{signed}",
        other.cookie(other.begin("Ann")),
        "a" * 100_000,
        f"{id}.{signed[:-1]}{'1' if signed[-1] == '0' else '0'}",
    ]
    for cookie in forged:
        eve = Browser(TestClient(app, cookies={"summitry_editor": cookie}))
        assert eve.get("add").status_code == 303, cookie
    assert ann.get("add").status_code == 200


def test_a_visitors_cookie_is_no_editors(app: ASGIApp) -> None:
    eve = Browser(TestClient(app))
    eve.get("sign-in")
    assert eve.get("add").status_code == 303


def test_a_cookie_that_was_signed_out_is_worth_nothing(app: ASGIApp, ann: Browser) -> None:
    cookie = ann.client.cookies["summitry_editor"]
    form = ann.form("add")
    assert ann.post("sign-out", {"proof": form["proof"]}).headers["location"] == "sign-in"
    replayed = Browser(TestClient(app, cookies={"summitry_editor": cookie}))
    assert replayed.get("add").status_code == 303
    assert replayed.post("add", form).status_code == 403


def test_signing_in_gives_another_session(app: ASGIApp) -> None:
    eve = Browser(TestClient(app))
    eve.get("sign-in")
    before = eve.client.cookies["summitry_editor"]
    eve.sign_in()
    assert eve.client.cookies["summitry_editor"] != before


def test_a_session_ends_with_time_and_others() -> None:
    now = [0.0]
    sessions = Sessions(TOKEN, lambda: now[0])
    first = sessions.begin("Ann")
    cookie = sessions.cookie(first)
    assert sessions.of(cookie) == first
    now[0] = SECONDS
    assert sessions.of(cookie) is None
    crowded = [sessions.cookie(sessions.begin(f"{n}")) for n in range(MOST_SESSIONS + 1)]
    assert sessions.of(crowded[0]) is None
    assert sessions.of(crowded[-1]) is not None


# --- forms of others ----------------------------------------------------------------------------


@pytest.mark.parametrize("page", POSTS)
def test_a_form_that_is_not_the_sessions_own_is_refused(
    path: Path, app: ASGIApp, ann: Browser, page: str
) -> None:
    """What another site's page makes the browser send has no proof, or that of another session."""
    before = path.read_bytes()
    bob = browser(app, "Bob")
    sent = {"id": "p-new", "do": "accept", "why": "x", "name": "Eve", "token": TOKEN}
    for proof in ({}, {"proof": ""}, {"proof": bob.form("add")["proof"]}, {"proof": "ß" * 64}):
        refused = ann.post(page, {**sent, **proof})
        assert refused.status_code == 403
        assert "not one of your session" in problem(refused)
    assert path.read_bytes() == before
    assert ann.get("add").status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://testserver.evil.example"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "http://testserver", "sec-fetch-site": "cross-site"},
        {"origin": "https://evil.example", "sec-fetch-site": "same-origin"},
    ],
)
def test_a_form_that_comes_from_elsewhere_is_refused(
    path: Path, ann: Browser, headers: dict[str, str]
) -> None:
    before = path.read_bytes()
    form = ann.form("proposal?id=p-new") | {"do": "accept", "why": "x"}
    refused = ann.post("proposal", form, **headers)
    assert refused.status_code == 403
    assert "comes from another site" in problem(refused)
    assert path.read_bytes() == before


def test_a_form_of_ones_own_is_taken(ann: Browser) -> None:
    form = ann.form("proposal?id=p-new") | {"do": "accept", "why": "x"}
    headers = {"origin": "http://testserver", "sec-fetch-site": "same-origin"}
    assert ann.post("proposal", form, **headers).status_code == 303


def test_a_form_that_is_sent_again_changes_nothing_more(path: Path, ann: Browser) -> None:
    forms = {
        "proposal": ann.form("proposal?id=p-new") | {"do": "accept", "why": "x"},
        "amend": ann.form("amend?id=met") | {"minutes": "60", "why": "x"},
    }
    for page, form in forms.items():
        assert ann.post(page, form).status_code == 303
        after = path.read_bytes()
        assert ann.post(page, form).status_code == 409
        assert path.read_bytes() == after
    undo = ann.form("log") | {"why": "x"}
    assert ann.post("undo", undo).status_code == 303
    after = path.read_bytes()
    assert ann.post("undo", undo).status_code == 409
    assert path.read_bytes() == after


@pytest.mark.parametrize(
    ("content", "kind", "status"),
    [
        (b'{"proof": "x"}', "application/json", 415),
        (b"proof=x", "text/plain", 415),
        (b"--x\r\n", "multipart/form-data; boundary=x", 415),
        (b"a=1&" * 300, "application/x-www-form-urlencoded", 400),
        (b"a=%ff", "application/x-www-form-urlencoded", 400),
        (b"a=\xff", "application/x-www-form-urlencoded", 400),
        (b"a" * 300_000, "application/x-www-form-urlencoded", 413),
    ],
)
def test_what_is_no_form_is_refused(ann: Browser, content: bytes, kind: str, status: int) -> None:
    for page in POSTS:
        sent = ann.client.post(f"/edit/{page}", content=content, headers={"content-type": kind})
        assert sent.status_code == status


# --- what is typed ------------------------------------------------------------------------------

TYPED: Final = [MARKUP, "x' OR 1=1; DROP TABLE people; --", "\x00\u202eabc"]


@pytest.mark.parametrize("text", TYPED)
def test_what_is_typed_is_text_and_nothing_more(path: Path, ann: Browser, text: str) -> None:
    add = ann.form("add")
    for name in add:
        if name != "proof":
            page = ann.post("add", add | {name: text})
            assert page.status_code in {400, 409}
            assert MARKUP not in page.text
    deciding = ann.form("proposal?id=p-new") | {"do": "show"}
    for name in deciding:
        if name not in {"proof", "do"}:
            page = ann.post("proposal", deciding | {name: text})
            assert page.status_code in {200, 400, 409}
            assert MARKUP not in page.text
    for page_name in (
        "find?a",
        "find?since",
        "amend?id",
        "proposal?id",
        "log?before",
        "amend?done",
    ):
        shown = ann.client.get(
            f"/edit/{page_name.partition('?')[0]}", params={page_name.partition("?")[2]: text}
        )
        assert shown.status_code in {200, 400, 404}
        assert MARKUP not in shown.text
    assert load(path) == RECORD


def test_markup_that_enters_the_record_is_text_on_every_page(path: Path, app: ASGIApp) -> None:
    ann = browser(app, MARKUP)
    sent = {"note": MARKUP, "new_people": f"{MARKUP} Eve", "why": MARKUP, "source": "pool-report"}
    assert ann.send("amend?id=met", quote="a " + MARKUP.split()[0], **sent).status_code == 303
    hostile = report(
        "x", sentence=MARKUP, title=MARKUP, publisher=MARKUP, says=MARKUP, url="javascript:alert(1)"
    )
    SqlProposals(path).save([replace(NEW, id=MARKUP, because=MARKUP, reports=(hostile,))])
    pages = {"amend": "met", "log": "", "proposals": "", "find": "", "proposal": MARKUP}
    for page, id in pages.items():
        shown = ann.client.get(f"/edit/{page}", params={"id": id} if id else None)
        assert shown.status_code == 200
        assert "<script>alert" not in shown.text
        assert "<img" not in shown.text
        assert 'href="javascript' not in shown.text
    assert "<img" not in ann.client.get("/encounter/met.html").text


def test_what_was_seen_can_not_be_made_up(path: Path, ann: Browser) -> None:
    before = path.read_bytes()
    form = ann.form("amend?id=met") | {"why": "x", "minutes": "60"}
    for seen in ("", "{", "[]", '{"id": "met"}', MARKUP, str(form["seen"]).replace("met", "x")):
        assert ann.post("amend", form | {"seen": seen}).status_code in {400, 409}
    assert ann.post("amend", form | {"drop": "c-people-barack-obama"}).status_code == 409
    assert ann.post("amend", form | {"id": "none"}).status_code == 409
    assert path.read_bytes() == before


# --- what is said -------------------------------------------------------------------------------


def test_every_page_says_how_it_is_to_be_taken(ann: Browser) -> None:
    for page in ("sign-in", "add", "find", "log", "proposals", "amend?id=met"):
        headers = ann.get(page).headers
        assert headers["cache-control"] == "no-store"
        assert headers["referrer-policy"] == "same-origin"
        assert headers["x-robots-tag"] == "noindex"
        assert headers["x-frame-options"] == "DENY"
        policy = headers["content-security-policy"]
        assert "form-action 'self'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "script-src 'self'" in policy


def test_every_form_has_a_proof(ann: Browser) -> None:
    ann.send("amend?id=met", minutes="60", why="x")
    for page in (*READS, "amend?id=met", "proposal?id=p-new"):
        for form in re.findall(r"<form.*?</form>", ann.get(page).text, flags=re.DOTALL):
            assert ('method="post"' in form) is ('name="proof"' in form)


def test_the_token_is_nowhere_said(tmp_path: Path, path: Path) -> None:
    file, log = tmp_path / "token", tmp_path / "log"
    file.write_text(f"{TOKEN}\n")
    options = ("--record", str(path), "--workers", "1", "--editor-token-file", str(file))
    with serving(*options) as running, httpx.Client(base_url=running.url) as client:
        form = fields(client.get("edit/sign-in").text)
        wrong = client.post("edit/sign-in", data=form | {"name": "Eve", "token": TOKEN + "x"})
        assert wrong.status_code == 403
        foreign = client.post(
            "edit/sign-in", data={"token": TOKEN}, headers={"origin": "https://evil.example"}
        )
        right = client.post("edit/sign-in", data=form | {"name": "Ann", "token": TOKEN})
        page = client.get("edit/log")
        assert (right.status_code, page.status_code) == (303, 200)
        for told in (wrong, foreign, right, page):
            assert TOKEN not in told.text
            assert TOKEN not in str(told.headers)
        log.write_bytes(Path(f"/proc/{running.process.pid}/cmdline").read_bytes())
        assert TOKEN.encode() not in log.read_bytes()
    assert TOKEN not in repr(Editing(record=path, token=TOKEN))


@pytest.mark.parametrize(
    ("letters", "record", "message"),
    [
        ("short", "record.sqlite", "has 5 letters (expected 20 or more"),
        (None, "record.sqlite", "(expected a file with a token)"),
        (TOKEN, ".", "has no log and no proposals (expected a SQLite file"),
    ],
)
def test_a_server_that_can_not_be_edited_says_so(
    tmp_path: Path, path: Path, letters: str | None, record: str, message: str
) -> None:
    assert path.exists()
    file = tmp_path / "token"
    if letters is not None:
        file.write_text(letters)
    options = ("--record", str(tmp_path / record), "--editor-token-file", str(file))
    told = call("serve", "--port", "0", *options)
    assert told.status == 2
    assert message in told.err
    assert told.err.count("\n") == 1
