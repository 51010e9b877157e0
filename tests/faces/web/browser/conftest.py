"""Debian's Chromium, driven by Playwright: skipped, with the reason, where there is none."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.faces.web.serving import Running

NAMES: Final = ("chromium", "chromium-browser", "google-chrome")
MILLISECONDS: Final = 30_000


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """The browser, once for the tests of a file.

    While it is driven an event loop runs in the process, in which other tests couldn't run theirs.
    """
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        pytest.skip("there is no Chromium (on Debian: apt-get install chromium)")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser, server: Running) -> Iterator[Page]:
    """A page of the server's site in a window of its own, with scripts."""
    yield from opened(chromium, server, scripts=True)


@pytest.fixture
def plain(chromium: Browser, server: Running) -> Iterator[Page]:
    """The same in a browser that runs no scripts."""
    yield from opened(chromium, server, scripts=False)


def opened(browser: Browser, server: Running, *, scripts: bool) -> Iterator[Page]:
    """A page that fails its test if the browser complains of anything."""
    context = browser.new_context(
        base_url=server.url,
        java_script_enabled=scripts,
        viewport={"width": 1280, "height": 900},
        accept_downloads=True,
    )
    context.set_default_timeout(MILLISECONDS)
    expect.set_options(timeout=MILLISECONDS)
    page, complaints = context.new_page(), list[str]()
    page.on("console", lambda said: complaints.append(said.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    refused = ("status of 400", "status of 404")
    assert [one for one in complaints if not any(status in one for status in refused)] == []
