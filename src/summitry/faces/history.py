"""The command line's ``history``: the page of two leaders or offices."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from summitry.desk.homes import Home
from summitry.faces import options, screen
from summitry.faces.options import HistoryFormat
from summitry.faces.selecting import scope as chosen_scope
from summitry.model.problems import InputError
from summitry.telling.dates import DateStyle

if TYPE_CHECKING:
    from summitry.desk.scope import Scope
    from summitry.telling.paper import Paper


def history(
    a: options.Party,
    b: options.Party,
    *,
    since: options.Since = None,
    until: options.Until = None,
    only: options.Onlys = None,
    rule: options.Rule = None,
    words: options.Words = None,
    as_of: options.ToldAsOf = None,
    record: options.Record = None,
    format: Annotated[HistoryFormat, typer.Option("--format")] = HistoryFormat.TEXT,
    style: options.Style = DateStyle.PLAIN,
    output: options.Output = None,
) -> None:
    """Write the history of two leaders or offices: every sentence rests on cited events."""
    day = None if as_of is None else options.day(as_of)
    most = None if words is None else options.number(words)
    from summitry.desk.history import history as tell_history  # noqa: PLC0415 - it takes long
    from summitry.desk.records import open_record  # noqa: PLC0415
    from summitry.faces import jobs  # noqa: PLC0415
    from summitry.telling import page  # noqa: PLC0415
    from summitry.telling.summary import shortened  # noqa: PLC0415

    scope = chosen_scope(since, until, only or (), rule)
    if format is HistoryFormat.HTML:
        if most is not None:
            raise InputError("a page of HTML is whole (expected no --words, or another --format)")
        screen.give(_page(a, b, record, day=day, scope=scope, style=style), output)
        return
    if format is HistoryFormat.JSON:
        asked = jobs.History(
            a=a, b=b, today=options.day(None), as_of=day, scope=scope, words=most, style=style
        )
        data = asked.answer(open_record(record))
        screen.give(json.dumps(data, ensure_ascii=False, indent=2) + "\n", output)
        return
    told = tell_history(a, b, open_record(record), as_of=day, today=options.day(None), scope=scope)
    if most is not None:
        told = shortened(told, most, style=style)
    match format:
        case HistoryFormat.TEXT if most is not None:
            text = page.as_paragraph(told, style=style, width=screen.width_for(output))
        case HistoryFormat.TEXT:
            text = page.as_text(told, style=style, width=screen.width_for(output))
        case HistoryFormat.MARKDOWN if most is not None:
            text = page.as_paragraph(told, style=style, width=None)
        case HistoryFormat.MARKDOWN:
            text = page.as_markdown(told, style=style)
    screen.give(text, output)


def _page(
    a: str, b: str, record: Home | None, *, day: date | None, scope: Scope, style: DateStyle
) -> str:
    from summitry.desk.paper import paper  # noqa: PLC0415 - as above
    from summitry.desk.records import open_record  # noqa: PLC0415
    from summitry.telling.paper import as_html  # noqa: PLC0415

    told = paper(a, b, open_record(record), as_of=day, today=options.day(None), scope=scope)
    return as_html(told, style=style, table=_table(told))


def _table(told: Paper) -> str:
    """The page's events as a table, in CSV."""
    from summitry.faces.wire import exported_rows  # noqa: PLC0415 - as above

    return "" if told.exported is None else screen.csv_of(exported_rows(told.exported))
