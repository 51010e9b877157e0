"""The engine of one machine: a pool of processes."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing.context import ForkServerContext
from typing import Final

from summitry.desk.archive.job import Job, do_part
from summitry.desk.archive.part import Done
from summitry.sources.archive import Part

ENDED: Final = "what read it ended, twice (expected more memory, or smaller files)"
_WAITING: Final = 2
"""Parts that wait for each worker, so that none is idle."""


@dataclass(frozen=True, slots=True)
class LocalEngine:
    """So many processes, each of which reads one part at a time."""

    workers: int

    def run(self, job: Job, parts: Sequence[Part]) -> Iterator[Done]:
        """As :class:`~summitry.desk.archive.job.Engine` says."""
        packed = job.packed()
        context = multiprocessing.get_context("forkserver")
        # What has loaded the reader once is what every worker starts from.
        context.set_forkserver_preload([do_part.__module__])
        suspects: list[Part] = []
        yield from _run(context, packed, parts, self.workers, suspects)
        # The death of one worker ends the pool: which part was to blame shows when each is alone.
        for part in suspects:
            blamed: list[Part] = []
            yield from _run(context, packed, [part], 1, blamed)
            for one in blamed:
                yield Done(key=one.key, problem=ENDED)


def _run(
    context: ForkServerContext,
    packed: bytes,
    parts: Sequence[Part],
    workers: int,
    suspects: list[Part],
) -> Iterator[Done]:
    """Read the parts; those that were begun when a worker died are ``suspects``."""
    left = deque(parts)
    while left:
        under_way: dict[Future[Done], Part] = {}
        pool = ProcessPoolExecutor(min(workers, len(left)), mp_context=context, initializer=_follow)
        try:
            while left or under_way:
                while left and len(under_way) < _WAITING * workers:
                    under_way[pool.submit(do_part, packed, left[0])] = left[0]
                    left.popleft()
                for future in wait(under_way, return_when=FIRST_COMPLETED).done:
                    done = future.result()
                    del under_way[future]
                    yield done
        except BrokenProcessPool:
            suspects.extend(under_way.values())
        finally:
            pool.shutdown(cancel_futures=True)


# --- in the worker ------------------------------------------------------------------------------


def _follow() -> None:
    """End at once when the run is interrupted, and when what began it is gone."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
    os._exit(1)
