import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.story.grouping import Grouper, Item
from dateline.story.grouping.near import (
    NearIndex,
    is_signature,
    jaccard,
    runs_of,
    signature_of,
)

WIRE = Item(
    id="w1",
    published="2031-05-02T08:00:00Z",
    url="https://wire.example/morwen",
    title="Ferry Morwen runs aground off Tarsk",
    text=(
        "The ferry Morwen ran aground off Tarsk on Monday with 412 passengers on board, the coast "
        "guard said. Rescuers in small boats took all of them to the harbour before dark. The "
        "owner, Vestra Line, opened an inquiry into the steering gear and promised to pay for "
        "hotel rooms. Divers under Captain Ilva Brandt will look at the hull on Thursday."
    ),
)
COPY = Item(
    id="w2",
    published="2031-05-02T11:00:00Z",
    url="https://herald.example/ferry",
    title="Passengers safe after grounding",
    text="From our wire services. " + WIRE.text,
)
OTHER = Item(
    id="o1",
    published="2031-05-02T09:00:00Z",
    title="Cherry growers in the Oska valley count their losses",
    text=(
        "Farmers in the Oska valley expect the smallest cherry harvest in ten years after a late "
        "frost. Prices at the market in Bellen doubled within a week, growers told the Courier."
    ),
)


def later(item: Item, number: int, published: str, **changes: str) -> Item:
    return msgspec.structs.replace(
        item,
        id=f"{item.id}-{number}",
        published=published,
        url=f"https://paper{number}.example/",
        **changes,
    )


def placed(*items: Item) -> Grouper:
    grouper = Grouper()
    for item in items:
        grouper.place(item)
    return grouper


def test_a_wire_copy_joins_its_original_and_says_why_without_a_score() -> None:
    placement = placed(WIRE, OTHER).place(COPY)
    assert (placement.story, placement.copy_of) == ("w1", "w1")
    assert placement.jaccard is not None and placement.jaccard > 0.8
    assert placement.score is placement.runner_up is None
    assert "morwen" in placement.shared_names
    assert placement.days_apart == pytest.approx(0.125)


def test_no_story_is_scored_for_a_near_duplicate(monkeypatch: pytest.MonkeyPatch) -> None:
    grouper = placed(WIRE)
    monkeypatch.setattr(grouper, "ranked", lambda report: pytest.fail("scored"))
    assert grouper.place(COPY).story == "w1"


def test_a_marked_update_of_nearly_the_same_text_is_a_version_not_a_copy() -> None:
    update = later(WIRE, 2, "2031-05-02T10:00:00Z", version="UPDATE 1")
    placement = placed(WIRE).place(update)
    assert (placement.version_of, placement.copy_of) == ("w1", None)
    assert placement.jaccard == 1


def test_the_same_version_in_another_paper_and_a_teaser_of_it_are_copies() -> None:
    update = msgspec.structs.replace(WIRE, version="UPDATE 1")
    reprint = later(WIRE, 2, "2031-05-02T10:00:00Z", version=None)
    same = later(WIRE, 3, "2031-05-02T10:00:00Z", version="UPDATE 1")
    teaser = later(WIRE, 4, "2031-05-02T10:00:00Z", version="UPDATE 2", text="")
    for report in (reprint, same, teaser):
        placement = placed(update).place(report)
        assert (placement.version_of, placement.copy_of) == (None, "w1")


def test_the_most_alike_original_is_named_and_of_equal_ones_the_earliest() -> None:
    reprint = later(COPY, 3, "2031-05-02T12:00:00Z")
    assert placed(WIRE, COPY).place(reprint).copy_of == "w2"
    again = later(WIRE, 4, "2031-05-03T12:00:00Z")
    assert placed(WIRE, later(WIRE, 0, "2031-05-01"), COPY).place(again).copy_of == "w1-0"


def test_a_phrase_that_comes_again_weeks_later_is_scored_like_any_report() -> None:
    again = later(WIRE, 2, "2031-05-20")
    assert placed(WIRE).place(again).jaccard is None


@pytest.mark.parametrize("other", [("Sundal", "Kessel", 412), ("Morwen", "Vestra", 97)])
def test_reports_made_from_one_template_are_scored(other: tuple[str, str, int]) -> None:
    text = (
        "{} of {} runs late by {} minutes. Staff will wait for passengers at the quay from early "
        "morning and hand out blankets, tea and vouchers for lost connections to islands farther "
        "north, where buses wait for the last boat of the evening."
    )
    first = Item(id="t1", published="2031-05-02", text=text.format("Morwen", "Vestra", 412))
    assert placed(first).place(later(first, 2, "2031-05-02")).jaccard == 1
    of_another = later(first, 3, "2031-05-02", text=text.format(*other))
    assert placed(first).place(of_another).jaccard is None


def test_equal_headlines_alone_are_scored() -> None:
    bare = msgspec.structs.replace(WIRE, text="")
    placement = placed(bare).place(later(bare, 2, "2031-05-02T10:00:00Z"))
    assert placement.jaccard is None
    assert placement.story == "w1"


def test_a_copy_follows_its_original_to_where_a_person_put_it() -> None:
    grouper = placed(OTHER, WIRE)
    grouper.merge(["o1", "w1"])
    placement = grouper.place(COPY)
    assert (placement.story, placement.by_hand) == ("o1", True)


def test_equal_texts_a_person_has_put_apart_decide_nothing() -> None:
    grouper = placed(WIRE, COPY)
    apart = grouper.split("w1", ["w2"])
    assert apart != "w1"
    grouper = Grouper.from_state(grouper.state())
    placement = grouper.place(later(COPY, 2, "2031-05-02T12:00:00Z"))
    assert placement.jaccard is None
    assert placement.score is not None


def test_a_forgotten_original_has_no_copies() -> None:
    grouper = placed(WIRE)
    grouper.forget("w1")
    assert grouper.place(COPY).copy_of is None


def test_a_closed_story_takes_no_near_duplicate_unscored() -> None:
    undated = msgspec.structs.replace(COPY, published=None)
    grouper = placed(WIRE, later(OTHER, 9, "2031-09-01"))
    assert grouper.place(undated).jaccard is None
    assert placed(WIRE).place(undated).jaccard is not None


def test_near_duplicates_are_found_after_a_restart_as_without_one() -> None:
    whole = placed(WIRE, OTHER, later(COPY, 2, "2031-05-02T10:00:00Z"))
    restarted = Grouper.from_state(whole.state())
    assert restarted.place(COPY) == whole.place(COPY)
    assert restarted.state() == whole.state()


def test_a_state_without_signatures_is_gone_on_from() -> None:
    kept = msgspec.msgpack.decode(placed(WIRE).state())
    kept["form"] = "grouping/2"
    for member in kept["stories"][0]["members"]:
        del member["signature"]
        member["sketch"] = [1, 2, 3]
    placement = Grouper.from_state(msgspec.msgpack.encode(kept)).place(COPY)
    assert (placement.story, placement.jaccard) == ("w1", None)


def test_signatures_of_another_kind_are_left_out() -> None:
    kept = msgspec.msgpack.decode(placed(WIRE).state())
    kept["stories"][0]["members"][0]["signature"] = b"of another library"
    placement = Grouper.from_state(msgspec.msgpack.encode(kept)).place(COPY)
    assert (placement.story, placement.jaccard) == ("w1", None)


def test_a_signature_is_the_same_on_every_machine() -> None:
    signature = signature_of(runs_of("the ferry ran aground off the old harbour".split(), 4))
    assert signature == signature_of(
        ["off the old harbour", *runs_of("the ferry ran aground off the old harbour".split(), 4)]
    )
    assert is_signature(signature)
    assert not is_signature(b"")
    assert jaccard(signature, b"") == 0


def test_the_index_holds_no_more_than_it_was_left_with() -> None:
    index = NearIndex()
    signatures = {f"t{n}": signature_of([f"run {n} {m}" for m in range(20)]) for n in range(50)}
    for text, signature in signatures.items():
        index.add(text, signature)
        index.add(text, signature)
    for text in list(signatures)[1:]:
        index.drop(text)
    index.drop("never seen")
    assert len(index) == 1
    assert index.like(signatures["t0"], 0.5) == [(1.0, "t0")]
    assert index.like(signatures["t1"], 0.0) == []


words = st.lists(st.sampled_from("abcdefghij"), min_size=6, max_size=30)


@given(words, words)
def test_an_estimate_lies_between_nothing_and_all_and_is_all_for_equal_texts(
    one: list[str], other: list[str]
) -> None:
    first, second = (signature_of(runs_of(text, 3)) for text in (one, other))
    assert 0 <= jaccard(first, second) == jaccard(second, first) <= 1
    assert jaccard(first, first) == 1
    if not set(runs_of(one, 3)) & set(runs_of(other, 3)):
        assert jaccard(first, second) < 0.5


@given(st.lists(st.text("xyz", min_size=1), max_size=8), st.integers(1, 5))
def test_runs_are_all_windows_of_their_length(text: list[str], length: int) -> None:
    assert list(runs_of(text, length)) == [
        " ".join(text[at : at + length]) for at in range(len(text) - length + 1)
    ]
