"""``summitry serve`` and what docs/api.md says of it."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import Final

import httpx
import pytest

from summitry.faces.web.problems import CODES
from tests.faces.command import BUNDLED, ROOT, answered, run
from tests.faces.web.serving import Running, serving

API: Final = ROOT / "docs" / "api.md"
COMMANDS: Final = ROOT / "docs" / "commands.md"


def lines(document: Path, start: str) -> list[str]:
    found = re.findall(r"^    \$ (.+)$", document.read_text("utf-8"), flags=re.MULTILINE)
    return [line for line in found if line.startswith(start)]


@pytest.mark.parametrize("example", lines(COMMANDS, "summitry serve"))
def test_an_example_serves_and_stops_when_told(example: str, tmp_path: Path) -> None:
    file = tmp_path / "my-record.sqlite"
    answered("record", "build", str(BUNDLED), str(file))
    token = tmp_path / "editor.token"
    token.write_text("a token that nobody guesses")
    example = example.replace("editor.token", str(token))
    options = shlex.split(example.replace("my-record.sqlite", str(file)))[2:]
    with serving(*options, "--port", "0") as running:
        described = httpx.get(f"{running.url}api/v1/record").json()
        assert (
            described["record"]["title"]
            == answered("find", "--format", "json").json["record"]["title"]
        )
        assert running.stop() == 0


@pytest.mark.skipif(shutil.which("curl") is None, reason="the examples are of curl")
@pytest.mark.parametrize("example", lines(API, "curl"))
def test_an_example_of_the_api_runs(server: Running, example: str) -> None:
    line = example.replace("http://127.0.0.1:8000/", server.url)
    assert line != example
    done = subprocess.run(  # noqa: S603 - our own examples
        [*shlex.split(line), "--fail-with-body"], capture_output=True, check=False, cwd=ROOT
    )
    assert (done.returncode, done.stderr) == (0, b""), done.stdout
    assert done.stdout.startswith(b"{\n")


def test_the_document_has_every_route_and_problem(server: Running) -> None:
    text = API.read_text("utf-8")
    described = httpx.get(f"{server.url}api/v1/openapi.json").json()
    routes = {path.removeprefix("/api/v1") for path in described["paths"]}
    written = set(re.findall(r"`(?:GET|POST) (/[a-zA-Z/]+)", text))
    assert {re.sub(r"\{.+\}", "", route).rstrip("/") for route in routes} == {
        re.sub(r"/(ID|NAME)$", "", route) for route in written
    }
    told = re.findall(r"^\| `([a-z-]+)` \| (\d+) \|", text, flags=re.MULTILINE)
    assert told == [(code, str(status.value)) for code, (status, _) in CODES.items()]


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--port", "no"], 'not a number: "no" (expected 0 or more, like 3)'),
        (["--port", "70000"], 'not a port: "70000" (expected 0 to 65535)'),
        (["--workers", "0"], '--workers can\'t be "0" (expected 1 or more)'),
        (["--host", "192.0.2.1"], 'can\'t serve on "192.0.2.1", port 8000'),
        (["--record", "nothing.sqlite"], "no record at 'nothing.sqlite'"),
    ],
)
def test_what_cannot_be_served_is_told_in_one_line(options: list[str], says: str) -> None:
    ran = run("serve", *options)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"summitry: {says}")
    assert ran.err.count("\n") == 1


def test_a_port_that_is_taken_is_told(server: Running) -> None:
    ran = run("serve", "--port", str(server.port))
    assert ran.status == 2
    assert "address already in use" in ran.err
