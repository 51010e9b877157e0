from __future__ import annotations

import gzip
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.sources.archive import Columns, Raw, Unusable, documents_of, parts_of
from tests.sources.archive.archives import KEPT, Texts, keep, lines, warc

COLUMNS = Columns()
MOST = 1 << 20
TEXTS: Texts = {f"d{number}": f"Text number {number}, é." for number in range(10)}


def found(path: Path, *, size: int = 1 << 20, columns: Columns = COLUMNS) -> list[Raw | Unusable]:
    parts = parts_of([str(path)], columns, size=size).parts
    return [one for part in parts for one in documents_of(part, columns, most=MOST)]


@pytest.mark.parametrize("name", KEPT)
def test_documents_are_the_same_however_they_are_kept(name: str, tmp_path: Path) -> None:
    [path] = keep(tmp_path, TEXTS, [name])
    documents = found(path)
    assert all(isinstance(one, Raw) for one in documents)
    texts = [one.data.decode() for one in documents if isinstance(one, Raw)]
    assert len(texts) == len(TEXTS)
    assert all(told in text for told, text in zip(TEXTS.values(), texts, strict=True))


@pytest.mark.parametrize("name", [name for name in KEPT if "warc" not in name])
def test_rows_tell_their_ids_and_days(name: str, tmp_path: Path) -> None:
    [path] = keep(tmp_path, TEXTS, [name])
    assert [one.id for one in found(path)] == list(TEXTS)
    assert {one.published for one in found(path) if isinstance(one, Raw)} == {date(2021, 7, 1)}


def test_pages_tell_their_address_and_when_they_were_there(tmp_path: Path) -> None:
    [path] = keep(tmp_path, TEXTS, ["news.warc.gz"])
    pages = [one for one in found(path) if isinstance(one, Raw)]
    assert [page.url for page in pages] == [f"https://example.org/{id}" for id in TEXTS]
    assert {page.seen for page in pages} == {date(2021, 7, 2)}
    assert {(page.media_type, page.charset) for page in pages} == {("text/html", "utf-8")}


@pytest.mark.parametrize(
    "held", [warc(TEXTS, status="404 Not Found"), warc(TEXTS, kind="image/png")]
)
def test_what_is_no_page_is_no_document(held: bytes, tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc"
    path.write_bytes(held)
    assert found(path) == []


@given(
    texts=st.lists(st.text(max_size=60), min_size=1, max_size=20),
    size=st.integers(1, 200),
    blank=st.booleans(),
)
def test_however_lines_are_cut_into_stretches_each_is_read_once(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], size: int, *, blank: bool
) -> None:
    path = tmp_path_factory.mktemp("cut") / "news.jsonl"
    end = "\n\n" if blank else "\n"
    path.write_text(end.join(json.dumps({"text": text}) for text in texts), "utf-8")
    read = [one.data.decode() for one in found(path, size=size) if isinstance(one, Raw)]
    assert read == [text.encode("utf-8", "replace").decode() for text in texts]
    assert len({one.id for one in found(path, size=size)}) == len(texts)


@pytest.mark.parametrize("size", [1, 200, 10_000])
def test_however_row_groups_are_cut_into_stretches_each_is_read_once(
    size: int, tmp_path: Path
) -> None:
    [path] = keep(tmp_path, TEXTS, ["news.parquet"])
    assert [one.id for one in found(path, size=size)] == list(TEXTS)


ROWS = {
    '{"id": "a"}': 'no "text" (the row has "id")',
    '{"text": 5}': '"text" holds no text',
    '{"text": null}': '"text" holds no text',
    "{}": 'no "text" (the row has nothing)',
    "[1, 2]": "a line of JSON that is no object",
    "not JSON": "not a line of JSON",
    "[" * 100_000: "not a line of JSON",
    '{"text": "\\ud800"}': "",
}


@pytest.mark.parametrize(("row", "reason"), ROWS.items(), ids=range(len(ROWS)))
def test_a_row_without_a_text_is_one_that_cannot_be_used(
    row: str, reason: str, tmp_path: Path
) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text(f'{{"text": "before"}}\n{row}\n{{"text": "after"}}\n', "utf-8")
    before, one, after = found(path)
    assert isinstance(before, Raw)
    assert isinstance(after, Raw)
    assert (one.reason if isinstance(one, Unusable) else "") == reason


CUT = 20
BROKEN = {
    "cut.jsonl.gz": gzip.compress(lines(TEXTS))[:-CUT],
    "cut.jsonl.zst": KEPT["news.jsonl.zst"](TEXTS)[:-CUT],
    "cut.warc.gz": warc(TEXTS)[:-CUT],
    "cut.txt.gz": gzip.compress(b"A text." * 50)[:-CUT],
    "other.jsonl.gz": b"no gzip at all",
    "large.txt": b"a" * (MOST + 1),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_broken_is_told_and_stops_nothing(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(BROKEN[name])
    last = found(path)[-1]
    assert isinstance(last, Unusable)
    assert last.reason
    assert "\n" not in last.reason


def test_columns_may_be_called_otherwise(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    row = {"body": "A text.", "key": 7, "day": "1 July 2021", "head": "A title"}
    path.write_text(json.dumps(row), "utf-8")
    columns = Columns(text="body", id="key", date="day", title="head")
    [one] = found(path, columns=columns)
    assert one == Raw(
        id="7",
        data=b"A text.",
        charset="utf-8",
        title="A title",
        published=date(2021, 7, 1),
    )
