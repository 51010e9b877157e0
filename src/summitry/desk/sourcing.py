"""The citations of drafted rows, and their source: one of the record's, or one more."""

from __future__ import annotations

from difflib import get_close_matches
from urllib.parse import urlsplit

from summitry.desk.adding import Cited
from summitry.desk.draft import Draft
from summitry.model.citations import Citation, Source, SourceId, SourceKind
from summitry.model.edtf import write
from summitry.model.problems import InputError
from summitry.model.when import Stretch, When
from summitry.record.ids import slug
from summitry.record.tables import VALUES

_CITED = tuple(table.name for table in VALUES if table.uncited)


def cite(draft: Draft, cited: Cited, *also: tuple[str, str]) -> None:
    """Draft a citation for each drafted row that needs one, and the source if it is lacking.

    ``also`` are rows of the record, by table and id, that are cited too.

    InputError for a source that is neither known nor an address with a title, or that the record
    has otherwise.
    """
    source = _source(draft, cited)
    drafted = [(table, row.id) for table, row in draft.rows() if table in _CITED]
    for table, id in dict.fromkeys((*drafted, *also)):
        if not _has(draft, table, id, source, cited):
            draft.add(
                "citations",
                Citation(
                    id=draft.free("citations", f"{table}-{id}-{source}"),
                    table=table,
                    row=id,
                    source=source,
                    locator=cited.locator,
                    quote=cited.quote,
                ),
            )


def _has(draft: Draft, table: str, id: str, source: SourceId, cited: Cited) -> bool:
    """Whether the row is cited so already."""
    said = (source, "", cited.locator, cited.quote)
    return any(
        (one.source, one.field, one.locator, one.quote) == said
        for one in draft.store.citations(table, id)
    )


def known_sources(draft: Draft) -> dict[SourceId, Source]:
    """The sources of the record, and those that are drafted."""
    drafted = {row.id: row for table, row in draft.rows() if table == "sources"}
    return {**draft.store.sources(), **drafted}


def _source(draft: Draft, cited: Cited) -> SourceId:
    sources = known_sources(draft)
    for source in sources.values():
        if cited.source in {source.id, source.url}:
            _refuse_otherwise(source, cited)
            return source.id
    address = urlsplit(cited.source)
    if not address.netloc and address.scheme != "urn":
        close = get_close_matches(cited.source, sources, n=1)
        hint = f'did you mean "{close[0]}"?' if close else "expected its id, or an address"
        raise InputError(f'unknown source "{cited.source}" ({hint})')
    if not cited.title.strip():
        raise InputError(f'source "{cited.source}" is not in the record (expected its --title)')
    made = Source(
        id=draft.free("sources", _id(cited)),
        title=cited.title.strip(),
        publisher=cited.publisher,
        published=cited.published,
        url=cited.source,
        kind=cited.kind or SourceKind.REFERENCE,
        seen=cited.seen,
    )
    draft.add("sources", made)
    return made.id


def _refuse_otherwise(source: Source, cited: Cited) -> None:
    for what, said, known in (
        ("title", cited.title, source.title),
        ("publisher", cited.publisher, source.publisher),
        ("kind", cited.kind, source.kind),
        ("published", cited.published, source.published),
    ):
        if said and said != known:
            raise InputError(
                f'source "{source.id}" is in the record with another {what}'
                f' (expected "{_text(known)}", or nothing said of it)'
            )


def _text(known: object) -> str:
    return write(known) if isinstance(known, When | Stretch) else str(known or "")


def _id(cited: Cited) -> str:
    """Who published it, and when."""
    host = urlsplit(cited.source).hostname or "source"
    who = slug(cited.publisher) or slug(host.removeprefix("www.").replace(".", " "))
    when = "" if cited.published is None else slug(write(cited.published))
    return "-".join(part for part in (who or "source", when) if part)
