"""Organisations and places put together: each item compared only with what shares a key with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from dateline.reading.names.folding import folded
from dateline.records import Organisation, Place
from dateline.story.byhand import Thing

Item = TypeVar("Item", Organisation, Place)


def joined(
    items: list[tuple[str, Item]],
    same: Callable[[Item, Item], bool],
    keys_of: Callable[[Item], tuple[object, ...]],
    form: Callable[[Item], tuple[object, ...]],
) -> list[list[tuple[str, Item]]]:
    """Return the items in groups; two that are the same share one of their keys at least."""
    groups: list[list[tuple[str, Item]]] = []
    # Each form of a name is compared once, with one bearer of each form that shares a key.
    known: dict[tuple[object, ...], int] = {}
    bearers: dict[object, list[tuple[int, Item]]] = {}
    for report, item in items:
        shape = form(item)
        number = known.get(shape)
        if number is None:
            number = len(groups)
            keys = keys_of(item)
            for key in keys:
                for other_number, other in bearers.get(key, ()):
                    if other_number < number and same(other, item):
                        number = other_number
            if number == len(groups):
                groups.append([])
            for key in keys:
                bearers.setdefault(key, []).append((number, item))
            known[shape] = number
        groups[number].append((report, item))
    return groups


def set_right(
    items: list[tuple[str, Item]],
    same: Callable[[Item, Item], bool],
    keys_of: Callable[[Item], tuple[object, ...]],
    things: Mapping[str, Thing],
) -> list[list[tuple[str, Item]]]:
    """Return the items in groups, those whose names were set right first and by that alone."""
    if not things:
        return joined(items, same, keys_of, form_of)

    def same_thing(a: Item, b: Item) -> bool:
        one, other = things.get(a.name), things.get(b.name)
        return same(a, b) if one is None or other is None else one is other

    def keys(item: Item) -> tuple[object, ...]:
        return (*keys_of(item), things.get(item.name, item.name))

    def form(item: Item) -> tuple[object, ...]:
        return (*form_of(item), things.get(item.name))

    return joined(
        sorted(items, key=lambda item: item[1].name not in things), same_thing, keys, form
    )


def thing_in(group: Sequence[tuple[str, Item]], things: Mapping[str, Thing]) -> Thing | None:
    """Return what a group's names were set right to, or None."""
    return next((things[item.name] for _, item in group if item.name in things), None)


def form_of(item: Organisation | Place) -> tuple[object, ...]:
    """Return all that two items are compared by."""
    if isinstance(item, Place):
        return item.geonames, item.kind, item.country, folded(item.name)
    return item.name, item.acronym


def in_order(
    items: list[tuple[str, Item]], groups: list[list[tuple[str, Item]]]
) -> list[list[tuple[str, Item]]]:
    """Return groups and what is in them in the order of the items."""
    order = {id(item): number for number, (_, item) in enumerate(items)}
    for group in groups:
        group.sort(key=lambda item: order[id(item[1])])
    return sorted(groups, key=lambda group: order[id(group[0][1])])
