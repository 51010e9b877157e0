"""Served: what a server's routes share, of one record as it is at one time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Any, Final

from anyio import to_thread
from fastapi import Depends, Request

import summitry
from summitry.desk.find import Finder, basis_of
from summitry.desk.lookup import Lookup
from summitry.desk.records import View
from summitry.faces.jobs import Job
from summitry.faces.web.problems import ProblemError
from summitry.faces.web.rates import Rates
from summitry.faces.web.settings import Settings
from summitry.faces.web.texts import Texts
from summitry.faces.workers import Broken, Busy, TooSlow, Workers
from summitry.telling.basis import Basis

SECONDS_TO_COME_AGAIN: Final = "5"
TELLING: Final = frozenset({".py", ".toml", ".csv", ".j2", ".css"})
"""Ends of the names of files that answers hang on."""
THREADS: Final = 4
"""Threads for what is not dear: more would only wait for the interpreter's lock."""


@dataclass(frozen=True)
class Served:
    """A record, as it was when it was read, and who works on it."""

    view: View
    lookup: Lookup
    finder: Finder
    texts: Texts
    basis: Basis
    workers: Workers
    rates: Rates | None
    settings: Settings
    today: Callable[[], date]

    @classmethod
    def of(cls, view: View, settings: Settings, today: Callable[[], date]) -> Served:
        """What is shared of a record."""
        return cls(
            view=view,
            lookup=Lookup.of(view),
            finder=Finder(view),
            texts=Texts(),
            basis=basis_of(view),
            workers=Workers(view, settings.limits),
            rates=None if settings.rate is None else Rates(settings.rate),
            settings=settings,
            today=today,
        )

    def renewed(self, view: View) -> Served:
        """The same of the record as it is since."""
        return replace(
            self,
            view=view,
            lookup=Lookup.of(view),
            finder=Finder(view),
            texts=Texts(),
            basis=basis_of(view),
        )

    @property
    def version(self) -> str:
        """What every answer hangs on besides the day and the address."""
        return f"{self.view.about().digest} {_code()}"

    @asynccontextmanager
    async def working(self) -> AsyncIterator[None]:
        """The time in which there are workers."""
        to_thread.current_default_thread_limiter().total_tokens = THREADS
        await self.workers.start()
        try:
            yield
        finally:
            await self.workers.stop()

    def admit(self, request: Request) -> None:
        """Let a dear request in; ProblemError if its client has asked too often."""
        client = "" if request.client is None else request.client.host
        wait = 0 if self.rates is None else self.rates.wait(client)
        if wait:
            detail = f"too many requests (expected at most {self.settings.rate} in a minute)"
            raise ProblemError("too-often", detail, {"retry-after": str(wait)})

    async def answer(self, request: Request, job: Job) -> bytes:
        """A job's answer in JSON; ProblemError where it isn't done, else what the job raises.

        If the client of the request hangs up, nobody waits any longer.
        """
        seconds = self.settings.limits.seconds
        try:
            return await _unless_gone(request, self.workers.run(job))
        except Busy:
            detail = "too many requests are waiting (expected you to come again in some seconds)"
            raise ProblemError("busy", detail, {"retry-after": SECONDS_TO_COME_AGAIN}) from None
        except TooSlow:
            detail = f"it took too long (expected what takes at most {seconds:g} seconds)"
            raise ProblemError("too-slow", detail) from None
        except Broken as error:
            detail = f"{error} (try again, or tell who runs it)"
            raise ProblemError("internal-error", detail) from None


@cache
def _code() -> str:
    """A digest of summitry's own files: another release may tell otherwise."""
    folder = Path(summitry.__file__).parent
    told = sha256()
    for file in sorted(path for path in folder.rglob("*") if path.suffix in TELLING):
        told.update(f"{file.relative_to(folder)}\n".encode() + file.read_bytes())
    return told.hexdigest()


async def _unless_gone(request: Request, work: Coroutine[Any, Any, bytes]) -> bytes:
    working, leaving = asyncio.ensure_future(work), asyncio.ensure_future(_gone(request))
    try:
        await asyncio.wait({working, leaving}, return_when=asyncio.FIRST_COMPLETED)
        if not working.done():
            raise ProblemError("too-late", "who asked hung up (expected somebody to answer)")
        return working.result()
    finally:
        working.cancel()
        leaving.cancel()


async def _gone(request: Request) -> None:
    """Wait until the client hangs up; its request has been read."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


async def served(request: Request) -> Served:
    """What the server of a request shares."""
    found: Served = request.app.state.served
    return found


async def admitted(request: Request) -> Served:
    """The same, for a dear request."""
    found = await served(request)
    found.admit(request)
    return found


Ours = Annotated[Served, Depends(served)]
Admitted = Annotated[Served, Depends(admitted)]
