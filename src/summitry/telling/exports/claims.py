"""The claims that reading found in an archive, as rows of a table; and its documents, likewise."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, assert_never

from summitry.model.bounds import Bounds
from summitry.model.claims import (
    Anchor,
    Aspect,
    Claim,
    Detail,
    EachOf,
    Elected,
    FirstSince,
    Held,
    HowMany,
    Lasted,
    NoneBut,
    NoneSince,
    NthOf,
    Quote,
    Roster,
    SoMany,
    SomeDay,
    Spell,
    Throughout,
    TimeInOffice,
    TookPlace,
    WasAbout,
    WasAt,
    WasHostedBy,
    WasPartOf,
    WasPartOfSeries,
    WasSetting,
    WasWithin,
    WhichOne,
    Who,
    kind_of,
)
from summitry.model.names import Names
from summitry.model.selection import Holder, Party, Selection, Someone
from summitry.model.statements import Document
from summitry.model.when import ALWAYS, Window
from summitry.telling.anchors import anchor
from summitry.telling.exports.columns import Column
from summitry.telling.tell import tell
from summitry.telling.voice import Voice

Cells = dict[str, object]

"""The cells of a row that hold anything, by the names of their columns."""


CLAIMS: Final = (
    Column("document", "string", "id of the document, as in the documents' own table"),
    Column("published", "day", "day of the document's publication, where it tells it"),
    Column("as_of", "day", "day by which the document is judged"),
    Column("sentence", "string", "the sentence that makes the claim"),
    Column("start", "integer", "where it begins in the document's text, in characters"),
    Column("end", "integer", "where it ends, excluded"),
    Column("claim", "string", "the claim told in English"),
    Column("kind", "string", "kind of claim"),
    Column("event", "string", "encounter or visit; of terms of office, nothing"),
    Column("people", "strings", "ids of the people whom it names"),
    Column("offices", "strings", "ids of the offices whose holders, whoever they are, it names"),
    Column("modes", "strings", "the ways in which they were in touch that it admits; none: any"),
    Column("settings", "strings", "the settings that it admits; none: any"),
    Column("visit_kinds", "strings", "the kinds of visit that it admits; none: any"),
    Column("place", "string", "id of the place"),
    Column("occasion", "string", "id of the gathering"),
    Column("series", "string", "id of the series of gatherings"),
    Column("topic", "string", "id of what they spoke of"),
    Column("earliest", "day", "first day that its time may mean"),
    Column("latest", "day", "last day that its time may mean"),
    Column("surely_from", "day", "first day that its time surely means"),
    Column("surely_until", "day", "last day that its time surely means"),
    Column("when", "string", "the words of its time"),
    Column("position", "integer", "which one it was, from 1, or from -1 backwards"),
    Column("least", "integer", "the number that it gives, at least: of events, holders or minutes"),
    Column("most", "integer", "the number that it gives, at most; nothing: no bound"),
    Column("since", "string", "what it counts from: a day, a landmark, an event or a term"),
    Column("rules", "strings", "ids of the counting rules that its words admit"),
    Column("reader", "string", "version of the reader"),
)
"""What is told of a claim. The columns from ``event`` to ``when`` are those of the event that it
singles out, where it does: of "their first meeting was in Vienna", the one in Vienna.
"""

DOCUMENTS: Final = (
    Column("document", "string", "id: the archive's own, or the file and where in it"),
    Column("title", "string", "title"),
    Column("url", "string", "address"),
    Column("published", "day", "day of publication, where it tells it"),
    Column("as_of", "day", "day by which it is judged"),
    Column("type", "string", "what it was written as"),
    Column("digest", "string", "SHA-256 of its text"),
    Column("sketch", "strings", "of one with claims, hashes by which copies of its text are known"),
    Column("characters", "integer", "length of its text"),
    Column("claims", "integer", "number of its claims"),
    Column("problem", "string", "why it could not be read"),
)


def claim_cells(
    claim: Claim, sentence: Quote, *, id: str, document: Document, names: Names, reader: str
) -> Cells:
    """The row of a claim that a document makes in a sentence."""
    told: Cells = {
        "document": id,
        "published": document.published,
        "as_of": document.as_of,
        "sentence": sentence.text,
        "start": sentence.start,
        "end": sentence.end,
        "claim": tell(claim, names),
        "kind": str(kind_of(claim)),
        "rules": list(claim.rules),
        "reader": reader,
    }
    return told | _said(claim, names)


def _said(claim: Claim, names: Names) -> Cells:
    """What a claim says, by its kind."""
    match claim:
        case TookPlace(selection=selection):
            return _event(selection)
        case HowMany(selection=selection, number=number):
            return _event(selection) | _number(number)
        case WhichOne(selection=selection, position=position, that=that):
            return _event(selection, that) | {"position": position}
        case FirstSince(selection=selection, anchor=since, that=that):
            return _event(selection, that) | {"since": _since(since, names)}
        case NoneSince(selection=selection, anchor=since):
            return _event(selection) | {"since": _since(since, names)}
        case Who(selection=selection, roster=roster):
            named = _event(selection)
            counted: Cells = _number(roster.number) if isinstance(roster, SoMany) else {}
            if isinstance(roster, NthOf):
                counted = {"position": roster.position}
            parties = (selection.who, selection.whom)
            people = (*_people(parties), *_people_of(roster))
            return named | counted | {"people": list(dict.fromkeys(people))}
        case Held(person=person, office=office, time=time):
            return {"people": [person], "offices": [office]} | _term(time)
        case Detail(selection=selection, aspect=aspect):
            return _event(selection) | _narrowed(aspect)
        case _:
            assert_never(claim)


def document_cells(
    id: str, *, url: str, document: Document, digest: str, sketch: Sequence[str], claims: int
) -> Cells:
    """The row of a document that was read; ``digest`` and ``sketch`` are its text's."""
    return {
        "document": id,
        "title": document.title,
        "url": url,
        "published": document.published,
        "as_of": document.as_of,
        "type": str(document.type),
        "digest": digest,
        "sketch": list(sketch),
        "characters": len(document.text),
        "claims": claims,
    }


def _event(selection: Selection, that: Selection | None = None) -> Cells:
    """The event that a selection chooses; what ``that`` says of it goes before."""
    parties = (selection.who, selection.whom)
    told: Cells = {
        "event": str(selection.kind),
        "people": _people(parties),
        "offices": _offices(parties),
    }
    for chosen in (selection,) if that is None else (selection, that):
        told |= {
            column: value
            for column, value in (
                ("modes", sorted(chosen.modes)),
                ("settings", sorted(chosen.settings)),
                ("visit_kinds", sorted(chosen.visit_kinds)),
                ("place", chosen.place),
                ("occasion", chosen.occasion),
                ("series", chosen.series),
                ("topic", chosen.topic),
            )
            if value
        }
        if chosen.window != ALWAYS:
            told |= _time(chosen.window)
    return told


def _people(parties: Iterable[Party | None]) -> list[str]:
    return [party.person for party in parties if isinstance(party, Someone)]


def _offices(parties: Iterable[Party | None]) -> list[str]:
    return [party.office for party in parties if isinstance(party, Holder)]


def _time(window: Window) -> Cells:
    return {
        "earliest": window.possibly.earliest,
        "latest": window.possibly.latest,
        "surely_from": None if window.surely.is_empty() else window.surely.earliest,
        "surely_until": None if window.surely.is_empty() else window.surely.latest,
        "when": window.written or None,
    }


def _number(number: Bounds) -> Cells:
    return {"least": number.least, "most": number.most}


def _since(since: Anchor, names: Names) -> str:
    return anchor(Voice(names), since).removeprefix("since ")


def _narrowed(aspect: Aspect) -> Cells:
    """The cells of what a detail claim says of its event."""
    match aspect:
        case Lasted(minutes=minutes):
            return _number(minutes)
        case WasAt(place=place):
            return {"place": place}
        case WasPartOf(occasion=occasion):
            return {"occasion": occasion}
        case WasPartOfSeries(series=series):
            return {"series": series}
        case WasAbout(topic=topic):
            return {"topic": topic}
        case WasSetting(settings=settings):
            return {"settings": sorted(settings)}
        case WasWithin(window=window):
            return _time(window)
        case WasHostedBy():
            return {}
        case _:
            assert_never(aspect)


def _term(time: TimeInOffice) -> Cells:
    match time:
        case SomeDay(window=window) | Throughout(window=window) | Elected(window=window):
            return _time(window)
        case Spell(began=began, ended=ended):
            first = {} if began is None else _time(began)
            last = {} if ended is None else _time(ended)
            ends = ("latest", "surely_until")
            return {**first, **{end: last.get(end) for end in ends}, "when": None}
        case _:
            assert_never(time)


def _people_of(roster: Roster) -> Iterable[str]:
    match roster:
        case EachOf(since=since, until=until, but=but):
            return (*(one for one in (since, until) if one is not None), *sorted(but))
        case NoneBut(people=people):
            return sorted(people)
        case NthOf(person=person):
            return (person,)
        case SoMany():
            return ()
        case _:
            assert_never(roster)
