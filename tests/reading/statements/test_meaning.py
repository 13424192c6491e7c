"""What kind of statement is made, and whether anything is said at all."""

from __future__ import annotations

import pytest
from lines import read

from dateline.reading.statements.english.cues import CLAIMS, CRIES, OTHER_SENSES, RAISED


@pytest.mark.parametrize("verb", sorted(RAISED))
def test_of_whom_something_is_said_is_not_who_says_it(verb: str) -> None:
    (found,) = read(RAISED[verb].example)
    assert (found["source"], found["speaker"]) == ("", "")
    assert found["content"].startswith("Ada Pell | ")


def test_people_who_were_shown_something_show_nothing() -> None:
    assert read("Jurors were shown dashcam footage from a car behind the lorry.") == []


@pytest.mark.parametrize("noun", sorted(CLAIMS))
def test_a_claim_says_what_its_clause_says(noun: str) -> None:
    found = next(found for found in read(CLAIMS[noun]) if noun in found["cue"])
    assert found["content"].startswith("that ")
    assert found["source"] in ("", "The mayor", "The mayor’s")


@pytest.mark.parametrize(
    ("text", "source", "polarity"),
    [
        ("The claim that Ada Pell used those words is false.", "", "denies"),
        ("The assertion that 200 people died is also wrong.", "", "denies"),
        ("The claim that Ada Pell used those words is not true.", "", "denies"),
        ("The claim that Ada Pell used those words is true.", "", "asserts"),
        ("The mayor’s claim that the dam was safe is untrue.", "The mayor’s", "asserts"),
        ("Did the mayor say the bridge was safe?", "the mayor", "questions"),
    ],
)
def test_a_claim_called_untrue_or_asked_about_is_not_asserted(
    text: str, source: str, polarity: str
) -> None:
    (found,) = read(text)
    assert (found["source"], found["polarity"]) == (source, polarity)


@pytest.mark.parametrize("noun", sorted(CRIES))
def test_what_a_crowd_cries_is_its_own(noun: str) -> None:
    found = next(found for found in read(CRIES[noun]) if found["cue"].endswith("s of"))
    assert found["style"] == "direct"
    assert found["source"].startswith("the ")


def test_what_is_cried_at_a_speaker_is_not_what_she_said() -> None:
    said, cried = read(
        "“I cannot give that guarantee,” said Ada Pell, to cries of “Shame!” from the benches "
        "opposite."
    )
    assert (said["speaker"], said["content"]) == ("Ada Pell", "“I cannot give that guarantee,”")
    assert (cried["source"], cried["content"]) == ("the benches opposite", "“Shame!”")


@pytest.mark.parametrize(
    "text",
    [
        "There were questions about the budget yesterday.",
        "Five questions for the coach of the Harriers.",
        "The debate was marked by criticism of the new harbour wall.",
    ],
)
def test_a_topic_that_nobody_speaks_on_is_no_statement(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The coordinator asked not to be named.", "wants"),
        ("The union asked for more time.", "wants"),
        ("He asked the court to free him.", "wants"),
        ("He asked whether to go.", "asks"),
        ("He asked the court what it would do.", "asks"),
    ],
)
def test_to_ask_for_something_is_to_want_it(text: str, kind: str) -> None:
    assert [found["kind"] for found in read(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "Former defender Lee Catt said the dismissal was “a joke”, while ex-referee Mo Haddad "
            "felt the official had little choice.",
            ["the dismissal was “a joke”", "the official had little choice"],
        ),
        (
            "The council’s own study found that traffic would rise by a third, and critics have "
            "suggested the figures were cooked.",
            ["that traffic would rise by a third", "the figures were cooked"],
        ),
        (
            "The review noted that staff were afraid to speak out: one midwife told the panel that "
            "she had been frozen out; another said that notes were altered.",
            [
                "that staff were afraid to speak out",
                "that she had been frozen out",
                "that notes were altered",
            ],
        ),
    ],
)
def test_each_voice_of_a_sentence_says_its_own_part(text: str, contents: list[str]) -> None:
    assert [found["content"] for found in read(text)] == contents


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        (
            "A post shared more than 40,000 times on Facebook claims that Mayor Elena Baros told "
            "residents the bridge was safe.",
            "A post shared more than 40,000 times on Facebook",
            "claims",
        ),
        (
            "A man thought to be hiding in Velmar said he was hungry.",
            "A man thought to be hiding in Velmar",
            "said",
        ),
    ],
)
def test_a_clause_without_who_does_not_hide_the_one_who_speaks(
    text: str, source: str, cue: str
) -> None:
    assert (source, cue) in [(found["source"], found["cue"]) for found in read(text)]


def test_what_is_said_begins_at_its_that() -> None:
    (found,) = read("It claimed, without offering evidence, that a missile had gone astray.")
    assert (found["cue"], found["content"]) == ("claimed", "that a missile had gone astray")


@pytest.mark.parametrize("method", ["rules", "model"])
def test_what_is_believed_by_nobody_in_particular_is_a_statement(method: str) -> None:
    (found,) = read("It is believed that two doctors have been referred to the council.", method)
    assert (found["source"], found["kind"]) == ("", "believes")


@pytest.mark.parametrize("method", ["rules", "model"])
def test_to_deny_a_thing_is_to_deny(method: str) -> None:
    found = read("The ministry denied responsibility for the strike on the market.", method)
    assert [(f["kind"], f["source"]) for f in found] == [("denies", "The ministry")]


def test_those_whom_a_paper_cites_are_the_source() -> None:
    (found,) = read("The Ledger first reported the talks on Wednesday, citing two bankers.")
    assert (found["source"], found["via"]) == ("two bankers", "The Ledger")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Radek Vost accepted that he had sent two messages.", "says"),
        ("They had hoped that it would rain.", "wants"),
    ],
)
def test_a_verb_with_a_that_clause_says_or_wants(text: str, kind: str) -> None:
    assert [found["kind"] for found in read(text)] == [kind]


@pytest.mark.parametrize("verb", sorted(OTHER_SENSES))
def test_a_verb_of_saying_in_another_sense_says_nothing(verb: str) -> None:
    assert read(OTHER_SENSES[verb]) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The clerk read a statement saying that she was sorry.", "saying that she was sorry"),
        ("The minister admitted a mistake.", "a mistake"),
    ],
)
def test_a_verb_of_saying_in_its_own_sense_says_something(text: str, content: str) -> None:
    assert [found["content"] for found in read(text)] == [content]


@pytest.mark.parametrize("method", ["rules", "model"])
@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "The court heard that Radek Vost had sent two messages that morning.",
            "The court",
            "that Radek Vost had sent two messages that morning",
        ),
        (
            "Managers shouted at welders and threatened inspectors, a public inquiry heard on Monday.",
            "a public inquiry",
            "Managers shouted at welders and threatened inspectors",
        ),
    ],
)
def test_what_a_court_heard_was_said_before_it(
    text: str, source: str, content: str, method: str
) -> None:
    (found,) = read(text, method)
    assert (found["source"], found["content"], found["kind"]) == (source, content, "says")


def test_what_somebody_heard_is_not_what_she_said() -> None:
    assert read("Ada Pell heard that he was ill.", "rules") == []
