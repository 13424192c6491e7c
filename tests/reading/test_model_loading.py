"""Loading the model: once, and without what a reading does not need."""

from __future__ import annotations

import subprocess
import sys

from dateline.reading.model import language


def test_the_model_is_loaded_once_however_it_is_asked_for() -> None:
    assert language() is language(None)


def test_spacys_command_line_is_not_loaded_until_somebody_asks_for_it() -> None:
    script = (
        "import sys; from dateline.reading.model import language; language();"
        "assert 'weasel' not in sys.modules; import spacy.cli; assert callable(spacy.cli.info)"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_the_pipeline_is_imported_without_spacy() -> None:
    script = "import sys, dateline.pipeline; assert 'spacy' not in sys.modules"
    subprocess.run([sys.executable, "-c", script], check=True)


def test_the_words_of_the_vectors_are_not_loaded_but_every_label_is_known() -> None:
    nlp = language()
    assert len(nlp.vocab.strings) < 100_000
    assert all(
        label in nlp.vocab.strings for name in nlp.pipe_names for label in nlp.get_pipe(name).labels
    )


def test_what_fetches_is_not_loaded_with_what_reads_files() -> None:
    script = "import sys, dateline.intake.sources; assert 'httpcore' not in sys.modules"
    subprocess.run([sys.executable, "-c", script], check=True)
