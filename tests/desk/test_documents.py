from __future__ import annotations

import hashlib
import io
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from summitry.desk.documents import MOST_BYTES, digest, open_document
from summitry.model.problems import InputError

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
