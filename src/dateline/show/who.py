"""What a person said, for the terminal and as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from dateline.records import ReadReport, StatementRef
from dateline.show.dates import day_label
from dateline.show.markdown import escaped
from dateline.show.views import outlet_of, statement_line
from dateline.story.who import Said

_WORD = re.compile(r"\w+")


class _Cut(NamedTuple):
    """How one report gives a saying."""

    when: str
    outlet: str
    content: str
    at: str
    same: bool
    """Whether it has the words of the first report, quotation marks aside."""
    extent: str
    """How many of the words of the longest version it has; empty when it is the longest."""


def _when(read: ReadReport) -> str:
    published = read.report.published
    return day_label(published[:10]) if published else "date not known"


def _words(content: str) -> list[str]:
    """Return the words that count: a leading “that” is the reporter's."""
    words = [word.casefold() for word in _WORD.findall(content.replace("’", "'"))]
    return words[1:] if words[:1] == ["that"] else words


def _cuts(saying: StatementRef, reads: Mapping[str, ReadReport]) -> Iterator[_Cut]:
    """Yield how each report gives a saying, the first report's words first."""
    found = []
    for report, index in ((saying.report, saying.index), *saying.copies):
        read = reads[report]
        line = statement_line(read.reading.statements[index], read.reading, read.text)
        at = f"[{line.spans[0].start}–{line.spans[-1].end}]"
        found.append((read, line.content, at, _words(line.content)))
    longest = max(len(words) for *_, words in found)
    for read, content, at, words in found:
        extent = f"{len(words)} of {longest} words" if len(words) < longest else ""
        same = words == found[0][3]
        yield _Cut(_when(read), outlet_of(read.report), content, at, same, extent)


def who_text(said: Sequence[Said], reads: Mapping[str, ReadReport]) -> str:
    """Return every saying with its date and outlet; other outlets' cuts of it are below it."""
    out: list[str] = []
    for item in said:
        variants = [name for name in item.speaker.variants if name != item.speaker.name]
        also = f" (also {', '.join(variants)})" if variants else ""
        count = len(item.sayings)
        out.append(f"{item.speaker.name}{also}: {count} statement{'' if count == 1 else 's'}")
        for saying in item.sayings:
            for number, cut in enumerate(_cuts(saying, reads)):
                extent = f" ({cut.extent})" if cut.extent else ""
                if number == 0:
                    out.append(f"  {cut.when}, {cut.outlet}: {cut.content}{extent} {cut.at}")
                else:
                    words = "the same words" if cut.same else f"{cut.content}{extent}"
                    out.append(f"    also {cut.outlet}, {cut.when}: {words} {cut.at}")
    return "\n".join(out) + "\n" if out else "Nobody of that name speaks in these pages.\n"


def who_markdown(said: Sequence[Said], reads: Mapping[str, ReadReport]) -> str:
    """Return the same as a Markdown list."""
    out: list[str] = []
    for item in said:
        out += ["", f"## {escaped(item.speaker.name)}", ""]
        for saying in item.sayings:
            for number, cut in enumerate(_cuts(saying, reads)):
                bullet = "-" if number == 0 else "  - also"
                extent = f" ({cut.extent})" if cut.extent else ""
                words = f"{escaped(cut.content)}{extent}"
                words = "the same words" if number and cut.same else words
                out.append(f"{bullet} **{cut.when}**, {escaped(cut.outlet)}: {words}")
    return "\n".join(out).strip() + "\n"
