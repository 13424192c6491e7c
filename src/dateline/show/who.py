"""What a person said, for the terminal and as Markdown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.records import ReadReport
from dateline.show.markdown import escaped
from dateline.show.views import day_label, outlet_of, statement_line
from dateline.story.who import Said


def _when(read: ReadReport) -> str:
    published = read.report.published
    return day_label(published[:10]) if published else "date not known"


def who_text(said: Sequence[Said], reads: Mapping[str, ReadReport]) -> str:
    """Return every saying with its date and outlet; other outlets' cuts of it are below it."""
    out: list[str] = []
    for item in said:
        variants = [name for name in item.speaker.variants if name != item.speaker.name]
        also = f" (also {', '.join(variants)})" if variants else ""
        out += [f"{item.speaker.name}{also}: {len(item.sayings)} statements"]
        for saying in item.sayings:
            for number, (report, index) in enumerate(
                ((saying.report, saying.index), *saying.copies)
            ):
                read = reads[report]
                line = statement_line(read.reading.statements[index], read.reading, read.text)
                lead = f"  {_when(read)}, {outlet_of(read.report)}" if number == 0 else "    also"
                where = "" if number == 0 else f" {outlet_of(read.report)}, {_when(read)}"
                at = f" [{line.spans[0].start}–{line.spans[-1].end}]"
                out.append(f"{lead}{where}: {line.content}{at}")
    return "\n".join(out) + "\n" if out else "Nobody of that name speaks in these pages.\n"


def who_markdown(said: Sequence[Said], reads: Mapping[str, ReadReport]) -> str:
    """Return the same as a Markdown list."""
    out: list[str] = []
    for item in said:
        out += ["", f"## {escaped(item.speaker.name)}", ""]
        for saying in item.sayings:
            for number, (report, index) in enumerate(
                ((saying.report, saying.index), *saying.copies)
            ):
                read = reads[report]
                line = statement_line(read.reading.statements[index], read.reading, read.text)
                bullet = "-" if number == 0 else "  - also"
                outlet = escaped(outlet_of(read.report))
                out.append(f"{bullet} **{_when(read)}**, {outlet}: {escaped(line.content)}")
    return "\n".join(out).strip() + "\n"
