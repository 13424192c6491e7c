"""Statements of a passage: frames found by the model or the rules, given offsets and speakers."""

from __future__ import annotations

import bisect
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from msgspec import structs

from dateline.reading.names import Names
from dateline.reading.names.english.openings import DATELINE
from dateline.reading.statements.announced import floating, introduced
from dateline.reading.statements.asides import bounded
from dateline.reading.statements.chains import Chain, continued, passed_on, united
from dateline.reading.statements.ends import closed
from dateline.reading.statements.frames import Frame
from dateline.reading.statements.grammar import grammatical, unmixed
from dateline.reading.statements.headlines import borne_out
from dateline.reading.statements.meaning import kind_of, style_of
from dateline.reading.statements.model import frames_by_model, packaged
from dateline.reading.statements.nouns import nominal
from dateline.reading.statements.passives import passive
from dateline.reading.statements.quotations import owned, spoken, undivided
from dateline.reading.statements.rules import frames_by_rules
from dateline.reading.statements.seconds import parted
from dateline.reading.statements.senses import meant
from dateline.reading.statements.sources import whole_sources
from dateline.reading.statements.speakers import Speaker, Speakers, antecedent_of
from dateline.reading.statements.tree import Tree
from dateline.reading.table import Table
from dateline.records import Statement
from dateline.text import Passage, Span, merged, trimmed

if TYPE_CHECKING:
    from spacy.tokens import Doc


def statements_in(
    doc: Doc,
    passage: Passage,
    names: Names | None = None,
    *,
    table: Table | None = None,
    method: Literal["model", "rules"] = "model",
) -> tuple[Statement, ...]:
    """Return the statements of a parsed passage in text order, with offsets of its text.

    ``model`` uses the packaged weights and falls back to the rules where they are missing; without
    names no speaker is resolved. ``table`` is the parse's, where it is at hand.
    """
    if not len(doc):
        return ()
    tree = Tree(table or Table(doc, passage))
    frames = borne_out(tree, _frames(tree, method), names)
    frames = continued(tree, _without_datelines(tree, frames))
    chains = [passed_on(tree, frame) for frame in frames]
    sources = [chain.source for chain in chains]
    who = [Speaker(None) for _ in frames]
    if names is not None:
        speakers = Speakers(tree, names)
        who = speakers.carried(sources, [speakers.speaker_of(source) for source in sources])
        who = speakers.answered(frames, who)
    found = [
        _statement(tree, frame, chain, speaker, passage.text)
        for frame, chain, speaker in zip(frames, chains, who, strict=True)
    ]
    return tuple(sorted(found, key=lambda s: (s.content[0], s.cue)))


def _frames(tree: Tree, method: Literal["model", "rules"]) -> list[Frame]:
    model = packaged() if method == "model" else None
    ruled = frames_by_rules(tree)
    found = ruled if model is None else united(tree, frames_by_model(tree, model), ruled)
    found = floating(tree, introduced(tree, undivided(tree, unmixed(owned(tree, found)))))
    found = parted(tree, meant(tree, grammatical(tree, bounded(tree, spoken(tree, found)))))
    return closed(tree, whole_sources(tree, passive(tree, nominal(tree, found))))


def _without_datelines(tree: Tree, frames: list[Frame]) -> list[Frame]:
    """Return the frames without the tokens of a dateline that opens a paragraph."""
    opened: set[int] = set()
    for start in sorted({tree.paragraph(frame.head)[0] for frame in frames}):
        end = tree.paragraph(start)[1]
        found = DATELINE.match(tree.text, tree.start[start], tree.end[end - 1])
        if found is not None:
            opened.update(range(start, bisect.bisect_left(tree.start, found.end())))
    if not opened:
        return frames
    cleared = (
        structs.replace(
            frame,
            content=tuple(t for t in frame.content if t not in opened),
            source=tuple(t for t in frame.source if t not in opened),
        )
        for frame in frames
    )
    return [frame for frame in cleared if frame.content]


def _statement(
    tree: Tree,
    frame: Frame,
    chain: Chain,
    speaker: Speaker,
    text: str,
) -> Statement:
    kind, polarity = kind_of(tree, frame)
    return Statement(
        content=spans_of(tree, chain.content, text),
        cue=spans_of(tree, frame.cue, text),
        source=spans_of(tree, chain.source, text),
        style=style_of(tree, chain.content),
        kind=kind,
        polarity=polarity,
        speaker=speaker.id,
        candidates=speaker.candidates,
        via=spans_of(tree, chain.via, text),
        antecedent=spans_of(tree, antecedent_of(tree, chain.source), text),
    )


def spans_of(tree: Tree, tokens: tuple[int, ...], text: str) -> tuple[Span, ...]:
    """Return the text that the tokens cover, joined where only white space parts them."""
    if not tokens:
        return ()
    runs = [(tokens[0], tokens[-1])]
    if tokens[-1] - tokens[0] != len(tokens) - 1:
        breaks = [n for n, (a, b) in enumerate(pairwise(tokens), 1) if b != a + 1]
        edges = pairwise((0, *breaks, len(tokens)))
        runs = [(tokens[first], tokens[end - 1]) for first, end in edges]
    spans = [trimmed(text, Span(tree.start[a], tree.end[b])) for a, b in runs]
    if len(spans) == 1 and len(spans[0]):
        return (spans[0],)
    return merged((span for span in spans if len(span)), text)
