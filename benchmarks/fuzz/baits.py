"""Pathological pages at growing sizes: where does time grow faster than the page?

    python -m benchmarks.fuzz.baits [LAYER…] [--bait WORDS] [--sizes 25,50,100,200,400,1000]

A bait is one unit many times over: spaces, dots, quotes, capitals, tags, brackets, nested JSON. It
is given to each layer as one line and as lines of 80 characters, at each of the sizes (thousands of
characters), but only at two of them when these promise no harm. Flagged is what takes more than two
seconds for a page of up to a million characters (the reading layers: twenty), or more than twice
what a linear layer would from the smallest size to the largest.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import partial

from benchmarks.fuzz.seeds import DUMP
from benchmarks.fuzz.units import JSON, MARKUP, UNITS
from benchmarks.tables import Table

from dateline.errors import InputError
from dateline.intake.dump import read_dump
from dateline.intake.feeds import pages_of_feed
from dateline.intake.html import read_html
from dateline.intake.sources import pages_of_bytes
from dateline.reading.layers import Task, readings_of
from dateline.text import Passage

_LINE = 80
_FLOOR = 0.15
"""Seconds below which growth is not judged."""
_PER_MILLION = {"reading": 20.0}
_FAST = 2.0
_TIMES_LINEAR = 2.0
_LEAST = 0.005
"""Seconds that any page may take: what is done once a page is no growth."""
_GIVEN_UP = 20.0
"""Seconds after which a bait is not tried at larger sizes."""


def _dump(text: str) -> None:
    read_dump(text)


def _glued(text: str) -> None:
    """Give a dump in which the bait follows an article on one line."""
    read_dump(DUMP.decode().replace("\n", " ") + text + " The ferry stopped.")


def _article(text: str) -> None:
    read_html(
        "<html><head><title>Ferry stops in Harvan</title></head><body><article>"
        "<h1>Ferry stops in Harvan</h1><p>By Mira Olt</p><p>The ferry stopped on Monday.</p>"
        f"<p>{text}</p></article></body></html>"
    )


def _markup(text: str) -> None:
    read_html(f"<html><head><title>Ferry stops</title></head><body>{text}")


def _reading(text: str) -> None:
    task = Task(id="bait", passage=Passage.of_text(text), published="2031-03-04", language="en")
    for _ in readings_of([task]):
        pass


def _feed(text: str) -> None:
    for _ in pages_of_feed(
        "<bait>",
        f"<rss version='2.0'><channel><title>P</title><item><title>Ferry</title><description>{text}"
        "</description></item></channel></rss>".encode(),
    ):
        pass


def _mail(text: str) -> None:
    head = f"From: {text}\r\nTo: a@b\r\nSubject: {text}\r\nDate: {text}\r\n"
    mail = f"{head}Content-Type: text/plain; a={text}\r\n\r\nThe ferry stopped."
    for _ in pages_of_bytes("<bait>", mail.encode()):
        pass


LAYERS: dict[str, Callable[[str], None]] = {
    "dump": _dump,
    "glued": _glued,
    "article": _article,
    "markup": _markup,
    "feed": _feed,
    "mail": _mail,
    "reading": _reading,
}


def baits(layer: str) -> Iterator[tuple[str, Callable[[int], str]]]:
    """Yield the baits of a layer with what makes one of a size."""
    if layer == "markup":
        for name, unit in MARKUP.items():
            yield name, partial(_many, "", unit, "")
        yield "attributes", partial(_many, "<p ", "a=b ", ">Ferry</p>")
        yield "long attribute", partial(_many, "<p class='", "a ", "'>Ferry</p>")
        yield "long name", partial(_many, "<", "a", ">Ferry")
        for name, (before, unit, after) in JSON.items():
            script = f'<script type="application/ld+json">{before}'
            yield name, partial(_many, script, unit, f"{after}</script><p>Ferry</p>")
        return
    for unit in UNITS:
        yield repr(unit), partial(_many, "The ferry ", unit, " x")
        line = unit * max(1, _LINE // len(unit)) + "\n"
        yield f"{unit!r} in lines", partial(_many, "The ferry\n", line, "")


def _many(before: str, unit: str, after: str, size: int) -> str:
    return before + unit * (size // len(unit)) + after


def seconds(layer: str, text: str) -> float:
    """Return how long a layer takes, in seconds of a core."""
    began = time.process_time()
    with suppress(InputError):
        LAYERS[layer](text)
    return time.process_time() - began


def measured(layer: str, make: Callable[[int], str], sizes: list[int]) -> dict[int, float]:
    """Return the seconds at each size; of the first and third alone when these promise no harm."""
    out: dict[int, float] = {}
    for size in (sizes[0], sizes[2], sizes[1], *sizes[3:]):
        out[size] = seconds(layer, make(size))
        last = max(out)
        promised = out[last] * sizes[-1] / last
        if out[size] > _GIVEN_UP or (
            len(out) == 2
            and promised <= _allowed(layer, sizes[-1])
            and growth(out) <= _TIMES_LINEAR
        ):
            break
    return dict(sorted(out.items()))


def _allowed(layer: str, size: int) -> float:
    return _PER_MILLION.get(layer, _FAST) * max(1.0, size / 1e6)


def is_bad(layer: str, times: Mapping[int, float]) -> bool:
    """Tell whether a layer is too slow or grows faster than what it is given."""
    slow = any(taken > _allowed(layer, size) for size, taken in times.items())
    return slow or (times[max(times)] >= _FLOOR and growth(times) > _TIMES_LINEAR)


def growth(times: Mapping[int, float]) -> float:
    """Return how many times longer than a linear layer's the time at the largest size is."""
    small, large = min(times), max(times)
    return times[large] / max(times[small], _LEAST) / (large / small)


def main() -> int:
    """Measure and print what is flagged; return 1 when anything is."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("layers", nargs="*", metavar="LAYER")
    parser.add_argument("--bait", help="only baits whose name holds these words")
    parser.add_argument("--sizes", default="25,50,100,200,400,1000")
    options = parser.parse_args()
    sizes = [1000 * int(size) for size in options.sizes.split(",")]
    columns = {**{f"s at {size // 1000}k": ".2f" for size in sizes}, "to linear": ".1f"}
    table = Table("baits", columns)
    tried = flagged = 0
    for layer in options.layers or LAYERS:
        seconds(layer, "The ferry stopped on Monday. " * 20)
        for name, make in baits(layer):
            if options.bait and options.bait not in name:
                continue
            tried += 1
            times = measured(layer, make, sizes)
            if is_bad(layer, times):
                flagged += 1
                shown = {f"s_at_{size // 1000}k": taken for size, taken in times.items()}
                table.add(f"{layer}: {name}"[:34], **shown, to_linear=growth(times))
    print(f"{tried} baits tried, {flagged} flagged")
    return 1 if flagged else 0


if __name__ == "__main__":
    sys.exit(main())
