"""A few names of a record, for the tests of telling: nothing here is data."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol, TypeVar

from summitry.model.days import Days
from summitry.model.names import Names
from summitry.model.occasions import Landmark, Occasion, Series, Topic
from summitry.model.people import Office, Person, Pronoun, Tenure
from summitry.model.places import Place, PlaceKind
from summitry.model.when import Stretch, When, Window


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


_Row = TypeVar("_Row", bound=_Identified)


def _by_id(rows: Iterable[_Row]) -> dict[str, _Row]:
    return {row.id: row for row in rows}


def on(text: str) -> When:
    """The day."""
    return When.on(date.fromisoformat(text))


def span(first: str, last: str | None) -> Stretch:
    """From one day to another."""
    return Stretch(on(first), None if last is None else on(last))


def days(first: str, last: str) -> Days:
    """The set of days between two."""
    return Days.between(date.fromisoformat(first), date.fromisoformat(last))


def window(first: str | None, last: str | None) -> Window:
    """A window with exact edges."""
    return Window.between(
        None if first is None else date.fromisoformat(first),
        None if last is None else date.fromisoformat(last),
    )


def one_day(text: str) -> Window:
    """The window of one day."""
    return window(text, text)


def _person(id: str, name: str, family_name: str, pronoun: Pronoun = Pronoun.HE) -> Person:
    return Person(id=id, name=name, family_name=family_name, pronoun=pronoun)


def _tenure(
    id: str, person: str, office: str, first: str, last: str | None, *, acting: bool = False
) -> Tenure:
    return Tenure(id=id, person=person, office=office, when=span(first, last), acting=acting)


NAMES = Names(
    people=_by_id(
        (
            _person("clinton", "Bill Clinton", "Clinton"),
            _person("bush-41", "George H. W. Bush", "Bush"),
            _person("bush-43", "George W. Bush", "Bush"),
            _person("obama", "Barack Obama", "Obama"),
            _person("trump", "Donald Trump", "Trump"),
            _person("biden", "Joe Biden", "Biden"),
            _person("putin", "Vladimir Putin", "Putin"),
            _person("medvedev", "Dmitry Medvedev", "Medvedev"),
            _person("merkel", "Angela Merkel", "Merkel", Pronoun.SHE),
            _person("parmelin", "Guy Parmelin", "Parmelin"),
        )
    ),
    offices=_by_id(
        (
            Office(
                id="us-president",
                name="President of the United States",
                title="president",
                country="us",
                leads=True,
            ),
            Office(
                id="ru-president",
                name="President of Russia",
                title="president",
                country="ru",
                leads=True,
            ),
            Office(
                id="ru-pm",
                name="Prime Minister of Russia",
                title="prime minister",
                country="ru",
                leads=True,
            ),
            Office(id="su-gs", name="General Secretary", title="general secretary", country="ru"),
        )
    ),
    tenures=(
        _tenure("t-clinton", "clinton", "us-president", "1993-01-20", "2001-01-20"),
        _tenure("t-bush", "bush-43", "us-president", "2001-01-20", "2009-01-20"),
        _tenure("t-obama", "obama", "us-president", "2009-01-20", "2017-01-20"),
        _tenure("t-trump", "trump", "us-president", "2017-01-20", "2021-01-20"),
        _tenure("t-trump-2", "trump", "us-president", "2025-01-20", None),
        _tenure("t-biden", "biden", "us-president", "2021-01-20", "2025-01-20"),
        _tenure("t-putin-pm", "putin", "ru-pm", "1999-08-16", "2000-05-07"),
        _tenure("t-putin-0", "putin", "ru-president", "1999-12-31", "2000-05-06", acting=True),
        _tenure("t-putin-1", "putin", "ru-president", "2000-05-07", "2008-05-07"),
        _tenure("t-putin-pm-2", "putin", "ru-pm", "2008-05-08", "2012-05-07"),
        _tenure("t-putin-2", "putin", "ru-president", "2012-05-07", None),
        _tenure("t-medvedev", "medvedev", "ru-president", "2008-05-07", "2012-05-07"),
    ),
    places=_by_id(
        (
            Place(id="us", name="United States", kind=PlaceKind.COUNTRY, country="US"),
            Place(id="ru", name="Russia", kind=PlaceKind.COUNTRY, country="RU"),
            Place(id="ch", name="Switzerland", kind=PlaceKind.COUNTRY, country="CH"),
            Place(id="sg", name="Singapore", kind=PlaceKind.COUNTRY, country="SG"),
            Place(id="singapore", name="Singapore", kind=PlaceKind.CITY, within="sg", country="SG"),
            Place(id="geneva", name="Geneva", kind=PlaceKind.CITY, within="ch", country="CH"),
            Place(
                id="villa", name="Villa La Grange", kind=PlaceKind.VENUE, within="geneva",
                country="CH",
            ),
            Place(id="anchorage", name="Anchorage", kind=PlaceKind.CITY, within="us", country="US"),
            Place(id="hamburg", name="Hamburg", kind=PlaceKind.CITY, country="DE"),
            Place(id="helsinki", name="Helsinki", kind=PlaceKind.CITY, country="FI"),
            Place(id="new-york", name="New York", kind=PlaceKind.CITY, within="us", country="US"),
            Place(id="moscow", name="Moscow", kind=PlaceKind.CITY, within="ru", country="RU"),
            Place(
                id="kremlin", name="Kremlin", kind=PlaceKind.VENUE, within="moscow", country="RU"
            ),
            Place(
                id="petersburg", name="St. Petersburg", kind=PlaceKind.CITY, within="ru",
                country="RU",
            ),
            Place(
                id="petersburg-fl", name="St. Petersburg", kind=PlaceKind.CITY, within="us",
                country="US",
            ),
        )
    ),
    series=_by_id(
        (
            Series(id="g20", name="G20"),
            Series(id="apec", name="APEC"),
            Series(id="un", name="UN General Assembly"),
        )
    ),
    occasions=_by_id(
        (
            Occasion(id="g20-2017", name="G20 Hamburg 2017", series="g20", place="hamburg"),
            Occasion(id="helsinki-2018", name="Helsinki Summit", place="helsinki"),
        )
    ),
    landmarks=_by_id(
        (
            Landmark(id="invasion", name="invasion of Ukraine", when=on("2022-02-24")),
            Landmark(id="9-11", name="September 11 attacks", when=on("2001-09-11")),
            Landmark(id="brexit", name="Brexit", when=on("2020-01-31")),
        )
    ),
    topics=_by_id(
        (Topic(id="syria", name="Syria"), Topic(id="arms", name="arms control"))
    ),
)  # fmt: skip
