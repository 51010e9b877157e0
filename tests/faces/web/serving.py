"""A server as a stranger runs it: the installed command, in a process of its own."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

import httpx

from tests.faces.command import COMMAND, environment

SECONDS: Final = 60.0


@dataclass(frozen=True, slots=True)
class Running:
    """A server that runs."""

    process: subprocess.Popen[bytes]
    url: str

    @property
    def port(self) -> int:
        return int(self.url.rstrip("/").rpartition(":")[2])

    def client(self, **more: Any) -> httpx.Client:  # noqa: ANN401 - the library's own options
        return httpx.Client(base_url=f"{self.url}api/v1", timeout=SECONDS, **more)

    def connection(self) -> socket.socket:
        made = socket.create_connection(("127.0.0.1", self.port), timeout=SECONDS)
        made.settimeout(SECONDS)
        return made

    def stop(self) -> int:
        """Tell it to stop, and give its status."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(SECONDS)


@contextmanager
def serving(*options: str) -> Iterator[Running]:
    """A server with these options on a free port, until the end of the block."""
    process = subprocess.Popen(  # noqa: S603 - our own command
        [COMMAND, "serve", "--port", "0", *options],
        stdout=subprocess.PIPE,
        env=environment(),
    )
    try:
        assert process.stdout is not None
        line = process.stdout.readline().decode()
        yield Running(process, line.split()[-1])
    finally:
        process.terminate()
        process.wait(SECONDS)
        assert process.stdout is not None
        process.stdout.close()


def detail(response: httpx.Response, code: str) -> str:
    """What a problem of this code says; it is one, whole and in the house's style."""
    assert response.headers["content-type"] == "application/problem+json"
    data = json.loads(response.text)
    assert list(data) == ["type", "title", "status", "detail"]
    assert data["type"] == f"/api/v1/docs#{code}"
    assert data["status"] == response.status_code
    says = data["detail"]
    assert isinstance(says, str)
    assert "\n" not in says
    assert says[0] == '"' or not says[0].isupper()
    return says
