"""Why a sentence with a word of meeting makes no claim: plans, wishes, denials, other days."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Final

from summitry.lexicon.tables import table
from summitry.reading.clauses.earlier import counts_earlier, is_closed
from summitry.reading.clauses.frame import Frame
from summitry.reading.clauses.tense import PERFECT, PLAN, helpers, not_past
from summitry.reading.mentions.items import (
    AnchorItem,
    CapacityItem,
    PartyItem,
    RosterItem,
    TimeItem,
)
from summitry.reading.trees.parse import Node
from summitry.reading.trees.syntax import SUBJECTS, Syntax, phrases

_OWN_CLAUSE: Final = {"relcl", "advcl"}
_ASIDE: Final = {"conj", "prep", "relcl", "advcl"}


def refusal(syntax: Syntax, frame: Frame) -> str:
    """Why no claim can be made of the frame at a word; empty if one may."""
    return next(filter(None, (doubt(syntax, frame.index, frame) for doubt in _DOUBTS)), "")


def _is_unreal(syntax: Syntax, index: int, frame: Frame) -> str:
    """Something that governs the word says that it was planned, wished, doubted or denied."""
    unreal = phrases("unreal")
    for node in _clause(syntax, index):
        around = {kid.word.lower() for kid in syntax.kids[node.index] if kid.dep not in _ASIDE}
        if node.index == frame.index and _tells_ahead(syntax, node, frame):
            around -= {"would"}
        governs = frame.within and node.index != frame.index and node.tag in ("VBD", "VBN")
        if (node.word.lower() in unreal and not governs) or around & unreal:
            return PLAN
    return ""


def _is_disowned(syntax: Syntax, index: int, _frame: Frame) -> str:
    """Of "Nobody says that they met", "He falsely said that they met": told, but not as true."""
    said = (node for node in syntax.tree.path(index) if node.dep == "ccomp")
    denied = any(_denies(syntax, syntax.tree.nodes[node.head]) for node in said)
    return PLAN if denied or _disowning().search(syntax.line.text) else ""


def _denies(syntax: Syntax, verb: Node) -> bool:
    """Whether a verb of saying says that nobody said so; "It was not until 2021 that" doesn't."""
    kids = syntax.kids[verb.index]
    nobody = any(kid.dep in SUBJECTS and syntax.negated(kid) for kid in kids)
    until = any(kid.word.lower() == "until" for kid in kids)
    return (nobody or syntax.negated(verb)) and not until


@cache
def _disowning() -> re.Pattern[str]:
    words = "|".join(map(re.escape, table("unread")["disowned"]))
    return re.compile(rf"(?:\b|(?=n['’]t ))(?:{words})\b", re.IGNORECASE)


_MAIN: Final = {"ROOT", "conj", "relcl"}


def _tells_ahead(syntax: Syntax, verb: Node, frame: Frame) -> bool:
    """Of "They would meet again in 1986", "would never meet again": what came, told from before."""
    kids = {kid.word.lower() for kid in syntax.kids[verb.index]}
    supposed = any(word.lower() in ("if", "unless", "whether") for word in syntax.words.words)
    sure = bool(frame.again) or (frame.told and bool(kids & phrases("ahead")))
    return "would" in kids and "have" not in kids and verb.dep in _MAIN and sure and not supposed


def _clause(syntax: Syntax, index: int) -> Iterator[Node]:
    """The word and what governs it, up to where its clause stands on its own."""
    for node in syntax.tree.path(index):
        yield node
        if node.dep in _OWN_CLAUSE:
            return


_LABEL: Final = re.compile(r"^\W*(?:\d+[.)]\W*)?(?P<words>[\w ]+):")


def _is_labelled(syntax: Syntax, _index: int, _frame: Frame) -> str:
    """A label before the words says what became of it: "Cancelled: meeting between ..."."""
    label = _LABEL.match(syntax.line.text)
    words = set(label["words"].lower().split()) if label is not None else set()
    return PLAN if words & (phrases("unreal") | _untrue()) else ""


@cache
def _untrue() -> frozenset[str]:
    return frozenset(table("unread")["untrue"])


def _is_fiction(syntax: Syntax, _index: int, _frame: Frame) -> str:
    """What happens in a book or a film, or in a world that never was."""
    return "a story, not history" if _fiction().search(syntax.line.text) else ""


@cache
def _fiction() -> re.Pattern[str]:
    words = sorted(table("unread")["fiction"], key=len, reverse=True)
    nouns = "|".join(map(re.escape, words))
    return re.compile(
        rf"\b(?:in|of|from|by|throughout)(?: [\w'’-]+){{1,3}} (?:{nouns})\b", re.IGNORECASE
    )


def _is_announced(syntax: Syntax, index: int, frame: Frame) -> str:
    """Of "announced a second meeting": a noun of what is still to come."""
    if frame.role == "verb":
        return ""
    head = syntax.conjunct(syntax.tree.nodes[index])
    above = syntax.tree.nodes[head.head]
    announced = head.dep in ("dobj", "nsubjpass") and above.word.lower() in phrases("announces")
    return PLAN if announced else ""


_LONG_WORD: Final = re.compile(r"\b[^\W\d_]{4,}\b")


def _is_a_title(syntax: Syntax, _index: int, frame: Frame) -> str:
    """A noun in a line written as titles are: "Maine Getaway Includes Call From Moscow"."""
    words = _LONG_WORD.findall(syntax.line.text)
    title = len(words) > 1 and all(word[0].isupper() for word in words)
    return "the title of a text" if title and frame.role != "verb" else ""


def _is_of_another_day(syntax: Syntax, _index: int, frame: Frame) -> str:
    """The past perfect counts up to a day in the past, not to the text's own."""
    if counts_earlier(syntax, frame) and not is_closed(syntax, frame):
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


def _tells_latter(syntax: Syntax, _index: int, frame: Frame) -> str:
    """Of "hosted Nixon and Ford, the latter in 1974": what is said of one of two alone."""
    several = sum(len(w.parties) for w in (*frame.subjects, *frame.objects)
                  if isinstance(w, PartyItem)) > _COMPANY  # fmt: skip
    latter = several and _LATTER.search(syntax.line.text) is not None
    return "it isn't clear who goes with what" if latter else ""


def _leaves_out(syntax: Syntax, _index: int, frame: Frame) -> str:
    """Of "Not counting that lunch, it was their first since 2017": not of all events."""
    counts = frame.counts or frame.ordinals or frame.negated
    rosters = any(isinstance(w, RosterItem) for w in (*frame.subjects, *frame.objects))
    if frame.counts and _ADDS.match(syntax.line.text):
        return "it isn't clear beside what it is counted"
    out = (counts or rosters) and _left_out().search(syntax.line.text) is not None
    return "it isn't clear what it leaves out" if out else ""


_ADDS: Final = re.compile(r"(?:in addition|additionally|besides|on top of that),", re.IGNORECASE)
"""What opens a sentence that goes on with the time told of before."""


@cache
def _left_out() -> re.Pattern[str]:
    words = "|".join(map(re.escape, table("unread")["leaving_out"]))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


_LATTER: Final = re.compile(
    r",? (?:and )?the (?:latter|former)(?= (?:in|on|at|only|twice|once)\b|,)"
)


def _joint(syntax: Syntax, node: Node) -> str:
    """The word that joins a word to the one it hangs on; "" where there is none."""
    words = [n for n in syntax.tree.nodes[node.head : node.index] if n.dep == "cc"]
    return words[-1].word.lower() if words else ""


def _is_bare(_: Syntax, _index: int, frame: Frame) -> str:
    """A noun of which the sentence says nothing."""
    if frame.role == "alone" or (frame.role == "mentioned" and not _is_told(frame)):
        return "nothing is said of it"
    return ""


def _is_of_these(syntax: Syntax, index: int, frame: Frame) -> str:
    """Of "These meetings were held in Rome": those that were told of, of whomever they were."""
    dets = (kid.word.lower() for kid in syntax.kids[index])
    these = frame.role != "verb" and frame.plural and any(d in phrases("these") for d in dets)
    return "it isn't said who met whom" if these and not frame.objects else ""


def _is_told(frame: Frame) -> bool:
    """Whether words tell of a meeting that is mentioned: when, where, or that it was the one."""
    return bool(frame.tail or frame.that) or any(count.sole for count in frame.counts)


def _means_else(syntax: Syntax, index: int, frame: Frame) -> str:
    """Of "saw Putin as a rival", "saw Putin leave", "called Putin a killer", "called on him to go".

    A word that means a meeting only before somebody says something else of them where more follows.
    """
    if frame.role != "verb" or frame.sense.only != "person":
        return ""
    after = syntax.tree.nodes[index + 1 :]
    person = next((n for n in after if isinstance(syntax.items[n.index], PartyItem)), None)
    following = after[person.index - index :] if person is not None else ()
    if following and not _may_follow(syntax, following[0]):
        return "the word may mean something else than a meeting"
    return ""


def _may_follow(syntax: Syntax, node: Node) -> bool:
    """Whether a word may come right after the object of a verb of meeting."""
    mention = syntax.line.items[syntax.words.places[node.index]] is not None
    joins = node.tag in ("IN", "CC", "RB", "NFP") or not node.tag[0].isalpha()
    return mention or (joins and node.word.lower() not in ("as", "like"))


def _is_once(syntax: Syntax, index: int, frame: Frame) -> str:
    """Of "he did not go to Peru": not on the occasion that the text speaks of, whatever it is."""
    moved = frame.role == "verb" and frame.negated and frame.sense.only == "place"
    ever = {kid.word.lower() for kid in syntax.kids[index]} & {"never", "ever", "no"}
    ever |= helpers(syntax, index) & PERFECT
    placed = any(isinstance(i, TimeItem | CapacityItem | AnchorItem) for i in frame.tail)
    return "it isn't said at what time" if moved and not ever and not placed else ""


def _is_inexact(_syntax: Syntax, _index: int, frame: Frame) -> str:
    """Of "landed in Moscow on 5 May": the visit may have begun on the next day."""
    windows = [i.window for i in (*frame.tail, *frame.that) if isinstance(i, TimeItem)]
    exact = any(window is not None and window.possibly.only is not None for window in windows)
    return (
        "the day of an arrival may not be the visit's first"
        if exact and frame.sense.inexact
        else ""
    )


def _lacks_company(_syntax: Syntax, _index: int, frame: Frame) -> str:
    """Of "had lunch in Moscow": a meal is a meeting only of those who are named."""
    named = [who for who in (*frame.subjects, *frame.objects) if isinstance(who, PartyItem)]
    alone = (
        frame.sense.only in ("carried", "guest")
        and sum(len(who.parties) for who in named) < _COMPANY
    )
    return "it isn't said who met whom" if alone else ""


_COMPANY: Final = 2

_DOUBTS: Final[tuple[Callable[[Syntax, int, Frame], str], ...]] = (
    _is_unreal,
    _is_disowned,
    _is_fiction,
    _is_announced,
    _is_labelled,
    _is_a_title,
    not_past,
    _is_of_another_day,
    _is_bare,
    _is_of_these,
    _means_else,
    _lacks_company,
    _is_once,
    _is_inexact,
    _is_between_others,
    _is_one_of_several,
    _tells_latter,
    _leaves_out,
    _names_a_stranger,
)
