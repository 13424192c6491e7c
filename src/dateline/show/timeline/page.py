"""A timeline as one self-contained HTML file with a drawing that zooms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from importlib import resources

from dateline.records import TimelineEntry
from dateline.show.timeline.drawing import drawing_of
from dateline.show.timeline.lines import (
    entry_key,
    remarks_of,
    reports_of,
    when_of,
    words_at,
)


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
        parts += [_bar(timeline, agenda), drawing]
    for style, heading, section in (
        ("past", "What happened", timeline),
        ("agenda", "What is to come", agenda),
    ):
        if section:
            items = "".join(_item(entry, texts) for entry in section)
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


def _item(entry: TimelineEntry, texts: Mapping[str, str]) -> str:
    stamp = f' datetime="{escape(entry.from_)}"' if entry.from_ else ""
    remarks = "".join(
        f' <i class="tag{" differ" if words.startswith("dates differ") else ""}">'
        f"{escape(words)}</i>"
        for words in remarks_of(entry)
    )
    style = " ".join(
        name for name, has in (("differ", entry.conflict), ("over", entry.superseded)) if has
    )
    sources = escape(", ".join(reports_of(entry)))
    return (
        f'<li class="{style}" data-entry="{escape(entry_key(entry))}">'
        f"<time{stamp}>{escape(when_of(entry))}</time> "
        f'<div><span class="said">{escape(words_at(entry.span, texts))}</span>{remarks} '
        f'<small data-page="{escape(entry.span.page)}" data-start="{entry.span.start}" '
        f'data-end="{entry.span.end}">{sources}</small></div></li>'
    )
