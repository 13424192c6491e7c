"""Measure every layer on annotated data that the user has, with the data's own scorers.

    python -m benchmarks.accuracy FOLDER [AREA…]

FOLDER holds one folder an area (``pages quotes figures timex stories``), each with its data and a
``score.py``. The command line is run as a user would run it; the scorers' headline figures are
printed as a Markdown table.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

Json = dict[str, Any]
Rows = Iterator[tuple[str, str, dict[str, float]]]


def lines_of(path: Path) -> Iterator[Json]:
    """Yield the records of a JSON Lines file, packed or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as stream:
        for line in stream:
            if line.strip():
                yield json.loads(line)


def run(command: str, records: Iterator[Json], work: Path) -> Path:
    """Run a command of Dateline over records; return the file of its output."""
    given, out = work / "given.jsonl", work / "out.jsonl"
    given.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    with out.open("wb") as stream:
        subprocess.run(
            [sys.executable, "-m", "dateline", command, str(given)], stdout=stream, check=True
        )
    return out


def converted(out: Path, change: Callable[[Json], Json]) -> Path:
    """Return a file of the output's records in the shape a scorer takes."""
    path = out.with_name("predicted.jsonl")
    path.write_text("".join(json.dumps(change(row)) + "\n" for row in lines_of(out)), "utf-8")
    return path


def scores(scorer: Path, gold: Path, predicted: Path) -> dict[str, float]:
    """Run a scorer and return its figures by name."""
    done = subprocess.run(
        [sys.executable, str(scorer), str(gold), str(predicted)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    pairs = [line.split() for line in done.stdout.splitlines()]
    return {pair[0]: float(pair[1]) for pair in pairs if len(pair) == 2}


def pages(folder: Path, work: Path) -> Rows:
    """HTML pages and text dumps."""
    for gold in sorted(folder.glob("*.jsonl")):
        given = (
            {
                "id": row["id"],
                "url": row["url"],
                "html": gzip.decompress((folder / row["html_file"]).read_bytes()).decode(
                    "utf-8", "replace"
                ),
            }
            for row in lines_of(gold)
        )
        yield "pages", gold.stem, scores(folder / "score.py", gold, run("page", given, work))
    for packed in sorted(folder.glob("dumps*.jsonl.gz")):
        for style in ("blocks", "inscriptis", "flat"):
            rows = [row for row in lines_of(packed) if row["style"] == style]
            gold = work / f"{style}.jsonl"
            gold.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
            given = ({"id": row["id"], "text": row["text"]} for row in rows)
            found = scores(folder / "score.py", gold, run("page", given, work))
            yield "pages", f"dumps, {style}", found


def quotes(folder: Path, work: Path) -> Rows:
    """Statements."""
    for gold in sorted(folder.glob("dev*.jsonl.gz")):
        out = run("annotate", lines_of(gold), work)
        predicted = converted(
            out,
            lambda row: {
                "id": row["id"],
                "attributions": [
                    {role: item[role] for role in ("source", "cue", "content")}
                    for item in row["statements"]
                ],
            },
        )
        yield "statements", gold.stem, scores(folder / "score.py", gold, predicted)


def figures(folder: Path, work: Path) -> Rows:
    """Figures in sentences, and the figure board over reports."""
    for gold in sorted(folder.glob("*.jsonl")):
        if gold.name.startswith("stories"):
            given = ({"id": row["id"], "reports": row["reports"]} for row in lines_of(gold))
            out = run("compare", given, work)
            yield "figure board", gold.stem, scores(folder / "score_stories.py", gold, out)
        else:
            out = run("annotate", lines_of(gold), work)
            yield "figures", gold.stem, scores(folder / "score.py", gold, out)


def timex(folder: Path, work: Path) -> Rows:
    """Time expressions."""
    for gold in sorted(folder.glob("*.jsonl.gz")):
        out = run("annotate", lines_of(gold), work)
        predicted = converted(out, lambda row: {"id": row["id"], "timexes": row["times"]})
        yield "times", gold.stem, scores(folder / "score.py", gold, predicted)


def stories(folder: Path, work: Path) -> Rows:
    """Grouping."""
    for gold in sorted(folder.glob("*.jsonl.gz")):
        out = run("group", lines_of(gold), work)
        yield "stories", gold.stem, scores(folder / "score.py", gold, out)


AREAS = {"pages": pages, "quotes": quotes, "figures": figures, "timex": timex, "stories": stories}
SHOWN = (
    "body_f1", "day_accuracy", "direct_with_source_f1", "exact_content_f1",
    "attribution_with_source_f1", "value_f1", "value_unit_f1", "value_change_unit_f1",
    "relaxed_f1", "strict_f1", "row_f1", "traps_taken", "row_verdict_f1", "bcubed_f1",
)  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure the areas named, or all, and print a table."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not words:
        print(__doc__, file=sys.stderr)
        return 2
    print("| layer | data | figures |\n|---|---|---|")
    for area in words[1:] or AREAS:
        with tempfile.TemporaryDirectory() as work:
            for layer, data, found in AREAS[area](Path(words[0]) / area, Path(work)):
                shown = ", ".join(
                    f"{name} {value:.3f}"
                    for name, value in found.items()
                    if name in SHOWN or name.startswith(("headline_", "author", "published_"))
                )
                print(f"| {layer} | {data} | {shown} |", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
