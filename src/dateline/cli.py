"""The command line: parses words, calls the library, says what went wrong."""

from __future__ import annotations

import sys

from dateline import __version__


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit: 0 all read, 1 some input not read, 2 usage."""
    words = sys.argv[1:] if arguments is None else arguments
    # Answered before anything is imported: scripts ask for the version often.
    if words in (["--version"], ["-V"]):
        print(f"dateline {__version__}")
        raise SystemExit(0)
    try:
        from dateline.commands.app import answered

        code = answered(words)
    except KeyboardInterrupt:
        code = 130
    raise SystemExit(code)


if __name__ == "__main__":
    main()
