"""The documents say what there is: every command, option, key and column, and no others."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pytest
from pyarrow import parquet

from summitry.faces.export import ExportFormat
from summitry.faces.plot import PictureKind
from summitry.model.claims import ClaimKind
from summitry.model.events import Mode, Setting, Status, VisitKind
from summitry.model.findings import Verdict
from summitry.record.proposed import SqlProposals
from summitry.record.sql_record import build
from summitry.telling.exports.panel import columns, measures
from tests.desk.proposed import EVERY, RECORD
from tests.faces import shapes
from tests.faces.command import BUNDLED, ROOT, Ran, answered, call, helped, options
from tests.records import content, judgement, person
from tests.sources.archive.archives import warc
from tests.sources.historian.lists import SOME_STAY, SOME_TRIP, write_lists

COMMANDS: Final = ROOT / "docs" / "commands.md"
FORMATS: Final = ROOT / "docs" / "formats.md"
README: Final = ROOT / "README.md"


def sections(document: Path) -> dict[str, str]:
    """The text under each heading of the second and third level."""
    parts = re.split(r"^##+ (.+)$", document.read_text("utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def first_cells(text: str) -> list[str]:
    """What stands in backticks in the first cell of each row of a table."""
    cells = [line.split(" | ")[0] for line in text.splitlines() if line.startswith("| `")]
    return [name for cell in cells for name in re.findall(r"`([^`]+)`", cell)]


# --- commands -----------------------------------------------------------------------------------


def commands(*group: str) -> Iterator[tuple[str, ...]]:
    """Every command that --help lists, those of groups with the group's name before them."""
    _, _, listed = helped(*group).partition("Commands:\n")
    names = re.findall(r"^  ([a-z-]+)", listed, flags=re.MULTILINE)
    if not names:
        yield group
    for name in names:
        yield from commands(*group, name)


def test_every_command_has_a_section_and_an_example() -> None:
    documented = sections(COMMANDS)
    assert list(documented) == [" ".join(("summitry", *command)) for command in commands()]
    for heading, text in documented.items():
        assert f"    $ {heading}" in text


def test_every_option_is_documented_and_no_other() -> None:
    documented = sections(COMMANDS)
    for command in commands():
        offered = options(helped(*command)) - {"--help"}
        assert set(first_cells(documented[" ".join(("summitry", *command))])) == offered


def test_values_that_options_take_are_documented() -> None:
    text = sections(COMMANDS)["summitry find"]
    for kind in (Mode, Setting, Status):
        assert [value for value in kind if f"`{value.value}`" not in text] == []


JUDGED: Final = content(
    people=[person("joe-biden"), person("j-biden", name="J. Biden")],
    judgements=[judgement("j-biden", "joe-biden")],
)


def examples(document: Path) -> list[str]:
    lines = re.findall(r"^    \$ (.+)$", document.read_text("utf-8"), flags=re.MULTILINE)
    return [line.replace(".venv/bin/", "") for line in lines if "summitry" in line]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the examples speak of."""
    folder = tmp_path_factory.mktemp("examples")
    shutil.copytree(ROOT / "examples", folder / "examples")
    shutil.copytree(BUNDLED, folder / "my-record")
    answered("record", "build", str(BUNDLED), str(folder / "my-record.sqlite"))
    shutil.copy(ROOT / "tests" / "sources" / "wikidata" / "holders.json", folder)
    build(JUDGED, folder / "judged.sqlite")
    build(JUDGED, folder / "edited.sqlite")
    parted = ("people", "j-biden", "joe-biden", "--two", "--reason", "Two people.")
    answered("record", "judge", *parted, "--record", str(folder / "edited.sqlite"))
    build(RECORD, folder / "proposed.sqlite")
    SqlProposals(folder / "proposed.sqlite").save(EVERY)
    shutil.copy(ROOT / "tests" / "sources" / "wikidata" / "holders.json", folder)
    write_lists(folder, [SOME_TRIP], [SOME_STAY])
    said = "Putin and Biden met in Geneva in June 2021.\n"
    (folder / "article.txt").write_text(said)
    (folder / "answers").mkdir()
    answer = answered("check", str(folder / "article.txt"), "--format", "json").out
    (folder / "answer.json").write_text(answer)
    (folder / "answers" / "answer.json").write_text(answer)
    (folder / "news").mkdir()
    (folder / "news" / "article.txt").write_text(said)
    answered("read", str(folder / "article.txt"), "-o", str(folder / "claims"))
    (folder / "crawl.warc.gz").write_bytes(warc({"a": said}))
    pages = pa.Table.from_pylist([{"body": said, "day": "2021-07-01"}])
    parquet.write_table(pages, folder / "pages.parquet")
    return folder


def ran(example: str, folder: Path) -> Ran:
    """Run a line of the form ``[echo TEXT |] summitry ...``."""
    echo, _, line = example.rpartition(" | ")
    piped = " ".join(shlex.split(echo)[1:]) + "\n"
    command, *arguments = shlex.split(line, comments=True)
    assert command == "summitry"
    return call(*arguments, stdin=piped.encode(), cwd=folder)


SERVERS: Final = ("summitry serve", "summitry mcp")
"""Commands that go on until they are stopped: tests of their own run their examples."""


@pytest.mark.parametrize(
    "example",
    [one for one in (*examples(COMMANDS), *examples(README)) if not one.startswith(SERVERS)],
)
def test_an_example_runs(desk: Path, example: str) -> None:
    if " record build " in example:  # what other examples changed in its place has a log
        (desk / example.rpartition(" ")[2]).unlink(missing_ok=True)
    done = ran(example, desk)
    assert done.err == ""
    tells = " check " in example or " diff " in example
    assert done.status in ({0, 1} if tells else {0})
    assert done.out or "-o " in example


# --- formats ------------------------------------------------------------------------------------

SHAPES: Final[dict[str, Any]] = {
    "Check": shapes.EXPLAINED,
    "Document": shapes.DOCUMENT,
    "Record": shapes.RECORD,
    "Made": shapes.MADE,
    "Summary": shapes.SUMMARY,
    "Statement": shapes.STATEMENT,
    "Unread": shapes.UNREAD,
    "Claim": shapes.CLAIM,
    "Quote": shapes.QUOTE,
    "ClaimReview": shapes.CLAIM_REVIEW,
    "Evidence": shapes.EVIDENCE,
    "Citation": shapes.CITATION,
    "Answer": shapes.ANSWER,
    "Find": shapes.FIND,
    "Event": shapes.EVENT,
    "Person": shapes.PERSON,
    "CSV": shapes.CSV_COLUMNS,
    "Export": [form.value for form in ExportFormat],
    "Panel": [c.name for c in columns() if not c.name.startswith(("n_", "lo_", "hi_"))],
    "Measure": [measure.name for measure in measures()],
    "Pictures": [kind.value for kind in PictureKind],
    "History": shapes.HISTORY,
    "Section": shapes.SECTION,
    "List": shapes.LIST,
    "Entry": shapes.ENTRY,
    "Fact": shapes.FACT,
    "Theme": shapes.THEME,
    "Source": shapes.SOURCE,
    "Page": ["event-ID", "with-ID", "note-N", "cite-N-M"],
    "Preview": shapes.PREVIEW,
    "Prospect": shapes.PROSPECT,
    "Unknown": shapes.UNKNOWN,
    "One event": shapes.ONE_EVENT,
    "Entries": shapes.SEARCH,
    "Named": shapes.NAMED,
    "Facets": shapes.FACETS,
    "Facet": shapes.FACET,
    "Facet value": shapes.FACETED,
    "Profile": shapes.PROFILE,
    "Profiled person": shapes.PROFILED,
    "Tenure": shapes.TENURE,
    "Description": shapes.DESCRIPTION,
    "Rule": shapes.RULE,
    "Problem": shapes.PROBLEM,
    "Replay": shapes.REPLAY,
    "Replayed": shapes.REPLAYED,
    "Cause": shapes.CAUSE,
    "Point": shapes.POINT,
    "Since": shapes.SINCE,
    "Difference": shapes.DIFFERENCE,
    "Changes": shapes.CHANGES,
    "Change": shapes.CHANGE,
    "Field": shapes.FIELD,
}


def test_the_formats_name_every_key_in_its_order_and_no_other() -> None:
    documented = sections(FORMATS)
    statuses = documented.pop("Exit statuses")
    assert first_cells(statuses) == ["0", "1", "2", "130"]
    met = ("export", "Putin", "Biden", "--mode", "in-person", "--format", "geojson")
    (event, *_) = answered(*met).json["features"]
    shapes_of = SHAPES | {"GeoJSON": event["properties"]}
    assert {name: first_cells(text) for name, text in documented.items()} == {
        name: list(shape) for name, shape in shapes_of.items()
    }


def test_the_formats_name_every_value_of_a_closed_set() -> None:
    text = FORMATS.read_text("utf-8")
    for kind in (ClaimKind, Verdict, Mode, Setting, Status, VisitKind):
        assert [value for value in kind if f"`{value.value}`" not in text] == []


def test_the_event_that_is_shown_has_the_shape_of_an_event() -> None:
    found = re.findall(r"```json\n(.+?)```", FORMATS.read_text("utf-8"), flags=re.DOTALL)
    (example,) = found
    assert shapes.mismatches(json.loads(example), shapes.EVENT) == []
