"""Names as keys and as parts of ids."""

from __future__ import annotations

import re
import unicodedata
from hashlib import blake2b
from typing import Final

LONGEST_SLUG: Final = 48
"""Characters of a name that go into an id."""

_GAPS: Final = re.compile(r"[^a-z0-9]+")
_DROPPED: Final = re.compile(r"[.,'’‘`\"“”()]")
_SPELLED: Final = str.maketrans({"&": " and ", "ß": "ss", "ø": "o", "æ": "ae", "đ": "d", "ł": "l"})


def fold(text: str) -> str:
    """The text without case, accents and runs of space: ``  José  Ñ`` is ``jose n``."""
    if not text.isascii():
        plain = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(text.casefold().split())


def slug(text: str) -> str:
    """Small letters and digits for an id, different for different names.

    Names that differ only in case, accents, blanks and marks such as ``.`` and ``'`` are one name.
    What can't be spelled so, or is too long, ends in a digest of the name.
    """
    spelled = _DROPPED.sub("", fold(text).translate(_SPELLED))
    plain = _GAPS.sub("-", spelled).strip("-")
    if len(plain) <= LONGEST_SLUG and plain.replace("-", " ") == " ".join(
        spelled.replace("-", " ").split()
    ):
        return plain
    cut = plain[:LONGEST_SLUG].rstrip("-")
    return f"{cut}-{digest(spelled, 4)}" if cut else digest(spelled, 6)


def digest(text: str, size: int) -> str:
    """``size`` bytes of a digest of the text, as twice as many small letters and digits."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=size).hexdigest()
