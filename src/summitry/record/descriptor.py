"""``datapackage.json``: a record's description, and its tables as Table Schema."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from summitry.model.problems import RecordError
from summitry.record.columns import AnyTable, Column
from summitry.record.content import Content
from summitry.record.tables import SCHEMA_VERSION, TABLES

FILE: Final = "datapackage.json"
_MARK: Final = "summitry"
_SCHEMA: Final = "schema"
_EXPECTED_MARK: Final = f'expected "{_MARK}": {{"{_SCHEMA}": {SCHEMA_VERSION}}}'

_OWN: Final = frozenset({"profile", "name", "title", "version", "licenses", _MARK, "resources"})

Descriptor = Mapping[str, Any]


def descriptor_of(content: Content) -> dict[str, Any]:
    """The descriptor of a content's package."""
    return {
        "profile": "tabular-data-package",
        "name": content.name,
        "title": content.title,
        "version": content.version,
        **({"licenses": [{"name": content.licence}]} if content.licence else {}),
        **(json.loads(content.besides) if content.besides else {}),
        _MARK: {_SCHEMA: SCHEMA_VERSION},
        "resources": [_resource(table) for table in TABLES],
    }


def own(text: str) -> dict[str, Any]:
    """The descriptor in this text; RecordError unless it is a record's, of whatever version."""
    try:
        descriptor = json.loads(text)
    except json.JSONDecodeError as error:
        raise RecordError(f"{FILE}:{error.lineno}: it is not JSON ({error.msg})") from None
    except RecursionError:
        raise RecordError(f"{FILE}: it is not JSON of a record (nested too deep)") from None
    if not (isinstance(descriptor, dict) and isinstance(descriptor.get(_MARK), dict)):
        raise RecordError(f"{FILE}: it is not a summitry record's ({_EXPECTED_MARK})")
    return descriptor


def description_of(descriptor: Descriptor) -> dict[str, str]:
    """The fields that describe the record (content.DESCRIPTION); RecordError for one of no use."""
    version = descriptor[_MARK].get(_SCHEMA)
    if isinstance(version, int) and version > SCHEMA_VERSION:
        raise RecordError(
            f"{FILE}: schema {version} is newer than this summitry knows"
            f" (expected {SCHEMA_VERSION}: update summitry)"
        )
    if version != SCHEMA_VERSION:
        raise RecordError(f"{FILE}: schema {version!r} is unknown ({_EXPECTED_MARK})")
    description = {}
    for key in ("name", "title", "version"):
        value = descriptor.get(key)
        if not (isinstance(value, str) and value):
            raise RecordError(f"{FILE}: {key} {value!r} can't be read (expected text)")
        description[key] = value
    match descriptor.get("licenses", []):
        case []:
            description["licence"] = ""
        case [{"name": str(licence)}]:
            description["licence"] = licence
        case other:
            raise RecordError(
                f"{FILE}: licenses {other!r} can't be read"
                ' (expected one with a name, like [{"name": "CC-BY-4.0"}])'
            )
    besides = {key: value for key, value in descriptor.items() if key not in _OWN}
    description["besides"] = json.dumps(besides, ensure_ascii=False) if besides else ""
    return description


def to_json(descriptor: Descriptor) -> str:
    """The descriptor as the text of its file."""
    return json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n"


def _resource(table: AnyTable) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
    }
    if keys := [_foreign_key(table, column) for column in table.columns if column.refers]:
        schema["foreignKeys"] = keys
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "description": table.says,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _field(column: Column) -> dict[str, Any]:
    field = {"name": column.name, "description": column.says, **column.cell.field}
    if column.required:
        field["constraints"] = {"required": True, **field.get("constraints", {})}
    return field


def _foreign_key(table: AnyTable, column: Column) -> dict[str, Any]:
    # Table Schema writes a reference into the same table as one into "".
    resource = "" if column.refers == table.name else column.refers
    return {"fields": column.name, "reference": {"resource": resource, "fields": "id"}}
