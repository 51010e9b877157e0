"""An editor's browser, as far as it is needed to fill in forms."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import Any, Final

from starlette.testclient import TestClient
from starlette.types import ASGIApp

from summitry.desk.records import snapshot
from summitry.faces.web.app import make_app
from summitry.faces.web.settings import Editing, Settings
from summitry.record.home import Home
from summitry.record.proposed import SqlProposals
from summitry.record.sql_record import build
from tests.desk.proposed import EVERY, RECORD

TOKEN: Final = "a token that nobody guesses"  # noqa: S105 - of the tests
Page = Any
"""A response, as the client of the tests has it."""
Sent = dict[str, str | list[str]]


def edited(home: Home) -> Home:
    """A record with proposals."""
    build(RECORD, home)
    SqlProposals(home).save(EVERY)
    return home


def app_of(record: Home) -> ASGIApp:
    return make_app(snapshot(record), Settings(editing=Editing(record=record, token=TOKEN)))


@dataclass(frozen=True, slots=True)
class Browser:
    """What keeps cookies and sends the forms that it was shown."""

    client: TestClient

    def get(self, page: str) -> Page:
        return self.client.get(f"/edit/{page}", follow_redirects=False)

    def form(self, page: str) -> Sent:
        """The fields of the last form of a page, as they stand."""
        return fields(self.get(page).text)

    def post(self, page: str, sent: Sent, **headers: str) -> Page:
        return self.client.post(f"/edit/{page}", data=sent, headers=headers, follow_redirects=False)

    def sign_in(self, name: str = "Ann", token: str = TOKEN) -> Page:
        return self.post("sign-in", self.form("sign-in") | {"name": name, "token": token})

    def send(self, page: str, to: str = "", **typed: Any) -> Page:  # noqa: ANN401 - a text or several
        """Fill in the form of a page, and send it."""
        return self.post(to or page.partition("?")[0], self.form(page) | typed)


def browser(app: ASGIApp, name: str = "Ann") -> Browser:
    """A browser in which somebody is signed in."""
    made = Browser(TestClient(app))
    assert made.sign_in(name).status_code == 303
    return made


def fields(page: str) -> Sent:
    """The fields of the last form of a page, as a browser would send them."""
    form = re.findall(r"<form.*?</form>", page, flags=re.DOTALL)[-1]
    found: Sent = {}
    for tag in re.findall(r"<input [^>]*>", form):
        told = dict(re.findall(r'([\w-]+)="([^"]*)"', tag))
        if told.get("type") == "checkbox":
            if tag.endswith(" checked>"):
                before = found.get(told["name"], [])
                assert isinstance(before, list)
                found[told["name"]] = [*before, told["value"]]
        else:
            found[told["name"]] = html.unescape(told.get("value", ""))
    for name, text in re.findall(
        r'<textarea [^>]*name="(\w+)"[^>]*>\n?(.*?)</textarea>', form, flags=re.DOTALL
    ):
        found[name] = html.unescape(text).replace("\n", "\r\n")
    for name, options in re.findall(
        r'<select [^>]*name="(\w+)"[^>]*>(.*?)</select>', form, flags=re.DOTALL
    ):
        chosen = re.findall(r'value="([^"]*)" selected', options)
        found[name] = chosen[0] if chosen else ""
    return found


def faults(page: Page) -> dict[str, str]:
    """What a page says beside its fields."""
    found = re.findall(r'<p class="fault" id="[a-z]+-(\w+)">(.*?)</p>', page.text)
    return {name: html.unescape(text) for name, text in found}


def problem(page: Page) -> str:
    """What a page says is wrong."""
    found = re.search(r'class="problem" role="alert">(?:<p>)?(.*?)</p>', page.text)
    return html.unescape(found[1]) if found else ""
