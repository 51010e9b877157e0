"""Words beside what is counted or told, which say one more thing or choose nothing."""

from __future__ import annotations

from datetime import date

import pytest

from summitry.model.statements import Document
from summitry.reading import read
from tests.reading.notation import short
from tests.reading.some_names import some_names

NAMES = some_names()
TRUMP = "donald-trump+vladimir-putin in-person"
BIDEN = "joe-biden+vladimir-putin in-person"
YEAR = "2018-01-01..2018-12-31"


def lines(text: str) -> list[str]:
    reading = read(Document(text=text, as_of=date(2025, 8, 16)), NAMES)
    return [short(claim) for statement in reading.statements for claim in statement.claims]


@pytest.mark.parametrize(
    "rest",
    [
        "one of them in Helsinki",
        "one of those in Helsinki",
        "one of the meetings being in Helsinki",
        "once in Helsinki",
    ],
)
def test_one_of_so_many_was_somewhere(rest: str) -> None:
    assert lines(f"Trump and Putin met at least four times in 2018, {rest}.") == [
        f"4- of {TRUMP} {YEAR}",
        f"took place {TRUMP} helsinki {YEAR}",
    ]


def test_once_beside_a_count_of_another_place_counts_anew() -> None:
    assert f"took place {TRUMP} helsinki" not in lines(
        "Trump met Putin twice in Moscow, once in Helsinki."
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trump met Putin in Helsinki, with Melania and an aide looking on.",
         [f"took place {TRUMP} helsinki"]),
        ("Trump met Putin one-on-one in Helsinki, with their ministers in the room.", []),
        ("Trump met Putin only once, with Melania looking on.", []),
        ("Trump met Putin twenty-one times.", [f"21 of {TRUMP}"]),
        ("Trump saw Putin some twenty-eight times.", [f"24-32 of {TRUMP}"]),
        ("Trump and Biden each met Putin.", [f"took place {TRUMP}", f"took place {BIDEN}"]),
        ("Trump and Putin met three times and talked by phone twice in 2018.",
         [f"2 of donald-trump+vladimir-putin phone {YEAR}"]),
        ("Trump met Putin on a sunny July day in 2018.",
         [f"took place {TRUMP} 2018-07-01..2018-07-31"]),
        ("Trump met Putin on the last day of June 2018.", [f"took place {TRUMP} 2018-06-30"]),
        ("In Helsinki in July 2018 Trump met his Russian counterpart.",
         [f"took place {TRUMP} helsinki 2018-07-01..2018-07-31"]),
    ],
)  # fmt: skip
def test_small_words_are_heard(text: str, expected: list[str]) -> None:
    assert lines(text) == expected


@pytest.mark.parametrize(
    "rest",
    [
        "while both were in office",
        "while both held office",
        "while both men were in power",
        "when both led their countries",
    ],
)
def test_both_were_in_office_in_many_words(rest: str) -> None:
    (line,) = lines("Trump and Putin met once while both were in office.")
    assert lines(f"Trump and Putin met once {rest}.") == [line]
