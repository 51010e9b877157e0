"""Times said with another verb of a sentence that hold of a clause's verb, or may."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from summitry.reading.mentions.items import TimeItem
from summitry.reading.trees.parse import Node
from summitry.reading.trees.syntax import SUBJECTS, Syntax


def times_elsewhere(syntax: Syntax, head: Node, frames: Collection[int]) -> Iterator[Node]:
    """The times of clauses that share a verb's: its purpose, and the verb that it is joined to.

    Of "flew to Moscow to see Putin in 2018", and of "turned back in 2013 and met Putin".
    ``frames`` are the words of meeting, which have times of their own.
    """
    kids = syntax.kids[head.index]
    others = {kid.index for kid in kids if _is_purpose(syntax, kid)}
    first = syntax.conjunct(head)
    if first.index not in frames and not any(kid.dep in SUBJECTS for kid in kids):
        others.add(first.index)
    others.discard(head.index)
    for node in syntax.tree.nodes:
        if isinstance(syntax.items[node.index], TimeItem):
            verbs = (one.index for one in syntax.tree.path(node.index))
            owner = next((at for at in verbs if at in others or at == head.index), None)
            if owner in others:
                yield node


def times_after(syntax: Syntax, head: Node) -> Iterator[Node]:
    """The times after a relative clause without one, which may be its own.

    Of "Kosygin, who met Johnson at Glassboro, in June 1967, ...", where no other verb is nearer.
    """
    if head.dep != "relcl":
        return
    for node in syntax.tree.nodes[head.index + 1 :]:
        if node.tag.startswith("V"):
            return
        if isinstance(syntax.items[node.index], TimeItem):
            if all(above.index != head.index for above in syntax.tree.path(node.index)):
                yield node
            return


def _is_purpose(syntax: Syntax, node: Node) -> bool:
    """Whether a clause is an infinitive: "to see Putin"."""
    return any(kid.tag == "TO" for kid in syntax.kids[node.index])
