"""No regular expression can backtrack without end, on a text of any length that it is asked of."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from tests.patterns import slow

ROOT = Path(__file__).parents[1]
FEWEST = 500


def test_no_pattern_takes_long_on_what_is_made_for_it() -> None:
    """In a process of its own: patterns are noted as they are compiled, some of them once only."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.patterns"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
        timeout=600,
    )
    number, *found = done.stdout.splitlines()
    assert found == []
    assert int(number.split()[0]) > FEWEST


def test_one_that_does_is_found() -> None:
    for pattern in (r"(a+)+b", r"(?:,? x,?)*y", r"\w*\w*\w*\w*\w*z"):
        (line,) = slow({(pattern, re.compile(pattern).flags): "summitry.x"})
        assert line.startswith("summitry.x: ")
    assert list(slow({(r"(?:a|b)+ c", re.compile("").flags): "summitry.x"})) == []
