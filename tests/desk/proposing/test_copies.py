from __future__ import annotations

import random

import pytest

from summitry.desk.archive.sketch import likeness, sketch
from summitry.desk.proposing.copies import groups

WORDS = [f"word{number}" for number in range(400)]


def story(seed: int, words: int = 300) -> list[str]:
    return random.Random(seed).choices(WORDS, k=words)  # noqa: S311 - nothing here is secret


STORY = story(1)
COPIES = {
    "itself": STORY,
    "capitals": [word.upper() for word in STORY],
    "cut short": STORY[:220],
    "with a paragraph more": STORY + story(2, 60),
    "with some words otherwise": [
        "other" if at % 40 == 0 else word for at, word in enumerate(STORY)
    ],
}


@pytest.mark.parametrize("copy", COPIES)
def test_a_copy_is_known(copy: str) -> None:
    made = {"a": sketch(" ".join(STORY)), "b": sketch(" ".join(COPIES[copy]))}
    assert groups(made) == {"a": "a", "b": "a"}


def test_stories_of_their_own_are_not_copies_though_they_quote_the_same() -> None:
    quote = story(9, 30)
    made = {
        str(seed): sketch(" ".join((*story(seed), *quote, *story(-seed)))) for seed in range(1, 30)
    }
    assert groups(made) == {name: name for name in made}


def test_a_copy_of_a_copy_is_one() -> None:
    texts = {"c": STORY, "b": STORY[60:], "a": STORY[120:]}
    assert set(groups({name: sketch(" ".join(text)) for name, text in texts.items()}).values()) == {
        "a"
    }


def test_the_likeness_estimated_is_about_the_share() -> None:
    for kept in range(0, 301, 50):
        one, other = sketch(" ".join(STORY)), sketch(" ".join(STORY[:kept] + story(3, 300 - kept)))
        share = kept / (600 - kept)
        assert likeness(one, other) == pytest.approx(share, abs=0.25)
        assert likeness(one, other) == likeness(other, one)


def test_a_text_of_few_words_has_no_likeness() -> None:
    assert sketch("They met.") == ()
    assert groups({"a": (), "b": ()}) == {"a": "a", "b": "b"}
