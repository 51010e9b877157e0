"""What an importer makes of its input."""

from __future__ import annotations

from dataclasses import dataclass

from summitry.model.problems import Problem
from summitry.record.content import Content


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Rows for a record, and what of the input could not be used, by file and line.

    ``size`` is how many bytes of the input were read for it; 0 where nobody counts.
    """

    content: Content
    problems: tuple[Problem, ...] = ()
    size: int = 0
