"""The application: all commands in one place, and one way to end."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import typer
from typer.core import TyperGroup

from dateline.commands import archive, boards, desk, evidence, lines, mcp, names, read, run, watch
from dateline.errors import DatelineError


class _Commands(TyperGroup):
    """Ends as Dateline's commands do where Typer would end in its own way, without a word."""

    def invoke(self, ctx: Any) -> Any:
        with _ended_well():
            return super().invoke(ctx)


@contextmanager
def _ended_well() -> Iterator[None]:
    """End the program, in the way people expect, at Ctrl+C and where nobody reads its output."""
    try:
        yield
    except BrokenPipeError:
        # The reader of our output has gone (``dateline … | head``): that is no error. What is
        # still to be written would be told of as Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(0) from None
    except KeyboardInterrupt:
        print("dateline: stopped.", file=sys.stderr)
        raise SystemExit(130) from None


app = typer.Typer(
    name="dateline",
    cls=_Commands,
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
    _speak_utf8()
    end = SystemExit(0)
    try:
        with _ended_well():
            app(words)
    except SystemExit as stop:
        end = stop
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
    return _flushed(end)


def _flushed(end: SystemExit) -> int:
    try:
        with _ended_well():
            sys.stdout.flush()
    except SystemExit as other:
        end = other
    return end.code if isinstance(end.code, int) else 0


def _speak_utf8() -> None:
    """Print UTF-8 to files and programs whatever the locale, and what a terminal cannot show as ?.

    What is written to a file with ``-o`` is UTF-8 too.
    """
    for stream in (sys.stdout, sys.stderr):
        if not isinstance(stream, io.TextIOWrapper):
            continue
        if stream.isatty():
            stream.reconfigure(errors="replace")
        else:
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
