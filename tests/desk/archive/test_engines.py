"""Every engine leaves the same, byte for byte, and loses nothing when what works for it dies."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

import pytest
from ray.cluster_utils import Cluster

from summitry.desk.archive.engines.daft import SILENT
from summitry.desk.archive.engines.local import ENDED

AS_OF: Final = "2025-08-16"
PAGE: Final = Path(__file__).parents[3] / "examples" / "history-of-interactions.txt"
RUN: Final = "import sys; from summitry.faces.cli import main; sys.exit(main())"
SECONDS: Final = 240


@pytest.fixture(scope="module")
def paths(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Some files, each a part, that take a while to read."""
    folder = tmp_path_factory.mktemp("archive")
    page = PAGE.read_text("utf-8")
    found = []
    for number in range(6):
        path = folder / f"{number}.jsonl"
        rows = [{"id": f"{number}-{row}", "text": page} for row in range(4)]
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        found.append(path)
    return found


@pytest.fixture(scope="module")
def whole(paths: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """What a run that nothing happens to leaves."""
    out = tmp_path_factory.mktemp("whole") / "out"
    with running(paths, out) as run:
        assert run.wait(SECONDS) == 0
    return contents(out)


def running(paths: Sequence[Path], out: Path, *options: str) -> subprocess.Popen[str]:
    said = ["read", *map(str, paths), "-o", str(out), "--as-of", AS_OF, *options]
    return subprocess.Popen(  # noqa: S603 - this program
        [sys.executable, "-c", RUN, *said],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def contents(folder: Path) -> Mapping[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def under_way(run: subprocess.Popen[str], out: Path, *, of: str = "") -> Iterator[int]:
    """The processes that write a table in a run, one by one as they begin, until it ends."""
    seen: set[int] = set()
    while run.poll() is None:
        for path in out.glob(f"documents/{of}*.laying"):
            process = int(path.suffixes[-2][1:])
            if process not in seen:
                seen.add(process)
                yield process
        time.sleep(0.005)


@pytest.mark.parametrize("engine", ["daft", "ray"])
def test_engines_leave_the_same(
    engine: str, paths: list[Path], whole: Mapping[str, bytes], tmp_path: Path
) -> None:
    with running(paths, tmp_path / "out", "--engine", engine) as run:
        _, complained = run.communicate(timeout=SECONDS)
    assert run.returncode == 0, complained
    assert contents(tmp_path / "out") == whole


def test_a_run_that_is_killed_is_finished_by_the_next(
    paths: list[Path], whole: Mapping[str, bytes], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    with running(paths, out, "--workers", "1") as run:
        while run.poll() is None and not list(out.glob("documents/*.parquet")):
            time.sleep(0.005)
        run.kill()
    assert contents(out) != whole
    with running(paths, out) as run:
        told, _ = run.communicate(timeout=SECONDS)
    assert "had been read before" in told
    assert contents(out) == whole


def test_a_worker_that_is_killed_is_replaced(
    paths: list[Path], whole: Mapping[str, bytes], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    with running(paths, out, "--workers", "2") as run:
        os.kill(next(under_way(run, out)), signal.SIGKILL)
        assert run.wait(SECONDS) == 0
    assert contents(out) == whole


def test_a_part_that_ends_its_worker_each_time_is_told_and_stops_nothing_else(
    paths: list[Path], whole: Mapping[str, bytes], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    manifest = json.loads(whole["manifest.json"])
    deadly = manifest["parts"][0]
    with running(paths, out, "--workers", "2") as run:
        for process in under_way(run, out, of=deadly["key"]):
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        _, complained = run.communicate(timeout=SECONDS)
    assert run.returncode == 1
    assert f"summitry: not read: {deadly['path']}: {ENDED}" in complained.splitlines()
    lost = {f"{table}/{deadly['key']}.parquet" for table in ("claims", "documents")}
    left = contents(out)
    assert {name: data for name, data in whole.items() if name not in lost | {"manifest.json"}} == {
        name: data for name, data in left.items() if name != "manifest.json"
    }


def test_a_ray_worker_that_is_lost_halfway_loses_nothing(
    paths: list[Path], whole: Mapping[str, bytes], tmp_path: Path, cluster: Cluster
) -> None:
    out = tmp_path / "out"
    with running(paths, out, "--engine", "ray", "--ray-address", cluster.address) as run:
        next(under_way(run, out))
        cluster.remove_node(cluster.worker_nodes.copy().pop(), allow_graceful=False)
        _, complained = run.communicate(timeout=SECONDS)
    assert run.returncode == 0, complained
    assert contents(out) == whole


@pytest.fixture
def cluster(monkeypatch: pytest.MonkeyPatch) -> Iterator[Cluster]:
    """A Ray cluster of two workers, each on a node of its own."""
    for name, value in SILENT.items():
        monkeypatch.setenv(name, value)
    found = Cluster(
        initialize_head=True, head_node_args={"num_cpus": 0, "include_dashboard": False}
    )
    for _ in range(2):
        found.add_node(num_cpus=1)
    yield found
    found.shutdown()  # type: ignore[no-untyped-call]
