"""Guard: who may ask for an editor's page, and whose form is taken."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Final
from urllib.parse import parse_qs, urlsplit

from fastapi import Depends, Request, Response

from summitry.faces.web.bodies import read_body
from summitry.faces.web.editor.editor import Editor
from summitry.faces.web.editor.sessions import COOKIE, PATH, Session
from summitry.faces.web.problems import ProblemError
from summitry.faces.web.served import Ours
from summitry.model.problems import InputError

FORM: Final = "application/x-www-form-urlencoded"
MOST_FIELDS: Final = 200
MOST_BYTES: Final = 256 * 1024
_OWN: Final = frozenset({"same-origin", "none"})

Sent = Mapping[str, list[str]]


@dataclass(frozen=True, slots=True)
class Asked:
    """A request for an editor's page: of which editor, in which session."""

    editor: Editor
    session: Session


class NotSignedIn(Exception):
    """Whoever asks for a page has to sign in first."""


async def visited(request: Request) -> Asked:
    """A request of anybody, in the session that its cookie says, or a new one of nobody."""
    editor: Editor = request.app.state.editor
    session = editor.sessions.of(request.cookies.get(COOKIE, ""))
    return Asked(editor, session or editor.sessions.visit())


async def signed_in(asked: Annotated[Asked, Depends(visited)], request: Request) -> Asked:
    """A request of somebody who is signed in; NotSignedIn, or ProblemError for a form."""
    if asked.session.name:
        return asked
    if request.method == "POST":
        raise _refused("nobody is signed in (expected you to sign in, and send it again)")
    raise NotSignedIn


async def sent(request: Request, ours: Ours, asked: Annotated[Asked, Depends(visited)]) -> Sent:
    """The fields of a form that is this session's own; ProblemError for another."""
    _refuse_foreign(request)
    sent_as = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if sent_as != FORM:
        raise ProblemError("unknown-type", f"the body is no form (expected {FORM})")
    body = await read_body(request, most=MOST_BYTES, seconds=ours.settings.body_seconds)
    try:
        fields = parse_qs(
            body.decode("ascii"),
            keep_blank_values=True,
            errors="strict",
            max_num_fields=MOST_FIELDS,
        )
    except ValueError:
        raise InputError("the form can't be read (expected fields in UTF-8)") from None
    if not asked.editor.sessions.proves(asked.session, fields.pop("proof", [""])[0]):
        raise _refused("the form is not one of your session (expected you to load it again)")
    return fields


def _refuse_foreign(request: Request) -> None:
    """ProblemError where the browser says that another site's page sends the form."""
    site = request.headers.get("sec-fetch-site")
    origin = request.headers.get("origin")
    foreign = site is not None and site not in _OWN
    if origin is not None and (site is None or origin != "null"):
        foreign = foreign or urlsplit(origin).netloc != request.headers.get("host", "")
    if foreign:
        raise _refused("the form comes from another site (expected one of this server)")


def _refused(detail: str) -> ProblemError:
    return ProblemError("not-allowed", detail)


def remember(response: Response, asked: Asked, session: Session, request: Request) -> Response:
    """The response, with the cookie of the session."""
    response.set_cookie(
        COOKIE,
        asked.editor.sessions.cookie(session),
        path=PATH,
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="strict",
    )
    return response


Visitor = Annotated[Asked, Depends(visited)]
Signed = Annotated[Asked, Depends(signed_in)]
Fields = Annotated[Sent, Depends(sent)]
