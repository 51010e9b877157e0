"""The tables of this importer, as they are written."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> Mapping[str, Any]:
    """The table ``name``.toml."""
    return tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text("utf-8"))


@cache
def rows(name: str) -> tuple[Mapping[str, str], ...]:
    """The rows of the table ``name``.csv, by column."""
    written = files(__package__).joinpath(f"{name}.csv").read_text("utf-8")
    return tuple(csv.DictReader(written.splitlines()))
