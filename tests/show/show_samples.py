"""A dossier set made by hand, so that what is shown can be tested without reading anything."""

from __future__ import annotations

from dateline.records import (
    Dossier,
    DossierSet,
    Evidence,
    Figure,
    FigureEntry,
    FigureRow,
    Organisation,
    Page,
    PageSpan,
    Part,
    Person,
    Place,
    Reading,
    ReadReport,
    Report,
    Role,
    Statement,
    Story,
    TimeExpression,
    TimelineEntry,
)
from dateline.text import Span

SCRIPT = "<script>document.title='owned'</script>"


def span(text: str, words: str, after: int = 0) -> Span:
    start = text.index(words, after)
    return Span(start, start + len(words))


def page_with(
    name: str, headline: str, body: str, value: float, words: str
) -> tuple[Page, Reading]:
    text = f"{headline}\n\n{body}\n"
    page = f"pg-{name}"
    report = Report(
        id=f"{page}.0",
        kind="article",
        headline=headline,
        outlet=f"Outlet {name} {SCRIPT}",
        published="2031-05-18",
        published_basis="stated",
        url="https://news.example/a",
        body=(span(text, body),),
        evidence=Evidence(headline=(span(text, headline),)),
    )
    figure = span(text, words)
    content, source, cue = span(text, "“It is over”"), span(text, "Ada Morrow"), span(text, "said")
    reading = Reading(
        id=report.id,
        statements=(
            Statement(content=(content,), source=(source,), cue=(cue,), style="direct", speaker="p1"),
        ),
        figures=(
            Figure(
                start=figure.start, end=figure.end, value=value, unit="percent",
                measure=(span(text, "the vote"),), basis="exit poll", statement=0,
            ),
        ),
        times=(
            TimeExpression(
                start=span(text, "Sunday").start, end=span(text, "Sunday").end, type="DATE",
                value="2031-05-18", from_="2031-05-18", to="2031-05-19", precision="day",
            ),
        ),
        people=(
            Person(
                id="p1", name="Ada Morrow", mentions=(source,),
                roles=(Role(start=span(text, "mayor").start, end=span(text, "mayor").end, text="mayor"),),
            ),
        ),
        organisations=(Organisation(id="o1", name="Civitas", mentions=(span(text, "Civitas"),)),),
        places=(Place(id="l1", name="Lusna", mentions=(span(text, "Lusna"),), country="XX"),),
    )  # fmt: skip
    parts = (
        Part(kind="headline", start=0, end=len(headline)),
        Part(kind="paragraph", start=report.body[0].start, end=report.body[0].end),
    )
    return Page(
        id=page, path=f"{name}.txt", language="en", text=text, parts=parts, reports=(report,)
    ), reading


def dossiers() -> DossierSet:
    body = (
        "Ada Morrow, the mayor of Lusna, won {} of the vote on Sunday, Civitas found. "
        f"“It is over”, she said. {SCRIPT} & <b>more</b>"
    )
    one = page_with("one", f"Morrow wins {SCRIPT}", body.format("58%"), 58.0, "58%")
    two = page_with("two", "Morrow ahead", body.format("55.4%"), 55.4, "55.4%")
    entries = tuple(
        FigureEntry(
            report=reading.id, start=reading.figures[0].start, end=reading.figures[0].end,
            value=reading.figures[0].value, unit="percent", basis="exit poll",
        )
        for _, reading in (one, two)
    )  # fmt: skip
    happened = PageSpan(
        page="pg-one", report="pg-one.0", start=entries[0].start, end=entries[0].end
    )
    story = Story(id="s1", headline=one[0].reports[0].headline, reports=("pg-one.0", "pg-two.0"))
    dossier = Dossier(
        story=story,
        timeline=(
            TimelineEntry(
                from_="2031-05-18", to="2031-05-19", precision="day", status="past", span=happened
            ),
        ),
        figures=(
            FigureRow(measure="the vote", unit="percent", entries=entries, verdict="differ",
                      reason="exit poll against exit poll"),
        ),
    )  # fmt: skip
    return DossierSet(pages=(one[0], two[0]), readings=(one[1], two[1]), dossiers=(dossier,))


def reads() -> dict[str, ReadReport]:
    from dateline.show.views import reads_of

    return dict(reads_of(dossiers()))
