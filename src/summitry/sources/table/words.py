"""Names as parts of ids."""

from __future__ import annotations

import re
from hashlib import blake2b
from typing import Final

from summitry.model.names import fold
from summitry.record import ids

_IGNORED: Final = re.compile(r"[.,'’‘`\"“”()]")
_SPELLED: Final = str.maketrans({"&": " and ", "ø": "o", "æ": "ae", "đ": "d", "ł": "l"})


def slug(text: str) -> str:
    """Small letters and digits for an id, different for different names.

    Names that differ only in case, accents, blanks, hyphens and marks such as ``.`` and ``'`` are
    one name. What can't be spelled so, or is too long, ends in a digest of the name.
    """
    name = _IGNORED.sub("", fold(text).translate(_SPELLED)).replace("-", " ")
    name = " ".join(name.split())
    plain = ids.slug(name)
    if not plain:
        return digest(fold(text), 6)
    return plain if plain.replace("-", " ") == name else f"{plain}-{digest(name, 4)}"


def digest(text: str, size: int) -> str:
    """``size`` bytes of a digest of the text, as twice as many small letters and digits."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=size).hexdigest()
