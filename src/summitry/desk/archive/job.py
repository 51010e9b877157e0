"""A job that any engine can do: parts of an archive to be read into a folder."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from summitry.desk.archive.batch import BatchReader
from summitry.desk.archive.part import Done, read_part
from summitry.desk.archive.settings import Settings
from summitry.model.names import Names
from summitry.sources.archive import Part


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What a worker needs besides the parts: it is sent to other processes, and other machines.

    ``folder`` is one that every worker writes to, by the same name.
    """

    names: Names
    settings: Settings
    folder: Path

    def packed(self) -> bytes:
        """The job as bytes."""
        return pickle.dumps(self)


class Engine(Protocol):
    """What does a job, on this machine or others."""

    def run(self, job: Job, parts: Sequence[Part]) -> Iterator[Done]:
        """Read the parts, in any order, and tell of each when it is done.

        A part that ends its worker again and again is told of with the problem.
        """
        ...


def do_part(packed: bytes, part: Part) -> Done:
    """Read one part of a packed job, in whatever process this is."""
    job, reader = _opened(packed)
    return read_part(part, reader, job.settings, job.folder)


@lru_cache(maxsize=1)
def _opened(packed: bytes) -> tuple[Job, BatchReader]:
    """A job and its reader: a process learns the names of a record once, for all parts."""
    job: Job = pickle.loads(packed)  # noqa: S301 - it is this program's own
    return job, BatchReader(job.names, job.settings)
