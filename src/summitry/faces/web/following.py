"""Following: a record that changes while it is served."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Final

from starlette.concurrency import run_in_threadpool

from summitry.desk.homes import Home, stamp
from summitry.desk.records import View, snapshot
from summitry.model.problems import RecordError

SECONDS: Final = 2.0
"""How often it is looked whether a record has changed."""


class Following:
    """Has a server answer by its record as it is since, whoever changed it.

    What can't be read leaves the answers as they were, and is told once.
    """

    def __init__(self, record: Home, renew: Callable[[View], Awaitable[None]]) -> None:
        self._record = record
        self._renew = renew
        self._read = self._seen = stamp(record)
        self._turn = asyncio.Lock()

    async def now(self) -> None:
        """Read the record again: one after another, the last last; RecordError if it can't be."""
        async with self._turn:
            self._read = self._seen = await run_in_threadpool(stamp, self._record)
            await self._renew(await run_in_threadpool(snapshot, self._record))

    async def on(self) -> None:
        """Look again and again."""
        while True:
            await asyncio.sleep(SECONDS)
            await self.look()

    async def look(self) -> None:
        """Read the record if it has changed, and since the last look hasn't: else it may go on."""
        found = await run_in_threadpool(stamp, self._record)
        last, self._seen = self._seen, found
        if found in {self._read, ()} or found != last:
            return
        try:
            await self.now()
        except (RecordError, OSError) as error:
            logging.getLogger(__name__).warning(
                "the record has changed and can't be read; answers are of the one before: %s", error
            )
