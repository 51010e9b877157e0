"""Faults in data are values that read as one line; what is raised is one tree."""

from __future__ import annotations

import pytest

from summitry.model.problems import (
    InputError,
    Problem,
    RecordError,
    SummitryError,
    UnknownName,
)


@pytest.mark.parametrize(
    ("hint", "line"),
    [
        ("", "encounters.csv:7: no such person: 'x'"),
        ("did you mean 'y'?", "encounters.csv:7: no such person: 'x' (did you mean 'y'?)"),
    ],
)
def test_a_problem_reads_as_one_line(hint: str, line: str) -> None:
    assert str(Problem("bad-cell", "encounters.csv:7", "no such person: 'x'", hint)) == line


def test_a_problem_has_a_code_that_can_be_looked_up() -> None:
    with pytest.raises(ValueError, match=r"^no problem has the code 'no-such'$"):
        Problem("no-such", "encounters.csv:7", "no such person: 'x'")


def test_a_record_error_carries_every_problem() -> None:
    problems = (Problem("bad-cell", "x", "one"), Problem("ragged-row", "y", "two"))
    error = RecordError("2 problems in 'folder'", problems)
    assert str(error) == "2 problems in 'folder'"
    assert error.problems == problems
    assert RecordError("no record at 'folder'").problems == ()


@pytest.mark.parametrize(
    ("raised", "caught"),
    [
        (InputError, SummitryError),
        (UnknownName, InputError),
        (UnknownName, SummitryError),
        (RecordError, SummitryError),
    ],
)
def test_what_is_raised_is_caught_as(
    raised: type[SummitryError], caught: type[SummitryError]
) -> None:
    with pytest.raises(caught, match=r"^no such thing$"):
        raise raised("no such thing")
