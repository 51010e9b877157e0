from __future__ import annotations

import hashlib
import io
from datetime import date
from pathlib import Path
from typing import Final
from unittest import mock

import pytest

from summitry.desk.check import check
from summitry.desk.documents import (
    MOST_BYTES,
    MOST_PDF_BYTES,
    digest,
    given_document,
    open_document,
)
from summitry.desk.records import open_record
from summitry.model.problems import InputError
from summitry.model.statements import DocumentType
from summitry.sources.web import Page
from tests.articles import ARTICLES, VERDICTS

AS_OF: Final = date(2025, 8, 16)

# What a file holds, and the text that it is read as.
READ: Final = {
    "plain": (b"They met.\n", "They met.\n"),
    "beyond ASCII": ("José met Zoë 🎉".encode(), "José met Zoë 🎉"),
    "a byte-order mark": (b"\xef\xbb\xbfThey met.", "They met."),
    "CRLF": (b"They\r\nmet.\r\n", "They\nmet.\n"),
    "CR": (b"They\rmet.\r", "They\nmet.\n"),
    "a mixture": (b"They\r\n\rmet.\n", "They\n\nmet.\n"),
    "tabs and pages": (b"They\tmet.\f\vThen left.", "They\tmet.\f\vThen left."),
}

REFUSED: Final = {
    "nothing": (b"", "is empty"),
    "blanks": (b" \n\t", "is empty"),
    "a byte-order mark alone": (b"\xef\xbb\xbf", "is empty"),
    "Latin-1": ("Señor".encode("latin-1"), "is not in UTF-8: byte 2 is 0xf1"),
    "UTF-16": ("They met.".encode("utf-16"), "is in UTF-16"),
    "UTF-16, the other way round": (b"\xfe\xff\x00T\x00h", "is in UTF-16"),
    "UTF-16 without a mark": ("They met.".encode("utf-16-le"), "is binary"),
    "a zero": (b"They\x00met.", "is binary"),
    "an escape": (b"\x1b[1mThey met.", "is binary"),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00", "is binary: byte 0 is 0x89"),
    "half a character": ("Zoë".encode()[:-1], "is not in UTF-8"),
}


def opened(data: bytes) -> str:
    return open_document("-", as_of=AS_OF, stdin=io.BytesIO(data)).text


@pytest.mark.parametrize(("data", "text"), READ.values(), ids=READ)
def test_text_is_read_with_one_kind_of_line_end(tmp_path: Path, data: bytes, text: str) -> None:
    assert opened(data) == text
    path = tmp_path / "text"
    path.write_bytes(data)
    document = open_document(str(path), as_of=AS_OF)
    assert (document.text, document.as_of) == (text, AS_OF)
    assert digest(document) == hashlib.sha256(text.encode()).hexdigest()


@pytest.mark.parametrize(("data", "says"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_text_is_refused(data: bytes, says: str) -> None:
    with pytest.raises(InputError) as refused:
        opened(data)
    assert str(refused.value).startswith(f'"-" {says}')
    assert str(refused.value).endswith("(expected text in UTF-8, Markdown, HTML or PDF)")


def test_the_longest_text_is_read_and_one_byte_more_is_not() -> None:
    assert len(opened(b"a" * MOST_BYTES)) == MOST_BYTES
    with pytest.raises(InputError, match="too long"):
        opened(b"a" * (MOST_BYTES + 1))


def test_a_pdf_may_be_longer_for_its_pictures() -> None:
    pdf = io.BytesIO(b"%PDF-1.7" + bytes(MOST_BYTES))
    with pytest.raises(InputError, match="no PDF that can be read"):
        open_document("-", as_of=AS_OF, stdin=pdf)
    endless = io.BytesIO(b"%PDF-1.7" + bytes(MOST_PDF_BYTES))
    with pytest.raises(InputError, match=r"too long \(expected at most 64 MiB"):
        open_document("-", as_of=AS_OF, stdin=endless)


class Endless(io.BytesIO):
    """A stream that never ends, and counts what is taken from it."""

    taken = 0

    def read(self, size: int | None = -1, /) -> bytes:
        assert size is not None
        assert size >= 0, "what never ends can't be read to its end"
        self.taken += size
        return b"a" * size


def test_no_more_is_taken_from_a_stream_than_can_be_read() -> None:
    endless = Endless()
    with pytest.raises(InputError, match="too long"):
        open_document("-", as_of=AS_OF, stdin=endless)
    assert endless.taken == MOST_BYTES + 1


class Broken(io.BytesIO):
    """A stream that can't be read."""

    def read(self, _size: int | None = -1, /) -> bytes:
        raise OSError(5, "Input/output error")


def test_a_stream_that_fails_is_told() -> None:
    with pytest.raises(InputError, match=r'can\'t read "-": input/output error \(expected'):
        open_document("-", as_of=AS_OF, stdin=Broken())


@pytest.mark.parametrize("name", ["", "no\x00name", "x" * 5000])
def test_what_is_no_name_of_a_file_is_told(name: str) -> None:
    with pytest.raises(InputError, match="expected a text file"):
        open_document(name, as_of=AS_OF)


# --- types and days -------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", ARTICLES)
def test_statements_are_where_they_are_in_the_text_of_every_type(
    tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"article{suffix}"
    path.write_bytes(ARTICLES[suffix]())
    document = open_document(str(path), as_of=AS_OF)
    assert document.type is TYPES[suffix]
    found = check(document, open_record())
    assert tuple(one.verdict.value for one in found.statements) == VERDICTS
    for judged in found.statements:
        quotes = (judged.statement.quote, *(claim.quote for claim in judged.statement.claims))
        for quote in filter(None, quotes):
            assert document.text[quote.start : quote.end] == quote.text


TYPES: Final = dict(zip(ARTICLES, DocumentType, strict=True))


def dated(published: str, modified: str = "", text: str = "They met.") -> bytes:
    days = f'"datePublished": "{published}", "dateModified": "{modified}"'
    about = f'{{"@type": "Article", {days}}}'
    script = f'<script type="application/ld+json">{about}</script>'
    return f"<html><head>{script}</head><body><p>{text}</p></body></html>".encode()


IN_2024: Final = "They met in May 2024."

# A page opened on 16 August 2025: when it was published by its word, and as of when it is judged.
DAYS: Final = {
    "none": (dated(""), None, AS_OF),
    "its publication": (dated("2018-07-16"), date(2018, 7, 16), date(2018, 7, 16)),
    "a change": (dated("", "2018-07-16"), None, date(2018, 7, 16)),
    "a change of nothing that is said": (
        dated("2018-07-16", "2024-05-30"), date(2018, 7, 16), date(2018, 7, 16),
    ),
    "a change of what is said": (
        dated("2018-07-16", "2024-05-30", IN_2024), None, date(2024, 5, 30),
    ),
    "what is said of later": (
        dated("2018-07-16", "2018-07-18", IN_2024), date(2018, 7, 16), date(2018, 7, 16),
    ),
    "what is said of before": (
        dated("2024-05-16", "2024-05-30", IN_2024), date(2024, 5, 16), date(2024, 5, 16),
    ),
    "a change before": (
        dated("2018-07-16", "2017-07-16"), date(2018, 7, 16), date(2018, 7, 16),
    ),
    "tomorrow": (dated("2025-08-17"), date(2025, 8, 17), date(2025, 8, 17)),
    "later": (dated("2025-08-18"), None, AS_OF),
    "a change in days to come": (
        dated("2018-07-16", "2099-01-01", IN_2024), date(2018, 7, 16), date(2018, 7, 16),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("page", "published", "as_of"), DAYS.values(), ids=DAYS)
def test_a_document_is_judged_by_its_own_day_where_it_has_one(
    page: bytes, published: date | None, as_of: date
) -> None:
    found = open_document("-", as_of=AS_OF, unless_dated=True, stdin=io.BytesIO(page))
    assert (found.published, found.as_of) == (published, as_of)


def test_a_day_that_is_given_goes_before_its_own() -> None:
    page = dated("2018-07-16")
    found = open_document("-", as_of=date(2001, 1, 1), stdin=io.BytesIO(page))
    assert (found.published, found.as_of) == (date(2018, 7, 16), date(2001, 1, 1))


def test_days_like_last_year_count_from_its_own_day() -> None:
    text = "Donald Trump and Vladimir Putin met in Hamburg last year."
    page = dated("2018-07-16", text=text)
    document = open_document("-", as_of=AS_OF, unless_dated=True, stdin=io.BytesIO(page))
    assert [one.verdict.value for one in check(document, open_record()).statements] == ["supported"]


# --- the web --------------------------------------------------------------------------------------


def test_a_page_of_the_web_is_read_as_its_server_says() -> None:
    page = Page(
        url="https://news.example/x", data=b"Se\xf1or", media_type="text/plain", charset="latin-1"
    )
    with mock.patch("summitry.sources.web.fetch_page", return_value=page) as fetch:
        found = open_document("HTTPS://news.example/y", as_of=AS_OF)
    assert found.text == "Señor"
    fetch.assert_called_once_with("HTTPS://news.example/y")


@pytest.mark.parametrize("name", ["http://127.0.0.1:9/", "http://localhost/x", "HTTP://[::1]/"])
def test_the_loopback_is_not_asked(name: str) -> None:
    with pytest.raises(InputError, match="which is not public"):
        open_document(name, as_of=AS_OF)


@pytest.mark.parametrize("name", ["ftp://example.org/x", "file:///etc/passwd", "x://y"])
def test_other_addresses_are_not_of_the_web(name: str) -> None:
    with pytest.raises(InputError, match="expected an address like https"):
        open_document(name, as_of=AS_OF)


def test_what_is_given_is_read_as_it_would_be_from_a_file() -> None:
    page = (
        b"<!doctype html><title>Own</title><meta name=date content=2021-06-17><p>Putin met Biden."
    )
    found = given_document(page, as_of=date(2022, 1, 1), unless_dated=True)
    assert (found.type, found.title, found.text.strip()) == (
        DocumentType.HTML,
        "Own",
        "Putin met Biden.",
    )


def test_what_is_said_of_what_is_given_goes_before_its_own() -> None:
    page = b"<!doctype html><title>Own</title><p>Putin met Biden."
    said = given_document(
        page,
        as_of=date(2022, 1, 1),
        unless_dated=True,
        title="Told",
        published=date(2021, 6, 18),
    )
    assert (said.title, said.published, said.as_of) == (
        "Told",
        date(2021, 6, 18),
        date(2021, 6, 18),
    )
    plain = given_document(page, as_of=date(2022, 1, 1), type=DocumentType.TEXT)
    assert (plain.as_of, plain.text) == (date(2022, 1, 1), page.decode())
