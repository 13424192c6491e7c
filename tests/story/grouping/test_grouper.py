import random
from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from dateline.errors import InputError
from dateline.story.grouping import Grouper, Item, group, group_stories, in_order
from dateline.story.grouping.features import FADES_AT, WEIGHED, Rarity, features_of

FERRY = [
    Item(
        id="f1",
        published="2031-05-02",
        title="Ferry Morwen runs aground off Tarsk",
        text="The ferry Morwen ran aground off Tarsk on Monday with forty passengers on board, the coast guard said.",
    ),
    Item(
        id="f2",
        published="2031-05-02",
        title="Passengers rescued after Morwen ferry grounding near Tarsk",
        text="All forty passengers of the ferry Morwen were taken to Tarsk harbour, the coast guard said.",
    ),
    Item(
        id="f3",
        published="2031-05-03",
        title="Tarsk opens inquiry into Morwen ferry grounding",
        text="Investigators will look at the steering gear of the ferry Morwen, which ran aground off Tarsk.",
    ),
]
CHERRY = [
    Item(
        id="c1",
        published="2031-05-02",
        title="Late frost ruins cherry harvest in Oska valley",
        text="Cherry growers in the Oska valley lost most of the harvest to a late frost.",
    ),
    Item(
        id="c2",
        published="2031-05-03",
        title="Oska cherry prices double after frost",
        text="Cherry growers in the Oska valley doubled their prices after a late frost ruined the harvest.",
    ),
]
ALL = [FERRY[0], CHERRY[0], FERRY[1], CHERRY[1], FERRY[2]]


def test_reports_of_one_event_fall_into_one_story() -> None:
    assert {frozenset(story.reports) for story in group_stories(ALL)} == {
        frozenset({"f1", "f2", "f3"}), frozenset({"c1", "c2"}),
    }  # fmt: skip


def test_a_batch_is_taken_in_order_of_publication_and_undated_reports_last() -> None:
    undated = Item(id="u", title="x")
    assert [item.id for item in in_order([undated, FERRY[2], FERRY[0]])] == ["f1", "f3", "u"]
    assert group(ALL) == group(in_order(ALL))


def test_a_placement_says_why() -> None:
    placement = group(FERRY)[1]
    assert "morwen" in placement.shared_names
    assert placement.score is not None and placement.days_apart == 0


def test_grouping_goes_on_from_its_state_as_if_it_had_never_stopped() -> None:
    whole, first = Grouper(), Grouper()
    expected = [whole.place(item) for item in ALL]
    placed = [first.place(item) for item in ALL[:2]]
    second = Grouper.from_state(first.state())
    placed += [second.place(item) for item in ALL[2:]]
    assert placed == expected
    assert second.state() == whole.state()


def test_a_state_kept_before_it_said_what_was_cut_is_compared_in_full() -> None:
    grouper = Grouper()
    grouper.place(FERRY[0])
    kept = msgspec.msgpack.decode(grouper.state())
    story = kept["stories"][0]
    story["centre"] = dict(list(story["centre"].items())[::2])

    def score(**cut: bool) -> float | None:
        state = {**kept, "stories": [{**story, **cut}]}
        placement = Grouper.from_state(msgspec.msgpack.encode(state)).place(FERRY[1])
        return placement.score or placement.runner_up

    whole, full = score(cut=False), score(cut=True)
    del story["cut"]
    assert score() == full != whole


def test_a_closed_story_opens_again_for_much_the_same() -> None:
    grouper = Grouper()
    grouper.place(FERRY[0])
    grouper.place(Item(id="y", published="2031-07-20", title="Something else"))
    again = Item(id="f8", published="2031-07-21", title=FERRY[0].title, text=FERRY[2].text)
    assert grouper.place(again).story == "f1"


def test_a_teaser_of_a_long_report_is_no_version_of_it_though_light_words_are_not_kept() -> None:
    chance = random.Random(3)
    words = ["".join(chance.choices("aeioulnrstkm", k=7)) for _ in range(120)]
    title = "Ferry Morwen runs aground off Tarsk"
    long = Item(id="l", published="2031-05-02", title=title, text=" ".join(words))
    teaser = Item(
        id="t",
        published="2031-05-02",
        version="UPDATE 1",
        title=title,
        text=" ".join(words[:30]),
    )
    kept = features_of(long, Rarity())
    assert len(kept.words) == WEIGHED < kept.told
    placement = group([long, teaser])[1]
    assert (placement.copy_of, placement.version_of) == ("l", None)


def test_what_was_counted_long_ago_weighs_half_and_once_seen_is_forgotten() -> None:
    rarity = Rarity(FADES_AT - 1, {"morwen": 5, "tarsk": 1})
    rarity.tell(["oska", "oska"])
    rarity.begin()
    assert rarity.stories == FADES_AT // 2
    assert rarity.seen() == {"morwen": 2, "oska": 1}


def test_the_same_report_keeps_its_place() -> None:
    grouper = Grouper()
    story = grouper.place(FERRY[0]).story
    assert grouper.place(FERRY[0]).story == story
    assert grouper.stories()[0].reports == ("f1",)


def test_the_same_address_again_is_a_later_version() -> None:
    grouper = Grouper()
    first = grouper.place(Item(id="v1", url="https://news.example/a", title="Dam breaks"))
    again = grouper.place(Item(id="v2", url="https://news.example/a", title="Quite another text"))
    assert (again.story, again.version_of) == (first.story, "v1")


def test_an_update_of_the_wire_is_a_version_of_its_earlier_form() -> None:
    grouper = Grouper()
    grouper.place(FERRY[0])
    later = Item(
        id="f9",
        published="2031-05-02",
        version="UPDATE 1",
        title=FERRY[0].title,
        text=FERRY[0].text,
    )
    assert grouper.place(later).version_of == "f1"


def test_a_split_report_stays_apart_and_its_versions_follow_it() -> None:
    grouper = Grouper()
    for item in FERRY[:2]:
        grouper.place(item)
    grouper.place(
        Item(
            id="w1",
            published="2031-05-02",
            url="https://a.example/w",
            title=FERRY[0].title,
            text=FERRY[0].text,
        )
    )
    apart = grouper.split("f1", ["w1"])
    grouper = Grouper.from_state(grouper.state())
    again = grouper.place(
        Item(id="w2", published="2031-05-03", url="https://a.example/w", title=FERRY[0].title)
    )
    assert again.story == apart != "f1"
    assert again.by_hand


def test_merged_stories_take_reports_of_both() -> None:
    grouper = Grouper()
    for item in (FERRY[0], CHERRY[0]):
        grouper.place(item)
    assert grouper.merge(["f1", "c1"]) == "f1"
    assert grouper.place(FERRY[1]).story == grouper.place(CHERRY[1]).story == "f1"


def test_a_forgotten_report_draws_no_others() -> None:
    grouper = Grouper()
    grouper.place(FERRY[0])
    grouper.forget("f1")
    assert grouper.stories() == ()
    assert grouper.place(FERRY[1]).story == "f2"


def test_a_closed_story_that_lost_its_last_report_is_let_go_by_the_one_before() -> None:
    ferry = [
        Item(id=f"k{day}", published=f"2031-05-{day:02}", title=FERRY[0].title) for day in (1, 31)
    ]
    grouper = Grouper()
    grouper.place(ferry[0])
    grouper.place(ferry[1])
    kept = grouper.merge([story.id for story in grouper.stories()])
    grouper.place(Item(id="y", published="2031-12-01", title="Something else"))
    grouper.forget("k31")
    # 400 days after the first report, and less than that after the forgotten one.
    grouper.place(Item(id="z", published="2032-06-15", title="Another matter"))
    assert kept not in {story.id for story in grouper.stories()}


def test_old_stories_are_let_go() -> None:
    grouper = Grouper()
    grouper.place(FERRY[0])
    grouper.place(Item(id="z", published="2033-01-01", title="Something else"))
    assert [story.id for story in grouper.stories()] == ["z"]


@pytest.mark.parametrize("state", [b"", b"\x93\x01", b"{}", b"\x81\xa4form\xa3old"])
def test_a_state_of_another_version_is_refused_with_what_to_do(state: bytes) -> None:
    with pytest.raises(InputError, match="Begin anew"):
        Grouper.from_state(state)


def test_a_split_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        Grouper().split("s", [])


def test_one_common_word_joins_no_stories() -> None:
    teasers = [
        ("Lowmoor United sack manager after 6-1 defeat", "A new voice in the dressing room."),
        ("A hotel with one room", ""),
        ("Seven soups for cold evenings", ""),
        ("Polling stations to open at seven on Sunday", ""),
    ]
    items = [
        Item(id=str(number), published="2024-03-18", title=title, text=text)
        for number, (title, text) in enumerate(teasers)
    ]
    assert len({placement.story for placement in group(items)}) == len(items)


def test_different_events_of_one_country_on_one_day_stay_apart() -> None:
    teasers = [
        ("Norway striker Halden out for months", "Halden hurt his knee at practice."),
        (
            "Bergson wants World Cup to bring Norway joy",
            "The manager spoke before the first match.",
        ),
        (
            "Norway to buy more drones, report says",
            "The navy asked for them, according to a report.",
        ),
        (
            "Norway train reaches flooded town again",
            "Passengers cheered as it rolled in.",
        ),
    ]
    items = [
        Item(id=str(number), published="2024-03-18", title=title, text=text)
        for number, (title, text) in enumerate(teasers)
    ]
    assert len({placement.story for placement in group(items)}) == len(items)


def long_stream(reports: int) -> list[Item]:
    """Reports of made-up events, a few words of their own each, over a quarter."""
    chance = random.Random(5)
    words = ["".join(chance.choices("aeioulnrstkm", k=7)) for _ in range(400)]
    events = [chance.sample(words, 9) for _ in range(40)]
    begin = datetime(2031, 1, 1, tzinfo=UTC)
    return [
        Item(
            id=f"r{number}",
            published=(begin + timedelta(days=number * 90 / reports)).isoformat(),
            title=" ".join(chance.sample(chance.choice(events[: 5 + number // 8]), 6)).title(),
            text=" ".join(chance.choices(words, k=chance.choice((0, 20, 60)))),
        )
        for number in range(reports)
    ]


def test_a_long_stream_stopped_often_is_placed_as_one_never_stopped() -> None:
    items = long_stream(300)
    grouper, stopped = Grouper(), Grouper()
    for number, item in enumerate(items):
        assert stopped.place(item) == grouper.place(item)
        if number % 23 == 0:
            stopped = Grouper.from_state(stopped.state())
    assert stopped.state() == grouper.state()
    assert 10 < len(grouper.stories()) < len(items)


def test_many_stories_a_day_make_the_same_day_count_less() -> None:
    quiet, busy = Grouper(), Grouper()
    for number in range(200):
        apart = Item(
            id=f"q{number}",
            published=(datetime(2030, 1, 1, tzinfo=UTC) + timedelta(days=number)).isoformat(),
            title=f"Unheard{number} tale",
        )
        quiet.place(apart)
        busy.place(msgspec.structs.replace(apart, published="2030-07-20"))
    pair = [
        Item(
            id="a",
            published="2030-07-20",
            title="Orlan bridge closed",
            text="Engineers look at cracks.",
        ),
        Item(
            id="b",
            published="2030-07-20",
            title="Storm over Orlan",
            text="Wind took roofs off and bent trees.",
        ),
    ]
    scores = []
    for grouper in (quiet, busy):
        _, second = [grouper.place(item) for item in pair]
        scores.append(second.score or second.runner_up or 0.0)
    assert scores[0] > scores[1]
