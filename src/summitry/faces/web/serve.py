"""The command line's ``serve``: a record, on the web."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from summitry.desk.homes import Home
from summitry.faces import options
from summitry.model.problems import InputError

if TYPE_CHECKING:
    from summitry.faces.web.settings import Editing

LEAST_LETTERS: Final = 20
"""Letters of a token."""


def serve(
    *,
    record: options.Record = None,
    host: Annotated[
        str, typer.Option("--host", metavar="ADDRESS", help="The address to serve on.")
    ] = "127.0.0.1",
    port: Annotated[
        str, typer.Option("--port", metavar="N", help="The port; 0 takes one that is free.")
    ] = "8000",
    workers: Annotated[
        str, typer.Option("--workers", metavar="N", help="How many checks are done at once.")
    ] = "2",
    waiting: Annotated[
        str, typer.Option("--waiting", metavar="N", help="How many more may wait.")
    ] = "32",
    seconds: Annotated[
        str, typer.Option("--seconds", metavar="N", help="How long one may take.")
    ] = "30",
    most: Annotated[
        str, typer.Option("--most", metavar="KIB", help="How long a document may be.")
    ] = "1024",
    rate: Annotated[
        str | None,
        typer.Option(
            "--rate",
            metavar="N",
            help="Checks, questions, histories, previews and facets of one client in a minute. "
            "Default: any number.",
        ),
    ] = None,
    fetch: Annotated[
        bool, typer.Option("--fetch", help="Fetch pages of the public web to be checked.")
    ] = False,
    editor: Annotated[
        Path | None,
        typer.Option(
            "--editor-token-file",
            metavar="FILE",
            help="Let who has the token in this file change the record, on pages under /edit.",
        ),
    ] = None,
    proxy: Annotated[
        str | None,
        typer.Option("--proxy", metavar="ADDRESS", help="The proxy that says who a client is."),
    ] = None,
) -> None:
    """Serve a record: its pages, and its API under /api/v1."""
    from summitry.faces.web.settings import Settings  # noqa: PLC0415 - slow, and only for this
    from summitry.faces.workers import Limits  # noqa: PLC0415

    settings = Settings(
        limits=Limits(
            workers=_some("--workers", workers),
            waiting=options.number(waiting),
            seconds=float(_some("--seconds", seconds)),
        ),
        most_bytes=_some("--most", most) * 1024,
        rate=None if rate is None else _some("--rate", rate),
        fetch=fetch,
        record=record,
        editing=None if editor is None else _editing(record, editor),
    )
    from summitry.faces.web.server import serve as serve_record  # noqa: PLC0415 - as above

    serve_record(record, settings, host=host, port=options.number(port), proxy=proxy)


def _editing(record: Home | None, file: Path) -> Editing:
    """Who may change which record; InputError for no token, RecordError for no record's file."""
    from summitry.desk.homes import own  # noqa: PLC0415 - as above
    from summitry.faces.web.settings import Editing  # noqa: PLC0415 - as above

    try:
        token = file.read_text("utf-8").strip()
    except (OSError, ValueError):
        raise InputError(f'can\'t read "{file}" (expected a file with a token)') from None
    if len(token) < LEAST_LETTERS:
        raise InputError(
            f'the token in "{file}" has {len(token)} letters (expected {LEAST_LETTERS} or more,'
            " that nobody guesses)"
        )
    return Editing(record=own(record), token=token)


def _some(option: str, text: str) -> int:
    number = options.number(text)
    if number == 0:
        raise InputError(f'{option} can\'t be "{text}" (expected 1 or more)')
    return number
