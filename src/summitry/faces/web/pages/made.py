"""Pages made: those of a site, of a record and a day, and what makes one as a job."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Final
from urllib.parse import urlencode

from summitry.desk.pages.register import Register
from summitry.desk.pages.site import Site
from summitry.desk.records import View
from summitry.faces.jobs import Check
from summitry.faces.web.pages.packed import packed
from summitry.faces.wire import Json
from summitry.model.problems import InputError
from summitry.model.statements import DocumentType
from summitry.telling.addresses import Address, FormKind
from summitry.telling.pages import asking, checking
from summitry.telling.pages.asking import AskingPage

_KEPT: Final[list[tuple[View, date, Site]]] = []


def site_of(view: View, today: date) -> Site:
    """The site of a record on a day; what belongs together in the record is gathered once."""
    for kept, day, site in tuple(_KEPT):
        if kept is view and day == today:
            return site
    made = Site(Register(view, None, today), has_forms=True)
    _KEPT[:] = [*_KEPT[-1:], (view, today, made)]
    return made


@dataclass(frozen=True, slots=True, kw_only=True)
class PageOf:
    """The page of an address that the site has."""

    address: Address
    today: date

    def answer(self, view: View) -> Json:
        """The page, as text."""
        return {"page": site_of(view, self.today).page(self.address)}


@dataclass(frozen=True, slots=True, kw_only=True)
class PageOfCheck:
    """A text or a file, checked and marked on a page.

    An address can hold a plain text; of what else a file tells, its words alone would lose some.
    """

    check: Check

    def answer(self, view: View) -> Json:
        """The page, as text."""
        checked = self.check.checked(view)
        is_plain = self.check.type is DocumentType.TEXT
        word = packed(self.check.data.decode()) if is_plain else ""
        as_of = checked.document.as_of.isoformat()
        share = urlencode({"as_of": as_of, "text": word}) if word else ""
        leaf = site_of(view, self.check.today).leaf(FormKind.CHECK)
        return {"page": checking.result_as_html(checked, leaf, share, is_file=not is_plain)}


@dataclass(frozen=True, slots=True, kw_only=True)
class PageOfAnswer:
    """A question, answered on a page, or told why it can't be."""

    question: str
    today: date

    def answer(self, view: View) -> Json:
        """The page, as text."""
        from summitry.desk.ask import ask  # noqa: PLC0415 - the reader takes long to load

        site = site_of(view, self.today)
        told = AskingPage(ground=site.register.ground, question=self.question)
        try:
            answered = ask(self.question, view, as_of=None, today=self.today)
            told = replace(told, answered=answered)
        except InputError as error:
            told = replace(told, problem=str(error))
        return {"page": asking.as_html(told, site.leaf(FormKind.ASK))}
