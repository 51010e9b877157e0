"""A bad call or a bad input: one plain line that says what is wrong, status 2, nothing written."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import subprocess
import threading
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from tests.faces.command import BUNDLED, COMMAND, MOST_SECONDS, Ran, call, environment, run

PNG: Final = bytes.fromhex("89504e470d0a1a0a0000000d494844520000000100000001")
WORDS: Final = "Putin and Biden met in Geneva in June 2021. Señor Niño was there.\n"
FIFTY_MB: Final = 50_000_000


# --- what is bad --------------------------------------------------------------------------------


def write_documents(here: Path) -> None:
    (here / "good.txt").write_text(WORDS, "utf-8")
    (here / "empty.txt").touch()
    (here / "blank.txt").write_text(" \n\t\n")
    (here / "picture.png").write_bytes(PNG)
    (here / "nul.txt").write_bytes(b"Putin\x00 and Biden met.")
    (here / "latin-1.txt").write_bytes(WORDS.encode("latin-1"))
    (here / "utf-16.txt").write_bytes(WORDS.encode("utf-16"))
    (here / "utf-16le.txt").write_bytes(WORDS.encode("utf-16-le"))
    (here / "empty.html").write_text("<html><nav>Home</nav></html>")
    (here / "half.pdf").write_bytes(b"%PDF-1.7\n1 0 obj")
    (here / "folder").mkdir()
    with (here / "huge.txt").open("wb") as file:
        file.truncate(FIFTY_MB)


def write_records(here: Path) -> None:
    (here / "nothing").mkdir()
    (here / "no-package").mkdir()
    (here / "no-package" / "notes.txt").write_text("notes\n")
    with closing(sqlite3.connect(here / "random.sqlite")) as base:
        base.execute("create table meetings (id text)")
    for name, (file, before, after) in FAULTS.items():
        shutil.copytree(BUNDLED, here / name)
        path = here / name / file
        text = path.read_text("utf-8")
        assert before in text, f"{file} has no {before!r}"
        path.write_text(text.replace(before, after, 1), "utf-8")
    shutil.copytree(BUNDLED, here / "deep")
    (here / "deep" / "datapackage.json").write_text("[" * 200_000)


# A fault of a package: the file, what is replaced in it, and by what.
FAULTS: Final = {
    "dangling": ("participants.csv", ",joe-biden", ",joe-nobody"),
    "column": ("encounters.csv", ",mode,", ",manner,"),
    "edtf": ("encounters.csv", ",1999-09-12,", ",1999-09-45,"),
    "value": ("encounters.csv", ",in-person,", ",telepathy,"),
    "number": ("places.csv", ",61.21806,", ",north,"),
    "json": ("datapackage.json", "{", "{,"),
    "foreign": ("datapackage.json", '"summitry"', '"summit"'),
    "newer": ("datapackage.json", '"schema": 2', '"schema": 99'),
}


def where(fault: str) -> str:
    """The file and line of a fault."""
    file, before, _ = FAULTS[fault]
    lines = (BUNDLED / file).read_text("utf-8").splitlines()
    return f"{file}:{next(n for n, line in enumerate(lines, 1) if before in line)}:"


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bad")
    write_documents(folder)
    write_records(folder)
    return folder


@dataclass(frozen=True, slots=True)
class Bad:
    """A call that is refused, and words that the refusal holds: the value, and what would do."""

    call: str
    says: tuple[str, ...]
    lines: int = 1


def bad(call: str, *says: str, lines: int = 1) -> Bad:
    return Bad(call, says, lines)


APART_OF: Final = 5
"""Of so many cases of each kind one is run as a process of its own, which takes longer."""

# The arguments are parted by blanks; "_" stands for a blank within one, "''" for an empty one.
TABLE: Final = {
    "document": (
        bad("check missing.txt", '"missing.txt"', "no such file", "expected a text file"),
        bad("check good.txt/x", '"good.txt/x"', "not a directory", "expected a text file"),
        bad("check ''", '""', "expected a text file"),
        bad("check empty.txt", '"empty.txt" is empty', "expected text in UTF-8"),
        bad("check blank.txt", '"blank.txt" is empty', "expected text in UTF-8"),
        bad("check picture.png", '"picture.png" is binary', "expected text in UTF-8"),
        bad("check nul.txt", '"nul.txt" is binary', "expected text in UTF-8"),
        bad("check latin-1.txt", '"latin-1.txt" is not in UTF-8', "0xf1", "expected text in UTF-8"),
        bad("check utf-16.txt", '"utf-16.txt" is in UTF-16', "expected text in UTF-8"),
        bad("check utf-16le.txt", '"utf-16le.txt" is binary', "expected text in UTF-8"),
        bad("check huge.txt", '"huge.txt" is too long', "expected at most 8 MiB"),
        bad("check /dev/zero", '"/dev/zero" is too long', "expected at most 8 MiB"),
        bad("check folder", '"folder"', "is a folder", "expected a text file"),
        bad("check -", '"-" is empty', "expected text in UTF-8"),
        bad("check empty.html", '"empty.html" has no text', "expected text in UTF-8, Markdown"),
        bad("check half.pdf", '"half.pdf" is no PDF', "expected a whole PDF"),
        bad("check good.txt --type pdf", '"good.txt" is no PDF', "expected a whole PDF"),
        bad("check picture.png --type markdown", '"picture.png" is binary', "expected text in"),
        bad("check good.txt --type rtf", "'rtf'", "'text', 'markdown', 'html', 'pdf'"),
        bad("check good.txt -o folder", '"folder"', "expected the name of a file"),
    ),
    "address": (
        bad("check http://127.0.0.1:9/page", "127.0.0.1, which is not", "a public address"),
        bad("check http://localhost/page", '"localhost" is at', "expected a public address"),
        bad("check https://[::1]/", '"::1" is at ::1', "expected a public address"),
        bad("check http://169.254.169.254/latest", "169.254.169.254", "expected a public address"),
        bad("check http://10.1.2.3/", '"10.1.2.3" is at 10.1.2.3', "expected a public address"),
        bad("check ftp://example.org/page", '"ftp://example.org/page"', "like https://example.org"),
        bad("check file:///etc/passwd", '"file:///etc/passwd"', "like https://example.org"),
        bad("check http://me@example.org/", '"http://me@example.org/"', "like https://example.org"),
    ),
    "name": (
        bad("find Nobody", '"Nobody"', "expected a person or office"),
        bad("find ''", '""', "expected a person or office"),
        bad("find Puttin", '"Puttin"', 'did you mean "Vladimir Putin"'),
        bad("find Bush", 'ambiguous leader "Bush"', '"George H. W. Bush" or "George W. Bush"'),
        bad(
            "find Putin Bush", 'ambiguous leader "Bush"', '"George H. W. Bush" or "George W. Bush"'
        ),
        bad("find Putin Vladimir_Putin", '"Putin" and "Vladimir Putin"', "expected two"),
        bad("find Putin Obama --place Atlantis", '"Atlantis"', "expected a place of the record"),
        bad("find --occasion Woodstock", '"Woodstock"', "expected a gathering or series"),
        bad("history Putin Nobody", '"Nobody"', "expected a person or office"),
        bad("history Bush Putin", 'ambiguous leader "Bush"', '"George W. Bush"'),
        bad("history Putin Vladimir_Putin", '"Putin" and "Vladimir Putin"', "expected two"),
    ),
    "date": (
        bad("check good.txt --as-of 2025-13-01", '"2025-13-01"', "like 2025-08-16"),
        bad("check good.txt --as-of 2025-02-30", '"2025-02-30"', "like 2025-08-16"),
        bad("check good.txt --as-of yesterday", '"yesterday"', "like 2025-08-16"),
        bad("check good.txt --as-of 2025-08", '"2025-08"', "like 2025-08-16"),
        bad("check good.txt --as-of ''", '""', "like 2025-08-16"),
        bad("history Putin Obama --as-of 16/08/2025", '"16/08/2025"', "like 2025-08-16"),
        bad("find --since 2025-13", '"2025-13"', "expected for example 2021-06-16"),
        bad("find --until 2025-02-30", '"2025-02-30"', "there is no such day"),
        bad("find --since yesterday", '"yesterday"', "expected for example 2021-06-16"),
        bad("find --since ../2009", '"../2009"', "expected a day, month or year"),
        bad("find --since Y170000002", '"Y170000002"', "years are from 0001 to 9999"),
        bad("find --since 2022 --until 2021", '"2022-01-01"', '"2021-12-31"', "to be the earlier"),
    ),
    "call": (
        bad("check good.txt --format xml", "'xml'", "'text', 'json'"),
        bad("find --format xml", "'xml'", "'table', 'csv', 'json'"),
        bad("history Putin Obama --format pdf", "'pdf'", "'text', 'markdown', 'html', 'json'"),
        bad("history Putin Obama --format html --words 9", "is whole", "expected no --words"),
        bad("find --mode telepathy", "'telepathy'", "'in-person', 'phone', 'video', 'letter'"),
        bad("find --setting sauna", "'sauna'", "'bilateral', 'sidelines', 'pull-aside'"),
        bad("find --status rumoured", "'rumoured'", "'held', 'planned', 'cancelled', 'denied'"),
        bad("check good.txt --evidence some", '"some"', "expected 0 or more"),
        bad("check good.txt --evidence=-1", '"-1"', "expected 0 or more"),
        bad("chekc good.txt", "'chekc'", "try --help"),
        bad("record destroy", "'destroy'", "try --help"),
        bad("find --sense 2009", "--sense", "try --help"),
        bad("--frobnicate", "--frobnicate", "try --help"),
        bad("check", "'FILE'", "try --help"),
        bad("check good.txt more.txt", "more.txt", "try --help"),
        bad("history Putin", "'NAME'", "try --help"),
        bad("check good.txt --as-of", "'--as-of'", "try --help"),
    ),
    "record": (
        bad("find --record missing", "'missing'", "expected a folder with datapackage.json or"),
        bad("find --record good.txt", "'good.txt'", "expected a record"),
        bad("find --record empty.txt", "'empty.txt'", "expected a record"),
        bad("find --record random.sqlite", "'random.sqlite'", "expected a record"),
        bad("find --record nothing", "'nothing'", "expected datapackage.json"),
        bad("find --record no-package", "'no-package'", "expected datapackage.json"),
        bad("check good.txt --record nothing", "'nothing'", "expected datapackage.json"),
        bad("history Putin Obama --record nothing", "'nothing'", "expected datapackage.json"),
        bad("record audit --record random.sqlite", "'random.sqlite'", "expected a record"),
        bad("record build nothing made.sqlite", "'nothing'", "expected datapackage.json"),
        bad("record build dangling made.sqlite", "participants.csv:", "'joe-nobody'"),
        bad("export --format package -o made --record good.txt", "'good.txt'", "expected a record"),
        bad("find --record dangling", "participants.csv:", "'joe-nobody'", "people"),
        bad("find --record column", "encounters.csv:1:", "'mode'", "expected id,when", lines=2),
        bad("find --record edtf", where("edtf"), '"1999-09-45"', "there is no such day"),
        bad("find --record value", where("value"), "telepathy", "in-person"),
        bad("find --record number", where("number"), "north", "expected"),
        bad("find --record json", "datapackage.json:1:", "not JSON"),
        bad("find --record deep", "datapackage.json", "not JSON"),
        bad("find --record foreign", "datapackage.json", "not a summitry record's", "expected"),
        bad("find --record newer", "datapackage.json", "schema 99", "update summitry"),
    ),
    "place": (
        bad(
            "history Putin Obama -o folder",
            '"folder"',
            "is a folder",
            "expected the name of a file",
        ),
        bad("history Putin Obama -o absent/page.txt", '"absent/page.txt"', "expected one that is"),
        bad(
            "history Putin Obama -o good.txt/page", '"good.txt/page"', "expected one that is there"
        ),
        bad("history Putin Obama -o /proc/page.txt", '"/proc/page.txt"', "expected a place"),
        bad("record build {bundled} good.txt", "'good.txt'", "expected a record or nothing there"),
        bad("record build {bundled} folder", "'folder'"),
        bad("record build {bundled} /proc/made.sqlite", "'/proc/made.sqlite'"),
        bad("export --format package -o no-package", "'no-package'", "a folder that is empty"),
        bad("export --format package -o good.txt", "'good.txt'", "expected a folder that is empty"),
        bad("export --format package -o /proc/made", "'/proc/made'"),
    ),
}
CASES: Final = [case for cases in TABLE.values() for case in cases]
APART: Final = [case for cases in TABLE.values() for case in cases[::APART_OF]]


def arguments(call: str) -> list[str]:
    words = call.format(bundled=BUNDLED).split(" ")
    return ["" if word == "''" else word.replace("_", " ") for word in words]


def listing(folder: Path) -> dict[str, tuple[int, str]]:
    """Every file of a folder, hidden ones too, with its size and digest; huge ones by size."""
    return {
        str(path.relative_to(folder)): (
            path.stat().st_size,
            hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "",
        )
        for path in sorted(folder.rglob("*"))
        if not path.is_fifo() and path.name != "huge.txt"
    }


def assert_refused(ran: Ran, case: Bad) -> None:
    assert ran.status == 2, (ran.status, ran.out[:200], ran.err)
    assert not ran.out
    assert "Traceback" not in ran.err
    complaints = ran.err.splitlines()
    assert len(complaints) == case.lines, ran.err
    assert all(line.startswith("summitry: ") for line in complaints), ran.err
    first = complaints[0].removeprefix("summitry: ")
    assert not first[:1].isupper(), "a message is in lower case"
    assert [word for word in case.says if word not in first] == [], first


@pytest.fixture(scope="module")
def before(here: Path) -> dict[str, tuple[int, str]]:
    return listing(here)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.call)
def test_it_is_refused_in_one_line(
    here: Path, before: dict[str, tuple[int, str]], case: Bad
) -> None:
    assert_refused(call(*arguments(case.call), cwd=here), case)
    assert listing(here) == before


@pytest.mark.parametrize("case", APART, ids=lambda case: case.call)
def test_the_installed_command_refuses_it_alike(here: Path, case: Bad) -> None:
    assert run(*arguments(case.call), cwd=here) == call(*arguments(case.call), cwd=here)


# --- input that never ends ----------------------------------------------------------------------


def test_an_endless_stream_is_left_after_the_most_that_is_read(here: Path) -> None:
    with Path("/dev/zero").open("rb") as endless:
        ran = run_on(endless.fileno(), here)
    assert_refused(ran, bad("check -", '"-" is too long', "expected at most 8 MiB"))


def test_a_pipe_that_keeps_sending_is_left_after_the_most_that_is_read(here: Path) -> None:
    pipe = here / "pipe"
    os.mkfifo(pipe)

    def send() -> None:
        with suppress(BrokenPipeError), pipe.open("wb") as file:
            while True:
                file.write(b"Putin and Biden met in Geneva in June 2021. " * 1000)

    sender = threading.Thread(target=send, daemon=True)
    sender.start()
    try:
        ran = run("check", "pipe", cwd=here)
    finally:
        sender.join(MOST_SECONDS)
        pipe.unlink()
    assert_refused(ran, bad("check pipe", '"pipe" is too long', "expected at most 8 MiB"))
    assert not sender.is_alive()


def run_on(stdin: int, cwd: Path) -> Ran:
    ran = subprocess.run(  # noqa: S603 - our own command
        [COMMAND, "check", "-"],
        stdin=stdin,
        capture_output=True,
        check=False,
        cwd=cwd,
        env=environment(),
        timeout=MOST_SECONDS,
    )
    return Ran(ran.returncode, ran.stdout.decode(), ran.stderr.decode())


# --- the machine refuses ------------------------------------------------------------------------


def a_file(path: Path) -> None:
    path.write_text(WORDS)


@pytest.mark.parametrize(
    ("line", "make", "says"),
    [
        ("check locked", a_file, "permission denied"),
        ("find --record locked", a_file, "not readable"),
        ("history Putin Obama -o locked/page", Path.mkdir, "permission denied"),
        ("export --format package -o locked/made", Path.mkdir, "ermission denied"),
    ],
)
def test_what_is_locked_is_told(
    tmp_path: Path, line: str, make: Callable[[Path], None], says: str
) -> None:
    path = tmp_path / "locked"
    make(path)
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user reads and writes whatever the permissions say")
    try:
        ran = run(*arguments(line), cwd=tmp_path)
    finally:
        path.chmod(0o700)
    assert_refused(ran, bad(line, "locked", says))


# A command whose streams a shell has closed or led to where nothing can be written.
STREAMS: Final = (
    ("check - <&-", "nothing is piped in"),
    ("find Putin Biden >/dev/full", "no space left on device"),
    ("find Putin Biden --format csv >/dev/full", "no space left on device"),
    ("find Putin Biden >&-", "it is closed"),
)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
@pytest.mark.parametrize(("line", "says"), STREAMS)
def test_a_stream_that_is_gone_is_told(here: Path, line: str, says: str) -> None:
    ran = subprocess.run(  # noqa: S602 - our own command, with a shell's redirections
        f"exec '{COMMAND}' {line}",
        shell=True,
        capture_output=True,
        check=False,
        cwd=here,
        env=environment(),
        timeout=MOST_SECONDS,
    )
    assert_refused(Ran(ran.returncode, ran.stdout.decode(), ran.stderr.decode()), bad(line, says))


@pytest.mark.parametrize("group", [[], ["record"]], ids=["summitry", "record"])
def test_without_a_command_the_commands_are_shown(group: list[str]) -> None:
    ran = run(*group)
    assert ran.status == 2
    assert not ran.out
    assert ran.err.startswith(f"Usage: {' '.join(['summitry', *group])} ")
    assert "Commands:" in ran.err
