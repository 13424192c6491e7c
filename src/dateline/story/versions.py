"""What changed between two versions of one report, in terms a reader cares about.

Each change points at the words on both sides; nothing is told in words of our own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Literal, TypeVar

from dateline.records import Figure, ReadReport, Record, Statement, TimeExpression
from dateline.text import Span

ChangeKind = Literal[
    "headline_changed",
    "statement_added",
    "statement_dropped",
    "figure_added",
    "figure_dropped",
    "figure_changed",
    "date_added",
    "date_dropped",
    "date_changed",
]

T = TypeVar("T")


class Change(Record, frozen=True, kw_only=True):
    """One change; ``old`` and ``new`` are spans of the old and the new report's text."""

    kind: ChangeKind
    old: tuple[Span, ...] = ()
    new: tuple[Span, ...] = ()


def changes(old: ReadReport, new: ReadReport) -> tuple[Change, ...]:
    """Return what changed: headline, then statements, figures and dates in order of the text.

    A figure or date counts as changed, not as dropped and added, when the words around it stayed
    and its value did not.
    """
    return (
        *_headline_changes(old, new),
        *_statement_changes(old, new),
        *_figure_changes(old, new),
        *_date_changes(old, new),
    )


def _folded(words: Iterable[str]) -> str:
    return " ".join(" ".join(words).casefold().replace("’", "'").split())


def _headline_changes(old: ReadReport, new: ReadReport) -> tuple[Change, ...]:
    if _folded([old.report.headline or ""]) == _folded([new.report.headline or ""]):
        return ()
    return (
        Change(
            kind="headline_changed",
            old=old.report.evidence.headline,
            new=new.report.evidence.headline,
        ),
    )


def _unmatched(
    old: Sequence[T], new: Sequence[T], key_old: Callable[[T], Hashable],
    key_new: Callable[[T], Hashable],
) -> tuple[list[T], list[T]]:  # fmt: skip
    """Return what stands on one side only, each key as often as it is there."""
    there = Counter(key_new(item) for item in new)
    here = Counter(key_old(item) for item in old)
    dropped, added = [], []
    for item in old:
        if there[key_old(item)] > 0:
            there[key_old(item)] -= 1
        else:
            dropped.append(item)
    for item in new:
        if here[key_new(item)] > 0:
            here[key_new(item)] -= 1
        else:
            added.append(item)
    return dropped, added


def _statement_changes(old: ReadReport, new: ReadReport) -> Iterable[Change]:
    def key(read: ReadReport) -> Callable[[Statement], Hashable]:
        return lambda item: (
            _folded(span.of(read.text) for span in item.content),
            _folded(span.of(read.text) for span in item.source),
        )

    dropped, added = _unmatched(old.reading.statements, new.reading.statements, key(old), key(new))
    for statement in dropped:
        yield Change(kind="statement_dropped", old=statement.content)
    for statement in added:
        yield Change(kind="statement_added", new=statement.content)


def _figure_changes(old: ReadReport, new: ReadReport) -> Iterable[Change]:
    def about(read: ReadReport) -> Callable[[Figure], Hashable]:
        return lambda item: (
            item.unit,
            _folded(span.of(read.text) for span in item.measure),
            _folded(span.of(read.text) for span in item.subject),
        )

    def key(read: ReadReport) -> Callable[[Figure], Hashable]:
        return lambda item: (item.value, item.low, item.high, item.bound, about(read)(item))

    dropped, added = _unmatched(old.reading.figures, new.reading.figures, key(old), key(new))
    yield from _paired(
        dropped, added, about(old), about(new),
        ("figure_dropped", "figure_added", "figure_changed"),
    )  # fmt: skip


def _date_changes(old: ReadReport, new: ReadReport) -> Iterable[Change]:
    def about(read: ReadReport) -> Callable[[TimeExpression], Hashable]:
        return lambda item: (item.type, _before(read.text, item.start))

    dropped, added = _unmatched(
        old.reading.times, new.reading.times, lambda item: item.value, lambda item: item.value
    )
    yield from _paired(
        dropped, added, about(old), about(new), ("date_dropped", "date_added", "date_changed")
    )


def _before(text: str, start: int) -> str:
    """Return the three words before an offset."""
    return _folded(text[max(0, start - 60) : start].split()[-3:])


F = TypeVar("F", Figure, TimeExpression)


def _paired(
    dropped: Sequence[F], added: Sequence[F], about_old: Callable[[F], Hashable],
    about_new: Callable[[F], Hashable], kinds: tuple[ChangeKind, ChangeKind, ChangeKind],
) -> Iterable[Change]:  # fmt: skip
    """Yield changes: of what is about the same thing, one change; the rest dropped or added."""
    waiting = list(added)
    for item in dropped:
        twin = next((other for other in waiting if about_new(other) == about_old(item)), None)
        place = (Span(item.start, item.end),)
        if twin is None:
            yield Change(kind=kinds[0], old=place)
        else:
            waiting.remove(twin)
            yield Change(kind=kinds[2], old=place, new=(Span(twin.start, twin.end),))
    for item in waiting:
        yield Change(kind=kinds[1], new=(Span(item.start, item.end),))
