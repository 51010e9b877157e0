"""The command line's ``check``: a document's statements, held against a record."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Final

import typer

from summitry.faces import options, screen
from summitry.faces.options import CheckFormat
from summitry.model.findings import Verdict
from summitry.model.problems import InputError
from summitry.telling.dates import DateStyle

if TYPE_CHECKING:
    from summitry.telling.check import Checked

REFUTED: Final = 1
UNDATED: Final = (
    "\nThe text tells no day, so it was judged as of today; --as-of DAY judges it by another.\n"
)


def check(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE",
            help="Text in UTF-8, Markdown, HTML or PDF; - reads a pipe, https://... the web.",
        ),
    ],
    *,
    as_of: options.AsOf = None,
    type: options.Type = None,
    record: options.Record = None,
    format: Annotated[CheckFormat, typer.Option("--format")] = CheckFormat.TEXT,
    evidence: options.Evidence = "3",
    explain: options.Explain = False,
    author: options.Author = None,
    url: options.Url = None,
    style: options.Style = DateStyle.PLAIN,
    output: options.Output = None,
) -> None:
    """Check each statement of a document against a record."""
    from summitry.desk.documents import open_document  # noqa: PLC0415 - as below

    most_evidence = options.number(evidence)
    day = options.day(as_of)
    _only_of_reviews(format, author, url)
    document = open_document(file, as_of=day, unless_dated=as_of is None, type=type)
    # What a command needs is imported by it: the reader takes longer to load than a list to write.
    from summitry.desk.check import check as check_document  # noqa: PLC0415
    from summitry.desk.records import open_record  # noqa: PLC0415
    from summitry.telling.check import WIDTH, lines  # noqa: PLC0415

    checked = check_document(document, open_record(record))
    match format:
        case CheckFormat.JSON:
            from summitry.faces.wire import check_json  # noqa: PLC0415

            data = check_json(checked, style, unread=explain)
            screen.give(json.dumps(data, ensure_ascii=False, indent=2) + "\n", output)
        case CheckFormat.HTML:
            from summitry.telling.marked import as_html  # noqa: PLC0415

            page = as_html(checked, style=style, most_evidence=most_evidence, unread=explain)
            screen.give(page, output)
        case CheckFormat.CLAIMREVIEW:
            screen.give(_reviews(checked, file, author or "", url or "", style), output)
        case CheckFormat.TEXT:
            width = screen.width() if output is None else WIDTH
            told = lines(
                checked, style=style, width=width, most_evidence=most_evidence, unread=explain
            )
            if output is None:
                screen.put_lines(told)
            else:
                screen.give("".join(f"{line.text}\n" for line in told), output)
            if as_of is None and document.published is None and _is_open(checked):
                screen.put(UNDATED)
    if checked.refuted:
        raise typer.Exit(REFUTED)


def _is_open(checked: Checked) -> bool:
    """Whether the record couldn't decide something, as it may have on an earlier day."""
    return checked.summary()[Verdict.NOT_ENOUGH_EVIDENCE] > 0


def _only_of_reviews(format: CheckFormat, author: str | None, url: str | None) -> None:
    """Refuse what says who reviews where but of ClaimReview, and what is no address of the web."""
    given = [name for name, value in (("--author", author), ("--url", url)) if value is not None]
    if given and format is not CheckFormat.CLAIMREVIEW:
        raise InputError(f"{given[0]} is of reviews (expected --format claimreview with it)")
    if url is not None:
        options.web(url)


def _reviews(checked: Checked, file: str, author: str, url: str, style: DateStyle) -> str:
    from summitry.telling.exports.claimreview import (  # noqa: PLC0415 - as above
        Publication,
        claimreview,
    )

    publication = Publication(
        published=options.day(None),
        author=author,
        page=url,
        text=file if options.is_web(file) else "",
    )
    return claimreview(checked, publication, style=style)
