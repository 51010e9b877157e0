"""An encounter's form: shown, read, and done what it says."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import urlencode

from fastapi import Response

from summitry.desk import amend as desk
from summitry.desk.add import add as add_event
from summitry.desk.amend import Standing
from summitry.desk.typed import SEVERAL, Values, merge, read, values_of
from summitry.faces.web.editor.guard import Asked, Sent
from summitry.faces.web.editor.pages import desk_of, go, seen
from summitry.faces.web.served import Served
from summitry.model.problems import InputError, Overtaken, SummitryError
from summitry.telling.pages import editing
from summitry.telling.pages.editing import Form

FAULTY: Final = "it is not saved: see what is said beside the fields"
OVERTAKEN: Final = (
    "somebody else changed this encounter meanwhile: it is not saved yet. What you typed stands"
    " below; look at the fields that are marked, and save again"
)
EMPTY: Final = Form(values={"mode": ("in-person",), "status": ("held",)})


def typed(fields: Sent) -> dict[str, tuple[str, ...]]:
    """What stands in each field, lists line by line."""
    values: dict[str, tuple[str, ...]] = {}
    for name, texts in fields.items():
        lines = [line for text in texts for line in text.splitlines()]
        values[name] = (
            tuple(line for line in lines if line.strip()) if name in SEVERAL else (" ".join(texts),)
        )
    return values


# --- adding -------------------------------------------------------------------------------------


def add(ours: Served, asked: Asked, fields: Sent) -> Response:
    """The encounter, added, or the form again."""
    values = typed(fields)
    told = read(values, ours.view.names(), today=ours.today(), citing=True)
    faults = {**told.faults, **_unsaid(values)}
    if told.event is None or told.cited is None or faults:
        problem = desk_of(ours, asked, problem=FAULTY)
        return seen(editing.adding(problem, Form(values=values, faults=faults)), 400)
    try:
        done = add_event(
            told.event,
            told.cited,
            asked.editor.record,
            signed=asked.editor.signed(asked.session, values["why"][0]),
            anyway="anyway" in values,
        )
    except SummitryError as error:
        problem = desk_of(ours, asked, problem=str(error))
        return seen(editing.adding(problem, Form(values=values)), 409)
    return go(f"amend?{urlencode({'id': done.id, 'done': 'added'})}")


def _unsaid(values: Values) -> dict[str, str]:
    if "".join(values.get("why", ())).strip():
        return {}
    return {"why": "no reason (expected a few words)"}


# --- amending -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class _Amending:
    """The form of one encounter: who looks at it, and what stands in it."""

    ours: Served
    asked: Asked
    standing: Standing
    seen: str
    form: Form
    dropped: tuple[str, ...] = ()
    problem: str = ""
    done: str = ""

    def page(self) -> str:
        return editing.amending(
            desk_of(self.ours, self.asked, problem=self.problem, done=self.done),
            self.form,
            self.standing.shown,
            self.standing.names,
            seen=self.seen,
            citations=self.standing.citations,
            dropped=self.dropped,
        )


def show(ours: Served, asked: Asked, id: str, done: str) -> str:
    """The form for an encounter as it stands; InputError if there is none."""
    found = desk.standing(asked.editor.record, id)
    form = Form(values=values_of(found.shown, found.names))
    text = desk.as_text(found.event)
    return _Amending(ours=ours, asked=asked, standing=found, seen=text, form=form, done=done).page()


def amend(ours: Served, asked: Asked, fields: Sent) -> Response:
    """The encounter, amended, or the form again: with what another changed since, if one did."""
    values, record = typed(fields), asked.editor.record
    id, text = "".join(values.get("id", ())), "".join(fields.get("seen", []))
    before = desk.from_text(text)
    try:
        found = desk.standing(record, id, before)
    except InputError as error:
        # What was typed isn't lost with the row.
        gone = desk_of(ours, asked, problem=f"{error}: what you typed may be added again")
        return seen(editing.adding(gone, Form(values=values)), 409)
    told = read(values, found.names, today=ours.today(), id=id, citing=False)
    faults = {**told.faults, **_unsaid(values)}
    again = _Amending(
        ours=ours,
        asked=asked,
        standing=found,
        seen=text,
        form=Form(values=values, faults=faults),
        dropped=tuple(fields.get("drop", [])),
    )
    if before != found.event:
        return _overtaken(again)
    if told.event is None or faults:
        return seen(replace(again, problem=FAULTY).page(), 400)
    signed = asked.editor.signed(asked.session, values["why"][0])
    try:
        desk.amend(told.event, before, told.cited, record, signed=signed, dropped=again.dropped)
    except Overtaken:
        return _overtaken(replace(again, standing=desk.standing(record, id, before)))
    except SummitryError as error:
        return seen(replace(again, problem=str(error)).page(), 409)
    return go(f"amend?{urlencode({'id': id, 'done': 'saved'})}")


def _overtaken(typed: _Amending) -> Response:
    """The form with what was typed, beside what another has changed meanwhile."""
    found = typed.standing
    was, since = (values_of(one, found.names) for one in (found.before, found.shown))
    merged = merge(typed.form.values, was, since)
    meanwhile = {
        name: f"Meanwhile somebody else put here: {', '.join(theirs) or 'nothing'}."
        for name, theirs in merged.clashing.items()
    }
    meanwhile |= dict.fromkeys(merged.taken, "As somebody else put it meanwhile.")
    form = Form(values=merged.values, meanwhile=meanwhile)
    text = desk.as_text(found.event)
    return seen(replace(typed, seen=text, form=form, problem=OVERTAKEN).page(), 409)
