"""Texts: events in JSON, written once."""

from __future__ import annotations

import json
from typing import Final

from summitry.desk.find import Found
from summitry.faces.wire import listed_event, record_json
from summitry.model.events import Event

MOST_KEPT: Final = 20_000
"""Events whose text is kept: some 40 MB."""

_DEPTH: Final = "    "


class Texts:
    """Lists of events of one record in JSON, made of each event's text."""

    def __init__(self) -> None:
        self._kept: dict[str, str] = {}

    def listed(self, found: Found) -> bytes:
        """What ``encoded(events_json(found))`` gives."""
        record = _written(record_json(found.basis)).replace("\n", "\n  ")
        events = ",\n".join(self._of(event, found) for event in found.events)
        listed = f"[\n{events}\n  ]" if events else "[]"
        return f'{{\n  "record": {record},\n  "events": {listed}\n}}\n'.encode()

    def _of(self, event: Event, found: Found) -> str:
        text = self._kept.get(event.id)
        if text is None:
            # In JSON a line ends only where its layout says so.
            written = _written(listed_event(event, found))
            text = _DEPTH + written.replace("\n", f"\n{_DEPTH}")
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            self._kept[event.id] = text
        return text


def _written(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2)
