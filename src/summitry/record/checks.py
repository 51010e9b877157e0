"""The audit of a record: what its rows say that can't be, or leave without support.

Each check is a function from a record to the problems that it finds, and each problem has a code
to search for. Reading a package already refuses what doesn't hold together; the audit is about
what does, and still can't be right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from summitry.model.problems import Problem
from summitry.record import check_events, check_grounds, check_people, check_places
from summitry.record.content import Content
from summitry.record.memory import MemoryRecord

Check = Callable[[MemoryRecord], Iterator[Problem]]

CHECKS: Final[tuple[Check, ...]] = (
    check_grounds.uncited,
    check_grounds.dangling_citation,
    check_grounds.unused_source,
    check_grounds.long_quote,
    check_grounds.coverage_shape,
    check_grounds.unknown_id_style,
    check_grounds.shared_name,
    check_people.outside_life,
    check_people.overlapping_tenure,
    check_people.elected_after,
    check_people.capacity_gap,
    check_places.place_within_itself,
    check_places.place_without_country,
    check_places.country_mismatch,
    check_places.not_a_country,
    check_places.formerly_itself,
    check_places.former_state_without_days,
    check_places.visit_outside_country,
    check_places.outside_state_days,
    check_events.bilateral_with_occasion,
    check_events.sidelines_without_occasion,
    check_events.event_outside_occasion_dates,
    check_events.host_not_present,
    check_events.place_of_a_call,
    check_events.possible_duplicate,
)


def audit(content: Content) -> tuple[Problem, ...]:
    """Everything that the checks find, check by check."""
    record = MemoryRecord(content)
    return tuple(problem for check in CHECKS for problem in check(record))
