"""Cursors: where in a list the next page begins, as an opaque word."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from typing import Final

from summitry.desk.paging import Place
from summitry.model.problems import InputError

_FORM: Final = 1
_MOST: Final = 1 << 40


def written(place: Place, asked: str) -> str:
    """The cursor to what follows the place in the list that was asked for so."""
    data = json.dumps([_FORM, *place, _mark(asked)], separators=(",", ":"))
    return base64.urlsafe_b64encode(data.encode()).decode().rstrip("=")


def read(cursor: str, asked: str) -> Place:
    """The place that a cursor names; InputError if it is none, or of another list.

    It holds what the page before it ended with, so rows that come and go elsewhere move nothing.
    """
    try:
        padded = cursor.encode("ascii") + b"=" * (-len(cursor) % 4)
        data = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
    except (ValueError, binascii.Error, RecursionError):
        raise _refused(cursor) from None
    match data:
        case [form, int(key), str(id), mark] if form == _FORM and abs(key) < _MOST:
            if mark != _mark(asked):
                raise InputError(
                    f'a cursor of another list: "{cursor[:60]}" '
                    "(expected the parameters of the page that gave it)"
                )
            return key, id
        case _:
            raise _refused(cursor)


def _mark(asked: str) -> str:
    return hashlib.sha256(asked.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _refused(cursor: str) -> InputError:
    return InputError(f'not a cursor: "{cursor[:60]}" (expected one that a page before gave)')
