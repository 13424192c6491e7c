"""The figure board: rows of figures side by side, as text, Markdown, CSV and drawn HTML."""

from dateline.show.board.drawing import row_drawing
from dateline.show.board.page import board_html
from dateline.show.board.tables import board_csv, board_markdown, board_text

__all__ = ["board_csv", "board_html", "board_markdown", "board_text", "row_drawing"]
