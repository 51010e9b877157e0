"""An engine for tests that asks for no other process."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summitry.desk.archive.job import Job, do_part
from summitry.desk.archive.part import Done
from summitry.sources.archive import Part


class Here:
    """An engine that does everything in this process, or ends after ``most`` parts."""

    def __init__(self, most: int | None = None) -> None:
        self.most = most
        self.asked: list[Part] = []

    def run(self, job: Job, parts: Sequence[Part]) -> Iterator[Done]:
        packed = job.packed()
        for part in parts[: self.most]:
            self.asked.append(part)
            yield do_part(packed, part)
