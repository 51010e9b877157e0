from __future__ import annotations

from datetime import date
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.reading.documents.extracted import Extracted
from summitry.reading.documents.markdown import read_markdown

SHOWN: Final = {
    "marks": ("They **met** *once* in `Geneva`.", "They met once in Geneva.\n"),
    "headings": ("# A\n## B ##\nC\n===\nD\n---", "# A\n\n## B\n\n# C\n\n## D\n"),
    "broken lines": ("They\nmet.", "They met.\n"),
    "line ends": ("They  \nmet.<br>Once\\\nmore.", "They\nmet.\nOnce\nmore.\n"),
    "lists": ("* A.\n* B.\n  - C.", "- A.\n- B.\n- C.\n"),
    "numbered lists": ("3. A.\n4. B.", "3. A.\n4. B.\n"),
    "an item of two paragraphs": ("- A.\n\n  B.\n- C.", "- A.\n\nB.\n\n- C.\n"),
    "tables": ("| a | b |\n|---|---|\n| 1 | |\n| 2 | x y |", "a; b.\n\n1.\n\n2; x y.\n"),
    "quotations": ("> They\n> met.", "They met.\n"),
    "links": ("[They](/a) met <https://example.org>.", "They met https://example.org.\n"),
    "links to notes": ("They met. [1] [2]\n\n[1]: /a\n[2]: /b", "They met.\n"),
    "links of numbers": ("They met [12](/a) times in [2021][y].\n\n[y]: /b",
                         "They met 12 times in 2021.\n"),
    "notes": ("They met.[^n] Once.[^1]\n\n[^n]: Biden met.\n\n[^1]: x", "They met. Once.\n"),
    "entities": ("Putin &amp; Biden \\*met\\*.", "Putin & Biden *met*.\n"),
    "rules": ("A.\n\n***\n\nB.", "A.\n\nB.\n"),
    "code": ("A.\n\n```\nThey met.\n```\n\n    They met.\n\nB.", "A.\n\nB.\n"),
    "HTML": ("A.\n\n<div>\nThey met.\n</div>\n\nB <b>bold</b>. <!-- C -->", "A.\n\nB bold.\n"),
    "pictures": ("![They met](a.png) Once.", "Once.\n"),
    "struck words": ("They met ~~twice~~ once.", "They met once.\n"),
    "nothing": ("", ""),
    "code alone": ("```\nThey met.\n```", ""),
}  # fmt: skip


@pytest.mark.parametrize(("written", "text"), SHOWN.values(), ids=SHOWN)
def test_the_text_is_what_is_shown(written: str, text: str) -> None:
    assert read_markdown(written).text == text


DAY: Final = date(2025, 8, 16)
LATER: Final = date(2025, 8, 18)

FRONTS: Final = {
    "none": ("# A\n\n# B", "A", None, None),
    "no heading of its own": ("## A", "", None, None),
    "a title": ('---\ntitle: "B: c"\n---\n# A', "B: c", None, None),
    "a day": ("---\ntitle: B\ndate: 2025-08-16T10:00:00Z\n---\n# A", "B", DAY, None),
    "days": ("---\nDate Published: August 16, 2025\nlastmod: 2025-08-18\n---", "", DAY, LATER),
    "a day that is none": ("---\ndate: soon\n---\n# A", "A", None, None),
    "a rule": ("---\n# A\ntitle: B\n", "A", None, None),
    "not at the front": ("# A\n\n---\ntitle: B\n---\n", "A", None, None),
}  # fmt: skip


@pytest.mark.parametrize(("written", "title", "published", "modified"), FRONTS.values(), ids=FRONTS)
def test_title_and_days_are_those_of_the_front_matter(
    written: str, title: str, published: date | None, modified: date | None
) -> None:
    found = read_markdown(written)
    assert (found.title, found.published, found.modified) == (title, published, modified)
    assert "date" not in found.text


@given(st.text(alphabet="ab*_[]()`#>|-~!<\\\n 1.^:"))
def test_any_text_is_markdown(written: str) -> None:
    assert isinstance(read_markdown(written), Extracted)
