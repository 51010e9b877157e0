"""Selections in English: the verb phrase, the noun phrase, and the tail that both share."""

from __future__ import annotations

from enum import Enum
from typing import Final

from summitry.model.events import EventKind, Mode, Setting, VisitKind
from summitry.model.selection import Holder, Selection, Someone
from summitry.model.when import ALWAYS
from summitry.telling import modes, settings
from summitry.telling.parties import in_capacity, is_pair, party
from summitry.telling.voice import Voice
from summitry.telling.words import a, joined, possessive, spaced

_SIDELINES: Final = (
    frozenset({Setting.SIDELINES}),
    frozenset({Setting.SIDELINES, Setting.PULL_ASIDE}),
)
"""Settings whose words name the gathering."""


class Form(Enum):
    """The form of a verb: past "met", participle "(have) met", base "(to) meet"."""

    PAST = 0
    PARTICIPLE = 1
    BASE = 2


# --- the tail ---------------------------------------------------------------------------------


def tail(
    voice: Voice,
    selection: Selection,
    *,
    takes_over: bool = False,
    says_setting: bool = True,
    to_place: bool = False,
) -> str:
    """What follows the parties, the verb or the noun: where, when, at what, hosted, about, while.

    ``takes_over``: the parties' capacities are said elsewhere. ``says_setting``: so is the
    setting, in this phrase, and with it the gathering that the sidelines were of. ``to_place``: a
    visit's place is part of the tail ("to New York").
    """
    gathering = "" if says_setting and _is_sidelines(selection) else _at(voice, selection)
    return spaced(
        _where(voice, selection, to_place=to_place),
        voice.within(selection.window),
        gathering,
        f", hosted by {party(voice, selection.host)}," if selection.host else "",
        _about(voice, selection),
        in_capacity(voice, selection, host_only=takes_over),
    )


def _where(voice: Voice, selection: Selection, *, to_place: bool) -> str:
    if selection.place is None:
        return ""
    if selection.kind is EventKind.ENCOUNTER:
        return voice.in_place(selection.place)
    return f"to {voice.place(selection.place)}" if to_place else ""


def _gathering(voice: Voice, selection: Selection) -> str:
    if selection.occasion is not None:
        return voice.occasion(selection.occasion)
    return voice.gathering(selection.series) if selection.series is not None else ""


def _at(voice: Voice, selection: Selection) -> str:
    gathering = _gathering(voice, selection)
    at = "at" if selection.kind is EventKind.ENCOUNTER else "for"
    return f"{at} {gathering}" if gathering else ""


def _is_sidelines(selection: Selection) -> bool:
    """Whether the words of the setting name the gathering, if it is known."""
    return selection.settings in _SIDELINES


def _about(voice: Voice, selection: Selection) -> str:
    if selection.topic is None:
        return ""
    talk = "to talk about" if Mode.IN_PERSON in selection.modes else "about"
    return f"{talk} {voice.topic(selection.topic)}"


def is_bare(selection: Selection) -> bool:
    """Whether nothing but parties, modes, settings and kinds (of visits also the place) chooses."""
    placed = selection.place is not None and selection.kind is EventKind.ENCOUNTER
    chosen = (selection.occasion, selection.series, selection.topic, selection.host)
    return not placed and all(one is None for one in chosen) and selection.window == ALWAYS


# --- as a verb ------------------------------------------------------------------------------


def subject(voice: Voice, selection: Selection, *, many: bool = False) -> str:
    """Who did it: "A and B", "a president of the United States"."""
    if is_pair(selection):
        return joined((party(voice, selection.who), party(voice, selection.whom)))
    return party(voice, selection.who, many=many)


def is_plural(selection: Selection, *, many: bool = False) -> bool:
    """Whether the subject asks for "were" and "have"."""
    return is_pair(selection) or (many and isinstance(selection.who, Holder))


def verb(
    voice: Voice,
    selection: Selection,
    form: Form = Form.PAST,
    *,
    adverb: str = "",
    plural: bool = False,
    many: bool = False,
    negated: bool = False,
) -> str:
    """The verb with its object and setting: "met", "was never in contact with Joe Biden".

    ``plural`` is of the subject, ``many`` of holders in the object, ``negated`` of the sentence.
    """
    if selection.kind is EventKind.VISIT:
        return spaced(adverb, _visited(voice, selection, form))
    whom = "" if is_pair(selection) else party(voice, selection.whom, many=many, negated=negated)
    setting = settings.words_for(selection.settings)
    if setting.adjective and not setting.verb:
        held = "hold" if form is Form.BASE else "held"
        what = a(described(selection))
        return spaced(adverb, held, what, f"with {whom}" if whom else "")
    words = modes.words_for(selection.modes)
    told = {Form.PAST: words.past, Form.PARTICIPLE: words.participle, Form.BASE: words.base}[form]
    be = ("were" if plural else "was") if words.be and form is Form.PAST else ""
    where = _setting(voice, selection, setting.verb)
    return spaced(be, adverb, told, words.with_ if whom else "", whom, where)


def _visited(voice: Voice, selection: Selection, form: Form) -> str:
    place = "" if selection.place is None else voice.place(selection.place)
    if place and not selection.visit_kinds:
        return f"{'visit' if form is Form.BASE else 'visited'} {place}"
    visit = a(spaced(_kinds(selection.visit_kinds), "visit"))
    to = f"to {place}" if place else ""
    return spaced("pay" if form is Form.BASE else "paid", visit, to)


def _kinds(kinds: frozenset[VisitKind]) -> str:
    return joined((kind.value for kind in VisitKind if kind in kinds), "or")


def _setting(voice: Voice, selection: Selection, words: str) -> str:
    named = _gathering(voice, selection) if _is_sidelines(selection) else ""
    noun = modes.words_for(selection.modes).noun
    return words.format(noun=noun, gathering=named or settings.LARGER)


# --- as a noun ------------------------------------------------------------------------------


def noun(
    voice: Voice,
    selection: Selection,
    *,
    ordinal: str = "",
    article: str = "the",
    pronoun: str = "",
    owned: bool = False,
    many: bool = False,
) -> str:
    """The noun phrase: "the seventh meeting between A and B in Geneva", "A's visit to Russia".

    ``pronoun`` stands for the parties and takes their capacities over; ``article`` is dropped
    where an owner or a pronoun takes its place; ``many`` makes the noun plural. ``owned``: of two
    parties the first is the owner ("A's meeting with B"), and the pronoun stands for it alone.
    """
    core = spaced(ordinal, described(selection, many=many))
    rest = tail(voice, selection, takes_over=bool(pronoun))
    after = _after_noun(voice, selection)
    to = _where(voice, selection, to_place=selection.kind is EventKind.VISIT)
    to = to if selection.kind is EventKind.VISIT else ""
    one_is_named = isinstance(selection.who, Someone) and not is_pair(selection)
    if owned or (one_is_named and article == "the"):
        owner = pronoun or possessive(party(voice, selection.who))
        whom = "" if selection.whom is None else f"with {party(voice, selection.whom)}"
        return spaced(owner, core, to, whom, after, rest)
    if pronoun:
        return spaced(pronoun, core, to, after, rest)
    if is_pair(selection):
        between = f"between {subject(voice, selection)}"
        return spaced(article, core, between, after, rest)
    return spaced(article, core, to, _by(voice, selection), after, rest)


def described(selection: Selection, *, many: bool = False) -> str:
    """The noun by itself, with its settings or kinds: "standalone meeting", "state visits"."""
    if selection.kind is EventKind.VISIT:
        return spaced(_kinds(selection.visit_kinds), "visits" if many else "visit")
    words = modes.words_for(selection.modes)
    adjective = settings.words_for(selection.settings).adjective
    return spaced(adjective, words.nouns if many else words.noun)


def nouns(selection: Selection) -> str:
    """What the selection is of, settings and kinds aside: "meetings", "visits"."""
    if selection.kind is EventKind.VISIT:
        return "visits"
    return modes.words_for(selection.modes).nouns


def _after_noun(voice: Voice, selection: Selection) -> str:
    words = settings.words_for(selection.settings)
    return _setting(voice, selection, words.after)


def _by(voice: Voice, selection: Selection) -> str:
    """The parties after the noun, where they are not both named."""
    who = party(voice, selection.who)
    if selection.kind is EventKind.VISIT:
        return f"by {who}"
    if selection.whom is None:
        return f"of {who}"
    return f"between {who} and {party(voice, selection.whom)}"
