from __future__ import annotations

from datetime import date

import pytest

from summitry.reading.text.sentences import sentences
from summitry.reading.when.clock import Clock
from tests.reading.notation import window

WRITTEN = date(2018, 7, 14)

TOLD = [
    ("They met in 2001 in Genoa.", "2001-01-01..2001-12-31", False),
    ("They met in 2001 in Genoa.\nThey spoke of much.", "2001-01-01..2001-12-31", False),
    ("# Helsinki, July 2018\n\nThey spoke of much.", "2018-07-01..2018-07-31", True),
    ("# Helsinki, July 2018\n\nThey met in 2001.", "2001-01-01..2001-12-31", False),
    # Entries below a heading of their year.
    ("# 2001\n\n16 June: Brdo\n\n22 July: Genoa", "2001-07-22", True),
    ("# 2001\n\n- 16 June: They met in Brdo.\n- 22 July: They met in Genoa.", "2001-07-22", True),
    ("# 2001\n\n16 June: Brdo\n\n# 2002\n\n24 May: Moscow", "2002-05-24", True),
    ("# 2001\n\n16 June: Brdo\n\n# Aftermath\n\nIt rained.", "?", False),
    ("# 2001\n\n16 June: Brdo\n\nMay 2002: Moscow", "2002-05-01..2002-05-31", False),
    ("It ended.", "?", False),
    ("They have not met since 2015.", "?", False),
    ("They met in June.", "2018-06-01..2018-06-30", False),
    ("They met in 1972. He had been to Yalta in 1945.", "1972-01-01..1972-12-31", False),
    ("They met in 2001. It rained. It rained. It rained. It rained.", "?", False),
]


@pytest.mark.parametrize(("text", "told", "near"), TOLD)
def test_what_a_text_has_told_of(text: str, told: str, near: bool) -> None:  # noqa: FBT001
    clock = Clock(WRITTEN)
    for sentence in sentences(text):
        clock.hear(sentence, sentence.text)
    base = clock.base()
    assert (window(base.told), base.near) == (told, near)
