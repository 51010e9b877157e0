"""Names as they are spelled: their parts, what is compared of them, what prose makes of them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from typing import Final

from summitry.model.places import PlaceId
from summitry.sources.historian.tables import rows, table

_NUMERAL: Final = re.compile(r"(?:I{1,3}|IV|VI{0,3}|IX|XI{0,3}|XIV|XV|XVI{0,2}|XXIII|3rd|2nd|I\.)")
_SUFFIX: Final = re.compile(r"(?:Jr\.?|Sr\.?|III|II|3rd)")
CLOSE: Final = 0.84
"""The likeness of two words, of 1, from which they may be spellings of one name."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name as spelled, without titles and ranks, with the country that it is of."""

    spelled: str
    country: PlaceId
    regnal: bool = False

    @property
    def heard(self) -> tuple[str, ...]:
        """The words that are compared: small letters without accents, initials kept."""
        return _heard(self.spelled)

    @property
    def numeral(self) -> str:
        """The numeral of a king or a pope, or ""."""
        last = self.spelled.split()[-1] if self.spelled else ""
        return last if self.regnal and _NUMERAL.fullmatch(last) else ""

    @property
    def is_partial(self) -> bool:
        """Whether it is a family name alone."""
        if self.regnal:
            return False
        borne = [word for word in self.heard if word not in table("names")["particles"]]
        return len(borne) < 2 or (self.country, folded(self.spelled)) in _long_families()

    @property
    def family(self) -> str:
        """What prose uses alone."""
        return family_of(self.spelled, self.country, regnal=self.regnal)


def folded(family: str) -> str:
    """A family name as it is looked up: without accents, capitals and article."""
    return plainly(family).lower().removeprefix("al-")


@cache
def _long_families() -> frozenset[tuple[PlaceId, str]]:
    """Family names of several words that leaders of the table bear, by country."""
    return frozenset(
        (row["country"], folded(family))
        for row in rows("leaders")
        for family in row["families"].split(";")
        if " " in family
    )


@cache
def _heard(spelled: str) -> tuple[str, ...]:
    plain = plainly(re.sub(r"\([^)]*\)", " ", spelled)).lower()
    plain = re.sub(r"\ba(?:l)?b(?:d[- ]?[aeu]l|dul)[- ]?(?!ah)", "abdul", plain)
    words = re.findall(r"[a-z0-9']+", plain.replace("-", " "))
    unheard = set(table("names")["unheard"])
    return tuple(
        w.replace("'", "")
        for at, w in enumerate(words)
        if w not in unheard or (at == 0 and w == "ibn")
    )


@cache
def plainly(text: str) -> str:
    """A text without accents and with plain quotation marks."""
    for curly, plain in (
        ("’", "'"),
        ("‘", "'"),
        ("ʼ", "'"),
        ("–", "-"),
        ("\u0131", "i"),
        ("ø", "o"),
        ("Ø", "O"),
        ("ł", "l"),
        ("Ł", "L"),
        ("đ", "d"),
        ("Đ", "D"),
        ("ß", "ss"),
    ):
        text = text.replace(curly, plain)
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def slug(text: str) -> str:
    """A text as part of an id."""
    return "-".join(re.findall(r"[a-z0-9]+", plainly(text).lower().replace("'", "")))


@cache
def family_of(spelled: str, country: PlaceId, *, regnal: bool = False) -> str:
    """What prose uses alone of a name."""
    known = table("names")
    if spelled in known["family"]:
        return str(known["family"][spelled])
    words = re.sub(r"\([^)]*\)", " ", spelled).split()
    while len(words) > 1 and (_SUFFIX.fullmatch(words[-1]) or _NUMERAL.fullmatch(words[-1])):
        words.pop()
    if regnal:
        return " ".join(words[:1] if words[0] != "Haile" and words[0] != "John" else words[:2])
    if country in known["family_first"] or (country in known["first_alone"] and len(words) > 1):
        return words[0]
    parts = _parts(words, country)
    if country in known["two_families"]["countries"] and len(parts) > 2:
        given = {name.lower() for name in known["two_families"]["given"]}
        second = plainly(parts[1]).lower() in given
        return parts[2] if second else parts[1]
    return parts[-1]


def _parts(words: list[str], country: PlaceId) -> list[str]:
    """The names of a name, each with the small words before it; initials left out."""
    known = table("names")
    small = set(known["kept"]) - set(known["not_kept"].get(country, ()))
    parts: list[str] = []
    before: list[str] = []
    for at, word in enumerate(words):
        if at + 1 < len(words) and plainly(word).lower() in small:
            before.append(word)
        elif at + 1 == len(words) or not is_initial(word):
            parts.append(" ".join((*before, word)))
            before = []
    return parts


def is_initial(word: str) -> bool:
    """Whether a word of a name is an initial, or some ("N.", "J.F.")."""
    return word.endswith(".") and len(word.replace(".", "")) <= 3 and word[0].isupper()


@cache
def alike(one: str, other: str) -> float:
    """How like two words are: 1 the same, 0 nothing in common."""
    if one == other:
        return 1.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio()


@cache
def same_words(one: str, other: str) -> bool:
    """Whether two words may spell one name; short ones must agree."""
    if one == other:
        return True
    a, b = sounded(one), sounded(other)
    if a == b:
        return True
    if min(len(a), len(b)) <= 3 or not _may_be_close(a, b):
        return False
    return alike(a, b) >= CLOSE or alike(one, other) >= CLOSE


def _may_be_close(one: str, other: str) -> bool:
    """Whether two words have enough letters in common, in any order, to be close."""
    return 2 * sum((Counter(one) & Counter(other)).values()) >= 0.7 * (len(one) + len(other))


@cache
def sounded(word: str) -> str:
    """A word as transliterations of it agree: one letter for a sound, none doubled."""
    for written, heard in table("names")["sounds"].items():
        word = word.replace(written, heard)
    return re.sub(r"(.)\1+", r"\1", word)


LEADING: Final = 0.61
"""The likeness of two names of which one has a name more before the other."""


@cache
def likeness(one: Name, other: Name) -> float:
    """How surely two full names of one country are one, from 0 (not) to 1 (spelled the same)."""
    a, b = one.heard, other.heard
    if not a or not b or (one.numeral and other.numeral and one.numeral != other.numeral):
        return 0.0
    if _is_junior(one) != _is_junior(other):
        return 0.0
    if a == b:
        return 1.0
    if one.regnal and other.regnal:
        return _regnal_likeness(a, b)
    if one.regnal != other.regnal and min(len(a), len(b)) < 2:
        return 0.0
    known = table("names")
    if one.country in known["family_first"]:
        return _family_first(a, b)
    whole = alike("".join(a), "".join(b))
    shorter, longer = sorted((a, b), key=len)
    first, last = _given_fit(a[0], b[0]), same_words(a[-1], b[-1])
    if last and whole >= _NEARLY and (first or alike(a[0], b[0]) >= _GIVEN):
        return whole
    if sorted(a) == sorted(b) and one.country == "jp":
        return _NEARLY
    if one.country not in known["houses"]["countries"] and first and last:
        return 0.5 + 0.4 * whole
    if len(shorter) > 1 and _in_order(shorter, longer):
        return 0.5 + 0.4 * whole if first else LEADING
    return 0.0


_NEARLY: Final = 0.92
_GIVEN: Final = 0.7


def _is_junior(name: Name) -> bool:
    return name.country == "ph" and "Marcos" in name.spelled and name.spelled.endswith("Jr.")


def _regnal_likeness(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    shorter, longer = sorted((a, b), key=len)
    if same_words(a[0], b[0]) and _in_order(shorter, longer):
        return 0.9
    return 0.0


def _family_first(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    one, other = "".join(a[1:]), "".join(b[1:])
    fits = alike(one, other) >= 0.8 and alike(a[0], b[0]) >= 0.6
    return 0.5 + 0.5 * alike("".join(a), "".join(b)) if fits and one and other else 0.0


def _given_fit(one: str, other: str) -> bool:
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return same_words(one, other) or (min(len(one), len(other)) == 3 and alike(one, other) >= CLOSE)


def _in_order(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Whether the shorter's words come in the longer, in their order."""
    rest = iter(longer)
    return all(any(same_words(word, other) for other in rest) for word in shorter)


FIRST_NAME: Final = 0.95
"""How sure it is that a family name alone is somebody's first one ("President Mobutu")."""


@cache
def part_of(part: Name, whole: Name) -> float:
    """How surely a family name alone is within a full name, from 0 to 1 (spelled the same)."""
    a, b = part.heard, whole.heard
    if not a or len(a) >= len(b):
        return 0.0
    if whole.country not in _ANY_PART and b[: len(a)] == a:
        return FIRST_NAME
    starts = range(0 if whole.country in _ANY_PART else 1, len(b) - len(a) + 1)
    return max(same_family(a, b[at : at + len(a)], whole.country) for at in starts)


def same_family(one: tuple[str, ...], other: tuple[str, ...], country: PlaceId) -> float:
    """How surely the words of two family names are one's, from 0 to 1 (the same words).

    Short names and those of countries where many are but a letter apart must agree.
    """
    if one == other:
        return 1.0
    exact = country in table("names")["family_first"] or country in _ANY_PART
    if exact or min(map(len, (*one, *other))) < _LONG or not all(map(same_words, one, other)):
        return 0.0
    return min(0.9, *map(alike, one, other))


_LONG: Final = 5
_ANY_PART: Final = frozenset(
    {"cn", "tw", "kr", "kp", "vn", "th", "et", "my", "sg", "kh", "mm", "id"}
)
