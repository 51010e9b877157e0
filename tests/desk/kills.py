"""Use cases killed at random moments: what was acknowledged stays, and nothing is half done.

``python -m tests.desk.kills NUMBER [SEED]`` kills them so many times in all, and tells what it met;
``make faults`` does so 200 times. Each process does what its case says until SIGKILL ends it, and
tells of every act that was done; then the record is opened, as the next command would, and held to
what was told.
"""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache
from itertools import count
from pathlib import Path
from shutil import copytree, rmtree
from tempfile import TemporaryDirectory
from typing import Final, NoReturn
from unittest import mock

from summitry.desk.add import add
from summitry.desk.adding import Cited, Lacking, NewEncounter
from summitry.desk.export import export_package
from summitry.desk.imports import import_from
from summitry.desk.records import audit
from summitry.desk.records import build as build_from
from summitry.desk.review import Taking, accept, proposals
from summitry.model.changes import Act
from summitry.model.edtf import parse
from summitry.model.problems import RecordError
from summitry.model.proposals import Proposal, ProposalState, Relation
from summitry.model.when import When
from summitry.record.content import Content
from summitry.record.descriptor import FILE
from summitry.record.log import Log
from summitry.record.open import open_content
from summitry.record.package import read_package, write_package
from summitry.record.proposed import SqlProposals
from summitry.record.schema import FILE_VERSION
from summitry.record.sql_record import build, description, load
from summitry.sources.batch import Batch
from tests.desk.proposed import RECORD, report, told
from tests.record.older import build_older, version
from tests.record.paired import told as pairs_told
from tests.record.paired import written as pairs_written
from tests.records import SIGNED, cites, encounter

KILLS: Final = 200
ROWS: Final = 400
BATCHES: Final = 3
WAITING: Final = 400
FIRST: Final = date(1500, 1, 1)

Tell = Callable[[object], None]


@dataclass(frozen=True, slots=True)
class Case:
    """What is laid in a folder, what is done there again and again, and what must hold after it.

    ``check`` gets what was told of, in order, and gives how many acts were done without a word.
    """

    name: str
    lay: Callable[[Path], None]
    act: Callable[[Path, Tell], None]
    check: Callable[[Path, Sequence[str]], int]


@dataclass(slots=True)
class Met:
    """What the kills of one case met with."""

    kills: int = 0
    amid: int = 0
    told: int = 0
    unsaid: int = 0
    faults: list[str] = field(default_factory=list)


# --- contents -----------------------------------------------------------------------------------


def rows(number: int, batch: int = 0) -> Content:
    """The rows that one batch of one import brings, each on a day of its own, and cited."""
    names = [f"met-{number}-{batch}-{n}" for n in range(ROWS)]
    first = FIRST + timedelta(days=(number * BATCHES + batch) * ROWS)
    return Content(
        name="made",
        title="A made data set",
        version="1",
        encounters=tuple(
            encounter("barack-obama angela-merkel", str(first + timedelta(days=n)), id=one)
            for n, one in enumerate(names)
        ),
        citations=tuple(cites("encounters", one, "pool-report") for one in names),
    )


@cache
def many() -> Content:
    """A record of some size."""
    batches = [rows(n) for n in range(4)]
    return replace(
        RECORD,
        encounters=RECORD.encounters + tuple(e for one in batches for e in one.encounters),
        citations=RECORD.citations + tuple(c for one in batches for c in one.citations),
    )


@dataclass(frozen=True, slots=True)
class _Importer:
    """An importer of what nobody has to write into files first."""

    number: int
    name: str = "made"
    title: str = "A made data set"

    def recognise(self, paths: Sequence[Path]) -> bool:
        return not paths

    def extract(self, paths: Sequence[Path]) -> Iterator[Batch]:
        assert not paths
        if not self.number:
            yield Batch(content=RECORD)
        for batch in range(BATCHES):
            yield Batch(content=rows(self.number, batch))


# --- cases --------------------------------------------------------------------------------------


def _file(folder: Path) -> Path:
    return folder / "record.sqlite"


def _lay_record(folder: Path) -> None:
    build(RECORD, _file(folder))


def _nothing(_: Path) -> None:
    """Lay nothing."""


def _import(folder: Path, tell: Tell, first: int = 1) -> None:
    for number in count(first):
        import_from(_Importer(number), [], _file(folder), judging=False, signed=SIGNED)
        tell(number)


def _check_imported(folder: Path, done: Sequence[str], first: int = 1) -> int:
    if not _file(folder).exists():
        assert not done
        return 0
    content = _sound(_file(folder))
    ids = {one.id for one in content.encounters} - {one.id for one in RECORD.encounters}
    held = len(Log(_file(folder)).changes())
    assert ids == {
        f"met-{number}-{batch}-{n}"
        for number in range(first, first + held)
        for batch in range(BATCHES)
        for n in range(ROWS)
    }
    return held - len(done)


def _add(folder: Path, tell: Tell) -> None:
    cited = Cited(source="pool-report", seen=When.on(date(2026, 11, 20)))
    for number in count():
        when = parse(str(FIRST + timedelta(days=number)))
        event = NewEncounter(people=("Barack Obama", "David Cameron"), when=when, id=f"n-{number}")
        tell(add(event, cited, _home(folder), signed=SIGNED).id)


def _home(folder: Path) -> Path:
    """The file, or the package where there is one."""
    return folder / "package" if (folder / "package").exists() else _file(folder)


def _check_added(folder: Path, done: Sequence[str]) -> int:
    content = _sound(_home(folder))
    added = [one.id for one in content.encounters if one.id.startswith("n-")]
    assert set(added) == {f"n-{number}" for number in range(len(added))}
    assert set(done) <= set(added)
    if _home(folder).is_file():
        changes = Log(_file(folder)).changes()
        assert [one.act for one in changes] == [Act.ADD] * len(added)
    return len(added) - len(done)


def _waiting() -> tuple[Proposal, ...]:
    return tuple(
        Proposal(
            id=f"p-{n:04}",
            relation=Relation.NEW,
            event=told(
                "Barack Obama", "David Cameron", when=str(FIRST + timedelta(days=n)), place="Elmau"
            ),
            because="No encounter of the two is on record.",
            reports=(report(f"text-{n:04}"),),
        )
        for n in range(WAITING)
    )


def _lay_proposals(folder: Path) -> None:
    _lay_record(folder)
    SqlProposals(_file(folder)).save(_waiting())


def _accept(folder: Path, tell: Tell) -> None:
    for one in _waiting():
        accept(one.id, _file(folder), Taking(lacking=Lacking()), signed=SIGNED)
        tell(one.id)


def _check_accepted(folder: Path, done: Sequence[str]) -> int:
    content = _sound(_file(folder))
    events = {one.id for one in content.encounters} - {one.id for one in RECORD.encounters}
    accepted = proposals(_file(folder), [ProposalState.ACCEPTED])
    assert {one.became for one in accepted} == events
    assert len(accepted) + len(proposals(_file(folder))) == WAITING
    assert [one.act for one in Log(_file(folder)).changes()] == [Act.ACCEPT] * len(events)
    assert set(done) <= {one.id for one in accepted}
    return len(events) - len(done)


def _lay_older(folder: Path) -> None:
    build_older(many(), _file(folder))


def _migrate(folder: Path, tell: Tell) -> None:
    description(_file(folder))
    tell("migrated")


def _check_migrated(folder: Path, done: Sequence[str]) -> int:
    was = version(_file(folder))
    assert was in {2, FILE_VERSION}
    assert was == FILE_VERSION or not done
    assert _sound(_file(folder)) == many()
    assert version(_file(folder)) == FILE_VERSION
    kept = list(folder.glob("*.schema-2*"))
    assert kept
    for copy in kept:
        assert version(copy) == 2
        _hold_together(copy)
        assert load(copy) == many()
    return (was == FILE_VERSION) - len(done)


def _export(folder: Path, tell: Tell) -> None:
    about = export_package(_file(folder), folder / "made" / "package")
    tell(about.digest)


def _build(folder: Path, tell: Tell) -> None:
    about = build_from(folder / "package", folder / "made")
    tell(about.digest)


def _lay_many(folder: Path) -> None:
    build(many(), _file(folder))


def _lay_over(folder: Path) -> None:
    _lay_many(folder)
    write_package(RECORD, folder / "made" / "package")


def _lay_package(folder: Path) -> None:
    write_package(many(), folder / "package")


def _lay_package_over(folder: Path) -> None:
    _lay_package(folder)
    build(RECORD, folder / "made")


def _check_exported(folder: Path, done: Sequence[str]) -> int:
    place = folder / "made" / "package"
    if not place.exists():
        assert not done
        export_package(_file(folder), place)
        assert read_package(place) == many()
        return 0
    assert (place / FILE).is_file()
    return _replaced(read_package(place), done)


def _check_built(folder: Path, done: Sequence[str]) -> int:
    if not (folder / "made").exists():
        assert not done
        return 0
    return _replaced(_sound(folder / "made"), done)


def _replaced(found: Content, done: Sequence[str]) -> int:
    """What was there before, or all that is there after."""
    assert found in (RECORD, many())
    assert found == many() or not done
    return (found == many()) - len(done)


def _sound(home: Path) -> Content:
    """The content of a record that opens, audits clean, and has what goes with its rows."""
    content = open_content(home)
    assert audit(home) == ()
    if home.is_file():
        _hold_together(home)
        assert description(home)["digest"] == content.digest()
        assert pairs_written(home) == pairs_told(content)
    return content


def _hold_together(path: Path) -> None:
    with closing(sqlite3.connect(path)) as opened:
        assert opened.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def _import_first(folder: Path, tell: Tell) -> None:
    _import(folder, tell, 0)


def _check_imported_first(folder: Path, done: Sequence[str]) -> int:
    return _check_imported(folder, done, 0)


CASES: Final = (
    Case("import", _lay_record, _import, _check_imported),
    Case("import where nothing is", _nothing, _import_first, _check_imported_first),
    Case("add to a file", _lay_record, _add, _check_added),
    Case("add to a folder", _lay_package, _add, _check_added),
    Case("accept", _lay_proposals, _accept, _check_accepted),
    Case("migrate", _lay_older, _migrate, _check_migrated),
    Case("export where nothing is", _lay_many, _export, _check_exported),
    Case("export over a package", _lay_over, _export, _check_exported),
    Case("build where nothing is", _lay_package, _build, _check_built),
    Case("build over a record", _lay_package_over, _build, _check_built),
)


# --- killing ------------------------------------------------------------------------------------


def _child(case: Case, folder: Path, told_to: int) -> NoReturn:
    """Do what the case says, in a process of its own."""

    def tell(what: object) -> None:
        os.write(told_to, f"{what}\n".encode())

    try:
        tell("begun")
        # So little memory that rows go into the file long before the change is whole.
        with mock.patch("summitry.record.sqlite._CACHE_KIB", 16):
            case.act(folder, tell)
    except BaseException as error:  # noqa: BLE001 - whatever it is, the parent hears of it
        with suppress(OSError):
            tell(f"failed: {error!r}")
    os._exit(0)


def run(case: Case, folder: Path, seconds: float, acts: int = sys.maxsize) -> list[str]:
    """What the case told of until it was killed: after some time, or so many acts."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        _child(case, folder, writing)
    os.close(writing)
    with os.fdopen(reading) as heard:
        assert heard.readline() == "begun\n"
        told_of = []
        if acts == sys.maxsize:
            time.sleep(seconds)
        else:
            told_of = [line for _, line in zip(range(acts), heard, strict=False)]
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        told_of += heard.readlines()
    lines = [line.removesuffix("\n") for line in told_of if line.endswith("\n")]
    assert not any(line.startswith("failed") for line in lines), lines[-1]
    return lines


def is_amid(folder: Path) -> bool:
    """Whether something lies there that is only there while something is written."""
    names = [path.name for path in folder.rglob("*")]
    return any(name.startswith((".laying-", ".ready")) or "-journal" in name for name in names)


def kill(case: Case, times: int, chance: random.Random) -> Met:
    """Kill what the case does so many times, each in a folder of its own."""
    met = Met()
    with TemporaryDirectory() as name:
        laid, folder = Path(name) / "laid", Path(name) / "work"
        laid.mkdir()
        case.lay(laid)
        copytree(laid, folder)
        began = time.perf_counter()
        run(case, folder, 0, acts=2)
        most = time.perf_counter() - began
        for _ in range(times):
            rmtree(folder)
            copytree(laid, folder)
            moment = chance.uniform(0, most)
            done = run(case, folder, moment)
            met.kills += 1
            met.amid += is_amid(folder)
            met.told += len(done)
            try:
                unsaid = case.check(folder, done)
                assert unsaid in {0, 1}, unsaid
                met.unsaid += unsaid
            except (AssertionError, RecordError, sqlite3.Error) as error:
                met.faults.append(f"after {1000 * moment:.1f} ms: {error!r}"[:400])
    return met


def main(times: int = KILLS, seed: int = 0) -> int:
    """Kill the cases so many times in all, tell of it, and give the status."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    wrong = 0
    for place, case in enumerate(CASES):
        share = times // len(CASES) + (place < times % len(CASES))
        met = kill(case, share, chance)
        sys.stdout.write(
            f"{case.name:<24} {met.kills:3} kills, {met.amid:3} amid a write; {met.told:4} acts"
            f" acknowledged, {met.unsaid} done without a word; {len(met.faults)} faults\n"
        )
        for fault in met.faults:
            sys.stdout.write(f"  {fault}\n")
        wrong += len(met.faults)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
