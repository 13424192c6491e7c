"""Names that the model took for common words, found again by what the document calls so."""

from __future__ import annotations

from itertools import compress

from dateline.reading.names.candidates import Candidate
from dateline.reading.names.english.organisations import WORDLIKE_ACRONYMS
from dateline.reading.names.english.words import NOT_NAMES, SURNAMES_TOO
from dateline.reading.names.mentions import Mention
from dateline.reading.names.tokens import Tokens

_PROPER = ("NNP", "NNPS")


def _acts(tokens: Tokens, i: int) -> bool:
    """Tell whether a word before a verb in the past is a surname: ``May warned``."""
    following = tokens.tag[i + 1] if i + 1 < len(tokens) else ""
    return tokens.lower[i] in SURNAMES_TOO and following in ("VBD", "VBZ", "VBN")


def untagged_surnames(
    tokens: Tokens, items: list[Candidate], known: dict[str, int], lowered: set[str]
) -> list[Mention]:
    """Return surnames that the model took for common nouns: ``Banks`` at a sentence's start."""
    surnames = {
        name for name, count in known.items() if count and name not in NOT_NAMES - SURNAMES_TOO
    }
    covered = {i for item in items for i in range(item.first, item.last)}
    return [
        Mention(tokens, Candidate(i, i + 1, "?", tokens.lower[i]), "person")
        for i in compress(range(len(tokens)), map(surnames.__contains__, tokens.lower))
        if tokens.text[i].istitle()
        and i not in covered
        and (tokens.tag[i].startswith("NN") or _acts(tokens, i))
        and tokens.lower[i] not in lowered
        and not tokens.headline[i]
        and (i + 1 == len(tokens) or tokens.tag[i + 1] not in _PROPER)
        and (i == 0 or tokens.tag[i - 1] not in _PROPER)
    ]


def untagged_acronyms(
    tokens: Tokens, items: list[Candidate], kinds: dict[str, str | None]
) -> list[Mention]:
    """Return acronyms that the model took for the words they are elsewhere: ``WHO chief X``."""
    named = {word for word in WORDLIKE_ACRONYMS if kinds.get(word.lower()) == "organisation"}
    covered = {i for item in items for i in range(item.first, item.last)} if named else set()
    return [
        Mention(tokens, Candidate(i, i + 1, "?", tokens.lower[i]), "organisation")
        for i, word in enumerate(tokens.text if named else ())
        if word in named and i not in covered and not tokens.headline[i]
    ]
