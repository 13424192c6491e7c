"""Searching: a query's tree becomes one SQL question, and a hit becomes spans of its text."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    and_,
    false,
    func,
    not_,
    or_,
    select,
    true,
)

from dateline.archive import schema as t
from dateline.archive.numbers import LAST_UNDATED, first_seq
from dateline.archive.packing import unpacked
from dateline.archive.query import (
    All,
    Either,
    FigureTest,
    Named,
    Node,
    Not,
    Published,
    Words,
    figure_tests,
    marked_terms,
    names_asked,
)
from dateline.archive.results import Hit, PlacedRead
from dateline.archive.wordindex import WordIndex
from dateline.archive.words import read_spans, terms_in, terms_of
from dateline.records import Organisation, Page, Person, Place, Reading, ReadReport
from dateline.text import Span

MOST_COUNTED = 1000
"""Hits beyond this are not counted: nobody reads a thousand, and counting them costs time."""

_AROUND = 90
_MOST_MARKS = 40
_AT_ONCE = 500
_FEW_FIGURES = 5000


class _Question:
    """A query as SQL: where the report numbers come from, and what must hold for them."""

    def __init__(self, connection: Connection, index: WordIndex, node: Node) -> None:
        self._connection = connection
        self._index = index
        texts, others = _parted(index, node)
        match = index.match_of(texts) if texts is not None else None
        if match is None:
            self.source: FromClause = t.report
            self.number: ColumnElement[int] = t.report.c.seq
            self.condition = self._condition(node)
        else:
            self.source, self.number = index.source, index.number
            self.condition = and_(
                self._index.matching(match), *(self._condition(other) for other in others)
            )

    def _condition(self, node: Node) -> ColumnElement[bool]:
        match = self._index.match_of(node)
        if match is not None:
            return self.number.in_(
                select(self._index.number)
                .select_from(self._index.source)
                .where(self._index.matching(match))
            )
        match node:
            case All():
                return and_(true(), *(self._condition(inner) for inner in node.nodes))
            case Either():
                return or_(false(), *(self._condition(inner) for inner in node.nodes))
            case Not():
                return not_(self._condition(node.node))
            case Published():
                return self._published(node)
            case FigureTest():
                return self._with_figure(figure_condition(node))
            case Named():
                return self._naming(node)
        raise TypeError(f"no condition for {node!r}")

    def _with_figure(self, test: ColumnElement[bool]) -> ColumnElement[bool]:
        # Few figures are quickest listed first; of many, each report looked at likely has one.
        some = select(t.figure.c.report).where(test).limit(_FEW_FIGURES).subquery()
        count = self._connection.scalar(select(func.count()).select_from(some)) or 0
        if count < _FEW_FIGURES:
            return self._listed.in_(select(t.figure.c.report).where(test))
        return select(t.figure.c.report).where(t.figure.c.report == self.number, test).exists()

    @property
    def _listed(self) -> ColumnElement[int]:
        # FTS5 must not be asked once per listed report: a sum is no column it can look up.
        return self.number if self.source is t.report else self.number + 0

    def _naming(self, node: Named) -> ColumnElement[bool]:
        table, name = (
            (t.statement, t.statement.c.speaker) if node.speaks else (t.mention, t.mention.c.name)
        )
        return self._listed.in_(select(table.c.report).where(name.in_(node.names)))

    def _published(self, node: Published) -> ColumnElement[bool]:
        # A report without a date is neither before nor after anything.
        from_ = first_seq(node.since) if node.since else LAST_UNDATED
        conditions = [self.number >= from_]
        if node.before:
            conditions.append(self.number < first_seq(_next_minute(node.before)))
        return and_(*conditions)


def _next_minute(moment: datetime.datetime) -> datetime.datetime:
    rest = datetime.timedelta(seconds=moment.second, microseconds=moment.microsecond)
    return moment - rest + datetime.timedelta(minutes=1) if rest else moment


def _parted(index: WordIndex, node: Node) -> tuple[Node | None, Sequence[Node]]:
    """Return what of a query the full-text index answers by itself, and the rest."""
    if index.match_of(node) is not None:
        return node, ()
    if not isinstance(node, All):
        return None, (node,)
    wanted = [inner for inner in node.nodes if index.match_of(inner) is not None]
    if not wanted:
        return None, node.nodes
    ruled_out = [
        inner
        for inner in node.nodes
        if isinstance(inner, Not) and index.match_of(inner.node) is not None
    ]
    ours = (*wanted, *ruled_out)
    return All(ours), [inner for inner in node.nodes if inner not in ours]


def figure_condition(test: FigureTest) -> ColumnElement[bool]:
    """Return the condition a figure's row meets when some value it may have passes the test."""
    low, high = t.figure.c.low, t.figure.c.high
    match test.comparison:
        case ">":
            size = high > test.value
        case ">=":
            size = high >= test.value
        case "<":
            size = low < test.value
        case "<=":
            size = low <= test.value
        case _:
            size = and_(low <= test.value, high >= test.value)
    if test.unit is None:
        return size
    unit = test.unit.casefold()
    return and_(size, t.figure.c.unit.in_(sorted({unit, unit.removesuffix("s")})))


def found(
    connection: Connection, index: WordIndex, node: Node, limit: int, offset: int
) -> tuple[list[int], int]:
    """Return the numbers of the reports that match, newest first, and how many there are.

    They are counted up to one more than `MOST_COUNTED`.
    """
    question = _Question(connection, index, node)
    base = select(question.number).select_from(question.source).where(question.condition)
    numbers = connection.scalars(
        base.order_by(question.number.desc()).limit(limit).offset(offset)
    ).all()
    if len(numbers) < limit and (numbers or not offset):
        return list(numbers), offset + len(numbers)
    counted = base.limit(MOST_COUNTED + 1).subquery()
    total = connection.scalar(select(func.count()).select_from(counted)) or 0
    return list(numbers), total


def placed_reads(connection: Connection) -> Iterator[PlacedRead]:
    """Yield every report with its reading and place, in the order of the archive."""
    rows = connection.execute(
        select(
            t.report.c.seq, t.report.c.story, t.report.c.copy_of, t.report.c.version_of
        ).order_by(t.report.c.seq)
    ).all()
    for start in range(0, len(rows), _AT_ONCE):
        part = rows[start : start + _AT_ONCE]
        reads = reads_of(connection, [row.seq for row in part])
        for row in part:
            yield PlacedRead(reads[row.seq], row.story, row.copy_of, row.version_of)


def reads_of(connection: Connection, numbers: Sequence[int]) -> dict[int, ReadReport]:
    """Return reports with their readings by number."""
    rows = connection.execute(
        select(
            t.report.c.seq, t.report.c.number, t.report.c.page, t.page.c.packed,
            t.reading.c.packed.label("reading"),
        )
        .join(t.page, t.page.c.id == t.report.c.page)
        .join(t.reading, t.reading.c.report == t.report.c.seq)
        .where(t.report.c.seq.in_(numbers))
    ).all()  # fmt: skip
    pages: dict[str, Page] = {}
    out: dict[int, ReadReport] = {}
    for row in rows:
        if row.page not in pages:
            pages[row.page] = unpacked(row.packed, Page)
        page = pages[row.page]
        out[row.seq] = ReadReport(
            report=page.reports[row.number],
            reading=unpacked(row.reading, Reading),
            text=page.text,
            page=page.id,
        )
    return out


def reads_by_id(connection: Connection, reports: Sequence[str]) -> dict[str, ReadReport]:
    """Return those of the reports that are there, with their readings, by id."""
    out: dict[str, ReadReport] = {}
    for start in range(0, len(reports), _AT_ONCE):
        part = reports[start : start + _AT_ONCE]
        numbers = connection.scalars(select(t.report.c.seq).where(t.report.c.id.in_(part))).all()
        out.update((r.report.id, r) for r in reads_of(connection, numbers).values())
    return out


def hits_of(connection: Connection, node: Node, numbers: Sequence[int]) -> tuple[Hit, ...]:
    """Return hits for report numbers, in their order."""
    rows = {
        row.seq: row
        for row in connection.execute(
            select(
                t.report.c.seq, t.report.c.id, t.report.c.page, t.report.c.number,
                t.report.c.story, t.report.c.kind, t.report.c.headline, t.report.c.outlet,
                t.report.c.published, t.page.c.packed,
            )
            .join(t.page, t.page.c.id == t.report.c.page)
            .where(t.report.c.seq.in_(numbers))
        )
    }  # fmt: skip
    wanted = marked_terms(node)
    figures = _figure_spans(connection, figure_tests(node), numbers)
    names = _name_spans(connection, names_asked(node), numbers)
    out: list[Hit] = []
    for number in numbers:
        row = rows[number]
        page = unpacked(row.packed, Page)
        report = page.reports[row.number]
        read = ReadReport(
            report=report, reading=Reading(id=report.id), text=page.text, page=page.id
        )
        marks = sorted(
            {*_word_marks(read, wanted), *figures.get(number, ()), *names.get(number, ())}
        )[:_MOST_MARKS]
        snippet = _snippet(read, marks)
        out.append(
            Hit(
                report=row.id,
                page=row.page,
                story=row.story,
                kind=row.kind,
                headline=row.headline,
                outlet=row.outlet,
                published=row.published,
                snippet=snippet,
                snippet_text=snippet.of(page.text) if snippet else "",
                marks=tuple(marks),
            )
        )
    return tuple(out)


def _figure_spans(
    connection: Connection, tests: Sequence[FigureTest], numbers: Sequence[int]
) -> dict[int, list[Span]]:
    out: dict[int, list[Span]] = {}
    if tests:
        rows = connection.execute(
            select(t.figure.c.report, t.figure.c.start, t.figure.c.end).where(
                t.figure.c.report.in_(numbers), or_(*(figure_condition(test) for test in tests))
            )
        )
        for row in rows:
            out.setdefault(row.report, []).append(Span(row.start, row.end))
    return out


def _name_spans(
    connection: Connection, names: Sequence[int], numbers: Sequence[int]
) -> dict[int, list[Span]]:
    """Return where reports name what is kept under these numbers, and not their namesakes."""
    out: dict[int, list[Span]] = {}
    if names:
        rows = connection.execute(
            select(t.mention.c.report, t.mention.c.number, t.name.c.kind, t.reading.c.packed)
            .join(t.name, t.name.c.id == t.mention.c.name)
            .join(t.reading, t.reading.c.report == t.mention.c.report)
            .where(t.mention.c.report.in_(numbers), t.mention.c.name.in_(names))
        )
        for row in rows:
            reading = unpacked(row.packed, Reading)
            named: dict[str, Sequence[Person | Organisation | Place]] = {
                "person": reading.people,
                "organisation": reading.organisations,
                "place": reading.places,
            }
            out.setdefault(row.report, []).extend(named[row.kind][row.number].mentions)
    return out


def _word_marks(read: ReadReport, wanted: Sequence[Words]) -> Iterator[Span]:
    if not wanted:
        return
    for passage in read_spans(read):
        # Most paragraphs hold none of the words: only where one does its place is looked up.
        terms = terms_of(passage.of(read.text))
        found = [(at, words) for words in wanted for at in _places(terms, words)]
        if found:
            spans = [span for _, span in terms_in(read.text, passage)]
            for at, words in found:
                yield Span(spans[at].start, spans[at + len(words.terms) - 1].end)


def _places(terms: Sequence[str], words: Words) -> Iterator[int]:
    """Yield where in a run of terms the words begin."""
    *others, last = words.terms
    if words.prefix:
        ends = (at for at, term in enumerate(terms) if term.startswith(last))
    elif last in terms:
        ends = (at for at, term in enumerate(terms) if term == last)
    else:
        return
    for end in ends:
        at = end - len(others)
        if at >= 0 and list(terms[at:end]) == others:
            yield at


def _snippet(read: ReadReport, marks: Sequence[Span]) -> Span | None:
    """Return the stretch of one paragraph around its first mark, cut at white space."""
    body = [span for span in read.report.body if span]
    if not body:
        return None
    for mark in marks:
        for paragraph in body:
            if paragraph.contains(mark):
                return _cut(read.text, paragraph, mark)
    return _cut(read.text, body[0], Span(body[0].start, body[0].start))


def _cut(text_: str, paragraph: Span, mark: Span) -> Span:
    start, end = max(paragraph.start, mark.start - _AROUND), min(paragraph.end, mark.end + _AROUND)
    if start > paragraph.start:
        blank = text_.find(" ", start, mark.start)
        start = blank + 1 if blank >= 0 else start
    if end < paragraph.end:
        blank = text_.rfind(" ", mark.end, end)
        end = blank if blank >= 0 else end
    return Span(start, end)
