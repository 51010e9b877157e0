"""What several tests of the command line share: runs that load the reader take seconds."""

from __future__ import annotations

import pytest

from tests.faces.command import AS_OF, SEED, Ran, run


@pytest.fixture(scope="session")
def checked_seed() -> Ran:
    """The seed page, checked, as JSON."""
    return run("check", str(SEED), "--as-of", AS_OF, "--format", "json")
