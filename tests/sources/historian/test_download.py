"""The lists are fetched from where they are published, and nothing else of the archives is kept."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from summitry.model.problems import InputError
from summitry.sources.historian import download as downloading
from summitry.sources.historian.download import download
from summitry.sources.historian.importer import HistorianImporter
from tests.sources.historian.lists import SOME_STAY, SOME_TRIP, write_lists


def archive(files: Mapping[str, bytes]) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w") as zipped:
        for name, data in files.items():
            zipped.writestr(name, data)
    return packed.getvalue()


def archive_of(folder: Path) -> bytes:
    files = {
        f"{folder.name}-master/{path.relative_to(folder)}": path.read_bytes()
        for path in folder.rglob("*.xml")
    }
    return archive(files | {f"{folder.name}-master/build.sh": b"rm -rf /"})


@pytest.fixture
def site() -> Iterator[tuple[str, dict[str, bytes]]]:
    """Where archives are published, by the name of the data set."""
    published: dict[str, bytes] = {}

    class Site(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(published[self.path.split("/")[1]])

        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}", published
        server.shutdown()


def test_what_is_downloaded_is_what_the_importer_reads(
    site: tuple[str, dict[str, bytes]], tmp_path: Path
) -> None:
    url, published = site
    for folder in write_lists(tmp_path / "made", [SOME_TRIP], [SOME_STAY]):
        published[folder.name] = archive_of(folder)
    found = download(tmp_path / "fetched", published=url)

    assert HistorianImporter().recognise(found)
    (batch,) = HistorianImporter().extract(found)
    (made,) = HistorianImporter().extract([tmp_path / "made" / p.name for p in found])
    assert batch == made
    assert {path.suffix for path in (tmp_path / "fetched").rglob("*.*")} == {".xml"}


@pytest.mark.parametrize("name", ["x/../../escaped.xml", "/x/../escaped.xml", "escaped.xml"])
def test_nothing_is_written_outside_the_folder(
    site: tuple[str, dict[str, bytes]], tmp_path: Path, name: str
) -> None:
    url, published = site
    published |= dict.fromkeys(("travels", "visits"), archive({name: b"<trips/>"}))
    download(tmp_path / "deep" / "fetched", published=url)

    assert list(tmp_path.rglob("escaped.xml")) == []


def test_what_is_no_archive_is_refused(site: tuple[str, dict[str, bytes]], tmp_path: Path) -> None:
    url, published = site
    published["travels"] = b"not found"
    with pytest.raises(InputError, match=r"can't unpack .*travels.*expected a ZIP archive"):
        download(tmp_path, published=url)


def test_an_archive_that_unpacks_to_too_much_is_refused(
    site: tuple[str, dict[str, bytes]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url, published = site
    monkeypatch.setattr(downloading, "_MOST_XML", 99)
    published["travels"] = archive({"x/a.xml": b"x" * 100})
    with pytest.raises(InputError, match="unpacks to more than 99 bytes of XML"):
        download(tmp_path, published=url)
