from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest
from pyarrow import parquet

from summitry.desk.archive import Archive, Progress, Totals, read_archive
from summitry.desk.archive.job import Engine
from summitry.desk.documents import given_document
from summitry.desk.records import snapshot
from summitry.model.problems import InputError, RecordError
from summitry.reading import Reader
from summitry.sources.archive import Columns
from summitry.telling.exports.claims import CLAIMS, DOCUMENTS
from summitry.telling.tell import tell
from tests.articles import ARTICLES
from tests.desk.archive.here import Here
from tests.sources.archive.archives import KEPT, keep

TODAY: Final = date(2025, 8, 16)
VIEW: Final = snapshot(None)
PAGE: Final = Path(__file__).parents[3] / "examples" / "history-of-interactions.txt"
TEXTS: Final = {
    "talks": "Joe Biden and Vladimir Putin met in Geneva on 16 June 2021. It was a warm day.",
    "firsts": "Barack Obama's first meeting with Vladimir Putin was in Moscow in July 2009.",
    "never": "Joe Biden never visited Russia as president.",
    "nothing": "The weather will be fine tomorrow, and then it will rain.",
    "page": PAGE.read_text("utf-8"),
}


def read(
    paths: Sequence[Path],
    folder: Path,
    engine: Engine | None = None,
    tell: Callable[[Progress], None] = lambda _: None,
) -> Totals:
    archive = Archive(paths=tuple(map(str, paths)))
    return read_archive(archive, VIEW, folder, engine or Here(), today=TODAY, tell=tell)


def rows(folder: Path, table: str) -> list[dict[str, Any]]:
    found = []
    for path in sorted((folder / table).glob("*.parquet")):
        found += parquet.read_table(path).to_pylist()
    return found


def contents(folder: Path) -> Mapping[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_an_archive_says_what_each_document_says_alone(tmp_path: Path) -> None:
    out = tmp_path / "out"
    totals = read(keep(tmp_path, TEXTS, ["news.jsonl"]), out)
    names = VIEW.names()
    reader = Reader(names)
    alone = []
    for id, text in TEXTS.items():
        document = given_document(text.encode(), as_of=TODAY, published=date(2021, 7, 1))
        for statement in reader.read(replace(document, as_of=date(2021, 7, 1))).statements:
            quote = statement.quote
            alone += [
                (id, quote.text, quote.start, quote.end, tell(claim, names))
                for claim in statement.claims
            ]
    told = [
        (row["document"], row["sentence"], row["start"], row["end"], row["claim"])
        for row in rows(out, "claims")
    ]
    assert told == alone
    assert totals.claims == len(alone) > 30
    assert totals.documents == len(TEXTS)
    assert [row["document"] for row in rows(out, "documents")] == list(TEXTS)
    assert sum(row["claims"] for row in rows(out, "documents")) == len(alone)


def test_however_documents_are_kept_the_claims_are_the_same(tmp_path: Path) -> None:
    found = []
    for name in KEPT:
        out = tmp_path / f"out-{name}"
        read(keep(tmp_path, {id: TEXTS[id] for id in ("talks", "firsts")}, [name]), out)
        found.append([(row["sentence"], row["claim"]) for row in rows(out, "claims")])
    assert all(one == found[0] for one in found)
    assert len(found[0]) == 2


def test_tables_have_the_columns_that_are_told_of(tmp_path: Path) -> None:
    read(keep(tmp_path, TEXTS, ["news.jsonl"]), tmp_path / "out")
    for table, columns in (("claims", CLAIMS), ("documents", DOCUMENTS)):
        [path] = (tmp_path / "out" / table).iterdir()
        schema = parquet.read_schema(path)
        assert schema.names == [column.name for column in columns]
        said = [schema.field(column.name).metadata[b"description"].decode() for column in columns]
        assert said == [column.says for column in columns]


def test_a_claim_tells_its_parts(tmp_path: Path) -> None:
    read(keep(tmp_path, TEXTS, ["news.jsonl"]), tmp_path / "out")
    by_document = {row["document"]: row for row in rows(tmp_path / "out", "claims")}
    talks, firsts, never = (by_document[id] for id in ("talks", "firsts", "never"))
    day = date(2021, 6, 16)
    assert talks["people"] == ["joe-biden", "vladimir-putin"]
    assert (talks["kind"], talks["event"], talks["modes"]) == (
        "took_place",
        "encounter",
        ["in-person"],
    )
    assert (talks["place"], talks["earliest"], talks["latest"]) == ("geneva", day, day)
    assert (firsts["kind"], firsts["position"], firsts["place"]) == ("which_one", 1, "moscow")
    assert (firsts["earliest"], firsts["latest"]) == (date(2009, 7, 1), date(2009, 7, 31))
    assert (never["kind"], never["event"], never["place"]) == ("how_many", "visit", "ru")
    assert (never["least"], never["most"]) == (0, 0)


@pytest.mark.parametrize("name", ARTICLES)
def test_every_type_of_document_is_read(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(ARTICLES[name]())
    read([path], tmp_path / "out")
    [document] = rows(tmp_path / "out", "documents")
    assert document["problem"] is None
    assert document["claims"] >= 5


def test_what_cannot_be_read_is_a_row_with_its_reason(tmp_path: Path) -> None:
    files = {
        "empty.txt": b"",
        "binary.txt": bytes(range(256)) * 20,
        "broken.pdf": b"%PDF-1.7 and no more",
        "good.txt": TEXTS["talks"].encode(),
        "rows.jsonl": b'{"id": 1}\nno JSON\n',
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    totals = read([tmp_path / name for name in files], tmp_path / "out")
    problems = {
        Path(row["document"]).name: row["problem"] for row in rows(tmp_path / "out", "documents")
    }
    assert totals.unread == 5
    assert problems.pop("good.txt") is None
    assert all(problem and "\n" not in problem for problem in problems.values())


def test_a_run_that_ended_goes_on_where_it_was(tmp_path: Path) -> None:
    paths = keep(tmp_path, TEXTS)
    whole, halves = tmp_path / "whole", tmp_path / "halves"
    read(paths, whole)
    read(paths, halves, Here(2))
    second = Here()
    totals = read(paths, halves, second)
    assert len(second.asked) == len(paths) - 2
    assert (totals.parts, totals.before) == (len(paths), 2)
    assert contents(halves) == contents(whole)
    third = Here()
    read(paths, halves, third)
    assert third.asked == []
    assert contents(halves) == contents(whole)


def test_what_changed_is_read_again_and_what_is_gone_taken_out(tmp_path: Path) -> None:
    paths = keep(tmp_path, TEXTS)
    out = tmp_path / "out"
    read(paths, out)
    paths[0].write_text(json.dumps({"text": TEXTS["talks"]}), "utf-8")
    (out / "claims" / "half.parquet.1.laying").write_bytes(b"left by a run that was killed")
    again = Here()
    read(paths[:3], out, again)
    assert [part.paths for part in again.asked] == [(str(paths[0]),)]
    assert len(list((out / "claims").iterdir())) == len(list((out / "documents").iterdir())) == 3
    assert "half" not in str(contents(out).keys())


def test_a_run_later_judges_undated_documents_by_the_day_of_the_first(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXTS["talks"], "utf-8")
    archive = Archive(paths=(str(path),))
    out = tmp_path / "out"
    read_archive(archive, VIEW, out, Here(), today=TODAY)
    later = date(2026, 1, 1)
    read_archive(archive, VIEW, out, Here(), today=later)
    with pytest.raises(InputError, match='was read with as_of "2025-08-16", not "2026-01-01"'):
        read_archive(archive, VIEW, out, Here(), today=later, as_of=later)


def test_a_folder_of_other_settings_or_of_something_else_is_refused(tmp_path: Path) -> None:
    [path] = keep(tmp_path, TEXTS, ["news.jsonl"])
    out = tmp_path / "out"
    read([path], out)
    other = Archive(paths=(str(path),), columns=Columns(text="text", id="key"))
    before = contents(out)
    with pytest.raises(InputError, match="was read with columns"):
        read_archive(other, VIEW, out, Here(), today=TODAY)
    assert contents(out) == before
    with pytest.raises(InputError, match="holds something else"):
        read([path], tmp_path)
    (out / "manifest.json").write_text("{}", "utf-8")
    with pytest.raises(InputError, match="is no manifest"):
        read([path], out)


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    [path] = keep(tmp_path, TEXTS, ["news.jsonl"])
    (tmp_path / "file").write_text("in the way", "utf-8")
    with pytest.raises(RecordError, match="can't write in"):
        read([path], tmp_path / "file" / "out")


def test_progress_counts_up_to_everything(tmp_path: Path) -> None:
    told: list[Progress] = []
    read(keep(tmp_path, TEXTS), tmp_path / "out", tell=told.append)
    sizes = [one.size for one in told]
    assert sizes == sorted(sizes)
    assert sizes[0] == 0
    assert sizes[-1] == told[-1].of == sum((tmp_path / name).stat().st_size for name in KEPT)
