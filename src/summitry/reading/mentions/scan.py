"""The mentions of a sentence, word by word: names, times, counts, the words of meeting."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Final

from summitry.lexicon.tables import Hedge, Sense, doings, hedges, quantities, senses, table
from summitry.model.bounds import Bounds
from summitry.model.events import Mode, Setting, VisitKind
from summitry.model.people import Pronoun
from summitry.model.rules import counting_rules
from summitry.reading.mentions.gazetteer import Gazetteer
from summitry.reading.mentions.items import (
    DurationItem,
    Item,
    Mention,
    ModeItem,
    NumberItem,
    OrdinalItem,
    PairItem,
    PronounItem,
    RulesItem,
    SettingItem,
    TimeItem,
    WordItem,
)
from summitry.reading.text.wordlist import WordList, lowered
from summitry.reading.when.base import Base
from summitry.reading.when.times import Time, times

_SINGLE: Final = {
    "he": PronounItem(Pronoun.HE, possessive=False),
    "him": PronounItem(Pronoun.HE, possessive=False, other=True),
    "his": PronounItem(Pronoun.HE, possessive=True),
    "she": PronounItem(Pronoun.SHE, possessive=False),
    "her": PronounItem(Pronoun.SHE, possessive=True),
}


def plain(text: str) -> str:
    """The text with one sign for each apostrophe and blank, character for character."""
    for sign, alike in _SIGNS if not text.isascii() else _SIGNS[:2]:
        text = text.replace(sign, alike)
    return text


_SIGNS: Final = (
    *(("\n", " "), ("\t", " "), ("\u00a0", " "), ("\u202f", " ")),
    *(("’", "'"), ("‘", "'"), ("ʼ", "'")),
    # Patterns that mind no case find these letters, which aren't of the words in lower case.
    *(("\u0130", "I"), ("\u0131", "i"), ("\u017f", "s"), ("\u212a", "K")),
)


def scan(text: str, names: Gazetteer, base: Base) -> tuple[Mention, ...]:
    """The mentions in a text (as ``plain`` gives it), in order, none within another.

    Where two overlap the longer one stays, and of equally long ones the name. ``base`` is what
    times count from.
    """
    found = [
        *_times(text, base),
        *names.find(text),
        *_numbers(text),
        *_words(text),
        *_visits(text),
        *_rules(text),
    ]  # fmt: skip
    kept: list[Mention] = []
    taken = bytearray(len(text))

    def keep(mention: Mention) -> None:
        kept.append(mention)
        taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)

    cut: list[Mention] = []
    for mention in sorted(found, key=lambda m: m.start - m.end):
        if 1 not in taken[mention.start : mention.end]:
            keep(mention)
        elif isinstance(mention.item, WordItem) and not taken[mention.start]:
            cut.append(mention)
    modes = {mention.start for mention in kept if isinstance(mention.item, ModeItem)}
    for mention in cut:
        # Of "spoke on the phone", where "spoke on" is a word too, "spoke" is left.
        end = taken.index(1, mention.start)
        if end not in modes:
            continue
        for word in words_within(text, mention.start, end):
            if 1 not in taken[word.start : word.end]:
                keep(word)
    return tuple(sorted(kept, key=lambda m: m.start))


def meetings() -> Collection[str]:
    """The words of meeting and travelling, in lower case."""
    phrases = table("phrases")
    acted = (word for words in doings().values() for word in words)
    return (*_word_items(), *phrases["unplaced"], *acted)


def _times(text: str, base: Base) -> Iterator[Mention]:
    """The times in a text; of one that is still to come no day is told, for nothing was then."""
    for time in times(text, written=base.written, told=base.told, near=base.near):
        window = None if _is_to_come(time, base.written) else time.window
        adverb = _is_adverb(time, text)
        item = TimeItem(window, time.ends, adverb=adverb, counted=time.counted)
        yield Mention(time.start, time.end, item)


def _is_to_come(time: Time, written: date | None) -> bool:
    start = None if time.window is None else time.window.possibly.earliest
    return time.counted and written is not None and start is not None and start > written


_PREPOSITION: Final = re.compile(
    r"\b(?:in|on|of|at|since|until|till|by|from|to|through|during|for|over|before|after|around"
    r"|between|and|the|a|an)\s+$",
    re.IGNORECASE,
)


def _is_adverb(time: Time, text: str) -> bool:
    """Whether a time stands by itself ("met last July"), not after a preposition."""
    return time.counted and not _PREPOSITION.search(text, max(0, time.start - 10), time.start)


def holdings() -> Collection[str]:
    """The words of holding office, in lower case."""
    return [word.lower() for word in table("phrases")["offices"]]


def references() -> Collection[str]:
    """The words that mean people named before, in lower case."""
    phrases, people = table("phrases"), table("people")
    kinds = ("counterparts", "successors", "predecessors", "others", "descriptions", "chiefs")
    related = [word for kind in kinds for word in people[kind]]
    twos = (f"{lead} {word}" for lead in ("the", "the two", "both") for word in people["twos"])
    return (*_SINGLE, *phrases["pairs"], *related, *(f"{word}s" for word in related), *twos)


# --- words --------------------------------------------------------------------------------------


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _word_items() -> dict[str, Item]:
    """The words and phrases of the lexicon, in lower case, with what they are."""
    found: dict[str, Item] = {}
    # What counts anywhere comes last and is kept.
    for sense in sorted(senses().values(), key=lambda sense: not sense.only):
        for word, form in verb_forms(sense):
            found[word] = WordItem(word, verb=(sense, form))
    for sense in sorted(senses().values(), key=lambda sense: not sense.only):
        for word, form in noun_forms(sense):
            kept = found.get(word)
            same = kept.verb if isinstance(kept, WordItem) else None
            found[word] = WordItem(word, verb=same, noun=(sense, form))
    return found


def verb_forms(sense: Sense) -> Iterator[tuple[str, str]]:
    """The words of a sense's verbs, with their forms."""
    for verb in sense.verbs:
        for form in ("base", "third", "gerund", "participle", "past"):
            word: str = getattr(verb, form)
            if word:
                yield word, form


def noun_forms(sense: Sense) -> Iterator[tuple[str, str]]:
    """The words of a sense's nouns, with their forms."""
    for forms in sense.nouns:
        yield from zip(forms, ("singular", "plural"), strict=True)


@cache
def _phrase_items() -> dict[str, Item]:
    phrases = table("phrases")
    found: dict[str, Item] = dict(_word_items())
    found.update((w, ModeItem(frozenset(map(Mode, row)))) for w, row in phrases["modes"].items())
    found.update(
        (w, SettingItem(frozenset(map(Setting, row)))) for w, row in phrases["settings"].items()
    )
    found.update((w, OrdinalItem(n)) for w, n in table("numbers")["ordinals"].items())
    found.update((w, PairItem(w in phrases["owners"])) for w in phrases["pairs"])
    found.update(_SINGLE)
    return found


@cache
def _phrase_list() -> WordList:
    return WordList(_phrase_items())


@cache
def _others() -> re.Pattern[str]:
    """What after "the two" shows that no two people are meant."""
    return re.compile(rf"\s+(?:{_any(table('phrases')['others'])})\b", re.IGNORECASE)


_NTH: Final = re.compile(r"\b(\d{1,3})(?:st|nd|rd|th)\b")


def _words(text: str) -> Iterator[Mention]:
    yield from words_within(text, 0, len(text))
    for match in _NTH.finditer(text):
        yield Mention(match.start(), match.end(), OrdinalItem(int(match[1])))


def words_within(text: str, start: int, end: int) -> Iterator[Mention]:
    """The words and phrases of the lexicon in a part of a text, the longest at each place."""
    items, low = _phrase_items(), lowered(text)
    for first, whole in _phrase_list().apart(low, start, end):
        cut = whole - len(" up")
        is_until = low.endswith(" up", first, whole) and _UNTIL.match(low, whole)
        after = cut if is_until and low[first:cut] in items else whole
        item = items[low[first:after]]
        if not (isinstance(item, PairItem) and _others().match(text, after)):
            yield Mention(first, after, item)
        last = low.rfind(" ", first, after) + 1
        if last > first and isinstance(item, WordItem):
            # Of "was on the sidelines" there may be "was on" as well.
            near = low[last : min(end, last + _FARTHEST)]
            begin, beyond = next(_phrase_list().apart(near), (-1, 0))
            if begin == 0 and last + beyond > after:
                yield Mention(last, last + beyond, items[near[:beyond]])


_FARTHEST: Final = 60
"""Characters: more than any phrase has."""
_UNTIL: Final = re.compile(r" to (?:\w+ ){0,2}\d")
"""What after "met up" shows that they met, and until when: "met up to 31 March 2011"."""


@cache
def _rule_ids() -> Mapping[str, str]:
    """The counting rules by the words that name them, of encounters and of visits."""
    rules = counting_rules().values()
    words = {rule.says: rule.id for rule in rules if rule.says}
    return words | {rule.says_of_visits: rule.id for rule in rules if rule.says_of_visits}


@cache
def _visit_finder() -> re.Pattern[str]:
    kind = rf"(?:{_any(tuple(VisitKind))})"
    return re.compile(
        rf"(?P<pay>\b(?:pay|paid) an? )?\b(?P<kinds>{kind}(?:(?:,| or|, or) {kind})+)"
        r" (?P<noun>visits?)\b(?P<to> to\b)?"
    )


def _visits(text: str) -> Iterator[Mention]:
    """Visits of one kind or another ("paid a state or official visit to")."""
    if "visit" not in text:
        return
    for match in _visit_finder().finditer(text):
        kinds = frozenset(kind for kind in VisitKind if kind in re.split(r"\W+", match["kinds"]))
        sense = replace(senses()["visit"], visit_kinds=kinds)
        if match["pay"] is not None and match["to"] is not None:
            form = "past" if match["pay"].startswith("paid") else "base"
            yield Mention(match.start(), match.end(), WordItem(match.group(), verb=(sense, form)))
        else:
            form = "singular" if match["noun"] == "visit" else "plural"
            item = WordItem(match["noun"], noun=(sense, form))
            yield Mention(match.start("kinds"), match.end("noun"), item)


@cache
def _rules_finder() -> re.Pattern[str]:
    says = _any(tuple(_rule_ids()))
    return re.compile(rf",? ?\bcounting (?P<says>(?:{says})(?:; or (?:{says}))*)")


def _rules(text: str) -> Iterator[Mention]:
    """The counting rules that a text names itself, in the words of the table of rules."""
    if "counting" not in text:
        return
    ids = _rule_ids()
    for match in _rules_finder().finditer(text):
        yield Mention(
            match.start(),
            match.end(),
            RulesItem(tuple(ids[s] for s in match["says"].split("; or "))),
        )


# --- numbers ------------------------------------------------------------------------------------

_TIMES: Final = r"(?:\s+(?:separate\s+|different\s+)?(?P<times>times|occasions))"
_UNIT: Final = r"[\s-](?P<unit>hours?|minutes?|mins?\b|hrs?\b)"


@dataclass(frozen=True, slots=True)
class _NumberForm:
    """A form of numbers; what it fits has words of each of the kinds that it ``needs``."""

    needs: frozenset[str]
    pattern: re.Pattern[str]


@cache
def _number_forms() -> tuple[_NumberForm, ...]:
    hedge = rf"(?:(?P<hedge>{_any([w for h in hedges() for w in h.words])})\s+)?"
    number = rf"(?P<n>\d{{1,3}}|{_any(_cardinals())})"
    second, rest = number.replace("<n>", "<m>"), number.replace("<n>", "<rest>")
    adverb = rf"(?P<adverb>{_any(list(table('numbers')['adverbs']))})"
    quantity = rf"(?P<quantity>{_any(list(quantities()))})"
    over = r"(?P<over>\s+and\s+a\s+half)"
    start, end = r"(?<![\w$€£.,'-])", r"(?![\w%-])"
    needs = (
        ("times", "numbers"),
        ("times", "numbers"),
        ("times", "quantities"),
        ("adverbs",),
        ("units", "numbers"),
        ("units",),
        ("units",),
        ("units",),
        ("units",),
        ("numbers", "choices"),
        ("numbers",),
        ("quantities",),
    )
    return tuple(
        _NumberForm(frozenset(words), re.compile(start + body + end, re.IGNORECASE))
        for words, body in zip(needs, (
            rf"(?:on\s+)?(?:between\s+)?{number}\s+(?:and|or)\s+{second}{_TIMES}",
            rf"(?:on\s+)?{hedge}{number}(?P<so>\s+or\s+so)?{_TIMES}",
            rf"(?:on\s+)?(?:only\s+)?{quantity}{_TIMES}",
            rf"(?<!never )(?<!the ){hedge}{adverb}(?!\s+(?:again|more|or|the|they|he|she|it)\b)",
            rf"between\s+{number}\s+and\s+{second}{_UNIT}",
            rf"{hedge}(?:{number}|(?P<one>an?))(?P<half>[\s-]and[\s-]a[\s-]half)?{_UNIT}{over}?",
            rf"{hedge}(?:{number}|(?P<one>an?))[\s-](?P<unit>hours?)(?:,?\s+and)?\s+{rest}[\s-]minutes?",
            rf"{hedge}(?:{number}|(?P<one>an?))[\s-](?P<unit>hours?)(?P<half>\s+and\s+a\s+half)",
            rf"{hedge}(?P<length>{_any(table('numbers')['lengths'])})",
            rf"(?:between\s+{number}\s+and|{number.replace('<n>', '<k>')}\s+or)\s+{second}",
            rf"(?<!the\s)(?<!not\s){hedge}{number}(?!\s+(?:years?|months?|weeks?|days?|times|percent|million)\b)",
            quantity,
        ), strict=True)
    )  # fmt: skip


@cache
def _number_words() -> tuple[WordList, Mapping[str, frozenset[str]]]:
    """The words that forms of numbers have, in lower case, and the kinds of each."""
    kinds: Mapping[str, Iterable[str]] = {
        "numbers": _cardinals(),
        "quantities": quantities(),
        "adverbs": table("numbers")["adverbs"],
        "times": ("times", "occasions"),
        "units": (
            *(word for unit in ("hour", "minute", "min", "hr") for word in (unit, f"{unit}s")),
            *table("numbers")["lengths"],
        ),
        "choices": ("between", "or"),
    }
    words = {word for each in kinds.values() for word in each}
    return WordList(words), {
        word: frozenset(kind for kind, each in kinds.items() if word in each) for word in words
    }


def _number_kinds(text: str) -> set[str]:
    """The kinds of words that a text has of those of which numbers are made."""
    words, kinds = _number_words()
    found = {kind for n, _, _ in words.find(lowered(text)) for kind in kinds[words.words[n]]}
    return found | {"numbers"} if _DIGIT.search(text) is not None else found


_DIGIT: Final = re.compile(r"\d")


def _cardinals() -> list[str]:
    return [w for w, n in table("numbers")["cardinals"].items() if n > 0 and len(w) > 2]


def _numbers(text: str) -> Iterator[Mention]:
    has = _number_kinds(text)
    for form in _number_forms():
        for match in form.pattern.finditer(text) if form.needs <= has else ():
            item = _number(match)
            if item is not None:
                yield Mention(match.start(), match.end(), item)


def _number(match: re.Match[str]) -> Item | None:
    groups = match.groupdict()
    unit = groups.get("unit") or groups.get("length")
    if groups.get("length"):
        minutes = table("numbers")["lengths"][match["length"].lower()]
        bounds = _hedge(groups, "about").bounds(minutes)
    elif groups.get("quantity"):
        bounds = quantities()[groups["quantity"].lower()]
    else:
        bounds = _bounds(groups, 60 if (unit or "").lower().startswith("h") else 1)
    if unit:
        return DurationItem(bounds)
    adverb = groups.get("adverb") or (groups.get("quantity") or "").lower().startswith("once")
    times = bool(groups.get("times") or adverb)
    return NumberItem(bounds, times, groups.get("hedge") is not None and _hedge(groups).of_all)


def _bounds(groups: dict[str, str | None], scale: int) -> Bounds:
    number = (
        _value(groups.get("n") or groups.get("k") or groups.get("adverb") or groups.get("one"))
        * scale
    )
    if groups.get("half") or groups.get("over"):
        number += scale // 2
    if groups.get("m"):
        last = _value(groups["m"]) * scale
        return Bounds(min(number, last), max(number, last))
    minutes = _value(groups.get("rest")) if groups.get("rest") else 0
    round_number = groups.get("so") or (scale > 1 and not minutes)
    return _hedge(groups, "about" if round_number else "exactly").bounds(number + minutes)


def _hedge(groups: dict[str, str | None], default: str = "exactly") -> Hedge:
    hedge = (groups.get("hedge") or default).lower()
    return next(h for h in hedges() if hedge in h.words)


def _value(word: str | None) -> int:
    word = (word or "").lower()
    numbers = table("numbers")
    if word.isdigit():
        return int(word)
    return int(numbers["cardinals"].get(word) or numbers["adverbs"][word])
