from __future__ import annotations

import pytest

from summitry.telling import words


@pytest.mark.parametrize(
    ("noun", "told"),
    [
        ("G20 gathering", "a G20 gathering"),
        ("APEC gathering", "an APEC gathering"),
        ("OSCE gathering", "an OSCE gathering"),
        ("UN gathering", "a UN gathering"),
        ("NATO gathering", "a NATO gathering"),
        ("official visit", "an official visit"),
        ("European summit", "a European summit"),
        ("emperor", "an emperor"),
        ("honorary president", "an honorary president"),
    ],
)
def test_the_article_follows_the_sound(noun: str, told: str) -> None:
    assert words.a(noun) == told


def test_the_definite_article_stands_once() -> None:
    assert words.the("Kremlin") == words.the("the Kremlin") == "the Kremlin"


@pytest.mark.parametrize(
    ("items", "told"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_a_list_is_joined(items: list[str], told: str) -> None:
    assert words.joined(items) == told


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        (("they met", "on June 16, 2021,"), "They met on June 16, 2021."),
        (
            ("they met", ", hosted by X,", ", counting each"),
            "They met, hosted by X, counting each.",
        ),
        (
            ("they met", "", "on June 16, 2021,", "(briefly)"),
            "They met on June 16, 2021 (briefly).",
        ),
        (("this is Trump Jr.",), "This is Trump Jr."),
    ],
)
def test_a_sentence_is_polished(parts: tuple[str, ...], told: str) -> None:
    assert words.sentence(*parts) == told


def test_every_table_of_articles_has_rows_without_an_article() -> None:
    for row, names in words.articles().items():
        assert names, row
        assert not [name for name in names if name.lower().startswith("the ")]


@pytest.mark.parametrize("row", ["gatherings", "landmarks"])
def test_common_nouns_are_in_lower_case(row: str) -> None:
    assert [word for word in words.articles()[row] if word != word.lower()] == []
