"""Proposals as JSON, and back: what is told, and by which reports."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from summitry.model.events import EventKind, Mode, Setting, Status, VisitKind
from summitry.model.proposals import Attendee, Proposal, Relation, Report, ToldEvent
from summitry.record.cells import MINUTES, MOMENT, some_of

_SETTINGS: Final = some_of(Setting)
_KINDS: Final = some_of(VisitKind)


def as_json(proposal: Proposal) -> dict[str, Any]:
    """What is proposed, without what was decided; what isn't told is left out."""
    event = proposal.event
    told = {
        "kind": event.kind.value,
        "people": [
            {"name": one.name, **({"capacity": one.capacity} if one.capacity else {})}
            for one in event.people
        ],
        "when": "" if event.when is None else MOMENT.write(event.when),
        "mode": event.mode.value if event.mode else "",
        "setting": _SETTINGS.write(event.settings),
        "visit_kind": _KINDS.write(event.kinds),
        "status": event.status.value,
        "place": event.place,
        "country": event.country,
        "occasion": event.occasion,
        "host": event.host,
        "minutes": "" if event.minutes is None else MINUTES.write(event.minutes),
        "topics": list(event.topics),
    }
    return {
        "id": proposal.id,
        "relation": proposal.relation.value,
        "event": {name: value for name, value in told.items() if value},
        "matched": proposal.matched,
        "because": proposal.because,
        "reports": [_report_as_json(report) for report in proposal.reports],
    }


def from_json(data: Mapping[str, Any]) -> Proposal:
    """The open proposal of which this is the JSON; ValueError, KeyError or InputError of none."""
    told: Mapping[str, Any] = data["event"]
    return Proposal(
        id=data["id"],
        relation=Relation(data["relation"]),
        event=ToldEvent(
            kind=EventKind(told["kind"]),
            people=tuple(
                Attendee(name=one["name"], capacity=one.get("capacity", ""))
                for one in told["people"]
            ),
            when=MOMENT.read(told["when"]) if "when" in told else None,
            mode=Mode(told["mode"]) if "mode" in told else None,
            settings=_SETTINGS.read(told["setting"]) if "setting" in told else frozenset(),
            kinds=_KINDS.read(told["visit_kind"]) if "visit_kind" in told else frozenset(),
            status=Status(told["status"]),
            place=told.get("place", ""),
            country=told.get("country", ""),
            occasion=told.get("occasion", ""),
            host=told.get("host", ""),
            minutes=MINUTES.read(told["minutes"]) if "minutes" in told else None,
            topics=tuple(told.get("topics", ())),
        ),
        matched=data["matched"],
        because=data["because"],
        reports=tuple(map(_report, data["reports"])),
    )


def _report_as_json(report: Report) -> dict[str, Any]:
    published = report.published
    return {
        "document": report.document,
        "title": report.title,
        "publisher": report.publisher,
        "url": report.url,
        "published": None if published is None else published.isoformat(),
        "sentence": report.sentence,
        "start": report.start,
        "end": report.end,
        "says": report.says,
        "copies": report.copies,
    }


def _report(data: Mapping[str, Any]) -> Report:
    published = data["published"]
    return Report(
        **{
            **data,
            "published": None if published is None else date.fromisoformat(published),
        }
    )
