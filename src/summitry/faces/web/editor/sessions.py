"""Sessions: who is signed in, by a cookie that nobody else can make."""

from __future__ import annotations

import hmac
import secrets
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from time import monotonic
from typing import Final

COOKIE: Final = "summitry_editor"
PATH: Final = "/edit"
MOST_SESSIONS: Final = 100
"""Sessions at a time; of more, the one that was begun first ends."""
SECONDS: Final = 12 * 3600.0
"""How long a session lasts."""
MOST_LETTERS: Final = 200
"""Letters of a cookie: a longer one is none of ours."""


@dataclass(frozen=True, slots=True)
class Session:
    """A browser: its own id and, once somebody signed in, that one's name."""

    id: str
    name: str = ""


class Sessions:
    """The sessions of one server; its secret is made anew with each start."""

    def __init__(self, token: str, clock: Callable[[], float] = monotonic) -> None:
        self._secret = secrets.token_bytes(32)
        self._token = self._mac("token", token)
        self._clock = clock
        self._live: OrderedDict[str, tuple[Session, float]] = OrderedDict()

    def admits(self, token: str) -> bool:
        """Whether this is the token, in a time that tells nothing of it."""
        return hmac.compare_digest(self._mac("token", token), self._token)

    def visit(self) -> Session:
        """A session of nobody yet: enough for a form to sign in by."""
        return Session(secrets.token_urlsafe(24))

    def begin(self, name: str) -> Session:
        """A session of somebody who was admitted."""
        session = Session(secrets.token_urlsafe(24), name)
        self._live[session.id] = (session, self._clock() + SECONDS)
        if len(self._live) > MOST_SESSIONS:
            self._live.popitem(last=False)
        return session

    def end(self, session: Session) -> None:
        """End a session: its cookie is worth nothing from now on."""
        self._live.pop(session.id, None)

    def cookie(self, session: Session) -> str:
        """What a browser shows to be in a session."""
        return f"{session.id}.{self._mac(_kind(session), session.id)}"

    def of(self, cookie: str) -> Session | None:
        """The session of a cookie; None of one that was not given, or is over."""
        id, _, signed = cookie[:MOST_LETTERS].rpartition(".")
        found, until = self._live.get(id, (None, 0.0))
        if found is None:
            visitor = Session(id)
            return visitor if self._signs(visitor, signed) else None
        if self._clock() >= until:
            self.end(found)
            return None
        return found if self._signs(found, signed) else None

    def proof(self, session: Session) -> str:
        """What a form of this session has, so that no other page's form can pass for it."""
        return self._mac("form", session.id)

    def proves(self, session: Session, proof: str) -> bool:
        """Whether a form is one of this session."""
        return hmac.compare_digest(self.proof(session).encode(), proof.encode("utf-8", "replace"))

    def _signs(self, session: Session, signed: str) -> bool:
        wanted = self._mac(_kind(session), session.id).encode()
        return hmac.compare_digest(wanted, signed.encode("utf-8", "replace"))

    def _mac(self, use: str, text: str) -> str:
        data = f"{use}\n{text}".encode("utf-8", "replace")
        return hmac.new(self._secret, data, sha256).hexdigest()


def _kind(session: Session) -> str:
    return "editor" if session.name else "visitor"
