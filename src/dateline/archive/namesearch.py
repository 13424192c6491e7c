"""Searching by names that are one by hand: any of them finds the reports of all."""

from __future__ import annotations

from dateline.archive.naming import ids_of
from dateline.archive.query import All, Either, Named, Node, Not, Words
from dateline.archive.words import Field
from dateline.records import NameKind
from dateline.story.byhand import NamesByHand

_KINDS: dict[Field, tuple[NameKind, ...]] = {
    "person": ("person", "organisation"),
    "place": ("place",),
    "said": ("person", "organisation"),
}


def with_names(node: Node, by_hand: NamesByHand) -> Node:
    """Return a query that also finds what stands under other names of those it asks for.

    Only who or what was set right is found so, not every bearer of one of the names.
    """
    if not by_hand:
        return node
    match node:
        case All():
            return All(tuple(with_names(inner, by_hand) for inner in node.nodes))
        case Either():
            return Either(tuple(with_names(inner, by_hand) for inner in node.nodes))
        case Not():
            return Not(with_names(node.node, by_hand))
        case Words():
            return _named(node, by_hand)
    return node


def _named(words: Words, by_hand: NamesByHand) -> Node:
    for field, kinds in _KINDS.items():
        beginning = f"{field}_"
        if words.terms[0].startswith(beginning):
            asked = f" {' '.join(term.removeprefix(beginning) for term in words.terms)} "
            ids = [
                id
                for thing in by_hand.things
                if thing.kind in kinds and any(asked in key for key in thing.keys)
                for id in ids_of(thing)
            ]
            return Either((words, Named(tuple(ids), field == "said"))) if ids else words
    return words
