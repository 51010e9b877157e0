from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given

from summitry.model.problems import RecordError
from summitry.record.content import Content
from summitry.record.package import read_package, write_package
from summitry.record.tables import TABLES
from tests.record.full import FULL
from tests.record.generated import FEW, contents


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A package of the full record."""
    write_package(FULL, tmp_path / "package")
    return tmp_path / "package"


def _bytes(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


# --- there and back ---------------------------------------------------------------------------


@FEW
@given(contents())
def test_what_is_written_is_read_back_and_written_alike(of: Content) -> None:
    with TemporaryDirectory() as name:
        first, second = Path(name) / "first", Path(name) / "second"
        write_package(of, first)
        read = read_package(first)
        write_package(read, second)

        assert read == of
        assert read.digest() == of.digest()
        assert _bytes(first) == _bytes(second)


def test_files_keep_dates_as_they_were_written(folder: Path) -> None:
    assert "[1999-10-01,1999-10-03]" in (folder / "encounters.csv").read_text("utf-8")


def test_writing_over_a_package_replaces_it_and_keeps_what_is_not_a_table(folder: Path) -> None:
    descriptor = json.loads((folder / "datapackage.json").read_text("utf-8"))
    (folder / "datapackage.json").write_text(json.dumps({"homepage": "x"} | descriptor), "utf-8")
    (folder / "README.md").write_text("About it.", "utf-8")
    changed = replace(read_package(folder), version="1.3", visits=())
    write_package(changed, folder)

    assert read_package(folder) == changed
    assert json.loads((folder / "datapackage.json").read_text("utf-8"))["homepage"] == "x"
    assert (folder / "README.md").read_text("utf-8") == "About it."
    assert len(list(folder.iterdir())) == len(TABLES) + 2


# --- faults -----------------------------------------------------------------------------------


def _replaced(old: str, new: str) -> Callable[[bytes], bytes]:
    def change(text: bytes) -> bytes:
        assert old.encode() in text
        return text.replace(old.encode(), new.encode(), 1)

    return change


FAULTS: list[tuple[str, Callable[[bytes], bytes], str]] = [
    (
        "people.csv",
        _replaced("1946-08-19", "19 August 1946"),
        (
            'people.csv:3: born is not an EDTF date: "19 August 1946" (expected for example'
            " 2021-06-16, 2021-06, 2001-11-13/2001-11-15 or [2001-06-15,2001-06-16])"
        ),
    ),
    (
        "people.csv",
        _replaced("1931-02-01", "1931-02-29"),
        'people.csv:4: born is not an EDTF date: "1931-02-29" (there is no such day)',
    ),
    (
        "people.csv",
        _replaced("1931-02-01", "1931/1932"),
        (
            "people.csv:4: born '1931/1932' can't be read"
            " (expected an EDTF date, like 2021-06-16 or 2021-06)"
        ),
    ),
    (
        "people.csv",
        _replaced(",she,", ",her,"),
        "people.csv:2: pronoun 'her' can't be read (expected one of he, she, they, it)",
    ),
    (
        "tenures.csv",
        _replaced("1993-01-20/2001-01-20", "1993-01-20"),
        (
            "tenures.csv:2: when '1993-01-20' can't be read"
            " (expected an EDTF interval, like 2001-01-20/2009-01-20 or 2025-01-20/..)"
        ),
    ),
    (
        "tenures.csv",
        _replaced("1993-01-20/2001-01-20", "2001-01-20/1993-01-20"),
        (
            "tenures.csv:2: when is not an EDTF date: "
            '"2001-01-20/1993-01-20" (it ends before it starts)'
        ),
    ),
    (
        "tenures.csv",
        _replaced(",bill-clinton,", ",bill-klinton,"),
        (
            "tenures.csv:2: person 'bill-klinton' is not in people"
            " (expected an id of people, like 'bill-clinton')"
        ),
    ),
    (
        "encounters.csv",
        _replaced(",sidelines|pull-aside,", ",sidelines/pull-aside,"),
        (
            "encounters.csv:2: setting 'sidelines/pull-aside' can't be read (expected one or more"
            " of bilateral, sidelines, pull-aside, multilateral, joined by '|')"
        ),
    ),
    (
        "encounters.csv",
        _replaced(",120..,", ",2 hours,"),
        (
            "encounters.csv:5: duration_minutes '2 hours' can't be read"
            " (expected whole minutes, like 135, 120..150 or 120..)"
        ),
    ),
    (
        "encounters.csv",
        _replaced("duration_minutes,", ""),
        (
            "encounters.csv:1: there is no column 'duration_minutes' (expected id,when,sequence,"
            "mode,setting,status,place,occasion,host,duration_minutes,note)"
        ),
    ),
    (
        "places.csv",
        _replaced(",-36.85,", ",36°51 S,"),
        "places.csv:2: latitude '36°51 S' can't be read (expected degrees from -90 to 90)",
    ),
    (
        "places.csv",
        _replaced("moscow,Moscow,city,ru,,,,,", "moscow,Moscow,city,ru,,,,,,"),
        "places.csv:4: the row has 12 cells (expected 11, as the header has)",
    ),
    (
        "places.csv",
        _replaced("\nmoscow,", "\nauckland,"),
        (
            "places.csv:4: id 'auckland' is given twice (it stands at places.csv:2 already:"
            " expected once), and 3 more faults"
        ),
    ),
    (
        "participants.csv",
        _replaced("moscow-2000,bill-clinton\n", ""),
        "encounters.csv:5: 'moscow-2000' has 1 of participants (expected 2 or more)",
    ),
    (
        "coverage.csv",
        _replaced(",office:us-president,", ",us-president,"),
        (
            "coverage.csv:4: who 'us-president' can't be read"
            " (expected office:ID, person:ID, person:ID@in-office or person:ID@office:ID)"
        ),
    ),
    (
        "citations.csv",
        _replaced(",encounters,moscow-2000,", ",meetings,moscow-2000,"),
        (
            "citations.csv:3: table 'meetings' can't be read (expected one of people, offices,"
            " tenures, series, occasions, places, landmarks, topics, encounters, visits, coverage,"
            " sources)"
        ),
    ),
    (
        "visits.csv",
        lambda text: text.replace(b"His last.", b"His \xe9tape."),
        "visits.csv:2: byte 0xe9 is not UTF-8 (expected UTF-8)",
    ),
    (
        "datapackage.json",
        _replaced('"version": "1.2"', '"version": 1.2'),
        "datapackage.json: version 1.2 can't be read (expected text)",
    ),
]


@pytest.mark.parametrize(("name", "change", "message"), FAULTS)
def test_a_fault_is_named_by_file_and_line(
    folder: Path, name: str, change: Callable[[bytes], bytes], message: str
) -> None:
    (folder / name).write_bytes(change((folder / name).read_bytes()))

    with pytest.raises(RecordError) as refused:
        read_package(folder)

    assert str(refused.value) == message


def test_a_missing_file_is_named_and_not_taken_for_an_empty_one(folder: Path) -> None:
    (folder / "people.csv").unlink()

    with pytest.raises(RecordError) as refused:
        read_package(folder)

    assert str(refused.value) == "people.csv: there is no such file (expected people.csv)"


def test_every_fault_is_told(folder: Path) -> None:
    (folder / "people.csv").unlink()
    path = folder / "encounters.csv"
    path.write_text(path.read_text("utf-8").replace("phone", "telephone"), "utf-8")
    path = folder / "visits.csv"
    path.write_text(path.read_text("utf-8").replace("talks-of-2000", "talks"), "utf-8")

    with pytest.raises(RecordError) as refused:
        read_package(folder)

    assert str(refused.value).endswith(
        "there is no such file (expected people.csv), and 2 more faults"
    )
    assert [(problem.code, problem.where) for problem in refused.value.problems] == [
        ("missing-file", "people.csv"),
        ("bad-cell", "encounters.csv:4"),
        ("unknown-reference", "visits.csv:2"),
    ]


def test_a_folder_without_a_descriptor_is_no_package(tmp_path: Path) -> None:
    with pytest.raises(RecordError) as refused:
        read_package(tmp_path)

    assert str(refused.value) == (
        f"no record in {str(tmp_path)!r}:"
        " datapackage.json: there is no such file (expected datapackage.json)"
    )


# --- never half-written -----------------------------------------------------------------------


class Cut(BaseException):
    """The end of the process, simulated."""


def _cut_at(monkeypatch: pytest.MonkeyPatch, name: str, call: int) -> None:
    """Make the ``call``-th call of a method of Path the last."""
    real = getattr(Path, name)
    calls = iter(range(1, 100))

    def cut(path: Path, *args: object) -> object:
        if next(calls) == call:
            raise Cut
        return real(path, *args)

    monkeypatch.setattr(Path, name, cut)


@pytest.mark.parametrize(("name", "call"), [("write_bytes", 1), ("write_bytes", 9), ("rename", 1)])
def test_a_write_cut_short_leaves_the_package_as_it_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, call: int
) -> None:
    before = _bytes(folder)
    _cut_at(monkeypatch, name, call)
    with pytest.raises(Cut):
        write_package(replace(FULL, visits=()), folder)

    assert _bytes(folder) == before


@pytest.mark.parametrize(("name", "call"), [("write_bytes", 1), ("write_bytes", 9), ("rename", 1)])
def test_a_write_cut_short_leaves_nothing_where_nothing_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, call: int
) -> None:
    _cut_at(monkeypatch, name, call)
    with pytest.raises(Cut):
        write_package(FULL, tmp_path / "package")

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("call", [1, 5, 16])
def test_a_write_cut_short_while_files_move_counts_as_done(
    folder: Path, monkeypatch: pytest.MonkeyPatch, call: int
) -> None:
    changed = replace(FULL, version="1.3", visits=())
    with monkeypatch.context() as patched:
        _cut_at(patched, "replace", call)
        with pytest.raises(Cut):
            write_package(changed, folder)

    assert read_package(folder) == changed

    write_package(replace(changed, version="1.4"), folder)
    assert read_package(folder) == replace(changed, version="1.4")
    assert len(list(folder.iterdir())) == len(TABLES) + 1


@pytest.mark.parametrize("name", [".", "package"])
def test_what_a_killed_write_left_lying_is_cleared_away(tmp_path: Path, name: str) -> None:
    if name != ".":
        write_package(FULL, tmp_path / name)
    (tmp_path / name / ".laying-x").mkdir()
    (tmp_path / name / ".laying-x" / "people.csv").write_text("id,", "utf-8")
    write_package(FULL, tmp_path / name)

    assert read_package(tmp_path / name) == FULL
    assert len(list((tmp_path / name).iterdir())) == len(TABLES) + 1


@pytest.mark.parametrize(
    "descriptor", [None, "{", "[]", '{"name": "iris", "resources": []}', '{"summitry": 1}']
)
def test_what_is_no_record_is_not_replaced(tmp_path: Path, descriptor: str | None) -> None:
    (tmp_path / "people.csv").write_text("mine", "utf-8")
    if descriptor is not None:
        (tmp_path / "datapackage.json").write_text(descriptor, "utf-8")
    before = _bytes(tmp_path)
    with pytest.raises(RecordError) as refused:
        write_package(FULL, tmp_path)

    assert str(refused.value) == (
        f"won't replace {str(tmp_path)!r}: expected a folder that is empty or holds a record"
    )
    assert _bytes(tmp_path) == before


def test_a_file_is_not_replaced_by_a_folder(tmp_path: Path) -> None:
    path = tmp_path / "record"
    path.write_text("mine", "utf-8")
    with pytest.raises(RecordError, match=r"^won't replace"):
        write_package(FULL, path)

    assert path.read_text("utf-8") == "mine"


def test_what_does_not_hold_together_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="not in topics"):
        write_package(replace(FULL, topics=()), tmp_path / "package")

    assert list(tmp_path.iterdir()) == []


def test_where_nothing_can_be_written_the_reason_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", "utf-8")
    with pytest.raises(RecordError) as refused:
        write_package(FULL, tmp_path / "file" / "package")

    assert (
        str(refused.value) == f"can't write {str(tmp_path / 'file' / 'package')!r}: Not a directory"
    )
