"""The command line's ``read``: an archive of documents to tables of the claims that they make."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from summitry.faces import options, screen
from summitry.model.problems import InputError

if TYPE_CHECKING:
    from summitry.desk.archive import Progress, Totals
    from summitry.desk.archive.job import Engine

LOST: Final = 1
MOST_LOST: Final = 10
"""So many parts that could not be read are named."""


class EngineName(StrEnum):
    """What does the work."""

    LOCAL = "local"
    DAFT = "daft"
    RAY = "ray"


def read(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATHS...",
            help="Files and folders of text, HTML, Markdown, PDF, JSONL, Parquet or WARC.",
        ),
    ],
    *,
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="OUT", help="The folder to fill.")
    ],
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of",
            metavar="DAY",
            help="The day of documents that tell none. Default: the day of the first run.",
        ),
    ] = None,
    type: options.Type = None,
    text_column: Annotated[
        str, typer.Option("--text-column", metavar="NAME", help="Of JSONL and Parquet.")
    ] = "text",
    id_column: Annotated[str, typer.Option("--id-column", metavar="NAME")] = "id",
    title_column: Annotated[str, typer.Option("--title-column", metavar="NAME")] = "title",
    date_column: Annotated[str, typer.Option("--date-column", metavar="NAME")] = "date",
    url_column: Annotated[str, typer.Option("--url-column", metavar="NAME")] = "url",
    engine: Annotated[
        EngineName,
        typer.Option("--engine", help="A pool of processes, Daft here, or Daft on Ray."),
    ] = EngineName.LOCAL,
    workers: Annotated[
        str | None,
        typer.Option("--workers", metavar="N", help="Processes. Default: one a processor."),
    ] = None,
    ray_address: Annotated[
        str | None,
        typer.Option("--ray-address", metavar="ADDRESS", help="The cluster of --engine ray."),
    ] = None,
    record: options.Record = None,
) -> None:
    """Read documents, any number, to tables of the claims that they make."""
    day = None if as_of is None else options.day(as_of)
    doer = _engine(engine, workers, ray_address)
    from summitry.desk.archive import Archive, read_archive  # noqa: PLC0415 - it takes long
    from summitry.desk.records import snapshot  # noqa: PLC0415
    from summitry.sources.archive import Columns  # noqa: PLC0415

    archive = Archive(
        paths=tuple(paths),
        type=type,
        columns=Columns(
            text=text_column, id=id_column, title=title_column, date=date_column, url=url_column
        ),
    )
    view = snapshot(record)
    with _bar() as tell:
        totals = read_archive(
            archive, view, output, doer, today=options.day(None), as_of=day, tell=tell
        )
    screen.put(_told(totals, output))
    for lost in totals.lost[:MOST_LOST]:
        screen.complain(f"not read: {lost}")
    if totals.lost:
        raise typer.Exit(LOST)


def _engine(name: EngineName, workers: str | None, ray_address: str | None) -> Engine:
    if ray_address is not None and name is not EngineName.RAY:
        raise InputError("--ray-address is of a cluster (expected --engine ray with it)")
    if workers is not None and name is not EngineName.LOCAL:
        raise InputError("--workers is of this machine (expected --engine local with it)")
    match name:
        case EngineName.LOCAL:
            from summitry.desk.archive.engines.local import LocalEngine  # noqa: PLC0415 - as above

            wanted = _processors() if workers is None else options.number(workers)
            if not wanted:
                raise InputError('no workers: "0" (expected 1 or more)')
            return LocalEngine(wanted)
        case EngineName.DAFT | EngineName.RAY:
            from summitry.desk.archive.engines.daft import (  # noqa: PLC0415 - as above
                SILENT,
                DaftEngine,
                RayEngine,
            )

            os.environ.update(SILENT)
            return RayEngine(ray_address) if name is EngineName.RAY else DaftEngine()


def _processors() -> int:
    """The processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def _bar() -> Iterator[Callable[[Progress], None]]:
    """What shows on a terminal how far it is, how fast it goes, and the time left."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console  # noqa: PLC0415 - slow to import, and not always needed
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        DownloadColumn,
        TextColumn,
        TimeRemainingColumn,
        TransferSpeedColumn,
    )
    from rich.progress import Progress as Bar  # noqa: PLC0415

    columns = (
        BarColumn(),
        DownloadColumn(),
        TransferSpeedColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[found]}"),
    )
    with Bar(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("", total=None, found="")
        yield lambda progress: bar.update(
            task,
            total=progress.of,
            completed=progress.size,
            found=f"{progress.found.claims:,} claims in {progress.found.documents:,} documents",
        )


def _told(totals: Totals, output: Path) -> str:
    """What was found, in a line or three."""
    found = f"{screen.many(totals.claims, 'claim')} in {screen.many(totals.documents, 'document')}"
    lines = [f"{output}: {found} of {totals.characters:,} characters"]
    if totals.before:
        lines.append(
            f"{totals.before:,} of {screen.many(totals.parts, 'part')} had been read before"
        )
    if totals.unread:
        lines.append(
            f"{screen.many(totals.unread, 'document')} could not be read:"
            " the column problem of the documents' table says why"
        )
    if totals.aside:
        lines.append(f"{screen.many(totals.aside, 'file')} of other kinds left aside")
    return "".join(f"{line}\n" for line in lines)
