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
