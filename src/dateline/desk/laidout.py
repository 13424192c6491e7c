"""A story as its page shows it: copies folded into what they copy, statements by speaker."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.records import Dossier, Placement, ReadReport, Record, StatementRef
from dateline.show.views import StatementLine, role_of, statement_line, words_of
from dateline.text import Span


class Follower(Record, frozen=True, kw_only=True):
    """A copy or a later version of a report."""

    read: ReadReport
    placement: Placement | None
    version: bool
    of: str
    """The report it copies or follows."""


class Folded(Record, frozen=True, kw_only=True):
    """A report with its copies and later versions."""

    read: ReadReport
    placement: Placement | None
    followers: tuple[Follower, ...]


class Spoken(Record, frozen=True, kw_only=True):
    """A statement to show, with the other reports that have it."""

    read: ReadReport
    line: StatementLine
    spoken: bool
    copies: tuple[tuple[ReadReport, StatementLine], ...]


class Speaker(Record, frozen=True, kw_only=True):
    """Someone who speaks in a story, with what they say in order of report and text."""

    name: str
    kind: str
    """``person``, ``organisation``, or ``words`` where the source is not resolved."""
    roles: tuple[str, ...]
    said: tuple[Spoken, ...]
    stances: tuple[Spoken, ...]
    """What others tell of the speaker's beliefs, wishes, plans and acts."""
    by_hand: bool = False
    """Whether the name was set right by hand."""


class Kin(Record, frozen=True, kw_only=True):
    """A relation the text states between two people."""

    report: str
    span: Span
    words: str
    other: str


class Named(Record, frozen=True, kw_only=True):
    """A person of a story with roles, ages and relations as the reports state them."""

    name: str
    variants: tuple[str, ...]
    reasons: tuple[str, ...]
    roles: tuple[tuple[str, str, Span, bool], ...]
    """Words, report, where, and whether it is a former role."""
    ages: tuple[int, ...]
    relations: tuple[Kin, ...]
    reports: int
    by_hand: bool
    """Whether the name was set right by hand."""


def lead_of(
    reads: Sequence[ReadReport], originals: Sequence[str]
) -> tuple[ReadReport, Span] | None:
    """Return the first paragraph of the earliest original article, else of any report."""
    first = [read for read in reads if read.report.id in originals]
    articles = [read for read in first if read.report.kind == "article"]
    for read in (*articles, *first, *reads):
        for span in read.report.body:
            if span and span not in read.report.subheads:
                return read, span
    return None


def folded(reads: Sequence[ReadReport], placements: Sequence[Placement]) -> tuple[Folded, ...]:
    """Return the reports in order, copies and versions behind the report they go back to."""
    known = {placement.report: placement for placement in placements}
    order = [read.report.id for read in reads]
    here = set(order)

    def before(report: str) -> str | None:
        placement = known.get(report)
        earlier = (placement.version_of or placement.copy_of) if placement else None
        return earlier if earlier in here and earlier != report else None

    roots: dict[str, list[Follower]] = {}
    for read in reads:
        report = read.report.id
        root, seen = report, {report}
        while (earlier := before(root)) is not None:
            if earlier in seen:
                # Each copies the other: the earliest of them leads.
                root = min(seen, key=order.index)
                break
            root = earlier
            seen.add(root)
        behind = roots.setdefault(root, [])
        if root != report:
            placement = known[report]
            behind.append(
                Follower(
                    read=read,
                    placement=placement,
                    version=placement.version_of is not None,
                    of=before(report) or root,
                )
            )
    by_id = {read.report.id: read for read in reads}
    return tuple(
        Folded(read=by_id[root], placement=known.get(root), followers=tuple(followers))
        for root, followers in roots.items()
    )


def speakers_of(dossier: Dossier, reads: Mapping[str, ReadReport]) -> tuple[Speaker, ...]:
    """Return who speaks, those who say most first, unresolved sources last."""
    names = {person.id: (person.name, "person") for person in dossier.people}
    names |= {item.id: (item.name, "organisation") for item in dossier.organisations}
    members = {person.id: person.members for person in dossier.people}
    by_hand = {one.id for one in (*dossier.people, *dossier.organisations) if one.by_hand}
    said: dict[tuple[str, str], list[Spoken]] = {}
    roles: dict[tuple[str, str], tuple[str, ...]] = {}
    for ref in dossier.statements:
        spoken = _spoken(ref, reads)
        key = (ref.speaker or "", "" if ref.speaker else spoken.line.speaker.casefold())
        said.setdefault(key, []).append(spoken)
        if ref.speaker is not None and key not in roles:
            roles[key] = _roles(members.get(ref.speaker, ()), reads)
    speakers: list[Speaker] = []
    for key, spoken_ in said.items():
        name, kind = names.get(key[0], (spoken_[0].line.speaker, "words"))
        speakers.append(
            Speaker(
                name=name,
                kind=kind,
                roles=roles.get(key, ()),
                said=tuple(one for one in spoken_ if one.spoken),
                stances=tuple(one for one in spoken_ if not one.spoken),
                by_hand=key[0] in by_hand,
            )
        )
    return tuple(
        sorted(
            speakers,
            key=lambda speaker: (
                speaker.kind == "words",
                -len(speaker.said),
                -len(speaker.stances),
            ),
        )
    )


def _spoken(ref: StatementRef, reads: Mapping[str, ReadReport]) -> Spoken:
    read = reads[ref.report]
    copies = [(reads[report], index) for report, index in ref.copies if report in reads]
    statement = read.reading.statements[ref.index]
    return Spoken(
        read=read,
        line=statement_line(statement, read.reading, read.text),
        spoken=statement.spoken,
        copies=tuple(
            (copy, statement_line(copy.reading.statements[index], copy.reading, copy.text))
            for copy, index in copies
        ),
    )


def _roles(members: Sequence[tuple[str, str]], reads: Mapping[str, ReadReport]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for report, id in members:
        if (read := reads.get(report)) is not None:
            person = next((item for item in read.reading.people if item.id == id), None)
            role = role_of(person, read.text) if person is not None else None
            if role:
                found.setdefault(role.casefold(), role)
    return tuple(sorted(found.values(), key=lambda role: (-len(role), role))[:2])


def named_in(dossier: Dossier, reads: Mapping[str, ReadReport]) -> tuple[Named, ...]:
    """Return the people of a story, those in most reports first."""
    names = {member: person.name for person in dossier.people for member in person.members}
    out: list[Named] = []
    for person in dossier.people:
        roles: dict[str, tuple[str, str, Span, bool]] = {}
        kin: dict[tuple[str, str], Kin] = {}
        ages: set[int] = set()
        for report, id in person.members:
            read = reads.get(report)
            found = (
                next((item for item in read.reading.people if item.id == id), None)
                if read is not None
                else None
            )
            if read is None or found is None:
                continue
            ages |= {found.age} if found.age is not None else set()
            for role in found.roles:
                span = Span(role.start, role.end)
                words = words_of(read.text, [span])
                roles.setdefault(words.casefold(), (words, report, span, role.former))
            for relation in found.relations:
                other = names.get((report, relation.to)) or read.reading.name_of(relation.to)
                if other is not None:
                    span = Span(relation.start, relation.end)
                    kin.setdefault(
                        (relation.text.casefold(), other),
                        Kin(report=report, span=span, words=relation.text, other=other),
                    )
        out.append(
            Named(
                name=person.name,
                variants=tuple(name for name in person.variants if name != person.name),
                reasons=person.reasons,
                roles=tuple(roles.values()),
                ages=tuple(sorted(ages)),
                relations=tuple(kin.values()),
                reports=len({report for report, _ in person.members}),
                by_hand=person.by_hand,
            )
        )
    return tuple(sorted(out, key=lambda item: (-item.reports, -len(item.roles))))
