"""Asking the Wikidata Query Service."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from summitry.model.problems import InputError
from summitry.sources.fetch import fetch
from summitry.sources.wikidata.results import read_rows

ENDPOINT: Final = "https://query.wikidata.org/sparql"
ACCEPT: Final = "application/sparql-results+json"
MOST_BYTES: Final = 200_000_000
"""A thousand tenures are about three million."""


def ask(query: str, to: Path, *, endpoint: str = ENDPOINT) -> None:
    """Ask the service, and keep its answer in a file, whole or not at all.

    InputError if the service can't be reached, refuses, or answers something else.
    """
    answer = fetch(endpoint, most=MOST_BYTES, accept=ACCEPT, form={"query": query})
    try:
        with TemporaryDirectory(prefix=".laying-", dir=to.parent) as folder:
            laying = Path(folder) / "answer.json"
            laying.write_bytes(answer)
            _refuse_other(laying, endpoint)
            laying.replace(to)
    except OSError as error:
        raise InputError(f'can\'t write "{to}": {error.strerror}') from None


def _refuse_other(path: Path, endpoint: str) -> None:
    try:
        read_rows(path)
    except InputError:
        raise InputError(
            f'what "{endpoint}" answers has no office holders (expected SPARQL results in JSON)'
        ) from None
