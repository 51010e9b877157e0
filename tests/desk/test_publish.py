"""Publishing a site: whole or not at all, every link leads somewhere, nothing else is touched."""

# ruff: noqa: ANN401 - options go on to publish, which says their types

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final
from xml.etree import ElementTree as ET

import pytest

from summitry.desk.pages.site import MOST_IN_FEED, Site
from summitry.desk.publish import MARK, publish
from summitry.model.problems import InputError
from summitry.record.open import open_record
from summitry.telling.feed import feed, sitemaps
from tests.desk.pages.crawl import faults, pages
from tests.desk.pages.small_site import TODAY, small_record, small_site
from tests.records import person, record

HOSTILE: Final = "<script>alert(1)</script> \"'&amp; {{ 7 * 7 }} </title></style></svg>"
BASE: Final = "https://example.org/record"
ATOM: Final = "{http://www.w3.org/2005/Atom}"
MAP: Final = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def published(out: Path, **options: Any) -> Path:
    publish(small_record(), out, as_of=None, today=TODAY, **options)
    return out


def files(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


# --- the whole site -------------------------------------------------------------------------------


def test_a_crawl_finds_nothing_wrong(tmp_path: Path) -> None:
    out = published(tmp_path / "site")
    assert len(pages(out)) == len(list(small_site().addresses()))
    assert list(faults(out)) == []


def test_a_crawl_of_the_bundled_record_finds_nothing_wrong(tmp_path: Path) -> None:
    out = tmp_path / "site"
    done = publish(open_record(None), out, as_of=None, today=TODAY)
    assert len(pages(out)) == done.pages > 1000
    assert list(faults(out)) == []


def test_a_crawl_of_an_empty_record_finds_nothing_wrong(tmp_path: Path) -> None:
    out = tmp_path / "site"
    publish(record(people=[person("ann-a")]), out, as_of=None, today=TODAY)
    assert list(faults(out)) == []


def test_a_crawl_finds_what_is_wrong(tmp_path: Path) -> None:
    out = published(tmp_path / "site")
    page = out / "person" / "ann-a.html"
    page.write_text(page.read_text().replace("../people.html", "../pople.html").replace("<p", "<q"))
    (out / "alone.html").write_text("<p>Alone.")
    found = list(faults(out))
    for part in ("broken link", "ends what isn't open", "no way leads there", "no navigation"):
        assert any(part in fault for fault in found)


def hostile_parts() -> dict[str, Any]:
    return {"people": [person(id, name=HOSTILE, family_name=HOSTILE, aliases=(HOSTILE,))
                       for id in ("ann-a", "ben-b", "cleo-c")]}  # fmt: skip


def test_what_a_record_says_is_never_markup(tmp_path: Path) -> None:
    out = tmp_path / "site"
    hostile = small_record(title=HOSTILE, **hostile_parts())
    publish(hostile, out, as_of=None, today=TODAY, base_url=BASE)
    assert list(faults(out)) == []
    for path, page in pages(out).items():
        text = (out / path).read_text("utf-8")
        assert "<script>" not in text
        assert "javascript:" not in "".join(page.links)
    ET.parse(out / "latest.xml")  # noqa: S314 - our own


# --- feed and map ---------------------------------------------------------------------------------


def test_the_feed_has_the_latest_that_took_place_and_leads_to_them(tmp_path: Path) -> None:
    out = published(tmp_path / "site")
    root = ET.parse(out / "latest.xml").getroot()  # noqa: S314 - our own
    titles = [one.findtext(f"{ATOM}title") for one in root.iter(f"{ATOM}entry")]
    assert titles[0] == "Ann A and Cleo C, Beton, 1 to 3 March 2009"
    assert len(titles) == 6
    links = [link.get("href") or "" for link in root.iter(f"{ATOM}link")]
    assert all((out / link).is_file() for link in links)
    assert {"encounter/off.html", "encounter/said.html"}.isdisjoint(links)
    days = [one.findtext(f"{ATOM}updated") or "" for one in root.iter(f"{ATOM}entry")]
    assert root.findtext(f"{ATOM}updated") == max(days)
    ids = [one.text for one in root.iter(f"{ATOM}id")]
    assert len(set(ids)) == len(ids)
    assert root.findtext(f"{ATOM}author/{ATOM}name")


def test_the_map_has_every_page_at_its_address(tmp_path: Path) -> None:
    out = published(tmp_path / "site", base_url=f"{BASE}/")
    root = ET.parse(out / "sitemap.xml").getroot()  # noqa: S314 - our own
    told = {one.text for one in root.iter(f"{MAP}loc")}
    paths = {path if path != "index.html" else "" for path in pages(out)}
    assert told == {f"{BASE}/{path}" for path in paths}
    for path in pages(out):
        shown = "" if path == "index.html" else path
        assert f'<link rel="canonical" href="{BASE}/{shown}">' in (out / path).read_text("utf-8")


def test_without_an_address_there_is_no_map(tmp_path: Path) -> None:
    out = published(tmp_path / "site")
    assert not (out / "sitemap.xml").exists()
    assert "canonical" not in (out / "index.html").read_text("utf-8")


def test_a_long_map_is_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summitry.telling.feed.MOST_IN_A_MAP", 10)
    found = list(small_site().addresses())
    written = dict(sitemaps(found, BASE))
    *parts, whole = written
    assert whole == "sitemap.xml"
    listed = [one.text for one in ET.fromstring(written[whole]).iter(f"{MAP}loc")]  # noqa: S314
    assert listed == [f"{BASE}/{part}" for part in parts]
    told = [one for part in parts for one in ET.fromstring(written[part]).iter(f"{MAP}loc")]  # noqa: S314
    assert len(told) == len(found)


# --- the folder -----------------------------------------------------------------------------------


def test_a_site_is_replaced_and_what_else_stands_there_is_kept(tmp_path: Path) -> None:
    out = published(tmp_path / "site", base_url=BASE)
    (out / "CNAME").write_text("example.org")
    (out / "own").mkdir()
    (out / "own" / "logo.svg").write_text("<svg/>")
    publish(record(people=[person("zoe-z")]), out, as_of=None, today=TODAY)
    assert (out / "CNAME").read_text() == "example.org"
    assert (out / "own" / "logo.svg").read_text() == "<svg/>"
    assert (out / "person" / "zoe-z.html").is_file()
    assert not (out / "person" / "ann-a.html").exists()
    assert not (out / "sitemap.xml").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_the_same_record_gives_the_same_files(tmp_path: Path) -> None:
    assert files(published(tmp_path / "one")) == files(published(tmp_path / "other"))


def test_an_empty_folder_will_do(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    assert (published(tmp_path / "site") / "index.html").is_file()


def test_folders_can_be_read_by_a_server(tmp_path: Path) -> None:
    (tmp_path / "like").mkdir()
    out = published(tmp_path / "site")
    assert out.stat().st_mode == (tmp_path / "like").stat().st_mode


def _full(folder: Path) -> Path:
    (folder / "full").mkdir()
    (folder / "full" / "thesis.txt").write_text("Years of work.")
    return folder / "full"


def _file(folder: Path) -> Path:
    (folder / "file").write_text("Some words.")
    return folder / "file"


def _nowhere(folder: Path) -> Path:
    return folder / "no" / "where"


@pytest.mark.parametrize("make", [_full, _file, _nowhere])
def test_a_place_of_something_else_is_refused_and_left_alone(tmp_path: Path, make: Any) -> None:
    out = make(tmp_path)
    before = files(tmp_path)
    with pytest.raises(InputError, match=r"can't write .*expected"):
        published(out)
    assert files(tmp_path) == before


@pytest.mark.parametrize("there", [False, True], ids=["none before", "one before"])
@pytest.mark.parametrize("error", [KeyboardInterrupt, RuntimeError, OSError], ids=str)
def test_a_run_that_fails_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[BaseException], *, there: bool
) -> None:
    out = tmp_path / "site"
    before = files(published(out)) if there else {}
    real = Site.addresses

    def failing(self: Site) -> Iterator[Any]:
        for n, address in enumerate(real(self)):
            if n == 20:
                raise error
            yield address

    monkeypatch.setattr(Site, "addresses", failing)
    with pytest.raises(InputError if error is OSError else error):
        published(out, base_url=BASE)
    assert files(tmp_path) == {f"site/{path}": data for path, data in before.items()}


def test_a_run_that_fails_at_the_last_step_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = published(tmp_path / "site")
    before = files(tmp_path)
    real = Path.rename

    def failing(self: Path, target: Path) -> Path:
        if self.name == "site" and Path(target) == out:
            raise OSError(28, "No space left on device")
        return real(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(InputError, match="no space left"):
        published(out)
    assert files(tmp_path) == before


def test_the_mark_says_of_which_record_the_site_is(tmp_path: Path) -> None:
    out = published(tmp_path / "site")
    mark = json.loads((out / MARK).read_text())
    assert (mark["record"], mark["version"]) == ("test", "1")
    assert {*mark["files"], MARK} == set(files(out))


def test_a_feed_of_nothing_is_a_feed() -> None:
    site = small_site()
    leaf = site.leaf(next(site.addresses()))
    root = ET.fromstring(feed([], site.register.ground, leaf))  # noqa: S314 - our own
    assert list(root.iter(f"{ATOM}entry")) == []
    assert root.findtext(f"{ATOM}updated")
    assert MOST_IN_FEED > 0
