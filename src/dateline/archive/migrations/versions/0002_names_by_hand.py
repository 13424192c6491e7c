"""Names that are set right by hand."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_ID = sa.String().with_variant(sa.String(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the table of names that are one, and of what they are called."""
    op.add_column("story", sa.Column("names_entry", _NUMBER, nullable=True))
    op.create_table(
        "name_by_hand",
        sa.Column("kind", _ID, nullable=False),
        sa.Column("key", _ID, nullable=False),
        sa.Column("lead", _ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("called", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("kind", "key", name=op.f("pk_name_by_hand")),
    )
