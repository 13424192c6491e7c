"""Which line parts of a dump are ruled out before any is weighed: lists, calls, comments."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from dateline.intake.dump.atoms import Atom
from dateline.intake.dump.furniture import asking, heads_comment
from dateline.intake.dump.listings import listed_under
from dateline.intake.dump.related import Line, inline_item, is_list_heading

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

_PROSE = 15
_OTHER_PROSE = 150
_REPEATED_RUN = 3
"""Least words of prose, of a page's other prose; least atoms of a repeated run."""
_OFTEN, _PHRASE, _NEAR = 4, 6, 8
"""How often a page shows a caption or a teaser that is furniture, its least words, and how many
atoms apart at most."""
_THREAD_LEAST, _COMMENT = 3, 30
"""Least comments of a thread; most atoms of one."""


def ruled_out(
    text: str, atoms: Sequence[Atom], lines: Sequence[Line], words: Sequence[str], lengths: Floats
) -> Flags:
    """Return which atoms cannot be the article's.

    ``words`` are the lines' without entities, ``lengths`` the words of each atom.
    """
    said = [atom.span.of(text) for atom in atoms]
    out = np.array(asking(said, lengths.tolist()), dtype=np.bool_)
    out[list(_listed(text, lines, words))] = True
    out[_repeated(said, lengths)] = True
    out[_commented(said)] = True
    return out


def _listed(text: str, lines: Sequence[Line], words: Sequence[str]) -> Iterable[int]:
    """Yield atoms of bulleted lists under ``Latest Stories`` and of ``READ MORE: …``."""
    for index, line in enumerate(lines):
        if is_list_heading(words[index]) or inline_item(text, line) is not None:
            yield from range(line.first, line.last)
        for item in listed_under(lines, words, index):
            for place in item.lines:
                yield from range(lines[place].first, lines[place].last)


def _commented(said: Sequence[str]) -> list[int]:
    """Return the atoms of threads of readers' comments, told by what stands over each."""
    heads = [index for index, words in enumerate(said) if heads_comment(words)]
    out: list[int] = []
    thread: list[int] = []
    for index in (*heads, None):
        if index is not None and (not thread or index - thread[-1] <= _COMMENT):
            thread.append(index)
            continue
        if len(thread) >= _THREAD_LEAST:
            between = int(np.median(np.diff(thread)))
            out += range(max(thread[0] - 1, 0), min(thread[-1] + between + 1, len(said)))
        thread = [] if index is None else [index]
    return out


def _repeated(said: Sequence[str], lengths: Floats) -> list[int]:
    """Return atoms of runs of prose that the page has elsewhere too: lists of teasers.

    An article that stands on the page twice is none, so enough other prose must be there.
    """
    longs = np.flatnonzero(lengths >= _PROSE).tolist()
    words = {index: said[index].strip() for index in longs}
    times = Counter(words.values())
    once = sum(float(lengths[index]) for index in longs if times[words[index]] == 1)
    if once < _OTHER_PROSE:
        return []
    out: list[int] = []
    run: list[int] = []
    for index in (*longs, None):
        if index is not None and times[words[index]] > 1:
            run.append(index)
            continue
        if len(run) >= _REPEATED_RUN:
            out += run
        run = []
    return out + _often(said, np.flatnonzero(lengths >= _PHRASE).tolist())


def _often(said: Sequence[str], phrases: Sequence[int]) -> list[int]:
    """Return the phrases that come again every few atoms, as captions of a gallery do.

    What comes again farther apart, as in a plan for every day of a week, may be the article's.
    """
    places: defaultdict[str, list[int]] = defaultdict(list)
    for index in phrases:
        places[said[index]].append(index)
    return [
        index
        for where in places.values()
        if len(where) >= _OFTEN and float(np.median(np.diff(where))) <= _NEAR
        for index in where
    ]
