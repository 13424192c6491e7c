"""Quality and speed of article readers on the same pages in one run.

    python -m benchmarks.pages [GOLD.jsonl …] [--limit N] [--only NAME …]

A GOLD record has ``html_file`` (relative to the file, plain or gzip) or ``html``, and
``body_paragraphs``; ``headline``, ``authors``, ``published`` and ``standfirst`` where known.
A folder of ``*.html[.gz]`` is read for speed alone. Without arguments, pages are made by a small
seeded generator. Peers that are not installed are named and skipped.

Body F1 is that of the article-extraction benchmark: word 4-grams per page, precision and recall
averaged over pages; a known standfirst may be there or not. Speed is process time on one core.
"""

from __future__ import annotations

import argparse
import gzip
import importlib
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec
from benchmarks.tables import Table

from dateline.errors import InputError

_WORD = re.compile(r"\w+")
_TAG = re.compile(r"<[^<>]*>")
_NGRAM = 4


class Taken(msgspec.Struct, frozen=True):
    """What a reader takes from a page."""

    body: str
    headline: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None


class Sample(msgspec.Struct, frozen=True):
    """A page with what is known of it; no paragraphs when nothing is."""

    html: bytes
    url: str | None = None
    body_paragraphs: tuple[str, ...] = ()
    standfirst: tuple[str, ...] | None = None
    headline: str | None = None
    authors: tuple[str, ...] | None = None
    published: str | None = None


class _Gold(msgspec.Struct, frozen=True):
    body_paragraphs: tuple[str, ...]
    html_file: str | None = None
    html: str | None = None
    url: str | None = None
    standfirst: tuple[str, ...] | None = None
    headline: str | None = None
    authors: tuple[str, ...] | None = None
    published: str | None = None


Reader = Callable[[bytes, str | None], Taken]


def _dateline() -> Reader:
    from dateline.intake.html import read_html

    def read(data: bytes, url: str | None) -> Taken:
        page = read_html(data, url=url)
        report = next((r for r in page.reports if r.kind == "article"), None)
        if report is None:
            return Taken("")
        return Taken(
            body="\n".join(span.of(page.text) for span in report.body),
            headline=report.headline,
            authors=report.authors,
            published=report.published,
        )

    return read


def _trafilatura(*, fast: bool) -> Reader:
    trafilatura = importlib.import_module("trafilatura")

    def read(data: bytes, url: str | None) -> Taken:
        return Taken(trafilatura.extract(data, url=url, fast=fast, include_comments=False) or "")

    return read


def _readability() -> Reader:
    document = importlib.import_module("readability").Document

    def read(data: bytes, url: str | None) -> Taken:
        page = document(data.decode("utf-8", "replace"))
        return Taken(_TAG.sub(" ", page.summary()), headline=page.short_title())

    return read


def _newspaper() -> Reader:
    newspaper = importlib.import_module("newspaper")

    def read(data: bytes, url: str | None) -> Taken:
        page = newspaper.Article(url or "https://page.example/", fetch_images=False)
        page.download(input_html=data.decode("utf-8", "replace"))
        page.parse()
        date = page.publish_date.isoformat() if page.publish_date else None
        return Taken(page.text, page.title, tuple(page.authors), date)

    return read


def _goose() -> Reader:
    goose = importlib.import_module("goose3").Goose({"enable_image_fetching": False})

    def read(data: bytes, url: str | None) -> Taken:
        page = goose.extract(raw_html=data.decode("utf-8", "replace"))
        return Taken(page.cleaned_text, page.title, tuple(page.authors or ()), page.publish_date)

    return read


def _justext() -> Reader:
    justext = importlib.import_module("justext")
    stops = justext.get_stoplist("English")

    def read(data: bytes, url: str | None) -> Taken:
        paragraphs = justext.justext(data, stops)
        return Taken("\n".join(p.text for p in paragraphs if not p.is_boilerplate))

    return read


def _resiliparse() -> Reader:
    extract = importlib.import_module("resiliparse.extract.html2text").extract_plain_text

    def read(data: bytes, url: str | None) -> Taken:
        return Taken(extract(data.decode("utf-8", "replace"), main_content=True))

    return read


COLUMNS = {
    "body F1": ".3f", "headline": ".3f", "authors F1": ".3f", "day": ".3f", "pages/s": ".1f",
    "failed": ".0f",
}  # fmt: skip
READERS: dict[str, Callable[[], Reader]] = {
    "Dateline": _dateline,
    "trafilatura fast": lambda: _trafilatura(fast=True),
    "trafilatura default": lambda: _trafilatura(fast=False),
    "readability-lxml": _readability,
    "newspaper4k": _newspaper,
    "goose3": _goose,
    "justext": _justext,
    "resiliparse": _resiliparse,
}


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Return the word 4-grams of a text, shorter texts as one."""
    words = _WORD.findall(text)
    if len(words) < _NGRAM:
        return Counter([tuple(words)] if words else [])
    return Counter(zip(*(words[i:] for i in range(_NGRAM)), strict=False))


def overlap(true: str, taken: str) -> tuple[float, float, float]:
    """Return the precision, recall and F1 of a page's body."""
    a, b = shingles(true), shingles(taken)
    hits = sum((a & b).values())
    precision = hits / b.total() if b else float(not a)
    recall = hits / a.total() if a else 1.0
    return precision, recall, 2 * hits / max(1, a.total() + b.total())


def _fold(words: str | None) -> str:
    return "".join(_WORD.findall(words or "")).casefold()


class Score:
    """Sums over the pages of one reader."""

    def __init__(self) -> None:
        self.bodies: list[tuple[float, float]] = []
        self.headlines: list[bool] = []
        self.days: list[bool] = []
        self.authors: list[float] = []
        self.seconds = 0.0
        self.failed = 0

    def add(self, sample: Sample, taken: Taken) -> None:
        """Compare what was taken with what is known."""
        if sample.body_paragraphs:
            body = "\n".join(sample.body_paragraphs)
            found = overlap(body, taken.body)
            if sample.standfirst:
                whole = "\n".join((*sample.standfirst, body))
                found = max(found, overlap(whole, taken.body), key=lambda x: x[2])
            self.bodies.append(found[:2])
        if sample.headline:
            self.headlines.append(_fold(sample.headline) == _fold(taken.headline))
        if sample.published:
            self.days.append(sample.published[:10] == str(taken.published or "")[:10])
        if sample.authors:
            a, b = {_fold(x) for x in sample.authors}, {_fold(x) for x in taken.authors}
            self.authors.append(2 * len(a & b) / (len(a) + len(b)))

    def tell(self, table: Table, name: str, pages: int) -> None:
        """Add the reader's line to a table."""
        p, r = (_mean([found[at] for found in self.bodies]) for at in (0, 1))
        table.add(
            name,
            body_F1=2 * p * r / max(p + r, 1e-9) if p is not None and r is not None else None,
            headline=_mean(self.headlines),
            authors_F1=_mean(self.authors),
            day=_mean(self.days),
            pages_s=pages / self.seconds if self.seconds else None,
            failed=self.failed,
        )


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None


_NOUNS = "ferry harbour council minister tanker bridge market school river strike budget".split()
_VERBS = "stopped opened closed delayed approved refused rebuilt sold visited defended".split()
_PLACES = "Harvan Sund Brenmark Ostrand Velmora Kesten".split()
_NAMES = ("Mira Olt", "Jon Dask", "Ada Ruhl", "Ivo Brand", "Lena Sorel")


def generated(count: int = 60, seed: int = 11) -> Iterator[Sample]:
    """Yield invented pages with menus, teasers, captions and comments around their articles."""
    rng = random.Random(seed)

    def sentence(least: int = 8) -> str:
        words = [
            f"the {rng.choice(_NOUNS)} {rng.choice(_VERBS)} in {rng.choice(_PLACES)}"
            for _ in range(rng.randrange(least // 4, least // 4 + 3))
        ]
        return (" and ".join(words)).capitalize() + "."

    for _ in range(count):
        headline = sentence(4)[:-1].capitalize()
        paragraphs = tuple(
            " ".join(sentence() for _ in range(rng.randrange(1, 5)))
            for _ in range(rng.randrange(4, 16))
        )
        author, day = rng.choice(_NAMES), f"2031-0{rng.randrange(1, 10)}-1{rng.randrange(10)}"
        inner = ""
        for words in paragraphs:
            inner += f"<p>{words}</p>"
            if rng.random() < 0.15:
                inner += f'<aside class="promo"><a href="/x">{sentence(4)}</a></aside>'
            if rng.random() < 0.15:
                inner += f"<figure><img><figcaption>{sentence(4)} (Photo)</figcaption></figure>"
        box = rng.choice(("div", "section", "article"))
        teasers = "".join(
            f'<li><a href="/{i}">{sentence(4)}</a><p>{sentence()}</p></li>' for i in range(8)
        )
        menu = "".join(f'<li><a href="/{p}">{p}</a></li>' for p in _PLACES)
        comments = "".join(f'<div class="comment"><p>{sentence()}</p></div>' for _ in range(5))
        html = (
            f'<html><head><meta property="article:published_time" content="{day}T08:00:00Z">'
            f'<meta name="author" content="{author}"><title>{headline} - The Post</title></head>'
            f'<body><nav><ul>{menu}</ul></nav><h1>{headline}</h1><p class="byline">By {author}</p>'
            f'<{box} class="story">{inner}</{box}><div class="related"><ul>{teasers}</ul></div>'
            f'<div id="comments">{comments}</div><footer>© 2031 The Post</footer></body></html>'
        )
        yield Sample(
            html=html.encode(), url="https://post.example/story", body_paragraphs=paragraphs,
            headline=headline, authors=(author,), published=day,
        )  # fmt: skip


def _bytes_of(path: Path) -> bytes:
    data = path.read_bytes()
    return gzip.decompress(data) if path.suffix == ".gz" else data


def samples_in(path: Path) -> Iterator[Sample]:
    """Yield the pages of a gold file, or of a folder without gold."""
    if path.is_dir():
        for file in sorted([*path.glob("*.html"), *path.glob("*.html.gz")]):
            yield Sample(html=_bytes_of(file))
        return
    for line in _bytes_of(path).splitlines():
        if line.strip():
            gold = msgspec.json.decode(line, type=_Gold)
            data = _bytes_of(path.parent / gold.html_file) if gold.html_file else b""
            yield Sample(
                html=data or (gold.html or "").encode(), url=gold.url,
                body_paragraphs=gold.body_paragraphs, standfirst=gold.standfirst,
                headline=gold.headline, authors=gold.authors, published=gold.published,
            )  # fmt: skip


def measured(read: Reader, samples: Sequence[Sample]) -> Score:
    """Run a reader over all pages; a page it fails on counts as empty."""
    score = Score()
    read(samples[0].html, samples[0].url)
    for sample in samples:
        begun = time.process_time()
        try:
            taken = read(sample.html, sample.url)
        except InputError:
            taken, score.failed = Taken(""), score.failed + 1
        except Exception as error:  # a peer's own failure must not end the run
            print(f"  {type(error).__name__}: {error}"[:100], file=sys.stderr)
            taken, score.failed = Taken(""), score.failed + 1
        score.seconds += time.process_time() - begun
        score.add(sample, taken)
    return score


def main() -> None:
    """Print one row per reader and input."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("inputs", type=Path, nargs="*")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--only", nargs="*", default=list(READERS))
    options = parser.parse_args()
    sources = [(path.stem, list(samples_in(path))) for path in options.inputs]
    for name, pages in sources or [("generated pages", list(generated()))]:
        samples = pages[: options.limit]
        table = Table(f"{name}: {len(samples)} pages", COLUMNS, compared="pages/s")
        for reader in options.only:
            try:
                read = READERS[reader]()
            except ImportError as error:
                table.leave_out(reader, f"{error.name} is not installed")
                continue
            measured(read, samples).tell(table, reader, len(samples))


if __name__ == "__main__":
    main()
