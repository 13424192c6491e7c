"""The wire's version marks at the head of a headline."""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from dateline.text import Span

VersionKind = Literal["update", "repeat", "wrap-up", "correction", "urgent", "exclusive"]


class WireVersion(msgspec.Struct, frozen=True):
    """A version mark: its place in the headline, and the mark without its hyphen or colon."""

    span: Span
    """The mark as written, without the hyphen or colon after it (``UPDATE 2``)."""
    kind: VersionKind
    number: int | None
    """Which update or wrap-up it is."""
    rest: Span
    """The headline after the mark."""

    def mark(self, headline: str) -> str:
        """Return the mark as it is written in the headline."""
        return self.span.of(headline)


class VersionMark(msgspec.Struct, frozen=True):
    """A rule: the mark's words, what they say, and a headline that carries it."""

    pattern: str
    kind: VersionKind
    example: str
    bare: bool = False
    """Whether the mark also stands in capitals with neither hyphen nor colon after it."""


VERSION_MARKS: tuple[VersionMark, ...] = (
    VersionMark(
        r"(?:RPT|REPEAT)-(?:UPDATE|WRAPUP)\s?(?P<n>\d{1,2})", "repeat", "RPT-UPDATE 2-Ferries stop"
    ),
    VersionMark(
        r"(?:CORRECTED|REFILE|CORRECTED-REFILE)-(?:UPDATE|WRAPUP)\s?(?P<n>\d{1,2})",
        "correction",
        "CORRECTED-UPDATE 1-Ferries stop",
    ),
    VersionMark(r"UPDATE\s?(?P<n>\d{1,2})", "update", "UPDATE 2-Ferries stop"),
    VersionMark(r"UPDATED?", "update", "UPDATE: Ferries stop"),
    VersionMark(r"WRAPUP\s?(?P<n>\d{1,2})?", "wrap-up", "WRAPUP 1-Ferries stop"),
    VersionMark(r"(?:\d(?:st|nd|rd|th|ST|ND) )?ROUNDUP", "wrap-up", "2nd ROUNDUP: Ferries stop"),
    VersionMark(r"RPT", "repeat", "RPT-Ferries stop"),
    VersionMark(r"REPEAT", "repeat", "REPEAT-Ferries stop"),
    VersionMark(r"REFILE", "correction", "REFILE-Ferries stop"),
    VersionMark(r"CORRECT(?:ED|ION|S)(?: \(OFFICIAL\))?", "correction", "CORRECTED-Ferries stop"),
    VersionMark(r"BREAKING(?: NEWS)?", "urgent", "BREAKING: Ferries stop", bare=True),
    VersionMark(r"URGENT", "urgent", "URGENT: Ferries stop", bare=True),
    VersionMark(r"ALERT|FLASH|NEWSALERT|SNAP", "urgent", "FLASH: Ferries stop"),
    VersionMark(r"JUST IN", "urgent", "JUST IN: Ferries stop", bare=True),
    VersionMark(r"EXCLUSIVE", "exclusive", "EXCLUSIVE-Ferries stop", bare=True),
    VersionMark(r"\((?P<n>\d)(?:st|nd|rd|th) LD\)", "update", "(2nd LD) Ferries stop", bare=True),
    VersionMark(r"\((?:LEAD|URGENT)\)", "update", "(LEAD) Ferries stop", bare=True),
    VersionMark(
        r"(?P<n>\d)(?:st|nd|rd|th) (?:LD|Ld|LEAD|Lead)(?:-?\s?[Ww]rite-?[Tt]hru)?",
        "update",
        "1st LD-Writethru: Ferries stop",
    ),
)  # fmt: skip
"""Tried in order."""

_TITLE_CASE = re.compile(
    r"(?:Update(?: ?\d{1,2})?|Updated|Correction|Corrected|Breaking|Exclusive|Urgent)"
)

_RULES = tuple(
    (
        re.compile(
            rf"\s*(?P<mark>{rule.pattern})"
            + (r"(?:\s?[-–—:|]\s*|\s+(?=\S))" if rule.bare else r"\s?[-–—:|]\s*")
            + r"(?=\S)"
        ),
        rule.kind,
    )
    for rule in VERSION_MARKS
)
_TITLE_RULE = re.compile(rf"\s*(?P<mark>{_TITLE_CASE.pattern}):\s*(?=\S)")
_KINDS: dict[str, VersionKind] = {
    "update": "update",
    "updated": "update",
    "correction": "correction",
    "corrected": "correction",
    "breaking": "urgent",
    "urgent": "urgent",
    "exclusive": "exclusive",
}


def wire_version_of(headline: str) -> WireVersion | None:
    """Return the version mark a headline opens with: ``UPDATE 2-``, ``RPT-``, ``BREAKING:`` …"""
    for rule, kind in _RULES:
        if match := rule.match(headline):
            number = match.groupdict().get("n")
            return WireVersion(
                span=Span(*match.span("mark")),
                kind=kind,
                number=int(number) if number else None,
                rest=Span(match.end(), len(headline)),
            )
    if match := _TITLE_RULE.match(headline):
        words = match.group("mark")
        number_match = re.search(r"\d+", words)
        return WireVersion(
            span=Span(*match.span("mark")),
            kind=_KINDS[re.sub(r"[\s\d]+$", "", words).casefold()],
            number=int(number_match.group()) if number_match else None,
            rest=Span(match.end(), len(headline)),
        )
    return None


def without_version(headline: str) -> str:
    """Return a headline without the version mark it opens with."""
    version = wire_version_of(headline)
    return version.rest.of(headline) if version else headline
