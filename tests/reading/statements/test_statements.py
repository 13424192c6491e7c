"""Statements of running text, read by the rules and by the packaged model."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lines import read

from dateline.reading.model import parses
from dateline.reading.names import names_in
from dateline.reading.statements import model, statements_in
from dateline.reading.statements.english.cues import KINDS, NOT_SPEECH, SAYING, VALUING, VERBS
from dateline.reading.statements.frames import Frame
from dateline.reading.table import Table
from dateline.text import Passage

METHODS = ("rules", "model")


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_the_rules_find_the_example_of_every_verb(verb: str) -> None:
    example = VERBS[verb].example
    assert any(VERBS[verb].kind == found["kind"] for found in read(example, "rules")), example


@pytest.mark.parametrize("method", METHODS)
def test_a_quotation_round_its_cue_is_one_statement(method: str) -> None:
    (found,) = read("“The dam is sound,” Ilda Moreau said. “It will hold for a century.”", method)
    assert found["content"] == "“The dam is sound,” | “It will hold for a century.”"
    assert (found["style"], found["speaker"]) == ("direct", "Ilda Moreau")


@pytest.mark.parametrize("method", METHODS)
def test_a_quotation_runs_on_over_paragraphs(method: str) -> None:
    (found,) = read(
        "“The dam is sound,” Ilda Moreau said. “It was built to last.\n\n"
        "“It will hold for another hundred years.”",
        method,
    )
    assert found["content"].endswith("“It will hold for another hundred years.”")


@pytest.mark.parametrize("method", METHODS)
def test_words_partly_quoted_are_a_mixed_statement(method: str) -> None:
    (found,) = read("Perrin Vale said that the vote was a “coronation” for the premier.", method)
    assert found["style"] == "mixed"


@pytest.mark.parametrize("method", METHODS)
def test_a_denial_is_told_from_a_claim(method: str) -> None:
    (found,) = read("Oren Tallis denied that he had sold the mill.", method)
    assert (found["kind"], found["polarity"]) == ("denies", "denies")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Oren Tallis lamented that the mill had closed.", "says"),
        ("Ilda Moreau ordered the guards to open the gate.", "wants"),
        ("Ilda Moreau backed calls for a new harbour law.", "acts"),
    ],
)
def test_who_says_and_who_acts_are_told_apart(text: str, kind: str) -> None:
    assert [found["kind"] for found in read(text)] == [kind]


@pytest.mark.parametrize("cue", sorted(SAYING))
def test_a_word_for_saying_stands_in_one_table_alone(cue: str) -> None:
    assert cue not in VERBS and cue not in KINDS


def test_the_cited_office_is_the_source_and_the_outlet_passes_it_on() -> None:
    found = read(
        "The mill has closed, the Velmar news agency reported, citing the ministry.", "rules"
    )
    assert [(f["source"], f["via"]) for f in found] == [("the ministry", "the Velmar news agency")]


def test_a_speaker_label_opens_a_statement() -> None:
    (found,) = read("TALLIS: The mill will open again in the spring of next year.", "rules")
    assert found["source"] == "TALLIS"


def test_a_headline_names_its_speaker_before_a_colon() -> None:
    (found,) = read("Oren Tallis: the mill will open again", "rules", headline=True)
    assert found["source"] == "Oren Tallis"


def test_a_spokesman_is_not_the_one_he_speaks_for() -> None:
    (found,) = read("A spokesman for Oren Tallis said that the mill had closed.")
    assert found["speaker"] == ""


def test_an_option_in_quotation_marks_is_no_statement() -> None:
    assert read("The option “none of these” won more votes than two of the parties.") == []


def test_without_weights_the_rules_are_used(monkeypatch: pytest.MonkeyPatch) -> None:
    none: Callable[[], None] = lambda: None  # noqa: E731
    monkeypatch.setattr("dateline.reading.statements.reader.packaged", none)
    text = "Oren Tallis said that the mill had closed. “Sales fell,” he added."
    assert read(text, "model") == read(text, "rules")


def test_the_packaged_weights_hold_numbers_alone_and_are_small() -> None:
    import numpy as np

    from dateline.reading.statements.scorer import WEIGHTS

    assert WEIGHTS.stat().st_size <= 3_000_000
    with np.load(WEIGHTS) as stored:
        assert all(stored[name].dtype.kind in "if" for name in stored.files)


WORDS = st.lists(
    st.sampled_from(
        [
            "Oren",
            "Tallis",
            "said",
            "that",
            "“",
            "”",
            '"',
            ",",
            ".",
            ":",
            "mill",
            "the",
            "closed",
            "according",
            "to",
            "\n",
            "\n\n",
            "denied",
            "he",
            "  ",
        ]
    ),
    max_size=40,
)


@given(WORDS, st.sampled_from(METHODS))
@settings(max_examples=40, deadline=None)
def test_every_statement_is_made_of_ordered_spans_of_the_text(
    words: list[str], method: str
) -> None:
    text = " ".join(words)
    passage = Passage.of_text(text)
    doc = next(iter(parses([passage])))
    for statement in statements_in(doc, passage, method=method):
        assert statement.content
        content = [*statement.content]
        for spans in (statement.content, statement.source, statement.cue):
            assert list(spans) == sorted(spans)
            assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert not any(a.overlaps(b) for a in content for b in statement.source)


def test_of_two_frames_in_one_another_the_surer_one_is_kept() -> None:
    passage = Passage.of_text("Ann said Bob thought it rained")
    tree = model.Tree(Table(next(iter(parses([passage]))), passage))
    outer = Frame(1, (1,), (2, 3, 4, 5), (0,), 0.9)
    inner = Frame(3, (3,), (4, 5), (2,), 0.8)
    assert model.apart(tree, [inner, outer], 0.3) == [outer]


def resolved(text):
    passage = Passage.of_text(text)
    doc = next(parses([passage]))
    names = names_in(doc, passage)
    called = {owner.id: owner.name for owner in (*names.people, *names.organisations)}
    return [(s, called.get(s.speaker)) for s in statements_in(doc, passage, names)]


def test_it_is_the_one_organisation_that_the_sentence_before_names():
    found = resolved("Vexel Motors lost 40 million dollars in May. It said sales had fallen.")
    assert [who for _, who in found] == ["Vexel Motors"]


def test_it_stays_open_where_another_body_stands_before_it():
    found = resolved("The ministry fined Vexel Motors in May. It said the rules were plain.")
    assert [who for _, who in found] == [None]


def test_a_dateline_is_no_part_of_a_source():
    text = "LUSNA, May 21 (Corvane) - Prime Minister Ivo Orsk said that he would step down."
    (statement, who) = resolved(text)[0]
    assert who == "Ivo Orsk"
    assert [span.of(text) for span in statement.source] == ["Prime Minister Ivo Orsk"]


@pytest.mark.parametrize("method", METHODS)
def test_an_apposition_behind_the_cue_is_no_part_of_an_interrupted_quotation(method: str) -> None:
    (found,) = read(
        "“The dam,” said Ottilie Krane, the district engineer, “was never built for so much water.”",
        method,
    )
    assert found["content"] == "“The dam,” | “was never built for so much water.”"
    assert (found["style"], found["speaker"]) == ("direct", "Ottilie Krane")


@pytest.mark.parametrize("method", METHODS)
def test_a_quotation_belongs_to_the_cue_right_behind_it(method: str) -> None:
    said, agreed = read(
        "Emil Rask said she was right to go. “It was time,” agreed Kari Sund, a lawyer.", method
    )
    assert (said["content"], said["speaker"]) == ("she was right to go", "Emil Rask")
    assert (agreed["content"], agreed["speaker"]) == ("“It was time,”", "Kari Sund")


def test_a_colon_announces_a_quotation() -> None:
    (found,) = read("Harbour master Enzo Tarrant was more cautious: “Ask me again after the tide.”")
    assert (found["content"], found["speaker"]) == (
        "“Ask me again after the tide.”",
        "Enzo Tarrant",
    )


def test_a_quotation_without_a_cue_is_spoken_by_the_subject_of_the_sentence_before() -> None:
    (found,) = read("Gudrun Aas wept in court. “They took my brother, and they walk free.”")
    assert (found["speaker"], found["cue"], found["style"]) == ("Gudrun Aas", "", "direct")


def test_a_paragraph_left_open_begins_the_next_paragraphs_quotation() -> None:
    found = read(
        "Fenwick Adair read from a letter.\n\n“I have thought about this every day.\n\n"
        "“I do not ask for forgiveness, only for time,” Adair said."
    )
    assert [f["speaker"] for f in found if f["style"] == "direct"] == ["Fenwick Adair"]
    assert found[-1]["content"].startswith("“I have thought about this every day.")


@pytest.mark.parametrize("verb", sorted(NOT_SPEECH))
@pytest.mark.parametrize("method", METHODS)
def test_songs_titles_and_choices_are_not_speech(verb: str, method: str) -> None:
    assert read(NOT_SPEECH[verb], method) == []


def test_a_scare_quote_in_another_sentence_is_no_part_of_what_is_said() -> None:
    found = read("“You cannot cut your way to it,” Hiroko Tan said. She kept her “sell” rating.")
    assert [f["content"] for f in found if f["style"] == "direct"] == [
        "“You cannot cut your way to it,”"
    ]


@pytest.mark.parametrize(
    ("text", "source", "via"),
    [
        (
            "The Kolskaya Gazette quoted the governor as saying that the road was open again.",
            "the governor", "The Kolskaya Gazette",
        ),
        (
            "The premier was quoted by the Vest agency as saying that he would stay.",
            "the premier", "the Vest agency",
        ),
        (
            "The Herald reported on Friday, citing two officials, that an exercise was under way.",
            "two officials", "The Herald",
        ),
        (
            "According to the Evening Courier, which cited two officials, the yard will be sold.",
            "two officials", "the Evening Courier",
        ),
        (
            "The Courier said that according to the mayor the buyer was a Norwegian fund.",
            "the mayor", "The Courier",
        ),
    ],
)  # fmt: skip
@pytest.mark.parametrize("method", METHODS)
def test_the_chain_of_those_who_pass_a_statement_on_is_kept(
    text: str, source: str, via: str, method: str
) -> None:
    found = [f for f in read(text, method) if f["via"]]
    assert [(f["source"].casefold(), f["via"]) for f in found] == [(source, via)]


def test_who_asked_does_not_answer() -> None:
    found = read(
        "“At home,” Jonas Field replied.\n\n“Alone?” Judge Greta Holm asked.\n\n"
        "“With my dog,” he said."
    )
    assert [f["speaker"] for f in found] == ["Jonas Field", "Greta Holm", "Jonas Field"]


def test_they_are_left_open_between_those_named_before() -> None:
    text = "Greta Holm and Jonas Field led the study. They said the results were preliminary."
    passage = Passage.of_text(text)
    doc = next(iter(parses([passage])))
    names = names_in(doc, passage)
    (found,) = statements_in(doc, passage, names)
    called = {p.id: p.name for p in names.people}
    assert found.speaker is None
    assert [called[id] for id in found.candidates] == ["Greta Holm", "Jonas Field"]


def test_the_name_behind_a_spokesmans_office_is_the_spokesmans() -> None:
    (found,) = read("A spokesman for the president, Tunde Ojo, said that he respected the courts.")
    assert found["speaker"] == "Tunde Ojo"


def test_what_somebody_believes_is_not_said_in_the_next_sentence() -> None:
    believed, said = read(
        "John Goudie does not believe that the skipper erred. “Magnus could smell a rock,” he said.",
        "rules",
    )
    assert (believed["kind"], believed["content"]) == ("believes", "that the skipper erred")
    assert said["content"] == "“Magnus could smell a rock,”"


def test_words_in_single_quotation_marks_are_direct() -> None:
    (found,) = read("‘I will fix the roads by spring,’ Ken Obi said.")
    assert found["style"] == "direct"


@pytest.mark.parametrize("method", METHODS)
def test_a_short_answer_in_a_transcript_is_a_statement(method: str) -> None:
    found = read(
        "SOLLERS: I had lost faith in the numbers.\n\nREID: When?\n\nSOLLERS: Never.", method
    )
    assert [f["content"] for f in found if f["source"] == "SOLLERS"][-1] == "Never"


@pytest.mark.parametrize(
    "headline",
    [
        "Ferry owner questioned over Sea Lark manifest",
        "Orlan Bank accused of hiding losses",
        "The captain’s costly gamble: Ferry firm counts its losses",
        "Opinion: The harbour needs a new pier",
        "Harbour Film Review: The Long Tide",
        "Night ferries: what the divers saw",
        "Mediators called in as copper strike bites",
    ],
)
def test_a_headline_without_a_speaker_makes_no_statement(headline: str) -> None:
    assert read(headline, headline=True) == []


@pytest.mark.parametrize(
    ("headline", "source"),
    [
        ("Study: Sea walls slow the storms", "Study"),
        ("Moreau: The dam will hold for a century", "Moreau"),
        ("Officials: Two bridges closed after the storm", "Officials"),
        ("Sea walls slow the storms, study says", "study"),
    ],
)
def test_a_headline_that_names_who_says_it_makes_one(headline: str, source: str) -> None:
    (found,) = read(headline, headline=True)
    assert (found["source"], found["kind"]) == (source, "says")


def test_words_quoted_behind_a_topic_are_nobody_s_in_particular() -> None:
    (found,) = read("Harbour wall: “We were never asked about it”", headline=True)
    assert (found["source"], found["style"]) == ("", "direct")


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("verb", sorted(VALUING))
def test_who_puts_a_number_on_something_says_so(verb: str, method: str) -> None:
    (found,) = read(VALUING[verb], method)
    assert verb in found["cue"]
    assert found["kind"] == "says"
    assert any(letter.isdigit() for letter in found["content"])


def test_what_follows_a_cue_at_the_end_of_its_sentence_is_not_said_by_the_same() -> None:
    text = (
        "Police detained 64 people near the harbour, the interior ministry said. "
        "Organisers of the protest put the number at more than 150."
    )
    first, second = read(text)
    assert first["content"] == "Police detained 64 people near the harbour"
    assert second["source"] == "Organisers of the protest"
    assert second["content"] == "the number at more than 150"


def test_a_sentence_begins_behind_an_hour() -> None:
    text = "The board said turnout stood at 56% at 6 p.m. It is due to publish results on Monday."
    (found,) = read(text)
    assert found["content"] == "turnout stood at 56% at 6 p.m."


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Jon Lee, who said he had been there, left on Monday.", "Jon Lee"),
        ("Orlan Mining, which says it is solvent, closed the pit.", "Orlan Mining"),
    ],
)
def test_who_and_which_are_whom_their_clause_hangs_on(text: str, speaker: str) -> None:
    (found,) = read(text)
    assert found["speaker"] == speaker


def test_what_is_said_in_an_aside_ends_with_it() -> None:
    text = (
        "A second term - polls showed her winning 60% of the vote - would help her party in Velmar."
    )
    (found,) = read(text)
    assert (found["source"], found["content"]) == ("polls", "her winning 60% of the vote")


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "According to the Tarn Herald, a “few dozen” marchers were held by police for “hours.”",
            "the Tarn Herald",
            "a “few dozen” marchers were held by police for “hours.”",
        ),
        (
            "According to Ann Lee, a doctor at the camp, two tents were lost in the storm.",
            "Ann Lee, a doctor at the camp",
            "two tents were lost in the storm",
        ),
    ],
)
def test_a_fronted_source_ends_where_the_sentence_goes_on(
    text: str, source: str, content: str
) -> None:
    (found,) = read(text)
    assert (found["source"], found["content"]) == (source, content)


@pytest.mark.parametrize(
    ("text", "asker"),
    [
        ("Asked whether he would appeal, Helen Marsh said: “We are considering it.”", ""),
        ("Asked by a reporter whether he would appeal, Helen Marsh said no.", "a reporter"),
        ("Helen Marsh was asked why the wall had failed.", ""),
    ],
)
def test_who_is_asked_is_not_the_one_who_asks(text: str, asker: str) -> None:
    question = next(found for found in read(text) if found["kind"] == "asks")
    assert (question["source"], question["speaker"]) == (asker, "")


def test_who_was_never_charged_says_nothing() -> None:
    assert read("The mayor was questioned in 2012. He was never charged.")[1:] == []


def test_a_cue_does_not_end_inside_a_phrase() -> None:
    text = "“The roads are gone,” Orhan Belek said in televised remarks on Sunday."
    (found,) = read(text)
    assert found["cue"] in ("said", "said in televised remarks")


def test_what_a_second_cue_says_is_a_statement_of_its_own() -> None:
    text = (
        "Finance chief Mette Lund said net debt stood at 11 billion crowns and denied that the "
        "company would need to raise capital."
    )
    said, denied = read(text)
    assert said["content"] == "net debt stood at 11 billion crowns"
    assert denied["content"] == "that the company would need to raise capital"
    assert (denied["speaker"], denied["polarity"]) == ("Mette Lund", "denies")


def test_what_is_said_is_whole_to_the_end_of_its_phrase() -> None:
    text = (
        "Halmersen ASA now expects an operating margin of between 6% and 7% this year, against a "
        "previous range of 8% to 9%."
    )
    (found,) = read(text)
    assert found["content"] == text[text.index("an operating") : -1]


def test_a_clause_beside_a_noun_belongs_to_what_is_said_of_it() -> None:
    text = (
        "Marcus Oyelaran said importers in the south, who take more than half of the wheat, would "
        "be hit first."
    )
    (found,) = read(text)
    assert found["content"] == text[text.index("importers") : -1]


def test_the_subject_of_a_second_verb_is_the_first_one_s() -> None:
    text = (
        "Dalby, who will receive more if Harriers qualify for the Champions League, confirmed the "
        "deal in a statement but declined to say how much of the fee would be passed on."
    )
    declined = next(found for found in read(text) if "declined" in found["cue"])
    assert declined["source"] == "Dalby"


def test_who_is_named_in_the_middle_of_what_is_said_says_it() -> None:
    text = "The trick, says Corin Maddox, who keeps 40 pots, is to choose plants with grey leaves."
    (found,) = read(text)
    assert found["speaker"] == "Corin Maddox"
    assert found["content"] == "The trick | is to choose plants with grey leaves"


def test_what_is_said_before_a_cue_in_the_middle_belongs_to_it() -> None:
    text = (
        "Artillery fire killed at least nine people in the border town on Thursday, local officials "
        "said, the deadliest single attack since a ceasefire agreed in April began to unravel."
    )
    (found,) = read(text)
    assert found["content"].startswith("Artillery fire killed at least nine people")


def test_who_tells_minutes_after_a_vote_goes_on_speaking() -> None:
    text = (
        "“I will not beg for votes,” Reyl told parliament minutes after the result – 52 to 49 – was "
        "read out. “The people should decide.”"
    )
    assert all("read" not in found["cue"] for found in read(text))


def test_who_is_counted_before_a_comma_does_not_speak() -> None:
    text = (
        "A magnitude 6.8 earthquake struck northern Tavania before dawn on Sunday, killing at least "
        "27 people, the governor of Selim province, Dilara Aksu, said."
    )
    (found,) = read(text)
    assert (found["source"], found["speaker"]) == (
        "the governor of Selim province, Dilara Aksu",
        "Dilara Aksu",
    )
    assert found["content"].endswith("killing at least 27 people")
