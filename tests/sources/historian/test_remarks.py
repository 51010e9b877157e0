from datetime import date

import pytest

from summitry.sources.historian.remarks import clauses, read, tells_of_meeting

START, END = date(2006, 7, 14), date(2006, 7, 17)


def told(remarks: str) -> list[tuple[str, str, str | None]]:
    """Title, name and country of everyone met, as the remarks give them."""
    return [
        (met.mention.title.says, met.mention.name, met.mention.country)
        for met in read(remarks, START, END)
    ]


@pytest.mark.parametrize(
    ("remarks", "met"),
    [
        (
            "Met with President Medvedev and Prime Minister Putin.",
            [("president", "Medvedev", None), ("prime minister", "Putin", None)],
        ),
        (
            (
                "Met with British Prime Minister Blair, Spanish President Aznar, and Portuguese "
                "Prime Minister Durao."
            ),
            [
                ("prime minister", "Blair", "gb"),
                ("president", "Aznar", "es"),
                ("prime minister", "Durao", "pt"),
            ],
        ),
        (
            (
                "Potsdam Conference with British Prime Ministers Churchill and Attlee and Soviet "
                "Premier Stalin."
            ),
            [
                ("prime minister", "Churchill", "gb"),
                ("prime minister", "Attlee", "gb"),
                ("prime minister", "Stalin", "su"),
            ],
        ),
        (
            (
                "Also met informally with Presidents Perez of Venezuela, Lopez Portillo of Mexico, "
                "and Prime Minister Manley of Jamaica."
            ),
            [
                ("president", "Perez", "ve"),
                ("president", "Lopez Portillo", "mx"),
                ("prime minister", "Manley", "jm"),
            ],
        ),
        ("State visit; met with King Hussein.", [("king", "Hussein", None)]),
        (
            "Met with former Presidents Mandela and de Klerk.",
            [("president", "Mandela", None), ("president", "de Klerk", None)],
        ),
        ("Audience with Pope John Paul II.", [("pope", "John Paul II", None)]),
        ("Met with German Chancellor Schmidt.", [("chancellor", "Schmidt", "de")]),
        (
            "Met with President Benigno S. Aquino 3rd. Attended a ceremony.",
            [("president", "Benigno S. Aquino 3rd", None)],
        ),
        (
            "Met with senior Egyptian officials and with Russian Foreign Minister Ivanov.",
            [("foreign minister", "Ivanov", "ru")],
        ),
        (
            "Discussed the Persian Gulf crisis with Syrian President Assad.",
            [("president", "Assad", "sy")],
        ),
        ("Briefed President Mubarak on the talks.", [("president", "Mubarak", None)]),
        (
            "Met with Crown Prince and Prime Minister Mohammed bin Salman Al Saud.",
            [("crown prince", "Mohammed bin Salman Al Saud", None)],
        ),
    ],
)
def test_who_was_met_is_read(remarks: str, met: list[tuple[str, str, str | None]]) -> None:
    assert told(remarks) == met


@pytest.mark.parametrize(
    "remarks",
    [
        "Attended the G-20 Economic Summit Meeting.",
        "Met with the Presidents of the Baltic States.",
        "Met with government and Solidarity leaders.",
        "Met with the Foreign Ministers of Egypt, Jordan, and Syria.",
        "Accompanied President Bush to meetings with Israeli Prime Minister Sharon.",
        "Private visit. Meeting scheduled July 19 with President Reagan cancelled.",
        "As Foreign Minister, had met with President Roosevelt in April.",
        "Had met with Soviet President Gorbachev; had met with President Bush.",
        "Signed an agreement with President Putin.",
        "Discussed sanctions by telephone with President Putin.",
        "Attended the funeral of President Sadat.",
        "Met with President Arroyo’s cabinet.",
        "Met with President Wolfensohn of the World Bank.",
        "Met with Quebec Premier Bouchard.",
        "Delivered an invitation to meet with Presidents Carter and Sadat.",
        "Received a letter from Queen Elizabeth II.",
    ],
)
def test_what_is_not_sure_is_left_unread(remarks: str) -> None:
    assert told(remarks) == []


def days(remarks: str) -> list[tuple[str, str]]:
    return [
        (
            met.mention.name,
            "" if met.days is None else f"{met.days.earliest:%d}-{met.days.latest:%d}",
        )
        for met in read(remarks, START, END)
    ]


@pytest.mark.parametrize(
    ("remarks", "expected"),
    [
        ("Met with President Putin.", [("Putin", "")]),
        ("Met with President Putin July 15.", [("Putin", "15-15")]),
        ("Met with President Putin on July 15-16.", [("Putin", "15-16")]),
        ("Attended Summit Meeting (July 15–16) with Soviet Chairman Putin.", [("Putin", "15-16")]),
        ("Met July 15 with President Putin.", [("Putin", "15-15")]),
        (
            (
                "Met with President Hu of China, July 16; and President Lula of Brazil and Prime "
                "Minister Singh of India, July 17."
            ),
            [("Hu", "16-16"), ("Lula", "17-17"), ("Singh", "17-17")],
        ),
        ("Met with President Putin in Rome on July 16.", [("Putin", "16-16")]),
        ("Met with President Putin March 3.", [("Putin", "")]),
    ],
)
def test_days_that_the_remarks_give_narrow_the_row_s(
    remarks: str, expected: list[tuple[str, str]]
) -> None:
    assert days(remarks) == expected


@pytest.mark.parametrize(
    ("remarks", "place"),
    [
        ("Met with Pope John Paul II at Castel Gandolfo.", "Castel Gandolfo"),
        ("Met with President Johnson in Honolulu on economic assistance.", "Honolulu"),
        ("Met with President Bush during a private visit.", ""),
        ("Met with President Bush in San Francisco, July 15.", "San Francisco"),
    ],
)
def test_where_they_met_is_what_the_words_say(remarks: str, place: str) -> None:
    assert [met.place for met in read(remarks, START, END)] == [place]


def test_sentences_end_where_abbreviations_do_not() -> None:
    remarks = "Met with Gen. Lee in St. Louis, Mo. and Dr. No in the U.S. Also met Mr. X; left."
    assert len(list(clauses(remarks))) == 3
    assert list(clauses("One. Two.")) == ["One", "Two"]


def test_a_word_of_meeting_is_told_from_others() -> None:
    assert tells_of_meeting("Met with nobody.")
    assert not tells_of_meeting("Vacation.")
