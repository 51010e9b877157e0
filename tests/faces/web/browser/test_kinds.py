"""Every kind of page: axe finds nothing in either theme, and a phone shows it without scrolling
sideways."""

from __future__ import annotations

from importlib.resources import files
from typing import Any, Final
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page

from summitry.telling.addresses import ALONE, Address

AXE: Final = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
PHONE: Final = 390
TEXT: Final = (
    "Biden and Putin met in Geneva on 16 June 2021. Obama and Putin met in Moscow in 2015."
)

KINDS: Final = {
    **{kind.value: Address(kind).path for kind in ALONE},
    "person": "person/nikolai-podgorny.html",
    "office": "office/su-premier.html",
    "history": "person/bill-clinton/person/viktor-chernomyrdin.html",
    "encounter": "encounter/geneva-2021.html",
    "visit": "visit/clinton-ru-1995-05.html",
    "occasion": "occasion/yalta-conference-1945.html",
    "series": "series/g7.html",
    "place": "place/geneva.html",
    "year": "year/1985.html",
    "topic": "topic/arms-control.html",
    "search": "search.html?q=pu",
    "search of nothing": "search.html?q=Gorbatschow",
    "browse": "browse.html?a=Putin&since=2012&until=2014&mode=in-person",
    "browse of nobody": "browse.html?a=Putn",
    "two": "history.html",
    "two of whom one is unknown": "history.html?a=Putn&b=Bush",
    "ask": "ask.html",
    "answer": f"ask.html?{urlencode({'question': 'When did Biden last meet Putin?'})}",
    "check": "check.html",
    "nothing": "nothing.html",
    "reference": "api/v1/docs",
}


@pytest.mark.parametrize("kind", [*KINDS, "checked"])
def test_a_page_is_for_everyone(page: Page, kind: str) -> None:
    if kind == "checked":
        page.goto("check.html")
        page.fill("#text", TEXT)
        page.click("main button")
        page.wait_for_selector("mark")
    else:
        page.goto(KINDS[kind])
    for theme, rules in (("light", None), ("dark", ["color-contrast"])):
        page.emulate_media(color_scheme="light" if theme == "light" else "dark")
        assert violations(page, rules) == [], theme
    page.set_viewport_size({"width": PHONE, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE


def violations(page: Page, rules: list[str] | None) -> list[str]:
    """What axe finds, each with the first element where it does."""
    page.evaluate(AXE)
    asked: dict[str, Any] = {"resultTypes": ["violations"]}
    if rules is not None:
        asked["runOnly"] = rules
    found = page.evaluate("asked => axe.run(asked)", asked)
    return [f"{one['id']}: {one['nodes'][0]['html']}" for one in found["violations"]]


def test_dark_is_dark_and_light_is_light(page: Page) -> None:
    page.goto("index.html")
    colours = {}
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme="light" if theme == "light" else "dark")
        told = page.evaluate("getComputedStyle(document.body).backgroundColor")
        colours[theme] = sum(map(int, told.removeprefix("rgb(").rstrip(")").split(",")))
    assert colours["dark"] < 150
    assert colours["light"] > 600
