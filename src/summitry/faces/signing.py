"""Signing: who changes a record from the command line, when, and why."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime
from typing import Annotated

import typer

from summitry.model.changes import Signature
from summitry.model.problems import InputError

By = Annotated[
    str | None,
    typer.Option("--by", metavar="NAME", help="Who makes the change. Default: your user name."),
]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="Why, for the record's log.")]


def signature(by: str | None, why: str) -> Signature:
    """The signature of a change that is made now; InputError if nobody makes it."""
    author = getpass.getuser() if by is None else " ".join(by.split())
    if not author:
        raise InputError(f'nobody: "{by}" (expected the name of who makes the change)')
    return Signature(author=author, made=datetime.now(UTC), reason=" ".join(why.split()))
