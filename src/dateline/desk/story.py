"""The story page: everything the reports of one story say, each line one click from its words."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dateline.desk.laidout import Speaker, folded, lead_of, named_in, speakers_of
from dateline.desk.lines import StoryLines
from dateline.desk.rendering import count, page_response, place_url
from dateline.desk.state import desk_of
from dateline.desk.visits import since_of
from dateline.records import DossierSet, FigureRow, TimelineEntry
from dateline.show.document import document_of, json_of
from dateline.show.evidence import write_evidence
from dateline.show.html import html_of
from dateline.show.map import map_drawing
from dateline.show.markdown import markdown_of
from dateline.show.rows import reason_of
from dateline.show.timeline.drawing import drawing_of
from dateline.show.timeline.ical import agenda_ical
from dateline.show.timeline.lines import happening_line
from dateline.show.views import reads_of

_TO_MERGE = 60


def story(request: Request) -> Response:
    """Show a story."""
    desk = desk_of(request)
    file = desk.archive.story(request.path_params["story"])
    dossier, kept = desk.archive.laid_out(file)
    if not kept:
        desk.laying_out.keep(dossier, file.change)
    reads = {read.report.id: read for read in file.reads}
    foremost = sorted(dossier.places, key=lambda place: -len(place.members))
    folds = folded(file.reads, file.story.placements)
    since = since_of(request)
    new = {
        read.report.id
        for read, added in zip(file.reads, file.added, strict=True)
        if since is not None and added >= since
    }
    # To who has never seen any of it nothing stands out.
    lines = StoryLines(reads, frozenset(new if len(new) < len(reads) else ()))
    speakers = speakers_of(dossier, reads)
    return page_response(
        request,
        "story.html",
        title=file.summary.headline or "Story",
        story=file.summary,
        lead=lead_of(file.reads, [fold.read.report.id for fold in folds]),
        folds=folds,
        reads=reads,
        speakers=speakers,
        compared=[row for row in dossier.figures if row.verdict != "single"],
        single=[row for row in dossier.figures if row.verdict == "single"],
        timeline_drawing=drawing_of(dossier.timeline, dossier.agenda, reads),
        timeline=dossier.timeline,
        next=(next_ := _next(dossier.agenda, desk.archive.now()[:10])),
        next_line=happening_line(next_, reads) if next_ else None,
        agenda=dossier.agenda,
        people=named_in(dossier, reads),
        organisations=dossier.organisations,
        places=dossier.places,
        map_drawing=map_drawing(foremost, href=lambda place: place_url(place.name)),
        others=[
            (id, headline)
            for id, headline in desk.archive.newest_headlines(_TO_MERGE)
            if id != file.summary.id
        ],
        lines=lines,
        reason_of=reason_of,
        since=since,
        fresh=_fresh(lines, speakers, dossier.figures) if lines.new else (),
    )


def _next(agenda: Sequence[TimelineEntry], today: str) -> TimelineEntry | None:
    """Return what is due next; a date that no longer holds is not due."""
    return next(
        (
            entry
            for entry in agenda
            if entry.from_ and entry.from_[:10] >= today and not entry.superseded
        ),
        None,
    )


def _fresh(
    lines: StoryLines, speakers: Sequence[Speaker], rows: Sequence[FigureRow]
) -> tuple[tuple[str, str], ...]:
    """Return what is new, section by section: where it is, and how much."""
    said = sum(lines.is_new(one) for who in speakers for one in (*who.said, *who.stances))
    moved = sum(lines.moved(row) for row in rows)
    told = (
        ("reports", len(lines.new), "new report", "new reports"),
        ("said", said, "new statement", "new statements"),
        ("figures", moved, "figure they give", "figures they give"),
    )
    return tuple((id, count(number, one, many)) for id, number, one, many in told if number)


def _json(dossiers: DossierSet) -> bytes:
    return json_of(document_of(dossiers)) + b"\n"


def _calendar(dossiers: DossierSet) -> bytes:
    dossier = dossiers.dossiers[0]
    stamp = dossier.story.last or "1970-01-01"
    return agenda_ical(dossier.agenda, reads_of(dossiers), stamp=stamp).encode()


_EXPORTS: dict[str, tuple[str, Callable[[DossierSet], bytes]]] = {
    "json": ("application/json", _json),
    "md": ("text/markdown", lambda dossiers: markdown_of(dossiers).encode()),
    "html": ("text/html", lambda dossiers: html_of(dossiers).encode()),
    "ics": ("text/calendar", _calendar),
}


def export(request: Request) -> Response:
    """Give a story as a file to keep."""
    story_id, format = request.path_params["story"], request.path_params["format"]
    if format not in _EXPORTS:
        raise HTTPException(404)
    kind, made = _EXPORTS[format]
    return Response(
        made(desk_of(request).archive.dossier_set(story_id)),
        media_type=kind,
        headers={"content-disposition": f'attachment; filename="{_file_name(story_id)}.{format}"'},
    )


def evidence(request: Request) -> Response:
    """Give a story with all it rests on: dossier, facts, citations, pages as kept, checksums."""
    archive = desk_of(request).archive
    story_id = request.path_params["story"]
    packed = io.BytesIO()
    write_evidence(
        packed,
        archive.story(story_id),
        archive.dossier_set(story_id),
        info=archive.page_info,
        original=archive.original,
        today=archive.now()[:10],
    )
    name = f"{_file_name(story_id)}-evidence.zip"
    return Response(
        packed.getvalue(),
        media_type="application/zip",
        headers={"content-disposition": f'attachment; filename="{name}"'},
    )


def _file_name(story: str) -> str:
    return "".join(letter if letter.isalnum() else "-" for letter in story)


ROUTES = [
    Route("/story/{story}", story),
    Route("/story/{story}/export/{format}", export),
    Route("/story/{story}/evidence", evidence),
]
