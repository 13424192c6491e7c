"""Precision and recall of the names layer on the invented paragraphs.

python tests/reading/names/score.py [--errors]
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from paragraphs import PARAGRAPHS, Paragraph
from unseen import UNSEEN

from dateline.reading.model import parses
from dateline.reading.names import Names, names_in
from dateline.text import Passage, Span

Item = tuple[str, ...]
LAYERS = (
    "people",
    "roles",
    "organisations",
    "places",
    "countries",
    "ages",
    "relations",
    "references",
)


def passage_of(paragraph: Paragraph) -> Passage:
    """Return a paragraph as a passage."""
    end = paragraph.text.find("\n") if paragraph.headline else 0
    return Passage.of_text(paragraph.text, headline=Span(0, end) if end else None)


def gold(paragraph: Paragraph) -> dict[str, set[Item]]:
    """Return what a reader finds, layer by layer."""
    return {
        "people": {(name,) for name in paragraph.people},
        "roles": set(paragraph.roles),
        "organisations": {(name,) for name in paragraph.organisations},
        "places": {(name,) for name, _ in paragraph.places},
        "countries": {(name, code) for name, code in paragraph.places if code},
        "ages": {(name, str(age)) for name, age in paragraph.ages},
        "relations": set(paragraph.relations),
        "references": {
            (str(start), str(end), name)
            for start, end, name in paragraph.references()
            if name != "?"
        },
    }


def read(paragraph: Paragraph, names: Names) -> dict[str, set[Item]]:
    """Return what the layer finds; references only where a reader marked one."""
    called = {p.id: p.name for p in names.people} | {o.id: o.name for o in names.organisations}
    references: set[Item] = set()
    for start, end, _ in paragraph.references():
        references |= {(str(start), str(end), called[i]) for i in names.ids_at(Span(start, end))}
    return {
        "people": {(p.name,) for p in names.people},
        "roles": {(p.name, role.text) for p in names.people for role in p.roles},
        "organisations": {(o.name,) for o in names.organisations},
        "places": {(p.name,) for p in names.places},
        "countries": {(p.name, p.country) for p in names.places if p.country},
        "ages": {(p.name, str(p.age)) for p in names.people if p.age is not None},
        "relations": {
            (p.name, kin.text, called[kin.to]) for p in names.people for kin in p.relations
        },
        "references": references,
    }


def score(
    paragraphs: Sequence[Paragraph] = PARAGRAPHS, *, errors: bool = False
) -> dict[str, tuple[float, float, int]]:
    """Return precision, recall and number of gold items of every layer."""
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    passages = [passage_of(p) for p in paragraphs]
    for paragraph, passage, doc in zip(paragraphs, passages, parses(passages), strict=True):
        want, have = gold(paragraph), read(paragraph, names_in(doc, passage))
        for layer in LAYERS:
            right[layer] += len(want[layer] & have[layer])
            found[layer] += len(have[layer])
            wanted[layer] += len(want[layer])
            if errors and want[layer] != have[layer]:
                print(paragraph.text[:50].replace("\n", " "), "|", layer)
                print("   missed:", sorted(want[layer] - have[layer]))
                print("   extra: ", sorted(have[layer] - want[layer]))
    return {
        layer: (
            right[layer] / max(found[layer], 1),
            right[layer] / max(wanted[layer], 1),
            wanted[layer],
        )
        for layer in LAYERS
    }


if __name__ == "__main__":
    chosen = UNSEEN if "--unseen" in sys.argv else PARAGRAPHS
    scores = score(chosen, errors="--errors" in sys.argv)
    for name, (precision, recall, total) in scores.items():
        print(f"{name:15} precision {precision:.3f}  recall {recall:.3f}  of {total}")
