"""The installed command, run as a stranger runs it."""

from __future__ import annotations

import contextlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any, Final
from unittest import mock

from summitry.faces.cli import main

COMMAND: Final = str(Path(sys.executable).with_name("summitry"))
ROOT: Final = Path(__file__).parents[2]
SEED: Final = ROOT / "examples" / "history-of-interactions.txt"
BUNDLED: Final = ROOT / "src" / "summitry" / "record" / "packages" / "us-russia"
AS_OF: Final = "2025-08-16"
MOST_SECONDS: Final = 60


@dataclass(frozen=True, slots=True)
class Ran:
    """What a run left: its status, and what it wrote to each stream."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - JSON has no better type
        return json.loads(self.out)


def run(
    *arguments: str,
    stdin: bytes = b"",
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
) -> Ran:
    """Run the command to its end, in a plain environment."""
    ran = subprocess.run(  # noqa: S603 - our own command
        [COMMAND, *arguments],
        input=stdin,
        capture_output=True,
        check=False,
        cwd=cwd,
        env=environment(env),
        timeout=MOST_SECONDS,
    )
    return Ran(ran.returncode, ran.stdout.decode("utf-8"), ran.stderr.decode("utf-8"))


def call(*arguments: str, stdin: bytes = b"", cwd: Path | None = None) -> Ran:
    """Run the command within this process, which spares the time to load it."""
    piped, out, err = (TextIOWrapper(BytesIO(data), encoding="utf-8") for data in (stdin, b"", b""))
    status: object = None
    with (
        contextlib.chdir(cwd or Path.cwd()),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
        mock.patch.object(sys, "stdin", piped),
    ):
        try:
            main(list(arguments))
        except SystemExit as end:
            status = end.code
    assert isinstance(status, int)
    return Ran(status, *(_written(stream) for stream in (out, err)))


def _written(stream: TextIOWrapper) -> str:
    stream.flush()
    stream.seek(0)
    return stream.read()


def environment(further: Mapping[str, str] | None = None) -> dict[str, str]:
    """The tests' environment without what changes colours, with what is given."""
    unset = ("NO_COLOR", "FORCE_COLOR", "PYTHONIOENCODING", "COLUMNS")
    kept = {k: v for k, v in os.environ.items() if k not in unset}  # noqa: TID251 - passed on
    return kept | dict(further or {})


def succeeded(*arguments: str, cwd: Path | None = None) -> Ran:
    """Run the command, which is to end with status 0 and no word of complaint."""
    ran = run(*arguments, cwd=cwd)
    assert (ran.status, ran.err) == (0, ""), ran.err
    return ran


def answered(*arguments: str, cwd: Path | None = None) -> Ran:
    """The same within this process."""
    ran = call(*arguments, cwd=cwd)
    assert (ran.status, ran.err) == (0, ""), ran.err
    return ran


def helped(*command: str) -> str:
    """What the command says of itself."""
    return answered(*command, "--help").out


def options(text: str) -> set[str]:
    """The options that such a text lists."""
    found = re.findall(r"^  (-.+?)(?:  |$)", text, flags=re.MULTILINE)
    return {one for line in found for one in re.findall(r"(?<![\w-])--?[a-z][a-z-]*", line)}
