"""The pages as people use them: with scripts, without, and with the keyboard alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.faces.command import AS_OF, SEED

NEWS = "# News\n\nBiden and Putin met in Geneva on 16 June 2021.\n"


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def any_page(request: pytest.FixtureRequest) -> Page:
    """A page with scripts, and one without: what is promised holds for both."""
    found: Page = request.getfixturevalue("page" if request.param else "plain")
    return found


# --- search -------------------------------------------------------------------------------------


def test_what_is_typed_is_found_as_it_is_typed(page: Page) -> None:
    page.goto("search.html")
    page.type("#q", "vlad")
    page.click("#found >> text=Vladimir Putin")
    expect(page.locator("h1")).to_contain_text("Vladimir Putin")
    assert page.url.endswith("/person/vladimir-putin.html")


def test_what_is_typed_is_found_at_the_key(any_page: Page) -> None:
    any_page.goto("index.html")
    any_page.fill("#q", "geneva")
    any_page.press("#q", "Enter")
    expect(any_page).to_have_url(re.compile(r"/search\.html\?q=geneva$"))
    expect(any_page.locator("#found a").first).to_have_text("Geneva")


# --- a history ----------------------------------------------------------------------------------


def test_two_names_lead_to_their_history(any_page: Page) -> None:
    any_page.goto("history.html")
    any_page.fill("#field-a", "Bill Clinton")
    any_page.fill("#field-b", "Chernomyrdin")
    any_page.press("#field-b", "Enter")
    expect(any_page.locator("h1")).to_contain_text("Viktor Chernomyrdin")
    note = any_page.locator(".refs a").first
    number = note.inner_text()
    note.click()
    assert any_page.url.endswith(f"#note-{number}")
    expect(any_page.locator(f"#note-{number}")).to_be_in_viewport()
    assert any_page.locator("figure svg").count() >= 1


# --- a text, checked ----------------------------------------------------------------------------


def test_the_seed_page_comes_back_marked(any_page: Page) -> None:
    any_page.goto("check.html")
    any_page.fill("#text", SEED.read_text("utf-8"))
    any_page.fill("#as_of", AS_OF)
    any_page.click("main button")
    expect(any_page.locator(".counts li")).to_have_text(["16 supported", "1 refuted"])
    assert any_page.locator("mark[data-says]").count() == 17
    wrong = any_page.locator("mark.refuted a").first
    wrong.click()
    card = any_page.locator("aside.card.refuted")
    expect(card).to_be_in_viewport()
    expect(card).to_contain_text("Instead:")
    any_page.click("text=The address of this result")
    assert any_page.locator("mark[data-says]").count() == 17


def test_a_file_can_be_chosen(any_page: Page) -> None:
    any_page.goto("check.html")
    any_page.set_input_files(
        "#file", {"name": "news.md", "mimeType": "text/markdown", "buffer": NEWS.encode()}
    )
    any_page.click("main button")
    expect(any_page.locator(".counts li")).to_have_text(["1 supported"])


def test_a_file_can_be_dropped(page: Page, tmp_path: Path) -> None:
    file = tmp_path / "news.md"
    file.write_text(NEWS, "utf-8")
    page.goto("check.html")
    page.locator("#file").scroll_into_view_if_needed()
    box = page.locator("#file").bounding_box()
    assert box is not None
    hand = page.context.new_cdp_session(page)
    for step in ("dragEnter", "dragOver", "drop"):
        hand.send(
            "Input.dispatchDragEvent",
            {
                "type": step,
                "x": box["x"] + box["width"] / 2,
                "y": box["y"] + box["height"] / 2,
                "data": {"items": [], "files": [str(file)], "dragOperationsMask": 1},
            },
        )
    page.wait_for_function("document.querySelector('#file').files.length === 1")
    page.click("main button")
    expect(page.locator(".counts li")).to_have_text(["1 supported"])


# --- browsing -----------------------------------------------------------------------------------


def number(page: Page) -> int:
    """How many events a list says that it has."""
    return int(page.locator("#said").inner_text().split()[-2].replace(",", ""))


def test_a_list_is_narrowed_in_its_place(page: Page) -> None:
    page.goto("browse.html")
    every = number(page)
    page.evaluate("window.stays = true")
    page.click("#by-person-0")
    expect(page.locator(".chips")).to_contain_text("Vladimir Putin")
    his = number(page)
    page.check("#mode-phone")
    expect(page.locator(".chips")).to_contain_text("Phone")
    calls = number(page)
    assert every > his > calls > 0
    assert page.url.endswith("/browse.html?a=vladimir-putin&mode=phone")
    assert page.evaluate("document.activeElement.id") == "mode-phone"
    page.click("a[aria-label='Without Vladimir Putin']")
    expect(page.locator(".chips")).not_to_contain_text("Vladimir Putin")
    assert page.evaluate("window.stays")
    page.go_back()
    expect(page.locator("#said")).to_contain_text(f"{calls} events")
    page.reload()
    assert number(page) == calls


def test_a_list_is_narrowed_without_scripts(plain: Page) -> None:
    plain.goto("browse.html")
    every = number(plain)
    plain.click("#by-person-0")
    plain.check("#mode-phone")
    plain.fill("#by-since", "2021")
    plain.click("main form button")
    assert plain.url.endswith("/browse.html?a=vladimir-putin&since=2021&mode=phone")
    assert 0 < number(plain) < every
    rows = plain.locator(".events .when").count()
    assert rows == number(plain)


@pytest.mark.parametrize(("field", "typed"), [("a", "Putn"), ("since", "soon")])
def test_what_cannot_be_listed_is_told_where_it_was_typed(
    any_page: Page, field: str, typed: str
) -> None:
    any_page.goto("browse.html?kind=encounter")
    any_page.fill(f"#by-{field}", typed)
    any_page.press(f"#by-{field}", "Enter")
    expect(any_page.locator("[role=alert]")).to_contain_text(typed)
    expect(any_page.locator(f"#by-{field}")).to_have_value(typed)


def test_a_list_is_turned_and_taken_away(any_page: Page) -> None:
    any_page.goto("browse.html")
    first = any_page.locator(".events .when").first.inner_text()
    any_page.click("a[rel=next]")
    expect(any_page.locator("#said")).to_contain_text("51 to 100")
    assert any_page.locator(".events .when").first.inner_text() != first
    with any_page.expect_download() as taken:
        any_page.click(".downloads >> text=CSV")
    lines = Path(taken.value.path()).read_text("utf-8").splitlines()
    assert lines[0].startswith("id,kind,when")
    assert len(lines) > number(any_page)


# --- the keyboard -------------------------------------------------------------------------------


def focused(page: Page) -> str:
    """The words of what has the focus."""
    told: str = page.evaluate(
        "(e => e.innerText || e.getAttribute('aria-label') || e.id)(document.activeElement)"
    )
    return told.strip()


def test_the_first_key_offers_to_skip_what_is_on_every_page(page: Page) -> None:
    page.goto("person/vladimir-putin.html")
    page.keyboard.press("Tab")
    assert focused(page).startswith("Skip to")
    expect(page.locator(".skip").first).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_the_keys_go_through_a_page_in_its_order_and_show_where(page: Page) -> None:
    page.goto("index.html")
    seen = []
    for _ in range(16):
        page.keyboard.press("Tab")
        seen.append(focused(page))
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none", focused(page)
    ways = ["Search", "Browse", "Any two", "Ask", "Check a text", "Histories", "People"]
    assert seen[1:8] == ways or seen[2:9] == ways


def test_the_filters_of_a_phone_open_by_a_key(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto("browse.html")
    assert not page.locator("#by-a").is_visible()
    page.focus("summary")
    page.keyboard.press("Enter")
    expect(page.locator("#by-a")).to_be_visible()
    page.fill("#by-a", "Yeltsin")
    page.press("#by-a", "Enter")
    expect(page.locator(".chips")).to_contain_text("Boris Yeltsin")
