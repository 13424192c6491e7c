"""Which line parts of a dump are the article's, and its paragraphs and sub-heads."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from dateline.intake.dump.article import correction_in, tells_version
from dateline.intake.dump.atoms import Atom
from dateline.intake.dump.features import carries_cue, features_of, wording_of
from dateline.intake.dump.forest import BODY, Labeller
from dateline.intake.dump.furniture import (
    asking,
    ends_with_picture_credit,
    furniture_kind,
    heads_comment,
    is_sign_off,
)
from dateline.intake.dump.listings import listed_under
from dateline.intake.dump.related import (
    Line,
    inline_item,
    is_list_heading,
    word_count,
)
from dateline.intake.dump.shapes import opening_form
from dateline.text import Span, without_entities

Floats = npt.NDArray[np.float64]

_STOP = re.compile(r"[.!?…。！？؟।][\"”’')\]»]*$")
_PROSE = 15
_OTHER_PROSE = 150
_REPEATED_RUN = 3
"""Least words of prose, of a page's other prose; least atoms of a repeated run."""
_LEAST, _LEAST_LISTED = 12, 60
"""Least words of an article, and of one that has no sentence in it, such as a calendar."""
_FEW, _SENTENCE = 16, 5
"""Most atoms of a page too short to weigh its lines by their like; least words of its prose."""
_OFTEN, _PHRASE, _NEAR = 4, 6, 8
"""How often a page shows a caption or a teaser that is furniture, its least words, and how many
atoms apart at most."""
_THREAD_LEAST, _COMMENT = 3, 30
"""Least comments of a thread; most atoms of one."""
MOST_WEIGHED = 4_000
"""Atoms beyond which a page is read by a rule: no article has as many."""
_LIKELY, _DOUBTFUL, _EXPECTED = 1.0, -2.0, 1.5
"""The log-odds of a paragraph over a list and of the line that announces it; what that adds."""
_SURELY_NOT = -4.0
"""The log-odds of an atom that a list or pointer claims for another story."""


class BodyFinder:
    """Finds the article's text among the atoms and lines of one dump."""

    def __init__(
        self,
        text: str,
        atoms: Sequence[Atom],
        lines: Sequence[Line],
        words: Sequence[str],
        labeller: Labeller,
    ) -> None:
        self.text = text
        self.atoms = atoms
        self.lines = lines
        self.words = words
        self.labeller = labeller

    def flags(self) -> list[bool]:
        """Return for each atom whether it is the article's."""
        flags = self._body_atoms() if len(self.atoms) <= MOST_WEIGHED else self._long_atoms()
        self._leave_out_notes(flags)
        self._take_in_subheads(flags)
        return flags

    def _long_atoms(self) -> list[bool]:
        """Return which atoms are long: what a page of more lines than any article is read by."""
        return [word_count(atom.span.of(self.text)) >= _LEAST for atom in self.atoms]

    def _leave_out_notes(self, in_body: list[bool]) -> None:
        """Leave out captions, sign-offs and notes on versions, told by their own words."""
        for line, words in zip(self.lines, self.words, strict=True):
            if any(in_body[line.first : line.last]) and (
                ends_with_picture_credit(words)
                or is_sign_off(words)
                or correction_in(words)
                or tells_version(words)
            ):
                in_body[line.first : line.last] = [False] * (line.last - line.first)

    def _body_atoms(self) -> list[bool]:
        """Return which atoms are the article's, lists of other stories ruled out beforehand."""
        rows = features_of(self.text, self.atoms)
        scores = self.labeller.scores(rows, wording_of(self.text, self.atoms))
        lengths = np.expm1(rows[:, 1].astype(np.float64))
        self._expect_lists(scores)
        ruled_out = {
            *self._listed(),
            *self._asking(lengths),
            *self._repeated(lengths),
            *self._commented(),
        }
        scores[sorted(ruled_out)] = _SURELY_NOT
        states = self.labeller.chain.best_path(scores, lengths)
        flags = [bool(state == BODY) for state in states]
        words = sum(float(n) for n, flag in zip(lengths.tolist(), flags, strict=True) if flag)
        prose = any(
            flag and _STOP.search(atom.span.of(self.text)[-8:])
            for flag, atom in zip(flags, self.atoms, strict=True)
        )
        enough = words >= (_LEAST if prose else _LEAST_LISTED)
        return flags if enough else self._prose_of_few(lengths, ruled_out)

    def _prose_of_few(self, lengths: Floats, ruled_out: set[int]) -> list[bool]:
        """Return the sentences of a page of a few lines, if they are most of it."""
        words = [atom.span.of(self.text).strip() for atom in self.atoms]
        flags = [
            index not in ruled_out
            and lengths[index] >= _SENTENCE
            and _STOP.search(said) is not None
            and furniture_kind(said, near_article=False) == "other"
            and not carries_cue(said)
            for index, said in enumerate(words)
        ]
        told = sum(float(n) for n, flag in zip(lengths.tolist(), flags, strict=True) if flag)
        if len(flags) > _FEW or told < max(_LEAST, float(lengths.sum()) / 2):
            return [False] * len(flags)
        return flags

    def _take_in_subheads(self, in_body: list[bool]) -> None:
        """Count a lone short line between two paragraphs as the article's, unless it has a cue."""
        for above, line, below, words in zip(
            self.lines, self.lines[1:], self.lines[2:], self.words[1:], strict=False
        ):
            if (
                not any(in_body[line.first : line.last])
                and in_body[above.last - 1]
                and in_body[below.first]
                and self.is_subhead(line.span, below.span, line)
                and min(word_count(each.span.of(self.text)) for each in (above, below)) >= 15
                and word_count(words) <= 8
                and furniture_kind(words, near_article=False) == "other"
                and not carries_cue(words)
                and not is_list_heading(words)
                and inline_item(self.text, line) is None
            ):
                in_body[line.first : line.last] = [True] * (line.last - line.first)

    def _asking(self, lengths: Floats) -> list[int]:
        """Return atoms that ask the reader to do or to agree to something."""
        asks = asking([atom.span.of(self.text) for atom in self.atoms], lengths.tolist())
        return [index for index, flag in enumerate(asks) if flag]

    def _commented(self) -> list[int]:
        """Return the atoms of threads of readers' comments, told by what stands over each."""
        heads = [
            index for index, atom in enumerate(self.atoms) if heads_comment(atom.span.of(self.text))
        ]
        out: list[int] = []
        thread: list[int] = []
        for index in (*heads, None):
            if index is not None and (not thread or index - thread[-1] <= _COMMENT):
                thread.append(index)
                continue
            if len(thread) >= _THREAD_LEAST:
                between = int(np.median(np.diff(thread)))
                out += range(thread[0] - 1, min(thread[-1] + between + 1, len(self.atoms)))
            thread = [] if index is None else [index]
        return [index for index in out if index >= 0]

    def _expect_lists(self, scores: Floats) -> None:
        """Raise the odds of list items under a line of the article that ends with a colon."""
        end = 0
        for index, atom in enumerate(self.atoms[:-1]):
            if index < end or not self.text[atom.start : atom.end].rstrip().endswith(":"):
                continue
            near = scores[max(0, end, index - 2) : index + 1]
            if max(near.tolist()) < _LIKELY or float(scores[index]) < _DOUBTFUL:
                continue
            end = self._end_of_list(index + 1)
            scores[index:end] += _EXPECTED if end > index + 2 else 0.0

    def _end_of_list(self, start: int) -> int:
        """Return where the list that begins at an atom ends: bullets, or lines of one form."""
        first = self.atoms[start]
        form = opening_form(first.span.of(self.text))
        for place in range(start, len(self.atoms)):
            atom = self.atoms[place]
            alike = first.bullet or (
                form is not None and opening_form(atom.span.of(self.text)) == form
            )
            if not alike or atom.bullet != first.bullet:
                return place
        return len(self.atoms)

    def _repeated(self, lengths: Floats) -> list[int]:
        """Return atoms of runs of prose that the page has elsewhere too: lists of teasers.

        An article that stands on the page twice is none, so enough other prose must be there.
        """
        longs = np.flatnonzero(lengths >= _PROSE).tolist()
        words = {index: self.atoms[index].span.of(self.text).strip() for index in longs}
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
        return out + self._often(np.flatnonzero(lengths >= _PHRASE).tolist())

    def _often(self, phrases: Sequence[int]) -> list[int]:
        """Return the phrases that come again every few atoms, as captions of a gallery do.

        What comes again farther apart, as in a plan for every day of a week, may be the article's.
        """
        places: defaultdict[str, list[int]] = defaultdict(list)
        for index in phrases:
            places[self.atoms[index].span.of(self.text)].append(index)
        return [
            index
            for where in places.values()
            if len(where) >= _OFTEN and float(np.median(np.diff(where))) <= _NEAR
            for index in where
        ]

    def _listed(self) -> list[int]:
        """Return atoms of bulleted lists under ``Latest Stories`` and of ``READ MORE: …``."""
        out: list[int] = []
        for index, line in enumerate(self.lines):
            places: set[int] = set()
            if is_list_heading(self.words[index]) or inline_item(self.text, line) is not None:
                places.add(index)
            for item in listed_under(self.lines, self.words, index):
                places.update(item.lines)
            for place in sorted(places):
                out.extend(range(self.lines[place].first, self.lines[place].last))
        return out

    def runs(self, line: Line, in_body: Sequence[bool]) -> list[Span]:
        """Return the article's stretches of a line, cut where sentences run together."""
        out: list[Span] = []
        previous = -2
        for index in range(line.first, line.last):
            if not in_body[index]:
                continue
            atom = self.atoms[index]
            joined = previous == index - 1 and not _STOP.search(
                self.text[atom.start - 4 : atom.start]
            )
            if joined:
                out[-1] = Span(out[-1].start, atom.end)
            else:
                out.append(atom.span)
            previous = index
        return out

    def is_subhead(self, span: Span, following: Span, line: Line) -> bool:
        """Tell whether a line over a longer one has the form of a sub-head."""
        words = without_entities(span.of(self.text))
        count = word_count(words)
        return (
            1 <= count <= 12
            and not line.bullet
            and not _STOP.search(words.rstrip("?"))
            and not words[:1].islower()
            and words[:1] not in '"“‘(-–—'
            and not words.endswith((",", ";", ":", "”", '"'))
            and word_count(following.of(self.text)) >= max(8, count)
        )
