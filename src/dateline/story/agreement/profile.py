"""A figure with what is known of its measure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

from dateline.records import Figure, ReadReport
from dateline.story.agreement.english.senses import Sense
from dateline.text import Span


@dataclass(slots=True)
class Profile:
    """A figure with what is known of its measure; ``order`` is its place among all figures."""

    order: int
    read: ReadReport
    figure: Figure
    unit: str
    factor: float = 1.0
    """With ``zero``, what makes values in different units of one class comparable."""
    zero: float = 0.0
    sentence: str = ""
    clause: str = ""
    senses: Mapping[str, float] = field(default_factory=dict)
    sense: Sense | None = None
    entity: str | None = None
    period: str | None = None
    item: str | None = None
    people: str | None = None
    subset: bool = False
    rate: str | None = None
    side: str | None = None
    alone: bool = False
    sought: bool = False
    stage: str | None = None
    former: bool = False
    moved: bool = False
    anew: bool = False
    """Whether somebody gives another number for what was told before: ``put it at 900``."""
    stems: frozenset[str] = frozenset()
    content: Mapping[str, float] = field(default_factory=dict)
    """What its words mean, as stems, with how near they stand: 0 to 1; synonyms are one."""
    names: Mapping[str, float] = field(default_factory=dict)
    """The same of the words that tell nothing of what is measured: names and its own."""
    measured: frozenset[str] = frozenset()
    """What the words mean that the reading takes for the measure."""
    noun: str = ""
    """The counted noun's last word."""
    first: bool = False
    """Whether it is its report's first figure of its unit."""
    headline: bool = False
    basis: str | None = None
    source: str | None = None
    speaker: str | None = None
    repeats: Profile | None = None
    """The figure of an earlier report whose number, known by its source, this one says again."""

    def scaled(self, value: float) -> float:
        """Return a value of the figure in the unit that its class is compared in."""
        return value * self.factor + self.zero

    @property
    def value(self) -> float | None:
        """The figure's value in the unit that its class is compared in."""
        return None if self.figure.value is None else self.scaled(self.figure.value)

    @property
    def words(self) -> Iterator[str]:
        """The meanings of all words beside the figure."""
        return chain(self.content, self.names)

    @property
    def span(self) -> Span:
        """Where the figure stands in its report's text."""
        return Span(self.figure.start, self.figure.end)
