"""The frames of a sentence, each word of meeting or travelling with what depends on it."""

from __future__ import annotations

from summitry.reading.clauses.attachments import attach
from summitry.reading.clauses.frame import Frame
from summitry.reading.clauses.parties import tell_who
from summitry.reading.clauses.sayings import tell_sayings
from summitry.reading.clauses.shares import share
from summitry.reading.clauses.triggers import Triggers
from summitry.reading.trees.syntax import Syntax


def frames(syntax: Syntax) -> list[Frame]:
    """The frames of one parsed stretch of a line, in order."""
    found = Triggers(syntax)
    tell_who(found)
    tell_sayings(found)
    attach(found)
    share(found)
    return list(found.frames.values())
