"""A history as a page for readers: it stands alone, and tells its claims and nothing else."""

from __future__ import annotations

import json
import re
from base64 import b64decode
from collections import Counter
from dataclasses import replace
from itertools import islice, pairwise
from typing import Any, Final

import pytest
from lxml.html import HtmlElement, document_fromstring

from summitry.model.bounds import Bounds
from summitry.model.claims import HowMany
from summitry.model.selection import Holder, Someone
from summitry.telling.addresses import HOME, of_pair
from summitry.telling.dates import DateStyle
from summitry.telling.exports.exported import Exported
from summitry.telling.figures import figures, number_of
from summitry.telling.history import History
from summitry.telling.pages.leaf import Leaf
from summitry.telling.paper import Paper, Total, as_html
from summitry.telling.policy import hashed
from tests.telling.sentences import sentences
from tests.telling.short import PUTIN, US_PRESIDENT, met
from tests.telling.small_events import SOURCES
from tests.telling.small_history import BARE_HISTORY, HISTORY
from tests.telling.small_names import NAMES

HOSTILE: Final = "<script>alert(1)</script> \"'&amp; {{ 7 * 7 }} </title></style></svg>"
OF_TWO: Final = (Someone("putin"), Holder("us-president"))
OF_PUTIN: Final = replace(HISTORY, parties=OF_TWO)
BY_RULE: Final = HowMany(
    selection=met(PUTIN, US_PRESIDENT), number=Bounds(4, 5), rules=("apart-from-group-sessions",)
)


def exported(history: History) -> Exported:
    """The events of the history's sections as data, without citations."""
    events = {
        entry.event.id: entry.event
        for section in history.sections
        for entry in (*section.meetings, *section.contacts, *section.visits)
    }
    return Exported(
        record="test",
        basis=history.basis,
        names=history.names,
        events=tuple(events.values()),
        citations=dict.fromkeys(events, ()),
        sources=history.sources,
    )


def paper(history: History = HISTORY) -> Paper:
    history = replace(history, parties=OF_TWO)
    return Paper(
        history=history,
        headlines=history.key_facts[1:],
        totals=(Total(claim=BY_RULE, rules=("apart-from-group-sessions", "talks")),),
        related=((Someone("putin"), Someone("trump")), OF_TWO),
        exported=exported(history),
    )


def page(told: Paper | None = None, *, leaf: Leaf | None = None, table: str = "") -> HtmlElement:
    return document_fromstring(as_html(told or paper(), leaf=leaf, table=table))


def data(found: HtmlElement) -> list[dict[str, Any]]:
    """The graph of the page's data."""
    graph: list[dict[str, Any]] = json.loads(found.findtext(".//script") or "")["@graph"]
    return graph


def words(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


# --- it stands alone ------------------------------------------------------------------------------


def test_the_page_loads_and_runs_nothing() -> None:
    html = as_html(paper())
    assert re.findall(r"\bsrc=|srcset|@import|url\((?!#)|javascript:| on[a-z]+=", html) == []
    found = document_fromstring(html)
    assert list(found.iter("link", "iframe", "object", "img", "form")) == []
    assert [one.get("type") for one in found.iter("script")] == ["application/ld+json"]
    (policy,) = found.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert "script-src" not in policy
    for style in re.findall(r"<style>(.*?)</style>", html, flags=re.DOTALL):
        assert hashed(style) in policy
    assert " style=" not in html


def test_every_link_leads_somewhere_and_every_id_is_one() -> None:
    found = page()
    ids: Counter[str] = Counter(found.xpath("//@id"))
    assert [id for id, often in ids.items() if often > 1] == []
    links = found.xpath("//a[not(@download)]/@href")
    assert [one for one in links if not one.startswith(("#", "https://", "http://"))] == []
    assert {one[1:] for one in links if one.startswith("#")} <= set(ids)
    named = [id for one in found.xpath("//@aria-labelledby") for id in one.split()]
    assert set(named) <= set(ids)


def test_notes_lead_there_and_back() -> None:
    found = page()
    cited = {(one.get("id"), one.get("href")) for one in found.xpath("//*[@class='refs']/a")}
    back = {
        (one.get("href")[1:], f"#{note.get('id')}")
        for note in found.xpath("//ol[@class='sources']/li")
        for one in note.xpath(".//*[@class='back']/a")
    }
    assert cited
    assert cited == back


def test_headings_are_in_order_under_one() -> None:
    levels = [int(str(one.tag)[1]) for one in page().iter("h1", "h2", "h3", "h4")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_each_picture_is_named_and_told_in_words() -> None:
    found = page()
    pictures = found.xpath("//figure//*[local-name()='svg']")
    assert len(found.xpath("//figure")) >= 2
    for one in pictures:
        assert one.get("role") == "img"
        title, told = one.get("aria-labelledby").split()
        assert found.get_element_by_id(title).text_content()
        assert len(found.get_element_by_id(told).text_content()) > 20
    for one in found.xpath("//figcaption"):
        assert words(one)


# --- what it tells --------------------------------------------------------------------------------


@pytest.mark.parametrize("style", DateStyle)
def test_every_fact_is_on_the_page(style: DateStyle) -> None:
    told = words(document_fromstring(as_html(paper(), style=style)))
    for said in sentences(OF_PUTIN, style):
        assert said in told


def test_no_fact_of_the_head_is_told_again_below_it() -> None:
    told = words(page())
    for said in islice(sentences(OF_PUTIN), len(HISTORY.key_facts)):
        assert told.count(said) == 1


def test_a_history_of_nothing_is_a_page() -> None:
    bare = Paper(history=replace(BARE_HISTORY, parties=OF_TWO))
    found = page(bare)
    assert found.findtext(".//h1") == HISTORY.title
    assert list(found.iter("figure", "dl", "script", "table")) == []


def test_the_figures_say_what_claims_say_and_else_what_is_on_record() -> None:
    shown = {one.label: one for one in figures(replace(HISTORY, parties=OF_TWO))}
    assert shown["Meetings in person"].value == "5"
    assert shown["Last"].value == "15 August 2025"
    assert shown["Last"].detail == "with Donald Trump, Anchorage"
    assert "First" not in shown
    assert shown["First on record"].value == "7 July 2017"
    assert shown["Video calls on record"].value == "1"


@pytest.mark.parametrize(
    ("bounds", "told"),
    [
        (Bounds(0, 0), "0"),
        (Bounds(14, 14), "14"),
        (Bounds(13, 14), "13 or 14"),
        (Bounds(6, 8), "6–8"),
        (Bounds(14, None), "at least 14"),
    ],
)
def test_numbers_are_in_digits(bounds: Bounds, told: str) -> None:
    assert number_of(bounds) == told


def test_totals_name_their_rules_and_who_published_such_numbers() -> None:
    (row,) = page().xpath("//tbody/tr")
    number, rules, published = (words(cell) for cell in row)
    assert number == "4 or 5"
    assert rules.startswith(
        "Each encounter of the two while both led their countries, without group sessions"
    )
    assert "Sit-down talks only" in rules
    assert "the White House" in published


def test_other_pages_are_commands_until_there_are_links() -> None:
    (command, _) = page().xpath("//nav[@aria-labelledby='related']//code/text()")
    assert command == 'summitry history "Vladimir Putin" "Donald Trump" --format html'
    others = of_pair(Someone("putin"), Someone("trump"))
    linked = page(
        leaf=Leaf(at=HOME, title="A site", links=lambda at: at.path if at == others else None)
    )
    (link,) = linked.xpath("//nav[@aria-labelledby='related']//a/@href")
    assert link == others.path


def test_a_page_that_stands_alone_holds_its_events_as_files() -> None:
    links = page(table="id,when\nhelsinki-2018,2018-07-16\n").xpath(
        "//section[@aria-labelledby='data']//a"
    )
    held = {link.get("download"): link.get("href").partition(",") for link in links}
    assert {name: head for name, (head, _, _) in held.items()} == {
        "events.csv": "data:text/csv;charset=utf-8;base64",
        "events.geojson": "data:application/geo+json;charset=utf-8;base64",
    }
    files = {name: b64decode(data).decode() for name, (_, _, data) in held.items()}
    assert files["events.csv"].startswith("id,when")
    assert json.loads(files["events.geojson"])["type"] == "FeatureCollection"
    leaf = Leaf(at=HOME, title="A site", links=lambda at: at.path)
    assert page(leaf=leaf).xpath("//section[@aria-labelledby='data']") == []


def test_the_data_are_the_events() -> None:
    graph = data(page())
    told = {one["identifier"] for one in graph if "identifier" in one}
    assert told == {event.id for event in exported(HISTORY).events}


def test_the_same_history_gives_the_same_page() -> None:
    assert as_html(paper()) == as_html(paper())


# --- attacks --------------------------------------------------------------------------------------


def hostile() -> Paper:
    """A paper of which each name that a record may give is an attack."""
    names = replace(
        NAMES,
        people={
            id: replace(one, name=HOSTILE, family_name=HOSTILE) for id, one in NAMES.people.items()
        },
        places={id: replace(one, name=HOSTILE) for id, one in NAMES.places.items()},
        occasions={id: replace(one, name=HOSTILE) for id, one in NAMES.occasions.items()},
        topics={id: replace(one, name=HOSTILE) for id, one in NAMES.topics.items()},
    )
    sources = {
        id: replace(one, title=HOSTILE, url=f"javascript:{HOSTILE}") for id, one in SOURCES.items()
    }
    basis = replace(HISTORY.basis, title=HOSTILE)
    history = replace(HISTORY, title=HOSTILE, names=names, sources=sources, basis=basis)
    return paper(history)


def test_what_a_record_says_is_never_markup() -> None:
    html = as_html(hostile())
    assert "<script>" not in html
    assert "javascript:" not in html
    assert "{{ 7 * 7 }}" in html
    found = document_fromstring(html)
    clean = page()
    assert found.findtext(".//h1") == HOSTILE
    assert len(list(found.iter("style"))) == len(list(clean.iter("style")))
    assert [one.get("type") for one in found.iter("script")] == ["application/ld+json"]
    links = found.xpath("//a[not(@download)]/@href")
    assert [one for one in links if not one.startswith("#")] == []
    assert found.xpath("//@*[starts-with(name(), 'on')]") == []


def test_hostile_data_stay_data() -> None:
    found = document_fromstring(as_html(hostile()))
    assert HOSTILE in {one.get("name") for one in data(found)}
    assert "<" not in (found.findtext(".//script") or "<")
