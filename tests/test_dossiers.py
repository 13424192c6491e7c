"""The whole way on the examples: every span is what it claims, and the same bytes come out again."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest

from dateline.library import read_pages
from dateline.pipeline import dossier_set
from dateline.records import DossierSet, Reading
from dateline.show.document import document_of, json_of, json_schema
from dateline.text import Span


@pytest.fixture(scope="module")
def dossiers(example_paths: list[str]) -> DossierSet:
    return read_pages(example_paths, workers=1)


@pytest.fixture(scope="module")
def document(dossiers: DossierSet) -> dict[str, object]:
    loaded: dict[str, object] = json.loads(json_of(document_of(dossiers)))
    return loaded


def spans_of(reading: Reading) -> Iterator[Span]:
    for statement in reading.statements:
        yield from (*statement.content, *statement.source, *statement.cue, *statement.via)
    for figure in reading.figures:
        yield Span(figure.start, figure.end)
        yield from (*figure.measure, *figure.subject, *figure.basis_span)
    for time in reading.times:
        yield Span(time.start, time.end)
        if time.anchor_span:
            yield time.anchor_span
    for happening in reading.happenings:
        yield Span(happening.start, happening.end)
    for person in reading.people:
        yield from (*person.mentions, *person.pronouns)
        for item in person.roles:
            yield Span(item.start, item.end)
    for named in (*reading.organisations, *reading.places):
        yield from named.mentions


def test_the_document_is_valid_by_its_schema(document: dict[str, object]) -> None:
    jsonschema.Draft202012Validator(json.loads(json_schema())).validate(document)


def test_the_schema_in_the_docs_is_the_schema_of_the_records() -> None:
    path = Path(__file__).parent.parent / "docs" / "dateline-1.schema.json"
    assert path.read_bytes() == json_schema(), "renew it with: ./dev schema"


def test_every_span_of_every_reading_lies_in_its_page_and_has_words(dossiers: DossierSet) -> None:
    readings = {reading.id: reading for reading in dossiers.readings}
    count = 0
    for page in dossiers.pages:
        for report in page.reports:
            for span in spans_of(readings[report.id]):
                assert 0 <= span.start < span.end <= len(page.text)
                assert span.of(page.text).strip(), (report.id, span)
                count += 1
    assert count > 500


def test_every_field_of_a_report_is_what_its_evidence_spans_say(dossiers: DossierSet) -> None:
    def folded(words: str) -> str:
        return re.sub(r"\W+", " ", words).strip().casefold()

    for page in dossiers.pages:
        for report in page.reports:
            evidence = report.evidence
            for value, spans in (
                (report.headline, evidence.headline),
                (report.place, evidence.place),
                (report.version, evidence.version),
            ):
                if value is not None:
                    assert spans, (page.path, value)
                    assert folded(value) in folded(spans[0].of(page.text)), (page.path, value)
            for author in report.authors:
                assert any(
                    folded(author) in folded(span.of(page.text)) for span in evidence.authors
                ), (page.path, author)


def test_parts_are_in_order_and_do_not_overlap(dossiers: DossierSet) -> None:
    for page in dossiers.pages:
        ends = 0
        for part in page.parts:
            assert ends <= part.start < part.end <= len(page.text), (page.path, part)
            ends = part.end


def test_a_mention_stands_for_the_person_it_names(dossiers: DossierSet) -> None:
    texts = {page.id: page.text for page in dossiers.pages}
    for reading in dossiers.readings:
        text = texts[reading.id.rpartition(".")[0]]
        for person in reading.people:
            for role in person.roles:
                assert text[role.start : role.end] == role.text


def test_two_workers_and_a_second_run_give_the_same_bytes(
    dossiers: DossierSet, example_paths: list[str]
) -> None:
    again = json_of(document_of(dossier_set(dossiers.pages, workers=2)))
    assert again == json_of(document_of(dossiers))


def test_the_three_stories_are_told_apart_from_the_rest(dossiers: DossierSet) -> None:
    readings = {
        report.id: (report.headline or "") for page in dossiers.pages for report in page.reports
    }
    stories = [
        {readings[id] for id in item.story.reports}
        for item in dossiers.dossiers
        if len(item.story.reports) > 2
    ]
    for cue in ("Dravic", "ferry", "Korvath"):
        best = max(stories, key=lambda story: sum(cue.lower() in h.lower() for h in story))
        assert sum(cue.lower() in headline.lower() for headline in best) >= 3, cue
    for story in stories:
        assert not any("garden" in headline or "Lowmoor" in headline for headline in story)


def test_a_version_mark_is_neither_in_a_story_s_headline_nor_read(dossiers: DossierSet) -> None:
    marked = [
        (report, reading)
        for page in dossiers.pages
        for report in page.reports
        for reading in dossiers.readings
        if reading.id == report.id and (report.headline or "").startswith("UPDATE")
    ]
    assert marked
    for report, reading in marked:
        mark = report.evidence.headline[0].start
        assert not any(span.start <= mark < span.end for span in spans_of(reading)), report.headline
    headlines = [dossier.story.headline or "" for dossier in dossiers.dossiers]
    assert not any(headline.startswith("UPDATE") for headline in headlines)


def test_bad_inputs_are_listed_and_the_good_ones_are_still_read(
    tmp_path: Path, example_paths: list[str]
) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    binary = tmp_path / "binary.bin"
    binary.write_bytes(bytes(range(256)) * 64)
    done = subprocess.run(
        [
            sys.executable, "-m", "dateline", "read", str(empty), example_paths[6], str(binary),
            str(tmp_path / "nothing.txt"), "--format", "json",
        ],
        capture_output=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert len(json.loads(done.stdout)["pages"]) == 1
    lines = done.stderr.decode().splitlines()
    assert len(lines) == 3
    assert all(line.startswith("dateline: ") for line in lines)
    assert "Traceback" not in done.stderr.decode()


@pytest.mark.parametrize("arguments", [["--version"], ["--help"]])
def test_help_and_version_load_no_language_model(arguments: list[str]) -> None:
    code = (
        "import sys\nfrom dateline.cli import main\n"
        f"try: main({arguments!r})\nexcept SystemExit: pass\n"
        "assert not {'spacy', 'numpy', 'lxml', 'msgspec'} & set(sys.modules), sys.modules.keys()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
