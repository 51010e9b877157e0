"""From a file, what is piped in, or an address of the web, to a document that can be read."""

from __future__ import annotations

import hashlib
import re
import stat
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from summitry.model.problems import InputError
from summitry.model.statements import Document, DocumentType

if TYPE_CHECKING:
    from summitry.reading.documents import Extracted

MOST_BYTES: Final = 8 * 1024 * 1024
"""The largest file that is read: some 1,300,000 words."""
MOST_PDF_BYTES: Final = 64 * 1024 * 1024
"""The largest PDF: it may have pictures."""

_ADDRESS: Final = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_PDF: Final = b"%PDF-"
_FILE: Final = "expected a text file, or - "


def open_document(
    name: str,
    *,
    as_of: date,
    unless_dated: bool = False,
    type: DocumentType | None = None,
    stdin: BinaryIO | None = None,
) -> Document:
    """The document in a file (``-``: what is piped in) or at an ``https://`` address.

    It is judged by ``as_of``; with ``unless_dated``, which makes that today, by the day that it
    tells of itself if it does. ``type``: what it is written as; unless given, it shows it.
    InputError if it can't be read. No more is taken in than can be read, however long it goes on.
    """
    return _dated(_extracted(name, type, stdin), as_of=as_of, unless_dated=unless_dated)


def given_document(
    data: bytes,
    *,
    as_of: date,
    unless_dated: bool = False,
    name: str = "text",
    type: DocumentType | None = None,
    media_type: str = "",
    charset: str = "",
    title: str = "",
    published: date | None = None,
) -> Document:
    """The document that the bytes are, judged as :func:`open_document` says; InputError likewise.

    ``title`` and ``published`` go before what it tells of itself; ``name``, ``media_type`` and
    ``charset`` are what its sender calls it.
    """
    # Other commands take the digest alone, and need neither the reader nor the web.
    from summitry.reading.documents import extract  # noqa: PLC0415

    found = extract(data, name=name, type=type, media_type=media_type, charset=charset)
    if title:
        found = replace(found, title=title)
    if published is not None:
        found = replace(found, published=published, modified=None)
    return _dated(found, as_of=as_of, unless_dated=unless_dated)


def read_text(name: str) -> str:
    """The text of a file, with every line end as a newline; InputError if it can't be read."""
    from summitry.reading.documents import plain_text  # noqa: PLC0415 - as below

    return plain_text(_bytes(name, None), name=name, expected="text in UTF-8")


def _dated(found: Extracted, *, as_of: date, unless_dated: bool) -> Document:
    latest = as_of + timedelta(days=1) if unless_dated and as_of < date.max else date.max
    published, day = _days(found, latest=latest)
    return Document(
        text=found.text,
        as_of=day if unless_dated and day is not None else as_of,
        title=found.title,
        published=published,
        type=found.type,
    )


def digest(document: Document) -> str:
    """The SHA-256 of the document's text in UTF-8, in hexadecimal."""
    return hashlib.sha256(document.text.encode()).hexdigest()


def _extracted(name: str, type: DocumentType | None, stdin: BinaryIO | None) -> Extracted:
    from summitry.reading.documents import extract  # noqa: PLC0415 - as above

    if _ADDRESS.match(name) is None:
        return extract(_bytes(name, stdin), name=name, type=type)
    from summitry.sources.web import fetch_page  # noqa: PLC0415

    page = fetch_page(name)
    return extract(
        page.data, name=page.url, type=type, media_type=page.media_type, charset=page.charset
    )


# --- days ---------------------------------------------------------------------------------------


def _days(found: Extracted, *, latest: date) -> tuple[date | None, date | None]:
    """The day on which a document was published, and the day by which it is to be judged.

    A text that speaks of days between its publication and its last change was rewritten: it is
    judged by the change, and "last year" in it counts from neither. A day after ``latest`` is
    none: tomorrow is somewhere already, but no later day.
    """
    published, modified = (
        day if day is not None and day <= latest else None
        for day in (found.published, found.modified)
    )
    if published is None or modified is None or modified <= published:
        return published, published or modified
    if _speaks_of(found.text, published, modified):
        return None, modified
    return published, published


def _speaks_of(text: str, after: date, until: date) -> bool:
    """Whether a text names a time that lies wholly after one day and begins by another."""
    from summitry.reading.when.times import times  # noqa: PLC0415 - as above

    starts = (time.window.possibly.earliest for time in times(text) if time.window is not None)
    return any(start is not None and after < start <= until for start in starts)


# --- files --------------------------------------------------------------------------------------


def _bytes(name: str, stdin: BinaryIO | None) -> bytes:
    return _from_stdin(stdin) if name == "-" else _from_file(name)


def _from_stdin(stdin: BinaryIO | None) -> bytes:
    piped = stdin or getattr(sys.stdin, "buffer", None)
    if piped is None:
        raise InputError('can\'t read "-": nothing is piped in (expected a text)')
    try:
        return _bounded(piped, "-")
    except OSError as error:
        raise _unreadable("-", error) from None


def _from_file(name: str) -> bytes:
    path = Path(name)
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise InputError(f'can\'t read "{name}": it is a folder ({_FILE})')
        with path.open("rb") as file:
            return _bounded(file, name)
    except FileNotFoundError:
        raise InputError(f'no such file: "{name}" ({_FILE})') from None
    except (OSError, ValueError) as error:
        raise _unreadable(name, error) from None


def _unreadable(name: str, error: OSError | ValueError) -> InputError:
    reason = getattr(error, "strerror", None) or str(error)
    return InputError(f'can\'t read "{name}": {reason.lower()} ({_FILE})')


def _bounded(file: BinaryIO, name: str) -> bytes:
    data = file.read(MOST_BYTES + 1)
    most = MOST_BYTES
    if len(data) > most and data.startswith(_PDF):
        most = MOST_PDF_BYTES
        data += file.read(most + 1 - len(data))
    if len(data) > most:
        raise InputError(f'"{name}" is too long (expected at most {most // 1024 // 1024} MiB)')
    return data
