"""The shapes of what comes out, as data: ``docs/formats.md`` says what each key means.

A shape is a type; ``None`` for null; a set of strings for one of these; a tuple of shapes for one
of these; a list of one shape for a list of any length; or a dict, whose keys stand in this order.
"""

from __future__ import annotations

from typing import Any, Final

from summitry.model.changes import Act
from summitry.model.claims import ClaimKind
from summitry.model.events import Mode, Status
from summitry.model.findings import Verdict
from summitry.model.statements import DocumentType

Shape = Any

MAYBE_TEXT: Final = (str, None)
MAYBE_NUMBER: Final = (int, None)
VERDICTS: Final = {verdict.value for verdict in Verdict}
KINDS: Final = {kind.value for kind in ClaimKind}

RECORD: Final = {"title": str, "version": str, "digest": str, "events": int}
MADE: Final = {
    "kind": {"check", "ask", "history", "preview"},
    "reader": str,
    "rules": str,
    "telling": str,
    "asked": dict,
}
CITATION: Final = {
    "source": str,
    "publisher": MAYBE_TEXT,
    "published": MAYBE_TEXT,
    "url": MAYBE_TEXT,
    "locator": MAYBE_TEXT,
    "quote": MAYBE_TEXT,
}
QUOTE: Final = {"text": str, "start": int, "end": int}
EVIDENCE: Final = {"event": MAYBE_TEXT, "when": str, "what": str, "citations": [CITATION]}
CLAIM: Final = {
    "kind": KINDS,
    "quote": (QUOTE, None),
    "says": str,
    "verdict": VERDICTS,
    "because": str,
    "evidence": [EVIDENCE],
    "correction": MAYBE_TEXT,
}
STATEMENT: Final = {
    "text": str,
    "start": int,
    "end": int,
    "verdict": VERDICTS,
    "claims": [CLAIM],
}
DOCUMENT: Final = {
    "title": MAYBE_TEXT,
    "published": MAYBE_TEXT,
    "as_of": str,
    "type": {type.value for type in DocumentType},
    "sha256": str,
    "text": str,
}
SUMMARY: Final = {
    "supported": int,
    "refuted": int,
    "not_enough_evidence": int,
    "conflicting_evidence": int,
}
CHECK: Final = {
    "document": DOCUMENT,
    "record": RECORD,
    "summary": SUMMARY,
    "statements": [STATEMENT],
    "made": MADE,
}
UNREAD: Final = {"text": str, "start": int, "end": int, "because": str}
EXPLAINED: Final = {**dict(list(CHECK.items())[:-1]), "unread": [UNREAD], "made": MADE}
"""A check with ``--explain``."""

_PUBLISHER: Final = {"@type": {"Organization"}, "name": str}
CLAIM_REVIEW: Final = {
    "url": str,
    "datePublished": str,
    "author": _PUBLISHER,
    "claimReviewed": str,
    "itemReviewed": dict,
    "reviewRating": dict,
    "reviewBody": str,
    "citation": list,
    "isBasedOn": dict,
}
"""A review with ``--author`` and ``--url``, but its ``@type``."""

ANSWER: Final = {
    "question": str,
    "answer": MAYBE_TEXT,
    "says": str,
    "verdict": (VERDICTS, None),
    "because": str,
    "evidence": [EVIDENCE],
    "gaps": [str],
    "as_of": str,
    "record": RECORD,
    "made": MADE,
}

PERSON: Final = {"name": str, "office": MAYBE_TEXT}
EVENT: Final = {
    "id": str,
    "kind": {"encounter", "visit"},
    "when": str,
    "start": MAYBE_TEXT,
    "end": MAYBE_TEXT,
    "people": [PERSON],
    "mode": ({mode.value for mode in Mode}, None),
    "setting": MAYBE_TEXT,
    "visit_kind": MAYBE_TEXT,
    "status": {status.value for status in Status},
    "country": MAYBE_TEXT,
    "city": MAYBE_TEXT,
    "venue": MAYBE_TEXT,
    "occasion": MAYBE_TEXT,
    "duration_minutes": MAYBE_NUMBER,
    "duration_bounds": ([MAYBE_NUMBER], None),
    "topics": [str],
    "citations": [CITATION],
}
FIND: Final = {"record": RECORD, "events": [EVENT]}

ONE_EVENT: Final = {"record": RECORD, "event": EVENT}
NAMED: Final = {
    "kind": {"person", "office", "place", "occasion", "series"},
    "id": str,
    "name": str,
    "about": MAYBE_TEXT,
    "events": int,
}
SEARCH: Final = {"query": str, "record": RECORD, "entries": [NAMED]}
ENTRIES: Final = {"record": RECORD, "entries": [NAMED]}
FACETED: Final = {"value": str, "name": str, "events": int, "chosen": bool}
FACET: Final = {"facet": str, "parameters": [str], "total": int, "values": [FACETED]}
FACETS: Final = {"record": RECORD, "events": int, "facets": [FACET]}
TENURE: Final = {
    "office": str,
    "when": str,
    "start": MAYBE_TEXT,
    "end": MAYBE_TEXT,
    "acting": bool,
    "citations": [CITATION],
}
PROFILED: Final = {
    "id": str,
    "kind": {"human", "organisation"},
    "name": str,
    "family_name": str,
    "aliases": [str],
    "born": MAYBE_TEXT,
    "died": MAYBE_TEXT,
    "tenures": [TENURE],
    "citations": [CITATION],
}
PROFILE: Final = {"record": RECORD, "person": PROFILED}
RULE: Final = {"id": str, "says": MAYBE_TEXT, "says_of_visits": MAYBE_TEXT}
DESCRIPTION: Final = {
    "record": RECORD,
    "name": str,
    "digest": str,
    "people": int,
    "offices": int,
    "places": int,
    "occasions": int,
    "complete": [str],
    "lacking": [str],
    "rules": [RULE],
}
PROBLEM: Final = {"type": str, "title": str, "status": int, "detail": str}

FACT: Final = {"kind": KINDS, "says": str, "notes": [int]}
ENTRY: Final = {
    "event": str,
    "kind": {"encounter", "visit"},
    "when": str,
    "facts": [FACT],
    "details": [str],
    "notes": [int],
}
LIST: Final = {"heading": str, "entries": [ENTRY]}
SECTION: Final = {
    "heading": str,
    "tenures": [str],
    "facts": [FACT],
    "lists": [LIST],
    "counts": [FACT],
}

THEME: Final = {"heading": str, "facts": [FACT]}
SOURCE: Final = {"number": int, "label": str, "url": str}
HISTORY: Final = {
    "title": str,
    "as_of": str,
    "scope": str,
    "record": RECORD,
    "key_facts": [FACT],
    "counts": [FACT],
    "sections": [SECTION],
    "themes": [THEME],
    "not_held": [ENTRY],
    "complete": [str],
    "lacking": [str],
    "sources": [SOURCE],
    "made": MADE,
}

SUPPOSED: Final = {key: shape for key, shape in EVENT.items() if key != "citations"}
PROSPECT: Final = {
    "kind": KINDS,
    "says": str,
    "rules": [str],
    "least": MAYBE_NUMBER,
    "most": MAYBE_NUMBER,
    "published_by": [str],
    "last": MAYBE_TEXT,
    "after": MAYBE_TEXT,
    "known_to": MAYBE_TEXT,
    "evidence": [EVIDENCE],
}
UNKNOWN: Final = {"kind": KINDS, "whether": str, "gaps": [str]}
PREVIEW: Final = {
    "title": str,
    "on": str,
    "meeting": SUPPOSED,
    "visits": [SUPPOSED],
    "known_to": MAYBE_TEXT,
    "condition": MAYBE_TEXT,
    "firsts": [PROSPECT],
    "counts": [PROSPECT],
    "before": [PROSPECT],
    "last": [EVIDENCE],
    "unknown": [UNKNOWN],
    "record": RECORD,
    "made": MADE,
}

CSV_COLUMNS: Final = (
    "id",
    "kind",
    "when",
    "start",
    "end",
    "people",
    "offices",
    "mode",
    "setting",
    "visit_kind",
    "status",
    "country",
    "city",
    "venue",
    "occasion",
    "duration_minutes",
    "duration_bounds",
    "topics",
    "sources",
)

SINCE: Final = {
    "change": int,
    "made": str,
    "act": {act.value for act in Act},
    "author": str,
    "reason": MAYBE_TEXT,
    "rows": [{"table": str, "row": str}],
}
POINT: Final = {
    "of": str,
    "holds": bool,
    "was": MAYBE_TEXT,
    "now": MAYBE_TEXT,
    "because": MAYBE_TEXT,
    "correction": MAYBE_TEXT,
    "since": (SINCE, None),
}
CAUSE: Final = {"cause": {"record", "reader", "rules", "telling", "day"}, "was": str, "now": str}
REPLAYED: Final = {
    "answer": str,
    "kind": {"check", "ask", "history", "preview"},
    "as_of": str,
    "holds": bool,
    "refused": MAYBE_TEXT,
    "causes": [CAUSE],
    "points": [POINT],
}
REPLAY: Final = {"answers": [REPLAYED], "passed_over": [str]}

FIELD: Final = {"field": str, "before": MAYBE_TEXT, "after": MAYBE_TEXT}
CHANGE: Final = {
    "change": {"added", "removed", "changed"},
    "table": str,
    "row": str,
    "fields": [FIELD],
}
CHANGES: Final = {"added": int, "removed": int, "changed": int}
DIFFERENCE: Final = {
    "a": RECORD,
    "b": RECORD,
    "summary": CHANGES,
    "description": [FIELD],
    "rows": [CHANGE],
}


def mismatches(value: object, shape: Shape, at: str = "$") -> list[str]:
    """Where a value isn't of the shape; empty where it is."""
    match shape:
        case dict():
            if not isinstance(value, dict) or list(value) != list(shape):
                return [f"{at}: keys {list(value) if isinstance(value, dict) else value!r}"]
            return [
                found
                for key in shape
                for found in mismatches(value[key], shape[key], f"{at}.{key}")
            ]
        case [one] if isinstance(shape, list):
            if not isinstance(value, list):
                return [f"{at}: {value!r} is no list"]
            return [
                found
                for index, item in enumerate(value)
                for found in mismatches(item, one, f"{at}[{index}]")
            ]
        case tuple():
            found = [mismatches(value, one, at) for one in shape]
            return [] if [] in found else max(found, key=len)
        case set():
            fits = isinstance(value, str) and value in shape
        case None:
            fits = value is None
        case _:
            fits = type(value) is shape
    return [] if fits else [f"{at}: {value!r} is not {shape}"]
