"""A figure with what is known of its measure."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from itertools import chain

from dateline.reading.figures.english.phrases import FEW
from dateline.records import Figure, ReadReport
from dateline.story.agreement.english.senses import Sense
from dateline.story.agreement.units import MEASURES
from dateline.text import Span

_ABOUT = 0.05
_FEW = re.compile(rf"{FEW}\b", re.IGNORECASE)
_DIGITS = re.compile(r"\d[\d,]*(?:\.(\d+))?")
_ROUNDED = 0.1
"""The most that rounding may take off a number: 60,000 is never told as 100,000."""
_FRACTION = 2.0
"""How many percentage points "a third" may be off."""


@dataclass
class Profile:
    """A figure with what is known of its measure; ``order`` is its place among all figures.

    Figures are compared in pairs, so what each comparison asks is worked out once; it holds from
    when units have been converted (`factor`, `zero`).
    """

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
    variant: str | None = None
    """What has been left out of the number: ``core`` inflation, ``adjusted`` earnings."""
    difference: bool = False
    """Whether it says how far apart two measurements are: ``by 0.7 degrees``."""
    whole: bool = False
    """Whether a part of it is told: ``36 of 4,120 stations``."""
    inclusive: bool = False
    """Whether something is said to be counted in: ``including debt``."""
    former: bool = False
    replaced: bool = False
    """Whether its own sentence puts another number in its place: ``to 60 from 50``."""
    began: float | None = None
    """The level that its own sentence says it has moved from: ``to 60 from 50``."""
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

    @cached_property
    def value(self) -> float | None:
        """The figure's value in the unit that its class is compared in; a change has its end's."""
        given = self.figure.high if self.figure.moves else self.figure.value
        return None if given is None else self.scaled(given)

    @cached_property
    def start(self) -> float | None:
        """The value that a change starts from, in that unit: 5.5 of ``from 5.5% to 6.5%``."""
        given = self.figure.low if self.figure.moves else self.began
        return None if given is None else self.scaled(given)

    @cached_property
    def ends(self) -> tuple[float, float]:
        """The least and greatest number that the figure names, in that unit; NaN without one."""
        figure = self.figure
        if self.value is not None:
            return self.value, self.value
        named = [x for x in (figure.low, figure.high) if x is not None]
        if not named:
            return math.nan, math.nan
        return self.scaled(min(named)), self.scaled(max(named))

    @cached_property
    def exact(self) -> bool:
        """Whether one number is given, without a bound."""
        return self.figure.bound in ("=", "up", "down") or self.figure.moves

    @cached_property
    def rounding(self) -> float:
        """Half of the last digit as written, in that unit: how far a rounded number may be off."""
        figure = self.figure
        match = _DIGITS.search(self.read.text, figure.start, figure.end)
        written = float(match.group().replace(",", "")) if match else 0.0
        given = figure.low if figure.moves else figure.value
        scale = abs(given or 0.0) / written if written else 1.0
        if match is None and self.factor != 1:
            return 0.5 * self.factor
        if match is None:
            fraction = self.unit == "percent" and figure.unit_text is None
            return _FRACTION if fraction else 0.0
        if match.group(1):
            return 0.5 * (scale or 1.0) * 10.0 ** -len(match.group(1)) * self.factor
        if self.unit == "percent" or self.factor != 1:
            return 0.5 * self.factor
        if scale > 1:
            return min(0.5 * scale, _ROUNDED * abs(figure.value or scale))
        value = figure.value or 0.0
        zeros = len(str(int(abs(value)))) - len(str(int(abs(value))).rstrip("0")) if value else 0
        return min(0.5 * 10.0**zeros, _ROUNDED * abs(value)) if zeros >= 3 else 0.0

    @cached_property
    def interval(self) -> tuple[float, float]:
        """The values that the figure allows, in that unit."""
        figure = self.figure
        if figure.vague and figure.low is not None:
            # Dozens may be many; a few dozen are no hundreds.
            few = _FEW.match(self.read.text, figure.start) and figure.high is not None
            return self.scaled(figure.low), self.scaled(figure.high or 0) if few else math.inf
        if figure.moves and self.value is not None:
            return self.value - self.rounding, self.value + self.rounding
        if figure.bound == "range" and figure.low is not None and figure.high is not None:
            return self.scaled(figure.low), self.scaled(figure.high)
        given = next((x for x in (figure.value, figure.low, figure.high) if x is not None), None)
        if given is None:
            return -math.inf, math.inf
        value = self.scaled(given)
        match figure.bound:
            case ">":
                return value, math.inf
            case "<":
                return -math.inf, value
            case "~":
                slack = max(abs(value) * _ABOUT, self.rounding)
                return value - slack, value + slack
            case _:
                return value - self.rounding, value + self.rounding

    @cached_property
    def report(self) -> str:
        """The id of the figure's report."""
        return self.read.report.id

    @cached_property
    def published(self) -> datetime | None:
        """When the figure's report was published, as far as it is known."""
        stated = self.read.report.published
        if stated is None:
            return None
        try:
            when = datetime.fromisoformat(stated)
        except ValueError:
            return None
        return when.replace(tzinfo=None) - (when.utcoffset() or timedelta(0))

    @cached_property
    def telling(self) -> bool:
        """Whether the number is rare enough that its repetition means something."""
        value = self.figure.value
        if self.figure.bound == "range" and not self.figure.vague:
            return True
        return value is not None and (value != int(value) or abs(value) > 12)

    @cached_property
    def rare(self) -> bool:
        """Whether the number is so rare that two reports hardly give it for two things."""
        value = self.figure.value
        if value is None or not self.telling:
            return False
        digits = f"{abs(value):.6g}".replace(".", "").split("e")[0].strip("0")
        return len(digits) >= (3 if self.unit == "percent" else 2)

    @cached_property
    def counted(self) -> bool:
        """Whether things are counted, of whatever kind."""
        return self.unit.startswith("count")

    @cached_property
    def kinds(self) -> tuple[bool, bool, bool, bool, bool]:
        """Whether it is a percentage, money, of people, of time, of another quantity measured."""
        unit, timed = self.unit, self.unit == "time"
        quantity = unit in MEASURES and not timed
        return unit == "percent", unit.startswith("money"), unit == "people", timed, quantity

    @cached_property
    def long_past(self) -> bool:
        """Whether it holds for a year before the last one; one without a period is new."""
        year = (self.period or self.figure.as_of or "")[:4]
        return (
            year.isdecimal() and self.published is not None and int(year) < self.published.year - 1
        )

    @cached_property
    def group(self) -> tuple[str | bool | None, ...]:
        """Which of those it could measure it does: figures that differ have different numbers."""
        marks = self.subset, self.sought, self.former, self.difference, self.inclusive
        return self.people, *marks

    @property
    def words(self) -> Iterator[str]:
        """The meanings of all words beside the figure."""
        return chain(self.content, self.names)

    @property
    def span(self) -> Span:
        """Where the figure stands in its report's text."""
        return Span(self.figure.start, self.figure.end)
