from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.reading.text.sentences import sentences

SPLITS = [
    ("He met him. She left.", ["He met him.", "She left."]),
    ("He flew to the U.S. The visit was short.", ["He flew to the U.S.", "The visit was short."]),
    (
        "He flew to the U.S. President Bush met him.",
        ["He flew to the U.S. President Bush met him."],
    ),
    ("On Sept. 7, they met. Mr. Putin left.", ["On Sept. 7, they met.", "Mr. Putin left."]),
    ("“We met.” They left.", ["“We met.”", "They left."]),
    ("It took 2.5 hours. Why?", ["It took 2.5 hours.", "Why?"]),
    ("  11. On Friday they met.\n  12. They left.", ["On Friday they met.", "They left."]),
    ("• One met two.\n• Three left.", ["One met two.", "Three left."]),
    ("## Bill Clinton\nHe met him.", ["Bill Clinton", "He met him."]),
    ("- One met\n  Two on 22\n  July.\n- Three.", ["One met\n  Two on 22\n  July.", "Three."]),
    ("They met. [1]\n[1] A Paper, They met\n    in 2001.\n[2] More", ["They met.", "[1]"]),
    ("A line that is\nbroken here.", ["A line that is\nbroken here."]),
    ("| One met two. | Three |\n| Four | 2 |", ["| One met two. | Three |", "| Four | 2 |"]),
    (
        "one met two\nthree met four in five, and I still have the pictures",
        ["one met two", "three met four in five, and I still have the pictures"],
    ),
    (
        f"One met two\n{'word ' * 12}two\nThree met four\nFive",
        ["One met two", f"{'word ' * 12}two", "Three met four", "Five"],
    ),
    ("One heading\nAnother heading", ["One heading", "Another heading"]),
]


@pytest.mark.parametrize(("text", "expected"), SPLITS)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [sentence.text for sentence in sentences(text)] == expected


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Bill Clinton (President 1993–2001)", True),
        ("Key Themes Across These Meetings:", True),
        ("They met in Geneva.", False),
        ("June 2021: Geneva", False),
        ("**16 June 2021** – Geneva", False),
        ("## June 2021: Geneva", True),
        ("Geneva, June 2021", True),
        ("| One | Two |", False),
        ("word " * 30, False),
    ],
)
def test_headings(text: str, heading: bool) -> None:  # noqa: FBT001 - a column of a table
    assert [sentence.heading for sentence in sentences(text)] == [heading]


FURNITURE = [
    ("# A\n\nThey met.\n\n## Sources\n\n1. They met.\n2. They left.\n\n### More\n\nThey ate.",
     ["A", "They met."]),
    ("# A\n\n## Sources\n\n1. They met.\n\n## B\n\nThey left.", ["A", "B", "They left."]),
    ("A\n=\n\nSources\n-------\n\nThey met.\n\nB\n--\n\nThey left.", ["A", "B", "They left."]),
    ("They met.\n\n**References:**\n\n1. They left.\n\nA paper. They met.", ["They met."]),
    ("They met.\n\nRead also:\n\nTwo meet\n\n- Two met.\n\nThey left.",
     ["They met.", "They left."]),
    ("They met.\n\nRead also: Two met\n\nThey left.", ["They met.", "They left."]),
    ("See also\nOne met two\nThree left", []),
    ("The sources\nThey met.", ["The sources", "They met."]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FURNITURE)
def test_a_text_does_not_say_its_references_and_links(text: str, expected: list[str]) -> None:
    assert [sentence.text for sentence in sentences(text)] == expected


@given(st.text(alphabet="AbU. \n•1.?!”\t’é"))
def test_offsets_are_places_in_the_text(text: str) -> None:
    found = sentences(text)
    for sentence in found:
        assert text[sentence.start : sentence.end] == sentence.text
        assert sentence.text == sentence.text.strip()
    edges = [edge for sentence in found for edge in (sentence.start, sentence.end)]
    assert edges == sorted(edges)


@given(st.text(alphabet="Ab. \n•1?”"))
def test_no_word_is_lost(text: str) -> None:
    kept = "".join(sentence.text for sentence in sentences(text))
    assert kept.count("A") == text.count("A")
    assert kept.count("b") == text.count("b")


LONG = [
    "x" + "." * 200_000,
    "A. B. " * 30_000,
    "A." * 100_000,
    'x. "' * 50_000,
    "a long line\n" * 20_000,
]


@pytest.mark.parametrize("text", LONG, ids=lambda text: repr(text[:8]))
def test_long_texts_take_time_in_proportion(text: str) -> None:
    start = process_time()
    sentences(text)
    assert process_time() - start < 5
