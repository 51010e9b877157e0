from __future__ import annotations

import pytest

from summitry.lexicon.tables import senses
from summitry.model.selection import Holder, Someone
from summitry.reading.clauses.pairs import UNKNOWN
from summitry.reading.clauses.tense import PLAN
from summitry.reading.company import QUOTED, UNNAMED, lacking
from summitry.reading.mentions.items import (
    Item,
    Mention,
    OrdinalItem,
    PartyItem,
    RosterItem,
    WordItem,
)
from summitry.reading.mentions.line import Line

PUTIN = PartyItem((Someone("putin"),), "Putin")
BIDEN = PartyItem((Someone("biden"),), "Biden")
STRANGER = PartyItem((None,), "Smith")
MET = WordItem("met", verb=(senses()["meet"], "past"))
MEET = WordItem("meet", verb=(senses()["meet"], "base"))
WENT = WordItem("visited", verb=(senses()["visit"], "past"))
PAIR = (Someone("putin"), Someone("biden"))

LACKING: list[tuple[str, tuple[Item, ...], str]] = [
    ("_ _ _.", (PUTIN, MET, BIDEN), ""),
    ("_ _ _.", (PUTIN, MET, STRANGER), UNKNOWN),
    ("_ _ _.", (PUTIN, MET, PUTIN), UNKNOWN),
    ("_ _ criticism.", (PUTIN, MET), UNKNOWN),
    ("_ _ Moscow.", (PUTIN, WENT), ""),
    ("_ _ Moscow.", (STRANGER, WENT), UNKNOWN),
    ("The teams _.", (MET,), UNNAMED),
    ("“I _ _,” said _.", (MET, BIDEN, PUTIN), QUOTED),
    ("“I _ _,” said _, who _ him.", (MET, BIDEN, PUTIN, MET), ""),
    ("_ _ _.", (RosterItem(Holder("us-president"), None), MET, PUTIN), ""),
    ("_ _.", (OrdinalItem(1, (PUTIN, BIDEN)), MET), ""),
    ("_ is expected to _ _.", (PUTIN, MEET, BIDEN), PLAN),
    ("_ is expected to _ _, whom he _ in May.", (PUTIN, MEET, BIDEN, MET), ""),
    ("_ came to _ _.", (PUTIN, MEET, BIDEN), ""),
    ("_ _ of _.", (OrdinalItem(1, (PUTIN, BIDEN)), MET, PUTIN), ""),
]


@pytest.mark.parametrize(("text", "items", "why"), LACKING)
def test_it_takes_two_to_meet_and_one_to_travel(
    text: str, items: tuple[Item, ...], why: str
) -> None:
    places = [n for n, char in enumerate(text) if char == "_"]
    mentions = [Mention(n, n + 1, item) for n, item in zip(places, items, strict=True)]
    line = Line.of(text, 0).with_mentions(mentions)
    assert lacking(line, None) == why
    assert lacking(line, PAIR) in ("", QUOTED, PLAN)
