"""Check: the statements of a document, each held against a record."""

from __future__ import annotations

from summitry.desk.facts import rules_of
from summitry.desk.find import basis_of
from summitry.model.statements import Document
from summitry.reading import Parser, SpacyParser, read
from summitry.reckoning import Frame, evaluate_in
from summitry.record.view import View
from summitry.telling.check import Checked, Judged


def check(document: Document, view: View, *, parser: Parser | None = None) -> Checked:
    """Read a document and judge each of its claims by the record, as of the document's day."""
    frame = Frame.of(view, document.as_of)
    reading = read(document, frame.names, parser=parser)
    return Checked(
        document=document,
        basis=basis_of(view),
        names=frame.names,
        sources=view.sources(),
        statements=tuple(
            Judged(
                statement,
                tuple(evaluate_in(frame, claim, rules_of(claim)) for claim in statement.claims),
            )
            for statement in reading.statements
        ),
        silences=reading.silences,
    )


def warm(*, parser: Parser | None = None) -> None:
    """Load what reading needs: the first text needn't wait for it."""
    (parser or SpacyParser()).parse([["They", "met", "."]])
