import pytest

from dateline.reading.happenings import happenings_in
from dateline.reading.model import parses
from dateline.reading.names import names_in
from dateline.reading.times import times_in
from dateline.records import Happening, Statement
from dateline.text import Passage, Span

MONDAY = "2022-11-21"


def read(text: str, statements: tuple[Statement, ...] = ()) -> list[Happening]:
    passage = Passage.of_text(text)
    doc = next(parses([passage]))
    times = times_in(text, MONDAY)
    names = names_in(doc, passage)
    return list(happenings_in(doc, passage, times, names, statements, MONDAY))


def told(text: str) -> list[tuple[str, str | None, str, str | None]]:
    return [
        (text[item.start : item.end], item.from_, item.status, item.verb) for item in read(text)
    ]


def test_a_dated_clause_is_told_with_its_verb_and_day():
    text = "The parliament of Norvia passed the budget on Thursday, ending a long dispute."
    (found,) = told(text)
    assert found == (
        "The parliament of Norvia passed the budget on Thursday",
        "2022-11-17",
        "past",
        "pass",
    )


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Troops left the town on Friday.", "past"),
        ("Troops will leave the town on Friday.", "scheduled"),
        ("The vote is scheduled for March 2023.", "scheduled"),
        ("Elections are now expected early next year.", "planned"),
        ("The company plans to close the mill in 2024.", "planned"),
        ("If the court rules in March 2023, the mill would close.", "conditional"),
        ("Rates could rise in June 2023.", "conditional"),
    ],
)
def test_the_words_tell_how_sure_a_happening_is(text, status):
    assert {item.status for item in read(text)} == {status}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The minister said a plane would land in Norvia on Friday.", "scheduled"),
        ("The minister said a plane would land in Norvia on Friday if it rained.", "conditional"),
        ("A plane would land in Norvia on Friday.", "conditional"),
    ],
)
def test_a_reported_would_is_a_will(text, status):
    assert [item.status for item in read(text) if item.verb == "land"] == [status]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Jon Veld managed the club from 2018 to December 2019.", "2018-01-01", "2020-01-01"),
        ("The offer is to run from Dec. 4 to Dec. 18.", "2022-12-04", "2022-12-19"),
        ("They met in secret between 22 and 24 October.", "2022-10-22", "2022-10-25"),
    ],
)
def test_what_lasts_from_one_time_to_another_is_one_happening(text, start, end):
    (found,) = read(text)
    assert (found.from_, found.to, found.precision) == (start, end, "range")


def test_what_a_price_is_measured_against_is_not_when_it_is_offered():
    assert not read("Hanbit will offer 30 crowns, a premium of 31% over Friday's close.")


def test_of_two_times_of_one_clause_the_finer_dates_it():
    (found,) = read("A call is scheduled for 9 a.m. in New York on Friday.")
    assert found.from_ == "2022-11-25T09:00"


def test_what_is_to_happen_lies_ahead():
    (found,) = read("The force is to leave Norvia by the end of the year.")
    assert found.status == "scheduled"


def test_what_will_be_on_the_day_of_the_report_is_scheduled():
    (found,) = read("A vigil will be held in the square at 6pm tonight.")
    assert found.status == "scheduled"


def test_one_day_in_two_wordings_is_one_happening():
    text = "Seven years ago today, on 21 November 2015, troops landed near the pass."
    assert [(day, verb) for _, day, _, verb in told(text)] == [("2015-11-21", "land")]


def test_a_date_the_text_gives_up_is_marked():
    text = "The elections, originally scheduled for 2025, are now expected early next year."
    by_year = {item.from_[:4]: item for item in read(text) if item.from_}
    assert by_year["2025"].superseded
    assert not by_year["2023"].superseded
    assert by_year["2023"].mod == "START"


def test_a_noun_cut_off_from_the_verb_is_a_happening_of_its_own():
    text = "It was the hardest test the country faced since independence in 1991."
    assert [(words, day) for words, day, _, _ in told(text)] == [
        ("independence in 1991", "1991-01-01")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The troops did not leave the town on Friday.",
        "Spokesman Jon Veld said on Friday that prices are high.",
        "The mill ran for three decades.",
        "The road is now open.",
        "The situation was calm in June.",
        "The mayor was widely expected to win last Friday.",
        "The bonds, due in March 2026, were sold.",
        "Since 1983, the firm has run ferries.",
    ],
)
def test_what_did_not_happen_or_has_no_date_is_not_told(text):
    assert read(text) == []


def test_a_lead_in_the_past_tense_is_dated_by_the_report_and_says_so():
    lead = "The parliament of Norvia passed a budget, the first under its new speaker."
    (found,) = read(lead)
    assert (found.from_, found.to, found.time) == ("2022-11-21", "2022-11-22", None)


def test_a_lead_with_a_time_is_dated_by_its_words_alone():
    (found,) = read("The parliament of Norvia passed a budget on Friday.")
    assert found.time == 0


def test_a_happening_inside_a_statement_points_at_it():
    text = "The minister said troops left the town on Friday."
    statement = Statement(
        content=(Span(18, len(text) - 1),), source=(Span(0, 12),), cue=(Span(13, 17),),
        style="indirect",
    )  # fmt: skip
    assert [item.statement for item in read(text, (statement,))] == [0]


def test_who_takes_part_is_named():
    text = "Maria Kovac met Peter Lindgren in Vienna on Friday."
    passage = Passage.of_text(text)
    doc = next(parses([passage]))
    names = names_in(doc, passage)
    (found,) = happenings_in(doc, passage, times_in(text, MONDAY), names, (), MONDAY)
    people = {person.id: person.name for person in names.people}
    assert [people[who] for who in found.who] == ["Maria Kovac", "Peter Lindgren"]
    assert found.where


def test_reading_twice_gives_the_same():
    text = "Maria Kovac met Peter Lindgren on Friday. The vote is set for March 2023."
    assert read(text) == read(text)


def test_an_announced_date_is_told_though_its_verb_is_also_a_cue():
    text = "Elections are expected early next year."
    statement = Statement(
        content=(Span(0, 9),), cue=(Span(14, 22),), style="indirect", kind="plans"
    )
    assert [item.from_ for item in read(text, (statement,))] == ["2023-01-01"]


def test_of_two_times_in_a_clause_the_one_beside_the_verb_dates_it():
    text = "Last month the firm of Peter Lindgren paid the debts of the 2015 season."
    assert [item.from_ for item in read(text)] == ["2022-10-01"]


def test_what_bounds_a_week_or_is_done_by_nobody_is_no_happening():
    (found,) = told("Cases rose to 16,512 the week ending Nov. 5.")
    assert found[1:] == ("2022-10-31", "past", "rise")
    assert told("Here is how to stay warm this winter.") == []


def test_a_lead_about_someone_named_earlier_is_not_dated_by_the_day_of_the_report():
    assert [item[1] for item in told("The old mill burned down.")] == ["2022-11-21"]
    assert told("Then he bought two for himself.") == []


def test_a_lead_whose_main_clause_is_in_the_present_is_not_dated_by_the_day_of_the_report():
    assert told("Anyone who grows basil knows how it ends: a promise to buy it dried next.") == []


def test_a_part_of_the_day_does_not_keep_a_clause_from_its_day():
    (found,) = told("A quake struck northern Tavania before dawn on Sunday.")
    assert found[1:] == ("2022-11-20", "past", "strike")


def test_what_was_is_past_however_it_is_told():
    (found,) = told("It can be revealed that Penrose was questioned by police in 2012.")
    assert found[1:] == ("2012-01-01", "past", "question")
