"""What the machine does to a record: it is told in one line, and nothing is lost."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

import pytest

from summitry.desk.records import audit
from summitry.model.changes import Act
from summitry.model.problems import RecordError
from summitry.record.checks import audit as audit_content
from summitry.record.content import Content
from summitry.record.editing import change
from summitry.record.edits import Edit
from summitry.record.log import Log
from summitry.record.package import read_package, write_package
from summitry.record.schema import FILE_VERSION
from summitry.record.sql_record import SqlRecord, build, load
from summitry.record.writer import merge
from tests.record.full import FULL
from tests.record.older import build_older, version
from tests.records import SIGNED, content, person

ROOM: Final = 600_000
"""Bytes: FULL takes a third of it, and LARGE twice as much."""

MANY: Final = content(people=[person(f"p-{n}", family_name="x" * 300) for n in range(3000)])
LARGE: Final = replace(FULL, people=FULL.people + MANY.people)
FAULTS: Final = 300


def edit(path: Path) -> None:
    """A small change."""
    added = Edit(table="people", before=None, after=person("someone"))
    change(path, [added], act=Act.ADD, signed=SIGNED)


def edit_much(path: Path) -> None:
    """A change that takes more room than there is."""
    added = [Edit(table="people", before=None, after=one) for one in MANY.people]
    change(path, added, act=Act.ADD, signed=SIGNED)


def put_many(path: Path) -> None:
    """An import that takes more."""
    merge(path, [MANY], new=FULL, signed=SIGNED)


# --- a disk that is full ------------------------------------------------------------------------


@contextmanager
def disk(folder: Path, size: int) -> Iterator[Callable[[str], None]]:
    """A folder as a disk of so many bytes, and what mounts it otherwise; skipped where none may."""

    def mount(*options: str) -> None:
        command = ["mount", "-t", "tmpfs", "-o", ",".join(options), "tmpfs", str(folder)]
        try:
            subprocess.run(command, capture_output=True, check=True)  # noqa: S603
        except (OSError, subprocess.CalledProcessError):
            pytest.skip("this user may mount no disk here")

    mount(f"size={size}")
    try:
        yield partial(mount, "remount")
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)  # noqa: S603, S607


@contextmanager
def limit(_: Path, size: int) -> Iterator[None]:
    """A time in which no file may grow beyond so many bytes, as any user may have it."""
    resource = pytest.importorskip("resource", reason="the system has no limits of files")
    own, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, most))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (own, most))


Little = Callable[[Path, int], AbstractContextManager[object]]
little_room = pytest.mark.parametrize("little", [disk, limit])


def refused(write: Callable[[], object]) -> None:
    """Hold what is written to be refused in one line that says why."""
    with pytest.raises(RecordError, match=r"full|I/O error|No space left|File too large") as told:
        write()
    assert "\n" not in str(told.value)


@little_room
@pytest.mark.parametrize("write", [edit_much, put_many])
def test_a_change_that_has_no_room_leaves_what_was(
    tmp_path: Path, little: Little, write: Callable[[Path], None]
) -> None:
    path = tmp_path / "record.sqlite"
    with little(tmp_path, ROOM):
        build(FULL, path)
        refused(lambda: write(path))
        assert load(path) == FULL
        assert [file.name for file in tmp_path.iterdir()] == [path.name]
        edit(path)
        assert len(Log(path).changes()) == 1


@little_room
@pytest.mark.parametrize(
    ("write", "read"), [(build, load), (write_package, read_package)], ids=["file", "package"]
)
def test_a_record_that_has_no_room_is_not_there(
    tmp_path: Path,
    little: Little,
    write: Callable[[Content, Path], None],
    read: Callable[[Path], Content],
) -> None:
    path = tmp_path / "made"
    with little(tmp_path, ROOM):
        refused(lambda: write(LARGE, path))
        assert list(tmp_path.iterdir()) == []
        write(FULL, path)
        refused(lambda: write(LARGE, path))
        assert [file.name for file in tmp_path.iterdir()] == [path.name]
        assert read(path) == FULL


@little_room
def test_an_import_that_has_no_room_makes_no_record(tmp_path: Path, little: Little) -> None:
    with little(tmp_path, ROOM):
        refused(lambda: put_many(tmp_path / "record.sqlite"))
        assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("room", [1.5, 2.01])
def test_an_older_record_stays_where_its_copy_or_what_is_added_has_no_room(
    tmp_path: Path, room: float
) -> None:
    path, held = tmp_path / "record.sqlite", tmp_path / "disk" / "record.sqlite"
    build_older(LARGE, path)
    held.parent.mkdir()
    with disk(held.parent, int(path.stat().st_size * room)):
        held.write_bytes(path.read_bytes())
        refused(lambda: load(held))
        assert held.read_bytes() == path.read_bytes()
        assert not [file for file in held.parent.iterdir() if file.name.startswith(".")]
        for copy in held.parent.glob("*.schema-2*"):
            with closing(sqlite3.connect(copy)) as opened, closing(sqlite3.connect(path)) as was:
                assert list(opened.iterdump()) == list(was.iterdump())


# --- nothing may be written ---------------------------------------------------------------------


@pytest.fixture
def locked(tmp_path: Path) -> Iterator[Callable[[], Path]]:
    """What makes a folder, with what is in it by then, one that nobody may write to.

    Permissions stop nobody who is root; a disk that is mounted to be read does.
    """
    folder = tmp_path / "locked"
    folder.mkdir()
    if os.geteuid():

        def lock() -> Path:
            folder.chmod(0o555)
            return folder

        yield lock
        folder.chmod(0o755)
        return
    with disk(folder, 10 * ROOM) as remount:

        def mounted() -> Path:
            remount("ro")
            return folder

        yield mounted


def test_a_record_that_nobody_may_write_to_is_read(
    tmp_path: Path, locked: Callable[[], Path]
) -> None:
    path = tmp_path / "locked" / "record.sqlite"
    build(FULL, path)
    locked()
    assert load(path) == FULL
    assert audit(path) == audit_content(FULL)
    for write in (edit, put_many, partial(build, LARGE)):
        with pytest.raises(RecordError, match=r"can't write .*([Rr]ead-?only|denied)") as told:
            write(path)
        assert "\n" not in str(told.value)
    with pytest.raises(RecordError, match=r"can't write .*(Read-only|denied)"):
        write_package(FULL, path.with_name("package"))
    assert load(path) == FULL


def test_an_older_record_that_nobody_may_write_to_says_so(
    tmp_path: Path, locked: Callable[[], Path]
) -> None:
    path = tmp_path / "locked" / "record.sqlite"
    build_older(FULL, path)
    before = path.read_bytes()
    locked()
    with pytest.raises(RecordError, match=f"has schema 2 and can't be brought to {FILE_VERSION}: "):
        load(path)
    assert path.read_bytes() == before
    assert version(path) == 2


def test_what_was_cut_short_where_nobody_may_write_says_so(
    tmp_path: Path, locked: Callable[[], Path]
) -> None:
    path = tmp_path / "locked" / "record.sqlite"
    build(FULL, path)
    cut_short(path)
    locked()
    with pytest.raises(RecordError) as told:
        load(path)
    assert "\n" not in str(told.value)
    assert str(path) in str(told.value)


# --- a file put in place of another -------------------------------------------------------------


def cut_short(path: Path) -> None:
    """Leave a file as a program leaves it that is killed in the middle of a write."""
    child = os.fork()
    if not child:
        made = sqlite3.connect(path, isolation_level=None)
        made.execute("PRAGMA cache_size = 1")
        made.execute("BEGIN")
        made.execute("UPDATE people SET name = name || ?", ("x" * 10_000,))
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    assert path.with_name(f"{path.name}-journal").exists()


@pytest.mark.parametrize("make", [build, put_many], ids=["build", "import"])
def test_a_record_made_where_another_was_is_not_what_undoes_the_other(
    tmp_path: Path, make: Callable[..., None]
) -> None:
    path = tmp_path / "record.sqlite"
    build(FULL, path)
    cut_short(path)
    path.unlink()
    if make is build:
        build(LARGE, path)
        assert load(path) == LARGE
    else:
        put_many(path)
        assert load(path) == LARGE
    assert audit(path) == audit_content(load(path))


def test_of_two_who_make_a_record_neither_takes_the_other_away(tmp_path: Path) -> None:
    path = tmp_path / "record.sqlite"

    def batches() -> Iterator[Content]:
        merge(path, [FULL], new=FULL, signed=SIGNED)
        yield MANY

    with pytest.raises(RecordError, match="somebody else did meanwhile"):
        merge(path, batches(), new=MANY, signed=SIGNED)
    assert set(load(path).people) == set(FULL.people)
    put_many(path)
    assert len(Log(path).changes()) == 1


def test_a_view_of_a_file_that_is_replaced_answers_by_the_one_that_it_opened(
    tmp_path: Path,
) -> None:
    path = tmp_path / "record.sqlite"
    build(FULL, path)
    with closing(SqlRecord(path)) as record:
        build(LARGE, path)
        assert record.content() == FULL
    assert load(path) == LARGE


# --- damage -------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(3))
def test_damage_is_told_or_found_by_the_audit(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "record.sqlite"
    build(FULL, path)
    whole, chance = path.read_bytes(), random.Random(seed)  # noqa: S311 - no secret
    told = [_told(path, _damaged(whole, chance)) for _ in range(FAULTS // 3)]
    refused = [one for one in told if isinstance(one, str)]
    assert refused
    assert all(str(path) in one and "\n" not in one for one in refused)
    assert not [one for one in told if one is False]


def _told(path: Path, data: bytes) -> str | bool:
    """What a damaged file is refused for, or whether the audit finds what it holds otherwise."""
    path.write_bytes(data)
    try:
        problems, read = audit(path), load(path)
        Log(path).changes()
    except RecordError as error:
        return str(error)
    return read == FULL or {problem.code for problem in problems} == {"altered"}


def _damaged(whole: bytes, chance: random.Random) -> bytes:
    """A file with a bit the other way, or a page of zeros or of chance."""
    data, size = bytearray(whole), 4096
    at = chance.randrange(len(data))
    page = slice(at // size * size, at // size * size + size)
    match chance.randrange(4):
        case 0:
            data[page] = bytes(size)
        case 1:
            data[page] = chance.randbytes(size)
        case _:
            data[at] ^= 1 << chance.randrange(8)
    return bytes(data)


@pytest.mark.parametrize(
    ("statement", "where"),
    [
        ("UPDATE people SET name = name || '!' WHERE id = (SELECT min(id) FROM people)", "record"),
        ("DELETE FROM pairs WHERE encounter = (SELECT min(encounter) FROM pairs)", "encounters"),
        ("DELETE FROM topics", "discussions"),
    ],
)
def test_what_another_program_wrote_is_found_by_the_audit(
    tmp_path: Path, statement: str, where: str
) -> None:
    path = tmp_path / "record.sqlite"
    build(FULL, path)
    with closing(sqlite3.connect(path)) as opened, suppress(sqlite3.Error):
        opened.execute(statement)
        opened.commit()
    problems = audit(path)
    assert {problem.code for problem in problems} == {"altered"}
    assert any(problem.where.startswith(where) for problem in problems)
