"""Which uses of a word are of meeting or travelling: "saw Putin", not "saw the film"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from summitry.lexicon.tables import Sense, senses, table
from summitry.reading.mentions.items import Mention, WordItem
from summitry.reading.mentions.line import Line, form
from summitry.reading.mentions.scan import noun_forms, verb_forms, words_within

_Form = tuple[Sense, str]
_PERSON: Final = "{Person|Office|Title|Pair|Pronoun|Party|Roster}"
_SMALL: Final = (
    r"(?:(?:a|an|then|former|his|her|their|both|mr\.?|mrs\.?|ms\.?|sir|dr\.?|by|with)[ -])*"
)
"""What may stand between a word of meeting and who is met."""
_NAMESAKES: Final = "|".join(
    re.escape(word) for end in ("first", "last") for word in table("people")[f"{end}_before"]
)
_MET: Final = (
    rf"{_SMALL}(?:{{Place}} )?{_PERSON}"
    rf"|(?:(?:by|with) )?the {_SMALL}(?:{{Place}} )?{{Office|Title|Pair|Party}}"
    rf"|(?:(?:by|with) )?(?:{_NAMESAKES}) {{Person|Party}}"
)
"""Who is met: not "the Trump Tower"."""
_SITES: Final = "|".join(map(re.escape, sorted(table("unread")["sites"])))
_PLACED: Final = (
    r"(?:(?:the|a|an|his|her|their|nearby|neighbou?ring|far-off) )*"
    rf"(?:(?:{_SITES}) (?:at|in|near|of|outside) (?:the )?)?"
)
"""What may stand between a word of travelling and where it led."""
_HELPERS: Final = (
    r"(?:[,)]? (?:who|and|also|has|have|had|hasn't|haven't|hadn't|not|never|ever|already|himself|"
    r"herself|{Ordinal}|{Number}))*,? "
)
"""What may stand between somebody and the verb of which they are the subject."""

_SUBJECT: Final = (
    "".join(
        f"(?<!{word} )"
        for word in (
            "between",
            "with",
            "of",
            "by",
            "for",
            "as",
            "to",
            "about",
            "and",
            "{Word} as",
            "{Title|Office|Place}",
        )
    )
    + rf"(?:{{Title|Office|Place}} )*{_PERSON}(?:,? and (?:{{Title|Office|Place}} )*{_PERSON})?"
)
"""Somebody who may be the subject of a verb."""

_AFTER: Final = {
    "person": form(rf" (?:each other|one another|{_MET})(?!')"),
    "place": form(rf" (?:(?:in|at|to|of|near|outside) )?{_PLACED}{{Place|Gathering|Series}}"),
    "stay": form(rf" {_PLACED}{{Place|Gathering|Series}}"),
    "with": form(rf" (?:with|between) (?:{_MET})"),
    "topic": form(r"(?:(?!{Word|Person|Time})[^.;:])*? (?:{Topic}|{Place})"),
}
"""What follows a word where it counts."""
_BEFORE: Final = {
    "stay": form(rf"{_SUBJECT}{_HELPERS}$"),
    "guest": form(rf"\b(?:was|were|is|been) (?:{_PERSON}'s|the|a) (?:[\w-]+ )?$"),
    "carried": re.compile(
        rf"(?<![\w'-])(?:{'|'.join(map(re.escape, sorted(table('phrases')['light'])))})"
        r"(?: [^\s,;:.()]+){0,4} $",
        re.IGNORECASE,
    ),
}
"""What comes before a word where it counts."""


def of_meeting(line: Line, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions found in a line's text, words of meeting only where they count as such.

    Each in the sense that it has where it stands. Of a phrase that doesn't count ("call on" of
    "call on Monday") a shorter one within it may.
    """
    marked = line.with_mentions(mentions)
    found: list[Mention] = []
    shift = 0
    for mention in mentions:
        place = mention.start - shift
        shift += mention.end - mention.start - 1
        if isinstance(mention.item, WordItem):
            found.extend(_counting(line.text, mention, mention.item, marked.text, place))
        else:
            found.append(mention)
    return tuple(found)


def _counting(
    text: str, mention: Mention, item: WordItem, marked: str, place: int
) -> Iterator[Mention]:
    """The mention in the senses that count at its place, or the shorter ones within it."""
    chosen = _chosen(item, marked[:place], marked[place + 1 :])
    if chosen is not None:
        yield Mention(mention.start, mention.end, chosen)
        return
    for inner in words_within(text, mention.start, mention.end - 1):
        if isinstance(inner.item, WordItem):
            before = marked[:place] + text[mention.start : inner.start]
            after = text[inner.end : mention.end] + marked[place + 1 :]
            kept = _chosen(inner.item, before, after)
            if kept is not None:
                yield Mention(inner.start, inner.end, kept)


def _chosen(item: WordItem, before: str, after: str) -> WordItem | None:
    """The word in the senses that count between these texts; None if it has none."""
    rows = _senses_of().get(item.word.lower())
    told = [use[0] for use in (item.verb, item.noun) if use is not None]
    if rows is None or any(sense is not senses()[sense.id] for sense in told):
        return item
    verb = next((row for row in rows["verb"] if _counts(row[0], before, after)), None)
    noun = next((row for row in rows["noun"] if _counts(row[0], before, after)), None)
    return None if verb is None and noun is None else WordItem(item.word, verb, noun)


def _counts(sense: Sense, before: str, after: str) -> bool:
    """Whether a word of this sense counts between these texts."""
    front, back = _BEFORE.get(sense.only), _AFTER.get(sense.only)
    return (front is None or front.search(before) is not None) and (
        back is None or back.match(after) is not None
    )


@cache
def _senses_of() -> Mapping[str, Mapping[str, list[_Form]]]:
    """The senses of each word as a verb and as a noun: those that count only somewhere first."""
    found: dict[str, dict[str, list[_Form]]] = {}
    for sense in sorted(senses().values(), key=lambda sense: not sense.only):
        for kind, forms in (("verb", verb_forms(sense)), ("noun", noun_forms(sense))):
            for word, name in forms:
                found.setdefault(word, {"verb": [], "noun": []})[kind].append((sense, name))
    return found
