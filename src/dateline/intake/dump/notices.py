"""What is said of an article as a whole: its date and basis, what is missing, corrections."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.intake.dump.related import word_count
from dateline.intake.dump.stamps import ONLY_UPDATED, Stamp, date_in_url
from dateline.records import DateBasis, Note
from dateline.text import Span, without_entities


def notes_of(
    headline: str | None, published: str | None, corrections: Sequence[Span], *, only_updated: bool
) -> tuple[Note, ...]:
    """Return what is missing about an article, and the corrections the page carries."""
    notes = []
    if published is None:
        notes.append(Note(code="no-date", text="The page does not state when it was published."))
    if headline is None:
        notes.append(Note(code="no-headline", text="No headline was found for the article."))
    if only_updated:
        notes.append(ONLY_UPDATED)
    notes += [
        Note(code="correction", text="The page carries a correction.", spans=(span,))
        for span in corrections
    ]
    return tuple(notes)


def published_of(
    text: str,
    opening: Span | None,
    stamp: Stamp | None,
    update: Stamp | None,
    *,
    url: str | None,
    given: str | None,
) -> tuple[str | None, Span | None, DateBasis | None]:
    """Return the publication date, its words and its basis; what the user gave comes first.

    When only an update is dated, its time is the page's date and not stated as the publication's.
    """
    if given:
        return given, None, "given"
    if opening is not None:
        return opening.of(text), opening, "stated"
    if stamp is not None:
        return stamp.value, stamp.span, "stated"
    if url and (day := date_in_url(url)) is not None:
        return day, None, "page"
    if update is not None:
        return update.value, update.span, "page"
    return None, None, None


def is_cut_short(text: str, body: Sequence[Span]) -> bool:
    """Tell whether an article ends inside a sentence."""
    last = without_entities(body[-1].of(text)).rstrip() if body else ""
    return last.endswith(("…", "...")) and word_count(last) >= 6
