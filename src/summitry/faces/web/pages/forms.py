"""Forms: the fields and files that a page's form sent, in either way that browsers do."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import parse_qsl

from summitry.faces.faults import shown
from summitry.faces.web.problems import ProblemError
from summitry.model.problems import InputError

FIELDS: Final = "application/x-www-form-urlencoded"
PARTS: Final = "multipart/form-data"
MOST_FIELDS: Final = 8

_BOUNDARY: Final = re.compile(r';\s*boundary="?([0-9A-Za-z\'()+_,./:=? -]{1,70})"?\s*(?:;|$)')
_NAME: Final = re.compile(r';\s*name="([^"]{0,200})"')
_FILE: Final = re.compile(r';\s*filename="([^"]{0,1000})"')
_UNREADABLE: Final = "the form can't be read (expected fields and files as a browser sends them)"


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file that was sent: what its sender calls it, and its bytes."""

    name: str
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What was sent; a file of no bytes is none."""

    fields: dict[str, str] = field(default_factory=dict)
    files: dict[str, File] = field(default_factory=dict)


def read_form(body: bytes, content_type: str) -> Form:
    """What a form sent; ProblemError for another type, InputError where it can't be read."""
    sent_as = content_type.partition(";")[0].strip().lower()
    if sent_as == FIELDS:
        return _fields(body)
    boundary = _BOUNDARY.search(content_type)
    if sent_as == PARTS and boundary is not None:
        return _parts(body, boundary[1].encode())
    raise ProblemError(
        "unknown-type", f'the body is "{shown(sent_as)}" (expected {FIELDS} or {PARTS})'
    )


def _fields(body: bytes) -> Form:
    try:
        pairs = parse_qsl(body.decode("ascii"), errors="strict", max_num_fields=MOST_FIELDS)
    except ValueError:
        raise InputError(_UNREADABLE) from None
    return Form(fields=dict(pairs))


def _parts(body: bytes, boundary: bytes) -> Form:
    """The parts between the boundaries (RFC 7578)."""
    form = Form()
    _, *parts = (b"\r\n" + body).split(b"\r\n--" + boundary, MOST_FIELDS + 2)
    if not parts or len(parts) > MOST_FIELDS + 1 or parts.pop().rstrip(b"\r\n") != b"--":
        raise InputError(_UNREADABLE)
    for part in parts:
        head, ended, data = part.partition(b"\r\n\r\n")
        try:
            told = head.decode()
            name = _NAME.search(told)
            if not ended or name is None:
                raise InputError(_UNREADABLE)
            file = _FILE.search(told)
            if file is None:
                form.fields[name[1]] = data.decode()
            elif data:
                kind = re.search(r"(?im)^content-type:\s*([\w.+-]+/[\w.+-]+)", told)
                media_type = kind[1].lower() if kind is not None else ""
                form.files[name[1]] = File(name=file[1], media_type=media_type, data=data)
        except UnicodeDecodeError:
            raise InputError(_UNREADABLE) from None
    return form
