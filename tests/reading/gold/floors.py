"""The floors that the reading of the corpus must keep above, from floors.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.reading.gold.score import Tally


@dataclass(frozen=True, slots=True, kw_only=True)
class Floors:
    """Shares that must be reached, the number of swapped verdicts, and a share to stay under."""

    found: float
    right: float
    swapped: int
    wrongly_claimed: float

    @classmethod
    def load(cls) -> Floors:
        """The floors of the table."""
        return cls(**tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8")))

    def missed(self, tally: Tally) -> Iterator[str]:
        """What of a tally doesn't keep to them."""
        if tally.found < self.found * tally.claims:
            yield f"found less than {self.found:.0%}"
        if tally.right < self.right * tally.judged:
            yield f"right less than {self.right:.0%}"
        if tally.swapped > self.swapped:
            yield f"swapped more than {self.swapped}"
        if tally.wrong and tally.wrong >= self.wrongly_claimed * tally.sentences:
            yield f"wrongly claimed {self.wrongly_claimed:.0%} or more"
