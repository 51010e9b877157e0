from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from summitry.record.package import write_package
from summitry.record.sql_record import build
from tests.faces.command import answered, call, run
from tests.record.full import FULL

CITED: Final = ("--source", "https://example.org/readout", "--title", "Readout")
MET: Final = ("add", "encounter", "Bill Clinton", "Angela Merkel", "--when", "1999-06-19")
EVERYTHING: Final = (
    *("--mode", "in-person", "--setting", "sidelines", "--setting", "pull-aside"),
    *("--status", "disputed", "--new-place", "Cologne, Germany", "--new-country", "Germany=DE"),
    *("--new-occasion", "G8 Cologne 1999", "--host", "Merkel", "--minutes", "20..30"),
    *("--topic", "Chechnya", "--new-topic", "debt", "--sequence", "2", "--note", "Briefly."),
    *("--new-person", "Gerhard Schröder", "--publisher", "Example", "--published", "1999-06"),
    *("--source-kind", "press", "--seen", "2026-11-20", "--locator", "p. 3", "--quote", "met"),
    *("--id", "cologne-chat", "--new-organisation", "Example Union"),
)


@pytest.fixture(params=["package", "file"])
def own(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    (write_package if request.param == "package" else build)(FULL, tmp_path / "own")
    return str(tmp_path / "own")


def test_what_was_added_is_told_and_found(own: str) -> None:
    ran = answered(*MET, *CITED, "--record", own)
    assert ran.out.splitlines() == [
        (
            f"{own}: added clinton-merkel-1999-06-19:"
            " Angela Merkel and Bill Clinton met on 19 June 1999."
        ),
        f"{own}: with sources example-org",
    ]
    (event,) = answered("find", "Clinton", "Merkel", "--record", own, "--format", "json").json[
        "events"
    ][:1]
    assert event["id"] == "clinton-merkel-1999-06-19"
    assert [one["url"] for one in event["citations"]] == ["https://example.org/readout"]


def test_every_option_of_an_encounter_goes_in(own: str) -> None:
    ran = answered(*MET, *CITED, *EVERYTHING, "--record", own)
    assert ran.out.startswith(f"{own}: added cologne-chat: ")
    found = answered("find", "Schröder", "--record", own, "--format", "json").json["events"]
    ((event,), (citation,)) = found, found[0]["citations"]
    assert event | {"people": [person["name"] for person in event["people"]]} == {
        **event,
        "people": ["Angela Merkel", "Bill Clinton", "Example Union", "Gerhard Schröder"],
        "when": "1999-06-19",
        "mode": "in-person",
        "setting": "pull-aside|sidelines",
        "status": "disputed",
        "country": "DE",
        "city": "Cologne",
        "occasion": "G8 Cologne 1999",
        "duration_bounds": [20, 30],
        "topics": ["Chechnya", "debt"],
    }
    assert citation == {
        "source": "Readout",
        "publisher": "Example",
        "published": "1999-06",
        "url": "https://example.org/readout",
        "locator": "p. 3",
        "quote": "met",
    }


def test_a_visit_is_added(own: str) -> None:
    visit = ("add", "visit", "Angela Merkel", "Nz", "--when", "2014-11", "--kind", "official")
    ran = answered(*visit, *CITED, "--record", own)
    assert "added merkel-nz-2014-11: Angela Merkel paid an official visit" in ran.out
    new = ("add", "visit", "--new-person", "Xi Jinping=Xi", "New Zealand", "--when", "2014-11")
    ran = call(*new, *CITED, "--record", own)
    assert (ran.status, ran.out) == (2, "")
    assert 'unknown place "New Zealand"' in ran.err
    ran = answered(*new[:4], "Aotearoa", *new[5:], *CITED, "--record", own)
    assert "added xi-nz-2014-11: Xi Jinping visited" in ran.out


def test_what_may_be_on_record_needs_a_word(own: str) -> None:
    answered(*MET, *CITED, "--record", own)
    ran = call(*MET, *CITED, "--record", own)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith('summitry: it may be "clinton-merkel-1999-06-19": ')
    assert ran.err.count("\n") == 1
    assert "-2: " in answered(*MET, *CITED, "--record", own, "--anyway").out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((*MET, *CITED), "the bundled record stays as it is"),
        ((*MET, "--record", "own"), "missing option '--source'"),
        ((*MET[:4], *CITED, "--record", "own"), "missing option '--when'"),
        ((*MET, *CITED, "--minutes", "long", "--record", "own"), 'not minutes: "long"'),
        ((*MET, *CITED, "--sequence", "0", "--record", "own"), 'not a sequence: "0"'),
        ((*MET, *CITED, "--mode", "smoke", "--record", "own"), "smoke"),
        ((*MET[:-1], "June", *CITED, "--record", "own"), 'not an EDTF date: "June"'),
        ((*MET, *CITED, "--published", "June", "--record", "own"), 'not an EDTF date: "June"'),
        ((*MET, *CITED, "--seen", "2026", "--record", "own"), 'not a day: "2026"'),
        ((*MET, "Xi", *CITED, "--record", "own"), 'unknown person "Xi"'),
        ((*MET, "Xi", *CITED, "--record", "own"), "--new-person"),
        ((*MET, *CITED, "--record", "nowhere"), "no record at 'nowhere'"),
    ],
)
def test_a_bad_call_is_told_in_one_line(
    tmp_path: Path, arguments: tuple[str, ...], says: str
) -> None:
    write_package(FULL, tmp_path / "own")
    ran = call(*arguments, cwd=tmp_path)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("summitry: ")
    assert says in ran.err
    assert ran.err.count("\n") == 1


def test_the_installed_command_adds(tmp_path: Path) -> None:
    build(FULL, tmp_path / "own")
    ran = run(*MET, *CITED, "--record", "own", cwd=tmp_path)
    assert (ran.status, ran.err) == (0, "")
    audited = call("record", "audit", "--record", str(tmp_path / "own")).out
    assert "clinton-merkel-1999-06-19" not in audited
