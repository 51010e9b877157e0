"""Who is meant without a name, and by names as texts write them."""

from __future__ import annotations

from datetime import date

import pytest

from summitry.model.statements import Document
from summitry.reading import read
from tests.reading.notation import short
from tests.reading.some_names import some_names

NAMES = some_names()
HELSINKI = "took place donald-trump+vladimir-putin in-person helsinki"
GENEVA = "took place joe-biden+vladimir-putin in-person geneva"
HELSINKI_BACK = "took place vladimir-putin+donald-trump in-person helsinki"


def lines(text: str, title: str = "", written: date = date(2018, 8, 1)) -> list[str]:
    """The claims of a text as short lines."""
    document = Document(text=text, as_of=written, published=written, title=title)
    return [short(c) for s in read(document, NAMES).statements for c in s.claims]


MEANT = [
    # The one whom the sentence before was about.
    ("Trump spoke to reporters about Medvedev. He met Putin in Helsinki.", HELSINKI),
    # Not somebody of the same country as the one whom they met, nor of another time.
    ("Yeltsin praised Reagan. Trump was tired. He met Putin in Helsinki.", HELSINKI),
    ("Trump spoke.\n\nHe met Putin in Helsinki.", HELSINKI),
    # By nationality and office, by office alone, by what somebody is to somebody.
    ("Trump and Putin spoke.\n\nThe Russian president met Trump in Helsinki.", HELSINKI_BACK),
    ("The Russian president met Trump in Helsinki in July 2018.", HELSINKI_BACK + " 2018-07"),
    ("Trump spoke. The president met Putin in Helsinki.", HELSINKI),
    ("Trump met his Russian colleague Vladimir Putin in Helsinki.", HELSINKI),
    ("Obama's successor, Donald Trump, met Putin in Helsinki.", HELSINKI),
    ("Obama's successor met Putin in Helsinki.", HELSINKI),
    ("Biden's predecessor met Putin in Helsinki.", HELSINKI),
    ("Putin spoke. His American counterpart, Donald Trump, met him in Helsinki.", HELSINKI),
    ("Obama met Medvedev in London. His successor met Putin in Helsinki.", HELSINKI),
    # The one of the two who held that office.
    ("Trump and Putin spoke. He was U.S. president. Then he met Putin in Helsinki.", HELSINKI),
    # An entry of a timeline begins no section.
    ("# Trump\n\n2009 – Obama visited the city of Moscow\n\nHe met Putin in Helsinki.", HELSINKI),
    # An entry of a page on one person that names another.
    ("# Trump\n\nPutin spoke. They met in Helsinki.", HELSINKI_BACK),
    # Of a country named before the title, and of the first of an office.
    (
        "Trump and Putin spoke. Russia's president, Vladimir Putin, met Trump in Helsinki.",
        HELSINKI_BACK,
    ),
    ("Russia's Putin met Trump in Helsinki.", HELSINKI_BACK),
    ("Merkel met Trump. He was the 45th U.S. president. He met Putin in Helsinki.", HELSINKI),
    # Somebody named only after the pronoun, in the clause that its phrase opens.
    ("During his trip to Germany in 2018, Trump met Putin in Helsinki.", HELSINKI),
    ("Obama spoke. On his trip to Europe, Trump met Putin in Helsinki.", HELSINKI),
    # The two.
    ("Trump and Putin spoke. Both politicians met in Helsinki.", HELSINKI),
    ("Trump and Putin spoke. The heads of state met in Helsinki.", HELSINKI),
    ("Trump and Putin spoke. The presidents of the two countries met in Helsinki.", HELSINKI),
    ("Trump and Putin spoke. The U.S. and Russian presidents met in Helsinki.", HELSINKI),
    # Titles, addresses and asides.
    ("Mr. Trump met Mr Putin in Helsinki.", HELSINKI),
    ("U.S. President Donald J. Trump met President Putin of Russia in Helsinki.", HELSINKI),
    ("The 45th president Donald Trump met Putin in Helsinki.", HELSINKI),
    ("Actually Trump met Putin in Helsinki.", HELSINKI),
    ("Trump met Vladimir Putin, the Russian president, in Helsinki.", HELSINKI),
]


@pytest.mark.parametrize(("text", "claim"), MEANT)
def test_who_is_meant(text: str, claim: str) -> None:
    assert any(line.startswith(claim) for line in lines(text)), lines(text)


BUSH = "took place george-w-bush+vladimir-putin in-person moscow"
ELDER = "took place george-h-w-bush+mikhail-gorbachev in-person moscow"
NAMESAKES = [
    ("Bush met Putin in Moscow.", BUSH),
    ("Bush met Gorbachev in Moscow.", ELDER),
    ("George Bush met Putin in Moscow.", BUSH),
    ("George Bush met Gorbachev in Moscow.", ELDER),
    ("President George Bush met Gorbachev in Moscow.", ELDER),
    ("Bush Sr. met Gorbachev in Moscow.", ELDER),
    ("George W. Bush Sr. met Gorbachev in Moscow.", None),
    ("The elder Bush met Gorbachev in Moscow.", ELDER),
    ("George Bush the younger met Putin in Moscow.", BUSH),
    ("George Walker Bush met Putin in Moscow.", None),
    ("Laura Bush met Putin in Moscow.", None),
    ("Mrs. Bush met Putin in Moscow.", None),
    ("Hunter Biden met Putin in Moscow.", None),
    ("Trump Tower met Putin in Moscow.", None),
    # Once somebody else of the name is told of, the name alone means nobody until theirs is whole.
    ("Jeb Bush spoke. Bush met Putin in Moscow.", None),
    ("Laura Bush was in Moscow. There Bush met Putin.", None),
    ("Jeb Bush spoke. President Bush met Putin in Moscow.", BUSH),
    ("Laura Bush and George W. Bush spoke. Bush met Putin in Moscow.", BUSH),
    ("Bush met Putin in Moscow. Laura Bush was there.", BUSH),
]


@pytest.mark.parametrize(("text", "claim"), NAMESAKES)
def test_whom_a_name_means(text: str, claim: str | None) -> None:
    found = [line for line in lines(text) if line.startswith("took place")]
    assert found == ([] if claim is None else [claim])


UNTOLD = [
    # Somebody who isn't in the record stands between.
    "Trump spoke. Tony Blair arrived. He met Putin in Helsinki.",
    "Trump met Tony Blair. They met in Helsinki.",
    "Trump left. Macron arrived in Helsinki. He met Putin in Helsinki.",
    # Either of two.
    "Trump and Putin spoke. He visited Helsinki.",
    # Nobody of that office, or of that time.
    "Putin spoke. The chancellor met him in Helsinki.",
    "The presidents met in Helsinki.",
    "The two leaders met in Helsinki.",
    # Whoever held the offices, not the two who were named.
    "Trump spoke with Putin. Helsinki saw the first meeting of the two countries' presidents.",
    "His guest met Putin in Helsinki.",
    # What was told of, whoever took part in it.
    "Trump spoke with Putin. These meetings, of 12 presidents, were held in Helsinki.",
    # Some of those who held an office, who are chosen by what follows.
    "This is the list of all U.S. presidents who visited Helsinki.",
    # Two of one country, and two who never led theirs at one time, aren't "the two leaders".
    "Trump praised Obama. The two leaders met in Helsinki.",
    "Trump praised Gorbachev. The two leaders met in Helsinki.",
    # The unknown one is whom they met, or was there as well, which can't be checked.
    "Trump met Putin and Niinistö in Helsinki.",
    "Trump met the bishop and the mayor in Helsinki.",
]


@pytest.mark.parametrize("text", UNTOLD)
def test_who_cant_be_told_is_left_out(text: str) -> None:
    assert not [line for line in lines(text) if "helsinki" in line]


TRANSCRIPT = [
    ("MR. GIBBS: Trump met Putin in Helsinki.", HELSINKI),
    ("Q Trump is here. MS. PSAKI: Yes, he met Putin in Helsinki.", HELSINKI),
]


@pytest.mark.parametrize(("text", "claim"), TRANSCRIPT)
def test_who_speaks_is_no_part_of_what_is_said(text: str, claim: str) -> None:
    assert claim in lines(text)


def test_the_president_is_the_texts_own_by_its_title() -> None:
    text = "The President met President Putin in Helsinki."
    assert lines(text, "Press briefing at the White House") == [HELSINKI]
    assert lines(text) == []


OFFICES = [
    ("Trump was the first president to visit Moscow.",
     "first donald-trump @us-president: visit @us-president moscow"),
    ("No president but Trump visited Moscow.",
     "only donald-trump @us-president: visit @us-president moscow"),
    ("Every president since Clinton has met Putin.",
     "each bill-clinton.. @us-president: @us-president+vladimir-putin in-person"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claim"), OFFICES)
def test_a_bare_title_is_of_the_office_that_somebody_beside_it_held(text: str, claim: str) -> None:
    assert lines(text) == [claim]
