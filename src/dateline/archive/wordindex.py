"""The full-text index in each database: FTS5 in SQLite, a tsvector in PostgreSQL.

Both are given the terms of `words` and take nothing apart themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, Connection, FromClause, cast, column, table, text
from sqlalchemy.dialects.postgresql import TSQUERY

from dateline.archive.query import All, Either, Node, Not, Words

Passages = Sequence[Sequence[str]]
"""The runs of terms of one report."""


class WordIndex:
    """What an archive asks of a full-text index."""

    creation: tuple[str, ...]
    """The statements that make the index."""
    source: FromClause
    number: ColumnElement[int]
    """The column that holds the report's number."""

    def matching(self, match: str) -> ColumnElement[bool]:
        """Return the condition that a report of the index matches an expression."""
        raise NotImplementedError

    def add(self, connection: Connection, reports: Iterable[tuple[int, Passages]]) -> None:
        """Index reports, given by number."""
        raise NotImplementedError

    def remove(self, connection: Connection, reports: Iterable[tuple[int, Passages]]) -> None:
        """Take reports out; they must be given with the terms they were indexed by."""
        raise NotImplementedError

    def clear(self, connection: Connection) -> None:
        """Take everything out."""
        raise NotImplementedError

    def scrub(self, connection: Connection) -> None:
        """Overwrite what is left of reports that were taken out."""

    def match_of(self, node: Node) -> str | None:
        """Return the index's own expression for a tree of words, None when it has none.

        Neither index is asked for what merely lacks a word: it would have to read all reports.
        """
        if isinstance(node, Words):
            return self._phrase(node)
        if isinstance(node, Either):
            parts = [self.match_of(inner) for inner in node.nodes]
            found = [part for part in parts if part is not None]
            return self._either(found) if found and len(found) == len(parts) else None
        if isinstance(node, All):
            wanted = [self.match_of(i) for i in node.nodes if not isinstance(i, Not)]
            ruled_out = [self.match_of(i.node) for i in node.nodes if isinstance(i, Not)]
            known = [part for part in wanted if part is not None]
            known_out = [part for part in ruled_out if part is not None]
            if known and len(known) + len(known_out) == len(node.nodes):
                return self._all(known, known_out)
        return None

    def _phrase(self, words: Words) -> str:
        raise NotImplementedError

    def _either(self, parts: Sequence[str]) -> str:
        raise NotImplementedError

    def _all(self, wanted: Sequence[str], ruled_out: Sequence[str]) -> str:
        raise NotImplementedError


class _SqliteWords(WordIndex):
    """FTS5 without content: the terms can be derived again from the page and the reading."""

    # The ascii tokenizer takes every other character for a letter, as the terms' maker did.
    creation = (
        "CREATE VIRTUAL TABLE words USING fts5("
        "terms, content='', columnsize=0, tokenize=\"ascii tokenchars '_'\")",
    )
    source = table("words", column("rowid"), column("terms"))
    number = source.c.rowid

    def matching(self, match: str) -> ColumnElement[bool]:
        return column("words").bool_op("MATCH")(match)

    def add(self, connection: Connection, reports: Iterable[tuple[int, Passages]]) -> None:
        # FTS5 is quickest when numbers rise.
        rows = [
            {"number": number, "terms": _stream(passages)} for number, passages in sorted(reports)
        ]
        if rows:
            connection.execute(
                text("INSERT INTO words (rowid, terms) VALUES (:number, :terms)"), rows
            )

    def remove(self, connection: Connection, reports: Iterable[tuple[int, Passages]]) -> None:
        for number, passages in reports:
            connection.execute(
                text("INSERT INTO words (words, rowid, terms) VALUES ('delete', :number, :terms)"),
                {"number": number, "terms": _stream(passages)},
            )

    def clear(self, connection: Connection) -> None:
        connection.execute(text("INSERT INTO words (words) VALUES ('delete-all')"))

    def scrub(self, connection: Connection) -> None:
        # Removed terms stay in old segments until these are merged into one.
        connection.execute(text("INSERT INTO words (words) VALUES ('optimize')"))

    def _phrase(self, words: Words) -> str:
        return f'"{" ".join(words.terms)}"' + ("*" if words.prefix else "")

    def _either(self, parts: Sequence[str]) -> str:
        return f"({' OR '.join(parts)})"

    def _all(self, wanted: Sequence[str], ruled_out: Sequence[str]) -> str:
        expression = f"({' AND '.join(wanted)})"
        return f"({expression} NOT {self._either(ruled_out)})" if ruled_out else expression


class _PostgresWords(WordIndex):
    """A tsvector written term by term, so that the server's own dictionaries have no say."""

    creation = (
        "CREATE TABLE words (report BIGINT PRIMARY KEY, terms TSVECTOR NOT NULL)",
        "CREATE INDEX ix_words_terms ON words USING gin (terms)",
    )
    source = table("words", column("report"), column("terms"))
    number = source.c.report

    def matching(self, match: str) -> ColumnElement[bool]:
        return self.source.c.terms.bool_op("@@")(cast(match, TSQUERY))

    def add(self, connection: Connection, reports: Iterable[tuple[int, Passages]]) -> None:
        rows = [{"number": number, "terms": _vector(passages)} for number, passages in reports]
        if rows:
            connection.execute(
                text(
                    "INSERT INTO words (report, terms) VALUES (:number, CAST(:terms AS tsvector))"
                ),
                rows,
            )

    def remove(self, connection: Connection, reports: Iterable[tuple[int, Passages]]) -> None:
        rows = [{"number": number} for number, _ in reports]
        if rows:
            connection.execute(text("DELETE FROM words WHERE report = :number"), rows)

    def clear(self, connection: Connection) -> None:
        connection.execute(text("DELETE FROM words"))

    def _phrase(self, words: Words) -> str:
        *others, last = (f"'{term}'" for term in words.terms)
        return f"({' <-> '.join([*others, last + (':*' if words.prefix else '')])})"

    def _either(self, parts: Sequence[str]) -> str:
        return f"({' | '.join(parts)})"

    def _all(self, wanted: Sequence[str], ruled_out: Sequence[str]) -> str:
        return f"({' & '.join([*wanted, *(f'!{part}' for part in ruled_out)])})"


def word_index(dialect: str) -> WordIndex:
    """Return the full-text index of a database by SQLAlchemy's name for it."""
    return _SqliteWords() if dialect == "sqlite" else _PostgresWords()


_GAP = "__"
"""A term nothing asks for, between two passages."""


def _stream(passages: Passages) -> str:
    return f" {_GAP} ".join(" ".join(terms) for terms in passages)


def _vector(passages: Passages) -> str:
    places: dict[str, list[str]] = {}
    at = 0
    for terms in passages:
        for term in terms:
            at += 1
            places.setdefault(term, []).append(str(at))
        at += 1
    return " ".join(f"'{term}':{','.join(numbers)}" for term, numbers in places.items())
