"""What several tests of the server share: a server takes seconds to start."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from tests.faces.web.serving import Running, serving


@pytest.fixture(scope="session")
def server() -> Iterator[Running]:
    """A server of the bundled record as it is by default."""
    with serving() as running:
        yield running


@pytest.fixture
def api(server: Running) -> Iterator[httpx.Client]:
    """A client of its API."""
    with server.client() as client:
        yield client
