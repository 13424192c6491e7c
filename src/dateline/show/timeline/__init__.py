"""Timelines and agendas as text, Markdown, HTML with a drawn timeline, CSV and iCalendar."""

from dateline.show.timeline.ical import agenda_ical
from dateline.show.timeline.page import timeline_html
from dateline.show.timeline.tables import timeline_csv, timeline_markdown, timeline_text

__all__ = [
    "agenda_ical",
    "timeline_csv",
    "timeline_html",
    "timeline_markdown",
    "timeline_text",
]
