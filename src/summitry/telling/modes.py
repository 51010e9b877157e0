"""The words of meeting, by mode: verbs and nouns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from summitry.model.events import Mode
from summitry.telling.words import joined


@dataclass(frozen=True, slots=True, kw_only=True)
class ModeWords:
    """The verb and the noun for a mode. ``with_``: the word between the verb and its object.

    ``past`` has "was" or "were" apart, in ``be``, where the verb is one of being.
    """

    past: str
    participle: str
    base: str
    noun: str
    nouns: str
    with_: str = "with"
    be: bool = False


CONTACT: Final = ModeWords(
    past="in contact", participle="been in contact", base="be in contact",
    noun="contact", nouns="contacts", be=True,
)  # fmt: skip

# In the order in which several are told; the first row that fits is taken.
_ROWS: Final[tuple[tuple[frozenset[Mode], ModeWords], ...]] = (
    (
        frozenset({Mode.IN_PERSON}),
        ModeWords(
            past="met", participle="met", base="meet", noun="meeting", nouns="meetings", with_="",
        ),
    ),
    (
        frozenset({Mode.PHONE, Mode.VIDEO}),
        ModeWords(
            past="spoke by phone or video link", participle="spoken by phone or video link",
            base="speak by phone or video link",
            noun="phone or video call", nouns="phone or video calls",
        ),
    ),
    (
        frozenset({Mode.PHONE}),
        ModeWords(
            past="spoke by phone", participle="spoken by phone", base="speak by phone",
            noun="phone call", nouns="phone calls",
        ),
    ),
    (
        frozenset({Mode.VIDEO}),
        ModeWords(
            past="spoke by video link", participle="spoken by video link",
            base="speak by video link", noun="video call", nouns="video calls",
        ),
    ),
    (
        frozenset({Mode.LETTER}),
        ModeWords(
            past="exchanged letters", participle="exchanged letters", base="exchange letters",
            noun="exchange of letters", nouns="exchanges of letters",
        ),
    ),
)  # fmt: skip


def words_for(modes: frozenset[Mode]) -> ModeWords:
    """The words for a set of modes; several are joined by "or"."""
    if not modes:
        return CONTACT
    rows = list(_rows(modes))
    if len(rows) == 1:
        return rows[0]
    return ModeWords(
        past=joined((row.past for row in rows), "or"),
        participle=joined((row.participle for row in rows), "or"),
        base=joined((row.base for row in rows), "or"),
        noun=joined((row.noun for row in rows), "or"),
        nouns=joined((row.nouns for row in rows), "or"),
        with_=rows[-1].with_,
    )


def _rows(modes: frozenset[Mode]) -> Iterator[ModeWords]:
    left = modes
    for key, row in _ROWS:
        if key <= left:
            yield row
            left -= key
