"""What the line labeller sees of each atom: named numbers, no words of the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from dateline.intake.dump.atoms import Atom
from dateline.intake.dump.english import CUES, READER_WORDS, SPEECH_WORDS, STOP_WORDS
from dateline.intake.dump.shapes import SHAPE_NAMES, keys_of, shapes_of
from dateline.intake.dump.vocabulary import Vocabulary, Wording
from dateline.text import without_entities

Matrix = npt.NDArray[np.float32]

_WORD = re.compile(r"\w+(?:['’]\w+)?")
_SENTENCE_END = re.compile(r"[.!?…。！？؟।](?:[\"”’')\]»]*)(?=\s|$|[。！？])|[。！？]")
_ENDS_SENTENCE = re.compile(r"[.!?…。！？؟।][\"”’')\]»」』]*$")
_UNSPACED = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_CUES = tuple((cue.name, re.compile(cue.pattern)) for cue in CUES)
_CUE_REACH = 400
_SCAN = 4000
"""Characters of an atom that its own features look at; a longer one is prose or junk anyway."""

_PROSE_WORDS = 12
_LEAST_PROSE = 120
_ENGLISH_SHARE = 0.2
_SHORT = 5
_FUNCTION_WORDS = 40

BASE_NAMES: tuple[str, ...] = (
    "log_chars", "log_words", "ends_sentence", "log_sentences", "comma_rate", "stop_share",
    "capital_share", "upper_share", "digit_share", "mean_word", "bullet", "lower_start",
    "quote_start", "quotes", "ends_colon", "ends_ellipsis", "ends_question", "speech_share",
    "reader_share", "pipes", "glued", "log_indent", "blank", "repeated", "brackets_end", "shouting",
    *(f"cue_{cue.name}" for cue in CUES),
)  # fmt: skip

CONTEXT_OF: tuple[str, ...] = (
    "log_words", "ends_sentence", "stop_share", "bullet", "capital_share", "repeated",
    "speech_share", "reader_share", "glued", "cue_ago", "cue_date", "cue_by", "cue_related",
    "cue_share", "cue_comments", "cue_legal", "cue_picture", "cue_menu", "cue_bio",
    "cue_subscribe", "quote_start", "log_indent", "ends_colon", "head_repeats", "tail_repeats",
    "pattern_edge",
)  # fmt: skip
"""Base features also seen of the neighbours."""

WINDOW_OF: tuple[str, ...] = (
    "prose", "bullet", "log_words", "stop_share", "repeated", "cue_ago", "cue_date", "cue_menu",
    "cue_related", "cue_legal", "cue_comments", "topic", "blank", "pattern_edge", "ends_colon",
)  # fmt: skip
"""Means over the atoms before and after, 4 and 12 wide."""

DOC_NAMES: tuple[str, ...] = (
    "position", "char_position", "log_atoms", "prose", "topic", "title_overlap", "after_title",
    "log_since_title", "log_since_prose", "log_to_prose", "prose_share_before", "prose_share_after",
    "run_share", "run_rank", "log_since_comments", "log_since_related", "log_since_date",
    "log_since_by", "core_distance", "in_core", "words_to_core_mean", "same_indent",
    "log_run", "log_run_left", "run_words", "run_stops", "run_topic", "run_ends", "run_prose",
    "prose_near_before", "prose_near_after", "prose_around", "log_to_comments", "log_to_legal",
    "log_to_share", "log_since_colon", *SHAPE_NAMES,
)  # fmt: skip

NAMES: tuple[str, ...] = (
    *BASE_NAMES,
    *DOC_NAMES,
    *(f"{name}@{offset:+d}" for offset in (-2, -1, 1, 2) for name in CONTEXT_OF),
    *(f"{name}@{side}{width}" for side in "<>" for width in (4, 12) for name in WINDOW_OF),
)  # fmt: skip
INDEX = {name: index for index, name in enumerate(NAMES)}


def carries_cue(words: str) -> bool:
    """Tell whether a line carries any of the cues of what surrounds an article."""
    head = words[:_CUE_REACH].lower()
    return any(cue.search(head) for _, cue in _CUES)


class Tokens:
    """The folded words of every atom, taken once."""

    __slots__ = ("words",)

    def __init__(self, clean: str, atoms: Sequence[Atom]) -> None:
        self.words = [
            [w.lower() for w in _WORD.findall(clean[a.start : min(a.end, a.start + _SCAN)])]
            for a in atoms
        ]


def features_of(text: str, atoms: Sequence[Atom]) -> Matrix:
    """Return one row per atom, one column per name of `NAMES`."""
    clean = without_entities(text)
    tokens = Tokens(clean, atoms)
    base = _base(clean, atoms, tokens)
    out = np.zeros((len(atoms), len(NAMES)), dtype=np.float32)
    if not atoms:
        return out
    width = len(BASE_NAMES)
    out[:, :width] = base
    doc = _document(atoms, tokens, base) | shapes_of(clean, atoms)
    for name, column in doc.items():
        out[:, INDEX[name]] = column
    for offset in (-2, -1, 1, 2):
        for name in CONTEXT_OF:
            out[:, INDEX[f"{name}@{offset:+d}"]] = shifted(out[:, INDEX[name]], offset)
    for name in WINDOW_OF:
        column = out[:, INDEX[name]]
        for size in (4, 12):
            before, after = means_of(column, size)
            out[:, INDEX[f"{name}@<{size}"]] = before
            out[:, INDEX[f"{name}@>{size}"]] = after
    return out


def _function_words(tokens: Tokens) -> frozenset[str]:
    """Return the function words of a page: English ones, or the short words its prose repeats."""
    prose = [words for words in tokens.words if len(words) >= _PROSE_WORDS]
    total = sum(map(len, prose))
    english = sum(1 for words in prose for w in words if w in STOP_WORDS)
    if total < _LEAST_PROSE or english >= _ENGLISH_SHARE * total:
        return STOP_WORDS
    counts = Counter(w for words in prose for w in words if len(w) <= _SHORT and w.isalpha())
    return frozenset(sorted(counts, key=lambda w: (-counts[w], w))[:_FUNCTION_WORDS])


def _base(clean: str, atoms: Sequence[Atom], tokens: Tokens) -> Matrix:
    keys = [" ".join(words[:12]) for words in tokens.words]
    counts = Counter(keys)
    function_words = _function_words(tokens)
    rows = np.zeros((len(atoms), len(BASE_NAMES)), dtype=np.float32)
    for index, atom in enumerate(atoms):
        words = clean[atom.start : min(atom.end, atom.start + _SCAN)]
        folded = tokens.words[index]
        scale = (atom.end - atom.start) / max(len(words), 1)
        unspaced = len(_UNSPACED.findall(words)) if not words.isascii() else 0
        count = len(folded) + unspaced / 3
        n = max(len(folded), 1)
        originals = words.split()
        capitals = sum(1 for w in originals if w[:1].isupper())
        stops = sum(1 for w in folded if w in function_words)
        foreign = not words.isascii() and sum(1 for c in words[:200] if ord(c) > 0x24F) > 20
        row = rows[index]
        row[:26] = (
            np.log1p(len(words) * scale),
            np.log1p(count * scale),
            _ENDS_SENTENCE.search(words[-8:]) is not None,
            np.log1p(len(_SENTENCE_END.findall(words)) * scale),
            words.count(",") / n,
            0.42 if foreign else stops / n,
            0.2 if foreign else capitals / max(len(originals), 1),
            sum(map(str.isupper, words[:200])) / min(len(words), 200),
            sum(map(str.isdigit, words[:200])) / min(len(words), 200),
            min(sum(map(len, folded)) / n, 12),
            atom.bullet,
            words[:1].islower(),
            words[:1] in "\"“‘'«",
            any(c in words for c in '"“”'),
            words.endswith(":"),
            words.endswith(("…", "...")),
            words.endswith("?"),
            sum(1 for w in folded if w in SPEECH_WORDS) / n,
            sum(1 for w in folded if w in READER_WORDS) / n,
            words.count("|"),
            atom.glued,
            np.log1p(atom.indent),
            min(atom.blank, 3),
            np.log(counts[keys[index]]),
            words.endswith((")", "]")),
            words.isupper(),
        )
        head = words[:_CUE_REACH].lower()
        for at, (_, cue) in enumerate(_CUES, start=26):
            row[at] = cue.search(head) is not None
    return rows


def _document(atoms: Sequence[Atom], tokens: Tokens, base: Matrix) -> dict[str, Matrix]:
    column = {name: base[:, index] for index, name in enumerate(BASE_NAMES)}
    n = len(atoms)
    at = np.arange(n, dtype=np.float32)
    words = np.expm1(column["log_words"])
    prose = (
        (words >= 8) * (column["stop_share"] > 0.25) * (0.5 + 0.5 * column["ends_sentence"])
        * np.minimum(words, 60) / 60
    ).astype(np.float32)  # fmt: skip
    ends = np.array([a.end for a in atoms], dtype=np.float64)
    total = max(float(prose.sum()), 1e-6)
    cumulative = np.cumsum(prose)
    topic = _topic(tokens, prose)
    title, overlap = _title(tokens, column, prose)
    is_prose = prose > 0.15
    run_share, run_rank, core = runs_of(prose, is_prose)
    inside = (at >= core[0]) & (at <= core[1])
    indents = column["log_indent"]
    core_indent = float(np.median(indents[core[0] : core[1] + 1]))
    core_words = words[core[0] : core[1] + 1][is_prose[core[0] : core[1] + 1]]
    mean_words = float(core_words.mean()) if len(core_words) else 1.0
    run = same_kind(column["bullet"], indents)
    near_before, near_after = means_of(prose, 30)
    return {
        "log_run": np.log1p(run.size),
        "log_run_left": np.log1p(run.left),
        "run_words": run.mean(np.minimum(words, 60)),
        "run_stops": run.mean(column["stop_share"]),
        "run_topic": run.mean(topic),
        "run_ends": run.mean(column["ends_sentence"]),
        "run_prose": run.mean(prose),
        "prose_near_before": near_before,
        "prose_near_after": near_after,
        "prose_around": np.minimum(near_before, near_after),
        "log_to_comments": np.log1p(_since((column["cue_comments"] > 0)[::-1])[::-1]),
        "log_to_legal": np.log1p(_since((column["cue_legal"] > 0)[::-1])[::-1]),
        "log_to_share": np.log1p(_since((column["cue_share"] > 0)[::-1])[::-1]),
        "position": at / n,
        "char_position": (ends / max(ends[-1], 1.0)).astype(np.float32),
        "log_atoms": np.full(n, np.log(n), dtype=np.float32),
        "prose": prose,
        "topic": topic,
        "title_overlap": overlap,
        "after_title": np.sign(at - title).astype(np.float32),
        "log_since_title": np.sign(at - title) * np.log1p(np.abs(at - title)),
        "log_since_prose": np.log1p(_since(is_prose)),
        "log_to_prose": np.log1p(_since(is_prose[::-1])[::-1]),
        "prose_share_before": ((cumulative - prose) / total).astype(np.float32),
        "prose_share_after": ((total - cumulative) / total).astype(np.float32),
        "run_share": run_share,
        "run_rank": run_rank,
        "log_since_comments": np.log1p(_since(column["cue_comments"] > 0)),
        "log_since_related": np.log1p(_since((column["cue_related"] > 0) & (words < 8))),
        "log_since_colon": np.log1p(_since(column["ends_colon"] > 0)),
        "log_since_date": np.log1p(_since(column["cue_date"] > 0)),
        "log_since_by": np.log1p(_since(column["cue_by"] > 0)),
        "core_distance": np.log1p(np.maximum(np.maximum(core[0] - at, at - core[1]), 0)),
        "in_core": inside.astype(np.float32),
        "words_to_core_mean": np.minimum(words / max(mean_words, 1.0), 4).astype(np.float32),
        "same_indent": (np.abs(indents - core_indent) < 0.01).astype(np.float32),
    }


class _Runs:
    """Maximal stretches of neighbouring atoms that are set alike: bullet and indent."""

    __slots__ = ("_firsts", "_of", "left", "size")

    def __init__(self, changes: npt.NDArray[np.bool_]) -> None:
        self._firsts = np.flatnonzero(changes)
        self._of = np.cumsum(changes) - 1
        sizes = np.diff(np.append(self._firsts, len(changes)))
        self.size = sizes[self._of].astype(np.float32)
        self.left = (self._firsts + sizes)[self._of].astype(np.float32) - np.arange(len(changes))

    def mean(self, column: Matrix) -> Matrix:
        """Return the mean over its run for each atom."""
        sums = np.add.reduceat(column.astype(np.float64), self._firsts)
        out: Matrix = (sums[self._of] / self.size).astype(np.float32)
        return out


def same_kind(bullet: Matrix, indents: Matrix) -> _Runs:
    """Return the stretches of atoms that are set alike."""
    changes = np.ones(len(bullet), dtype=np.bool_)
    changes[1:] = (np.diff(bullet) != 0) | (np.abs(np.diff(indents)) > 0.6)
    return _Runs(changes)


def _topic(tokens: Tokens, prose: Matrix) -> Matrix:
    """Return how much each atom's content words are those of the page's prose, 0 to 1."""
    weight: Counter[str] = Counter()
    for words, amount in zip(tokens.words, prose.tolist(), strict=True):
        if amount > 0.15:
            weight.update({w for w in words if len(w) > 3 and w not in STOP_WORDS})
    out = np.zeros(len(prose), dtype=np.float32)
    for index, words in enumerate(tokens.words):
        content = {w for w in words if len(w) > 3 and w not in STOP_WORDS}
        if content:
            own = 1 if prose[index] > 0.15 else 0
            out[index] = sum(min(weight[w] - own, 5) for w in content) / (5 * len(content))
    return out


def _title(tokens: Tokens, column: dict[str, Matrix], prose: Matrix) -> tuple[int, Matrix]:
    """Return the likeliest headline's index, and each atom's share of its content words."""
    n = len(prose)
    core = int(np.argmax(np.convolve(prose, np.ones(7), "same"))) if n else 0
    while core > 0 and bool((prose[max(0, core - 4) : core] > 0.15).any()):
        core -= 1
    vocabulary = Counter(
        w for words in tokens.words[core : core + 25] for w in set(words) if w not in STOP_WORDS
    )
    best, score = 0, -1.0
    for index in range(max(0, core - 40), min(n, core + 1)):
        words = tokens.words[index]
        if 4 <= len(words) <= 30 and not column["bullet"][index]:
            content = {w for w in words if w not in STOP_WORDS and len(w) > 2}
            if content:
                hit = sum(1 for w in content if vocabulary[w]) / (len(content) + 1.5)
                value = hit * (1.2 if column["ends_sentence"][index] == 0 else 0.8)
                value *= 1 + 0.3 * column["repeated"][index]
                if value > score:
                    best, score = index, value
    content = {w for w in tokens.words[best] if w not in STOP_WORDS and len(w) > 2} if n else set()
    overlap = np.zeros(n, dtype=np.float32)
    for index, words in enumerate(tokens.words):
        own = {w for w in words if w not in STOP_WORDS and len(w) > 2}
        if own:
            overlap[index] = len(own & content) / (len(own) + 1)
    return best, overlap


def runs_of(
    prose: Matrix, is_prose: npt.NDArray[np.bool_]
) -> tuple[Matrix, Matrix, tuple[int, int]]:
    """Group prose with short gaps into runs: each atom's run's share of all prose, and rank."""
    n = len(prose)
    share = np.zeros(n, dtype=np.float32)
    rank = np.full(n, 9, dtype=np.float32)
    where = np.flatnonzero(is_prose)
    if not len(where):
        return share, rank, (0, n - 1)
    cuts = np.flatnonzero(np.diff(where) > 5)
    firsts = where[np.concatenate(([0], cuts + 1))]
    lasts = where[np.concatenate((cuts, [len(where) - 1]))]
    sums = np.add.reduceat(prose, np.stack((firsts, np.minimum(lasts + 1, n - 1)), 1).ravel())[::2]
    order = np.argsort(-sums, kind="stable")
    total = max(float(prose.sum()), 1e-6)
    for place, run in enumerate(order.tolist()):
        share[firsts[run] : lasts[run] + 1] = sums[run] / total
        rank[firsts[run] : lasts[run] + 1] = min(place, 8)
    best = int(order[0])
    return share, rank, (int(firsts[best]), int(lasts[best]))


def _since(flags: npt.NDArray[np.bool_]) -> Matrix:
    """Return for each place how many steps ago the flag was set, itself being 0; at most 200."""
    at = np.arange(len(flags))
    last = np.maximum.accumulate(np.where(flags, at, -200))
    return np.minimum(at - last, 200).astype(np.float32)


def shifted(column: Matrix, offset: int) -> Matrix:
    """Return the column of the atom ``offset`` places away, -1 beyond the ends."""
    out = np.full_like(column, -1)
    if offset < 0:
        out[-offset:] = column[:offset]
    else:
        out[:-offset] = column[offset:]
    return out


def means_of(column: Matrix, size: int) -> tuple[Matrix, Matrix]:
    """Return the means over the ``size`` places before and after each place."""
    n = len(column)
    sums = np.concatenate(([0.0], np.cumsum(column, dtype=np.float64)))
    at = np.arange(n)
    low, high = np.maximum(at - size, 0), np.minimum(at + 1 + size, n)
    before = (sums[at] - sums[low]) / size
    after = (sums[high] - sums[at + 1]) / size
    return before.astype(np.float32), after.astype(np.float32)


def wording_of(text: str, atoms: Sequence[Atom]) -> Wording:
    """Return what the atoms have in common."""
    clean = without_entities(text)
    words, names = [], []
    for atom in atoms:
        found = _WORD.findall(clean[atom.start : min(atom.end, atom.start + _SCAN)])
        words.append(sorted({w.lower() for w in found if len(w) > 3} - STOP_WORDS))
        names.append(sorted({w for w in found if w[0].isupper() and w.lower() not in STOP_WORDS}))
    return Wording(Vocabulary(words), Vocabulary(names), Vocabulary(keys_of(clean, atoms)))
