"""A record's names and calendar, gathered from the rows of its tables."""

from __future__ import annotations

from summitry.model.names import Names
from summitry.record.content import Content


def names_of(content: Content) -> Names:
    """What reading and telling may know of the content."""
    return Names(
        people={row.id: row for row in content.people},
        offices={row.id: row for row in content.offices},
        tenures=content.tenures,
        places={row.id: row for row in content.places},
        series={row.id: row for row in content.series},
        occasions={row.id: row for row in content.occasions},
        landmarks={row.id: row for row in content.landmarks},
        topics={row.id: row for row in content.topics},
    )
