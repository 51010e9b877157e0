"""Use cases that are killed in the middle lose nothing that was acknowledged."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.desk.kills import CASES


@pytest.mark.skipif(sys.platform == "win32", reason="nothing can be forked here")
def test_what_is_killed_leaves_what_was_acknowledged() -> None:
    # In a process without threads, which may be forked.
    done = subprocess.run(  # noqa: S603 - this interpreter
        [sys.executable, "-m", "tests.desk.kills", str(2 * len(CASES))],
        capture_output=True,
        check=False,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("  2 kills") == len(CASES)
