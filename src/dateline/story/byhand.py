"""Names that a person has set right: joined with others, or called otherwise.

A layer over what reports say, which it leaves as it is. Two names are alike when their keys are;
what one thing of a report is called in another report, only a person can have said here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from dateline.records import NameKind, Organisation, Person, Reading

KeyOf = Callable[[str], str]
"""Gives the key by which names are compared."""


class Name(NamedTuple):
    """A name and the key it is compared by."""

    key: str
    words: str


class Thing(NamedTuple):
    """A person, organisation or place whose names were set right by hand."""

    kind: NameKind
    names: tuple[Name, ...]
    """The names that are one; the first is how it is shown, unless it is called otherwise."""
    called: Name | None = None

    @property
    def shown(self) -> str:
        """How it is shown."""
        return (self.called or self.names[0]).words

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all its names, that of the name given by hand included."""
        known = [name.key for name in self.names]
        if self.called is not None and self.called.key not in known:
            known.append(self.called.key)
        return tuple(known)

    @property
    def is_set(self) -> bool:
        """Whether a hand's work is left in it."""
        return len(self.names) > 1 or self.called is not None


class NamesByHand:
    """All names of an archive that were set right; empty where nobody has set any."""

    def __init__(self, things: Iterable[Thing], key_of: KeyOf) -> None:
        self.things = tuple(things)
        self.key_of = key_of
        # A name of its own comes before what another thing is called.
        self._by_key = {(thing.kind, key): thing for thing in self.things for key in thing.keys} | {
            (thing.kind, name.key): thing for thing in self.things for name in thing.names
        }

    def __bool__(self) -> bool:
        return bool(self.things)

    def thing(self, kind: NameKind, name: str) -> Thing | None:
        """Return what a name was set right to, or None."""
        return self.of_key(kind, self.key_of(name)) if self._by_key else None

    def of_key(self, kind: NameKind, key: str) -> Thing | None:
        """Return what the name of a key was set right to, or None."""
        return self._by_key.get((kind, key))

    def shown(self, kind: NameKind, name: str) -> str | None:
        """Return how what a name was set right to is shown, or None where nobody has."""
        thing = self.thing(kind, name)
        return thing.shown if thing is not None else None

    def names(self, kind: NameKind, name: str) -> tuple[str, ...]:
        """Return all names of what a name was set right to; none where nobody has."""
        thing = self.thing(kind, name)
        if thing is None:
            return ()
        return tuple(dict.fromkeys((thing.shown, *(one.words for one in thing.names))))

    def speaker(self, reading: Reading, id: str | None) -> str | None:
        """Return how a report's person or organisation is shown by hand, or None."""
        if not self._by_key or id is None:
            return None
        groups: tuple[tuple[NameKind, Sequence[Person | Organisation]], ...] = (
            ("person", reading.people),
            ("organisation", reading.organisations),
        )
        found = ((kind, item) for kind, items in groups for item in items if item.id == id)
        things = ((item, self.thing(kind, item.name)) for kind, item in found)
        return next(
            (thing.shown for item, thing in things if thing and thing.shown != item.name), None
        )

    def things_of(self, kind: NameKind, names: Iterable[str]) -> Mapping[str, Thing]:
        """Map those of the names that were set right to what they were set right to."""
        if not self._by_key:
            return {}
        found = ((name, self.thing(kind, name)) for name in dict.fromkeys(names))
        return {name: thing for name, thing in found if thing is not None}

    def reasons(self, thing: Thing, names: Iterable[str]) -> tuple[str, ...]:
        """Return why these names, as reports give them, stand under the one that is shown."""
        shown = self.key_of(thing.shown)
        others = [name for name in dict.fromkeys(names) if self.key_of(name) != shown]
        if others and len(thing.names) == 1:
            return ("called so by hand",)
        return tuple(f"joined by hand: {name}" for name in others)


class Change(NamedTuple):
    """What an edit does to the things: those that go, and the one that comes in their place."""

    gone: tuple[Thing, ...]
    new: Thing

    def keys(self) -> Iterator[str]:
        """Yield the keys of all names concerned, each once."""
        yield from dict.fromkeys(key for thing in (*self.gone, self.new) for key in thing.keys)


def joined(known: NamesByHand, kind: NameKind, names: Sequence[Name]) -> Change:
    """Make one thing of names and of all that was joined with them before."""
    found = [known.of_key(kind, name.key) or Thing(kind, (name,)) for name in names]
    first = found[0].names
    lead = [name for name in first if name.key == names[0].key]
    all_names = {name.key: name for name in (*lead, *first)}
    for thing in found[1:]:
        for name in thing.names:
            all_names.setdefault(name.key, name)
    new = Thing(kind, tuple(all_names.values()), found[0].called)
    return Change(_known(known, found), new)


def parted(known: NamesByHand, kind: NameKind, name: Name) -> Change:
    """Let a name stand for itself again; the thing it was part of keeps the others."""
    thing = known.of_key(kind, name.key) or Thing(kind, (name,))
    left = tuple(other for other in thing.names if other.key != name.key)
    # Others cannot be called by a name that stands for itself.
    its_own = thing.called is not None and thing.called.key == name.key
    new = Thing(kind, left, None if its_own else thing.called) if left else thing
    return Change(_known(known, [thing]), new)


def called(known: NamesByHand, kind: NameKind, name: Name, words: Name | None) -> Change:
    """Call a thing by other words, or, without any, by its own first name again."""
    thing = known.of_key(kind, name.key) or Thing(kind, (name,))
    return Change(_known(known, [thing]), thing._replace(called=words))


def _known(known: NamesByHand, things: Iterable[Thing]) -> tuple[Thing, ...]:
    return tuple(thing for thing in dict.fromkeys(things) if thing in known.things)


NOBODY = NamesByHand((), str.casefold)
"""Where no hand has set names right."""
