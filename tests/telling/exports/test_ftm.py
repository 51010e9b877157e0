from __future__ import annotations

import json
from typing import Any

from followthemoney import model

from summitry.model.people import PersonKind
from summitry.telling.exports.exported import Exported
from summitry.telling.exports.ftm import ftm
from tests.records import encounter, person
from tests.telling.exports.selections import bundled, odd, small


def entities(exported: Exported) -> dict[str, Any]:
    """The entities as the library reads them, each line held to its schema."""
    lines = [json.loads(line) for line in ftm(exported).text.splitlines()]
    for line in lines:
        schema = model.get(line["schema"])
        assert schema is not None
        schema.validate(line)
    found = {line["id"]: model.get_proxy(line, cleaned=False) for line in lines}
    assert len(found) == len(lines)
    for line in lines:
        # The library drops what it can't clean, and rewrites what it can.
        assert {name: sorted(found[line["id"]].get(name)) for name in line["properties"]} == {
            name: sorted(values) for name, values in line["properties"].items()
        }
    return found


def test_every_event_person_and_time_in_office_is_a_valid_entity() -> None:
    found = entities(bundled())
    record = bundled().record
    assert {f"{record}-{e.kind.value}-{e.id}" for e in bundled().events} <= set(found)
    assert {f"{record}-person-{id}" for id in bundled().people} <= set(found)
    assert {f"{record}-tenure-{one.id}" for one in bundled().tenures()} <= set(found)


def test_every_reference_is_to_an_entity_that_came_before_and_of_the_right_schema() -> None:
    for exported in (bundled(), odd()):
        seen: dict[str, Any] = {}
        for id, entity in entities(exported).items():
            for property, value in entity.itervalues():
                if property.type.name == "entity":
                    assert seen[value].schema.is_a(property.range)
            seen[id] = entity


def test_dates_are_as_fine_as_they_are_known() -> None:
    found = entities(odd())
    dates = {
        id.removeprefix("test-encounter-"): one.get("date")
        for id, one in found.items()
        if one.schema.name == "Event"
    }
    assert dates["on-a-day"] == ["2001-06-16"]
    assert dates["in-a-month"] == ["2001-06"]
    assert dates["in-a-year"] == ["2002"]
    assert dates["over-new-year"] == []
    assert found["test-encounter-end-not-sure"].get("startDate") == ["2003-03-09"]
    assert found["test-encounter-end-not-sure"].get("endDate") == ["2003-03"]
    assert "not known" in found["test-encounter-over-new-year"].first("notes")


def test_visits_are_events_and_what_was_not_held_says_so() -> None:
    found = entities(odd())
    assert found["test-visit-a-visit"].get("keywords") == ["visit"]
    assert found["test-visit-a-visit"].get("country") == ["ch"]
    for status in ("planned", "cancelled", "denied", "disputed"):
        assert status in found[f"test-encounter-{status}"].get("keywords")


def test_an_organisation_is_no_person() -> None:
    exported = small(
        people=[person("acme", kind=PersonKind.ORGANISATION), "a"],
        encounters=[encounter("a acme", "2021-06-16")],
    )
    found = entities(exported)
    assert found["test-person-acme"].schema.name == "Organization"
    assert found["test-person-a"].schema.name == "Person"
