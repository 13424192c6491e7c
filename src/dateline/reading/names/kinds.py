"""What each name of a document is: a person, an organisation or a place.

A small model judges every mention alone and errs on surnames, acronyms and words that are only
capitalised because they begin a sentence. One document seldom uses a name for two things, so the
votes for all mentions of a name are counted together with what the document says around it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Literal

from dateline.reading.names.candidates import Candidate
from dateline.reading.names.english.words import (
    COURTESY,
    LOCATIVE,
    NOT_NAMES,
    ORGANISATION_HEADS,
    PLACE_HEADS,
    SPEECH_VERBS,
    SUFFIXES,
    TITLES,
)
from dateline.reading.names.gazetteer import (
    cities_named,
    country_names,
    demonyms,
    regions,
)
from dateline.reading.names.tokens import Tokens

Kind = Literal["person", "organisation", "place"]
_HEADLINE_WEIGHT = 0.25


class Mention:
    """A name in the text with its kind decided."""

    __slots__ = ("first", "key", "kind", "last", "words")

    def __init__(self, tokens: Tokens, item: Candidate, kind: Kind) -> None:
        self.first, self.last, self.key = item.first, item.last, item.key
        self.kind: Kind = kind
        self.words = tokens.words(item.first, item.last)


class _Form:
    """What a document shows of one spelling."""

    __slots__ = ("caps", "initial", "items", "located", "speaks", "titled", "votes", "words")

    def __init__(self) -> None:
        self.votes: defaultdict[str, float] = defaultdict(float)
        self.items: list[Candidate] = []
        self.titled = self.speaks = self.located = 0
        self.initial = True
        self.caps = False
        self.words = ""


def _forms(tokens: Tokens, items: list[Candidate]) -> dict[str, _Form]:
    forms: dict[str, _Form] = {}
    for item in items:
        form = forms.setdefault(item.key, _Form())
        form.items.append(item)
        form.words = form.words or tokens.words(item.first, item.last)
        in_headline = tokens.headline[item.first]
        form.votes[item.vote] += _HEADLINE_WEIGHT if in_headline else 1
        before = item.first - 1
        same = before >= 0 and tokens.sentence[before] == tokens.sentence[item.first]
        form.initial = form.initial and not same
        form.caps = form.caps or tokens.text[item.first].isupper()
        if in_headline:
            continue
        head = tokens.head[item.last - 1]
        if tokens.dep[item.last - 1] == "nsubj" and tokens.lower[head] in SPEECH_VERBS:
            form.speaks += 1
        if same:
            word = tokens.lower[before]
            if word in COURTESY or (
                word in TITLES and tokens.dep[before] in ("compound", "amod", "nmod")
            ):
                form.titled += 1
            if word in LOCATIVE:
                form.located += 1
    return forms


def _person_words(forms: dict[str, _Form]) -> dict[str, int]:
    """Return the words of full names that are surely people's, with how often they occur."""
    known: Counter[str] = Counter()
    for key, form in forms.items():
        words = [w for w in key.split() if w.rstrip(".") not in SUFFIXES]
        if len(words) < 2 or not _is_full_name(key, form):
            continue
        known[words[-1]] += len(form.items)
        known[words[0]] += 0
    return known


def _is_full_name(key: str, form: _Form) -> bool:
    last = key.rsplit(" ", 1)[-1]
    person, most = form.votes["person"], max(form.votes.values())
    if form.words in country_names() or form.words in regions():
        return False
    if last in ORGANISATION_HEADS and not form.titled:
        return False
    return (person > 0 and person * 2 >= most) or form.titled > 0


def _many(key: str, form: _Form, known: dict[str, int]) -> Kind | None:
    """Decide a name of several words."""
    if form.words in country_names() or form.words in regions():
        return "place"
    words = key.split()
    last = words[-1]
    votes = form.votes
    if _is_full_name(key, form):
        return "person"
    if last in ORGANISATION_HEADS or (words[0] in ORGANISATION_HEADS and "of" in words):
        return "organisation" if votes["organisation"] or votes["?"] or votes["place"] else None
    if last in known and known[last] and votes["organisation"] < 2 and words[0] not in demonyms():
        return "person" if votes["person"] or votes["?"] else None
    top = max(("organisation", "place", "person"), key=lambda kind: votes[kind])
    if votes[top] and votes[top] >= votes["other"] and votes[top] >= votes["group"]:
        return _kind(top)
    return "place" if votes["?"] and form.located and cities_named(form.words) else None


def _kind(name: str) -> Kind:
    if name == "person":
        return "person"
    return "organisation" if name == "organisation" else "place"


def _one(key: str, form: _Form, known: dict[str, int], lowered: set[str]) -> Kind | None:
    """Decide a name of one word."""
    votes, words = form.votes, form.words
    if key in known and not (form.located > form.speaks + form.titled and _is_place(words)):
        if words not in country_names() or votes["person"] > votes["place"]:
            return "person"
    if words in country_names():
        return "place"
    if words in demonyms() or key in NOT_NAMES or words.lower() in NOT_NAMES:
        return None
    if words in regions():
        return "person" if form.titled and votes["person"] > votes["place"] else "place"
    if form.titled and votes["person"] + votes["?"] >= votes["organisation"] and not form.caps:
        return "person"
    if form.initial and key in lowered:
        return None
    best = max(("organisation", "place", "person"), key=lambda kind: votes[kind])
    if not votes[best] or votes[best] < max(votes["other"], votes["group"]):
        return None
    if best == "person":
        return _lone_person(form)
    if best == "place" and not _is_place(words):
        return None if form.initial and len(form.items) < 2 else "place"
    if best == "organisation" and not form.caps and form.initial and len(form.items) < 2:
        return "organisation" if form.speaks else None
    return _kind(best)


def _lone_person(form: _Form) -> Kind | None:
    """Decide a single word that the model takes for a person nobody introduced."""
    if form.words.isupper() and len(form.words) > 1:
        return "organisation" if len(form.words) < 7 else None
    if form.votes["person"] >= 2 or (form.speaks and form.votes["person"] >= 1):
        return "person"
    return None if form.initial else "person"


def _is_place(words: str) -> bool:
    return words in country_names() or words in regions() or bool(cities_named(words))


def mentions_in(tokens: Tokens, items: list[Candidate]) -> list[Mention]:
    """Return the names among the candidates with their kinds, in text order."""
    title_case = _title_case_headlines(tokens)
    body = [item for item in items if tokens.block[item.first] not in title_case]
    forms = _forms(tokens, body or items)
    known = _person_words(forms)
    lowered = {tokens.lower[i] for i, word in enumerate(tokens.text) if word.islower()}
    kinds: dict[str, Kind | None] = {
        key: _many(key, form, known) if " " in key else _one(key, form, known, lowered)
        for key, form in forms.items()
    }
    out: list[Mention] = []
    for item in body or items:
        kind = _for_mention(tokens, item, kinds[item.key], known)
        if kind is not None:
            out.append(Mention(tokens, item, kind))
    if body and title_case:
        out += _headline_mentions(tokens, title_case, kinds, known, items)
    return sorted(out, key=lambda mention: mention.first)


def _for_mention(
    tokens: Tokens, item: Candidate, kind: Kind | None, known: dict[str, int]
) -> Kind | None:
    """Correct a name's kind where one mention plainly is something else."""
    words = tokens.words(item.first, item.last)
    if kind == "person" and item.single and item.vote == "place" and item.first:
        if tokens.lower[item.first - 1] in LOCATIVE and _is_place(words):
            return "place"
    if (
        kind == "place"
        and item.last < len(tokens)
        and tokens.lower[item.last] in ORGANISATION_HEADS
        and tokens.tag[item.last] in ("NNP", "NNPS")
        and tokens.lower[item.last] not in PLACE_HEADS
    ):
        return None
    return kind


def _title_case_headlines(tokens: Tokens) -> set[int]:
    """Return the blocks that are headlines in which most words are capitalised."""
    counts: dict[int, list[int]] = {}
    for i, word in enumerate(tokens.text):
        if tokens.headline[i] and len(word) > 3 and word[0].isalpha():
            count = counts.setdefault(tokens.block[i], [0, 0])
            count[0] += word[0].isupper()
            count[1] += 1
    return {
        block for block, (upper, total) in counts.items() if total > 2 and upper * 10 >= total * 7
    }


def _headline_mentions(
    tokens: Tokens,
    blocks: set[int],
    kinds: dict[str, Kind | None],
    known: dict[str, int],
    items: list[Candidate],
) -> list[Mention]:
    """Return what the body's names are called in headlines where every word is capitalised."""
    from dateline.reading.names.folding import folded

    out: list[Mention] = []
    i, n = 0, len(tokens)
    while i < n:
        if tokens.block[i] not in blocks:
            i += 1
            continue
        for length in range(min(5, n - i), 0, -1):
            if tokens.block[i + length - 1] != tokens.block[i]:
                continue
            words = tokens.words(i, i + length)
            key = folded(words)
            kind = kinds.get(key)
            if kind is None and words in country_names():
                kind = "place"
            if kind is None and length == 1 and known.get(key) and key not in NOT_NAMES:
                kind = "person"
            if kind is not None and words[:1].isupper():
                out.append(Mention(tokens, Candidate(i, i + length, "?", key), kind))
                i += length - 1
                break
        i += 1
    taken = {m.first for m in out}
    for item in items:
        if (
            tokens.block[item.first] in blocks
            and item.vote == "person"
            and not item.single
            and len(item.key.split()) == 2
            and not any(i in taken for i in range(item.first, item.last))
            and kinds.get(item.key, "person") == "person"
            and all(w in known for w in item.key.split()[-1:])
        ):
            out.append(Mention(tokens, item, "person"))
    return out
