"""The documents make one site: every page has its place in it, and every link leads somewhere."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from tests.docs.blocks import DOCS
from tests.faces.command import ROOT

SITE: Final = ROOT / "zensical.toml"
LOADED: Final = re.compile(r"""<(?:script|link|img)\b[^>]*?\b(?:src|href)="(https?://[^"]+)""")
_MOST_SECONDS: Final = 120


def pages(nav: list[Any]) -> Iterator[str]:
    for entry in nav:
        ((_, below),) = entry.items()
        yield from [below] if isinstance(below, str) else pages(below)


def test_every_page_has_one_place() -> None:
    nav = tomllib.loads(SITE.read_text("utf-8"))["project"]["nav"]
    assert sorted(pages(nav)) == sorted(page.name for page in DOCS.glob("*.md"))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built as ``make docs`` does, which fails for a link that leads nowhere."""
    folder = tmp_path_factory.mktemp("docs")
    shutil.copy(SITE, folder)
    shutil.copytree(DOCS, folder / "docs")
    done = subprocess.run(  # noqa: S603 - a tool of this project
        [str(Path(sys.executable).with_name("zensical")), "build", "--strict"],
        capture_output=True,
        check=False,
        cwd=folder,
        encoding="utf-8",
        timeout=_MOST_SECONDS,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "out" / "docs"


def test_every_page_is_made_and_loads_nothing_from_elsewhere(built: Path) -> None:
    for page in DOCS.glob("*.md"):
        assert LOADED.findall((built / f"{page.stem}.html").read_text("utf-8")) == []
