"""The table of mutants that may live names files and functions that there are."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
TABLE: Final = tomllib.loads((ROOT / "tests" / "mutants.toml").read_text("utf-8"))
SOURCE: Final = ROOT / "src" / "summitry"


def test_the_files_that_were_run_are_there() -> None:
    assert [
        name for name in (*TABLE["tried"], *TABLE["partly"]) if not (SOURCE / name).exists()
    ] == []


def test_every_mutant_is_of_a_function_of_such_a_file() -> None:
    for name in (one for part in ("equal", "speed", "open") for one in TABLE[part]):
        module, function, *_ = name.split()
        file = f"{module.replace('.', '/')}.py"
        assert file in TABLE["tried"]
        assert f"def {function.rpartition('.')[2]}(" in (SOURCE / file).read_text("utf-8")
