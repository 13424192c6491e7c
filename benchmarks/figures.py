"""Figures: quality and words per second, beside other extractors, in one run.

    python -m benchmarks.figures [FILE.jsonl ...] [--repeat N]

FILE has one object a line: {"id", "text", "quantities": [{"value", "change"?}]}, a value being a
number or "low-high"; without it, sentences made up here are read. `quantulum3` and
`CQE` are measured when they are installed and named as skipped otherwise. Speed is by the process's
own CPU time, start-up not counted, the better of N passes. Quality: F1 of values, one-to-one inside
a text; of values with their bound (`=` for a system that gives none); silent: the share of texts
without a quantity in which none is found. Unit names differ between systems and are not compared.
"""

from __future__ import annotations

import argparse
import locale
import sys
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from types import ModuleType

import msgspec
import spacy
from benchmarks.tables import Table

from dateline.reading.figures import figures_in, quantities_in
from dateline.reading.model import find_model, parses
from dateline.text import Passage

Value = float | tuple[float, float]


class Quantity(msgspec.Struct, frozen=True):
    """One annotated or predicted quantity."""

    value: float | str
    change: str = "="


class Text(msgspec.Struct, frozen=True):
    """One text with its quantities."""

    id: str
    text: str
    quantities: tuple[Quantity, ...] = ()


Found = tuple[Value, str]
Reader = Callable[[Sequence[str]], list[list[Found]]]

_MADE_UP: tuple[tuple[str, tuple[tuple[float | str, str], ...]], ...] = (
    ("At least 38 people died when the Velska ferry sank, the port office said.", ((38, ">"),)),
    ("Turnout in Norvia was 61.4%, the electoral council said on Sunday.", ((61.4, "="),)),
    ("Exit polls showed Ana Brodek winning between 52% and 55% of the vote.", (("52-55", "="),)),
    ("The council of Kandrin met again to speak of the road to the coast.", ()),
    ("Shares of the mill fell 2.3% after it cut 140 jobs.", ((2.3, "down"), (140, "="))),
    ("The bridge will cost about $90 million and be 3 km long.", ((9e7, "~"), (3, "="))),
    ("Two thirds of the boats were lost in 2031, when the quay burned down.", ((2 / 3, "="),)),
    ("The term was extended from five to seven years.", (("5-7", "="),)),
    ("Nobody in Mirel expected route 9 to stay open after the storm of March 4.", ()),
    ("The union wants over 12 per cent more for 4,500 workers.", ((12, ">"), (4500, "="))),
)  # fmt: skip


def made_up() -> list[Text]:
    return [
        Text(str(n), text, tuple(Quantity(value, change) for value, change in quantities))
        for n, (text, quantities) in enumerate(_MADE_UP)
    ]


def value_of(quantity: Quantity) -> Value:
    raw = str(quantity.value).replace(",", "")
    low, dash, high = raw[1:].partition("-")
    return (float(raw[0] + low), float(high)) if dash and high else float(raw)


def _found(value: float | None, low: float | None, high: float | None, bound: str) -> Found:
    if (bound == "range" or value is None) and low is not None and high is not None:
        return (low, high), "="
    return (value if value is not None else low or high or 0.0), bound


def without_parse(texts: Sequence[str]) -> list[list[Found]]:
    return [
        [_found(q.value, q.low, q.high, q.bound) for q in quantities_in(text)] for text in texts
    ]


def with_parse(texts: Sequence[str]) -> list[list[Found]]:
    passages = [Passage.of_text(text) for text in texts]
    return [
        [_found(f.value, f.low, f.high, f.bound) for f in figures_in(doc, passage)]
        for doc, passage in zip(parses(passages, entities=False), passages, strict=True)
    ]


def quantulum() -> Reader:
    # Its classifier of units, used where scikit-learn is there, was stored by too old a version.
    import_module("quantulum3.classifier").USE_CLF = False  # type: ignore[attr-defined]
    parser = import_module("quantulum3.parser")

    def read(texts: Sequence[str]) -> list[list[Found]]:
        out: list[list[Found]] = []
        for text in texts:
            found: list[Found] = []
            for quantity in parser.parse(text):
                half = quantity.uncertainty
                value = float(quantity.value)
                found.append(((value - half, value + half) if half else value, "="))
            out.append(found)
        return out

    return read


def cqe() -> Reader:
    # It would download its model; Dateline's is as good and is there.
    loader = ModuleType("spacy_download")
    loader.load_spacy = lambda _: spacy.load(find_model())  # type: ignore[attr-defined]
    sys.modules.setdefault(loader.__name__, loader)
    reader = import_module("CQE.CQE").CQE()

    def read(texts: Sequence[str]) -> list[list[Found]]:
        out: list[list[Found]] = []
        for text in texts:
            found: list[Found] = []
            for quantity in reader.parse(text):
                value = quantity.value
                pair: Value = (
                    (float(value.lower), float(value.upper))
                    if hasattr(value, "lower")
                    else float(value.value)
                )
                found.append((pair, str(quantity.change.change)))
            out.append(found)
        return out

    return read


def near(gold: Value, found: Value) -> bool:
    if isinstance(gold, tuple) or isinstance(found, tuple):
        return (
            isinstance(gold, tuple)
            and isinstance(found, tuple)
            and near(gold[0], found[0])
            and near(gold[1], found[1])
        )
    return abs(gold - found) <= 1e-8 + 1e-5 * abs(gold)


def hits(gold: Sequence[Found], found: Sequence[Found], *, bounds: bool) -> int:
    left = list(found)
    count = 0
    for value, change in gold:
        match = next(
            (f for f in left if near(value, f[0]) and (not bounds or f[1] == change)), None
        )
        if match is not None:
            left.remove(match)
            count += 1
    return count


def f1(gold: Sequence[Sequence[Found]], found: Sequence[Sequence[Found]], *, bounds: bool) -> float:
    right = sum(hits(g, f, bounds=bounds) for g, f in zip(gold, found, strict=True))
    total = sum(map(len, gold)) + sum(map(len, found))
    return 2 * right / total if total else 1.0


def measure(table: Table, name: str, read: Reader, texts: Sequence[Text], repeat: int) -> None:
    words = [text.text for text in texts]
    read(words[:2])  # Start-up is not counted.
    best = float("inf")
    found: list[list[Found]] = []
    for _ in range(repeat):
        start = time.process_time()
        found = read(words)
        best = min(best, time.process_time() - start)
    speed = sum(len(text.split()) for text in words) / max(best, 1e-9)
    gold = [[(value_of(q), q.change) for q in text.quantities] for text in texts]
    empty = [not f for g, f in zip(gold, found, strict=True) if not g]
    table.add(
        name,
        value_F1=f1(gold, found, bounds=False),
        value_and_bound_F1=f1(gold, found, bounds=True),
        silent_where_empty=sum(empty) / len(empty) if empty else None,
        words_s=speed,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--repeat", type=int, default=3)
    arguments = parser.parse_args()
    texts = [
        msgspec.json.decode(line, type=Text)
        for path in arguments.files
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ] or made_up()
    table = Table(
        f"{len(texts)} texts, {sum(len(text.quantities) for text in texts)} quantities",
        {
            "value F1": ".3f",
            "value and bound F1": ".3f",
            "silent where empty": ".3f",
            "words/s": ",.0f",
        },
        compared="words/s",
    )
    measure(table, "Dateline, parse included", with_parse, texts, arguments.repeat)
    measure(table, "Dateline, without a parse", without_parse, texts, arguments.repeat)
    for name, reader in (("quantulum3", quantulum), ("CQE", cqe)):
        try:
            read = reader()
        except ImportError:
            table.leave_out(name, "not installed")
            continue
        except locale.Error:
            table.leave_out(name, "needs the locale en_US.UTF-8")
            continue
        measure(table, name, read, texts, 1)


if __name__ == "__main__":
    main()
