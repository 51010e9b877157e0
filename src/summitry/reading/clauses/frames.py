"""Frames: each word of meeting or travelling with what depends on it in the sentence."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

from summitry.lexicon.tables import Sense, table
from summitry.model.events import EventKind
from summitry.reading.mentions.items import (
    AboutItem,
    AnchorItem,
    CapacityItem,
    DurationItem,
    EachItem,
    Gap,
    GapItem,
    GatheringItem,
    HostItem,
    Item,
    ModeItem,
    NumberItem,
    OrdinalItem,
    PartyItem,
    PlaceItem,
    RulesItem,
    SeriesItem,
    SettingItem,
    TheOneItem,
    TimeItem,
    TimesItem,
    WordItem,
)
from summitry.reading.trees.lists import lists
from summitry.reading.trees.parse import Node
from summitry.reading.trees.syntax import SUBJECTS, Syntax, Who, phrases


@dataclass(slots=True)
class Frame:
    """A word of meeting or travelling, and what the sentence says of it.

    ``index`` and ``place`` are the word's in its tree and in its line.
    ``role`` is how the word stands in its sentence: "verb", or for a noun "light" ("had a
    meeting"), "was" (with a copula), "happened", "included", "including" (what includes others),
    "apposed", "mentioned", "alone". ``tail`` holds the mentions that restrict the events, ``that``
    those that tell of the one event spoken of; ``swapped``: the noun tells of the event, and the
    words after the copula restrict ("The meeting in X was their first since ...").

    ``parent`` is the frame whose time and place hold of this one too, ``follows`` the one that
    this one is later than, ``told_of`` the one that tells which event this one speaks of.
    ``this``: it is the event spoken of last; ``now``: the one that goes on on the text's day;
    ``definite``: "the meeting", which may be one spoken of too.
    ``equated``: it is said to be what was spoken of ("The summit was a meeting held in Vienna").
    ``again``: the words of a denial by which it holds but of what followed ("never met again").
    ``gaps``: the clauses after it that leave out its verb; ``echoed``: it is such a clause, which
    says or denies for itself what the words of the clause before say or deny. ``passed``: mentions
    that say nothing of it ("a second meeting followed").
    ``absorbed``: the nouns that only say of what kind it is ("came on a state visit").
    ``sited``: its place is the one that "where" hangs on.
    ``told``: the present tense tells of the past there, as under a date.
    ``presumed``: it is the subject of a clause that tells something else of it, and so takes it
    for granted ("Nixon's visit to China in 1972 was a triumph").
    ``upto``: it counts up to a day in the past, which its times tell.
    ``respective``: of two lists in it each member belongs to the one in its place in the other.
    ``unread``: restricting words that reading doesn't know. ``refusal``: why no claim can be made.
    """

    sense: Sense
    index: int
    place: int
    role: str
    subjects: list[Who] = field(default_factory=list)
    objects: list[Who] = field(default_factory=list)
    tail: list[Item] = field(default_factory=list)
    that: list[Item] = field(default_factory=list)
    counts: list[NumberItem] = field(default_factory=list)
    ordinals: list[OrdinalItem] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    echoed: bool = False
    passed: list[Item] = field(default_factory=list)
    plural: bool = False
    negated: bool = False
    formal: bool = False
    this: bool = False
    now: bool = False
    definite: bool = False
    equated: bool = False
    again: tuple[int, ...] = ()
    swapped: bool = False
    parent: Frame | None = None
    follows: Frame | None = None
    told_of: Frame | None = None
    absorbed: tuple[int, ...] = ()
    sited: bool = False
    told: bool = False
    presumed: bool = False
    upto: bool = False
    respective: bool = False
    unread: bool = False
    refusal: str = ""


def frames(syntax: Syntax) -> list[Frame]:
    """The frames of one parsed stretch of a line, in order."""
    return _Builder(syntax).build()


_PLACING: Final = frozenset(
    (
        "in", "at", "to", "near", "outside", "inside", "into", "aboard", "off", "through",
        "around", "along", "across",
    )
)  # fmt: skip
_TAIL_PREPOSITIONS: Final[tuple[tuple[tuple[type, ...], frozenset[str]], ...]] = (
    ((PlaceItem,), _PLACING),
    ((TimeItem,), frozenset(("in", "on", "during", "of", "throughout", "around", "at", "from"))),
    (
        (GatheringItem, SeriesItem),
        frozenset(("at", "in", "during", "of", "around", "for", "on", "including")),
    ),
    ((DurationItem,), frozenset(("for", "of", "over", "lasting"))),
)
"""What a place, time, gathering or length that belongs to an event comes after."""

_BELOW: Final = {"ccomp", "relcl", "advcl", "xcomp", "acl"}
"""How a verb depends that another is told with: of "but he did not" either may be left out."""
_SITING: Final = {"relcl", "advcl"}
"""How a clause depends that begins with "where"."""
_HELPING: Final = {"aux", "auxpass"}
"""How a verb depends that only helps another."""


def _goes(item: Item | None, preposition: Node) -> bool:
    """Whether a mention after this preposition belongs to an event."""
    return all(
        preposition.word.lower() in words
        for kinds, words in _TAIL_PREPOSITIONS
        if isinstance(item, kinds)
    )


def _timed(frame: Frame) -> bool:
    """Whether a time is said of a frame itself."""
    return any(isinstance(item, TimeItem) for item in frame.tail)


class _Builder:
    """Builds the frames of one tree."""

    def __init__(self, syntax: Syntax) -> None:
        self.syntax = syntax
        self.triggers: dict[int, Frame] = {}
        self.carriers: dict[int, list[int]] = {}

    def build(self) -> list[Frame]:
        for node in self.syntax.tree.nodes:
            item = self.syntax.items[node.index]
            if isinstance(item, WordItem):
                self._trigger(node, item)
        for index in list(self.triggers):
            self._absorb(index)
        for index, frame in self.triggers.items():
            self._who(index, frame)
            self._again(frame)
        self._attach()
        for frame in self.triggers.values():
            self._site(frame)
        for frame in self.triggers.values():
            self._share_time(frame)
        return list(self.triggers.values())

    def _absorb(self, index: int) -> None:
        """Of "came to Washington on a state visit": the noun says of what kind the visit was."""
        node = self.syntax.tree.nodes[index]
        on = self.syntax.tree.nodes[node.head]
        frame, verb = self.triggers[index], self.triggers.get(on.head)
        if node.dep != "pobj" or verb is None or verb.role != "verb":
            return
        if on.word.lower() in ("at", "during") and self._is_occasion(node, frame, verb):
            verb.absorbed = (*verb.absorbed, index)
            del self.triggers[index]
            return
        if on.word.lower() != "on":
            return
        if verb.sense.kind is EventKind.VISIT and frame.sense.kind is EventKind.VISIT:
            kinds = frame.sense.visit_kinds or verb.sense.visit_kinds
            verb.sense = replace(verb.sense, visit_kinds=kinds)
            verb.absorbed = (*verb.absorbed, index)
            del self.triggers[index]

    def _is_occasion(self, node: Node, noun: Frame, verb: Frame) -> bool:
        """Of "bumped into Putin at the Hangzhou summit": where they met, not another meeting."""
        met = {noun.sense.kind, verb.sense.kind} == {EventKind.ENCOUNTER}
        below = [self.syntax.items[kid.index] for kid in self.syntax.kids[node.index]]
        other = any(isinstance(i, NumberItem | OrdinalItem | PartyItem) for i in below)
        return met and not noun.plural and not other

    def _site(self, frame: Frame) -> None:
        """Of "in Geneva, where Reagan had met Gorbachev": the place that the clause hangs on."""
        clause = self.syntax.conjunct(self.syntax.tree.nodes[frame.index])
        if frame.role != "verb" or clause.dep not in _SITING or clause.index != frame.index:
            return
        where = [kid for kid in self.syntax.kids[clause.index] if self._is_where(kid)]
        if not where:
            return
        site = self._site_before(where[0])
        if site is None or any(isinstance(item, PlaceItem) for item in frame.tail):
            frame.unread = frame.unread or where[0].word.lower() != "where"
        else:
            frame.tail.append(site)
            frame.sited = True
            self._share_site_time(clause, site, frame)

    def _share_site_time(self, clause: Node, site: PlaceItem, frame: Frame) -> None:
        """Of "flew to Kyiv on Monday, where he met": the time is of both; not with "had met"."""
        kids = self.syntax.kids[clause.index]
        timed = any(isinstance(item, TimeItem) for item in frame.tail)
        if timed or any(kid.word.lower() == "had" for kid in kids):
            return
        above = [f for f in self.triggers.values() if f is not frame and site in f.tail]
        frame.tail += [i for f in above[:1] for i in f.tail if isinstance(i, TimeItem)]

    def _is_where(self, kid: Node) -> bool:
        """Of "where" or "in which"."""
        below = [node.word.lower() for node in self.syntax.kids[kid.index]]
        return kid.word.lower() == "where" or (
            kid.dep == "prep" and kid.word.lower() in ("in", "at") and below == ["which"]
        )

    def _site_before(self, where: Node) -> PlaceItem | None:
        """The place named right before a word, or before one for it: "Helsinki, the city in"."""
        words, items = self.syntax.tree.nodes[: where.index], self.syntax.items
        while (
            words
            and (
                words[-1].word in (",", "the", "a")
                or words[-1].word.lower() in table("unread")["sites"]
            )
            and items[words[-1].index] is None
        ):
            words = words[:-1]
        item = items[words[-1].index] if words else None
        return item if isinstance(item, PlaceItem) and not item.belonging else None

    def _share_time(self, frame: Frame) -> None:
        """Of "visited Moscow in July 2009 and met Putin": the time of the visit holds of both.

        So do a time before two verbs ("In 2015 he spoke in New York and met Obama"), and that of
        a visit to where somebody met.
        """
        node = self.syntax.tree.nodes[frame.index]
        first = self.triggers.get(self.syntax.conjunct(node).index)
        if node.dep == "relcl" and any(k.word == "where" for k in self.syntax.kids[node.index]):
            path = [above.index for above in self.syntax.tree.path(node.head)]
            visit = next((self.triggers[at] for at in path if at in self.triggers), None)
            if visit is not None and visit.sense.kind is EventKind.VISIT and not _timed(frame):
                frame.tail += [item for item in visit.tail if isinstance(item, TimeItem)]
            return
        if first is None or first is frame or frame.role != "verb" or frame.follows is not None:
            return
        if any(kid.dep in SUBJECTS for kid in self.syntax.kids[node.index]):
            return
        met = frame.sense.kind is EventKind.ENCOUNTER and first.sense.kind is EventKind.VISIT
        fronted = {
            id(item) for item in self.syntax.items[: first.index] if isinstance(item, TimeItem)
        }
        if not _timed(frame):
            frame.tail += [
                item for item in first.tail
                if isinstance(item, TimeItem) and (met or id(item) in fronted)
            ]  # fmt: skip

    # --- words of meeting ---

    def _trigger(self, node: Node, item: WordItem) -> None:
        verbal = node.tag.startswith("V") or item.noun is None
        chosen = item.verb if verbal and item.verb is not None else item.noun
        if chosen is None:
            return
        sense, form = chosen
        if chosen is item.verb:
            self.triggers[node.index] = Frame(
                sense,
                node.index,
                self.syntax.words.places[node.index],
                "verb",
                negated=sense.negated,
            )
            return
        role, carrier = self._role(node)
        frame = Frame(
            sense, node.index, self.syntax.words.places[node.index], role, plural=form == "plural"
        )
        self.triggers[node.index] = frame
        if carrier is not None:
            self.carriers.setdefault(carrier, []).append(node.index)

    def _role(self, node: Node) -> tuple[str, int | None]:
        """How a noun of meeting stands in its sentence, and the verb that carries it."""
        head = self.syntax.conjunct(node)
        if head.head == head.index:
            return ("apposed" if self.syntax.words.apposed else "alone"), None
        verb = self.syntax.tree.nodes[head.head]
        word = verb.word.lower()
        if head.dep in ("dobj", "attr", "oprd") and word in phrases("light"):
            return "light", verb.index
        if head.dep in ("attr", "nsubj", "dobj", "oprd") and word in phrases("copulas"):
            return "was", verb.index
        if word in phrases("includes"):
            return ("including" if head.dep in SUBJECTS else "included"), verb.index
        if head.dep in SUBJECTS and (word in phrases("happens") or self._comes(verb)):
            return "happened", verb.index
        if head.dep == "appos" or self._says_which(node, head):
            return "apposed", None
        return "mentioned", None

    def _says_which(self, node: Node, head: Node) -> bool:
        """Of "met Putin in Lima, their last meeting": a noun at the end that says which it was."""
        first = min((kid.index for kid in self.syntax.kids[node.index]), default=node.index)
        comma = first > 0 and self.syntax.tree.nodes[first - 1].word in (",", "-", "–", "—")
        ranked = any(
            isinstance(self.syntax.items[kid.index], OrdinalItem)
            for kid in self.syntax.kids[node.index]
        )
        return head is node and head.dep in ("npadvmod", "dobj", "attr", "dep") and comma and ranked

    def _comes(self, verb: Node) -> bool:
        """Of "A second meeting followed": whether a verb says no more than that it took place."""
        kids = self.syntax.kids[verb.index]
        active = not any(kid.dep in ("dobj", "auxpass", "xcomp", "ccomp") for kid in kids)
        return verb.word.lower() in phrases("comes") and active

    # --- who ---

    def _who(self, index: int, frame: Frame) -> None:
        node = self.syntax.tree.nodes[index]
        if frame.role == "verb":
            self._who_of_verb(node, frame)
            return
        frame.objects = [*self.syntax.owners(node), *self._objects(node, frame)]
        carrier = self.syntax.tree.nodes[self.syntax.conjunct(node).head]
        frame.negated = self.syntax.negated(node)
        frame.definite = any(
            kid.dep == "det" and kid.word.lower() in ("the", "this", "that")
            for kid in self.syntax.kids[index]
        )
        if frame.role == "light":
            subject = self.syntax.subject(carrier)
            frame.subjects = list(self.syntax.parties(subject)) if subject is not None else []
            frame.objects += [w for w in self._objects(carrier, frame) if w not in frame.objects]
            frame.negated = self.syntax.negated(carrier) or self.syntax.negated(node)
        elif frame.role == "was" and frame.sense.roles == "guest":
            subject = self.syntax.subject(carrier)
            frame.role, frame.subjects = (
                "light",
                list(self.syntax.parties(subject)) if subject else [],
            )
            frame.negated = self.syntax.negated(carrier) or self.syntax.negated(node)
        elif frame.role == "was" and self._is_there(carrier):
            frame.role = "light"
            frame.objects += [w for w in self._objects(carrier, frame) if w not in frame.objects]
            frame.negated = self.syntax.negated(carrier) or self.syntax.negated(node)
        elif frame.role == "was":
            subject = self.syntax.subject(carrier)
            frame.this = subject is not None and subject.word.lower() in (
                "this",
                "it",
                "that",
                "which",
            )
            frame.negated = self.syntax.negated(carrier) or self.syntax.negated(node)
            if subject is not None and subject.index != index:
                frame.told_of = self.triggers.get(subject.index)
            told = frame.this or (frame.told_of is not None and not frame.told_of.objects)
            frame.equated = told and carrier.index < index and bool(frame.objects)
            frame.presumed = (
                subject is not None and subject.index == index and self._tells(carrier, index)
            )

    def _is_there(self, copula: Node) -> bool:
        """Of "There was no meeting between Trump and Putin"."""
        return any(kid.dep == "expl" for kid in self.syntax.kids[copula.index])

    def _tells(self, copula: Node, noun: int) -> bool:
        """Whether a copula tells something of a noun of meeting, not that it was to be."""
        kids = self.syntax.kids[copula.index]
        meant = any(kid.dep == "xcomp" or kid.word.lower() == "to" for kid in kids)
        others = (self.syntax.tree.nodes[n] for n in self.triggers if n != noun)
        return not meant and all(self._role(other)[1] != copula.index for other in others)

    def _who_of_verb(self, node: Node, frame: Frame) -> None:
        subject = self.syntax.subject(node)
        passive = any(kid.dep in ("auxpass", "nsubjpass") for kid in self.syntax.kids[node.index])
        subjects = list(self.syntax.parties(subject)) if subject is not None else []
        objects = list(self.syntax.objects(node, frame.sense.kind))
        if frame.sense.roles in ("host", "guest") and passive:
            subjects, objects = objects, subjects
        frame.subjects, frame.objects = subjects, objects
        if subject is not None and self.syntax.no(subject):
            frame.negated = True
        frame.negated = frame.negated or self.syntax.negated(node)
        if node.dep == "advcl" and node.tag == "VBG":
            frame.parent = self.triggers.get(node.head)
        if node.dep == "conj" and self.syntax.later(node) is not None:
            frame.follows = self.triggers.get(node.head)

    def _objects(self, node: Node, frame: Frame) -> list[Who]:
        """The parties after a noun of meeting, or after the verb that carries it."""
        found = list(self.syntax.objects(node, frame.sense.kind))
        encounter = frame.sense.kind is EventKind.ENCOUNTER
        return [*found, *self.syntax.ends(node)] if encounter else found

    def _again(self, frame: Frame) -> None:
        """Note of a denial the words that leave out what was told before: "never met again"."""
        carrier = self.syntax.conjunct(self.syntax.tree.nodes[frame.index]).head
        near = {frame.index} if frame.role == "verb" else {frame.index, carrier}
        frame.again = tuple(
            kid.index for index in near for kid in self.syntax.kids[index]
            if frame.negated and kid.word.lower() in phrases("more")
        )  # fmt: skip

    # --- what else ---

    def _attach(self) -> None:
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
        elif isinstance(item, OrdinalItem) and self._is_another(index):
            frame.passed.append(item)
        elif isinstance(item, OrdinalItem):
            frame.ordinals.append(item)
            frame.swapped = by_carrier and frame.role == "was"
        elif frame.counts and self._is_of_all(node):
            frame.passed.append(item)
        elif self._told_apart(node, index, frame, by_carrier=by_carrier):
            frame.that.append(item)
        else:
            frame.tail.append(item)

    def _is_of_all(self, node: Node) -> bool:
        """Of "met six times, all of them during his first term": what holds of each."""
        path = {above.index for above in self.syntax.tree.path(node.index)}
        return any(n.word.lower() == "all" and n.index in path for n in self.syntax.tree.nodes)

    def _after_anchor(self, frame: Frame, node: Node) -> bool:
        """Whether a mention follows a "since" that follows the frame's word of meeting."""
        anchors = [
            n for n, item in enumerate(self.syntax.line.items) if isinstance(item, AnchorItem)
        ]
        place = self.syntax.words.places[node.index]
        text = self.syntax.line.text
        return any(frame.place < n < place and ":" not in text[n:place] for n in anchors)

    def _counts(self, node: Node, item: NumberItem | OrdinalItem, index: int) -> bool:
        """Whether a number counts the events themselves, not something else in the sentence."""
        if isinstance(item, NumberItem) and item.times:
            return True
        verb = self.triggers[index].role == "verb"
        if isinstance(item, NumberItem) and verb:
            return False
        return node.head == index or index in self.carriers.get(node.head, ())

    def _is_another(self, index: int) -> bool:
        """Of "A second meeting followed": one more, in no order that could be told."""
        return self.triggers[index].role in ("happened", "light") and any(
            kid.dep == "det" and kid.word.lower() in ("a", "an") for kid in self.syntax.kids[index]
        )

    def _trigger_above(self, node: Node) -> tuple[int, bool] | None:
        """The word of meeting that a mention belongs to, and whether it is by way of its verb."""
        below = node
        for above in self.syntax.tree.path(node.index):
            own = above.index in self.triggers and above.index != node.index
            if own and not self._purpose(above):
                return above.index, False
            if above.index in self.carriers:
                return self._carried(above.index, node.index), True
            verb = above.tag.startswith("V") and above.index != node.index
            if verb and above.word.lower() not in phrases("passes"):
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
