"""A timeline as one self-contained HTML file with a drawing that zooms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from importlib import resources

from dateline.records import TimelineEntry
from dateline.show.timeline.drawing import drawing_of
from dateline.show.timeline.lines import remarks_of, reports_of, when_of, words_at


def _asset(name: str) -> str:
    return resources.files(__package__).joinpath("assets", name).read_text("utf-8")


def timeline_html(
    timeline: Sequence[TimelineEntry],
    agenda: Sequence[TimelineEntry],
    texts: Mapping[str, str],
    *,
    title: str = "Timeline",
    whole: bool = True,
) -> str:
    """Return a timeline and agenda as HTML: the drawing, then the same entries as lists.

    ``whole`` False gives the part that goes inside another page's body, style and script included.
    """
    drawing = drawing_of(timeline, agenda, texts)
    parts = [f"<style>{_asset('timeline.css')}</style>", '<section class="dateline-timeline">']
    parts.append(f"<h1>{escape(title)}</h1>")
    if drawing:
        parts.append(
            '<p class="controls" hidden><button type="button" data-zoom="in">Closer</button> '
            '<button type="button" data-zoom="out">Wider</button> '
            '<button type="button" data-zoom="all">All</button></p>'
        )
        parts.append(drawing)
    for name, section in (("Timeline", timeline), ("Agenda", agenda)):
        if section:
            parts.append(f"<h2>{name}</h2><ol>{''.join(_item(e, texts) for e in section)}</ol>")
    if not timeline and not agenda:
        parts.append("<p>No dated happenings.</p>")
    parts.append("</section>")
    if drawing:
        parts.append(f"<script>{_asset('timeline.js')}</script>")
    body = "\n".join(parts)
    if not whole:
        return body
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title></head><body>\n{body}\n</body></html>\n"
    )


def _item(entry: TimelineEntry, texts: Mapping[str, str]) -> str:
    stamp = f' datetime="{escape(entry.from_)}"' if entry.from_ else ""
    remarks = "".join(f' <i class="tag">{escape(words)}</i>' for words in remarks_of(entry))
    sources = escape(", ".join(reports_of(entry)))
    return (
        f"<li><time{stamp}>{escape(when_of(entry))}</time> "
        f"<span>{escape(words_at(entry.span, texts))}{remarks} "
        f'<small data-page="{escape(entry.span.page)}" data-start="{entry.span.start}" '
        f'data-end="{entry.span.end}">{sources}</small></span></li>'
    )
