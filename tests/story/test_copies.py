from hypothesis import given
from hypothesis import strategies as st

from dateline.story.copies import added_spans, copies_of
from dateline.story.items import Item

WIRE = (
    "The ferry Morwen ran aground off Tarsk on Monday with forty people on board. "
    "Rescuers in small boats took all of them to the harbour before dark, the coast guard said. "
    "The owner, Line Vestra, has opened an inquiry into the ship's steering gear."
)
OTHER = (
    "Farmers in the Oska valley expect the smallest cherry harvest in ten years after a late "
    "frost. Prices at the market in Bellen have doubled since last week, growers told reporters."
)


def test_a_reprinted_text_is_a_copy_of_the_earliest() -> None:
    items = [
        Item(id="late", published="2031-05-03", text="By our staff. " + WIRE),
        Item(id="early", published="2031-05-02", text=WIRE),
        Item(id="other", published="2031-05-02", text=OTHER),
    ]
    assert copies_of(items) == {"late": "early"}


def test_a_copy_of_a_copy_names_the_first_report() -> None:
    items = [
        Item(id=f"r{n}", published=f"2031-05-0{n}", text=WIRE + " Seen." * n) for n in (1, 2, 3)
    ]
    assert copies_of(items) == {"r2": "r1", "r3": "r1"}


def test_a_few_equal_words_are_no_copy() -> None:
    items = [
        Item(id="a", text="Live updates follow here"),
        Item(id="b", text="Live updates follow here"),
    ]
    assert copies_of(items) == {}


def test_what_a_copy_adds_is_pointed_at() -> None:
    extra = "A diver will look at the hull on Thursday."
    copy = f"{WIRE} {extra}"
    assert [span.of(copy) for span in added_spans(WIRE, copy)] == [extra.rstrip(".")]


def test_a_paraphrased_word_is_added_and_the_words_around_it_are_not() -> None:
    original = "The ship’s owner said the ferry had passed its inspection in January."
    copy = "The ship's owner claimed the ferry had passed its inspection in January."
    assert [span.of(copy) for span in added_spans(original, copy)] == ["claimed"]


@given(st.text(max_size=200), st.text(max_size=200))
def test_added_spans_lie_in_the_copy_and_an_equal_text_adds_nothing(a: str, b: str) -> None:
    assert all(0 <= span.start < span.end <= len(b) for span in added_spans(a, b))
    if len(b.split()) > 12 and b.isascii():
        assert added_spans(b, b) == ()
