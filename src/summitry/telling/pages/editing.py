"""The editor's pages: to sign in, add, amend, decide on proposals, and take changes back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import urlencode

from summitry.model.changes import Cells, Change
from summitry.model.citations import Citation, Source, SourceKind
from summitry.model.events import Event, EventKind, Mode, Setting, Status
from summitry.model.names import Names
from summitry.model.proposals import Proposal, ProposalState
from summitry.telling import proposals as telling
from summitry.telling.changes import row_line
from summitry.telling.dates import day
from summitry.telling.event import describe
from summitry.telling.pages.leaf import WEB, Leaf, render
from summitry.telling.words import capitalised

Values = Mapping[str, tuple[str, ...]]

WAYS: Final = {
    "proposals": "Proposals",
    "add": "Add an encounter",
    "find": "Amend one",
    "log": "The log",
}
"""The editor's pages, by their address within the folder, and what they are called."""

MOST_FOUND: Final = 50
"""How many events are listed to be amended."""

CELLS: Final = {
    "people": ("Who took part", "Names, joined by ';'"),
    "when": ("When", "2021-06-16 or 2021-06 (EDTF)"),
    "mode": ("How", "in-person, phone, video or letter"),
    "setting": ("Setting", "One or more, joined by '|'"),
    "status": ("Status", "held, planned, cancelled, denied or disputed"),
    "kind": ("Kind of visit", "One or more, joined by '|'"),
    "place": ("Where", ""),
    "country": ("Country of a visit", ""),
    "occasion": ("Gathering", ""),
    "host": ("Host", ""),
    "minutes": ("Minutes", "60, 45..60 or 45.."),
    "topics": ("Topics", "Joined by ';'"),
}
"""What of a proposal can be edited, what it is called, and how it is written."""

_NOT_OF: Final = {
    EventKind.ENCOUNTER: {"kind", "country"},
    EventKind.VISIT: {"mode", "setting", "host", "minutes", "topics"},
}
"""Cells that an event of the kind doesn't have."""

_NEW: Final = (
    "new_people",
    "new_organisations",
    "new_countries",
    "new_place",
    "new_occasion",
    "new_topics",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Who sits at the editor's desk: a name, empty where nobody signed in, and a form's proof."""

    leaf: Leaf
    name: str
    proof: str
    done: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What stands in a form's fields, what is wrong with it, and what another made of it since."""

    values: Values = field(default_factory=dict)
    faults: Mapping[str, str] = field(default_factory=dict)
    meanwhile: Mapping[str, str] = field(default_factory=dict)
    opened: bool = False

    @property
    def lacks(self) -> bool:
        """Whether something is told that the record lacks."""
        return any("".join(self.values.get(name, ())) or name in self.faults for name in _NEW)


NOTHING_TYPED: Final = Form()


def _page(template: str, desk: Desk, at: str, title: str, **values: Any) -> str:  # noqa: ANN401
    ways = [{"text": text, "href": href, "current": href == at} for href, text in WAYS.items()]
    return render(
        template,
        desk.leaf,
        title=title,
        description="",
        about=[desk.leaf.title],
        footer=f"{desk.leaf.title}.",
        main="editing",
        skip="the form",
        data="",
        editor={"name": desk.name, "proof": desk.proof, "ways": ways},
        done=desk.done,
        problem=f"{capitalised(desk.problem)}." if desk.problem else "",
        **values,
    )


def sign_in(desk: Desk, form: Form = NOTHING_TYPED) -> str:
    """The page to sign in by."""
    return _page("edit_sign_in.html.j2", desk, "sign-in", "Sign in to edit", form=form)


# --- encounters -------------------------------------------------------------------------------


def adding(desk: Desk, form: Form) -> str:
    """The form to add an encounter."""
    return _encounter(desk, form, "add", "Add an encounter", button="Add it")


def amending(
    desk: Desk,
    form: Form,
    event: Event,
    names: Names,
    *,
    seen: str,
    citations: Sequence[tuple[Citation, Source]],
    dropped: Iterable[str] = (),
) -> str:
    """The form to amend one; ``seen`` is the row as it was."""
    gone = set(dropped)
    listed = [
        {"id": one.id, "text": _cited(one, source), "dropped": one.id in gone}
        for one, source in citations
    ]
    title = describe(event, names).removesuffix(".")
    more: dict[str, Any] = {"seen": seen, "id": event.id, "citations": listed}
    return _encounter(desk, form, "amend", title, button="Save", **more)


def _encounter(desk: Desk, form: Form, at: str, title: str, *, button: str, **more: Any) -> str:  # noqa: ANN401
    values: dict[str, Any] = {"seen": "", "id": "", "citations": ()}
    return _page(
        "edit_encounter.html.j2",
        desk,
        at,
        title,
        form=form,
        action=at,
        button=button,
        modes=[one.value for one in Mode],
        statuses=[one.value for one in Status],
        settings=[one.value for one in Setting],
        kinds=["", *(one.value for one in SourceKind)],
        **(values | more),
    )


def _cited(citation: Citation, source: Source) -> str:
    quoted = f"“{citation.quote}”" if citation.quote else ""
    return ", ".join(part for part in (source.title, citation.locator, quoted) if part)


def finding(desk: Desk, asked: Mapping[str, str], events: Sequence[Event], names: Names) -> str:
    """The form to find an encounter by, and those found, the last first."""
    labels = {"a": "Who took part", "b": "With whom", "since": "Since", "until": "Until"}
    shown = events[::-1][:MOST_FOUND]
    return _page(
        "edit_find.html.j2",
        desk,
        "find",
        "Amend an encounter",
        fields=[(name, label, asked.get(name, "")) for name, label in labels.items()],
        rows=[
            {"text": describe(one, names), "href": f"amend?{urlencode({'id': one.id})}"}
            for one in shown
        ],
        more=len(events) - len(shown),
    )


# --- proposals --------------------------------------------------------------------------------


def proposals(desk: Desk, state: ProposalState, found: Iterable[Proposal], names: Names) -> str:
    """The proposals in one state."""
    states = [
        {"text": one.value, "href": f"proposals?state={one}", "current": one is state}
        for one in ProposalState
    ]
    rows = [
        {
            "text": telling.told(one.event, names),
            "href": f"proposal?{urlencode({'id': one.id})}",
            "label": f"{telling.RELATIONS[one.relation]}, {telling.weight(one)}",
        }
        for one in found
    ]
    title = f"{capitalised(state.value)} proposals"
    return _page("edit_proposals.html.j2", desk, "proposals", title, states=states, rows=rows)


def proposal(
    desk: Desk,
    proposed: Proposal,
    form: Form,
    names: Names,
    *,
    says: str = "",
    before: Cells | None = None,
    after: Cells | None = None,
    mark: str = "",
) -> str:
    """One proposal; ``says`` what accepting does, ``before`` and ``after`` cells that differ.

    ``mark`` stands for what is shown.
    """
    was, then = before or {}, after or {}
    reports = [
        {
            "sentence": one.sentence,
            "origin": telling.origin(one),
            "says": one.says,
            "href": one.url if one.url.startswith(WEB) else "",
        }
        for one in proposed.reports
    ]
    relation = f"{telling.RELATIONS[proposed.relation]}, {telling.weight(proposed)}"
    return _page(
        "edit_proposal.html.j2",
        desk,
        "proposals",
        telling.told(proposed.event, names),
        id=proposed.id,
        because=f"{capitalised(relation)}. {telling.because(proposed)}",
        reports=reports,
        decided=_decided(proposed),
        mark=mark,
        effect=says,
        differing=[(c, was.get(c, ""), then.get(c, "")) for c in {**was, **then}],
        form=form,
        cells=[
            (name, *texts)
            for name, texts in CELLS.items()
            if name not in _NOT_OF[proposed.event.kind]
        ],
    )


def _decided(proposed: Proposal) -> str:
    signed = proposed.decided
    if signed is None:
        return ""
    became = f" as {proposed.became}" if proposed.became else ""
    on = day(signed.made.date()).rstrip(",")
    return f"{capitalised(proposed.state.value)}{became} by {signed.author}, {on}: {signed.reason}"


# --- the log ----------------------------------------------------------------------------------


def log(desk: Desk, changes: Sequence[Change], *, older: bool) -> str:
    """The changes, the last first; ``older``: there may be others before."""
    shown = [
        {
            "id": one.id,
            "made": one.signed.made.strftime("%Y-%m-%d %H:%M UTC"),
            "what": _what(one),
            "author": one.signed.author,
            "reason": one.signed.reason,
            "rows": list(_rows(one)),
            "undone": f"Undone by change {one.undone_by}." if one.undone_by else "",
        }
        for one in changes
    ]
    href = f"log?before={changes[-1].id}" if older and changes else ""
    return _page("edit_log.html.j2", desk, "log", "The log", changes=shown, older=href)


def _what(change: Change) -> str:
    of = f"change {change.undoes}" if change.undoes is not None else ""
    return " ".join(part for part in (capitalised(change.act.value), of, change.proposal) if part)


def _rows(change: Change) -> Iterator[str]:
    yield from map(row_line, change.rows)
    more = change.size - len(change.rows)
    if more:
        yield f"and {more:,} more"
