"""Jobs that try what workers bear; a worker loads no more of the tests than this."""

from __future__ import annotations

import os
import signal
import time
from dataclasses import dataclass

from summitry.desk.records import View
from summitry.faces.wire import Json


@dataclass(frozen=True, slots=True)
class Events:
    """How many events there are, and who says so."""

    number: int = 0

    def answer(self, view: View) -> Json:
        return {"events": view.about().events, "process": os.getpid(), "number": self.number}


@dataclass(frozen=True, slots=True)
class Sleep:
    """A job that takes its time."""

    seconds: float
    number: int = 0

    def answer(self, view: View) -> Json:
        assert view.about().events
        time.sleep(self.seconds)
        return {"process": os.getpid(), "number": self.number}


@dataclass(frozen=True, slots=True)
class Raise:
    """A job that fails."""

    error: type[Exception]

    def answer(self, view: View) -> Json:
        raise self.error(view.about().name)


@dataclass(frozen=True, slots=True)
class Die:
    """A job that ends its process."""

    def answer(self, view: View) -> Json:
        assert view.about().events
        os.kill(os.getpid(), signal.SIGKILL)
        return {}


@dataclass(frozen=True, slots=True)
class Take:
    """A job that takes memory."""

    size: int

    def answer(self, view: View) -> Json:
        assert view.about().events
        return {"taken": len(bytearray(self.size))}
