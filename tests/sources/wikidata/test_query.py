from __future__ import annotations

import json
import re
from typing import Any

import pytest
import rdflib

from summitry.model.problems import InputError
from summitry.sources.wikidata.query import query
from tests.sources.wikidata.answers import GRAPH, HOLDERS

# The library that runs the query is behind with the names of the library that reads it.
pytestmark = pytest.mark.filterwarnings(
    "ignore::pyparsing.warnings.PyparsingDeprecationWarning",
)

OFFICES = ("Q11696", "Q4970706", "Q1785489", "Q842606", "Q887010")


@pytest.fixture(scope="module")
def graph() -> rdflib.Graph:
    """The piece of Wikidata; the library takes no year before 1, but keeps it as it is written."""
    return rdflib.Graph().parse(GRAPH)


def asked(graph: rdflib.Graph, **chosen: Any) -> list[dict[str, Any]]:  # noqa: ANN401
    text = graph.query(query(**chosen), initNs=dict(graph.namespaces())).serialize(format="json")
    assert text is not None
    return list(json.loads(text)["results"]["bindings"])


def normal(rows: list[dict[str, Any]]) -> list[list[tuple[str, str]]]:
    """The rows in any order, unknown values alike, whatever the service calls them."""
    return sorted(
        sorted((name, _value(bound)) for name, bound in row.items() if name != "rank")
        for row in rows
    )


def _value(bound: dict[str, str]) -> str:
    if bound["type"] == "bnode" or "/.well-known/genid/" in bound["value"]:
        return "unknown"
    return bound["value"].replace("+00:00", "Z")


def test_the_query_gives_the_answer_that_is_imported(graph: rdflib.Graph) -> None:
    answer = json.loads(HOLDERS.read_text("utf-8"))
    rows = asked(graph, offices=OFFICES)
    assert normal(rows) == normal(answer["results"]["bindings"])
    assert {name for row in rows for name in row} == set(answer["head"]["vars"])


def test_countries_choose_the_positions_that_lead_them(graph: rdflib.Graph) -> None:
    def statements(rows: list[dict[str, Any]]) -> set[str]:
        return {row["statement"]["value"] for row in rows if "statement" in row}

    by_country = statements(asked(graph, countries=("Q30", "Q183")))
    assert by_country == statements(asked(graph, offices=("Q11696", "Q4970706")))
    both = statements(asked(graph, countries=("Q183",), offices=("Q11696",)))
    assert both == by_country


def test_nothing_is_left_open_in_the_query() -> None:
    assert re.findall(r"\$\w+", query(offices=("Q1",), countries=("Q30",))) == []


@pytest.mark.parametrize("id", ["q30", "30", "P39", "Q30 }", "Q0", ""])
def test_what_is_no_item_is_refused(id: str) -> None:
    for chosen in ({"offices": (id,)}, {"countries": (id,)}):
        with pytest.raises(InputError) as refused:
            query(**chosen)
        assert f'"{id}" (expected Q and a number' in str(refused.value)


def test_a_query_for_nothing_is_refused() -> None:
    with pytest.raises(InputError, match="no position and no country"):
        query()
