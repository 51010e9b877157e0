from __future__ import annotations

from dataclasses import replace
from datetime import date

from summitry.model.people import Person, Pronoun
from summitry.model.statements import Document
from summitry.reading import read
from tests.reading.notation import short
from tests.reading.some_names import some_names

MAY = Person(id="theresa-may", name="Theresa May", family_name="May", pronoun=Pronoun.SHE)
NAMES = replace(some_names(), people={**some_names().people, MAY.id: MAY})


def lines(text: str) -> list[str]:
    found = read(Document(text=text, as_of=date(2025, 8, 16)), NAMES)
    return [short(claim) for statement in found.statements for claim in statement.claims]


def test_a_name_that_is_a_word_of_planning_too_is_a_name() -> None:
    told = "took place visit theresa-may us 2017-01-27"
    assert lines("Theresa May visited the United States on 27 January 2017.") == [told]
    assert lines("She may have visited the United States on 27 January 2017.") == []
