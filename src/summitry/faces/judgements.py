"""Judgements on the command line: which rows are one, listed, made and reversed."""

from __future__ import annotations

from typing import Annotated

import typer

from summitry.desk.homes import home_of
from summitry.faces import options, screen
from summitry.faces.signing import signature


def judgements(
    table: Annotated[
        str | None, typer.Argument(metavar="TABLE", help="Those on its rows: people, visits.")
    ] = None,
    *,
    record: options.Record = None,
) -> None:
    """List which rows of a record are judged to be one, or two, by whom and why."""
    from summitry.desk import judgements as desk  # noqa: PLC0415 - takes long to load

    listed = desk.judgements(record, table=table)
    if not listed:
        screen.put("no judgements\n")
    for judgement in listed:
        verdict = "is" if judgement.same else "is not"
        screen.put(
            f"{judgement.table}: {judgement.row} {verdict} {judgement.other}"
            f" ({judgement.author}: {judgement.reason})\n"
        )


def judge(
    table: Annotated[str, typer.Argument(metavar="TABLE", help="people, places, visits ...")],
    row: Annotated[str, typer.Argument(metavar="ROW", help="The id of a row.")],
    other: Annotated[
        str, typer.Argument(metavar="OTHER", help="The id of the row that it is shown as.")
    ],
    *,
    same: Annotated[bool, typer.Option("--same/--two", help="They are one, or two.")],
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why.")],
    record: Annotated[
        options.AnyHome,
        typer.Option(
            "--record",
            metavar="RECORD",
            parser=home_of,
            help="The record: a SQLite file or a database of PostgreSQL.",
        ),
    ],
    author: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who judges. Default: your user name.")
    ] = None,
) -> None:
    """Judge that two rows are one or two, in place of what was judged of them before."""
    from summitry.desk import judgements as desk  # noqa: PLC0415 - as above

    judged = desk.judge(
        record,
        table,
        row,
        other,
        same=same,
        signed=signature(author, reason),
    )
    verdict = "one and the same" if judged.same else "two"
    screen.put(f"{record}: {judged.row} and {judged.other} are {verdict}\n")
