"""The command line: parse what was asked, call the desk, show what came back.

Exit status: 0, nothing refuted; 1, something refuted, a fault found by an audit, or a difference
of two records; 2, the call or the input was bad.
"""

from __future__ import annotations

import json
import sys
from importlib.metadata import version as installed_version
from pathlib import Path
from typing import Annotated, Any, Final

import typer

from summitry.desk.homes import home_of
from summitry.faces import options, screen
from summitry.faces.add import add_app
from summitry.faces.ask import ask
from summitry.faces.assist import mcp
from summitry.faces.check import check
from summitry.faces.difference import diff
from summitry.faces.export import export
from summitry.faces.history import history
from summitry.faces.imports import import_app
from summitry.faces.judgements import judge, judgements
from summitry.faces.log import log, undo
from summitry.faces.options import FindFormat
from summitry.faces.plot import plot
from summitry.faces.preview import preview
from summitry.faces.propose import propose
from summitry.faces.read import read
from summitry.faces.replay import replay
from summitry.faces.review import review
from summitry.faces.selecting import wanted as wanted_by
from summitry.faces.site import site
from summitry.faces.web.serve import serve
from summitry.model.problems import SummitryError

FOUND: Final = 1
BAD_CALL: Final = 2
INTERRUPTED: Final = 130
MOST_FAULTS: Final = 20

app = typer.Typer(
    name="summitry",
    help="A sourced record of who met whom: check what is written, tell the history of any two.",
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
record_app = typer.Typer(help="Build, audit and compare records.")
app.add_typer(record_app, name="record")
app.add_typer(add_app, name="add")
app.add_typer(import_app, name="import")


app.command("check")(check)
app.command("ask")(ask)
app.command("read")(read)
app.command("propose")(propose)


@app.command()
def find(
    a: options.MaybeParty = None,
    b: options.MaybeParty = None,
    *,
    since: options.Since = None,
    until: options.Until = None,
    kind: options.Kind = None,
    mode: options.Modes = None,
    setting: options.Settings = None,
    status: options.Statuses = None,
    place: options.Place = None,
    occasion: options.Occasion = None,
    topic: options.Topic = None,
    record: options.Record = None,
    format: Annotated[FindFormat, typer.Option("--format")] = FindFormat.TABLE,
) -> None:
    """List encounters and visits: of all, of one leader or office, or of two."""
    # What a command needs is imported by it: the reader takes longer to load than a list to write.
    from summitry.desk.find import find as find_events  # noqa: PLC0415
    from summitry.desk.records import open_record  # noqa: PLC0415
    from summitry.faces.wire import events_json  # noqa: PLC0415

    wanted = wanted_by(
        a,
        b,
        since=since,
        until=until,
        kind=kind,
        mode=mode,
        setting=setting,
        status=status,
        place=place,
        occasion=occasion,
        topic=topic,
    )
    found = find_events(wanted, open_record(record))
    match format:
        case FindFormat.JSON:
            screen.put(_json(events_json(found)))
        case FindFormat.CSV:
            screen.put(screen.csv_of(events_json(found)["events"]))
        case FindFormat.TABLE:
            screen.put_table(events_json(found)["events"])


app.command("history")(history)
app.command("preview")(preview)
app.command("replay")(replay)
app.command("plot")(plot)
app.command("site")(site)
app.command("export")(export)
app.command("review")(review)
app.command("serve")(serve)
app.command("mcp")(mcp)


@record_app.command("build")
def build(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="A package: a folder with datapackage.json.")
    ],
    home: Annotated[
        options.AnyHome,
        typer.Argument(
            metavar="RECORD",
            parser=home_of,
            help="The SQLite file to be made, or an empty database of PostgreSQL.",
        ),
    ],
) -> None:
    """Build a record in a SQLite file or a database from a package's folder."""
    from summitry.desk import records  # noqa: PLC0415 - as above

    about = records.build(folder, home)
    screen.put(f"{home}: {about.title}, version {about.version}, {about.events} events\n")


@record_app.command("audit")
def audit(record: options.Record = None) -> None:
    """Look for what a record says and can't be right, or leaves without support."""
    from summitry.desk import records  # noqa: PLC0415 - as above

    problems = records.audit(record)
    for problem in problems:
        screen.put(f"{problem.code}: {problem}\n")
    if problems:
        raise typer.Exit(FOUND)
    screen.put("nothing found\n")


record_app.command("diff")(diff)
record_app.command("judgements")(judgements)
record_app.command("judge")(judge)
record_app.command("log")(log)
record_app.command("undo")(undo)


def _version(asked: bool) -> None:  # noqa: FBT001 - the callback's shape is Typer's
    if asked:
        screen.put(f"summitry {installed_version('summitry')}\n")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def _app(
    context: typer.Context,
    *,
    _asked: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Hold the options that come before a command; without one, show what there is."""
    _needs_command(context)


@add_app.callback(invoke_without_command=True)
@import_app.callback(invoke_without_command=True)
@record_app.callback(invoke_without_command=True)
def _group(context: typer.Context) -> None:
    _needs_command(context)


def _needs_command(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(BAD_CALL)


def _json(data: Any) -> str:  # noqa: ANN401 - JSON has no better type
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit with its status; a bad call is told in one line."""
    try:
        screen.prepare()
        status = app(args=arguments, prog_name="summitry", standalone_mode=False)
    except SummitryError as error:
        screen.complain(str(error))
        for problem in error.problems[1:MOST_FAULTS]:
            screen.complain(str(problem))
        status = BAD_CALL
    except typer.TyperException as error:
        screen.complain(_plain(error))
        status = BAD_CALL
    except (typer.Abort, KeyboardInterrupt):
        screen.complain("interrupted")
        status = INTERRUPTED
    sys.exit(status if isinstance(status, int) else 0)


def _plain(error: typer.TyperException) -> str:
    # The library that Typer validates with puts its own label before what is wrong.
    message = error.format_message().replace("Value error, ", "").rstrip(".")
    return " ".join((message[:1].lower() + message[1:]).split()) + " (try --help)"
