"""``dateline mcp``: the archive for assistants, over standard input and output."""

from __future__ import annotations

import typer

from dateline.commands.archive import Place, opened
from dateline.errors import SetupError


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("mcp")(mcp)


def mcp(archive: Place = None) -> None:
    """Serve the archive to an assistant (Model Context Protocol, read-only, over stdio)."""
    try:
        from dateline.assistant.server import server_over
    except ImportError as error:
        raise SetupError(
            f"The server for assistants needs a package that is not installed ({error.name}). "
            "Run: pip install 'dateline[mcp]'"
        ) from None
    with opened(archive) as kept:
        server_over(kept).run("stdio")
