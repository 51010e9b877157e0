"""The command line's ``mcp``: a record, as tools for assistants."""

from __future__ import annotations

import asyncio
import signal
import sys
from typing import Annotated

import typer

from summitry.faces import options, screen
from summitry.model.problems import InputError


def mcp(
    *,
    record: options.Record = None,
    http: Annotated[
        bool, typer.Option("--http", help="Over HTTP instead of standard input and output.")
    ] = False,
    host: Annotated[
        str, typer.Option("--host", metavar="ADDRESS", help="Of --http: the address to serve on.")
    ] = "127.0.0.1",
    port: Annotated[
        str, typer.Option("--port", metavar="N", help="Of --http: the port; 0 takes a free one.")
    ] = "8001",
    name: Annotated[
        list[str] | None,
        typer.Option(
            "--name",
            metavar="HOST",
            help="Of --http: a name, with its port if any, by which it may be called; "
            "may be given again. Default: those of this machine alone.",
        ),
    ] = None,
    seconds: Annotated[
        str, typer.Option("--seconds", metavar="N", help="How long an answer may take.")
    ] = "30",
) -> None:
    """Give assistants the record as tools, by the Model Context Protocol."""
    limit = options.number(seconds)
    if limit == 0:
        raise InputError(f'--seconds can\'t be "{seconds}" (expected 1 or more)')
    if name and not http:
        raise InputError("--name is of a server (expected --http with it)")
    from summitry.desk.records import snapshot  # noqa: PLC0415 - slow, and only for this
    from summitry.faces.assistant import Assistant, quiet  # noqa: PLC0415
    from summitry.faces.workers import Limits  # noqa: PLC0415

    view = snapshot(record)
    limits = Limits(workers=2 if http else 1, seconds=float(limit))
    assistant = Assistant(view, limits, lambda: options.day(None))
    quiet()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    if not http:
        asyncio.run(assistant.over_stdio())
        return
    from summitry.faces.web import server  # noqa: PLC0415 - as above
    from summitry.faces.web.frame import Frame  # noqa: PLC0415

    number = options.number(port)
    with server.listening(host, number) as listener:
        at = server.address(listener)
        own = at.removeprefix("http://").rstrip("/")
        bound = own.rpartition(":")[2]
        hosts = [own, f"localhost:{bound}", f"127.0.0.1:{bound}", f"[::1]:{bound}", *(name or [])]
        screen.put(f"{view.about().title}, version {view.about().version}: {at}mcp\n")
        server.run(Frame(assistant.over_http(hosts=hosts)), listener)
