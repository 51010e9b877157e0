"""The page of a question: the box, and the answer with the rows that it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from summitry.model.events import Encounter, Visit
from summitry.model.findings import Evidence
from summitry.telling import answers, dates
from summitry.telling.addresses import FormKind, of_event
from summitry.telling.answers import Answered
from summitry.telling.check import evidence_label
from summitry.telling.pages.ground import Ground
from summitry.telling.pages.leaf import Leaf, Link, render
from summitry.telling.pages.references import References
from summitry.telling.pages.setter import Setter
from summitry.telling.words import capitalised

MOST_SHOWN: Final = 30
"""How many rows an answer shows."""

EXAMPLES: Final = (
    "When did Biden last meet Putin?",
    "How many times did Obama meet Putin?",
    "Has Trump ever visited Moscow?",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskingPage:
    """A question as it was typed, with its answer, or why there is none."""

    ground: Ground
    question: str = ""
    answered: Answered | None = None
    problem: str = ""


def as_html(page: AskingPage, leaf: Leaf) -> str:
    """The page."""
    setter = Setter(page.ground, leaf)
    told = page.answered
    rows = () if told is None else answers.evidence(told.answer)
    shown = tuple(_shown(rows[:MOST_SHOWN], setter))
    return render(
        "asking.html.j2",
        leaf,
        title="Ask",
        description="A question about who met whom, answered from the record",
        about=list(_about(page, leaf)),
        footer=f"{page.ground.basis.label}.",
        main="ask",
        skip="the question",
        action=leaf.form(FormKind.ASK),
        question=page.question,
        problem=f"{capitalised(page.problem)}." if page.problem else "",
        examples=EXAMPLES if told is None else (),
        answer=() if told is None else tuple(_sentences(told)),
        rows=shown,
        more=len(rows) - len(shown),
        sources=setter.sources(),
        notes=References(),
        data="",
    )


def _about(page: AskingPage, leaf: Leaf) -> Iterator[str]:
    if page.answered is not None:
        yield f"As of {dates.day(page.answered.as_of, leaf.style).rstrip(',')}"
    yield page.ground.basis.label


def _sentences(answered: Answered) -> Iterator[str]:
    """What answers, why if that says more, and what was instead."""
    said, why = answers.says(answered), answers.because(answered)
    yield said
    if why != said and answered.answer.ground is not None:
        yield why
    other = answers.instead(answered)
    if other is not None:
        yield f"Instead: {other}"


def _shown(rows: tuple[Evidence, ...], setter: Setter) -> Iterator[tuple[Link, tuple[int, ...]]]:
    """Each row in a few words, linked to its page, with its footnotes."""
    for one in rows:
        text = capitalised(evidence_label(one, setter.names, style=setter.leaf.style))
        event = one.row if isinstance(one.row, Encounter | Visit) else None
        link = Link(text=text) if event is None else setter.leaf.link(text, of_event(event))
        yield link, setter.notes(one.citations)
