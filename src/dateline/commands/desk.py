"""``dateline desk``: the web desk over an archive."""

from __future__ import annotations

import gc
import secrets
import socket
from typing import Annotated

import typer

from dateline.commands.archive import Place, opened
from dateline.commands.read import Method, ModelName, Private, StatementMethod
from dateline.errors import DatelineError

_LOOPBACK = ("127.0.0.1", "localhost", "::1")


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("desk")(desk)


def desk(
    archive: Place = None,
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Address to listen at.")
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(min=0, max=65535, metavar="N", help="Port; 0 takes a free one.")
    ] = 8420,
    name: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME", help="Another name the desk is reached by, such as that of a proxy."
        ),
    ] = None,
    token: Annotated[
        str | None,
        typer.Option(
            envvar="DATELINE_TOKEN",
            metavar="WORD",
            help="What visitors must show; made up where the desk listens beyond this machine.",
            show_default=False,
        ),
    ] = None,
    private: Private = False,
    fetching: Annotated[
        bool, typer.Option("--fetch/--no-fetch", help="Whether pasted addresses are fetched.")
    ] = True,
    limit: Annotated[
        int,
        typer.Option(
            "--upload-limit", min=1, metavar="N", help="The most a visitor may send, in MiB."
        ),
    ] = 64,
    model: ModelName = None,
    statements: StatementMethod = Method.MODEL,
) -> None:
    """Serve the web desk: stories, reports, people, search, and a page to paste into."""
    import uvicorn

    from dateline.desk.app import desk_app
    from dateline.desk.state import LOOPBACK, DeskSettings
    from dateline.reading.layers import Settings

    if host not in _LOOPBACK and token is None:
        token = secrets.token_urlsafe(24)
    settings = DeskSettings(
        token=token,
        hosts=(*LOOPBACK, *(_host_name(item) for item in (host, *(name or [])))),
        upload_limit=limit * 1024 * 1024,
        fetching=fetching,
        private_addresses=private,
        reading=Settings(model=model, statements=statements.value),
    )
    with opened(archive, make=True) as kept:
        listener = _listener(host, port)
        config = uvicorn.Config(
            desk_app(kept, settings), log_level="warning", server_header=False, lifespan="on"
        )
        _spare_what_stays()
        # Whoever comes as soon as the address is told waits until the desk answers.
        listener.listen(config.backlog)
        shown = f"http://{_host_name(host)}:{listener.getsockname()[1]}/"
        print(f"The desk over {kept.place} is at {shown}" + (f"?token={token}" if token else ""))
        print("Stop it with Ctrl+C.", flush=True)
        uvicorn.Server(config).run(sockets=[listener])


def _spare_what_stays() -> None:
    """Keep the garbage collector off what is loaded by now: looking through it holds pages up."""
    gc.collect()
    gc.freeze()


def _host_name(host: str) -> str:
    """Return an address as it stands in a Host header."""
    return f"[{host}]" if ":" in host and not host.startswith("[") else host.casefold()


def _listener(host: str, port: int) -> socket.socket:
    """Return a socket that listens; raises DatelineError when the address is taken or foreign."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Without the protocol named, asyncio leaves Nagle's delay on, and each answer waits 40 ms.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        raise DatelineError(
            f"{host}:{port}: the desk cannot listen there: {error.strerror}. "
            "Choose another with --host and --port (--port 0 takes a free one)."
        ) from None
    return listener
