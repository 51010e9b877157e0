"""Whatever is sent, the server answers as its OpenAPI description says, and never fails."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from summitry.desk.records import snapshot
from summitry.faces.web.app import described_api
from tests.faces.web.serving import Running, serving

CHECKS: Final = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    negative_data_rejection,
]
EXAMPLES: Final = 20

API: Final = schemathesis.openapi.from_dict(described_api(snapshot(None)))
OPERATIONS: Final = {
    found.ok().label: found.ok() for found in API.get_all_operations() if isinstance(found, Ok)
}


def test_every_operation_is_tried() -> None:
    described = described_api(snapshot(None))["paths"]
    assert len(OPERATIONS) == sum(len(operations) for operations in described.values()) > 10


@pytest.fixture(scope="module")
def roomy() -> Iterator[Running]:
    """A server that is not too busy for who asks one thing at a time, and has its workers."""
    with serving("--waiting", "100") as running:
        with running.client() as client:
            client.get("facets")
        yield running


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
@pytest.mark.parametrize("label", OPERATIONS)
def test_no_request_is_answered_but_as_described(
    roomy: Running, label: str, mode: GenerationMode
) -> None:
    operation = OPERATIONS[label]
    if mode is GenerationMode.NEGATIVE and not operation.query and not operation.body:
        pytest.skip("there is nothing to get wrong")

    @settings(
        max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), database=None
    )
    @given(operation.as_strategy(generation_mode=mode))
    def answered_as_described(case: schemathesis.Case[Any]) -> None:
        case.call_and_validate(base_url=roomy.url, checks=CHECKS)

    answered_as_described()
