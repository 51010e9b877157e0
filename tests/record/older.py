"""Records as the version before the log wrote them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from summitry.record.content import Content
from summitry.record.schema import BESIDES, PAIRS
from summitry.record.sql_record import build


def build_older(content: Content, path: Path) -> None:
    """Write a content as a file of version 2."""
    build(content, path)
    with closing(sqlite3.connect(path)) as made:
        for table in (*BESIDES, PAIRS):
            made.execute(f'DROP TABLE "{table.name}"')
        made.execute("PRAGMA user_version = 2")
        made.commit()


def version(path: Path) -> int:
    """The version that a file is marked with."""
    with closing(sqlite3.connect(path)) as opened:
        return int(opened.execute("PRAGMA user_version").fetchone()[0])
