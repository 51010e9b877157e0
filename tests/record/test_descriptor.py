from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from summitry.model.problems import RecordError
from summitry.record.content import DESCRIPTION
from summitry.record.descriptor import description_of, descriptor_of, own, to_json
from summitry.record.package import write_package
from summitry.record.tables import TABLES
from tests.record.full import FULL


def test_a_description_is_read_back() -> None:
    assert description_of(own(to_json(descriptor_of(FULL)))) == {
        name: getattr(FULL, name) for name in DESCRIPTION
    }


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            {"title": None},
            "datapackage.json: title None can't be read (expected text)",
        ),
        ({"version": 2}, "datapackage.json: version 2 can't be read (expected text)"),
        ({"name": ""}, "datapackage.json: name '' can't be read (expected text)"),
        (
            {"licenses": [{"name": "A"}, {"name": "B"}]},
            (
                "datapackage.json: licenses [{'name': 'A'}, {'name': 'B'}] can't be read"
                ' (expected one with a name, like [{"name": "CC-BY-4.0"}])'
            ),
        ),
        (
            {"summitry": {"schema": 99}},
            (
                "datapackage.json: schema 99 is newer than this summitry knows"
                " (expected 2: update summitry)"
            ),
        ),
        (
            {"summitry": {}},
            'datapackage.json: schema None is unknown (expected "summitry": {"schema": 2})',
        ),
        (
            {"summitry": None},
            'datapackage.json: it is not a summitry record\'s (expected "summitry": {"schema": 2})',
        ),
    ],
)
def test_descriptors_that_cannot_be_used_are_refused(change: dict[str, Any], message: str) -> None:
    with pytest.raises(RecordError) as refused:
        description_of(own(json.dumps(descriptor_of(FULL) | change)))

    assert str(refused.value) == message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{\n,}", "datapackage.json:2: it is not JSON (Expecting property name"),
        ("[]", "datapackage.json: it is not a summitry record's"),
    ],
)
def test_texts_that_are_no_descriptor_are_refused(text: str, message: str) -> None:
    with pytest.raises(RecordError) as refused:
        own(text)

    assert str(refused.value).startswith(message)


def test_frictionless_finds_packages_valid_and_sees_broken_ones(tmp_path: Path) -> None:
    """In a process of its own, whose warnings are not ours."""
    for name in ("good", "broken"):
        write_package(FULL, tmp_path / name)
    broken = tmp_path / "broken" / "encounters.csv"
    text = broken.read_text("utf-8").replace("phone", "telephone").replace("kremlin", "cremlin")
    broken.write_text(text, "utf-8")

    assert _frictionless(tmp_path / "good") == set()
    assert _frictionless(tmp_path / "broken") == {"constraint-error", "foreign-key"}


def _frictionless(folder: Path) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-m", "frictionless", "validate", "datapackage.json", "--json"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    tasks = json.loads(done.stdout)["tasks"]
    assert len(tasks) == len(TABLES)
    return {error["type"] for task in tasks for error in task["errors"]}
