"""Counts and denials in the past perfect: up to when they are said.

"They had met nine times by then" counts up to a day in the past. It is the one that the clause says
itself ("by July 2018", "before they met in Helsinki"), or that of an event which the text told of
right before, of the same people.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from summitry.model.days import until
from summitry.model.selection import Holder, Party, Selection, Someone
from summitry.model.when import ALWAYS, Window
from summitry.reading.clauses.frame import Frame
from summitry.reading.clauses.tense import helpers
from summitry.reading.mentions.calendar import Calendar
from summitry.reading.mentions.items import PartyItem, RosterItem, TimeItem
from summitry.reading.trees.syntax import Syntax

_LONGEST: Final = 62
"""Days: of an event that is told with a longer time it isn't clear up to when is counted."""


def counts_earlier(syntax: Syntax, frame: Frame) -> bool:
    """Whether a frame counts, orders or denies in the past perfect."""
    rosters = any(isinstance(w, RosterItem) for w in (*frame.subjects, *frame.objects))
    first = [ordinal.position for ordinal in frame.ordinals] == [1]
    counts = frame.counts or frame.negated or rosters or (frame.ordinals and not first)
    own = frame.role == "verb"
    governor = frame.index if own else syntax.conjunct(syntax.tree.nodes[frame.index]).head
    return bool(counts) and not frame.this and "had" in helpers(syntax, governor)


def date_earlier(
    syntax: Syntax, frame: Frame, told: Sequence[Selection], calendar: Calendar
) -> None:
    """Give a frame that counts up to a day in the past the time up to then, if it can be told."""
    if not counts_earlier(syntax, frame):
        return
    if _is_one_before(syntax, frame):
        frame.passed += frame.counts
        frame.counts, frame.upto = [], True
        return
    if not is_closed(syntax, frame):
        frame.tail += _up_to(syntax, frame, told, calendar)
    frame.upto = any(
        isinstance(item, TimeItem) and item.window is not None
        and item.window.possibly.earliest is None
        for item in frame.tail
    )  # fmt: skip


def _is_one_before(syntax: Syntax, frame: Frame) -> bool:
    """Of "had met once before, in June 1992": that they met then."""
    once = [count.bounds.most for count in frame.counts] == [1]
    before = any(node.word.lower() in ("before", "earlier") for node in syntax.tree.nodes)
    return once and not frame.counts[0].of_all and before and is_closed(syntax, frame)


def is_closed(syntax: Syntax, frame: Frame) -> bool:
    """Whether the clause says itself up to when it counts, or in what time that is over."""
    return any(
        isinstance(item, TimeItem) and item.window is not None and _closes(syntax, frame, item)
        for item in (*frame.tail, *frame.that)
    )


def _closes(syntax: Syntax, frame: Frame, time: TimeItem) -> bool:
    """Of "before 2012", "had met twice in 2017": not "in 2017 they had met twice"."""
    if time.window is None or time.window.written.lower().startswith("until"):
        return False  # It isn't clear whether its own days count.
    if time.window.possibly.earliest is None:
        return True
    node = next((n for n in syntax.tree.nodes if syntax.items[n.index] is time), None)
    over = time.window.possibly.latest is not None and not frame.ordinals
    return over and node is not None and node.index > frame.index


def _up_to(
    syntax: Syntax, frame: Frame, told: Sequence[Selection], calendar: Calendar
) -> Iterator[TimeItem]:
    """The time up to the event of the same people that was told of last, if there is one."""
    last = next((one for one in reversed(told) if one.window != ALWAYS), None)
    if last is None or last is not told[-1] or not _is_like(frame, last, calendar):
        return
    days = last.window.possibly
    if days.earliest is None or days.latest is None or days.last - days.first > _LONGEST:
        return
    before = until(days.first - 1)
    if days.only is not None or _ever(syntax, frame):
        yield TimeItem(Window.of(before), adverb=True, side=True)
    else:
        yield TimeItem(Window(before, until(days.last), "up to then"), adverb=True, side=True)


def _ever(syntax: Syntax, frame: Frame) -> bool:
    """Of "had never met before": whatever came before."""
    kids = {kid.word.lower() for kid in syntax.kids[frame.index]}
    return bool(kids & {"before", "previously", "ever", "never"})


def _is_like(frame: Frame, told: Selection, calendar: Calendar) -> bool:
    """Whether an event is of the kind and the people that a frame speaks of."""
    named = [w for w in (*frame.subjects, *frame.objects) if isinstance(w, PartyItem)]
    parties = [party for item in named for party in item.parties]
    parties += [w.among for w in (*frame.subjects, *frame.objects) if isinstance(w, RosterItem)]
    if told.kind is not frame.sense.kind or not parties:
        return False
    return all(_took_part(party, told, calendar) for party in parties)


def _took_part(party: Party | None, told: Selection, calendar: Calendar) -> bool:
    there = [one for one in (told.who, told.whom) if one is not None]
    if isinstance(party, Someone):
        return any(isinstance(one, Someone) and one.person == party.person for one in there)
    if isinstance(party, Holder):
        return any(
            one == party
            or (isinstance(one, Someone) and party.office in calendar.offices(one.person))
            for one in there
        )
    return False
