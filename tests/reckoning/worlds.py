"""The histories that fit a small record, and the verdict over them.

Every history that :func:`worlds` makes is one that docs/meaning.md allows, but not every one is
made: of further events and tenures there are a few, and where there are too many combinations,
some are taken at random, and each choice varied by itself about these.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import accumulate, islice, product
from math import prod
from random import Random
from typing import Any, Final

from summitry.model.bounds import Bounds
from summitry.model.claims import Claim, FirstSince, HowMany, NoneSince, WhichOne
from summitry.model.events import Status
from summitry.model.findings import Verdict
from summitry.model.rules import CountingRule, Standing
from summitry.record.view import View
from tests.reckoning.covering import forbidden
from tests.reckoning.further import Further, further_events, further_terms
from tests.reckoning.history import Happening, World, numbers_in, true_in
from tests.reckoning.left_open import (
    LeftOpen,
    each_day,
    happenings_of,
    lives_of,
    meanings,
    states_of,
    terms_of,
)

NEUTRAL: Final = CountingRule(id="none", says="each event")
"""The rule of a claim that admits none."""

PRIME: Final = 13
ORDERS: Final = (1, PRIME - 1, 4, 6)
"""Orders of the events of one day: as the record has them, from the last, and mixed: the n-th has
the place n times this, modulo the prime."""

NEIGHBOURS: Final = 6
"""Values tried of each choice, with the others as they are."""

COMPLETE: Final = 0.7
"""How often a further event or tenure is left out, by chance."""

NOTHING: Final = Further(())

Choice = Sequence[Any]


def worlds(
    record: View, claim: Claim, as_of: date, rules: Sequence[CountingRule] = (), *, cap: int = 600
) -> Iterator[World]:
    """Up to ``cap`` histories that fit the record; the same ones each time.

    ``rules`` tell what may bear on the claim, and take no other part. Choices that exclude one
    another (someone would meet after their death) are passed over, so there may be none.
    """
    each = [
        _Histories(LeftOpen(record, claim, as_of, rules or (NEUTRAL,), states))
        for states in _states_of(record, claim, rules)
    ]
    for histories in each:
        for choice in histories.choices(cap // len(each)):
            world = histories.world(choice)
            if world is not None:
                yield world


def _states_of(record: View, claim: Claim, rules: Sequence[CountingRule]) -> Sequence[Any]:
    """The days that states may have had: one choice of them if states can't bear on the claim."""
    every = states_of(record)
    asked = LeftOpen(record, claim, date.max, rules, every[0]).asks_place
    return every if asked or any(one.country for one in record.coverage()) else every[:1]


def plain_world(
    record: View, claim: Claim, as_of: date, rules: Sequence[CountingRule] = ()
) -> World | None:
    """The history that lacks nothing and takes the first of each choice, if these go together."""
    states = states_of(record)[0]
    left = LeftOpen(record, claim, as_of, rules or (NEUTRAL,), states)
    histories = _Histories(left, lacking=False)
    return histories.world([axis[0] for axis in histories.axes])


def verdict_by_worlds(
    record: View, claim: Claim, rules: Sequence[CountingRule], as_of: date, *, cap: int = 600
) -> Verdict | None:
    """The verdict over the histories made, as the page's last section says; None without any."""
    found = list(worlds(record, claim, as_of, rules, cap=cap))
    if not found:
        return None
    verdicts = {rule: verdict_of(found, rule, as_of) for rule in rules or (NEUTRAL,)}
    if is_of_all(claim):
        refuting = [rule for rule, verdict in verdicts.items() if verdict is Verdict.REFUTED]
        wide = [rule for rule in rules if any(one in refuting for one in wider(rule, rules))]
        verdicts |= dict.fromkeys(wide, Verdict.REFUTED)
        for rule in rules:
            if verdicts[rule] is Verdict.SUPPORTED:
                doubts = (one for one in wider(rule, rules) if is_doubted(found, one, as_of))
                verdicts[rule] = next((verdicts[one] for one in doubts), Verdict.SUPPORTED)
    verdict = _over_rules(list(verdicts.values()))
    if verdict is Verdict.REFUTED and lies_between(claim, found, rules, as_of):
        return Verdict.NOT_ENOUGH_EVIDENCE
    return verdict


def verdict_of(found: Sequence[World], rule: CountingRule, as_of: date) -> Verdict:
    """The verdict under one counting rule, over these histories."""
    truths = [(true_in(world, rule, as_of), world.disputes) for world in found]
    if all(truth for truth, _ in truths):
        return Verdict.SUPPORTED
    if not any(truth for truth, _ in truths):
        return Verdict.REFUTED
    for side in (True, False):
        if len({truth for truth, disputes in truths if disputes is side}) == 1:
            return Verdict.CONFLICTING_EVIDENCE
    return Verdict.NOT_ENOUGH_EVIDENCE


def is_of_all(claim: Claim) -> bool:
    """Whether it says never, none since, first since, the first or the last."""
    match claim:
        case HowMany():
            return claim.number.most == 0
        case WhichOne():
            return claim.position in (1, -1)
        case _:
            return isinstance(claim, NoneSince | FirstSince)


def is_doubted(found: Sequence[World], rule: CountingRule, as_of: date) -> bool:
    """Whether the claim is false under the rule in a history of which the record lacks nothing."""
    return any(not world.further and not true_in(world, rule, as_of) for world in found)


def wider(rule: CountingRule, rules: Sequence[CountingRule]) -> list[CountingRule]:
    """Those of the rules that differ from it in being of a wider standing only."""
    standings = list(Standing)
    return [
        one
        for one in rules
        if one.lets_in == rule.lets_in
        and standings.index(one.standing) < standings.index(rule.standing)
    ]


def _over_rules(verdicts: Sequence[Verdict]) -> Verdict:
    if Verdict.SUPPORTED in verdicts:
        return Verdict.SUPPORTED
    if all(verdict is Verdict.REFUTED for verdict in verdicts):
        return Verdict.REFUTED
    if Verdict.CONFLICTING_EVIDENCE in verdicts:
        return Verdict.CONFLICTING_EVIDENCE
    return Verdict.NOT_ENOUGH_EVIDENCE


def lies_between(
    claim: Claim, found: Sequence[World], rules: Sequence[CountingRule], as_of: date
) -> bool:
    """Whether a rule between two of these may give the number that none of them gives."""
    if len(rules) < 2 or is_of_all(claim) or not isinstance(claim, HowMany | WhichOne):
        return False
    given = [
        number for world in found for rule in rules for number in numbers_in(world, rule, as_of)
    ]
    if not given:
        return False
    span = Bounds(min(given), max(given))
    asked = claim.number if isinstance(claim, HowMany) else Bounds.exactly(abs(claim.position))
    return asked.within(span).possibly()


class _Histories:
    """The choices to be made, one axis each, and the history that comes of choosing.

    The axes are, in order: the claim's meaning, the order within days, the landmarks, the lives,
    the tenures, a further tenure, the events, which disputed ones are held, two further events.
    """

    def __init__(self, left: LeftOpen, *, lacking: bool = True) -> None:
        self.left = left
        names, record = left.names, left.record
        rows = [e for e in record.events() if e.status in (Status.HELD, Status.DISPUTED)]
        self.landmarks = tuple(names.landmarks)
        self.mortal = tuple(p for p in names.people.values() if p.born or p.died)
        self.disputed = tuple(i for i, e in enumerate(rows) if e.status is Status.DISPUTED)
        further = further_events(left) if lacking else []
        terms = further_terms(left) if lacking else []
        self.axes: list[Sequence[Any]] = [
            meanings(left),
            ORDERS,
            *(each_day(names.landmarks[one].when.start.possible) for one in self.landmarks),
            *(lives_of(person) for person in self.mortal),
            *(terms_of(left, tenure) for tenure in record.tenures()),
            [NOTHING, *(Further((), several) for several in terms)],
            *(happenings_of(left, row) for row in rows),
            *((True, False) for _ in self.disputed),
            [NOTHING, *further],
            [NOTHING, *further],
        ]
        lengths = (len(self.landmarks), len(self.mortal), len(record.tenures()), 1, len(rows))
        self.ends = list(accumulate((2, *lengths, len(self.disputed), 2)))

    # --- choosing

    def choices(self, cap: int) -> Iterator[Choice]:
        """All of them if they are few enough, else so many."""
        if prod(map(len, self.axes)) <= cap:
            return product(*self.axes)
        return islice(self._some(), cap)

    def _some(self) -> Iterator[Choice]:
        """The extremes, then choices at random, each with some of its neighbours; without end."""
        yield from ([axis[end] for axis in self.axes] for end in (0, -1))
        random = Random(2)  # noqa: S311 (the same histories each time)
        while True:
            base = self._any(random)
            yield base
            for i, axis in enumerate(self.axes):
                for value in random.sample(axis, min(len(axis), NEIGHBOURS)):
                    yield [*base[:i], value, *base[i + 1 :]]

    def _any(self, random: Random) -> list[Any]:
        """A choice at random, favouring a complete record and disputes that all end alike."""
        chosen = [random.choice(axis) for axis in self.axes]
        _, _, _, _, terms, events, disputed, _ = self.ends
        for i in (terms - 1, disputed, disputed + 1):
            if random.random() < COMPLETE:
                chosen[i] = NOTHING
        side = random.choice((True, False, None))
        if side is not None:
            chosen[events:disputed] = [side] * len(self.disputed)
        return chosen

    # --- what comes of it

    def world(self, choice: Choice) -> World | None:
        """The history, unless the choices exclude one another."""
        starts = [0, *self.ends[:-1]]
        said, days, lives, terms, more, events, held, further = (
            choice[a:b] for a, b in zip(starts, self.ends, strict=True)
        )
        in_office = [*terms, *(term for one in (*more, *further) for term in one.terms)]
        lacking = [one for more in further for one in more.events]
        if any(forbidden(one, about, in_office) for one, about in lacking):
            return None
        taken = dict(zip(self.disputed, held, strict=True))
        happened = [
            self.left.placed(self._so_far(e)) for i, e in enumerate(events) if taken.get(i, True)
        ]
        happened += [one for one, _ in lacking]
        alive = dict(zip((p.id for p in self.mortal), lives, strict=True))
        if not all(_lived(event, alive) for event in happened):
            return None
        return World(
            claim=said[0],
            happened=in_order(happened, said[1]),
            terms=tuple(in_office),
            landmarks=dict(zip(self.landmarks, days, strict=True)),
            offices=self.left.names.offices,
            disputes=held[0] if len(set(held)) == 1 else None,
            further=bool(lacking) or any(one.terms for one in (*more, *further)),
        )

    def _so_far(self, event: Happening) -> Happening:
        """The event up to the as-of day, if it has begun by then."""
        today = self.left.today
        return event if event.last <= today or today < event.first else event._replace(last=today)


def _lived(event: Happening, lives: Mapping[str, tuple[int, int]]) -> bool:
    """Whether its people were alive throughout."""
    return all(
        lives[p][0] <= event.first and event.last <= lives[p][1] for p in event.people if p in lives
    )


def in_order(happened: Sequence[Happening], order: int) -> tuple[Happening, ...]:
    """The events by day; those of one day by ``sequence`` where both have one, else mixed."""
    mixed = [e for _, e in sorted(enumerate(happened, 1), key=lambda ne: order * ne[0] % PRIME)]
    mixed.sort(key=lambda e: e.first)
    for day in {e.first for e in mixed}:
        told = [i for i, e in enumerate(mixed) if e.sequence is not None and e.first == day]
        if len(told) > 1:
            rows = sorted((mixed[i] for i in told), key=lambda e: e.sequence or 0)
            for i, row in zip(told, rows, strict=True):
                mixed[i] = row
    return tuple(mixed)
