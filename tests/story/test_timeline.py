import time

from hypothesis import given
from hypothesis import strategies as st

from dateline.records import (
    Happening,
    Person,
    Reading,
    ReadReport,
    Report,
)
from dateline.story.timeline import timeline_of
from dateline.text import Span


def report(number: int, *told: tuple[str, dict[str, object]]) -> ReadReport:
    text = ""
    happenings = []
    for words, fields in told:
        start = len(text)
        text += words + ". "
        happenings.append(Happening(start=start, end=start + len(words), **fields))
    name = f"p{number}.0"
    reading = Reading(
        id=name,
        happenings=tuple(happenings),
        people=(Person(id="x", name="Maria Kovac", mentions=(Span(0, 1),)),),
    )
    return ReadReport(
        report=Report(id=name, kind="article"), reading=reading, text=text, page=f"p{number}"
    )


def on(day: int, **fields: object) -> dict[str, object]:
    return {
        "from_": f"2022-11-{day:02d}",
        "to": f"2022-11-{day + 1:02d}",
        "precision": "day",
        "verb": "win",
        "time": 0,
        **fields,
    }


def test_two_reports_of_one_happening_make_one_entry_with_both_sources():
    a = report(1, ("Maria Kovac won the vote in Norvia", on(20, who=("x",))))
    b = report(2, ("Kovac secured victory on Sunday", on(20, who=("x",), verb="secure")))
    timeline, agenda = timeline_of([a, b])
    assert agenda == ()
    (entry,) = timeline
    assert [source.report for source in entry.sources] == ["p1.0", "p2.0"]
    assert entry.who == ("Maria Kovac",)


def within(day: int, start: str, end: str, **fields: object) -> dict[str, object]:
    hours = {"from_": f"2022-11-{day:02d}T{start}", "to": f"2022-11-{day:02d}T{end}"}
    return on(day, precision="minute", **hours, **fields)


def test_the_day_and_an_hour_of_it_tell_one_happening_and_two_hours_tell_two():
    sank = {"verb": "sink"}
    a = report(1, ("The ferry Amber sank off Velska on Sunday", on(20, **sank)))
    b = report(
        2, ("The ferry Amber sank off Velska at 9:40 p.m.", within(20, "21:40", "21:41", **sank))
    )
    c = report(3, ("The ferry Amber sank off Velska at noon", within(20, "12:00", "12:01", **sank)))
    (one,) = timeline_of([a, b])[0]
    assert [source.report for source in one.sources] == ["p1.0", "p2.0"]
    assert len(timeline_of([b, c])[0]) == 2


def test_different_acts_of_one_day_stay_apart():
    a = report(1, ("Maria Kovac won the vote", on(20, who=("x",))))
    b = report(2, ("Police arrested ten marchers", on(20, verb="arrest")))
    assert len(timeline_of([a, b])[0]) == 2


def test_entries_are_in_order_of_time_and_ties_in_order_of_reports():
    a = report(1, ("The bridge fell", on(22, verb="fall")), ("The mill shut", on(20, verb="shut")))
    b = report(2, ("A ferry sank", on(20, verb="sink")))
    timeline, _ = timeline_of([a, b])
    assert [entry.span.report for entry in timeline] == ["p1.0", "p2.0", "p1.0"]
    assert [entry.from_ for entry in timeline] == ["2022-11-20", "2022-11-20", "2022-11-22"]


def test_what_is_to_come_makes_the_agenda_early_parts_first():
    def year(mod: str | None) -> dict[str, object]:
        return {
            "from_": "2023-01-01", "to": "2024-01-01", "precision": "year", "verb": "expect",
            "status": "planned", "mod": mod, "time": 0,
        }  # fmt: skip

    a = report(
        1, ("The census is planned late", year("END")), ("A vote is due early", year("START"))
    )
    timeline, agenda = timeline_of([a])
    assert timeline == ()
    assert [entry.mod for entry in agenda] == ["START", "END"]


def test_reports_that_date_one_act_differently_are_marked_not_settled():
    a = report(1, ("Maria Kovac signed the border treaty", on(18, who=("x",), verb="sign")))
    b = report(2, ("Maria Kovac signed the border treaty", on(20, who=("x",), verb="sign")))
    timeline, _ = timeline_of([a, b])
    assert [(entry.from_, entry.conflict) for entry in timeline] == [
        ("2022-11-18", True),
        ("2022-11-20", True),
    ]
    assert [entry.other_dates for entry in timeline] == [("2022-11-20",), ("2022-11-18",)]


def test_a_date_the_text_gives_up_contradicts_nothing():
    a = report(1, ("Maria Kovac signs the border treaty", on(18, who=("x",), verb="sign")))
    b = report(
        2,
        ("the border treaty, first meant for Friday", on(25, verb="sign", superseded=True)),
        ("Maria Kovac signs the border treaty", on(18, who=("x",), verb="sign")),
    )
    timeline, agenda = timeline_of([a, b])
    assert [(entry.superseded, entry.conflict) for entry in (*timeline, *agenda)] == [
        (False, False),
        (True, False),
    ]


def test_reports_of_the_one_vote_of_a_day_make_one_entry_unless_the_countries_differ():
    a = report(1, ("Norvia holds a snap election", on(20, verb="hold")))
    b = report(2, ("millions cast ballots", on(20, verb="cast")))
    c = report(3, ("lambs are counted at an abbey", on(20, verb="count")))
    timeline, _ = timeline_of([a, b, c])
    assert [len(entry.sources) for entry in timeline] == [2, 1]


def test_a_vote_told_by_its_week_belongs_to_the_vote_of_its_day_when_there_is_one():
    week = {"from_": "2022-11-21", "to": "2022-11-28", "precision": "week", "verb": "ballot"}
    a = report(1, ("Norvia holds a snap election", on(20, verb="hold")))
    b = report(2, ("the snap ballot", {**week, "time": 0}))
    c = report(3, ("Norvia votes again on bread: the vote", on(22, verb="vote")))
    assert [len(entry.sources) for entry in timeline_of([a, b])[0]] == [2]
    assert [len(entry.sources) for entry in timeline_of([a, b, c])[0]] == [1, 1, 1]


TELLINGS = st.lists(
    st.tuples(
        st.integers(1, 3),
        st.sampled_from(["win", "secure", "hold", "vote", "sign"]),
        st.lists(st.sampled_from(["border", "treaty", "vote", "mill", "bread"]), max_size=5),
        st.booleans(),
    ),
    max_size=12,
)


@given(TELLINGS)
def test_every_telling_is_a_source_of_exactly_one_entry(tellings):
    reports = [
        report(number, (" ".join(words) or "it", on(day, verb=verb, who=("x",) if named else ())))
        for number, (day, verb, words, named) in enumerate(tellings)
    ]
    timeline, _ = timeline_of(reports)
    sources = [source.report for entry in timeline for source in entry.sources]
    assert sorted(sources) == sorted(one.report.id for one in reports)


def test_thousands_of_reports_are_merged_without_comparing_all_with_all():
    names = [f"{chr(97 + n // 26 % 26)}{chr(97 + n % 26)}ton" for n in range(676)]
    reports = [
        report(n, (f"the mill of {names[n % 676]} burned", on(1 + n % 27, verb="burn")))
        for n in range(3000)
    ]
    started = time.process_time()
    timeline, _ = timeline_of(reports)
    assert time.process_time() - started < 5.0
    assert sum(len(entry.sources) for entry in timeline) == 3000


def test_an_entry_says_when_no_words_date_it_and_when_it_is_only_claimed():
    a = report(
        1,
        ("Maria Kovac won", on(20, time=None)),
        ("Troops left the town", on(21, verb="leave", statement=0)),
    )
    first, second = timeline_of([a])[0]
    assert (first.by_dateline, first.claimed) == (True, False)
    assert (second.by_dateline, second.claimed) == (False, True)


def test_happenings_without_a_date_are_left_out():
    assert timeline_of([report(1, ("It rained", {"verb": "rain"}))]) == ((), ())
