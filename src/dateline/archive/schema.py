"""The tables of an archive: one schema for SQLite and PostgreSQL.

A report's number (``seq``) sorts by publication, newest highest, see `numbers.seq_of`: both
databases can then give the newest hits first, and cut by date, without sorting.
Records are kept whole, as compressed JSON; all other tables are there to find them.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
)

HEAD = "0002"
"""The newest migration; an archive that stands there needs none."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# Names are compared byte by byte in both databases, so that both list them in one order.
_ID = String().with_variant(String(collation="C"), "postgresql")

# Only a column of the type INTEGER is SQLite's own row number.
_NUMBER = BigInteger().with_variant(Integer(), "sqlite")

meta = Table(
    "meta",
    metadata,
    Column("key", _ID, primary_key=True),
    Column("value", Text, nullable=False),
)

original = Table(
    "original",
    metadata,
    Column("sha256", _ID, primary_key=True),
    Column("size", _NUMBER, nullable=False),
    Column("packed", LargeBinary, nullable=False),
)

page = Table(
    "page",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("url", _ID, index=True),
    Column("path", Text),
    Column("added", _ID, nullable=False, index=True),
    Column("original", _ID, ForeignKey("original.sha256"), index=True),
    Column("version_of", _ID, index=True),
    Column("version", Integer, nullable=False),
    Column("packed", LargeBinary, nullable=False),
)

story = Table(
    "story",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("headline", Text),
    Column("name", Text),
    Column("first", _ID),
    Column("last", _ID, index=True),
    Column("added", _ID, nullable=False),
    Column("changed", _ID, nullable=False),
    Column("change", _NUMBER, nullable=False, index=True),
    # The journal's entry of the last edit of a name in it: laid out anew, nothing new to read.
    Column("names_entry", _NUMBER),
    Column("read", _NUMBER, nullable=False),
    Column("reports", Integer, nullable=False),
    Column("originals", Integer, nullable=False),
    Column("sources", Integer, nullable=False, index=True),
    Column("outlets", Text, nullable=False),
)

report = Table(
    "report",
    metadata,
    Column("seq", _NUMBER, primary_key=True, autoincrement=False),
    Column("id", _ID, nullable=False, unique=True),
    Column("page", _ID, ForeignKey("page.id"), nullable=False, index=True),
    Column("number", Integer, nullable=False),
    Column("kind", _ID, nullable=False),
    Column("headline", Text),
    Column("outlet", Text),
    Column("newsroom", Text),
    Column("published", _ID),
    Column("added", _ID, nullable=False),
    Column("entry", _NUMBER, nullable=False, index=True),
    Column("story", _ID, ForeignKey("story.id"), nullable=False),
    Column("copy_of", _ID, index=True),
    Column("version_of", _ID, index=True),
    Column("placement", Text, nullable=False),
    Index(None, "story", "seq"),
)

reading = Table(
    "reading",
    metadata,
    Column("report", _NUMBER, ForeignKey("report.seq"), primary_key=True, autoincrement=False),
    Column("packed", LargeBinary, nullable=False),
)

name = Table(
    "name",
    metadata,
    Column("id", _NUMBER, primary_key=True, autoincrement=False),
    Column("kind", _ID, nullable=False),
    Column("key", _ID, nullable=False),
    Column("shown", Text, nullable=False),
)

name_by_hand = Table(
    "name_by_hand",
    metadata,
    Column("kind", _ID, primary_key=True),
    Column("key", _ID, primary_key=True),
    # The names with one lead, the key of the first of them, are one.
    Column("lead", _ID, nullable=False),
    Column("number", Integer, nullable=False),
    Column("words", Text, nullable=False),
    # What they are called by hand stands with the first.
    Column("called", Text),
)

mention = Table(
    "mention",
    metadata,
    Column("name", _NUMBER, ForeignKey("name.id"), primary_key=True, autoincrement=False),
    Column("report", _NUMBER, ForeignKey("report.seq"), primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("times", Integer, nullable=False),
    Index(None, "report"),
    sqlite_with_rowid=False,
)

statement = Table(
    "statement",
    metadata,
    Column("report", _NUMBER, ForeignKey("report.seq"), primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("speaker", BigInteger),
    Index(None, "speaker", "report"),
    sqlite_with_rowid=False,
)

figure = Table(
    "figure",
    metadata,
    Column("report", _NUMBER, ForeignKey("report.seq"), primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("low", Double),
    Column("high", Double),
    Column("unit", _ID),
    Column("measure", Text),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Index(None, "high", "unit"),
    Index(None, "low", "unit"),
    sqlite_with_rowid=False,
)

dated = Table(
    "dated",
    metadata,
    Column("report", _NUMBER, ForeignKey("report.seq"), primary_key=True, autoincrement=False),
    Column("kind", _ID, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("from", _ID, nullable=False),
    Column("to", _ID),
    Column("status", _ID),
    Index(None, "from"),
    sqlite_with_rowid=False,
)

journal = Table(
    "journal",
    metadata,
    Column("entry", _NUMBER, primary_key=True, autoincrement=False),
    Column("at", _ID, nullable=False, index=True),
    Column("kind", _ID, nullable=False),
    Column("subject", _ID),
    Column("detail", Text),
)

grouping = Table(
    "grouping",
    metadata,
    Column("id", SmallInteger, primary_key=True, autoincrement=False),
    Column("entry", _NUMBER, nullable=False),
    Column("packed", LargeBinary, nullable=False),
)

dossier = Table(
    "dossier",
    metadata,
    Column("story", _ID, ForeignKey("story.id"), primary_key=True),
    Column("change", _NUMBER, nullable=False),
    Column("packed", LargeBinary, nullable=False),
)

fetch = Table(
    "fetch",
    metadata,
    Column("id", _NUMBER, primary_key=True, autoincrement=False),
    Column("url", _ID, nullable=False),
    Column("at", _ID, nullable=False),
    Column("packed", LargeBinary, nullable=False),
    Index(None, "url", "id"),
)
