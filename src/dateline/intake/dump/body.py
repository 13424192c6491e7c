"""Which line parts of a dump are the article's, and its paragraphs and sub-heads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice, pairwise

import msgspec
import numpy as np

from dateline.intake.dump.article import correction_in, is_byline, tells_version
from dateline.intake.dump.atoms import Atom
from dateline.intake.dump.claims import Claims
from dateline.intake.dump.endings import end_of_release, interrupts
from dateline.intake.dump.features import carries_cue, features_of, wording_of
from dateline.intake.dump.forest import BODY, Labeller, without
from dateline.intake.dump.furniture import (
    asking,
    broken_captions,
    ends_with_picture_credit,
    furniture_kind,
    is_sign_off,
    names_picture,
)
from dateline.intake.dump.related import (
    Line,
    inline_item,
    is_list_heading,
    word_count,
)
from dateline.intake.dump.ruled import Flags, Floats, ruled_out
from dateline.intake.dump.shapes import opening_form
from dateline.intake.dump.stamps import is_stamp
from dateline.intake.wire import WireDateline, wire_dateline_of
from dateline.records import PartKind
from dateline.text import Span, without_entities

_STOP = re.compile(r"[.!?…。！？؟।][\"”’')\]»]*$")
_LEAST, _LEAST_LISTED = 12, 60
"""Least words of an article, and of one that has no sentence in it, such as a calendar."""
_LEAST_ODDS = 1.2
"""Least mean of the log-odds of an article's words: where there is none, what is likest falls short
of it."""
_FEW, _SENTENCE = 16, 5
"""Most atoms of a page too short to weigh its lines by their like; least words of its prose."""
_SPEAKER = re.compile(r"[A-Z][A-Z .,'’-]{2,60}:\s")
"""Who speaks, in a transcript."""
_SPEAKERS = 3
_PICTURE = re.compile(r"!\[[^\[\]]*\]\([^()\s]*\)")
"""A picture in Markdown."""
_MARK = re.compile(r"(?:#{2,6}|>)\s+(?=\S)")
"""What opens a heading or a quotation in Markdown and mail."""
_FLASH_WORDS, _OPENING = 4, 3
"""Least words of a flash; the paragraphs, bullets aside, among which the dateline stands."""
MOST_WEIGHED = 4_000
"""Atoms beyond which a page is read by a rule: no article has as many."""
_LIKELY, _DOUBTFUL, _EXPECTED = 1.0, -2.0, 1.5
"""The log-odds of a paragraph over a list and of the line that announces it; what that adds."""


def _is_flash(words: str) -> bool:
    """Tell whether a bulleted line is news in brief: some words, in capitals or with figures."""
    return word_count(words) >= _FLASH_WORDS and (words.isupper() or any(map(str.isdigit, words)))


class Told(msgspec.Struct, frozen=True):
    """Paragraphs and sub-heads in order, and what the wire's dateline before them gives."""

    body: tuple[Span, ...]
    subheads: tuple[Span, ...]
    dateline: WireDateline | None = None

    @property
    def place(self) -> Span | None:
        """The dateline's place."""
        return self.dateline.place if self.dateline is not None else None

    @property
    def agency(self) -> Span | None:
        """The dateline's agency."""
        return self.dateline.agency if self.dateline is not None else None

    @property
    def agency_name(self) -> str | None:
        """What that agency is called."""
        return self.dateline.agency_name if self.dateline is not None else None


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
        self._leave_out_ending(flags)
        self._take_in_subheads(flags)
        self._take_in_flashes(flags)
        return flags

    def _long_atoms(self) -> list[bool]:
        """Return which atoms are long: what a page of more lines than any article is read by."""
        return [word_count(atom.span.of(self.text)) >= _LEAST for atom in self.atoms]

    def _leave_out_notes(self, in_body: list[bool]) -> None:
        """Leave out captions, sign-offs, requests and notes, told by their own words."""
        apart = set(broken_captions(self.words))
        asks = asking(self.words, [word_count(words) for words in self.words])
        apart.update(index for index, flag in enumerate(asks) if flag)
        following = [*self.words[1:], ""]
        for index, (line, words, below) in enumerate(
            zip(self.lines, self.words, following, strict=False)
        ):
            if any(in_body[line.first : line.last]) and (
                index in apart
                # What a picture shows may stand over the caption that says it again.
                or (below.startswith(words) and ends_with_picture_credit(below))
                or ends_with_picture_credit(words)
                or names_picture(words)
                or is_sign_off(words)
                or correction_in(words)
                or tells_version(words)
                or is_stamp(self.text, line.span)
                or interrupts(words)
                or is_byline(words)
                or _PICTURE.fullmatch(words)
            ):
                in_body[line.first : line.last] = [False] * (line.last - line.first)

    def _leave_out_ending(self, in_body: list[bool]) -> None:
        """Leave out what stands behind a press release's own text."""
        body = [any(in_body[line.first : line.last]) for line in self.lines]
        end = end_of_release(self.words, body)
        if end is not None:
            first = self.lines[end].first
            in_body[first:] = [False] * (len(in_body) - first)

    def _body_atoms(self) -> list[bool]:
        """Return which atoms are the article's, lists of other stories ruled out beforehand."""
        rows = features_of(self.text, self.atoms)
        lengths = np.expm1(rows[:, 1].astype(np.float64))
        out = ruled_out(self.text, self.atoms, self.lines, self.words, lengths)
        scores = self.labeller.scores(rows, wording_of(self.text, self.atoms), out)
        self._expect_lists(scores)
        scores = without(scores, out)
        states = self.labeller.chain.best_path(scores, lengths)
        found = states == BODY
        flags = [bool(flag) for flag in found]
        words = float(lengths[found].sum())
        odds = float(scores[found] @ lengths[found])
        prose = any(
            flag and _STOP.search(atom.span.of(self.text)[-8:])
            for flag, atom in zip(flags, self.atoms, strict=True)
        )
        enough = words >= (_LEAST if prose else _LEAST_LISTED) and odds >= _LEAST_ODDS * words
        return flags if enough else self._prose_of_few(lengths, out)

    def _prose_of_few(self, lengths: Floats, out: Flags) -> list[bool]:
        """Return the sentences of a page of a few lines, if they are most of it."""
        words = [atom.span.of(self.text).strip() for atom in self.atoms]
        flags = [
            not out[index]
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

    def _take_in_flashes(self, in_body: list[bool]) -> None:
        """Count the wire's flashes as the article's: bullets around its opening line.

        They stand right above the paragraph with the dateline, most of them in capitals or with
        figures; or a dateline and a colon announce them, and they are all there is.
        """
        flashes = self._flashes_above(in_body) if any(in_body) else self._flashes_alone()
        for index in flashes:
            line = self.lines[index]
            in_body[line.first : line.last] = [True] * (line.last - line.first)

    def _flashes_above(self, in_body: Sequence[bool]) -> range:
        told = (
            index
            for index, line in enumerate(self.lines)
            if not line.bullet and any(in_body[line.first : line.last])
        )
        opening = next((i for i in islice(told, _OPENING) if self._has_dateline(i)), 0)
        at = opening - 1
        while at >= 0 and tells_version(self.words[at]):
            at -= 1
        low = at
        while low >= 0 and self.lines[low].bullet:
            low -= 1
        flashes = range(low + 1, at + 1)
        brief = sum(1 for i in flashes if _is_flash(self.words[i]))
        listed = low >= 0 and is_list_heading(self.words[low])
        return range(0) if listed or brief * 2 < max(len(flashes), 1) else flashes

    def _flashes_alone(self) -> range:
        for index, (line, below) in enumerate(pairwise(self.lines)):
            announces = below.bullet and not line.bullet and self.words[index].endswith(":")
            if announces and self._has_dateline(index):
                end = index + 1
                while end < len(self.lines) and self.lines[end].bullet:
                    end += 1
                return range(index, end)
        return range(0)

    def _has_dateline(self, index: int) -> bool:
        return wire_dateline_of(self.text, self.lines[index].span) is not None

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
            and not _SPEAKER.match(words)
            and word_count(following.of(self.text)) >= max(8, count)
        )

    def told(
        self,
        among: range,
        in_body: Sequence[bool],
        body_line: Sequence[bool],
        claims: Claims,
        *,
        above: WireDateline | None = None,
    ) -> Told:
        """Return the article's text among some lines and its dateline; claims both.

        ``above`` is the dateline that was found over the text already.
        """
        blocks: list[tuple[Span, Line]] = []
        for index in among:
            if body_line[index]:
                line = self.lines[index]
                blocks.extend((span, line) for span in self.runs(line, in_body))
        dateline = above
        speakers = sum(1 for _, line in blocks if _SPEAKER.match(line.span.of(self.text)))
        body: list[Span] = []
        subheads: list[Span] = []
        opened = 0
        for number, (given, line) in enumerate(blocks):
            span = given
            opened += not line.bullet
            if opened <= _OPENING and speakers < _SPEAKERS and dateline is None:
                dateline = wire_dateline_of(self.text, span)
                if dateline is not None:
                    claims.add(dateline.span, "dateline")
                    span = Span(dateline.span.end, span.end)
            if mark := _MARK.match(self.text, span.start, span.end):
                span = Span(mark.end(), span.end)
            if not span:
                continue
            following = blocks[number + 1][0] if number + 1 < len(blocks) else None
            kind: PartKind = "paragraph"
            if (
                following is not None
                and span.end == line.span.end
                and (span.start == line.span.start or mark is not None)
                and self.is_subhead(span, following, line)
            ):
                kind = "subhead"
                subheads.append(span)
            body.append(span)
            claims.add(span, kind)
        return Told(body=tuple(body), subheads=tuple(subheads), dateline=dateline)
