"""What the editor's pages have in common as responses."""

from __future__ import annotations

from typing import Final

from fastapi import Request, Response

from summitry.faces.web.editor.guard import Asked
from summitry.faces.web.pages.given import page
from summitry.faces.web.pages.made import site_of
from summitry.faces.web.served import Served
from summitry.telling.pages.editing import Desk

DONE: Final = {
    "added": "Added. The form shows it as it stands.",
    "saved": "Saved. The form shows it as it stands.",
    "accepted": "Accepted.",
    "rejected": "Rejected.",
}
"""What was done, as the page that follows says it."""

DEPTH: Final = 1
"""Folders that the editor's pages lie within."""

_HEADERS: Final = {
    "cache-control": "no-store",
    "referrer-policy": "same-origin",
    "x-robots-tag": "noindex",
}


def desk_of(ours: Served, asked: Asked, *, problem: str = "", done: str = "") -> Desk:
    """Who sits at the editor's desk, and where it stands."""
    return Desk(
        leaf=site_of(ours.view, ours.today()).leaf_within(DEPTH),
        name=asked.session.name,
        proof=asked.editor.sessions.proof(asked.session),
        problem=problem,
        done=DONE.get(done, ""),
    )


def seen(text: str, status: int = 200) -> Response:
    """A page for this one reader, now."""
    return page(text, status, dict(_HEADERS))


def go(address: str) -> Response:
    """The way to another page."""
    return Response(status_code=303, headers={"location": address, **_HEADERS})


def to_sign_in(request: Request, _: Exception) -> Response:
    """The way to the form to sign in by, from any of the editor's pages."""
    return go("sign-in" if request.url.path.count("/") > 1 else "edit/sign-in")
