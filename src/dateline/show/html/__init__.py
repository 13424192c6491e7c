"""A dossier set as one self-contained HTML file: facts on one side, the source on the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from markupsafe import Markup

from dateline.records import DossierSet, PageSpan, ReadReport, StoryPlace
from dateline.show import views
from dateline.show.board.drawing import row_drawing
from dateline.show.html.segments import parts_of
from dateline.show.links import text_fragment
from dateline.show.map import map_drawing
from dateline.show.packaged import asset, script_hash, templates
from dateline.show.rows import entry_lines, reason_of
from dateline.show.timeline.drawing import drawing_of
from dateline.show.timeline.lines import happening_line, outlets_of, remarks_of
from dateline.text import Span


def cited(page: str, spans: Iterable[Span]) -> str:
    """Return the spans in the form the page's script reads: ``page:start-end`` apart by blanks."""
    return " ".join(f"{page}:{span.start}-{span.end}" for span in spans)


def _spans_of_entry(spans: Iterable[PageSpan]) -> str:
    return " ".join(f"{span.page}:{span.start}-{span.end}" for span in spans)


def _named_at(place: StoryPlace, reads: Mapping[str, ReadReport]) -> tuple[PageSpan, ...]:
    """Return where the reports of a story name a place."""
    return tuple(
        PageSpan(page=reads[report].page, report=report, start=span.start, end=span.end)
        for report, id in place.members
        for item in reads[report].reading.places
        if item.id == id
        for span in item.mentions
    )


def _map(places: Sequence[StoryPlace], reads: Mapping[str, ReadReport]) -> Markup:
    named = {place.id: _named_at(place, reads) for place in places}
    foremost = sorted(places, key=lambda place: -len(place.members))
    return Markup(
        map_drawing(
            foremost,
            href=lambda place: "".join(f"#{at.page}-{at.start}" for at in named[place.id][:1]),
            cited=lambda place: _spans_of_entry(named[place.id]),
        )
    )


def html_of(dossiers: DossierSet) -> str:
    """Return the dossier set as one HTML document that loads nothing from anywhere.

    All page text is escaped, and the content security policy allows the file's own script alone.
    """
    script = asset("dossier.js")
    readings = {reading.id: reading for reading in dossiers.readings}
    shared = [item for item in dossiers.dossiers if len(item.story.reports) > 1]
    sources = {
        page.id: parts_of(page, [readings[report.id] for report in page.reports])
        for page in dossiers.pages
    }
    return (
        templates()
        .get_template("dossier.html")
        .render(
            Span=Span,
            views=views,
            text_fragment=text_fragment,
            cited=cited,
            anchor=lambda page, start: f"{page}-{start}",
            fact_url=lambda fact: f"#{fact.id}",
            spans_of_entry=_spans_of_entry,
            row_drawing=lambda row, reads: Markup(row_drawing(row, reads)),
            drawing_of=lambda past, ahead, reads: Markup(drawing_of(past, ahead, reads)),
            entry_lines=entry_lines,
            reason_of=reason_of,
            happening_line=happening_line,
            remarks_of=remarks_of,
            outlets_of=outlets_of,
            named_at=_named_at,
            map_of=_map,
            style=Markup(asset("dossier.css")),
            script=Markup(script),
            script_hash=script_hash(script),
            pages=dossiers.pages,
            grouped=[
                (name, list(group)) for name, group in groupby(dossiers.pages, key=views.name_of)
            ],
            stories=shared,
            reads=views.reads_of(dossiers),
            sources=sources,
            models=views.models_of(dossiers),
            title=_title(dossiers),
        )
    )


def _title(dossiers: DossierSet) -> str:
    headlines = [item.story.headline for item in dossiers.dossiers if item.story.headline]
    headlines += [
        report.headline for page in dossiers.pages for report in page.reports if report.headline
    ]
    return headlines[0] if headlines else "Dossier"
