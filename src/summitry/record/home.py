"""Where a record is kept: a package's folder, a SQLite file, or a database of PostgreSQL."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from summitry.model.problems import InputError

_DATABASE: Final = re.compile(
    r"""
    (?P<scheme> postgres(?:ql)? ://)
    (?: (?P<user> [^:@/?\s]* ) (?: : [^:@/?\s]* )? @ )?
    (?P<hosts> (?: [^:@/?\s,\[\]]* | \[[0-9A-Fa-f:.%]+\] ) (?: : \d+ )?
        (?: , (?: [^:@/?\s,\[\]]+ | \[[0-9A-Fa-f:.%]+\] ) (?: : \d+ )? )* )
    (?: / (?P<name> [^:@/?\s]* ) )?
    (?P<settings> \? [^=&@?\s]+ = [^=&@?\s]* (?: & [^=&@?\s]+ = [^=&@?\s]* )* )?
    """,
    re.VERBOSE,
)
_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_SECRET: Final = re.compile(r"(?<=[?&])[^=&]*password=[^&]*&?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Database:
    """A database of PostgreSQL, by its address, which may hold a password.

    It shows itself without the password, and without any other that its settings hold.
    """

    address: str = field(repr=False)

    def __str__(self) -> str:
        found = _DATABASE.fullmatch(self.address)
        if found is None:
            return "postgresql://"
        user = f"{found['user']}@" if found["user"] else ""
        name = "" if found["name"] is None else f"/{found['name']}"
        settings = _SECRET.sub("", found["settings"] or "").rstrip("?&")
        return f"postgresql://{user}{found['hosts']}{name}{settings}"

    @property
    def name(self) -> str:
        """The database's own name; empty where the address leaves it to the server."""
        found = _DATABASE.fullmatch(self.address)
        return (found["name"] or "") if found is not None else ""


Home = Path | Database
"""A path leads to a package's folder or to a SQLite file."""


def home_of(text: str) -> Home:
    """The home that somebody names; InputError for an address that leads to none.

    What can't be read of an address isn't quoted, for a password may be in it.
    """
    if _DATABASE.fullmatch(text):
        return Database(text)
    if text.startswith(("postgresql:", "postgres:")):
        raise InputError(
            "the address of the database can't be read (expected one like"
            " postgresql://user@host/database; in a password, what is no letter or digit as %XX)"
        )
    if scheme := _SCHEME.match(text):
        raise InputError(
            f'no record is kept at "{scheme[0]}..." (expected a folder, a SQLite file or'
            " postgresql://user@host/database)"
        )
    return Path(text)
