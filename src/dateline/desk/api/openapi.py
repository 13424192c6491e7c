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
    return {
        "name": param.name,
        "in": "path" if param.path else "query",
        "required": param.required,
        "description": param.about,
        "schema": {"type": param.type},
    }


def _answers(good: Json) -> Json:
    told = {PROBLEM: {"schema": {"$ref": _REF.format(name="Problem")}}}
    return {
        "200": {"description": "What was asked for.", "content": good},
        "304": {"description": "The same as you have (If-None-Match)."},
        "400": {"description": "The question cannot be understood.", "content": told},
        "401": {"description": "The desk asks for a token."},
        "404": {"description": "There is no such thing in the archive.", "content": told},
        "503": {"description": "The archive cannot be read now.", "content": told},
    }


def description(operations: Sequence[Operation | Document]) -> bytes:
    """Return the OpenAPI document in UTF-8."""
    kinds = [item.answer for item in operations if isinstance(item, Operation)]
    shapes, components = msgspec.json.schema_components([*kinds, Problem], ref_template=_REF)
    shape_of = dict(zip([*kinds, Problem], shapes, strict=True))
    paths: Json = {}
    for item in operations:
        good: Json = (
            {JSON: {"schema": shape_of[item.answer]}}
            if isinstance(item, Operation)
            else {item.media_type: {"schema": {}}}
        )
        paths[item.path] = {
            "get": {
                "operationId": item.name,
                "summary": item.about,
                "parameters": [_parameter(param) for param in item.params],
                "responses": _answers(good),
            }
        }
    return msgspec.json.encode(
        {
            "openapi": "3.1.0",
            "info": {
                "title": "Dateline",
                "version": __version__,
                "summary": "Sourced story dossiers: every fact is a span of a source.",
                "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
            },
            "paths": paths,
            "components": {
                "schemas": components,
                "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
            },
            "security": [{}, {"token": []}],
        }
    )
