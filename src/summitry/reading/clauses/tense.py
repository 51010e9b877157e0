"""Whether a verb is said of the past: by its tense, or in a present tense that tells of it."""

from __future__ import annotations

from typing import Final

from summitry.reading.clauses.frame import Frame
from summitry.reading.mentions.items import TimeItem, WordItem
from summitry.reading.mentions.line import Line
from summitry.reading.trees.parse import Node
from summitry.reading.trees.syntax import SUBJECTS, Syntax, phrases

PLAN: Final = "a plan, a wish or a doubt"
NOT_PAST: Final = "not said of the past"
PERFECT: Final = {"has", "have", "had", "having", "'ve", "'d"}
_PAST_TAGS: Final = {"VBD", "VBN", "VBG"}
_PRESENT_TAGS: Final = {"VBZ", "VBP", "VB", "NN", "NNS", "NNP", "JJ"}
"""Of a present tense, and of what a parser takes one for in a line without an article."""
_PAST_FORMS: Final = {"past", "participle"}


def tells_of_past(line: Line, day: int, *, heading: bool) -> bool:
    """Whether the present tense tells of the past in a line: its times are all gone by ``day``.

    So do captions, timelines and encyclopaedias: "June 3, 1961: Kennedy meets Khrushchev". A
    heading without a time tells of its own day: "Merkel meets Obama". What is said in the present
    tense of "Monday" or of a day without its year, within a year of the text, is still to come.
    """
    times = [item for item in line.items if isinstance(item, TimeItem)]
    if not times:
        return heading
    return all(has_gone(item, day) for item in times)


def has_gone(time: TimeItem, day: int) -> bool:
    """Whether a time is surely gone by a day, though a verb of the present is said of it."""
    window = time.window
    if window is None or window.possibly.last > day:
        return False
    return not (time.counted and window.possibly.last > day - _YEAR)


_YEAR: Final = 366
"""Days."""


def not_past(syntax: Syntax, index: int, frame: Frame) -> str:
    """Why a frame isn't said of the past; empty if it is.

    Its verb is an infinitive, is asked or supposed, or is of the present, unless that tells of the
    past.
    """
    verb, told = frame.role == "verb", frame.told
    governor = index if verb else syntax.conjunct(syntax.tree.nodes[index]).head
    around = helpers(syntax, governor)
    if "would" in around and verb:
        # Whether it came is judged apart: "They would meet again in 1986".
        return ""
    if "to" in around:
        return "an intention"
    if frame.role == "light":
        node = syntax.tree.nodes[governor]
        past = around & PERFECT or "did" in around or node.tag in _PAST_TAGS
        return "" if past or (told and _may_tell(syntax, node)) else NOT_PAST
    if not verb:
        return ""
    if _is_inverted(syntax, index):
        return PLAN
    node = syntax.tree.nodes[index]
    if around & PERFECT or "did" in around or node.tag in _PAST_TAGS:
        return ""
    item = syntax.items[index]
    shown = isinstance(item, WordItem) and item.verb is not None and item.verb[1] in _PAST_FORMS
    return "" if shown or (told and _may_tell(syntax, node)) else NOT_PAST


def helpers(syntax: Syntax, index: int) -> set[str]:
    """The auxiliaries of a verb, in lower case."""
    return {kid.word.lower() for kid in syntax.kids[index] if kid.dep in ("aux", "auxpass")}


def _may_tell(syntax: Syntax, verb: Node) -> bool:
    """Whether a verb of the present stands as one that tells what happened once.

    Not as in "they do meet", "when they meet", "if they meet".
    """
    around = {kid.word.lower() for kid in syntax.kids[verb.index]}
    helped = helpers(syntax, verb.index) - {"is", "are"}
    return not helped and not around & phrases("generic") and verb.tag in _PRESENT_TAGS


def _is_inverted(syntax: Syntax, index: int) -> bool:
    """Whether an auxiliary stands before the subject: "Had they met", "Should they meet"."""
    auxiliaries = [kid.index for kid in syntax.kids[index] if kid.dep in ("aux", "auxpass")]
    subjects = [kid.index for kid in syntax.kids[index] if kid.dep in SUBJECTS]
    return bool(auxiliaries and subjects) and auxiliaries[0] < subjects[0]
