"""The tables of a record, described once.

CSV, ``datapackage.json`` and the SQL schema are derived from here.
"""

from __future__ import annotations

from itertools import chain
from typing import Final

from summitry.model.citations import Citation, Source, SourceKind
from summitry.model.coverage import Coverage, Covered
from summitry.model.events import Encounter, Mode, Setting, Status, Visit, VisitKind
from summitry.model.judgements import Judgement
from summitry.model.occasions import Landmark, Occasion, Series, Topic
from summitry.model.people import Office, Person, PersonKind, Pronoun, Tenure
from summitry.model.places import Place, PlaceKind
from summitry.record.cells import (
    BOOLEAN,
    COUNTRY_CODE,
    DAY,
    DAYS,
    ID,
    LATITUDE,
    LIST,
    LONGITUDE,
    MINUTES,
    MOMENT,
    PARTY,
    POSITION,
    STRETCH,
    TEXT,
    one_of,
    some_of,
    word_of,
)
from summitry.record.columns import AnyTable, Column, Link, Order, Table

SCHEMA_VERSION: Final = 2
"""Raised by one with every change of the tables; a newer record than this is refused."""


def _id(says: str) -> Column:
    return Column(name="id", cell=ID, says=says, required=True)


def _name(says: str) -> Column:
    return Column(name="name", cell=TEXT, says=says, required=True)


def _refers(name: str, table: str, says: str, *, required: bool = False) -> Column:
    return Column(name=name, cell=ID, says=says, required=required, refers=table)


_ALIASES: Final = Column(name="aliases", cell=LIST, says="Other names in use, joined by ';'.")
_NOTE: Final = Column(name="note", cell=TEXT, says="What a reader of the row should know.")
_STATUS: Final = Column(
    name="status",
    cell=one_of(Status),
    says="Whether it took place; only what was held is counted. disputed: good sources disagree.",
    required=True,
)

_PEOPLE: Final = (
    Table(
        name="people",
        says="Human beings, and organisations that took part as one.",
        holds=Person,
        uncited="uncited-row",
        columns=(
            _id("Short and readable, given once, like vladimir-putin."),
            _name("The full name that prose uses."),
            Column(
                name="family_name", cell=TEXT, says="The name that prose uses alone.", required=True
            ),
            _ALIASES,
            Column(
                name="pronoun",
                cell=one_of(Pronoun),
                says="How prose refers to the person.",
                required=True,
            ),
            Column(name="born", cell=DAY, says="The day of birth."),
            Column(name="died", cell=DAY, says="The day of death."),
            Column(
                name="kind",
                cell=one_of(PersonKind),
                says="A human being, or an organisation that took part as one.",
                required=True,
            ),
        ),
    ),
    Table(
        name="offices",
        says="Posts.",
        holds=Office,
        uncited="uncited-row",
        columns=(
            _id("Short and readable, given once, like us-president."),
            _name("The full name, like President of the United States."),
            Column(
                name="title", cell=TEXT, says="The word for its holder: president.", required=True
            ),
            _refers("country", "places", "The country that it is an office of."),
            Column(
                name="leads",
                cell=BOOLEAN,
                says="Whether its holder is a head of state or of government.",
                required=True,
            ),
            _ALIASES,
        ),
    ),
    Table(
        name="tenures",
        says="Who held which office when.",
        holds=Tenure,
        order=Order.BY_DAY,
        uncited="uncited-row",
        columns=(
            _id("Given once, like biden-us-president-2021."),
            _refers("person", "people", "Who held it.", required=True),
            _refers("office", "offices", "What was held.", required=True),
            Column(
                name="when",
                cell=STRETCH,
                says="The days in office, both ends included.",
                required=True,
            ),
            Column(name="acting", cell=BOOLEAN, says="Whether held as acting.", required=True),
            Column(
                name="elected",
                cell=DAYS,
                says="The days of the elections that gave it, in order, joined by ';'.",
            ),
        ),
    ),
)

_WORLD: Final = (
    Table(
        name="series",
        says="Series of gatherings.",
        holds=Series,
        columns=(_id("Short and readable, like g20."), _name("The name, like G20."), _ALIASES),
    ),
    Table(
        name="occasions",
        says="Gatherings that encounters and visits belong to.",
        holds=Occasion,
        order=Order.BY_DAY,
        uncited="uncited-row",
        columns=(
            _id("Short and readable, like g20-hamburg-2017."),
            _name("The name, like G20 Hamburg 2017."),
            _refers("series", "series", "The series that it is one of."),
            Column(name="when", cell=MOMENT, says="The gathering's own dates."),
            _refers("place", "places", "Where it was held."),
            _ALIASES,
        ),
    ),
    Table(
        name="places",
        says="Venues, cities, regions and countries.",
        holds=Place,
        uncited="uncited-row",
        columns=(
            _id("Short and readable; a country's is its code in small letters."),
            _name("The name that prose uses."),
            Column(name="kind", cell=one_of(PlaceKind), says="How large it is.", required=True),
            _refers("within", "places", "The next larger place."),
            Column(
                name="country",
                cell=COUNTRY_CODE,
                says="ISO 3166-1 alpha-2 code; of a state that is no more, its ISO 3166-3 code.",
            ),
            Column(name="latitude", cell=LATITUDE, says="Degrees north, WGS 84."),
            Column(name="longitude", cell=LONGITUDE, says="Degrees east, WGS 84."),
            _refers("near", "places", "The city that prose names instead of it."),
            _ALIASES,
            Column(name="when", cell=STRETCH, says="The days in which a state existed."),
            _refers("formerly", "places", "The former state that it was part of."),
        ),
    ),
    Table(
        name="landmarks",
        says="Dated events of the world that sentences count from.",
        holds=Landmark,
        order=Order.BY_DAY,
        uncited="uncited-row",
        columns=(
            _id("Short and readable, given once."),
            _name("The words for it in a sentence, like the September 11 attacks."),
            Column(name="when", cell=MOMENT, says="When it happened.", required=True),
            _refers("place", "places", "Where it happened."),
            _ALIASES,
        ),
    ),
    Table(
        name="topics",
        says="What was talked about.",
        holds=Topic,
        columns=(_id("Short and readable."), _name("The word for it in prose."), _ALIASES),
    ),
)

_PARTICIPANTS: Final = Link(
    name="participants",
    says="Who took part in which encounter.",
    owner="encounters",
    attribute="people",
    least=2,
    columns=(
        _refers("encounter", "encounters", "The encounter.", required=True),
        _refers("person", "people", "Who took part.", required=True),
    ),
)

_DISCUSSIONS: Final = Link(
    name="discussions",
    says="What was talked about in which encounter, as far as is known.",
    owner="encounters",
    attribute="topics",
    columns=(
        _refers("encounter", "encounters", "The encounter.", required=True),
        _refers("topic", "topics", "What was talked about.", required=True),
    ),
)

_EVENTS: Final = (
    Table(
        name="encounters",
        says="Contacts between two or more persons, one row however many took part.",
        holds=Encounter,
        links=(_PARTICIPANTS, _DISCUSSIONS),
        order=Order.BY_DAY,
        uncited="uncited-row",
        columns=(
            _id("Short and readable, given once: place and year, like geneva-2021."),
            Column(
                name="when",
                cell=MOMENT,
                says="Its day or days, as the place counts them.",
                required=True,
            ),
            Column(
                name="sequence", cell=POSITION, says="Its order among the encounters of one day."
            ),
            Column(name="mode", cell=one_of(Mode), says="How it took place.", required=True),
            Column(
                name="setting",
                cell=some_of(Setting),
                attribute="settings",
                says="The settings that it may have had, joined by '|'.",
            ),
            _STATUS,
            _refers("place", "places", "Where, as exactly as is known; empty for calls."),
            _refers("occasion", "occasions", "The gathering that it belonged to."),
            _refers("host", "people", "Who received the others."),
            Column(
                name="duration_minutes",
                cell=MINUTES,
                attribute="minutes",
                says="How long it lasted: 135, 120..150 (within these) or 120.. (at least).",
            ),
            _NOTE,
        ),
    ),
    Table(
        name="visits",
        says="Stays of one person in one country.",
        holds=Visit,
        order=Order.BY_DAY,
        uncited="uncited-row",
        columns=(
            _id("Short and readable, given once, like obama-ru-2013-09."),
            _refers("person", "people", "The visitor.", required=True),
            _refers("country", "places", "The country visited.", required=True),
            Column(name="when", cell=MOMENT, says="The days of the stay.", required=True),
            Column(
                name="kind",
                cell=some_of(VisitKind),
                attribute="kinds",
                says="The kinds that it may have been, joined by '|'.",
            ),
            _STATUS,
            _refers("place", "places", "Where in the country."),
            Column(
                name="elsewhere",
                cell=BOOLEAN,
                says="Whether it may have led to other places of the country besides.",
                required=True,
            ),
            _refers("occasion", "occasions", "The gathering that it belonged to."),
            _NOTE,
        ),
    ),
)

_GROUNDS: Final = (
    Table(
        name="coverage",
        says="Where the record is complete, and where it is known not to be.",
        holds=Coverage,
        uncited="coverage-without-source",
        columns=(
            _id("Short and readable, given once."),
            Column(
                name="kind",
                cell=one_of(Covered),
                says="What kind of row the statement speaks of.",
                required=True,
            ),
            Column(
                name="who",
                cell=PARTY,
                says="A party: office:ID, person:ID, or person:ID@office:ID.",
                required=True,
            ),
            Column(name="whom", cell=PARTY, says="The other party; empty: anyone."),
            _refers("country", "places", "The country visited; empty: every country."),
            Column(name="mode", cell=one_of(Mode), says="How they met; empty: every mode."),
            Column(
                name="visit_kinds",
                cell=some_of(VisitKind),
                says="The kinds of visit that it speaks of, joined by '|'; empty: every kind.",
            ),
            Column(name="when", cell=STRETCH, says="The days that it speaks of.", required=True),
            Column(
                name="complete",
                cell=BOOLEAN,
                says="true: no further rows; false: some are known to be missing.",
                required=True,
            ),
            _NOTE,
        ),
    ),
    Table(
        name="sources",
        says="Documents and data sets.",
        holds=Source,
        columns=(
            _id("Short and readable, given once."),
            Column(name="title", cell=TEXT, says="The title.", required=True),
            Column(name="publisher", cell=TEXT, says="Who published it."),
            Column(name="published", cell=MOMENT, says="When it was published."),
            Column(name="url", cell=TEXT, says="Where it can be read."),
            Column(name="kind", cell=one_of(SourceKind), says="What it is.", required=True),
            Column(name="seen", cell=MOMENT, says="The day on which its text was looked at."),
        ),
    ),
)


_CITED: Final = (*_PEOPLE, *_WORLD, *_EVENTS, *_GROUNDS)

_CITATIONS: Final = Table(
    name="citations",
    says="The places in the sources that support the rows.",
    holds=Citation,
    columns=(
        _id("Given once."),
        Column(
            name="table",
            cell=word_of(table.name for table in _CITED),
            says="The table of the row.",
            required=True,
        ),
        Column(name="row", cell=ID, says="The id of the row.", required=True),
        Column(name="field", cell=TEXT, says="The column supported; empty: the whole row."),
        _refers("source", "sources", "The source.", required=True),
        Column(name="locator", cell=TEXT, says="Where in the source."),
        Column(name="quote", cell=TEXT, says="A few of its words, or the value as written."),
    ),
)

_JUDGED: Final = (*_PEOPLE, *_WORLD, *_EVENTS)

_JUDGEMENTS: Final = Table(
    name="judgements",
    says="That two rows are about one thing, or are not.",
    holds=Judgement,
    columns=(
        _id("Given once."),
        Column(
            name="table",
            cell=word_of(table.name for table in _JUDGED),
            says="The table of the two rows.",
            required=True,
        ),
        Column(name="row", cell=ID, says="The row that is shown as the other.", required=True),
        Column(name="other", cell=ID, says="The row that it is shown as.", required=True),
        Column(
            name="same",
            cell=BOOLEAN,
            says="true: they are one; false: they are two, whatever else says.",
            required=True,
        ),
        Column(name="author", cell=TEXT, says="Who judged.", required=True),
        Column(name="reason", cell=TEXT, says="Why.", required=True),
        Column(name="made", cell=DAY, says="The day of the judgement."),
    ),
)

VALUES: Final[tuple[Table, ...]] = (*_CITED, _CITATIONS, _JUDGEMENTS)
"""The tables whose rows are values of the model."""

TABLES: Final[tuple[AnyTable, ...]] = tuple(chain.from_iterable(table.parts for table in VALUES))
"""Every table: those of values, each followed by its links."""
