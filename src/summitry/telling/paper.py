"""A history as a page of HTML for readers: figures, pictures, every encounter with its sources.

The page stands alone: it loads nothing, runs nothing, and follows the reader's light or dark, width
and paper. Every sentence on it is told from a claim; what else it says are labels.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from markupsafe import Markup

from summitry.model.claims import HowMany, RuleId
from summitry.model.events import Event
from summitry.model.rules import counting_rules
from summitry.model.selection import Holder, Party
from summitry.telling.addresses import Address, of_event, of_pair, of_party, of_person
from summitry.telling.dates import DateStyle
from summitry.telling.exports.exported import Exported
from summitry.telling.exports.geojson import geojson
from summitry.telling.exports.jsonld import embedded, graph_of
from summitry.telling.figures import encounters, figures, number_of
from summitry.telling.history import Fact, History, Section
from summitry.telling.layout import Layout, ToldEntry, ToldSection, lay_out
from summitry.telling.pages.leaf import Leaf, Link, render
from summitry.telling.pages.references import References
from summitry.telling.pages.rows import kind_label, when_label
from summitry.telling.pictures.canvas import Picture
from summitry.telling.pictures.look import Look, Width
from summitry.telling.pictures.maps import map_of, places_of
from summitry.telling.pictures.render import as_svg
from summitry.telling.pictures.shown import Shown, shown
from summitry.telling.pictures.timeline import timeline
from summitry.telling.pictures.topics import topics
from summitry.telling.published import published_by
from summitry.telling.summary import weightiest
from summitry.telling.voice import Voice
from summitry.telling.words import capitalised, joined

ANSWER: Final = 70
"""How many words the paragraph at the head of the page has at most."""

MOST_LATEST: Final = 3
"""How many encounters are listed as the latest, on a page with many more."""

MOST_RELATED: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """How often two met by some rules that give one number; the claim is by the first of them."""

    claim: HowMany
    rules: tuple[RuleId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A history, and what else a page of it tells.

    ``headlines`` are ranked, the most unusual first; ``related`` are the pairs whose histories may
    be read next; ``exported`` are the page's events as data.
    """

    history: History
    headlines: tuple[Fact, ...] = ()
    totals: tuple[Total, ...] = ()
    related: tuple[tuple[Party, Party], ...] = ()
    exported: Exported | None = None


def as_html(
    paper: Paper,
    *,
    style: DateStyle = DateStyle.PLAIN,
    leaf: Leaf | None = None,
    table: str = "",
) -> str:
    """The page. In a site it has the style and the links of its leaf.

    Else it holds its events as files to be taken away, of which ``table`` is the one in CSV.
    """
    setter = _Setter(paper, style if leaf is None else leaf.style, leaf)
    page, pictures = setter.page, tuple(setter.pictures())
    return render(
        "paper.html.j2",
        leaf,
        pictures=[svg for one in pictures for _, svg in one.drawn],
        title=page.title,
        description=page.key_facts[0].says if setter.spans[0] else f"{page.title}: {page.record}",
        about=[part for part in (f"As of {page.as_of}", page.scope, page.record) if part],
        footer=f"{page.record}. As of {page.as_of}.",
        main="history",
        skip="the history",
        page=page,
        answer=page.key_facts[: setter.spans[0]],
        headlines=page.key_facts[setter.spans[0] : setter.spans[1]],
        others=page.key_facts[setter.spans[1] :],
        figures=figures(paper.history, style=setter.style),
        parties=tuple(setter.of_parties()),
        latest=tuple(setter.latest()),
        shown=pictures,
        sections=tuple(map(setter.section, page.sections, paper.history.sections)),
        totals=tuple(map(setter.total, paper.totals)),
        related=tuple(setter.related()),
        downloads=tuple(setter.downloads(table)) if leaf is None else (),
        notes=References(),
        seen=set[str](),
        data=setter.data(),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """A picture as SVG for each width that it is drawn for, with its words."""

    name: str
    heading: str
    alt: str
    drawn: tuple[tuple[str, Markup], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """An entry with what its event was, as a label and as the page's style knows it."""

    told: ToldEntry
    when: str
    kind: str
    tone: str
    details: tuple[str, ...]
    href: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Section:
    told: ToldSection
    href: str | None
    anchor: str
    tally: str
    lists: tuple[tuple[str, tuple[_Row, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Counted:
    """A total: the number, the rules that give it, and who has published numbers by them."""

    number: str
    rules: tuple[str, ...]
    published: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Download:
    """A file within the page: what it is, what it is to be called, and its bytes as an address."""

    name: str
    file: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Related:
    name: str
    address: str | None
    command: str


class _Setter:
    def __init__(self, paper: Paper, style: DateStyle, leaf: Leaf | None) -> None:
        self.paper = paper
        self.history = paper.history
        self.style = style
        self.leaf = leaf
        self.voice = Voice(self.history.names, style)
        answer = weightiest(self.history, ANSWER, style=style)
        headlines = tuple(fact for fact in paper.headlines if fact not in answer)
        told = (*answer, *headlines)
        others = tuple(fact for fact in self.history.key_facts if fact not in told)
        self.spans = (len(answer), len(told))
        sections = tuple(
            replace(one, facts=tuple(fact for fact in one.facts if fact not in told))
            for one in self.history.sections
        )
        arranged = replace(self.history, key_facts=(*told, *others), sections=sections)
        self.page: Layout = lay_out(arranged, style=style)

    def party(self, party: Party) -> str:
        """A person's name, or the office's holders."""
        if isinstance(party, Holder):
            return self.voice.offices(party.office)
        return self.voice.person(party.person)

    def page_of(self, event: Event) -> ToldEntry:
        """The event as the page has it."""
        told = (
            entry
            for section in self.page.sections
            for one in section.lists
            for entry in one.entries
        )
        return next(entry for entry in told if entry.event == event.id)

    def href(self, address: Address) -> str | None:
        """Where a page of the site is; None where this one stands alone."""
        return None if self.leaf is None else self.leaf.links(address)

    def of_parties(self) -> Iterator[Link]:
        """The pages of the two, in a site."""
        for party in self.history.parties if self.leaf is not None else ():
            yield Link(text=capitalised(self.title(party)), href=self.href(of_party(party)))

    def title(self, party: Party) -> str:
        """A person's name, or "the presidents of Russia"."""
        return f"the {self.party(party)}" if isinstance(party, Holder) else self.party(party)

    # --- events ---------------------------------------------------------------------------------

    def latest(self) -> Iterator[ToldEntry]:
        """The last encounters, the last first; of a page with few more none."""
        found = encounters(self.history)
        if len(found) > 2 * MOST_LATEST:
            yield from (self.page_of(event) for event in reversed(found[-MOST_LATEST:]))

    def section(self, told: ToldSection, section: Section) -> _Section:
        events = {
            entry.event.id: entry.event
            for entry in (*section.meetings, *section.contacts, *section.visits)
        }
        return _Section(
            told=told,
            href=self.href(of_person(section.person)),
            anchor=f"with-{section.person}",
            tally=", ".join(_tally(section)),
            lists=tuple(
                (one.heading, tuple(self.row(entry, events[entry.event]) for entry in one.entries))
                for one in told.lists
            ),
        )

    def row(self, entry: ToldEntry, event: Event) -> _Row:
        kind, tone = kind_label(event)
        return _Row(
            told=entry,
            when=when_label(event, self.style),
            kind=capitalised(kind),
            tone=tone,
            details=tuple(capitalised(one) for one in entry.details if one != kind),
            href=self.href(of_event(event)),
        )

    # --- pictures -------------------------------------------------------------------------------

    def pictures(self) -> Iterator[_Shown]:
        """The pictures that have something to show; two narrow ones stand side by side."""
        drawn = shown(self.history)
        if any(row.events for row in drawn.rows):
            yield _picture("When they met", timeline, drawn, (Width.WIDE, Width.NARROW))
        if places_of(drawn)[0]:
            yield _picture("Where they met", map_of, drawn, (Width.NARROW,))
        if any(event.topics for event in drawn.encounters()):
            yield _picture("What they talked about", topics, drawn, (Width.NARROW,))

    # --- numbers, other pages, data -------------------------------------------------------------

    def total(self, total: Total) -> _Counted:
        table, kind = counting_rules(), total.claim.selection.kind
        who = published_by(total.claim.selection, total.rules, self.history.names)
        return _Counted(
            number=number_of(total.claim.number),
            rules=tuple(capitalised(table[rule].says_of(kind)) for rule in total.rules),
            published=joined(who),
        )

    def related(self) -> Iterator[_Related]:
        """Other histories: in a site those that it has."""
        found = (
            _Related(
                name=capitalised(joined(map(self.title, pair))),
                address=self.href(of_pair(*pair)),
                command=f"summitry history {_quoted(map(self.name, pair))} --format html",
            )
            for pair in self.paper.related
        )
        shown = (one for one in found if self.leaf is None or one.address is not None)
        yield from islice(shown, MOST_RELATED)

    def name(self, party: Party) -> str:
        """The name by which a command knows the party."""
        names = self.history.names
        if isinstance(party, Holder):
            return names.offices[party.office].name
        return names.people[party.person].name

    def downloads(self, table: str) -> Iterator[_Download]:
        """The page's events as files, which are in the page itself."""
        exported = self.paper.exported
        if exported is None or not exported.events:
            return
        written = {
            "A table (CSV)": ("csv", "text/csv", table),
            "A map (GeoJSON)": ("geojson", "application/geo+json", geojson(exported).text),
        }
        for name, (end, type, text) in written.items():
            if text:
                held = b64encode(text.encode()).decode()
                href = f"data:{type};charset=utf-8;base64,{held}"
                yield _Download(name=name, file=f"events.{end}", href=href)

    def data(self) -> Markup:
        """The events as schema.org has them, in letters that no markup is made of."""
        if self.paper.exported is None:
            return Markup("")
        text = embedded(graph_of(self.paper.exported))
        return Markup(text)  # noqa: S704 - nothing in it opens or ends a tag


def _picture(
    heading: str,
    make: Callable[[Shown, Look], Picture],
    drawn: Shown,
    widths: Iterable[Width],
) -> _Shown:
    made = [(width, make(drawn, Look(None, width))) for width in widths]
    return _Shown(
        name=made[0][1].name,
        heading=heading,
        alt=made[0][1].alt,
        drawn=tuple(
            (width.value, Markup(as_svg(one)))  # noqa: S704 - the library for XML wrote it
            for width, one in made
        ),
    )


def _tally(section: Section) -> Iterator[str]:
    """What a section lists: "26 in person", "3 phone calls"."""
    if section.meetings:
        yield f"{len(section.meetings)} in person"
    if section.contacts:
        many = "s" if len(section.contacts) > 1 else ""
        yield f"{len(section.contacts)} call{many} or letter{many}"
    if section.visits:
        yield f"{len(section.visits)} visit{'s' if len(section.visits) > 1 else ''}"


def _quoted(names: Iterable[str]) -> str:
    return " ".join(f'"{name}"' for name in names)
