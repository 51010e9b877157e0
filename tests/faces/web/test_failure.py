"""Where the server itself fails, it says so: to people on a page, to programs as a problem."""

from __future__ import annotations

import asyncio
import logging
from datetime import date
from typing import Never

import httpx
import pytest

from summitry.desk.lookup import Lookup
from summitry.desk.records import snapshot
from summitry.faces.web.app import make_app
from summitry.faces.web.settings import Settings
from tests.faces.web.serving import detail
from tests.faces.web.test_pages import is_sound


def asked(path: str) -> httpx.Response:
    app = make_app(snapshot(None), Settings(), lambda: date(2026, 6, 1))

    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
            return await client.get(path)

    return asyncio.run(ask())


def test_a_failure_is_told(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object, **__: object) -> Never:
        raise ZeroDivisionError("<secret>")

    monkeypatch.setattr(Lookup, "find", fail)
    with caplog.at_level(logging.CRITICAL):
        page, problem = asked("/search.html?q=putin"), asked("/api/v1/search?q=putin")
    assert page.status_code == problem.status_code == 500
    assert is_sound(page)
    assert "The server failed" in page.text
    assert "the server failed" in detail(problem, "internal-error")
    assert "secret" not in page.text + problem.text
