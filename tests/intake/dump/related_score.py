"""Score the other stories that the dump reader finds on invented pages of many layouts.

    python tests/intake/dump/related_score.py [-v]

The pages stand in ``related/``, with ``{h|…}`` round each other story's headline, ``{t|…}`` round
its teaser and ``{o|…}`` round its outlet; what follows a headline (an outlet also: precedes it)
belongs to it. F1 counts headlines, and teasers and outlets with the headline they are given to.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from dateline.intake.dump import read_dump
from dateline.text import without_entities

FOLDER = Path(__file__).with_name("related")
KINDS = ("headline", "teaser", "outlet")
_MARK = re.compile(r"\{([hto])\|([^{}]*)\}")
_OUTLET_FIRST = "outlet-first"
_FINDING = tuple[str, ...]


class Marked(NamedTuple):
    """A page and what it shows of other stories: kind, headline and, if it is none, words."""

    name: str
    text: str
    items: Counter[_FINDING]


def marked_pages() -> list[Marked]:
    """Return the invented pages in the order of their names."""
    return [_marked(path) for path in sorted(FOLDER.glob("*.txt"))]


def _marked(path: Path) -> Marked:
    source = path.read_text("utf-8")
    marks = [(match[1], _words(match[2])) for match in _MARK.finditer(source)]
    items: Counter[_FINDING] = Counter()
    for index, (kind, words) in enumerate(marks):
        if kind == "h":
            items["headline", words] += 1
            continue
        first = path.stem == _OUTLET_FIRST
        heads = marks[index:] if first else reversed(marks[:index])
        head = next(words for kind, words in heads if kind == "h")
        items[{"t": "teaser", "o": "outlet"}[kind], head, words] += 1
    return Marked(path.stem, _MARK.sub(r"\2", source), items)


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", without_entities(text)))


def found_on(page: Marked) -> Counter[_FINDING]:
    """Return what the reader finds on a page, written as the marks are."""
    out: Counter[_FINDING] = Counter()
    for report in read_dump(page.text).reports:
        if report.kind != "teaser":
            continue
        head = _words(report.headline or "")
        out["headline", head] += 1
        if report.body:
            body = " ".join(span.of(page.text) for span in report.body)
            out["teaser", head, _words(body)] += 1
        if report.outlet:
            out["outlet", head, _words(report.outlet)] += 1
    return out


def scores(pages: list[Marked]) -> dict[str, float]:
    """Return F1 for each kind and for all together."""
    hits: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    given: Counter[str] = Counter()
    for page in pages:
        found = found_on(page)
        for findings, counter in (
            (page.items, wanted), (found, given), (found & page.items, hits),
        ):  # fmt: skip
            for finding, count in findings.items():
                counter[finding[0]] += count
                counter["all"] += count
    return {kind: 2 * hits[kind] / max(wanted[kind] + given[kind], 1) for kind in (*KINDS, "all")}


if __name__ == "__main__":
    found_pages = marked_pages()
    if "-v" in sys.argv[1:]:
        for page in found_pages:
            found = found_on(page)
            for sign, findings in (("-", page.items - found), ("+", found - page.items)):
                for finding in findings:
                    print(f"{page.name}: {sign} {' | '.join(finding)}")
    for kind, value in scores(found_pages).items():
        print(f"{kind}_f1 {value:.3f}")
