"""A server of PostgreSQL for the tests: in a folder of its own, and on a socket in there.

PostgreSQL refuses to be run by root, for whom it runs as the user that Debian's packages make.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

import psycopg

from summitry.record.home import Database

MISSING: Final = "there is no PostgreSQL (on Debian: apt-get install postgresql)"
OWNER: Final = "owner"
ROOTS_USERS: Final = ("postgres", "nobody")

_DEBIANS: Final = Path("/usr/lib/postgresql")
_SECONDS_TO_START: Final = 60
_SETTINGS: Final = (
    "listen_addresses=",
    "fsync=off",  # nothing of it outlives the tests
    "max_connections=100",
    "shared_buffers=32MB",
    "log_min_messages=fatal",
)
_WHILE_TESTED: Final = '"$@" & read -r _; kill -INT $!; wait $!; rm -rf "$0"'
"""Runs the server until what it reads from ends, which it does with the tests, also if killed."""

_ACCESS: Final = f"local all {OWNER} trust\nlocal all all scram-sha-256\n"


@dataclass(slots=True)
class Server:
    """A server that runs, and gives away databases and schemas that are empty."""

    folder: Path
    _numbers: Iterator[int] = field(default_factory=count)

    def database(self, *, options: str = "") -> Database:
        """A database of its own."""
        name = f"record_{next(self._numbers)}"
        self.run(f"CREATE DATABASE {name} {options}", database="postgres")
        return self.address(name)

    def schema(self) -> Database:
        """A schema of its own in a database of many, which takes less time to be made."""
        name = f"record_{next(self._numbers)}"
        self.run(f"CREATE SCHEMA {name}", database="postgres")
        return self.address("postgres", settings=f"&options=-csearch_path%3D{name}")

    def address(self, name: str, user: str = OWNER, settings: str = "") -> Database:
        """The address of a database; ``user`` may hold a password."""
        return Database(
            f"postgresql://{user}@/{name}?host={quote(str(self.folder), safe='')}{settings}"
        )

    def wait(self) -> None:
        """Wait until it answers."""
        until = time.monotonic() + _SECONDS_TO_START
        while True:
            try:
                self.run("SELECT", database="postgres")
            except psycopg.OperationalError:
                if time.monotonic() > until:
                    raise
                time.sleep(0.05)
            else:
                return

    def run(self, statement: str, *, database: str | Database) -> list[tuple[Any, ...]]:
        """What a statement gives, run by the owner of all."""
        home = self.address(database) if isinstance(database, str) else database
        with psycopg.connect(home.address, autocommit=True) as connection:
            found = connection.execute(statement.encode())
            return found.fetchall() if found.description is not None else []


def programs() -> Path | None:
    """The folder of the latest server's programs."""
    found = shutil.which("initdb")
    if found is not None and shutil.which("postgres") is not None:
        return Path(found).parent
    versions = (path.parent for path in _DEBIANS.glob("*/bin/initdb"))
    return max(versions, key=lambda path: float(path.parent.name), default=None)


@contextmanager
def running(bin: Path) -> Iterator[Server]:
    """A server that is stopped, and whose folder is removed, at the end."""
    user = _user()
    # A socket's path may be no longer than some hundred letters: pytest's own folders are deep.
    folder = Path(tempfile.mkdtemp(prefix="summitry-pg-"))
    try:
        if user is not None:
            os.chown(folder, user.pw_uid, user.pw_gid)
        data = folder / "data"
        initdb = [bin / "initdb", "-D", data, "-U", OWNER, "-E", "UTF8", "--locale=C.UTF-8", "-N"]
        _run([*map(str, initdb), "-A", "trust"], user, folder)
        (data / "pg_hba.conf").write_text(_ACCESS)
        settings = [part for one in _SETTINGS for part in ("-c", one)]
        server: list[str | Path] = [bin / "postgres", "-D", data, "-k", folder, *settings]
        with subprocess.Popen(  # noqa: S603 - Debian's program
            ["/bin/sh", "-c", _WHILE_TESTED, folder, *server],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            **_as(user),
        ):
            found = Server(folder)
            found.wait()
            yield found
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _user() -> pwd.struct_passwd | None:
    """Who runs it: None where that is whoever runs the tests."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    return next(known[name] for name in ROOTS_USERS if name in known)


def _as(user: pwd.struct_passwd | None) -> dict[str, Any]:
    if user is None:
        return {}
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def _run(command: list[str], user: pwd.struct_passwd | None, folder: Path) -> None:
    ran = subprocess.run(  # noqa: S603 - Debian's program
        command, capture_output=True, text=True, check=False, cwd=folder, **_as(user)
    )
    if ran.returncode:
        raise RuntimeError(ran.stderr)
