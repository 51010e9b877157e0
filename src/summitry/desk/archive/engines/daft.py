"""The engine of Daft, on this machine or on a Ray cluster: the one file that knows the two."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import Any, Final

from summitry.desk.archive.job import Job, do_part
from summitry.desk.archive.part import Done
from summitry.model.problems import InputError, SummitryError
from summitry.sources.archive import Part
from summitry.sources.archive.part import Format

SILENT: Final = {
    "DO_NOT_TRACK": "true",
    "DAFT_PROGRESS_BAR": "0",
    "RAY_USAGE_STATS_ENABLED": "0",
    "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0",
}
"""What the environment must say before either library is imported.

Neither is to tell anybody of the run, and the screen is the caller's.
"""

_TRIES: Final = 3
"""How often Ray does a part whose worker was lost."""


@dataclass(frozen=True, slots=True)
class DaftEngine:
    """Daft's own runner: processes on this machine."""

    def run(self, job: Job, parts: Sequence[Part]) -> Iterator[Done]:
        """As :class:`~summitry.desk.archive.job.Engine` says.

        InputError if the library is not installed, or stops: the parts that are done stay so.
        """
        with _told("daft"):
            import daft  # noqa: PLC0415 - an extra

            daft.set_runner_native()
            yield from _run(job, parts)


@dataclass(frozen=True, slots=True)
class RayEngine:
    """The same on the workers of a Ray cluster, at an address; None: one started here for it.

    Summitry is installed on all of them, and the documents and the folder lie where all find them.
    """

    address: str | None = None

    def run(self, job: Job, parts: Sequence[Part]) -> Iterator[Done]:
        """As :class:`DaftEngine`; a part whose worker is lost is given to another."""
        with _told("ray"):
            import daft  # noqa: PLC0415 - an extra
            import ray  # noqa: PLC0415 - an extra

            ray.init(
                # Without an address Ray joins what was last started on this machine, be it dead.
                self.address or "local",
                runtime_env={"env_vars": SILENT},
                log_to_driver=False,
                logging_level=logging.ERROR,
            )
            daft.set_runner_ray(noop_if_initialized=True)
            try:
                yield from _run(job, parts)
            finally:
                ray.shutdown()


@contextmanager
def _told(engine: str) -> Iterator[None]:
    """Tell in one line that an engine isn't there, or stops."""
    try:
        yield
    except SummitryError:
        raise
    except ModuleNotFoundError as error:
        raise InputError(
            f'can\'t use the engine "{engine}": {error.name} is not installed'
            f" (expected pip install 'summitry[{engine}]')"
        ) from None
    except Exception as error:
        logging.getLogger(__name__).debug("the engine stopped", exc_info=True)
        said = str(error).strip().splitlines() or [type(error).__name__]
        raise InputError(
            f'the engine "{engine}" stopped: {said[-1].lower()} (what is done stays done)'
        ) from None


def _run(job: Job, parts: Sequence[Part]) -> Iterator[Done]:
    """Read the parts by the runner that is set, each by itself."""
    import daft  # noqa: PLC0415 - an extra

    packed = job.packed()

    def do(part: str) -> str:
        return _answered(packed, part)

    a_process_each = daft.func(
        return_dtype=daft.DataType.string(), use_process=True, cpus=1, max_retries=_TRIES
    )
    answered = a_process_each(do)
    asked = daft.from_pydict({"part": [json.dumps(asdict(part)) for part in parts]})
    rows = asked.into_batches(1).select(answered(daft.col("part")).alias("done"))
    for row in rows.iter_rows():
        yield _done(json.loads(row["done"]))


# --- in the worker ------------------------------------------------------------------------------


def _answered(packed: bytes, asked: str) -> str:
    """What was done with one part, or why it could not be, as JSON."""
    told = json.loads(asked)
    part = Part(**told | {"format": Format(told["format"]), "paths": tuple(told["paths"])})
    try:
        return json.dumps(asdict(do_part(packed, part)))
    except SummitryError as error:
        return json.dumps({"error": str(error)})


def _done(told: dict[str, Any]) -> Done:
    if "error" in told:
        raise InputError(told["error"])
    return Done(**told)
