"""HTML pages → Page: visible text in order, the article, its fields, other stories as teasers."""

from dateline.intake.html.reader import read_html
from dateline.intake.html.tree import MAX_HTML_BYTES

__all__ = ["MAX_HTML_BYTES", "read_html"]
