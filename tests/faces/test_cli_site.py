from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from summitry.record.package import write_package
from tests.desk.pages.small_site import small_record
from tests.faces.command import answered, call

BASE: Final = "https://example.org/record"


@pytest.fixture
def record(tmp_path: Path) -> str:
    write_package(small_record().content, tmp_path / "record")
    return str(tmp_path / "record")


def test_it_says_how_many_pages_there_are(tmp_path: Path, record: str) -> None:
    out = tmp_path / "site"
    ran = answered("site", str(out), "--record", record, "--base-url", BASE)
    pages = len(list(out.rglob("*.html")))
    assert ran.out == f"{out}: {pages} pages\n"
    assert f"{BASE}/person/ann-a.html" in (out / "sitemap.xml").read_text()


def test_options_reach_the_pages(tmp_path: Path, record: str) -> None:
    out = tmp_path / "site"
    answered("site", str(out), "--record", record, "--as-of", "2004-12-31", "--style", "iso")
    assert "2001-03-01" in (out / "encounter" / "first.html").read_text("utf-8")
    assert "As of 2004-12-31" in (out / "person/ann-a/person/ben-b.html").read_text("utf-8")
    assert not (out / "encounter" / "lodge.html").exists()


def test_a_folder_of_something_else_is_refused(tmp_path: Path, record: str) -> None:
    (tmp_path / "thesis.txt").write_text("Years of work.")
    ran = call("site", str(tmp_path), "--record", record)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    assert "it holds something else (expected a folder that is empty, or a site)" in ran.err


@pytest.mark.parametrize("address", ["example.org", "javascript:alert(1)", "https://a b"])
def test_an_address_that_is_none_is_refused(tmp_path: Path, record: str, address: str) -> None:
    ran = call("site", str(tmp_path / "site"), "--record", record, "--base-url", address)
    assert (ran.status, ran.out) == (2, "")
    assert "not an address of the web" in ran.err
    assert not (tmp_path / "site").exists()
