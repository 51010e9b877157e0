"""The columns of a table that is written for other programs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, what its cells are, and what they say.

    Its type is ``string``, ``strings`` (any number of them), ``integer`` or ``day``; any cell may
    be empty.
    """

    name: str
    type: str
    says: str
