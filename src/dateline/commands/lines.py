"""``annotate``, ``page``, ``compare`` and ``group``: JSON Lines in, JSON Lines out."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.commands.read import Method, ModelName, StatementMethod, Workers

InputFile = Annotated[
    str, typer.Argument(metavar="[FILE|-]", help="JSON Lines; - is standard input.")
]


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    app.command("annotate")(annotate)
    app.command("page")(page)
    app.command("compare")(compare)
    app.command("group")(group)


def annotate(
    source: InputFile = "-",
    model: ModelName = None,
    statements: StatementMethod = Method.MODEL,
    workers: Workers = 0,
) -> None:
    """Read running texts: {"id", "text", "published"?} a line → one Reading a line, same order."""
    from dateline.commands.jsonlines import TextLine, records_in, write_line
    from dateline.commands.shared import exit_code, noted_failures, progress_on_terminal
    from dateline.intake.tally import Tally
    from dateline.pipeline import readings_of_tasks
    from dateline.reading.layers import Settings, Task
    from dateline.text import Passage

    tally = Tally()
    tasks = (
        Task(id=line.id, passage=Passage.of_text(line.text), published=line.published)
        for line in records_in(source, TextLine, tally)
    )
    settings = Settings(model=model, statements=statements.value)
    with progress_on_terminal("reading") as progress:
        for done, reading in enumerate(readings_of_tasks(tasks, settings, workers=workers), 1):
            write_line(reading)
            noted_failures(reading, tally)
            progress(done, None)
    raise typer.Exit(exit_code(tally))


def page(
    sources: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FILE|-]…", help="JSON Lines, or pages as files."),
    ] = None,
) -> None:
    """Tell the article from the page: headline, authors, date, body and, for lines, labels.

    A line is {"id", "html" or "text" or "lines", "url"?, "published"?}.
    """
    from dateline.commands.jsonlines import PageLine, is_json_lines, records_in, write_line
    from dateline.commands.shared import exit_code
    from dateline.errors import InputError
    from dateline.intake.fields import fields_of, fields_of_record
    from dateline.intake.sources import pages_of_all
    from dateline.intake.tally import Tally

    tally = Tally()
    for source in sources or ["-"]:
        if is_json_lines(source):
            for line in records_in(source, PageLine, tally):
                try:
                    write_line(fields_of_record(line))
                except InputError as error:
                    tally.add(error)
        else:
            for found in pages_of_all([source], tally):
                write_line(fields_of(found, id=found.path or found.id))
    raise typer.Exit(exit_code(tally))


def compare(source: InputFile = "-", model: ModelName = None) -> None:
    """Set figures side by side: {"id", "reports": […]} a line → {"id", "figures": rows} a line.

    A report is {"id", "text", "headline"?, "outlet"?, "published"?}.
    """
    from dateline.commands.jsonlines import ComparedLine, StoryLine, records_in, write_line
    from dateline.commands.shared import exit_code, progress_on_terminal
    from dateline.intake.tally import Tally
    from dateline.pipeline import compared
    from dateline.reading.layers import Settings

    tally = Tally()
    stories = list(records_in(source, StoryLine, tally))
    with progress_on_terminal("comparing") as progress:
        for number, story in enumerate(stories):
            rows = compared(story.reports, Settings(model=model))
            write_line(ComparedLine(id=story.id, figures=rows))
            progress(number + 1, len(stories))
    raise typer.Exit(exit_code(tally))


def group(source: InputFile = "-") -> None:
    """Group reports into stories: {"id", "published", "title", "text"} a line → {"id", "story"}.

    Reports are taken, and printed, in order of publication.
    """
    from dateline.commands.jsonlines import GroupedLine, records_in, write_line
    from dateline.commands.shared import exit_code
    from dateline.intake.tally import Tally
    from dateline.story.grouping import Grouper, Item, in_order

    tally = Tally()
    grouper = Grouper()
    for item in in_order(records_in(source, Item, tally)):
        write_line(GroupedLine(id=item.id, story=grouper.place(item).story))
    raise typer.Exit(exit_code(tally))
