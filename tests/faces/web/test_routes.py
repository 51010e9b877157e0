"""The API over a real server: what it answers is what the command line answers."""

from __future__ import annotations

import json
import re
from typing import Any, Final
from urllib.parse import urlencode

import httpx
import pytest

from summitry.faces.web.problems import CODES
from tests.faces import shapes
from tests.faces.command import AS_OF, SEED, answered, call
from tests.faces.web.serving import detail

GENEVA: Final = "Putin and Biden met in Geneva in June 2021."
QUESTION: Final = "How many times did Obama meet Putin while both were presidents?"

ALIKE: Final[dict[str, tuple[str, list[tuple[str, str]], list[str]]]] = {
    "events": ("events", [("a", "Putin"), ("b", "Obama")], ["find", "Putin", "Obama"]),
    "encounters": (
        "encounters",
        [("a", "Putin"), ("b", "Obama"), ("mode", "phone"), ("mode", "video")],
        ["find", "Putin", "Obama", "--kind", "encounter", "--mode", "phone", "--mode", "video"],
    ),
    "settings": (
        "encounters",
        [("setting", "pull-aside"), ("since", "2009"), ("until", "2017-08")],
        ["find", "--setting", "pull-aside", "--since", "2009", "--until", "2017-08"],
    ),
    "visits": (
        "visits",
        [("a", "Obama"), ("status", "held"), ("status", "cancelled")],
        ["find", "Obama", "--kind", "visit", "--status", "held", "--status", "cancelled"],
    ),
    "place": ("events", [("place", "helsinki")], ["find", "--place", "helsinki"]),
    "occasion": (
        "events",
        [("occasion", "G20"), ("kind", "encounter")],
        ["find", "--occasion", "G20", "--kind", "encounter"],
    ),
    "topic": ("events", [("topic", "Syria")], ["find", "--topic", "Syria"]),
    "history": (
        "history",
        [("a", "Putin"), ("b", "Obama"), ("as_of", "2020-01-01")],
        ["history", "Putin", "Obama", "--as-of", "2020-01-01", "--format", "json"],
    ),
    "history of some": (
        "history",
        [
            *(("a", "Putin"), ("b", "Obama"), ("since", "2012"), ("until", "2014")),
            *(("only", "in-person"), ("only", "phone"), ("rule", "talks"), ("style", "ap")),
        ],
        [
            *("history", "Putin", "Obama", "--since", "2012", "--until", "2014"),
            *("--only", "in-person", "--only", "phone", "--rule", "talks", "--style", "ap"),
            *("--format", "json"),
        ],
    ),
    "history in few words": (
        "history",
        [("a", "Putin"), ("b", "Obama"), ("words", "40")],
        ["history", "Putin", "Obama", "--words", "40", "--format", "json"],
    ),
    "ask": (
        "ask",
        [("question", QUESTION), ("as_of", "2020-01-01")],
        ["ask", QUESTION, "--as-of", "2020-01-01", "--format", "json"],
    ),
    "preview": (
        "preview",
        [("a", "Trump"), ("b", "Putin"), ("on", "2026-12-01"), ("in", "Budapest")],
        [
            *("preview", "Trump", "Putin", "--on", "2026-12-01", "--in", "Budapest"),
            *("--format", "json"),
        ],
    ),
}


@pytest.mark.parametrize("name", ALIKE)
def test_an_answer_is_the_command_lines_byte_for_byte(api: httpx.Client, name: str) -> None:
    path, parameters, command = ALIKE[name]
    if command[0] == "find":
        command = [*command, "--format", "json"]
        parameters = [*parameters, ("limit", "500")]
    response = api.get(path, params=urlencode(parameters))
    assert response.status_code == 200
    assert response.headers["content-type"] == "application/json"
    assert response.text == call(*command).out


@pytest.mark.parametrize("explain", [False, True])
def test_a_check_is_the_command_lines_byte_for_byte(api: httpx.Client, explain: bool) -> None:  # noqa: FBT001
    text = SEED.read_text("utf-8")
    command = ["check", str(SEED), "--as-of", AS_OF, "--format", "json"]
    expected = call(*command, *(["--explain"] if explain else [])).out
    asked: dict[str, str | bool] = {"as_of": AS_OF, "explain": explain}
    as_json = api.post("check", json={"text": text, **asked})
    assert as_json.text == expected
    plain = {"content-type": "text/plain; charset=utf-8"}
    assert api.post("check", content=text.encode(), params=asked, headers=plain).text == expected


def test_a_document_is_read_as_what_it_is_sent_as(api: httpx.Client) -> None:
    sent = {
        "text/markdown": "**Putin** and Biden met in Geneva in June 2021.",
        "text/html": "<p>Putin and Biden met in <b>Geneva</b> in June 2021.",
    }
    for kind, text in sent.items():
        response = api.post("check", content=text, headers={"content-type": kind})
        assert response.json()["document"]["type"] == kind.removeprefix("text/")
        assert response.json()["document"]["text"].strip() == GENEVA
        assert response.json()["summary"]["supported"] == 1


@pytest.mark.parametrize("charset", ["nonsense", "zip", "utf-7", '"', "x" * 300])
def test_a_charset_that_is_none_is_passed_over(api: httpx.Client, charset: str) -> None:
    kind = {"content-type": f"text/plain; charset={charset}"}
    response = api.post("check", content=GENEVA.encode(), headers=kind)
    assert response.json()["document"]["text"] == GENEVA


def test_what_is_said_of_a_document_goes_before_what_it_tells(api: httpx.Client) -> None:
    told = {"title": "Talks", "published": "2021-06-20"}
    document = api.post("check", json={"text": GENEVA, **told}).json()["document"]
    assert (document["title"], document["published"]) == ("Talks", "2021-06-20")
    assert document["as_of"] == "2021-06-20"
    judged = api.post("check", json={"text": GENEVA, "as_of": "2021-01-01", **told}).json()
    assert judged["document"]["as_of"] == "2021-01-01"
    assert judged["summary"]["supported"] == 0


SHAPES: Final = {
    "record": shapes.DESCRIPTION,
    "search?q=put": shapes.SEARCH,
    "people": shapes.ENTRIES,
    "people/vladimir-putin": shapes.PROFILE,
    "people/Putin": shapes.PROFILE,
    "events/geneva-2021": shapes.ONE_EVENT,
    "encounters/geneva-2021": shapes.ONE_EVENT,
    "facets?a=Putin&since=2001": shapes.FACETS,
}


@pytest.mark.parametrize("path", SHAPES)
def test_what_the_record_holds_has_its_shape(api: httpx.Client, path: str) -> None:
    response = api.get(path)
    assert response.status_code == 200
    assert shapes.mismatches(response.json(), SHAPES[path]) == []


def test_an_event_is_the_one_that_is_found(api: httpx.Client) -> None:
    found = answered("find", "--place", "Helsinki", "--format", "json").json["events"]
    for event in found:
        assert api.get(f"events/{event['id']}").json()["event"] == event
        assert api.get(f"{event['kind']}s/{event['id']}").json()["event"] == event
        other = {"encounter": "visits", "visit": "encounters"}[event["kind"]]
        detail(api.get(f"{other}/{event['id']}"), "unknown-name")


def test_a_facets_numbers_are_those_of_the_lists(api: httpx.Client) -> None:
    asked = {"a": "Putin", "kind": "encounter", "until": "2016"}
    found = api.get("facets", params=asked).json()
    assert found["events"] == int(api.get("events", params=asked).headers["total-count"])
    facets = {one["facet"]: one for one in found["facets"]}
    assert {"person", "year", "place", "mode", "topic"} <= set(facets)
    for facet in facets.values():
        chosen = dict.fromkeys(facet["parameters"], facet["values"][-1]["value"])
        left = api.get("events", params=asked | chosen)
        assert left.headers["total-count"] == str(facet["values"][-1]["events"])


# --- pages of lists -----------------------------------------------------------------------------


def pages(api: httpx.Client, path: str, **asked: Any) -> list[httpx.Response]:  # noqa: ANN401
    """A page and all that follow it, by their links."""
    found = [api.get(path, params=asked)]
    while "next" in found[-1].links:
        found.append(api.get(httpx.URL(api.base_url).join(found[-1].links["next"]["url"])))
    return found


@pytest.mark.parametrize("limit", [1, 7, 500])
@pytest.mark.parametrize(
    ("path", "rows", "asked"),
    [
        ("events", "events", {"a": "Putin", "place": "Russia"}),
        ("events", "events", {"a": "Putin", "place": "Russia", "order": "latest"}),
        ("people", "entries", {}),
    ],
)
def test_pages_are_the_list_in_parts(
    api: httpx.Client, path: str, rows: str, limit: int, asked: dict[str, str]
) -> None:
    found = pages(api, path, limit=limit, **asked)
    whole = api.get(path, params={"limit": 500, **asked}).json()[rows]
    assert [row for page in found for row in page.json()[rows]] == whole
    assert all(0 < len(page.json()[rows]) <= limit for page in found)
    assert {page.headers["total-count"] for page in found} == {str(len(whole))}


def test_a_cursor_is_of_one_list(api: httpx.Client) -> None:
    first = api.get("events", params={"a": "Putin", "limit": 1})
    cursor = httpx.URL(first.links["next"]["url"]).params["cursor"]
    assert api.get("events", params={"a": "Putin", "limit": 9, "cursor": cursor}).is_success
    other = api.get("events", params={"a": "Obama", "limit": 1, "cursor": cursor})
    assert "a cursor of another list" in detail(other, "bad-input")


@pytest.mark.parametrize(
    "cursor", ["", "x", "!!!", "bnVsbA", "W10", "WzEsMCwxLDJd", "é", "[" * 900]
)
def test_what_is_no_cursor_is_refused(api: httpx.Client, cursor: str) -> None:
    assert "not a cursor" in detail(api.get("events", params={"cursor": cursor}), "bad-input")


# --- what is refused ----------------------------------------------------------------------------

REFUSED: Final = [
    ("events?x=1", "bad-input", 'unknown parameter "x" (expected a, b, since,'),
    ("record?x=1", "bad-input", 'unknown parameter "x" (expected none)'),
    ("events?a=Putin&a=Obama", "bad-input", '"a" is given twice (expected it once)'),
    ("events?mode=fax", "bad-input", 'not a mode: "fax" (expected in-person, phone, video or'),
    ("events?since=soon", "bad-input", '"soon"'),
    ("events?since=2015&until=2014", "bad-input", "no day is both since"),
    ("events?limit=0", "bad-input", 'not a limit: "0" (expected greater than or equal to 1)'),
    ("events?limit=many", "bad-input", 'not a limit: "many" (expected'),
    ("events?a=Nobody", "unknown-name", 'unknown leader "Nobody" (expected a person or office'),
    ("events?place=Atlantis", "unknown-name", 'unknown place "Atlantis"'),
    ("events/nothing", "unknown-name", 'unknown event "nothing" (expected the id'),
    ("people/nobody", "unknown-name", 'unknown person "nobody" (expected a person'),
    ("history?a=Putin", "bad-input", '"b" is missing'),
    ("history?a=Putin&b=Putin", "bad-input", "are the same (expected two leaders"),
    ("history?a=Putin&b=Obama&rule=x", "bad-input", 'unknown counting rule "x"'),
    ("history?a=Putin&b=Obama&as_of=2020", "bad-input", 'not a day: "2020" (expected a day'),
    ("ask?question=Why", "bad-input", "Why"),
    ("ask", "bad-input", '"question" is missing'),
    ("search", "bad-input", '"q" is missing'),
    ("nothing", "not-found", 'nothing at "/api/v1/nothing" (expected /api/v1/docs)'),
    ("events/", "not-found", "nothing at"),
    ("check", "method-not-allowed", 'has no method "GET" (expected OPTIONS, POST)'),
]


@pytest.mark.parametrize(("path", "code", "says"), REFUSED)
def test_what_cannot_be_used_is_told_in_one_line(
    api: httpx.Client, path: str, code: str, says: str
) -> None:
    response = api.get(path)
    assert response.status_code == CODES[code][0].value
    assert says in detail(response, code)


BODIES: Final = [
    (b"", "application/json", "bad-input", "the body can't be read (expected JSON in UTF-8)"),
    (b"\xff", "application/json", "bad-input", "the body can't be read"),
    (b"[" * 100_000, "application/json", "bad-input", "the body can't be read"),
    (b"[]", "application/json", "bad-input", 'the body is no object (expected one with "text")'),
    (b"{}", "application/json", "bad-input", 'expected either "text" or "url"'),
    (b'{"text": 1}', "application/json", "bad-input", 'not a text: "1" (expected'),
    (b'{"text": "", "as_of": "soon"}', "application/json", "bad-input", '"soon"'),
    (b'{"text": "a", "nonsense": 1}', "application/json", "bad-input", "nonsense"),
    (b'{"text": "\\ud800"}', "application/json", "bad-input", "text that UTF-8 can't hold"),
    (b'{"text": " "}', "application/json", "bad-input", '"text" is empty (expected text'),
    (b'{"text": "a", "published": "2999-01-01"}', "application/json", "bad-input", "to come"),
    (b'{"url": "https://example.org/"}', "application/json", "fetching-is-off", "fetches no"),
    (b"\xff\xfe\x00", "text/plain", "bad-input", "text"),
    (b"%PDF-1.7 nonsense", "application/pdf", "bad-input", "text"),
    (b"<a/>", "application/xml", "unknown-type", 'the body is "application/xml" (expected'),
    (b"a", "nonsense", "unknown-type", 'the body is "nonsense" (expected application/json,'),
    (b"a", "", "unknown-type", 'the body is "" (expected application/json, text/plain,'),
]


@pytest.mark.parametrize(("body", "kind", "code", "says"), BODIES)
def test_a_document_that_cannot_be_used_is_told_in_one_line(
    api: httpx.Client, body: bytes, kind: str, code: str, says: str
) -> None:
    response = api.post("check", content=body, headers={"content-type": kind} if kind else {})
    assert response.status_code == CODES[code][0].value
    assert says in detail(response, code)


# --- reads --------------------------------------------------------------------------------------

READS: Final = ["record", "events?limit=3", "history?a=Putin&b=Obama", "openapi.json", "docs"]


@pytest.mark.parametrize("path", READS)
def test_whoever_has_the_answer_gets_no_other(api: httpx.Client, path: str) -> None:
    first = api.get(path)
    tag = first.headers["etag"]
    assert re.fullmatch(r'W/"[0-9a-f]{32}"', tag)
    for held in (tag, tag.removeprefix("W/"), f'"x", {tag}', "*"):
        again = api.get(path, headers={"if-none-match": held})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
        assert "content-length" not in again.headers
    other = api.get(path, headers={"if-none-match": '"x"'})
    assert (other.status_code, other.content) == (200, first.content)


def test_addresses_have_tags_of_their_own(api: httpx.Client) -> None:
    tags = [
        api.get(path).headers["etag"] for path in ("events?limit=3", "events?limit=4", "record")
    ]
    assert len(set(tags)) == 3
    assert "etag" not in api.get("events?a=Nobody").headers


@pytest.mark.parametrize("path", READS)
def test_an_answer_is_compressed_for_who_takes_it(api: httpx.Client, path: str) -> None:
    plain = api.get(path, headers={"accept-encoding": "identity"})
    assert "content-encoding" not in plain.headers
    refused = api.get(path, headers={"accept-encoding": "gzip;q=0"})
    assert "content-encoding" not in refused.headers
    zipped = api.get(path, headers={"accept-encoding": "br, gzip"})
    assert zipped.headers["content-encoding"] == "gzip"
    assert zipped.headers["vary"] == "Accept-Encoding"
    assert zipped.content == plain.content
    assert int(zipped.headers["content-length"]) < len(plain.content) / 2


@pytest.mark.parametrize("path", [*READS, "events/nothing", "nothing"])
def test_head_is_get_without_the_body(api: httpx.Client, path: str) -> None:
    got, head = api.get(path), api.head(path)
    assert head.content == b""
    assert head.status_code == got.status_code
    undated = [{k: v for k, v in r.headers.items() if k != "date"} for r in (got, head)]
    assert undated[0] == undated[1]


def test_options_tell_what_may_be_done(api: httpx.Client) -> None:
    for path, allowed in (("events", "GET, HEAD, OPTIONS"), ("check", "OPTIONS, POST")):
        response = api.options(path)
        assert (response.status_code, response.content) == (204, b"")
        assert response.headers["allow"] == allowed
        assert api.request("DELETE", path).headers["allow"] == allowed
    assert api.options("nothing").status_code == 404


def test_other_origins_may_read_and_no_more(api: httpx.Client) -> None:
    origin = {"origin": "https://example.org"}
    read = api.get("record", headers=origin)
    assert read.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in read.headers
    asked = {**origin, "access-control-request-method": "GET"}
    before = api.options("record", headers=asked)
    assert before.headers["access-control-allow-origin"] == "*"
    assert before.headers["access-control-allow-methods"] == "GET, HEAD"
    for response in (
        api.post("check", json={"text": GENEVA}, headers=origin),
        api.options("check", headers={**origin, "access-control-request-method": "POST"}),
    ):
        assert "access-control-allow-origin" not in response.headers


# --- the reference ------------------------------------------------------------------------------


def test_the_reference_loads_nothing_from_elsewhere(api: httpx.Client) -> None:
    page = api.get("docs")
    assert re.findall(r'(?:src|href)="([^#"][^"]*)"', page.text) == [
        "/api/v1/docs.css",
        "/api/v1/openapi.json",
    ]
    assert "<script" not in page.text
    assert " style=" not in page.text
    assert api.get("docs.css").headers["content-type"] == "text/css; charset=utf-8"


def test_the_reference_has_every_route_object_and_problem(api: httpx.Client) -> None:
    described = json.loads(api.get("openapi.json").text)
    page = api.get("docs").text
    for path in described["paths"]:
        assert f" {path}</code></h2>" in page
    for code in CODES:
        assert f'id="{code}"' in page
    links = set(re.findall(r'href="#([^"]+)"', page))
    assert links
    assert [link for link in links if f'id="{link}"' not in page] == []
