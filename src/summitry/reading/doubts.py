"""Why a sentence with a word of meeting makes no claim: plans, wishes, denials, other days."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from summitry.reading.frames import Frame
from summitry.reading.items import RosterItem, WordItem
from summitry.reading.parse import Node
from summitry.reading.syntax import SUBJECTS, Syntax, phrases

PLAN: Final = "a plan, a wish or a doubt"
_OWN_CLAUSE: Final = {"relcl", "advcl"}
_ASIDE: Final = {"conj", "prep", "relcl", "advcl"}
_PERFECT: Final = {"has", "have", "had", "having", "'ve", "'d"}


def refusal(syntax: Syntax, frame: Frame) -> str:
    """Why no claim can be made of the frame at a word; empty if one may."""
    return next(filter(None, (doubt(syntax, frame.index, frame) for doubt in _DOUBTS)), "")


def _is_unreal(syntax: Syntax, index: int, _: Frame) -> str:
    """Something that governs the word says that it was planned, wished, doubted or denied."""
    unreal = phrases("unreal")
    for node in _clause(syntax, index):
        around = {kid.word.lower() for kid in syntax.kids[node.index] if kid.dep not in _ASIDE}
        if node.word.lower() in unreal or around & unreal:
            return PLAN
    return ""


def _clause(syntax: Syntax, index: int) -> Iterator[Node]:
    """The word and what governs it, up to where its clause stands on its own."""
    for node in syntax.tree.path(index):
        yield node
        if node.dep in _OWN_CLAUSE:
            return


_LABEL: Final = re.compile(r"^\W*(?P<words>[\w ]+):")


def _is_labelled(syntax: Syntax, _index: int, _frame: Frame) -> str:
    """A label before the words says what became of it: "Cancelled: meeting between ..."."""
    label = _LABEL.match(syntax.line.text)
    words = set(label["words"].lower().split()) if label is not None else set()
    return PLAN if words & phrases("unreal") else ""


_LONG_WORD: Final = re.compile(r"\b[^\W\d_]{4,}\b")


def _is_a_title(syntax: Syntax, _index: int, frame: Frame) -> str:
    """A noun in a line written as titles are: "Maine Getaway Includes Call From Moscow"."""
    words = _LONG_WORD.findall(syntax.line.text)
    title = len(words) > 1 and all(word[0].isupper() for word in words)
    return "the title of a text" if title and frame.role != "verb" else ""


def _is_not_past(syntax: Syntax, index: int, frame: Frame) -> str:
    """The verb is an infinitive, is asked or supposed, or is of the present."""
    verb = frame.role == "verb"
    governor = index if verb else syntax.conjunct(syntax.tree.nodes[index]).head
    helpers = _helpers(syntax, governor)
    if "to" in helpers:
        return "an intention"
    if frame.role == "light":
        return _is_carried_now(syntax, index)
    if not verb:
        return ""
    if _is_inverted(syntax, index):
        return PLAN
    if helpers & _PERFECT or "did" in helpers or syntax.tree.nodes[index].tag in _PAST_TAGS:
        return ""
    item = syntax.items[index]
    shown = isinstance(item, WordItem) and item.verb is not None and item.verb[1] in _PAST_FORMS
    return "" if shown else "not said of the past"


def _is_carried_now(syntax: Syntax, index: int) -> str:
    """Of "Putin and Biden hold talks", as headlines say what is going on or to come."""
    carrier = syntax.tree.nodes[syntax.conjunct(syntax.tree.nodes[index]).head]
    helpers = _helpers(syntax, carrier.index)
    past = helpers & _PERFECT or "did" in helpers or carrier.tag in _PAST_TAGS
    return "" if past else "not said of the past"


_PAST_TAGS: Final = {"VBD", "VBN", "VBG"}
_PAST_FORMS: Final = {"past", "participle"}


def _helpers(syntax: Syntax, index: int) -> set[str]:
    return {kid.word.lower() for kid in syntax.kids[index] if kid.dep in ("aux", "auxpass")}


def _is_inverted(syntax: Syntax, index: int) -> bool:
    """Whether an auxiliary stands before the subject: "Had they met", "Should they meet"."""
    helpers = [kid.index for kid in syntax.kids[index] if kid.dep in ("aux", "auxpass")]
    subjects = [kid.index for kid in syntax.kids[index] if kid.dep in SUBJECTS]
    return bool(helpers and subjects) and helpers[0] < subjects[0]


def _is_of_another_day(syntax: Syntax, index: int, frame: Frame) -> str:
    """The past perfect counts up to a day in the past, not to the text's own."""
    rosters = any(isinstance(w, RosterItem) for w in (*frame.subjects, *frame.objects))
    first = [ordinal.position for ordinal in frame.ordinals] == [1]
    counts = frame.counts or frame.negated or rosters or (frame.ordinals and not first)
    governor = index if frame.role == "verb" else syntax.conjunct(syntax.tree.nodes[index]).head
    if counts and not frame.this and "had" in _helpers(syntax, governor):
        return "said of an earlier day than the text's own"
    return ""


def _names_a_stranger(syntax: Syntax, index: int, frame: Frame) -> str:
    """The word, or the verb that carries it, has a place or occasion that isn't in the record."""
    governors = [index]
    if frame.role != "verb":
        governors.append(syntax.conjunct(syntax.tree.nodes[index]).head)
    strange = any(
        below.tag.startswith("NNP")
        and syntax.items[below.index] is None
        and below.word.lower() not in phrases("openers")
        for governor in governors
        for kid in syntax.kids[governor]
        if kid.dep == "prep"
        for below in syntax.kids[kid.index]
        if below.dep == "pobj"
    )
    return "a name in it isn't in the record" if strange else ""


def _is_between_others(syntax: Syntax, index: int, frame: Frame) -> str:
    """Of "no meeting with Putin between Bush and Obama": who stand at the ends of a span."""
    carrier = syntax.conjunct(syntax.tree.nodes[index]).head
    ends = {id(who) for at in {index, carrier} for who in syntax.ends(syntax.tree.nodes[at])}
    named = {id(who) for who in (*frame.subjects, *frame.objects)}
    owner = {id(who) for who in syntax.owners(syntax.tree.nodes[index])}
    return "a span between people was not read" if ends and named - ends - owner else ""


def _is_one_of_several(syntax: Syntax, _index: int, frame: Frame) -> str:
    """Of "Merkel or Cameron": one of them, unless it is denied of both."""
    named = {id(who) for who in (*frame.subjects, *frame.objects)}
    joined = (
        node for node in syntax.tree.nodes
        if node.dep == "conj" and id(syntax.items[node.index]) in named
    )  # fmt: skip
    either = any(_joint(syntax, node) in phrases("alternatives") for node in joined)
    return "it isn't said which of them it was" if either and not frame.negated else ""


def _joint(syntax: Syntax, node: Node) -> str:
    """The word that joins a word to the one it hangs on; "" where there is none."""
    words = [n for n in syntax.tree.nodes[node.head : node.index] if n.dep == "cc"]
    return words[-1].word.lower() if words else ""


def _is_bare(_: Syntax, _index: int, frame: Frame) -> str:
    """A noun of which the sentence says nothing."""
    if frame.role == "alone" or (frame.role == "mentioned" and not _is_told(frame)):
        return "nothing is said of it"
    return ""


def _is_told(frame: Frame) -> bool:
    """Whether words tell of a meeting that is mentioned: when, where, or that it was the one."""
    return bool(frame.tail or frame.that) or any(count.sole for count in frame.counts)


_DOUBTS: Final[tuple[Callable[[Syntax, int, Frame], str], ...]] = (
    _is_unreal,
    _is_labelled,
    _is_a_title,
    _is_not_past,
    _is_of_another_day,
    _is_bare,
    _is_between_others,
    _is_one_of_several,
    _names_a_stranger,
)
