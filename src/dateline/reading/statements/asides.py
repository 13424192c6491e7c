"""Statements whose bounds the sentence sets: an aside between dashes, an “According to” in front.

The model weighs every token alone; here punctuation leaves no doubt where a statement ends.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from msgspec import structs

from dateline.reading.statements.english.cues import ACCORDING
from dateline.reading.statements.english.marks import DASHES
from dateline.reading.statements.frames import Frame
from dateline.reading.statements.meaning import style_of
from dateline.reading.statements.rules import without_edges
from dateline.reading.statements.tree import FINITE, Tree

_RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})


def bounded(tree: Tree, frames: list[Frame]) -> list[Frame]:
    """Return the frames, each kept inside the aside that its cue stands in.

    “A victory - polls showed him at 80% - would help” says nothing of what it would help.
    """
    out: list[Frame] = []
    dashes = [i for i, word in enumerate(tree.words) if word in DASHES and _is_dash(tree, i)]
    for frame in frames:
        aside = _aside(tree, dashes, frame.head)
        if aside is not None and style_of(tree, frame.content) == "indirect":
            content = without_edges(tree, [t for t in frame.content if t in aside])
            source = without_edges(tree, [t for t in frame.source if t in aside])
            if content and (source or not frame.source):
                frame = structs.replace(frame, content=content, source=source)  # noqa: PLW2901
        out.append(_fronted(tree, frame))
    return out


def _aside(tree: Tree, dashes: list[int], i: int) -> range | None:
    """Return the tokens between the two dashes of a sentence that stand round a token."""
    before, after = bisect_left(dashes, i) - 1, bisect_right(dashes, i)
    if before < 0 or after == len(dashes):
        return None
    start, end, sentence = dashes[before], dashes[after], tree.sent[i]
    if not tree.sent[start] == tree.sent[end] == sentence:
        return None
    earlier = before + 1 - bisect_left(dashes, bisect_left(tree.sent, sentence))
    # Dashes come in pairs: behind the second of a pair the sentence goes on.
    return range(start + 1, end) if earlier % 2 else None


def _is_dash(tree: Tree, i: int) -> bool:
    """Tell whether a dash has room on both sides and stands outside of quotations."""
    return (
        tree.quote[i] < 0
        and 0 < i < tree.size - 1
        and tree.end[i - 1] < tree.start[i]
        and tree.end[i] < tree.start[i + 1]
    )


def _fronted(tree: Tree, frame: Frame) -> Frame:
    """Return an “According to X, …” that opens its sentence with all the rest of it as content."""
    i = frame.head
    if tree.words[i] != ACCORDING or not frame.source:
        return frame
    first = i
    while first > 0 and tree.sent[first - 1] == tree.sent[i]:
        first -= 1
    if any(not tree.space[t] for t in range(first, i)):
        return frame
    end, last = i, tree.paragraph(i)[1]
    while end < last and tree.sent[end] == tree.sent[i]:
        end += 1
    if frame.content[-1] >= end:
        return frame
    comma = _end_of_source(tree, frame.source, end)
    if comma < 0:
        return frame
    rest = without_edges(tree, list(range(comma + 1, end)))
    source = tuple(t for t in frame.source if t < comma)
    return structs.replace(frame, content=rest, source=source) if rest and source else frame


def _end_of_source(tree: Tree, source: tuple[int, ...], end: int) -> int:
    """Return the comma at which a fronted source ends, -1 where none is sure.

    A stretch between commas that has a verb of its own is the rest of the sentence, one without
    it (“Ann Lee, a doctor, …”) goes with the name.
    """
    commas = [t for t in range(source[0], end) if tree.words[t] == ","]
    for n, comma in enumerate(commas):
        until = commas[n + 1] if n + 1 < len(commas) else end
        tags = tree.tags[comma + 1 : until]
        if not _RELATIVE & {*tags} and FINITE & {*tags}:
            return comma if comma <= source[-1] + 1 else -1
    return -1
