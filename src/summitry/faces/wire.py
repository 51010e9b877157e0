"""The one wire format: what the command line, the API and the tools for assistants answer in JSON.

The shapes are those of ``docs/formats.md``. Every value is plain data: text, numbers, lists, and
objects with keys in a fixed order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from summitry.desk.documents import digest
from summitry.desk.find import Found
from summitry.desk.lookup import Entry
from summitry.desk.profile import Description, Profile
from summitry.desk.versions import versions
from summitry.model.citations import Citation, Source
from summitry.model.claims import Quote, kind_of
from summitry.model.days import Days
from summitry.model.edtf import write
from summitry.model.events import Encounter, Event, Visit
from summitry.model.findings import Evidence, Finding
from summitry.model.names import Names
from summitry.model.people import Tenure
from summitry.model.places import PlaceKind, around, state_at
from summitry.model.statements import Silence
from summitry.model.when import Moment
from summitry.telling import answers, foretold
from summitry.telling.answers import Answered
from summitry.telling.basis import Basis
from summitry.telling.check import Checked, Judged, evidence_label
from summitry.telling.corrections import correct
from summitry.telling.coverage import covered
from summitry.telling.dates import DateStyle
from summitry.telling.event import tenures_on
from summitry.telling.explain import explain
from summitry.telling.exports.exported import Exported
from summitry.telling.facets import Facet
from summitry.telling.preview import Preview, Prospect
from summitry.telling.supposing import whether
from summitry.telling.tell import tell
from summitry.telling.unread import why

Json = dict[str, Any]


def check_json(
    checked: Checked, style: DateStyle = DateStyle.PLAIN, *, unread: bool = False
) -> Json:
    """A checked document: its statements with their verdicts, claims and evidence.

    ``style`` is of the days in sentences; every other day is EDTF. ``unread``: the sentences of
    which no claim was made are given as well, with why.
    """
    document = checked.document
    return {
        "document": {
            "title": document.title or None,
            "published": None if document.published is None else document.published.isoformat(),
            "as_of": document.as_of.isoformat(),
            "type": document.type.value,
            "sha256": digest(document),
            "text": document.text,
        },
        "record": record_json(checked.basis),
        "summary": {verdict.value: n for verdict, n in checked.summary().items()},
        "statements": [_statement(one, checked, style) for one in checked.statements],
        **({"unread": [_unread(one) for one in checked.silences]} if unread else {}),
        "made": made("check", {"style": style.value, "unread": unread}),
    }


def answer_json(answered: Answered) -> Json:
    """A question with its answer; ``answer`` is None where the record doesn't know."""
    answer, names = answered.answer, answered.names
    return {
        "question": answer.question.text,
        "answer": answers.value(answered),
        "says": answers.says(answered),
        "verdict": None if answer.verdict is None else answer.verdict.value,
        "because": answers.because(answered),
        "evidence": [
            _evidence(one, names, answered.sources, answered.style)
            for one in answers.evidence(answer)
        ],
        "gaps": list(answers.gaps(answered)),
        "as_of": answered.as_of.isoformat(),
        "record": record_json(answered.basis),
        "made": made("ask", {"question": answer.question.text, "style": answered.style.value}),
    }


def made(kind: str, asked: Json) -> Json:
    """What an answer was made with, and what was asked: enough to make it again."""
    return {"kind": kind, **asdict(versions()), "asked": asked}


def record_json(basis: Basis) -> Json:
    """The record that an answer rests on."""
    return {
        "title": basis.title,
        "version": basis.version,
        "digest": basis.digest,
        "events": basis.events,
    }


def _statement(judged: Judged, checked: Checked, style: DateStyle) -> Json:
    return {
        **_quote(judged.statement.quote),
        "verdict": judged.verdict.value,
        "claims": [_claim(finding, checked, style) for finding in judged.findings],
    }


def _unread(silence: Silence) -> Json:
    return {**_quote(silence.quote), "because": why(silence)}


def _claim(finding: Finding, checked: Checked, style: DateStyle) -> Json:
    claim, names = finding.claim, checked.names
    return {
        "kind": kind_of(claim).value,
        "quote": None if claim.quote is None else _quote(claim.quote),
        "says": tell(claim, names, style=style),
        "verdict": finding.verdict.value,
        "because": explain(finding, names, style=style),
        "evidence": [_evidence(one, names, checked.sources, style) for one in finding.evidence],
        "correction": correct(finding, names, style=style),
    }


def _quote(quote: Quote) -> Json:
    return {"text": quote.text, "start": quote.start, "end": quote.end}


def _evidence(
    evidence: Evidence, names: Names, sources: Mapping[str, Source], style: DateStyle
) -> Json:
    row = evidence.row
    return {
        "event": row.id if isinstance(row, Encounter | Visit) else None,
        "when": write(row.when),
        "what": evidence_label(evidence, names, style=style),
        "citations": [_citation(one, sources) for one in evidence.citations],
    }


def _citation(citation: Citation, sources: Mapping[str, Source]) -> Json:
    source = sources[citation.source]
    return {
        "source": source.title,
        "publisher": source.publisher or None,
        "published": None if source.published is None else write(source.published),
        "url": source.url or None,
        "locator": citation.locator or None,
        "quote": citation.quote or None,
    }


# --- previews ---------------------------------------------------------------------------------


def preview_json(preview: Preview, style: DateStyle = DateStyle.PLAIN) -> Json:
    """What would be true of a meeting that is supposed: sentences, ranked, with what each rests on.

    ``style`` is of the days in sentences; every other day is EDTF.
    """
    names = preview.names
    return {
        "title": foretold.title(preview, style=style),
        "on": preview.on.isoformat(),
        "meeting": event_row(preview.meeting, names),
        "visits": [event_row(visit, names) for visit in preview.visits],
        "known_to": iso(preview.known_to),
        "condition": foretold.condition(preview, style=style) or None,
        "firsts": [_prospect(one, preview, style) for one in preview.firsts],
        "counts": [_prospect(one, preview, style) for one in preview.counts],
        "before": [_prospect(one, preview, style) for one in preview.before],
        "last": [_evidence(one, names, preview.sources, style) for one in preview.last],
        "unknown": [
            {
                "kind": kind_of(finding.claim).value,
                "whether": whether(finding.claim, names, style=style),
                "gaps": list(foretold.open_because(finding, names, style=style)),
            }
            for finding in preview.unknown
        ],
        "record": record_json(preview.basis),
    }


def _prospect(prospect: Prospect, preview: Preview, style: DateStyle) -> Json:
    least, most = foretold.position(prospect)
    return {
        "kind": kind_of(prospect.claim).value,
        "says": foretold.says(prospect, preview.names, style=style),
        "rules": list(prospect.rules or prospect.claim.rules),
        "least": least,
        "most": most,
        "published_by": list(foretold.publishers_of(prospect, preview.names)),
        "last": None if prospect.last is None else write(prospect.last),
        "after": foretold.after(preview, prospect) or None,
        "known_to": iso(prospect.known_to),
        "evidence": [
            _evidence(one, preview.names, preview.sources, style) for one in prospect.evidence
        ],
    }


def iso(day: date | None) -> str | None:
    """A day as JSON has it."""
    return None if day is None else day.isoformat()


# --- events ----------------------------------------------------------------------------------


def events_json(found: Found) -> Json:
    """A list of events with their citations."""
    return {
        "record": record_json(found.basis),
        "events": [listed_event(event, found) for event in found.events],
    }


def exported_rows(exported: Exported) -> list[Json]:
    """The events of an export, with their citations."""
    return [listed_event(event, exported) for event in exported.events]


def facets_json(found: Iterable[Facet], events: int, basis: Basis) -> Json:
    """By what a list of so many events can be narrowed."""
    return {
        "record": record_json(basis),
        "events": events,
        "facets": [
            {
                "facet": facet.kind.value,
                "parameters": list(facet.parameters),
                "total": facet.total,
                "values": [asdict(value) for value in facet.values],
            }
            for facet in found
        ],
    }


def listed_event(event: Event, found: Found | Exported) -> Json:
    """One of the events that were found, with its citations."""
    return {
        **event_row(event, found.names),
        "citations": [_citation(one, found.sources) for one in found.citations[event.id]],
    }


def event_row(event: Event, names: Names) -> Json:
    """One event as a flat object, without its citations."""
    encounter = event if isinstance(event, Encounter) else None
    start, end = _outer(event.when)
    return {
        "id": event.id,
        "kind": "visit" if encounter is None else "encounter",
        "when": write(event.when),
        "start": start,
        "end": end,
        "people": [_person(person, event.when, names) for person in _people(event)],
        "mode": None if encounter is None else encounter.mode.value,
        "setting": None if encounter is None else _one_of(encounter.settings),
        "visit_kind": _one_of(event.kinds) if isinstance(event, Visit) else None,
        "status": event.status.value,
        **_where(event, names),
        "occasion": None if event.occasion is None else names.occasions[event.occasion].name,
        "duration_minutes": _minutes(encounter),
        "duration_bounds": _minutes_bounds(encounter),
        "topics": sorted(names.topics[topic].name for topic in encounter.topics)
        if encounter
        else [],
    }


def _people(event: Event) -> tuple[str, ...]:
    return (event.person,) if isinstance(event, Visit) else tuple(sorted(event.people))


def _person(person: str, when: Moment, names: Names) -> Json:
    offices = [names.offices[t.office].name for t in tenures_on(names, person, when)]
    return {
        "name": names.people[person].name,
        "office": " and ".join(dict.fromkeys(offices)) or None,
    }


def _where(event: Event, names: Names) -> Json:
    at = event.place or (event.country if isinstance(event, Visit) else None)
    larger = () if at is None else tuple(around(names.places, at))
    found = {place.kind: place.name for place in reversed(larger)}
    state = None if at is None else state_at(names.places, at, event.when)
    if isinstance(event, Visit):
        state = names.places[event.country]
    known = larger if state is None else (state, *larger)
    return {
        "country": next((place.country for place in known if place.country), None),
        "city": found.get(PlaceKind.CITY),
        "venue": found.get(PlaceKind.VENUE),
    }


def _minutes(encounter: Encounter | None) -> int | None:
    bounds = None if encounter is None else encounter.minutes
    return bounds.least if bounds is not None and bounds.is_exact else None


def _minutes_bounds(encounter: Encounter | None) -> list[int | None] | None:
    bounds = None if encounter is None else encounter.minutes
    return None if bounds is None else [bounds.least, bounds.most]


def _one_of(values: Iterable[str]) -> str | None:
    """The value, or those that it may have been joined by ``|``; None where not known."""
    return "|".join(sorted(values)) or None


def _outer(moment: Moment) -> tuple[str | None, str | None]:
    days: Days = moment.outer
    first, last = days.earliest, days.latest
    return (
        None if first is None else first.isoformat(),
        None if last is None else last.isoformat(),
    )


# --- what a record holds ----------------------------------------------------------------------


def event_json(found: Found) -> Json:
    """The one event that was found, with its citations."""
    listed = events_json(found)
    return {"record": listed["record"], "event": listed["events"][0]}


def entries_json(query: str | None, entries: Iterable[Entry], basis: Basis) -> Json:
    """Rows that have names: those that a query found, or without one those of a list."""
    rows = [
        {
            "kind": entry.kind.value,
            "id": entry.id,
            "name": entry.name,
            "about": entry.about or None,
            "events": entry.events,
        }
        for entry in entries
    ]
    asked = {} if query is None else {"query": query}
    return {**asked, "record": record_json(basis), "entries": rows}


def profile_json(profile: Profile) -> Json:
    """A person, with the times in office and citations."""
    person, sources = profile.person, profile.sources
    return {
        "record": record_json(profile.basis),
        "person": {
            "id": person.id,
            "kind": person.kind.value,
            "name": person.name,
            "family_name": person.family_name,
            "aliases": list(person.aliases),
            "born": None if person.born is None else write(person.born),
            "died": None if person.died is None else write(person.died),
            "tenures": [_tenure(tenure, profile) for tenure in profile.tenures],
            "citations": [_citation(one, sources) for one in profile.citations[person.id]],
        },
    }


def _tenure(tenure: Tenure, profile: Profile) -> Json:
    start, end = _outer(tenure.when)
    return {
        "office": profile.names.offices[tenure.office].name,
        "when": write(tenure.when),
        "start": start,
        "end": end,
        "acting": tenure.acting,
        "citations": [_citation(one, profile.sources) for one in profile.citations[tenure.id]],
    }


def description_json(description: Description) -> Json:
    """A record's description: what it is complete for and what not, and the counting rules."""
    about, names = description.about, description.names
    basis = Basis(
        title=about.title, version=about.version, digest=about.digest, events=about.events
    )
    told = [(one.complete, covered(one, names)) for one in description.coverage]
    return {
        "record": record_json(basis),
        "name": about.name,
        "digest": about.digest,
        "people": len(names.people),
        "offices": len(names.offices),
        "places": len(names.places),
        "occasions": len(names.occasions),
        "complete": list(dict.fromkeys(says for complete, says in told if complete)),
        "lacking": list(dict.fromkeys(says for complete, says in told if not complete)),
        "rules": [
            {
                "id": rule.id,
                "says": rule.says or None,
                "says_of_visits": rule.says_of_visits or None,
            }
            for rule in description.rules
        ],
    }
