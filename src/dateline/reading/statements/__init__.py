"""Who said what: the statements of a passage, with content, cue, source and speaker."""

from dateline.reading.statements.reader import statements_in

__all__ = ["statements_in"]
