"""``summitry add``: one encounter or visit put into a record from the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from summitry.desk.homes import Home, home_of
from summitry.faces import options, screen
from summitry.faces.signing import By, Why, signature
from summitry.model import edtf
from summitry.model.changes import Signature
from summitry.model.citations import SourceKind
from summitry.model.events import Mode, Status, VisitKind
from summitry.model.problems import UnknownName
from summitry.model.when import When

if TYPE_CHECKING:
    from summitry.desk.adding import Cited, NewEvent

add_app = typer.Typer(help="Add one encounter or visit to a record of your own.")

# --- the event --------------------------------------------------------------------------------

When_ = Annotated[
    str,
    typer.Option("--when", metavar="DATE", help="Its day or days, as EDTF.", show_default=False),
]
Status_ = Annotated[Status, typer.Option("--status", metavar="STATUS", help=options.any_of(Status))]
Place = Annotated[
    str | None, typer.Option("--place", metavar="NAME", help="Where: a place of the record.")
]
Occasion = Annotated[
    str | None,
    typer.Option("--occasion", metavar="NAME", help="The gathering that it was part of."),
]
Note = Annotated[str, typer.Option("--note", metavar="TEXT", help="What a reader should know.")]
Id = Annotated[
    str, typer.Option("--id", metavar="ID", help="Default: made of the place and the year.")
]
Anyway = Annotated[
    bool, typer.Option("--anyway", help="Add it also if it may be on record already.")
]
Into = Annotated[
    options.AnyHome | None,
    typer.Option(
        "--record",
        metavar="RECORD",
        parser=home_of,
        help="A record of your own: a package's folder, a SQLite file or a database of PostgreSQL.",
        show_default=False,
    ),
]

# --- what the record lacks --------------------------------------------------------------------

NewPeople = Annotated[
    list[str] | None,
    typer.Option(
        "--new-person",
        metavar="NAME",
        help="Who took part and is not in the record (Xi Jinping=Xi gives the family name).",
    ),
]
NewOrganisations = Annotated[
    list[str] | None,
    typer.Option(
        "--new-organisation",
        metavar="NAME",
        help="Who took part, is not in the record, and is no human being.",
    ),
]
NewCountries = Annotated[
    list[str] | None,
    typer.Option(
        "--new-country", metavar="NAME=CODE", help="A country that is not in it: Germany=DE."
    ),
]
NewPlace = Annotated[
    str | None,
    typer.Option("--new-place", metavar="NAME", help="Where, if it is not in it: Elmau, Germany."),
]
NewOccasion = Annotated[
    str | None,
    typer.Option("--new-occasion", metavar="NAME", help="The gathering, if it is not in it."),
]

# --- the citation -----------------------------------------------------------------------------

Source = Annotated[
    str,
    typer.Option(
        "--source",
        metavar="ID|URL",
        help="What supports it: a source of the record, or an address.",
        show_default=False,
    ),
]
Title = Annotated[str, typer.Option("--title", metavar="TEXT", help="The title of the source.")]
Publisher = Annotated[str, typer.Option("--publisher", metavar="NAME", help="Its publisher.")]
Published = Annotated[
    str | None, typer.Option("--published", metavar="DATE", help="When it was published.")
]
Kind = Annotated[
    SourceKind | None,
    typer.Option(
        "--source-kind",
        metavar="KIND",
        help=f"{options.any_of(SourceKind)}. Default: reference.",
    ),
]
Seen = Annotated[
    str | None, typer.Option("--seen", metavar="DAY", help="When you saw it. Default: today.")
]
Locator = Annotated[str, typer.Option("--locator", metavar="TEXT", help="The place in it.")]
Quote = Annotated[str, typer.Option("--quote", metavar="TEXT", help="A few of its words.")]


@add_app.command("encounter")
def encounter(
    people: Annotated[
        list[str] | None, typer.Argument(metavar="NAME...", help="Who took part.")
    ] = None,
    *,
    when: When_,
    source: Source,
    mode: Annotated[
        Mode, typer.Option("--mode", metavar="MODE", help=options.any_of(Mode))
    ] = Mode.IN_PERSON,
    setting: options.Settings = None,
    status: Status_ = Status.HELD,
    place: Place = None,
    occasion: Occasion = None,
    host: Annotated[
        str | None, typer.Option("--host", metavar="NAME", help="Who received the others.")
    ] = None,
    minutes: Annotated[
        str | None,
        typer.Option("--minutes", metavar="N", help="How long: 60, 45..60 or 45.. (at least)."),
    ] = None,
    topic: Annotated[
        list[str] | None,
        typer.Option("--topic", metavar="NAME", help="What about; may be given again."),
    ] = None,
    sequence: Annotated[
        str | None,
        typer.Option("--sequence", metavar="N", help="Its order among encounters of one day."),
    ] = None,
    note: Note = "",
    new_person: NewPeople = None,
    new_organisation: NewOrganisations = None,
    new_country: NewCountries = None,
    new_place: NewPlace = None,
    new_occasion: NewOccasion = None,
    new_topic: Annotated[
        list[str] | None,
        typer.Option("--new-topic", metavar="NAME", help="What about, if it is not in it."),
    ] = None,
    title: Title = "",
    publisher: Publisher = "",
    published: Published = None,
    source_kind: Kind = None,
    seen: Seen = None,
    locator: Locator = "",
    quote: Quote = "",
    id: Id = "",
    anyway: Anyway = False,
    by: By = None,
    why: Why = "",
    record: Into = None,
) -> None:
    """Add an encounter of two people or more, with its citation."""
    from summitry.desk import adding  # noqa: PLC0415 - a command loads what it needs

    event = adding.NewEncounter(
        people=tuple(people or ()),
        when=edtf.parse(when),
        lacking=adding.Lacking(
            people=tuple(new_person or ()),
            organisations=tuple(new_organisation or ()),
            countries=tuple(new_country or ()),
            place=new_place,
            occasion=new_occasion,
            topics=tuple(new_topic or ()),
        ),
        mode=mode,
        settings=frozenset(setting or ()),
        status=status,
        place=place,
        occasion=occasion,
        host=host,
        minutes=None if minutes is None else adding.minutes(minutes),
        topics=tuple(topic or ()),
        sequence=None if sequence is None else adding.position(sequence),
        note=note,
        id=id,
    )
    cited = adding.Cited(
        source=source,
        seen=When.on(options.day(seen)),
        title=title,
        publisher=publisher,
        published=None if published is None else edtf.parse(published),
        kind=source_kind,
        locator=locator,
        quote=quote,
    )
    _add(event, cited, record, signature(by, why), anyway=anyway)


@add_app.command("visit")
def visit(
    names: Annotated[
        list[str],
        typer.Argument(metavar="[NAME] COUNTRY", help="The visitor, and the country visited."),
    ],
    *,
    when: When_,
    source: Source,
    kind: Annotated[
        list[VisitKind] | None,
        typer.Option(
            "--kind", metavar="KIND", help=f"{options.any_of(VisitKind)}; may be given again."
        ),
    ] = None,
    status: Status_ = Status.HELD,
    place: Place = None,
    occasion: Occasion = None,
    note: Note = "",
    new_person: NewPeople = None,
    new_country: NewCountries = None,
    new_place: NewPlace = None,
    new_occasion: NewOccasion = None,
    title: Title = "",
    publisher: Publisher = "",
    published: Published = None,
    source_kind: Kind = None,
    seen: Seen = None,
    locator: Locator = "",
    quote: Quote = "",
    id: Id = "",
    anyway: Anyway = False,
    by: By = None,
    why: Why = "",
    record: Into = None,
) -> None:
    """Add a visit of one person to a country, with its citation."""
    from summitry.desk import adding  # noqa: PLC0415 - a command loads what it needs

    *visitors, country = names
    event = adding.NewVisit(
        people=tuple(visitors),
        country=country,
        when=edtf.parse(when),
        lacking=adding.Lacking(
            people=tuple(new_person or ()),
            countries=tuple(new_country or ()),
            place=new_place,
            occasion=new_occasion,
        ),
        kinds=frozenset(kind or ()),
        status=status,
        place=place,
        occasion=occasion,
        note=note,
        id=id,
    )
    cited = adding.Cited(
        source=source,
        seen=When.on(options.day(seen)),
        title=title,
        publisher=publisher,
        published=None if published is None else edtf.parse(published),
        kind=source_kind,
        locator=locator,
        quote=quote,
    )
    _add(event, cited, record, signature(by, why), anyway=anyway)


def _add(
    event: NewEvent, cited: Cited, record: Home | None, signed: Signature, *, anyway: bool
) -> None:
    from summitry.desk.add import add  # noqa: PLC0415 - as above

    try:
        added = add(event, cited, record, signed=signed, anyway=anyway)
    except UnknownName as error:
        raise UnknownName(f"{error}; --new-person, --new-place ... add what it lacks") from None
    screen.put(f"{record}: added {added.id}: {added.says}\n")
    for table, row in added.rows:
        screen.put(f"{record}: with {table} {row}\n")
