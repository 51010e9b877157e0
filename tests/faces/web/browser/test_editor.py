"""An editor's round trip in a browser, with scripts, without, and on a phone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from summitry.record.sql_record import load
from tests.desk.proposed import RECORD
from tests.faces.web.editing import TOKEN, edited
from tests.faces.web.serving import Running, serving


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("edited") / "record.sqlite"
    edited(path)
    return path


@pytest.fixture(scope="module")
def editable(record: Path) -> Iterator[Running]:
    file = record.with_name("token")
    file.write_text(TOKEN)
    options = ("--record", str(record), "--workers", "1", "--editor-token-file", str(file))
    with serving(*options) as running:
        yield running


def signed_in(
    chromium: Browser, editable: Running, name: str, *, scripts: bool, width: int
) -> Page:
    context = chromium.new_context(
        base_url=editable.url,
        java_script_enabled=scripts,
        viewport={"width": width, "height": 800},
    )
    page = context.new_page()
    page.on("console", lambda said: _complaints.append(said.text))
    page.goto("edit")
    page.fill("#name", name)
    page.fill("#token", TOKEN)
    page.click("text='Sign in'")
    expect(page).to_have_url(re.compile("/edit/proposals$"))
    return page


_complaints: list[str] = []


@pytest.mark.parametrize(
    ("scripts", "width"), [(True, 1280), (False, 1280), (True, 390)], ids=["", "plain", "phone"]
)
def test_an_editors_round_trip(
    chromium: Browser, editable: Running, record: Path, *, scripts: bool, width: int
) -> None:
    _complaints.clear()
    ann = signed_in(chromium, editable, "Ann", scripts=scripts, width=width)
    bob = signed_in(chromium, editable, "Bob", scripts=scripts, width=width)

    # A proposal is accepted, and the page for readers tells it.
    ann.click("a:has-text('Schloss Elmau')")
    expect(ann.locator("main")).to_contain_text("schloss-elmau")
    ann.fill("#why", "Two papers have it.")
    ann.click("button:has-text('Accept')")
    expect(ann.locator("[role=status]")).to_have_text("Accepted.")
    ann.goto("encounter/met.html")
    expect(ann.locator("h1")).to_contain_text("7 June 2015")

    # What can't be is said beside its field.
    ann.goto("edit/add")
    ann.fill("#people", "Barack Obama\nNobody")
    ann.fill("#when", "2015-06-08")
    ann.fill("#source", "pool-report")
    ann.fill("#why", "The pool saw it.")
    ann.click("button:has-text('Add it')")
    expect(ann.locator("#fault-people")).to_contain_text('unknown person "Nobody"')
    ann.fill("#people", "Barack Obama\nDavid Cameron")
    ann.click("button:has-text('Add it')")
    expect(ann.locator("[role=status]")).to_contain_text("Added.")
    address = ann.url
    if scripts:
        assert ann.evaluate("document.documentElement.scrollWidth") <= width

    # The second of two editors sees what changed, and loses nothing.
    bob.goto(address)
    for page, minutes in ((ann, "60"), (bob, "90")):
        page.fill("#minutes", minutes)
        page.fill("#why", f"It took {minutes}.")
        page.click("button:has-text('Save')")
    expect(bob.locator("#meanwhile-minutes")).to_contain_text("somebody else put here: 60")
    expect(bob.locator("#minutes")).to_have_value("90")
    bob.click("button:has-text('Save')")
    expect(bob.locator("[role=status]")).to_contain_text("Saved.")

    # Every change is undone by a click, the last first.
    for _ in range(4):
        bob.goto("edit/log")
        # The last that is no undoing, and was not undone.
        change = bob.locator("main li[id]:has(form):not(:has(strong:text('Undo')))").first
        change.locator("summary").click()
        change.locator("input[name=why]").fill("Only a test.")
        change.locator("button").click()
        expect(bob).to_have_url(re.compile("/edit/log#change-"))
    assert load(record) == RECORD
    bob.goto("encounter/met.html")
    expect(bob.locator("h1")).to_contain_text("June 2015")

    for page in (ann, bob):
        page.goto("edit")
        page.click("text='Sign out'")
        expect(page.locator("h1")).to_have_text("Sign in to edit")
        page.context.close()
    assert [one for one in _complaints if "status of 4" not in one] == []
