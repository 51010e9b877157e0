"""Answers of the Wikidata Query Service, made from compact values."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from summitry.model.people import Tenure
from summitry.model.problems import Problem
from summitry.record.content import Content
from summitry.sources.importer import Importer
from summitry.sources.wikidata.importer import WikidataImporter
from tests.records import day

HERE: Final = Path(__file__).parent
HOLDERS: Final = HERE / "holders.json"
GRAPH: Final = HERE / "graph.ttl"
SEEN: Final = day("2026-11-20")
STATEMENT: Final = "Q1$ABCDEF01-1111-4B0A-9D6C-0A1B2C3D4E5F"

_ENTITY: Final = "http://www.wikidata.org/entity/"
_XSD: Final = "http://www.w3.org/2001/XMLSchema#"

UNKNOWN: Final = {"type": "bnode", "value": "t1514691780"}
"""A value that is not known, as the service wrote it before it gave blank nodes addresses."""

Bindings = dict[str, Any]


def item(id: str) -> Bindings:
    return {"type": "uri", "value": _ENTITY + id}


def text(words: str) -> Bindings:
    return {"type": "literal", "xml:lang": "en", "value": words}


def true() -> Bindings:
    return {"type": "literal", "datatype": f"{_XSD}boolean", "value": "true"}


def time(name: str, written: str, precision: int | None = None) -> Bindings:
    """``2009``, ``2009-01`` or ``2009-01-20`` with its precision, as the service writes it."""
    parts = written.removeprefix("-").count("-")
    value = written + "-01-01"[3 * parts :] + "T00:00:00Z"
    return {
        name: {"type": "literal", "datatype": f"{_XSD}dateTime", "value": value},
        f"{name}Precision": {
            "type": "literal",
            "datatype": f"{_XSD}integer",
            "value": str(9 + parts if precision is None else precision),
        },
    }


def statement(id: str = STATEMENT, *, office: str = "Q10", **more: Any) -> Bindings:  # noqa: ANN401
    return {
        "statement": item(f"statement/{id.replace('$', '-')}"),
        "rank": {"type": "uri", "value": "http://wikiba.se/ontology#NormalRank"},
        "person": item(id.partition("$")[0]),
        "office": item(office),
        **more,
    }


def person(id: str = "Q1", name: str = "Ann Lee", **more: Any) -> Bindings:  # noqa: ANN401
    return {"person": item(id), "personLabel": text(name), **more}


def office(id: str = "Q10", name: str = "President of Utopia", **more: Any) -> Bindings:  # noqa: ANN401
    return {"office": item(id), "officeLabel": text(name), **more}


def place(id: str, name: str, code: str) -> Bindings:
    return {"place": item(id), "placeLabel": text(name), "placeCode": text(code)}


def answer(path: Path, *rows: Bindings) -> Path:
    """A file with the rows, and every variable of the query in its head."""
    names = json.loads(HOLDERS.read_text("utf-8"))["head"]["vars"]
    found = {"head": {"vars": names}, "results": {"bindings": rows}}
    path.write_text(json.dumps(found), "utf-8")
    return path


def imported(path: Path) -> tuple[Content, tuple[Problem, ...]]:
    importer: Importer = WikidataImporter(seen=SEEN)
    (batch,) = importer.extract([path])
    return batch.content, batch.problems


def only_tenure(path: Path, *rows: Bindings) -> Tenure:
    """The one tenure that the rows make, with a person and an office that have names."""
    content, problems = imported(answer(path, person(), office(), *rows))
    assert problems == ()
    (tenure,) = content.tenures
    return tenure
