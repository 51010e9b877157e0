"""Check: the statements of a document, each held against a record."""

from __future__ import annotations

from summitry.model.claims import Claim
from summitry.model.rules import CountingRule, counting_rules
from summitry.model.statements import Document
from summitry.reading import Parser, read
from summitry.reckoning import evaluate
from summitry.record.view import View
from summitry.telling.basis import Basis
from summitry.telling.check import Checked, Judged


def check(document: Document, view: View, *, parser: Parser | None = None) -> Checked:
    """Read a document and judge each of its claims by the record, as of the document's day."""
    names = view.names()
    reading = read(document, names, parser=parser)
    return Checked(
        document=document,
        basis=basis_of(view),
        names=names,
        sources=view.sources(),
        statements=tuple(
            Judged(
                statement,
                tuple(
                    evaluate(claim, view, as_of=document.as_of, rules=rules_of(claim))
                    for claim in statement.claims
                ),
            )
            for statement in reading.statements
        ),
    )


def rules_of(claim: Claim) -> tuple[CountingRule, ...]:
    """The counting rules that the claim's words admit, in its order."""
    table = counting_rules()
    return tuple(table[rule] for rule in claim.rules)


def basis_of(view: View) -> Basis:
    """The record, as an answer names it."""
    about = view.about()
    return Basis(title=about.title, version=about.version, events=about.events)
