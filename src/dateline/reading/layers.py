"""All reading layers over one parse: a passage in, a Reading out.

A Reading is a pure function of the passage, the publication date and the settings: no clock, no
file and no network is touched here (the language model and the packaged tables are loaded once).
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Literal

from dateline.reading.figures import figures_in
from dateline.reading.habits import day_first_of, timezone_of
from dateline.reading.happenings import happenings_in
from dateline.reading.language import language_of, unread
from dateline.reading.model import language, model_name, parses
from dateline.reading.names import names_in
from dateline.reading.rebase import rebased
from dateline.reading.statements import statements_in
from dateline.reading.table import Table
from dateline.reading.times import times_in
from dateline.records import Note, Reading, Record
from dateline.text import Passage, without_entities

if TYPE_CHECKING:
    from spacy.tokens import Doc

READ_LANGUAGES = ("en",)
"""The languages the reading layers know."""

MAX_CHARACTERS = 400_000
"""The longest report that is read; a parse needs about 10 KB of memory a character."""


class Settings(Record, frozen=True, kw_only=True):
    """What a user may choose about reading; part of what determines a Reading."""

    model: str | None = None
    """Package name or folder of the language model; None takes the packaged one."""
    statements: Literal["model", "rules"] = "model"


class Task(Record, frozen=True, kw_only=True):
    """One passage to read: its report's id, publication date and what is known of its origin."""

    id: str
    passage: Passage
    published: str | None = None
    language: str | None = None
    place: str | None = None
    """The place of its dateline, by whose clock it goes."""
    url: str | None = None
    """Its address, whose country shows whether dates are written with the day first."""


def _reading(task: Task, doc: Doc, settings: Settings, model: str) -> Reading:
    passage = task.passage
    table = Table(doc, passage)
    names = names_in(doc, passage, table=table)
    times = times_in(
        without_entities(passage.text),
        task.published,
        day_first=day_first_of(task.url),
        timezone=timezone_of(task.place, (place.name for place in names.places)),
    )
    statements = statements_in(doc, passage, names, method=settings.statements, table=table)
    figures = figures_in(doc, passage, times=times, statements=statements, names=names, table=table)
    happenings = happenings_in(doc, passage, times, names, statements, task.published, table=table)
    return Reading(
        id=task.id,
        statements=statements,
        figures=figures,
        times=times,
        people=names.people,
        organisations=names.organisations,
        places=names.places,
        happenings=happenings,
        model=model,
    )


def readings_of(tasks: Iterable[Task], settings: Settings | None = None) -> Iterator[Reading]:
    """Yield the Reading of each task, in order, with offsets of the page the passage comes from.

    A passage in a language the layers do not know, or without a word, gets a Reading that says so
    in a note and holds nothing else. Raises SetupError when no language model is installed.
    """
    settings = settings or Settings()
    pending: list[Task] = []
    for task in tasks:
        pending.append(task)
        if len(pending) == _BATCH:
            yield from _batch(pending, settings)
            pending = []
    yield from _batch(pending, settings)


_BATCH = 64


def _batch(tasks: list[Task], settings: Settings) -> Iterator[Reading]:
    refusals = [_refusal(task) for task in tasks]
    wanted = [task for task, refusal in zip(tasks, refusals, strict=True) if refusal is None]
    docs: Iterator[Doc] = iter(())
    model = ""
    if wanted:
        nlp = language(settings.model)
        model = model_name(nlp)
        docs = parses((task.passage for task in wanted), nlp)
    for task, refusal in zip(tasks, refusals, strict=True):
        if refusal is not None:
            yield refusal
        else:
            yield _read(task, next(docs), settings, model)


def _read(task: Task, doc: Doc, settings: Settings, model: str) -> Reading:
    """Read one passage; a fault in a layer costs that passage alone, and is said."""
    try:
        return rebased(_reading(task, doc, settings, model), task.passage)
    except Exception as error:
        if os.environ.get("DATELINE_DEBUG"):
            raise
        text = f"not read: a fault in a reading layer ({type(error).__name__}: {error})"
        return Reading(id=task.id, notes=(Note(code="not-read-error", text=text),))


def _refusal(task: Task) -> Reading | None:
    """Return the empty Reading of a passage that is not to be read, else None."""
    if not task.passage.blocks:
        return Reading(id=task.id)
    if len(task.passage.text) > MAX_CHARACTERS:
        text = f"not read: longer than {MAX_CHARACTERS:,} characters"
        return Reading(id=task.id, notes=(Note(code="not-read-length", text=text),))
    code = task.language or language_of(task.passage.text)
    if code is not None and code not in READ_LANGUAGES:
        return Reading(id=task.id, notes=(unread(code),))
    return None
