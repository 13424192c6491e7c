"""A timeline as one self-contained HTML file with a drawing that zooms."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from importlib import resources

from dateline.records import PageSpan, ReadReport, TimelineEntry
from dateline.show.dates import day_label
from dateline.show.links import text_fragment
from dateline.show.timeline.drawing import drawing_of
from dateline.show.timeline.lines import (
    Reads,
    entry_key,
    happening_line,
    remarks_of,
)
from dateline.show.views import outlet_of, words_of
from dateline.text import Span


def _asset(name: str) -> str:
    return resources.files(__package__).joinpath("assets", name).read_text("utf-8")


def timeline_html(
    timeline: Sequence[TimelineEntry],
    agenda: Sequence[TimelineEntry],
    reads: Reads,
    *,
    title: str = "Timeline",
    whole: bool = True,
) -> str:
    """Return a timeline and agenda as HTML: the drawing, then the same entries as lists.

    ``whole`` False gives the part that goes inside another page's body, style and script included.
    """
    drawing = drawing_of(timeline, agenda, reads)
    parts = [f"<style>{_asset('timeline.css')}</style>", '<section class="dateline-timeline">']
    parts.append(f"<h1>{escape(title)}</h1>")
    if drawing:
        parts += [_bar(timeline, agenda), drawing]
    for style, heading, section in (
        ("past", "What happened", timeline),
        ("agenda", "What is to come", agenda),
    ):
        if section:
            items = "".join(_item(entry, reads) for entry in section)
            parts.append(f'<h2>{heading}</h2><ol class="{style}">{items}</ol>')
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
        f"<title>{escape(title)}</title><style>body{{margin:0}}</style></head><body>\n{body}\n</body></html>\n"
    )


def _bar(timeline: Sequence[TimelineEntry], agenda: Sequence[TimelineEntry]) -> str:
    """Return the key of the drawing and the buttons that zoom, which wait for the script."""
    keys = [
        (bool(timeline), "", "happened"),
        (bool(agenda), " ahead", "to come"),
        (any(entry.conflict for entry in (*timeline, *agenda)), " differ", "dates differ"),
    ]
    shown = "".join(f'<span class="key{style}">{words}</span>' for has, style, words in keys if has)
    buttons = "".join(
        f'<button type="button" data-zoom="{how}">{words}</button>'
        for how, words in (("in", "Closer"), ("out", "Wider"), ("all", "All"))
    )
    return (
        f'<div class="bar">{shown}<span>empty stretches are drawn shorter</span>'
        f'<p class="controls" hidden>{buttons}</p></div>'
    )


def _item(entry: TimelineEntry, reads: Reads) -> str:
    line = happening_line(entry, reads)
    stamp = f' datetime="{escape(entry.from_)}"' if entry.from_ else ""
    remarks = "".join(
        f' <i class="tag{" differ" if words.startswith("dates differ") else ""}">'
        f"{escape(words)}</i>"
        for words in remarks_of(line)
    )
    style = " ".join(
        name for name, has in (("differ", entry.conflict), ("over", entry.superseded)) if has
    )
    sources = "<br>".join(_source(at, reads[at.report]) for at in line.told)
    return (
        f'<li class="{style}" data-entry="{escape(entry_key(entry))}">'
        f"<time{stamp}>{escape(line.when)}</time> "
        f'<div><span class="said">{escape(line.words)}</span>{remarks} '
        f"<small>{sources}</small></div></li>"
    )


def _source(at: PageSpan, read: ReadReport) -> str:
    """Return which report tells it and where, as a link where its page is public."""
    report, words = read.report, Span(at.start, at.end)
    name = escape(f"{outlet_of(report)}, {day_label(report.published)}")
    if address := text_fragment(report.url, words_of(read.text, [words])):
        name = f'<a href="{escape(address)}" rel="noreferrer noopener">{name}</a>'
    return f"{name} · {escape(at.report)} {at.start}–{at.end}"
