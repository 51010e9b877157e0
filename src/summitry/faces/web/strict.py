"""Strict: a route takes the parameters of its query, each as often as it may be given."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Any, TypedDict, get_origin

from fastapi import Depends, Request
from fastapi.params import Depends as Dependency

from summitry.faces.faults import any_of_names, shown
from summitry.faces.queries import Query
from summitry.model.problems import InputError


class _Strictly(TypedDict):
    dependencies: Sequence[Dependency]


def only(query: type[Query]) -> _Strictly:
    """What makes a route refuse a parameter that it doesn't know, or that is given twice."""
    return {"dependencies": [Depends(_refusing(query))]}


def _refusing(query: type[Query]) -> Callable[[Request], Awaitable[None]]:
    fields: dict[str, Any] = {
        field.alias or name: field.annotation for name, field in query.model_fields.items()
    }
    several = {name for name, kind in fields.items() if get_origin(kind) is list}
    expected = any_of_names(fields) if fields else "expected none"

    async def refuse(request: Request) -> None:
        seen: set[str] = set()
        for name, _ in request.query_params.multi_items():
            if name not in fields:
                raise InputError(f'unknown parameter "{shown(name)}" ({expected})')
            if name in seen and name not in several:
                raise InputError(f'"{shown(name)}" is given twice (expected it once)')
            seen.add(name)

    return refuse
