"""People, roles and ages of whole invented reports, marked before they were first read.

python tests/reading/names/test_reports.py prints precision and recall with what differs.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import msgspec
import pytest

from dateline.reading.model import parses
from dateline.reading.names import names_in
from dateline.text import Passage, Span

FILE = Path(__file__).parents[1] / "statements" / "reports.jsonl"
LAYERS = ("people", "roles", "ages")


class Marked(msgspec.Struct, frozen=True):
    text: str
    people: tuple[str, ...]
    roles: tuple[tuple[str, str, str | None], ...]
    """Who, what as the text has it, and of which organisation."""
    ages: tuple[tuple[str, int], ...]


def measured(*, show: bool = False) -> dict[str, tuple[float, float]]:
    """Return precision and recall of each layer."""
    reports = [
        msgspec.json.decode(line, type=Marked) for line in FILE.read_text("utf-8").splitlines()
    ]
    passages = [Passage.of_text(r.text, headline=Span(0, r.text.index("\n"))) for r in reports]
    right, found, wanted = Counter[str](), Counter[str](), Counter[str]()
    for report, passage, doc in zip(reports, passages, parses(passages), strict=True):
        names = names_in(doc, passage)
        called = {o.id: o.name for o in names.organisations}
        have: dict[str, set[object]] = {
            "people": {p.name for p in names.people},
            "roles": {
                (p.name, r.text, called.get(r.organisation or ""))
                for p in names.people
                for r in p.roles
            },
            "ages": {(p.name, p.age) for p in names.people if p.age is not None},
        }
        for layer in LAYERS:
            want = set(getattr(report, layer))
            right[layer] += len(want & have[layer])
            found[layer] += len(have[layer])
            wanted[layer] += len(want)
            if show and want != have[layer]:
                print(layer, "missed", want - have[layer], "extra", have[layer] - want)
    return {
        layer: (right[layer] / max(found[layer], 1), right[layer] / wanted[layer])
        for layer in LAYERS
    }


@pytest.fixture(scope="module")
def figures() -> dict[str, tuple[float, float]]:
    return measured()


@pytest.mark.parametrize("layer", LAYERS)
def test_whole_reports_are_read_nearly_as_their_author_marked_them(
    layer: str, figures: dict[str, tuple[float, float]]
) -> None:
    precision, recall = figures[layer]
    assert precision >= 0.85, figures
    assert recall >= 0.85, figures


if __name__ == "__main__":
    for name, (p, r) in measured(show=True).items():
        print(f"{name:8} precision {p:.3f} recall {r:.3f}")
