from __future__ import annotations

import codecs
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.reading.documents.encodings import CODECS, codec_of, decode_page

NAME: Final = "Señor “Zoë”"

PAGES: Final = {
    "UTF-8": (NAME.encode(), "", NAME),
    "a byte-order mark": (codecs.BOM_UTF8 + NAME.encode(), "", NAME),
    "UTF-16": (NAME.encode("utf-16"), "", NAME),
    "a mark against what the server says": (NAME.encode("utf-16"), "latin-1", NAME),
    "what the server says": (NAME.encode("cp1252"), "windows-1252", NAME),
    "Latin-1 as the web means it": (NAME.encode("cp1252"), "ISO-8859-1", NAME),
    "the server against the page": (b'<meta charset="koi8-r">\xe9', "utf-8", "\ufffd"),
    "what the page says": (b'<meta charset="iso-8859-2">\xb1', "", "ą"),
    "as of old": (b'<meta http-equiv="x" content="text/html; charset=koi8-r">\xc1', "", "а"),  # noqa: RUF001
    "XHTML": (b'<?xml version="1.0" encoding="iso-8859-2"?>\xb1', "", "ą"),
    "nothing, and no UTF-8": (NAME.encode("cp1252"), "", NAME),
    "what can't be": (b'<meta charset="utf-16">\xc3\xa9', "", "é"),
    "what there is not": (NAME.encode(), "no-such-encoding", NAME),
    "what is no text": (NAME.encode(), "zip", NAME),
    "broken": (b"a\xffb", "utf-8", "a\ufffdb"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "charset", "ends"), PAGES.values(), ids=PAGES)
def test_a_page_is_decoded_by_what_declares_it(data: bytes, charset: str, ends: str) -> None:
    assert decode_page(data, charset=charset).endswith(ends)


@given(st.binary(), st.sampled_from(["", "utf-8", "utf-16", "gb18030", "shift_jis", "cp1252"]))
def test_nothing_that_is_broken_is_raised(data: bytes, charset: str) -> None:
    assert isinstance(decode_page(data, charset=charset), str)


def test_the_encodings_are_pythons_own_names() -> None:
    assert [name for name in CODECS if codec_of(name) != name] == []


@pytest.mark.parametrize("label", ["", "rot13", "idna", "unicode_escape", "x\0y", "zip", "'"])
def test_what_decodes_no_text_is_no_encoding(label: str) -> None:
    assert not codec_of(label)
