"""What some of Wikidata's items and words mean in a record (``tables.toml``)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def tables() -> Mapping[str, Any]:
    """The tables as they are written."""
    return tomllib.loads(files(__package__).joinpath("tables.toml").read_text("utf-8"))
