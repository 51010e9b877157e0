"""Small lists in the data sets' format, made up for the tests."""

from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from summitry.record.content import Content
from summitry.sources.batch import Batch
from summitry.sources.historian.importer import HistorianImporter

Trip = tuple[str, str, str, str, str, str, str]
"""Who, id, start, end, country as "id|name", locales, remarks."""
Stay = tuple[str, str, str, str, str, str]
"""Id, start, end, visitor, country as "id|name", description."""

PRESIDENTS = (
    ("bush-george-h-w", "George H.W. Bush", "1924", "2018", "1989-01-20", "1993-01-20"),
    ("clinton-william-j", "William J. Clinton", "1946", "", "1993-01-20", "2001-01-20"),
    ("bush-george-w", "George W. Bush", "1946", "", "2001-01-20", "2009-01-20"),
    ("obama-barack", "Barack Obama", "1961", "", "2009-01-20", "2017-01-20"),
    ("trump-donald-j", "Donald J. Trump", "1946", "", "2017-01-20", ""),
)
NAMES = {who: name for who, name, *_ in PRESIDENTS} | {
    "hoover-herbert-c": "Herbert C. Hoover",
    "rice-condoleezza": "Condoleezza Rice",
}
SECRETARIES = frozenset({"rice-condoleezza"})


def write_lists(
    folder: Path, trips: Sequence[Trip] = (), stays: Sequence[Stay] = ()
) -> tuple[Path, Path]:
    """The two folders of the data sets, with these rows."""
    travels, visits = folder / "travels", folder / "visits"
    for made in (travels / "presidents", travels / "president-travels", visits / "data"):
        made.mkdir(parents=True)
    (travels / "secretary-travels").mkdir()
    (travels / "presidents" / "presidents.xml").write_text(presidents_xml(), "utf-8")
    for who in {trip[0] for trip in trips}:
        kind = "secretary" if who in SECRETARIES else "president"
        path = travels / f"{kind}-travels" / f"{who}.xml"
        path.write_text(trips_xml([t for t in trips if t[0] == who], kind), "utf-8")
    if stays:
        (visits / "data" / "2000.xml").write_text(stays_xml(stays), "utf-8")
    return travels, visits


def presidents_xml() -> str:
    rows = "\n".join(
        f'<president n="{n}"><id>{who}</id><name>{name}</name><birth-year>{born}</birth-year>'
        f"<death-year>{died}</death-year><took-office-date>{took}</took-office-date>"
        f"<left-office-date>{left}</left-office-date></president>"
        for n, (who, name, born, died, took, left) in enumerate(PRESIDENTS, 1)
    )
    return f"<presidents>\n{rows}\n</presidents>\n"


def trips_xml(trips: Sequence[Trip], role: str = "president") -> str:
    rows = []
    for who, number, start, end, country, locales, remarks in trips:
        id, name = country.split("|")
        rows.append(
            f'<trip role="{role}" who="{who}">\n<id>{number}</id>\n<role>{role}</role>\n'
            f"<name>{NAMES[who]}</name>\n<start-date>{start}</start-date>\n"
            f'<end-date>{end}</end-date>\n<country id="{id}">{escape(name)}</country>\n'
            f"<locale>{escape(locales)}</locale>\n<remarks>{escape(remarks)}</remarks>\n</trip>"
        )
    return "<trips>\n" + "\n".join(rows) + "\n</trips>\n"


def stays_xml(stays: Sequence[Stay]) -> str:
    rows = []
    for number, start, end, visitor, country, description in stays:
        id, name = country.split("|")
        rows.append(
            f"<visit>\n<id>{number}</id>\n<start-date>{start}</start-date>\n"
            f"<end-date>{end}</end-date>\n<visitor>{escape(visitor)}</visitor>\n"
            f'<from id="{id}">{escape(name)}</from>\n'
            f"<description>{escape(description)}</description>\n</visit>"
        )
    return "<visits>\n" + "\n".join(rows) + "\n</visits>\n"


SOME_TRIP: Trip = (
    "obama-barack",
    "1",
    "2016-03-20",
    "2016-03-22",
    "cuba|Cuba",
    "Havana",
    "Vacation.",
)
SOME_STAY: Stay = ("1", "2016-03-10", "2016-03-10", "President Tester", "canada|Canada", "")


def batch_of(folder: Path, trips: Sequence[Trip] = (), stays: Sequence[Stay] = ()) -> Batch:
    """What the importer makes of these rows, and of a row of each list that nobody asks about."""
    paths = write_lists(folder, [SOME_TRIP, *trips], [SOME_STAY, *stays])
    (batch,) = HistorianImporter().extract(paths)
    return batch


def content_of(folder: Path, trips: Sequence[Trip] = (), stays: Sequence[Stay] = ()) -> Content:
    return batch_of(folder, trips, stays).content


def meetings(content: Content) -> set[tuple[str, str]]:
    """Who met on which days: names in the alphabet's order, and EDTF."""
    names = {person.id: person.name for person in content.people}
    return {
        (" & ".join(sorted(names[p] for p in e.people)), e.when.written) for e in content.encounters
    }
