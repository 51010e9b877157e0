"""What differs between two records, in whatever they are kept."""

from __future__ import annotations

from dataclasses import dataclass

from summitry.record.content import Content
from summitry.record.difference import (
    ChangeKind,
    Difference,
    FieldChange,
    RowChange,
    difference,
)
from summitry.record.home import Home
from summitry.record.open import open_content
from summitry.telling.basis import Basis

__all__ = ["ChangeKind", "Compared", "Difference", "FieldChange", "RowChange", "compare"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Two records, and what has to change in ``a`` so that it becomes ``b``."""

    a: Basis
    b: Basis
    difference: Difference


def compare(a: Home, b: Home) -> Compared:
    """What differs between two records; RecordError if one can't be read.

    Rows are compared as they are stored: what judgements show as one is two rows still.
    """
    one, other = open_content(a), open_content(b)
    return Compared(a=_basis(one), b=_basis(other), difference=difference(one, other))


def _basis(content: Content) -> Basis:
    events = len(content.encounters) + len(content.visits)
    return Basis(
        title=content.title, version=content.version, digest=content.digest(), events=events
    )
