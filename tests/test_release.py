"""What is published holds all that it needs, and says of itself what the rest of the house says."""

from __future__ import annotations

import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from tests.docs.manual import PAGE, manual

ROOT: Final = Path(__file__).parents[1]
PACKAGE: Final = ROOT / "src" / "summitry"
_MOST_SECONDS: Final = 120


def project() -> dict[str, Any]:
    found: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return found


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel and an sdist of this checkout."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(  # noqa: S603 - the project's own build tool
        [str(Path(sys.executable).with_name("hatchling")), "build", "-d", str(folder)],
        check=True,
        capture_output=True,
        cwd=ROOT,
        timeout=_MOST_SECONDS,
    )
    return folder


def shipped() -> set[str]:
    """The files of the package."""
    files = (path for path in PACKAGE.rglob("*") if path.is_file())
    return {
        str(path.relative_to(PACKAGE.parent)) for path in files if "__pycache__" not in path.parts
    }


def test_the_wheel_holds_the_package_the_licence_and_the_manual_page(dist: Path) -> None:
    (wheel,) = dist.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        held = set(archive.namelist())
    assert {name for name in held if name.startswith("summitry/")} == shipped()
    others = {re.sub(r"^summitry-[^/]+/", "", name) for name in held - shipped()}
    assert others == {
        "METADATA",
        "RECORD",
        "WHEEL",
        "entry_points.txt",
        "licenses/LICENSE",
        "data/share/man/man1/summitry.1",
    }


def test_the_sdist_holds_what_a_build_and_a_test_need(dist: Path) -> None:
    (sdist,) = dist.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        held = {"/".join(name.split("/")[1:]) for name in archive.getnames()}
    assert {f"src/{name}" for name in shipped()} <= held
    assert {"pyproject.toml", "uv.lock", "Makefile", "LICENSE", "man/summitry.1"} <= held
    tops = {name.partition("/")[0] for name in held}
    assert {name for name in tops if name.endswith((".whl", ".sqlite", ".venv"))} == set()


def test_the_wheel_answers_from_anywhere(dist: Path, tmp_path: Path) -> None:
    (wheel,) = dist.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "installed")  # noqa: S202 - a wheel of our own
    program = "import sys; from summitry.faces.cli import main; sys.exit(main())"
    done = subprocess.run(  # noqa: S603 - the interpreter that runs the tests
        [sys.executable, "-c", program, "check", "-", "--as-of", "2025-08-16"],
        input="Putin and Biden met in Geneva in June 2021.",
        capture_output=True,
        check=False,
        cwd=tmp_path,
        encoding="utf-8",
        env={"PYTHONPATH": str(tmp_path / "installed")},
        timeout=_MOST_SECONDS,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "SUPPORTED" in done.stdout


def test_the_manual_page_is_what_the_commands_say() -> None:
    assert PAGE.read_text("utf-8") == manual(), "expected what `make manual` writes"


def test_one_version_is_told_everywhere() -> None:
    version = project()["version"]
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    told = re.findall(r"^## \[(.+?)\]", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert citation["version"] == version
    assert citation["license"] == project()["license"]
    assert told[0] in {"Unreleased", version}
