"""Which language a text is in, and that a short or foreign one is not taken for English."""

from __future__ import annotations

import pytest

from dateline.reading.language import language_of

TEXTS = {
    "en": "The ferry to Orrin sailed again on Monday after a week in dock, and the company said that "
    "it had carried two hundred people from the island with their cars, which was more than expected.",
    "de": "Die Fähre nach Orrin ist am Montag nach einer Woche im Dock wieder ausgelaufen, und die "
    "Gesellschaft teilte mit, dass sie zweihundert Menschen mit ihren Autos von der Insel gebracht hat.",
    "fr": "Le ferry pour Orrin a repris la mer lundi après une semaine au bassin, et la compagnie a "
    "déclaré qu'il avait transporté deux cents personnes de l'île avec leurs voitures ce jour-là.",
    "es": "El transbordador a Orrin volvió a navegar el lunes tras una semana en el dique, y la empresa "
    "dijo que había llevado a doscientas personas de la isla con sus coches, más de lo esperado.",
    "nl": "De veerboot naar Orrin voer maandag weer uit na een week in het dok, en het bedrijf zei dat "
    "er tweehonderd mensen met hun auto's van het eiland waren gebracht, meer dan werd verwacht.",
}


@pytest.mark.parametrize("code", sorted(TEXTS))
def test_a_paragraph_is_told_by_its_language(code: str) -> None:
    assert language_of(TEXTS[code]) == code


def test_a_foreign_text_that_quotes_english_is_no_english_one() -> None:
    assert (
        language_of(f"{TEXTS['de']} {TEXTS['de']} “The end of the road,” said the mayor.") == "de"
    )


def test_a_few_words_are_left_open() -> None:
    assert language_of("The end of the road") is None
