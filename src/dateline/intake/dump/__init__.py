"""Text dumps → Page."""

from dateline.intake.dump.labels import line_labels
from dateline.intake.dump.reader import MAX_CHARACTERS, page_id, read_dump

__all__ = ["MAX_CHARACTERS", "line_labels", "page_id", "read_dump"]
