"""Time expressions: characters per second and quality, beside other libraries, in one run.

    python -m benchmarks.times [FILE.jsonl[.gz]] [--repeat N]

FILE has one object a line: {"id", "published", "text", "timexes": [{"start", "end", "value"}]};
without it, texts made up here are read and only speed is shown. `dateparser`, `timexy` and
`recognizers-text-date-time` are measured when they are installed. Speed is by the process's own
CPU time, start-up not counted, the better of N passes (one for the others). Quality: strict and
relaxed span F1, and the F1 of values as strings; two of the others give days, compared as such.
"""

from __future__ import annotations

import argparse
import contextlib
import datetime
import gzip
import random
import re
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

import msgspec
from benchmarks.tables import Table

from dateline.reading.times import times_in


class Mark(msgspec.Struct, frozen=True):
    """One time expression: its place and value."""

    start: int
    end: int
    value: str | None = None


class Text(msgspec.Struct, frozen=True):
    """One text to read, with the expressions in it where they are known."""

    id: str
    published: str
    text: str
    timexes: tuple[Mark, ...] = ()


Reader = Callable[[Text], Sequence[Mark]]

_SENTENCES = (
    "The council of {place} met on {weekday} and will vote again in {month}.",
    "Output fell {number} percent in the third quarter from a year earlier, officials said.",
    "{name}, a 52-year-old engineer, has led the port authority since {year}.",
    "Rain fell for three days; two weeks ago the river had reached the old bridge.",
    '"We shall not wait until next year," {name} told reporters late last night.',
    "The mill at {place}, built in the late 1930s, shut on Oct. {day} with {number} workers.",
    "Nobody in {place} expected the road to stay open while the works went on.",
    "Prices of bread and coal rose again, though wages in the district did not.",
    "The ministry gave no reason for the change and did not answer written questions.",
    "{name} said the talks had been open and that both sides wished to go on with them.",
    "Farmers around {place} complain that the new rules cost them more than they bring in.",
    "The bank, which holds most of the debt, refused to say how much it expects to lose.",
    "Its rivals have cut their prices, closed branches and let go of part of their staff.",
    "Residents stood in line for water while engineers looked for the leak in the main.",
    '"It is a matter of trust," {name} wrote in a letter that was read out in the chamber.',
    "Officials in {place} deny that the contract was given to a firm owned by a relative.",
)
_PLACES = ("Norvia", "Ostravia", "Velska", "Kandrin", "Mirel")
_NAMES = ("Ana Brodek", "Ilse Tamm", "Jon Veld", "Maria Kovac", "Peter Ostin")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
_MONTHS = ("January", "March", "June", "September", "November")


def made_up_texts(count: int = 200) -> list[Text]:
    """Return invented news texts, always the same."""
    rng = random.Random(7)
    out = []
    for number in range(count):
        sentences = [
            rng.choice(_SENTENCES).format(
                place=rng.choice(_PLACES),
                name=rng.choice(_NAMES),
                weekday=rng.choice(_DAYS),
                month=rng.choice(_MONTHS),
                year=rng.randrange(1980, 2022),
                day=rng.randrange(1, 29),
                number=rng.randrange(2, 900),
            )
            for _ in range(24)
        ]
        out.append(Text(f"t{number}", "2022-11-21", " ".join(sentences)))
    return out


def texts_from(path: Path) -> list[Text]:
    """Return the texts of a JSON Lines file, plain or gzipped."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rb") as lines:
        return [msgspec.json.decode(line, type=Text) for line in lines if line.strip()]


def _dateline(text: Text) -> Sequence[Mark]:
    found = times_in(text.text, text.published)
    return [Mark(item.start, item.end, item.value) for item in found]


def _placed(words: Sequence[tuple[str, str]], text: str) -> list[Mark]:
    marks, at = [], 0
    for word, value in words:
        start = text.find(word, at)
        if start >= 0:
            at = start + len(word)
            marks.append(Mark(start, at, value))
    return marks


def _dateparser() -> Reader:
    search_dates = import_module("dateparser.search").search_dates

    def read(text: Text) -> Sequence[Mark]:
        base = datetime.datetime.fromisoformat(text.published[:10])
        found = search_dates(text.text, languages=["en"], settings={"RELATIVE_BASE": base}) or []
        return _placed([(words, moment.date().isoformat()) for words, moment in found], text.text)

    return read


def _timexy() -> Reader:
    import spacy

    import_module("timexy")
    nlp = spacy.blank("en")
    nlp.add_pipe("timexy", config={"label": "timexy", "kb_id_type": "timex3"})

    def read(text: Text) -> Sequence[Mark]:
        doc = nlp(text.text)
        marks = []
        for item in doc.ents:
            value = re.search(r'value="([^"]+?)(?:T00:00:00)?"', item.kb_id_)
            marks.append(Mark(item.start_char, item.end_char, value[1] if value else None))
        return marks

    return read


def _recognizers() -> Reader:
    recognize_datetime = import_module("recognizers_date_time").recognize_datetime
    english = import_module("recognizers_text").Culture.English

    def read(text: Text) -> Sequence[Mark]:
        base = datetime.datetime.fromisoformat(text.published[:10])
        marks = []
        for item in recognize_datetime(text.text, english, reference=base):
            values = (item.resolution or {}).get("values") or [{}]
            # Of several readings the latest one not after publication is taken.
            dated = [v["value"] for v in values if v.get("value", "9") <= text.published[:10]]
            timex = values[-1].get("timex")
            if timex and "X" in timex and dated:
                timex = max(dated)
            marks.append(Mark(item.start, item.end + 1, timex))
        return marks

    return read


_OTHERS = {
    "dateparser.search": _dateparser,
    "timexy": _timexy,
    "recognizers-text": _recognizers,
}


def _f1(hits: int, found: int, known: int) -> float:
    return 2 * hits / (found + known) if found + known else 0.0


def quality_of(texts: Sequence[Text], found: Sequence[Sequence[Mark]]) -> tuple[float, ...]:
    """Return the strict, relaxed and value F1 of what was found, paired left to right."""
    strict = relaxed = value = 0
    for text, marks in zip(texts, found, strict=True):
        free = sorted(marks, key=lambda mark: mark.start)
        for known in sorted(text.timexes, key=lambda mark: mark.start):
            for mark in free:
                if mark.start < known.end and known.start < mark.end:
                    free.remove(mark)
                    relaxed += 1
                    strict += (mark.start, mark.end) == (known.start, known.end)
                    value += mark.value is not None and mark.value == known.value
                    break
    total, known_total = sum(map(len, found)), sum(len(text.timexes) for text in texts)
    return tuple(_f1(hits, total, known_total) for hits in (strict, relaxed, value))


def measured(read: Reader, texts: Sequence[Text], repeat: int) -> tuple[float, list[list[Mark]]]:
    """Return the characters a reader does in a second of CPU time, and what it found."""
    read(texts[0])
    best = float("inf")
    found: list[list[Mark]] = []
    for _ in range(repeat):
        start = time.process_time()
        found = [list(read(text)) for text in texts]
        best = min(best, time.process_time() - start)
    return sum(len(text.text) for text in texts) / best, found


def main() -> None:
    """Print one line per library."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--repeat", type=int, default=3)
    arguments = parser.parse_args()
    texts = texts_from(arguments.file) if arguments.file else made_up_texts()
    readers: dict[str, Reader] = {"Dateline": _dateline}
    left_out: list[str] = []
    for name, make in _OTHERS.items():
        try:
            readers[name] = make()
        except ImportError:
            left_out.append(name)
    known = any(text.timexes for text in texts)
    quality = {"strict F1": ".3f", "relaxed F1": ".3f", "value F1": ".3f"} if known else {}
    table = Table(
        f"{len(texts)} texts, {sum(len(text.text) for text in texts):,} characters",
        {"characters/s": ",.0f", **quality},
        compared="characters/s",
    )
    for name, read in readers.items():
        # Some libraries print warnings on every call.
        with contextlib.redirect_stderr(None):
            speed, found = measured(read, texts, arguments.repeat if name == "Dateline" else 1)
        strict, relaxed, value = quality_of(texts, found) if known else (None, None, None)
        table.add(name, characters_s=speed, strict_F1=strict, relaxed_F1=relaxed, value_F1=value)
    for name in left_out:
        table.leave_out(name, "not installed")


if __name__ == "__main__":
    main()
