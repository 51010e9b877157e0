"""The reference of the API: as OpenAPI, and as a page that loads nothing but its own style."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from importlib.resources import files
from typing import Any, Final

from fastapi import APIRouter, Request, Response

from summitry.faces.web.problems import CODES
from summitry.faces.workers import encoded

DESCRIPTION_AT: Final = "/api/v1/openapi.json"
STYLE_AT: Final = "/api/v1/docs.css"

POLICY: Final = (
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)

router = APIRouter(include_in_schema=False)

Schema = Mapping[str, Any]


@router.get(DESCRIPTION_AT)
def openapi(request: Request) -> Response:
    """The API, described as OpenAPI 3.1."""
    return Response(encoded(request.app.openapi()), media_type="application/json")


@router.get("/api/v1/docs")
def docs(request: Request) -> Response:
    """The same as a page."""
    page = "\n".join(_page(request.app.openapi()))
    headers = {"content-security-policy": POLICY}
    return Response(page, media_type="text/html; charset=utf-8", headers=headers)


@router.get(STYLE_AT)
def style() -> Response:
    """How the page looks."""
    text = files(__package__).joinpath("reference.css").read_text("utf-8")
    return Response(text, media_type="text/css; charset=utf-8")


# --- the page -----------------------------------------------------------------------------------


def _page(described: Schema) -> Iterator[str]:
    title = f"{described['info']['title']}: the API"
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{escape(title)}</title>"
    yield f'<link rel="stylesheet" href="{STYLE_AT}">\n</head>\n<body>\n<main>'
    yield f"<h1>{escape(title)}</h1>\n<p>{escape(described['info']['description'])}</p>"
    yield f'<p>The same for programs: <a href="{DESCRIPTION_AT}">OpenAPI 3.1</a>.</p>'
    for path, operations in described["paths"].items():
        for method, operation in operations.items():
            yield from _operation(method.upper(), path, operation)
    yield from _objects(described["components"]["schemas"])
    yield from _problems()
    yield "</main>\n</body>\n</html>"


def _operation(method: str, path: str, operation: Schema) -> Iterator[str]:
    yield f"<h2><code>{method} {escape(path)}</code></h2>"
    yield f"<p>{escape(operation['description'])}</p>"
    parameters = operation.get("parameters", [])
    if parameters:
        rows = (
            (
                f"<code>{escape(one['name'])}</code>",
                _type(one["schema"]),
                escape(one.get("description", one["schema"].get("description", ""))),
                "yes" if one["required"] else "",
            )
            for one in parameters
        )
        yield from _table(("parameter", "value", "meaning", "needed"), rows)
    body = operation.get("requestBody", {}).get("content", {})
    if body:
        kinds = ", ".join(
            f"<code>{escape(kind)}</code> ({_type(one['schema']) if one else 'as it is'})"
            for kind, one in body.items()
        )
        yield f"<p>Body: {kinds}</p>"
    answer = operation["responses"]["200"]["content"]["application/json"]["schema"]
    yield f"<p>Answer: {_type(answer)}</p>"


def _objects(schemas: Schema) -> Iterator[str]:
    yield "<h2>Objects</h2>"
    for name, schema in schemas.items():
        yield f'<h3 id="{escape(name)}"><code>{escape(name)}</code></h3>'
        yield f"<p>{escape(schema.get('description', ''))}</p>"
        if "properties" not in schema:
            yield f"<p>One of {_type(schema)}.</p>"
            continue
        rows = (
            (f"<code>{escape(key)}</code>", _type(one), escape(one.get("description", "")))
            for key, one in schema["properties"].items()
        )
        yield from _table(("key", "value", "meaning"), rows)


def _problems() -> Iterator[str]:
    yield "<h2>Problems</h2>"
    yield (
        "<p>What goes wrong is told as <code>application/problem+json</code> (RFC 9457): "
        "<code>detail</code> is one line, with what would be accepted; <code>type</code> ends "
        "with one of these codes.</p>"
    )
    rows = (
        (f'<code id="{code}">{code}</code>', f"{status.value} {status.phrase}", escape(means))
        for code, (status, means) in CODES.items()
    )
    yield from _table(("code", "status", "meaning"), rows)


def _table(heads: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> Iterator[str]:
    yield "<table>\n<thead><tr>"
    yield "".join(f'<th scope="col">{head}</th>' for head in heads)
    yield "</tr></thead>\n<tbody>"
    for row in rows:
        yield f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>"
    yield "</tbody>\n</table>"


def _type(schema: Schema) -> str:
    """A schema in a few words, with links to objects."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return f'<a href="#{escape(name)}">{escape(name)}</a>'
    if "anyOf" in schema:
        return " or ".join(map(_type, schema["anyOf"]))
    if "enum" in schema:
        return ", ".join(f"<code>{escape(str(value))}</code>" for value in schema["enum"])
    if schema.get("type") == "array":
        return f"list of {_type(schema['items'])}"
    return escape(str(schema.get("type", "anything")))
