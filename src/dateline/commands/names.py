"""``same``, ``apart`` and ``call``: names of the archive set right by hand."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.commands.archive import Place, opened

if TYPE_CHECKING:
    from dateline.archive.edits import Edited


class Kind(enum.StrEnum):
    """What a name is of."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"


OfKind = Annotated[Kind, typer.Option("--kind", help="What the names are of.")]
Name = Annotated[str, typer.Argument(metavar="NAME", help="In full, as `who` shows it.")]


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    for command in (same, apart, call):
        app.command(command.__name__)(command)


def same(
    names: Annotated[
        list[str], typer.Argument(metavar="NAME NAME…", help="In full, as `who` shows them.")
    ],
    kind: OfKind = Kind.PERSON,
    archive: Place = None,
) -> None:
    """Make one of several names of a kind; the first is shown."""
    from dateline.archive.edits import Same

    with opened(archive) as kept:
        done = kept.edit(Same(kind=kind.value, names=tuple(names)))
    _tell(_all(done), done)


def apart(name: Name, kind: OfKind = Kind.PERSON, archive: Place = None) -> None:
    """Let a name that was made one with others stand for itself again."""
    from dateline.archive.edits import Apart

    with opened(archive) as kept:
        done = kept.edit(Apart(kind=kind.value, name=name))
    _tell(f"{name} stands for itself again", done)


def call(
    name: Name,
    shown: Annotated[
        str, typer.Argument(metavar="[WORDS]", help="How to show it; nothing goes back.")
    ] = "",
    kind: OfKind = Kind.PERSON,
    archive: Place = None,
) -> None:
    """Show a person, organisation or place by words of your own."""
    from dateline.archive.edits import Call

    words = " ".join(shown.split()) or None
    with opened(archive) as kept:
        done = kept.edit(Call(kind=kind.value, name=name, called=words))
    _tell(_all(done), done)


def _all(done: Edited) -> str:
    shown, *others = done.names
    return f"{shown} (also {', '.join(others)})" if others else shown


def _tell(what: str, done: Edited) -> None:
    from dateline.commands.listings import counted

    print(f"{what}: in {counted(len(done.stories), 'story', 'stories')}")
