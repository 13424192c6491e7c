"""The reading layers as spaCy components, for pipelines of your own.

>>> import spacy
>>> from dateline.reading.model import find_model  # doctest: +SKIP
>>> nlp = spacy.load(find_model())  # doctest: +SKIP
>>> nlp.add_pipe("dateline_statements")  # doctest: +SKIP
>>> nlp(text)._.dateline_statements  # doctest: +SKIP

Each component sets one extension attribute on the document, holding the layer's records with
offsets of ``doc.text``. A component that builds on another layer uses its result when that
component ran before, and reads the layer itself otherwise. The publication date is taken from
``doc._.published``, to be set before the components run (for instance with ``nlp.make_doc``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc

from dateline.text import Passage

if TYPE_CHECKING:
    from dateline.reading.names import Names
    from dateline.records import Statement, TimeExpression

# spaCy imports this module whenever any pipeline is made, so the layers are imported in use.

for _name in ("published", *(f"dateline_{layer}" for layer in (
    "times", "names", "statements", "figures", "happenings"
))):  # fmt: skip
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=None)


def _times(doc: Doc) -> tuple[TimeExpression, ...]:
    from dateline.intake.given import given_date
    from dateline.reading.times import times_in

    if doc._.dateline_times is None:
        doc._.dateline_times = times_in(doc.text, given_date(doc._.published))
    found: tuple[TimeExpression, ...] = doc._.dateline_times
    return found


def _names(doc: Doc) -> Names:
    from dateline.reading.names import names_in

    if doc._.dateline_names is None:
        doc._.dateline_names = names_in(doc, Passage.of_text(doc.text))
    found: Names = doc._.dateline_names
    return found


def _statements(doc: Doc) -> tuple[Statement, ...]:
    from dateline.reading.statements import statements_in

    if doc._.dateline_statements is None:
        passage = Passage.of_text(doc.text)
        doc._.dateline_statements = statements_in(doc, passage, _names(doc))
    found: tuple[Statement, ...] = doc._.dateline_statements
    return found


@Language.component("dateline_times", assigns=["doc._.dateline_times"])
def times(doc: Doc) -> Doc:
    """Find and resolve time expressions."""
    _times(doc)
    return doc


@Language.component("dateline_names", assigns=["doc._.dateline_names"])
def names(doc: Doc) -> Doc:
    """Find people, organisations and places."""
    _names(doc)
    return doc


@Language.component("dateline_statements", assigns=["doc._.dateline_statements"])
def statements(doc: Doc) -> Doc:
    """Find who said what."""
    _statements(doc)
    return doc


@Language.component("dateline_figures", assigns=["doc._.dateline_figures"])
def figures(doc: Doc) -> Doc:
    """Find figures with what they measure."""
    from dateline.reading.figures import figures_in

    doc._.dateline_figures = figures_in(
        doc,
        Passage.of_text(doc.text),
        times=_times(doc),
        statements=_statements(doc),
        names=_names(doc),
    )
    return doc


@Language.component("dateline_happenings", assigns=["doc._.dateline_happenings"])
def happenings(doc: Doc) -> Doc:
    """Find dated clauses."""
    from dateline.intake.given import given_date
    from dateline.reading.happenings import happenings_in

    doc._.dateline_happenings = happenings_in(
        doc,
        Passage.of_text(doc.text),
        _times(doc),
        _names(doc),
        _statements(doc),
        given_date(doc._.published),
    )
    return doc
