"""Which frame a time, place, number or the like belongs to."""

from __future__ import annotations

from typing import Final

from summitry.lexicon.tables import table
from summitry.reading.clauses.frame import Frame
from summitry.reading.clauses.triggers import Triggers
from summitry.reading.mentions.items import (
    AboutItem,
    AnchorItem,
    CapacityItem,
    DurationItem,
    EachItem,
    GapItem,
    GatheringItem,
    HostItem,
    Item,
    ModeItem,
    NumberItem,
    OrdinalItem,
    PlaceItem,
    RulesItem,
    SeriesItem,
    SettingItem,
    TheOneItem,
    TimeItem,
    TimesItem,
)
from summitry.reading.trees.lists import lists
from summitry.reading.trees.parse import Node
from summitry.reading.trees.syntax import SUBJECTS, phrases


def attach(found: Triggers) -> None:
    """Give each frame the times, places, numbers and the like that belong to it."""
    _Attachments(found).attach()


_PLACING: Final = frozenset(
    (
        "in", "at", "to", "near", "outside", "inside", "into", "aboard", "off", "through",
        "around", "along", "across",
    )
)  # fmt: skip
_TAIL_PREPOSITIONS: Final[tuple[tuple[tuple[type, ...], frozenset[str]], ...]] = (
    ((PlaceItem,), _PLACING),
    (
        (TimeItem,),
        frozenset(("in", "on", "during", "of", "throughout", "around", "at", "from", "over")),
    ),
    (
        (GatheringItem, SeriesItem),
        frozenset(("at", "in", "during", "of", "around", "for", "on", "including")),
    ),
    ((DurationItem,), frozenset(("for", "of", "over", "lasting"))),
)
"""What a place, time, gathering or length that belongs to an event comes after."""


_BELOW: Final = {"ccomp", "relcl", "advcl", "xcomp", "acl"}
"""How a verb depends that another is told with: of "but he did not" either may be left out."""
_HELPING: Final = {"aux", "auxpass"}
"""How a verb depends that only helps another."""


def _goes(item: Item | None, preposition: Node) -> bool:
    """Whether a mention after this preposition belongs to an event."""
    return all(
        preposition.word.lower() in words
        for kinds, words in _TAIL_PREPOSITIONS
        if isinstance(item, kinds)
    )


class _Attachments:
    def __init__(self, found: Triggers) -> None:
        self.syntax, self.triggers, self.carriers = found.syntax, found.frames, found.carriers
        items = self.syntax.line.items
        self.anchors = [n for n, item in enumerate(items) if isinstance(item, AnchorItem)]

    def attach(self) -> None:
        listed = lists(self.syntax)
        firsts = {found.members[0].index: found.item for found in listed}
        others = {member.index for found in listed for member in found.members[1:]}
        for node in self.syntax.tree.nodes:
            item = firsts.get(node.index, self.syntax.items[node.index])
            if node.index not in others and isinstance(
                item,
                NumberItem | OrdinalItem | TimeItem | PlaceItem | GatheringItem | SeriesItem
                | DurationItem | ModeItem | SettingItem | EachItem,
            ):  # fmt: skip
                self._attach_one(node, item)
        self._attach_unparsed()
        for index in self.triggers:
            self._dress(index)
        for node in self.syntax.tree.nodes:
            if node.index in self.triggers and self._purpose(node):
                above = self.syntax.tree.nodes[
                    self.syntax.tree.nodes[self.syntax.conjunct(node).head].head
                ].index
                self.triggers[self.carriers.get(above, [above])[0]].unread = True

    def _attach_one(self, node: Node, item: Item) -> None:
        found = self._trigger_above(node)
        if found is None:
            return
        index, by_carrier = found
        frame = self.triggers[index]
        if self._after_anchor(frame, node):
            # It may as well belong to what "since" counts from.
            frame.unread = True
        if isinstance(item, NumberItem | OrdinalItem) and not self._counts(node, item, index):
            frame.unread = True
        elif isinstance(item, NumberItem):
            frame.counts.append(item)
        elif isinstance(item, OrdinalItem) and self._is_another(node, index):
            frame.passed.append(item)
        elif isinstance(item, OrdinalItem):
            frame.ordinals.append(item)
            frame.swapped = by_carrier and frame.role == "was"
        elif self._is_passed(frame, node, item, by_carrier=by_carrier):
            frame.passed.append(item)
        elif self._told_apart(node, index, frame, by_carrier=by_carrier):
            frame.that.append(item)
        else:
            frame.tail.append(item)

    def _is_passed(self, frame: Frame, node: Node, item: Item, *, by_carrier: bool) -> bool:
        """Whether a mention says nothing of the one event that the frame may speak of."""
        if frame.counts and self._is_of_all(node):
            return True
        return by_carrier and frame.within and self._is_of_saying(frame, node, item)

    def _is_of_saying(self, frame: Frame, node: Node, item: Item) -> bool:
        """Whether a mention is no time or place of a meeting at which somebody said something.

        Of "raised the 2016 election", what was said; of "told Biden in Moscow in a call", where one
        of those was who spoke from afar.
        """
        afar = isinstance(item, PlaceItem) and frame.sense.admits == "remote"
        path = [above.dep for above in self.syntax.tree.path(node.index)]
        return afar or "dobj" in path[: path.index("ROOT") if "ROOT" in path else None]

    def _is_of_all(self, node: Node) -> bool:
        """Of "met six times, all of them during his first term": what holds of each."""
        path = {above.index for above in self.syntax.tree.path(node.index)}
        return any(n.word.lower() == "all" and n.index in path for n in self.syntax.tree.nodes)

    def _after_anchor(self, frame: Frame, node: Node) -> bool:
        """Whether a mention follows a "since" that follows the frame's word of meeting."""
        place = self.syntax.words.places[node.index]
        text = self.syntax.line.text
        return any(frame.place < n < place and ":" not in text[n:place] for n in self.anchors)

    def _counts(self, node: Node, item: NumberItem | OrdinalItem, index: int) -> bool:
        """Whether a number counts the events themselves, not something else in the sentence."""
        if isinstance(item, NumberItem) and item.times:
            return True
        verb = self.triggers[index].role == "verb"
        if isinstance(item, NumberItem) and verb:
            return False
        return node.head == index or index in self.carriers.get(node.head, ())

    def _is_another(self, node: Node, index: int) -> bool:
        """Of "A second meeting followed": one more, in no order that could be told."""
        own = node.head == index and self.triggers[index].role in ("happened", "light")
        return own and any(
            kid.dep == "det" and kid.word.lower() in ("a", "an") for kid in self.syntax.kids[index]
        )

    def _trigger_above(self, node: Node) -> tuple[int, bool] | None:
        """The word of meeting that a mention belongs to, and whether it is by way of its verb."""
        if not self._is_after(node):
            return None
        below = node
        for above in self.syntax.tree.path(node.index):
            own = above.index in self.triggers and above.index != node.index
            if own and not self._purpose(above):
                return above.index, False
            if above.index in self.carriers:
                return self._carried(above.index, node.index), True
            verb = above.tag.startswith("V") and above.index != node.index
            if verb and (above.word.lower() not in phrases("passes") or self._is_of_which(above)):
                return None
            if above.dep == "pobj" and above.index != node.index and not self._may_pass(above):
                return None
            if above.head == above.index or above.dep == "relcl":
                return None
            if (
                below is node
                and above.dep == "prep"
                and not _goes(self.syntax.items[node.index], above)
            ):
                return None
            below = above
        return None

    def _is_of_which(self, verb: Node) -> bool:
        """Of "six calls, the last of which took place in May": a clause about one of them."""
        subjects = (kid for kid in self.syntax.kids[verb.index] if kid.dep in SUBJECTS)
        below = (k for subject in subjects for prep in self.syntax.kids[subject.index]
                 for k in self.syntax.kids[prep.index])  # fmt: skip
        return any(node.word.lower() in ("which", "whom") for node in below)

    def _is_after(self, node: Node) -> bool:
        """Of "talks on security, Iran and Iraq": whether the first of a list is where they were."""
        first = self.syntax.conjunct(node)
        above = self.syntax.tree.nodes[first.head]
        led = first is not node and first.dep == "pobj" and above.dep == "prep"
        return not led or _goes(self.syntax.items[node.index], above)

    def _purpose(self, node: Node) -> bool:
        """Whether a noun of meeting only says what another one was for."""
        head = self.syntax.conjunct(node)
        above = self.syntax.tree.nodes[head.head]
        governed = above.head in self.triggers or above.head in self.carriers
        return head.dep == "pobj" and above.word.lower() == "for" and governed

    def _may_pass(self, node: Node) -> bool:
        """Whether a mention below a noun belongs to what is above: "at his ranch in Crawford"."""
        site = node.word.lower() in table("unread")["sites"] or self._is_manner(node)
        absorbed = any(node.index in frame.absorbed for frame in self.triggers.values())
        return site or absorbed or self.syntax.items[node.index] is not None

    def _is_manner(self, node: Node) -> bool:
        """Of "met behind closed doors in Paris", "at a funeral in Rome": a place follows how."""
        prep = self.syntax.tree.nodes[node.head]
        verb = prep.head in self.triggers and self.triggers[prep.head].role == "verb"
        scene = node.word.lower() in (*table("unread")["scenes"], *table("unread")["means"])
        return verb and (scene or prep.word.lower() in phrases("manners"))

    def _carried(self, carrier: int, index: int) -> int:
        """Of the words of meeting that a verb carries, the last before a mention, or the first."""
        before = [t for t in self.carriers[carrier] if t < index]
        return before[-1] if before else self.carriers[carrier][0]

    def _told_apart(self, node: Node, index: int, frame: Frame, *, by_carrier: bool) -> bool:
        """Whether a mention tells of the one event, rather than restricting which are meant."""
        between = self.syntax.words.words[min(index, node.index) : max(index, node.index)]
        if by_carrier and frame.role in ("was", "happened"):
            carriers = [carrier for carrier, on in self.carriers.items() if index in on]
            if any(carrier < node.index for carrier in carriers if index < carrier):
                return True
            if any(node.index < carrier for carrier in carriers if carrier < index):
                return True
        if frame.role in ("verb", "light"):
            counted = [
                n
                for n, item in enumerate(self.syntax.items)
                if isinstance(item, NumberItem) and index < n
            ]
            last = max(counted, default=index)
            return (
                bool(counted)
                and node.index > last
                and not {",", ":"}.isdisjoint(self.syntax.words.words[last : node.index])
            )
        return node.index > index and "," in between

    def _attach_unparsed(self) -> None:
        """Give anchors, capacities and the like to the word of meeting before them."""
        if not self.triggers:
            return
        order = sorted(self.triggers.values(), key=lambda f: f.place)
        for place, item in enumerate(self.syntax.line.items):
            if isinstance(
                item,
                AnchorItem
                | CapacityItem
                | RulesItem
                | AboutItem
                | HostItem
                | TheOneItem
                | GapItem
                | TimesItem,
            ):
                if not self.syntax.words.start <= place < self.syntax.words.end:
                    continue
                before = [f for f in order if f.place < place]
                frame = before[-1] if before else order[0]
                if isinstance(item, TimesItem):
                    after = [f for f in order if f.place > place]
                    self._attach_times(item, after)
                    continue
                if isinstance(item, GapItem):
                    self._attach_gaps(frame, place, item)
                    continue
                told = isinstance(item, AboutItem | HostItem | TheOneItem) and self._after_carrier(
                    frame, place
                )
                (frame.that if told else frame.tail).append(item)

    def _attach_times(self, item: TimesItem, frames: list[Frame]) -> None:
        """Of "The last time that they met": the position of what the clause tells."""
        if frames:
            frames[0].ordinals.append(OrdinalItem(item.position))
            frames[0].this, frames[0].now = item.this, item.now

    def _attach_gaps(self, frame: Frame, place: int, item: GapItem) -> None:
        """Give clauses without a verb to the frame before, unless another verb stands between."""
        carriers = {carrier for carrier, on in self.carriers.items() if frame.index in on}
        own = {frame.index, *carriers}
        other = any(
            node.tag.startswith("V") and node.index not in own and node.dep not in _HELPING
            for node in self.syntax.tree.nodes
            if frame.place < self.syntax.words.places[node.index] < place
        )
        verb = self.syntax.tree.nodes[min(carriers, default=frame.index)]
        if other or frame.place > place:
            frame.unread = True
        elif verb.dep not in _BELOW or not any(gap.echo for gap in item.gaps):
            frame.gaps.extend(item.gaps)

    def _after_carrier(self, frame: Frame, place: int) -> bool:
        """Whether a place in the line comes after the copula that carries the frame's noun."""
        return frame.role == "was" and any(
            self.triggers[t] is frame and self.syntax.words.places[carrier] < place
            for carrier, carried in self.carriers.items()
            for t in carried
        )

    def _dress(self, index: int) -> None:
        """Note whether words with a word of meeting admit the rules of formal ones."""
        words = (kid.word.lower() for kid in self.syntax.kids[index])
        self.triggers[index].respective = len(self.triggers) == 1 and any(
            word.lower() == "respectively" for word in self.syntax.words.words
        )
        self.triggers[index].formal = any(word in phrases("formal") for word in words)
