"""The editor's pages: what is typed enters the record, signed, or comes back with what is wrong."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.types import ASGIApp

from summitry.model.bounds import Bounds
from summitry.model.changes import Act
from summitry.model.proposals import ProposalState
from summitry.record.home import Home
from summitry.record.log import Log
from summitry.record.proposed import SqlProposals
from summitry.record.sql_record import load
from tests.desk.proposed import CONFLICT, DETAIL, NEW, RECORD
from tests.faces.web.editing import Browser, app_of, browser, edited, faults, fields, problem
from tests.record.homes import held


@pytest.fixture(name="home")
def _home(home: Home) -> Home:
    return edited(home)


@pytest.fixture
def app(home: Home) -> ASGIApp:
    return app_of(home)


@pytest.fixture
def ann(app: ASGIApp) -> Browser:
    return browser(app)


MET = {
    "people": "Barack Obama\r\nDavid Cameron",
    "when": "2015-06-08",
    "place": "Elmau",
    "source": "pool-report",
    "quote": "They met",
    "why": "The pool saw it.",
}


# --- adding -------------------------------------------------------------------------------------


def test_an_encounter_is_added_and_the_pages_show_it(home: Home, ann: Browser) -> None:
    assert ann.client.get("/encounter/elmau-2015.html").status_code == 404
    done = ann.send("add", **MET)
    assert (done.status_code, done.headers["location"]) == (303, "amend?id=elmau-2015&done=added")
    assert "8 June 2015" in ann.client.get("/encounter/elmau-2015.html").text
    assert len(load(home).encounters) == 2
    (entry,) = Log(home).changes()
    assert (entry.act, entry.signed.author, entry.signed.reason) == (
        Act.ADD,
        "Ann",
        "The pool saw it.",
    )
    events = ann.client.get("/api/v1/events", params={"a": "Cameron"}).json()["events"]
    assert [event["id"] for event in events] == ["elmau-2015"]


def test_what_is_wrong_is_said_beside_its_field_and_nothing_typed_is_lost(
    home: Home, ann: Browser
) -> None:
    before = held(home)
    typed: dict[str, Any] = {
        "people": "Barack Obama\r\nNobody",
        "when": "soon",
        "minutes": "long",
        "place": "Atlantis",
        "setting": ["bilateral"],
        "note": "Kept all the same.",
        "why": "",
    }
    page = ann.send("add", **typed)
    assert page.status_code == 400
    told = faults(page)
    assert set(told) == {"people", "when", "minutes", "place", "source", "why"}
    assert told["people"].startswith('unknown person "Nobody"')
    assert told["source"].startswith("no source (expected")
    for name in told:
        if name in {"people", "when", "minutes", "place"}:
            assert f'aria-describedby="fault-{name}"' in page.text
    for text in ("Nobody", "soon", "long", "Atlantis", "Kept all the same."):
        assert text in page.text
    assert 'value="bilateral" checked' in page.text
    assert held(home) == before


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"people": "Barack Obama\r\nAngela Merkel"}, 'It may be "met"'),
        ({"mode": "phone"}, "An encounter by phone has the place"),
        ({"source": "https://example.org/x"}, "is not in the record (expected its --title)"),
        ({"quote": " ".join(["word"] * 16)}, "The quote has 16 words"),
        ({"new_people": "Angela Merkel"}, '"Angela Merkel" is in the record'),
    ],
)
def test_what_can_not_be_is_said_and_nothing_typed_is_lost(
    home: Home, ann: Browser, typed: dict[str, str], message: str
) -> None:
    before = held(home)
    page = ann.send("add", **{**MET, **typed})
    assert page.status_code == 409
    assert message in problem(page)
    assert "The pool saw it." in page.text
    assert held(home) == before


def test_what_the_record_lacks_is_added_with_it(home: Home, ann: Browser) -> None:
    more = {
        "people": "Barack Obama",
        "place": "",
        "new_people": "Xi Jinping=Xi",
        "new_countries": "France=FR",
        "new_place": "Paris, France",
        "new_topics": "The climate",
    }
    assert ann.send("add", **{**MET, **more}).status_code == 303
    added = load(home)
    assert {"xi-jinping"} < {one.id for one in added.people}
    assert {"fr", "paris"} < {one.id for one in added.places}


# --- amending -----------------------------------------------------------------------------------


def test_an_encounter_is_amended(home: Home, ann: Browser) -> None:
    done = ann.send("amend?id=met", minutes="60", why="The readout.")
    assert done.headers["location"] == "amend?id=met&done=saved"
    assert load(home).encounters[0].minutes == Bounds.exactly(60)
    assert "60 minutes" in ann.client.get("/encounter/met.html").text
    assert "Saved." in ann.get("amend?id=met&done=saved").text


def test_a_form_that_is_sent_as_it_was_shown_changes_nothing(home: Home, ann: Browser) -> None:
    assert ann.send("amend?id=met", why="Nothing.").status_code == 303
    assert load(home) == RECORD
    assert Log(home).changes() == ()


def test_a_citation_takes_the_place_of_another(home: Home, ann: Browser) -> None:
    sent: dict[str, Any] = {
        "drop": ["c-encounters-met"],
        "source": "https://example.org/readout",
        "title": "Readout",
        "why": "A better source.",
    }
    assert ann.send("amend?id=met", **sent).status_code == 303
    (cited,) = (one for one in load(home).citations if one.row == "met")
    assert cited.source == "example-org"
    page = ann.send("amend?id=met", drop=[cited.id], why="None.")
    assert "Nothing supports it" in problem(page)
    assert f'value="{cited.id}" checked' in page.text


def test_the_second_of_two_editors_sees_what_changed_and_loses_nothing(
    home: Home, app: ASGIApp, ann: Browser
) -> None:
    bob = browser(app, "Bob")
    anns, bobs = ann.form("amend?id=met"), bob.form("amend?id=met")
    assert ann.post("amend", anns | {"minutes": "60", "note": "Ann.", "why": "A."}).is_redirect
    page = bob.post("amend", bobs | {"minutes": "90", "topics": "trade", "why": "Bob's why."})

    assert page.status_code == 409
    assert "Somebody else changed this encounter meanwhile" in problem(page)
    assert faults(page) == {
        "minutes": "Meanwhile somebody else put here: 60.",
        "note": "As somebody else put it meanwhile.",
    }
    (met,) = load(home).encounters
    assert (met.minutes, met.topics) == (Bounds.exactly(60), frozenset())

    again = fields(page.text)
    assert (again["minutes"], again["topics"], again["why"]) == ("90", "trade", "Bob's why.")
    assert bob.post("amend", again).is_redirect
    (met,) = load(home).encounters
    assert (met.minutes, met.note, met.topics) == (Bounds.exactly(90), "Ann.", frozenset({"trade"}))
    assert [entry.signed.author for entry in Log(home).changes()] == ["Bob", "Ann"]


def test_what_was_typed_on_a_row_that_is_gone_is_not_lost(home: Home, ann: Browser) -> None:
    ann.send("add", **MET)
    form = ann.form("amend?id=elmau-2015")
    Log(home).undo(1, Log(home).changes()[0].signed)
    page = ann.post("amend", form | {"note": "A note.", "why": "x"})
    assert page.status_code == 409
    assert "typed may be added again" in problem(page)
    assert "A note." in page.text


def test_an_encounter_is_found_to_be_amended(ann: Browser) -> None:
    assert 'href="amend?id=met"' in ann.get("find?a=Obama&b=Merkel").text
    assert 'href="amend?id=met"' not in ann.get("find?a=Cameron").text
    assert 'Unknown leader "Nobody"' in problem(ann.get("find?a=Nobody"))
    assert ann.get("find?since=soon").status_code == 400
    assert ann.get("amend?id=none").status_code == 400


# --- proposals ----------------------------------------------------------------------------------


def states(home: Home) -> dict[str, ProposalState]:
    kept = SqlProposals(home).listed(tuple(ProposalState))
    return {one.id: one.state for one in kept if one.state is not ProposalState.OPEN}


def test_proposals_are_listed_and_shown_with_what_accepting_does(ann: Browser) -> None:
    listed = ann.get("proposals").text
    assert listed.count('href="proposal?id=') == 4
    assert "2 reports, 1 independent" in listed
    page = ann.get("proposal?id=p-conflict").text
    for text in ("2015-07-01", "berlin", "Both are of the two", "on June 7."):
        assert text in page
    assert 'name="setting"' in page
    assert 'name="country"' not in page


def test_a_proposal_is_accepted_and_the_pages_show_it(home: Home, ann: Browser) -> None:
    done = ann.send("proposal?id=p-detail", do="accept", why="Two papers.")
    assert done.headers["location"] == "proposals?done=accepted"
    assert states(home) == {DETAIL.id: ProposalState.ACCEPTED}
    assert "7 June 2015" in ann.client.get("/encounter/met.html").text
    assert "Accepted as met by Ann" in ann.get("proposal?id=p-detail").text
    assert ann.get("proposals?state=accepted").text.count('href="proposal?id=') == 1


def test_what_is_not_as_it_was_shown_is_shown_again(home: Home, app: ASGIApp, ann: Browser) -> None:
    bob = browser(app, "Bob")
    shown = bob.form("proposal?id=p-conflict") | {"do": "accept", "why": "B."}
    assert ann.send("proposal?id=p-detail", do="accept", why="A.").is_redirect
    page = bob.post("proposal", shown)
    assert page.status_code == 409
    assert "was changed meanwhile" in problem(page)
    assert "schloss-elmau" in page.text
    assert states(home) == {DETAIL.id: ProposalState.ACCEPTED}
    assert bob.post("proposal", fields(page.text) | {"do": "accept"}).is_redirect


def test_a_proposal_is_accepted_otherwise(home: Home, ann: Browser) -> None:
    more = {"minutes": "90", "place": "", "new_place": "Kruen, Germany"}
    shown = ann.send("proposal?id=p-new", do="show", **more)
    assert shown.status_code == 200
    assert "Kruen" in shown.text
    assert states(home) == {}
    assert ann.send("proposal?id=p-new", do="accept", why="Yes.", **more).is_redirect
    (added,) = (one for one in load(home).encounters if one.id != "met")
    assert (added.minutes, added.place) == (Bounds.exactly(90), "kruen")


def test_a_proposal_is_taken_as_another_event(home: Home, ann: Browser) -> None:
    assert ann.send("proposal?id=p-new", do="accept", into="met", why="The same.").is_redirect
    assert states(home) == {NEW.id: ProposalState.MERGED}


def test_a_proposal_is_rejected(home: Home, ann: Browser) -> None:
    assert ann.send("proposal?id=p-conflict", do="reject", why="A slip.").is_redirect
    assert states(home) == {CONFLICT.id: ProposalState.REJECTED}
    assert load(home) == RECORD


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"do": "accept", "why": ""}, 'No reason ""'),
        ({"do": "reject", "why": ""}, 'No reason ""'),
        ({"do": "accept", "why": "x", "place": "Atlantis"}, 'Unknown place "Atlantis"'),
        ({"do": "accept", "why": "x", "into": "none"}, 'No encounter "none"'),
        ({"do": "nothing", "why": "x"}, 'Not a decision: "nothing"'),
    ],
)
def test_a_decision_that_can_not_be_is_said(
    home: Home, ann: Browser, typed: dict[str, str], message: str
) -> None:
    before = held(home)
    page = ann.send("proposal?id=p-new", **typed)
    assert page.status_code == 409
    assert problem(page).startswith(message)
    assert held(home) == before


def test_a_cell_that_can_not_be_is_said_beside_it(ann: Browser) -> None:
    page = ann.send("proposal?id=p-new", do="accept", why="x", when="soon", mode="fax")
    assert page.status_code == 400
    assert set(faults(page)) == {"when", "mode"}


# --- the log ------------------------------------------------------------------------------------


def test_a_change_is_undone_by_a_button(home: Home, ann: Browser) -> None:
    ann.send("proposal?id=p-detail", do="accept", why="Two papers.")
    page = ann.get("log").text
    assert "Accept p-detail" in page
    assert "Two papers." in page
    done = ann.send("log", to="undo", why="A mistake.")
    assert done.headers["location"] == "log#change-2"
    assert load(home) == RECORD
    assert states(home) == {}
    assert "Undone by change 2." in ann.get("log").text
    assert "7 June 2015" not in ann.client.get("/encounter/met.html").text


def test_what_was_changed_since_is_not_undone(home: Home, ann: Browser) -> None:
    for minutes in ("60", "90"):
        ann.send("amend?id=met", minutes=minutes, why="x")
    form = ann.form("log")
    assert form["id"] == "1"
    page = ann.post("undo", form | {"why": "x"})
    assert page.status_code == 409
    assert "encounters 'met' was changed since" in problem(page)
    assert load(home).encounters[0].minutes == Bounds.exactly(90)
    assert problem(ann.post("undo", form | {"id": "77", "why": "x"})).startswith('No change "77"')
    assert problem(ann.post("undo", form | {"id": "x", "why": "x"})).startswith("Not a number")
    assert problem(ann.post("undo", form | {"why": ""})).startswith("No reason")


def test_the_log_goes_on_to_older_changes(ann: Browser) -> None:
    for number in range(31):
        ann.send("amend?id=met", minutes=str(number + 1), why="x")
    page = ann.get("log").text
    assert 'href="log?before=2"' in page
    older = ann.get("log?before=2").text
    assert 'id="change-1"' in older
    assert "Older changes" not in older
