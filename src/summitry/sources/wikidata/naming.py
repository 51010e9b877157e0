"""Names as aliases, and the part of a name that prose uses alone."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Final

from summitry.record.cells import LIST_MARK
from summitry.sources.wikidata.tables import tables

_SUFFIX: Final = re.compile(r"(?:,? (?:Jr\.?|Sr\.?))$")
_NUMERAL: Final = re.compile(r" [IVXLC]+$")


def usable(names: Collection[str], *, but: Collection[str] = ()) -> Iterator[str]:
    """The names that a list of aliases can hold, without those in ``but``."""
    return (name for name in names if LIST_MARK not in name and name not in but)


def full_names(names: Collection[str], *, but: Collection[str] = ()) -> Iterator[str]:
    """The names of two words or more, the first with a capital, without digits.

    A first name or a nickname is many people's, "44th president" is no name, and "President Bush"
    is whoever was that at the time; of who goes by a number, it isn't ("Queen Elizabeth II").
    """
    for name in usable(names, but=but):
        first, blank, _ = name.partition(" ")
        titled = first.rstrip(".").casefold() in tables()["honorifics"] and not _NUMERAL.search(
            name
        )
        if blank and name[0].isupper() and not titled and not any(c.isdigit() for c in name):
            yield name


def family_name(name: str, families: Collection[str]) -> str:
    """What prose uses alone: the longest of the family's names that is in the name, else its end.

    Of who goes by a number ("Elizabeth II") it is what stands before that.
    """
    borne = [f for f in families if f" {f} " in f" {name} "]
    if borne:
        return max(borne, key=lambda family: (len(family), family))
    bare = _SUFFIX.sub("", name)
    if _NUMERAL.search(bare):
        return _NUMERAL.sub("", bare)
    return bare.rpartition(" ")[2]
