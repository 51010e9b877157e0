from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summitry.model.problems import InputError
from summitry.model.statements import DocumentType
from summitry.reading.documents import extract
from tests.articles import ARTICLES, PUBLISHED, TITLE, as_markdown, as_text

LAID_OUT: Final = (".md", ".html", ".pdf")


@pytest.mark.parametrize("suffix", LAID_OUT)
def test_an_article_has_one_text_in_every_type(suffix: str) -> None:
    """Only the signs of headings and lists are a plain text's own."""
    found = extract(ARTICLES[suffix](), name=f"article{suffix}")
    plain = as_text().decode().replace("• ", "- ")
    assert found.text.replace("# ", "").replace("#", "") == f"{plain}\n"
    assert found.title == TITLE


@pytest.mark.parametrize("suffix", ARTICLES)
def test_an_article_tells_the_day_of_its_publication_if_anything_says_it(suffix: str) -> None:
    told = {".md": date.fromisoformat(PUBLISHED), ".html": date.fromisoformat(PUBLISHED)}
    assert extract(ARTICLES[suffix](), name=f"a{suffix}").published == told.get(suffix)


def test_plain_text_stays_as_it_is() -> None:
    assert extract(b"# They\r\n met. ", name="a.txt").text == "# They\n met. "


def test_the_type_that_is_said_is_taken() -> None:
    assert extract(as_markdown(), name="a.txt", type=DocumentType.MARKDOWN).title == TITLE
    assert extract(b"<html>", name="a.html", type=DocumentType.TEXT).text == "<html>"


def test_text_is_decoded_as_the_server_says() -> None:
    assert extract("Señor".encode("latin-1"), name="-", charset="latin-1").text == "Señor"
    with pytest.raises(InputError, match=r'"-" is not in CP1252: byte 0 is 0x81'):
        extract(b"\x81", name="-", charset="latin-1")


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [
        (b"<html></html>", "a.html", '"a.html" has no text to read'),
        (b"<html><body><nav>Home</nav></body></html>", "a.html", '"a.html" has no text to read'),
        (b"", "a.html", '"a.html" has no text to read'),
        (b"```\ncode\n```", "a.md", '"a.md" has no text to read'),
        (b"", "a.md", '"a.md" is empty'),
        (b"\x00", "a.md", '"a.md" is binary'),
        (b"They met.", "a.pdf", '"a.pdf" is no PDF that can be read'),
    ],
)
def test_what_has_no_text_is_refused(data: bytes, name: str, says: str) -> None:
    with pytest.raises(InputError) as refused:
        extract(data, name=name)
    assert str(refused.value).startswith(says)
    assert "(expected " in str(refused.value)


@settings(max_examples=60)
@given(st.sampled_from(LAID_OUT), st.data())
def test_what_is_broken_is_read_or_refused(suffix: str, data: st.DataObject) -> None:
    """Bytes of a whole document, some of them others: never anything but a text or a refusal."""
    whole = bytearray(ARTICLES[suffix]())
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(whole) - 1))
        whole[at : at + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=12))
    with suppress(InputError):
        assert extract(bytes(whole), name=f"a{suffix}").text.encode()
