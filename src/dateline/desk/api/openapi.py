"""The API's description: OpenAPI 3.1, made from the table of questions and the records."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dateline import __version__
from dateline.desk.api.answers import JSON, PROBLEM, Problem
from dateline.desk.api.operations import Document, Operation, Param

_REF = "#/components/schemas/{name}"

Json = dict[str, object]


def _parameter(param: Param) -> Json:
    schema: Json = {"type": param.type}
    if param.among:
        schema["enum"] = param.among
    if param.least is not None:
        schema["minimum"] = param.least
    if param.most is not None:
        schema["maximum"] = param.most
    return {
        "name": param.name,
        "in": "path" if param.path else "query",
        "required": param.required,
        "description": param.about,
        "schema": schema,
    }


def _content(item: Operation | Document, shapes: dict[type, Json]) -> Json:
    if isinstance(item, Document):
        return {item.media_type: {}}
    content: Json = {JSON: {"schema": shapes[item.answer]}}
    for form in item.forms:
        # The JSON of another standard, which `format` asks for, has a schema of its own.
        content[form.media_type] = (
            {"schema": {"anyOf": [shapes[item.answer], {"type": "object"}]}}
            if form.media_type == JSON
            else {"schema": {"type": "object"}}
        )
    return content


def _answers(good: Json) -> Json:
    told = {PROBLEM: {"schema": {"$ref": _REF.format(name="Problem")}}}
    return {
        "200": {
            "description": "What was asked for.",
            "headers": {
                "ETag": {"schema": {"type": "string"}},
                "Last-Modified": {"schema": {"type": "string"}},
            },
            "content": good,
        },
        "304": {"description": "The same as you have (If-None-Match, If-Modified-Since)."},
        "400": {"description": "The question cannot be understood.", "content": told},
        "401": {"description": "The desk asks for a token."},
        "404": {"description": "There is no such thing in the archive.", "content": told},
        "501": {"description": "It needs a package that is not installed.", "content": told},
        "503": {"description": "The archive cannot be read now.", "content": told},
    }


def description(operations: Sequence[Operation | Document]) -> bytes:
    """Return the OpenAPI document in UTF-8."""
    kinds: list[type] = [item.answer for item in operations if isinstance(item, Operation)]
    found, components = msgspec.json.schema_components([*kinds, Problem], ref_template=_REF)
    shapes: dict[type, Json] = dict(zip([*kinds, Problem], found, strict=True))
    paths = {
        item.path: {
            "get": {
                "operationId": item.name,
                "summary": item.about,
                "parameters": [_parameter(param) for param in item.params],
                "responses": _answers(_content(item, shapes)),
            }
        }
        for item in operations
    }
    return msgspec.json.encode(
        {
            "openapi": "3.1.0",
            "info": {
                "title": "Dateline",
                "version": __version__,
                "summary": "Sourced story dossiers: every fact is a span of a source.",
                "license": {"name": "Apache License 2.0", "identifier": "Apache-2.0"},
            },
            "paths": paths,
            "components": {
                "schemas": components,
                "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
            },
            "security": [{}, {"token": []}],
        }
    )
