"""Lists on pages: narrowed by facets, turned by pages, and taken away whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

import httpx
import pytest

from summitry.telling.pages.browsing import DOWNLOADS
from tests.faces.command import call
from tests.faces.web.serving import SECONDS, Running
from tests.faces.web.test_pages import ATTACKS, is_sound


@pytest.fixture
def web(server: Running) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server.url, timeout=SECONDS) as client:
        yield client


def rows(page: str) -> list[str]:
    """The addresses of the events of a page, in order."""
    return re.findall(r'<div class="when"><a href="([^"]+)"', page)


def total(page: str) -> int:
    """How many events a page says that there are."""
    found = re.search(r'role="status">(?:[\d,]+ to [\d,]+ of )?([\d,]+) events?<', page)
    return int(found[1].replace(",", "")) if found else 0


def test_a_values_number_is_that_of_the_page_it_leads_to(web: httpx.Client) -> None:
    page = web.get("/browse.html", params={"a": "Putin", "since": "2001"}).text
    links = re.findall(r'<a id="by-(\w+)-0" href="([^"]+)">.*?class="n">([\d,]+)<', page)
    assert {kind for kind, _, _ in links} >= {"person", "office", "year", "place", "topic"}
    for _, href, number in links:
        assert total(web.get("/" + href.replace("&amp;", "&")).text) == int(number)


def test_its_pages_are_the_list_in_parts(web: httpx.Client) -> None:
    found, href = [], "browse.html?kind=encounter"
    while href:
        page = web.get(f"/{href}").text
        found += rows(page)
        following = re.search(r'rel="next" href="([^"]+)"', page)
        href = following[1].replace("&amp;", "&") if following else ""
    events = web.get("/api/v1/encounters", params={"limit": 500, "order": "latest"}).json()
    assert found == [f"encounter/{event['id']}.html" for event in events["events"]]
    first = web.get("/browse.html", params={"kind": "encounter", "order": "earliest"}).text
    assert rows(first) == found[: -len(rows(first)) - 1 : -1]


def test_past_the_last_page_there_is_the_last(web: httpx.Client) -> None:
    response = web.get("/browse.html", params={"page": "1000"})
    assert response.status_code == 200
    assert rows(response.text)


def test_a_filter_that_is_set_can_be_taken_off(web: httpx.Client) -> None:
    asked: list[tuple[str, str | int | float | bool | None]] = [
        ("a", "Putin"),
        ("mode", "phone"),
        ("mode", "video"),
        ("since", "2021"),
    ]
    page = web.get("/browse.html", params=asked).text
    chips = re.findall(r'<a href="([^"]+)" aria-label="Without ([^"]+)"', page)
    assert [says for _, says in chips] == ["Vladimir Putin", "Since 2021", "Phone", "Video"]
    assert chips[2][0] == "browse.html?a=Putin&amp;mode=video&amp;since=2021"
    assert chips[1][0] == "browse.html?a=Putin&amp;mode=phone&amp;mode=video"


@pytest.mark.parametrize("end", DOWNLOADS)
def test_what_is_seen_can_be_taken_away(web: httpx.Client, end: str) -> None:
    command = {
        "json": ["find", "Putin", "Obama", "--format", "json"],
        "csv": ["find", "Putin", "Obama", "--format", "csv"],
    }.get(end, ["export", "Putin", "Obama", "--format", end])
    response = web.get(f"/events.{end}", params={"a": "Putin", "b": "Obama"})
    assert response.status_code == 200
    assert response.text.replace("\r\n", "\n") == call(*command).out
    assert response.headers["content-disposition"] == f'attachment; filename="events.{end}"'
    assert response.headers["x-content-type-options"] == "nosniff"


def test_what_cannot_be_taken_away_is_told(web: httpx.Client) -> None:
    assert is_sound(web.get("/events.exe"))
    unknown = web.get("/events.csv", params={"a": "Nobody At All"})
    assert unknown.status_code == 404
    assert is_sound(unknown)


@pytest.mark.parametrize(
    ("address", "location"),
    [
        ("/browse.html?a=Putin&b=&since=&page=2", "./browse.html?a=Putin&page=2"),
        ("/browse.html?a=&utm_source=x", "./browse.html"),
        ("/search.html?q=putin&fbclid=x", "./search.html?q=putin"),
        ("/person/joe-biden.html?x=1", "./joe-biden.html"),
        ("/https:evil.html?x=1", "./https%3Aevil.html"),
        ("//evil.example/a.html?x=1", "./a.html"),
        ("/%E2%80%AE.html?x=1", "./%E2%80%AE.html"),
        ("/?x=1", "./"),
    ],
)
def test_an_address_has_nothing_that_is_not_asked(
    web: httpx.Client, address: str, location: str
) -> None:
    response = web.get(address)
    assert response.status_code == 303
    assert response.headers["location"] == location


@pytest.mark.parametrize(
    ("asked", "status", "says"),
    [
        ({"a": "Putn"}, 404, "did you mean"),
        ({"a": "Putin", "b": "Vladimir Putin"}, 404, "are the same"),
        ({"since": "2020", "until": "2001"}, 404, "No day is both"),
        ({"since": "soon"}, 400, 'name="since" value="soon"'),
        ({"a": "Putn"}, 404, 'name="a" value="Putn"'),
        ({"mode": "pigeon"}, 400, "Not a mode: &#34;pigeon&#34;"),
        ({"page": "0"}, 400, "Not a page"),
        ({"place": "x" * 201}, 400, "expected"),
    ],
)
def test_what_cannot_be_listed_is_told_on_a_page(
    web: httpx.Client, asked: dict[str, str], status: int, says: str
) -> None:
    response = web.get("/browse.html", params=asked)
    assert response.status_code == status
    assert says in response.text
    assert is_sound(response)


@pytest.mark.parametrize("attack", [*ATTACKS, "' OR 1=1 --", "../../etc/passwd"])
def test_no_filter_is_taken_for_markup_or_more(web: httpx.Client, attack: str) -> None:
    names = ("a", "b", "since", "until", "place", "occasion", "topic", "mode", "kind", "page")
    for name in names:
        for path in ("/browse.html", "/events.json"):
            response = web.get(path, params={name: attack}, follow_redirects=True)
            assert response.status_code in {200, 400, 404}
            assert "<script>" not in response.text
            if response.headers["content-type"].startswith("text/html"):
                assert is_sound(response)
