"""Bodies: what a request brings, no more than it may and no later."""

from __future__ import annotations

import asyncio
from typing import Final

from starlette.requests import ClientDisconnect, Request

from summitry.faces.web.problems import ProblemError

_CLOSE: Final = {"connection": "close"}


async def read_body(request: Request, *, most: int, seconds: float) -> bytes:
    """The body; ProblemError if it is longer, later, or coded.

    It is counted as it comes: what its length is said to be only spares reading it.
    """
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        coding = request.headers["content-encoding"][:60]
        raise ProblemError("unknown-type", f'the body is coded as "{coding}" (expected identity)')
    told = request.headers.get("content-length", "")
    if told.isdigit() and (len(told) > 18 or int(told) > most):
        raise _too_long(most)
    body = bytearray()
    try:
        async with asyncio.timeout(seconds):
            async for part in request.stream():
                body += part
                if len(body) > most:
                    raise _too_long(most)
    except TimeoutError:
        late = f"the body didn't come in time (expected it within {seconds:g} seconds)"
        raise ProblemError("too-late", late, _CLOSE) from None
    except ClientDisconnect:
        raise ProblemError(
            "too-late", "the body ended early (expected all of it)", _CLOSE
        ) from None
    return bytes(body)


def _too_long(most: int) -> ProblemError:
    return ProblemError("too-long", f"the body is too long (expected at most {most} bytes)", _CLOSE)
