"""How records show themselves in a notebook."""

from __future__ import annotations

from html import escape

from dateline.records import DossierSet, Page, Reading
from dateline.show.views import facts_of, words_of


def dossiers_html(dossiers: DossierSet) -> str:
    """Return the dossier page in a frame of its own, so that its style stays inside."""
    from dateline.show.html import html_of

    return (
        f'<iframe srcdoc="{escape(html_of(dossiers))}" sandbox="allow-scripts" '
        'style="width:100%;height:44rem;border:1px solid #ccc"></iframe>'
    )


def page_html(page: Page) -> str:
    """Return the page's reports: the article's text, and the teasers as a list."""
    out: list[str] = []
    for report in page.reports:
        facts = escape(" · ".join(f"{label} {value}" for label, value in facts_of(report)))
        headline = escape(report.headline or "No headline")
        if report.kind == "article":
            body = "".join(f"<p>{escape(words_of(page.text, [span]))}</p>" for span in report.body)
            out.append(f"<h3>{headline}</h3><p><small>{facts}</small></p>{body}")
        else:
            out.append(f"<p>• <b>{headline}</b> <small>{facts}</small></p>")
    return "".join(out) or "<p>No report on this page.</p>"


def reading_html(reading: Reading) -> str:
    """Return what a reading holds, as a table of counts and values."""
    rows = [
        ("statements", str(len(reading.statements))),
        ("figures", str(len(reading.figures))),
        ("times", ", ".join(time.value for time in reading.times)),
        ("people", ", ".join(person.name for person in reading.people)),
        ("organisations", ", ".join(item.name for item in reading.organisations)),
        ("places", ", ".join(place.name for place in reading.places)),
        ("notes", " ".join(note.text for note in reading.notes)),
    ]
    cells = "".join(
        f"<tr><th>{label}</th><td>{escape(value)}</td></tr>" for label, value in rows if value
    )
    return f"<table>{cells}</table>"
