"""What a shell completes: commands, options, names of the record in question."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Final

import pytest

from summitry.record.sql_record import build
from tests.faces.command import COMMAND, MOST_SECONDS, environment
from tests.records import content, person

SCRIPT: Final = """
eval "$(summitry --show-completion)"
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
_summitry_completion summitry
printf '%s\\n' "${COMPREPLY[@]}"
"""


def completed(*words: str, cwd: Path | None = None) -> list[str]:
    """What bash offers for the last word, by the script that the command gives it."""
    path = f"{Path(COMMAND).parent}:/usr/bin:/bin"
    done = subprocess.run(  # noqa: S603 - our own command
        ["/bin/bash", "-c", SCRIPT, "bash", *words],
        capture_output=True,
        check=True,
        cwd=cwd,
        encoding="utf-8",
        env=environment({"PATH": path}),
        timeout=MOST_SECONDS,
    )
    assert done.stderr == ""
    return done.stdout.split()


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("his", ["history"]),
        ("history Put", ["Putin"]),
        ("history Putin us-pre", ["us-president"]),
        ("find Roo", ["Roosevelt"]),
        ("history Putin Trump --rule talks-a", ["talks-as-presidents"]),
        ("preview Putin Trump --in hels", ["helsinki"]),
        ("find --occasion g20-osa", ["g20-osaka-2019"]),
        ("find --mode ph", ["phone"]),
        ("history Nobody-of-that-name", []),
        ("find --record no-such-file Pu", []),
    ],
)
def test_a_word_is_completed(words: str, offered: list[str]) -> None:
    assert completed("summitry", *words.split()) == offered


def test_names_are_those_of_the_record_in_question(tmp_path: Path) -> None:
    ann, bob = person("ann-ash"), person("bob-ash")
    build(content(people=[ann, bob]), tmp_path / "mine.sqlite")
    asked = ("summitry", "find", "--record", "mine.sqlite")
    assert completed(*asked, "a", cwd=tmp_path) == ["ann-ash"]
    assert completed(*asked, "Ash", cwd=tmp_path) == []
