"""Claims in plain English: one sentence each, in the forms of ``docs/told-english.md``."""

from __future__ import annotations

from functools import cache
from typing import Final, assert_never

from summitry.lexicon.tables import table
from summitry.model.bounds import Bounds
from summitry.model.claims import (
    EVERY_ENCOUNTER,
    Claim,
    ClaimKind,
    Detail,
    FirstSince,
    Held,
    HowMany,
    NoneSince,
    RuleId,
    TookPlace,
    WhichOne,
    Who,
    kind_of,
)
from summitry.model.events import EventKind
from summitry.model.names import Names
from summitry.model.people import PersonId
from summitry.model.rules import counting_rules
from summitry.model.selection import Holder, Selection
from summitry.telling.anchors import anchor, same_parties, same_words, the_one
from summitry.telling.aspects import aspect
from summitry.telling.dates import DateStyle
from summitry.telling.numbers import how_often, ordinal
from summitry.telling.parties import are_named, counterpart, own, party
from summitry.telling.phrases import Form, is_bare, is_plural, noun, subject, tail, verb
from summitry.telling.rosters import who
from summitry.telling.spells import held
from summitry.telling.voice import Voice
from summitry.telling.words import sentence, spaced

_NEVER: Final = Bounds(0, 0)
_COUNTS_NOTHING: Final = frozenset({ClaimKind.TOOK_PLACE, ClaimKind.HELD, ClaimKind.DETAIL})


def tell(
    claim: Claim,
    names: Names,
    *,
    style: DateStyle = DateStyle.PLAIN,
    one_day: bool = False,
    named: frozenset[PersonId] = frozenset(),
) -> str:
    """The claim as one plain English sentence; KeyError of an id that ``names`` does not hold.

    ``one_day``: what it speaks of is known to have been on one day of the time that it gives.
    ``named``: people who were named before in full.
    """
    return sentence(_said(Voice(names, style, one_day, named), claim), counting(claim))


def counting(claim: Claim) -> str:
    """The clause that says which rules the claim admits; empty where that goes without saying.

    It does for the kind's default, and for the rules that words of meeting and travelling admit
    by themselves.
    """
    default = () if kind_of(claim) in _COUNTS_NOTHING else EVERY_ENCOUNTER
    if claim.rules in {(), default} or claim.rules in _by_words():
        return ""
    return f", counting {_rules(claim)}"


@cache
def _by_words() -> frozenset[tuple[RuleId, ...]]:
    return frozenset(map(tuple, table("admitted").values()))


def _rules(claim: Claim) -> str:
    kind = counted_kind(claim)
    return "; or ".join(counting_rules()[rule].says_of(kind) for rule in claim.rules)


def counted_kind(claim: Claim) -> EventKind:
    """The kind of event that the claim counts; encounters where it counts none."""
    return EventKind.ENCOUNTER if isinstance(claim, Held) else claim.selection.kind


def _said(voice: Voice, claim: Claim) -> str:
    match claim:
        case TookPlace():
            return _took_place(voice, claim.selection)
        case HowMany():
            return _how_many(voice, claim.selection, claim.number)
        case WhichOne():
            return _which_one(voice, claim)
        case FirstSince():
            return _first_since(voice, claim)
        case NoneSince():
            return _none_since(voice, claim)
        case Who():
            return who(voice, claim)
        case Held():
            return held(voice, claim)
        case Detail():
            article = "a" if is_bare(claim.selection) else "the"
            event = noun(voice, claim.selection, article=article)
            return f"{event} {aspect(voice, claim.aspect)}"
        case _:
            assert_never(claim)


def _took_place(voice: Voice, selection: Selection) -> str:
    did = verb(voice, selection, plural=is_plural(selection))
    return spaced(subject(voice, selection), did, tail(voice, selection))


def _how_many(voice: Voice, selection: Selection, number: Bounds) -> str:
    if number == _NEVER:
        return _never(voice, selection)
    many = number.most != 1
    did = verb(voice, selection, plural=is_plural(selection, many=many), many=many)
    doers = subject(voice, selection, many=many)
    return spaced(doers, did, how_often(number), tail(voice, selection))


def _never(voice: Voice, selection: Selection) -> str:
    if isinstance(selection.who, Holder):
        doers = f"no {voice.office(selection.who.office)}"
        did = verb(voice, selection, adverb="ever", negated=True)
    else:
        doers = subject(voice, selection)
        did = verb(voice, selection, adverb="never", plural=is_plural(selection), negated=True)
    return spaced(doers, did, tail(voice, selection))


def _none_since(voice: Voice, claim: NoneSince) -> str:
    selection = claim.selection
    if isinstance(selection.who, Holder):
        doers = f"no {voice.office(selection.who.office)} has"
    else:
        doers = f"{subject(voice, selection)} {'have' if is_plural(selection) else 'has'} not"
    did = verb(voice, selection, Form.PARTICIPLE, negated=True)
    since = anchor(voice, claim.anchor, parties=selection)
    return spaced(doers, did, tail(voice, selection), since)


def _which_one(voice: Voice, claim: WhichOne) -> str:
    chosen = noun(voice, claim.selection, ordinal=ordinal(claim.position))
    return f"{chosen} was {_that(voice, claim)}"


def _that(voice: Voice, claim: WhichOne) -> str:
    """The event itself: "the one in Geneva", or its noun phrase where "the one" would mislead."""
    that, of = claim.that, claim.selection
    told = the_one(voice, that, of)
    nowhere = that.kind is EventKind.VISIT and that.place is None and of.place is not None
    like = same_parties(that, of) or counterpart(voice, that, of)
    if like and same_words(that, of) and told != "the one" and not nowhere:
        return told
    taken_up = same_parties(that, of) and are_named(of)
    return noun(voice, that, pronoun=own(voice, of) if taken_up else "")


def _first_since(voice: Voice, claim: FirstSince) -> str:
    of, that = claim.selection, claim.that
    apart = bool(counterpart(voice, that, of)) and that.kind is EventKind.ENCOUNTER
    event = noun(voice, that, owned=apart)
    since = anchor(voice, claim.anchor, parties=that, of=of)
    return f"{event} was {_first_with(voice, claim) if apart else _first(voice, claim)} {since}"


def _first_with(voice: Voice, claim: FirstSince) -> str:
    """What the event was the first of, with whom: "his first with a president of Russia"."""
    of = claim.selection
    if not _goes_without_noun(of, claim.that):
        return noun(voice, of, ordinal="first", pronoun=own(voice, of))
    more = tail(voice, of, takes_over=True, says_setting=False)
    return spaced(own(voice, of), "first with", party(voice, of.whom), more)


def _goes_without_noun(of: Selection, that: Selection) -> bool:
    """Whether "their first" can only mean what the event was: the first brief one would be said."""
    return same_words(of, that) and not (of.settings or of.visit_kinds)


def _first(voice: Voice, claim: FirstSince) -> str:
    """What the event was the first of: "their first in Geneva", "the first visit by ..."."""
    of, that = claim.selection, claim.that
    if not same_parties(of, that) or not are_named(of):
        return noun(voice, of, ordinal="first")
    same_place = of.kind is EventKind.ENCOUNTER or of.place == that.place
    if _goes_without_noun(of, that) and same_place:
        more = tail(voice, of, takes_over=True, says_setting=False)
        return spaced(own(voice, of), "first", more)
    return noun(voice, of, ordinal="first", pronoun=own(voice, of))
