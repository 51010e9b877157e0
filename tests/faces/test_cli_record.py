from __future__ import annotations

import json
from pathlib import Path
from typing import Final

import pytest

from summitry.desk.records import open_record
from summitry.record.package import write_package
from tests.faces.command import AS_OF, BUNDLED, answered, call, run
from tests.record.full import FULL

QUESTIONS: Final = (
    ("find", "--format", "json"),
    ("find", "Putin", "Obama", "--since", "2013", "--format", "json"),
    ("find", "--occasion", "G20", "--format", "csv"),
    ("history", "Vladimir Putin", "Joe Biden", "--as-of", AS_OF, "--format", "json"),
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("built") / "record.sqlite"
    answered("record", "build", str(BUNDLED), str(path))
    return path


def exported(folder: Path, *more: str) -> None:
    answered("export", "--format", "package", "-o", str(folder), *more)


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
def test_a_file_answers_like_the_folder_it_was_built_from(
    built: Path, question: tuple[str, ...]
) -> None:
    from_file = answered(*question, "--record", str(built)).out
    assert from_file == answered(*question, "--record", str(BUNDLED)).out
    assert from_file == answered(*question).out


def test_building_twice_gives_the_same_bytes(built: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.sqlite"
    ran = answered("record", "build", str(BUNDLED), str(again))
    assert again.read_bytes() == built.read_bytes()
    title = "U.S. presidents and the leaders of the Soviet Union and Russia"
    assert ran.out.startswith(f"{again}: {title}, version ")
    answered("record", "build", str(BUNDLED), str(again))
    assert again.read_bytes() == built.read_bytes(), "a record may be replaced"


def test_exporting_and_building_again_keeps_everything(built: Path, tmp_path: Path) -> None:
    exported(tmp_path / "package", "--record", str(built))
    answered("record", "build", str(tmp_path / "package"), str(tmp_path / "again.sqlite"))
    assert (tmp_path / "again.sqlite").read_bytes() == built.read_bytes()
    assert open_record(tmp_path / "package").about() == open_record(BUNDLED).about()


def test_an_exported_package_has_the_tables_of_the_bundled_one(tmp_path: Path) -> None:
    exported(tmp_path / "package")
    out, bundled = files(tmp_path / "package"), files(BUNDLED)
    description = json.loads(out.pop("datapackage.json"))
    assert out == {name: data for name, data in bundled.items() if name.endswith(".csv")}
    assert description.items() <= json.loads(bundled["datapackage.json"]).items()


def test_a_record_of_one_s_own_is_built_exported_and_asked(tmp_path: Path) -> None:
    write_package(FULL, tmp_path / "own")
    answered("record", "build", str(tmp_path / "own"), str(tmp_path / "own.sqlite"))
    exported(tmp_path / "out", "--record", str(tmp_path / "own.sqlite"))
    assert files(tmp_path / "out") == files(tmp_path / "own")
    asked = [
        answered("find", "--format", "json", "--record", str(tmp_path / name)).json
        for name in ("own", "own.sqlite", "out")
    ]
    assert asked[0] == asked[1] == asked[2]
    assert asked[0]["record"]["title"] == FULL.title


# --- audit --------------------------------------------------------------------------------------


def test_the_bundled_record_has_no_fault(built: Path) -> None:
    assert answered("record", "audit").out == "nothing found\n"
    assert answered("record", "audit", "--record", str(built)).out == "nothing found\n"


def test_a_fault_is_told_by_its_code_and_place_and_the_status_says_so(tmp_path: Path) -> None:
    package = tmp_path / "package"
    exported(package)
    citations = package / "citations.csv"
    lines = citations.read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in lines if "geneva-2021" not in line]
    assert len(kept) < len(lines)
    citations.write_text("".join(kept), "utf-8")
    ran = call("record", "audit", "--record", str(package))
    assert (ran.status, ran.err) == (1, "")
    assert "geneva-2021" in ran.out
    assert all(": " in line for line in ran.out.splitlines())


# --- as a process -------------------------------------------------------------------------------


def test_the_installed_command_builds_and_asks(tmp_path: Path, built: Path) -> None:
    path = tmp_path / "record.sqlite"
    assert run("record", "build", str(BUNDLED), "record.sqlite", cwd=tmp_path).status == 0
    assert path.read_bytes() == built.read_bytes()
    ran = run("find", "Putin", "Biden", "--format", "json", "--record", str(path))
    assert json.loads(ran.out) == answered("find", "Putin", "Biden", "--format", "json").json
