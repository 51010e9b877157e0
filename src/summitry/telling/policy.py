"""Policy: what a page allows itself, by the digests of the styles that it was made with."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable
from hashlib import sha256
from typing import Final

from markupsafe import Markup

_STYLE: Final = re.compile(r"<style>([^<]*)</style>")
_POLICY: Final = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
_HEAD: Final = 1000
"""Letters within which a page says its policy: nothing that others wrote comes before."""


def hashed(style: str) -> Markup:
    """The source of one style, as a policy names it."""
    digest = base64.b64encode(sha256(style.encode()).digest()).decode()
    return Markup(f"'sha256-{digest}'")  # noqa: S704 - letters, digits and a few signs


def styles_of(pictures: Iterable[str]) -> Markup:
    """The sources of the styles of pictures, which summitry drew itself."""
    found = (style for picture in pictures for style in _STYLE.findall(picture))
    return Markup(" ").join(dict.fromkeys(map(hashed, found)))


def policy_of(page: str) -> str:
    """What a page says that it allows; nothing at all where it says nothing."""
    found = _POLICY.search(page, 0, _HEAD)
    return "default-src 'none'" if found is None else found[1]
