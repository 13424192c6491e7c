"""Quotations and the cues that stand right beside them, which no other statement can claim.

In “…,” said Ann Lee, a doctor, “…” the comma before the closing mark and the verb behind it leave
no doubt; a model that weighs every token alone sometimes has.
"""

from __future__ import annotations

from msgspec import structs

from dateline.reading.statements.english.cues import NOT_SPEECH, VERBS, VOICES
from dateline.reading.statements.english.marks import MARKS, SINGLE
from dateline.reading.statements.english.pronouns import ALIKE
from dateline.reading.statements.frames import Frame
from dateline.reading.statements.rules import cue_of, subtree, without_edges
from dateline.reading.statements.tree import FINITE, Tree

_LEADS_ON = frozenset({",", "?", "!", "—", "–", "--", "…", "..."})
_ENDS = frozenset({".", "?", "!", "…", "..."})
_RELATIVE = frozenset({"WP", "WDT"})
_LONGEST_NAME = 5
_FURTHEST = 14
_SHORTEST = 4
_LONGEST_SOURCE = 30


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
        if tree.lemma_of(frame.head) in NOT_SPEECH:
            continue
        content = set(frame.content)
        spoken_in = {int(tree.sent[t]) for t in content if tree.quote[t] < 0}
        spoken_in.add(int(tree.sent[frame.head]))
        for number in {int(tree.quote[t]) for t in content} - {-1}:
            opening, closing = tree.quotes[number]
            ends = tree.words[closing - 2] in ("?", "!")
            stray = closing - opening - 2 < _SHORTEST and not ends and not _opens(tree, opening)
            if stray and int(tree.sent[opening]) not in spoken_in:
                content -= {*range(opening, closing)}
        if content:
            out.append(structs.replace(frame, content=tuple(sorted(content))))
    return out


def owned(tree: Tree, frames: list[Frame]) -> list[Frame]:
    """Return the frames, each quotation with a cue right behind it given to that cue alone.

    Past such a cue the reporter speaks again until the next quotation. A cue without a frame gets
    one.
    """
    out = list(frames)
    for number in range(len(tree.quotes)):
        cue = _cue_behind(tree, number)
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
        inside = range(opening, closing)
        tokens = [t for t in inside if not tree.space[t]]
        outer = [n for n, f in enumerate(out) if f.head not in inside and f.content]
        holding = [n for n in outer if not {*tokens}.isdisjoint(out[n].content)]
        if len(holding) != 1 or tree.words[closing - 1] not in MARKS:
            # One that is left open may end anywhere.
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


def introduced(tree: Tree, frames: list[Frame]) -> list[Frame]:
    """Return the frames, a quotation behind a colon given to who speaks before the colon.

    In “Ann Lee tweeted: “…” In another post, she wrote …” the next sentence has no part in it. The
    colon may end the paragraph before.
    """
    out = list(frames)
    for number, (opening, closing) in enumerate(tree.quotes):
        colon = next((t for t in range(opening - 1, -1, -1) if not tree.space[t]), -1)
        if colon < 0 or tree.words[colon] != ":" or tree.headline[colon]:
            continue
        first = tree.paragraph(colon)[0]
        apart = tree.block[opening] - tree.block[colon]
        if apart > 1 or _cue_behind(tree, number) >= 0:
            continue
        start = colon
        while start > first and tree.words[start - 1] not in _ENDS:
            start -= 1
        tokens = [t for t in range(opening, closing) if not tree.space[t]]
        said = [n for n, f in enumerate(out) if not {*tokens}.isdisjoint(f.content)]
        before = range(start, colon + 1)
        whole = any(out[n].head in before and {*tokens} <= {*out[n].content} for n in said)
        if (not said and not apart) or whole:
            # What nothing claims in its own paragraph is left to the words before it.
            continue
        frame = _introducing(tree, before, tokens, out)
        if frame is None:
            continue
        for n in said:
            rest = [t for t in out[n].content if t not in tokens]
            out[n] = structs.replace(out[n], content=without_edges(tree, rest))
        out = [f for f in out if f.content and f.head != frame.head]
        out.append(frame)
    return sorted(out, key=lambda frame: frame.head)


def _introducing(tree: Tree, before: range, tokens: list[int], frames: list[Frame]) -> Frame | None:
    """Return the frame of the words before a colon, with a quotation as content."""
    known = [f for f in frames if f.head in before and f.source]
    if known:
        last = known[-1]
        return structs.replace(last, content=tuple(sorted({*last.content, *tokens})))
    for verb in reversed(before):
        if tree.tags[verb][0] == "V" and tree.lemma_of(verb) in VERBS:
            subject = int(tree.subject[verb])
            if subject in before and subject != verb:
                aside = (t for t in subtree(tree, subject) if t in before)
                source = tuple(t for t in aside if (t < verb) == (subject < verb))
                return Frame(verb, cue_of(tree, verb), tuple(tokens), source)
    return _announced_by(tree, before[-1], int(tree.sent[before[-1]]), tokens)


def floating(tree: Tree, frames: list[Frame]) -> list[Frame]:
    """Return the frames and those of quotations that no cue claims but the words before announce.

    “She was cautious: “…”” and “The mayor shook his head. “…”” speak through the subject of those
    words; behind another quotation's statement the same one goes on speaking.
    """
    out = list(frames)
    covered = {t for frame in frames for t in (*frame.content, *frame.cue, *frame.source)}
    for opening, closing in tree.quotes:
        tokens = [t for t in range(opening, closing) if not tree.space[t]]
        words = [t for t in tokens if tree.words[t] not in MARKS]
        if (
            len(words) < _SHORTEST
            or tree.words[words[-1]] not in _ENDS
            or not covered.isdisjoint(tokens)
        ):
            continue
        first, end = tree.paragraph(opening)
        before = next((t for t in range(opening - 1, first - 1, -1) if not tree.space[t]), -1)
        after = next((t for t in range(closing, end) if not tree.space[t]), end)
        if before < 0 or not _opens(tree, opening) or tree.headline[opening]:
            continue
        if after < end and tree.sent[after] == tree.sent[closing - 1]:
            continue
        sentence = int(tree.sent[before])
        told = [
            n for n, f in enumerate(out)
            if f.source and int(tree.sent[f.head]) == sentence
            and (tree.heads[f.head] == f.head or tree.is_quoted(f.content))
        ]  # fmt: skip
        if tree.words[before] != ":" and told:
            quoting = [n for n in told if tree.is_quoted(out[n].content)]
            if quoting and tree.quote[before] < 0:
                last = out[quoting[-1]]
                out[quoting[-1]] = structs.replace(last, content=(*last.content, *tokens))
                covered.update(tokens)
            continue
        frame = _announced_by(tree, before, sentence, tokens)
        if frame is not None:
            out.append(frame)
            covered.update(tokens)
    return sorted(out, key=lambda frame: frame.head)


def _announced_by(tree: Tree, before: int, sentence: int, tokens: list[int]) -> Frame | None:
    """Return the frame of a quotation whose speaker is the subject of the sentence before it."""
    top = before
    while tree.heads[top] != top and tree.sent[tree.heads[top]] == sentence:
        if tree.heads[top] in tokens:
            break
        top = tree.heads[top]
    subject = int(tree.subject[top])
    if subject < 0 and tree.words[before] == ":":
        told = range(tree.paragraph(before)[0], before)
        verbs = [t for t in told if tree.tags[t] in FINITE and tree.sent[t] == sentence]
        subject = int(tree.subject[verbs[-1]]) if verbs else -1
    if subject < 0 or subject >= tokens[0] or tree.quote[subject] >= 0:
        return None
    if not (tree.tags[subject].startswith("NNP") or tree.words[subject] in ALIKE):
        named = [c for c in tree.children(subject) if tree.deps[c] == "appos"]
        person = tree.lemma_of(subject) in VOICES and tree.words[tree.first[subject]] == "the"
        if not person and not any(tree.tags[c].startswith("NNP") for c in named):
            return None
    cue = (before,) if tree.words[before] == ":" else ()
    head = before if cue else top
    source = subtree(tree, subject)
    verb = next((t for t in source if tree.tags[t] in FINITE and t > subject), before)
    if tokens[0] <= source[-1]:
        # The parser took the whole sentence for part of its subject.
        source = without_edges(tree, [t for t in source if t < verb])
    return Frame(head, cue, tuple(tokens), source)


def _cue_behind(tree: Tree, number: int) -> int:
    """Return the cue verb of the words right behind a quotation that leads on to them, or -1."""
    opening, closing = tree.quotes[number]
    inside = [t for t in range(opening, closing) if not (tree.space[t] or _is_mark(tree, t))]
    end = tree.paragraph(opening)[1]
    at = closing
    if not inside or at >= end or not _opens(tree, opening):
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
        if tree.quote[t] >= 0 or word in _ENDS or word in (";", ":"):
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
    if not near or between[-1:] != [","] or not _ENDS.isdisjoint(between):
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


def _opens(tree: Tree, opening: int) -> bool:
    """Tell whether a quotation begins where a sentence does, or behind a colon."""
    start = tree.paragraph(opening)[0]
    before = next((t for t in range(opening - 1, start - 1, -1) if not tree.space[t]), -1)
    return (
        before < 0
        or tree.sent[before] != tree.sent[opening]
        or tree.words[before] in _ENDS | {":"}
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
        if tree.quote[t] >= 0 or tree.words[t] in _ENDS:
            break
        tokens.append(t)
    if not tokens or not tree.tags[tokens[0]].startswith(("N", "PRP", "DT")):
        return ()
    return without_edges(tree, tokens)
