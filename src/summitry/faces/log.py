"""The log of a record on the command line: listed, and its changes taken back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer

from summitry.faces import options, screen
from summitry.faces.signing import By, Why, signature
from summitry.model.changes import Change
from summitry.model.problems import InputError
from summitry.telling.changes import row_line


def log(
    *,
    most: Annotated[str, typer.Option("--most", metavar="N", help="How many changes.")] = "20",
    before: Annotated[
        str | None, typer.Option("--before", metavar="N", help="Those older than this change.")
    ] = None,
    record: options.Own = None,
) -> None:
    """List the changes of a record, the last first: what, by whom, when and why."""
    from summitry.desk import log as desk  # noqa: PLC0415 - a command loads what it needs

    older = None if before is None else options.number(before)
    found = desk.changes(record, most=options.number(most), before=older)
    if not found:
        screen.put("no changes\n")
    for change in found:
        screen.say(*lines(change))


def undo(
    change: Annotated[str, typer.Argument(metavar="N", help="The number of a change in the log.")],
    *,
    by: By = None,
    why: Why = "",
    record: options.Own = None,
) -> None:
    """Take a change back: what it changed is as it was, and the log says so."""
    from summitry.desk import log as desk  # noqa: PLC0415 - as above

    if not why.strip():
        raise InputError('no reason "" (expected --why with a few words)')
    done = desk.undo(record, options.number(change), signature(by, why))
    screen.put(f"{record}: change {done.id} undoes {done.undoes}\n")


def heading(change: Change) -> str:
    """A change in a line: its number, when, what was done, by whom and why."""
    signed = change.signed
    made = signed.made.strftime("%Y-%m-%d %H:%M UTC")
    what = change.act.value
    if change.undoes is not None:
        what += f" {change.undoes}"
    if change.proposal:
        what += f" {change.proposal}"
    undone = "" if change.undone_by is None else f" (undone by {change.undone_by})"
    why = f": {signed.reason}" if signed.reason else ""
    return f"{change.id}  {made}  {what}, {signed.author}{why}{undone}"


def lines(change: Change) -> Iterator[str]:
    """A change in words: what was done, and each of its rows."""
    yield heading(change)
    for row in change.rows:
        yield f"    {row_line(row)}"
    more = change.size - len(change.rows)
    if more:
        yield f"    and {more:,} more"
