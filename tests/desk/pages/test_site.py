"""A site: a page for each thing of a record, made by its address alone, told from claims."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Final

import pytest
from lxml.html import document_fromstring

from summitry.desk.check import check
from summitry.desk.documents import open_document
from summitry.desk.pages.register import Register
from summitry.desk.pages.site import Site
from summitry.desk.pages.topic import topic_page
from summitry.model.events import EventKind
from summitry.model.findings import Verdict
from summitry.model.selection import Holder, Party, Someone
from summitry.record.open import open_record
from summitry.telling.addresses import (
    HOME,
    Address,
    PageKind,
    of_pair,
    of_person,
    of_place,
    of_row,
    of_topic,
    read,
)
from summitry.telling.dates import DateStyle
from tests.desk.pages.small_site import TODAY, small_record, small_site

BY_KIND: Final = {
    PageKind.HOME: HOME,
    **{
        kind: Address(kind)
        for kind in (PageKind.COUNTING, PageKind.COVERAGE, PageKind.TOPICS, PageKind.YEARS)
    },
    PageKind.PAIR: of_pair(Someone("barack-obama"), Someone("dmitry-medvedev")),
    PageKind.PERSON: Address(PageKind.PERSON, ("joe-biden",)),
    PageKind.OFFICE: Address(PageKind.OFFICE, ("ru-president",)),
    PageKind.OCCASION: Address(PageKind.OCCASION, ("g20-hamburg-2017",)),
    PageKind.SERIES: Address(PageKind.SERIES, ("g20",)),
    PageKind.PLACE: of_place("helsinki"),
    PageKind.TOPIC: of_topic("arms-control"),
    PageKind.YEAR: Address(PageKind.YEAR, ("2018",)),
    PageKind.ENCOUNTER: of_row(EventKind.ENCOUNTER, "anchorage-2025"),
    PageKind.VISIT: of_row(EventKind.VISIT, "putin-us-2015-09"),
}


def words(html: str) -> str:
    return " ".join(document_fromstring(html).text_content().split())


@pytest.fixture(scope="module")
def bundled() -> Site:
    return Site(Register(open_record(None), None, TODAY))


# --- every sentence is told from a claim ----------------------------------------------------------


@pytest.mark.parametrize("kind", BY_KIND)
def test_a_check_of_a_page_supports_all_of_it(
    bundled: Site, tmp_path: Path, kind: PageKind
) -> None:
    page = tmp_path / "page.html"
    page.write_text(bundled.page(BY_KIND[kind]), "utf-8")
    checked = check(open_document(str(page), as_of=TODAY), open_record(None))
    verdicts = {one.statement.quote.text: one.verdict for one in checked.statements}
    assert [says for says, v in verdicts.items() if v is not Verdict.SUPPORTED] == []
    tells = {PageKind.HOME, PageKind.PAIR, PageKind.OCCASION, PageKind.ENCOUNTER, PageKind.VISIT}
    assert bool(verdicts) or kind not in tells
    # What is left unread are labels, which are no sentences; those of a history have other tests.
    unread = [one.quote.text for one in checked.silences if one.quote.text.endswith(".")]
    assert kind is PageKind.PAIR or unread == []


# --- what there is --------------------------------------------------------------------------------


def test_every_row_has_a_page_and_each_is_told_by_its_path() -> None:
    site = small_site()
    names = site.register.names
    found = list(site.addresses())
    assert found[0] == HOME
    assert len({one.path for one in found}) == len(found)
    assert [read(one.path) for one in found] == found
    for kind, rows in {
        PageKind.PERSON: names.people,
        PageKind.OFFICE: names.offices,
        PageKind.OCCASION: names.occasions,
        PageKind.SERIES: names.series,
        PageKind.PLACE: names.places,
        PageKind.TOPIC: names.topics,
    }.items():
        assert {one.ids[0] for one in found if one.kind is kind} == set(rows)
    events = {one.ids[0] for one in found if one.kind in {PageKind.ENCOUNTER, PageKind.VISIT}}
    assert events == {event.id for event in site.register.view.events()}
    assert {one.kind for one in found} == set(PageKind)


def test_a_page_that_there_is_none_of_is_refused() -> None:
    site = small_site()
    for address in (of_person("nobody"), of_pair(Someone("ann-a"), Holder("aa-president"))):
        assert not site.has(address)
        with pytest.raises(KeyError):
            site.page(address)


ANN, BEN, CLEO = Someone("ann-a"), Someone("ben-b"), Someone("cleo-c")
ANNS, BENS, ENVOY = Holder("aa-president"), Holder("bb-president"), Holder("bb-envoy")
PAIRS: Final[tuple[tuple[Party, Party], ...]] = (
    (ANN, BEN),
    (ANN, CLEO),
    (ANN, ENVOY),
    (ANN, BENS),
    (BEN, CLEO),
    (BEN, ANNS),
    (BEN, ENVOY),
    (BEN, BENS),
    (CLEO, ANNS),
    (CLEO, BENS),
    (ANNS, ENVOY),
    (ANNS, BENS),
    (ENVOY, BENS),
)


def test_pairs_have_something_between_them() -> None:
    register = small_site().register
    assert tuple(register.between) == PAIRS
    of_two = {event.id for event in register.between[ANN, BEN]}
    assert of_two == {"first", "three", "aside", "lodge", "said", "stay"}
    of_office = register.between[ANN, BENS]
    assert {e.id for e in of_office} >= {"stay", "again", "odd-ID_/%"}


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_the_page_of_each_pair_tells_of_it(pair: tuple[Party, Party]) -> None:
    page = document_fromstring(small_site().page(of_pair(*pair)))
    assert page.xpath("//ol[@class='events']/li | //*[@aria-labelledby='not-held']//li")


@pytest.mark.parametrize(
    ("place", "events"),
    [
        ("hall", {"first"}),
        ("aville", {"first", "three", "aside"}),
        ("aa", {"first", "three", "aside"}),
        ("lodge", {"lodge"}),
        ("beton", {"lodge", "odd-ID_/%", "off", "stay"}),
        ("bb", {"lodge", "odd-ID_/%", "off", "stay", "again"}),
    ],
)
def test_a_place_has_what_happened_within_or_near_it(place: str, events: set[str]) -> None:
    assert {event.id for event in small_site().register.in_place[place]} == events


def test_a_former_state_has_what_happened_in_it(bundled: Site) -> None:
    then = {event.id for event in bundled.register.in_place["su"]}
    assert any(id.startswith("moscow-1972") for id in then)
    assert not any(id.startswith("moscow-2009") for id in then)


def test_a_topic_has_who_talked_about_it_with_whom(bundled: Site) -> None:
    page = topic_page("arms-control", bundled.register)
    assert all("arms-control" in event.topics for event in page.events)
    assert Someone("barack-obama") in {one.one for one in page.between}
    met = {frozenset((one.one, one.other)) for one in page.between}
    hosts = frozenset((Someone("alexei-kosygin"), Someone("leonid-brezhnev")))
    assert hosts not in met
    shown = document_fromstring(bundled.page(of_topic("arms-control")))
    assert len(shown.xpath("//ol[@class='events']/li")) == len(page.events)
    (beside,) = shown.xpath("//nav[@aria-labelledby='beside']")
    assert "Missile defense" in beside.text_content()


def test_an_encounter_leads_to_its_topics(bundled: Site) -> None:
    page = bundled.page(of_row(EventKind.ENCOUNTER, "anchorage-2025"))
    assert document_fromstring(page).xpath("//dd/a[@href='../topic/ukraine.html']")


def test_what_may_not_have_begun_by_the_day_is_left_out() -> None:
    site = Site(Register(small_record(), date(2004, 12, 31), TODAY))
    assert {event.id for event in site.register.events} == {"first", "three", "aside"}
    assert not site.has(of_row(EventKind.ENCOUNTER, "lodge"))
    assert site.has(of_pair(Someone("ann-a"), Someone("ben-b")))
    assert words(site.page(HOME)).count("2005") == 0


def test_the_latest_are_those_of_the_day() -> None:
    site = Site(Register(small_record(), None, date(2004, 12, 31)))
    (latest,) = document_fromstring(site.page(HOME)).xpath("//*[@aria-labelledby='latest']")
    assert "Ann A and Ben B met in Aville on 1 March 2001." in latest.text_content()
    assert "2005" not in latest.text_content()


# --- pages ----------------------------------------------------------------------------------------


def test_an_encounter_is_told_with_all_that_is_known_of_it() -> None:
    told = words(small_site().page(of_row(EventKind.ENCOUNTER, "first")))
    assert "Ann A and Ben B met in Aville on 1 March 2001." in told
    assert "Hall, Aville, Aland" in told
    assert "In person, bilateral" in told
    assert "90 minutes" in told
    assert "Ann A, president of AA" in told
    assert "The first meeting between Ann A and Ben B was the one in Aville on 1 March 2001" in told


def test_an_encounter_leads_to_those_before_and_after() -> None:
    site = small_site()
    address = of_row(EventKind.ENCOUNTER, "aside")
    near, _ = document_fromstring(site.page(address)).xpath("//nav[@aria-labelledby='more']/ul")
    assert [" ".join(row.text_content().split()) for row in near] == [
        "1 March 2001, Aville Before",
        "July 2005, Beton After",
    ]


def test_what_did_not_take_place_says_so_and_is_no_sentence() -> None:
    site = small_site()
    told = words(site.page(of_row(EventKind.ENCOUNTER, "off")))
    assert "Status Cancelled" in told
    assert re.search(r"\bmet\b", told) is None


def test_days_are_written_in_the_style_of_the_site() -> None:
    site = Site(Register(small_record(), None, TODAY), DateStyle.ISO)
    for path in ("person/ann-a.html", "encounter/first.html"):
        address = read(path)
        assert address is not None
        (main,) = document_fromstring(site.page(address)).xpath("//main")
        told = main.text_content()
        assert "2001-03-01" in told
        assert "1 March 2001" not in told


def test_the_same_record_gives_the_same_pages() -> None:
    one, other = small_site(), small_site()
    for address in one.addresses():
        assert one.page(address) == other.page(address)
