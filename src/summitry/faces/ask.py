"""The command line's ``ask``: a question, answered from a record."""

from __future__ import annotations

import json
from dataclasses import replace
from enum import StrEnum
from typing import Annotated, Final

import typer

from summitry.faces import options, screen
from summitry.telling.dates import DateStyle

NOT_KNOWN: Final = 1


class AskFormat(StrEnum):
    """How an answer is shown."""

    TEXT = "text"
    JSON = "json"


def ask(
    question: Annotated[
        str, typer.Argument(metavar="QUESTION", help="One question, in quotation marks.")
    ],
    *,
    as_of: options.ToldAsOf = None,
    record: options.Record = None,
    format: Annotated[AskFormat, typer.Option("--format")] = AskFormat.TEXT,
    evidence: options.Evidence = "3",
    style: options.Style = DateStyle.PLAIN,
) -> None:
    """Answer a question: how many times, when, where, who, how long, or whether."""
    most_evidence = options.number(evidence)
    day = None if as_of is None else options.day(as_of)
    # The reader takes longer to load than a bad option to refuse.
    from summitry.desk.ask import ask as ask_record  # noqa: PLC0415
    from summitry.desk.records import open_record  # noqa: PLC0415
    from summitry.telling.answers import lines, value  # noqa: PLC0415

    found = ask_record(question, open_record(record), as_of=day, today=options.day(None))
    answered = replace(found, style=style)
    if format is AskFormat.JSON:
        from summitry.faces.wire import answer_json  # noqa: PLC0415

        screen.put(json.dumps(answer_json(answered), ensure_ascii=False, indent=2) + "\n")
    else:
        screen.put_lines(lines(answered, width=screen.width(), most_evidence=most_evidence))
    if value(answered) is None:
        raise typer.Exit(NOT_KNOWN)
