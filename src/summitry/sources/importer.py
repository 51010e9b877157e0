"""What every importer does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

from summitry.sources.batch import Batch


class Importer(Protocol):
    """An importer of one data set, or of one kind of file.

    The ids that it gives hang on the input alone, so that importing twice changes nothing.
    """

    @property
    def name(self) -> str:
        """The word for it: historian."""
        ...

    @property
    def title(self) -> str:
        """The title of the data set."""
        ...

    def recognise(self, paths: Sequence[Path]) -> bool:
        """Whether the files or folders are what it reads."""
        ...

    def extract(self, paths: Sequence[Path]) -> Iterator[Batch]:
        """What they tell, in one batch or many; InputError if nothing of them can be read."""
        ...
