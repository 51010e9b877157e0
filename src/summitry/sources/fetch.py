"""Fetching a file from the web, up to a size and within a time."""

from __future__ import annotations

from typing import Final
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import Request, urlopen

from summitry.model.problems import InputError

SECONDS: Final = 120
"""How long a server may stay silent."""

AGENT: Final = "summitry (https://pypi.org/project/summitry/)"
_CHUNK: Final = 1 << 16


def fetch(url: str, *, most: int, accept: str = "*/*", form: dict[str, str] | None = None) -> bytes:
    """What is at the URL, or what it answers to a form that is posted to it.

    InputError if nothing is to be had there, or more than ``most`` bytes.
    """
    if urlsplit(url).scheme not in {"http", "https"}:
        raise InputError(f'can\'t fetch "{url}": expected an address that starts with https://')
    posted = None if form is None else urlencode(form).encode()
    request = Request(url, posted, {"User-Agent": AGENT, "Accept": accept})  # noqa: S310 - checked
    try:
        with urlopen(request, timeout=SECONDS) as answer:  # noqa: S310 - as above
            fetched = bytearray()
            while chunk := answer.read(_CHUNK):
                fetched += chunk
                if len(fetched) > most:
                    raise InputError(f'can\'t fetch "{url}": it is larger than {most} bytes')
    except HTTPError as error:
        with error:
            raise InputError(f'can\'t fetch "{url}": {error.reason}') from None
    except URLError as error:
        raise InputError(f'can\'t fetch "{url}": {_plain(error)}') from None
    except OSError as error:
        raise InputError(f'can\'t fetch "{url}": {error}') from None
    return bytes(fetched)


def _plain(error: URLError) -> str:
    reason = error.reason
    return str(reason.strerror if isinstance(reason, OSError) and reason.strerror else reason)
