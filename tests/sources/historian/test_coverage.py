"""Coverage says what the lists are complete for, and nothing else."""

from datetime import date
from pathlib import Path

from summitry.model.coverage import Covered
from summitry.model.events import VisitKind
from summitry.model.selection import Holder
from tests.sources.historian.lists import SOME_STAY, SOME_TRIP, content_of


def test_trips_stays_and_presidents_are_covered_within_their_rows(tmp_path: Path) -> None:
    rice = (
        "rice-condoleezza",
        "7",
        "2005-02-26",
        "2005-02-27",
        "syria|Syria",
        "Damascus",
        "Met with President Bashar al-Assad.",
    )
    coverage = {c.id: c for c in content_of(tmp_path, [rice]).coverage}
    trips = coverage["historian-us-president-visits"]
    assert (trips.who, trips.country, trips.visit_kinds) == (
        Holder("us-president"),
        None,
        frozenset(),
    )
    assert (trips.when.outer.earliest, trips.when.outer.latest) == (
        date.fromisoformat(SOME_TRIP[2]),
        date.fromisoformat(SOME_TRIP[3]),
    )
    stays = coverage["historian-visits-ca-president"]
    assert stays.country == "us"
    assert stays.visit_kinds == {VisitKind.STATE, VisitKind.OFFICIAL}
    assert stays.when.outer.earliest == date.fromisoformat(SOME_STAY[1])
    assert coverage["historian-us-presidents"].kind is Covered.TENURE
    assert not any(c.kind is Covered.ENCOUNTER for c in coverage.values())
    assert "us-secretary-of-state" not in str(coverage)
    assert all(c.complete for c in coverage.values())
