"""Words that point to a place are read as it where it can be told, and else restrict."""

from __future__ import annotations

from datetime import date

import pytest

from summitry.model.statements import Document
from summitry.reading import read
from tests.reading.notation import short
from tests.reading.some_names import some_names

NAMES = some_names()
DAY = date(2018, 7, 17)


def lines(text: str) -> list[str]:
    """The claims of a text of 17 July 2018."""
    reading = read(Document(text=text, as_of=DAY, published=DAY), NAMES)
    return [short(claim) for found in reading.statements for claim in found.claims]


LAST = "#-1 of donald-trump+vladimir-putin in-person"
BEFORE = "..2018-07-17~..2018-06-15"
"""Before the news, which may count."""
MET = "took place donald-trump+vladimir-putin in-person helsinki 2018-07-16"


@pytest.mark.parametrize(
    "text",
    [
        "HELSINKI (AP) — Donald Trump met Vladimir Putin here on Monday.",
        "HELSINKI, Finland, July 17 (Reuters) – Trump and Putin met here Monday.",
        "Helsinki (AFP) - President Trump met with Putin here on Monday.",
        "HELSINKI —\n\nDonald Trump and Vladimir Putin met here on Monday.",
        "Trump flew to Helsinki on Sunday and met Putin there on Monday.",
        "Trump met Putin in the Finnish capital on Monday.",
        "Trump and Putin met in Helsinki on Monday without agreement on arms control.",
        "On Monday, Trump and Putin met behind closed doors in Helsinki.",
    ],
)
def test_a_place_pointed_to(text: str) -> None:
    assert MET in [line.replace("[us-president]", "") for line in lines(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Trump and Putin met here on Monday.",
        "Trump met Putin there on Monday.",
        "Trump went to Helsinki and then to Hamburg, and met Putin there on Monday.",
        "WASHINGTON — Trump met Putin there on Monday.",
        "Trump met Putin in the Ruritanian capital on Monday.",
    ],
)
def test_a_place_that_cannot_be_told(text: str) -> None:
    assert not any("trump+vladimir-putin" in line for line in lines(text))


def test_there_goes_back_a_sentence() -> None:
    text = (
        "Trump will meet Putin in Helsinki. George H. W. Bush met Mikhail Gorbachev there in 1990."
    )
    assert lines(text) == [
        "took place george-h-w-bush+mikhail-gorbachev in-person helsinki 1990-01-01..1990-12-31"
    ]
    text = "Trump met Putin in Helsinki on Monday. Merkel was there in 2011."
    assert lines(text)[-1] == "took place visit angela-merkel helsinki 2011-01-01..2011-12-31"


def test_when_after_a_time_tells_of_it() -> None:
    assert lines(
        "Putin and Trump have not met since July 2017, when they sat down in Hamburg."
    ) == [
        "none of vladimir-putin+donald-trump in-person since 2017-07-01..2017-07-31",
        "took place vladimir-putin+donald-trump in-person hamburg 2017-07-01..2017-07-31",
    ]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Trump met Putin in Helsinki on Monday. They last met in Hamburg in July 2017.",
            f"{LAST} ..2018-07-15 is hamburg 2017-07-01..2017-07-31",
        ),
        (
            "Trump met Putin in Helsinki in 2016. They last met in Hamburg in July 2015.",
            f"{LAST} {BEFORE} is hamburg 2015-07-01..2015-07-31",
        ),
        (
            "Trump met Merkel in Helsinki on Monday. Trump and Putin last met in July 2017.",
            f"{LAST} {BEFORE} is 2017-07-01..2017-07-31",
        ),
        (
            "Trump met Putin in Helsinki on Monday. Putin last met a U.S. president in Hamburg.",
            f"#-1 of vladimir-putin+@us-president in-person {BEFORE} is hamburg",
        ),
        (
            "Trump met Putin on Monday. They last met this month.",
            f"{LAST} is 2018-07-01..2018-07-17",
        ),
    ],
)
def test_the_last_before_the_news(text: str, claim: str) -> None:
    assert lines(text)[-1] == claim


def test_what_was_discussed() -> None:
    text = "Trump met Putin in Helsinki on Monday. The two leaders also discussed {}."
    assert lines(text.format("the war in Syria, oil and arms control"))[1:] == [
        "took place donald-trump+vladimir-putin in-person helsinki syria 2018-07-16",
        "donald-trump+vladimir-putin in-person helsinki 2018-07-16 about arms-control",
    ]
    for other in ("a book", "football", "ways forward"):
        assert lines(text.format(other)) == [MET]
    assert lines("Trump met Putin in Helsinki on Monday. They will discuss Syria.") == [MET]
    assert lines("Trump met Putin in Helsinki on Monday. Their aides discussed Syria.") == [MET]
