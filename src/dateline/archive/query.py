"""The query language: words, "phrases", fields, figures, dates, AND, OR, NOT and brackets.

    turnout "early election" person:okoye said-by:"the ministry" since:2031-05 figure>50% -poll

Words side by side must all be there. ``OR`` binds less tightly than that, ``NOT`` and ``-`` more.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from typing import Literal

import msgspec

from dateline.archive.words import Field, field_terms, term_of, terms_of
from dateline.errors import InputError

Comparison = Literal[">", ">=", "<", "<=", "="]


class Words(msgspec.Struct, frozen=True):
    """Terms side by side; ``prefix`` lets the last one go on."""

    terms: tuple[str, ...]
    prefix: bool = False


class FigureTest(msgspec.Struct, frozen=True):
    """A figure by its size, and by its unit where one is given."""

    comparison: Comparison
    value: float
    unit: str | None = None


class Named(msgspec.Struct, frozen=True):
    """Naming someone or something by one of the names kept under these numbers."""

    names: tuple[int, ...]
    speaks: bool = False
    """Whether it must have said something."""


class Published(msgspec.Struct, frozen=True):
    """Published from an instant on (``since``) or before one."""

    since: datetime.datetime | None = None
    before: datetime.datetime | None = None


class Not(msgspec.Struct, frozen=True):
    """Everything but."""

    node: Node


class All(msgspec.Struct, frozen=True):
    """All of these; everything when there is none."""

    nodes: tuple[Node, ...]


class Either(msgspec.Struct, frozen=True):
    """At least one of these."""

    nodes: tuple[Node, ...]


Node = Words | FigureTest | Named | Published | Not | All | Either

_FIELDS: dict[str, Field] = {
    "person": "person",
    "organisation": "person",
    "org": "person",
    "place": "place",
    "outlet": "outlet",
    "said-by": "said",
}
_SCALES = {
    "k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6, "bn": 1e9, "b": 1e9,
    "billion": 1e9, "tn": 1e12, "trillion": 1e12,
}  # fmt: skip
_UNITS = {"%": "percent", "pct": "percent", "pp": "percentage point", "$": "USD", "€": "EUR",
          "£": "GBP", "¥": "JPY"}  # fmt: skip
_TOKEN = re.compile(
    r"""\s+
    | (?P<open>\() | (?P<close>\)) | (?P<minus>-(?=[^\s-]))
    | figure(?P<comparison>>=|<=|>|<|=|≥|≤)(?P<figure>"[^"]*"?|[^\s()]*)
    | (?P<field>[A-Za-z]+(?:-[a-z]+)?):(?P<value>"[^"]*"?|[^\s()]*)
    | "(?P<phrase>[^"]*)"?
    | (?P<word>[^\s()"]+)""",
    re.VERBOSE,
)
_FIGURE = re.compile(
    r"(?P<before>[$€£¥]?)\s*(?P<number>\d[\d,]*(?:\.\d+)?)\s*(?P<after>.*)", re.DOTALL
)
_DEEPEST = 50


def parsed(query: str, interval: IntervalOf) -> Node:
    """Return the query's tree.

    ``interval`` gives the span of time a word such as ``2031-05`` or ``yesterday`` stands for,
    None when it stands for none. Raises InputError that names the place in the query.
    """
    return _Parser(query, interval).parsed()


IntervalOf = Callable[[str], tuple[datetime.datetime, datetime.datetime] | None]


def marked_terms(node: Node) -> tuple[Words, ...]:
    """Return the words a hit may show as found: all that are asked for, none that are ruled out."""
    if isinstance(node, Words):
        return (Words(tuple(term.split("_")[-1] for term in node.terms), node.prefix),)
    if isinstance(node, All | Either):
        return tuple(words for inner in node.nodes for words in marked_terms(inner))
    return ()


def figure_tests(node: Node) -> tuple[FigureTest, ...]:
    """Return the figures that are asked for."""
    if isinstance(node, FigureTest):
        return (node,)
    if isinstance(node, All | Either):
        return tuple(test for inner in node.nodes for test in figure_tests(inner))
    return ()


def names_asked(node: Node) -> tuple[int, ...]:
    """Return the numbers of the names that are asked for."""
    if isinstance(node, Named):
        return node.names
    if isinstance(node, All | Either):
        return tuple(name for inner in node.nodes for name in names_asked(inner))
    return ()


class _Parser:
    def __init__(self, query: str, interval: IntervalOf) -> None:
        self._query = query
        self._interval = interval
        self._tokens = [match for match in _TOKEN.finditer(query) if match.group().strip()]
        self._at = 0
        self._depth = 0

    def parsed(self) -> Node:
        node = self._either()
        if self._peek("close"):
            raise self._error("this bracket was never opened.", 'Remove it, or write it in "…".')
        return node

    def _error(self, problem: str, remedy: str, at: int | None = None) -> InputError:
        place = at
        if place is None:
            found = self._at < len(self._tokens)
            place = self._tokens[self._at].start() if found else len(self._query)
        return InputError("the query", problem, place=f"character {place + 1}", remedy=remedy)

    def _peek(self, kind: str) -> bool:
        return self._at < len(self._tokens) and self._tokens[self._at].group(kind) is not None

    def _takes(self, word: str) -> bool:
        if self._peek("word") and self._tokens[self._at].group() == word:
            self._at += 1
            return True
        return False

    def _either(self) -> Node:
        nodes = [self._all()]
        while self._takes("OR"):
            nodes.append(self._all())
        kept = tuple(node for node in nodes if node != All(()))
        # An empty side (`a OR`) asks for nothing; it must not turn into "everything".
        return kept[0] if len(kept) == 1 else Either(kept) if kept else All(())

    def _all(self) -> Node:
        nodes: list[Node] = []
        while self._at < len(self._tokens) and not self._peek("close"):
            if self._takes("AND"):
                continue
            if self._peek("word") and self._tokens[self._at].group() == "OR":
                break
            node = self._one()
            if isinstance(node, All):
                nodes.extend(node.nodes)
            elif node is not None:
                nodes.append(node)
        return nodes[0] if len(nodes) == 1 else All(tuple(nodes))

    def _one(self) -> Node | None:
        if self._takes("NOT") or self._peek("minus"):
            if self._peek("minus"):
                self._at += 1
            if self._at == len(self._tokens) or self._peek("close"):
                return None
            node = self._one()
            return None if node is None or node == All(()) else Not(node)
        token = self._tokens[self._at]
        if token.group("open"):
            return self._bracket()
        self._at += 1
        if token.group("comparison"):
            return self._figure(token)
        if token.group("field") is not None:
            return self._field(token)
        phrase = token.group("phrase")
        if phrase is not None:
            return _words(terms_of(phrase))
        return _word(token.group("word"))

    def _bracket(self) -> Node:
        opened = self._tokens[self._at].start()
        self._at += 1
        self._depth += 1
        if self._depth > _DEEPEST:
            raise self._error("there are too many brackets.", "Ask more simply.", opened)
        node = self._either()
        if not self._peek("close"):
            raise self._error("this bracket is never closed.", "Add a closing one.", opened)
        self._at += 1
        self._depth -= 1
        return node

    def _field(self, token: re.Match[str]) -> Node | None:
        name, value = token.group("field").casefold(), token.group("value").strip('"')
        if name in _FIELDS:
            return _words(field_terms(_FIELDS[name], value))
        if name in ("since", "until"):
            interval = self._interval(value)
            if interval is None:
                raise self._error(
                    f"{value!r} is no date.",
                    "Write it like 2022-11-21, 2022-11, 2022, yesterday or 7d.",
                    token.start("value"),
                )
            return (
                Published(since=interval[0]) if name == "since" else Published(before=interval[1])
            )
        # An address, or a thing with colons of its own, is words.
        if value and not {":", "/"} & set(value):
            raise self._error(
                f"there is no field {name!r}.",
                f"Fields are {', '.join((*_FIELDS, 'since', 'until'))}; words with a colon are "
                'found in "quotation marks".',
                token.start("field"),
            )
        return _words(terms_of(token.group()))

    def _figure(self, token: re.Match[str]) -> Node:
        given = token.group("figure").strip('"').strip()
        match = _FIGURE.fullmatch(given)
        if match is None:
            raise self._error(
                f"{given!r} is no number.",
                "Write it like figure>50, figure>=3.5%, figure<200bn or figure>$5m.",
                token.start("figure"),
            )
        value = float(match["number"].replace(",", ""))
        rest = match["after"].strip()
        word = re.match(r"[a-z]+", rest.casefold())
        if word and word.group() in _SCALES:
            value *= _SCALES[word.group()]
            rest = rest[word.end() :].strip()
        unit = (match["before"] or rest).strip() or None
        comparison = token.group("comparison").replace("≥", ">=").replace("≤", "<=")
        return FigureTest(
            comparison=msgspec.convert(comparison, Comparison),
            value=value,
            unit=_UNITS.get(unit.casefold(), unit) if unit else None,
        )


def _words(terms: tuple[str, ...]) -> Words | None:
    return Words(terms) if terms else None


def _word(word: str) -> Words | None:
    if word.endswith("*") and len(word) > 2:
        parts = word[:-1].casefold().split("-")
        terms = tuple(term for part in parts for term in terms_of(part))
        last = re.sub(r"\W", "", parts[-1])
        # The last part is the beginning of a word: its ending is none and must stay.
        folded = term_of(last + "x")[:-1] if last else ""
        return Words((*terms[:-1], folded), prefix=True) if terms and folded else None
    return _words(terms_of(word))
