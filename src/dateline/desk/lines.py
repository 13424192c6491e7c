"""The lines that a story's page has by the hundred, every value escaped.

They are made by functions, not by macros of its template, as those of `rendering` are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from markupsafe import Markup, escape

from dateline.desk.laidout import Speaker, Spoken
from dateline.desk.rendering import (
    count,
    day,
    link_to,
    organisation_url,
    person_url,
    place_url,
    words_url,
)
from dateline.records import FigureRow, ReadReport, Report, StoryPlace, TimelineEntry
from dateline.show.board.drawing import row_drawing
from dateline.show.rows import EntryLine, entry_line, entry_lines
from dateline.show.timeline.lines import happening_line
from dateline.show.views import country_of, outlet_of

_AT_FIRST = 4
"""How many statements of a speaker stand open."""
_MOST_COPIES = 6
_NEW = ' <i class="tag new">new</i>'


@lru_cache(maxsize=8192)
def _safe(words: str) -> str:
    """Return words that a page has again and again, outlets and tags, escaped."""
    return str(escape(words))


class StoryLines(NamedTuple):
    """The lines of one story."""

    reads: Mapping[str, ReadReport]
    new: frozenset[str]
    """The reports that are new to who looks."""

    def row(self, row: FigureRow) -> tuple[Markup, Markup]:
        """Return the figures of a row: drawn, empty without numbers, and as a list."""
        shown = entry_lines(row, self.reads)
        drawing = row_drawing(row, self.reads, href=_words_of, shown=shown)
        return Markup(drawing), Markup("".join([self._figure(line) for _, line in shown]))

    def singles(self, rows: Sequence[FigureRow]) -> Markup:
        """Return the figures that no other is set beside, with what they measure."""
        return Markup(
            "".join(
                [
                    self._figure(entry_line(entry, self.reads), row.measure)
                    for row in rows
                    for entry in row.entries
                ]
            )
        )

    def _figure(self, line: EntryLine, measure: str = "") -> str:
        told = f"{_safe(measure)}: " if measure else ""
        basis = f"{_safe(', '.join(line.basis))} · " if line.basis else ""
        return (
            f'<li><b class="value">{_safe(line.value)}</b> {told}'
            f"{link_to(line.report, line.spans, line.words)} "
            f'<span class="role">{basis}{_safe(line.source)}</span>'
            f"{_NEW if line.report in self.new else ''}</li>"
        )

    def moved(self, row: FigureRow) -> bool:
        """Tell whether a new report has a figure of a row."""
        return not self.new.isdisjoint(entry.report for entry in row.entries)

    def happening(self, entry: TimelineEntry) -> Markup:
        """Return what happens when, what is uncertain of it, and which reports tell it."""
        line = happening_line(entry, self.reads)
        tags = [_tag(line.status)] if line.status != "past" else []
        tags += [_tag(words, " differ" if entry.conflict else "") for words in line.doubts]
        moment = f' datetime="{escape(entry.from_)}"' if entry.from_ else ""
        told = [(self.reads[at.report].report, at) for at in line.told if at.report in self.reads]
        sources = ", ".join([_outlet_link(words_url(report.id, at), report) for report, at in told])
        says = f"{_safe(line.claimed)} says so · " if line.claimed else ""
        tags.append(f'<span class="role">{says}{sources}</span>')
        new = self.new and all(at.report in self.new for at in line.told)
        return Markup(
            f"<li><time{moment}>{_safe(line.when)}</time>\n"
            f"<span>{link_to(entry.span.report, [entry.span], line.words)}\n{' '.join(tags)}"
            f"{_NEW if new else ''}</span></li>"
        )

    def places(self, places: Sequence[StoryPlace]) -> Markup:
        """Return places with their countries, each with a link to the words that name it."""
        return Markup(
            "".join(
                [
                    f'<li><a href="{escape(place_url(place.name))}">{_safe(place.name)}</a> '
                    f'<span class="role">{_safe(_country(place))}</span>{self._named(place)}</li>'
                    for place in places
                ]
            )
        )

    def _named(self, place: StoryPlace) -> str:
        """Return a link to the words that name a place, in the first report that does."""
        for report, id in place.members:
            for item in self.reads[report].reading.places if report in self.reads else ():
                if item.id == id and item.mentions:
                    address = words_url(report, *item.mentions)
                    told = f'aria-label="The words that name {_safe(place.name)}"'
                    return f' <a class="fact role" href="{address}" {told}>words</a>'
        return ""

    def speaker(self, speaker: Speaker, id: str) -> Markup:
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
        head = f'<h3 class="speaker{unsure}">{name}{set_right}{roles}</h3>'
        parts = [f'<div class="speaker-group" id="{id}">\n{head}\n']
        if speaker.said:
            parts.append(self._statements(speaker.said[:_AT_FIRST]))
        rest = speaker.said[_AT_FIRST:]
        if rest:
            parts.append(self._folded(count(len(rest), "more statement", "more statements"), rest))
        if speaker.stances:
            told = count(len(speaker.stances), "stance or plan", "stances and plans")
            parts.append(self._folded(told, speaker.stances))
        return Markup("".join(parts) + "</div>\n")

    def is_new(self, spoken: Spoken) -> bool:
        """Tell whether only new reports have a statement."""
        return (
            bool(self.new)
            and spoken.read.report.id in self.new
            and all(copy.report.id in self.new for copy, _ in spoken.copies)
        )

    def _folded(self, told: str, statements: Sequence[Spoken]) -> str:
        new = _NEW if self.new and any(map(self.is_new, statements)) else ""
        return f"<details><summary>{told}{new}</summary>{self._statements(statements)}</details>"

    def _statements(self, statements: Sequence[Spoken]) -> str:
        return f'<ul class="statements">{"".join(map(self._statement, statements))}</ul>'

    def _statement(self, spoken: Spoken) -> str:
        line, report = spoken.line, spoken.read.report
        notes = [f'<span class="cue">{_safe(line.cue)}</span>'] if line.cue else []
        notes += [f"via {escape(line.via)}"] if line.via else []
        # In a story of one report every line would name the same one.
        notes += [_outlet_and_day(report)] if len(self.reads) > 1 else []
        if line.candidates and not line.named:
            notes.append(f"one of: {escape(', '.join(line.candidates))}")
        tags = f" {_tag(line.polarity)}" if line.polarity != "asserts" else ""
        tags += f" {_tag('paraphrase')}" if line.style == "indirect" else ""
        tags += _NEW if self.is_new(spoken) else ""
        also = f" · also in {_copies(spoken)}" if spoken.copies else ""
        return (
            f'<li class="{line.style}">\n'
            f'<p class="content">{link_to(report.id, line.spans, line.content)}</p>\n'
            f'<p class="role">{" · ".join(notes)}{tags}{also}</p>\n</li>\n'
        )


def _country(place: StoryPlace) -> str:
    by_hand = "named by hand" if place.by_hand else ""
    return ", ".join(part for part in (country_of(place), by_hand) if part)


def _words_of(line: EntryLine) -> str:
    return words_url(line.report, *line.spans)


def _copies(spoken: Spoken) -> str:
    links = [
        _outlet_link(words_url(copy.report.id, *line.spans), copy.report)
        + (" (cut otherwise)" if line.content != spoken.line.content else "")
        for copy, line in spoken.copies[:_MOST_COPIES]
    ]
    more = len(spoken.copies) - _MOST_COPIES
    return ", ".join(links) + (f" and {more} more" if more > 0 else "")


def _outlet_and_day(report: Report) -> str:
    return f"{_safe(outlet_of(report))}, {day(report.published)}"


def _outlet_link(address: str, report: Report) -> str:
    return f'<a href="{address}">{_safe(outlet_of(report))}</a>'


def _tag(words: str, style: str = "") -> str:
    return f'<i class="tag{style}">{_safe(words)}</i>'
