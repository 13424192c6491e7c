"""Quotations and the cues that stand right beside them, which no other statement can claim.

In “…,” said Ann Lee, a doctor, “…” the comma before the closing mark and the verb behind it leave
no doubt; a model that weighs every token alone sometimes has.
"""

from __future__ import annotations

from msgspec import structs

from dateline.reading.statements.english.cues import NOT_SPEECH, VERBS
from dateline.reading.statements.english.marks import MARKS, SINGLE
from dateline.reading.statements.frames import Frame
from dateline.reading.statements.rules import cue_of, subtree, without_edges
from dateline.reading.statements.tree import Tree

_LEADS_ON = frozenset({",", "?", "!", "—", "–", "--", "…", "..."})
ENDS = frozenset({".", "?", "!", "…", "..."})
_RELATIVE = frozenset({"WP", "WDT"})
_LONGEST_NAME = 5
_FURTHEST = 14
SHORTEST = 4
_LONGEST_SOURCE = 30
_LONGEST_ASIDE = 12
"""How many words a reporter adds behind a quotation at the end of its paragraph."""


def _leads_over(tree: Tree, i: int) -> bool:
    return tree.tags[i] == "CC" or tree.words[i] == "that"


def spoken(tree: Tree, frames: list[Frame]) -> list[Frame]:
    """Return the frames without what only looks quoted: songs and titles, choices, scare quotes.

    A few words in quotation marks inside a sentence that is none of the statement's are dropped
    from it: She kept her “sell” rating.
    """
    out: list[Frame] = []
    for frame in frames:
        if not tree.is_quoted(frame.content):
            out.append(frame)
            continue
        if tree.lemma_of(frame.head) in NOT_SPEECH and not _led_on(tree, frame):
            continue
        content = {*_to_the_mark(tree, frame)}
        spoken_in = {int(tree.sent[t]) for t in content if tree.quote[t] < 0}
        spoken_in.add(int(tree.sent[frame.head]))
        for number in {int(tree.quote[t]) for t in content} - {-1}:
            opening, closing = tree.quotes[number]
            ends = tree.words[closing - 2] in ("?", "!")
            stray = closing - opening - 2 < SHORTEST and not ends and not opens(tree, opening)
            if stray and int(tree.sent[opening]) not in spoken_in:
                content -= {*range(opening, closing)}
        if content:
            out.append(structs.replace(frame, content=tuple(sorted(content))))
    return out


def _led_on(tree: Tree, frame: Frame) -> bool:
    """Tell whether a colon leads on to what a frame quotes: “offered a glimpse: “…””."""
    quoted = next(t for t in frame.content if tree.quote[t] >= 0)
    opening = tree.quotes[tree.quote[quoted]][0]
    return tree.words[opening - 1 : opening] == [":"]


def _to_the_mark(tree: Tree, frame: Frame) -> list[int]:
    """Return a content without what stands outside of its quotation on either side.

    In “Shown a note on “the cracks”, he said: “I forget.” Indeed.” only the last quotation is said.
    """
    content = [*frame.content]
    after = [t for t in content if tree.quote[t] < 0]
    while after and content[-1] == after[-1]:
        content.pop()
        after.pop()
    last = content[-1] if content else -1
    closed = last > frame.head and tree.words[last] in MARKS and tree.words[last - 1] in ENDS
    aside = len(frame.content) - len(content) <= _LONGEST_ASIDE
    same = tree.sent[frame.content[-1]] == tree.sent[last]
    if tree.quote[frame.content[0]] < 0 or same or not (aside and closed):
        content = [*frame.content]
    opening = next((o for o, c in tree.quotes if o > frame.head and o in content), -1)
    if opening < 1 or tree.words[opening - 1] != ":":
        return content
    return [
        t
        for t in content
        if t > frame.head or tree.quote[t] < 0 or opens(tree, tree.quotes[tree.quote[t]][0])
    ]


def owned(tree: Tree, frames: list[Frame]) -> list[Frame]:
    """Return the frames, each quotation with a cue right behind it given to that cue alone.

    Past such a cue the reporter speaks again until the next quotation. A cue without a frame gets
    one.
    """
    out = list(frames)
    for number in range(len(tree.quotes)):
        cue = cue_behind(tree, number)
        if cue < 0:
            continue
        tokens = [t for t in range(*tree.quotes[number]) if not tree.space[t]]
        following = _rest_of(tree, cue, number)
        at = next((n for n, f in enumerate(out) if cue == f.head or cue in f.cue), None)
        if at is None:
            source = _source_of(tree, cue, tokens[-1])
            if not source:
                continue
            out.append(Frame(cue, cue_of(tree, cue), (), source))
            at = len(out) - 1
        mine = out[at]
        source = mine.source or _source_of(tree, cue, tokens[-1])
        tokens += following
        content = (_kept(tree, cue, mine.content) | {*tokens}) - {*source, *mine.cue}
        out[at] = structs.replace(
            mine,
            cue=tuple(t for t in mine.cue if t not in source),
            content=tuple(sorted(content)),
            source=source,
        )
        for n, other in enumerate(out):
            if n != at and not content.isdisjoint(other.content):
                rest = [t for t in other.content if t not in tokens]
                out[n] = structs.replace(other, content=without_edges(tree, rest))
    return sorted((frame for frame in out if frame.content), key=lambda frame: frame.head)


def undivided(tree: Tree, frames: list[Frame]) -> list[Frame]:
    """Return the frames, each with the rest of a quotation whose beginning is all it holds.

    The rest must belong to nobody who speaks outside of the quotation.
    """
    out = list(frames)
    for opening, closing in tree.quotes:
        if tree.words[closing - 1] not in MARKS:
            # One that is left open may end anywhere.
            continue
        inside = range(opening, closing)
        tokens = [t for t in inside if not tree.space[t]]
        holding = [
            n
            for n, f in enumerate(out)
            if f.content
            and f.content[0] < closing
            and f.content[-1] >= opening
            and f.head not in inside
            and not {*tokens}.isdisjoint(f.content)
        ]
        if len(holding) != 1:
            continue
        mine = out[holding[0]]
        held = [t for t in tokens if t in mine.content]
        if len(held) == len(tokens) or tokens[1] not in held[:2] or tree.quote[mine.head] >= 0:
            continue
        if {*tokens} & {*mine.cue, *mine.source}:
            continue
        out[holding[0]] = structs.replace(mine, content=tuple(sorted({*mine.content, *tokens})))
        out = [f for f in out if f.head not in inside]
    return out


def cue_behind(tree: Tree, number: int) -> int:
    """Return the cue verb of the words right behind a quotation that leads on to them, or -1."""
    opening, closing = tree.quotes[number]
    inside = [t for t in range(opening, closing) if not (tree.space[t] or _is_mark(tree, t))]
    end = tree.paragraph(opening)[1]
    at = closing
    if not inside or at >= end or not opens(tree, opening):
        return -1
    if tree.words[inside[-1]] not in _LEADS_ON:
        if tree.words[at] != ",":
            return -1
        at += 1
    if tree.words[at : at + 1] == ["as"]:
        # “…,” as my father liked to say, “…”
        at += 1
    for t in range(at, min(at + _FURTHEST, end)):
        word = tree.words[t]
        if tree.quote[t] >= 0 or word in ENDS or word in (";", ":"):
            return -1
        if tree.tags[t] != "VBG" and tree.tags[t].startswith("V") and tree.lemma_of(t) in VERBS:
            subject = int(tree.subject[t])
            if subject >= 0 and tree.tags[subject] in _RELATIVE:
                continue
            if t == at or at <= subject < t or _is_name(tree, at, t):
                return t
            return -1
        if t == at and tree.tags[t] in ("CC", "IN", "WDT", "WP", "WRB"):
            return -1
    return -1


def _rest_of(tree: Tree, cue: int, number: int) -> list[int]:
    """Return the rest of the quotation that a cue interrupts in the middle of its sentence."""
    if number + 1 == len(tree.quotes):
        return []
    opening, closing = tree.quotes[number + 1]
    between = tree.words[cue + 1 : opening]
    near = cue < opening < cue + _LONGEST_SOURCE and tree.sent[opening] == tree.sent[cue]
    if not near or between[-1:] != [","] or not ENDS.isdisjoint(between):
        return []
    if any(tree.tags[t][0] == "V" and tree.lemma_of(t) in VERBS for t in range(cue + 1, opening)):
        return []
    return [t for t in range(opening, closing) if not tree.space[t]]


def _is_mark(tree: Tree, i: int) -> bool:
    return tree.words[i] in MARKS or tree.words[i] in SINGLE


def _is_name(tree: Tree, first: int, last: int) -> bool:
    """Tell whether tokens are one bare name, whatever the parser makes of it."""
    return 0 < last - first < _LONGEST_NAME and all(
        # “May warned”: the tagger takes the name for a modal verb.
        tree.tags[t].startswith("NNP") or (tree.tags[t] == "MD" and tree.text_of(t).istitle())
        for t in range(first, last)
    )


def opens(tree: Tree, opening: int) -> bool:
    """Tell whether a quotation begins where a sentence does, or behind a colon."""
    start = tree.paragraph(opening)[0]
    before = next((t for t in range(opening - 1, start - 1, -1) if not tree.space[t]), -1)
    return (
        before < 0
        or tree.sent[before] != tree.sent[opening]
        or tree.words[before] in ENDS | {":"}
        or tree.quote[before] >= 0
    )


def _kept(tree: Tree, cue: int, content: tuple[int, ...]) -> set[int]:
    """Return the content without what the reporter says behind the cue.

    An “and”, “but” or “that” that leads over to the next quotation stays.
    """
    out: set[int] = set()
    run: list[int] = []
    for t in content:
        if t < cue or tree.quote[t] >= 0:
            if run and run[-1] == t - 1 and _leads_over(tree, run[0]):
                out.update(run)
            out.add(t)
            run = []
        else:
            run = [*run, t] if run and run[-1] == t - 1 else [t]
    return out


def _source_of(tree: Tree, cue: int, last: int) -> tuple[int, ...]:
    """Return who speaks: the words between quotation and cue, or those behind the cue."""
    subject = int(tree.subject[cue])
    between = [t for t in range(last + 1, cue) if not tree.space[t] and tree.words[t] != ","]
    if between and _is_name(tree, between[0], cue):
        return tuple(between)
    if last < subject < cue:
        return tuple(t for t in subtree(tree, subject) if last < t < cue)
    end = tree.paragraph(cue)[1]
    tokens: list[int] = []
    for t in range(cue + 1, min(cue + _LONGEST_SOURCE, end)):
        if tree.quote[t] >= 0 or tree.words[t] in ENDS:
            break
        tokens.append(t)
    if not tokens or not tree.tags[tokens[0]].startswith(("N", "PRP", "DT")):
        return ()
    return without_edges(tree, tokens)
