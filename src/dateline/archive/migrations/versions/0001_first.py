"""The first tables of an archive."""

import sqlalchemy as sa
from alembic import op

from dateline.archive.wordindex import word_index

revision = "0001"
down_revision = None

_ID = sa.String().with_variant(sa.String(collation="C"), "postgresql")
_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables, their indexes and the full-text index."""
    op.create_table(
        "fetch",
        sa.Column("id", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("url", _ID, nullable=False),
        sa.Column("at", _ID, nullable=False),
        sa.Column("packed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fetch")),
    )
    op.create_index(op.f("ix_fetch_url_id"), "fetch", ["url", "id"], unique=False)
    op.create_table(
        "grouping",
        sa.Column("id", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("entry", _NUMBER, nullable=False),
        sa.Column("packed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_grouping")),
    )
    op.create_table(
        "journal",
        sa.Column("entry", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("at", _ID, nullable=False),
        sa.Column("kind", _ID, nullable=False),
        sa.Column("subject", _ID, nullable=True),
        sa.Column("detail", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("entry", name=op.f("pk_journal")),
    )
    op.create_index(op.f("ix_journal_at"), "journal", ["at"], unique=False)
    op.create_table(
        "meta",
        sa.Column("key", _ID, nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_meta")),
    )
    op.create_table(
        "name",
        sa.Column("id", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("kind", _ID, nullable=False),
        sa.Column("key", _ID, nullable=False),
        sa.Column("shown", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_name")),
    )
    op.create_table(
        "original",
        sa.Column("sha256", _ID, nullable=False),
        sa.Column("size", _NUMBER, nullable=False),
        sa.Column("packed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_original")),
    )
    op.create_table(
        "story",
        sa.Column("id", _ID, nullable=False),
        sa.Column("headline", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("first", _ID, nullable=True),
        sa.Column("last", _ID, nullable=True),
        sa.Column("added", _ID, nullable=False),
        sa.Column("changed", _ID, nullable=False),
        sa.Column("change", _NUMBER, nullable=False),
        sa.Column("read", _NUMBER, nullable=False),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.Column("originals", sa.Integer(), nullable=False),
        sa.Column("sources", sa.Integer(), nullable=False),
        sa.Column("outlets", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_story")),
    )
    op.create_index(op.f("ix_story_change"), "story", ["change"], unique=False)
    op.create_index(op.f("ix_story_last"), "story", ["last"], unique=False)
    op.create_index(op.f("ix_story_sources"), "story", ["sources"], unique=False)
    op.create_table(
        "dossier",
        sa.Column("story", _ID, nullable=False),
        sa.Column("change", _NUMBER, nullable=False),
        sa.Column("packed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["story"], ["story.id"], name=op.f("fk_dossier_story")),
        sa.PrimaryKeyConstraint("story", name=op.f("pk_dossier")),
    )
    op.create_table(
        "page",
        sa.Column("id", _ID, nullable=False),
        sa.Column("url", _ID, nullable=True),
        sa.Column("path", sa.Text(), nullable=True),
        sa.Column("added", _ID, nullable=False),
        sa.Column("original", _ID, nullable=True),
        sa.Column("version_of", _ID, nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("packed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["original"], ["original.sha256"], name=op.f("fk_page_original")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_page")),
    )
    op.create_index(op.f("ix_page_added"), "page", ["added"], unique=False)
    op.create_index(op.f("ix_page_original"), "page", ["original"], unique=False)
    op.create_index(op.f("ix_page_url"), "page", ["url"], unique=False)
    op.create_index(op.f("ix_page_version_of"), "page", ["version_of"], unique=False)
    op.create_table(
        "report",
        sa.Column("seq", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("id", _ID, nullable=False),
        sa.Column("page", _ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", _ID, nullable=False),
        sa.Column("headline", sa.Text(), nullable=True),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("newsroom", sa.Text(), nullable=True),
        sa.Column("published", _ID, nullable=True),
        sa.Column("added", _ID, nullable=False),
        sa.Column("entry", _NUMBER, nullable=False),
        sa.Column("story", _ID, nullable=False),
        sa.Column("copy_of", _ID, nullable=True),
        sa.Column("version_of", _ID, nullable=True),
        sa.Column("placement", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["page"], ["page.id"], name=op.f("fk_report_page")),
        sa.ForeignKeyConstraint(["story"], ["story.id"], name=op.f("fk_report_story")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_report")),
        sa.UniqueConstraint("id"),
    )
    op.create_index(op.f("ix_report_copy_of"), "report", ["copy_of"], unique=False)
    op.create_index(op.f("ix_report_entry"), "report", ["entry"], unique=False)
    op.create_index(op.f("ix_report_page"), "report", ["page"], unique=False)
    op.create_index(op.f("ix_report_story_seq"), "report", ["story", "seq"], unique=False)
    op.create_index(op.f("ix_report_version_of"), "report", ["version_of"], unique=False)
    op.create_table(
        "dated",
        sa.Column("report", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("kind", _ID, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("from", _ID, nullable=False),
        sa.Column("to", _ID, nullable=True),
        sa.Column("status", _ID, nullable=True),
        sa.ForeignKeyConstraint(["report"], ["report.seq"], name=op.f("fk_dated_report")),
        sa.PrimaryKeyConstraint("report", "kind", "number", name=op.f("pk_dated")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_dated_from"), "dated", ["from"], unique=False)
    op.create_table(
        "figure",
        sa.Column("report", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("low", sa.Double(), nullable=True),
        sa.Column("high", sa.Double(), nullable=True),
        sa.Column("unit", _ID, nullable=True),
        sa.Column("measure", sa.Text(), nullable=True),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["report.seq"], name=op.f("fk_figure_report")),
        sa.PrimaryKeyConstraint("report", "number", name=op.f("pk_figure")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_figure_high_unit"), "figure", ["high", "unit"], unique=False)
    op.create_index(op.f("ix_figure_low_unit"), "figure", ["low", "unit"], unique=False)
    op.create_table(
        "mention",
        sa.Column("name", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("report", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["name"], ["name.id"], name=op.f("fk_mention_name")),
        sa.ForeignKeyConstraint(["report"], ["report.seq"], name=op.f("fk_mention_report")),
        sa.PrimaryKeyConstraint("name", "report", "number", name=op.f("pk_mention")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_mention_report"), "mention", ["report"], unique=False)
    op.create_table(
        "reading",
        sa.Column("report", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("packed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["report.seq"], name=op.f("fk_reading_report")),
        sa.PrimaryKeyConstraint("report", name=op.f("pk_reading")),
    )
    op.create_table(
        "statement",
        sa.Column("report", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("speaker", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["report"], ["report.seq"], name=op.f("fk_statement_report")),
        sa.PrimaryKeyConstraint("report", "number", name=op.f("pk_statement")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_statement_speaker_report"), "statement", ["speaker", "report"], unique=False
    )
    # ### end Alembic commands ###
    for statement in word_index(op.get_bind().dialect.name).creation:
        op.execute(statement)
