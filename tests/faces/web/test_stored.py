"""A record whose every name and note is an attack: each page and each answer shows it as text."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import httpx
import pytest

from tests.desk.pages.crawl import read
from tests.faces.command import BUNDLED, answered
from tests.faces.web.serving import SECONDS, Running, serving
from tests.faces.web.test_pages import is_sound

SCRIPT: Final = "<script>alert(1)</script>"
BREAKS: Final = "\"'><img src=x onerror=alert(1)>"
FIELDS: Final = {
    "people.csv": {"name": "Vladimir Putin", "family_name": "Putin", "aliases": ""},
    "offices.csv": {"name": "", "aliases": ""},
    "places.csv": {"name": "", "aliases": ""},
    "occasions.csv": {"name": "", "aliases": ""},
    "topics.csv": {"name": "", "aliases": ""},
    "encounters.csv": {"note": ""},
    "visits.csv": {"note": ""},
    "sources.csv": {"title": "", "publisher": ""},
    "citations.csv": {"locator": "", "quote": ""},
}
"""What is written over; what stands here is kept before it, as a name to look up by."""
PAGES: Final = (
    "/",
    "/people.html",
    "/places.html",
    "/occasions.html",
    "/coverage.html",
    "/latest.xml",
    "/person/vladimir-putin.html",
    "/office/us-president.html",
    "/person/joe-biden/person/vladimir-putin.html",
    "/encounter/geneva-2021.html",
    "/place/geneva.html",
    "/series/g8.html",
    "/year/2021.html",
    "/search.html?q=script",
    "/browse.html?a=vladimir-putin&place=geneva",
    "/history.html?a=script&b=alert",
    "/ask.html?question=When%20did%20Joe%20Biden%20last%20meet%20Vladimir%20Putin%3F",
)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A server of such a record."""
    folder = tmp_path_factory.mktemp("hostile")
    package, file = folder / "package", folder / "record.sqlite"
    shutil.copytree(BUNDLED, package)
    for name, fields in FIELDS.items():
        overwrite(package / name, fields)
    told = package / "datapackage.json"
    data = json.loads(told.read_text("utf-8"))
    told.write_text(json.dumps(data | {"title": f"{SCRIPT}{BREAKS}"}), "utf-8")
    answered("record", "build", str(package), str(file))
    with serving("--record", str(file), "--workers", "1") as running:
        yield running


def overwrite(file: Path, fields: dict[str, str]) -> None:
    with file.open(newline="", encoding="utf-8") as opened:
        rows = list(csv.DictReader(opened))
    for row in rows:
        for field in fields.keys() & row.keys():
            kept = f"{row[field]} " if fields[field] and row[field] == fields[field] else ""
            if row[field]:
                row[field] = f"{kept}{SCRIPT}{BREAKS}{row['id']}"
    with file.open("w", newline="", encoding="utf-8") as opened:
        writer = csv.DictWriter(opened, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


@pytest.mark.parametrize("path", PAGES)
def test_no_page_takes_what_a_record_says_for_markup(hostile: Running, path: str) -> None:
    response = httpx.get(hostile.url.rstrip("/") + path, timeout=SECONDS)
    assert response.status_code in {200, 404}
    assert SCRIPT not in response.text
    assert "<img" not in response.text
    if path.endswith(".xml"):
        assert "&lt;script&gt;" in response.text
    else:
        assert is_sound(response)
        assert "&lt;script&gt;" in response.text
        assert not any(one.startswith("javascript:") for one in read(response.text).links)


def test_no_check_takes_what_a_record_says_for_markup(hostile: Running) -> None:
    text = f"Biden and Putin met in Geneva on 16 June 2021. {SCRIPT}"
    response = httpx.post(f"{hostile.url}check.html", data={"text": text}, timeout=SECONDS)
    assert response.status_code == 200
    assert is_sound(response)
    assert SCRIPT not in response.text


def test_programs_are_told_that_it_is_data(hostile: Running) -> None:
    for path in ("api/v1/events?a=vladimir-putin", "events.csv?a=vladimir-putin", "events.json"):
        response = httpx.get(hostile.url + path, timeout=SECONDS)
        assert response.headers["x-content-type-options"] == "nosniff"
        assert not response.headers["content-type"].startswith("text/html")
        assert "default-src 'none'" in response.headers["content-security-policy"]
