"""People as a text names them: a title, a name, and the country that the text gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from summitry.model.places import PlaceId
from summitry.sources.historian.countries import atlas
from summitry.sources.historian.tables import table
from summitry.sources.historian.titles import Standing, Title, titles


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A person as named: ``end`` is where the text goes on.

    ``country`` is what the text gives, None for nothing; ``carried`` the country of the one named
    before, which may be this one's too. ``family`` marks one of several under one plural title.
    """

    title: Title
    name: str
    standing: Standing
    country: PlaceId | None
    carried: PlaceId | None
    end: int
    others: tuple[Title, ...] = ()


_WORD: Final = re.compile(
    r"[^\W\d_][\w]*\.?(?:['’‘ʼ\-–][^\W\d_]?[\w]*)*\.?|\([A-Z]\w{1,15}\)|[23]rd\b", re.UNICODE
)
_INITIAL: Final = re.compile(r"(?:[A-Z]\.)+$")
_MONTHS: Final = frozenset(
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "Sept.",
        "Oct.",
        "Nov.",
        "Dec.",
        "Jan.",
        "Feb.",
        "Aug.",
    ]
)
_NOT_NAMES: Final = frozenset(
    [
        "The",
        "Also",
        "Met",
        "In",
        "At",
        "Attended",
        "Addressed",
        "Discussed",
        "Visited",
        "And",
        "Afterwards",
        "Later",
        "Foreign",
        "Prime",
        "President",
        "Minister",
        "Ministers",
        "King",
        "Queen",
        "Secretary",
        "Signed",
        "Council",
        "Administration",
        "Government",
        "Cabinet",
        "Vice",
        "Deputy",
        "Presidents",
        "Chairman",
        "Federal",
        "Speaker",
        "Ambassador",
        "Defense",
        "Opposition",
        "Party",
        "Parliament",
        "Affairs",
    ]
)
_POSSESSIVE: Final = re.compile(r"['’]s?$")


def names_in(text: str, at: int = 0) -> tuple[str, int]:
    """The name that starts at a place of a text ("" for none), and where it ends."""
    small = set(table("names")["particles"])
    words: list[str] = []
    end = at
    while True:
        found = _WORD.match(text, _past_spaces(text, end))
        if found is None or (words and "," in text[end : found.start()]):
            break
        word = found.group()
        if word in _MONTHS and re.match(r"\s*\d", text[found.end() :]):
            break
        if not _in_a_name(word, small) or (
            word.rstrip(".") in _NOT_NAMES and (*words[-1:], word) != ("Mackenzie", "King")
        ):
            break
        closing = word.endswith(".") and not _INITIAL.match(word) and word not in _KEPT_DOTS
        words.append(word.rstrip(".") if closing else word)
        end = found.end() - closing
        if closing:
            break
    if words and (suffix := _SUFFIX.match(text, end)):
        words.append(suffix.group(1))
        end = suffix.end()
    while words and words[-1].lower() in small and not words[-1][0].isupper():
        end -= len(words.pop()) + 1
    name = " ".join(words).replace("- ", "-").replace(" -", "-")
    return (name, end) if words and name[-1] not in "'’" else ("", at)


_SUFFIX: Final = re.compile(r", (Jr\.?|Sr\.?|3rd)(?=$|[ ,.;])")
_KEPT_DOTS: Final = frozenset({"Jr.", "Sr.", "Dr.", "St.", "Gen.", "Lt.", "Mr.", "Mrs."})


def _past_spaces(text: str, at: int) -> int:
    while at < len(text) and text[at] == " ":
        at += 1
    return at


def _in_a_name(word: str, small: set[str]) -> bool:
    if word.rstrip("'’") in table("names")["ranks"]:
        return True
    if _POSSESSIVE.search(word) and not word.lower().startswith(("d'", "d’")):
        return False
    if word[0].isupper() or word[0] == "(" or word in {"2nd", "3rd"}:
        return True
    head = re.split(r"(?<=['’\-–])", word)[0]
    head = head.lower().replace("’", "'").replace("–", "-")
    return word.lower() in small or head in small or head.rstrip("-") in small


def without_ranks(name: str) -> str:
    """A name without ranks and honorifics before it."""
    ranks = set(table("names")["ranks"])
    words = name.split()
    while len(words) > 1 and words[0].rstrip("'’") in ranks:
        words.pop(0)
    return " ".join(words)


@cache
def _before_titles() -> re.Pattern[str]:
    """What may stand before a title: a standing, a word of a country, an organisation."""
    rows = table("titles")
    countries = sorted(atlas().by_word, key=len, reverse=True)
    names = [p.name for p in atlas().places.values()]
    words = [*rows["standing"], *countries, *rows["organisations"], *names]
    options = "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))
    return re.compile(rf"({options})[ ]+")


def mention_at(text: str, at: int, carried: PlaceId | None = None) -> Mention | None:
    """The person named at a place of a text, None where nobody surely is."""
    rows = table("titles")
    country: PlaceId | None = None
    standing = Standing.HOLDS
    pos = at + 4 if text.startswith("the ", at) else at
    definite = pos > at
    while before := _before_titles().match(text, pos):
        word = before.group(1)
        if word in rows["standing"]:
            standing = Standing(rows["standing"][word])
        elif titles().pattern.match(text, pos) and word not in atlas().by_word:
            break
        elif country is not None:
            return None
        else:
            country = _of(word)
        pos = before.end()
    found = titles().pattern.match(text, pos)
    if found is None or found.group("title") not in titles().by_word:
        return None
    title = titles().by_word[found.group("title")]
    if title.abroad and country is None:
        return None
    if found.group("elect"):
        standing = Standing.ELECT
    others, end = _further(text, found.end(), definite=definite)
    name, end = names_in(text, end)
    name = without_ranks(name)
    if not name or name in atlas().by_name or name in atlas().by_word:
        return None
    country, end = _country_after(text, end, country)
    if end < 0 or text.startswith(("’s", "'s"), end):
        return None
    return Mention(
        title=title,
        name=name,
        standing=standing,
        country=country,
        carried=carried,
        end=end,
        others=others,
    )


def _of(word: str) -> PlaceId | None:
    known = atlas()
    return (
        known.belonging(word)
        or known.by_name.get(word)
        or table("titles")["organisations"].get(word)
    )


def _further(text: str, at: int, *, definite: bool) -> tuple[tuple[Title, ...], int]:
    """Further titles of one person ("Crown Prince and Prime Minister X")."""
    found: list[Title] = []
    while joined := re.compile(r"\s*/\s*|\s+and\s+|\s+&\s+").match(text, at):
        title = titles().pattern.match(text, joined.end())
        if title is None or definite or title.group("title") not in titles().by_word:
            break
        found.append(titles().by_word[title.group("title")])
        at = title.end()
    return tuple(found), at


def _country_after(text: str, at: int, known: PlaceId | None) -> tuple[PlaceId | None, int]:
    """The country of "of COUNTRY" after a name; an end below 0 where the words are not known."""
    of = re.compile(r" of (?:the )?").match(text, at)
    if of is None:
        return known, at
    for name in _country_names():
        if text.startswith(name, of.end()):
            after = of.end() + len(name)
            if after == len(text) or not text[after].isalpha():
                return atlas().by_name[name], after
    return known, -1


@cache
def _country_names() -> tuple[str, ...]:
    return tuple(sorted(atlas().by_name, key=len, reverse=True))


def listed(text: str, at: int) -> Iterator[Mention]:
    """The people of a list that starts at a place of a text, as far as it can be read."""
    carried: PlaceId | None = None
    while True:
        several = _under_one_title(text, at)
        if several:
            yield from several
            at = several[-1].end
        elif mention := mention_at(text, at, carried):
            yield mention
            carried = mention.country or carried
            at = mention.end
        else:
            passed = _group(text, at)
            if passed < 0:
                return
            at = passed
        joined = _JOINED.match(text, at)
        if joined is None:
            return
        at = joined.end()


_DATED: Final = (
    r"(?:,? (?:on )?\(?(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December) \d+(?:[–\-]\d+)?\)?)?"
)
_JOINED: Final = re.compile(
    _DATED
    + r"(?:, and (?:also )?(?:with )?|, as well as (?:with )?|, with |, | and (?:also )?(?:with )?"
    r"|; and (?:also )?(?:with )?| as well as (?:with )?| & )"
)


def _under_one_title(text: str, at: int) -> list[Mention]:
    """People under one title in the plural ("Prime Ministers Churchill and Attlee")."""
    country: PlaceId | None = None
    standing = Standing.HOLDS
    pos = at
    while before := _before_titles().match(text, pos):
        word = before.group(1)
        known = table("titles")["standing"].get(word)
        standing = Standing(known) if known else standing
        country = country if known else _of(word)
        pos = before.end()
    found = titles().pattern.match(text, pos)
    if found is None or found.group("title") not in titles().plural:
        return []
    title = titles().plural[found.group("title")]
    people: list[Mention] = []
    pos = found.end()
    while True:
        name, end = names_in(text, _past_spaces(text, pos))
        if not name or name in atlas().by_name or name in atlas().by_word:
            return people
        own, end = _country_after(text, end, country)
        if end < 0:
            return people
        people.append(
            Mention(title=title, name=name, standing=standing, country=own, carried=None, end=end)
        )
        joined = re.compile(r", and (?!with)|, | and (?!with)").match(text, end)
        if (
            joined is None
            or mention_at(text, joined.end())
            or titles().pattern.match(text, joined.end())
        ):
            return people
        pos = joined.end()


def _group(text: str, at: int) -> int:
    """Where a group that names nobody ends, or -1: "senior Australian officials"."""
    words = re.compile(
        r"(?:[\w.\-]+ ){0,4}?(?:"
        + "|".join(table("remarks")["groups"])
        + r")\b(?! of| from| in| to)"
    )
    found = words.match(text, at)
    if found is None or titles().pattern.search(found.group()):
        return -1
    return found.end()
