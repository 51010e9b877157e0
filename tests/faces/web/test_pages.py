"""The pages of a server: those of a site, made when asked for, and the forms."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from importlib.resources import files
from typing import Any

import httpx
import pytest
from fpdf import FPDF

from summitry.telling.addresses import FormKind
from tests.desk.pages.crawl import read
from tests.faces.web.serving import SECONDS, Running

ATTACKS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg/onload=alert(1)>",
    "</textarea><script>alert(1)</script>",
    "javascript:alert(1)",
    "{{ 7 * 7 }}{% raw %}",
    "\x00\x07\u202e",
]


HTMX = "e209dda5c8235479f3166defc7750e1dbcd5a5c1808b7792fc2e6733768fb447"
"""The SHA-256 of dist/htmx.min.js of htmx.org 2.0.4, as npm has it."""


def digest(data: bytes) -> str:
    return sha256(data).hexdigest()


@pytest.fixture
def web(server: Running) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server.url, timeout=SECONDS) as client:
        yield client


def is_sound(response: httpx.Response) -> bool:
    """Whether a page is held to the policy, well nested, and has no script nor handler."""
    policy = response.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script" not in policy.replace("script-src 'self'", "")
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    page = read(response.text)
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert not page.badly_nested
    assert not any(ids > 1 for ids in page.ids.values())
    assert page.skip.removeprefix("#") in page.ids
    assert set(page.loaded) <= {"<form>", "<script>", "htmx-2.0.4.min.js"}
    return page.tags["img"] == 0


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/index.html",
        "/people.html",
        "/coverage.html",
        "/person/vladimir-putin.html",
        "/office/us-president.html",
        "/person/joe-biden/person/vladimir-putin.html",
        *(f"/{kind.path}" for kind in FormKind),
    ],
)
def test_a_page_is_given_at_its_address(web: httpx.Client, path: str) -> None:
    response = web.get(path)
    assert response.status_code == 200
    assert is_sound(response)
    again = web.get(path, headers={"if-none-match": response.headers["etag"]})
    assert again.status_code == 304


def test_every_link_of_the_home_page_leads_to_a_page(web: httpx.Client) -> None:
    links = {one.partition("#")[0] for one in read(web.get("/").text).links}
    inner = sorted(one for one in links if one and "://" not in one)
    assert len(inner) > 20
    for link in inner:
        assert web.get(f"/{link}").status_code == 200, link


@pytest.mark.parametrize(
    "path",
    [
        "/nothing",
        "/nothing.html",
        "/person/nobody.html",
        "/a/b/c/d/e.html",
        "/person/vladimir-putin/person/vladimir-putin.html",
        "/..%2f..%2fetc%2fpasswd.html",
        "/%3Cscript%3Ealert(1)%3C/script%3E",
    ],
)
def test_elsewhere_a_page_says_that_there_is_none(web: httpx.Client, path: str) -> None:
    response = web.get(path)
    assert response.status_code == 404
    assert is_sound(response)
    assert "<script" not in response.text
    home = next(one for one in read(response.text).links if one.endswith("index.html"))
    assert web.get(httpx.URL(f"{web.base_url}".rstrip("/") + path).join(home)).status_code == 200


def test_what_a_page_may_not_be_asked_is_told_in_a_page(web: httpx.Client) -> None:
    response = web.post("/people.html")
    assert response.status_code == 405
    assert response.headers["allow"] == "GET, HEAD, OPTIONS"
    assert is_sound(response)


def test_the_feed_is_served(web: httpx.Client) -> None:
    response = web.get("/latest.xml")
    assert response.headers["content-type"].startswith("application/atom+xml")
    assert "<entry>" in response.text


# --- search -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("q", "leads_to"),
    [
        ("vlad", "person/vladimir-putin.html"),
        ("president of russia", "office/ru-president.html"),
        ("geneva", "place/geneva.html"),
    ],
)
def test_what_is_searched_is_found(web: httpx.Client, q: str, leads_to: str) -> None:
    response = web.get("/search.html", params={"q": q})
    assert leads_to in read(response.text).links
    assert web.get(f"/{leads_to}").status_code == 200


def test_a_search_that_finds_nothing_offers_names_like_it(web: httpx.Client) -> None:
    response = web.get("/search.html", params={"q": "Gorbatschow"})
    assert "Nothing by that name" in response.text
    assert "person/mikhail-gorbachev.html" in response.text


def test_the_script_is_of_the_same_origin_with_its_licence(web: httpx.Client) -> None:
    response = web.get("/htmx-2.0.4.min.js")
    assert response.headers["content-type"].startswith("text/javascript")
    assert digest(response.content) == HTMX
    folder = files("summitry.faces.web.pages").joinpath("htmx")
    assert "Zero-Clause BSD" in folder.joinpath("LICENSE").read_text("utf-8")


# --- the history of any two ---------------------------------------------------------------------


def test_two_names_lead_to_the_history_of_the_two(web: httpx.Client) -> None:
    response = web.get("/history.html", params={"a": "Putin", "b": "Obama"})
    assert response.status_code == 303
    assert response.headers["location"] == "person/barack-obama/person/vladimir-putin.html"


def test_two_who_never_met_have_a_history(web: httpx.Client) -> None:
    two = {"a": "Donald Trump", "b": "Leonid Brezhnev"}
    response = web.get("/history.html", params=two, follow_redirects=True)
    assert response.status_code == 200
    assert "Donald Trump and Leonid Brezhnev" in response.text
    assert is_sound(response)


def test_names_that_are_not_understood_come_with_those_that_may_be_meant(
    web: httpx.Client,
) -> None:
    response = web.get("/history.html", params={"a": "Putn", "b": "Bush"})
    assert response.status_code == 404
    assert "did you mean" in response.text
    assert "history.html?a=vladimir-putin&amp;b=Bush" in response.text
    assert "history.html?a=Putn&amp;b=george-w-bush" in response.text
    assert 'value="Putn"' in response.text


def test_the_history_of_one_with_oneself_is_refused(web: httpx.Client) -> None:
    response = web.get("/history.html", params={"a": "Putin", "b": "Vladimir Putin"})
    assert response.status_code == 404
    assert "are the same" in response.text


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_is_searched_is_not_taken_for_markup(web: httpx.Client, attack: str) -> None:
    response = web.get("/search.html", params={"q": attack})
    assert is_sound(response)
    assert "<script>" not in response.text


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("name", ["a", "b"])
def test_names_are_not_taken_for_markup(web: httpx.Client, name: str, attack: str) -> None:
    asked = {"a": "Putin", "b": "Putin", name: attack}
    response = web.get("/history.html", params=asked)
    assert response.status_code == 404
    assert is_sound(response)
    assert "<script" not in response.text


def test_a_name_that_is_too_long_is_refused(web: httpx.Client) -> None:
    response = web.get("/history.html", params={"a": "x" * 201, "b": "y"})
    assert response.status_code == 400
    assert is_sound(response)


# --- a text, checked ----------------------------------------------------------------------------

TEXT = "Biden and Putin met in Geneva on 16 June 2021. Obama and Putin met in Moscow in 2015."


def test_a_pasted_text_comes_back_marked_and_can_be_shared(web: httpx.Client) -> None:
    response = web.post("/check.html", data={"text": TEXT, "as_of": "2025-08-16"})
    assert response.status_code == 200
    assert response.headers["cache-control"] == "no-store"
    assert "etag" not in response.headers
    assert is_sound(response)
    assert response.text.count("<mark") == 2
    assert "1 supported" in response.text
    assert "Judged as of 16 August 2025" in response.text
    share = next(one for one in read(response.text).links if one.startswith("check.html?"))
    assert web.get(f"/{share}").text == response.text


def test_a_text_that_is_too_long_for_an_address_is_told_to_be(web: httpx.Client) -> None:
    told = " ".join(digest(bytes([n])) for n in range(256))
    response = web.post("/check.html", data={"text": f"{TEXT} {told}"})
    assert "too long to be shared" in response.text
    assert is_sound(response)


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_pasted_text_is_not_taken_for_markup(web: httpx.Client, attack: str) -> None:
    response = web.post("/check.html", data={"text": f"{TEXT} {attack}"})
    assert response.status_code == (400 if "\x00" in attack else 200)
    assert is_sound(response)
    assert "<script>" not in response.text
    assert is_sound(web.post("/check.html", data={"text": TEXT, "as_of": attack}))
    assert is_sound(web.get("/check.html", params={"text": attack}))


@pytest.mark.parametrize(
    ("sent", "status", "says"),
    [
        ({"data": {"text": " "}}, 400, "There is no text"),
        ({"files": {"file": ("empty.txt", b"")}}, 400, "There is no text and no file"),
        ({"data": {"text": "x"}, "files": {"file": ("a.txt", b"x")}}, 400, "a text and a file"),
        ({"files": {"file": ("a.pdf", b"%PDF-1.7 none")}}, 400, "&#34;a.pdf&#34;"),
        ({"files": {"file": ("a.txt", b"x" * 1024 * 1024)}}, 413, "The body is too long"),
        (
            {"content": b"--a", "headers": {"content-type": "multipart/form-data; boundary=b"}},
            400,
            "The form can&#39;t be read",
        ),
        ({"data": {"text": "x", "as_of": "soon"}}, 400, "Not a day: &#34;soon&#34;"),
        ({"json": {"text": "x"}}, 415, "x-www-form-urlencoded or multipart/form-data"),
        ({"data": {str(n): "x" for n in range(9)}}, 400, "The form can&#39;t be read"),
        ({"data": {"text": "x" * 1024 * 1024}}, 413, "The body is too long"),
    ],
)
def test_what_cannot_be_checked_is_told_in_a_page(
    web: httpx.Client, sent: dict[str, Any], status: int, says: str
) -> None:
    response = web.post("/check.html", **sent)
    assert response.status_code == status
    assert says in response.text
    assert is_sound(response)


def printed(text: str) -> bytes:
    paper = FPDF()
    paper.add_page()
    paper.set_font("helvetica", size=12)
    paper.multi_cell(0, 6, text)
    return bytes(paper.output())


@pytest.mark.parametrize(
    ("name", "media_type", "data"),
    [
        ("news.txt", "text/plain", TEXT.encode()),
        ("news.md", "application/octet-stream", f"# News\n\n{TEXT}".encode()),
        ("news.html", "text/html", f"<h1>News</h1><p>{TEXT}</p>".encode()),
        ("news.pdf", "application/pdf", printed(TEXT)),
        ("news", "", f"<!doctype html><title>News</title><p>{TEXT}".encode()),
    ],
)
def test_a_file_comes_back_marked(
    web: httpx.Client, name: str, media_type: str, data: bytes
) -> None:
    response = web.post("/check.html", files={"file": (name, data, media_type)})
    assert response.status_code == 200
    assert "1 supported" in response.text
    assert "has no address to share" in response.text
    assert response.headers["cache-control"] == "no-store"
    assert is_sound(response)


@pytest.mark.parametrize("attack", [*ATTACKS, "../../../etc/passwd", 'a"; name="text'])
def test_a_files_name_and_words_are_not_taken_for_markup(web: httpx.Client, attack: str) -> None:
    for data in (b"\x00\xff\xfe", f"<p>{TEXT}</p>{attack}".encode()):
        response = web.post("/check.html", files={"file": (attack, data, "text/html")})
        assert response.status_code in {200, 400}
        assert is_sound(response)
        assert "<script>" not in response.text
        assert "root:" not in response.text


# --- a question ---------------------------------------------------------------------------------


def test_a_question_is_answered_with_the_rows_that_it_rests_on(web: httpx.Client) -> None:
    asked = {"question": "When did Biden last meet Putin?"}
    response = web.get("/ask.html", params=asked)
    assert response.status_code == 200
    assert "16 June 2021" in response.text
    assert any(one.startswith("encounter/") for one in read(response.text).links)
    assert is_sound(response)


def test_the_examples_are_answered(web: httpx.Client) -> None:
    links = [one for one in read(web.get("/ask.html").text).links if one.startswith("ask.html?")]
    assert len(links) == 3
    for link in links:
        assert 'class="answer"' in web.get(f"/{link}").text, link


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_question_is_not_taken_for_markup(web: httpx.Client, attack: str) -> None:
    response = web.get("/ask.html", params={"question": attack})
    assert 'role="alert"' in response.text
    assert is_sound(response)
    assert "<script>" not in response.text
