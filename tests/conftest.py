"""How long Hypothesis looks, and the server of PostgreSQL that tests share.

A test without settings of its own follows the profile. Usually it looks at the same cases every
time, so that a run fails, or leaves a branch uncovered, for what has changed and by no chance; the
oracle looks further, and elsewhere each time.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from summitry.record.home import Home
from tests.postgresql import MISSING, Server, programs, running
from tests.record.homes import HOMES, NewHome, new_home_of

settings.register_profile("usual", deadline=None, derandomize=True)
settings.register_profile(
    "oracle",
    settings.get_profile("usual"),
    derandomize=False,
    print_blob=True,
    max_examples=20_000,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("usual")


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """A server of PostgreSQL; a test that needs one is skipped, with the reason, without."""
    found = programs()
    if found is None:
        pytest.skip(MISSING)
    with running(found) as server:
        yield server


@pytest.fixture(scope="session", params=HOMES)
def new_home(request: pytest.FixtureRequest) -> NewHome:
    """What makes places for a record in SQL, in which nothing is kept: of each kind."""
    return new_home_of(request.param, request)


@pytest.fixture
def home(new_home: NewHome) -> Iterator[Home]:
    """One such place."""
    with new_home() as home:
        yield home
