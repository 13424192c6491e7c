"""Whose a quotation is, by what stands right beside it."""

from __future__ import annotations

import pytest
from lines import read


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "The court heard that Radek Vost told paramedics at the scene: “I’ve killed them, "
            "haven’t I?” In a statement read to the court, the widow of one of the victims, Mirela "
            "Dunne, said her husband had warned his managers about the crossing.",
            {"“I’ve killed them, haven’t I?”": "Radek Vost"},
        ),
        (
            "Union leader Helmi Rautio tweeted: “Come and work one night with us, minister.” In "
            "another post, the singer Aino Vesa wrote that the minister “has never emptied a "
            "bedpan”.",
            {
                "“Come and work one night with us, minister.”": "Helmi Rautio",
                "that the minister “has never emptied a bedpan”": "Aino Vesa",
            },
        ),
        (
            "“I asked the mate about it,” recalled Ana Belmonte, a passenger. Prosecutors believe "
            "the bow doors were open. Carlo Ruiz is not so sure: “I heard them close.”",
            {"“I asked the mate about it,”": "Ana Belmonte", "“I heard them close.”": "Carlo Ruiz"},
        ),
    ],
)
def test_a_quotation_behind_a_colon_is_said_before_the_colon(
    text: str, speakers: dict[str, str]
) -> None:
    found = {one["content"]: one["speaker"] for one in read(text)}
    assert {content: found.get(content) for content in speakers} == speakers


def test_as_somebody_liked_to_say_owns_both_ends_of_its_quotation() -> None:
    found = read(
        "What is certain is that no one asked us. “Democracy,” as my late father liked to say, “is "
        "what happens between the lies.” The novelist Edda Krol put it better: “A town that is not "
        "asked will one day answer.”"
    )
    assert [(f["source"], f["content"]) for f in found] == [
        ("my late father", "“Democracy,” | “is what happens between the lies.”"),
        ("The novelist Edda Krol", "“A town that is not asked will one day answer.”"),
    ]


def test_in_a_dialogue_the_answer_is_not_given_to_who_asked() -> None:
    found = read(
        "“You are lying to this jury, aren’t you?” Imogen Thrale asked.\n\n“No.”\n\n"
        "“You were looking at your phone when you drove through a red light.”\n\n"
        "“I was looking at the road,” he replied."
    )
    assert [(f["content"], f["source"], f["speaker"]) for f in found] == [
        ("“You are lying to this jury, aren’t you?”", "Imogen Thrale", "Imogen Thrale"),
        ("“No.”", "", ""),
        ("“You were looking at your phone when you drove through a red light.”", "", ""),
        ("“I was looking at the road,”", "he", ""),
    ]


def test_the_answers_of_an_interview_are_statements() -> None:
    found = read("Q: Did they ask you?\n\nA: They sent a letter. They did it anyway.")
    assert ("A", "They sent a letter. They did it anyway") in [
        (f["source"], f["content"]) for f in found
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ada Pell wept. Jon Cruse called them on it:\n\n“You look at the stewards: fools, all of "
         "them. Nobody trusts them now.”", "Jon Cruse"),
        ("Ada Pell left early. The Vest Times reports:\n\n\"In an illustration of the lack of "
         "enthusiasm, just 24 percent came. Last year it was 43.\"", "Vest Times"),
        ("Jon Cruse observed that the winner was the stage itself:\n\n“The clear winner was the "
         "floor. It held.”", "Jon Cruse"),
    ],
)  # fmt: skip
def test_a_paragraph_that_ends_in_a_colon_speaks_in_the_next(text: str, speaker: str) -> None:
    found = next(one for one in read(text) if one["style"] != "indirect")
    assert found["speaker"] == speaker
    assert found["content"].endswith(text[text.index("\n\n") + 2 :])


def test_he_who_replies_is_not_who_asked() -> None:
    asked, replied = read(
        "Former welder Tomasz Bielak told the inquiry about the cracks. Counsel to the inquiry, "
        "Hugo Ames, asked whether he had put his concerns in writing. He replied that nobody did."
    )[-2:]
    assert asked["speaker"] == "Hugo Ames"
    assert replied["speaker"] != "Hugo Ames"


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "“You never know until you read it,” one minister told me. Another put it more "
            "bluntly: “She’s a killer.”",
            "Another",
            "“She’s a killer.”",
        ),
        (
            "Asked about it, a spokesperson replied: “Battery life varies with use.” Indeed.",
            "a spokesperson",
            "“Battery life varies with use.”",
        ),
        (
            "Shown an e-mail on “Tomasz’s cracks again”, Carl Wick said: “I don’t remember that.”",
            "Carl Wick",
            "“I don’t remember that.”",
        ),
        (
            "But in a speech last spring Dunja Vesk offered a rare glimpse: “My father drove the "
            "same line for thirty years. He stopped at every stop.”",
            "Dunja Vesk",
            "a rare glimpse: “My father drove the same line for thirty years. He stopped at every "
            "stop.”",
        ),
        (
            "Marta Kowal was sitting on a bed. Her house, she said, was “gone, just gone”.",
            "she",
            "Her house | was “gone, just gone”",
        ),
    ],
)
def test_a_quotation_is_said_by_its_own_sentence_and_no_further(
    text: str, source: str, content: str
) -> None:
    assert (source, content) in [(found["source"], found["content"]) for found in read(text)]
