"""Times in prose: which days the words of a text speak of.

``times`` is all that is needed of it: it takes a text as it is, of any length, and gives the times
in it with their places and the days that they mean.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from summitry.lexicon.tables import table
from summitry.model.when import Window
from summitry.reading.text.wordlist import WordList
from summitry.reading.when import dated, deictic
from summitry.reading.when.base import Asked, Base, Untold
from summitry.reading.when.elided import Member, listed
from summitry.reading.when.slots import any_of, cardinals, filled, needs, present, slots
from summitry.reading.when.spans import between, is_bounded, within

Ends = tuple[Window | None, Window | None]


@dataclass(frozen=True, slots=True)
class Time:
    """Words of a text that say when. ``window`` None: the words need a day that isn't known.

    ``ends``: the two ends of a time written with both ("2001–2009"). ``counted``: the words count
    from the day of the text, or from the time told of before ("last Friday", "that month").
    """

    start: int
    end: int
    window: Window | None
    ends: Ends | None = None
    counted: bool = False


_Match = re.Match[str]
_Reader = Callable[[_Match, Base], Window | None]


def times(
    text: str, *, written: date | None = None, told: Window | None = None, near: bool = False
) -> tuple[Time, ...]:
    """The times in a text, in its order, none within another; ``start`` and ``end`` are offsets.

    ``written`` is the day from which "last year", "on Tuesday" or "on June 3" count; ``told`` the
    time told of before the text, from which "that month" or "three months later" count until the
    text names another (``near``: in a heading above it). Of vague words the window has sure and
    possible days; where the words need a day that isn't known, there is no window.
    """
    return _read_on(text, Base(written, told, near))[0]


def told_after(text: str, base: Base) -> Base:
    """What times count from after a text that follows others: the time that it told of last."""
    return _read_on(text, base)[1]


def counts(text: str, written: date | None) -> bool:
    """Whether a text has a time that counts from one told of before it."""
    return _alone(text, written) is None


def _read_on(text: str, base: Base) -> tuple[tuple[Time, ...], Base]:
    """The times in a text, and what those of the text after it count from."""
    alone = _alone(text, base.written)
    if alone is None:
        return _counted(text, base)
    found, after = alone
    return found, base if after is None else after


@lru_cache(maxsize=256)
def _alone(text: str, written: date | None) -> tuple[tuple[Time, ...], Base | None] | None:
    """The same of a text by itself, with nothing after it if it tells of no time.

    None if a time in it counts from one told of before.
    """
    if not tells_of_time(text):
        return (), None
    try:
        found, after = read_on(text, Untold(written))
    except Asked:
        return None
    return found, None if isinstance(after, Untold) else after


def read_on(text: str, base: Base) -> tuple[tuple[Time, ...], Base]:
    """The same of a text that may tell of a time."""
    lowered = _lowered(text)
    members = {member.start: member for member in listed(text)}
    found: list[Time] = []
    end = 0
    for start in _starts(lowered, members):
        if start < end:
            continue
        near = _beside(base, lowered, end, start)
        time = _member(members.get(start), near) or _at(start, lowered, text, near)
        if time is None:
            continue
        found.append(time)
        end = time.end
        base = _after(base, time, lowered)
    return tuple(found), base


_counted: Final = lru_cache(maxsize=256)(read_on)


def tells_of_time(text: str) -> bool:
    """Whether a text has a digit or a word without which no time is told."""
    if _DIGIT.search(text) is not None:
        return True
    return next(_telling().find(_lowered(text)), None) is not None


_DIGIT: Final = re.compile(r"\d")


@cache
def _telling() -> WordList:
    """Words of which every time has one that has no digit; of phrases the longest word."""
    words = table("calendar")
    phrases = (
        *words["months"], *words["seasons"], *words["weekdays"], *words["holidays"],
        *(part for part in words["parts"] if part != "the"), *words["decades"],
        *words["dayparts"]["words"], *words["units"], *(f"{unit}s" for unit in words["units"]),
        *("today", "tonight", "yesterday", "tomorrow", "earlier", "later", "then", "day"),
    )  # fmt: skip
    return WordList(max(phrase.lower().split(), key=len) for phrase in phrases)


def _starts(lowered: str, members: Mapping[int, Member]) -> Iterable[int]:
    """The places where a time may start, in order."""
    seeds = (seed.start() for seed in _seeds().finditer(lowered))
    return seeds if not members else sorted({*seeds, *members})


def _member(member: Member | None, base: Base) -> Time | None:
    """A member of a list, read with what all its members share."""
    if member is None:
        return None
    alone = _simple(0, member.alone.lower(), member.alone, base)
    whole = alone is not None and alone.end == len(member.alone)
    window = alone.window if alone is not None and whole else None
    return Time(member.start, member.end, window)


_SENTENCE: Final = re.compile(r"[.!?]['\")\]]*\s+(?=\S)|\n")
_APART: Final = re.compile(r"\b(?:since|until|till|before|after|by|than)\s+(?:the\s+)?$")

_BACK: Final = re.compile(r"\bhad\s+(?!an?\b|the\b|their\b|his\b|her\b)\w+\b[^.;!?,]*$")
"""Of what had happened before the time told of: it is looked back on, and the telling goes on."""
_CLAUSE: Final = 120
"""Characters that a clause has up to its time, at most."""


def _beside(base: Base, text: str, last: int, start: int) -> Base:
    """The base of a time: the one told of is near if no sentence ends between the two."""
    if not _SENTENCE.search(text, last, start) or not base.near:
        return base
    return replace(base, near=False)


def _after(base: Base, time: Time, text: str) -> Base:
    """The base of what follows a time: it tells of that time now, unless it only bounds another."""
    window = time.window
    if window is None or not is_bounded(window) or window.possibly.is_empty():
        return base
    if _APART.search(text, max(0, time.start - 20), time.start):
        return base
    if _BACK.search(text, max(0, time.start - _CLAUSE), time.start):
        return base
    return Base(base.written, window, near=True)


def _lowered(text: str) -> str:
    """The text in lower case, with one sign for each apostrophe, character for character."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return lowered.translate(_SIGNS)


_SIGNS: Final = str.maketrans({"’": "'", "‘": "'", "ʼ": "'"})


# --- a time at a place --------------------------------------------------------------------------


def _at(start: int, lowered: str, text: str, base: Base) -> Time | None:
    """The longest time that starts at a place."""
    simple = _simple(start, lowered, text, base)
    span = _span(start, lowered, text, base)
    if span is None:
        return simple
    better = simple is not None and (
        simple.end > span.end
        or (simple.end == span.end and (span.window is None or _is_dated(simple)))
    )
    return simple if better else span


def _is_dated(time: Time) -> bool:
    """Whether a time is known by its own words: "between 30 September and 1 October 2020"."""
    return time.window is not None and not time.counted


@dataclass(frozen=True, slots=True)
class _Form:
    """A form of times: its pattern and what reads it."""

    pattern: re.Pattern[str]
    reads: _Reader
    counted: bool
    needs: frozenset[str]


def _simple(start: int, lowered: str, text: str, base: Base) -> Time | None:
    matches = [
        (form, match)
        for form in _forms_with(present(lowered, start))
        if (match := form.pattern.match(lowered, start)) is not None and _is_proper(match, text)
    ]
    if not matches:
        return None
    end = max(match.end() for _, match in matches)
    longest = [(form, match) for form, match in matches if match.end() == end]
    for form, match in longest:
        window = _read(form, match, base)
        if window is not None:
            # By itself "three months later" doesn't say when.
            words = "" if form.counted and not window.is_exact else text[start:end]
            said = Window(window.surely, window.possibly, words)
            ends = dated.ends_of(form.reads, match)
            return Time(start, end, said, ends, form.counted)
    return Time(start, end, None, counted=longest[0][0].counted)


def _read(form: _Form, match: _Match, base: Base) -> Window | None:
    """What a form reads; None also of days that the calendar doesn't have."""
    try:
        return form.reads(match, base)
    except (ValueError, OverflowError):
        return None


def _is_proper(match: _Match, text: str) -> bool:
    """Whether what stands for a month has a capital, where it is a common word too ("may")."""
    common = table("calendar")["common"]["months"]
    return all(
        not (name.startswith("M") and word is not None and word.rstrip(".") in common)
        or text[match.start(name)].isupper()
        for name, word in match.groupdict().items()
    )


_FROM: Final = re.compile(r"(?P<lead>from|between)\s+")
_AFTER_ON: Final = r"was|were|since|about|at|for|in|while|to\s+talk"
"""What may follow "from 2018 on": of other words "on" may say what something was about."""
_ON: Final = re.compile(rf"\s+on(?:wards?)?\b(?=\s+(?:{_AFTER_ON})\b|\s*(?:[^\w\s]|$))")
_TO: Final = re.compile(r"\s+(?:to|until|through|and)\s+")
_UP_TO: Final = re.compile(r"(?:up\s+to|until)\s+(?:the\s+)?")


def _span(start: int, lowered: str, text: str, base: Base) -> Time | None:
    """A span of which both ends are times: "from X to Y", "between X and Y", "from X on"."""
    lead = _FROM.match(lowered, start)
    if lead is None:
        bound = _UP_TO.match(lowered, start)
        last = None if bound is None else _simple(bound.end(), lowered, text, base)
        return None if last is None else _ranged(start, None, last, text, written=False)
    first = _simple(lead.end(), lowered, text, base)
    if first is None:
        return None
    joint = _TO.match(lowered, first.end)
    if joint is not None and ("and" in joint.group()) == (lead["lead"] == "between"):
        last = _simple(joint.end(), lowered, text, base)
        if last is not None:
            return _ranged(start, first, last, text, written=lead["lead"] == "from")
    on = _ON.match(lowered, first.end) if lead["lead"] == "from" else None
    if on is None:
        return None
    time = _ranged(start, first, None, text, written=True)
    return replace(time, end=on.end(), window=_said(time.window, text[start : on.end()]))


def _ranged(start: int, first: Time | None, last: Time | None, text: str, *, written: bool) -> Time:
    """The time from one to another; ``written``: it includes what its words name."""
    ends = tuple(None if time is None else time.window for time in (first, last))
    end = last.end if last is not None else first.end if first is not None else start
    known = [time.window is not None for time in (first, last) if time is not None]
    if not all(known):
        return Time(start, end, None)
    one, other = ends
    try:
        if one is None or other is None or written:
            window = within(one, other)
        else:
            window = between(one, other)
    except ValueError:
        return Time(start, end, None)
    return Time(start, end, _said(window, text[start:end]), (one, other))


def _said(window: Window | None, words: str) -> Window | None:
    return None if window is None else Window(window.surely, window.possibly, words)


# --- the table of forms -------------------------------------------------------------------------


@cache
def _forms_with(slots_present: frozenset[str]) -> tuple[_Form, ...]:
    """The forms that may be where there are words for these slots."""
    return tuple(form for form in _forms() if form.needs <= slots_present)


@cache
def _forms() -> tuple[_Form, ...]:
    """The table of forms."""
    rows = tomllib.loads(files(__package__).joinpath("times.toml").read_text("utf-8"))
    words = table("calendar")
    hedges = any_of((*words["hedged"]["vague"], *words["hedged"]["plain"]))
    parts = {**rows["parts"], "told": any_of(words["told"])}
    parts["hedge"] = parts["hedge"].replace("{hedges}", hedges)
    return tuple(
        _Form(
            re.compile(rf"(?:{filled(pattern, parts)})(?!\w)"),
            _reader(reads),
            reads.startswith("deictic."),
            needs(pattern),
        )
        for row in rows["form"]
        for pattern, reads in _ways(row)
    )


def _ways(row: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    """The ways to write a form, each with what reads it."""
    pattern, reads = row["pattern"], row["reads"]
    yield pattern, reads
    if "<from>" in pattern:
        between = pattern.replace("<from>", r"between\s+").replace("<to>", r"\s+and\s+")
        yield between, row.get("between", reads)


def _reader(name: str) -> _Reader:
    room, _, function = name.partition(".")
    reader: _Reader = getattr({"dated": dated, "deictic": deictic}[room], function)
    return reader


@cache
def _seeds() -> re.Pattern[str]:
    """Where a time may start: at a digit, at a word of the calendar, or before one of them."""
    words = table("calendar")
    units = rf"(?:{slots()['U']})s?\b"
    own = any_of(
        {
            *(name.lower() for name in words["months"]),
            *words["seasons"], *words["weekdays"], *words["holidays"],
            *(word for word in words["parts"] if word != "the"),
            *("today", "tonight", "yesterday", "tomorrow", "earlier", "later"),
        }
    )  # fmt: skip
    shown = rf"{own}|{any_of(words['decades'])}|{slots()['Q']}"
    which = any_of((*words["which"], *(word for word in words["told"] if "the" not in word)))
    told = any_of(words["told"])
    hedges = any_of((*words["hedged"]["vague"], *words["hedged"]["plain"]))
    counts = any_of(filter(None, (*words["counts"], *cardinals())))
    seeds = (
        rf"(?:from|between|until|up\s+to)\s+(?:the\s+)?(?=(?:{own})\b|\d|(?:last|this|that)\s)",
        rf"the\s+(?=(?:{shown}|year|day|first|last|past|{units})\b|\d)",
        r"these\s+(?:last|past)\b",
        rf"(?:{own})\b",
        rf"(?:{told})\s+(?=(?:{shown}|{units})\b)",
        rf"(?:{which})\s+(?=(?:very\s+)?(?:{shown}|{units})\b)",
        r"so\s+far\s+this\b",
        rf"(?:(?:{hedges})\s+)?(?:{counts}|\d{{1,3}})\s+(?={units})",
        rf"(?:(?:only|just|mere|some)\s+)?{units}\s+(?:later|earlier|after)",
        r"then\b",
        r"\d",
        r"'\d\d\b",
    )
    return re.compile(rf"(?<![\w$€£.,/'-])(?:{'|'.join(seeds)})|(?<![\w'])'\d\d\b")
