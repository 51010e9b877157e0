"""A few names in the shape of the bundled record's, for tests of reading."""

from __future__ import annotations

from datetime import date

from summitry.model.names import Names
from summitry.model.occasions import Landmark, Occasion, Series, Topic
from summitry.model.people import Office, Person, Pronoun, Tenure
from summitry.model.places import Place, PlaceKind
from summitry.model.when import Stretch, When
from tests.records import stretch

_PEOPLE = (
    ("vladimir-putin", "Vladimir Putin", "Putin", ("Putin",), Pronoun.HE),
    ("dmitry-medvedev", "Dmitry Medvedev", "Medvedev", (), Pronoun.HE),
    ("boris-yeltsin", "Boris Yeltsin", "Yeltsin", (), Pronoun.HE),
    ("alexei-kosygin", "Alexei Kosygin", "Kosygin", (), Pronoun.HE),
    ("nikolai-podgorny", "Nikolai Podgorny", "Podgorny", (), Pronoun.HE),
    ("mikhail-gorbachev", "Mikhail Gorbachev", "Gorbachev", (), Pronoun.HE),
    ("ronald-reagan", "Ronald Reagan", "Reagan", (), Pronoun.HE),
    ("george-h-w-bush", "George H. W. Bush", "Bush", ("George H.W. Bush",), Pronoun.HE),
    ("bill-clinton", "Bill Clinton", "Clinton", (), Pronoun.HE),
    ("george-w-bush", "George W. Bush", "Bush", (), Pronoun.HE),
    ("barack-obama", "Barack Obama", "Obama", (), Pronoun.HE),
    ("donald-trump", "Donald Trump", "Trump", (), Pronoun.HE),
    ("joe-biden", "Joe Biden", "Biden", (), Pronoun.HE),
    ("angela-merkel", "Angela Merkel", "Merkel", (), Pronoun.SHE),
)

_OFFICES = (
    ("us-president", "President of the United States", "president", "us", True, ()),
    ("us-vice-president", "Vice President of the United States", "vice president", "us", False, ()),
    ("ru-president", "President of Russia", "president", "ru", True, ()),
    ("ru-prime-minister", "Prime Minister of Russia", "prime minister", "ru", True, ()),
    ("su-general-secretary", "General Secretary of the CPSU", "general secretary", "su", True, ()),
    ("su-head-of-state", "Chairman of the Presidium of the Supreme Soviet",
     "chairman of the Presidium", "su", True, ()),
    ("su-premier", "Premier of the Soviet Union", "premier", "su", True, ()),
    ("de-chancellor", "Chancellor of Germany", "chancellor", "de", True, ()),
)  # fmt: skip

_TENURES = (
    ("ronald-reagan", "us-president", "1981-01-20", "1989-01-20", False),
    ("george-h-w-bush", "us-president", "1989-01-20", "1993-01-20", False),
    ("george-h-w-bush", "us-vice-president", "1981-01-20", "1989-01-20", False),
    ("bill-clinton", "us-president", "1993-01-20", "2001-01-20", False),
    ("george-w-bush", "us-president", "2001-01-20", "2009-01-20", False),
    ("barack-obama", "us-president", "2009-01-20", "2017-01-20", False),
    ("joe-biden", "us-vice-president", "2009-01-20", "2017-01-20", False),
    ("donald-trump", "us-president", "2017-01-20", "2021-01-20", False),
    ("joe-biden", "us-president", "2021-01-20", "2025-01-20", False),
    ("donald-trump", "us-president", "2025-01-20", None, False),
    ("alexei-kosygin", "su-premier", "1964-10-15", "1980-10-23", False),
    ("nikolai-podgorny", "su-head-of-state", "1965-12-09", "1977-06-16", False),
    ("mikhail-gorbachev", "su-general-secretary", "1985-03-11", "1991-08-24", False),
    ("boris-yeltsin", "ru-president", "1991-07-10", "1999-12-31", False),
    ("vladimir-putin", "ru-prime-minister", "1999-08-16", "2000-05-07", False),
    ("vladimir-putin", "ru-president", "1999-12-31", "2000-05-07", True),
    ("vladimir-putin", "ru-president", "2000-05-07", "2008-05-07", False),
    ("vladimir-putin", "ru-prime-minister", "2008-05-08", "2012-05-07", False),
    ("vladimir-putin", "ru-president", "2012-05-07", None, False),
    ("dmitry-medvedev", "ru-president", "2008-05-07", "2012-05-07", False),
    ("dmitry-medvedev", "ru-prime-minister", "2012-05-08", "2020-01-16", False),
    ("angela-merkel", "de-chancellor", "2005-11-22", "2021-12-08", False),
)

_ELECTED = {
    ("ronald-reagan", "1981-01-20"): ("1980-11-04", "1984-11-06"),
    ("donald-trump", "2017-01-20"): ("2016-11-08",),
    ("donald-trump", "2025-01-20"): ("2024-11-05",),
}
"""The elections that gave some of the tenures; of the others none are known."""

_PLACES = (
    ("us", "United States", PlaceKind.COUNTRY, None, "US", ("U.S.", "US", "America", "USA"), None),
    ("ru", "Russia", PlaceKind.COUNTRY, None, "RU", (), None),
    ("su", "Soviet Union", PlaceKind.COUNTRY, None, "SU", ("USSR",), None),
    ("ch", "Switzerland", PlaceKind.COUNTRY, None, "CH", (), None),
    ("de", "Germany", PlaceKind.COUNTRY, None, "DE", (), None),
    ("fi", "Finland", PlaceKind.COUNTRY, None, "FI", (), None),
    ("ua", "Ukraine", PlaceKind.COUNTRY, None, "UA", (), None),
    ("is", "Iceland", PlaceKind.COUNTRY, None, "IS", (), None),
    ("alaska", "Alaska", PlaceKind.REGION, "us", "US", (), None),
    ("anchorage", "Anchorage", PlaceKind.CITY, "alaska", "US", (), None),
    ("washington", "Washington", PlaceKind.CITY, "us", "US", ("Washington, D.C.",), None),
    ("white-house", "White House", PlaceKind.VENUE, "washington", "US", ("the White House",), None),
    ("moscow", "Moscow", PlaceKind.CITY, "ru", "RU", (), None),
    ("st-petersburg", "St. Petersburg", PlaceKind.CITY, "ru", "RU", ("St Petersburg",), None),
    ("geneva", "Geneva", PlaceKind.CITY, "ch", "CH", (), None),
    ("villa-la-grange", "Villa La Grange", PlaceKind.VENUE, "geneva", "CH", (), None),
    ("hamburg", "Hamburg", PlaceKind.CITY, "de", "DE", (), None),
    ("helsinki", "Helsinki", PlaceKind.CITY, "fi", "FI", (), None),
    ("reykjavik", "Reykjavik", PlaceKind.CITY, "is", "IS", (), None),
    ("ljubljana", "Ljubljana", PlaceKind.CITY, None, "SI", (), None),
)


_STATES = {"su": stretch("1922-12-30/1991-12-26"), "ru": stretch("1991-12-25/..")}


def _when(day: str) -> When:
    return When.on(date.fromisoformat(day))


def some_names() -> Names:
    """The names of a small record about U.S. and Russian leaders."""
    return Names(
        people={
            id: Person(id=id, name=name, family_name=family, aliases=aliases, pronoun=pronoun)
            for id, name, family, aliases, pronoun in _PEOPLE
        },
        offices={
            id: Office(id=id, name=name, title=title, country=country, leads=leads, aliases=aliases)
            for id, name, title, country, leads, aliases in _OFFICES
        },
        tenures=tuple(
            Tenure(
                id=f"tenure-{n}",
                person=person,
                office=office,
                when=Stretch(_when(start), _when(end) if end else None),
                acting=acting,
                elected=tuple(map(_when, _ELECTED.get((person, start), ()))),
            )
            for n, (person, office, start, end, acting) in enumerate(_TENURES)
        ),
        places={
            id: Place(
                id=id,
                name=name,
                kind=kind,
                within=within,
                country=country,
                aliases=aliases,
                near=near,
                when=_STATES.get(id),
                formerly="su" if id == "ru" else None,
            )
            for id, name, kind, within, country, aliases, near in _PLACES
        },
        series={
            "g20": Series(id="g20", name="G20"),
            "g8": Series(id="g8", name="G8"),
            "nato": Series(id="nato", name="NATO"),
            "apec": Series(id="apec", name="APEC"),
        },
        occasions={
            id: Occasion(
                id=id, name=name, series=series, when=Stretch(_when(start), _when(end)), place=place
            )
            for id, name, series, start, end, place in (
                (
                    "g20-st-petersburg-2013",
                    "G20 St. Petersburg 2013",
                    "g20",
                    "2013-09-05",
                    "2013-09-06",
                    "st-petersburg",
                ),
                (
                    "g20-hamburg-2017",
                    "G20 Hamburg 2017",
                    "g20",
                    "2017-07-07",
                    "2017-07-08",
                    "hamburg",
                ),
                (
                    "peacemakers-1996",
                    "Summit of the Peacemakers 1996",
                    None,
                    "1996-03-13",
                    "1996-03-13",
                    None,
                ),
            )
        },
        landmarks={
            id: Landmark(id=id, name=name, when=_when(day), aliases=aliases)
            for id, name, day, aliases in (
                (
                    "ukraine-invasion-2022",
                    "the invasion of Ukraine",
                    "2022-02-24",
                    ("Ukraine invasion", "Russian invasion of Ukraine", "invasion of Ukraine"),
                ),
                ("crimea-2014", "the annexation of Crimea", "2014-03-18", ("Crimea annexation",)),
            )
        },
        topics={
            id: Topic(id=id, name=name)
            for id, name in (("syria", "Syria"), ("arms-control", "arms control"))
        },
    )
