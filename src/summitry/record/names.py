"""A record's names and calendar, gathered from the rows of its tables."""

from __future__ import annotations

from collections.abc import Mapping

from summitry.model.names import Names
from summitry.record.content import Content, value_digest
from summitry.record.digest import NOTHING, plus, total
from summitry.record.tables import VALUES


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


def digest_of(names: Names) -> str:
    """The digest of all that reading knows of a record: it stays when events come and go."""
    known = ((table, getattr(names, table.name, ())) for table in VALUES)
    values = (
        value_digest(table, row)
        for table, rows in known
        for row in (rows.values() if isinstance(rows, Mapping) else rows)
    )
    return plus(NOTHING, total(values))
