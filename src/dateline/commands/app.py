"""The application: all commands in one place, and one way to end."""

from __future__ import annotations

import os
import sys

import typer

from dateline.commands import archive, boards, desk, evidence, lines, mcp, names, read, run, watch
from dateline.errors import DatelineError

app = typer.Typer(
    name="dateline",
    help="Reads news pages and lays out sourced story dossiers.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    # Plain help: drawing it costs more than the command is allowed to take.
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
read.register(app)
lines.register(app)
boards.register(app)
archive.register(app)
names.register(app)
evidence.register(app)
watch.register(app)
run.register(app)
desk.register(app)
mcp.register(app)


@app.callback()
def common(
    debug: bool = typer.Option(False, "--debug", help="Show a traceback when something breaks."),
    version: bool = typer.Option(False, "--version", "-V", help="Print the version and exit."),
) -> None:
    """Reads news pages and lays out sourced story dossiers."""


def answered(words: list[str]) -> int:
    """Run one command and return its exit code; no traceback is shown without ``--debug``."""
    # --debug is accepted anywhere on the line: people add it to the end of a failed command.
    debug = "--debug" in words
    if debug:
        os.environ["DATELINE_DEBUG"] = "1"
    words = [word for word in words if word != "--debug"]
    try:
        app(words)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    except KeyboardInterrupt:
        print("dateline: stopped.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        # The reader of our output has gone (``dateline … | head``): that is no error.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except DatelineError as error:
        if debug:
            raise
        print(f"dateline: {error}", file=sys.stderr)
        return 1
    except Exception as error:
        if debug:
            raise
        print(
            f"dateline: something unexpected went wrong ({type(error).__name__}: {error}). "
            "Run the same command with --debug for the details, and please report it.",
            file=sys.stderr,
        )
        return 1
    return 0
