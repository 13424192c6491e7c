"""The figure board: which figures of a story measure the same thing, and whether they agree."""

from dateline.story.agreement.rows import rows_of

__all__ = ["rows_of"]
