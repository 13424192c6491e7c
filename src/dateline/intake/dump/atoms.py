"""A dump's text cut into atoms: lines, or line parts where blocks were glued together."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from dateline.intake.dump.english import INNER_CAPITALS
from dateline.intake.dump.wrapped import paragraphs_of
from dateline.text import Span, without_entities


class Atom(msgspec.Struct, frozen=True):
    """The smallest stretch of a dump that gets one label, without white space at its edges."""

    start: int
    end: int
    line: int
    """Index of its line, empty lines counted."""
    indent: int
    """White space before it, in characters; 0 for a glued atom."""
    bullet: bool
    """Whether a list bullet stands before it."""
    glued: bool
    """Whether it goes on where the atom before it ends, without white space."""
    blank: int
    """Empty lines before its line."""

    @property
    def span(self) -> Span:
        """The atom's place in the text."""
        return Span(self.start, self.end)


BULLETS = "•‣▪●◦·∙■□►▶–—*+o#-"
_BULLET = re.compile(rf"(?:[{re.escape(BULLETS[:-6])}]|[*+o#–—-](?=\s))\s*(?=\S)")
_COLUMN = re.compile(r"(?<!\s)(?:[^\S\n]{3,}|\t+)")
_GLUE = re.compile(
    r"""(?P<stop>[.!?…][”"’'»)\]]{0,2})(?=["“‘'«(\[]?[^\W\d_a-z])"""
    r"""|(?P<close>[)\]”])(?=[^\W\d_a-z][^\W\d_])"""
    r"""|(?P<camel>[^\W\d_A-ZÀ-ÖØ-Þ])(?=[A-ZÀ-ÖØ-Þ][^\W\d_A-Z]|A\s[^\W\d_A-Z])"""
    r"""|(?P<digit>\d)(?=[A-ZÀ-ÖØ-Þ][a-z]{2})"""
    r"""|(?P<bullet>\S)(?=[•‣▪●]\s?\S)"""
)
"""Where a block may end and the next begin without white space between them."""
_WORD_START = re.compile(r"[^\s\"“”‘(\[«]*$")
_WORD_END = re.compile(r"[\w'’-]*")
_PREFIX = re.compile(r"(?:Mc|Mac|De|Di|Da|Du|La|Le|Van|Von|O|D|L|Fitz|St|Al|El|Lu|Tik|Pay)$")
_DOMAIN = re.compile(r"(?:Com|Org|Net|Co|Js|Ai|Tv|Uk)\b")
_ABBREVIATION = re.compile(
    r"(?:\.[^\W\d_]|^[^\W\d_]|\b(?:Mr|Mrs|Ms|Dr|St|No|vs|Gen|Sen|Rep|Gov|Prof))$"
)
_REACH = 32
_MANY, _LEAST_MEAN = 300, 12
"""Cuts of one stretch, and the characters that so many must leave each block: rows of bullets or of
capitals are no blocks that were glued."""


def atoms_of(text: str) -> tuple[Atom, ...]:
    """Return the atoms of a dump in order."""
    clean = without_entities(text)
    out: list[Atom] = []
    blank = 0
    for number, line in enumerate(paragraphs_of(text)):
        found = False
        for atom in _of_line(text, clean, line, number, blank):
            out.append(atom)
            found = True
        blank = 0 if found else blank + 1
    return tuple(out)


def _is_space(character: str) -> bool:
    return character.isspace() or character in "\x00\u200b\u200c\u200e\u200f\ufeff\u00ad"


def _of_line(text: str, clean: str, line: Span, number: int, blank: int) -> Iterator[Atom]:
    for opens, column in _columns(text, line):
        start, end = column.start, column.end
        while start < end and _is_space(clean[start]):
            start += 1
        while end > start and _is_space(clean[end - 1]):
            end -= 1
        if start == end:
            continue
        bullet_match = _BULLET.match(clean, start, end)
        begin = bullet_match.end() if bullet_match else start
        if begin >= end:
            begin, bullet_match = start, None
        first, glued = opens, False
        for cut in (*glue_points(clean, begin, end), end):
            bullet_here = _BULLET.match(clean, begin, cut) if glued else bullet_match
            inner = bullet_here.end() if glued and bullet_here else begin
            if inner < cut:
                yield Atom(
                    start=inner,
                    end=cut,
                    line=number,
                    indent=0 if glued else start - line.start,
                    bullet=bullet_here is not None,
                    glued=glued,
                    blank=blank if first else 0,
                )
            begin, glued, first = cut, True, False


def _columns(text: str, line: Span) -> Iterator[tuple[bool, Span]]:
    """Yield the stretches of a line that wide gaps keep apart, and whether each is the first."""
    at, first = line.start, True
    for gap in _COLUMN.finditer(text, line.start, line.end):
        if text[at : gap.start()].strip():
            # A bullet keeps its words even over a wide gap.
            if len(text[at : gap.start()].strip()) == 1:
                continue
            yield first, Span(at, gap.start())
            at, first = gap.end(), False
    yield first, Span(at, line.end)


def _opens(clean: str, at: int) -> bool:
    """Tell whether a block may begin here: no lower-case letter, quotes and brackets aside."""
    letter = clean[at] if clean[at].isalnum() else clean[at + 1 : at + 2]
    return not letter.islower()


def _one_word(left: str, whole: str, alone: bool) -> bool:
    """Tell a name with a capital inside (``McEk``, ``YouTube``, ``@annLee``) from two words."""
    return (
        alone
        or len(left) < 3
        or _PREFIX.search(left) is not None
        or whole.removesuffix("’s").removesuffix("'s").casefold() in INNER_CAPITALS
        or any(mark in whole for mark in "@/#")
    )


def glue_points(clean: str, start: int, end: int) -> list[int]:
    """Return where blocks or sentences run together without a space between them."""
    out: list[int] = []
    for match in _GLUE.finditer(clean, start, end):
        at = match.end()
        left = _WORD_START.search(clean, max(start, match.start() - _REACH), match.start() + 1)
        word = left.group() if left else ""
        if match.lastgroup == "stop":
            stem = word.rstrip(".!?…")
            if clean[match.start()] == "." and (
                _ABBREVIATION.search(stem) or _DOMAIN.match(clean, at) or len(stem) < 2
            ):
                continue
        elif match.lastgroup == "camel":
            right = _WORD_END.match(clean, at, min(end, at + _REACH))
            whole = word + (right.group() if right else "")
            if _one_word(word, whole, len(whole) == end - start):
                continue
        if at < end and _opens(clean, at):
            out.append(at)
    return out if len(out) < _MANY or (end - start) >= _LEAST_MEAN * len(out) else []
