from __future__ import annotations

import pytest

from summitry.lexicon.nouns import plural


@pytest.mark.parametrize(
    ("noun", "many"),
    [
        ("president", "presidents"),
        ("general secretary", "general secretaries"),
        ("chairman", "chairmen"),
        ("chairman of the Presidium", "chairmen of the Presidium"),
        ("Chairman of the Presidium of the Supreme Soviet",
         "Chairmen of the Presidium of the Supreme Soviet"),
        ("secretary of state", "secretaries of state"),
        ("high representative for foreign affairs", "high representatives for foreign affairs"),
        ("secretary-general", "secretaries-general"),
        ("Secretary General of the United Nations", "Secretaries General of the United Nations"),
        ("president-elect", "presidents-elect"),
        ("vice-president", "vice-presidents"),
        ("commander-in-chief", "commanders-in-chief"),
        ("Soviet president", "Soviet presidents"),
        ("duchess", "duchesses"),
        ("viceroy", "viceroys"),
        ("of age", "of ages"),
    ],
)  # fmt: skip
def test_the_head_of_a_noun_is_made_plural(noun: str, many: str) -> None:
    assert plural(noun) == many
