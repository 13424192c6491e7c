"""Names in headlines and sub-heads in which most words are capitalised.

There the model takes almost anything for a name; what the body names is believed first.
"""

from __future__ import annotations

from dateline.reading.names.candidates import Candidate
from dateline.reading.names.english.words import NOT_NAMES
from dateline.reading.names.folding import folded
from dateline.reading.names.gazetteer import country_names, spelled
from dateline.reading.names.tokens import Tokens

_LONGEST_NAME = 5
_SURELY_A_LINE = 6
_LONGEST_LINE = 40


def title_case_blocks(tokens: Tokens) -> set[int]:
    """Return the blocks in which most of the longer words are capitalised.

    In running text nobody has marked the headline; a paragraph written so is one.
    """
    found: set[int] = set()
    for number, (first, last) in enumerate(tokens.blocks):
        headline = tokens.headline[first] if first < last else False
        if headline or last - first < _LONGEST_LINE:
            words = [w for w in tokens.text[first:last] if len(w) > 3 and w[0].isalpha()]
            capitalised = len([word for word in words if word[0].isupper()])
            enough = len(words) >= (1 if headline else _SURELY_A_LINE)
            if enough and capitalised * 10 >= len(words) * 7:
                found.add(number)
    return found


def known_names(
    tokens: Tokens, blocks: set[int], kinds: dict[str, str | None], people: dict[str, int]
) -> list[tuple[Candidate, str]]:
    """Return where title-case blocks hold names of the body, surnames of its people, countries."""
    out: list[tuple[Candidate, str]] = []
    i, n = 0, len(tokens)
    while i < n:
        step = 1
        if tokens.block[i] in blocks and tokens.text[i][:1].isupper():
            for length in range(min(_LONGEST_NAME, n - i), 0, -1):
                end = tokens.text[i + length - 1]
                if tokens.block[i + length - 1] != tokens.block[i] or not end[0].isalnum():
                    continue
                words = tokens.words(i, i + length)
                key = folded(words)
                kind = kinds.get(key)
                if kind is None and spelled(words) in country_names():
                    kind = "place"
                if kind is None and length == 1 and people.get(key) and key not in NOT_NAMES:
                    kind = "person"
                if kind is not None:
                    out.append((Candidate(i, i + length, "?", key), kind))
                    step = length
                    break
        i += step
    return out
