"""``dateline evidence``: a story and all it rests on, to hand over as one file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dateline.commands.archive import Place, opened


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command()(evidence)


def evidence(
    story_id: Annotated[str, typer.Argument(metavar="ID", help="The story's id.")],
    archive: Place = None,
    out: Annotated[
        Path | None,
        typer.Option("-o", "--out", help="ZIP file to write to; by default named by the story."),
    ] = None,
) -> None:
    """Pack a story with its pages as kept, citations and checksums into one ZIP file (BagIt)."""
    from dateline.files import STANDARD_OUTPUT, checked_output, written
    from dateline.show.bags import file_name
    from dateline.show.evidence import write_evidence

    path = out or Path(file_name(f"{story_id}-evidence") + ".zip")
    checked_output(path)
    with opened(archive) as kept:
        file, dossiers = kept.story(story_id), kept.dossier_set(story_id)
        with written(path) as stream:
            write_evidence(
                stream,
                file,
                dossiers,
                info=kept.page_info,
                original=kept.original,
                today=kept.now()[:10],
            )
    if path != STANDARD_OUTPUT:
        print(path)
