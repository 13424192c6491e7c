"""The lines that a story's page has by the hundred, every value escaped.

They are functions, not macros of its template, as those of `rendering` are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup, escape

from dateline.desk.laidout import Speaker, Spoken
from dateline.desk.rendering import (
    cite,
    count,
    day,
    organisation_url,
    person_url,
    report_url,
    words_url,
)
from dateline.records import FigureEntry, ReadReport, Report, TimelineEntry
from dateline.show.views import entry_line, happening_line, outlet_of

_AT_FIRST = 4
"""How many statements of a speaker stand open."""
_MOST_COPIES = 6


def figure_line(entry: FigureEntry, reads: Mapping[str, ReadReport], measure: str = "") -> Markup:
    """Return a figure with its words and whose they are; ``measure`` where no row tells it."""
    line = entry_line(entry, reads)
    told = f"{escape(measure)}: " if measure else ""
    notes = [", ".join(line.basis)] if line.basis else []
    notes += [line.outlet, "copy"] if line.copy and not measure else [line.outlet]
    return Markup(
        f'<li><b class="value">{escape(line.value)}</b> {told}'
        f"{cite(line.report, [line.span], line.words)} "
        f'<span class="role">{escape(" · ".join(notes))}</span></li>'
    )


def happening(
    entry: TimelineEntry, texts: Mapping[str, str], reads: Mapping[str, ReadReport]
) -> Markup:
    """Return what happens when, with what is uncertain of it and who else tells of it."""
    line = happening_line(entry, texts)
    tags = [_tag(line.status)] if line.status != "past" else []
    tags += [_tag("someone says so")] if entry.claimed else []
    tags += [_tag("dated by the report's day")] if entry.by_dateline else []
    tags += ['<i class="tag differ">dates differ</i>'] if line.conflict else []
    if line.sources > 1:
        sources = ", ".join(
            _outlet_link(words_url(source), reads[source.report].report)
            for source in entry.sources
            if source.report in reads
        )
        tags.append(f'<span class="role">{sources}</span>')
    moment = f' datetime="{escape(entry.from_)}"' if entry.from_ else ""
    return Markup(
        f"<li><time{moment}>{escape(line.when)}</time>\n"
        f"<span>{cite(line.report, [line.span], line.words)}\n{''.join(tags)}</span></li>"
    )


def speaker_group(speaker: Speaker) -> Markup:
    """Return a speaker with all that they say, and what others tell of their plans."""
    name = escape(speaker.name)
    if speaker.kind != "words":
        url = person_url if speaker.kind == "person" else organisation_url
        name = Markup(f'<a href="{escape(url(speaker.name))}">{name}</a>')
    known = speaker.name.casefold()
    roles = "".join(
        f' <span class="role">{escape(role)}</span>'
        for role in speaker.roles
        if role.casefold() not in known
    )
    unsure = " unsure" if speaker.kind == "words" else ""
    set_right = f" {_tag('named by hand')}" if speaker.by_hand else ""
    parts = [
        f'<div class="speaker-group">\n<h3 class="speaker{unsure}">{name}{set_right}{roles}</h3>\n'
    ]
    if speaker.said:
        parts.append(_statements(speaker.said[:_AT_FIRST]))
    more = len(speaker.said) - _AT_FIRST
    if more > 0:
        told = count(more, "more statement", "more statements")
        parts.append(_folded(told, speaker.said[_AT_FIRST:]))
    if speaker.stances:
        told = count(len(speaker.stances), "stance or plan", "stances and plans")
        parts.append(_folded(told, speaker.stances))
    return Markup("".join(parts) + "</div>\n")


def _folded(told: str, statements: Sequence[Spoken]) -> str:
    return f"<details><summary>{told}</summary>{_statements(statements)}</details>"


def _statements(statements: Sequence[Spoken]) -> str:
    return f'<ul class="statements">{"".join(map(_statement, statements))}</ul>'


def _statement(spoken: Spoken) -> str:
    line, report = spoken.line, spoken.read.report
    notes = [_outlet_and_day(report)]
    if line.via:
        notes.insert(0, f"via {escape(line.via)}")
    if line.cue:
        notes.insert(0, f'<span class="cue">{escape(line.cue)}</span>')
    notes[-1] += f" {_tag(line.polarity)}" if line.polarity != "asserts" else ""
    notes[-1] += f" {_tag('paraphrase')}" if line.style == "indirect" else ""
    if line.candidates and not line.named:
        notes.append(f"one of: {escape(', '.join(line.candidates))}")
    also = f" · also in {_copies(spoken)}" if spoken.copies else ""
    return (
        f'<li class="{escape(line.style)}">\n'
        f'<p class="content">{cite(report.id, line.spans, line.content)}</p>\n'
        f'<p class="role">{" · ".join(notes)}{also}</p>\n</li>\n'
    )


def _copies(spoken: Spoken) -> str:
    links = [
        _outlet_link(report_url(copy.report.id, line.spans[0].start), copy.report)
        + (" (cut otherwise)" if line.content != spoken.line.content else "")
        for copy, line in spoken.copies[:_MOST_COPIES]
    ]
    more = len(spoken.copies) - _MOST_COPIES
    return ", ".join(links) + (f" and {more} more" if more > 0 else "")


def _outlet_and_day(report: Report) -> str:
    return f"{escape(outlet_of(report))}, {day(report.published)}"


def _outlet_link(address: str, report: Report) -> str:
    return f'<a href="{escape(address)}">{escape(outlet_of(report))}</a>'


def _tag(word: str) -> str:
    return f'<i class="tag">{escape(word)}</i>'
