"""Every line of the grammar carries an example; each has to come out as it says."""

import re

import pytest

from dateline.reading.times import times_in
from dateline.reading.times.english.language import ENGLISH

LINES = [*ENGLISH.rules, *ENGLISH.modifiers]
PUBLISHED = "2022-11-21"


def example_of(example: str) -> tuple[str, int, int, str]:
    sentence, _, value = example.rpartition(" = ")
    match = re.fullmatch(r"(.*)\[(.+)\](.*)", sentence)
    assert match, example
    before, words, after = match.groups()
    return before + words + after, len(before), len(before) + len(words), value


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.example)
def test_the_example_of_a_rule_is_read_as_it_says(line):
    text, start, end, value = example_of(line.example)
    found = [(time.start, time.end, time.value) for time in times_in(text, PUBLISHED)]
    assert (start, end, value) in found
