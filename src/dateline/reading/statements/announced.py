"""Quotations that the words before them announce: behind a colon, or behind what somebody does."""

from __future__ import annotations

from msgspec import structs

from dateline.reading.statements.english.cues import VERBS, VOICES
from dateline.reading.statements.english.marks import MARKS
from dateline.reading.statements.english.pronouns import ALIKE, SOMEBODY
from dateline.reading.statements.frames import Frame
from dateline.reading.statements.quotations import ENDS, SHORTEST, cue_behind, opens
from dateline.reading.statements.rules import cue_of, subtree, without_edges
from dateline.reading.statements.tree import FINITE, Tree


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
        if apart > 1 or cue_behind(tree, number) >= 0:
            continue
        start = colon
        while start > first and tree.words[start - 1] not in ENDS:
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
            len(words) < SHORTEST
            or tree.words[words[-1]] not in ENDS
            or not covered.isdisjoint(tokens)
        ):
            continue
        first, end = tree.paragraph(opening)
        before = next((t for t in range(opening - 1, first - 1, -1) if not tree.space[t]), -1)
        after = next((t for t in range(closing, end) if not tree.space[t]), end)
        if before < 0 or not opens(tree, opening) or tree.headline[opening]:
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
    word = tree.words[subject]
    if not (tree.tags[subject].startswith("NNP") or word in ALIKE or word in SOMEBODY):
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
