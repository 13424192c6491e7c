"""The style sheets, scripts and templates that are packaged with the pages."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment


def asset(name: str) -> str:
    """Return a packaged style sheet, script or template by its file name."""
    return resources.files(__package__ or "").joinpath("assets", name).read_text("utf-8")


def script_hash(script: str) -> str:
    """Return the SHA-256 of a script as a content security policy names it."""
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


@cache
def templates() -> Environment:
    """Return the templates; all values are escaped, a missing one is an error."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    return Environment(
        loader=FunctionLoader(asset),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
