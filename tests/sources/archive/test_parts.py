from __future__ import annotations

import os
from pathlib import Path

import pytest

from summitry.model.problems import InputError
from summitry.sources.archive import Columns, parts_of
from summitry.sources.archive.part import Format
from tests.sources.archive.archives import KEPT, keep

COLUMNS = Columns()
TEXTS = {"a": "A text.", "b": "Another."}


def keys(folder: Path) -> set[str]:
    return {part.key for part in parts_of([str(folder)], COLUMNS).parts}


def test_of_a_folder_what_is_known_by_its_name_is_read(tmp_path: Path) -> None:
    keep(tmp_path, TEXTS)
    (tmp_path / "deep").mkdir()
    for name in ("a.txt", "deep/b.html", "c.md", "d.pdf", "e.htm.gz"):
        (tmp_path / name).write_text("A text.", "utf-8")
    for name in ("f.png", "g.zip", "h"):
        (tmp_path / name).write_text("no document", "utf-8")
    (tmp_path / ".hidden.txt").write_text("A text.", "utf-8")
    parts = parts_of([str(tmp_path)], COLUMNS)
    read = [Path(path).name for part in parts.parts for path in part.paths]
    assert sorted(read) == sorted(["a.txt", "b.html", "c.md", "d.pdf", "e.htm.gz", *KEPT])
    assert parts.aside == 3


def test_a_file_that_is_named_is_read_whatever_its_name(tmp_path: Path) -> None:
    path = tmp_path / "article"
    path.write_text("A text.", "utf-8")
    [part] = parts_of([str(path)], COLUMNS).parts
    assert (part.format, part.paths) == (Format.FILES, (str(path),))


def test_what_is_written_is_not_read_again(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    keep(tmp_path, TEXTS, ["news.parquet"])
    keep(out, TEXTS, ["news.parquet"])
    [part] = parts_of([str(tmp_path)], COLUMNS, besides=out).parts
    assert part.paths == (str(tmp_path / "news.parquet"),)


def test_the_same_files_make_the_same_parts_in_any_order(tmp_path: Path) -> None:
    paths = [str(path) for path in keep(tmp_path, TEXTS)]
    assert parts_of(paths, COLUMNS) == parts_of([*paths[::-1], *paths], COLUMNS)


def test_a_file_that_changed_changes_its_part_alone(tmp_path: Path) -> None:
    changed, *_ = keep(tmp_path, TEXTS)
    before = keys(tmp_path)
    os.utime(changed, ns=(0, 0))
    assert len(before & keys(tmp_path)) == len(before) - 1


def test_a_file_that_comes_in_between_leaves_most_parts_as_they_were(tmp_path: Path) -> None:
    for number in range(3_000):
        (tmp_path / f"{number:04}.txt").write_text("A text.", "utf-8")
    before = keys(tmp_path)
    assert len(before) > 4
    (tmp_path / "0001a.txt").write_text("A text.", "utf-8")
    assert len(before - keys(tmp_path)) == 1


@pytest.mark.parametrize(
    ("paths", "said"),
    [
        (["nowhere"], 'no such file or folder: "{}/nowhere"'),
        ([""], 'nothing to read in "{}/"'),
        (["a.parquet"], '"{}/a.parquet" is no Parquet file'),
        (["other.parquet"], '"{}/other.parquet" has no column "body" (expected one of "id"'),
    ],
)
def test_what_cannot_be_read_at_all_is_said(paths: list[str], said: str, tmp_path: Path) -> None:
    if paths == ["a.parquet"]:
        (tmp_path / "a.parquet").write_text("no Parquet", "utf-8")
    if paths == ["other.parquet"]:
        (tmp_path / "other.parquet").write_bytes(KEPT["news.parquet"](TEXTS))
    with pytest.raises(InputError) as refused:
        parts_of([f"{tmp_path}/{path}" for path in paths], Columns(text="body"))
    assert str(refused.value).startswith(said.format(tmp_path))
