"""The encodings that a document may declare, and how a page of HTML is decoded."""

from __future__ import annotations

import codecs
import re
from typing import Final

CODECS: Final = frozenset(
    {
        "big5", "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257",
        "cp1258", "cp866", "cp874", "euc_jp", "euc_kr", "gb18030", "gb2312", "gbk", "iso2022_jp",
        "iso8859-10", "iso8859-13", "iso8859-14", "iso8859-15", "iso8859-16", "iso8859-2",
        "iso8859-3", "iso8859-4", "iso8859-5", "iso8859-6", "iso8859-7", "iso8859-8", "koi8-r",
        "koi8-u", "mac-cyrillic", "mac-roman", "shift_jis", "utf-16", "utf-16-be", "utf-16-le",
        "utf-8",
    }
)  # fmt: skip
"""Those of the web, by Python's names: Python has others that decode no text, or slowly."""

_WEB: Final = "cp1252"
"""What a page in English is in that is in UTF-8 neither by its word nor in fact."""

_MEANT: Final = {"ascii": _WEB, "iso8859-1": _WEB, "utf-8-sig": "utf-8"}
"""What the web means by the names of other encodings."""

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HEAD: Final = 4096
_META: Final = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_XML: Final = re.compile(rb"^\s*<\?xml[^>]+encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE)


def codec_of(label: str) -> str:
    """Python's name of an encoding that is declared; "" if it is none of :data:`CODECS`."""
    try:
        name = codecs.lookup(label.strip("\"' ")).name
    except (LookupError, ValueError):
        return ""
    meant = _MEANT.get(name, name)
    return meant if meant in CODECS else ""


def decode_page(data: bytes, *, charset: str = "") -> str:
    """A page of HTML as text: by its byte-order mark, what the server says, or what it says itself.

    A page that declares nothing is in UTF-8, or else in the encoding of most of the web before it.
    What can't be decoded stays as U+FFFD; nothing is raised.
    """
    declared = _by_mark(data) or codec_of(charset) or _of_its_own(data)
    if declared:
        return data.decode(declared, errors="replace").removeprefix("\ufeff")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(_WEB, errors="replace")


def _by_mark(data: bytes) -> str:
    return next((codec for mark, codec in _MARKS if data.startswith(mark)), "")


def _of_its_own(data: bytes) -> str:
    """What the page declares; it can't be in UTF-16 if that could be read here."""
    found = _XML.search(data[:_HEAD]) or _META.search(data[:_HEAD])
    codec = codec_of(found[1].decode("ascii")) if found else ""
    return "utf-8" if codec.startswith("utf-16") else codec
