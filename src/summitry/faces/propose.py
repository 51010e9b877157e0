"""The command line's ``propose``: what was read in an archive, as proposals for a record."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summitry.desk.homes import Home
from summitry.faces import options, screen

if TYPE_CHECKING:
    from summitry.desk.proposing import Proposed


def propose(
    folder: Annotated[Path, typer.Argument(metavar="OUT", help="The folder that read filled.")],
    *,
    record: options.Own = None,
) -> None:
    """Propose to a record what was read: what it lacks, has otherwise, or has fewer sources of."""
    from summitry.desk.proposing import propose as desk  # noqa: PLC0415 - it takes long

    screen.put(_told(desk(folder, record), record))


def _told(proposed: Proposed, record: Home | None) -> str:
    """How many there are of each relation, and what of the reports nothing was proposed of."""
    of = screen.many(proposed.reports, "report")
    lines = [f"{record}: {screen.many(len(proposed.proposals), 'proposal')} of {of}"]
    lines += [f"  {number:,} {relation}" for relation, number in proposed.by_relation.items()]
    lines += [
        f"{screen.many(number, 'report')} left aside: {why}"
        for why, number in proposed.aside.items()
    ]
    return "".join(f"{line}\n" for line in lines)
