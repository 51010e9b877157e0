"""Editor: what the editor's routes share."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Final

from summitry.desk.homes import Home
from summitry.faces.web.editor.sessions import Session, Sessions
from summitry.faces.web.rates import Rates
from summitry.faces.web.settings import Editing
from summitry.model.changes import Signature

TRIES: Final = 10
"""How often one client may try to sign in within a minute."""


class Editor:
    """Who may change the record of a server, and what follows a change."""

    def __init__(self, editing: Editing, changed: Callable[[], Awaitable[None]]) -> None:
        """``changed`` has the server answer by the record as it is since."""
        self.record: Home = editing.record
        self.sessions = Sessions(editing.token)
        self.tries = Rates(TRIES)
        self.changed = changed

    def signed(self, session: Session, why: str) -> Signature:
        """The signature of a change that is made now."""
        return Signature(author=session.name, made=datetime.now(UTC), reason=" ".join(why.split()))
