"""Promises about the house itself that no other check holds."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PLAIN = sorted(
    path
    for room in ("model", "reckoning")
    for path in (ROOT / "src/summitry" / room).glob("**/*.py")
)


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.mark.parametrize("path", PLAIN, ids=lambda path: str(path.relative_to(ROOT)))
def test_model_and_reckoning_need_nothing_from_outside(path: Path) -> None:
    outside = {name.partition(".")[0] for name in imported(path)} - {"summitry"}
    assert outside <= sys.stdlib_module_names


def test_the_lock_names_no_registry_but_the_public_one() -> None:
    hosts = set(re.findall(r"https?://[^/\"]+", (ROOT / "uv.lock").read_text("utf-8")))
    assert hosts == {"https://pypi.org", "https://files.pythonhosted.org"}
