from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from summitry.model.claims import Quote
from summitry.model.findings import Verdict
from summitry.model.statements import Silence
from summitry.telling.check import MOST_EVIDENCE, Role, as_text, lines
from summitry.telling.dates import DateStyle
from tests.telling.small_events import ANCHORAGE, evidence
from tests.telling.small_history import CHECKED

GOLDEN = Path(__file__).parent / "golden"


def test_a_check_is_set_as_the_golden_text() -> None:
    assert as_text(CHECKED) == (GOLDEN / "check.txt").read_text("utf-8")


@pytest.mark.parametrize("width", [60, 80, 100])
def test_no_line_is_wider_than_asked_save_for_addresses(width: int) -> None:
    wide = [line.text for line in lines(CHECKED, width=width) if len(line.text) > width]
    assert [text for text in wide if "://" not in text] == []


def test_the_summary_counts_every_verdict() -> None:
    assert CHECKED.summary() == {
        Verdict.SUPPORTED: 1,
        Verdict.REFUTED: 1,
        Verdict.NOT_ENOUGH_EVIDENCE: 1,
        Verdict.CONFLICTING_EVIDENCE: 0,
    }


def test_every_line_of_a_statement_has_its_verdict() -> None:
    head = {Role.TITLE, Role.ABOUT, Role.SUMMARY, Role.BLANK}
    for line in lines(CHECKED):
        assert (line.verdict is None) == (line.role in head)


def test_a_document_without_statements_says_so() -> None:
    empty = replace(CHECKED, statements=())
    assert [line.text for line in lines(empty) if line.role is Role.SUMMARY] == ["No statements."]


def test_much_evidence_is_cut_short() -> None:
    judged = CHECKED.statements[1]
    (finding,) = judged.findings
    many = replace(finding, evidence=evidence(*([ANCHORAGE] * (MOST_EVIDENCE + 2))))
    checked = replace(CHECKED, statements=(replace(judged, findings=(many,)),))
    told = [line.text for line in lines(checked, width=200) if line.role is Role.EVIDENCE]
    assert len(told) == MOST_EVIDENCE + 1
    assert told[-1].strip() == "- and two more"


def test_a_source_that_is_not_known_is_not_cited() -> None:
    told = lines(replace(CHECKED, sources={}))
    assert not [line for line in told if line.role is Role.CITATION]


def test_the_style_of_dates_is_kept_throughout() -> None:
    told = as_text(CHECKED, style=DateStyle.AP)
    assert "June 16, 2021" in " ".join(told.split())
    assert "16 June 2021" not in told.replace("“They met in Helsinki on 16 June 2021.”", "")


UNREAD = Silence(Quote("Putin may meet Biden.", 0, 21), "a plan, a wish or a doubt")


def test_sentences_that_were_not_read_are_told_of_where_they_stand() -> None:
    checked = replace(CHECKED, silences=(UNREAD,))
    told = lines(checked, unread=True)
    assert "One sentence on meetings or visits not read." in [line.text for line in told]
    (at,) = [n for n, line in enumerate(told) if line.role is Role.UNREAD]
    assert [line.text for line in told[at - 1 : at + 1]] == ["“Putin may meet Biden.”", "NOT READ"]
    assert told[at + 1].role is Role.BECAUSE
    first = next(n for n, line in enumerate(told) if line.role is Role.VERDICT)
    assert (at < first) == (UNREAD.quote.start < CHECKED.statements[0].statement.quote.start)


def test_unless_asked_they_are_not() -> None:
    checked = replace(CHECKED, silences=(UNREAD,))
    assert lines(checked) == lines(CHECKED)
