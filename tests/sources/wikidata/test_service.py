from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from summitry.model.problems import InputError
from summitry.sources.wikidata.query import query
from summitry.sources.wikidata.service import ask
from tests.sources.wikidata.answers import HOLDERS, imported
from tests.sources.wikidata.service import Service, serving

QUERY = query(offices=("Q11696",))


@pytest.fixture
def endpoint() -> Iterator[str]:
    with serving() as address:
        yield address


def test_the_answer_is_kept_as_it_came(endpoint: str, tmp_path: Path) -> None:
    ask(QUERY, tmp_path / "holders.json", endpoint=endpoint)
    assert (tmp_path / "holders.json").read_bytes() == HOLDERS.read_bytes()
    assert [path.name for path in tmp_path.iterdir()] == ["holders.json"]
    assert imported(tmp_path / "holders.json") == imported(HOLDERS)


def test_the_service_is_asked_as_it_wishes(endpoint: str, tmp_path: Path) -> None:
    ask(QUERY, tmp_path / "holders.json", endpoint=endpoint)
    ((headers, text),) = Service.asked
    assert text == QUERY
    assert headers["Accept"] == "application/sparql-results+json"
    assert headers["User-Agent"].startswith("summitry ")


@pytest.mark.parametrize(
    ("status", "body", "says"),
    [
        (429, b"", "Too Many Requests"),
        (500, b"java.util.concurrent.TimeoutException", "Internal Server Error"),
        (200, b"<html>maintenance</html>", "has no office holders"),
        (200, json.dumps({"head": {"vars": ["x"]}}).encode(), "has no office holders"),
        (200, b"", "has no office holders"),
    ],
)
def test_what_is_no_answer_is_refused_and_nothing_kept(
    endpoint: str, tmp_path: Path, status: int, body: bytes, says: str
) -> None:
    Service.status, Service.body = status, body
    (tmp_path / "holders.json").write_text("before")
    with pytest.raises(InputError) as refused:
        ask(QUERY, tmp_path / "holders.json", endpoint=endpoint)
    assert says in str(refused.value)
    assert endpoint in str(refused.value)
    assert (tmp_path / "holders.json").read_text() == "before"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_place_that_is_not_there_is_told(endpoint: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="can't write"):
        ask(QUERY, tmp_path / "nowhere" / "holders.json", endpoint=endpoint)
