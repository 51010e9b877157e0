"""Which documents are copies of one text, as of a wire story: together they are one voice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Final

from summitry.desk.archive.sketch import Sketch, likeness

ALIKE: Final = 0.4
"""Two texts that share so much are of one making: stories on one summit share a tenth or less."""

_KEYS: Final = 8
"""Two such texts almost surely share one of so many of the least hashes; only such are compared."""


def groups(sketches: Mapping[str, Sketch]) -> Mapping[str, str]:
    """For each text, by the digest that names it, the first name of those that it is a copy of."""
    leads: dict[str, str] = {}

    def lead(name: str) -> str:
        while leads.get(name, name) != name:
            name = leads[name]
        return name

    holding: defaultdict[str, list[str]] = defaultdict(list)
    for name, made in sorted(sketches.items()):
        leads[name] = name
        for key in made[:_KEYS]:
            for other in holding[key]:
                first, second = sorted((lead(name), lead(other)))
                if first != second and likeness(made, sketches[other]) >= ALIKE:
                    leads[second] = first
            holding[key].append(name)
    return {name: lead(name) for name in sketches}
