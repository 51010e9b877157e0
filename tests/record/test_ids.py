from __future__ import annotations

import pytest

from summitry.record.ids import LONGEST_SLUG, free, slug


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Barack Obama", "barack-obama"),
        ("François Hollande", "francois-hollande"),
        ("Recep Tayyip Erdoğan", "recep-tayyip-erdogan"),
        ("Lech Wałęsa", "lech-walesa"),
        ("Binali Y\u0131ld\u0131r\u0131m", "binali-yildirim"),
        ("Liam O’Flaherty Jr.", "liam-oflaherty-jr"),
        ("J.D. Vance", "jd-vance"),
        ("习近平", ""),
        (
            "First Minister and Deputy First Minister of Northern Ireland",
            "first-minister-and-deputy-first-minister",
        ),
        ("x" * 60, "x" * LONGEST_SLUG),
    ],
)
def test_a_slug_is_short_and_plain(text: str, made: str) -> None:
    assert slug(text) == made
    assert len(made) <= LONGEST_SLUG


def test_what_is_taken_is_not_given_again() -> None:
    wishes = ("elmau-2015", "elmau-2015-06")
    assert free(wishes, ().__contains__) == "elmau-2015"
    assert free(wishes, {"elmau-2015"}.__contains__) == "elmau-2015-06"
    assert free(wishes, set(wishes).__contains__) == "elmau-2015-06-2"
    assert free(wishes, {*wishes, "elmau-2015-06-2"}.__contains__) == "elmau-2015-06-3"
