"""The first input must always come out right. It is not in the repository: this test holds offsets
and normalised values only, and is skipped where the page is not beside the checkout."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.library import read_pages
from dateline.records import DossierSet, Figure, Page, Reading, Statement

HERE = Path(__file__).resolve().parent.parent
FOUND = sorted(Path(os.environ.get("DATELINE_SEED", HERE.parent / "shared" / "seed")).glob("*.txt"))

pytestmark = pytest.mark.skipif(not FOUND, reason="the first input is not beside the checkout")

TEASERS = 20
ELECTION = {0, 4, 6, 9, 11}
SUBHEADS = [(1471, 1489), (3515, 3527), (4518, 4530)]
PROMO = [(399, 423), (5888, 5925)]
# Report, start of a direct statement's content → where a name of its speaker stands.
DIRECT = {
    (0, 937): (1013, 1027),
    (0, 2134): (2306, 2321),
    (0, 2869): (2841, 2859),
    (0, 4218): (4437, 4448),
    (0, 5563): (1013, 1027),
    (12, 10836): (10884, 10900),
    (13, 11612): (11683, 11686),
    (17, 13871): (13957, 13969),
}


@pytest.fixture(scope="module")
def dossiers() -> DossierSet:
    return read_pages([str(FOUND[0])], workers=1)


@pytest.fixture(scope="module")
def page(dossiers: DossierSet) -> Page:
    (page,) = dossiers.pages
    return page


@pytest.fixture(scope="module")
def article(dossiers: DossierSet) -> Reading:
    return dossiers.readings[0]


def test_the_article_stands_apart_from_the_page(page: Page) -> None:
    report = page.reports[0]
    evidence = report.evidence
    assert report.kind == "article"
    assert (report.published, report.published_basis, report.reading_minutes) == (
        "2022-11-21", "stated", 5,
    )  # fmt: skip
    assert [tuple(span) for span in _spans(evidence.headline)] == [(17, 77)]
    assert [tuple(span) for span in _spans(evidence.authors)] == [(79, 97)]
    assert report.agency is not None
    assert report.agency.casefold() == page.text[112:121].casefold()
    assert report.publisher == page.text[5933:5947]
    assert [tuple(span) for span in _spans(report.subheads)] == SUBHEADS
    assert [(part.start, part.end) for part in page.parts if part.kind == "promo"] == PROMO
    assert report.body[0].start == 126
    assert report.body[-1].end == 5886
    assert len(report.body) == 25


def _spans(spans: tuple[object, ...]) -> Iterator[tuple[int, int]]:
    for span in spans:
        yield span.start, span.end  # type: ignore[attr-defined]


def test_every_teaser_is_a_report_of_its_own(page: Page) -> None:
    teasers = page.reports[1:]
    assert [report.kind for report in teasers] == ["teaser"] * TEASERS
    assert all(report.headline and report.published_basis == "page" for report in teasers)
    agencies = {number: report.agency for number, report in enumerate(page.reports) if number}
    assert {number for number, name in agencies.items() if name} >= {11, 13, 15}
    assert (agencies[11], agencies[13], agencies[15]) == ("Reuters", "AP", "AP")
    assert [page.reports[n].truncated for n in (13, 15, 12)] == [True, True, False]
    assert page.reports[4].version == page.text[6629:6637]
    places = [page.reports[n].evidence.place[0] for n in (11, 13, 15)]
    assert [(place.start, place.end) for place in places] == [
        (9791, 9797), (11214, 11225), (12421, 12434),
    ]  # fmt: skip


def test_direct_statements_have_the_right_speaker(dossiers: DossierSet) -> None:
    right = {
        (report, statement.content[0].start)
        for report, reading in enumerate(dossiers.readings)
        for statement in reading.statements
        if (where := DIRECT.get((report, statement.content[0].start)))
        and _named_at(reading, statement, where)
    }
    assert len(right) >= 7, DIRECT.keys() - right


def _named_at(reading: Reading, statement: Statement, where: tuple[int, int]) -> bool:
    named = [
        span
        for item in (*reading.people, *reading.organisations)
        if item.id == statement.speaker
        for span in item.mentions
    ]
    return any(span.start <= where[0] and where[1] <= span.end for span in named)


def _figure_at(reading: Reading, start: int) -> Figure:
    return next(figure for figure in reading.figures if figure.start <= start < figure.end)


def test_the_figures_have_value_bound_and_basis(dossiers: DossierSet, article: Reading) -> None:
    won = _figure_at(article, 519)
    assert (won.value, won.unit, won.basis) == (81.3, "percent", "preliminary")
    turnout = _figure_at(article, 1274)
    assert (turnout.value, turnout.unit) == (69.4, "percent")
    killed = _figure_at(article, 1901)
    assert (killed.value, killed.bound, killed.unit) == (230, ">", "people")
    others = _figure_at(article, 651)
    assert (others.value, others.bound) == (3.5, "<")
    economy = _figure_at(article, 1627)
    assert (economy.value, economy.unit) == (200e9, "USD")
    exports = _figure_at(article, 3835)
    assert (exports.value, exports.bound) == (80, "~")
    polls = _figure_at(dossiers.readings[11], 10361)
    assert (polls.low, polls.high, polls.basis) == (82, 85, "exit poll")


def test_preliminary_count_and_exit_poll_stand_in_one_row(dossiers: DossierSet) -> None:
    rows = [row for item in dossiers.dossiers for row in item.figures]
    (row,) = [row for row in rows if any(entry.start == 519 for entry in row.entries)]
    assert {entry.basis for entry in row.entries} == {"preliminary", "exit poll"}
    assert row.verdict == "differ"
    assert row.reason is not None
    assert "exit poll" in row.reason
    assert "preliminary" in row.reason


@pytest.mark.parametrize(
    ("start", "value"),
    [
        (210, "2022-11-20"),
        (1464, "1991"),
        (1533, "2019"),
        (1852, "2022-01"),
        (2534, "2022-06"),
        (2798, "2025"),
        (3982, "2022-06"),
        (5131, "2022-09"),
    ],
)
def test_times_are_resolved_against_the_publication_date(
    article: Reading, start: int, value: str
) -> None:
    (time,) = [time for time in article.times if time.start <= start < time.end]
    assert time.value == value


def test_the_agenda_holds_the_parliamentary_elections(dossiers: DossierSet) -> None:
    agenda = [entry for item in dossiers.dossiers for entry in item.agenda]
    ahead = [entry for entry in agenda if entry.span.start <= 2823 < entry.span.end]
    assert [entry.from_ for entry in ahead] == ["2023-01-01"]


def test_the_election_reports_make_one_story(dossiers: DossierSet, page: Page) -> None:
    story = next(
        item.story for item in dossiers.dossiers if page.reports[0].id in item.story.reports
    )
    numbers = {int(report.rpartition(".")[2]) for report in story.reports}
    assert numbers == ELECTION
