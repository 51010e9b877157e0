"""The importer of the Office of the Historian's two data sets.

The sources are https://github.com/HistoryAtState/travels and .../visits, both CC0.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from summitry.model.problems import InputError
from summitry.sources.batch import Batch
from summitry.sources.historian.content import content_of
from summitry.sources.historian.entries import read_lists


class HistorianImporter:
    """Trips of presidents and secretaries of state, and visits by foreign leaders."""

    name = "historian"
    title = "Travels and visits, by the Office of the Historian"

    def recognise(self, paths: Sequence[Path]) -> bool:
        """Whether the paths are the two folders, in either order."""
        return _folders(paths) is not None

    def extract(self, paths: Sequence[Path]) -> Iterator[Batch]:
        """Everything in one batch, with the entries that could not be used by file and line."""
        folders = _folders(paths)
        if folders is None:
            given = ", ".join(repr(str(path)) for path in paths) or "nothing"
            raise InputError(
                f"not the two data sets: {given} (expected a folder that has president-travels, "
                "and one that has data)"
            )
        content, problems = content_of(read_lists(*folders))
        yield Batch(content=content, problems=problems)


def _folders(paths: Sequence[Path]) -> tuple[Path, Path] | None:
    """The folder of travels and that of visits; None where the paths are something else."""
    travels = [path for path in paths if (path / "president-travels").is_dir()]
    visits = [path for path in paths if (path / "data").is_dir() and path not in travels]
    return (travels[0], visits[0]) if len(paths) == 2 and travels and visits else None
