"""Documents in a WARC file: the pages that a crawler fetched. The one file that knows FastWARC."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from summitry.model.problems import InputError
from summitry.reading.documents import MEDIA_TYPES, day_of
from summitry.sources.archive.part import Part
from summitry.sources.archive.raw import Raw, Unusable

_FOUND: Final = 200
_ENCODED: Final = ("Content-Encoding", "Transfer-Encoding")
_URL: Final = "WARC-Target-URI"


def read_warc(part: Part, most: int) -> Iterator[Raw | Unusable]:
    """The pages of a file that were found and are of a kind that is read, named by their records.

    Pictures, scripts and pages that weren't there are no documents. Of each page no more than
    ``most`` bytes. A file that is compressed is read record by record.
    """
    path = part.paths[0]
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType  # noqa: PLC0415 - an extra
    except ModuleNotFoundError:
        raise InputError(
            f'can\'t read "{path}": fastwarc is not installed'
            " (expected pip install 'summitry[archive]')"
        ) from None
    wanted = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    with open(path, "rb") as file:  # noqa: PTH123 - a path may not be
        for record in ArchiveIterator(file, record_types=wanted, auto_decode="all"):
            found = _document(record, path, most)
            if found is not None:
                yield found


def _document(record: Any, path: str, most: int) -> Raw | Unusable | None:  # noqa: ANN401
    """The document in a record; None if it is none. The library has no types."""
    http = record.http_headers
    if http is not None and http.status_code not in (None, _FOUND):
        return None
    media_type, charset = _kind(record)
    if media_type not in MEDIA_TYPES:
        return None
    id = record.record_id or f"{path}@{record.stream_pos}"
    data = record.reader.read(most + 1)
    if len(data) > most:
        return Unusable(id, f"larger than {most // 1024 // 1024} MiB")
    if len(data) < record.content_length and not _is_encoded(http):
        return Unusable(id, "it ends before its end")
    return Raw(
        id=id,
        data=data,
        media_type=media_type,
        charset=charset,
        url=record.headers.get(_URL) or "",
        seen=day_of(record.headers.get("WARC-Date") or ""),
    )


def _is_encoded(http: Any) -> bool:  # noqa: ANN401 - as above
    """Whether a page was sent in other bytes than its own, so that their number says nothing."""
    return http is not None and any(http.get(header) for header in _ENCODED)


def _kind(record: Any) -> tuple[str, str]:  # noqa: ANN401 - as above
    """The media type of what a record holds, and its encoding."""
    if record.http_headers is not None:
        return (record.http_content_type or "").lower(), record.http_charset or ""
    told = (record.headers.get("Content-Type") or "").partition(";")[0]
    return told.strip().lower(), ""
