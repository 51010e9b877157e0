"""Proposals on the editor's pages: listed, shown with what accepting does, and decided."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from fastapi import Response

from summitry.desk import review
from summitry.desk.adding import Lacking
from summitry.desk.review import Effect, Taking
from summitry.desk.told import as_cells, edited
from summitry.faces.web.editor.encounters import typed
from summitry.faces.web.editor.guard import Asked, Sent
from summitry.faces.web.editor.pages import desk_of, go, seen
from summitry.faces.web.served import Served
from summitry.model.problems import InputError, SummitryError
from summitry.model.proposals import Proposal, ProposalState
from summitry.telling.pages import editing
from summitry.telling.pages.editing import CELLS, Form

ANYWAY: Final = "anyway"


def listed(ours: Served, asked: Asked, state: ProposalState, done: str) -> str:
    """The proposals in one state."""
    found = review.proposals(asked.editor.record, {state})
    return editing.proposals(desk_of(ours, asked, done=done), state, found, ours.view.names())


def show(ours: Served, asked: Asked, id: str) -> str:
    """A proposal as it stands; InputError if there is none."""
    proposed = review.proposal(asked.editor.record, id)
    return _shown(ours, asked, proposed, form=Form(values=_values(proposed)), taking=Taking())


def decide(ours: Served, asked: Asked, fields: Sent) -> Response:
    """The proposal, decided, or its page with what is wrong."""
    record = asked.editor.record
    proposed = review.proposal(record, fields.get("id", [""])[0])
    values = typed(fields)
    signed = asked.editor.signed(asked.session, "".join(values.get("why", ())))
    form = Form(values=values, opened=True)
    taking = Taking()
    try:
        match fields.get("do", [""])[0]:
            case "reject":
                review.reject(proposed.id, record, signed=signed)
                return go("proposals?done=rejected")
            case "accept" | "show" as wish:
                taking, faults = _taking(proposed, values)
                form = replace(form, faults=faults)
                if faults or wish == "show":
                    status = 400 if faults else 200
                    return seen(_shown(ours, asked, proposed, form=form, taking=taking), status)
                mark = "" if taking.into else "".join(values.get("mark", ()))
                review.accept(proposed.id, record, replace(taking, seen=mark), signed=signed)
                return go("proposals?done=accepted")
            case other:
                raise InputError(f'not a decision: "{other[:60]}" (expected accept or reject)')
    except SummitryError as error:
        proposed = review.proposal(record, proposed.id)
        page = _shown(ours, asked, proposed, form=form, taking=taking, problem=str(error))
        return seen(page, 409)


def _values(proposed: Proposal) -> dict[str, tuple[str, ...]]:
    return {name: (text,) for name, text in as_cells(proposed.event).items()}


def _taking(
    proposed: Proposal, values: dict[str, tuple[str, ...]]
) -> tuple[Taking, dict[str, str]]:
    """What is to be taken, as the form tells it; and its faults, by field."""
    event, faults = proposed.event, {}
    before = as_cells(event)
    for cell in CELLS:
        text = (
            "; ".join(values.get(cell, ()))
            if cell in {"people", "topics"}
            else "".join(values.get(cell, ()))
        )
        if cell in values and text.strip() != before.get(cell, ""):
            try:
                event = edited(event, cell, text)
            except InputError as error:
                faults[cell] = str(error)
    lacking = Lacking(
        people=values.get("new_people", ()),
        organisations=values.get("new_organisations", ()),
        countries=values.get("new_countries", ()),
        place="".join(values.get("new_place", ())).strip() or None,
        occasion="".join(values.get("new_occasion", ())).strip() or None,
        topics=values.get("new_topics", ()),
    )
    into = "".join(values.get("into", ())).strip() or None
    return Taking(event=event, lacking=lacking, into=into, anyway=ANYWAY in values), faults


def _shown(
    ours: Served, asked: Asked, proposed: Proposal, *, form: Form, taking: Taking, problem: str = ""
) -> str:
    effect: Effect | None = None
    if proposed.decided is None and not form.faults:
        try:
            effect = review.effect(proposed, asked.editor.record, taking, today=ours.today())
        except SummitryError as error:
            problem = problem or f"it can't be accepted as it is: {error}"
    desk = desk_of(ours, asked, problem=problem)
    if effect is None:
        return editing.proposal(desk, proposed, form, ours.view.names())
    cited = "1 citation" if effect.citations == 1 else f"{effect.citations} citations"
    says = f"{effect.id}, with {cited} more: {effect.says}"
    return editing.proposal(
        desk,
        proposed,
        form,
        ours.view.names(),
        says=says,
        before=effect.before,
        after=effect.after,
        mark=effect.mark,
    )
